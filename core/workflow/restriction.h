/* SPDX-License-Identifier: Apache-2.0 */

/* What would tell those who may not see a restricted step something of what it holds. */
#ifndef QADAM_WORKFLOW_RESTRICTION_H
#define QADAM_WORKFLOW_RESTRICTION_H

#include "workflow/definition.h"

/* Whether it depends on what a restricted step holds: its answers, scores and rounds or its
 * outcome, also by way of indications.  That the step is settled is no secret.  NULL does not. */
bool condition_tells_restricted(const struct condition *condition,
                                const struct definition *definition);

#endif
