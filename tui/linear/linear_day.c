/* SPDX-License-Identifier: Apache-2.0 */

/* What is to be done today; and whoever chooses one of it does it. */
#include "command/day_page.h"
#include "language.h"
#include "linear/linear_private.h"
#include "linear/linear_task.h"
#include "sentence.h"
#include "wording/case_text.h"

/* What the lines of the list are made of. */
struct day_lines {
    struct case_desk *desk;
    const struct day_list *list;
};

static const char *const groups[] = {
    [DAY_OVERDUE] = N_("overdue"),  [DAY_TODAY] = N_("today and soon"), [DAY_NEW] = N_("new"),
    [DAY_READY] = N_("to be done"), [DAY_WAITING] = N_("waiting"),
};
_Static_assert(sizeof(groups) / sizeof(groups[0]) == DAY_GROUP_COUNT, "every group has its words");

static const char *kind_words(const struct day_entry *entry)
{
    return entry->is_appointment               ? _("appointment: ")
           : entry->kind == TASK_KIND_WAITING  ? _("no answer yet: ")
           : entry->kind == TASK_KIND_APPROVAL ? _("to approve: ")
           : entry->kind == TASK_KIND_TERM     ? _("a term runs: ")
                                               : "";
}

static void write_when(FILE *stream, const struct day_entry *entry, struct day today)
{
    char due[CASE_TEXT_DUE_SIZE];
    if (entry->is_appointment && entry->time[0] != '\0') {
        fputs(entry->time, stream);
    } else if (entry->has_due) {
        case_text_due(due, entry->due, today);
        fputs(due, stream);
    } else {
        fputs(language_text(groups[entry->group]), stream);
    }
    if (entry->is_urgent)
        fprintf(stream, ", %s", _("urgent"));
}

/* "3 days late. send the request, Nurlanov Azamat, KG-OSH-2026-000117" */
static void write_entry(const void *self, FILE *stream, size_t index)
{
    const struct day_lines *lines = self;
    const struct day_entry *entry = &lines->list->items[index];
    const char *name = entry->is_restricted         ? _("(restricted)")
                       : entry->person_name == NULL ? ""
                                                    : entry->person_name;
    write_when(stream, entry, lines->desk->desk.today);
    fprintf(stream, ". %s%s", kind_words(entry), day_entry_title(lines->desk, entry));
    fprintf(stream, "%s%s%s%s", name[0] == '\0' ? "" : ", ", name,
            entry->number[0] == '\0' ? "" : ", ", entry->number);
}

static enum linear_reply work_on(struct linear *linear, const struct day_entry *entry)
{
    if (!entry->is_appointment && entry->kind == TASK_KIND_OWN)
        return linear_task_end(linear, entry->id, entry->casefile_id);
    if (entry->casefile_id[0] != '\0')
        return linear_casefile(linear, entry->casefile_id,
                               entry->step[0] == '\0' ? NULL : entry->step);
    if (entry->person_id[0] != '\0')
        return linear_person(linear, entry->person_id);
    linear_say("%s", _("There is no casefile behind it."));
    return REPLY_GIVEN;
}

static enum linear_reply choose(struct linear *linear, const struct day_list *list)
{
    const struct day_lines lines = { linear_desk(linear), list };
    const struct linear_choices choices = {
        .text = _("Which"), .count = list->count, .write = write_entry, .self = &lines
    };
    size_t chosen = 0;
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    return reply == REPLY_GIVEN ? work_on(linear, &list->items[chosen]) : reply;
}

enum linear_reply linear_day(struct linear *linear)
{
    const struct casefile_desk *desk = &linear_desk(linear)->desk;
    const struct day_question question = { .user_id = desk->actor, .today = desk->today };
    struct day_list list = { .items = NULL };
    struct error error = { 0 };
    enum linear_reply reply = REPLY_GIVEN;
    if (!linear_may(linear, ACT_READ_CASES))
        return REPLY_GIVEN;
    if (day_list_load(desk->store, &question, &list, &error) != STATUS_OK)
        linear_fail(&error);
    else if (list.count == 0)
        linear_say("%s", _("Nothing is to be done today."));
    else
        reply = choose(linear, &list);
    day_list_release(&list);
    return reply;
}
