/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_slip.h"

#include <string.h>

enum { LETTERS_MAX = 64, LETTERS_MIN = 4 };

/* ---- Letters */

static const char *const replacements[][2] = {
    { "Ә", "А" }, { "ә", "а" }, { "Ғ", "Г" }, { "ғ", "г" }, { "Қ", "К" }, { "қ", "к" },
    { "Ң", "Н" }, { "ң", "н" }, { "Ө", "О" }, { "ө", "о" }, { "Ұ", "У" }, { "ұ", "у" },
    { "Ү", "У" }, { "ү", "у" }, { "Һ", "Х" }, { "һ", "х" }, { "І", "И" }, { "і", "и" },
    { "Ӣ", "И" }, { "ӣ", "и" }, { "Ӯ", "У" }, { "ӯ", "у" }, { "Ҳ", "Х" }, { "ҳ", "х" },
    { "Ҷ", "Ч" }, { "ҷ", "ч" }, { "Ў", "У" }, { "ў", "у" }, { "Ё", "Е" }, { "ё", "е" },
    { "Ä", "A" }, { "ä", "a" }, { "Ç", "C" }, { "ç", "c" }, { "Ž", "Z" }, { "ž", "z" },
    { "Ň", "N" }, { "ň", "n" }, { "Ö", "O" }, { "ö", "o" }, { "Ş", "S" }, { "ş", "s" },
    { "Ü", "U" }, { "ü", "u" }, { "Ý", "Y" }, { "ý", "y" }, { "ʻ", "" },  { "ʼ", "" },
};

/* Bytes of the code point that begins here. */
static size_t letter_size(const char *text)
{
    size_t size = 1;
    while (((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    return size;
}

static const char *replacement_of(const char *letter, size_t size)
{
    for (size_t i = 0; i < sizeof(replacements) / sizeof(replacements[0]); i++)
        if (strlen(replacements[i][0]) == size && memcmp(replacements[i][0], letter, size) == 0)
            return replacements[i][1];
    return NULL;
}

static void add_letter(struct demo_text *text, const char *letter)
{
    char bytes[8] = "";
    memcpy(bytes, letter, letter_size(letter));
    demo_text_add(text, bytes);
}

void demo_slip_lose_letters(struct demo_text *text)
{
    const struct demo_text original = *text;
    *text = (struct demo_text){ .length = 0 };
    for (const char *at = original.bytes; *at != '\0'; at += letter_size(at)) {
        const char *replacement = replacement_of(at, letter_size(at));
        if (replacement != NULL)
            demo_text_add(text, replacement);
        else
            add_letter(text, at);
    }
}

/* ---- The fingers */

enum slip { SLIP_OMIT, SLIP_DOUBLE, SLIP_EXCHANGE, SLIP_COUNT };

void demo_slip_mistype(struct demo_text *text, struct demo_random *random)
{
    const char *letters[LETTERS_MAX];
    const struct demo_text original = *text;
    size_t count = 0;
    for (const char *at = original.bytes; *at != '\0' && count < LETTERS_MAX; at += letter_size(at))
        letters[count++] = at;
    if (count < LETTERS_MIN || count == LETTERS_MAX)
        return;
    /* Not the first letter, and not one beside the end, where the sex shows. */
    const size_t place = 1 + (size_t)demo_random_below(random, (long)count - 3);
    const enum slip slip = (enum slip)demo_random_below(random, SLIP_COUNT);
    *text = (struct demo_text){ .length = 0 };
    for (size_t i = 0; i < count; i++) {
        if (i == place && slip == SLIP_OMIT)
            continue;
        if (i == place && slip == SLIP_EXCHANGE)
            add_letter(text, letters[i + 1]);
        add_letter(text, letters[i]);
        if (i == place && slip == SLIP_DOUBLE)
            add_letter(text, letters[i]);
        if (i == place && slip == SLIP_EXCHANGE)
            i++;
    }
}

/* ---- Dates of birth */

static bool make_day(struct day *out, int year, int month, int day, struct day latest)
{
    return day_from_civil(out, year, month, day, NULL) == STATUS_OK &&
           day_compare(*out, latest) <= 0;
}

struct date demo_slip_birth(struct date birth, struct day latest, struct demo_random *random)
{
    const struct civil civil = day_to_civil(birth.day);
    const long at = demo_random_below(random, 100);
    struct date slipped = birth;
    bool is_made = false;
    if (at < 35)
        is_made =
            make_day(&slipped.day, civil.year + (at < 18 ? 1 : -1), civil.month, civil.day, latest);
    else if (at < 70 && birth.precision == DATE_PRECISION_DAY && civil.day <= 12)
        is_made = make_day(&slipped.day, civil.year, civil.day, civil.month, latest);
    else if (at < 85)
        is_made = make_day(&slipped.day, civil.year, 1, 1, latest);
    if (is_made && at >= 70)
        slipped.precision = DATE_PRECISION_DAY;
    return is_made ? slipped : birth;
}
