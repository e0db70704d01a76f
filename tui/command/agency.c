/* SPDX-License-Identifier: Apache-2.0 */

/* qadam agency: the directory of organisations that help. */
#include "command/agency/command.h"
#include "command/command_list.h"
#include "language.h"

const struct command agency_commands[] = {
    { .noun = "agency",
      .verb = "add",
      .summary = N_("Keep an organisation that helps."),
      .arguments = N_("[FILE]"),
      .details = N_("On a terminal the fields are asked for. Else they are read from standard "
                    "input, one on each line as 'field: value'. Prints the id."),
      .options = { agency_edit_options, office_file_options, login_options },
      .run = agency_add_run,
      .write_more_help = agency_write_help },
    { .noun = "agency",
      .verb = "change",
      .summary = N_("Change what is known of an organisation."),
      .arguments = N_("[FILE] ID"),
      .details = N_("Fields come as for 'qadam agency add'. What is not named stays; a field "
                    "without a value is cleared; services that are named take the place of all "
                    "those there were. Prints the id."),
      .options = { agency_edit_options, office_file_options, login_options },
      .run = agency_change_run,
      .write_more_help = agency_write_help },
    { .noun = "agency",
      .verb = "list",
      .summary = N_("List the organisations by name."),
      .arguments = N_("[FILE]"),
      .details = N_("Says which of them nobody has checked for 90 days. On a terminal in words; "
                    "else id, name, kind, place, telephone, services and 'stale' with tabs between "
                    "them."),
      .options = { agency_list_options, office_file_options, login_options },
      .run = agency_list_run },
    { .noun = "agency",
      .verb = "show",
      .summary = N_("Show all that is known of an organisation."),
      .arguments = N_("[FILE] ID"),
      .details = N_("The first eight signs of the id will do if no other one's begins so."),
      .options = { agency_show_options, office_file_options, login_options },
      .run = agency_show_run },
    { .noun = NULL },
};
