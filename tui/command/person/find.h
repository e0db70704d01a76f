/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person find and duplicates: what the rows of the table of person commands name. */
#ifndef QADAM_COMMAND_PERSON_FIND_H
#define QADAM_COMMAND_PERSON_FIND_H

#include "command/arguments.h"

extern const struct option person_find_options[];
extern const struct option person_duplicates_options[];
int person_find_run(const struct arguments *arguments);
int person_duplicates_run(const struct arguments *arguments);

#endif
