/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_vault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/golden_vault.h"

const struct key_cost fixture_cost = { .passes = 1, .memory_kib = 8 };

static bool is_child;

/* In a child the test runner must not go on: it would run the other tests a second time. */
static void give_up(const char *what, const char *why)
{
    print_error("%s: %s\n", what, why);
    if (is_child)
        _exit(1);
    fail();
}

void fixture_stage_user(struct vault *vault, const char *user_name, const char *passphrase)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct error error = { 0 };
    struct secret *secret = secret_of_text(passphrase);
    assert_ok(vault_stage_user(vault, user_name, secret, &fixture_cost, public_key, &error));
    secret_free(&secret);
}

int fixture_setup(void **state)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct error error = { 0 };
    struct vault *vault = NULL;
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    assert_non_null(fixture);
    folder_make(&fixture->folder);
    folder_path(fixture->path, &fixture->folder, "office.qadam");
    folder_path(fixture->log_path, &fixture->folder, "office.qadam-wal");
    struct secret *code = secret_of_text(RECOVERY_BYTES);
    assert_ok(vault_new(&vault, fixture->path, disk_system(), &error));
    fixture_stage_user(vault, FIXTURE_USER, FIXTURE_PASSPHRASE);
    fixture_stage_user(vault, OTHER_USER, OTHER_PASSPHRASE);
    assert_ok(vault_stage_recovery(vault, code, &fixture_cost, public_key, &error));
    assert_ok(vault_write_new(vault, &error));
    secret_free(&code);
    vault_close(&vault);
    *state = fixture;
    return 0;
}

int fixture_teardown(void **state)
{
    struct fixture *fixture = *state;
    folder_remove(&fixture->folder);
    free(fixture);
    return 0;
}

enum status fixture_try(struct vault **out, const struct fixture *fixture, const char *user_name,
                        const char *passphrase, struct error *error)
{
    struct secret *secret = secret_of_text(passphrase == NULL ? RECOVERY_BYTES : passphrase);
    struct vault_key key = {
        .passphrase = secret,
        .user_name = user_name,
        .is_recovery = passphrase == NULL,
    };
    enum status status = vault_open(out, fixture->path, disk_system(), &key, error);
    secret_free(&secret);
    return status;
}

struct vault *fixture_open(const struct fixture *fixture)
{
    struct error error = { 0 };
    struct vault *vault = NULL;
    if (fixture_try(&vault, fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, &error) != STATUS_OK)
        give_up("opening the vault", error.detail);
    return vault;
}

/* ---- SQLite */

void sql_run(sqlite3 *db, const char *text)
{
    if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
        give_up(text, sqlite3_errmsg(db));
}

long long sql_number(sqlite3 *db, const char *query)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW)
        give_up(query, sqlite3_errmsg(db));
    long long number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

static sqlite3 *connect_raw(const struct vault *vault)
{
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(vault_path(vault), &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)) !=
        SQLITE_OK)
        give_up("connecting", sqlite3_errmsg(db));
    return db;
}

sqlite3 *fixture_create(const struct vault *vault)
{
    int reserved = SEAL_OVERHEAD;
    sqlite3 *db = connect_raw(vault);
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved) != SQLITE_OK)
        give_up("reserving bytes", sqlite3_errmsg(db));
    /* Without a log, pages freed in the transaction that made them are only written under
     * secure_delete: else holes would stay in the file, which no key opens. */
    sql_run(db, "PRAGMA page_size = 4096; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
                "PRAGMA journal_mode = OFF; CREATE TABLE note (id INTEGER PRIMARY KEY, body)");
    sql_run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    return db;
}

sqlite3 *fixture_connect(const struct vault *vault)
{
    sqlite3 *db = connect_raw(vault);
    if (sqlite3_exec(db,
                     "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;"
                     "SELECT count(*) FROM sqlite_schema",
                     NULL, NULL, NULL) == SQLITE_OK)
        return db;
    sqlite3_close(db);
    return NULL;
}

void sql_assert_notes(sqlite3 *db, int count)
{
    assert_int_equal(sql_number(db, "SELECT count(*) FROM note"), count);
    assert_int_equal(sql_number(db, "SELECT count(*) FROM note WHERE body IS " BODY_OF_ID), count);
    assert_int_equal(sql_number(db, "SELECT count(*) FROM pragma_integrity_check"
                                    " WHERE integrity_check = 'ok'"),
                     1);
}

void fixture_assert_notes(const struct fixture *fixture, int count)
{
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_connect(vault);
    assert_non_null(db);
    sql_assert_notes(db, count);
    fixture_finish(db, vault);
}

void fixture_make_database(const struct fixture *fixture)
{
    struct vault *vault = fixture_open(fixture);
    fixture_finish(fixture_create(vault), vault);
}

void fixture_finish(sqlite3 *db, struct vault *vault)
{
    struct error error = { 0 };
    uint32_t pages = 0;
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_ok(vault_count_pages(vault, &pages, &error));
    assert_true(pages > 0);
    for (uint32_t page = 1; page <= pages; page++)
        assert_ok(vault_check_page(vault, page, &error));
    vault_close(&vault);
}

void fixture_abandon(const struct fixture *fixture, void (*work)(const struct fixture *))
{
    int code = -1;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        is_child = true;
        work(fixture);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &code, 0), child);
    assert_true(WIFEXITED(code) && WEXITSTATUS(code) == 0);
}
