/* SPDX-License-Identifier: Apache-2.0 */

/* qadam workflow: the table of its verbs. */
#include "command/command_list.h"
#include "command/login.h"
#include "command/workflow/command.h"
#include "language.h"

const struct command workflow_commands[] = {
    { .noun = "workflow",
      .verb = "list",
      .summary = N_("List the workflows: those of the program, or those of an office file."),
      .arguments = N_("[FILE]"),
      .details = N_("Without a file: id, version and title of what the program brings, with tabs "
                    "between them. With one also what the office added, every version that "
                    "casefiles still run on, and how many are open on it."),
      .options = { workflow_list_options, login_options },
      .run = workflow_list_run },
    { .noun = "workflow",
      .verb = "show",
      .summary = N_("Show a workflow: its stages and steps, why, by when, who decides."),
      .arguments = N_("[FILE] ID"),
      .details = N_("With a file the workflow as the office has it."),
      .options = { workflow_show_options, login_options },
      .run = workflow_show_run },
    { .noun = "workflow",
      .verb = "check",
      .summary = N_("Tell what is wrong in workflows that somebody wrote."),
      .arguments = N_("FILE..."),
      .details = N_("The files are read beside those that the program brings: a part, catalogue or "
                    "instrument of the same id takes the place of the program's. Every fault is "
                    "told with file, line and what mends it. Ends with 1 when there are any."),
      .options = { workflow_check_options },
      .run = workflow_check_run },
    { .noun = "workflow",
      .verb = "add",
      .summary = N_("Put a workflow of your own into an office file."),
      .arguments = N_("OFFICE FILE..."),
      .details = N_("The files are the workflow and the parts, catalogues and instruments of its "
                    "own that it uses. It is checked first. New casefiles can be opened on it at "
                    "once; those that are open stay on their version. Only supervisors do this."),
      .options = { workflow_add_options, login_options },
      .run = workflow_add_run },
    { .noun = NULL },
};
