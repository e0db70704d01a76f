/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/refusal.h"

#include "casefile/casefile_lease.h"
#include "casefile/casefile_store.h"
#include "command/case/answer_fault.h"
#include "command/case/command.h"
#include "command/case/missing.h"
#include "language.h"
#include "sentence.h"
#include "wording/local_time.h"
#include "wording/step_refusal.h"

#include <stdlib.h>
#include <string.h>

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

/* Whether another call of the same command can help. */
static bool is_misused(enum step_refusal refusal)
{
    return refusal == STEP_REFUSED_NO_FIELD || refusal == STEP_REFUSED_OUTCOME ||
           refusal == STEP_REFUSED_NO_OUTCOME || refusal == STEP_REFUSED_FUTURE ||
           refusal == STEP_REFUSED_EARLY;
}

static int say_refusal(const struct case_session *session)
{
    const struct step_result *result = &session->result;
    const struct step_refusal_about about = { result, session->has_view ? &session->view : NULL,
                                              &session->desk, true };
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return EXIT_CODE_DEVICE;
    step_refusal_write(memory, &about);
    if (fclose(memory) == 0)
        say(session, text, NULL);
    free(text);
    if (result->refusal == STEP_REFUSED_MISSING)
        case_missing_write(stderr, result->step, &result->missing);
    return is_misused(result->refusal) ? EXIT_CODE_USAGE : EXIT_CODE_NO;
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
