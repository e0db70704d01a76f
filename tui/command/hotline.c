/* SPDX-License-Identifier: Apache-2.0 */

/* qadam hotline: who asked for what, and what they were told. */
#include "command/command_list.h"
#include "command/hotline/command.h"
#include "language.h"

const struct command hotline_commands[] = {
    { .noun = "hotline",
      .verb = "add",
      .summary = N_("Keep a call, visit or letter to the hotline."),
      .arguments = N_("[FILE]"),
      .details = N_("On a terminal the fields are asked for. Else they are read from standard "
                    "input, one on each line as 'field: value'. Without person and casefile the "
                    "caller is anonymous: no name and no telephone number can be kept. With signs "
                    "it says what they point to. Prints the id."),
      .options = { hotline_add_options, office_file_options, login_options },
      .run = hotline_add_run,
      .write_more_help = hotline_add_write_help },
    { .noun = "hotline",
      .verb = "list",
      .summary = N_("List the contacts of a day, or the call-backs that are open."),
      .arguments = N_("[FILE]"),
      .details = N_("Id, day, time, minutes, channel, language, caller, topics, signs and state of "
                    "the call-back with tabs between them."),
      .options = { hotline_list_options, office_file_options, login_options },
      .run = hotline_list_run },
    { .noun = "hotline",
      .verb = "show",
      .summary = N_("Show all of a contact."),
      .arguments = N_("[FILE] ID"),
      .details = N_("The first eight signs of the id will do if no other one's begins so."),
      .options = { hotline_show_options, office_file_options, login_options },
      .run = hotline_show_run },
    { .noun = "hotline",
      .verb = "callback",
      .summary = N_("Note what came of a call-back."),
      .arguments = N_("[FILE] ID RESULT"),
      .details = N_("RESULT is done, failed or given_up. After three tries that failed it is given "
                    "up. Prints its state."),
      .options = { hotline_callback_options, office_file_options, login_options },
      .run = hotline_callback_run },
    { .noun = "hotline",
      .verb = "link",
      .summary = N_("Link an anonymous contact to a person or casefile, if the caller wants."),
      .arguments = N_("[FILE] ID"),
      .options = { hotline_link_options, office_file_options, login_options },
      .run = hotline_link_run },
    { .noun = "hotline",
      .verb = "figures",
      .summary = N_("Count contacts by topic, language, channel and signs of forced labour."),
      .arguments = N_("[FILE]"),
      .details = N_("Without --from and --to those of this month. --public hides cells of 1 to 4, "
                    "and those that would give one of them away."),
      .options = { hotline_figures_options, office_file_options, login_options },
      .run = hotline_figures_run },
    { .noun = NULL },
};
