/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case: the table of the verbs on a whole casefile; each has a file of its own. */
#include "command/case/command.h"
#include "command/command_list.h"
#include "language.h"

const struct command case_commands[] = {
    { .noun = "case",
      .verb = "open",
      .summary = N_("Open a casefile for a person."),
      .arguments = N_("[FILE] PERSON"),
      .details =
          N_("It goes through the newest version of the workflow and keeps it. A person has at "
             "most one open casefile of each workflow. What it is about is asked for on a "
             "terminal; else it is read only with --with-issue, as a line 'issue: ...' on "
             "standard input. Prints the number."),
      .options = { case_open_options, office_file_options, login_options },
      .run = case_open_run },
    { .noun = "case",
      .verb = "list",
      .summary = N_("List casefiles with what has to be done next, the newest first."),
      .arguments = N_("[FILE]"),
      .details = N_("Where there is no terminal, prints number, name, workflow, state, user, next "
                    "step and the day it is due, with tabs between them."),
      .options = { case_list_options, office_file_options, login_options },
      .run = case_list_run },
    { .noun = "case",
      .verb = "show",
      .summary = N_("Show all that is known of a casefile and its steps."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("A casefile is named by its number or by the first eight signs of its id. The "
                    "answers of restricted steps are shown only to whoever works on the casefile "
                    "and to supervisors."),
      .options = { case_show_options, office_file_options, login_options },
      .run = case_show_run },
    { .noun = "case",
      .verb = "assign",
      .summary = N_("Say who works on a casefile."),
      .arguments = N_("[FILE] CASE USER"),
      .details = N_("With - in the place of the user, nobody. Its open tasks go with it. Only a "
                    "supervisor gives casefiles to others; everybody who works on casefiles can "
                    "take one that nobody has. Prints the number."),
      .options = { case_assign_options, office_file_options, login_options },
      .run = case_assign_run },
    { .noun = "case",
      .verb = "risk",
      .summary = N_("Say how great the danger is, how urgent it is, and when to look again."),
      .arguments = N_("[FILE] CASE RISK"),
      .details = N_("The risk is high, medium or low. While it is high, the casefile cannot be "
                    "closed for most reasons. Prints the number."),
      .options = { case_risk_options, office_file_options, login_options },
      .run = case_risk_run },
    { .noun = "case",
      .verb = "link",
      .summary = N_("Say that two casefiles belong together, or that they do not."),
      .arguments = N_("[FILE] CASE OTHER"),
      .details = N_("Prints the number of the first one."),
      .options = { case_link_options, office_file_options, login_options },
      .run = case_link_run },
    { .noun = "case",
      .verb = "close",
      .summary = N_("Close a casefile, or ask a supervisor to do so."),
      .arguments = N_("[FILE] CASE"),
      .details =
          N_("A supervisor closes it, also when somebody asked for it; for the others it is asked "
             "for. What is still open is said first, and on a terminal it is asked whether it "
             "shall be closed all the same; without --reason the reason is asked for there too. "
             "For 'other' and 'transferred', and with --refuse, a remark is asked for on a "
             "terminal or read from standard input as a line 'remark: ...'. Prints the number and "
             "the state, 'asked' when a supervisor still has to close it."),
      .options = { case_close_options, office_file_options, login_options },
      .run = case_close_run,
      .write_more_help = case_close_write_help },
    { .noun = "case",
      .verb = "transfer",
      .summary = N_("Hand a casefile over to another office, which closes it here."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("Which office gets it and why is asked for on a terminal, else read from "
                    "standard input as lines 'receiver: ...' and 'reason: ...'. As with closing, "
                    "a supervisor does it, and for the others it is asked for."),
      .options = { case_transfer_options, office_file_options, login_options },
      .run = case_transfer_run },
    { .noun = "case",
      .verb = "reopen",
      .summary = N_("Let a closed casefile, or a finished step of an open one, go on."),
      .arguments = N_("[FILE] CASE [STEP]"),
      .details = N_("The reason is asked for on a terminal, else read from standard input as a "
                    "line 'reason: ...'. Only a supervisor reopens a casefile. A reopened step "
                    "keeps its answers; the finished steps that come after it stay finished and "
                    "are named. Prints the number, or the step with its state and then those "
                    "others with 'look'."),
      .options = { case_reopen_options, office_file_options, login_options },
      .run = case_reopen_run },
    { .noun = "case",
      .verb = "move",
      .summary = N_("Let a casefile go on with a newer version of its workflow."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("Shows what changes and asks. Nothing that was answered is deleted. Prints the "
                    "workflow and the version."),
      .options = { case_move_options, office_file_options, login_options },
      .run = case_move_run },
    { .noun = "case",
      .verb = "review",
      .summary = N_("Say that somebody looked at all of it, and when that is done again."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("Without --on the calendar of the office says the next day, by the risk. "
                    "Prints the number and that day."),
      .options = { case_review_options, office_file_options, login_options },
      .run = case_review_run },
    { .noun = "case",
      .verb = "reassign",
      .summary = N_("Give several casefiles of one worker to another: leave, illness."),
      .arguments = N_("[FILE] [CASE...]"),
      .details = N_("All of them or none. Why is asked for on a terminal, else read from standard "
                    "input as a line 'reason: ...'; it becomes a note of each casefile. Prints how "
                    "many."),
      .options = { case_reassign_options, office_file_options, login_options },
      .run = case_reassign_run },
    { .noun = "case",
      .verb = "handover",
      .summary = N_("Ask that somebody else gets your casefile, or refuse that."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("Why is asked for on a terminal, else read from standard input as a line "
                    "'reason: ...'; it becomes a note. 'qadam case assign' says yes. Prints "
                    "'asked' or 'refused'."),
      .options = { case_handover_options, office_file_options, login_options },
      .run = case_handover_run },
    { .noun = "case",
      .verb = "alerts",
      .summary = N_("List the indications that you have to be told of, the oldest first."),
      .arguments = N_("[FILE]"),
      .details = N_("Prints the id of the alert, number, indication, who it is for, "
                    "since when and who noted it, with tabs between them. Of a restricted "
                    "casefile it does not say which indication. Ends with 1 when there is none."),
      .options = { case_alerts_options, office_file_options, login_options },
      .run = case_alerts_run },
    { .noun = "case",
      .verb = "alert-seen",
      .summary = N_("Note that you have seen an alert, and what follows from it."),
      .arguments = N_("[FILE] ALERT"),
      .details = N_("ALERT is the id that 'qadam case alerts' prints. A remark may be typed on a "
                    "terminal, else it may stand on standard input as 'remark: ...'. Prints the "
                    "number of the casefile."),
      .options = { case_alert_seen_options, office_file_options, login_options },
      .run = case_alert_seen_run },
    { .noun = "case",
      .verb = "restrict",
      .summary = N_("Let only those read a casefile who answer for it."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("All that it holds is sealed with keys that few users have: those who read "
                    "such files, and whoever works on it if their role may. It can be that you "
                    "cannot read it afterwards. Prints the number, and says who reads it."),
      .options = { case_restrict_options, office_file_options, login_options },
      .run = case_restrict_run },
    { .noun = "case",
      .verb = "unrestrict",
      .summary = N_("Make a restricted casefile an ordinary one that everybody reads."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("Prints the number."),
      .options = { NULL, office_file_options, login_options },
      .run = case_unrestrict_run },
    { .noun = "case",
      .verb = "break-glass",
      .summary = N_("Open a restricted casefile in an emergency, for eight hours."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("For supervisors who do not read it otherwise, when somebody is in danger and "
                    "nobody else can be asked. The reason is asked for on a terminal, else read "
                    "from standard input as a line 'reason: ...'. Everybody who reads restricted "
                    "files sees who did so and why. Prints the number."),
      .options = { NULL, office_file_options, login_options },
      .run = case_break_glass_run },
    { .noun = "case",
      .verb = "readers",
      .summary = N_("Say whom to ask about a restricted casefile."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("In words on a terminal, else name, role and how (worker, reader, emergency) "
                    "with tabs between them."),
      .options = { case_readers_options, office_file_options, login_options },
      .run = case_readers_run },
    { .noun = NULL },
};
