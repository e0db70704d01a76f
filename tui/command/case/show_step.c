/* SPDX-License-Identifier: Apache-2.0 */

/* The steps of a casefile's sheet: stage by stage, what was done and answered, what is left. */
#include "base/text.h"
#include "command/case/command.h"
#include "command/case/show.h"
#include "command/case/veil.h"
#include "command/person/sheet.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdlib.h>

enum { VALUE_SIZE = 1024, FURTHER_INDENT = 4 };

/* ---- answers */

static void write_answer(void *self, const struct case_answer *answer)
{
    char *label = NULL;
    char *value = NULL;
    size_t size = 0;
    (void)self;
    FILE *memory = open_memstream(&label, &size);
    if (memory != NULL) {
        case_place_write(memory, &answer->place);
        fclose(memory);
    }
    memory = open_memstream(&value, &size);
    if (memory != NULL) {
        case_answer_write(memory, &answer->place, answer->value);
        fclose(memory);
    }
    if (label != NULL && value != NULL)
        person_sheet_line(stdout, label, value);
    free(label);
    free(value);
}

/* ---- how a step stands */

static void write_due(const struct case_show *show, const struct step_standing *standing)
{
    char text[VALUE_SIZE];
    char day[DAY_TEXT_SIZE];
    char distance[CASE_TEXT_DUE_SIZE];
    if (!standing->has_due || step_state_is_settled(standing->state))
        return;
    day_format(day, standing->due);
    case_text_due(distance, standing->due, show->view.situation.today);
    snprintf(text, sizeof(text), "%s, %s%s", day, distance,
             standing->is_clock_stopped ? _(" (the clock stands still)") : "");
    person_sheet_line(stdout, _("Due"), text);
}

static void write_wait(const struct step_wait *wait)
{
    char text[VALUE_SIZE];
    char day[DAY_TEXT_SIZE];
    if (wait == NULL)
        return;
    day_format(day, wait->from);
    /* TRANSLATORS: whom somebody waits for, and since when. */
    snprintf(text, sizeof(text), _("%s, since %s"), wait->waiting_for, day);
    person_sheet_line(stdout, _("Waits for"), text);
}

static void write_standing(const struct case_show *show, const struct step_standing *standing)
{
    write_due(show, standing);
    if (!case_show_hides(show, standing->step))
        write_wait(standing->wait);
    if (standing->state == STEP_LOCKED && standing->lock != NULL)
        person_sheet_line(stdout, _("First comes"), workflow_text(standing->lock->title));
    if (standing->state == STEP_BLOCKED && standing->guard != NULL)
        person_sheet_line(stdout, _("Not allowed"), case_veil_guard_says(standing->guard));
    if (standing->state == STEP_READY && standing->missing_count > 0 && standing->is_started) {
        char count[24];
        snprintf(count, sizeof(count), "%zu", standing->missing_count);
        person_sheet_line(stdout, _("Answers missing"), count);
    }
}

/* What was decided, as it was kept. */
struct deciding {
    const struct case_show *show;
    const struct step *step;
};

static bool write_note(void *self, const struct step_note *note)
{
    const struct deciding *deciding = self;
    const struct outcome *outcome =
        note->outcome == NULL ? NULL : step_find_outcome(deciding->step, note->outcome);
    char text[VALUE_SIZE];
    bool is_hidden = case_show_hides(deciding->show, deciding->step);
    if (note->outcome != NULL && !is_hidden)
        person_sheet_line(stdout, _("Outcome"),
                          outcome == NULL ? note->outcome : workflow_text(outcome->title));
    if (note->finished_on != NULL) {
        const char *by = note->finished_by == NULL ? "" : note->finished_by;
        snprintf(text, sizeof(text), "%s  (%s)", note->finished_on,
                 case_desk_user_name(deciding->show->desk, by));
        person_sheet_line(stdout, _("Finished"), text);
    }
    if (note->approved_on != NULL) {
        const char *by = note->approved_by == NULL ? "" : note->approved_by;
        snprintf(text, sizeof(text), "%s  (%s)", note->approved_on,
                 case_desk_user_name(deciding->show->desk, by));
        person_sheet_line(stdout, _("Approved"), text);
    }
    if (!is_hidden)
        person_sheet_line(stdout, _("Remark"), note->remark);
    return true;
}

/* ---- a step */

/* Nothing was done in it and nothing is to be done: one line says it all. */
static bool is_quiet(const struct step_standing *standing)
{
    return (standing->state == STEP_NOT_NEEDED || standing->state == STEP_LOCKED) &&
           !standing->is_started;
}

/* "Report to the police, round 2  [police_slip], after: Loss report". */
static void write_step_name(FILE *stream, const struct step_standing *standing)
{
    const struct step *step = standing->step;
    const char *title = workflow_text(step->title);
    bool is_locked = is_quiet(standing) && standing->state == STEP_LOCKED && standing->lock != NULL;
    if (standing->round > 0)
        /* TRANSLATORS: the title of a step that comes again, and which time it is. */
        fprintf(stream, _("%s, round %d"), title, standing->round);
    else
        fputs(title, stream);
    fprintf(stream, "  [%s]", step->id);
    if (is_locked)
        /* TRANSLATORS: %s is the title of the step that comes first. */
        fprintf(stream, _(", after: %s"), workflow_text(standing->lock->title));
}

static void write_title(const struct step_standing *standing)
{
    char *text = NULL;
    size_t size = 0;
    const char *state = case_text_step_state(standing->state);
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    write_step_name(memory, standing);
    fclose(memory);
    printf("%s: ", state);
    sentence_write_value(stdout, text, text_width(state) + 2, FURTHER_INDENT);
    free(text);
}

static int write_step(struct case_show *show, const struct step_standing *standing)
{
    struct deciding deciding = { show, standing->step };
    write_title(standing);
    if (is_quiet(standing))
        return EXIT_CODE_DONE;
    write_standing(show, standing);
    if (step_each_note(show->desk->desk.store, show->view.casefile.id, standing->step->id,
                       write_note, &deciding, &show->error) != STATUS_OK)
        return case_fail(NULL, &show->error, NULL);
    if (case_show_hides(show, standing->step)) {
        person_sheet_line(stdout, _("RESTRICTED"), _("show to nobody without need"));
        return EXIT_CODE_DONE;
    }
    case_show_each_answer(show, standing->step, write_answer, NULL);
    int code = standing->step->instrument == NULL ? EXIT_CODE_DONE
                                                  : case_show_write_scores(show, standing);
    return code == EXIT_CODE_DONE ? case_show_write_waits(show, standing->step) : code;
}

/* "1. Arrival". */
static void write_stage(int number, const struct stage *stage)
{
    int width = printf("\n%d. ", number) - 1;
    sentence_write_value(stdout, workflow_text(stage->title), (size_t)width, FURTHER_INDENT);
}

int case_show_write_steps(struct case_show *show)
{
    const struct stage *stage = NULL;
    int number = 0;
    bool is_after_line = false; /* of a quiet step: those stand close together */
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; code == EXIT_CODE_DONE && i < show->view.standing.step_count; i++) {
        const struct step_standing *standing = &show->view.standing.steps[i];
        bool is_first = standing->step->stage != stage;
        stage = standing->step->stage;
        if (is_first)
            write_stage(++number, stage);
        if (is_first || !is_after_line || !is_quiet(standing))
            putchar('\n');
        is_after_line = is_quiet(standing);
        code = write_step(show, standing);
    }
    return code;
}
