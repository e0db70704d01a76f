/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/answer_fault.h"

#include "command/field_input.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"

#include <stdlib.h>

/* lists_choices: what can be typed follows behind a colon. */
static const struct {
    const char *text;
    bool lists_choices;
} sentences[] = {
    [ANSWER_OK] = { "", false },
    [ANSWER_EMPTY] = { N_("Nothing was answered."), false },
    [ANSWER_TEXT] = { N_("The text holds invisible or control characters: type it again by hand."),
                      false },
    [ANSWER_LONG] = { N_("The text is too long: %lld characters are the most."), false },
    [ANSWER_NOT_NUMBER] = { N_("This is no number: type digits only."), false },
    [ANSWER_LOW] = { N_("The number is too small: the least is %lld"), false },
    [ANSWER_HIGH] = { N_("The number is too large: the most is %lld"), false },
    [ANSWER_NOT_MONEY] = { N_("This is no amount: type the sum and the currency, 120.50 USD."),
                           false },
    [ANSWER_NOT_DATE] = { N_("This is no date. Write 14.06.2026 or 2026-06-14."), false },
    [ANSWER_FUTURE] = { N_("This day has not come yet: give one up to today."), false },
    [ANSWER_PAST] = { N_("This day has passed: give today or a later one."), false },
    [ANSWER_BEFORE_BIRTH] = { N_("The person was not born yet on this day: check the date here "
                                 "and the birth date in the record."),
                              false },
    /* TRANSLATORS: these are words that are typed; leave them in English too. */
    [ANSWER_NOT_YES_NO] = { N_("Type one of these words"), true },
    [ANSWER_NOT_CHOICE] = { N_("This is none of the choices"), true },
    [ANSWER_NOT_COUNTRY] = { N_("There is no country of this code: KGZ or KG, XXA stateless, XXB "
                                "refugee."),
                             false },
    [ANSWER_NOT_LANGUAGE] = { N_("Write the language as its code: ru kk ky tg uz tk fa ps."),
                              false },
    [ANSWER_NOT_EVIDENCE] = { N_("Type how the paper was seen"), true },
    [ANSWER_IS_ROWS] = { N_("This is a list: answer its rows column by column"), true },
};
_Static_assert(sizeof(sentences) / sizeof(sentences[0]) == ANSWER_FAULT_COUNT,
               "every fault has its sentence");

void answer_fault_write(FILE *stream, const struct answer_trouble *trouble,
                        const struct case_place *place)
{
    char number[24];
    snprintf(number, sizeof(number), "%lld", trouble->limit);
    sentence_fill(stream, language_text(sentences[trouble->fault].text), "%lld", number);
    if (!sentences[trouble->fault].lists_choices)
        return;
    fputs(": ", stream);
    case_place_write_hint(stream, place);
}

void answer_fault_say(const struct answer_trouble *trouble, unsigned long long line)
{
    char path[CASE_PATH_SIZE];
    char *name = NULL;
    char *text = NULL;
    size_t name_size = 0;
    size_t text_size = 0;
    const struct case_place place = case_place_find(trouble->step, trouble->field, trouble->item);
    FILE *name_memory = open_memstream(&name, &name_size);
    FILE *text_memory = open_memstream(&text, &text_size);
    if (name_memory != NULL && text_memory != NULL) {
        case_path_format(path, trouble->field, trouble->item);
        fprintf(name_memory, "%s (", path);
        case_place_write(name_memory, &place);
        fputc(')', name_memory);
        answer_fault_write(text_memory, trouble, &place);
    }
    bool is_complete = name_memory != NULL && fclose(name_memory) == 0;
    is_complete = text_memory != NULL && fclose(text_memory) == 0 && is_complete;
    if (is_complete)
        field_say(&(const struct field_place){ line, name }, text);
    free(name);
    free(text);
}
