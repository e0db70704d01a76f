/* SPDX-License-Identifier: Apache-2.0 */

/* The slips of optical recognition, and how they are put right. */
#include "name/mrz/private.h"

#include "name/country_code.h"

#include <string.h>

/* What is taken for what.  Digits have one letter each, some more letters only this way. */
static const struct {
    char digit;
    char letter;
} twins[] = {
    { '0', 'O' }, { '1', 'I' }, { '8', 'B' }, { '5', 'S' }, { '2', 'Z' },
    { '6', 'G' }, { '0', 'D' }, { '0', 'Q' }, { '1', 'L' },
};
enum { TWIN_COUNT = sizeof(twins) / sizeof(twins[0]), TWINS_BOTH_WAYS = 6 };

/* 0 when there is none. */
static char twin_digit(char letter)
{
    for (size_t i = 0; i < TWIN_COUNT; i++)
        if (twins[i].letter == letter)
            return twins[i].digit;
    return 0;
}

static char twin_letter(char digit)
{
    for (size_t i = 0; i < TWIN_COUNT; i++)
        if (twins[i].digit == digit)
            return twins[i].letter;
    return 0;
}

static bool is_like_filler(char character)
{
    return character == 'K' || character == 'C';
}

static void zone_put(struct mrz_zone *zone, size_t at, char character, enum mrz_part field)
{
    if (character == 0 || zone->text[at] == character)
        return;
    zone->text[at] = character;
    zone->repairs |= 1U << field;
}

/* ---- by the kind of the field */

static void repair_brackets(struct mrz_zone *zone, enum mrz_part field)
{
    struct mrz_span span = zone->layout->fields[field];
    for (size_t at = span.start; at < (size_t)span.start + span.length; at++)
        if (zone->text[at] == '(')
            zone_put(zone, at, '<', field);
}

static void repair_digits(struct mrz_zone *zone, enum mrz_part field)
{
    struct mrz_span span = zone->layout->fields[field];
    for (size_t at = span.start; at < (size_t)span.start + span.length; at++)
        zone_put(zone, at, twin_digit(zone->text[at]), field);
}

/* A check digit that may be a filler. */
static void repair_check(struct mrz_zone *zone, enum mrz_part field)
{
    repair_digits(zone, field);
    struct mrz_span span = zone->layout->fields[field];
    if (span.length > 0 && is_like_filler(zone->text[span.start]))
        zone_put(zone, span.start, '<', field);
}

static void repair_letters(struct mrz_zone *zone, enum mrz_part field)
{
    struct mrz_span span = zone->layout->fields[field];
    for (size_t at = span.start; at < (size_t)span.start + span.length; at++)
        zone_put(zone, at, twin_letter(zone->text[at]), field);
}

static bool country_is_known(const struct mrz_zone *zone, enum mrz_part field)
{
    char code[COUNTRY_ICAO_SIZE] = { 0 };
    memcpy(code, zone->text + zone->layout->fields[field].start, COUNTRY_ICAO_SIZE - 1);
    for (int i = COUNTRY_ICAO_SIZE - 2; i >= 0 && code[i] == '<'; i--)
        code[i] = '\0';
    return country_code_exists(code);
}

/* A country code is changed only into one that exists. */
static void repair_country(struct mrz_zone *zone, enum mrz_part field)
{
    struct mrz_span span = zone->layout->fields[field];
    struct mrz_zone changed = *zone;
    if (country_is_known(zone, field))
        return;
    repair_letters(&changed, field);
    for (size_t at = (size_t)span.start + span.length;
         !country_is_known(&changed, field) && at > (size_t)span.start + 1; at--) {
        if (is_like_filler(changed.text[at - 1]))
            zone_put(&changed, at - 1, '<', field);
        else if (changed.text[at - 1] != '<')
            break;
    }
    if (country_is_known(&changed, field))
        *zone = changed;
}

static void repair_names(struct mrz_zone *zone, enum mrz_part field)
{
    struct mrz_span span = zone->layout->fields[field];
    const char *names = zone->text + span.start;
    repair_letters(zone, field);
    if (!mrz_names_hold_misread_fillers(names, span.length))
        return;
    for (size_t i = mrz_names_end(names, span.length); i < span.length; i++)
        if (is_like_filler(names[i]))
            zone_put(zone, span.start + i, '<', field);
}

static void repair_sex(struct mrz_zone *zone, enum mrz_part field)
{
    size_t at = zone->layout->fields[field].start;
    if (is_like_filler(zone->text[at]))
        zone_put(zone, at, '<', field);
}

static void (*const repairs[MRZ_FIELD_COUNT])(struct mrz_zone *zone, enum mrz_part field) = {
    [MRZ_TYPE] = repair_letters,         [MRZ_ISSUER] = repair_country,
    [MRZ_NAMES] = repair_names,          [MRZ_NUMBER_CHECK] = repair_check,
    [MRZ_NATIONALITY] = repair_country,  [MRZ_BIRTH] = repair_digits,
    [MRZ_BIRTH_CHECK] = repair_digits,   [MRZ_SEX] = repair_sex,
    [MRZ_EXPIRY] = repair_digits,        [MRZ_EXPIRY_CHECK] = repair_digits,
    [MRZ_OPTIONAL_CHECK] = repair_check, [MRZ_COMPOSITE_CHECK] = repair_digits,
};

/* ---- by the check digits */

enum {
    DATE_CHECKS = 1U << MRZ_ERROR_BIRTH_CHECK_DIGIT | 1U << MRZ_ERROR_EXPIRY_CHECK_DIGIT,
    OTHER_CHECKS = 1U << MRZ_ERROR_NUMBER_CHECK_DIGIT | 1U << MRZ_ERROR_OPTIONAL_CHECK_DIGIT |
                   1U << MRZ_ERROR_COMPOSITE_CHECK_DIGIT,
};

/* The fields in which one wrong character would explain these errors; a bit for each. */
static unsigned suspect_fields(const struct mrz_zone *zone, unsigned errors)
{
    if ((errors & DATE_CHECKS) != 0)
        return 0; /* then the composite digit is wrong for that reason */
    bool is_long = mrz_zone_has_long_number(zone);
    if ((errors & 1U << MRZ_ERROR_NUMBER_CHECK_DIGIT) != 0)
        return 1U << MRZ_NUMBER | (is_long ? 1U << MRZ_OPTIONAL : 0);
    if ((errors & 1U << MRZ_ERROR_OPTIONAL_CHECK_DIGIT) != 0)
        return 1U << MRZ_OPTIONAL;
    bool is_guarded = zone->layout->fields[MRZ_OPTIONAL_CHECK].length > 0;
    return (errors & 1U << MRZ_ERROR_COMPOSITE_CHECK_DIGIT) == 0
               ? 0
               : 1U << MRZ_OPTIONAL2 | (is_guarded ? 0 : 1U << MRZ_OPTIONAL);
}

/* What a character of a number may have been; 0 when it is seldom misread.  Fillers only follow
 * what is there. */
static char twin_of_any(char character, bool is_last)
{
    for (size_t i = 0; i < TWINS_BOTH_WAYS; i++) {
        if (twins[i].digit == character)
            return twins[i].letter;
        if (twins[i].letter == character)
            return twins[i].digit;
    }
    return is_last && is_like_filler(character) ? '<' : 0;
}

/* Tries the field's characters one by one, keeps the first change that makes all check digits
 * agree, and counts all of them. */
static int try_field(struct mrz_zone *found, const struct mrz_zone *zone, enum mrz_part field)
{
    struct mrz_span span = zone->layout->fields[field];
    size_t end = (size_t)span.start + span.length;
    int count = 0;
    for (size_t at = span.start; at < end; at++) {
        struct mrz_zone changed = *zone;
        bool is_last = at + 1 == end || zone->text[at + 1] == '<';
        zone_put(&changed, at, twin_of_any(zone->text[at], is_last), field);
        if (changed.text[at] == zone->text[at] ||
            (mrz_zone_check_digits(&changed) & OTHER_CHECKS) != 0)
            continue;
        if (count++ == 0)
            *found = changed;
    }
    return count;
}

static void repair_by_check_digits(struct mrz_zone *zone)
{
    struct mrz_zone found[] = { *zone, *zone, *zone };
    const enum mrz_part fields[] = { MRZ_NUMBER, MRZ_OPTIONAL, MRZ_OPTIONAL2 };
    unsigned suspects = suspect_fields(zone, mrz_zone_check_digits(zone));
    int count = 0;
    size_t right = 0;
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        int here = (suspects & 1U << fields[i]) == 0 ? 0 : try_field(&found[i], zone, fields[i]);
        count += here;
        right = here > 0 ? i : right;
    }
    if (count == 1)
        *zone = found[right];
}

void mrz_zone_repair(struct mrz_zone *zone)
{
    for (int field = 0; field < MRZ_FIELD_COUNT; field++) {
        repair_brackets(zone, (enum mrz_part)field);
        if (repairs[field] != NULL)
            repairs[field](zone, (enum mrz_part)field);
    }
    repair_by_check_digits(zone);
}
