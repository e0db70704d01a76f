/* SPDX-License-Identifier: Apache-2.0 */

/* qadam journal: who did what, and whether that record is whole. */
#include "command/command_list.h"
#include "command/journal/command.h"
#include "command/login.h"
#include "language.h"

const struct command journal_commands[] = {
    { .noun = "journal",
      .verb = "verify",
      .summary = N_("Check that nobody changed, removed or added entries of the journal."),
      .arguments = N_("FILE"),
      .details = N_("Each entry holds a hash over itself and the one before. Note the head, the "
                    "last hash, on paper from time to time ('qadam journal head'): with --head, "
                    "and --entry for its number, the command tells whether the moment you noted "
                    "is still inside. Reads in a file that was opened read-only, and all that is "
                    "done to a copy of it, leave no entry."),
      .options = { journal_verify_options, login_options },
      .run = journal_verify_run },
    { .noun = "journal",
      .verb = "head",
      .summary = N_("Print a page with the head of the journal, to be kept on paper."),
      .arguments = N_("FILE"),
      .details = N_("Checks the whole journal first. Keep the page away from this PC."),
      .options = { journal_head_options, login_options },
      .run = journal_head_run },
    { .noun = "journal",
      .verb = "show",
      .summary = N_("Show who did what, the newest first."),
      .arguments = N_("FILE"),
      .details = N_("One line for each entry: in words on a terminal, else number, time, who, act, "
                    "noun and subject with tabs between them. All options count together."),
      .options = { journal_show_options, login_options },
      .run = journal_show_run },
    { .noun = "journal",
      .verb = "days",
      .summary = N_("Count the entries of each day, the newest first."),
      .arguments = N_("FILE"),
      .details = N_("Day, changes, reads, outputs and acts about access, with tabs between them; "
                    "days without entries are left out."),
      .options = { journal_days_options, login_options },
      .run = journal_days_run },
    { .noun = "journal",
      .verb = "users",
      .summary = N_("Count what each user did, read and took out."),
      .arguments = N_("FILE"),
      .details = N_("User, changes, reads, outputs and acts about access, and the last moment, "
                    "with tabs between them."),
      .options = { journal_users_options, login_options },
      .run = journal_users_run },
    { .noun = NULL },
};
