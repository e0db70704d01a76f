/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case finish, approve, return and skip: what ends a step, or sends it back. */
#include "command/case/session.h"
#include "command/case/step_command.h"
#include "command/case/words.h"
#include "language.h"
#include "sentence.h"

#define JSON_OPTION                                                                                \
    {                                                                                              \
        "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false                       \
    }

const struct option case_finish_options[] = {
    { "outcome", "ID", N_("How it ended, for a step that can end in several ways."), OPTION_TEXT, 0,
      0, false },
    { "on", "YYYY-MM-DD", N_("The day on which it was done, when it was not today."), OPTION_TEXT,
      0, 0, false },
    JSON_OPTION,
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_approve_options[] = { JSON_OPTION, TODAY_OPTION, { .name = NULL } };
const struct option case_return_options[] = { JSON_OPTION, TODAY_OPTION, { .name = NULL } };
const struct option case_skip_options[] = { JSON_OPTION, TODAY_OPTION, { .name = NULL } };

/* ---- without words */

int case_finish_run(const struct arguments *arguments)
{
    struct case_session session;
    struct error error = { 0 };
    struct step_finishing finishing = { .outcome = arguments_text(arguments, "outcome") };
    int code = case_session_begin(&session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_session_read_day(&session, "on", &finishing.day);
    finishing.step = case_session_step(&session);
    if (code == EXIT_CODE_DONE)
        code = case_session_conclude(
            &session,
            step_finish(&session.desk.desk, session.id, &finishing, &session.result, &error),
            &error);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(&session);
    case_session_end(&session);
    return code;
}

int case_approve_run(const struct arguments *arguments)
{
    struct case_session session;
    struct error error = { 0 };
    /* Who approves the step says: not every time it is a supervisor. */
    int code = case_session_begin(&session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_session_conclude(&session,
                                     step_approve(&session.desk.desk, session.id,
                                                  case_session_step(&session), &session.result,
                                                  &error),
                                     &error);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(&session);
    case_session_end(&session);
    return code;
}

/* ---- with one text */

struct spoken {
    enum status (*may)(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                       struct step_result *result, struct error *error);
    enum status (*act)(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                       const char *text, struct step_result *result, struct error *error);
};

/* Nobody types a reason for what is not done anyway. */
static int look_and_ask(struct case_session *session, struct case_words *words,
                        const struct spoken *spoken)
{
    struct error error = { 0 };
    if (!case_words_are_asked())
        return EXIT_CODE_DONE;
    int code =
        case_session_conclude(session,
                              spoken->may(&session->desk.desk, session->id,
                                          case_session_step(session), &session->result, &error),
                              &error);
    return code == EXIT_CODE_DONE ? case_words_ask(words, 1) : code;
}

/* What 'return' and 'skip' have in common. */
static int say_and_do(const struct arguments *arguments, struct case_words *words,
                      const struct spoken *spoken)
{
    struct case_session session = { .arguments = arguments };
    struct error error = { 0 };
    int code = case_words_read(words, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_session_begin(&session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = look_and_ask(&session, words, spoken);
    if (code == EXIT_CODE_DONE)
        code = case_session_conclude(&session,
                                     spoken->act(&session.desk.desk, session.id,
                                                 case_session_step(&session), words->value,
                                                 &session.result, &error),
                                     &error);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(&session);
    case_words_release(words, 1);
    case_session_end(&session);
    return code;
}

int case_return_run(const struct arguments *arguments)
{
    static const struct spoken spoken = { step_may_return, step_return };
    struct case_words words = { "remark", _("What is to be done again? "), true, NULL };
    return say_and_do(arguments, &words, &spoken);
}

int case_skip_run(const struct arguments *arguments)
{
    static const struct spoken spoken = { step_may_skip, step_skip };
    struct case_words words = { "reason", _("Why is the step skipped? "), true, NULL };
    return say_and_do(arguments, &words, &spoken);
}
