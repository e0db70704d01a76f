/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date_entry.h"

#include "base/month_name.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    ENTRY_MAX_BYTES = 80,
    PARTS_MAX = 4, /* one more than a date has */
    DAYS_MAX = 3,  /* digits of an offset from today; four are a year */
    NEAR_YEARS_AHEAD = 50,
    CENTURY = 100,
};

/* A number or the name of a month. */
struct part {
    char kind; /* 'm' a month's name, 'y' four digits, 'n' one or two, 'x' any other count */
    int value;
    size_t digits;
    const char *text;
};

struct entry {
    struct part parts[PARTS_MAX];
    size_t count;
    bool is_estimated;
    bool is_odd; /* holds what no date has */
};

/* How the parts of a date may follow each other, and what each then is. */
static const struct {
    const char *kinds;
    const char *roles;
} orders[] = {
    { "y", "y" },     { "ny", "my" },   { "yn", "ym" },   { "my", "my" },   { "ym", "ym" },
    { "nnn", "dmy" }, { "nny", "dmy" }, { "ynn", "ymd" }, { "nmn", "dmy" }, { "nmy", "dmy" },
    { "mnn", "mdy" }, { "mny", "mdy" }, { "ymn", "ymd" }, { "ynm", "ydm" },
};

/* What is known of a date before the century is. */
struct reading {
    int year;
    int month; /* 0: not known */
    int day;
    bool is_short; /* the year has two digits */
    bool is_estimated;
};

/* Which years a short one can mean. */
struct horizon {
    struct day today;
    bool looks_ahead;
};

static enum status refuse(struct error *error)
{
    return error_set(error, STATUS_DATE_INVALID, "not a date");
}

/* ---- into parts */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int digits_value(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

/* How many bytes of what may stand between two parts are here. */
static size_t separator_length(const char *at)
{
    static const char *const separators[] = { ".", "/", "-", ",", " ", "–", "\u00A0" };
    for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++)
        if (strncmp(at, separators[i], strlen(separators[i])) == 0)
            return strlen(separators[i]);
    return 0;
}

static size_t word_length(const char *at)
{
    size_t length = 0;
    while (at[length] != '\0' && !is_digit(at[length]) && separator_length(at + length) == 0)
        length++;
    return length;
}

static void part_take(struct entry *entry, struct part part)
{
    if (entry->count < PARTS_MAX)
        entry->parts[entry->count++] = part;
    else
        entry->is_odd = true;
}

static size_t number_take(struct entry *entry, const char *at)
{
    size_t digits = strspn(at, "0123456789");
    struct part part = { .kind = 'x', .digits = digits, .text = at };
    if (digits <= 2 || digits == 4) {
        part.kind = digits == 4 ? 'y' : 'n';
        part.value = digits_value(at, digits);
    }
    part_take(entry, part);
    return digits;
}

static size_t word_take(struct entry *entry, const char *at)
{
    size_t length = word_length(at);
    int month = month_name_find(at, length);
    if (month > 0)
        part_take(entry, (struct part){ .kind = 'm', .value = month });
    else if (entry->count == 0 || !month_name_is_year_word(at, length))
        entry->is_odd = true;
    return length;
}

static void entry_split(struct entry *entry, const char *text)
{
    const char *at = text + strspn(text, " ");
    entry->is_estimated = *at == '~';
    at += entry->is_estimated;
    while (*at != '\0' && !entry->is_odd) {
        size_t separator = separator_length(at);
        if (separator > 0)
            at += separator;
        else
            at += is_digit(*at) ? number_take(entry, at) : word_take(entry, at);
    }
}

/* ---- from parts to a reading */

static void role_set(struct reading *reading, char role, const struct part *part)
{
    if (role == 'd')
        reading->day = part->value;
    else if (role == 'm')
        reading->month = part->value;
    else
        reading->year = part->value;
    if (role == 'y')
        reading->is_short = part->kind == 'n';
}

/* A month or day that was given is not "unknown" just because it is zero, and a short year has
 * both its digits. */
static bool reading_fits(const struct reading *reading, const char *roles,
                         const struct part parts[PARTS_MAX])
{
    for (size_t i = 0; roles[i] != '\0'; i++)
        if (roles[i] == 'y' ? parts[i].digits < 2 : parts[i].value == 0)
            return false;
    return reading->month <= 12 && reading->day <= 31;
}

static bool entry_read(struct reading *out, const struct entry *entry)
{
    char kinds[PARTS_MAX + 1] = "";
    for (size_t i = 0; i < entry->count; i++)
        kinds[i] = entry->parts[i].kind;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
        if (strcmp(kinds, orders[i].kinds) != 0)
            continue;
        *out = (struct reading){ .year = 0 };
        for (size_t j = 0; j < entry->count; j++)
            role_set(out, orders[i].roles[j], &entry->parts[j]);
        return reading_fits(out, orders[i].roles, entry->parts);
    }
    return false;
}

/* Only a year can be estimated, and then two digits will do. */
static bool entry_read_estimate(struct reading *out, const struct entry *entry)
{
    const struct part *part = &entry->parts[0];
    if (entry->count != 1 || (part->kind != 'y' && part->kind != 'n') || part->digits < 2)
        return false;
    *out = (struct reading){ .year = part->value,
                             .is_short = part->kind == 'n',
                             .is_estimated = true };
    return true;
}

/* Digits without anything between them.  No eight digits can be read both ways: a year from 1800
 * to 2200 in front makes a month from 18 to 22 behind. */
static bool entry_read_packed(struct reading *out, const struct part *part)
{
    const char *text = part->text;
    *out = (struct reading){ .day = digits_value(text, 2), .month = digits_value(text + 2, 2) };
    if (part->digits == 6) {
        out->year = digits_value(text + 4, 2);
        out->is_short = true;
    } else {
        out->year = digits_value(text + 4, 4);
        if (out->year < DAY_YEAR_FIRST || out->year > DAY_YEAR_LAST || out->month > 12)
            *out = (struct reading){ .year = digits_value(text, 4),
                                     .month = digits_value(text + 4, 2),
                                     .day = digits_value(text + 6, 2) };
    }
    return out->month > 0 && out->day > 0;
}

static bool reading_find(struct reading *out, const char *folded)
{
    struct entry entry = { .count = 0 };
    entry_split(&entry, folded);
    if (entry.is_odd || entry.count == 0)
        return false;
    if (entry.is_estimated)
        return entry_read_estimate(out, &entry);
    const struct part *first = &entry.parts[0];
    if (entry.count == 1 && (first->digits == 6 || first->digits == 8))
        return entry_read_packed(out, first);
    return entry_read(out, &entry);
}

/* ---- from a reading to a date */

static enum status date_make(struct date *out, const struct reading *reading, int year,
                             struct error *error)
{
    out->precision = reading->is_estimated ? DATE_PRECISION_ESTIMATED
                     : reading->day > 0    ? DATE_PRECISION_DAY
                     : reading->month > 0  ? DATE_PRECISION_MONTH
                                           : DATE_PRECISION_YEAR;
    return day_from_civil(&out->day, year, reading->month > 0 ? reading->month : 1,
                          reading->day > 0 ? reading->day : 1, error);
}

/* The full year that a short one means. */
static int year_complete(const struct reading *reading, const struct horizon *horizon)
{
    const struct civil now = day_to_civil(horizon->today);
    int last = now.year + (horizon->looks_ahead ? NEAR_YEARS_AHEAD : 0);
    int year = last - (last - reading->year) % CENTURY;
    bool is_later_this_year =
        !horizon->looks_ahead && year == now.year &&
        (reading->month > now.month || (reading->month == now.month && reading->day > now.day));
    return is_later_this_year ? year - CENTURY : year;
}

static enum status date_from_reading(struct date *out, const struct reading *reading,
                                     const struct horizon *horizon, struct error *error)
{
    int year = reading->is_short ? year_complete(reading, horizon) : reading->year;
    return date_make(out, reading, year, error);
}

/* ---- days from today */

static bool is_today(const char *folded)
{
    return strcmp(folded, "t") == 0 || strcmp(folded, "т") == 0;
}

static bool is_offset(const char *folded)
{
    size_t digits = strspn(folded + 1, "0123456789");
    return (folded[0] == '+' || folded[0] == '-') && digits > 0 && digits <= DAYS_MAX &&
           folded[1 + digits] == '\0';
}

static enum status date_from_offset(struct date *out, const char *folded, struct day today,
                                    struct error *error)
{
    int count = is_today(folded) ? 0 : digits_value(folded + 1, strlen(folded + 1));
    out->precision = DATE_PRECISION_DAY;
    return day_add_days(&out->day, today, folded[0] == '-' ? -count : count, error);
}

/* ---- the three questions */

/* Small letters, without the blanks around it; the caller frees it. */
static enum status entry_fold(char **out, const char *text, struct error *error)
{
    char *trimmed = NULL;
    const struct text_rule rule = { .max_characters = ENTRY_MAX_BYTES };
    size_t length = strlen(text);
    *out = NULL;
    if (length > ENTRY_MAX_BYTES)
        return refuse(error);
    enum status status = text_accept(&trimmed, text, length, &rule, error);
    if (status == STATUS_OK)
        status = text_fold(out, trimmed, error);
    free(trimmed);
    return status == STATUS_OK || status == STATUS_OUT_OF_MEMORY ? status : refuse(error);
}

static enum status entry_parse(struct date *out, const char *text, const struct horizon *horizon,
                               struct error *error)
{
    char *folded;
    struct reading reading;
    enum status status = entry_fold(&folded, text, error);
    if (status != STATUS_OK)
        return status;
    if (is_today(folded) || is_offset(folded))
        status = date_from_offset(out, folded, horizon->today, error);
    else if (reading_find(&reading, folded))
        status = date_from_reading(out, &reading, horizon, error);
    else
        status = refuse(error);
    free(folded);
    return status;
}

enum status date_entry_parse(struct date *out, const char *text, struct day today,
                             struct error *error)
{
    return entry_parse(out, text, &(const struct horizon){ today, false }, error);
}

enum status date_entry_parse_near(struct date *out, const char *text, struct day today,
                                  struct error *error)
{
    return entry_parse(out, text, &(const struct horizon){ today, true }, error);
}

/* Somebody alive can have been born then. */
static bool is_birth(const struct date *date, struct day today)
{
    return day_compare(date->day, today) <= 0 &&
           day_to_civil(today).year - day_to_civil(date->day).year <= DATE_ENTRY_AGE_MAX;
}

int date_entry_guess(struct date out[DATE_ENTRY_GUESSES], const char *text, struct day today)
{
    char *folded;
    struct reading reading;
    int count = 0;
    if (entry_fold(&folded, text, NULL) != STATUS_OK)
        return 0;
    bool is_date = reading_find(&reading, folded);
    free(folded);
    if (!is_date)
        return 0;
    int year = reading.is_short ? year_complete(&reading, &(const struct horizon){ today, false })
                                : reading.year;
    for (int i = 0; i < (reading.is_short ? DATE_ENTRY_GUESSES : 1); i++)
        if (date_make(&out[count], &reading, year - i * CENTURY, NULL) == STATUS_OK &&
            is_birth(&out[count], today))
            count++;
    return count;
}
