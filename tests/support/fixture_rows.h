/* SPDX-License-Identifier: Apache-2.0 */

/* Rows about a person in every table that can have some. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_ROWS_H
#define QADAM_TESTS_SUPPORT_FIXTURE_ROWS_H

struct store;

/* One row in each table, for that person; the number (1 to 9) keeps the rows of several people
 * apart, the word stands in every free text.  The casefile is closed. */
void fixture_rows_add(struct store *store, const char *person_id, int number, const char *word);

/* Runs SQL in which %q and %d are filled in as by sqlite3_mprintf(); fails the test when it does
 * not work. */
void fixture_rows_run(struct store *store, const char *sql, ...);

#endif
