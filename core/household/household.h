/* SPDX-License-Identifier: Apache-2.0 */

/* People who live and keep house together.  Who left stays listed with the day. */
#ifndef QADAM_HOUSEHOLD_HOUSEHOLD_H
#define QADAM_HOUSEHOLD_HOUSEHOLD_H

#include "base/day.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

/* Owns its texts. */
struct household {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char *name;
    char *address;    /* NULL when not known */
    char *place_code; /* of the statistics; NULL when not known */
    char created_at[MOMENT_TEXT_SIZE];
};

struct household_member {
    char household_id[UUID_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    bool is_head;
    struct day joined_on;
    bool has_joined_on;
    struct day left_on;
    bool has_left_on;
};

struct household_member_list {
    struct household_member *items;
    size_t count;
    size_t capacity;
};

void household_release(struct household *household);

/* Nobody joins or leaves in the future, or leaves before joining.  STATUS_DATE_INVALID. */
MUST_CHECK enum status household_member_check(const struct household_member *member,
                                              struct day today, struct error *error);

#endif
