/* SPDX-License-Identifier: Apache-2.0 */

/* Worlds of invented people for tests. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_DEMO_H
#define QADAM_TESTS_SUPPORT_FIXTURE_DEMO_H

#include "demo/demo.h"

enum { FIXTURE_DEMO_PEOPLE = 2000, FIXTURE_DEMO_SEED = 7 };

/* Fills a store of fixture_store.h for an office in Kyrgyzstan. */
MUST_CHECK enum status fixture_demo_fill(struct store *store, long people, unsigned long seed,
                                         struct error *error);

/* The same for an office in another country. */
MUST_CHECK enum status fixture_demo_fill_in(struct store *store, const char *country, long people,
                                            unsigned long seed, struct error *error);

/* A store in memory with FIXTURE_DEMO_PEOPLE people by FIXTURE_DEMO_SEED. */
struct store *fixture_demo_world(void);

/* Calls each for every row of a SELECT, with its columns as texts (NULL for NULL); 0 goes on. */
void fixture_demo_each_row(struct store *store, const char *sql,
                           int (*each)(void *self, int columns, char **values, char **names),
                           void *self);

#endif
