/* SPDX-License-Identifier: Apache-2.0 */

/* What one may not read or write, what is no file at all, and names that are hard to write: each
 * gives a clear status, at once, and leaves nothing behind.  Root may do everything, so the work
 * is done as nobody. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/worker.h"

enum { NOBODY = 65534 };

struct scene {
    struct folder folder;
    char inside[FOLDER_PATH_SIZE]; /* a folder in it, for what must be protected */
    char office[FOLDER_PATH_SIZE]; /* in there */
    char backup[FOLDER_PATH_SIZE]; /* beside that folder */
    struct worker worker;
    const char *reason; /* why nothing can be tried here */
};

static uid_t working_user(void)
{
    return geteuid() == 0 ? NOBODY : 0;
}

static void give_to_worker(const char *path)
{
    if (working_user() != 0)
        assert_int_equal(chown(path, working_user(), (gid_t)working_user()), 0);
}

static void join(char out[FOLDER_PATH_SIZE], const char *folder, const char *name)
{
    int length = snprintf(out, FOLDER_PATH_SIZE, "%s/%s", folder, name);
    assert_true(length > 0 && length < FOLDER_PATH_SIZE);
}

static int begin(void **state)
{
    struct scene *scene = calloc(1, sizeof(*scene));
    assert_non_null(scene);
    *state = scene;
    folder_make(&scene->folder);
    folder_path(scene->inside, &scene->folder, "inside");
    folder_path(scene->backup, &scene->folder, "backup.qadam");
    join(scene->office, scene->inside, "office.qadam");
    assert_int_equal(mkdir(scene->inside, 0700), 0);
    give_to_worker(scene->inside);
    give_to_worker(scene->folder.path);
    worker_start_as(&scene->worker, scene->office, working_user());
    if (worker_do(&scene->worker, ORDER_CREATE, 0, NULL) != STATUS_OK)
        scene->reason = "another user cannot reach the folder of the test";
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;
    const char *const argv[] = { "rm", "-rf", scene->folder.path, NULL };
    worker_end(&scene->worker);
    assert_int_equal(chmod(scene->inside, 0700), 0);
    assert_int_equal(child_run(argv, NULL, NULL), 0);
    free(scene);
    return 0;
}

static struct scene *scene_of(void **state, const char *test)
{
    struct scene *scene = *state;
    if (scene->reason != NULL)
        skip_because(test, scene->reason);
    return scene;
}

static int count_inside(const struct scene *scene)
{
    struct folder folder;
    int length = snprintf(folder.path, sizeof(folder.path), "%s", scene->inside);
    assert_true(length > 0 && (size_t)length < sizeof(folder.path));
    return folder_count(&folder);
}

static void allow(const char *path, mode_t mode)
{
    assert_int_equal(chmod(path, mode), 0);
}

#define assert_does(scene, kind, text, expected)                                                   \
    assert_does_at(scene, kind, text, expected, __LINE__)

static void assert_does_at(struct scene *scene, enum order_kind kind, const char *text,
                           enum status expected, int line)
{
    enum status status = worker_do(&scene->worker, kind, 0, text);
    if (status == expected)
        return;
    print_error("line %d: %s, not %s: %s\n", line, status_name(status), status_name(expected),
                scene->worker.answer.detail);
    fail();
}

/* ---- permissions */

static void a_file_without_permission_to_write_can_only_be_read(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    allow(scene->office, 0444);
    assert_does(scene, ORDER_OPEN, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_REKEY, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_OPEN_READ_ONLY, NULL, STATUS_OK);
    assert_does(scene, ORDER_VERIFY, NULL, STATUS_OK);
    assert_int_equal(count_inside(scene), 1);
    assert_does(scene, ORDER_ADD_USER, "somebody", STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_ADD_ROWS, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    assert_int_equal(count_inside(scene), 1);
}

static void a_backup_in_a_write_protected_folder_is_verified_and_nothing_made(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    allow(scene->inside, 0555);
    assert_does(scene, ORDER_OPEN_READ_ONLY, NULL, STATUS_OK);
    assert_does(scene, ORDER_VERIFY, NULL, STATUS_OK);
    assert_int_equal(count_inside(scene), 1);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    allow(scene->office, 0444);
    assert_does(scene, ORDER_OPEN_READ_ONLY, NULL, STATUS_OK);
    assert_does(scene, ORDER_VERIFY, NULL, STATUS_OK);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    assert_int_equal(count_inside(scene), 1);
}

static void nothing_is_made_in_a_write_protected_folder(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    char other[FOLDER_PATH_SIZE];
    join(other, scene->inside, "other.qadam");
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_does(scene, ORDER_BACKUP, scene->backup, STATUS_OK);
    allow(scene->inside, 0555);
    assert_does(scene, ORDER_BACKUP, other, STATUS_NO_PERMISSION);
    allow(scene->inside, 0700);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    allow(scene->inside, 0555);
    assert_does(scene, ORDER_OPEN, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_REKEY, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_RESTORE, scene->backup, STATUS_NO_PERMISSION);
    assert_int_equal(count_inside(scene), 1);
    worker_end(&scene->worker);
    worker_start_as(&scene->worker, other, working_user());
    assert_does(scene, ORDER_CREATE, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_RESTORE, scene->backup, STATUS_NO_PERMISSION);
    assert_int_equal(count_inside(scene), 1);
}

static void what_a_kill_left_in_the_log_is_not_overlooked_read_only(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    struct order rows = { .kind = ORDER_ADD_ROWS, .number = 1 };
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_int_equal(worker_obey(&scene->worker, &rows), STATUS_OK);
    (void)worker_kill(&scene->worker, 0);
    allow(scene->inside, 0555);
    worker_start_as(&scene->worker, scene->office, working_user());
    if (worker_do(&scene->worker, ORDER_OPEN_READ_ONLY, 0, NULL) == STATUS_OK)
        assert_int_equal(worker_must(&scene->worker, ORDER_COUNT, 0, NULL), 1);
    else
        assert_int_equal(scene->worker.answer.status, STATUS_NO_PERMISSION);
    allow(scene->inside, 0700);
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_int_equal(worker_must(&scene->worker, ORDER_COUNT, 0, NULL), 1);
}

static void a_file_that_must_not_be_read_is_said_to_be_so(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    static const mode_t modes[] = { 0000, 0200 };
    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
        allow(scene->office, modes[i]);
        assert_does(scene, ORDER_OPEN, NULL, STATUS_NO_PERMISSION);
        assert_does(scene, ORDER_OPEN_READ_ONLY, NULL, STATUS_NO_PERMISSION);
        assert_does(scene, ORDER_REKEY, NULL, STATUS_NO_PERMISSION);
    }
    assert_int_equal(count_inside(scene), 1);
}

static void a_folder_that_must_not_be_entered_is_said_to_be_so(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    allow(scene->inside, 0000);
    assert_does(scene, ORDER_OPEN, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_OPEN_READ_ONLY, NULL, STATUS_NO_PERMISSION);
    assert_does(scene, ORDER_CREATE, NULL, STATUS_NO_PERMISSION);
}

static void who_may_use_the_file_stays_as_it_was_when_it_is_replaced(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    struct stat info;
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_does(scene, ORDER_BACKUP, scene->backup, STATUS_OK);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    allow(scene->office, 0660);
    assert_does(scene, ORDER_REKEY, NULL, STATUS_OK);
    assert_int_equal(stat(scene->office, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0660);
    allow(scene->office, 0640);
    assert_does(scene, ORDER_RESTORE, scene->backup, STATUS_OK);
    assert_int_equal(stat(scene->office, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

/* ---- what is no file */

static void what_is_not_there_is_said_to_be_so(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    char missing[FOLDER_PATH_SIZE];
    join(missing, scene->inside, "missing/office.qadam");
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_does(scene, ORDER_BACKUP, missing, STATUS_NOT_FOUND);
    worker_end(&scene->worker);
    worker_start_as(&scene->worker, missing, working_user());
    assert_does(scene, ORDER_OPEN, NULL, STATUS_NOT_FOUND);
    assert_does(scene, ORDER_CREATE, NULL, STATUS_NOT_FOUND);
    assert_does(scene, ORDER_RESTORE, scene->office, STATUS_NOT_FOUND);
    join(missing, scene->inside, "missing.qadam");
    assert_does(scene, ORDER_OPEN, NULL, STATUS_NOT_FOUND);
    assert_does(scene, ORDER_OPEN_READ_ONLY, NULL, STATUS_NOT_FOUND);
    assert_does(scene, ORDER_REKEY, NULL, STATUS_NOT_FOUND);
    join(missing, scene->office, "below-a-file.qadam");
    assert_does(scene, ORDER_OPEN, NULL, STATUS_NOT_FOUND);
    assert_int_equal(count_inside(scene), 1);
}

static void try_what_is_no_file(struct scene *scene, const char *path)
{
    assert_does(scene, ORDER_OPEN_READ_ONLY, path, STATUS_NOT_A_VAULT);
    assert_does(scene, ORDER_RESTORE, path, STATUS_NOT_A_VAULT);
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_does(scene, ORDER_BACKUP, path, STATUS_EXISTS);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    struct worker worker;
    worker_start_as(&worker, path, working_user());
    assert_int_equal(worker_do(&worker, ORDER_OPEN, 0, NULL), STATUS_NOT_A_VAULT);
    assert_int_equal(worker_do(&worker, ORDER_CREATE, 0, NULL), STATUS_EXISTS);
    assert_int_equal(worker_do(&worker, ORDER_REKEY, 0, NULL), STATUS_NOT_A_VAULT);
    enum status status = worker_do(&worker, ORDER_RESTORE, 0, scene->office);
    assert_true(status == STATUS_NOT_A_VAULT || status == STATUS_NO_PERMISSION);
    worker_end(&worker);
}

static void folders_pipes_and_devices_are_no_office_files(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    char path[FOLDER_PATH_SIZE];
    join(path, scene->inside, "folder");
    assert_int_equal(mkdir(path, 0700), 0);
    give_to_worker(path);
    try_what_is_no_file(scene, path);
    assert_int_equal(rmdir(path), 0);
    /* A pipe that may only be read waits for a writer for ever. */
    static const mode_t modes[] = { 0600, 0400 };
    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
        struct stat info;
        join(path, scene->inside, "pipe");
        assert_int_equal(mkfifo(path, modes[i]), 0);
        give_to_worker(path);
        try_what_is_no_file(scene, path);
        assert_int_equal(lstat(path, &info), 0);
        assert_true(S_ISFIFO(info.st_mode));
        assert_int_equal(unlink(path), 0);
    }
    try_what_is_no_file(scene, "/dev/null");
    try_what_is_no_file(scene, "/dev/zero");
    assert_int_equal(count_inside(scene), 1);
}

/* ---- names */

static void a_link_stands_for_the_file_that_it_names(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    char link_path[FOLDER_PATH_SIZE];
    struct stat info;
    struct worker worker;
    folder_path(link_path, &scene->folder, "link.qadam");
    assert_int_equal(symlink(scene->office, link_path), 0);
    worker_start_as(&worker, link_path, working_user());
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_ADD_ROWS, 1, NULL);
    assert_int_equal(count_inside(scene), 3); /* the log lies beside the file, not the link */
    assert_int_equal(folder_count(&scene->folder), 2);
    worker_must(&worker, ORDER_BACKUP, 0, scene->backup);
    worker_must(&worker, ORDER_ADD_ROWS, 2, NULL);
    worker_must(&worker, ORDER_CLOSE, 0, NULL);
    worker_must(&worker, ORDER_REKEY, 0, NULL);
    assert_int_equal(lstat(link_path, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_int_equal(worker_must(&scene->worker, ORDER_COUNT, 0, NULL), 2);
    assert_does(scene, ORDER_CLOSE, NULL, STATUS_OK);
    worker_must(&worker, ORDER_RESTORE, 0, scene->backup);
    assert_int_equal(lstat(link_path, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_does(scene, ORDER_OPEN, NULL, STATUS_OK);
    assert_int_equal(worker_must(&scene->worker, ORDER_COUNT, 0, NULL), 1);
    worker_end(&worker);
}

static void a_link_to_nothing_is_not_taken_for_a_free_name(void **state)
{
    struct scene *scene = scene_of(state, __func__);
    char link_path[FOLDER_PATH_SIZE];
    struct worker worker;
    folder_path(link_path, &scene->folder, "link.qadam");
    assert_int_equal(symlink("nowhere.qadam", link_path), 0);
    worker_start_as(&worker, link_path, working_user());
    assert_int_equal(worker_do(&worker, ORDER_OPEN, 0, NULL), STATUS_NOT_FOUND);
    assert_int_equal(worker_do(&worker, ORDER_CREATE, 0, NULL), STATUS_EXISTS);
    assert_int_equal(unlink(link_path), 0);
    assert_int_equal(symlink("link.qadam", link_path), 0); /* to itself */
    assert_int_equal(worker_do(&worker, ORDER_OPEN, 0, NULL), STATUS_NOT_FOUND);
    worker_end(&worker);
    assert_int_equal(folder_count(&scene->folder), 2);
}

static void a_life_under_this_name(struct scene *scene, const char *name)
{
    char path[FOLDER_PATH_SIZE];
    char backup[FOLDER_PATH_SIZE + 8];
    struct worker worker;
    join(path, scene->inside, name);
    snprintf(backup, sizeof(backup), "%s.copy", path);
    worker_start_as(&worker, path, working_user());
    worker_must(&worker, ORDER_CREATE, 0, NULL);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_ADD_ROWS, 1, NULL);
    worker_must(&worker, ORDER_BACKUP, 0, backup);
    worker_must(&worker, ORDER_CLOSE, 0, NULL);
    worker_must(&worker, ORDER_REKEY, 0, NULL);
    worker_must(&worker, ORDER_RESTORE, 0, backup);
    worker_must(&worker, ORDER_OPEN_READ_ONLY, 0, NULL);
    worker_must(&worker, ORDER_VERIFY, 0, NULL);
    assert_int_equal(worker_must(&worker, ORDER_COUNT, 0, NULL), 1);
    worker_end(&worker);
    assert_int_equal(count_inside(scene), 3); /* the two, and the one of all tests */
    assert_int_equal(unlink(path), 0);
    assert_int_equal(unlink(backup), 0);
}

static void a_name_may_hold_any_character(void **state)
{
    static const char *const names[] = {
        "what?immutable=1&mode=memory.qadam",
        "number #1.qadam",
        "100%20sure%00.qadam",
        "a name with  spaces .qadam",
        "Ош шаары – кеңсе №1.qadam",
        "-dash.qadam",
        "file:office.qadam",
        ":memory:",
        "quote'\"`$(true);.qadam",
        "line\nbreak\t.qadam",
        "not UTF-8 \xD0\xFF.qadam",
        "office",
    };
    struct scene *scene = scene_of(state, __func__);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        a_life_under_this_name(scene, names[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(a_file_without_permission_to_write_can_only_be_read),
        TEST(a_backup_in_a_write_protected_folder_is_verified_and_nothing_made),
        TEST(nothing_is_made_in_a_write_protected_folder),
        TEST(what_a_kill_left_in_the_log_is_not_overlooked_read_only),
        TEST(a_file_that_must_not_be_read_is_said_to_be_so),
        TEST(a_folder_that_must_not_be_entered_is_said_to_be_so),
        TEST(who_may_use_the_file_stays_as_it_was_when_it_is_replaced),
        TEST(what_is_not_there_is_said_to_be_so),
        TEST(folders_pipes_and_devices_are_no_office_files),
        TEST(a_link_stands_for_the_file_that_it_names),
        TEST(a_link_to_nothing_is_not_taken_for_a_free_name),
        TEST(a_name_may_hold_any_character),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
