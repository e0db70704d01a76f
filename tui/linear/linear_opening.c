/* SPDX-License-Identifier: Apache-2.0 */

/* A person's matter begins: which workflow, and what it is about. */
#include "base/array.h"
#include "casefile/casefile_store.h"
#include "casefile/definition_store.h"
#include "language.h"
#include "linear/linear_private.h"
#include "wording/case_text.h"

#include <stdlib.h>
#include <string.h>

struct workflow_line {
    const struct definition *definition; /* the cache's */
};

struct workflow_list {
    struct workflow_line *items;
    size_t count;
    size_t capacity;
    struct case_desk *desk;
    enum status status;
    struct error error;
};

/* ---- which workflow */

static bool add_workflow(void *self, const struct definition_note *note)
{
    struct workflow_list *list = self;
    const struct definition *definition = NULL;
    if (!note->is_newest)
        return true;
    list->status = definition_cache_find(list->desk->desk.definitions, list->desk->desk.store,
                                         note->workflow, note->version, &definition, &list->error);
    if (list->status == STATUS_OK)
        list->status = array_reserve(&list->items, &list->capacity, sizeof(*list->items),
                                     list->count + 1, &list->error);
    if (list->status == STATUS_OK)
        list->items[list->count++].definition = definition;
    return list->status == STATUS_OK;
}

/* Its title and the sentence that says for whom it is. */
static void write_workflow(const void *self, FILE *stream, size_t index)
{
    const struct workflow_list *list = self;
    const struct definition *definition = list->items[index].definition;
    fprintf(stream, "%s. %s", workflow_text(definition->title), workflow_text(definition->purpose));
}

static enum linear_reply choose_workflow(struct linear *linear, struct workflow_list *list,
                                         const char **out)
{
    const struct linear_choices choices = { .text = _("Which workflow"),
                                            .count = list->count,
                                            .write = write_workflow,
                                            .self = list,
                                            .standard = LINEAR_NONE };
    size_t chosen = 0;
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    if (reply == REPLY_GIVEN)
        *out = list->items[chosen].definition->id;
    return reply;
}

/* ---- opening */

static enum linear_reply say_exists(struct linear *linear, const struct casefile_opened *opened)
{
    linear_say("%s %s", _("This person has an open casefile of this workflow already:"),
               opened->number);
    return linear_casefile(linear, opened->id, NULL);
}

static void say_failure(const struct error *error)
{
    if (error->status == STATUS_INVALID)
        linear_say("%s", _("The office file does not say which office and country this is, so "
                           "that casefiles cannot be numbered."));
    else if (error->status == STATUS_REFUSED)
        linear_say("%s", _("The record of this person was merged into another one or erased: open "
                           "the casefile for the other one."));
    else
        linear_fail(error);
}

static enum linear_reply open_it(struct linear *linear, const struct casefile_opening *opening)
{
    struct casefile_opened opened = { .id = "" };
    struct error error = { 0 };
    const struct casefile_desk *desk = &linear_desk(linear)->desk;
    if (casefile_open(desk, opening, &opened, &error) == STATUS_OK) {
        linear_say("%s %s.", _("Opened:"), opened.number);
        return linear_casefile(linear, opened.id, NULL);
    }
    if (error.status == STATUS_EXISTS && opened.id[0] != '\0')
        return say_exists(linear, &opened);
    say_failure(&error);
    return REPLY_GIVEN;
}

static enum linear_reply ask_and_open(struct linear *linear, struct workflow_list *list,
                                      const char *person_id)
{
    const struct casefile_desk *desk = &linear_desk(linear)->desk;
    char *issue = NULL;
    struct casefile_opening opening = { .person_id = person_id,
                                        .assigned_to = desk->actor,
                                        .urgency = CASEFILE_NORMAL,
                                        .intake = CASEFILE_INTAKE_NOT_KNOWN,
                                        .opened_on = desk->today };
    const struct linear_question about = { .text = _("What is it about"),
                                           .standard = _("not said"),
                                           .max = CASEFILE_REMARK_MAX,
                                           .is_text = true };
    enum linear_reply reply = REPLY_BACK;
    while (reply == REPLY_BACK) {
        reply = choose_workflow(linear, list, &opening.workflow);
        if (reply != REPLY_GIVEN)
            return reply;
        reply = linear_ask(linear, &about, &issue);
    }
    opening.issue = issue == NULL || issue[0] == '\0' ? NULL : issue;
    if (reply == REPLY_GIVEN)
        reply = open_it(linear, &opening);
    free(issue);
    return reply;
}

static enum linear_reply open_for(struct linear *linear, const char *person_id)
{
    struct workflow_list list = { .desk = linear_desk(linear) };
    struct error error = { 0 };
    enum linear_reply reply = REPLY_GIVEN;
    const enum status status = definition_store_each(
        list.desk->desk.definitions, list.desk->desk.store, add_workflow, &list, &error);
    if (status != STATUS_OK || list.status != STATUS_OK)
        linear_fail(status != STATUS_OK ? &error : &list.error);
    else
        reply = ask_and_open(linear, &list, person_id);
    free(list.items);
    return reply;
}

enum linear_reply linear_open_casefile(struct linear *linear, const char *person_id)
{
    char id[UUID_TEXT_SIZE];
    if (!linear_may(linear, ACT_WORK_CASES))
        return REPLY_GIVEN;
    if (person_id == NULL) {
        const enum linear_reply reply = linear_choose_person(linear, id);
        if (reply != REPLY_GIVEN)
            return reply;
    } else {
        snprintf(id, sizeof(id), "%s", person_id);
    }
    return open_for(linear, id);
}

/* ---- from another casefile */

enum linear_reply linear_open_linked(struct linear *linear, const struct casefile *parent,
                                     const char *workflow, bool *is_done)
{
    const struct casefile_desk *desk = &linear_desk(linear)->desk;
    const struct casefile_opening opening = { .person_id = parent->person_id,
                                              .parent_id = parent->id,
                                              .workflow = workflow,
                                              .assigned_to = desk->actor,
                                              .urgency = parent->urgency,
                                              .intake = parent->intake,
                                              .opened_on = desk->today };
    struct casefile_opened opened = { .id = "" };
    struct error error = { 0 };
    bool is_wanted = false;
    *is_done = false;
    const enum linear_reply reply = linear_ask_truth(
        linear, _("This step needs a casefile of its own. Open it?"), true, &is_wanted);
    if (reply != REPLY_GIVEN || !is_wanted)
        return reply;
    enum status status = casefile_open(desk, &opening, &opened, &error);
    /* The person has one already: the two belong together. */
    if (status == STATUS_EXISTS && opened.id[0] != '\0')
        status = casefile_add_link(desk, parent->id, opened.id, &error);
    *is_done = status == STATUS_OK;
    if (*is_done)
        linear_say("%s %s.", _("Opened:"), opened.number);
    else
        say_failure(&error);
    return REPLY_GIVEN;
}
