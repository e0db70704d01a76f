/* SPDX-License-Identifier: Apache-2.0 */
#include "command/row.h"

#include "sentence.h"

#include <stdio.h>

void row_begin(const char *text)
{
    sentence_write_name(stdout, text);
}

void row_add(const char *text)
{
    putchar('\t');
    sentence_write_name(stdout, text == NULL ? "" : text);
}

void row_add_number(long long number)
{
    printf("\t%lld", number);
}

void row_end(void)
{
    putchar('\n');
}

const char *row_day(char out[DAY_TEXT_SIZE], bool has_day, struct day day)
{
    if (!has_day)
        return NULL;
    day_format(out, day);
    return out;
}

const char *row_code(const char *code)
{
    return code[0] == '\0' ? NULL : code;
}
