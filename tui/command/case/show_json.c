/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/show.h"

#include "command/case/command.h"
#include "command/case/veil.h"
#include "command/json.h"
#include "command/row.h"
#include "sentence.h"
#include "workflow/instrument.h"

#include <stdio.h>
#include <stdlib.h>

#define ADD(json, members) json_add(json, members, sizeof(members) / sizeof((members)[0]))

static const char *user_or_null(const struct case_show *show, const char *id)
{
    return id == NULL || id[0] == '\0' ? NULL : case_desk_user_name(show->desk, id);
}

/* ---- a step */

static void add_answer(void *self, const struct case_answer *answer)
{
    struct json *json = self;
    const struct json_member members[] = {
        { "field", JSON_TEXT, answer->path, 0 },
        { "row", JSON_NUMBER, NULL, answer->item },
        { "value", JSON_TEXT, answer->value, 0 },
    };
    ADD(json, members);
}

static int make_answers(const struct case_show *show, const struct step *step, char **out)
{
    struct json *json = json_begin();
    if (!case_show_hides(show, step))
        case_show_each_answer(show, step, add_answer, json);
    return json_end_text(json, out);
}

/* With two decimals, as the sheet has them. */
static int make_scores(const struct case_show *show, const struct step *step, char **out)
{
    struct scores scores = { .count = 0 };
    struct json *json = json_begin();
    if (step->instrument != NULL && !case_show_hides(show, step))
        instrument_score(&scores, step, &show->view.situation);
    for (size_t i = 0; i < scores.count; i++) {
        const struct score *score = &scores.items[i];
        char value[32];
        snprintf(value, sizeof(value), "%.2f", score->value);
        const struct json_member members[] = {
            { "dimension", JSON_TEXT, score->dimension, 0 },
            { "value", JSON_RAW, score->has_value ? value : NULL, 0 },
            { "is_positive", JSON_BOOL, NULL, score->is_positive },
            { "asked", JSON_NUMBER, NULL, score->asked },
            { "answered", JSON_NUMBER, NULL, score->answered },
            { "is_official", JSON_BOOL, NULL, step->instrument->is_official },
            { "result", JSON_TEXT, scores.result == NULL ? NULL : scores.result->id, 0 },
        };
        ADD(json, members);
    }
    return json_end_text(json, out);
}

struct lists {
    char *answers;
    char *scores;
    char *waits;
    char *assessments;
};

static void add_step(struct json *json, const struct case_show *show,
                     const struct step_standing *standing, const struct lists *lists)
{
    char since[DAY_TEXT_SIZE];
    char due[DAY_TEXT_SIZE];
    char waiting[DAY_TEXT_SIZE];
    char rung_due[DAY_TEXT_SIZE];
    const struct step *step = standing->step;
    bool is_hidden = case_show_hides(show, step);
    const struct step_wait *wait = is_hidden ? NULL : standing->wait;
    const struct rung *rung = wait == NULL ? NULL : standing->rung;
    const struct outcome *outcome = is_hidden ? NULL : standing->outcome;
    const struct json_member members[] = {
        { "id", JSON_TEXT, step->id, 0 },
        { "title", JSON_TEXT, workflow_text(step->title), 0 },
        { "stage", JSON_TEXT, step->stage->id, 0 },
        { "kind", JSON_TEXT, step_kind_words[step->kind], 0 },
        { "state", JSON_TEXT, step_state_word(standing->state), 0 },
        { "is_started", JSON_BOOL, NULL, standing->is_started },
        { "is_urgent", JSON_BOOL, NULL, step->is_urgent },
        { "is_restricted", JSON_BOOL, NULL, step->is_restricted },
        { "since", JSON_TEXT,
          row_day(since,
                  standing->state == STEP_READY || standing->state == STEP_WAITING ||
                      standing->state == STEP_DONE,
                  standing->since),
          0 },
        { "due", JSON_TEXT, row_day(due, standing->has_due, standing->due), 0 },
        { "is_overdue", JSON_BOOL, NULL, standing->is_overdue },
        { "is_clock_stopped", JSON_BOOL, NULL, standing->is_clock_stopped },
        { "waits_for", JSON_TEXT, wait == NULL ? NULL : wait->waiting_for, 0 },
        { "waits_since", JSON_TEXT, wait == NULL ? NULL : row_day(waiting, true, wait->from), 0 },
        { "rung", JSON_TEXT, rung == NULL ? NULL : rung->id, 0 },
        { "rung_due", JSON_TEXT,
          row_day(rung_due, rung != NULL && standing->has_rung_due, standing->rung_due), 0 },
        { "waits", JSON_RAW, lists->waits, 0 },
        { "lock", JSON_TEXT, standing->lock == NULL ? NULL : standing->lock->id, 0 },
        { "guard", JSON_TEXT, standing->guard == NULL ? NULL : standing->guard->id, 0 },
        { "outcome", JSON_TEXT, outcome == NULL ? NULL : outcome->id, 0 },
        { "round", JSON_NUMBER, NULL, standing->round },
        { "missing", JSON_NUMBER, NULL, (long long)standing->missing_count },
        { "answers", JSON_RAW, lists->answers, 0 },
        { "scores", JSON_RAW, lists->scores, 0 },
        { "assessments", JSON_RAW, lists->assessments, 0 },
    };
    ADD(json, members);
}

static int make_steps(struct case_show *show, char **out)
{
    struct json *json = json_begin();
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; code == EXIT_CODE_DONE && i < show->view.standing.step_count; i++) {
        const struct step_standing *standing = &show->view.standing.steps[i];
        struct lists lists = { .answers = NULL };
        code = make_answers(show, standing->step, &lists.answers);
        if (code == EXIT_CODE_DONE)
            code = make_scores(show, standing->step, &lists.scores);
        if (code == EXIT_CODE_DONE)
            code = case_show_make_waits(show, standing->step, &lists.waits);
        if (code == EXIT_CODE_DONE)
            code = case_show_make_assessments(show, standing->step, &lists.assessments);
        if (code == EXIT_CODE_DONE)
            add_step(json, show, standing, &lists);
        free(lists.answers);
        free(lists.scores);
        free(lists.waits);
        free(lists.assessments);
    }
    int end = json_end_text(json, out);
    return code == EXIT_CODE_DONE ? end : code;
}

/* ---- the rest */

static int make_warnings(const struct case_show *show, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < show->view.standing.warning_count; i++) {
        const struct warning *warning = &show->view.standing.warnings[i];
        const struct indication *indication = warning->indication;
        const struct guard *guard = warning->guard;
        const struct origin *origin = indication != NULL ? &indication->origin
                                      : guard != NULL    ? &guard->origin
                                                         : NULL;
        const struct json_member members[] = {
            { "kind", JSON_TEXT, warning_kind_word(warning->kind), 0 },
            { "step", JSON_TEXT, warning->step == NULL ? NULL : warning->step->id, 0 },
            { "id", JSON_TEXT,
              indication != NULL ? indication->id
              : guard != NULL    ? guard->id
                                 : NULL,
              0 },
            { "says", JSON_TEXT,
              row_code(indication != NULL ? workflow_text(indication->says)
                       : guard != NULL    ? case_veil_guard_says(guard)
                                          : case_text_warning(warning->kind)),
              0 },
            { "check_locally", JSON_BOOL, NULL, origin != NULL && origin->check_locally },
        };
        ADD(json, members);
    }
    return json_end_text(json, out);
}

static int make_links(const struct case_show *show, char **out)
{
    static const char *const ties[] = {
        [CASEFILE_TIE_PARENT] = "parent",
        [CASEFILE_TIE_SUBFILE] = "subfile",
        [CASEFILE_TIE_LINK] = "link",
    };
    struct json *json = json_begin();
    for (size_t i = 0; i < show->links.count; i++) {
        const struct casefile_link *link = &show->links.items[i];
        const struct json_member members[] = {
            { "tie", JSON_TEXT, ties[link->tie], 0 },
            { "id", JSON_TEXT, link->id, 0 },
            { "number", JSON_TEXT, link->number, 0 },
            { "workflow", JSON_TEXT, link->workflow, 0 },
            { "state", JSON_TEXT, casefile_state_word(link->state), 0 },
        };
        ADD(json, members);
    }
    return json_end_text(json, out);
}

struct history {
    const struct case_show *show;
    struct json *json;
};

static bool add_note(void *self, const struct answer_note *note)
{
    struct history *history = self;
    const struct step *step = definition_find_step(history->show->view.definition, note->step);
    const struct json_member members[] = {
        { "step", JSON_TEXT, note->step, 0 },
        { "field", JSON_TEXT, note->field, 0 },
        { "row", JSON_NUMBER, NULL, note->item },
        { "value", JSON_TEXT, note->value, 0 },
        { "event_day", JSON_TEXT, note->event_day, 0 },
        { "answered_at", JSON_TEXT, note->answered_at, 0 },
        { "answered_by", JSON_TEXT, user_or_null(history->show, note->answered_by), 0 },
        { "superseded_at", JSON_TEXT, note->superseded_at, 0 },
    };
    if (!case_show_hides(history->show, step))
        ADD(history->json, members);
    return true;
}

static int make_history(struct case_show *show, char **out)
{
    struct history history = { show, json_begin() };
    enum status status = step_each_answer(show->desk->desk.store, show->view.casefile.id, NULL,
                                          true, add_note, &history, &show->error);
    int code = json_end_text(history.json, out);
    return status == STATUS_OK ? code : case_fail(NULL, &show->error, NULL);
}

/* ---- the object */

enum list { LIST_WARNINGS, LIST_LINKS, LIST_STEPS, LIST_HISTORY, LIST_COUNT };

static int print_object(const struct case_show *show, char *const lists[LIST_COUNT])
{
    const struct casefile *casefile = &show->view.casefile;
    char closed[DAY_TEXT_SIZE];
    char opened[DAY_TEXT_SIZE];
    char review[DAY_TEXT_SIZE];
    const struct step_standing *next = show->view.standing.next;
    day_format(opened, casefile->opened_on);
    const struct json_member members[] = {
        { "id", JSON_TEXT, casefile->id, 0 },
        { "number", JSON_TEXT, casefile->number, 0 },
        { "person_id", JSON_TEXT, casefile->person_id, 0 },
        { "person", JSON_TEXT, row_code(show->view.person_name), 0 },
        { "workflow", JSON_TEXT, casefile->workflow, 0 },
        { "version", JSON_NUMBER, NULL, casefile->version },
        { "title", JSON_TEXT, workflow_text(show->view.definition->title), 0 },
        { "state", JSON_TEXT, casefile_state_word(casefile->state), 0 },
        { "risk", JSON_TEXT, row_code(casefile_risk_word(casefile->risk)), 0 },
        { "urgency", JSON_TEXT, casefile_urgency_word(casefile->urgency), 0 },
        { "is_restricted", JSON_BOOL, NULL, casefile->is_restricted },
        { "source", JSON_TEXT, row_code(casefile_intake_word(casefile->intake)), 0 },
        { "issue", JSON_TEXT, casefile->issue, 0 },
        { "assigned_to", JSON_TEXT, user_or_null(show, casefile->assigned_to), 0 },
        { "household_id", JSON_TEXT, row_code(casefile->household_id), 0 },
        { "opened_on", JSON_TEXT, opened, 0 },
        { "opened_by", JSON_TEXT, user_or_null(show, casefile->opened_by), 0 },
        { "review_on", JSON_TEXT, row_day(review, casefile->has_review_on, casefile->review_on),
          0 },
        { "closing_asked_at", JSON_TEXT, row_code(casefile->closing_asked_at), 0 },
        { "closing_asked_by", JSON_TEXT, user_or_null(show, casefile->closing_asked_by), 0 },
        { "closing_asked_reason", JSON_TEXT,
          row_code(closing_reason_word(casefile->closing_asked_reason)), 0 },
        { "closed_at", JSON_TEXT, row_code(casefile->closed_at), 0 },
        { "closed_on", JSON_TEXT, row_day(closed, casefile->has_closed_on, casefile->closed_on),
          0 },
        { "closed_by", JSON_TEXT, user_or_null(show, casefile->closed_by), 0 },
        { "closing_reason", JSON_TEXT, row_code(closing_reason_word(casefile->closing_reason)), 0 },
        { "closing_remark", JSON_TEXT, casefile->closing_remark, 0 },
        { "changed_at", JSON_TEXT, casefile->changed_at, 0 },
        { "next_step", JSON_TEXT, next == NULL ? NULL : next->step->id, 0 },
        { "warnings", JSON_RAW, lists[LIST_WARNINGS], 0 },
        { "links", JSON_RAW, lists[LIST_LINKS], 0 },
        { "steps", JSON_RAW, lists[LIST_STEPS], 0 },
        { "history", JSON_RAW, lists[LIST_HISTORY], 0 },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

int case_show_json(struct case_show *show, bool with_history)
{
    char *lists[LIST_COUNT] = { NULL };
    int code = make_warnings(show, &lists[LIST_WARNINGS]);
    if (code == EXIT_CODE_DONE)
        code = make_links(show, &lists[LIST_LINKS]);
    if (code == EXIT_CODE_DONE)
        code = make_steps(show, &lists[LIST_STEPS]);
    if (code == EXIT_CODE_DONE && with_history)
        code = make_history(show, &lists[LIST_HISTORY]);
    if (code == EXIT_CODE_DONE)
        code = print_object(show, lists);
    for (size_t i = 0; i < LIST_COUNT; i++)
        free(lists[i]);
    return code;
}
