/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case wait and resume: somebody else was asked; they answered. */
#include "command/case/session.h"
#include "command/case/step_command.h"
#include "command/case/words.h"
#include "command/person/sheet.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>

const struct option case_wait_options[] = {
    { "on", "YYYY-MM-DD",
      N_("The day on which they were asked, when it was not today; a letter may be "
         "older than the casefile."),
      OPTION_TEXT, 0, 0, false },
    { "due", "YYYY-MM-DD",
      N_("The day by which they should answer, when it is not the one that the workflow says."),
      OPTION_TEXT, 0, 0, false },
    { "stop-clock", NULL,
      N_("The term of the step stands still until they answer; says why with 'reason: ...'."),
      OPTION_FLAG, 0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_resume_options[] = {
    { "on", "YYYY-MM-DD", N_("The day on which they answered, when it was not today."), OPTION_TEXT,
      0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- waiting */

enum { WAIT_FOR, WAIT_REASON, WAIT_REFERENCE, WAIT_COUNT };

/* Which rung of the ladder was taken, and by when they should answer. */
static void tell_wait(const struct case_session *session)
{
    char due[DAY_TEXT_SIZE];
    const struct step_standing *standing =
        standing_find(&session->view.standing, session->result.step->id);
    const struct ladder *ladder = session->result.step->ladder;
    if (arguments_has(session->arguments, "json") || standing == NULL || standing->wait == NULL)
        return;
    int rung = standing->wait->rung;
    if (rung > 0 && ladder != NULL && (size_t)rung <= ladder->rung_count)
        person_sheet_line(stdout, _("How"), workflow_text(ladder->rungs[rung - 1].title));
    person_sheet_line(stdout, _("Whom"), standing->wait->waiting_for);
    if (!session->result.has_due)
        return;
    day_format(due, session->result.due);
    person_sheet_line(stdout, _("Answer due"), due);
}

static int read_wait(const struct case_session *session, struct step_waiting *out)
{
    *out = (struct step_waiting){ .step = case_session_step(session),
                                  .has_due = arguments_has(session->arguments, "due"),
                                  .stops_clock = arguments_has(session->arguments, "stop-clock") };
    int code = case_session_read_day(session, "on", &out->from);
    return code == EXIT_CODE_DONE ? case_session_read_day(session, "due", &out->due) : code;
}

/* Nobody types whom they asked for a step that cannot wait anyway. */
static int look_and_ask(struct case_session *session, struct case_words *words,
                        const struct step_waiting *waiting)
{
    struct error error = { 0 };
    if (!case_words_are_asked())
        return EXIT_CODE_DONE;
    int code = case_session_conclude(
        session, step_may_wait(&session->desk.desk, session->id, waiting, &session->result, &error),
        &error);
    return code == EXIT_CODE_DONE ? case_words_ask(words, WAIT_COUNT) : code;
}

static int begin_wait(struct case_session *session, struct case_words *words)
{
    struct error error = { 0 };
    struct step_waiting waiting;
    int code = read_wait(session, &waiting);
    if (code == EXIT_CODE_DONE)
        code = look_and_ask(session, words, &waiting);
    if (code != EXIT_CODE_DONE)
        return code;
    waiting.waiting_for = words[WAIT_FOR].value;
    waiting.reason = words[WAIT_REASON].value;
    waiting.reference = words[WAIT_REFERENCE].value;
    enum status status =
        step_begin_wait(&session->desk.desk, session->id, &waiting, &session->result, &error);
    return case_session_conclude(session, status, &error);
}

int case_wait_run(const struct arguments *arguments)
{
    struct case_session session = { .arguments = arguments };
    struct case_words words[WAIT_COUNT] = {
        [WAIT_FOR] = { "for", _("Who was asked? "), true, NULL },
        [WAIT_REASON] = { "reason", _("Why? (Enter: nothing to note) "),
                          arguments_has(arguments, "stop-clock"), NULL },
        [WAIT_REFERENCE] = { "reference", _("Number of the letter? (Enter: none) "), false, NULL },
    };
    int code = case_words_read(words, WAIT_COUNT, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_session_begin(&session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = begin_wait(&session, words);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(&session);
    if (code == EXIT_CODE_DONE)
        tell_wait(&session);
    case_words_release(words, WAIT_COUNT);
    case_session_end(&session);
    return code;
}

/* ---- they answered */

int case_resume_run(const struct arguments *arguments)
{
    struct case_session session = { .arguments = arguments };
    struct case_words words = { "answer", _("What did they answer? (Enter: nothing to note) "),
                                false, NULL };
    struct error error = { 0 };
    struct day day;
    int code = case_words_read(&words, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_session_begin(&session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_session_read_day(&session, "on", &day);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&words, 1);
    if (code == EXIT_CODE_DONE)
        code = case_session_conclude(&session,
                                     step_resume(&session.desk.desk, session.id,
                                                 case_session_step(&session), day, words.value,
                                                 &session.result, &error),
                                     &error);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(&session);
    case_words_release(&words, 1);
    case_session_end(&session);
    return code;
}
