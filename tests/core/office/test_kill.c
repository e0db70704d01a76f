/* SPDX-License-Identifier: Apache-2.0 */

/* kill -9 of real processes on the real disk, at random moments (from a fixed seed) of everything
 * that writes: what was acknowledged is there, nothing half-made has a real name, everybody who
 * may get in gets in, and the next act of the same kind works. */
#include "support/unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/worker.h"

enum { WRITING_ROUNDS = 60, ROUNDS = 12, LONGEST_WAIT_MICROSECONDS = 12000 };

struct scene {
    struct folder folder;
    char office[FOLDER_PATH_SIZE];
    char backup[FOLDER_PATH_SIZE];
    unsigned long long random;
};

static int begin(void **state)
{
    struct scene *scene = calloc(1, sizeof(*scene));
    struct worker worker;
    assert_non_null(scene);
    *state = scene;
    scene->random = 20261123;
    folder_make(&scene->folder);
    folder_path(scene->office, &scene->folder, "office.qadam");
    folder_path(scene->backup, &scene->folder, "backup.qadam");
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_CREATE, 0, NULL);
    worker_end(&worker);
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;
    folder_remove(&scene->folder);
    free(scene);
    return 0;
}

static unsigned draw(struct scene *scene, unsigned below)
{
    scene->random = scene->random * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(scene->random >> 33) % below;
}

static void wait_a_while(struct scene *scene)
{
    const struct timespec pause = { .tv_nsec =
                                        1000L * (long)draw(scene, LONGEST_WAIT_MICROSECONDS) };
    nanosleep(&pause, NULL);
}

/* Gives a repeating order, waits for some answers and a random while, kills; the number of the
 * last answer, or last. */
static int kill_during(struct scene *scene, struct worker *worker, struct order order, int answers,
                       int last)
{
    order.repeats = true;
    worker_tell(worker, &order);
    for (int i = 0; i < answers; i++) {
        assert_true(worker_hear(worker));
        assert_int_equal(worker->answer.status, STATUS_OK);
        last = worker->answer.number;
    }
    wait_a_while(scene);
    return worker_kill(worker, last);
}

static int count_parts(const struct scene *scene)
{
    int count = 0;
    DIR *listing = opendir(scene->folder.path);
    assert_non_null(listing);
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing))
        count += strstr(entry->d_name, ".part") != NULL;
    closedir(listing);
    return count;
}

/* Opens the file with the n-th passphrase and verifies; how many transactions it holds. */
static int check_sound(const char *path, int passphrase)
{
    struct worker worker;
    worker_start(&worker, path);
    worker_must(&worker, ORDER_OPEN, passphrase, NULL);
    int count = worker_must(&worker, ORDER_COUNT, 0, NULL);
    worker_must(&worker, ORDER_VERIFY, 0, NULL);
    worker_end(&worker);
    return count;
}

static int write_some(const char *path, int count)
{
    struct worker worker;
    worker_start(&worker, path);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    for (int i = 1; i <= count; i++)
        worker_must(&worker, ORDER_ADD_ROWS, i, NULL);
    worker_end(&worker);
    return count;
}

/* ---- writing */

static int write_until_killed(struct scene *scene, int round, int acknowledged)
{
    static const int sizes[] = { 200, 3000, 9000 };
    struct order order = { .kind = ORDER_ADD_ROWS, .number = acknowledged + 1 };
    struct worker worker;
    order.bytes = sizes[round % 3];
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    if (round % 5 == 0) /* more than fits: pages go to the log before the commit */
        worker_must(&worker, ORDER_SQL, 0, "PRAGMA cache_size = 4");
    if (round % 4 == 0) /* often, so that some kills fall into one */
        worker_must(&worker, ORDER_SQL, 0, "PRAGMA wal_autocheckpoint = 3");
    return kill_during(scene, &worker, order, (int)draw(scene, 4), acknowledged);
}

static void a_killed_writer_loses_nothing_that_was_acknowledged(void **state)
{
    struct scene *scene = *state;
    int acknowledged = 0;
    int unheard = 0;
    for (int round = 0; round < WRITING_ROUNDS; round++) {
        acknowledged = write_until_killed(scene, round, acknowledged);
        int count = check_sound(scene->office, 0);
        assert_in_range(count, acknowledged, acknowledged + 1);
        unheard += count - acknowledged;
        acknowledged = count;
    }
    printf("NOTE: writers killed: %d, with %d transactions, %d committed but not yet told\n",
           WRITING_ROUNDS, acknowledged, unheard);
    assert_int_equal(folder_count(&scene->folder), 1);
}

static void killed_while_it_opens_the_file_a_process_harms_nothing(void **state)
{
    struct scene *scene = *state;
    int count = write_some(scene->office, 3);
    for (int round = 0; round < ROUNDS; round++) {
        struct worker worker;
        worker_start(&worker, scene->office);
        (void)kill_during(scene, &worker, (struct order){ .kind = ORDER_OPEN_READ_ONLY }, 0, 0);
        worker_start(&worker, scene->office);
        (void)kill_during(scene, &worker, (struct order){ .kind = ORDER_OPEN_AS, .text = "first" },
                          0, 0);
        assert_int_equal(check_sound(scene->office, 0), count);
    }
}

/* ---- keys */

static void a_kill_while_passphrases_change_leaves_the_old_or_the_new_one(void **state)
{
    struct scene *scene = *state;
    int current = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct order order = { .kind = ORDER_SET_PASSPHRASE, .number = current + 1 };
        struct worker worker;
        worker_start(&worker, scene->office);
        worker_must(&worker, ORDER_OPEN, current, NULL);
        int acknowledged = kill_during(scene, &worker, order, (int)draw(scene, 4), current);
        worker_start(&worker, scene->office);
        bool has_next = worker_do(&worker, ORDER_OPEN, acknowledged + 1, NULL) == STATUS_OK;
        assert_true(has_next || worker.answer.status == STATUS_WRONG_PASSPHRASE);
        enum status old = worker_do(&worker, ORDER_OPEN, acknowledged, NULL);
        assert_int_equal(old, has_next ? STATUS_WRONG_PASSPHRASE : STATUS_OK);
        worker_end(&worker);
        current = acknowledged + has_next;
        (void)check_sound(scene->office, current);
    }
    printf("NOTE: killed while changing passphrases: %d, with %d changes\n", ROUNDS, current);
}

/* ---- the whole file anew */

static void backup_name(char out[FOLDER_PATH_SIZE], const struct scene *scene, int number)
{
    char name[48];
    snprintf(name, sizeof(name), "backup.qadam.%d", number);
    folder_path(out, &scene->folder, name);
}

/* What the killed one left has no name, or is whole; the next try under that name works. */
static int back_up_again(const struct scene *scene, int acknowledged, int count)
{
    char path[FOLDER_PATH_SIZE];
    struct worker worker;
    int next = acknowledged + 1;
    backup_name(path, scene, next);
    if (file_exists(path))
        backup_name(path, scene, ++next);
    assert_false(file_exists(path));
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_BACKUP, 0, path);
    worker_end(&worker);
    for (int i = 1; i <= next; i++) {
        backup_name(path, scene, i);
        assert_int_equal(check_sound(path, 0), count);
        assert_int_equal(unlink(path), 0);
    }
    return next;
}

static void a_killed_backup_leaves_a_whole_file_or_none(void **state)
{
    struct scene *scene = *state;
    struct order order = { .kind = ORDER_BACKUP, .number = 1 };
    int count = write_some(scene->office, 3);
    int made = 0;
    strcpy(order.text, scene->backup);
    for (int round = 0; round < ROUNDS; round++) {
        struct worker worker;
        worker_start(&worker, scene->office);
        worker_must(&worker, ORDER_OPEN, 0, NULL);
        int acknowledged = kill_during(scene, &worker, order, (int)draw(scene, 2), 0);
        made += back_up_again(scene, acknowledged, count);
        assert_int_equal(count_parts(scene), 0);
    }
    printf("NOTE: killed while backing up: %d, with %d backups\n", ROUNDS, made);
    assert_int_equal(check_sound(scene->office, 0), count);
}

static void a_killed_rekey_leaves_the_old_or_the_new_file(void **state)
{
    struct scene *scene = *state;
    int count = write_some(scene->office, 3);
    int last = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct order order = { .kind = ORDER_REKEY, .number = last + 1 };
        struct worker worker;
        worker_start(&worker, scene->office);
        last = kill_during(scene, &worker, order, (int)draw(scene, 2), last);
        assert_int_equal(check_sound(scene->office, 0), count);
        worker_start(&worker, scene->office);
        worker_must(&worker, ORDER_REKEY, 0, NULL);
        worker_end(&worker);
        assert_int_equal(count_parts(scene), 0);
    }
    printf("NOTE: killed while rekeying: %d, after %d whole ones\n", ROUNDS, last);
    assert_int_equal(check_sound(scene->office, 0), count);
}

static void a_killed_restore_leaves_the_old_or_the_new_file(void **state)
{
    struct scene *scene = *state;
    struct order order = { .kind = ORDER_RESTORE };
    struct worker worker;
    int count = write_some(scene->office, 3);
    strcpy(order.text, scene->backup);
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_BACKUP, 0, scene->backup);
    worker_must(&worker, ORDER_ADD_ROWS, count + 1, NULL);
    worker_end(&worker);
    for (int round = 0; round < ROUNDS; round++) {
        worker_start(&worker, scene->office);
        (void)kill_during(scene, &worker, order, (int)draw(scene, 2), 0);
        assert_in_range(check_sound(scene->office, 0), count, count + 1);
        worker_start(&worker, scene->office);
        worker_must(&worker, ORDER_RESTORE, 0, scene->backup);
        worker_must(&worker, ORDER_OPEN, 0, NULL);
        worker_must(&worker, ORDER_ADD_ROWS, count + 1, NULL);
        worker_end(&worker);
        assert_int_equal(count_parts(scene), 0);
    }
}

/* ---- at each change of a name */

/* Kills the act at its n-th change of a name; false when it has no so many. */
static bool dies_at(struct worker *worker, struct order order, int moment)
{
    order.kill_at = moment;
    worker_tell(worker, &order);
    if (worker_hear(worker)) {
        assert_int_equal(worker->answer.status, STATUS_OK);
        worker_end(worker);
        return false;
    }
    assert_int_equal(worker_wait(worker), -9);
    return true;
}

static void a_kill_between_two_names_of_a_new_file_is_no_obstacle(void **state)
{
    struct scene *scene = *state;
    bool has_died = true;
    for (int moment = 1; has_died; moment++) {
        struct worker worker;
        unlink(scene->office);
        worker_start(&worker, scene->office);
        has_died = dies_at(&worker, (struct order){ .kind = ORDER_CREATE }, moment);
        worker_start(&worker, scene->office);
        if (!file_exists(scene->office))
            worker_must(&worker, ORDER_CREATE, 0, NULL);
        worker_must(&worker, ORDER_REKEY, 0, NULL);
        worker_must(&worker, ORDER_OPEN, 0, NULL);
        worker_end(&worker);
        assert_int_equal(folder_count(&scene->folder), 1);
    }
}

static void kill_at_each_name(struct scene *scene, struct order order, int count)
{
    struct worker worker;
    bool has_died = true;
    int moments = 0;
    for (int moment = 1; has_died; moment++) {
        worker_start(&worker, scene->office);
        has_died = dies_at(&worker, order, moment);
        moments += has_died;
        assert_int_equal(check_sound(scene->office, 0), count);
        worker_start(&worker, scene->office);
        (void)worker_must(&worker, order.kind, 0, order.text);
        worker_end(&worker);
        assert_int_equal(count_parts(scene), 0);
        assert_int_equal(check_sound(scene->office, 0), count);
    }
    printf("NOTE: killed at every change of a name while %s: %d\n",
           order.kind == ORDER_REKEY ? "rekeying" : "restoring", moments);
    assert_true(moments > 3);
}

static void a_kill_at_any_change_of_a_name_spares_the_office(void **state)
{
    struct scene *scene = *state;
    struct order restore = { .kind = ORDER_RESTORE };
    struct worker worker;
    int count = write_some(scene->office, 2);
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_BACKUP, 0, scene->backup);
    worker_end(&worker);
    strcpy(restore.text, scene->backup);
    kill_at_each_name(scene, (struct order){ .kind = ORDER_REKEY }, count);
    kill_at_each_name(scene, restore, count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_killed_writer_loses_nothing_that_was_acknowledged, begin,
                                        end),
        cmocka_unit_test_setup_teardown(killed_while_it_opens_the_file_a_process_harms_nothing,
                                        begin, end),
        cmocka_unit_test_setup_teardown(
            a_kill_while_passphrases_change_leaves_the_old_or_the_new_one, begin, end),
        cmocka_unit_test_setup_teardown(a_killed_backup_leaves_a_whole_file_or_none, begin, end),
        cmocka_unit_test_setup_teardown(a_killed_rekey_leaves_the_old_or_the_new_file, begin, end),
        cmocka_unit_test_setup_teardown(a_killed_restore_leaves_the_old_or_the_new_file, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_kill_between_two_names_of_a_new_file_is_no_obstacle,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_kill_at_any_change_of_a_name_spares_the_office, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
