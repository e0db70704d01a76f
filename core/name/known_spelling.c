/* SPDX-License-Identifier: Apache-2.0 */
#include "name/known_spelling.h"

#include "base/ascii.h"
#include "name/lexicon/entries.h"

#include <stdbool.h>
#include <string.h>

enum { WORD_SIZE = 64 };

/* ---- the one form in which both scripts meet: й, ы and y are i, х and kh are h, ii is i... */

static const char *const russian[] = {
    "a", "b", "v", "g", "d", "e", "j",  "z",  "i",  "i",   "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sch", "",  "i", "",  "e", "iu", "ia",
};

static const struct {
    const char *latin;
    const char *common;
} letters[] = {
    { "shch", "sch" }, { "dzh", "j" }, { "zh", "j" }, { "kh", "h" }, { "gh", "g" },
    { "y", "i" },      { "x", "h" },   { "w", "v" },  { "q", "k" },
};

static bool starts_with(const char *text, size_t length, const char *latin)
{
    size_t i = 0;
    for (; latin[i] != '\0'; i++)
        if (i >= length || ascii_to_small(text[i]) != latin[i])
            return false;
    return true;
}

static void common_of_latin(char out[WORD_SIZE], const char *latin, size_t length)
{
    size_t used = 0, at = 0;
    if (starts_with(latin, length, "ye"))
        at++; /* Yelena is Елена */
    while (at < length && used + 4 < WORD_SIZE) {
        size_t taken = 1;
        char same[2] = { ascii_to_small(latin[at]), '\0' };
        const char *common = same;
        for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]) && common == same; i++)
            if (starts_with(latin + at, length - at, letters[i].latin)) {
                taken = strlen(letters[i].latin);
                common = letters[i].common;
            }
        if (used > 0 && out[used - 1] == 'i' && common[0] == 'i')
            common++;
        memcpy(out + used, common, strlen(common) + 1);
        used += strlen(common);
        at += taken;
    }
    out[used] = '\0';
}

/* The letters of one character of two bytes; NULL when it is none of Russian. */
static const char *common_of_russian(const char *letter)
{
    const unsigned char *bytes = (const unsigned char *)letter;
    const unsigned code = ((bytes[0] & 0x1FU) << 6U) | (bytes[1] & 0x3FU);
    if (code == 0x401U || code == 0x451U)
        return "io";
    if (code < 0x410U || code > 0x44FU)
        return NULL;
    return russian[(code - 0x410U) % 32U];
}

/* Whether a Russian spelling is that word. */
static bool is_spelled_so(const char *spelling, size_t length, const char *common)
{
    char last = '\0';
    for (size_t at = 0; at < length; at += 2) {
        const char *letter = at + 1 < length ? common_of_russian(spelling + at) : NULL;
        if (letter != NULL && last == 'i' && letter[0] == 'i')
            letter++;
        if (letter == NULL || strncmp(common, letter, strlen(letter)) != 0)
            return false;
        common += strlen(letter);
        if (letter[0] != '\0')
            last = letter[strlen(letter) - 1];
    }
    return common[0] == '\0';
}

/* ---- looking */

/* In the spellings of an entry, "ru:Айгуль,Айгул xx:...". */
static const char *find_in_entry(const struct lexicon_entry *entry, const char *common,
                                 size_t *length)
{
    const char *at = strstr(entry->spellings, "ru:");
    if (at == NULL)
        return NULL;
    for (at += strlen("ru:"); *at != '\0' && *at != ' ';) {
        *length = strcspn(at, ", ");
        if (is_spelled_so(at, *length, common))
            return at;
        at += *length + (at[*length] == ',');
    }
    return NULL;
}

static const char *find(const char *common, size_t *length)
{
    for (size_t table = 0; table < lexicon_table_count; table++)
        for (size_t i = 0; i < lexicon_tables[table].count; i++) {
            const char *found = find_in_entry(&lexicon_tables[table].entries[i], common, length);
            if (found != NULL)
                return found;
        }
    return NULL;
}

/* What surnames and patronymics add to a name that ends with a hard consonant. */
static const struct {
    const char *common;
    const char *russian;
} endings[] = {
    { "ovich", "ович" }, { "ovna", "овна" }, { "evich", "евич" }, { "evna", "евна" },
    { "ova", "ова" },    { "eva", "ева" },   { "ov", "ов" },      { "ev", "ев" },
};

static bool ends_hard(const char *spelling, size_t length)
{
    static const char soft[] = "аеёиоуыэюяьй";
    for (size_t i = 0; length >= 2 && soft[i] != '\0'; i += 2)
        if (memcmp(spelling + length - 2, soft + i, 2) == 0)
            return false;
    return length >= 2;
}

static const char *find_word(const char *latin, size_t latin_length, size_t *length,
                             const char **ending)
{
    char common[WORD_SIZE], stem[WORD_SIZE];
    *ending = "";
    common_of_latin(common, latin, latin_length);
    const char *found = find(common, length);
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]) && found == NULL; i++) {
        const size_t all = strlen(common), added = strlen(endings[i].common);
        if (all < added + 3 || strcmp(common + all - added, endings[i].common) != 0)
            continue;
        memcpy(stem, common, all - added);
        stem[all - added] = '\0';
        found = find(stem, length);
        if (found != NULL && !ends_hard(found, *length))
            found = NULL;
        *ending = endings[i].russian;
    }
    return found;
}

const char *known_spelling(const char *latin, size_t latin_length, size_t *length,
                           const char **ending)
{
    char with_ks[WORD_SIZE];
    size_t used = 0;
    if (latin_length < 3 || latin_length >= WORD_SIZE / 2)
        return NULL;
    const char *found = find_word(latin, latin_length, length, ending);
    if (found != NULL || memchr(latin, 'x', latin_length) == NULL)
        return found;
    for (size_t i = 0; i < latin_length; i++) { /* Alexey is no Uzbek name */
        with_ks[used++] = latin[i];
        if (latin[i] == 'x') {
            with_ks[used - 1] = 'k';
            with_ks[used++] = 's';
        }
    }
    return find_word(with_ks, used, length, ending);
}
