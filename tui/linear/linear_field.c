/* SPDX-License-Identifier: Apache-2.0 */

/* One field of a step: its label, its choices with numbers, its present answer; what is typed is
 * kept at once or refused with the reason. */
#include "command/case/answer_input.h"
#include "language.h"
#include "linear/linear_code.h"
#include "linear/linear_form.h"
#include "linear/linear_text.h"
#include "sentence.h"
#include "wording/case_path.h"
#include "wording/case_text.h"
#include "wording/choice_words.h"

#include <stdlib.h>
#include <string.h>

enum { FORM_SIZE = STEP_PATH_SIZE + 96, KEY_CHOICES = 9 };

static const char clearing[] = "-";

/* ---- what was answered */

const char *linear_field_answer(const struct linear_case *hand, const struct step *step,
                                const struct case_place *place, char path[STEP_PATH_SIZE])
{
    if (place->evidence != NULL)
        snprintf(path, STEP_PATH_SIZE, "%s%s", case_path_evidence, place->evidence->type);
    else if (place->rows != NULL)
        snprintf(path, STEP_PATH_SIZE, "%s.%s", place->rows->id, place->field->id);
    else
        snprintf(path, STEP_PATH_SIZE, "%s", place->field->id);
    return situation_answer(&hand->view.situation, step->id, path, place->row);
}

static enum linear_codes codes_of(const struct case_place *place)
{
    return place->field == NULL                   ? LINEAR_CODES_NONE
           : place->field->type == FIELD_COUNTRY  ? LINEAR_CODES_COUNTRY
           : place->field->type == FIELD_LANGUAGE ? LINEAR_CODES_LANGUAGE
                                                  : LINEAR_CODES_NONE;
}

static size_t count_choices(const struct case_place *place)
{
    size_t count = case_place_count_choices(place);
    while (codes_of(place) != LINEAR_CODES_NONE && linear_code_at(codes_of(place), count) != NULL)
        count++;
    return count;
}

static const char *choice_id(const struct case_place *place, size_t index)
{
    return codes_of(place) != LINEAR_CODES_NONE ? linear_code_at(codes_of(place), index)
                                                : case_place_choice_id(place, index);
}

/* "2 loss", "1, 3" and so on, as it would be typed again; the caller frees it. */
static char *answer_text(const struct case_place *place, const char *answer)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = answer == NULL ? NULL : open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    for (size_t i = 0; i < count_choices(place); i++)
        if (strcmp(choice_id(place, i), answer) == 0)
            fprintf(memory, "%zu ", i + 1);
    if (codes_of(place) != LINEAR_CODES_NONE)
        fputs(linear_code_name(codes_of(place), answer), memory);
    else
        case_answer_write(memory, place, answer);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

/* ---- the question */

static void write_choice(const void *self, FILE *stream, size_t index)
{
    const struct case_place *place = self;
    fputs(codes_of(place) != LINEAR_CODES_NONE
              ? linear_code_name(codes_of(place), choice_id(place, index))
              : case_place_choice_text(place, index),
          stream);
}

static bool is_needed(const struct linear_case *hand, const struct step *step,
                      const struct case_place *place)
{
    const struct casefile_view *view = &hand->view;
    return place->evidence != NULL
               ? place->evidence->is_required
               : field_is_required(place->field, step, view->definition, &view->situation,
                                   &view->standing, place->row);
}

static void write_label(FILE *stream, const struct case_place *place, bool is_needed_now)
{
    const size_t choices = count_choices(place);
    case_place_write(stream, place);
    if (place->evidence != NULL)
        fprintf(stream, " (%s)", _("paper to be seen"));
    else if (place->field->type == FIELD_CHOICES)
        fprintf(stream, " (%s)", _("numbers with commas between them"));
    else if (choices == 0 && place->field->type != FIELD_TEXT &&
             place->field->type != FIELD_LONG_TEXT) {
        fputs(" (", stream);
        case_place_write_hint(stream, place);
        fputc(')', stream);
    }
    if (is_needed_now)
        fprintf(stream, " (%s)", _("needed"));
}

static char *label_make(const struct case_place *place, bool is_needed_now)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    write_label(memory, place, is_needed_now);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

/* The help of the field, else why there is the step. */
static const char *why_of(const struct step *step, const struct case_place *place)
{
    const char *help = place->field != NULL && place->field->help != NULL ? place->field->help
                       : place->rows != NULL                              ? place->rows->help
                                                                          : NULL;
    return workflow_text(help != NULL ? help : step->why);
}

/* *why: what '?' says.  The caller frees both. */
static char *question_make(const struct linear_case *hand, const struct step *step,
                           const struct case_place *place, char **why)
{
    char *text = NULL;
    size_t size = 0;
    char *label = label_make(place, is_needed(hand, step, place));
    const struct linear_choices choices = { .text = label == NULL ? "" : label,
                                            .count = count_choices(place),
                                            .write = write_choice,
                                            .self = place,
                                            .why = why_of(step, place) };
    FILE *memory = open_memstream(&text, &size);
    *why = NULL;
    if (memory != NULL) {
        linear_write_field(memory, &choices, why);
        fclose(memory);
    }
    free(label);
    return text;
}

/* ---- keeping */

static bool keep(struct linear_case *hand, const struct step *step, const struct case_place *place,
                 const char *value)
{
    char path[STEP_PATH_SIZE];
    struct error error = { 0 };
    linear_field_answer(hand, step, place, path);
    const struct answer_input input = { step->id, path, place->row, value };
    const struct answer_act act = { .inputs = &input,
                                    .count = 1,
                                    .seen = hand->view.casefile.changed_at };
    step_result_release(&hand->result);
    return linear_case_conclude(
        hand, step_answer(linear_case_desk(hand), hand->id, &act, &hand->result, &error), &error);
}

/* Another answer to the same question can help. */
static bool is_fault_of_answer(const struct linear_case *hand)
{
    return hand->result.fault_count > 0;
}

/* ---- asking */

static enum linear_reply ask_long(struct linear_case *hand, const struct step *step,
                                  const struct case_place *place, const char *known, char **out)
{
    char path[STEP_PATH_SIZE];
    char form[FORM_SIZE];
    char *why = NULL;
    char *label = question_make(hand, step, place, &why);
    linear_field_answer(hand, step, place, path);
    snprintf(form, sizeof(form), "lines/%s.%s.%d", step->id, path, place->row);
    const struct linear_text text = { .text = label == NULL ? "" : label,
                                      .known = known,
                                      .why = why,
                                      .max = ANSWER_TYPED_MAX,
                                      .form = form,
                                      .subject = hand->id };
    enum linear_reply reply = linear_ask_lines(hand->linear, &text, out);
    if (reply == REPLY_GIVEN && *out != NULL && keep(hand, step, place, *out))
        linear_drop_lines(hand->linear, &text);
    free(why);
    free(label);
    return reply;
}

/* *out NULL: it stays as it is. */
static enum linear_reply ask_short(struct linear_case *hand, const struct step *step,
                                   const struct case_place *place, const char *known, char **out)
{
    const size_t choices = count_choices(place);
    char *why = NULL;
    char *label = question_make(hand, step, place, &why);
    char *typed = NULL;
    const struct linear_question question = {
        .text = label == NULL ? "" : label,
        .standard = known,
        .why = why,
        .max = ANSWER_TYPED_MAX,
        .is_again = is_fault_of_answer(hand),
        .is_text = choices == 0,
        .takes_key = choices > 0 && choices <= KEY_CHOICES &&
                     (place->field == NULL || place->field->type != FIELD_CHOICES),
    };
    const enum linear_reply reply = linear_ask(hand->linear, &question, &typed);
    free(why);
    free(label);
    *out = NULL;
    if (reply == REPLY_GIVEN && strcmp(typed, clearing) == 0)
        *out = strdup("");
    else if (reply == REPLY_GIVEN && typed[0] != '\0')
        *out = codes_of(place) != LINEAR_CODES_NONE
                   ? strdup(linear_code_find(codes_of(place), typed))
                   : choice_words_read(place, typed, true);
    free(typed);
    return reply;
}

/* Whoever leaves a needed field empty may go on: only finishing asks again. */
static enum linear_reply ask_and_keep(struct linear_case *hand, const struct step *step,
                                      const struct case_place *place, const char *known,
                                      bool *is_kept)
{
    const bool is_long = place->field != NULL && place->field->type == FIELD_LONG_TEXT;
    for (;;) {
        char *value = NULL;
        const enum linear_reply reply = is_long ? ask_long(hand, step, place, known, &value)
                                                : ask_short(hand, step, place, known, &value);
        const bool is_given = value != NULL;
        if (reply == REPLY_GIVEN && is_given && !is_long)
            keep(hand, step, place, value);
        *is_kept =
            is_given && hand->result.refusal == STEP_REFUSED_NOT && !is_fault_of_answer(hand);
        free(value);
        if (reply != REPLY_GIVEN || !is_given || !is_fault_of_answer(hand))
            return reply;
    }
}

enum linear_reply linear_field_ask(struct linear_case *hand, const struct step *step,
                                   const struct case_place *place, bool *is_kept)
{
    char path[STEP_PATH_SIZE];
    *is_kept = false;
    if (!linear_case_take(hand)) {
        hand->is_left = true;
        return REPLY_GIVEN;
    }
    char *known = answer_text(place, linear_field_answer(hand, step, place, path));
    const enum linear_reply reply = ask_and_keep(hand, step, place, known, is_kept);
    free(known);
    return reply;
}
