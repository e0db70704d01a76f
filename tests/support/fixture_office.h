/* SPDX-License-Identifier: Apache-2.0 */

/* An office file for tests: a training file (so that keys derive at once) on any disk, with rows
 * whose transactions can be counted afterwards. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_OFFICE_H
#define QADAM_TESTS_SUPPORT_FIXTURE_OFFICE_H

#include "office/office.h"

enum {
    FIXTURE_OFFICE_ROWS = 3
}; /* rows that one transaction of fixture_office_add_rows() writes */

/* Creates the file for user "first", passphrase "first"; the recovery code's text is copied to
 * code when that is not NULL (RECOVERY_CODE_TEXT_SIZE bytes). */
MUST_CHECK enum status fixture_office_create(const char *path, const struct disk *disk, char *code,
                                             struct error *error);

/* Opens with a name and a passphrase given as text; options NULL: the ordinary ones. */
MUST_CHECK enum status fixture_office_open(struct office **out, const char *path,
                                           const struct disk *disk, const char *user,
                                           const char *passphrase, struct error *error);
MUST_CHECK enum status fixture_office_open_with(struct office **out, const char *path,
                                                const struct disk *disk, const struct login *login,
                                                const struct office_options *options,
                                                struct error *error);

/* A secret of that text; aborts the test without memory. */
struct secret *fixture_office_secret(const char *text);

/* A show() for office_new_recovery_code(): self is char[RECOVERY_CODE_TEXT_SIZE], or NULL for one
 * that fails. */
bool fixture_office_take_code(void *self, const struct secret *code);

/* One transaction that writes FIXTURE_OFFICE_ROWS rows of bytes bytes each, all with this number.
 */
MUST_CHECK enum status fixture_office_add_rows(struct office *office, int number, int bytes,
                                               struct error *error);

/* The highest number n such that the transactions 1 ... n are there whole and nothing else is;
 * -1 when something is missing, half there, or not as it was written. */
int fixture_office_count_transactions(struct office *office);

#endif
