/* SPDX-License-Identifier: Apache-2.0 */

/* What a zone says, and what is wrong with it.  Nothing is repaired here. */
#include "name/mrz/private.h"

#include "base/day.h"
#include "name/country_code.h"

#include <string.h>

static const char *field_text(const struct mrz_zone *zone, enum mrz_part field)
{
    return zone->text + zone->layout->fields[field].start;
}

static size_t field_length(const struct mrz_zone *zone, enum mrz_part field)
{
    return zone->layout->fields[field].length;
}

static size_t trimmed_length(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == '<')
        length--;
    return length;
}

static bool holds_only(const char *text, size_t length, const char *allowed)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\0' || strchr(allowed, text[i]) == NULL)
            return false;
    return true;
}

/* Copies without the fillers at the end. */
static void copy_trimmed(char *out, const char *text, size_t length)
{
    length = trimmed_length(text, length);
    memcpy(out, text, length);
    out[length] = '\0';
}

static void copy_field(char *out, const struct mrz_zone *zone, enum mrz_part field)
{
    copy_trimmed(out, field_text(zone, field), field_length(zone, field));
}

static void note_unless(struct mrz *out, bool is_right, enum mrz_error error)
{
    if (!is_right)
        out->errors |= 1U << error;
}

/* ---- check digits */

/* A filler is as good as a zero where there is nothing to check (Doc 9303-4 4.2.2.2). */
static bool check_agrees(const char *text, size_t length, char check)
{
    if (check == '<')
        return trimmed_length(text, length) == 0;
    return check == '0' + mrz_check_digit(text, length);
}

static bool field_agrees(const struct mrz_zone *zone, enum mrz_part field, enum mrz_part check)
{
    return field_length(zone, check) == 0 ||
           check_agrees(field_text(zone, field), field_length(zone, field),
                        *field_text(zone, check));
}

bool mrz_zone_has_long_number(const struct mrz_zone *zone)
{
    return zone->layout->has_long_numbers && *field_text(zone, MRZ_NUMBER_CHECK) == '<' &&
           memchr(field_text(zone, MRZ_NUMBER), '<', MRZ_NUMBER_WIDTH) == NULL &&
           mrz_zone_long_rest(zone) > 1;
}

size_t mrz_zone_long_rest(const struct mrz_zone *zone)
{
    const char *text = field_text(zone, MRZ_OPTIONAL);
    size_t length = field_length(zone, MRZ_OPTIONAL);
    const char *end = memchr(text, '<', length);
    return end == NULL ? length : (size_t)(end - text);
}

/* The number without its check digit, which comes back. */
static char take_number(char out[24], const struct mrz_zone *zone)
{
    copy_field(out, zone, MRZ_NUMBER);
    if (!mrz_zone_has_long_number(zone))
        return *field_text(zone, MRZ_NUMBER_CHECK);
    size_t rest = mrz_zone_long_rest(zone) - 1;
    memcpy(out + MRZ_NUMBER_WIDTH, field_text(zone, MRZ_OPTIONAL), rest);
    out[MRZ_NUMBER_WIDTH + rest] = '\0';
    return field_text(zone, MRZ_OPTIONAL)[rest];
}

unsigned mrz_zone_check_digits(const struct mrz_zone *zone)
{
    struct mrz found = { .errors = 0 };
    char number[sizeof(found.number)];
    char check = take_number(number, zone);
    note_unless(&found, check_agrees(number, strlen(number), check), MRZ_ERROR_NUMBER_CHECK_DIGIT);
    note_unless(&found, field_agrees(zone, MRZ_BIRTH, MRZ_BIRTH_CHECK),
                MRZ_ERROR_BIRTH_CHECK_DIGIT);
    note_unless(&found, field_agrees(zone, MRZ_EXPIRY, MRZ_EXPIRY_CHECK),
                MRZ_ERROR_EXPIRY_CHECK_DIGIT);
    note_unless(&found, field_agrees(zone, MRZ_OPTIONAL, MRZ_OPTIONAL_CHECK),
                MRZ_ERROR_OPTIONAL_CHECK_DIGIT);
    if (field_length(zone, MRZ_COMPOSITE_CHECK) > 0)
        note_unless(&found,
                    *field_text(zone, MRZ_COMPOSITE_CHECK) ==
                        '0' + mrz_zone_composite(zone->layout, zone->text),
                    MRZ_ERROR_COMPOSITE_CHECK_DIGIT);
    return found.errors;
}

/* ---- names (Doc 9303-3 4.6) */

size_t mrz_names_end(const char *names, size_t length)
{
    int gaps = 0;
    for (size_t start = 0; start < length; start++) {
        size_t run = 0;
        while (start + run < length && names[start + run] == '<')
            run++;
        if (run > 2 || (run == 2 && ++gaps == 2))
            return start;
        start += run;
    }
    return length;
}

bool mrz_names_hold_misread_fillers(const char *names, size_t length)
{
    size_t end = trimmed_length(names, length);
    size_t names_end = mrz_names_end(names, length);
    for (size_t i = 0; i + 2 < end; i++)
        if (memcmp(names + i, "KKK", 3) == 0)
            return true;
    return names_end < end && holds_only(names + names_end, end - names_end, "<KC");
}

/* Single fillers become spaces, several in a row one space. */
static void copy_name(char *out, const char *text, size_t length)
{
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '<')
            out[used++] = text[i];
        else if (used > 0 && out[used - 1] != ' ')
            out[used++] = ' ';
    }
    if (used > 0 && out[used - 1] == ' ')
        used--;
    out[used] = '\0';
}

static void take_names(struct mrz *out, const struct mrz_zone *zone)
{
    const char *names = field_text(zone, MRZ_NAMES);
    size_t length = field_length(zone, MRZ_NAMES);
    size_t surname = 0;
    while (surname < length &&
           !(names[surname] == '<' && (surname + 1 == length || names[surname + 1] == '<')))
        surname++;
    copy_name(out->surname, names, surname);
    copy_name(out->given, names + surname, length - surname);
    out->is_name_cut = names[length - 1] != '<';
    note_unless(out,
                out->surname[0] != '\0' &&
                    holds_only(names, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ<(?") &&
                    !mrz_names_hold_misread_fillers(names, length),
                MRZ_ERROR_NAMES_INVALID);
}

/* ---- dates (Doc 9303-3 4.8) */

/* The two digits, 0 when they are fillers, -1 when they are neither. */
static int take_pair(const char *text)
{
    if (text[0] == '<' && text[1] == '<')
        return 0;
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return -1;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/* Parts of a date of birth may be unknown; 29 February is in every fourth year. */
static bool date_is_possible(const char *text, bool may_be_unknown)
{
    enum { LEAP_YEAR = 2000, LONGEST_MONTH = 12 };
    int year = take_pair(text);
    int month = take_pair(text + 2);
    int day = take_pair(text + 4);
    bool knows_all = memchr(text, '<', 6) == NULL;
    if (year < 0 || month < 0 || day < 0 || month > 12 || (!knows_all && !may_be_unknown))
        return false;
    if ((month == 0 && text[2] != '<') || (day == 0 && text[4] != '<'))
        return false;
    return day <= day_month_length(text[0] == '<' ? LEAP_YEAR : LEAP_YEAR + year,
                                   month == 0 ? LONGEST_MONTH : month);
}

/* ---- all of it */

static void take_codes(struct mrz *out, const struct mrz_zone *zone)
{
    copy_field(out->type, zone, MRZ_TYPE);
    copy_field(out->issuer, zone, MRZ_ISSUER);
    copy_field(out->nationality, zone, MRZ_NATIONALITY);
    const char *type = field_text(zone, MRZ_TYPE);
    bool has_second = (type[1] >= 'A' && type[1] <= 'Z') || type[1] == '<';
    /* Doc 9303-4 to -7: P a passport, V a visa, A, C and I other documents. */
    note_unless(out, holds_only(type, 1, zone->layout->is_visa ? "V" : "PACI") && has_second,
                MRZ_ERROR_DOCUMENT_CODE);
    note_unless(out, country_code_exists(out->issuer), MRZ_ERROR_UNKNOWN_COUNTRY);
    note_unless(out, country_code_exists(out->nationality), MRZ_ERROR_UNKNOWN_NATIONALITY);
}

static void take_dates_and_sex(struct mrz *out, const struct mrz_zone *zone)
{
    memcpy(out->birth, field_text(zone, MRZ_BIRTH), field_length(zone, MRZ_BIRTH));
    memcpy(out->expiry, field_text(zone, MRZ_EXPIRY), field_length(zone, MRZ_EXPIRY));
    note_unless(out, date_is_possible(out->birth, true), MRZ_ERROR_BIRTH_DATE_INVALID);
    note_unless(out, date_is_possible(out->expiry, false), MRZ_ERROR_EXPIRY_DATE_INVALID);
    char sex = *field_text(zone, MRZ_SEX);
    note_unless(out, holds_only(&sex, 1, "MFX<"), MRZ_ERROR_SEX_INVALID);
    out->sex = 'X';
    if (sex != '<')
        out->sex = sex;
}

void mrz_zone_take(struct mrz *out, const struct mrz_zone *zone)
{
    *out = (struct mrz){ .format = zone->format, .repairs = zone->repairs };
    take_codes(out, zone);
    take_names(out, zone);
    (void)take_number(out->number, zone);
    take_dates_and_sex(out, zone);
    size_t used = mrz_zone_has_long_number(zone) ? mrz_zone_long_rest(zone) : 0;
    size_t optional = field_length(zone, MRZ_OPTIONAL);
    used += used > 0 && used < optional; /* the filler behind a long number */
    copy_trimmed(out->optional, field_text(zone, MRZ_OPTIONAL) + used, optional - used);
    copy_field(out->optional2, zone, MRZ_OPTIONAL2);
    note_unless(out, out->number[0] != '\0', MRZ_ERROR_NUMBER_MISSING);
    note_unless(out, strpbrk(zone->text, "(?") == NULL, MRZ_ERROR_CHARACTER);
    out->errors |= mrz_zone_check_digits(zone);
}
