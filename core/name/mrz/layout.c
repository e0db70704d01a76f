/* SPDX-License-Identifier: Apache-2.0 */

/* Where everything stands in each format, the check digits, and the names of things. */
#include "name/mrz/private.h"

#include <assert.h>

static const struct mrz_layout layouts[] = {
    [MRZ_FORMAT_TD1] = {
        .name = "TD1",
        .line_count = 3,
        .width = 30,
        .shortest = { 15, 30, 1 },
        .has_long_numbers = true,
        .fields = {
            [MRZ_TYPE] = { 0, 2 },
            [MRZ_ISSUER] = { 2, 3 },
            [MRZ_NUMBER] = { 5, 9 },
            [MRZ_NUMBER_CHECK] = { 14, 1 },
            [MRZ_OPTIONAL] = { 15, 15 },
            [MRZ_BIRTH] = { 30, 6 },
            [MRZ_BIRTH_CHECK] = { 36, 1 },
            [MRZ_SEX] = { 37, 1 },
            [MRZ_EXPIRY] = { 38, 6 },
            [MRZ_EXPIRY_CHECK] = { 44, 1 },
            [MRZ_NATIONALITY] = { 45, 3 },
            [MRZ_OPTIONAL2] = { 48, 11 },
            [MRZ_COMPOSITE_CHECK] = { 59, 1 },
            [MRZ_NAMES] = { 60, 30 },
        },
        .covered = { { 5, 25 }, { 30, 7 }, { 38, 7 }, { 48, 11 } },
    },
    [MRZ_FORMAT_TD2] = {
        .name = "TD2",
        .line_count = 2,
        .width = 36,
        .shortest = { 6, 36 },
        .has_long_numbers = true,
        .fields = {
            [MRZ_TYPE] = { 0, 2 },
            [MRZ_ISSUER] = { 2, 3 },
            [MRZ_NAMES] = { 5, 31 },
            [MRZ_NUMBER] = { 36, 9 },
            [MRZ_NUMBER_CHECK] = { 45, 1 },
            [MRZ_NATIONALITY] = { 46, 3 },
            [MRZ_BIRTH] = { 49, 6 },
            [MRZ_BIRTH_CHECK] = { 55, 1 },
            [MRZ_SEX] = { 56, 1 },
            [MRZ_EXPIRY] = { 57, 6 },
            [MRZ_EXPIRY_CHECK] = { 63, 1 },
            [MRZ_OPTIONAL] = { 64, 7 },
            [MRZ_COMPOSITE_CHECK] = { 71, 1 },
        },
        .covered = { { 36, 10 }, { 49, 7 }, { 57, 14 } },
    },
    [MRZ_FORMAT_TD3] = {
        .name = "TD3",
        .line_count = 2,
        .width = 44,
        .shortest = { 6, 44 },
        .fields = {
            [MRZ_TYPE] = { 0, 2 },
            [MRZ_ISSUER] = { 2, 3 },
            [MRZ_NAMES] = { 5, 39 },
            [MRZ_NUMBER] = { 44, 9 },
            [MRZ_NUMBER_CHECK] = { 53, 1 },
            [MRZ_NATIONALITY] = { 54, 3 },
            [MRZ_BIRTH] = { 57, 6 },
            [MRZ_BIRTH_CHECK] = { 63, 1 },
            [MRZ_SEX] = { 64, 1 },
            [MRZ_EXPIRY] = { 65, 6 },
            [MRZ_EXPIRY_CHECK] = { 71, 1 },
            [MRZ_OPTIONAL] = { 72, 14 },
            [MRZ_OPTIONAL_CHECK] = { 86, 1 },
            [MRZ_COMPOSITE_CHECK] = { 87, 1 },
        },
        .covered = { { 44, 10 }, { 57, 7 }, { 65, 22 } },
    },
    [MRZ_FORMAT_MRV_B] = {
        .name = "MRV-B",
        .line_count = 2,
        .width = 36,
        .shortest = { 6, 28 },
        .is_visa = true,
        .fields = {
            [MRZ_TYPE] = { 0, 2 },
            [MRZ_ISSUER] = { 2, 3 },
            [MRZ_NAMES] = { 5, 31 },
            [MRZ_NUMBER] = { 36, 9 },
            [MRZ_NUMBER_CHECK] = { 45, 1 },
            [MRZ_NATIONALITY] = { 46, 3 },
            [MRZ_BIRTH] = { 49, 6 },
            [MRZ_BIRTH_CHECK] = { 55, 1 },
            [MRZ_SEX] = { 56, 1 },
            [MRZ_EXPIRY] = { 57, 6 },
            [MRZ_EXPIRY_CHECK] = { 63, 1 },
            [MRZ_OPTIONAL] = { 64, 8 },
        },
    },
    [MRZ_FORMAT_MRV_A] = {
        .name = "MRV-A",
        .line_count = 2,
        .width = 44,
        .shortest = { 6, 28 },
        .is_visa = true,
        .fields = {
            [MRZ_TYPE] = { 0, 2 },
            [MRZ_ISSUER] = { 2, 3 },
            [MRZ_NAMES] = { 5, 39 },
            [MRZ_NUMBER] = { 44, 9 },
            [MRZ_NUMBER_CHECK] = { 53, 1 },
            [MRZ_NATIONALITY] = { 54, 3 },
            [MRZ_BIRTH] = { 57, 6 },
            [MRZ_BIRTH_CHECK] = { 63, 1 },
            [MRZ_SEX] = { 64, 1 },
            [MRZ_EXPIRY] = { 65, 6 },
            [MRZ_EXPIRY_CHECK] = { 71, 1 },
            [MRZ_OPTIONAL] = { 72, 16 },
        },
    },
};
_Static_assert(sizeof(layouts) / sizeof(layouts[0]) == MRZ_FORMAT_COUNT,
               "every format has its layout");

const struct mrz_layout *mrz_layout(enum mrz_format format)
{
    assert(format < MRZ_FORMAT_COUNT);
    return layouts[format].name == NULL ? NULL : &layouts[format];
}

/* ---- check digits */

static int character_value(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : 0;
}

static int weighted_sum(const char *text, size_t length, size_t before)
{
    static const int weights[] = { 7, 3, 1 };
    int sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += character_value(text[i]) * weights[(before + i) % 3];
    return sum;
}

int mrz_check_digit(const char *text, size_t length)
{
    return weighted_sum(text, length, 0) % 10;
}

int mrz_zone_composite(const struct mrz_layout *layout, const char *text)
{
    size_t before = 0;
    int sum = 0;
    for (int i = 0; i < MRZ_COVERED_MAX; i++) {
        sum += weighted_sum(text + layout->covered[i].start, layout->covered[i].length, before);
        before += layout->covered[i].length;
    }
    return sum % 10;
}

/* ---- names */

const char *mrz_format_name(enum mrz_format format)
{
    assert(format < MRZ_FORMAT_COUNT);
    return layouts[format].name;
}

const char *mrz_error_name(enum mrz_error error)
{
    static const char *const names[] = {
        [MRZ_ERROR_EMPTY] = "empty",
        [MRZ_ERROR_LENGTH] = "length",
        [MRZ_ERROR_CHARACTER] = "character",
        [MRZ_ERROR_DOCUMENT_CODE] = "document_code",
        [MRZ_ERROR_UNKNOWN_COUNTRY] = "unknown_country",
        [MRZ_ERROR_NAMES_INVALID] = "names_invalid",
        [MRZ_ERROR_NUMBER_MISSING] = "number_missing",
        [MRZ_ERROR_NUMBER_CHECK_DIGIT] = "number_check_digit",
        [MRZ_ERROR_UNKNOWN_NATIONALITY] = "unknown_nationality",
        [MRZ_ERROR_BIRTH_DATE_INVALID] = "birth_date_invalid",
        [MRZ_ERROR_BIRTH_CHECK_DIGIT] = "birth_check_digit",
        [MRZ_ERROR_SEX_INVALID] = "sex_invalid",
        [MRZ_ERROR_EXPIRY_DATE_INVALID] = "expiry_date_invalid",
        [MRZ_ERROR_EXPIRY_CHECK_DIGIT] = "expiry_check_digit",
        [MRZ_ERROR_OPTIONAL_CHECK_DIGIT] = "optional_check_digit",
        [MRZ_ERROR_COMPOSITE_CHECK_DIGIT] = "composite_check_digit",
    };
    _Static_assert(sizeof(names) / sizeof(names[0]) == MRZ_ERROR_COUNT, "every error has a name");
    assert(error < MRZ_ERROR_COUNT);
    return names[error];
}

const char *mrz_part_name(enum mrz_part part)
{
    static const char *const names[] = {
        [MRZ_TYPE] = "type",
        [MRZ_ISSUER] = "issuer",
        [MRZ_NAMES] = "names",
        [MRZ_NUMBER] = "number",
        [MRZ_NUMBER_CHECK] = "number_check_digit",
        [MRZ_NATIONALITY] = "nationality",
        [MRZ_BIRTH] = "birth",
        [MRZ_BIRTH_CHECK] = "birth_check_digit",
        [MRZ_SEX] = "sex",
        [MRZ_EXPIRY] = "expiry",
        [MRZ_EXPIRY_CHECK] = "expiry_check_digit",
        [MRZ_OPTIONAL] = "optional",
        [MRZ_OPTIONAL_CHECK] = "optional_check_digit",
        [MRZ_OPTIONAL2] = "optional2",
        [MRZ_COMPOSITE_CHECK] = "composite_check_digit",
        [MRZ_PADDING] = "padding",
        [MRZ_FILLERS] = "fillers",
        [MRZ_KEYBOARD] = "keyboard",
    };
    _Static_assert(sizeof(names) / sizeof(names[0]) == MRZ_PART_COUNT, "every part has a name");
    assert(part < MRZ_PART_COUNT);
    return names[part];
}
