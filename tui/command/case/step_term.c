/* SPDX-License-Identifier: Apache-2.0 */

/* By when a step has to be done, and whom it waits for. */
#include "command/case/step_page.h"
#include "command/country/command.h"
#include "command/person/sheet.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_text.h"
#include "wording/field_text.h"
#include "workflow/term.h"

#include <stdlib.h>
#include <string.h>

enum { VALUE_SIZE = 1024 };

/* ---- how it is counted */

/* "STEP" or "STEP.FIELD". */
static void write_event_of_step(FILE *stream, const struct definition *definition, const char *from)
{
    char id[CASEFILE_WORKFLOW_SIZE];
    const char *dot = strchr(from, '.');
    snprintf(id, sizeof(id), "%.*s", (int)strcspn(from, "."), from);
    const struct step *step = definition_find_step(definition, id);
    const struct field *field = step == NULL || dot == NULL ? NULL : step_find_field(step, dot + 1);
    /* TRANSLATORS: what follows is the title of a step or the label of a date in a form. */
    fprintf(stream, "%s ", _("counted from the day of:"));
    fputs(field != NULL  ? workflow_text(field->label)
          : step != NULL ? workflow_text(step->title)
                         : from,
          stream);
}

static void write_event(FILE *stream, const struct definition *definition, const char *from)
{
    static const struct {
        const char *from;
        const char *text;
    } events[] = {
        { "opened", N_("counted from the opening of the casefile") },
        { "ready", N_("counted from the day on which the step could begin") },
        { "asked", N_("counted from the day on which they are asked") },
    };
    for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++)
        if (strcmp(events[i].from, from) == 0) {
            fputs(language_text(events[i].text), stream);
            return;
        }
    write_event_of_step(stream, definition, from);
}

char *step_page_term_text(const struct casefile_view *view, const struct step *step)
{
    char *text = NULL;
    size_t size = 0;
    struct deadline deadline;
    bool check_locally = false;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    if (step->deadline != NULL &&
        term_deadline(&deadline, &check_locally, step->deadline, view->situation.country)) {
        country_write_term(memory, deadline.count, deadline.unit);
        fputs(", ", memory);
        write_event(memory, view->definition, step->deadline->from);
        fputs(check_locally ? _(" (check locally)") : "", memory);
    }
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

/* ---- when it cannot be counted */

/* " Answer this: Claimed on (asylum_claim.claimed_on)" */
static void write_missing_event(FILE *stream, const struct definition *definition, const char *from)
{
    char id[CASEFILE_WORKFLOW_SIZE];
    char what[VALUE_SIZE];
    const char *dot = strchr(from, '.');
    snprintf(id, sizeof(id), "%.*s", (int)strcspn(from, "."), from);
    const struct step *step = definition_find_step(definition, id);
    const struct field *field = step == NULL || dot == NULL ? NULL : step_find_field(step, dot + 1);
    fputc(' ', stream);
    if (step == NULL) {
        fputs(_("Note with 'qadam case wait' when they were asked."), stream);
        return;
    }
    snprintf(what, sizeof(what), "%s (%s)",
             workflow_text(field == NULL ? step->title : field->label), from);
    /* TRANSLATORS: %s is the label of a field, or the title of a step, and its id. */
    sentence_fill(stream, field == NULL ? _("Finish this step first: %s") : _("Answer this: %s"),
                  "%s", what);
}

char *step_page_warning_text(const struct casefile_view *view, const struct warning *warning)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    fputs(case_text_warning(warning->kind), memory);
    if (warning->kind == WARNING_DEADLINE_UNKNOWN && warning->step->deadline != NULL)
        write_missing_event(memory, view->definition, warning->step->deadline->from);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

/* ---- by when */

static void write_day(const char *label, struct day day, struct day today)
{
    char text[DAY_TEXT_SIZE];
    char distance[CASE_TEXT_DUE_SIZE];
    char value[VALUE_SIZE];
    day_format(text, day);
    case_text_due(distance, day, today);
    snprintf(value, sizeof(value), "%s  %s", text, distance);
    person_sheet_line(stdout, label, value);
}

void step_page_write_term(const struct casefile_view *view, const struct step_standing *standing)
{
    const struct step *step = standing->step;
    const struct day today = view->situation.today;
    if (!standing->has_due && step->deadline == NULL)
        return;
    person_sheet_heading(stdout, _("BY WHEN"));
    if (standing->has_due)
        write_day(_("Due"), standing->due, today);
    if (standing->is_clock_stopped)
        person_sheet_more(stdout, _("The clock stands still: the day moves on."));
    if (standing->is_event_missing)
        person_sheet_line(stdout, _("Due"), _("the day from which it counts is not known yet"));
    char *counted = step_page_term_text(view, step);
    person_sheet_line(stdout, _("Term"), counted);
    free(counted);
    /* The newest one that has passed says nothing. */
    if (standing->has_reminder && day_compare(standing->reminder, today) >= 0)
        write_day(_("Reminder"), standing->reminder, today);
    if (step->deadline != NULL)
        person_sheet_line(stdout, _("When it is missed"), workflow_text(step->deadline->missed));
}

/* ---- whom it waits for */

static void write_rung(const struct casefile_view *view, const struct step_standing *standing)
{
    char value[VALUE_SIZE];
    char due[DAY_TEXT_SIZE] = "";
    const struct rung *rung = standing->rung;
    if (rung == NULL) {
        person_sheet_line(stdout, _("After that"), _("there is nobody else to turn to"));
        return;
    }
    if (standing->has_rung_due)
        day_format(due, standing->rung_due);
    bool is_due =
        standing->has_rung_due && day_compare(standing->rung_due, view->situation.today) <= 0;
    snprintf(value, sizeof(value), "%s%s%s%s", workflow_text(rung->title),
             due[0] == '\0' ? "" : "  ", due,
             rung->origin.check_locally ? _(" (check locally)") : "");
    person_sheet_line(stdout, is_due ? _("NOW") : _("After that"), value);
}

void step_page_write_wait(const struct casefile_view *view, const struct step_standing *standing)
{
    const struct step_wait *wait = standing->wait;
    const struct ladder *ladder = standing->step->ladder;
    char day[DAY_TEXT_SIZE];
    if (wait == NULL)
        return;
    person_sheet_heading(stdout, _("WAITS FOR"));
    person_sheet_line(stdout, _("Whom"), wait->waiting_for);
    day_format(day, wait->from);
    person_sheet_line(stdout, _("Since"), day);
    if (wait->rung > 0 && ladder != NULL && (size_t)wait->rung <= ladder->rung_count)
        /* TRANSLATORS: which reminder or letter it was follows. */
        person_sheet_line(stdout, _("How"), workflow_text(ladder->rungs[wait->rung - 1].title));
    if (wait->has_due)
        write_day(_("Answer due"), wait->due, view->situation.today);
    if (wait->stops_clock)
        person_sheet_more(stdout, _("The clock of the step stands still meanwhile."));
    else if (ladder != NULL)
        write_rung(view, standing);
}
