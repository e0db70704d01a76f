/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case next: the one thing to do next in a casefile, and all that has to be known for it. */
#include "command/case/next_json.h"
#include "command/case/session.h"
#include "command/case/step_command.h"
#include "command/case/step_page.h"
#include "command/person/sheet.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>

const struct option case_next_options[] = {
    { "json", NULL, N_("Print one JSON object, with every field of the step that is asked now."),
      OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

static void write_head(const struct case_session *session)
{
    const struct casefile_view *view = &session->view;
    int finished = 0;
    for (size_t i = 0; i < view->standing.step_count; i++) {
        enum step_state state = view->standing.steps[i].state;
        finished += state != STEP_NOT_NEEDED && step_state_is_settled(state);
    }
    printf("%s  ", view->casefile.number);
    sentence_write_name(stdout, view->person_name);
    /* TRANSLATORS: how many of a casefile are finished: a number follows. */
    printf("\n%s  (%s %d)\n\n", workflow_text(view->definition->title), _("steps done:"), finished);
}

/* ---- nothing to do */

static void write_how_to_close(const struct case_session *session)
{
    const char *reason = session->view.standing.closes;
    case_desk_write_command(stdout, &session->desk, "close", session->view.casefile.number);
    printf(" --reason %s\n", reason == NULL ? "..." : reason);
}

static int write_nothing(const struct case_session *session)
{
    const struct casefile_view *view = &session->view;
    if (view->casefile.state != CASEFILE_OPEN) {
        printf("%s %s\n", _("This casefile is not open:"), case_text_state(view->casefile.state));
    } else if (view->casefile.closing_asked_at[0] != '\0') {
        puts(_("Nothing is left to do. Closing was asked for and waits for a supervisor."));
    } else if (view->standing.is_finished) {
        puts(_("Everything is done. The casefile can be closed:"));
        write_how_to_close(session);
    } else {
        puts(_("Nothing can be done now: what is left is not allowed or waits for other steps."));
    }
    step_page_write_warnings(view);
    return EXIT_CODE_NO;
}

/* ---- the step */

/* The commands that go on from here, ready to be typed. */
static void write_commands(const struct case_session *session, const struct step_standing *next)
{
    const struct step *step = next->step;
    const bool is_ready = next->state == STEP_READY;
    const bool is_waiting = next->state == STEP_WAITING;
    const bool is_asked = next->state == STEP_ASKED_APPROVAL;
    const bool has_form = step->field_count > 0 || step->evidence_count > 0;
    const struct {
        const char *verb;
        bool is_offered;
    } verbs[] = {
        { "answer", is_ready && has_form },
        { "wait", is_ready && (step->body != NULL || step->ladder != NULL) },
        { "finish", is_ready },
        { "skip", is_ready && step->may_skip },
        { "resume", is_waiting },
        { "wait", is_waiting && next->rung != NULL },
        { "approve", is_asked },
        { "return", is_asked },
    };
    person_sheet_heading(stdout, _("COMMANDS"));
    for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
        if (verbs[i].is_offered) {
            case_desk_write_command(stdout, &session->desk, verbs[i].verb,
                                    session->view.casefile.number);
            printf(" %s\n", step->id);
        }
}

/* What was answered, what is missing and whom it waits for. */
static int write_contents(const struct case_session *session, const struct step_standing *next)
{
    const struct casefile_view *view = &session->view;
    if (case_session_hides(session, next->step)) {
        fputc('\n', stdout);
        sentence_write_text(stdout, _("What this step holds is shown only to whoever works on the "
                                      "casefile and to supervisors."));
        return EXIT_CODE_DONE;
    }
    step_page_write_wait(view, next);
    int code = step_page_write_needs(view, next->step);
    if (code == EXIT_CODE_DONE)
        step_page_write_choice(view, next->step);
    return code;
}

static int write_next(const struct case_session *session)
{
    const struct casefile_view *view = &session->view;
    const struct step_standing *next = view->standing.next;
    step_page_write_head(stdout, view, next->step);
    int code = write_contents(session, next);
    if (code != EXIT_CODE_DONE)
        return code;
    step_page_write_body(view, next->step);
    step_page_write_term(view, next);
    step_page_write_ends(view, next->step);
    step_page_write_warnings(view);
    write_commands(session, next);
    return EXIT_CODE_DONE;
}

static bool has_next(const struct casefile_view *view)
{
    return view->casefile.state == CASEFILE_OPEN && view->standing.next != NULL;
}

int case_next_run(const struct arguments *arguments)
{
    struct case_session session;
    int code = case_session_begin(&session, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "json")) {
        code = next_json_print(&session);
        if (code == EXIT_CODE_DONE && !has_next(&session.view))
            code = EXIT_CODE_NO;
    } else if (code == EXIT_CODE_DONE) {
        write_head(&session);
        code = has_next(&session.view) ? write_next(&session) : write_nothing(&session);
    }
    case_session_end(&session);
    return code;
}
