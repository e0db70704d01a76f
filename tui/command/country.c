/* SPDX-License-Identifier: Apache-2.0 */

/* qadam country: the table of its verbs; each group of them has a file of its own. */
#include "command/command_list.h"
#include "command/country/command.h"
#include "language.h"

const struct command country_commands[] = {
    { .noun = "country",
      .verb = "list",
      .summary = N_("List the country packs of the program."),
      .arguments = "",
      .details = N_("Country, name, version and the day it was last compared with the law, with "
                    "tabs between them; * is what all countries have in common."),
      .options = { country_list_options },
      .run = country_list_run },
    { .noun = "country",
      .verb = "show",
      .summary = N_("Show the bodies, papers, deadlines, fees and calendar of a country."),
      .arguments = N_("[FILE]"),
      .details = N_("As the office has them; with --country and no office file, as the program "
                    "brings them. Each row says where it comes from, or that it is to be checked "
                    "locally."),
      .options = { country_show_options, country_options, office_file_options, login_options },
      .run = country_show_run },
    { .noun = "country",
      .verb = "due",
      .summary = N_("Tell when a term ends, and how it was counted."),
      .arguments = N_("[FILE]"),
      .details = N_("By the pack of the office; with --country and no office file, by that of the "
                    "program."),
      .options = { country_due_options, country_options, office_file_options, login_options },
      .run = country_due_run },
    { .noun = "country",
      .verb = "holidays",
      .summary = N_("List the holidays and moved working days of a year."),
      .arguments = N_("[FILE]"),
      .details = N_("Day, weekday, whether it is off or worked, name and whether to check it "
                    "locally, with tabs between them. Ordinary weekends are not listed."),
      .options = { country_holidays_options, country_options, office_file_options, login_options },
      .run = country_holidays_run },
    { .noun = "country",
      .verb = "check",
      .summary = N_("Tell every fault of country packs that were written or edited."),
      .arguments = N_("FILE..."),
      .details =
          N_("One line for each fault: file, line, what is wrong and how to mend it. Nothing "
             "is stored."),
      .options = { country_check_options },
      .run = country_check_run },
    { .noun = "country",
      .verb = "export",
      .summary = N_("Print the country pack of an office, to be edited."),
      .arguments = N_("[FILE]"),
      .options = { country_options, office_file_options, login_options },
      .run = country_export_run },
    { .noun = "country",
      .verb = "import",
      .summary = N_("Let an office work with an edited country pack."),
      .arguments = N_("[FILE]"),
      .details = N_("Faults refuse it. What differs from the present pack is shown first. Only a "
                    "supervisor does this; it stands in the journal."),
      .options = { country_import_options, country_options, office_file_options, login_options },
      .run = country_import_run },
    { .noun = "country",
      .verb = "compare",
      .summary = N_("Show how the office's country pack and the program's differ."),
      .arguments = N_("[FILE]"),
      .details = N_("+ is a row that was added, - one that is gone. Nothing changes in an office "
                    "that has its own pack until 'qadam country take' or 'qadam country import'."),
      .options = { country_compare_options, country_options, office_file_options, login_options },
      .run = country_compare_run },
    { .noun = "country",
      .verb = "take",
      .summary = N_("Let an office work with the program's country pack again."),
      .arguments = N_("[FILE]"),
      .details = N_("All that the office changed itself goes; 'qadam country export' keeps a copy. "
                    "Only a supervisor does this; it stands in the journal."),
      .options = { country_take_options, country_options, office_file_options, login_options },
      .run = country_take_run },
    { .noun = NULL },
};
