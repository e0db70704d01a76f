/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on organisations, for the table in agency.c. */
#ifndef QADAM_COMMAND_AGENCY_COMMAND_H
#define QADAM_COMMAND_AGENCY_COMMAND_H

#include "command/office_file.h"

#include <stdio.h>

extern const struct option agency_edit_options[];
extern const struct option agency_list_options[];
extern const struct option agency_show_options[];

int agency_add_run(const struct arguments *arguments);
int agency_change_run(const struct arguments *arguments);
int agency_list_run(const struct arguments *arguments);
int agency_show_run(const struct arguments *arguments);

void agency_write_help(FILE *stream);

#endif
