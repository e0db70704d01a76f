/* SPDX-License-Identifier: Apache-2.0 */

/* How long a term of a workflow is: as it says itself, or as the country rules. */
#ifndef QADAM_WORKFLOW_TERM_H
#define QADAM_WORKFLOW_TERM_H

#include "country/country_pack.h"
#include "workflow/definition.h"

/* The unit of a term that has one. */
enum deadline_unit term_unit_deadline(enum term_unit unit);

/* False when the country does not say how long it is; pack may be NULL.  *check_locally, if it is
 * not NULL, is whether that has to be checked. */
bool term_deadline(struct deadline *out, bool *check_locally, const struct term *term,
                   const struct country_pack *pack);

#endif
