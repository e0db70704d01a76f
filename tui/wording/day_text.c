/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/day_text.h"

#include "language.h"
#include "wording/case_text.h"

#include <stdio.h>

static const struct {
    const char *heading;
    const char *count;
} groups[] = {
    [DAY_OVERDUE] = { N_("OVERDUE"), N_("overdue") },
    [DAY_TODAY] = { N_("TODAY AND SOON"), N_("today and soon") },
    [DAY_NEW] = { N_("NEW"), N_("new") },
    [DAY_READY] = { N_("TO BE DONE"), N_("to be done") },
    [DAY_WAITING] = { N_("WAITING"), N_("waiting") },
};
_Static_assert(sizeof(groups) / sizeof(groups[0]) == DAY_GROUP_COUNT, "every group has its words");

const char *day_text_heading(enum day_group group)
{
    return language_text(groups[group].heading);
}

const char *day_text_count(enum day_group group)
{
    return language_text(groups[group].count);
}

static void late_text(char out[DAY_TEXT_WHEN_SIZE], struct day due, struct day today)
{
    char days[DAY_TEXT_WHEN_SIZE / 2];
    const unsigned long count = (unsigned long)(today.number - due.number);
    snprintf(days, sizeof(days), language_plural("%lu day", "%lu days", count), count);
    /* TRANSLATORS: behind a number of days, below the heading OVERDUE: "3 days late".  As short as
     * it can be; "ago" will do. */
    snprintf(out, DAY_TEXT_WHEN_SIZE, "%s %s", days, C_("days", "late"));
}

void day_text_when(char out[DAY_TEXT_WHEN_SIZE], const struct day_entry *entry, struct day today)
{
    char due[CASE_TEXT_DUE_SIZE];
    out[0] = '\0';
    if (entry->is_appointment && entry->time[0] != '\0') {
        snprintf(out, DAY_TEXT_WHEN_SIZE, "%s", entry->time);
    } else if (entry->has_due && day_compare(entry->due, today) < 0) {
        late_text(out, entry->due, today);
    } else if (entry->has_due) {
        case_text_due(due, entry->due, today);
        snprintf(out, DAY_TEXT_WHEN_SIZE, "%s", due);
    } else if (entry->is_urgent) {
        snprintf(out, DAY_TEXT_WHEN_SIZE, "%s", _("urgent"));
    }
}

const char *day_text_kind(const struct day_entry *entry)
{
    if (entry->group == DAY_WAITING && entry->kind == TASK_KIND_WAITING)
        return "";
    return entry->is_appointment               ? _("appointment: ")
           : entry->kind == TASK_KIND_WAITING  ? _("no answer yet: ")
           : entry->kind == TASK_KIND_APPROVAL ? _("to approve: ")
           /* TRANSLATORS: a term runs, but another step of the casefile has to come first. */
           : entry->kind == TASK_KIND_TERM ? _("a term runs: ")
                                           : "";
}

const char *day_text_name(const struct day_entry *entry)
{
    return entry->is_restricted         ? _("(restricted)")
           : entry->person_name == NULL ? ""
                                        : entry->person_name;
}
