/* SPDX-License-Identifier: Apache-2.0 */
#include "name/cyrillic_guess.h"

#include "base/ascii.h"
#include "name/known_spelling.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The longest come first. */
static const struct {
    const char *latin;
    const char *cyrillic;
} letters[] = {
    { "shch", "щ" }, { "iia", "ия" }, { "zh", "ж" },  { "kh", "х" }, { "gh", "г" }, { "ts", "ц" },
    { "ch", "ч" },   { "sh", "ш" },   { "yu", "ю" },  { "iu", "ю" }, { "ya", "я" }, { "yo", "ё" },
    { "ye", "е" },   { "ii", "ий" },  { "dj", "дж" }, { "a", "а" },  { "b", "б" },  { "c", "к" },
    { "d", "д" },    { "e", "е" },    { "f", "ф" },   { "g", "г" },  { "h", "х" },  { "i", "и" },
    { "j", "ж" },    { "k", "к" },    { "l", "л" },   { "m", "м" },  { "n", "н" },  { "o", "о" },
    { "p", "п" },    { "q", "к" },    { "r", "р" },   { "s", "с" },  { "t", "т" },  { "u", "у" },
    { "v", "в" },    { "w", "в" },    { "x", "х" },   { "z", "з" },
};

enum { LETTER_BYTES = 4 }; /* what one Latin letter becomes at most: "ий", "дж" for two, "щ"... */

/* Where a word stands: its letters decide what e and y are. */
struct word {
    const char *begin;
    const char *at;
};

static bool is_letter(char c)
{
    return ascii_is_small(ascii_to_small(c));
}

static bool is_vowel(char c)
{
    return strchr("aeiou", ascii_to_small(c)) != NULL && c != '\0';
}

static bool starts_with(const char *text, const char *latin)
{
    for (; *latin != '\0'; text++, latin++)
        if (ascii_to_small(*text) != *latin)
            return false;
    return true;
}

/* Oybek, Kyzy, Dostoevsky. */
static const char *letter_y(const struct word *word)
{
    const bool is_first = word->at == word->begin;
    if (is_first || is_vowel(word->at[-1]))
        return "й";
    return !is_letter(word->at[1]) && ascii_to_small(word->at[-1]) == 'k' ? "ий" : "ы";
}

/* Whether an i is a short one: Ainura, Sergei; not in Ismail. */
static bool is_short_i(const struct word *word)
{
    const char *at = word->at;
    if (at == word->begin || !is_vowel(at[-1]) || ascii_to_small(at[-1]) == 'i')
        return false;
    return !is_letter(at[1]) || (!is_vowel(at[1]) && is_letter(at[2]));
}

static const char *letter_at(const struct word *word, size_t *length)
{
    *length = 1;
    if (word->at == word->begin && ascii_to_small(*word->at) == 'e')
        return "э";
    if (ascii_to_small(*word->at) == 'i' && is_short_i(word))
        return "й";
    if (starts_with(word->at, "ia") && !is_letter(word->at[2])) {
        *length = 2;
        return "ия";
    }
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
        if (starts_with(word->at, letters[i].latin)) {
            *length = strlen(letters[i].latin);
            return letters[i].cyrillic;
        }
    return ascii_to_small(*word->at) == 'y' ? letter_y(word) : NULL;
}

/* Letters of Russian are two bytes each. */
static void make_capital(char *letter)
{
    const unsigned code =
        (((unsigned char)letter[0] & 0x1FU) << 6U) | ((unsigned char)letter[1] & 0x3FU);
    const unsigned capital = code == 0x451U ? 0x401U : code - 0x20U;
    letter[0] = (char)(0xC0U | (capital >> 6U));
    letter[1] = (char)(0x80U | (capital & 0x3FU));
}

/* latin: the letters that it stands for, whose case it takes. */
static size_t write_letters(char *out, const char *cyrillic, const char *latin)
{
    const size_t length = strlen(cyrillic);
    memcpy(out, cyrillic, length + 1);
    if (ascii_is_capital(latin[0]))
        make_capital(out);
    if (length > 2 && ascii_is_capital(latin[1]))
        make_capital(out + 2);
    return length;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]))
        length++;
    return length;
}

/* Writes a whole word that the lexicon knows; how many bytes of Latin that was, 0: none. */
static size_t write_known(char *out, size_t *length, const char *latin)
{
    size_t known_length = 0;
    const char *ending;
    const size_t taken = word_length(latin);
    if (taken < 2 || !ascii_is_capital(latin[0]) || ascii_is_capital(latin[1]))
        return 0;
    const char *known = known_spelling(latin, taken, &known_length, &ending);
    if (known == NULL)
        return 0;
    memcpy(out + *length, known, known_length);
    *length += known_length;
    memcpy(out + *length, ending, strlen(ending) + 1);
    *length += strlen(ending);
    return taken;
}

enum status cyrillic_guess(char **out, const char *latin, struct error *error)
{
    struct word word = { latin, latin };
    size_t length = 0;
    *out = calloc(strlen(latin) + 2, LETTER_BYTES);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a name in Cyrillic");
    for (const char *at = latin; *at != '\0';) {
        size_t taken = 1;
        if (at == latin || !is_letter(at[-1])) {
            const size_t known = write_known(*out, &length, at);
            word.begin = at;
            at += known;
            if (known > 0)
                continue;
        }
        word.at = at;
        const char *cyrillic = is_letter(*at) ? letter_at(&word, &taken) : NULL;
        if (cyrillic == NULL)
            (*out)[length++] = *at;
        else
            length += write_letters(*out + length, cyrillic, at);
        at += taken;
    }
    (*out)[length] = '\0';
    return STATUS_OK;
}
