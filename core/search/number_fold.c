/* SPDX-License-Identifier: Apache-2.0 */
#include "search/number_fold.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

enum { CODE_POINT_BYTES = 4, CYRILLIC_A = 0x410, CYRILLIC_LETTERS = 32 };

/* А to Я: the Latin letter (or digit) that looks the same, else the form of ICAO Doc 9303-3. */
static const char *const cyrillic[CYRILLIC_LETTERS] = {
    "A", "B", "B", "G", "D", "E", "ZH", "Z",  "I",  "I",    "K", "L", "M", "H", "O",  "P",
    "P", "C", "T", "Y", "F", "X", "TS", "CH", "SH", "SHCH", "",  "Y", "",  "E", "IU", "IA",
};

/* What one character becomes; "" when it is left out. */
static const char *fold_point(char room[2], uint32_t point)
{
    if (point >= 'a' && point <= 'z')
        point -= 'a' - 'A';
    if ((point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z')) {
        room[0] = (char)point;
        return room;
    }
    point = (uint32_t)utf8proc_toupper((utf8proc_int32_t)point);
    switch (point) {
    case 0x401: /* Ё */
        return "E";
    case 0x406: /* І */
    case 0x4C0: /* Ӏ */
        return "I";
    default:
        break;
    }
    return point >= CYRILLIC_A && point < CYRILLIC_A + CYRILLIC_LETTERS
               ? cyrillic[point - CYRILLIC_A]
               : "";
}

void number_fold(char out[NUMBER_FOLD_SIZE], const char *number)
{
    size_t length = 0;
    out[0] = '\0';
    for (const char *at = number; *at != '\0';) {
        char room[2] = { 0 };
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t size = utf8proc_iterate(
            (const utf8proc_uint8_t *)at, (utf8proc_ssize_t)strnlen(at, CODE_POINT_BYTES), &point);
        at += size > 0 ? size : 1;
        const char *folded = size > 0 ? fold_point(room, (uint32_t)point) : "";
        if (length + strlen(folded) >= NUMBER_FOLD_SIZE)
            return;
        memcpy(out + length, folded, strlen(folded) + 1);
        length += strlen(folded);
    }
}

void number_digits(char out[NUMBER_FOLD_SIZE], const char *text)
{
    size_t length = 0;
    for (; *text != '\0' && length + 1 < NUMBER_FOLD_SIZE; text++)
        if (*text >= '0' && *text <= '9')
            out[length++] = *text;
    out[length] = '\0';
}
