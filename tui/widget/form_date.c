/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/form_private.h"

#include "base/ascii.h"

#include <string.h>

enum { MASKED_MAX = 8, DAY_LAST = 31, MONTH_LAST = 12 };

void form_format_date(char out[FORM_DATE_SIZE], struct date date)
{
    const struct civil civil = day_to_civil(date.day);
    /* As wide as they can be, so that compilers see that it fits. */
    const unsigned year = (unsigned)civil.year % 10000U, month = (unsigned)civil.month % 100U;
    const unsigned day = (unsigned)civil.day % 100U;
    switch (date.precision) {
    case DATE_PRECISION_MONTH:
        snprintf(out, FORM_DATE_SIZE, "%02u.%04u", month, year);
        return;
    case DATE_PRECISION_YEAR:
        snprintf(out, FORM_DATE_SIZE, "%04u", year);
        return;
    case DATE_PRECISION_ESTIMATED:
        snprintf(out, FORM_DATE_SIZE, "~%04u", year);
        return;
    case DATE_PRECISION_DAY:
    case DATE_PRECISION_COUNT:
        break;
    }
    snprintf(out, FORM_DATE_SIZE, "%02u.%02u.%04u", day, month, year);
}

/* A year alone is no day and month: 1987 stays as it is, 1406 becomes 14.06. */
bool form_is_dotted(const char *value)
{
    const size_t length = strlen(value);
    if (length == 0 || length > MASKED_MAX || strspn(value, "0123456789") != length)
        return false;
    const int day = length < 2 ? 1 : (value[0] - '0') * 10 + (value[1] - '0');
    const int month = length < 4 ? 1 : (value[2] - '0') * 10 + (value[3] - '0');
    if (length == 3 && value[2] > '1')
        return false;
    return day >= 1 && day <= DAY_LAST && month >= 1 && month <= MONTH_LAST;
}

void form_write_masked(FILE *stream, const char *value)
{
    const bool is_masked = form_is_dotted(value);
    for (size_t i = 0; value[i] != '\0'; i++) {
        if (is_masked && (i == 2 || i == 4))
            fputc('.', stream);
        fputc(value[i], stream);
    }
}

int form_masked_column(const char *value, size_t cursor)
{
    int column = (int)cursor;
    if (form_is_dotted(value))
        column += (cursor > 2) + (cursor > 4);
    return column;
}
