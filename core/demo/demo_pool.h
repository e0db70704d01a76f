/* SPDX-License-Identifier: Apache-2.0 */

/* The names that people of the demo world have: from the lexicon, and for peoples whom that does
 * not cover from lists of their own. */
#ifndef QADAM_DEMO_DEMO_POOL_H
#define QADAM_DEMO_DEMO_POOL_H

#include "base/error.h"
#include "demo/demo_nation.h"
#include "demo/demo_random.h"
#include "demo/demo_spelling.h"

#include <stdbool.h>

struct demo_given {
    char sex;
    bool is_stem;       /* lives in surnames only */
    unsigned spellings; /* how many in all */
    struct demo_spelling in[DEMO_WRITING_COUNT];
    struct demo_spelling russian[DEMO_NATION_COUNT]; /* as clerks write it among that people */
};

enum demo_pool_kind {
    DEMO_POOL_MALE,
    DEMO_POOL_FEMALE,
    DEMO_POOL_SURNAME, /* names that surnames are made of */
    DEMO_POOL_KIND_COUNT
};

struct demo_pools;

/* The caller frees them. */
MUST_CHECK enum status demo_pools_new(struct demo_pools **out, struct error *error);
void demo_pools_free(struct demo_pools *pools);

/* One of them, the common ones more often, as names are given: the one at place r in proportion
 * to 1 / (r + constant). */
const struct demo_given *demo_pools_choose(const struct demo_pools *pools, enum demo_nation nation,
                                           enum demo_pool_kind kind, struct demo_random *random);

#endif
