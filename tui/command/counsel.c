/* SPDX-License-Identifier: Apache-2.0 */

/* qadam counsel: the answers that callers and visitors get. */
#include "command/command_list.h"
#include "command/counsel/command.h"
#include "language.h"

const struct command counsel_commands[] = {
    { .noun = "counsel",
      .verb = "seed",
      .summary = N_("Take over the general answers of the program where a topic has none."),
      .arguments = N_("[FILE]"),
      .details = N_("They name no provider, fee or telephone: add those of your place, and check "
                    "them. Prints how many were taken over."),
      .options = { counsel_seed_options, office_file_options, login_options },
      .run = counsel_seed_run },
    { .noun = "counsel",
      .verb = "list",
      .summary = N_("List the answers, or those that hold all words."),
      .arguments = N_("[FILE]"),
      .details =
          N_("Id, topic, title, provider, what is doubtful (never_checked, old, expired) and "
             "check_locally with tabs between them. With --topics the topics there are."),
      .options = { counsel_list_options, office_file_options, login_options },
      .run = counsel_list_run },
    { .noun = "counsel",
      .verb = "show",
      .summary = N_("Show all of an answer, or of an earlier version of it."),
      .arguments = N_("[FILE] ID"),
      .options = { counsel_show_options, office_file_options, login_options },
      .run = counsel_show_run },
    { .noun = "counsel",
      .verb = "add",
      .summary = N_("Keep another answer."),
      .arguments = N_("[FILE]"),
      .details = N_("On a terminal the fields are asked for. Else they are read from standard "
                    "input, one on each line as 'field: value'. Prints the id."),
      .options = { counsel_edit_options, office_file_options, login_options },
      .run = counsel_add_run,
      .write_more_help = counsel_edit_write_help },
    { .noun = "counsel",
      .verb = "change",
      .summary = N_("Change an answer: it becomes another version of it."),
      .arguments = N_("[FILE] ID"),
      .details = N_("Fields come as for 'qadam counsel add'; what is not named stays. title and "
                    "text are those of the language that is named."),
      .options = { counsel_edit_options, office_file_options, login_options },
      .run = counsel_change_run,
      .write_more_help = counsel_edit_write_help },
    { .noun = "counsel",
      .verb = "check",
      .summary = N_("Note that somebody asked and that the answer is still so."),
      .arguments = N_("[FILE] ID"),
      .options = { counsel_check_options, office_file_options, login_options },
      .run = counsel_check_run },
    { .noun = NULL },
};
