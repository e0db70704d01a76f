/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/country_entry.h"

#include "name/country_code.h"

#include <string.h>

static char ascii_upper(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
}

bool country_entry_read(char out[PERSON_COUNTRY_SIZE], const char *text)
{
    char code[PERSON_COUNTRY_SIZE] = "";
    const size_t length = strlen(text);
    if (length >= PERSON_COUNTRY_SIZE)
        return false;
    for (size_t i = 0; i < length; i++)
        code[i] = ascii_upper(text[i]);
    const char *three = length == 2 ? country_code_to_three_letters(code) : code;
    /* Germany's single letter in its papers is DEU in the tables. */
    if (length != 0 && (three == NULL || strlen(three) != 3 || !country_code_exists(three)))
        return false;
    memcpy(out, length == 0 ? "" : three, length == 0 ? 1 : PERSON_COUNTRY_SIZE);
    return true;
}
