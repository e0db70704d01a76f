/* SPDX-License-Identifier: Apache-2.0 */

/* The disk is full: on memory as a disk and on ext4 with small blocks, with every few KiB of room
 * left, everything that writes either works or says "no space".  No process dies (SIGBUS), no
 * committed transaction is lost, no half-made file has a name, and with room again all works. */
#include "support/unit.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/small_disk.h"
#include "support/worker.h"

enum {
    DISK_KIB = 8 * 1024,
    PLENTY_KIB = 3 * 1024,
    FIRST_STEP_KIB = 4, /* 0, 4, 8 ... 60, where the index of the log just fits or not */
    FIRST_STEPS_KIB = 60,
    NEXT_STEP_KIB = 90, /* ... up to where a whole copy of the file fits */
    MOST_KIB = 1300,
};

struct scene {
    struct small_disk disk;
    char office[FOLDER_PATH_SIZE];
    char backup[FOLDER_PATH_SIZE];
    char other[FOLDER_PATH_SIZE];
    long left_kib;
    int count; /* transactions acknowledged */
    int users; /* added with success, "user-1" ... */
    int worked;
    int refused;
};

static int begin(void **state)
{
    *state = calloc(1, sizeof(struct scene));
    return *state == NULL;
}

static int end(void **state)
{
    struct scene *scene = *state;
    small_disk_remove(&scene->disk);
    free(scene);
    return 0;
}

static void make_office(struct scene *scene)
{
    struct worker worker;
    small_disk_path(scene->office, &scene->disk, "office.qadam");
    small_disk_path(scene->backup, &scene->disk, "backup.qadam");
    small_disk_path(scene->other, &scene->disk, "other.qadam");
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_CREATE, 0, NULL);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_ADD_ROWS, 1, NULL);
    worker_end(&worker);
    scene->count = 1;
}

/* ---- one act with so little room */

static bool try(struct scene *scene, struct worker *worker, const struct order *order)
{
    small_disk_leave(&scene->disk, scene->left_kib);
    enum status status = worker_obey(worker, order);
    if (status != STATUS_OK && status != STATUS_NO_SPACE) {
        print_error("order %d with %ld KiB left: %s: %s\n", (int)order->kind, scene->left_kib,
                    status_name(status), worker->answer.detail);
        fail();
    }
    scene->worked += status == STATUS_OK;
    scene->refused += status == STATUS_NO_SPACE;
    return status == STATUS_OK;
}

static void try_to_open(struct scene *scene, struct worker *worker)
{
    if (try(scene, worker, &(struct order){ .kind = ORDER_OPEN }))
        return;
    small_disk_leave(&scene->disk, PLENTY_KIB);
    worker_must(worker, ORDER_OPEN, 0, NULL);
}

static void try_to_write(struct scene *scene, struct worker *worker, int bytes)
{
    const struct order rows = { .kind = ORDER_ADD_ROWS,
                                .number = scene->count + 1,
                                .bytes = bytes };
    scene->count += try(scene, worker, &rows);
    assert_int_equal(worker_must(worker, ORDER_COUNT, 0, NULL), scene->count);
}

static void try_to_add_user(struct scene *scene, struct worker *worker)
{
    struct order order = { .kind = ORDER_ADD_USER };
    snprintf(order.text, sizeof(order.text), "user-%d", scene->users + 1);
    scene->users += try(scene, worker, &order);
}

/* A new file is there whole or not at all. */
static void try_to_make(struct scene *scene, struct worker *worker, const struct order *order,
                        const char *path)
{
    bool is_made = try(scene, worker, order);
    assert_int_equal(file_exists(path), is_made);
    small_disk_make_room(&scene->disk);
    if (!is_made)
        return;
    struct worker reader;
    worker_start(&reader, path);
    worker_must(&reader, ORDER_OPEN, 0, NULL);
    worker_must(&reader, ORDER_VERIFY, 0, NULL);
    worker_end(&reader);
    assert_int_equal(unlink(path), 0);
}

static void check_with_room_again(struct scene *scene)
{
    struct worker worker;
    small_disk_make_room(&scene->disk);
    assert_int_equal(small_disk_count_strangers(&scene->disk), 0);
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    assert_int_equal(worker_must(&worker, ORDER_COUNT, 0, NULL), scene->count);
    worker_must(&worker, ORDER_VERIFY, 0, NULL);
    worker_must(&worker, ORDER_ADD_ROWS, ++scene->count, NULL);
    if (scene->users > 0) {
        char name[32];
        snprintf(name, sizeof(name), "user-%d", scene->users);
        worker_must(&worker, ORDER_OPEN_AS, 0, name);
    }
    worker_end(&worker);
}

static void work_with_so_little_room(struct scene *scene)
{
    struct order backup = { .kind = ORDER_BACKUP };
    struct worker worker;
    struct worker newcomer;
    strcpy(backup.text, scene->backup);
    worker_start(&worker, scene->office);
    try_to_open(scene, &worker);
    try_to_write(scene, &worker, 300);
    try_to_write(scene, &worker, 9000);
    (void)try(scene, &worker, &(struct order){ .kind = ORDER_CHECKPOINT });
    try_to_add_user(scene, &worker);
    try_to_make(scene, &worker, &backup, scene->backup);
    (void)try(scene, &worker, &(struct order){ .kind = ORDER_CLOSE });
    (void)try(scene, &worker, &(struct order){ .kind = ORDER_REKEY });
    worker_end(&worker);
    worker_start(&newcomer, scene->other);
    try_to_make(scene, &newcomer, &(struct order){ .kind = ORDER_CREATE }, scene->other);
    worker_end(&newcomer);
    check_with_room_again(scene);
}

static void work_with_less_and_less_room(struct scene *scene, const char *name)
{
    make_office(scene);
    for (scene->left_kib = 0; scene->left_kib < MOST_KIB;
         scene->left_kib += scene->left_kib < FIRST_STEPS_KIB ? FIRST_STEP_KIB : NEXT_STEP_KIB)
        work_with_so_little_room(scene);
    printf("NOTE: acts on a full %s: %d worked, %d said no space\n", name, scene->worked,
           scene->refused);
    assert_true(scene->refused > 20);
    assert_true(scene->worked > 20);
}

static void on_a_full_disk_in_memory_nothing_dies_and_nothing_is_lost(void **state)
{
    struct scene *scene = *state;
    const char *reason = small_disk_make_tmpfs(&scene->disk, DISK_KIB, 0);
    if (reason != NULL)
        skip_because("on_a_full_disk_in_memory_nothing_dies_and_nothing_is_lost", reason);
    work_with_less_and_less_room(scene, "disk in memory");
}

static void on_a_full_ext4_with_small_blocks_nothing_dies_and_nothing_is_lost(void **state)
{
    struct scene *scene = *state;
    const char *reason = small_disk_make_ext4(&scene->disk, DISK_KIB);
    if (reason != NULL)
        skip_because("on_a_full_ext4_with_small_blocks_nothing_dies_and_nothing_is_lost", reason);
    work_with_less_and_less_room(scene, "ext4 with blocks of 1 KiB");
}

/* ---- the trap itself */

/* What plain SQLite does there: its index of the log has holes, and touching one is fatal. */
static int open_plainly(void *self, int in, int out)
{
    sqlite3 *handle = NULL;
    (void)in;
    (void)out;
    int code = sqlite3_open(self, &handle);
    if (code == SQLITE_OK)
        code = sqlite3_exec(handle,
                            "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS t (a);"
                            "INSERT INTO t VALUES (1)",
                            NULL, NULL, NULL);
    sqlite3_close(handle);
    return code == SQLITE_OK ? 0 : 1;
}

static int run_plainly(char *path)
{
    struct child child;
    child_start(&child, open_plainly, path);
    return child_wait(&child);
}

static void where_plain_sqlite_is_killed_the_office_file_gives_a_status(void **state)
{
    struct scene *scene = *state;
    const char *reason = small_disk_make_ext4(&scene->disk, DISK_KIB);
    int killed = 0;
    int opened = 0;
    if (reason != NULL)
        skip_because("where_plain_sqlite_is_killed_the_office_file_gives_a_status", reason);
    make_office(scene);
    small_disk_path(scene->other, &scene->disk, "office.qadam-plain");
    assert_int_equal(run_plainly(scene->other), 0);
    for (scene->left_kib = 0; scene->left_kib <= 48; scene->left_kib++) {
        struct worker worker;
        small_disk_leave(&scene->disk, scene->left_kib);
        killed += run_plainly(scene->other) == -SIGBUS;
        worker_start(&worker, scene->office);
        opened += try(scene, &worker, &(struct order){ .kind = ORDER_OPEN });
        worker_end(&worker);
    }
    printf("NOTE: with 0 to 48 KiB left on ext4 plain SQLite was killed %d times, the office file"
           " opened %d times and said no space %d times\n",
           killed, opened, 49 - opened);
    assert_true(opened > 0 && opened < 49);
    assert_int_equal(unlink(scene->other), 0);
    check_with_room_again(scene);
}

/* The index of a log of more than 4062 frames needs another 32 KiB in the middle of a commit. */
static void the_index_of_a_long_log_grows_on_a_full_disk_without_dying(void **state)
{
    struct scene *scene = *state;
    const char *reason = small_disk_make_ext4(&scene->disk, 64 * 1024L);
    struct worker worker;
    if (reason != NULL)
        skip_because("the_index_of_a_long_log_grows_on_a_full_disk_without_dying", reason);
    make_office(scene);
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_SQL, 0, "PRAGMA wal_autocheckpoint = 0");
    for (int i = 0; i < 35; i++) {
        const struct order rows = { ORDER_ADD_ROWS, .number = ++scene->count, .bytes = 150000 };
        assert_int_equal(worker_obey(&worker, &rows), STATUS_OK);
    }
    for (int i = 0; i < 60; i++) {
        scene->left_kib = 4 * (i % 30) + 30;
        try_to_write(scene, &worker, 3000);
    }
    assert_true(scene->worked > 0 && scene->refused > 0);
    worker_end(&worker);
    check_with_room_again(scene);
}

static void where_no_other_file_can_be_made_everything_says_so(void **state)
{
    struct scene *scene = *state;
    const char *reason = small_disk_make_tmpfs(&scene->disk, DISK_KIB, 12);
    struct worker worker;
    struct order backup = { .kind = ORDER_BACKUP };
    if (reason != NULL)
        skip_because("where_no_other_file_can_be_made_everything_says_so", reason);
    make_office(scene);
    strcpy(backup.text, scene->backup);
    small_disk_take_all_names(&scene->disk);
    worker_start(&worker, scene->office);
    assert_int_equal(worker_do(&worker, ORDER_OPEN, 0, NULL), STATUS_NO_SPACE);
    assert_int_equal(worker_do(&worker, ORDER_REKEY, 0, NULL), STATUS_NO_SPACE);
    small_disk_make_room(&scene->disk);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    small_disk_take_all_names(&scene->disk);
    worker_must(&worker, ORDER_ADD_ROWS, ++scene->count, NULL);
    assert_int_equal(worker_obey(&worker, &backup), STATUS_NO_SPACE);
    worker_end(&worker);
    small_disk_take_all_names(&scene->disk);
    worker_start(&worker, scene->other);
    assert_int_equal(worker_do(&worker, ORDER_CREATE, 0, NULL), STATUS_NO_SPACE);
    worker_end(&worker);
    check_with_room_again(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(on_a_full_disk_in_memory_nothing_dies_and_nothing_is_lost),
        TEST(on_a_full_ext4_with_small_blocks_nothing_dies_and_nothing_is_lost),
        TEST(where_plain_sqlite_is_killed_the_office_file_gives_a_status),
        TEST(the_index_of_a_long_log_grows_on_a_full_disk_without_dying),
        TEST(where_no_other_file_can_be_made_everything_says_so),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
