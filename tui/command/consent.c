/* SPDX-License-Identifier: Apache-2.0 */

/* qadam consent: what people agreed to, and whether it covers what is to be done. */
#include "command/command_list.h"
#include "command/consent/command.h"
#include "language.h"

const struct command consent_commands[] = {
    { .noun = "consent",
      .verb = "add",
      .summary = N_("Write down what a person agreed to, or refused."),
      .arguments = N_("[FILE] PERSON"),
      .details = N_("One consent is for one purpose and one kind of organisation or one "
                    "organisation. On a terminal the fields are asked for. Else they are read from "
                    "standard input, one on each line as 'field: value'. With --replaces it "
                    "stands in the place of one that was wrong. Prints the id."),
      .options = { consent_add_options, office_file_options, login_options },
      .run = consent_add_run,
      .write_more_help = consent_add_write_help },
    { .noun = "consent",
      .verb = "list",
      .summary = N_("List the consents of a person, the newest first."),
      .arguments = N_("[FILE] PERSON"),
      .details = N_("Day, purpose, with whom, how it stands and id, with tabs between them."),
      .options = { consent_list_options, office_file_options, login_options },
      .run = consent_list_run },
    { .noun = "consent",
      .verb = "show",
      .summary = N_("Show all that is known of a consent."),
      .arguments = N_("[FILE] CONSENT"),
      .details = N_("The first eight signs of the id will do if no other one's begins so."),
      .options = { consent_show_options, office_file_options, login_options },
      .run = consent_show_run },
    { .noun = "consent",
      .verb = "withdraw",
      .summary = N_("Write down that the person took a consent back: sharing stops at once."),
      .arguments = N_("[FILE] CONSENT"),
      .details = N_("What was sent before stays recorded. Fields come as for 'qadam consent add'. "
                    "Prints the id."),
      .options = { consent_withdraw_options, office_file_options, login_options },
      .run = consent_withdraw_run,
      .write_more_help = consent_withdraw_write_help },
    { .noun = "consent",
      .verb = "check",
      .summary = N_("Tell whether somebody's consents cover something, else what to do."),
      .arguments = N_("[FILE] PERSON"),
      .details = N_("Ends with 0 when they cover it and with 1 when they do not."),
      .options = { consent_check_options, office_file_options, login_options },
      .run = consent_check_run },
    { .noun = "consent",
      .verb = "override",
      .summary = N_("Write down why data goes out that no consent covers."),
      .arguments = N_("[FILE] PERSON"),
      .details = N_("For the supervisor and the protection officer only; the reason is kept with "
                    "their name and role."),
      .options = { consent_override_options, office_file_options, login_options },
      .run = consent_override_run,
      .write_more_help = consent_override_write_help },
    { .noun = NULL },
};
