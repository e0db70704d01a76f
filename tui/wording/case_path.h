/* SPDX-License-Identifier: Apache-2.0 */

/* How people and scripts name what is asked in a step: "how", "papers.1.number" for a column of the
 * first row, "evidence.passport"; with the step before it, "loss_report.how", where no step was
 * named.  Inside the program the row is a number of its own. */
#ifndef QADAM_WORDING_CASE_PATH_H
#define QADAM_WORDING_CASE_PATH_H

#include "casefile/step_store.h"

#include <stdbool.h>
#include <stddef.h>

enum { CASE_PATH_SIZE = STEP_PATH_SIZE + 12, CASE_ROW_MAX = 9999 };

/* What stands before the type of a paper that has to be seen. */
extern const char case_path_evidence[];

/* False when it is too long or names more than one row. */
bool case_path_parse(char path[STEP_PATH_SIZE], int *item, const char *text, size_t length);

/* item 0: the path as it is. */
void case_path_format(char out[CASE_PATH_SIZE], const char *path, int item);

/* The type of the paper that such a path is about; NULL for a field. */
const char *case_path_paper(const char *path);

#endif
