/* SPDX-License-Identifier: Apache-2.0 */

/* One table of commands for each noun; the last row has no noun. */
#ifndef QADAM_COMMAND_COMMAND_LIST_H
#define QADAM_COMMAND_COMMAND_LIST_H

#include "command/command.h"

extern const struct command new_commands[];
extern const struct command vault_commands[];
extern const struct command users_commands[];
extern const struct command access_commands[];
extern const struct command person_commands[];
extern const struct command agency_commands[];
extern const struct command breach_commands[];
extern const struct command note_commands[];
extern const struct command hotline_commands[];
extern const struct command counsel_commands[];
extern const struct command consent_commands[];
extern const struct command referral_commands[];
extern const struct command appointment_commands[];
extern const struct command workflow_commands[];
extern const struct command case_commands[];
extern const struct command case_step_commands[];
extern const struct command day_commands[];
extern const struct command task_commands[];
extern const struct command supervision_commands[];
extern const struct command journal_commands[];
extern const struct command country_commands[];
extern const struct command demo_commands[];
extern const struct command name_commands[];
extern const struct command mrz_commands[];

#endif
