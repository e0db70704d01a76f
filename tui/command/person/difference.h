/* SPDX-License-Identifier: Apache-2.0 */

/* What changed between two JSON objects of the history, in words. */
#ifndef QADAM_COMMAND_PERSON_DIFFERENCE_H
#define QADAM_COMMAND_PERSON_DIFFERENCE_H

#include "base/error.h"

#include <stdio.h>

struct difference;

MUST_CHECK enum status difference_begin(struct difference **out, struct error *error);

/* One line for each member that differs: its name, what it was, what it is.  Of lists only what
 * went and what came.  before and after may be NULL; what is no JSON is passed over. */
void difference_write(struct difference *difference, FILE *stream, const char *before,
                      const char *after);

/* NULL is fine. */
void difference_end(struct difference **difference);

#endif
