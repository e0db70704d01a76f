/* SPDX-License-Identifier: Apache-2.0 */

/* Plain SQLite on the disk whose power is cut: at every event, in every mode.  With
 * synchronous=FULL nothing may ever be lost; where a sync is missing, loss must be noticed. */
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#include "support/cut_disk.h"

static const char DATABASE[] = "/office/plain.db";

/* Row n is written by commit n.  Every tenth commit also touches all rows, so that many pages
 * change together. */
static const char SQL_CREATE[] =
    "CREATE TABLE entry (n INTEGER PRIMARY KEY, touched INTEGER NOT NULL, content TEXT NOT NULL);"
    "CREATE INDEX entry_content ON entry (content);";
static const char SQL_ADD[] = "INSERT INTO entry VALUES (%d, 0, printf('%%0120d', %d * 7919));";
static const char SQL_TOUCH[] = "UPDATE entry SET touched = %d;";
static const char SQL_COUNT[] = "SELECT count(*) FROM entry";
static const char SQL_WRONG[] =
    "SELECT count(*) FROM entry WHERE n > %d OR content <> printf('%%0120d', n * 7919)"
    " OR touched <> CASE WHEN n <= %d THEN %d ELSE 0 END";

struct trial {
    struct cut_disk *disk;
    const char *pragmas;
    int commits;
    int acknowledged; /* -1: not even the table */
    unsigned long cuts;
    unsigned long lost;    /* an acknowledged commit was missing, or too many were there */
    unsigned long damaged; /* SQLite could not read it, or the content was wrong */
    enum cut_mode only;    /* CUT_MODE_COUNT: every mode */
};

static sqlite3 *connect(const struct cut_disk *disk)
{
    sqlite3 *db = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    assert_int_equal(sqlite3_open_v2(DATABASE, &db, flags, cut_disk_as_disk(disk)->vfs->zName),
                     SQLITE_OK);
    return db;
}

static int run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* The integer that a query gives; -1 when it cannot be run. */
static int ask(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *query = NULL;
    int answer = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW)
        answer = sqlite3_column_int(query, 0);
    sqlite3_finalize(query);
    return answer;
}

static bool is_sound(sqlite3 *db)
{
    sqlite3_stmt *query = NULL;
    bool sound = sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &query, NULL) == SQLITE_OK &&
                 sqlite3_step(query) == SQLITE_ROW &&
                 strcmp((const char *)sqlite3_column_text(query, 0), "ok") == 0;
    sqlite3_finalize(query);
    return sound;
}

static void examine(struct trial *trial, struct cut_disk *image)
{
    char sql[256];
    sqlite3 *db = connect(image);
    trial->cuts++;
    int there = ask(db, SQL_COUNT);
    int touched = there / 10 * 10;
    snprintf(sql, sizeof sql, SQL_WRONG, there, touched, touched);
    if (!is_sound(db) || (there >= 0 && ask(db, sql) != 0))
        trial->damaged++;
    else if (there < trial->acknowledged || there > trial->acknowledged + 1)
        trial->lost++;
    sqlite3_close(db);
}

static void cut_now(struct trial *trial, struct cut_disk *disk, uint64_t seed)
{
    for (enum cut_mode mode = CUT_LOSE_ALL; mode < CUT_MODE_COUNT; mode++) {
        if (trial->only != CUT_MODE_COUNT && trial->only != mode)
            continue;
        struct cut_disk *image = cut_disk_crash_image(disk, mode, seed);
        examine(trial, image);
        cut_disk_free(image);
    }
}

static void cut_at_event(void *self, struct cut_disk *disk, const struct cut_event *event)
{
    cut_now(self, disk, event->number);
}

static void commit(struct trial *trial, sqlite3 *db, int number)
{
    char sql[512];
    int length = snprintf(sql, sizeof sql, "BEGIN;");
    length += snprintf(sql + length, sizeof sql - (size_t)length, SQL_ADD, number, number);
    if (number % 10 == 0)
        length += snprintf(sql + length, sizeof sql - (size_t)length, SQL_TOUCH, number);
    snprintf(sql + length, sizeof sql - (size_t)length, "COMMIT;");
    assert_int_equal(run(db, sql), SQLITE_OK);
    trial->acknowledged = number;
}

static sqlite3 *begin(struct trial *trial)
{
    sqlite3 *db = connect(trial->disk);
    assert_int_equal(run(db, trial->pragmas), SQLITE_OK);
    return db;
}

/* Writes all commits, with checkpoints of every kind and a restart of the program between. */
static void work(struct trial *trial)
{
    sqlite3 *db = begin(trial);
    for (int number = 1; number <= trial->commits; number++) {
        commit(trial, db, number);
        if (number % 25 == 0)
            run(db, "PRAGMA wal_checkpoint(PASSIVE)");
        if (number % 40 == 0)
            run(db, "PRAGMA wal_checkpoint(RESTART)");
        if (number % 60 == 0)
            run(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (number % 90 == 0) {
            assert_int_equal(sqlite3_close(db), SQLITE_OK);
            db = begin(trial);
        }
    }
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    cut_now(trial, trial->disk, 0);
}

static void create(struct trial *trial)
{
    sqlite3 *db = begin(trial);
    assert_int_equal(run(db, "BEGIN"), SQLITE_OK);
    assert_int_equal(run(db, SQL_CREATE), SQLITE_OK);
    assert_int_equal(run(db, "COMMIT"), SQLITE_OK);
    trial->acknowledged = 0;
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void report(const char *name, struct trial *trial)
{
    print_message("%s: %lu cuts, %lu lost, %lu damaged\n", name, trial->cuts, trial->lost,
                  trial->damaged);
    cut_disk_free(trial->disk);
}

static const char WAL_FULL[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                               "PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=8";

static struct trial trial_new(const char *pragmas, int commits)
{
    struct trial trial = { .disk = cut_disk_new(),
                           .pragmas = pragmas,
                           .commits = commits,
                           .acknowledged = -1,
                           .only = CUT_MODE_COUNT };
    return trial;
}

static void wal_with_full_sync_survives_a_cut_at_every_event(void **state)
{
    (void)state;
    struct trial trial = trial_new(WAL_FULL, 240);
    cut_disk_set_hook(trial.disk, cut_at_event, &trial);
    create(&trial);
    work(&trial);
    report("WAL, FULL", &trial);
    assert_true(trial.cuts > 5000);
    assert_int_equal(trial.lost, 0);
    assert_int_equal(trial.damaged, 0);
}

static void a_rollback_journal_with_extra_sync_survives_a_cut_at_every_event(void **state)
{
    (void)state;
    struct trial trial =
        trial_new("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA cache_size=8", 40);
    cut_disk_set_hook(trial.disk, cut_at_event, &trial);
    create(&trial);
    work(&trial);
    report("rollback journal, EXTRA", &trial);
    assert_int_equal(trial.lost, 0);
    assert_int_equal(trial.damaged, 0);
}

/* ---- the negative controls: a simulator that never finds anything proves nothing */

/* That is what EXTRA is for: with FULL the deleted journal may come back and undo a commit. */
static void a_rollback_journal_without_directory_sync_loses_a_commit(void **state)
{
    (void)state;
    struct trial trial =
        trial_new("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA cache_size=8", 20);
    cut_disk_set_hook(trial.disk, cut_at_event, &trial);
    create(&trial);
    work(&trial);
    unsigned long lost = trial.lost, damaged = trial.damaged;
    report("rollback journal, FULL", &trial);
    assert_true(lost > 0);
    assert_int_equal(damaged, 0);
}

static void without_sync_every_mode_but_keep_all_loses_commits(void **state)
{
    (void)state;
    for (enum cut_mode mode = CUT_LOSE_ALL; mode < CUT_MODE_COUNT; mode++) {
        struct trial trial = trial_new(WAL_FULL, 60);
        create(&trial);
        trial.pragmas = "PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=10";
        trial.only = mode;
        cut_disk_set_hook(trial.disk, cut_at_event, &trial);
        work(&trial);
        unsigned long noticed = trial.lost + trial.damaged;
        report("synchronous=OFF", &trial);
        if (mode == CUT_KEEP_ALL)
            assert_int_equal(noticed, 0);
        else
            assert_true(noticed > 0);
    }
}

static void a_checkpoint_without_sync_damages_the_database(void **state)
{
    (void)state;
    struct trial trial = trial_new(WAL_FULL, 120);
    create(&trial);
    trial.pragmas = "PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=10; PRAGMA cache_size=8";
    trial.only = CUT_REORDERED;
    cut_disk_set_hook(trial.disk, cut_at_event, &trial);
    work(&trial);
    unsigned long damaged = trial.damaged;
    report("synchronous=OFF, reordered", &trial);
    assert_true(damaged > 0);
}

static void a_disk_that_lies_about_sync_loses_commits(void **state)
{
    (void)state;
    struct trial trial = trial_new(WAL_FULL, 40);
    create(&trial);
    cut_disk_fail(trial.disk,
                  &(struct cut_fault){ .kind = CUT_SYNC, .code = SQLITE_OK, .is_sticky = true });
    cut_disk_set_hook(trial.disk, cut_at_event, &trial);
    work(&trial);
    unsigned long lost = trial.lost;
    report("lying sync", &trial);
    assert_true(lost > 0);
}

static void without_a_journal_a_torn_transaction_is_damage(void **state)
{
    (void)state;
    for (enum cut_mode mode = CUT_KEEP_PREFIX; mode < CUT_MODE_COUNT; mode++) {
        struct trial trial =
            trial_new("PRAGMA journal_mode=OFF; PRAGMA synchronous=FULL; PRAGMA cache_size=8", 40);
        create(&trial);
        trial.only = mode;
        cut_disk_set_hook(trial.disk, cut_at_event, &trial);
        work(&trial);
        unsigned long damaged = trial.damaged;
        report("no journal", &trial);
        assert_true(damaged > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wal_with_full_sync_survives_a_cut_at_every_event),
        cmocka_unit_test(a_rollback_journal_with_extra_sync_survives_a_cut_at_every_event),
        cmocka_unit_test(a_rollback_journal_without_directory_sync_loses_a_commit),
        cmocka_unit_test(without_sync_every_mode_but_keep_all_loses_commits),
        cmocka_unit_test(a_checkpoint_without_sync_damages_the_database),
        cmocka_unit_test(a_disk_that_lies_about_sync_loses_commits),
        cmocka_unit_test(without_a_journal_a_torn_transaction_is_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
