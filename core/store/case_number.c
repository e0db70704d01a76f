/* SPDX-License-Identifier: Apache-2.0 */
#include "store/case_number.h"

#include "store/query.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

static const char SQL_TAKE_NUMBER[] = "INSERT INTO case_number (country, office, year, last)"
                                      " VALUES (:country, :office, :year, 1)"
                                      " ON CONFLICT (country, office, year)"
                                      " DO UPDATE SET last = last + 1"
                                      " RETURNING last";

enum { YEAR_DIGITS = 4, SEQUENCE_DIGITS = 6 };

bool country_code_is_known(const char *code)
{
    static const char *const known[] = { "KZ", "KG", "TJ", "TM", "UZ" };
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(code, known[i]) == 0)
            return true;
    return false;
}

bool office_code_is_valid(const char *code)
{
    const size_t length = strlen(code);
    return length >= OFFICE_CODE_MIN && length <= OFFICE_CODE_MAX &&
           strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length;
}

static enum status check_place_and_year(const struct case_number *number, struct error *error)
{
    if (!country_code_is_known(number->country))
        return error_set(error, STATUS_INVALID, "unknown country");
    if (!office_code_is_valid(number->office))
        return error_set(error, STATUS_NAME_INVALID, "not an office code");
    if (number->year < CASE_NUMBER_YEAR_MIN || number->year > CASE_NUMBER_YEAR_MAX)
        return error_set(error, STATUS_INVALID, "year %d", number->year);
    return STATUS_OK;
}

enum status case_number_take(struct store *store, struct case_number *number, struct error *error)
{
    if (!store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "a case number needs a transaction");
    const enum status status = check_place_and_year(number, error);
    if (status != STATUS_OK)
        return status;
    struct query query;
    query_begin(&query, store, SQL_TAKE_NUMBER);
    query_bind_text(&query, ":country", number->country);
    query_bind_text(&query, ":office", number->office);
    query_bind_int(&query, ":year", number->year);
    if (query_next_row(&query))
        number->sequence = query_int(&query, 0);
    return query_end_found(&query, error);
}

/* Takes "digits" digits off the front of *text; -1 when there are fewer. */
static int take_digits(const char **text, int digits)
{
    int value = 0;
    for (int i = 0; i < digits; i++, (*text)++) {
        if (**text < '0' || **text > '9')
            return -1;
        value = value * 10 + (**text - '0');
    }
    return value;
}

/* Takes a code and the hyphen behind it off the front of *text. */
static bool take_code(const char **text, char *out, size_t size)
{
    const size_t length = strcspn(*text, "-");
    if (length >= size || (*text)[length] != '-')
        return false;
    memcpy(out, *text, length);
    out[length] = '\0';
    *text += length + 1;
    return true;
}

enum status case_number_parse(struct case_number *out, const char *text, struct error *error)
{
    struct case_number number = { .year = -1, .sequence = -1 };
    const char *rest = text;
    if (take_code(&rest, number.country, sizeof(number.country)) &&
        take_code(&rest, number.office, sizeof(number.office)))
        number.year = take_digits(&rest, YEAR_DIGITS);
    if (number.year >= 0 && *rest++ == '-')
        number.sequence = take_digits(&rest, SEQUENCE_DIGITS);
    if (number.sequence < 1 || *rest != '\0')
        return error_set(error, STATUS_INVALID, "not a case number");
    const enum status status = check_place_and_year(&number, error);
    if (status == STATUS_OK)
        *out = number;
    return status;
}

void case_number_format(const struct case_number *number, char out[CASE_NUMBER_TEXT_SIZE])
{
    snprintf(out, CASE_NUMBER_TEXT_SIZE, "%s-%s-%04d-%06d", number->country, number->office,
             number->year, number->sequence);
}

const char *case_number_short(const char *text)
{
    const char *office = strchr(text, '-');
    const char *year = office == NULL ? NULL : strchr(office + 1, '-');
    return year == NULL ? text : year + 1;
}
