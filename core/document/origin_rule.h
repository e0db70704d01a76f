/* SPDX-License-Identifier: Apache-2.0 */

/* Whoever fears the country of origin is never made known to it: no referral and no request for
 * papers goes to a body of that country, whoever asks for it.  UN Refugee Convention (1951),
 * article 33; UN Convention against Torture, article 3: to be checked locally. */
#ifndef QADAM_DOCUMENT_ORIGIN_RULE_H
#define QADAM_DOCUMENT_ORIGIN_RULE_H

#include "base/error.h"

#include <stdbool.h>

struct store;

/* The detail of the STATUS_REFUSED by which screens tell this rule from others. */
#define ORIGIN_RULE_DETAIL "a body of the country of origin"

/* About whom what would go to whom; NULL or "" for what there is none of. */
struct origin_question {
    const char *person_id;
    const char *casefile_id;
    const char *agency_id;
    bool is_consulate; /* of a letter whose body is not in the directory */
};

/* *is_barred: somebody of the person or the casefile asked for asylum, is a refugee or said to fear
 * the return, and the body is one of a country of which one of them is, or lets nobody tell of
 * which it is.  The office's own country is not meant: whom it would send where is its own
 * authorities'.
 */
MUST_CHECK enum status origin_rule_judge(struct store *store,
                                         const struct origin_question *question, bool *is_barred,
                                         struct error *error);

/* STATUS_REFUSED with ORIGIN_RULE_DETAIL when it is barred. */
MUST_CHECK enum status origin_rule_require(struct store *store,
                                           const struct origin_question *question,
                                           struct error *error);

#endif
