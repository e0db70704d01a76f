/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_task.h"

#include "language.h"
#include "task/task_store.h"
#include "wording/case_text.h"

#include <stdlib.h>

/* ---- ending one */

static enum linear_reply end_as(struct linear *linear, const char *id, enum task_state state)
{
    struct error error = { 0 };
    if (task_end(linear_store(linear), linear_desk(linear)->desk.actor, id, state, &error) !=
        STATUS_OK)
        linear_fail(&error);
    else
        linear_say("%s", _("Kept."));
    return REPLY_GIVEN;
}

enum linear_reply linear_task_end(struct linear *linear, const char *id, const char *casefile_id)
{
    const char *const items[] = { _("it is done"), _("it is not needed any more"), _("leave it"),
                                  _("its casefile") };
    size_t chosen = 0;
    if (!linear_may(linear, ACT_WORK_CASES))
        return REPLY_GIVEN;
    const enum linear_reply reply =
        linear_choose_text(linear, _("This task"), items, casefile_id[0] == '\0' ? 3 : 4, 0,
                           _("Done and not needed take it off the list."), &chosen);
    if (reply != REPLY_GIVEN || chosen == 2)
        return reply;
    if (chosen == 3)
        return linear_casefile(linear, casefile_id, NULL);
    return end_as(linear, id, chosen == 0 ? TASK_DONE : TASK_CANCELLED);
}

/* ---- a new one */

static enum linear_reply add(struct linear *linear)
{
    struct error error = { 0 };
    const struct case_desk *desk = linear_desk(linear);
    struct task task = { .state = TASK_OPEN, .kind = TASK_KIND_OWN, .since = desk->desk.today };
    const struct linear_question question = { .text = _("What has to be done"),
                                              .max = TASK_TITLE_MAX,
                                              .is_text = true };
    if (!linear_may(linear, ACT_WORK_CASES))
        return REPLY_GIVEN;
    snprintf(task.assigned_to, sizeof(task.assigned_to), "%s", desk->desk.actor);
    enum linear_reply reply = linear_ask_needed(linear, &question, &task.title);
    if (reply == REPLY_GIVEN)
        reply = linear_ask_day(linear, _("By when"), true, &task.due_on, &task.has_due_on);
    if (reply == REPLY_GIVEN) {
        if (task_add(desk->desk.store, desk->desk.actor, &task, &error) == STATUS_OK)
            linear_say("%s", _("Kept."));
        else
            linear_fail(&error);
    }
    task_release(&task);
    return reply;
}

/* ---- the list */

struct task_lines {
    const struct task_list *list;
    struct day today;
};

static void write_task(const void *self, FILE *stream, size_t index)
{
    const struct task_lines *lines = self;
    char due[CASE_TEXT_DUE_SIZE];
    if (index == lines->list->count) {
        fputs(_("a new task"), stream);
        return;
    }
    const struct task *task = &lines->list->items[index];
    fputs(task->title == NULL ? "" : task->title, stream);
    if (!task->has_due_on)
        return;
    case_text_due(due, task->due_on, lines->today);
    fprintf(stream, ", %s", due);
}

static enum linear_reply choose(struct linear *linear, const struct task_list *list)
{
    const struct task_lines lines = { list, linear_desk(linear)->desk.today };
    const struct linear_choices choices = {
        .text = _("Which"), .count = list->count + 1, .write = write_task, .self = &lines
    };
    size_t chosen = 0;
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    if (reply != REPLY_GIVEN)
        return reply;
    if (chosen == list->count)
        return add(linear);
    return linear_task_end(linear, list->items[chosen].id, list->items[chosen].casefile_id);
}

enum linear_reply linear_tasks(struct linear *linear)
{
    struct error error = { 0 };
    struct task_list list = { .items = NULL };
    const struct case_desk *desk = linear_desk(linear);
    const struct task_filter filter = { .assigned_to = desk->desk.actor, .is_own_only = true };
    enum linear_reply reply = REPLY_GIVEN;
    if (!linear_may(linear, ACT_READ_CASES))
        return REPLY_GIVEN;
    if (task_list(desk->desk.store, &filter, &list, &error) == STATUS_OK)
        reply = choose(linear, &list);
    else
        linear_fail(&error);
    task_list_release(&list);
    return reply;
}
