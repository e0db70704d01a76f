/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/view.h"

#include "base/array.h"
#include "base/text.h"
#include "document/document_store.h"
#include "document/request_store.h"
#include "household/household_store.h"
#include "household/relation_store.h"
#include "person/person_lookup.h"
#include "person/person_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a visitor fills. */
struct filling {
    struct person_view *view;
    const char *document_id;
    enum status status;
    struct error *error;
};

/* ---- the person */

enum { MERGES_MAX = 1000 }; /* a chain longer than this goes in a circle */

enum status person_load_survivor(struct person *out, struct store *store, const char *id,
                                 struct error *error)
{
    enum status status = person_load(store, id, out, error);
    for (int i = 0; i < MERGES_MAX && status == STATUS_OK && out->duplicate_of[0] != '\0'; i++) {
        char next[UUID_TEXT_SIZE];
        memcpy(next, out->duplicate_of, sizeof(next));
        person_release(out);
        status = person_load(store, next, out, error);
    }
    return status;
}

/* The main name of somebody, "" when there is none. */
static enum status load_name(char **out, struct store *store, const char *id, struct error *error)
{
    struct person person;
    *out = NULL;
    enum status status = person_load(store, id, &person, error);
    if (status != STATUS_OK)
        return status;
    const struct person_name *name = person_main_name(&person);
    status = text_copy(out, name == NULL ? "" : name->full_name, error);
    person_release(&person);
    return status;
}

static enum status load_erasure(struct person_view *view, struct store *store, struct error *error)
{
    struct person_erasure erasure;
    enum status status = person_find_erasure(store, view->person.id, &erasure, error);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    if (status == STATUS_OK) {
        view->is_erased = true;
        memcpy(view->erased_at, erasure.erased_at, sizeof(view->erased_at));
        memcpy(view->erased_by, erasure.erased_by, sizeof(view->erased_by));
        view->erasure_reason = erasure.reason;
    }
    return status;
}

static bool take_merge(void *self, const struct person_merge_note *note)
{
    struct filling *filling = self;
    struct view_merge_list *list = &filling->view->merges;
    struct view_merge merge = { .name = NULL };
    snprintf(merge.id, sizeof(merge.id), "%s", note->merged_id);
    snprintf(merge.merged_at, sizeof(merge.merged_at), "%s", note->merged_at);
    snprintf(merge.merged_by, sizeof(merge.merged_by), "%s", note->merged_by);
    filling->status = array_reserve(&list->items, &list->capacity, sizeof(*list->items),
                                    list->count + 1, filling->error);
    if (filling->status != STATUS_OK)
        return false;
    list->items[list->count] = merge;
    struct view_merge *kept = &list->items[list->count++];
    filling->status = text_copy(&kept->name, note->name, filling->error);
    if (filling->status == STATUS_OK)
        filling->status = text_copy(&kept->reason, note->reason, filling->error);
    return filling->status == STATUS_OK;
}

/* ---- papers */

static bool take_event(void *self, const struct document_event *event, const char *noted_at,
                       const char *noted_by)
{
    struct filling *filling = self;
    struct view_event_list *list = &filling->view->events;
    struct view_event taken = { .state = event->state,
                                .since = event->since,
                                .has_since = event->has_since };
    snprintf(taken.document_id, sizeof(taken.document_id), "%s", filling->document_id);
    snprintf(taken.noted_at, sizeof(taken.noted_at), "%s", noted_at);
    snprintf(taken.noted_by, sizeof(taken.noted_by), "%s", noted_by);
    filling->status = array_reserve(&list->items, &list->capacity, sizeof(*list->items),
                                    list->count + 1, filling->error);
    if (filling->status == STATUS_OK && event->circumstances != NULL)
        filling->status = text_copy(&taken.circumstances, event->circumstances, filling->error);
    if (filling->status == STATUS_OK)
        list->items[list->count++] = taken;
    return filling->status == STATUS_OK;
}

static enum status load_papers(struct person_view *view, struct store *store, struct error *error)
{
    const char *id = view->person.id;
    enum status status = document_list(store, id, &view->documents, error);
    for (size_t i = 0; i < view->documents.count && status == STATUS_OK; i++) {
        struct filling filling = { view, view->documents.items[i].id, STATUS_OK, error };
        status = document_each_event(store, filling.document_id, take_event, &filling, error);
        status = status == STATUS_OK ? filling.status : status;
    }
    return status == STATUS_OK ? request_list(store, id, &view->requests, error) : status;
}

/* ---- the others */

static enum status take_member(struct person_view *view, struct store *store,
                               const struct household_member *membership, const char *household,
                               struct error *error)
{
    struct view_member_list *list = &view->members;
    enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct view_member *member = &list->items[list->count++];
    *member = (struct view_member){ .membership = *membership };
    status = text_copy(&member->household, household, error);
    return status == STATUS_OK ? load_name(&member->name, store, membership->person_id, error)
                               : status;
}

static enum status load_household(struct person_view *view, struct store *store, const char *id,
                                  struct error *error)
{
    struct household household;
    struct household_member_list members = { .items = NULL };
    enum status status = household_load(store, id, &household, error);
    if (status != STATUS_OK)
        return status;
    status = household_members(store, id, &members, error);
    for (size_t i = 0; i < members.count && status == STATUS_OK; i++)
        status = take_member(view, store, &members.items[i], household.name, error);
    free(members.items);
    household_release(&household);
    return status;
}

static enum status load_households(struct person_view *view, struct store *store,
                                   struct error *error)
{
    struct household_member_list of_person = { .items = NULL };
    enum status status = household_of_person(store, view->person.id, &of_person, error);
    for (size_t i = 0; i < of_person.count && status == STATUS_OK; i++)
        status = load_household(view, store, of_person.items[i].household_id, error);
    free(of_person.items);
    return status;
}

static enum status load_relatives(struct person_view *view, struct store *store,
                                  struct error *error)
{
    struct relation_list relations = { .items = NULL };
    struct view_relative_list *list = &view->relatives;
    enum status status = relation_list(store, view->person.id, &relations, error);
    for (size_t i = 0; i < relations.count && status == STATUS_OK; i++) {
        status = array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1,
                               error);
        if (status != STATUS_OK)
            break;
        struct view_relative *relative = &list->items[list->count++];
        *relative = (struct view_relative){ .relation = relations.items[i] };
        status = load_name(&relative->name, store, relative->relation.other_id, error);
    }
    free(relations.items);
    return status;
}

/* ---- all of it */

static enum status load_all(struct person_view *view, struct office *office, const char *id,
                            struct error *error)
{
    struct store *store = office_store(office);
    struct filling filling = { view, NULL, STATUS_OK, error };
    enum status status = person_load_survivor(&view->person, store, id, error);
    if (status == STATUS_OK)
        status = load_erasure(view, store, error);
    if (status == STATUS_OK)
        status = person_contacts(store, view->person.id, &view->contacts, error);
    if (status == STATUS_OK)
        status = load_papers(view, store, error);
    if (status == STATUS_OK)
        status = load_households(view, store, error);
    if (status == STATUS_OK)
        status = load_relatives(view, store, error);
    if (status == STATUS_OK)
        status = person_each_merged(store, view->person.id, take_merge, &filling, error);
    return status == STATUS_OK ? filling.status : status;
}

/* What others write meanwhile does not come in between. */
enum status person_view_load(struct person_view *out, struct office *office, const char *id,
                             struct error *error)
{
    *out = (struct person_view){ .is_erased = false };
    enum status status = user_names_load(&out->users, office, error);
    if (status == STATUS_OK)
        status = store_begin_read(office_store(office), error);
    if (status != STATUS_OK)
        return status;
    status = load_all(out, office, id, error);
    store_rollback(office_store(office));
    return status;
}

static void lists_release(struct person_view *view)
{
    for (size_t i = 0; i < view->events.count; i++)
        free(view->events.items[i].circumstances);
    for (size_t i = 0; i < view->members.count; i++) {
        free(view->members.items[i].household);
        free(view->members.items[i].name);
    }
    for (size_t i = 0; i < view->relatives.count; i++)
        free(view->relatives.items[i].name);
    for (size_t i = 0; i < view->merges.count; i++) {
        free(view->merges.items[i].name);
        free(view->merges.items[i].reason);
    }
    free(view->events.items);
    free(view->members.items);
    free(view->relatives.items);
    free(view->merges.items);
}

void person_view_release(struct person_view *view)
{
    lists_release(view);
    person_release(&view->person);
    contact_list_release(&view->contacts);
    document_list_release(&view->documents);
    request_list_release(&view->requests);
    user_names_release(&view->users);
    free(view->erasure_reason);
    *view = (struct person_view){ .is_erased = false };
}
