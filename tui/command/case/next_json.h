/* SPDX-License-Identifier: Apache-2.0 */

/* 'qadam case next --json'. */
#ifndef QADAM_COMMAND_CASE_NEXT_JSON_H
#define QADAM_COMMAND_CASE_NEXT_JSON_H

#include "casefile/casefile_view.h"

/* Returns an exit code. */
int next_json_print(const struct casefile_view *view);

#endif
