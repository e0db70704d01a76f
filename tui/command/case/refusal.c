/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/refusal.h"

#include "casefile/casefile_lease.h"
#include "casefile/casefile_store.h"
#include "command/case/answer_fault.h"
#include "command/case/command.h"
#include "command/case/missing.h"
#include "command/case/veil.h"
#include "language.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

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
    int exit_code;
    enum fill fill;
    const char *text;
};

static const struct refusal refusals[] = {
    [STEP_REFUSED_NOT] = { EXIT_CODE_NO, FILL_NOTHING, N_("This cannot be done now.") },
    [STEP_REFUSED_NO_STEP] = { EXIT_CODE_NO, FILL_NOTHING,
                               N_("There is no such step in this workflow; 'qadam case show' lists "
                                  "them.") },
    [STEP_REFUSED_NO_FIELD] = { EXIT_CODE_USAGE, FILL_FIELDS,
                                N_("There is no such field in this step. It has: %s") },
    [STEP_REFUSED_CLOSED] = { EXIT_CODE_NO, FILL_NOTHING,
                              N_("This casefile is not open; 'qadam case reopen' opens it "
                                 "again.") },
    [STEP_REFUSED_NOT_NEEDED] = { EXIT_CODE_NO, FILL_NOTHING,
                                  N_("As things stand this step is not needed in this casefile.") },
    [STEP_REFUSED_LOCKED] = { EXIT_CODE_NO, FILL_LOCK, N_("Another step comes first: %s") },
    [STEP_REFUSED_BLOCKED] = { EXIT_CODE_NO, FILL_GUARD, N_("This step must not be done now: %s") },
    [STEP_REFUSED_FINISHED] = { EXIT_CODE_NO, FILL_NOTHING,
                                N_("This step is finished; 'qadam case reopen' with the step "
                                   "starts it again.") },
    [STEP_REFUSED_SKIPPED] = { EXIT_CODE_NO, FILL_NOTHING,
                               N_("This step was skipped; 'qadam case reopen' with the step takes "
                                  "it up again.") },
    [STEP_REFUSED_DECLINED] = { EXIT_CODE_NO, FILL_NOTHING,
                                N_("This step ended with a refusal; 'qadam case reopen' with the "
                                   "step starts it again.") },
    [STEP_REFUSED_ASKED] = { EXIT_CODE_NO, FILL_NOTHING,
                             N_("This step waits to be approved; 'qadam case return' gives it back "
                                "to be worked on.") },
    [STEP_REFUSED_NOT_ASKED] = { EXIT_CODE_NO, FILL_NOTHING,
                                 N_("This field is not asked now: another answer decides whether "
                                    "it is.") },
    [STEP_REFUSED_MISSING] = { EXIT_CODE_NO, FILL_NOTHING, N_("This is still missing:") },
    [STEP_REFUSED_OUTCOME] = { EXIT_CODE_USAGE, FILL_OUTCOMES,
                               N_("Say with --outcome how it ended: %s") },
    [STEP_REFUSED_NO_OUTCOME] = { EXIT_CODE_USAGE, FILL_OUTCOMES,
                                  N_("This step cannot end so. It can end so: %s") },
    [STEP_REFUSED_ROLE] = { EXIT_CODE_NO, FILL_ROLES,
                            N_("Your role does not do this. Ask somebody whose role is: %s") },
    [STEP_REFUSED_NO_RUNG] = { EXIT_CODE_NO, FILL_NOTHING,
                               N_("There is nobody else to turn to: finish the step with an "
                                  "outcome, "
                                  "or note the answer with 'qadam case resume'.") },
    [STEP_REFUSED_NOT_WAITING] = { EXIT_CODE_NO, FILL_NOTHING,
                                   N_("Nobody is waited for in this step; 'qadam case wait' begins "
                                      "to wait.") },
    [STEP_REFUSED_NO_APPROVAL] = { EXIT_CODE_NO, FILL_NOTHING,
                                   N_("Nobody has asked to approve this step.") },
    [STEP_REFUSED_NO_SKIP] = { EXIT_CODE_NO, FILL_NOTHING,
                               N_("This step cannot be skipped, only finished.") },
    [STEP_REFUSED_NOT_FINISHED] = { EXIT_CODE_NO, FILL_NOTHING,
                                    N_("This step is not finished, so there is nothing to start "
                                       "again.") },
    [STEP_REFUSED_FUTURE] = { EXIT_CODE_USAGE, FILL_NOTHING,
                              N_("This day has not come yet: give one up to today.") },
    [STEP_REFUSED_EARLY] = { EXIT_CODE_USAGE, FILL_NOTHING,
                             N_("This day is too early: it lies before the casefile was opened or "
                                "before the waiting began.") },
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

void case_refusal_write_roles(FILE *stream, const struct step *step, bool is_approval)
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

static void write_roles(FILE *stream, const struct case_session *session)
{
    const struct step *step = session->result.step;
    const struct step_standing *standing =
        session->has_view ? standing_find(&session->view.standing, step->id) : NULL;
    case_refusal_write_roles(stream, step,
                             session->result.is_for_approval ||
                                 (standing != NULL && standing->state == STEP_ASKED_APPROVAL));
}

static void write_fill(FILE *stream, const struct case_session *session, enum fill fill)
{
    const struct step_result *result = &session->result;
    if (fill == FILL_LOCK && result->lock != NULL)
        fprintf(stream, "%s (%s)", workflow_text(result->lock->title), result->lock->id);
    else if (fill == FILL_GUARD && result->guard != NULL && session->has_view)
        fputs(case_veil_guard_says(case_veil_guard(&session->desk, &session->view, result->guard)),
              stream);
    else if (fill == FILL_FIELDS && result->step != NULL)
        write_fields(stream, result->step);
    else if (fill == FILL_OUTCOMES && result->step != NULL)
        write_outcomes(stream, result->step);
    else if (fill == FILL_ROLES && result->step != NULL)
        write_roles(stream, session);
}

/* ---- what it is about */

/* The field, else the step, else the casefile. */
static void write_subject(FILE *stream, const struct case_session *session)
{
    const struct step_result *result = &session->result;
    char path[CASE_PATH_SIZE];
    const struct case_place place = case_place_find(result->step, result->field, result->item);
    fputs("qadam: ", stream);
    case_path_format(path, result->field, result->item);
    if (place.field != NULL || place.evidence != NULL) {
        fprintf(stream, "%s (", path);
        case_place_write(stream, &place);
        fputc(')', stream);
    } else if (path[0] != '\0') {
        sentence_write_name(stream, path);
    } else if (result->step != NULL) {
        fprintf(stream, "%s (%s)", result->step->id, workflow_text(result->step->title));
    } else if (result->refusal == STEP_REFUSED_NO_STEP && case_session_step(session) != NULL) {
        sentence_write_name(stream, case_session_step(session));
    } else {
        sentence_write_name(stream, session->desk.arguments[0]);
    }
    fputs(": ", stream);
}

/* text is translated, with one %s for the fill unless that is NULL. */
static void say(const struct case_session *session, const char *text, const char *fill)
{
    char *whole = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&whole, &size);
    if (memory == NULL)
        return;
    write_subject(memory, session);
    if (fill == NULL)
        fputs(text, memory);
    else
        sentence_fill(memory, text, "%s", fill);
    if (fclose(memory) == 0)
        sentence_write_text(stderr, whole);
    free(whole);
}

static int say_refusal(const struct case_session *session)
{
    const struct refusal *refusal = &refusals[session->result.refusal];
    char *fill = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&fill, &size);
    if (memory == NULL)
        return EXIT_CODE_DEVICE;
    write_fill(memory, session, refusal->fill);
    if (fclose(memory) == 0)
        say(session, language_text(refusal->text), refusal->fill == FILL_NOTHING ? NULL : fill);
    free(fill);
    if (session->result.refusal == STEP_REFUSED_MISSING)
        case_missing_write(stderr, session->result.step, &session->result.missing);
    return refusal->exit_code;
}

/* ---- statuses */

static int say_in_use(struct case_session *session)
{
    struct casefile_lease lease = { .since = "" };
    char time[LOCAL_TIME_SIZE] = "";
    char who[USER_NAME_SIZE + LOCAL_TIME_SIZE + 4];
    if (casefile_lease_find(office_store(session->desk.office), session->id, &lease, NULL) ==
        STATUS_OK)
        local_time_format(time, lease.since);
    const char *id = session->result.user_id[0] != '\0' ? session->result.user_id : lease.user_id;
    snprintf(who, sizeof(who), "%s%s%.16s", case_desk_user_name(&session->desk, id),
             time[0] == '\0' ? "" : ", ", time);
    say(session,
        /* TRANSLATORS: %s is a user's name and since when. */
        _("Somebody else has this casefile in hand: wait a few minutes or ask them. Who, and since "
          "when: %s"),
        who);
    return EXIT_CODE_NO;
}

static int say_moved(struct case_session *session)
{
    say(session,
        /* TRANSLATORS: %s is a user's name. */
        _("This was answered meanwhile: look at it with 'qadam case next' and repeat. Who did so: "
          "%s"),
        case_desk_user_name(&session->desk, session->result.user_id));
    return EXIT_CODE_NO;
}

static int say_faults(const struct case_session *session)
{
    for (size_t i = 0; i < session->result.fault_count; i++)
        answer_fault_say(&session->result.faults[i], 0);
    return EXIT_CODE_USAGE;
}

int case_refusal_say(struct case_session *session, const struct error *error)
{
    if (session->result.refusal != STEP_REFUSED_NOT)
        return say_refusal(session);
    if (session->result.fault_count > 0)
        return say_faults(session);
    if (error->status == STATUS_IN_USE && session->id[0] != '\0')
        return say_in_use(session);
    if (error->status == STATUS_MOVED && session->result.user_id[0] != '\0')
        return say_moved(session);
    if (error->status == STATUS_REFUSED && strcmp(error->detail, CASEFILE_DETAIL_CLOSED) == 0) {
        session->result.refusal = STEP_REFUSED_CLOSED;
        return say_refusal(session);
    }
    return case_fail(session->desk.arguments[0], error, NULL);
}
