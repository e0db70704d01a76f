/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"

#include <assert.h>
#include <string.h>

static const struct {
    const char *prefix;
    size_t length; /* how much of YYYY-MM-DD is known */
} forms[] = {
    [DATE_PRECISION_DAY] = { "", 10 },
    [DATE_PRECISION_MONTH] = { "", 7 },
    [DATE_PRECISION_YEAR] = { "", 4 },
    [DATE_PRECISION_ESTIMATED] = { "~", 4 },
};
_Static_assert(sizeof(forms) / sizeof(forms[0]) == DATE_PRECISION_COUNT,
               "every precision has a form");

void date_format(char out[DATE_TEXT_SIZE], struct date date)
{
    assert(date.precision < DATE_PRECISION_COUNT);
    char iso[DAY_TEXT_SIZE];
    day_format(iso, date.day);
    size_t prefix = strlen(forms[date.precision].prefix);
    size_t length = forms[date.precision].length;
    memcpy(out, forms[date.precision].prefix, prefix);
    memcpy(out + prefix, iso, length);
    out[prefix + length] = '\0';
}

enum status date_parse(struct date *out, const char *text, struct error *error)
{
    for (int i = 0; i < DATE_PRECISION_COUNT; i++) {
        size_t prefix = strlen(forms[i].prefix);
        if (strncmp(text, forms[i].prefix, prefix) != 0 || strlen(text + prefix) != forms[i].length)
            continue;
        char iso[] = "0000-01-01";
        memcpy(iso, text + prefix, forms[i].length);
        struct day day;
        enum status status = day_parse(&day, iso, error);
        if (status == STATUS_OK)
            *out = (struct date){ .day = day, .precision = (enum date_precision)i };
        return status;
    }
    return error_set(error, STATUS_DATE_INVALID, "not written as YYYY-MM-DD or a part of it");
}

static const char *const precision_words[] = {
    [DATE_PRECISION_DAY] = "day",
    [DATE_PRECISION_MONTH] = "month",
    [DATE_PRECISION_YEAR] = "year",
    [DATE_PRECISION_ESTIMATED] = "estimated",
};
_Static_assert(sizeof(precision_words) / sizeof(precision_words[0]) == DATE_PRECISION_COUNT,
               "every precision has a word");

const char *date_precision_word(enum date_precision precision)
{
    return precision_words[precision];
}

bool date_precision_find(enum date_precision *out, const char *word)
{
    for (enum date_precision precision = 0; precision < DATE_PRECISION_COUNT; precision++)
        if (strcmp(word, precision_words[precision]) == 0) {
            *out = precision;
            return true;
        }
    return false;
}

void date_bounds(struct date date, struct day *earliest, struct day *latest)
{
    assert(date.precision < DATE_PRECISION_COUNT);
    *earliest = *latest = date.day;
    if (date.precision == DATE_PRECISION_DAY)
        return;
    struct civil known = day_to_civil(date.day);
    int first_month = date.precision == DATE_PRECISION_MONTH ? known.month : 1;
    int last_month = date.precision == DATE_PRECISION_MONTH ? known.month : 12;
    int doubt = date.precision == DATE_PRECISION_ESTIMATED ? DATE_ESTIMATE_YEARS : 0;
    int first_year = known.year - doubt < DAY_YEAR_FIRST ? DAY_YEAR_FIRST : known.year - doubt;
    int last_year = known.year + doubt > DAY_YEAR_LAST ? DAY_YEAR_LAST : known.year + doubt;
    enum status first = day_from_civil(earliest, first_year, first_month, 1, NULL);
    enum status last = day_from_civil(latest, last_year, last_month,
                                      day_month_length(last_year, last_month), NULL);
    assert(first == STATUS_OK && last == STATUS_OK); /* all parts were kept in their limits */
    (void)first;
    (void)last;
}
