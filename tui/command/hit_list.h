/* SPDX-License-Identifier: Apache-2.0 */

/* People who were found, printed: as lines to read on a terminal, as columns with tabs between them
 * for scripts, or as JSON.  Whether the last is asked for, the option --json tells. */
#ifndef QADAM_COMMAND_HIT_LIST_H
#define QADAM_COMMAND_HIT_LIST_H

#include "command/arguments.h"
#include "search/search.h"

/* Returns the exit code: EXIT_CODE_NO when nobody was found, which it says. */
int hit_list_print(const struct arguments *arguments, const struct search_hits *hits);

/* Pairs of records that can be one person: printed as they are found. */
struct hit_pairs;

struct hit_pairs *hit_pairs_begin(const struct arguments *arguments);
/* first: its id, name and birth date are enough. */
void hit_pairs_add(struct hit_pairs *pairs, const struct search_hit *first,
                   const struct search_hit *other);
/* Frees, and returns the exit code like hit_list_print(). */
int hit_pairs_end(struct hit_pairs *pairs);

#endif
