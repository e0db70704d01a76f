/* SPDX-License-Identifier: Apache-2.0 */

/* qadam demo: what it prints, what it refuses, and that nothing is left of a file that was not
 * finished. */
#include "support/program.h"
#include "support/unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "support/child.h"
#include "support/folder.h"
#include "support/small_disk.h"

static struct folder folder;
static char file[FOLDER_PATH_SIZE];
static char part[FOLDER_PATH_SIZE + 8];
static struct program_result result;

#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define RUN(...)                 program_run(&result, &(const struct program_call){ __VA_ARGS__ })

static int make_folder(void **state)
{
    (void)state;
    folder_make(&folder);
    folder_path(file, &folder, "demo.qadam");
    snprintf(part, sizeof(part), "%s.part", file);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

/* ---- What it makes */

static void it_says_how_to_open_the_file(void **state)
{
    (void)state;
    RUN(.words = { "demo", file, "--people", "30" });
    assert_exit(0);
    assert_says(result.out, file);
    assert_says(result.out, "Invented people: 30\n");
    assert_says(result.out, "User: demo\n");
    assert_says(result.out, "Passphrase: demo\n");
    assert_string_equal(result.err, "");
    assert_null(strstr(result.out, "RECOVERY"));
    assert_int_equal(folder_count(&folder), 1);
}

static void the_file_opens_with_what_it_said_and_is_sound(void **state)
{
    (void)state;
    RUN(.words = { "demo", file, "--people", "40" });
    assert_exit(0);
    RUN(.words = { "vault", "verify", file, "--user", "demo", "--passphrase-fd", "3" },
        .secret = "demo");
    assert_exit(0);
    RUN(.words = { "journal", "verify", file, "--passphrase-fd", "3" }, .secret = "demo");
    assert_exit(0);
    RUN(.words = { "journal", "show", file, "--act", "person.add", "--passphrase-fd", "3" },
        .secret = "demo");
    assert_exit(0);
    size_t lines = 0;
    for (const char *at = result.out; *at != '\0'; at++)
        lines += *at == '\n';
    assert_int_equal(lines, 40);
}

static void a_file_with_casefiles_says_on_which_day_it_is_at_work(void **state)
{
    (void)state;
    RUN(.words = { "demo", file });
    assert_exit(0);
    assert_says(result.out, "--today 2026-11-02");
    RUN(.words = { "day", file, "--today", "2026-11-02", "--passphrase-fd", "3" },
        .secret = "demo");
    assert_exit(0);
    assert_says(result.out, "overdue\t");
    assert_says(result.out, "today\t2026-11-02\t09:30\tKG-DEMO-2026-");
    assert_says(result.out, "waiting\t");
    RUN(.words = { "case", "list", file, "--state", "all", "--today", "2026-11-02",
                   "--passphrase-fd", "3" },
        .secret = "demo");
    assert_exit(0);
    assert_says(result.out, "KG-DEMO-2026-000012\t");
    assert_says(result.out, "\tclosed\t");
}

static void a_small_file_has_no_day_to_speak_of(void **state)
{
    (void)state;
    RUN(.words = { "demo", file, "--people", "30" });
    assert_exit(0);
    assert_null(strstr(result.out, "--today"));
    RUN(.words = { "day", file, "--everybody", "--today", "2026-11-02", "--passphrase-fd", "3" },
        .secret = "demo");
    assert_exit(0);
    assert_null(strstr(result.out, "KG-DEMO"));
}

static void for_scripts_it_prints_one_object(void **state)
{
    char expected[FOLDER_PATH_SIZE + 128];
    (void)state;
    RUN(.words = { "demo", file, "--people", "25", "--seed", "3", "--country", "UZ", "--json" });
    assert_exit(0);
    snprintf(expected, sizeof(expected),
             "{\"file\":\"%s\",\"user\":\"demo\",\"passphrase\":\"demo\",\"people\":25}\n", file);
    assert_string_equal(result.out, expected);
}

static void without_a_number_there_are_200(void **state)
{
    (void)state;
    RUN(.words = { "demo", file, "--json" });
    assert_exit(0);
    assert_says(result.out, "\"people\":200}");
}

/* ---- What it refuses */

static void a_number_that_cannot_be_is_refused_before_anything_is_made(void **state)
{
    static const char *const numbers[] = { "0", "1000001", "-5", "x", "", "1e3", "99999999999999" };
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        RUN(.words = { "demo", file, "--people", numbers[i] });
        assert_exit(2);
        assert_says(result.err, "people");
        assert_string_equal(result.out, "");
    }
    RUN(.words = { "demo", file, "--seed", "-1" });
    assert_exit(2);
    RUN(.words = { "demo", file, "--country", "RU" });
    assert_exit(2);
    RUN(.words = { "demo" });
    assert_exit(2);
    assert_int_equal(folder_count(&folder), 0);
}

static void a_file_that_is_there_is_never_replaced(void **state)
{
    static const char letter[] = "a letter";
    (void)state;
    file_write(file, letter, sizeof(letter));
    RUN(.words = { "demo", file, "--people", "5" });
    assert_exit(1);
    assert_says(result.err, "already");
    assert_int_equal(file_size(file), sizeof(letter));
    assert_int_equal(folder_count(&folder), 1);
}

static void a_place_where_no_file_can_be_is_said(void **state)
{
    char path[FOLDER_PATH_SIZE + 16];
    (void)state;
    snprintf(path, sizeof(path), "%s/no/demo.qadam", folder.path);
    RUN(.words = { "demo", path, "--people", "5" });
    assert_true(result.exit_code == 5 || result.exit_code == 1);
    assert_says(result.err, "qadam: ");
    RUN(.words = { "demo", folder.path, "--people", "5" });
    assert_exit(1);
    assert_int_equal(folder_count(&folder), 0);
}

static void a_full_disk_is_said_and_nothing_is_left_on_it(void **state)
{
    enum { DISK_KIB = 3000, FILES = 100 };
    char path[FOLDER_PATH_SIZE];
    struct small_disk disk;
    (void)state;
    const char *reason = small_disk_make_tmpfs(&disk, DISK_KIB, FILES);
    if (reason != NULL) {
        small_disk_remove(&disk);
        skip_because("a full disk", reason);
    }
    small_disk_path(path, &disk, "demo.qadam");
    RUN(.words = { "demo", path, "--people", "3000" });
    assert_exit(5);
    assert_says(result.err, "disk is full");
    assert_false(file_exists(path));
    assert_int_equal(small_disk_count_strangers(&disk), 0);
    small_disk_remove(&disk);
}

/* ---- Stopped on the way */

static int run_large_demo(void *self, int in, int out)
{
    (void)self;
    (void)in;
    (void)out;
    if (freopen("/dev/null", "w", stderr) == NULL)
        return CHILD_NOT_STARTED;
    execl(QADAM_PROGRAM, "qadam", "demo", file, "--people", "200000", (char *)NULL);
    return CHILD_NOT_STARTED;
}

/* Begins a world that takes long, and waits until people are in it. */
static void begin_large_demo(struct child *child)
{
    static const off_t some_people = 2000000;
    const struct timespec pause = { .tv_nsec = 20000000 };
    struct stat information = { .st_size = 0 };
    child_start(child, run_large_demo, NULL);
    for (int i = 0; i < 1500 && information.st_size < some_people; i++) {
        nanosleep(&pause, NULL);
        if (stat(part, &information) != 0)
            information.st_size = 0;
    }
    assert_true(information.st_size >= some_people);
}

static void after_control_c_nothing_is_left(void **state)
{
    struct child child;
    (void)state;
    begin_large_demo(&child);
    kill(child.pid, SIGINT);
    assert_int_equal(child_wait(&child), 1);
    assert_int_equal(folder_count(&folder), 0);
}

static void one_that_was_killed_has_no_name_and_is_not_in_the_way(void **state)
{
    struct child child;
    (void)state;
    begin_large_demo(&child);
    child_kill(&child);
    assert_int_equal(child_wait(&child), -SIGKILL);
    assert_false(file_exists(file));
    RUN(.words = { "demo", file, "--people", "20" });
    assert_exit(0);
    assert_true(file_exists(file));
    assert_int_equal(folder_count(&folder), 1);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(it_says_how_to_open_the_file),
        IN_FOLDER(the_file_opens_with_what_it_said_and_is_sound),
        IN_FOLDER(a_file_with_casefiles_says_on_which_day_it_is_at_work),
        IN_FOLDER(a_small_file_has_no_day_to_speak_of),
        IN_FOLDER(for_scripts_it_prints_one_object),
        IN_FOLDER(without_a_number_there_are_200),
        IN_FOLDER(a_number_that_cannot_be_is_refused_before_anything_is_made),
        IN_FOLDER(a_file_that_is_there_is_never_replaced),
        IN_FOLDER(a_place_where_no_file_can_be_is_said),
        IN_FOLDER(a_full_disk_is_said_and_nothing_is_left_on_it),
        IN_FOLDER(after_control_c_nothing_is_left),
        IN_FOLDER(one_that_was_killed_has_no_name_and_is_not_in_the_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
