/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/session.h"

#include "command/case/command.h"
#include "command/case/refusal.h"
#include "command/case/veil.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>

int case_session_begin(struct case_session *out, const struct arguments *arguments,
                       enum office_act act)
{
    *out = (struct case_session){ .arguments = arguments };
    int code = case_desk_open(&out->desk, arguments, act);
    if (code == EXIT_CODE_DONE)
        code = case_desk_find(&out->desk, out->desk.arguments[0], out->id);
    return code == EXIT_CODE_DONE ? case_session_look(out) : code;
}

static void let_go(struct case_session *session)
{
    if (session->has_view)
        casefile_view_release(&session->view);
    session->has_view = false;
}

void case_session_end(struct case_session *session)
{
    step_result_release(&session->result);
    let_go(session);
    case_desk_close(&session->desk);
}

int case_session_look(struct case_session *session)
{
    struct error error = { 0 };
    let_go(session);
    if (casefile_view_load_to_read(&session->desk.desk, session->id, "command", &session->view,
                                   &error) != STATUS_OK)
        return case_refusal_say(session, &error);
    case_veil_draw(&session->desk, &session->view);
    session->has_view = true;
    return EXIT_CODE_DONE;
}

const char *case_session_step(const struct case_session *session)
{
    return session->desk.arguments[1];
}

bool case_session_hides(const struct case_session *session, const struct step *step)
{
    return case_desk_hides(&session->desk, &session->view.casefile, step);
}

int case_session_read_day(const struct case_session *session, const char *option, struct day *out)
{
    *out = session->desk.desk.today;
    return day_option_read(session->arguments, option, out);
}

int case_session_conclude(struct case_session *session, enum status status,
                          const struct error *error)
{
    return status == STATUS_OK ? EXIT_CODE_DONE : case_refusal_say(session, error);
}

/* ---- telling */

static int tell_json(const struct case_session *session)
{
    const struct step_result *result = &session->result;
    const struct step_standing *next = session->view.standing.next;
    char due[DAY_TEXT_SIZE] = "";
    if (result->has_due)
        day_format(due, result->due);
    const struct json_member members[] = {
        { "casefile", JSON_TEXT, session->id, 0 },
        { "number", JSON_TEXT, session->view.casefile.number, 0 },
        { "step", JSON_TEXT, result->step == NULL ? NULL : result->step->id, 0 },
        { "state", JSON_TEXT, step_state_word(result->state), 0 },
        { "round", JSON_NUMBER, NULL, result->round },
        { "due", JSON_TEXT, result->has_due ? due : NULL, 0 },
        { "next", JSON_TEXT, next == NULL ? NULL : next->step->id, 0 },
        { "is_finished", JSON_BOOL, NULL, session->view.standing.is_finished },
        { "changed_at", JSON_TEXT, result->changed_at, 0 },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

static void tell_next(const struct standing *standing)
{
    const struct step_standing *next = standing->next;
    if (next == NULL) {
        puts(standing->is_finished
                 ? _("Nothing is left to do; 'qadam case next' tells how to close the casefile.")
                 : _("Nothing can be done now."));
        return;
    }
    printf("%s %s (%s)\n", _("Next:"), workflow_text(next->step->title), next->step->id);
}

int case_session_tell(struct case_session *session)
{
    const struct step_result *result = &session->result;
    int code = case_session_look(session);
    if (code != EXIT_CODE_DONE)
        return code;
    if (arguments_has(session->arguments, "json"))
        return tell_json(session);
    if (result->step != NULL)
        printf("%s: %s\n", workflow_text(result->step->title), case_text_step_state(result->state));
    tell_next(&session->view.standing);
    return EXIT_CODE_DONE;
}
