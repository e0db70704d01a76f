/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search_terms.h"

#include "base/array.h"
#include "search/number_fold.h"

#include <stdio.h>
#include <string.h>

enum { NUMBER_MIN = 3 };

/* ---- names */

static bool is_empty(const char *text)
{
    return text == NULL || text[0] == '\0';
}

/* Adds the words of one column; role decides where the word itself does not tell. */
static void add_column(struct name_parts *out, const struct lexicon *lexicon, const char *text,
                       enum name_role role)
{
    struct name_parts parts;
    if (is_empty(text) || name_parts_read(&parts, lexicon, text, NULL) != STATUS_OK)
        return;
    for (size_t i = 0; i < parts.count && out->count < NAME_PARTS_MAX; i++) {
        struct name_part *part = &parts.items[i];
        if (part->stem.role == NAME_ROLE_PLAIN ||
            (role == NAME_ROLE_PLAIN && part->stem.role == NAME_ROLE_SURNAME))
            part->stem.role = role;
        out->items[out->count++] = *part;
    }
    out->repairs |= parts.repairs;
    out->is_cyrillic |= parts.is_cyrillic;
}

void search_name_parts(struct name_parts *out, const struct lexicon *lexicon,
                       const struct search_name *name)
{
    out->count = 0;
    out->repairs = 0;
    out->is_cyrillic = false;
    if (is_empty(name->surname) || is_empty(name->given_name)) {
        if (name_parts_read(out, lexicon, name->full_name, NULL) != STATUS_OK)
            out->count = 0;
        return;
    }
    add_column(out, lexicon, name->surname, NAME_ROLE_SURNAME);
    add_column(out, lexicon, name->given_name, NAME_ROLE_PLAIN);
    add_column(out, lexicon, name->patronymic, NAME_ROLE_PATRONYMIC);
}

/* ---- writing */

static void add_text(struct search_terms *terms, const char *text)
{
    size_t length = strlen(text);
    if (terms->status != STATUS_OK)
        return;
    terms->status =
        array_reserve(&terms->text, &terms->capacity, 1, terms->length + length + 1, NULL);
    if (terms->status != STATUS_OK)
        return;
    memcpy(terms->text + terms->length, text, length + 1);
    terms->length += length;
}

static bool has_word(const struct search_terms *terms, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = terms->text; at != NULL && (at = strstr(at, word)) != NULL; at += length)
        if ((at == terms->text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    return false;
}

/* Adds a word unless it is there already. */
static void add_word(struct search_terms *terms, const char *word)
{
    if (word[0] == '\0' || has_word(terms, word))
        return;
    if (terms->length > 0)
        add_text(terms, " ");
    add_text(terms, word);
}

static char sign_of(enum name_role role)
{
    static const char signs[NAME_ROLE_COUNT] = {
        [NAME_ROLE_PLAIN] = '+',    [NAME_ROLE_SURNAME] = '-', [NAME_ROLE_PATRONYMIC] = '~',
        [NAME_ROLE_CHILD_OF] = '~', [NAME_ROLE_INITIAL] = '+',
    };
    return signs[role];
}

void search_terms_add_name(struct search_terms *terms, const struct name_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        char word[SEARCH_TERM_SIZE + 2];
        const struct stem *stem = &parts->items[i].stem;
        if (stem->role == NAME_ROLE_INITIAL)
            continue;
        word[0] = sign_of(stem->role);
        word[1] = 'n';
        sound_skeleton(word + 2, stem->sounds);
        if (word[2] != '\0')
            add_word(terms, word);
    }
}

void search_birth_term(char out[SEARCH_TERM_SIZE], struct date birth)
{
    struct civil civil = day_to_civil(birth.day);
    switch (birth.precision) {
    case DATE_PRECISION_DAY:
        snprintf(out, SEARCH_TERM_SIZE, "b%04d%02d%02d", civil.year, civil.month, civil.day);
        return;
    case DATE_PRECISION_MONTH:
        snprintf(out, SEARCH_TERM_SIZE, "b%04d%02d", civil.year, civil.month);
        return;
    case DATE_PRECISION_YEAR:
    case DATE_PRECISION_ESTIMATED:
    case DATE_PRECISION_COUNT:
        break;
    }
    snprintf(out, SEARCH_TERM_SIZE, "b%04d", civil.year);
}

static char fold_sign(char sign)
{
    if (sign >= 'A' && sign <= 'Z')
        return (char)(sign - 'A' + 'a');
    return sign;
}

static void write_backwards(char out[SEARCH_TERM_SIZE], char kind, const char *text)
{
    size_t length = strlen(text);
    size_t at = 0;
    if (length >= NUMBER_MIN)
        out[at++] = kind;
    for (; length > 0 && at > 0 && at + 1 < SEARCH_TERM_SIZE; length--)
        out[at++] = fold_sign(text[length - 1]);
    out[at] = '\0';
}

void search_number_term(char out[SEARCH_TERM_SIZE], const char *number)
{
    char folded[NUMBER_FOLD_SIZE];
    number_fold(folded, number);
    write_backwards(out, 'd', folded);
}

void search_phone_term(char out[SEARCH_TERM_SIZE], const char *digits)
{
    char folded[NUMBER_FOLD_SIZE];
    number_digits(folded, digits);
    write_backwards(out, 'f', folded);
}

void search_terms_add_birth(struct search_terms *terms, const struct date *birth)
{
    char word[SEARCH_TERM_SIZE];
    if (birth == NULL) {
        add_word(terms, SEARCH_TERM_BIRTH_UNKNOWN);
        return;
    }
    search_birth_term(word, *birth);
    add_word(terms, word);
    if (birth->precision == DATE_PRECISION_ESTIMATED)
        add_word(terms, SEARCH_TERM_BIRTH_ESTIMATED);
}

void search_terms_add_number(struct search_terms *terms, const char *number)
{
    char word[SEARCH_TERM_SIZE];
    search_number_term(word, number);
    add_word(terms, word);
}

void search_terms_add_phone(struct search_terms *terms, const char *digits)
{
    char word[SEARCH_TERM_SIZE];
    search_phone_term(word, digits);
    add_word(terms, word);
}

/* ---- reading */

bool search_terms_next(struct search_word *out, const char **at)
{
    const char *text = *at;
    while (*text == ' ')
        text++;
    if (*text == '\0')
        return false;
    out->sign = 0;
    if (*text == '+' || *text == '-' || *text == '~')
        out->sign = *text;
    text += out->sign != 0;
    out->text = text;
    out->length = strcspn(text, " ");
    *at = text + out->length;
    return true;
}
