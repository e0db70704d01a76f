/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs of supervision, for the table in supervision.c. */
#ifndef QADAM_COMMAND_SUPERVISION_COMMAND_H
#define QADAM_COMMAND_SUPERVISION_COMMAND_H

#include "command/arguments.h"

extern const struct option supervision_load_options[];
extern const struct option supervision_list_options[];
extern const struct option supervision_reviews_options[];
extern const struct option supervision_figures_options[];

int supervision_load_run(const struct arguments *arguments);
int supervision_unassigned_run(const struct arguments *arguments);
int supervision_approvals_run(const struct arguments *arguments);
int supervision_reviews_run(const struct arguments *arguments);
int supervision_figures_run(const struct arguments *arguments);

#endif
