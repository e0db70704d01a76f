/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case reopen: a closed casefile, or a finished step, goes on. */
#include "casefile/casefile_store.h"
#include "casefile/step_store.h"
#include "command/case/command.h"
#include "command/case/refusal.h"
#include "command/case/words.h"
#include "language.h"
#include "sentence.h"
#include "wording/step_refusal.h"

#include <stdio.h>
#include <string.h>

enum { ROLES_SIZE = 256 };

const struct option case_reopen_options[] = {
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- a casefile */

static int reopen_fail(struct case_desk *desk, const char *id, const struct error *error)
{
    struct casefile casefile;
    struct error other = { 0 };
    const char *typed = desk->arguments[0];
    if (error->status == STATUS_EXISTS)
        return case_say_no(typed, _("This person has another open casefile of this workflow: go on "
                                    "with that one."));
    if (error->status != STATUS_REFUSED ||
        casefile_load(desk->desk.store, id, &casefile, &other) != STATUS_OK)
        return case_fail(typed, error, NULL);
    bool is_open = casefile.state == CASEFILE_OPEN;
    casefile_release(&casefile);
    return case_say_no(typed, is_open ? _("This casefile is open. To reopen a step, name it too.")
                                      : _("The record of this person was merged into another one "
                                          "or erased: open the casefile for the other one."));
}

static int reopen_casefile(struct case_desk *desk, const char *id, const char *reason)
{
    struct casefile casefile;
    struct error error = { 0 };
    if (!case_desk_may(desk, ACT_APPROVE_CASES))
        return case_say_no(NULL, _("Only a supervisor reopens a casefile."));
    if (casefile_reopen(&desk->desk, id, reason, &error) != STATUS_OK)
        return reopen_fail(desk, id, &error);
    if (casefile_load(desk->desk.store, id, &casefile, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    puts(casefile.number);
    casefile_release(&casefile);
    return EXIT_CODE_DONE;
}

/* ---- a step */

/* What can keep a step from being reopened; NULL for the rest. */
/* One sentence each.  NOLINTBEGIN(bugprone-suspicious-missing-comma) */
static const char *const refusals[STEP_REFUSAL_COUNT] = {
    [STEP_REFUSED_NO_STEP] = N_("There is no such step; 'qadam case show' lists them."),
    [STEP_REFUSED_CLOSED] = N_("This casefile is not open: nothing can be changed in it. 'qadam "
                               "case reopen' opens it again."),
    [STEP_REFUSED_NOT_FINISHED] = N_("This step is not finished: go on with it."),
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

static int say_role(const char *typed, const struct step *step, bool is_approval)
{
    char roles[ROLES_SIZE] = "";
    FILE *memory = fmemopen(roles, sizeof(roles), "w");
    if (memory != NULL) {
        step_roles_write(memory, step, is_approval);
        fclose(memory);
    }
    return case_say_no_with(typed, _("Your role does not do this. Ask somebody whose role is: %s"),
                            roles);
}

static int step_fail(struct case_desk *desk, const char *step, const struct step_result *result,
                     const struct error *error)
{
    const char *refusal = refusals[result->refusal];
    if (error->status == STATUS_IN_USE)
        return case_say_no_with(desk->arguments[0],
                                /* TRANSLATORS: %s is the name of a user. */
                                _("Somebody else works on this casefile just now: %s."),
                                case_desk_user_name(desk, result->user_id));
    if (result->refusal == STEP_REFUSED_ROLE)
        return say_role(step, result->step, result->is_for_approval);
    return refusal == NULL ? case_fail(desk->arguments[0], error, NULL)
                           : case_say_no(step, language_text(refusal));
}

/* They stay finished, but rest on what can change now. */
static void write_dependents(const struct step_result *result)
{
    if (result->dependent_count == 0)
        return;
    sentence_say(NULL, _("These finished steps come after it; look whether they are still right:"));
    for (size_t i = 0; i < result->dependent_count; i++) {
        fputs("  ", stderr);
        sentence_write_value(stderr, workflow_text(result->dependents[i]->title), 2, 4);
    }
}

static int reopen_step(struct case_desk *desk, const char *id, const char *reason)
{
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    struct error error = { 0 };
    const char *step = desk->arguments[1];
    int code = EXIT_CODE_DONE;
    if (step_reopen(&desk->desk, id, step, reason, &result, &error) != STATUS_OK) {
        code = step_fail(desk, step, &result, &error);
    } else {
        write_dependents(&result);
        printf("%s\t%s\n", step, step_state_word(result.state));
        for (size_t i = 0; i < result.dependent_count; i++)
            printf("%s\t%s\n", result.dependents[i]->id, "look");
    }
    step_result_release(&result);
    return code;
}

int case_reopen_run(const struct arguments *arguments)
{
    struct case_desk desk;
    char id[UUID_TEXT_SIZE];
    struct case_words reason = { .field = "reason",
                                 .question = _("Why is it reopened? "),
                                 .is_required = true };
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_words_read(&reason, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_desk_find(&desk, desk.arguments[0], id);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&reason, 1);
    if (code == EXIT_CODE_DONE)
        code = desk.arguments[1] == NULL ? reopen_casefile(&desk, id, reason.value)
                                         : reopen_step(&desk, id, reason.value);
    case_desk_close(&desk);
    case_words_release(&reason, 1);
    return code;
}
