/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/next_json.h"

#include "command/case/step_page.h"
#include "command/case/veil.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"
#include "wording/case_text.h"
#include "wording/field_text.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(members) (sizeof(members) / sizeof((members)[0]))

/* ---- the form */

static int choices_text(const struct field *field, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct json_member members[] = {
            { "id", JSON_TEXT, field->choices[i].id, 0 },
            { "title", JSON_TEXT, workflow_text(field->choices[i].title), 0 },
        };
        json_add(json, members, COUNT(members));
    }
    return json_end_text(json, out);
}

static int add_field(struct json *json, const struct casefile_view *view, const struct step *step,
                     const struct case_place *place)
{
    char path[STEP_PATH_SIZE];
    char shown[CASE_PATH_SIZE];
    char *choices = NULL;
    const struct field *field = place->field;
    snprintf(path, sizeof(path), "%s%s%s", place->rows == NULL ? "" : place->rows->id,
             place->rows == NULL ? "" : ".", field->id);
    case_path_format(shown, path, place->row);
    int code = choices_text(field, &choices);
    const struct json_member members[] = {
        { "path", JSON_TEXT, shown, 0 },
        { "label", JSON_TEXT, workflow_text(field->label), 0 },
        { "type", JSON_TEXT, field_type_words[field->type], 0 },
        { "help", JSON_TEXT, field->help == NULL ? NULL : workflow_text(field->help), 0 },
        { "is_required", JSON_BOOL, NULL,
          field_is_required(field, step, view->definition, &view->situation, &view->standing,
                            place->row) },
        { "must_be", JSON_TEXT, field->must_be, 0 },
        { "value", JSON_TEXT, situation_answer(&view->situation, step->id, path, place->row), 0 },
        { "choices", JSON_RAW, choices, 0 },
    };
    json_add(json, members, COUNT(members));
    free(choices);
    return code;
}

/* The columns of every row that is there and of the one behind them. */
static int add_rows(struct json *json, const struct casefile_view *view, const struct step *step,
                    const struct field *rows)
{
    int count = situation_rows(&view->situation, step->id, rows->id);
    int code = EXIT_CODE_DONE;
    for (int row = 1; row <= count + 1; row++)
        for (size_t i = 0; i < rows->field_count && code == EXIT_CODE_DONE; i++) {
            const struct case_place place = { .field = &rows->fields[i], .rows = rows, .row = row };
            if (field_is_asked(place.field, step, view->definition, &view->situation,
                               &view->standing, row))
                code = add_field(json, view, step, &place);
        }
    return code;
}

static void add_evidence(struct json *json, const struct casefile_view *view,
                         const struct step *step, const struct evidence *evidence)
{
    char path[CASE_PATH_SIZE];
    snprintf(path, sizeof(path), "%s%s", case_path_evidence, evidence->type);
    const struct json_member members[] = {
        { "path", JSON_TEXT, path, 0 },
        { "label", JSON_TEXT, workflow_text(evidence->title), 0 },
        { "type", JSON_TEXT, "evidence", 0 },
        { "help", JSON_TEXT, NULL, 0 },
        { "is_required", JSON_BOOL, NULL, evidence->is_required },
        { "must_be", JSON_TEXT, NULL, 0 },
        { "value", JSON_TEXT, situation_answer(&view->situation, step->id, path, 0), 0 },
        { "choices", JSON_RAW, "[]", 0 },
    };
    json_add(json, members, COUNT(members));
}

static int fields_text(const struct casefile_view *view, const struct step *step, char **out)
{
    struct json *json = json_begin();
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < step->field_count && code == EXIT_CODE_DONE; i++) {
        const struct case_place place = { .field = &step->fields[i] };
        if (!field_is_asked(place.field, step, view->definition, &view->situation, &view->standing,
                            0))
            continue;
        code = add_field(json, view, step, &place);
        if (code == EXIT_CODE_DONE && place.field->type == FIELD_ROWS)
            code = add_rows(json, view, step, place.field);
    }
    for (size_t i = 0; i < step->evidence_count; i++)
        if (evidence_is_asked(&step->evidence[i], view->definition, &view->situation,
                              &view->standing))
            add_evidence(json, view, step, &step->evidence[i]);
    int ended = json_end_text(json, out);
    return code == EXIT_CODE_DONE ? ended : code;
}

/* ---- how it can end, whom it waits for */

static int outcomes_text(const struct step *step, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < step->outcome_count; i++) {
        const struct json_member members[] = {
            { "id", JSON_TEXT, step->outcomes[i].id, 0 },
            { "title", JSON_TEXT, workflow_text(step->outcomes[i].title), 0 },
            { "is_refusal", JSON_BOOL, NULL, step->outcomes[i].is_refusal },
            { "closes", JSON_TEXT, step->outcomes[i].closes, 0 },
        };
        json_add(json, members, COUNT(members));
    }
    return json_end_text(json, out);
}

static const char *day_text(char out[DAY_TEXT_SIZE], bool has_day, struct day day)
{
    if (has_day)
        day_format(out, day);
    return has_day ? out : NULL;
}

/* An array with the open wait, or without any. */
static int wait_text(const struct step_standing *standing, char **out)
{
    char from[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE], rung_due[DAY_TEXT_SIZE];
    const struct step_wait *wait = standing->wait;
    struct json *json = json_begin();
    if (wait != NULL) {
        const struct json_member members[] = {
            { "for", JSON_TEXT, wait->waiting_for, 0 },
            { "rung", JSON_NUMBER, NULL, wait->rung },
            { "from", JSON_TEXT, day_text(from, true, wait->from), 0 },
            { "due", JSON_TEXT, day_text(due, wait->has_due, wait->due), 0 },
            { "stops_clock", JSON_BOOL, NULL, wait->stops_clock },
            { "next_rung", JSON_TEXT, standing->rung == NULL ? NULL : standing->rung->id, 0 },
            { "next_rung_due", JSON_TEXT,
              day_text(rung_due, standing->has_rung_due, standing->rung_due), 0 },
        };
        json_add(json, members, COUNT(members));
    }
    return json_end_text(json, out);
}

/* ---- what to look out for */

static int warnings_text(const struct standing *standing, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < standing->warning_count; i++) {
        const struct warning *warning = &standing->warnings[i];
        const char *says = warning->indication != NULL ? workflow_text(warning->indication->says)
                           : warning->guard != NULL    ? case_veil_guard_says(warning->guard)
                                                       : case_text_warning(warning->kind);
        const struct json_member members[] = {
            { "kind", JSON_TEXT, warning_kind_word(warning->kind), 0 },
            { "step", JSON_TEXT, warning->step == NULL ? NULL : warning->step->id, 0 },
            { "indication", JSON_TEXT, warning->indication == NULL ? NULL : warning->indication->id,
              0 },
            { "guard", JSON_TEXT, warning->guard == NULL ? NULL : warning->guard->id, 0 },
            { "year", JSON_NUMBER, NULL, warning->year },
            { "says", JSON_TEXT, says, 0 },
        };
        json_add(json, members, COUNT(members));
    }
    return json_end_text(json, out);
}

/* ---- the step */

/* What is JSON by itself already; freed together. */
struct parts {
    bool is_hidden; /* no fields, no wait */
    char *fields;
    char *outcomes;
    char *wait;
    char *warnings;
    char *term;
    char *step; /* an array with the step, or without any */
};

static void parts_release(struct parts *parts)
{
    free(parts->fields);
    free(parts->outcomes);
    free(parts->wait);
    free(parts->warnings);
    free(parts->term);
    free(parts->step);
}

static const char *body_name(const struct casefile_view *view, const struct step *step)
{
    const struct country_pack *pack = view->situation.country;
    const struct country_body *body =
        pack == NULL || step->body == NULL ? NULL : country_pack_find_body(pack, step->body);
    return body == NULL || body->name == NULL ? NULL : C_("country", body->name);
}

static const char *or_null(const char *text)
{
    return text == NULL ? NULL : workflow_text(text);
}

static void add_step(struct json *json, const struct casefile_view *view,
                     const struct step_standing *standing, const struct parts *parts)
{
    char due[DAY_TEXT_SIZE], reminder[DAY_TEXT_SIZE];
    const struct step *step = standing->step;
    const struct json_member members[] = {
        { "id", JSON_TEXT, step->id, 0 },
        { "title", JSON_TEXT, workflow_text(step->title), 0 },
        { "stage", JSON_TEXT, step->stage->id, 0 },
        { "kind", JSON_TEXT, step_kind_words[step->kind], 0 },
        { "state", JSON_TEXT, step_state_word(standing->state), 0 },
        { "round", JSON_NUMBER, NULL, standing->round },
        { "why", JSON_TEXT, or_null(step->why), 0 },
        { "is_urgent", JSON_BOOL, NULL, step->is_urgent },
        { "is_restricted", JSON_BOOL, NULL, step->is_restricted },
        { "is_hidden", JSON_BOOL, NULL, parts->is_hidden },
        { "check_locally", JSON_BOOL, NULL, step->origin.check_locally },
        { "missing", JSON_NUMBER, NULL, (long long)standing->missing_count },
        { "decides", JSON_TEXT, or_null(step->decides), 0 },
        { "body", JSON_TEXT, body_name(view, step), 0 },
        { "due", JSON_TEXT, day_text(due, standing->has_due, standing->due), 0 },
        { "is_overdue", JSON_BOOL, NULL, standing->is_overdue },
        { "term", JSON_TEXT, parts->term == NULL || parts->term[0] == '\0' ? NULL : parts->term,
          0 },
        { "reminder", JSON_TEXT, day_text(reminder, standing->has_reminder, standing->reminder),
          0 },
        { "missed", JSON_TEXT, step->deadline == NULL ? NULL : or_null(step->deadline->missed), 0 },
        { "if_refused", JSON_TEXT, or_null(step->if_refused), 0 },
        { "if_silent", JSON_TEXT, or_null(step->if_silent), 0 },
        { "fields", JSON_RAW, parts->fields, 0 },
        { "outcomes", JSON_RAW, parts->outcomes, 0 },
        { "waits", JSON_RAW, parts->wait, 0 },
    };
    json_add(json, members, COUNT(members));
}

static int make_step(const struct case_session *session, struct parts *parts)
{
    const struct casefile_view *view = &session->view;
    const struct step_standing *next =
        view->casefile.state == CASEFILE_OPEN ? view->standing.next : NULL;
    struct json *json;
    int code = EXIT_CODE_DONE;
    if (next != NULL) {
        parts->is_hidden = case_session_hides(session, next->step);
        if (!parts->is_hidden)
            code = fields_text(view, next->step, &parts->fields);
        if (code == EXIT_CODE_DONE)
            code = outcomes_text(next->step, &parts->outcomes);
        if (code == EXIT_CODE_DONE && !parts->is_hidden)
            code = wait_text(next, &parts->wait);
        parts->term = step_page_term_text(view, next->step);
    }
    if (code != EXIT_CODE_DONE)
        return code;
    json = json_begin();
    if (next != NULL)
        add_step(json, view, next, parts);
    return json_end_text(json, &parts->step);
}

int next_json_print(const struct case_session *session)
{
    const struct casefile_view *view = &session->view;
    struct parts parts = { .is_hidden = false };
    int code = make_step(session, &parts);
    if (code == EXIT_CODE_DONE)
        code = warnings_text(&view->standing, &parts.warnings);
    const struct json_member members[] = {
        { "casefile", JSON_TEXT, view->casefile.id, 0 },
        { "number", JSON_TEXT, view->casefile.number, 0 },
        { "person_id", JSON_TEXT, view->casefile.person_id, 0 },
        { "person_name", JSON_TEXT, view->person_name, 0 },
        { "workflow", JSON_TEXT, view->casefile.workflow, 0 },
        { "version", JSON_NUMBER, NULL, view->casefile.version },
        { "state", JSON_TEXT, casefile_state_word(view->casefile.state), 0 },
        { "changed_at", JSON_TEXT, view->casefile.changed_at, 0 },
        { "is_finished", JSON_BOOL, NULL, view->standing.is_finished },
        { "closes", JSON_TEXT, view->standing.closes, 0 },
        { "next", JSON_RAW, parts.step, 0 },
        { "warnings", JSON_RAW, parts.warnings, 0 },
    };
    if (code == EXIT_CODE_DONE)
        code = json_print(members, COUNT(members));
    parts_release(&parts);
    return code;
}
