/* SPDX-License-Identifier: Apache-2.0 */
#include "fault_sentence.h"

#include "language.h"
#include "sentence.h"

#include <stdlib.h>

static const char *const sentences[] = {
    /* How it is written. */
    [FAULT_NOT_YAML] =
        N_("This cannot be read as YAML (%1). Look at the quotes, the colons and how "
           "far the line is moved in, also of the line before."),
    [FAULT_TOO_LARGE] = N_("The file is too large: at most %1 KiB. Divide it."),
    [FAULT_TOO_DEEP] = N_("Too many levels lie inside one another. Move something out of them."),
    [FAULT_ALIAS] =
        N_("Anchors, aliases and tags (& * !) are not allowed. Write the value out; put "
           "quotes around a text that begins with such a sign."),
    [FAULT_NOT_MAPPING] = N_("'%1' needs keys of its own, each on a line, moved in."),
    [FAULT_NOT_LIST] = N_("'%1' needs a list: [a, b], or lines that begin with '- '."),
    [FAULT_NOT_SCALAR] = N_("'%1' needs one plain value. Put quotes around a text with brackets or "
                            "a colon."),
    [FAULT_KEY_UNKNOWN] = N_("There is no key '%1' here. Correct its spelling or take it out. "
                             "Possibly meant: %2"),
    [FAULT_KEY_TWICE] = N_("The key '%1' stands here twice. Take one out."),
    [FAULT_KEY_MISSING] = N_("The key '%1' is missing. Add it."),
    [FAULT_ID_INVALID] =
        N_("'%2' cannot be the value of '%1': use the letters a to z, digits and _, "
           "a letter first, at most 40 signs."),
    [FAULT_TEXT_INVALID] = N_("The text of '%1' holds a sign that cannot be seen. Type the text "
                              "anew."),
    [FAULT_TEXT_EMPTY] = N_("'%1' is empty. Write a text or take the key out."),
    [FAULT_TEXT_LONG] = N_("The text of '%1' is too long: at most %2 characters. Shorten it."),
    [FAULT_TEXT_PERCENT] = N_("The text of '%1' holds a percent sign, which cannot be translated. "
                              "Write 'percent'."),
    [FAULT_NUMBER_INVALID] = N_("'%1' needs a number that makes sense here, written in digits."),
    [FAULT_DAY_INVALID] = N_("'%1' needs a day that exists, written like 2026-03-21."),
    [FAULT_WORD_UNKNOWN] = N_("'%1' is not a word that can stand here. Choose from: %2"),
    [FAULT_KIND_UNKNOWN] = N_("The program knows no files of the kind '%1'. Correct the key "
                              "'kind'."),
    /* What it means. */
    [FAULT_ID_TWICE] = N_("'%1' is there twice. Give one of them another id or take it out."),
    [FAULT_NO_SOURCE] = N_("'%1' does not say where it comes from. Add 'source', or "
                           "'check_locally: yes'."),
    [FAULT_CHECK_WITH_RULE] = N_("A deadline with 'rule' takes its source from the country pack. "
                                 "Take 'source' and 'check_locally' out."),
    [FAULT_FILE_UNKNOWN] = N_("'%1' is not there (%2). Give that file too, or correct the name."),
    [FAULT_STEP_UNKNOWN] = N_("There is no step '%1'. Correct the name or add the step."),
    [FAULT_STAGE_UNKNOWN] = N_("There is no stage '%1'. Correct the name or add the stage."),
    [FAULT_FIELD_UNKNOWN] = N_("There is no field '%1'. Write STEP.FIELD as both are called "
                               "there."),
    [FAULT_OUTCOME_UNKNOWN] = N_("The step '%2' has no outcome '%1'. Correct the name or add the "
                                 "outcome."),
    [FAULT_INDICATION_UNKNOWN] = N_("There is no indication '%1'. Correct the name or add it."),
    [FAULT_LADDER_UNKNOWN] = N_("There is no ladder '%1'. Correct the name or add it."),
    [FAULT_ENTRY_UNKNOWN] = N_("There is no entry '%1' in the list '%2'. Correct it or add the "
                               "entry there."),
    [FAULT_VALUE_UNKNOWN] = N_("The field '%2' never has the value '%1'. Use one of its choices."),
    [FAULT_RULE_UNKNOWN] = N_("The country pack of %2 lacks the deadline '%1'. Correct the rule or "
                              "add it to the pack."),
    [FAULT_BODY_UNKNOWN] = N_("The country pack of %2 lacks a body of the kind '%1'. Correct the "
                              "kind or add the body to the pack."),
    [FAULT_WORKFLOW_UNKNOWN] =
        N_("There is no workflow '%1' that could be opened. Correct the name "
           "or give its file too."),
    [FAULT_CONDITION_EMPTY] = N_("The condition asks nothing. Name a field, step or indication, or "
                                 "take it out."),
    [FAULT_CONDITION_MIXED] =
        N_("The condition asks two things at once. Put them into a list under "
           "'all' or 'any'."),
    [FAULT_OPERATOR_MISSING] =
        N_("The condition names the field '%1' but compares it with nothing. "
           "Add 'is', 'in', 'at_least' or another comparison."),
    [FAULT_OPERATOR_MISFIT] = N_("The field '%1' cannot be compared with '%2'. Use a comparison "
                                 "that fits its type."),
    [FAULT_DATE_EXPECTED] = N_("A deadline can only count from a date, and '%1' is none. Name a "
                               "date field or a step."),
    [FAULT_CYCLE] = N_("The step '%1' waits for itself over other steps. Take one of the 'after' "
                       "out."),
    [FAULT_UNREACHABLE] =
        N_("Nobody can ever come to the step '%1'. Look at its 'after', 'when' and "
           "the outcomes that open it."),
    [FAULT_NO_STEPS] = N_("'%1' has no steps. Add one, or name a part with 'include'."),
    [FAULT_NO_END] = N_("No outcome closes the casefile. Add 'closes' to an outcome of the last "
                        "step."),
    [FAULT_STEPS_AND_PART] = N_("The stage '%1' has both 'steps' and 'include'. Keep one of the "
                                "two."),
    [FAULT_NO_ANSWER_ADVICE] = N_("The step '%1' waits for somebody and does not say what to do "
                                  "otherwise. Add '%2'."),
    [FAULT_NO_WAY_ON] = N_("The step '%1' waits for somebody and ends when no answer comes. Add a "
                           "'ladder', or an outcome that goes on without the answer."),
    [FAULT_NO_CHOICES] = N_("The field '%1' has nothing to choose from. Add 'choices' or 'list'."),
    [FAULT_CHOICES_TWICE] =
        N_("The field '%1' has both 'choices' and 'list'. Keep one of the two."),
    [FAULT_KEY_MISFIT] = N_("'%1' does not go with '%2'. Take one of them out."),
    [FAULT_KIND_NEEDS] = N_("'%2' needs '%1' as well. Add it."),
    [FAULT_BOUNDS] = N_("For '%1' the least is above the most. Correct one of them."),
    [FAULT_SCALE_UNKNOWN] = N_("There is no scale '%1'. Correct the name or add it."),
    [FAULT_DIMENSION_UNKNOWN] = N_("There is no dimension or score '%1'. Correct the name or add "
                                   "it."),
    [FAULT_RESULT_NOT_LAST] = N_("The last result of '%1' must always apply. Take its 'when' out, "
                                 "or add one without 'when'."),
    [FAULT_DEADLINE_EMPTY] = N_("The deadline does not say how long it is. Add 'rule', or 'count' "
                                "and 'unit'."),
    [FAULT_COUNTRY_UNKNOWN] = N_("There is no country '%1' here. Use KZ, KG, TJ, TM or UZ."),
    [FAULT_ROW_ORDER] = N_("In '%1' the end comes before the beginning. Correct one of the two."),
};
_Static_assert(sizeof(sentences) / sizeof(sentences[0]) == FAULT_KIND_COUNT,
               "every fault has its sentence");

/* When nothing that begins alike is known. */
static const char no_guess[] =
    N_("There is no key '%1' here. Correct its spelling or take it out.");

static const char *text_of(const struct fault *fault)
{
    if (fault->kind == FAULT_KEY_UNKNOWN && fault->words[1][0] == '\0')
        return language_text(no_guess);
    return fault_sentence_text(fault->kind);
}

const char *fault_sentence_text(enum fault_kind kind)
{
    return language_text(sentences[kind]);
}

void fault_sentence_write(FILE *stream, const struct fault *fault)
{
    for (const char *at = text_of(fault); *at != '\0'; at++) {
        const unsigned index = (unsigned)(at[0] == '%' ? at[1] - '1' : FAULT_WORDS);
        if (index >= FAULT_WORDS) {
            fputc(*at, stream);
            continue;
        }
        /* TRANSLATORS: stands where a fault has nothing to name. */
        sentence_write_name(stream, fault->words[index][0] == '\0' ? C_("fault", "nothing")
                                                                   : fault->words[index]);
        at++;
    }
}

void fault_write(FILE *stream, const struct fault *fault)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    sentence_write_name(memory, fault->file);
    if (fault->line > 0)
        fprintf(memory, ":%d", fault->line);
    fputs(": ", memory);
    fault_sentence_write(memory, fault);
    if (fclose(memory) == 0)
        sentence_write_text(stream, text);
    free(text);
}
