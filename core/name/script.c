/* SPDX-License-Identifier: Apache-2.0 */
#include "name/script.h"

#include <stddef.h>
#include <string.h>
#include <utf8proc.h>

/* Where the letters of a script lie in Unicode. */
struct block {
    utf8proc_int32_t first;
    utf8proc_int32_t last;
    enum name_script script;
};

static const struct block blocks[] = {
    { 0x0041, 0x024F, NAME_SCRIPT_LATIN },    { 0x0250, 0x02AF, NAME_SCRIPT_LATIN },
    { 0x1E00, 0x1EFF, NAME_SCRIPT_LATIN },    { 0x2C60, 0x2C7F, NAME_SCRIPT_LATIN },
    { 0xA720, 0xA7FF, NAME_SCRIPT_LATIN },    { 0xFB00, 0xFB06, NAME_SCRIPT_LATIN },
    { 0x0400, 0x052F, NAME_SCRIPT_CYRILLIC }, { 0x1C80, 0x1C8F, NAME_SCRIPT_CYRILLIC },
    { 0xA640, 0xA69F, NAME_SCRIPT_CYRILLIC }, { 0x0600, 0x06FF, NAME_SCRIPT_ARABIC },
    { 0x0750, 0x077F, NAME_SCRIPT_ARABIC },   { 0x08A0, 0x08FF, NAME_SCRIPT_ARABIC },
    { 0xFB50, 0xFDFF, NAME_SCRIPT_ARABIC },   { 0xFE70, 0xFEFF, NAME_SCRIPT_ARABIC },
};

static const char *const codes[] = {
    [NAME_SCRIPT_LATIN] = "Latn",
    [NAME_SCRIPT_CYRILLIC] = "Cyrl",
    [NAME_SCRIPT_ARABIC] = "Arab",
    [NAME_SCRIPT_OTHER] = "Zyyy",
};
_Static_assert(sizeof(codes) / sizeof(codes[0]) == NAME_SCRIPT_COUNT, "every script has a code");

/* Modifier letters are left out: they stand for apostrophes. */
static bool is_letter(utf8proc_int32_t code_point)
{
    const int category = 1 << utf8proc_category(code_point);
    const int letters = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LL |
                        1 << UTF8PROC_CATEGORY_LT | 1 << UTF8PROC_CATEGORY_LO;
    return (category & letters) != 0;
}

static enum name_script letter_script(utf8proc_int32_t letter)
{
    for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
        if (letter >= blocks[i].first && letter <= blocks[i].last)
            return blocks[i].script;
    return NAME_SCRIPT_OTHER;
}

/* How many letters there are, of each script. */
static size_t count_letters(size_t counts[NAME_SCRIPT_COUNT], const char *text)
{
    size_t letters = 0;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t left = (utf8proc_ssize_t)strlen(text);
    while (left > 0) {
        utf8proc_int32_t code_point;
        utf8proc_ssize_t size = utf8proc_iterate(bytes, left, &code_point);
        if (size > 0 && is_letter(code_point)) {
            counts[letter_script(code_point)]++;
            letters++;
        }
        if (size <= 0)
            size = 1;
        bytes += size;
        left -= size;
    }
    return letters;
}

enum name_script script_of(const char *text)
{
    size_t counts[NAME_SCRIPT_COUNT] = { 0 };
    const size_t letters = count_letters(counts, text);
    for (enum name_script script = 0; script < NAME_SCRIPT_OTHER; script++)
        if (counts[script] * 2 > letters)
            return script;
    return NAME_SCRIPT_OTHER;
}

bool script_has_letter(const char *text)
{
    size_t counts[NAME_SCRIPT_COUNT] = { 0 };
    return count_letters(counts, text) > 0;
}

const char *script_code(enum name_script script)
{
    return codes[script];
}
