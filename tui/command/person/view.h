/* SPDX-License-Identifier: Apache-2.0 */

/* All that is known of a person, loaded to be shown. */
#ifndef QADAM_COMMAND_PERSON_VIEW_H
#define QADAM_COMMAND_PERSON_VIEW_H

#include "command/user_names.h"
#include "document/document.h"
#include "document/request.h"
#include "household/household.h"
#include "household/relation.h"
#include "person/person.h"

/* Something that happened to a paper. */
struct view_event {
    char document_id[UUID_TEXT_SIZE];
    enum document_state state;
    struct day since;
    bool has_since;
    char *circumstances; /* NULL when nothing is said */
    char noted_at[MOMENT_TEXT_SIZE];
    char noted_by[UUID_TEXT_SIZE];
};

struct view_event_list {
    struct view_event *items;
    size_t count;
    size_t capacity;
};

/* Somebody who lives in the same household, or lived there. */
struct view_member {
    struct household_member membership;
    char *household; /* its name */
    char *name;
};

struct view_member_list {
    struct view_member *items;
    size_t count;
    size_t capacity;
};

struct view_relative {
    struct relation relation;
    char *name; /* of the other */
};

struct view_relative_list {
    struct view_relative *items;
    size_t count;
    size_t capacity;
};

struct view_merge {
    char id[UUID_TEXT_SIZE];
    char *name;
    char *reason;
    char merged_at[MOMENT_TEXT_SIZE];
    char merged_by[UUID_TEXT_SIZE];
};

struct view_merge_list {
    struct view_merge *items;
    size_t count;
    size_t capacity;
};

/* Owns all of it. */
struct person_view {
    struct person person;
    struct contact_list contacts;
    struct document_list documents;
    struct view_event_list events;
    struct request_list requests;
    struct view_member_list members;
    struct view_relative_list relatives;
    struct view_merge_list merges;
    struct user_names users;
    bool is_erased;
    char erased_at[MOMENT_TEXT_SIZE];
    char erased_by[UUID_TEXT_SIZE];
    char *erasure_reason;
};

/* The record itself, or the one that it became part of by being merged.  The caller releases
 * *out, also after a failure. */
MUST_CHECK enum status person_load_survivor(struct person *out, struct store *store, const char *id,
                                            struct error *error);

/* A record that was merged is followed to the one that it became part of.  The caller releases
 * *out, also after a failure. */
MUST_CHECK enum status person_view_load(struct person_view *out, struct office *office,
                                        const char *id, struct error *error);
void person_view_release(struct person_view *view);

#endif
