/* SPDX-License-Identifier: Apache-2.0 */
#include "name/keyboard.h"

#include <assert.h>
#include <string.h>
#include <uchar.h>
#include <utf8proc.h>

enum { KEY_COUNT = 47 };

/* The keys in their rows from the left, the top row first. */
struct keyboard {
    char16_t plain[KEY_COUNT + 1];
    char16_t shifted[KEY_COUNT + 1];
};

// clang-format off
static const struct keyboard keyboards[] = {
    [KEYBOARD_US] = {
        u"`1234567890-=" u"qwertyuiop[]\\" u"asdfghjkl;'" u"zxcvbnm,./",
        u"~!@#$%^&*()_+" u"QWERTYUIOP{}|" u"ASDFGHJKL:\"" u"ZXCVBNM<>?",
    },
    [KEYBOARD_RUSSIAN] = {
        u"ё1234567890-=" u"йцукенгшщзхъ\\" u"фывапролджэ" u"ячсмитьбю.",
        u"Ё!\"№;%:?*()_+" u"ЙЦУКЕНГШЩЗХЪ/" u"ФЫВАПРОЛДЖЭ" u"ЯЧСМИТЬБЮ,",
    },
    [KEYBOARD_KAZAKH] = {
        u"(\"әіңғ,.үұқөһ" u"йцукенгшщзхъ\\" u"фывапролджэ" u"ячсмитьбю№",
        u")!ӘІҢҒ;:ҮҰҚӨҺ" u"ЙЦУКЕНГШЩЗХЪ/" u"ФЫВАПРОЛДЖЭ" u"ЯЧСМИТЬБЮ?",
    },
    [KEYBOARD_KYRGYZ] = {
        u"ё1234567890өң" u"йцукенгшщзхъү" u"фывапролджэ" u"ячсмитьбю.",
        u"Ё!\"№;%:?*()ӨҢ" u"ЙЦУКЕНГШЩЗХЪҮ" u"ФЫВАПРОЛДЖЭ" u"ЯЧСМИТЬБЮ,",
    },
    [KEYBOARD_TAJIK] = {
        u"ё1234567890ғӯ" u"йқукенгшҳзхъ\\" u"фҷвапролджэ" u"ячсмитӣбю.",
        u"Ё!\"№;%:?*()ҒӮ" u"ЙҚУКЕНГШҲЗХЪ/" u"ФҶВАПРОЛДЖЭ" u"ЯЧСМИТӢБЮ,",
    },
    [KEYBOARD_UZBEK_CYRILLIC] = {
        u"ё1234567890ғҳ" u"йцукенгшўзхъ\\" u"фқвапролджэ" u"ячсмитьбю.",
        u"Ё!\"№;%:?*()ҒҲ" u"ЙЦУКЕНГШЎЗХЪ|" u"ФҚВАПРОЛДЖЭ" u"ЯЧСМИТЬБЮ,",
    },
    [KEYBOARD_UZBEK_LATIN] = {
        u"`1234567890-=" u"qwertyuiop[]\\" u"asdfghjkl;ʻ" u"zxcvbnm,./",
        u"~!@#$%^&*()_+" u"QWERTYUIOP{}|" u"ASDFGHJKL:\"" u"ZXCVBNM<>?",
    },
    [KEYBOARD_TURKMEN] = {
        u"ž1234567890-=" u"äwertyuiopňöş" u"asdfghjkl;'" u"züçýbnm,./",
        u"Ž!@#$%^&*()_+" u"ÄWERTYUIOPŇÖŞ" u"ASDFGHJKL:\"" u"ZÜÇÝBNM<>?",
    },
};
// clang-format on
_Static_assert(sizeof(keyboards) / sizeof(keyboards[0]) == KEYBOARD_LAYOUT_COUNT,
               "every layout has its keys");

/* ---- one character */

static utf8proc_int32_t character_map(utf8proc_int32_t character, const struct keyboard *from,
                                      const struct keyboard *to)
{
    if (character <= ' ')
        return character;
    for (int key = 0; key < KEY_COUNT; key++)
        if (from->plain[key] == character)
            return to->plain[key];
    for (int key = 0; key < KEY_COUNT; key++)
        if (from->shifted[key] == character)
            return to->shifted[key];
    return character;
}

/* ---- a text */

enum status keyboard_map_into(char *out, size_t size, const char *text, enum keyboard_layout from,
                              enum keyboard_layout to, struct error *error)
{
    assert(from < KEYBOARD_LAYOUT_COUNT && to < KEYBOARD_LAYOUT_COUNT);
    size_t used = 0;
    if (size == 0)
        return error_set(error, STATUS_TEXT_TOO_LONG, "no room at all");
    while (*text != '\0') {
        utf8proc_uint8_t bytes[4] = { (utf8proc_uint8_t)*text };
        utf8proc_int32_t character;
        /* With the length -1 utf8proc stops at the NUL. */
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &character);
        size_t count = 1;
        if (taken > 0)
            count = (size_t)utf8proc_encode_char(
                character_map(character, &keyboards[from], &keyboards[to]), bytes);
        if (count >= size - used)
            return error_set_number(error, STATUS_TEXT_TOO_LONG, (long long)size,
                                    "no room for the text of other keys");
        memcpy(out + used, bytes, count);
        used += count;
        text += taken > 0 ? taken : 1;
    }
    out[used] = '\0';
    return STATUS_OK;
}
