/* SPDX-License-Identifier: Apache-2.0 */

/* Names of peoples whom the lexicon does not cover, as Russian records write them, the common
 * ones first. */
#ifndef QADAM_DEMO_DEMO_NAMES_H
#define QADAM_DEMO_DEMO_NAMES_H

#include "demo/demo_pool.h"

/* The names with spaces between them; NULL when the lexicon has them. */
extern const char *const demo_names[DEMO_NATION_COUNT][DEMO_POOL_KIND_COUNT];

/* Of those that the lexicon has, the ones that most people of a nation have, the commonest first,
 * in its own writing; NULL when it does not matter. */
extern const char *const demo_common_names[DEMO_NATION_COUNT][DEMO_POOL_KIND_COUNT];

#endif
