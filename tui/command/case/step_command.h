/* SPDX-License-Identifier: Apache-2.0 */

/* The commands that take a casefile from step to step, for the table in case_step.c. */
#ifndef QADAM_COMMAND_CASE_STEP_COMMAND_H
#define QADAM_COMMAND_CASE_STEP_COMMAND_H

#include "command/case/command.h"

extern const struct option case_next_options[];
extern const struct option case_answer_options[];
extern const struct option case_finish_options[];
extern const struct option case_approve_options[];
extern const struct option case_return_options[];
extern const struct option case_skip_options[];
extern const struct option case_wait_options[];
extern const struct option case_resume_options[];
extern const struct option case_screen_options[];
extern const struct option case_why_options[];

int case_next_run(const struct arguments *arguments);
int case_answer_run(const struct arguments *arguments);
int case_finish_run(const struct arguments *arguments);
int case_approve_run(const struct arguments *arguments);
int case_return_run(const struct arguments *arguments);
int case_skip_run(const struct arguments *arguments);
int case_wait_run(const struct arguments *arguments);
int case_resume_run(const struct arguments *arguments);
int case_screen_run(const struct arguments *arguments);
int case_why_run(const struct arguments *arguments);

#endif
