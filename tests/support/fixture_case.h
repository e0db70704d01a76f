/* SPDX-License-Identifier: Apache-2.0 */

/* An office file for tests of commands, whose only user is "first" with the passphrase "first" and
 * whose keys derive at once: with a person, her open casefile and her consent to share data. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_CASE_H
#define QADAM_TESTS_SUPPORT_FIXTURE_CASE_H

#include "store/uuid.h"

#define FIXTURE_CASE_NUMBER "KG-OSH-2026-000117"

struct fixture_case {
    char folder[64];
    char file[96];
    char person[UUID_TEXT_SIZE];  /* Асанова Айгүл */
    char consent[UUID_TEXT_SIZE]; /* given on 2 November 2026 */
};

void fixture_case_make(struct fixture_case *out);
void fixture_case_remove(const struct fixture_case *fixture);

/* Closes the casefile. */
void fixture_case_close(const struct fixture_case *fixture);

/* Words of a command that "first" gives; the passphrase is .secret = FIXTURE_CASE_SECRET. */
#define AS_FIRST(...)       __VA_ARGS__, "--user", "first", "--passphrase-fd", "3"
#define FIXTURE_CASE_SECRET "first"

#endif
