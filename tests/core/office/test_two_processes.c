/* SPDX-License-Identifier: Apache-2.0 */

/* Several programs on one office file: who writes, who waits, who is told that the file is in
 * use, and what happens to those who had the file open when another one took its place. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/worker.h"

struct scene {
    struct folder folder;
    char office[FOLDER_PATH_SIZE];
    char backup[FOLDER_PATH_SIZE];
    struct worker one;
    struct worker other;
    int count; /* transactions in the file */
};

static int begin(void **state)
{
    struct scene *scene = calloc(1, sizeof(*scene));
    assert_non_null(scene);
    *state = scene;
    folder_make(&scene->folder);
    folder_path(scene->office, &scene->folder, "office.qadam");
    folder_path(scene->backup, &scene->folder, "backup.qadam");
    worker_start(&scene->one, scene->office);
    worker_start(&scene->other, scene->office);
    worker_must(&scene->one, ORDER_CREATE, 0, NULL);
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;
    worker_end(&scene->one);
    worker_end(&scene->other);
    folder_remove(&scene->folder);
    free(scene);
    return 0;
}

static void both_open(struct scene *scene)
{
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    worker_must(&scene->other, ORDER_OPEN, 0, NULL);
}

static void add_row(struct scene *scene, struct worker *worker)
{
    worker_must(worker, ORDER_ADD_ROWS, scene->count + 1, NULL);
    scene->count++;
}

static struct order add_rows(int number)
{
    return (struct order){ .kind = ORDER_ADD_ROWS, .number = number, .bytes = 2000 };
}

static void must_have_done(struct worker *worker)
{
    assert_true(worker_hear(worker));
    if (worker->answer.status != STATUS_OK)
        print_error("%s: %s\n", status_name(worker->answer.status), worker->answer.detail);
    assert_int_equal(worker->answer.status, STATUS_OK);
}

/* ---- working at the same time */

/* One backup by the other process while this one writes; the transactions at its end. */
static void back_up_while_writing(struct scene *scene, int number)
{
    struct order order = { .kind = ORDER_BACKUP, .number = number };
    struct worker reader;
    char path[FOLDER_PATH_SIZE + 16];
    int at_least = scene->count;
    strcpy(order.text, scene->backup);
    worker_tell(&scene->other, &order);
    while (!worker_has_answered(&scene->other))
        add_row(scene, &scene->one);
    must_have_done(&scene->other);
    snprintf(path, sizeof(path), "%s.%d", scene->backup, number);
    worker_start(&reader, path);
    worker_must(&reader, ORDER_OPEN, 0, NULL);
    worker_must(&reader, ORDER_VERIFY, 0, NULL);
    assert_in_range(worker_must(&reader, ORDER_COUNT, 0, NULL), at_least, scene->count);
    worker_end(&reader);
}

static void a_backup_made_while_others_write_is_of_one_moment(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    worker_must(&scene->one, ORDER_SQL, 0, "PRAGMA wal_autocheckpoint = 20");
    add_row(scene, &scene->one);
    int before = scene->count;
    for (int number = 1; number <= 6; number++)
        back_up_while_writing(scene, number);
    printf("NOTE: transactions committed during 6 backups by another process: %d\n",
           scene->count - before);
    assert_true(scene->count > before);
    worker_must(&scene->one, ORDER_VERIFY, 0, NULL);
}

static void two_writers_in_turn_see_each_others_work(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    for (int i = 0; i < 10; i++) {
        add_row(scene, &scene->one);
        add_row(scene, &scene->other);
        assert_int_equal(worker_must(&scene->one, ORDER_COUNT, 0, NULL), scene->count);
    }
    worker_must(&scene->other, ORDER_VERIFY, 0, NULL);
}

static void two_writers_at_once_wait_for_each_other(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    for (int i = 0; i < 20; i++) {
        const struct order first = add_rows(scene->count + 1);
        const struct order second = add_rows(scene->count + 2);
        worker_tell(&scene->one, &first);
        worker_tell(&scene->other, &second);
        must_have_done(&scene->one);
        must_have_done(&scene->other);
        scene->count += 2;
    }
    assert_int_equal(worker_must(&scene->one, ORDER_COUNT, 0, NULL), scene->count);
    worker_must(&scene->other, ORDER_VERIFY, 0, NULL);
}

static void a_killed_writer_does_not_stop_the_other(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    add_row(scene, &scene->one);
    const struct order order = { .kind = ORDER_SQL,
                                 .text = "PRAGMA cache_size = 3; BEGIN IMMEDIATE;"
                                         "CREATE TABLE big (t); INSERT INTO big"
                                         " SELECT randomblob(9000) FROM journal, setting;" };
    assert_int_equal(worker_obey(&scene->one, &order), STATUS_OK);
    (void)worker_kill(&scene->one, 0);
    add_row(scene, &scene->other);
    assert_int_equal(worker_must(&scene->other, ORDER_COUNT, 0, NULL), scene->count);
    worker_must(&scene->other, ORDER_VERIFY, 0, NULL);
    worker_start(&scene->one, scene->office);
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    assert_int_equal(worker_do(&scene->one, ORDER_SQL, 0, "DELETE FROM big"), STATUS_INTERNAL);
}

/* ---- users */

static void both_may_change_users_while_both_have_the_file_open(void **state)
{
    struct scene *scene = *state;
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    worker_must(&scene->one, ORDER_ADD_USER, 0, "second");
    worker_must(&scene->other, ORDER_OPEN_AS, 0, "second");
    worker_must(&scene->one, ORDER_ADD_USER, 0, "anna");
    worker_must(&scene->other, ORDER_ADD_USER, 0, "boris");
    worker_must(&scene->one, ORDER_SET_PASSPHRASE, 1, NULL);
    worker_must(&scene->other, ORDER_REVOKE_USER, 0, "anna");
    worker_must(&scene->one, ORDER_ADD_USER, 0, "clara");
    worker_must(&scene->other, ORDER_CLOSE, 0, NULL);
    worker_must(&scene->one, ORDER_VERIFY, 0, NULL);
    worker_must(&scene->other, ORDER_OPEN_AS, 0, "boris");
    worker_must(&scene->other, ORDER_OPEN_AS, 0, "clara");
    worker_must(&scene->other, ORDER_OPEN_AS, 0, "second");
    worker_must(&scene->other, ORDER_OPEN, 1, NULL);
    assert_int_equal(worker_do(&scene->other, ORDER_OPEN_AS, 0, "anna"), STATUS_WRONG_PASSPHRASE);
    assert_int_equal(worker_do(&scene->other, ORDER_OPEN, 0, NULL), STATUS_WRONG_PASSPHRASE);
}

static void changes_of_users_at_the_same_moment_are_both_kept(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    for (int i = 0; i < 10; i++) {
        struct order left = { .kind = ORDER_ADD_USER };
        struct order right = { .kind = ORDER_ADD_USER };
        snprintf(left.text, sizeof(left.text), "left-%d", i);
        snprintf(right.text, sizeof(right.text), "right-%d", i);
        worker_tell(&scene->one, &left);
        worker_tell(&scene->other, &right);
        must_have_done(&scene->one);
        must_have_done(&scene->other);
    }
    worker_must(&scene->one, ORDER_VERIFY, 0, NULL);
    worker_must(&scene->other, ORDER_CLOSE, 0, NULL);
    for (int i = 0; i < 10; i++) {
        char name[40];
        snprintf(name, sizeof(name), "left-%d", i);
        worker_must(&scene->other, ORDER_OPEN_AS, 0, name);
        snprintf(name, sizeof(name), "right-%d", i);
        worker_must(&scene->other, ORDER_OPEN_AS, 0, name);
    }
}

static void a_backup_while_users_change_opens_for_those_of_its_moment(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    for (int i = 1; i <= 6; i++) {
        struct order order = { .kind = ORDER_BACKUP, .number = i };
        struct worker reader;
        char path[FOLDER_PATH_SIZE + 16];
        char name[40] = "";
        int users = 0;
        strcpy(order.text, scene->backup);
        worker_tell(&scene->other, &order);
        while (!worker_has_answered(&scene->other) && users < 5) {
            snprintf(name, sizeof(name), "user-%d-%d", i, ++users);
            worker_must(&scene->one, ORDER_ADD_USER, 0, name);
        }
        must_have_done(&scene->other);
        snprintf(path, sizeof(path), "%s.%d", scene->backup, i);
        worker_start(&reader, path);
        worker_must(&reader, ORDER_OPEN, 0, NULL);
        worker_must(&reader, ORDER_VERIFY, 0, NULL);
        worker_end(&reader);
    }
}

static void a_revoked_user_who_still_has_the_file_open_changes_no_keys(void **state)
{
    struct scene *scene = *state;
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    worker_must(&scene->one, ORDER_ADD_USER, 0, "second");
    worker_must(&scene->other, ORDER_OPEN_AS, 0, "second");
    worker_must(&scene->one, ORDER_REVOKE_USER, 0, "second");
    assert_int_equal(worker_do(&scene->other, ORDER_ADD_USER, 0, "accomplice"),
                     STATUS_WRONG_PASSPHRASE);
    assert_int_equal(worker_do(&scene->other, ORDER_SET_PASSPHRASE, 7, NULL),
                     STATUS_WRONG_PASSPHRASE);
    assert_int_equal(worker_do(&scene->other, ORDER_BACKUP, 0, scene->backup),
                     STATUS_WRONG_PASSPHRASE);
    assert_false(file_exists(scene->backup));
    worker_must(&scene->one, ORDER_VERIFY, 0, NULL);
}

/* ---- another file in its place */

/* Both at once, because each waits for five seconds. */
static void try_to_replace(struct scene *scene)
{
    const struct order rekey = { .kind = ORDER_REKEY };
    struct order restore = { .kind = ORDER_RESTORE };
    struct worker third;
    strcpy(restore.text, scene->backup);
    worker_start(&third, scene->office);
    worker_tell(&third, &restore);
    assert_int_equal(worker_obey(&scene->other, &rekey), STATUS_IN_USE);
    assert_true(worker_hear(&third));
    assert_int_equal(third.answer.status, STATUS_IN_USE);
    worker_end(&third);
}

static void a_file_that_somebody_has_open_is_not_replaced(void **state)
{
    struct scene *scene = *state;
    both_open(scene);
    add_row(scene, &scene->one);
    worker_must(&scene->one, ORDER_BACKUP, 0, scene->backup);
    worker_must(&scene->other, ORDER_CLOSE, 0, NULL);
    try_to_replace(scene);
    add_row(scene, &scene->one);
    worker_must(&scene->one, ORDER_CLOSE, 0, NULL);
    assert_int_equal(folder_count(&scene->folder), 2);
    worker_must(&scene->other, ORDER_REKEY, 0, NULL);
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    assert_int_equal(worker_must(&scene->one, ORDER_COUNT, 0, NULL), scene->count);
    worker_must(&scene->one, ORDER_VERIFY, 0, NULL);
}

static void wait_until_it_waits(void)
{
    const struct timespec pause = { .tv_nsec = 300 * 1000 * 1000 };
    nanosleep(&pause, NULL);
}

/* One replaces the file while the other, which has its keys already, waits for the lock. */
static void replace_under_a_waiting_process(struct scene *scene, struct order replacing, int after)
{
    const struct order open = { .kind = ORDER_OPEN };
    char old[FOLDER_PATH_SIZE];
    folder_path(old, &scene->folder, "the-old-file");
    assert_int_equal(link(scene->office, old), 0);
    replacing.stops = true;
    worker_tell(&scene->one, &replacing);
    worker_wait_for_stop(&scene->one);
    struct content before = file_read(old);
    worker_tell(&scene->other, &open);
    wait_until_it_waits();
    assert_false(worker_has_answered(&scene->other));
    worker_go_on(&scene->one);
    must_have_done(&scene->one);
    assert_true(worker_hear(&scene->other));
    if (scene->other.answer.status != STATUS_OK) /* a slow machine: it came after the change */
        assert_int_equal(scene->other.answer.status, STATUS_MOVED);
    worker_must(&scene->other, ORDER_OPEN, 0, NULL);
    scene->count = after;
    assert_int_equal(worker_must(&scene->other, ORDER_COUNT, 0, NULL), after);
    add_row(scene, &scene->other);
    struct content now = file_read(old);
    assert_int_equal(now.length, before.length);
    assert_memory_equal(now.bytes, before.bytes, now.length);
    free(now.bytes);
    free(before.bytes);
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    worker_must(&scene->one, ORDER_VERIFY, 0, NULL);
    assert_int_equal(worker_must(&scene->one, ORDER_COUNT, 0, NULL), scene->count);
}

static void who_waited_for_a_rekey_never_writes_into_the_old_file(void **state)
{
    struct scene *scene = *state;
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    add_row(scene, &scene->one);
    worker_must(&scene->one, ORDER_CLOSE, 0, NULL);
    replace_under_a_waiting_process(scene, (struct order){ .kind = ORDER_REKEY }, 1);
}

static void who_waited_for_a_restore_never_writes_into_the_old_file(void **state)
{
    struct scene *scene = *state;
    struct order restore = { .kind = ORDER_RESTORE };
    strcpy(restore.text, scene->backup);
    worker_must(&scene->one, ORDER_OPEN, 0, NULL);
    add_row(scene, &scene->one);
    worker_must(&scene->one, ORDER_BACKUP, 0, scene->backup);
    add_row(scene, &scene->one);
    worker_must(&scene->one, ORDER_CLOSE, 0, NULL);
    replace_under_a_waiting_process(scene, restore, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(a_backup_made_while_others_write_is_of_one_moment),
        TEST(two_writers_in_turn_see_each_others_work),
        TEST(two_writers_at_once_wait_for_each_other),
        TEST(a_killed_writer_does_not_stop_the_other),
        TEST(both_may_change_users_while_both_have_the_file_open),
        TEST(changes_of_users_at_the_same_moment_are_both_kept),
        TEST(a_backup_while_users_change_opens_for_those_of_its_moment),
        TEST(a_revoked_user_who_still_has_the_file_open_changes_no_keys),
        TEST(a_file_that_somebody_has_open_is_not_replaced),
        TEST(who_waited_for_a_rekey_never_writes_into_the_old_file),
        TEST(who_waited_for_a_restore_never_writes_into_the_old_file),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
