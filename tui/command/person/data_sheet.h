/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that is kept about a person as a sheet of paper of 72 columns, for that person. */
#ifndef QADAM_COMMAND_PERSON_DATA_SHEET_H
#define QADAM_COMMAND_PERSON_DATA_SHEET_H

#include "rights/person_data.h"

#include <stdio.h>

MUST_CHECK enum status data_sheet_write(FILE *stream, struct store *store,
                                        const struct person_data *data, struct error *error);

/* What a section, and a fact, are called; NULL when the sheet has no words for it. */
const char *data_sheet_heading(const char *section);
const char *data_sheet_label(const char *name);

#endif
