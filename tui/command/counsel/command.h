/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on the catalogue of answers, for the table in counsel.c. */
#ifndef QADAM_COMMAND_COUNSEL_COMMAND_H
#define QADAM_COMMAND_COUNSEL_COMMAND_H

#include "command/office_file.h"

#include <stdio.h>

extern const struct option counsel_edit_options[];
extern const struct option counsel_check_options[];
extern const struct option counsel_seed_options[];
extern const struct option counsel_list_options[];
extern const struct option counsel_show_options[];

int counsel_add_run(const struct arguments *arguments);
int counsel_change_run(const struct arguments *arguments);
int counsel_check_run(const struct arguments *arguments);
int counsel_seed_run(const struct arguments *arguments);
int counsel_list_run(const struct arguments *arguments);
int counsel_show_run(const struct arguments *arguments);

void counsel_edit_write_help(FILE *stream);

/* The whole id for what was typed.  Returns an exit code and has said why. */
int counsel_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);

#endif
