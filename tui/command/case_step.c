/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case: the verbs that take a casefile from step to step; those on the whole of it have
 * their table in case.c. */
#include "command/case/step_command.h"
#include "command/command_list.h"
#include "language.h"

const struct command case_step_commands[] = {
    { .noun = "case",
      .verb = "next",
      .summary = N_("Tell what to do next in a casefile, why, by when and what it takes."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("CASE is the number of the casefile, or its id or the first signs of that. "
                    "Ends with 1 when nothing is left to do."),
      .options = { case_next_options, office_file_options, login_options },
      .run = case_next_run },
    { .noun = "case",
      .verb = "answer",
      .summary = N_("Answer the fields of a step."),
      .arguments = N_("[FILE] CASE [STEP]"),
      .details =
          N_("On a terminal the fields of the step are asked for, those of the next step when none "
             "is named, and each answer is kept at once. Else they are read from standard input as "
             "'field: value', one on each line; a line of the same field again goes on with a long "
             "text or adds a choice. Columns of rows are named with the number of the row, "
             "'papers.1.number', papers that have to be seen 'evidence.passport', and when no step "
             "is named the step stands before the field, 'loss_report.how'. An empty value takes "
             "an answer back. All answers are kept or, if anything is wrong, none."),
      .options = { case_answer_options, office_file_options, login_options },
      .run = case_answer_run },
    { .noun = "case",
      .verb = "finish",
      .summary = N_("Finish a step; tells what is missing if it cannot be."),
      .arguments = N_("[FILE] CASE STEP"),
      .details = N_("Prints how the step stands now and which one comes next."),
      .options = { case_finish_options, office_file_options, login_options },
      .run = case_finish_run },
    { .noun = "case",
      .verb = "approve",
      .summary = N_("Approve a step that waits for it."),
      .arguments = N_("[FILE] CASE STEP"),
      .options = { case_approve_options, office_file_options, login_options },
      .run = case_approve_run },
    { .noun = "case",
      .verb = "return",
      .summary = N_("Give a step back instead of approving it."),
      .arguments = N_("[FILE] CASE STEP"),
      .details =
          N_("What is to be done again is asked for on a terminal, else it stands on standard "
             "input as 'remark: ...'."),
      .options = { case_return_options, office_file_options, login_options },
      .run = case_return_run },
    { .noun = "case",
      .verb = "skip",
      .summary = N_("Skip a step, with a reason."),
      .arguments = N_("[FILE] CASE STEP"),
      .details = N_("The reason is asked for on a terminal, else it stands on standard input as "
                    "'reason: ...'. Only some steps can be skipped."),
      .options = { case_skip_options, office_file_options, login_options },
      .run = case_skip_run },
    { .noun = "case",
      .verb = "wait",
      .summary = N_("Note that others were asked, or reminded, and have to answer."),
      .arguments = N_("[FILE] CASE STEP"),
      .details = N_("Who was asked, why and the number of the letter are asked for on a terminal, "
                    "else they stand on standard input as 'for: ...', 'reason: ...' and "
                    "'reference: ...'. While somebody is waited for already, this takes the next "
                    "rung of the ladder and says which one."),
      .options = { case_wait_options, office_file_options, login_options },
      .run = case_wait_run },
    { .noun = "case",
      .verb = "resume",
      .summary = N_("Note that those who were asked have answered."),
      .arguments = N_("[FILE] CASE STEP"),
      .details = N_("What they answered may be typed on a terminal, else it may stand on standard "
                    "input as 'answer: ...'."),
      .options = { case_resume_options, office_file_options, login_options },
      .run = case_resume_run },
    { .noun = "case",
      .verb = "screen",
      .summary = N_("Screen the person again, because something new was said."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("The steps of the screening that are finished begin again, all in one act. "
                    "What was answered stays until another answer takes its place, and the "
                    "history keeps it. The reason is asked for on a terminal, else it stands on "
                    "standard input as 'reason: ...'."),
      .options = { case_screen_options, office_file_options, login_options },
      .run = case_screen_run },
    { .noun = "case",
      .verb = "why",
      .summary = N_("Tell why there are indications, from which answers, and what they open."),
      .arguments = N_("[FILE] CASE"),
      .details = N_("An indication is no verdict: the body that is named decides. Assessments are "
                    "told with their signs and with the rule by which they are positive. Ends "
                    "with 1 when there is no indication that you may see."),
      .options = { case_why_options, office_file_options, login_options },
      .run = case_why_run },
    { .noun = NULL },
};
