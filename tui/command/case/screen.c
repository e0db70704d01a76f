/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case screen: the person is screened again, because something new was said. */
#include "command/case/session.h"
#include "command/case/step_command.h"
#include "command/case/words.h"
#include "language.h"
#include "sentence.h"

const struct option case_screen_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

static int screen(struct case_session *session, const char *reason)
{
    struct error error = { 0 };
    const enum status status =
        step_screen(&session->desk.desk, session->id, reason, &session->result, &error);
    if (status != STATUS_OK && session->result.refusal == STEP_REFUSED_NOT_FINISHED)
        return case_say_no(session->desk.arguments[0],
                           _("The screening is open already: go on with its steps."));
    if (status != STATUS_OK && session->result.refusal == STEP_REFUSED_NO_STEP)
        return case_say_no(session->desk.arguments[0],
                           _("The workflow of this casefile has no screening, or an old version "
                             "of it: let it go on with the newest one ('qadam case move')."));
    return case_session_conclude(session, status, &error);
}

int case_screen_run(const struct arguments *arguments)
{
    struct case_session session = { .arguments = arguments };
    struct case_words reason = { .field = "reason",
                                 .question = _("Why is the person screened again? "),
                                 .is_required = true };
    int code = case_words_read(&reason, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_session_begin(&session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&reason, 1);
    if (code == EXIT_CODE_DONE)
        code = screen(&session, reason.value);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(&session);
    case_session_end(&session);
    case_words_release(&reason, 1);
    return code;
}
