/* SPDX-License-Identifier: Apache-2.0 */

/* Tasks of one's own words. */
#ifndef QADAM_LINEAR_LINEAR_TASK_H
#define QADAM_LINEAR_LINEAR_TASK_H

#include "linear/linear_private.h"

/* Is it done?  casefile_id: where it leads, or "". */
enum linear_reply linear_task_end(struct linear *linear, const char *id, const char *casefile_id);

#endif
