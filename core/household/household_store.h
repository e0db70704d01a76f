/* SPDX-License-Identifier: Apache-2.0 */

/* Households kept in the office file.  Each act is one transaction with its journal entry and its
 * history; actor is the id of the user who does it.  Done in a transaction of the
 * caller's, an act is part of it; after a failure the caller takes all of it back. */
#ifndef QADAM_HOUSEHOLD_HOUSEHOLD_STORE_H
#define QADAM_HOUSEHOLD_HOUSEHOLD_STORE_H

#include "household/household.h"

struct store;

/* Keeps a new household with its first member, whose household_id is filled in; household->id is
 * given unless it is there already.  STATUS_REFUSED for a person who was merged or erased,
 * STATUS_NOT_FOUND for none. */
MUST_CHECK enum status household_add(struct store *store, const char *actor,
                                     struct household *household, struct household_member *first,
                                     struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status household_load(struct store *store, const char *id, struct household *out,
                                      struct error *error);

/* Writes name, address and place over what was there. */
MUST_CHECK enum status household_change(struct store *store, const char *actor,
                                        const struct household *household, struct error *error);

/* Somebody joins; who left before joins again.  A new head takes the place of the present one.
 * STATUS_EXISTS for who is in already. */
MUST_CHECK enum status household_add_member(struct store *store, const char *actor,
                                            const struct household_member *member,
                                            struct error *error);

/* Somebody leaves on that day, and is head no more.  STATUS_NOT_FOUND for who is not in. */
MUST_CHECK enum status household_remove_member(struct store *store, const char *actor,
                                               const char *household_id, const char *person_id,
                                               struct day left_on, struct error *error);

/* A present member becomes the head.  STATUS_NOT_FOUND for who is not in. */
MUST_CHECK enum status household_change_head(struct store *store, const char *actor,
                                             const char *household_id, const char *person_id,
                                             struct error *error);

/* All members, past ones too: the head first, then in the order of joining.  The caller frees
 * items. */
MUST_CHECK enum status household_members(struct store *store, const char *household_id,
                                         struct household_member_list *out, struct error *error);

/* The memberships of one person, present ones first.  The caller frees items. */
MUST_CHECK enum status household_of_person(struct store *store, const char *person_id,
                                           struct household_member_list *out, struct error *error);

#endif
