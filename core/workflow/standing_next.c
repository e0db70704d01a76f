/* SPDX-License-Identifier: Apache-2.0 */

/* What to warn of, and what to do next. */
#include "base/array.h"
#include "country/country_calendar.h"
#include "workflow/standing_private.h"

/* ---- Warnings */

enum status standing_add_warning(struct standing *standing, const struct warning *warning,
                                 struct error *error)
{
    const enum status status =
        array_reserve(&standing->warnings, &standing->warning_capacity, sizeof(*standing->warnings),
                      standing->warning_count + 1, error);
    if (status == STATUS_OK)
        standing->warnings[standing->warning_count++] = *warning;
    return status;
}

static bool has_come(bool is_known, struct day day, const struct situation *situation)
{
    return is_known && day_compare(day, situation->today) <= 0;
}

static enum status warn_of_step(struct standing *standing, const struct step_standing *step,
                                const struct situation *situation, struct error *error)
{
    const bool is_open = step->state == STEP_READY || step->state == STEP_WAITING;
    const struct {
        bool is_so;
        enum warning_kind kind;
    } rows[] = {
        { step->is_overdue, WARNING_OVERDUE },
        { has_come(step->has_rung_due, step->rung_due, situation), WARNING_RUNG_DUE },
        { has_come(step->has_reminder, step->reminder, situation) && !step->is_overdue,
          WARNING_REMINDER },
        { step->is_clock_stopped, WARNING_CLOCK_STOPPED },
        { is_open && step->is_event_missing, WARNING_DEADLINE_UNKNOWN },
        { step->state == STEP_BLOCKED, WARNING_GUARD },
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct warning warning = { .kind = rows[i].kind,
                                         .step = step->step,
                                         .guard = step->guard };
        if (rows[i].is_so)
            status = standing_add_warning(standing, &warning, error);
    }
    return status;
}

static enum status warn_of_calendar(struct standing *standing, const struct situation *situation,
                                    struct error *error)
{
    const int year = day_to_civil(situation->today).year;
    enum status status = STATUS_OK;
    bool is_needed[2] = { false, false };
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (step->has_due && !step_state_is_settled(step->state) && !step->is_overdue &&
            day_to_civil(step->due).year <= year + 1)
            is_needed[day_to_civil(step->due).year - year] = true;
    }
    for (int i = 0; status == STATUS_OK && situation->country != NULL && i < 2; i++) {
        const struct warning warning = { .kind = WARNING_CALENDAR, .year = year + i };
        if (is_needed[i] && country_calendar_missing_feast(situation->country, year + i) != NULL)
            status = standing_add_warning(standing, &warning, error);
    }
    return status;
}

enum status standing_find_warnings(struct standing *standing, const struct situation *situation,
                                   struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < standing->indication_count; i++) {
        const struct warning warning = { .kind = WARNING_INDICATION,
                                         .indication = standing->indications[i] };
        status = standing_add_warning(standing, &warning, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++)
        status = warn_of_step(standing, &standing->steps[i], situation, error);
    return status == STATUS_OK ? warn_of_calendar(standing, situation, error) : status;
}

const char *warning_kind_word(enum warning_kind kind)
{
    static const char *const words[WARNING_KIND_COUNT] = {
        [WARNING_OVERDUE] = "overdue",       [WARNING_RUNG_DUE] = "rung_due",
        [WARNING_REMINDER] = "reminder",     [WARNING_CLOCK_STOPPED] = "clock_stopped",
        [WARNING_INDICATION] = "indication", [WARNING_GUARD] = "guard",
        [WARNING_CALENDAR] = "calendar",     [WARNING_DEADLINE_UNKNOWN] = "deadline_unknown",
    };
    return (unsigned)kind < WARNING_KIND_COUNT ? words[kind] : "unknown";
}

/* ---- What comes next: the lower the rank the sooner, and within a rank in the order of the
 * definition, or of the due days where those are the reason */

enum rank {
    RANK_URGENT,
    RANK_OVERDUE,  /* or due today; by the due day */
    RANK_RUNG,     /* nobody answered in time */
    RANK_REMINDED, /* by the due day */
    RANK_READY,
    RANK_LATER, /* what can wait until its day: by that day */
    RANK_APPROVAL,
    RANK_WAITING, /* by the day on which an answer is due */
    RANK_NONE
};

/* A round whose day has not come, or a paper that is good for long yet. */
static bool is_for_later(const struct step_standing *step, const struct situation *situation)
{
    const struct term *term = step->step->deadline;
    if (step->round > 0)
        return step->has_due && day_compare(step->due, situation->today) > 0;
    return term != NULL && term->is_exact && step->has_reminder &&
           day_compare(step->reminder, situation->today) > 0;
}

static enum rank find_rank(const struct step_standing *step, const struct situation *situation)
{
    switch (step->state) {
    case STEP_WAITING:
        return has_come(step->has_rung_due, step->rung_due, situation) ? RANK_RUNG : RANK_WAITING;
    case STEP_ASKED_APPROVAL:
        return RANK_APPROVAL;
    case STEP_READY:
        if (step->step->is_urgent)
            return RANK_URGENT;
        if (is_for_later(step, situation))
            return RANK_LATER;
        if (has_come(step->has_due, step->due, situation))
            return RANK_OVERDUE;
        return has_come(step->has_reminder, step->reminder, situation) ? RANK_REMINDED : RANK_READY;
    case STEP_NOT_NEEDED:
    case STEP_LOCKED:
    case STEP_BLOCKED:
    case STEP_DONE:
    case STEP_SKIPPED:
    case STEP_REFUSED:
    case STEP_STATE_COUNT:
    default:
        return RANK_NONE;
    }
}

static bool counts_days(enum rank rank)
{
    return rank == RANK_OVERDUE || rank == RANK_REMINDED || rank == RANK_LATER ||
           rank == RANK_WAITING;
}

static bool is_sooner(const struct step_standing *step, const struct step_standing *best)
{
    if (!step->has_due || !best->has_due)
        return step->has_due && !best->has_due;
    return day_compare(step->due, best->due) < 0;
}

void standing_choose_next(struct standing *standing, const struct situation *situation)
{
    enum rank best = RANK_NONE;
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        const enum rank rank = find_rank(step, situation);
        if (rank == RANK_NONE || rank > best)
            continue;
        if (rank < best || (counts_days(rank) && is_sooner(step, standing->next))) {
            standing->next = step;
            best = rank;
        }
    }
}
