/* SPDX-License-Identifier: Apache-2.0 */

/* qadam supervision: who has how much to do, what nobody has, what waits for a yes or no. */
#include "command/command_list.h"
#include "command/login.h"
#include "command/office_file.h"
#include "command/supervision/command.h"
#include "language.h"

const struct command supervision_commands[] = {
    { .noun = "supervision",
      .verb = "load",
      .summary = N_("Show how many casefiles each worker has, and what is late."),
      .arguments = N_("[FILE]"),
      .details = N_("Who has the most stands first. The limit is the setting caseload_limit of "
                    "the office (25 if nobody changed it: check locally). Prints with tabs: user, "
                    "casefiles, their group, high, medium, low, not known, late tasks, contacts "
                    "due, reviews due, and 'over' above the limit."),
      .options = { supervision_load_options, office_file_options, login_options },
      .run = supervision_load_run },
    { .noun = "supervision",
      .verb = "unassigned",
      .summary = N_("List the casefiles that nobody has, urgent ones first."),
      .arguments = N_("[FILE]"),
      .details = N_("'late' is what nobody has had for 3 hours, or 1 hour when its risk is high or "
                    "it is urgent; both are settings of the office. Prints with tabs: kind, "
                    "number, name, risk, urgency, since when, day, 'late', and who has it. An "
                    "auditor sees counts only."),
      .options = { supervision_list_options, office_file_options, login_options },
      .run = supervision_unassigned_run },
    { .noun = "supervision",
      .verb = "approvals",
      .summary = N_("List what waits for a yes or no, the oldest first."),
      .arguments = N_("[FILE]"),
      .details = N_("Steps, closings, and casefiles that their worker wants to hand over. 'qadam "
                    "case approve' and 'return' answer for a step, 'close' for a closing, 'assign' "
                    "and 'handover --refuse' for the last ones. Lines as for 'unassigned', then "
                    "what is asked, the step and who asked."),
      .options = { supervision_list_options, office_file_options, login_options },
      .run = supervision_approvals_run },
    { .noun = "supervision",
      .verb = "reviews",
      .summary = N_("List whom to see again and what to look at again."),
      .arguments = N_("[FILE]"),
      .details = N_("By the calendar of the office, which goes by the risk: a proposal of this "
                    "program, check locally. Lines as for 'unassigned'."),
      .options = { supervision_reviews_options, office_file_options, login_options },
      .run = supervision_reviews_run },
    { .noun = "supervision",
      .verb = "figures",
      .summary = N_("Count what was closed, approved and reviewed in some days."),
      .arguments = N_("[FILE]"),
      .details = N_("Both days count. Times are medians: in the middle of all. Without --to up to "
                    "today."),
      .options = { supervision_figures_options, office_file_options, login_options },
      .run = supervision_figures_run },
    { .noun = NULL },
};
