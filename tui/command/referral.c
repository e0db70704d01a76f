/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral: people sent on to other organisations, until those have answered. */
#include "command/command_list.h"
#include "command/referral/command.h"
#include "language.h"

const struct command referral_commands[] = {
    { .noun = "referral",
      .verb = "add",
      .summary = N_("Write the draft of a referral to another organisation."),
      .arguments = N_("[FILE] CASE AGENCY"),
      .details = N_("CASE is the number of a casefile, AGENCY the id of an organisation. On a "
                    "terminal the fields are asked for. Else they are read from standard input, "
                    "one on each line as 'field: value'. Prints the id."),
      .options = { referral_add_options, office_file_options, login_options },
      .run = referral_add_run,
      .write_more_help = referral_add_write_help },
    { .noun = "referral",
      .verb = "send",
      .summary = N_("Note that a referral goes out, with whose consent or why without it."),
      .arguments = N_("[FILE] ID"),
      .details = N_("Without --consent the newest one that covers it is taken. Where none does, a "
                    "supervisor or protection officer can write down why: the field "
                    "override_reason, asked for on a terminal, else read from standard input. "
                    "Prints the number for the slip of paper and the day by which the "
                    "organisation should accept."),
      .options = { referral_send_options, office_file_options, login_options },
      .run = referral_send_run,
      .write_more_help = referral_send_write_help },
    { .noun = "referral",
      .verb = "answer",
      .summary = N_("Note what was heard of a referral, or that you asked again."),
      .arguments = N_("[FILE] ID EVENT"),
      .details = N_("ID is the code on the slip, the number of the referral or its id. EVENT is "
                    "one of: accepted, declined, attended, missed, answered, revoked, reminded, "
                    "escalated; in Russian it will do too. Only declined and answered have fields, "
                    "which come as for 'qadam referral add'. Prints the "
                    "state and, if something is due, the day."),
      .options = { referral_answer_options, office_file_options, login_options },
      .run = referral_answer_run,
      .write_more_help = referral_answer_write_help },
    { .noun = "referral",
      .verb = "list",
      .summary = N_("List the referrals for which something is due, or those of a casefile."),
      .arguments = N_("[FILE]"),
      .details = N_("Without --case those of the whole office for which something is due today or "
                    "was before, the longest overdue first. On a terminal in words; else id, "
                    "number, state, urgency, due day, 'overdue', reminders, casefile, organisation "
                    "and service with tabs between them."),
      .options = { referral_list_options, office_file_options, login_options },
      .run = referral_list_run },
    { .noun = "referral",
      .verb = "slip",
      .summary = N_("Print the slip that goes with the person, with the answer to tear off."),
      .arguments = N_("[FILE] CODE"),
      .details = N_("CODE is the code or the number of the referral, or its id. The slip is in the "
                    "first language of the organisation, 72 columns wide; of the person it tells "
                    "what was chosen when the referral was sent, and nothing else."),
      .options = { referral_slip_options, office_file_options, login_options },
      .run = referral_slip_run },
    { .noun = "referral",
      .verb = "overdue",
      .summary = N_("Count for each organisation what it should have answered by now."),
      .arguments = N_("[FILE]"),
      .details = N_("On a terminal in words, with the sums of the office; else id, name, how many "
                    "are overdue, how many of them escalated, and since when, with tabs between "
                    "them."),
      .options = { referral_overdue_options, office_file_options, login_options },
      .run = referral_overdue_run },
    { .noun = NULL },
};
