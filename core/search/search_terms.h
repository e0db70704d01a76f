/* SPDX-License-Identifier: Apache-2.0 */

/* What a person is found by, as one line of text.  Words of it that consist of letters and digits
 * are the terms of the full-text index; the signs between them tell the ranking more:
 *
 *     +nkarim -nrahim ~nsalim b19840614 d7654321na f654321007699
 *
 *     n  the sounds of a name (skeleton), behind + when it is a given name or may be one,
 *        - a surname, ~ a patronymic or whose child
 *     b  the birth date: year, month and day as far as known; bx when it is not known at all, and
 * be beside an estimate d  the number of a paper or a person, folded and backwards, so that its
 * last digits are found f  a telephone, digits backwards
 */
#ifndef QADAM_SEARCH_SEARCH_TERMS_H
#define QADAM_SEARCH_SEARCH_TERMS_H

#include "base/date.h"
#include "name/name_parts.h"

#include <stdbool.h>

enum { SEARCH_TERM_SIZE = SOUND_SIZE + 1 };

/* Grows as terms are added; the owner frees text.  Errors are sticky: check once at the end. */
struct search_terms {
    char *text; /* NULL: nothing yet */
    size_t length, capacity;
    enum status status;
};

/* What a person_name row says; parts that are not known are "". */
struct search_name {
    const char *full_name;
    const char *surname;
    const char *given_name;
    const char *patronymic;
};

/* Takes a name apart with what its columns tell about the role of each word.  A name without any
 * Latin, Cyrillic or Arabic letter gives no parts. */
void search_name_parts(struct name_parts *out, const struct lexicon *lexicon,
                       const struct search_name *name);

void search_terms_add_name(struct search_terms *terms, const struct name_parts *parts);
/* NULL: not known. */
void search_terms_add_birth(struct search_terms *terms, const struct date *birth);
void search_terms_add_number(struct search_terms *terms, const char *number);
void search_terms_add_phone(struct search_terms *terms, const char *digits);

#define SEARCH_TERM_BIRTH_UNKNOWN   "bx"
#define SEARCH_TERM_BIRTH_ESTIMATED "be"

/* The term of a birth date, of a number and of a telephone; "" when there is nothing to find. */
void search_birth_term(char out[SEARCH_TERM_SIZE], struct date birth);
void search_number_term(char out[SEARCH_TERM_SIZE], const char *number);
void search_phone_term(char out[SEARCH_TERM_SIZE], const char *digits);

/* Reads terms back: the next word at *at with the sign before it (0 when none), false at the end.
 */
struct search_word {
    char sign; /* '+', '-', '~' or 0 */
    const char *text;
    size_t length;
};
bool search_terms_next(struct search_word *out, const char **at);

#endif
