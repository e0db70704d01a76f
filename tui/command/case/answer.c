/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case answer: answers to the fields of a step, asked one by one on a terminal or read all
 * together from standard input. */
#include "command/case/answer_fault.h"
#include "command/case/answer_input.h"
#include "command/case/ask.h"
#include "command/case/missing.h"
#include "command/case/refusal.h"
#include "command/case/step_command.h"
#include "command/field_input.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct option case_answer_options[] = {
    { "on", "YYYY-MM-DD", N_("The day on which it happened, when it was not today."), OPTION_TEXT,
      0, 0, false },
    { "seen", N_("MOMENT"),
      N_("The 'changed_at' of 'qadam case next --json': what somebody else answered since is not "
         "overwritten."),
      OPTION_TEXT, 0, 0, false },
    { "json-input", NULL, N_("Read one JSON object instead of lines."), OPTION_FLAG, 0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* Whoever may not see what a step holds does not write over it either. */
static int require_seen(const struct case_session *session, const struct step *step)
{
    return step == NULL || !case_session_hides(session, step)
               ? EXIT_CODE_DONE
               : case_say_no(step->id, _("What this step holds is shown only to whoever works on "
                                         "the casefile and to supervisors."));
}

/* ---- all together */

/* Each wrong answer with the line on which it stands. */
static int say_faults(struct case_session *session, const struct typed_answers *typed)
{
    const struct step_result *result = &session->result;
    for (size_t i = 0; i < result->fault_count; i++)
        answer_fault_say(&result->faults[i],
                         typed_answers_line(typed, &result->faults[i], case_session_step(session)));
    if (result->refusal != STEP_REFUSED_NOT)
        (void)case_refusal_say(session, &(const struct error){ 0 });
    return EXIT_CODE_USAGE;
}

/* Without a step among the arguments each path begins with its own. */
static int check_steps(const struct case_session *session, const struct typed_answers *typed)
{
    const char *named = case_session_step(session);
    if (named != NULL)
        return require_seen(session, definition_find_step(session->view.definition, named));
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < typed->count; i++) {
        char step[STEP_PATH_SIZE];
        const char *path = typed->items[i].path;
        const struct field_place place = { typed->items[i].line, path };
        snprintf(step, sizeof(step), "%.*s", (int)strcspn(path, "."), path);
        const struct step *found = definition_find_step(session->view.definition, step);
        if (found != NULL && code == EXIT_CODE_DONE)
            code = require_seen(session, found);
        if (found == NULL)
            code = field_say(&place, _("No step of this workflow stands before the field: write it "
                                       "so, 'intake.group', or name the step behind the "
                                       "casefile."));
    }
    return code;
}

static int keep_typed(struct case_session *session, const struct typed_answers *typed)
{
    struct error error = { 0 };
    struct answer_act act = { .count = typed->count,
                              .seen = arguments_text(session->arguments, "seen"),
                              .has_event_day = arguments_has(session->arguments, "on") };
    int code = case_session_read_day(session, "on", &act.event_day);
    if (code != EXIT_CODE_DONE)
        return code;
    struct answer_input *inputs = calloc(typed->count, sizeof(*inputs));
    if (inputs == NULL) {
        error_record(&error, STATUS_OUT_OF_MEMORY, 0, "answers");
        return sentence_fail(NULL, &error);
    }
    for (size_t i = 0; i < typed->count; i++)
        inputs[i] = (struct answer_input){ case_session_step(session), typed->items[i].path,
                                           typed->items[i].item, typed->items[i].value };
    act.inputs = inputs;
    enum status status =
        step_answer(&session->desk.desk, session->id, &act, &session->result, &error);
    free(inputs);
    return status != STATUS_OK && session->result.fault_count > 0
               ? say_faults(session, typed)
               : case_session_conclude(session, status, &error);
}

static int answer_read(struct case_session *session, const struct arguments *arguments)
{
    struct typed_answers typed = { .items = NULL };
    const char *seen = arguments_text(arguments, "seen");
    if (seen != NULL && !moment_is_valid(seen))
        return arguments_refuse(arguments, _("--seen is the 'changed_at' of 'qadam case next "
                                             "--json', such as 2026-11-24T09:30:00.000Z."));
    int code = field_input_check(arguments);
    if (code == EXIT_CODE_DONE)
        code = typed_answers_read(&typed, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_session_begin(session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = check_steps(session, &typed);
    if (code == EXIT_CODE_DONE)
        code = typed_answers_join(&typed, session->view.definition, case_session_step(session));
    if (code == EXIT_CODE_DONE)
        code =
            typed_answers_take_words(&typed, session->view.definition, case_session_step(session));
    if (code == EXIT_CODE_DONE)
        code = keep_typed(session, &typed);
    if (code == EXIT_CODE_DONE)
        code = case_session_tell(session);
    typed_answers_release(&typed);
    return code;
}

/* ---- one by one */

static int find_step(struct case_session *session, const struct step **out)
{
    const char *id = case_session_step(session);
    const struct step_standing *next = session->view.standing.next;
    if (id != NULL) {
        *out = definition_find_step(session->view.definition, id);
        session->result.refusal = *out == NULL ? STEP_REFUSED_NO_STEP : STEP_REFUSED_NOT;
    } else {
        *out = next == NULL ? NULL : next->step;
    }
    if (*out != NULL)
        return EXIT_CODE_DONE;
    return id != NULL ? case_session_conclude(session, STATUS_NOT_FOUND, &(const struct error){ 0 })
                      : case_say_no(session->desk.arguments[0], _("Nothing is left to do here."));
}

static int tell_asked(const struct case_session *session, const struct case_asking *asking)
{
    struct missing_list missing = { .items = NULL };
    struct error error = { 0 };
    const struct casefile_view *view = &session->view;
    printf("\n%s %zu\n", _("Answers kept:"), asking->kept);
    if (step_list_missing(&missing, asking->step, &view->standing, &view->situation, &error) !=
        STATUS_OK)
        return sentence_fail(NULL, &error);
    if (missing.count > 0) {
        puts(_("This is still missing:"));
        case_missing_write(stdout, asking->step, &missing);
    } else {
        puts(_("Nothing is missing. To finish the step:"));
        case_desk_write_command(stdout, &session->desk, "finish", view->casefile.number);
        printf(" %s%s\n", asking->step->id,
               asking->step->outcome_count > 0 ? " --outcome ..." : "");
    }
    free(missing.items);
    return EXIT_CODE_DONE;
}

static int answer_asked(struct case_session *session, const struct arguments *arguments)
{
    struct case_asking asking = { .session = session,
                                  .has_event_day = arguments_has(arguments, "on") };
    int code = case_session_begin(session, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE && session->view.casefile.state != CASEFILE_OPEN) {
        session->result.refusal = STEP_REFUSED_CLOSED;
        code = case_session_conclude(session, STATUS_REFUSED, &(const struct error){ 0 });
    }
    if (code == EXIT_CODE_DONE)
        code = case_session_read_day(session, "on", &asking.event_day);
    if (code == EXIT_CODE_DONE)
        code = find_step(session, &asking.step);
    if (code == EXIT_CODE_DONE)
        code = require_seen(session, asking.step);
    if (code == EXIT_CODE_DONE)
        code = case_ask(&asking);
    return code == EXIT_CODE_DONE ? tell_asked(session, &asking) : code;
}

int case_answer_run(const struct arguments *arguments)
{
    struct case_session session = { .arguments = arguments };
    bool is_asked = isatty(STDIN_FILENO) == 1 && !arguments_has(arguments, "json-input");
    int code = is_asked ? answer_asked(&session, arguments) : answer_read(&session, arguments);
    case_session_end(&session);
    return code;
}
