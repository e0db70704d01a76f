/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name: names of people, without an office file. */
#include "command/command_list.h"
#include "command/name_command.h"
#include "language.h"

const struct command name_commands[] = {
    { .noun = "name",
      .verb = "compare",
      .summary = N_("Tell whether two spellings can be the name of one person."),
      .arguments = "",
      .details = N_("Reads two names with a tab between them from each line of standard input, in "
                    "any script, and prints for each line a score from 0 to 1, 'same' or "
                    "'different', and why, with tabs between them. The answer is a hint for a "
                    "person to look at, never proof."),
      .run = name_compare_run },
    { .noun = "name",
      .verb = "romanize",
      .summary = N_("Write Cyrillic names in Latin letters by an official table."),
      .arguments = "",
      .details = N_("Reads names from standard input, one in each line, and prints one line for "
                    "each. A line that cannot be read as text becomes an empty one, is reported "
                    "with its number, and the command ends with 1."),
      .options = { name_romanize_options },
      .run = name_romanize_run,
      .write_more_help = name_romanize_write_help },
    { .noun = NULL },
};
