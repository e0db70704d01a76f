/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the engine share. */
#ifndef QADAM_WORKFLOW_STANDING_PRIVATE_H
#define QADAM_WORKFLOW_STANDING_PRIVATE_H

#include "workflow/condition.h"

/* NULL when nothing was decided about the step. */
const struct step_record *situation_record(const struct situation *situation, const char *step);

/* Days: when the step is due, the next round, the next rung, the reminder. */
MUST_CHECK enum status standing_find_days(struct step_standing *step,
                                          const struct situation *situation, struct error *error);

MUST_CHECK enum status standing_add_warning(struct standing *standing,
                                            const struct warning *warning, struct error *error);
MUST_CHECK enum status standing_find_warnings(struct standing *standing,
                                              const struct situation *situation,
                                              struct error *error);

/* Which step comes next. */
void standing_choose_next(struct standing *standing, const struct situation *situation);

#endif
