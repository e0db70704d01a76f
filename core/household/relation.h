/* SPDX-License-Identifier: Apache-2.0 */

/* How two people belong together.  "person is the kind of other": mother, guardian, spouse... */
#ifndef QADAM_HOUSEHOLD_RELATION_H
#define QADAM_HOUSEHOLD_RELATION_H

#include "base/day.h"
#include "person/person.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum relation_kind {
    RELATION_MOTHER,
    RELATION_FATHER,
    RELATION_PARENT,
    RELATION_CHILD,
    RELATION_SON,
    RELATION_DAUGHTER,
    RELATION_SPOUSE,
    RELATION_SIBLING,
    RELATION_GUARDIAN,
    RELATION_WARD,
    RELATION_GRANDPARENT,
    RELATION_GRANDCHILD,
    RELATION_CAREGIVER,
    RELATION_DEPENDANT,
    RELATION_OTHER,
    RELATION_KIND_COUNT
};

struct relation {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char person_id[UUID_TEXT_SIZE];
    char other_id[UUID_TEXT_SIZE];
    enum relation_kind kind;
    bool is_proved; /* by a paper that the office has seen */
    struct day ended_on;
    bool has_ended_on;
};

struct relation_list {
    struct relation *items;
    size_t count;
    size_t capacity;
};

/* What looks wrong, but may be true: people are registered late, adopted, or were mistyped long
 * ago. */
enum relation_doubt {
    RELATION_DOUBT_NONE = 0,
    RELATION_DOUBT_PARENT_YOUNGER = 1 << 0, /* by every day that the two dates can mean */
    RELATION_DOUBT_SECOND_MOTHER = 1 << 1,
    RELATION_DOUBT_SECOND_FATHER = 1 << 2,
    RELATION_DOUBT_SEX = 1 << 3, /* a man as mother, a woman as son */
};

/* The stable words of the table, and back (STATUS_INVALID). */
const char *relation_kind_word(enum relation_kind kind);
MUST_CHECK enum status relation_kind_parse(enum relation_kind *out, const char *word,
                                           struct error *error);

/* What the other is to the person: of mother, child. */
enum relation_kind relation_kind_inverse(enum relation_kind kind);

/* RELATION_DOUBT_PARENT_YOUNGER and RELATION_DOUBT_SEX, from what the two records say. */
unsigned relation_doubts(enum relation_kind kind, const struct person *person,
                         const struct person *other);

#endif
