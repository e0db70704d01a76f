/* SPDX-License-Identifier: Apache-2.0 */

/* The numbers that people say and write: KG-OSH-2026-000117 is the 117th casefile of 2026 in the
 * office OSH.  Every country, office and year counts for itself, without gaps. */
#ifndef QADAM_STORE_CASE_NUMBER_H
#define QADAM_STORE_CASE_NUMBER_H

#include "base/error.h"

#include <stdbool.h>

struct store;

enum {
    COUNTRY_CODE_SIZE = 3,
    OFFICE_CODE_MIN = 2,
    OFFICE_CODE_MAX = 8,
    CASE_NUMBER_TEXT_SIZE = 40,
    CASE_NUMBER_YEAR_MIN = 1990,
    CASE_NUMBER_YEAR_MAX = 9999,
    CASE_NUMBER_SEQUENCE_MAX = 999999,
};

struct case_number {
    char country[COUNTRY_CODE_SIZE];
    char office[OFFICE_CODE_MAX + 1];
    int year;
    int sequence;
};

/* KZ, KG, TJ, TM or UZ. */
bool country_code_is_known(const char *code);

/* 2 to 8 of A-Z and 0-9. */
bool office_code_is_valid(const char *code);

/* Takes the next number for number->country, office and year, in the caller's transaction: when
 * that is rolled back, the number is free again.  Refuses to work without a transaction
 * (STATUS_INTERNAL); STATUS_NAME_INVALID for the office, STATUS_INVALID for the rest. */
MUST_CHECK enum status case_number_take(struct store *store, struct case_number *number,
                                        struct error *error);

MUST_CHECK enum status case_number_parse(struct case_number *out, const char *text,
                                         struct error *error);

/* The number must be a sound one. */
void case_number_format(const struct case_number *number, char out[CASE_NUMBER_TEXT_SIZE]);

/* Without country and office, as people within an office say it: "2026-000117". */
const char *case_number_short(const char *text);

#endif
