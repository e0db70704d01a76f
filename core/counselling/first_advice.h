/* SPDX-License-Identifier: Apache-2.0 */

/* The answers that an office begins with, put into the program when it is built: general ones, in
 * English and Russian, which name no provider, fee or telephone and say that they are to be checked
 * locally.  Once taken over they are the office's own. */
#ifndef QADAM_COUNSELLING_FIRST_ADVICE_H
#define QADAM_COUNSELLING_FIRST_ADVICE_H

#include "counselling/advice.h"
#include "yaml/yaml_reader.h"

struct store;

/* The files of answers/. */
extern const struct yaml_source first_advice_files[];
extern const size_t first_advice_files_count;

/* All of them; the caller releases *out. */
MUST_CHECK enum status first_advice_list(struct advice_list *out, struct error *error);

/* Takes over those whose topic has no answer in the office file yet, in one transaction; *added
 * tells how many. */
MUST_CHECK enum status first_advice_take(struct store *store, const char *actor,
                                         const struct topic_list *topics, struct day today,
                                         size_t *added, struct error *error);

#endif
