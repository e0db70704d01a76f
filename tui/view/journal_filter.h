/* SPDX-License-Identifier: Apache-2.0 */

/* Which entries of the journal are meant by a few words: each of them must begin a word of who did
 * it, what was done, or whom it was done to. */
#ifndef QADAM_VIEW_JOURNAL_FILTER_H
#define QADAM_VIEW_JOURNAL_FILTER_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct journal_filter_words;

/* What was typed; the caller frees *out, which is NULL when nothing was. */
MUST_CHECK enum status journal_filter_read(struct journal_filter_words **out, const char *typed,
                                           struct error *error);
void journal_filter_free(struct journal_filter_words **words);

/* NULL words match everything.  The texts are labels, as they are shown; what was found out about
 * one is remembered, so that a long journal is searched quickly. */
bool journal_filter_matches(struct journal_filter_words *words, const char *const *texts,
                            size_t count);

#endif
