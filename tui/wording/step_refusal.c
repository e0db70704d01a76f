/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/step_refusal.h"

#include "command/case/veil.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"
#include "wording/case_text.h"
#include "wording/label.h"

#include <stdlib.h>

/* What stands for %s in a sentence. */
enum fill {
    FILL_NOTHING,
    FILL_FIELDS,
    FILL_LOCK,
    FILL_GUARD,
    FILL_OUTCOMES,
    FILL_ROLES,
};

struct refusal {
    enum fill fill;
    const char *text;
    const char *shown; /* on a screen; NULL: the same */
};

static const struct refusal refusals[] = {
    [STEP_REFUSED_NOT] = { FILL_NOTHING, N_("This cannot be done now."), NULL },
    [STEP_REFUSED_NO_STEP] = { FILL_NOTHING,
                               N_("There is no such step in this workflow; 'qadam case show' lists "
                                  "them."),
                               N_("There is no such step in this workflow.") },
    [STEP_REFUSED_NO_FIELD] = { FILL_FIELDS, N_("There is no such field in this step. It has: %s"),
                                NULL },
    [STEP_REFUSED_CLOSED] = { FILL_NOTHING,
                              N_("This casefile is not open; 'qadam case reopen' opens it "
                                 "again."),
                              N_("This casefile is not open.  The menu (F9) opens it again.") },
    [STEP_REFUSED_NOT_NEEDED] = { FILL_NOTHING,
                                  N_("As things stand this step is not needed in this casefile."),
                                  NULL },
    [STEP_REFUSED_LOCKED] = { FILL_LOCK, N_("Another step comes first: %s"), NULL },
    [STEP_REFUSED_BLOCKED] = { FILL_GUARD, N_("This step must not be done now: %s"), NULL },
    [STEP_REFUSED_FINISHED] = { FILL_NOTHING,
                                N_("This step is finished; 'qadam case reopen' with the step "
                                   "starts it again."),
                                N_("This step is finished.  The menu (F9) starts it again.") },
    [STEP_REFUSED_SKIPPED] = { FILL_NOTHING,
                               N_("This step was skipped; 'qadam case reopen' with the step takes "
                                  "it up again."),
                               N_("This step was skipped.  The menu (F9) takes it up again.") },
    [STEP_REFUSED_DECLINED] = { FILL_NOTHING,
                                N_("This step ended with a refusal; 'qadam case reopen' with the "
                                   "step starts it again."),
                                N_("This step ended with a refusal.  The menu (F9) starts it "
                                   "again.") },
    [STEP_REFUSED_ASKED] = { FILL_NOTHING,
                             N_("This step waits to be approved; 'qadam case return' gives it back "
                                "to be worked on."),
                             N_("This step waits to be approved.  The menu (F9) gives it back to "
                                "be worked on.") },
    [STEP_REFUSED_NOT_ASKED] = { FILL_NOTHING,
                                 N_("This field is not asked now: another answer decides whether "
                                    "it is."),
                                 NULL },
    [STEP_REFUSED_MISSING] = { FILL_NOTHING, N_("This is still missing:"), NULL },
    [STEP_REFUSED_OUTCOME] = { FILL_OUTCOMES, N_("Say with --outcome how it ended: %s"),
                               N_("Say how the step ended.") },
    [STEP_REFUSED_NO_OUTCOME] = { FILL_OUTCOMES, N_("This step cannot end so. It can end so: %s"),
                                  NULL },
    [STEP_REFUSED_ROLE] = { FILL_ROLES,
                            N_("Your role does not do this. Ask somebody whose role is: %s"),
                            NULL },
    [STEP_REFUSED_NO_RUNG] = { FILL_NOTHING,
                               N_("There is nobody else to turn to: finish the step with an "
                                  "outcome, "
                                  "or note the answer with 'qadam case resume'."),
                               N_("There is nobody else to turn to: finish the step with an "
                                  "outcome, or note the answer.") },
    [STEP_REFUSED_NOT_WAITING] = { FILL_NOTHING,
                                   N_("Nobody is waited for in this step; 'qadam case wait' begins "
                                      "to wait."),
                                   N_("Nobody is waited for in this step.") },
    [STEP_REFUSED_NO_APPROVAL] = { FILL_NOTHING, N_("Nobody has asked to approve this step."),
                                   NULL },
    [STEP_REFUSED_NO_SKIP] = { FILL_NOTHING, N_("This step cannot be skipped, only finished."),
                               NULL },
    [STEP_REFUSED_NOT_FINISHED] = { FILL_NOTHING,
                                    N_("This step is not finished, so there is nothing to start "
                                       "again."),
                                    NULL },
    [STEP_REFUSED_FUTURE] = { FILL_NOTHING, N_("This day has not come yet: give one up to today."),
                              NULL },
    [STEP_REFUSED_EARLY] = { FILL_NOTHING,
                             N_("This day is too early: it lies before the casefile was opened or "
                                "before the waiting began."),
                             NULL },
};
_Static_assert(sizeof(refusals) / sizeof(refusals[0]) == STEP_REFUSAL_COUNT,
               "every refusal has its sentence");

/* ---- what is filled in */

static void write_fields(FILE *stream, const struct step *step)
{
    const char *between = "";
    for (size_t i = 0; i < step->field_count; i++, between = ", ") {
        const struct field *field = &step->fields[i];
        if (field->type != FIELD_ROWS)
            fprintf(stream, "%s%s", between, field->id);
        for (size_t j = 0; j < field->field_count; j++)
            fprintf(stream, "%s%s.1.%s", j == 0 ? between : ", ", field->id, field->fields[j].id);
    }
    for (size_t i = 0; i < step->evidence_count; i++, between = ", ")
        fprintf(stream, "%s%s%s", between, case_path_evidence, step->evidence[i].type);
    /* TRANSLATORS: the fields of a step that has none. */
    fputs(between[0] == '\0' ? _("none") : "", stream);
}

static void write_outcomes(FILE *stream, const struct step *step)
{
    for (size_t i = 0; i < step->outcome_count; i++)
        fprintf(stream, "%s%s (%s)", i == 0 ? "" : ", ", step->outcomes[i].id,
                workflow_text(step->outcomes[i].title));
    /* TRANSLATORS: how a step can end that has no outcomes to choose from. */
    fputs(step->outcome_count == 0 ? _("without an outcome") : "", stream);
}

static void write_role(FILE *stream, const char *name)
{
    enum role role;
    fputs(role_parse(&role, name, NULL) == STATUS_OK ? label_role(role) : name, stream);
}

void step_roles_write(FILE *stream, const struct step *step, bool is_approval)
{
    if (step->approval != NULL && (is_approval || step->finish_by_count == 0)) {
        write_role(stream, step->approval);
        return;
    }
    for (size_t i = 0; i < step->finish_by_count; i++) {
        fputs(i == 0 ? "" : ", ", stream);
        write_role(stream, step->finish_by[i]);
    }
}

char *step_roles_text(const struct step *step, bool is_approval)
{
    char *text = NULL;
    size_t size = 0;
    if (is_approval ? step->approval == NULL : step->finish_by_count == 0)
        return NULL;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    step_roles_write(memory, step, is_approval);
    return fclose(memory) == 0 ? text : NULL;
}

static void write_roles(FILE *stream, const struct step_refusal_about *about)
{
    const struct step *step = about->result->step;
    const struct step_standing *standing =
        about->view == NULL ? NULL : standing_find(&about->view->standing, step->id);
    step_roles_write(stream, step,
                     about->result->is_for_approval ||
                         (standing != NULL && standing->state == STEP_ASKED_APPROVAL));
}

static void write_lock(FILE *stream, const struct step_refusal_about *about)
{
    const struct step *lock = about->result->lock;
    fputs(workflow_text(lock->title), stream);
    if (about->is_typed)
        fprintf(stream, " (%s)", lock->id);
}

static void write_fill(FILE *stream, const struct step_refusal_about *about, enum fill fill)
{
    const struct step_result *result = about->result;
    if (fill == FILL_LOCK && result->lock != NULL)
        write_lock(stream, about);
    else if (fill == FILL_GUARD && result->guard != NULL && about->view != NULL)
        fputs(case_veil_guard_says(case_veil_guard(about->desk, about->view, result->guard)),
              stream);
    else if (fill == FILL_FIELDS && result->step != NULL)
        write_fields(stream, result->step);
    else if (fill == FILL_OUTCOMES && result->step != NULL)
        write_outcomes(stream, result->step);
    else if (fill == FILL_ROLES && result->step != NULL)
        write_roles(stream, about);
}

void step_refusal_write(FILE *stream, const struct step_refusal_about *about)
{
    const struct refusal *refusal = &refusals[about->result->refusal];
    const bool is_shown = !about->is_typed && refusal->shown != NULL;
    const char *text = language_text(is_shown ? refusal->shown : refusal->text);
    char *fill = NULL;
    size_t size = 0;
    if (refusal->fill == FILL_NOTHING) {
        fputs(text, stream);
        return;
    }
    FILE *memory = open_memstream(&fill, &size);
    if (memory == NULL)
        return;
    write_fill(memory, about, refusal->fill);
    if (fclose(memory) == 0)
        sentence_fill(stream, text, "%s", fill);
    free(fill);
}
