/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/reason_text.h"

#include "language.h"
#include "name/comparison.h"
#include "search/search.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { REASONS_SHOWN = 3 };

static const char *const name_texts[] = {
    [NAME_REASON_SWAPPED] = N_("surname and given name change places"),
    [NAME_REASON_OTHER_PATRONYMIC] = N_("another patronymic"),
    [NAME_REASON_OTHER_SEX] = N_("the name of the other sex"),
    [NAME_REASON_LOOK_ALIKE] = N_("two names that only look alike"),
    [NAME_REASON_OTHER_INITIAL] = N_("an initial that does not fit"),
    [NAME_REASON_OTHER_SURNAME] = N_("another surname"),
    [NAME_REASON_OTHER_GIVEN_NAME] = N_("another given name"),
    [NAME_REASON_OTHER_WORDS] = N_("words that do not fit together"),
    [NAME_REASON_TOO_LITTLE] = N_("too little in common to tell"),
    [NAME_REASON_LAYOUT] = N_("typed on the wrong keyboard layout"),
    [NAME_REASON_SLIP] = N_("one typing slip"),
    [NAME_REASON_SCAN] = N_("letters misread by a scanner"),
    [NAME_REASON_LOOK_ALIKE_LETTERS] = N_("letters of the other alphabet that look the same"),
    [NAME_REASON_INITIALS] = N_("initials"),
    [NAME_REASON_JOINED] = N_("one word here, two words there"),
    [NAME_REASON_ENDING] = N_("another ending of the surname or patronymic"),
    [NAME_REASON_SEX_OF_ENDING] = N_("the surname in its other form (-ov, -ova)"),
    [NAME_REASON_PART_MISSING] = N_("a word that only one of them has"),
    [NAME_REASON_PATRONYMIC_MISSING] = N_("one of them without patronymic"),
    [NAME_REASON_ORDER] = N_("another order of the words"),
    [NAME_REASON_SPELLING] = N_("another spelling of the same name"),
    [NAME_REASON_SCRIPT] = N_("another script"),
    [NAME_REASON_SAME] = N_("the same name"),
};
_Static_assert(sizeof(name_texts) / sizeof(name_texts[0]) == NAME_REASON_COUNT,
               "every reason has a text");

static const char *const search_texts[] = {
    [SEARCH_REASON_CASE_NUMBER] = N_("the number of the casefile"),
    [SEARCH_REASON_NUMBER] = N_("the same number of a paper"),
    [SEARCH_REASON_NUMBER_END] = N_("the last digits of a number"),
    [SEARCH_REASON_PHONE] = N_("the telephone fits"),
    [SEARCH_REASON_BIRTH] = N_("the same birth date"),
    [SEARCH_REASON_BIRTH_YEAR] = N_("born in that year or month"),
    [SEARCH_REASON_BIRTH_NEAR] = N_("birth date known in part, and agrees"),
    [SEARCH_REASON_BIRTH_ESTIMATED] = N_("estimated age agrees"),
    [SEARCH_REASON_BIRTH_FIRST_JANUARY] = N_("the same birth year, once as 1 January"),
    [SEARCH_REASON_BIRTH_SWAPPED] = N_("day and month of birth exchanged"),
    [SEARCH_REASON_BIRTH_YEAR_OFF] = N_("birth year one apart"),
    [SEARCH_REASON_BIRTH_SLIP] = N_("one digit of the birth date differs"),
    [SEARCH_REASON_NAME] = N_("the name fits"),
    [SEARCH_REASON_NAME_BEGINS] = N_("a name that begins so"),
};
_Static_assert(sizeof(search_texts) / sizeof(search_texts[0]) == SEARCH_REASON_COUNT,
               "every reason has a text");

/* Writes the texts of the lowest bits with "; " between them, behind what is there. */
static void write_bits(char out[REASON_TEXT_SIZE], unsigned bits, const char *const *texts,
                       size_t count)
{
    size_t length = strlen(out);
    int shown = 0;
    for (size_t i = 0; i < count && shown < REASONS_SHOWN; i++) {
        const char *text = language_text(texts[i]);
        const char *gap = length > 0 ? "; " : "";
        if ((bits >> i & 1U) == 0 || length + strlen(gap) + strlen(text) >= REASON_TEXT_SIZE)
            continue;
        length += (size_t)snprintf(out + length, REASON_TEXT_SIZE - length, "%s%s", gap, text);
        shown++;
    }
}

void reason_of_names(char out[REASON_TEXT_SIZE], unsigned reasons)
{
    out[0] = '\0';
    write_bits(out, reasons, name_texts, NAME_REASON_COUNT);
}

void reason_of_hit(char out[REASON_TEXT_SIZE], unsigned reasons, unsigned name_reasons)
{
    const unsigned plain = 1U << SEARCH_REASON_NAME;
    bool has_name = (reasons & (plain | 1U << SEARCH_REASON_NAME_BEGINS)) != 0;
    out[0] = '\0';
    /* That it was the name goes without saying when it is said how the name differs. */
    if (has_name && name_reasons != 0)
        reasons &= ~plain;
    write_bits(out, reasons, search_texts, SEARCH_REASON_COUNT);
    if (has_name)
        write_bits(out, name_reasons & ~(1U << NAME_REASON_SAME), name_texts, NAME_REASON_COUNT);
}
