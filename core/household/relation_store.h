/* SPDX-License-Identifier: Apache-2.0 */

/* Relations kept in the office file: each is stored once, in the direction in which it was said,
 * and listed from both sides.  An act's entry in the journal is one about relation->person_id. */
#ifndef QADAM_HOUSEHOLD_RELATION_STORE_H
#define QADAM_HOUSEHOLD_RELATION_STORE_H

#include "household/relation.h"

struct store;

/* What looks wrong about a relation that is about to be added: bits of enum relation_doubt.  Blocks
 * nothing.  STATUS_NOT_FOUND when one of the two is not there. */
MUST_CHECK enum status relation_check(struct store *store, const struct relation *relation,
                                      unsigned *doubts, struct error *error);

/* STATUS_INVALID for a person with themselves, STATUS_EXISTS when the two are tied so already, said
 * from either side; STATUS_DATE_INVALID when it ended in the future. */
MUST_CHECK enum status relation_add(struct store *store, const char *actor,
                                    struct relation *relation, struct error *error);

/* Writes whether it is proved, and when it ended. */
MUST_CHECK enum status relation_change(struct store *store, const char *actor,
                                       const struct relation *relation, struct error *error);

/* Takes back what was said by mistake. */
MUST_CHECK enum status relation_remove(struct store *store, const char *actor, const char *id,
                                       struct error *error);

/* Everybody who is tied to a person.  In each item person_id is that person, whatever way it was
 * stored, and kind says what they are to the other.  The caller frees items. */
MUST_CHECK enum status relation_list(struct store *store, const char *person_id,
                                     struct relation_list *out, struct error *error);

#endif
