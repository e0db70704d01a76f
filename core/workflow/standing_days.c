/* SPDX-License-Identifier: Apache-2.0 */

/* When a step is due, and what comes due while it waits. */
#include "base/deadline.h"
#include "workflow/standing_private.h"
#include "workflow/term.h"

#include <stdlib.h>
#include <string.h>

/* ---- Events that a term counts from */

/* The latest request, which is what the present term counts from; when the clock was stopped before
 * anybody was asked anything else, the first stop is the request. */
static bool find_asked(const struct situation *situation, const char *step, struct day *out)
{
    bool is_found = false;
    for (size_t i = situation->wait_count; i > 0; i--) {
        const struct step_wait *wait = &situation->waits[i - 1];
        if (wait->rung > 0 || strcmp(wait->step, step) != 0)
            continue;
        *out = wait->from;
        is_found = true;
        if (!wait->stops_clock)
            return true;
    }
    return is_found;
}

/* Of rows, the earliest date: the paper that expires first. */
static bool find_answered_day(const struct situation *situation, const char *path, struct day *out)
{
    const size_t length = strcspn(path, ".");
    bool is_found = false;
    for (size_t i = 0; i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        struct day day;
        if (strlen(answer->step) != length || memcmp(answer->step, path, length) != 0 ||
            strcmp(answer->field, path + length + 1) != 0 ||
            day_parse(&day, answer->value, NULL) != STATUS_OK)
            continue;
        if (!is_found || day_compare(day, *out) < 0)
            *out = day;
        is_found = true;
    }
    return is_found;
}

static bool find_finished(const struct situation *situation, const char *step, struct day *out)
{
    const struct step_record *record = situation_record(situation, step);
    if (record == NULL || !record->has_finished_on)
        return false;
    *out = record->finished_on;
    return true;
}

static bool find_event(const struct step_standing *step, const char *from,
                       const struct situation *situation, struct day *out)
{
    if (strcmp(from, "opened") == 0) {
        *out = situation->opened;
        return true;
    }
    if (strcmp(from, "ready") == 0) {
        *out = step->ready_since;
        return step->state != STEP_LOCKED;
    }
    if (strcmp(from, "asked") == 0)
        return find_asked(situation, step->step->id, out);
    if (strchr(from, '.') != NULL)
        return find_answered_day(situation, from, out);
    return find_finished(situation, from, out);
}

/* ---- Terms */

/* How often the clock of the step was stopped; the caller frees *out. */
static enum status list_stops(const char *step, const struct situation *situation,
                              struct clock_stop **out, size_t *count, struct error *error)
{
    *count = 0;
    *out = calloc(situation->wait_count + 1, sizeof(**out));
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "clock stops");
    for (size_t i = 0; i < situation->wait_count; i++) {
        const struct step_wait *wait = &situation->waits[i];
        if (!wait->stops_clock || strcmp(wait->step, step) != 0)
            continue;
        (*out)[(*count)++] = (struct clock_stop){ .from = wait->from,
                                                  .until = wait->until,
                                                  .has_until = wait->has_until };
    }
    return STATUS_OK;
}

static enum status add_days(struct day *out, struct day from, int count, int unit,
                            const struct situation *situation, struct error *error)
{
    const struct deadline deadline = { .count = count,
                                       .unit = term_unit_deadline((enum term_unit)unit) };
    return deadline_due(out, &deadline, from, situation->calendar, NULL, 0, situation->today,
                        error);
}

static enum status find_due(struct step_standing *step, const struct situation *situation,
                            struct error *error)
{
    const struct term *term = step->step->deadline;
    struct deadline deadline;
    struct day event;
    struct clock_stop *stops;
    size_t count;
    if (term == NULL || !term_deadline(&deadline, NULL, term, situation->country))
        return STATUS_OK;
    step->is_event_missing = !find_event(step, term->from, situation, &event);
    if (step->is_event_missing)
        return STATUS_OK;
    enum status status = list_stops(step->step->id, situation, &stops, &count, error);
    if (status == STATUS_OK)
        status = deadline_due(&step->due, &deadline, event, situation->calendar, stops, count,
                              situation->today, error);
    free(stops);
    step->has_due = status == STATUS_OK;
    for (size_t i = 0; i < situation->wait_count; i++)
        step->is_clock_stopped |= situation->waits[i].stops_clock &&
                                  !situation->waits[i].has_until &&
                                  strcmp(situation->waits[i].step, step->step->id) == 0;
    return status;
}

static enum status find_round(struct step_standing *step, const struct situation *situation,
                              struct error *error)
{
    const struct rounds *rounds = step->step->rounds;
    const struct step_record *record = situation_record(situation, step->step->id);
    const int done = record == NULL ? 0 : record->rounds;
    struct day event;
    if (rounds == NULL)
        return STATUS_OK;
    step->round = done + 1;
    if ((size_t)done >= rounds->at_count || !find_event(step, rounds->from, situation, &event))
        return STATUS_OK;
    const enum status status =
        add_days(&step->due, event, rounds->at[done], rounds->unit, situation, error);
    step->has_due = status == STATUS_OK;
    return status;
}

/* ---- While it waits */

static enum status find_rung(struct step_standing *step, const struct situation *situation,
                             struct error *error)
{
    const struct ladder *ladder = step->step->ladder;
    const struct step_wait *wait = step->wait;
    if (wait == NULL || ladder == NULL || wait->stops_clock ||
        (size_t)wait->rung >= ladder->rung_count)
        return STATUS_OK;
    step->rung = &ladder->rungs[wait->rung];
    struct day from = wait->has_due ? wait->due : wait->from;
    /* A clock that stood meanwhile has moved the day on which the answer is due. */
    if (wait->rung == 0 && step->has_due && (!wait->has_due || day_compare(step->due, from) > 0))
        from = step->due;
    const enum status status =
        add_days(&step->rung_due, from, step->rung->after, step->rung->unit, situation, error);
    step->has_rung_due = status == STATUS_OK;
    return status;
}

static enum status find_reminder(struct step_standing *step, const struct situation *situation,
                                 struct error *error)
{
    const struct term *term = step->step->deadline;
    enum status status = STATUS_OK;
    for (size_t i = 0; step->has_due && term != NULL && i < term->remind_count; i++) {
        struct day day;
        status = day_add_days(&day, step->due, -term->remind[i], error);
        if (status != STATUS_OK)
            return status;
        const bool has_passed = day_compare(day, situation->today) <= 0;
        const bool had_passed =
            step->has_reminder && day_compare(step->reminder, situation->today) <= 0;
        /* The last that has passed; before that the first that will. */
        if (!step->has_reminder || (has_passed && !had_passed) ||
            (has_passed == had_passed && (day_compare(day, step->reminder) > 0) == has_passed))
            step->reminder = day;
        step->has_reminder = true;
    }
    return status;
}

enum status standing_find_days(struct step_standing *step, const struct situation *situation,
                               struct error *error)
{
    enum status status = STATUS_OK;
    if (situation->calendar != NULL)
        status = find_due(step, situation, error);
    if (status == STATUS_OK && situation->calendar != NULL)
        status = find_round(step, situation, error);
    if (status == STATUS_OK && situation->calendar != NULL)
        status = find_rung(step, situation, error);
    if (status == STATUS_OK)
        status = find_reminder(step, situation, error);
    step->is_overdue = step->has_due && day_compare(step->due, situation->today) < 0;
    return status;
}
