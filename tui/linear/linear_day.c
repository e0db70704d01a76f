/* SPDX-License-Identifier: Apache-2.0 */

/* What is to be done today; and whoever chooses one of it does it. */
#include "command/day_page.h"
#include "language.h"
#include "linear/linear_private.h"
#include "linear/linear_task.h"
#include "wording/day_text.h"

/* What the lines of the list are made of. */
struct day_lines {
    struct case_desk *desk;
    const struct day_list *list;
};

/* Without a heading above it each entry says itself what kind it is. */
static void write_when(FILE *stream, const struct day_entry *entry, struct day today)
{
    char when[DAY_TEXT_WHEN_SIZE];
    day_text_when(when, entry, today);
    if (when[0] == '\0' || (entry->is_urgent && !entry->has_due && !entry->is_appointment))
        fputs(day_text_count(entry->group), stream);
    else
        fputs(when, stream);
    if (entry->is_urgent)
        fprintf(stream, ", %s", _("urgent"));
}

/* "3 days late. send the request, Nurlanov Azamat, KG-OSH-2026-000117" */
static void write_entry(const void *self, FILE *stream, size_t index)
{
    const struct day_lines *lines = self;
    const struct day_entry *entry = &lines->list->items[index];
    const char *name = day_text_name(entry);
    write_when(stream, entry, lines->desk->desk.today);
    fprintf(stream, ". %s%s", day_text_kind(entry), day_entry_title(lines->desk, entry));
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
