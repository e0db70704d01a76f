/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on contacts of the hotline, for the table in hotline.c. */
#ifndef QADAM_COMMAND_HOTLINE_COMMAND_H
#define QADAM_COMMAND_HOTLINE_COMMAND_H

#include "command/office_file.h"
#include "hotline/contact_store.h"

#include <stdio.h>

extern const struct option hotline_add_options[];
extern const struct option hotline_list_options[];
extern const struct option hotline_show_options[];
extern const struct option hotline_callback_options[];
extern const struct option hotline_link_options[];
extern const struct option hotline_figures_options[];

int hotline_add_run(const struct arguments *arguments);
int hotline_list_run(const struct arguments *arguments);
int hotline_show_run(const struct arguments *arguments);
int hotline_callback_run(const struct arguments *arguments);
int hotline_link_run(const struct arguments *arguments);
int hotline_figures_run(const struct arguments *arguments);

void hotline_add_write_help(FILE *stream);

/* The whole id for what was typed.  Returns an exit code and has said why. */
int hotline_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);

/* Says what failed with a contact, and returns the exit code. */
int hotline_fail(const struct error *error);

#endif
