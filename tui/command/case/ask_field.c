/* SPDX-License-Identifier: Apache-2.0 */

/* One field asked on a terminal: its label, help, numbered choices and present answer; what was
 * typed is kept or refused with the reason. */
#include "base/text.h"
#include "casefile/casefile_lease.h"
#include "command/case/answer_fault.h"
#include "command/case/answer_input.h"
#include "command/case/ask_private.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"
#include "wording/case_text.h"
#include "wording/choice_words.h"

#include <stdlib.h>
#include <string.h>

enum { YES_NO_MAX = 20, NUMBER_SIZE = 24 };

static const char clearing[] = "-";
static const char stopping[] = ".";

/* ---- the question */

/* "   9  ", below it "  10  ". */
static size_t write_choice_number(const struct case_place *place, size_t index)
{
    char number[NUMBER_SIZE];
    int digits = snprintf(number, sizeof(number), "%zu", case_place_count_choices(place));
    return (size_t)fprintf(stderr, "  %*zu  ", digits, index + 1);
}

static void write_choice(const struct case_place *place, size_t index, const char **group)
{
    if (place->field == NULL) {
        write_choice_number(place, index);
        fprintf(stderr, "%s\n", case_evidence_label(index));
        return;
    }
    const struct choice *choice = &place->field->choices[index];
    if (choice->group != NULL && (*group == NULL || strcmp(*group, choice->group) != 0))
        fprintf(stderr, "  %s\n", workflow_text(choice->group));
    *group = choice->group;
    size_t width = write_choice_number(place, index);
    sentence_write_value(stderr, workflow_text(choice->title), width, width);
}

static bool is_truth(const struct case_place *place)
{
    return place->field != NULL && place->field->type == FIELD_YES_NO;
}

static void write_choices(const struct case_place *place)
{
    const char *group = NULL;
    if (is_truth(place))
        return;
    for (size_t i = 0; i < case_place_count_choices(place); i++)
        write_choice(place, i, &group);
}

/* "When was it lost (a date such as 24.11.2026) [2026-11-20]: " */
static void write_question(FILE *stream, const struct case_place *place, const char *answer)
{
    case_place_write(stream, place);
    if (place->evidence != NULL)
        fprintf(stream, " (%s)", _("paper to be seen"));
    else if (is_truth(place))
        /* TRANSLATORS: these words are typed on a terminal, in the user's language too. */
        fprintf(stream, " (%s)", C_("terminal", "yes or no"));
    else if (place->field != NULL && place->field->type == FIELD_CHOICES)
        fprintf(stream, " (%s)", _("numbers with commas between them"));
    else if (place->field != NULL && place->field->choice_count == 0 &&
             place->field->type != FIELD_TEXT && place->field->type != FIELD_LONG_TEXT) {
        fputs(" (", stream);
        case_place_write_hint(stream, place);
        fputc(')', stream);
    }
    if (answer != NULL) {
        fputs(" [", stream);
        case_answer_write(stream, place, answer);
        fputc(']', stream);
    }
    fputs(": ", stream);
}

static char *question_make(const struct case_place *place, const char *answer)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    write_question(memory, place, answer);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

/* ---- what was answered */

/* The answer in force; NULL when there is none. */
static const char *form_answer(const struct form_asking *form, const struct case_place *place,
                               char path[STEP_PATH_SIZE])
{
    const struct case_asking *asking = form->asking;
    if (place->evidence != NULL)
        snprintf(path, STEP_PATH_SIZE, "%s%s", case_path_evidence, place->evidence->type);
    else if (place->field == NULL)
        return NULL;
    else if (place->rows != NULL)
        snprintf(path, STEP_PATH_SIZE, "%s.%s", place->rows->id, place->field->id);
    else
        snprintf(path, STEP_PATH_SIZE, "%s", place->field->id);
    return situation_answer(&asking->session->view.situation, asking->step->id, path, place->row);
}

/* ---- keeping */

/* On the screen choices have numbers, so nobody has to look at their codes. */
static void write_wrong(FILE *stream, const struct answer_trouble *trouble,
                        const struct case_place *place)
{
    char most[24];
    const bool is_choice = trouble->fault == ANSWER_NOT_CHOICE ||
                           trouble->fault == ANSWER_NOT_YES_NO ||
                           trouble->fault == ANSWER_NOT_EVIDENCE;
    snprintf(most, sizeof(most), "%zu", case_place_count_choices(place));
    if (!is_choice)
        answer_fault_write(stream, trouble, place);
    else if (is_truth(place))
        fputs(_("Type yes or no."), stream);
    else
        sentence_fill(stream, _("Enter a number from 1 to %s."), "%s", most);
}

/* Whether another answer to the same question can help. */
static bool say_wrong(const struct step_result *result, const struct case_place *place)
{
    for (size_t i = 0; i < result->fault_count; i++) {
        char *text = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&text, &size);
        if (memory == NULL)
            return false;
        write_wrong(memory, &result->faults[i], place);
        if (fclose(memory) == 0)
            sentence_write_text(stderr, text);
        free(text);
    }
    return result->fault_count > 0;
}

static int keep(struct form_asking *form, const struct case_place *place, const char *path,
                const char *value, bool *is_wrong)
{
    struct case_asking *asking = form->asking;
    struct case_session *session = asking->session;
    const struct answer_input input = { asking->step->id, path, place->row, value };
    const struct answer_act act = { .inputs = &input,
                                    .count = 1,
                                    .seen = session->view.casefile.changed_at,
                                    .event_day = asking->event_day,
                                    .has_event_day = asking->has_event_day };
    struct error error = { 0 };
    step_result_release(&session->result);
    enum status status =
        step_answer(&session->desk.desk, session->id, &act, &session->result, &error);
    *is_wrong = status != STATUS_OK && say_wrong(&session->result, place);
    if (*is_wrong)
        return EXIT_CODE_DONE;
    asking->kept += status == STATUS_OK;
    int code = case_session_conclude(session, status, &error);
    return code == EXIT_CODE_DONE ? case_session_look(session) : code;
}

/* ---- asking */

/* Again and again: whoever leaves the form open for longer than that has laid it down. */
static int take_in_hand(const struct form_asking *form)
{
    struct case_session *session = form->asking->session;
    struct error error = { 0 };
    return case_session_conclude(session,
                                 casefile_lease_take(session->desk.desk.store,
                                                     session->desk.desk.actor, session->id, NULL,
                                                     &error),
                                 &error);
}

static int say_no_memory(void)
{
    struct error error;
    error_record(&error, STATUS_OUT_OF_MEMORY, 0, "form");
    return sentence_fail(NULL, &error);
}

/* Lines are added to a long text until an empty one. */
static int ask_further_lines(struct form_asking *form, char **text)
{
    for (;;) {
        char *line = NULL;
        char *begun = NULL;
        char *joined = NULL;
        int code = dialogue_ask(&form->dialogue, _("Next line (Enter ends the text): "),
                                ANSWER_TYPED_MAX, &line);
        bool is_end = code != EXIT_CODE_DONE || line[0] == '\0';
        if (!is_end && (text_join(&begun, *text, "\n", NULL) != STATUS_OK ||
                        text_join(&joined, begun, line, NULL) != STATUS_OK))
            code = say_no_memory();
        free(begun);
        free(line);
        if (is_end || joined == NULL)
            return code;
        free(*text);
        *text = joined;
    }
}

/* What to keep of what was typed. */
static int take_typed(struct form_asking *form, const struct case_place *place, char **text)
{
    char *ids;
    if (strcmp(*text, clearing) == 0)
        (*text)[0] = '\0';
    else if (place->field != NULL && place->field->type == FIELD_LONG_TEXT)
        return ask_further_lines(form, text);
    if (case_place_count_choices(place) == 0)
        return EXIT_CODE_DONE;
    ids = choice_words_read(place, *text, true);
    free(*text);
    *text = ids;
    return ids == NULL ? say_no_memory() : EXIT_CODE_DONE;
}

/* *out is what to keep: NULL to leave the answer as it is, "" to take it back. */
static int ask_once(struct form_asking *form, const struct case_place *place, const char *answer,
                    char **out)
{
    char *question = question_make(place, answer);
    *out = NULL;
    if (question == NULL)
        return say_no_memory();
    int code = dialogue_ask(&form->dialogue, question, ANSWER_TYPED_MAX, out);
    free(question);
    if (code != EXIT_CODE_DONE || *out == NULL)
        return code;
    form->is_stopped = strcmp(*out, stopping) == 0;
    if (!form->is_stopped && (*out)[0] != '\0')
        return take_typed(form, place, out);
    free(*out);
    *out = NULL;
    return EXIT_CODE_DONE;
}

/* asked: how the question ended.  A text that was broken off keeps the lines it has. */
static int keep_asked(struct form_asking *form, const struct case_place *place, const char *path,
                      const char *value, int asked, bool *is_wrong)
{
    if (asked != EXIT_CODE_DONE && asked != EXIT_CODE_NO)
        return asked;
    const int code = keep(form, place, path, value, is_wrong);
    return code == EXIT_CODE_DONE ? asked : code;
}

int form_ask_place(struct form_asking *form, const struct case_place *place)
{
    bool is_wrong = true;
    int code = EXIT_CODE_DONE;
    fputc('\n', stderr);
    if (place->field != NULL && place->field->help != NULL)
        sentence_write_text(stderr, workflow_text(place->field->help));
    write_choices(place);
    while (code == EXIT_CODE_DONE && is_wrong) {
        char path[STEP_PATH_SIZE];
        char *value = NULL;
        const char *answer = form_answer(form, place, path);
        is_wrong = false;
        code = take_in_hand(form);
        if (code == EXIT_CODE_DONE)
            code = ask_once(form, place, answer, &value);
        if (value != NULL)
            code = keep_asked(form, place, path, value, code, &is_wrong);
        free(value);
    }
    return code;
}

int form_ask_truth(struct form_asking *form, const char *question, bool *out)
{
    int code = EXIT_CODE_DONE;
    *out = false;
    for (bool is_understood = false; code == EXIT_CODE_DONE && !is_understood;) {
        char *typed = NULL;
        code = dialogue_ask(&form->dialogue, question, YES_NO_MAX, &typed);
        if (code != EXIT_CODE_DONE)
            return code;
        form->is_stopped = strcmp(typed, stopping) == 0;
        is_understood = form->is_stopped || typed[0] == '\0' || dialogue_read_truth(out, typed);
        if (!is_understood)
            sentence_write_text(stderr, _("Type yes or no."));
        free(typed);
    }
    return code;
}
