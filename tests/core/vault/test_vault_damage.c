/* SPDX-License-Identifier: Apache-2.0 */

/* Damage to the pages and to the log of a small vault: what is read afterwards is right, or it
 * is an error, and never anything else.
 *
 * Every single byte is flipped in turn; under the sanitizers, which are slow and look for other
 * faults, those within a page in steps. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/fixture_vault.h"

/* On disk: the log's header, then frames of a header and a page. */
enum { LOG_HEADER = 72, FRAME_HEADER = 64, FRAME = FRAME_HEADER + PAGE_SIZE };

/* What writers leave in the log, each of them dying afterwards. */
static const char *const transactions[] = {
    "INSERT INTO note VALUES (1, 'one'), (2, 'two')",
    "INSERT INTO note VALUES (3, replace(hex(zeroblob(1000)), '00', 'three'))",
    "UPDATE note SET body = body || '!' WHERE id < 3",
    "INSERT INTO note VALUES (4, 'four')",
    "INSERT INTO note VALUES (5, replace(hex(zeroblob(1000)), '00', 'five'))",
};
enum { LAST = 5, FAILED = -1, WRONG = -2 };

struct scene {
    struct fixture *fixture;
    struct vault *vault;   /* kept open: only the pages and the log are damaged here */
    char *says[LAST + 1];  /* what the database says after so many transactions */
    size_t ends[LAST + 1]; /* how long the log is then */
    struct content log;
    struct content main;
};

/* Everything in the database as one text, NULL when it cannot be read; leaves the files alone. */
static char *read_everything(const struct vault *vault)
{
    static const char query[] = "SELECT group_concat(id || ':' || body, '|') FROM"
                                " (SELECT * FROM note ORDER BY id)";
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    char *text = NULL;
    assert_int_equal(
        sqlite3_open_v2(vault_path(vault), &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)),
        SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_exec(db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL); /* quicker */
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const unsigned char *body = sqlite3_column_text(statement, 0);
        text = strdup(body == NULL ? "" : (const char *)body);
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return text;
}

/* The number of the state that the database is in now, FAILED or WRONG. */
static int outcome(const struct scene *scene)
{
    char *text = read_everything(scene->vault);
    int result = text == NULL ? FAILED : WRONG;
    for (int i = 0; i <= LAST && result == WRONG; i++)
        if (strcmp(text, scene->says[i]) == 0)
            result = i;
    free(text);
    return result;
}

static int next_transaction;

static void write_next_and_die(const struct fixture *fixture)
{
    sqlite3 *db = fixture_connect(fixture_open(fixture));
    sql_run(db, "PRAGMA wal_autocheckpoint = 0");
    sql_run(db, transactions[next_transaction]);
}

static int setup(void **state)
{
    struct scene *scene = calloc(1, sizeof(*scene));
    assert_non_null(scene);
    fixture_setup((void **)&scene->fixture);
    fixture_make_database(scene->fixture);
    scene->vault = fixture_open(scene->fixture);
    scene->says[0] = read_everything(scene->vault);
    for (int i = 1; i <= LAST; i++) {
        next_transaction = i - 1;
        fixture_abandon(scene->fixture, write_next_and_die);
        scene->says[i] = read_everything(scene->vault);
        scene->ends[i] = file_size(scene->fixture->log_path);
        assert_non_null(scene->says[i]);
        assert_string_not_equal(scene->says[i], scene->says[i - 1]);
        assert_int_equal((scene->ends[i] - LOG_HEADER) % FRAME, 0);
    }
    scene->ends[0] = LOG_HEADER;
    scene->log = file_read(scene->fixture->log_path);
    scene->main = file_read(scene->fixture->path);
    *state = scene;
    return 0;
}

static int teardown(void **state)
{
    struct scene *scene = *state;
    for (int i = 0; i <= LAST; i++)
        free(scene->says[i]);
    free(scene->log.bytes);
    free(scene->main.bytes);
    vault_close(&scene->vault);
    fixture_teardown((void **)&scene->fixture);
    free(scene);
    return 0;
}

/* Brings everything into the database file and removes the log. */
static void checkpoint(struct scene *scene)
{
    struct vault *vault = fixture_open(scene->fixture);
    fixture_finish(fixture_connect(vault), vault);
    assert_false(file_exists(scene->fixture->log_path));
    free(scene->main.bytes);
    scene->main = file_read(scene->fixture->path);
}

/* The next byte to flip, in a file of units that begin at start. */
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 61 };
#else
enum { STEP = 1 };
#endif

static size_t step(size_t at, size_t start, size_t unit)
{
    size_t within = at < start ? 0 : (at - start) % unit;
    bool is_edge = within < 100 || within >= unit - SEAL_OVERHEAD - 8;
    return is_edge ? 1 : STEP;
}

static int outcome_of_flip(const struct scene *scene, const char *path,
                           const struct content *content, size_t at)
{
    unsigned char flipped = content->bytes[at] ^ (unsigned char)(1 << at % 8);
    file_patch(path, at, &flipped, 1);
    int result = outcome(scene);
    file_patch(path, at, &content->bytes[at], 1);
    return result;
}

static void expect(bool is_expected, int result, const char *what, size_t at)
{
    if (!is_expected)
        print_error("%s at %zu: outcome %d\n", what, at, result);
    assert_true(is_expected);
}

static void every_flipped_byte_of_a_page_is_an_error(void **state)
{
    struct scene *scene = *state;
    checkpoint(scene);
    for (size_t at = HEADER_SIZE; at < scene->main.length; at += step(at, 0, PAGE_SIZE)) {
        int result = outcome_of_flip(scene, scene->fixture->path, &scene->main, at);
        expect(result == FAILED, result, "page byte", at);
    }
    assert_int_equal(outcome(scene), LAST);
}

/* As a power cut in the middle of a checkpoint leaves it: the log has all pages, the first too. */
static void a_torn_page_that_the_log_has_whole_does_not_matter(void **state)
{
    struct scene *scene = *state;
    for (size_t at = HEADER_SIZE; at < scene->main.length; at += step(at, 0, PAGE_SIZE)) {
        int result = outcome_of_flip(scene, scene->fixture->path, &scene->main, at);
        expect(result == LAST, result, "page byte", at);
    }
    assert_int_equal(outcome(scene), LAST);
}

/* The same with logs that end earlier, where the flipped byte is a frame header's. */
static void every_flipped_byte_of_a_frame_header_costs_the_last_transaction_at_most(void **state)
{
    struct scene *scene = *state;
    struct content log = { .bytes = scene->log.bytes };
    for (int last = 1; last <= LAST; last++) {
        log.length = scene->ends[last];
        file_write(scene->fixture->log_path, log.bytes, log.length);
        for (size_t at = LOG_HEADER; at < log.length;
             at += (at - LOG_HEADER) % FRAME == FRAME_HEADER - 1 ? PAGE_SIZE + 1 : 1) {
            int result = outcome_of_flip(scene, scene->fixture->log_path, &log, at);
            bool is_last = at >= scene->ends[last - 1];
            expect(result == FAILED || (is_last && result == last - 1), result, "log byte", at);
        }
        assert_int_equal(outcome(scene), last);
    }
}

/* The last transaction cannot be told from one that a power cut left unfinished, and goes. */
static void every_flipped_byte_of_the_log_costs_the_last_transaction_at_most(void **state)
{
    struct scene *scene = *state;
    for (size_t at = 0; at < scene->log.length; at += step(at, LOG_HEADER, FRAME)) {
        int result = outcome_of_flip(scene, scene->fixture->log_path, &scene->log, at);
        bool is_last = at >= scene->ends[LAST - 1];
        expect(result == FAILED || (is_last && result == LAST - 1), result, "log byte", at);
    }
    assert_int_equal(outcome(scene), LAST);
}

static void a_cut_off_database_is_an_error(void **state)
{
    struct scene *scene = *state;
    checkpoint(scene);
    for (size_t cut = 1; cut <= scene->main.length - HEADER_SIZE; cut += cut < 100 ? 1 : 331) {
        assert_int_equal(truncate(scene->fixture->path, (off_t)(scene->main.length - cut)), 0);
        int result = outcome(scene);
        expect(result == FAILED, result, "cut off, bytes missing", cut);
        file_write(scene->fixture->path, scene->main.bytes, scene->main.length);
    }
}

static void write_first_and_die(const struct fixture *fixture)
{
    sqlite3 *db = fixture_connect(fixture_open(fixture));
    sql_run(db, "PRAGMA wal_autocheckpoint = 0; UPDATE note SET body = body || 'x' WHERE id = 1");
}

/* The pages that are missing are not in the log. */
static void a_cut_off_database_beside_a_log_is_an_error_or_does_not_matter(void **state)
{
    struct scene *scene = *state;
    checkpoint(scene);
    fixture_abandon(scene->fixture, write_first_and_die);
    free(scene->says[LAST]);
    scene->says[LAST] = read_everything(scene->vault);
    for (size_t cut = 1; cut <= scene->main.length - HEADER_SIZE; cut += cut < 100 ? 1 : 331) {
        assert_int_equal(truncate(scene->fixture->path, (off_t)(scene->main.length - cut)), 0);
        int result = outcome(scene);
        expect(result == FAILED || result == LAST, result, "cut off, bytes missing", cut);
        file_patch(scene->fixture->path, 0, scene->main.bytes, scene->main.length);
    }
}

static void a_log_beside_a_database_that_was_cut_off_is_not_deleted(void **state)
{
    struct scene *scene = *state;
    assert_int_equal(truncate(scene->fixture->path, HEADER_SIZE), 0);
    assert_int_equal(outcome(scene), FAILED);
    assert_int_equal(file_size(scene->fixture->log_path), scene->log.length);
    file_write(scene->fixture->path, scene->main.bytes, scene->main.length);
    assert_int_equal(outcome(scene), LAST);
}

/* A log has no end mark: a shorter one is an earlier state. */
static void a_cut_off_log_is_an_earlier_state(void **state)
{
    struct scene *scene = *state;
    for (size_t length = 0; length <= scene->log.length; length += length % FRAME < 200 ? 1 : 331) {
        int expected = 0;
        while (expected < LAST && length >= scene->ends[expected + 1])
            expected++;
        file_write(scene->fixture->log_path, scene->log.bytes, length);
        int result = outcome(scene);
        expect(result == expected, result, "log of length", length);
    }
}

static void units_in_another_place_are_an_error(void **state)
{
    struct scene *scene = *state;
    const unsigned char *pages = scene->main.bytes + HEADER_SIZE;
    const unsigned char *frames = scene->log.bytes + LOG_HEADER;
    file_patch(scene->fixture->log_path, LOG_HEADER, frames + FRAME, FRAME);
    assert_int_equal(outcome(scene), FAILED);
    file_patch(scene->fixture->log_path, 0, scene->log.bytes, scene->log.length);
    file_patch(scene->fixture->log_path, LOG_HEADER + FRAME_HEADER, pages, PAGE_SIZE);
    assert_int_equal(outcome(scene), FAILED);
    file_patch(scene->fixture->log_path, 0, scene->log.bytes, scene->log.length);
    checkpoint(scene);
    pages = scene->main.bytes + HEADER_SIZE;
    file_patch(scene->fixture->path, HEADER_SIZE, pages + PAGE_SIZE, PAGE_SIZE);
    file_patch(scene->fixture->path, HEADER_SIZE + PAGE_SIZE, pages, PAGE_SIZE);
    assert_int_equal(outcome(scene), FAILED);
}

static void a_log_of_another_vault_is_an_error(void **state)
{
    struct scene *scene = *state;
    struct scene *foreign = NULL;
    setup((void **)&foreign);
    file_write(scene->fixture->log_path, foreign->log.bytes, foreign->log.length);
    assert_int_equal(outcome(scene), FAILED);
    teardown((void **)&foreign);
}

static void the_damaged_page_is_named(void **state)
{
    struct scene *scene = *state;
    struct error error = { 0 };
    uint32_t pages = 0;
    checkpoint(scene);
    assert_ok(vault_count_pages(scene->vault, &pages, &error));
    assert_true(pages >= 3);
    for (uint32_t page = 1; page <= pages; page++) {
        file_damage(scene->fixture->path, HEADER_SIZE + (page - 1) * PAGE_SIZE + 7);
        assert_int_equal(outcome(scene), FAILED);
        assert_int_equal(vault_damaged_page(scene->vault), page);
        assert_status(vault_check_page(scene->vault, page, &error), STATUS_DAMAGED);
        assert_int_equal(error.number, page);
        file_write(scene->fixture->path, scene->main.bytes, scene->main.length);
    }
}

#define ON_A_SCENE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_SCENE(every_flipped_byte_of_a_page_is_an_error),
        ON_A_SCENE(a_torn_page_that_the_log_has_whole_does_not_matter),
        ON_A_SCENE(every_flipped_byte_of_a_frame_header_costs_the_last_transaction_at_most),
        ON_A_SCENE(every_flipped_byte_of_the_log_costs_the_last_transaction_at_most),
        ON_A_SCENE(a_cut_off_database_is_an_error),
        ON_A_SCENE(a_cut_off_database_beside_a_log_is_an_error_or_does_not_matter),
        ON_A_SCENE(a_log_beside_a_database_that_was_cut_off_is_not_deleted),
        ON_A_SCENE(a_cut_off_log_is_an_earlier_state),
        ON_A_SCENE(units_in_another_place_are_an_error),
        ON_A_SCENE(a_log_of_another_vault_is_an_error),
        ON_A_SCENE(the_damaged_page_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
