/* SPDX-License-Identifier: Apache-2.0 */

/* qadam appointment: who is expected when. */
#include "command/appointment/command.h"
#include "command/command_list.h"
#include "language.h"

const struct command appointment_commands[] = {
    { .noun = "appointment",
      .verb = "add",
      .summary = N_("Plan an appointment."),
      .arguments = N_("[FILE]"),
      .details =
          N_("For a casefile, a person or the staff alone. On a terminal the fields are "
             "asked for. Else they are read from standard input, one on each line as 'field: "
             "value'. Prints the id."),
      .options = { appointment_add_options, office_file_options, login_options },
      .run = appointment_add_run,
      .write_more_help = appointment_add_write_help },
    { .noun = "appointment",
      .verb = "list",
      .summary = N_("List appointments in the order of days and times."),
      .arguments = N_("[FILE]"),
      .details = N_("From today on if you do not say; of a casefile or a person, all of them. On a "
                    "terminal in words; else id, day, time, minutes, state, user, casefile, "
                    "organisation, place and matter with tabs between them."),
      .options = { appointment_list_options, office_file_options, login_options },
      .run = appointment_list_run },
    { .noun = "appointment",
      .verb = "change",
      .summary = N_("Move a planned appointment, or say what came of it."),
      .arguments = N_("[FILE] ID"),
      .details = N_("With --day or --time it moves; what is not named stays. With --state it ends, "
                    "and nothing more can be changed then. Prints the id."),
      .options = { appointment_change_options, office_file_options, login_options },
      .run = appointment_change_run },
    { .noun = NULL },
};
