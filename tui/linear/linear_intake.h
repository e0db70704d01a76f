/* SPDX-License-Identifier: Apache-2.0 */

/* What is told of a new person, while it is asked for. */
#ifndef QADAM_LINEAR_LINEAR_INTAKE_H
#define QADAM_LINEAR_LINEAR_INTAKE_H

#include "linear/linear_private.h"
#include "wording/person_field.h"

enum { LINEAR_INTAKE_OTHERS = 40 };

struct linear_intake {
    struct linear *linear;
    char *values[PERSON_FIELD_COUNT]; /* NULL: not said */
    bool wants_more;                  /* also what is seldom known */
    enum person_field at;             /* where it was broken off; of the draft */
    struct linear_intake_other {
        char *name;
        char *value;
    } others[LINEAR_INTAKE_OTHERS]; /* what a screen asks besides, kept in the draft as it is */
    size_t other_count;
};

/* Asks for one field until the answer will do.  *is_changed: it says something else now. */
enum linear_reply linear_intake_ask(struct linear_intake *intake, enum person_field field,
                                    bool *is_changed);

/* "Surname: Асанова"; nothing when it was not said. */
void linear_intake_say_value(const struct linear_intake *intake, enum person_field field);

/* Takes from the machine-readable zone what was not said.  False when it has a mistake, which is
 * said. */
bool linear_intake_read_zone(struct linear_intake *intake);

/* Looks for duplicates, keeps the person or adds what is new to the one that is there, and goes on
 * with the casefile.  *is_kept false: there is something to change. */
enum linear_reply linear_intake_keep(struct linear_intake *intake, bool *is_kept);

/* ---- the draft */

MUST_CHECK enum status linear_intake_drop(struct linear_intake *intake, struct error *error);

#endif
