/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person: the table of its verbs; each has a file of its own. */
#include "command/command_list.h"
#include "command/person_command.h"
#include "language.h"

const struct command person_commands[] = {
    { .noun = "person",
      .verb = "add",
      .summary = N_("Keep a new person, or several."),
      .arguments = N_("[FILE]"),
      .details = N_("On a terminal the fields are asked for. Else they are read from standard "
                    "input, one on each line as 'field: value', with a blank line before the next "
                    "person; or, with --json-input, as one JSON object with the fields as members, "
                    "a list for a field that comes several times, and 'documents', a list of "
                    "objects with the fields of a paper without 'document_'. All people are kept "
                    "or, if anything is wrong, none. Prints the id of each."),
      .options = { person_add_options, office_file_options, login_options },
      .run = person_add_run,
      .write_more_help = person_field_write_help },
    { .noun = NULL },
};
