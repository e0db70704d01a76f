/* SPDX-License-Identifier: Apache-2.0 */

/* Households: who belongs together, how old they are, whose name they have. */
#ifndef QADAM_DEMO_DEMO_FAMILY_H
#define QADAM_DEMO_DEMO_FAMILY_H

#include "demo/demo_name.h"
#include "demo/demo_world.h"

enum demo_role { DEMO_ROLE_HEAD, DEMO_ROLE_SPOUSE, DEMO_ROLE_CHILD, DEMO_ROLE_MOTHER };

/* What is known of an invented person by chance alone. */
struct demo_figure {
    long index;
    enum demo_nation nation;
    enum demo_role role;
    enum demo_writing writing; /* of the main name */
    struct demo_name name;
    struct day born; /* the true day, which nobody may know */
    struct date birth;
    bool is_married;
    bool is_widowed;
    bool is_foreign;   /* from another country than the office's */
    const char *group; /* of the population: REF, LAB... */
    const char *legal_status;
};

struct demo_household {
    int count;
    struct demo_figure members[DEMO_HOUSEHOLD_MAX];
};

/* The household at that place, the same whenever it is asked for. */
void demo_household_make(struct demo_household *out, const struct demo_world *world,
                         struct demo_place_in_world place);

/* One person of it, by index. */
void demo_figure_make(struct demo_figure *out, const struct demo_world *world, long index);

/* Where the household lives whose head has that index. */
void demo_home_address(struct demo_text *out, const struct demo_world *world, long head);

/* Writes down that the members live together, and how they are related; they must be there as
 * records.  A household that the end of the world cuts off keeps those before the end. */
MUST_CHECK enum status demo_household_add(const struct demo_world *world,
                                          const struct demo_household *household,
                                          struct error *error);

#endif
