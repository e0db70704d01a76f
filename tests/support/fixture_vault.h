/* SPDX-License-Identifier: Apache-2.0 */

/* A vault on the real disk for a test: a folder with the file office.qadam, which two users and
 * the recovery sheet open, at the lowest cost that Argon2id allows. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_VAULT_H
#define QADAM_TESTS_SUPPORT_FIXTURE_VAULT_H

#include <sqlite3.h>

#include "support/folder.h"
#include "support/unit.h"
#include "vault/vault.h"

struct fixture {
    struct folder folder;
    char path[FOLDER_PATH_SIZE];
    char log_path[FOLDER_PATH_SIZE];
};

#define FIXTURE_USER       "асель"
#define FIXTURE_PASSPHRASE "first passphrase"
#define OTHER_USER         "бахыт"
#define OTHER_PASSPHRASE   "second passphrase"
#define RECOVERY_BYTES     "twenty bytes of code" /* not text for people: raw bytes */

extern const struct key_cost fixture_cost;

/* For cmocka's setup and teardown: *state becomes a struct fixture with a written vault whose
 * header has the sequence number 1 and whose database is not there yet. */
int fixture_setup(void **state);
int fixture_teardown(void **state);

/* user_name NULL: the recovery sheet, or with a passphrase the only user. */
MUST_CHECK enum status fixture_try(struct vault **out, const struct fixture *fixture,
                                   const char *user_name, const char *passphrase,
                                   struct error *error);
/* As the first user, and nothing else will do. */
struct vault *fixture_open(const struct fixture *fixture);

/* Adds a user to the staged header. */
void fixture_stage_user(struct vault *vault, const char *user_name, const char *passphrase);

/* ---- SQLite.  Failures fail the test, or end the child with a code. */

/* Makes the database in a new vault the way a store does, and ends in WAL mode. */
sqlite3 *fixture_create(const struct vault *vault);
/* A connection to the database that is there; NULL when it cannot be read at all. */
sqlite3 *fixture_connect(const struct vault *vault);
void sql_run(sqlite3 *db, const char *text);
long long sql_number(sqlite3 *db, const char *query);

/* Makes the database with its one table and no note, and closes it. */
void fixture_make_database(const struct fixture *fixture);
/* Closes both; every page of the file must open by itself. */
void fixture_finish(sqlite3 *db, struct vault *vault);

/* Notes of about 3 KiB that follow from their number, so that a wrong one is recognised. */
#define BODY_OF_ID "printf('note %d:', id) || replace(hex(zeroblob(900)), '00', printf('%d-', id))"
#define FILL_NOTES(from, to)                                                                       \
    "WITH RECURSIVE n(id) AS (SELECT " #from " UNION ALL SELECT id + 1 FROM n WHERE id < " #to ")" \
    "INSERT INTO note SELECT id, " BODY_OF_ID " FROM n;"

/* There are exactly that many notes, all right, and the database is sound; the second one opens
 * the vault for it. */
void sql_assert_notes(sqlite3 *db, int count);
void fixture_assert_notes(const struct fixture *fixture, int count);

/* Runs work in a child process that ends without closing anything, as if it had been killed. */
void fixture_abandon(const struct fixture *fixture, void (*work)(const struct fixture *));

#endif
