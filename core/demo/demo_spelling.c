/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_spelling.h"

#include <stdbool.h>
#include <string.h>

enum { SPELLING_SIZE = 128 };

/* The nearest Russian letters. */
static const char *const russian_letters[][2] = {
    { "Ә", "А" },  { "ә", "а" },  { "Ғ", "Г" },  { "ғ", "г" },  { "Қ", "К" }, { "қ", "к" },
    { "Ң", "Н" },  { "ң", "н" },  { "Ө", "О" },  { "ө", "о" },  { "Ұ", "У" }, { "ұ", "у" },
    { "Ү", "У" },  { "ү", "у" },  { "Һ", "Х" },  { "һ", "х" },  { "І", "И" }, { "і", "и" },
    { "Ӣ", "И" },  { "ӣ", "и" },  { "Ӯ", "У" },  { "ӯ", "у" },  { "Ҳ", "Х" }, { "ҳ", "х" },
    { "Ҷ", "Дж" }, { "ҷ", "дж" }, { "Ў", "У" },  { "ў", "у" },  { "A", "А" }, { "a", "а" },
    { "Ä", "А" },  { "ä", "а" },  { "B", "Б" },  { "b", "б" },  { "W", "В" }, { "w", "в" },
    { "G", "Г" },  { "g", "г" },  { "D", "Д" },  { "d", "д" },  { "E", "Э" }, { "e", "е" },
    { "Ž", "Ж" },  { "ž", "ж" },  { "J", "Дж" }, { "j", "дж" }, { "Z", "З" }, { "z", "з" },
    { "I", "И" },  { "i", "и" },  { "Y", "Ы" },  { "y", "ы" },  { "K", "К" }, { "k", "к" },
    { "L", "Л" },  { "l", "л" },  { "M", "М" },  { "m", "м" },  { "N", "Н" }, { "n", "н" },
    { "ň", "н" },  { "O", "О" },  { "o", "о" },  { "Ö", "О" },  { "ö", "о" }, { "P", "П" },
    { "p", "п" },  { "R", "Р" },  { "r", "р" },  { "S", "С" },  { "s", "с" }, { "T", "Т" },
    { "t", "т" },  { "U", "У" },  { "u", "у" },  { "Ü", "У" },  { "ü", "у" }, { "F", "Ф" },
    { "f", "ф" },  { "H", "Х" },  { "h", "х" },  { "Ç", "Ч" },  { "ç", "ч" }, { "Ş", "Ш" },
    { "ş", "ш" },  { "Ý", "Й" },  { "ý", "й" },
};

/* Copies one letter, replaced if need be; gives its size. */
static size_t copy_letter(char *out, const char *text, size_t left)
{
    size_t size = 1;
    while (size < left && ((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    memcpy(out, text, size);
    out[size] = '\0';
    for (size_t i = 0; i < sizeof(russian_letters) / sizeof(russian_letters[0]); i++)
        if (strcmp(out, russian_letters[i][0]) == 0) {
            strcpy(out, russian_letters[i][1]); // NOLINT: at most four bytes
            break;
        }
    return size;
}

static void to_russian(char out[SPELLING_SIZE], struct demo_spelling spelling)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t at = 0; at < spelling.length && length < SPELLING_SIZE - 8;) {
        at += copy_letter(out + length, spelling.text + at, spelling.length - at);
        length += strlen(out + length);
    }
}

/* What is the same at the beginning and at the end, less what one is longer than the other. */
int demo_spelling_likeness(struct demo_spelling russian, struct demo_spelling national)
{
    char letters[SPELLING_SIZE] = "";
    to_russian(letters, national);
    const size_t length = strlen(letters);
    const size_t shorter = length < russian.length ? length : russian.length;
    const size_t longer = length < russian.length ? russian.length : length;
    size_t same = 0;
    while (same < shorter && letters[same] == russian.text[same])
        same++;
    size_t end = 0;
    while (end < shorter - same &&
           letters[length - 1 - end] == russian.text[russian.length - 1 - end])
        end++;
    return (int)(2 * (same + end)) - (int)(longer - shorter);
}
