/* SPDX-License-Identifier: Apache-2.0 */

/* The centuries that a zone leaves out. */
#include "name/mrz.h"

#include <stdbool.h>

enum { CENTURY = 100, YEARS_AHEAD = 50 };

/* The two digits, 0 when they are something else. */
static int pair_value(const char *text)
{
    bool is_number = text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
    return is_number ? (text[0] - '0') * 10 + (text[1] - '0') : 0;
}

static bool has_digits(const char *text)
{
    return text[0] >= '0' && text[0] <= '9';
}

enum status mrz_birth_date(struct date *out, const struct mrz *mrz, struct day today,
                           struct error *error)
{
    struct date date = { .precision = DATE_PRECISION_YEAR };
    int month = pair_value(mrz->birth + 2);
    int day = pair_value(mrz->birth + 4);
    if (!has_digits(mrz->birth) || (mrz->errors & 1U << MRZ_ERROR_BIRTH_DATE_INVALID) != 0)
        return error_set(error, STATUS_DATE_INVALID, "no year of birth in the zone");
    if (month > 0)
        date.precision = day > 0 ? DATE_PRECISION_DAY : DATE_PRECISION_MONTH;
    month = month > 0 ? month : 1;
    day = date.precision == DATE_PRECISION_DAY ? day : 1;
    int this_year = day_to_civil(today).year;
    int year = this_year - this_year % CENTURY + pair_value(mrz->birth);
    enum status status = day_from_civil(&date.day, year, month, day, error);
    if (status != STATUS_OK || day_compare(date.day, today) > 0)
        status = day_from_civil(&date.day, year - CENTURY, month, day, error);
    if (status == STATUS_OK)
        *out = date;
    return status;
}

enum status mrz_expiry_date(struct day *out, const struct mrz *mrz, struct day today,
                            struct error *error)
{
    if (!has_digits(mrz->expiry) || (mrz->errors & 1U << MRZ_ERROR_EXPIRY_DATE_INVALID) != 0)
        return error_set(error, STATUS_DATE_INVALID, "no date of expiry in the zone");
    int this_year = day_to_civil(today).year;
    int year = this_year - this_year % CENTURY + pair_value(mrz->expiry);
    if (year > this_year + YEARS_AHEAD)
        year -= CENTURY;
    else if (year <= this_year + YEARS_AHEAD - CENTURY)
        year += CENTURY;
    return day_from_civil(out, year, pair_value(mrz->expiry + 2), pair_value(mrz->expiry + 4),
                          error);
}
