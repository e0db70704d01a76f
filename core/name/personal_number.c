/* SPDX-License-Identifier: Apache-2.0 */
#include "name/personal_number.h"

#include "name/mrz.h"

#include <assert.h>
#include <string.h>

enum { NO_CHECK_DIGIT = -1, CENTURY = 100 };

struct decoded {
    int year;
    int month;
    int day;
    char sex;
};

/* How one kind of number is built. */
struct scheme {
    const char *name;
    const char *country;
    size_t length;
    /* False when the digit of century and sex has no meaning. */
    bool (*decode)(struct decoded *out, const char *digits);
    /* The digit that belongs at the end, or NO_CHECK_DIGIT; NULL: there is none. */
    int (*check)(const char *digits);
    void (*make)(char *digits, unsigned serial);
};

static int take_digits(const char *digits, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (digits[i] - '0');
    return value;
}

static void put_digits(char *digits, int count, unsigned value)
{
    for (int i = count - 1; i >= 0; i--) {
        digits[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

/* 1 and 2 the 19th century, 3 and 4 the 20th, 5 and 6 the 21st; men are odd. */
static bool decode_century(struct decoded *out, char digit, int year)
{
    if (digit < '1' || digit > '6')
        return false;
    out->year = 1800 + (digit - '1') / 2 * CENTURY + year;
    out->sex = (digit - '0') % 2 == 1 ? 'M' : 'F';
    return true;
}

/* ---- Kazakhstan */

static bool iin_decode(struct decoded *out, const char *digits)
{
    out->month = take_digits(digits + 2, 2);
    out->day = take_digits(digits + 4, 2);
    return decode_century(out, digits[6], take_digits(digits, 2));
}

static int iin_check(const char *digits)
{
    enum { WEIGHTED = 11 };
    int first = 0;
    int second = 0;
    for (int i = 0; i < WEIGHTED; i++) {
        first += (digits[i] - '0') * (i + 1);
        second += (digits[i] - '0') * ((i + 2) % WEIGHTED + 1);
    }
    if (first % WEIGHTED < 10)
        return first % WEIGHTED;
    return second % WEIGHTED < 10 ? second % WEIGHTED : NO_CHECK_DIGIT;
}

static void iin_make(char *digits, unsigned serial)
{
    put_digits(digits, 2, serial / 10000 % CENTURY);
    put_digits(digits + 7, 4, serial % 10000);
    put_digits(digits + 2, 2, 0);
    digits[6] = '4';
    /* Some have no check digit; then the next day has one. */
    unsigned day = 1;
    do
        put_digits(digits + 4, 2, day++);
    while (iin_check(digits) == NO_CHECK_DIGIT);
}

/* ---- Uzbekistan */

static bool pinfl_decode(struct decoded *out, const char *digits)
{
    out->day = take_digits(digits + 1, 2);
    out->month = take_digits(digits + 3, 2);
    return decode_century(out, digits[0], take_digits(digits + 5, 2));
}

static int pinfl_check(const char *digits)
{
    return mrz_check_digit(digits, 13);
}

static void pinfl_make(char *digits, unsigned serial)
{
    put_digits(digits, 7, 4000190); /* a woman, 00.01.1990 */
    put_digits(digits + 7, 6, serial);
}

/* ---- Kyrgyzstan */

static bool pin_decode(struct decoded *out, const char *digits)
{
    out->day = take_digits(digits + 1, 2);
    out->month = take_digits(digits + 3, 2);
    out->year = take_digits(digits + 5, 4);
    out->sex = digits[0] == '2' ? 'M' : 'F';
    return digits[0] == '1' || digits[0] == '2';
}

static void pin_make(char *digits, unsigned serial)
{
    put_digits(digits, 3, CENTURY); /* a woman, day 00 */
    put_digits(digits + 3, 2, 1 + serial / 100000 % 10);
    put_digits(digits + 5, 4, 1990);
    put_digits(digits + 9, 5, serial % 100000);
}

static const struct scheme schemes[] = {
    [PERSONAL_NUMBER_KZ_IIN] = { "IIN", "KAZ", 12, iin_decode, iin_check, iin_make },
    [PERSONAL_NUMBER_UZ_PINFL] = { "PINFL", "UZB", 14, pinfl_decode, pinfl_check, pinfl_make },
    [PERSONAL_NUMBER_KG_PIN] = { "PIN", "KGZ", 14, pin_decode, NULL, pin_make },
};
_Static_assert(sizeof(schemes) / sizeof(schemes[0]) == PERSONAL_NUMBER_KIND_COUNT,
               "every kind has its scheme");

/* ---- checking */

static enum personal_number_problem find_problem(struct personal_number *number)
{
    const struct scheme *scheme = &schemes[number->kind];
    struct decoded decoded = { 0 };
    if (!scheme->decode(&decoded, number->digits))
        return PERSONAL_NUMBER_CENTURY_DIGIT;
    number->sex = decoded.sex;
    number->has_birth =
        day_from_civil(&number->birth, decoded.year, decoded.month, decoded.day, NULL) == STATUS_OK;
    if (!number->has_birth)
        return PERSONAL_NUMBER_DATE_IMPOSSIBLE;
    if (scheme->check == NULL)
        return PERSONAL_NUMBER_SOUND;
    int check = scheme->check(number->digits);
    if (check == NO_CHECK_DIGIT)
        return PERSONAL_NUMBER_UNUSABLE;
    return check == number->digits[scheme->length - 1] - '0' ? PERSONAL_NUMBER_SOUND
                                                             : PERSONAL_NUMBER_CHECK_DIGIT;
}

/* Copies what is no blank as far as there is room, and counts all of it. */
static size_t copy_digits(char out[PERSONAL_NUMBER_SIZE], const char *text, const char *blanks,
                          bool *are_digits)
{
    size_t count = 0;
    *are_digits = true;
    for (; *text != '\0'; text++) {
        if (strchr(blanks, *text) != NULL)
            continue;
        *are_digits &= *text >= '0' && *text <= '9';
        if (count < PERSONAL_NUMBER_SIZE - 1)
            out[count] = *text;
        count++;
    }
    return count;
}

static void number_read(struct personal_number *out, enum personal_number_kind kind,
                        const char *text, const char *blanks)
{
    bool are_digits;
    assert(kind < PERSONAL_NUMBER_KIND_COUNT);
    *out = (struct personal_number){ .kind = kind };
    size_t length = copy_digits(out->digits, text, blanks, &are_digits);
    if (are_digits && length == schemes[kind].length) {
        out->problem = find_problem(out);
        return;
    }
    memset(out->digits, 0, sizeof(out->digits));
    out->problem = are_digits ? PERSONAL_NUMBER_LENGTH : PERSONAL_NUMBER_NOT_DIGITS;
}

void personal_number_check(struct personal_number *out, enum personal_number_kind kind,
                           const char *text)
{
    number_read(out, kind, text, " ");
}

void personal_number_compare(struct personal_number *number, const struct date *birth, char sex)
{
    if (number->problem != PERSONAL_NUMBER_SOUND)
        return;
    if (birth != NULL) {
        struct day earliest;
        struct day latest;
        date_bounds(*birth, &earliest, &latest);
        if (day_compare(number->birth, earliest) < 0 || day_compare(number->birth, latest) > 0)
            number->problem = PERSONAL_NUMBER_DIFFERS_FROM_BIRTH;
    }
    if (number->problem == PERSONAL_NUMBER_SOUND && (sex == 'M' || sex == 'F') &&
        sex != number->sex)
        number->problem = PERSONAL_NUMBER_DIFFERS_FROM_SEX;
}

bool personal_number_guess(struct personal_number *out, const char *country, const char *text)
{
    for (int kind = 0; kind < PERSONAL_NUMBER_KIND_COUNT; kind++) {
        if (strcmp(country, schemes[kind].country) != 0)
            continue;
        number_read(out, (enum personal_number_kind)kind, text, " <");
        return out->digits[0] != '\0';
    }
    return false;
}

void personal_number_make_impossible(char out[PERSONAL_NUMBER_SIZE], enum personal_number_kind kind,
                                     unsigned serial)
{
    assert(kind < PERSONAL_NUMBER_KIND_COUNT);
    const struct scheme *scheme = &schemes[kind];
    memset(out, 0, PERSONAL_NUMBER_SIZE);
    scheme->make(out, serial);
    if (scheme->check != NULL)
        out[scheme->length - 1] = (char)('0' + scheme->check(out));
}

/* ---- names */

const char *personal_number_kind_name(enum personal_number_kind kind)
{
    assert(kind < PERSONAL_NUMBER_KIND_COUNT);
    return schemes[kind].name;
}

const char *personal_number_problem_name(enum personal_number_problem problem)
{
    static const char *const names[] = {
        [PERSONAL_NUMBER_SOUND] = NULL,
        [PERSONAL_NUMBER_NOT_DIGITS] = "not_digits",
        [PERSONAL_NUMBER_LENGTH] = "length",
        [PERSONAL_NUMBER_CENTURY_DIGIT] = "century_digit",
        [PERSONAL_NUMBER_DATE_IMPOSSIBLE] = "date_impossible",
        [PERSONAL_NUMBER_UNUSABLE] = "unusable",
        [PERSONAL_NUMBER_CHECK_DIGIT] = "check_digit",
        [PERSONAL_NUMBER_DIFFERS_FROM_BIRTH] = "differs_from_birth",
        [PERSONAL_NUMBER_DIFFERS_FROM_SEX] = "differs_from_sex",
    };
    _Static_assert(sizeof(names) / sizeof(names[0]) == PERSONAL_NUMBER_PROBLEM_COUNT,
                   "every problem has a name");
    assert(problem < PERSONAL_NUMBER_PROBLEM_COUNT);
    return names[problem];
}
