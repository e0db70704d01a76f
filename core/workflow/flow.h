/* SPDX-License-Identifier: Apache-2.0 */

/* What comes before what. */
#ifndef QADAM_WORKFLOW_FLOW_H
#define QADAM_WORKFLOW_FLOW_H

#include "workflow/definition.h"

/* The catalogue whose entries are reasons to close a casefile. */
#define FLOW_CLOSING_LIST "closing_reasons"

/* NULL when there is none. */
const struct stage *flow_find_stage(const struct definition *definition, const char *id);

/* Visits the steps that have to be settled before this one can be ready: those it comes after,
 * those of the stages that its stage comes after, and the earlier ones on whose fields or outcomes
 * it depends, because until they are settled nobody knows whether it is needed.  Some come twice.
 */
void flow_each_before(const struct definition *definition, const struct step *step,
                      void (*visit)(void *self, const struct step *before), void *self);

/* Only the last kind: those that decide whether the step is needed.  The steps with an outcome that
 * opens it are among them. */
void flow_each_decider(const struct definition *definition, const struct step *step,
                       void (*visit)(void *self, const struct step *before), void *self);

/* Only the first two kinds. */
void flow_each_predecessor(const struct definition *definition, const struct step *step,
                           void (*visit)(void *self, const struct step *before), void *self);

/* Whether one of the outcomes of "opener" opens the step. */
bool flow_opens(const struct step *opener, const struct step *step);

#endif
