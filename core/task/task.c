/* SPDX-License-Identifier: Apache-2.0 */
#include "task/task.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_words[] = {
    [TASK_KIND_STEP] = "step", [TASK_KIND_WAITING] = "waiting", [TASK_KIND_APPROVAL] = "approval",
    [TASK_KIND_TERM] = "term", [TASK_KIND_OWN] = "own",
};
_Static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == TASK_KIND_COUNT,
               "every kind has a word");

static const char *const state_words[] = {
    [TASK_OPEN] = "open",
    [TASK_DONE] = "done",
    [TASK_CANCELLED] = "cancelled",
};
_Static_assert(sizeof(state_words) / sizeof(state_words[0]) == TASK_STATE_COUNT,
               "every state has a word");

void task_release(struct task *task)
{
    free(task->title);
    *task = (struct task){ .state = TASK_OPEN };
}

void task_list_release(struct task_list *tasks)
{
    for (size_t i = 0; i < tasks->count; i++)
        task_release(&tasks->items[i]);
    free(tasks->items);
    *tasks = (struct task_list){ .items = NULL };
}

const char *task_kind_word(enum task_kind kind)
{
    return kind_words[kind];
}

const char *task_state_word(enum task_state state)
{
    return state_words[state];
}

enum status task_kind_parse(enum task_kind *out, const char *word, struct error *error)
{
    for (enum task_kind kind = 0; kind < TASK_KIND_COUNT; kind++)
        if (strcmp(word, kind_words[kind]) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of task");
}

enum status task_state_parse(enum task_state *out, const char *word, struct error *error)
{
    for (enum task_state state = 0; state < TASK_STATE_COUNT; state++)
        if (strcmp(word, state_words[state]) == 0) {
            *out = state;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no state of a task");
}
