/* SPDX-License-Identifier: Apache-2.0 */
#include "name/letters.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum {
    CODE_POINT_BYTES = 4,
    CATEGORIES_LETTER = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LL |
                        1 << UTF8PROC_CATEGORY_LT | 1 << UTF8PROC_CATEGORY_LO,
};

struct twin {
    uint32_t latin;
    uint32_t cyrillic;
};

/* Small letters that look alike, also when written large. */
static const struct twin twins[] = {
    { 'a', 0x430 },   { 'b', 0x432 },  { 'c', 0x441 },  { 'e', 0x435 },  { 'h', 0x43D },
    { 'i', 0x456 },   { 'j', 0x458 },  { 'k', 0x43A },  { 'm', 0x43C },  { 'o', 0x43E },
    { 'p', 0x440 },   { 's', 0x455 },  { 't', 0x442 },  { 'x', 0x445 },  { 'y', 0x443 },
    { 0x259, 0x4D9 }, { 0xE4, 0x4D3 }, { 0xF6, 0x4E7 }, { 0xEB, 0x451 }, { 'n', 0x43F },
    { 'u', 0x438 },   { 'r', 0x433 },
};
/* The last three look alike only as small letters; they count as twins but not as proof. */
enum { TWINS = sizeof(twins) / sizeof(twins[0]), TWINS_SURE = TWINS - 3 };

/* What scanners read for letters: by script. */
static const uint32_t digit_latin[10] = { 'o', 'i', 'z', 0, 0, 's', 'g', 0, 'b', 'g' };
static const uint32_t digit_cyrillic[10] = { 0x43E, 0x456, 0, 0x437, 0x447, 0, 0x431, 0, 0x432, 0 };

static bool is_cyrillic(uint32_t letter)
{
    return letter >= 0x400 && letter < 0x530;
}

static bool is_latin(uint32_t letter)
{
    return letter < 0x250 || letter == 0x259;
}

static bool is_apostrophe(uint32_t point)
{
    static const uint32_t apostrophes[] = { 0x27,  0x60,  0xB4,   0x2B9,  0x2BB,  0x2BC,  0x2BD,
                                            0x2BF, 0x2C8, 0x2018, 0x2019, 0x201B, 0x2032, 0x55A };
    for (size_t i = 0; i < sizeof(apostrophes) / sizeof(apostrophes[0]); i++)
        if (apostrophes[i] == point)
            return true;
    return false;
}

/* What cannot be seen, or says only how the letters beside it are to be read: soft hyphens, joiners
 * and marks of direction, the vowel marks and the stretcher of Arabic. */
static bool is_silent(uint32_t point)
{
    return point == 0xAD || point == 0x640 || (point >= 0x64B && point <= 0x65F) ||
           point == 0x670 || (point >= 0x200B && point <= 0x200F) ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) ||
           point == 0xFEFF;
}

static uint32_t twin_in(uint32_t letter, bool wants_cyrillic, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((wants_cyrillic ? twins[i].latin : twins[i].cyrillic) == letter)
            return wants_cyrillic ? twins[i].cyrillic : twins[i].latin;
    return 0;
}

/* ---- reading */

static uint32_t decode(const char **at)
{
    utf8proc_int32_t point;
    size_t left = strnlen(*at, CODE_POINT_BYTES);
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)*at, (utf8proc_ssize_t)left, &point);
    if (size < 1) {
        (*at)++;
        return ' ';
    }
    *at += size;
    return (uint32_t)point;
}

/* Joins a mark that stands behind its letter, as files from phones and Macs write it. */
static uint32_t compose(uint32_t letter, uint32_t mark)
{
    utf8proc_uint8_t bytes[2 * CODE_POINT_BYTES + 1];
    utf8proc_uint8_t *composed = NULL;
    utf8proc_int32_t point = (utf8proc_int32_t)letter;
    utf8proc_ssize_t size = utf8proc_encode_char(point, bytes);
    size += utf8proc_encode_char((utf8proc_int32_t)mark, bytes + size);
    bytes[size] = 0;
    if (utf8proc_map(bytes, 0, &composed, UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE) >=
        0)
        utf8proc_iterate(composed, -1, &point);
    free(composed);
    return (uint32_t)point;
}

/* A word that is being read. */
struct reading {
    struct letters word;
    size_t left_out; /* letters behind LETTERS_MAX */
};

static void word_add(struct reading *reading, uint32_t point)
{
    struct letters *word = &reading->word;
    uint32_t small = (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
    if (point == 0x130) /* the Turkish capital I with a dot, whose small letter is two */
        small = 'i';
    if (word->count < LETTERS_MAX)
        word->items[word->count++] = small;
    else
        reading->left_out++;
}

/* A mark behind a letter that was left out is left out with it. */
static void word_add_mark(struct reading *reading, uint32_t mark)
{
    struct letters *word = &reading->word;
    if (word->count > 0 && reading->left_out == 0)
        word->items[word->count - 1] = compose(word->items[word->count - 1], mark);
}

static bool is_letter(uint32_t point)
{
    if (point < 0x80)
        return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
    return (1 << utf8proc_category((utf8proc_int32_t)point) & CATEGORIES_LETTER) != 0;
}

static bool is_mark(uint32_t point)
{
    return point >= 0x300 && point < 0x370;
}

/* An old PC printed "?" for a letter that its character set lacked. */
static bool is_lost_letter(uint32_t point, const struct letters *word, const char *behind)
{
    if (point != LETTERS_LOST)
        return false;
    return word->count > 0 || is_letter(decode(&behind));
}

static void list_end_word(struct letters_list *list, struct reading *reading)
{
    if (reading->word.count > 0 && list->count < LETTERS_WORDS_MAX)
        list->words[list->count++] = reading->word;
    *reading = (struct reading){ .left_out = 0 };
}

static void list_split(struct letters_list *list, const char *text)
{
    struct reading reading = { .left_out = 0 };
    for (const char *at = text; *at != '\0';) {
        uint32_t point = decode(&at);
        if (is_letter(point) || (point >= '0' && point <= '9') ||
            is_lost_letter(point, &reading.word, at)) {
            word_add(&reading, point);
        } else if (is_apostrophe(point)) {
            if (reading.word.count > 0)
                word_add(&reading, LETTERS_APOSTROPHE);
        } else if (is_mark(point)) {
            word_add_mark(&reading, point);
        } else if (is_silent(point)) {
            continue;
        } else if (reading.word.count > 0) {
            reading.word.ends_with_dot = point == '.';
            list_end_word(list, &reading);
        }
    }
    list_end_word(list, &reading);
}

/* ---- repairing */

static void count_scripts(const struct letters *word, size_t *latin, size_t *cyrillic)
{
    *latin = *cyrillic = 0;
    for (size_t i = 0; i < word->count; i++) {
        *cyrillic += is_cyrillic(word->items[i]);
        *latin += is_latin(word->items[i]) && word->items[i] > '9';
    }
}

static bool word_is_all_twins(const struct letters *word, bool wants_cyrillic)
{
    for (size_t i = 0; i < word->count; i++)
        if (word->items[i] != LETTERS_APOSTROPHE &&
            twin_in(word->items[i], wants_cyrillic, TWINS_SURE) == 0)
            return false;
    return word->count > 1;
}

static void word_turn(struct letters *word, bool wants_cyrillic)
{
    for (size_t i = 0; i < word->count; i++) {
        uint32_t twin = is_cyrillic(word->items[i]) == wants_cyrillic
                            ? 0
                            : twin_in(word->items[i], wants_cyrillic, TWINS);
        if (twin == 0)
            continue;
        word->items[i] = twin;
        word->repairs |= LETTERS_REPAIR_LOOK_ALIKE;
    }
    word->is_cyrillic = wants_cyrillic;
}

static bool is_plain_vowel(uint32_t letter)
{
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' ||
           letter == 'y';
}

static bool touches_vowel(const struct letters *word, size_t at)
{
    return (at > 0 && is_plain_vowel(word->items[at - 1])) ||
           (at + 1 < word->count && is_plain_vowel(word->items[at + 1]));
}

static void word_read_digits(struct letters *word)
{
    size_t kept = 0;
    for (size_t i = 0; i < word->count; i++) {
        uint32_t letter = word->items[i];
        if (letter >= '0' && letter <= '9') {
            bool is_beside_vowel = touches_vowel(word, i);
            word->repairs |= LETTERS_REPAIR_DIGIT;
            /* A stroke beside a vowel was an l, between consonants an i. */
            if (letter == '1' && !word->is_cyrillic && is_beside_vowel)
                letter = 'l';
            else
                letter = (word->is_cyrillic ? digit_cyrillic : digit_latin)[letter - '0'];
        }
        if (letter != 0)
            word->items[kept++] = letter;
    }
    word->count = kept;
}

static bool word_can_turn(const struct letters *word, bool wants_cyrillic)
{
    for (size_t i = 0; i < word->count; i++) {
        uint32_t letter = word->items[i];
        bool is_foreign = wants_cyrillic ? is_latin(letter) && letter > '9' : is_cyrillic(letter);
        if (is_foreign && twin_in(letter, wants_cyrillic, TWINS_SURE) == 0)
            return false;
    }
    return true;
}

/* How many letters of a name only one of the scripts has. */
static void count_decisive(const struct letters_list *list, size_t *latin, size_t *cyrillic)
{
    *latin = *cyrillic = 0;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->words[i].count; j++) {
            uint32_t letter = list->words[i].items[j];
            *cyrillic += is_cyrillic(letter) && twin_in(letter, false, TWINS) == 0;
            *latin += is_latin(letter) && letter > '9' && letter != LETTERS_LOST &&
                      twin_in(letter, true, TWINS) == 0;
        }
}

/* Which script a word was meant in that holds letters of both.  Where both are possible, the rest
 * of the name decides; else Latin letters have strayed into a Cyrillic word: the other way round is
 * rare. */
static bool mixed_is_cyrillic(const struct letters *word, bool name_is_latin, bool has_most)
{
    bool to_cyrillic = word_can_turn(word, true);
    bool to_latin = word_can_turn(word, false);
    if (to_cyrillic && to_latin)
        return !name_is_latin;
    return to_cyrillic || (!to_latin && has_most);
}

/* A word of letters that both scripts have belongs to the script of the other words. */
static void word_repair(struct letters *word, bool others_cyrillic, bool has_others,
                        bool name_is_latin)
{
    size_t latin, cyrillic;
    count_scripts(word, &latin, &cyrillic);
    word->is_cyrillic = cyrillic > latin || (cyrillic == latin && others_cyrillic);
    if (latin > 0 && cyrillic > 0)
        word_turn(word, mixed_is_cyrillic(word, name_is_latin, word->is_cyrillic));
    else if (has_others && word->is_cyrillic != others_cyrillic && latin + cyrillic > 0 &&
             word_is_all_twins(word, others_cyrillic))
        word_turn(word, others_cyrillic);
    word_read_digits(word);
}

static bool is_number(const struct letters *word)
{
    for (size_t i = 0; i < word->count; i++)
        if (word->items[i] > '9' && word->items[i] != LETTERS_APOSTROPHE)
            return false;
    return true;
}

/* A year or a house number beside a name is no word of it.  One digit can be a misread initial,
 * as long as there is a name. */
static void list_drop_numbers(struct letters_list *list)
{
    size_t kept = 0;
    bool has_word = false;
    for (size_t i = 0; i < list->count; i++)
        has_word = has_word || !is_number(&list->words[i]);
    for (size_t i = 0; i < list->count; i++)
        if (!is_number(&list->words[i]) || (has_word && list->words[i].count == 1))
            list->words[kept++] = list->words[i];
    list->count = kept;
}

static void list_drop_empty(struct letters_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->words[i].count > 0)
            list->words[kept++] = list->words[i];
    list->count = kept;
}

void letters_read(struct letters_list *out, const char *text)
{
    size_t total_latin = 0, total_cyrillic = 0, decisive_latin, decisive_cyrillic;
    out->count = 0;
    list_split(out, text);
    list_drop_numbers(out);
    for (size_t i = 0; i < out->count; i++) {
        size_t latin, cyrillic;
        count_scripts(&out->words[i], &latin, &cyrillic);
        total_latin += latin;
        total_cyrillic += cyrillic;
    }
    count_decisive(out, &decisive_latin, &decisive_cyrillic);
    bool name_is_latin = decisive_latin > decisive_cyrillic;
    for (size_t i = 0; i < out->count; i++)
        word_repair(&out->words[i], total_cyrillic > total_latin, out->count > 1, name_is_latin);
    list_drop_empty(out);
}
