/* SPDX-License-Identifier: Apache-2.0 */

/* Why an act on a step was not done, in one sentence. */
#include "casefile/casefile_lease.h"
#include "casefile/casefile_store.h"
#include "command/case/answer_fault.h"
#include "command/case/missing.h"
#include "language.h"
#include "linear/linear_case.h"
#include "sentence.h"
#include "wording/step_refusal.h"

#include <stdlib.h>
#include <string.h>

/* Where a screen would name its menu. */
static const char *const plain[STEP_REFUSAL_COUNT] = {
    [STEP_REFUSED_CLOSED] = N_("This casefile is not open."),
    [STEP_REFUSED_FINISHED] = N_("This step is finished already."),
    [STEP_REFUSED_SKIPPED] = N_("This step was skipped."),
    [STEP_REFUSED_DECLINED] = N_("This step ended with a refusal."),
    [STEP_REFUSED_ASKED] = N_("This step waits to be approved."),
};

/* "Need, Papers 1: Kind, Photo" */
static void write_missing(FILE *stream, const struct step_result *result)
{
    for (size_t i = 0; i < result->missing.count; i++) {
        const struct missing *missing = &result->missing.items[i];
        const struct case_place place = case_missing_place(missing);
        fputs(i == 0 ? " " : ", ", stream);
        if (missing->kind == MISSING_CASE)
            fputs(_("a casefile that is opened from this one"), stream);
        else
            case_place_write(stream, &place);
        if (missing->kind != MISSING_MUST_BE)
            continue;
        /* TRANSLATORS: the only answer follows with which a step can be finished. */
        fprintf(stream, " (%s ", _("must be:"));
        case_answer_write(stream, &place, missing->field->must_be);
        fputc(')', stream);
    }
}

static void write_refusal(FILE *stream, const struct linear_case *hand)
{
    const enum step_refusal refusal = hand->result.refusal;
    const struct step_refusal_about about = { .result = &hand->result,
                                              .view = hand->has_view ? &hand->view : NULL,
                                              .desk = linear_desk(hand->linear) };
    if (plain[refusal] != NULL)
        fputs(language_text(plain[refusal]), stream);
    else
        step_refusal_write(stream, &about);
    if (refusal == STEP_REFUSED_MISSING)
        write_missing(stream, &hand->result);
}

/* The text with what write() writes in the place of %s. */
static void say_filled(const char *text,
                       void (*write)(FILE *stream, const struct linear_case *hand),
                       const struct linear_case *hand)
{
    char *fill = NULL;
    char *whole = NULL;
    size_t fill_size = 0;
    size_t size = 0;
    FILE *memory = open_memstream(&fill, &fill_size);
    if (memory == NULL)
        return;
    write(memory, hand);
    fclose(memory);
    memory = open_memstream(&whole, &size);
    if (memory != NULL) {
        sentence_fill(memory, text, "%s", fill);
        fclose(memory);
        linear_say("%s", whole);
    }
    free(whole);
    free(fill);
}

/* ---- faults of answers */

static void write_fault(FILE *stream, const struct answer_trouble *trouble)
{
    const struct case_place place = case_place_find(trouble->step, trouble->field, trouble->item);
    char most[24];
    const bool is_choice = trouble->fault == ANSWER_NOT_CHOICE ||
                           trouble->fault == ANSWER_NOT_YES_NO ||
                           trouble->fault == ANSWER_NOT_EVIDENCE;
    /* On the screen choices have numbers, so nobody has to look at their codes. */
    snprintf(most, sizeof(most), "%zu", case_place_count_choices(&place));
    if (is_choice)
        sentence_fill(stream, _("Enter a number from 1 to %s."), "%s", most);
    else
        answer_fault_write(stream, trouble, &place);
}

static void say_faults(const struct step_result *result)
{
    for (size_t i = 0; i < result->fault_count; i++) {
        char *text = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&text, &size);
        if (memory == NULL)
            return;
        write_fault(memory, &result->faults[i]);
        if (fclose(memory) == 0)
            linear_say("%s", text);
        free(text);
    }
}

/* ---- others */

static void write_who(FILE *stream, const struct linear_case *hand)
{
    struct casefile_lease lease = { .since = "" };
    const char *id = hand->result.user_id;
    if (id[0] == '\0' &&
        casefile_lease_find(linear_store(hand->linear), hand->id, &lease, NULL) == STATUS_OK)
        id = lease.user_id;
    fputs(case_desk_user_name(linear_desk(hand->linear), id), stream);
}

void linear_refusal_say(const struct linear_case *hand, const struct error *error)
{
    const struct step_result *result = &hand->result;
    if (result->refusal != STEP_REFUSED_NOT)
        say_filled("%s", write_refusal, hand);
    else if (result->fault_count > 0)
        say_faults(result);
    else if (error->status == STATUS_IN_USE)
        /* TRANSLATORS: %s is a user's name. */
        say_filled(_("Somebody else has this casefile in hand: wait a few minutes or ask them: %s"),
                   write_who, hand);
    else if (error->status == STATUS_MOVED)
        /* TRANSLATORS: %s is a user's name. */
        say_filled(_("This was answered meanwhile by somebody else; look at it again: %s"),
                   write_who, hand);
    else if (error->status == STATUS_REFUSED && strcmp(error->detail, CASEFILE_DETAIL_CLOSED) == 0)
        linear_say("%s", language_text(plain[STEP_REFUSED_CLOSED]));
    else if (error->status == STATUS_NOT_FOUND)
        linear_say("%s", _("There is no such casefile any more."));
    else
        linear_fail(error);
}
