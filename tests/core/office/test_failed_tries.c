/* SPDX-License-Identifier: Apache-2.0 */

/* The small file of wrong tries, also when somebody else wrote something into it. */
#include "office/failed_tries.h"

#include "support/fixture_office.h"
#include "support/fixture_store.h"
#include "support/folder.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct error error;
static struct folder folder;
static char path[FOLDER_PATH_SIZE], tries[FOLDER_PATH_SIZE];
static struct office *office;

static int begin(void **state)
{
    (void)state;
    folder_make(&folder);
    folder_path(path, &folder, "office.qadam");
    folder_path(tries, &folder, "office.qadam-tries");
    assert_ok(fixture_office_create(path, disk_system(), NULL, &error));
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    return 0;
}

static int end(void **state)
{
    (void)state;
    office_close(&office);
    folder_remove(&folder);
    return 0;
}

static void write_tries(const char *text)
{
    FILE *file = fopen(tries, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* How many tries the journal tells of; 0 without an entry. */
static long long told(void)
{
    return fixture_number(office_store(office),
                          "SELECT coalesce(sum(json_extract(after, '$.tries')), 0) FROM journal"
                          " WHERE act = 'vault.unlock_failed'");
}

static void tries_are_told_once_and_the_file_is_gone(void **state)
{
    (void)state;
    failed_tries_note(path);
    failed_tries_note(path);
    failed_tries_note(path);
    assert_ok(failed_tries_tell(office, path, &error));
    assert_int_equal(told(), 3);
    assert_int_not_equal(access(tries, F_OK), 0);
    assert_ok(failed_tries_tell(office, path, &error));
    assert_int_equal(told(), 3);
}

static void only_moments_count(void **state)
{
    (void)state;
    write_tries("2026-11-23T18:40:00.000Z\n2026-11-23T18:41:00.000Z\nsomething else, longer\n");
    assert_ok(failed_tries_tell(office, path, &error));
    assert_int_equal(told(), 2);
    write_tries("\"}, no moment at all, and no end");
    assert_ok(failed_tries_tell(office, path, &error));
    assert_int_equal(told(), 2);
}

static void a_link_in_its_place_is_not_followed(void **state)
{
    (void)state;
    char other[FOLDER_PATH_SIZE];
    folder_path(other, &folder, "other");
    write_tries("2026-11-23T18:40:00.000Z\n");
    assert_int_equal(rename(tries, other), 0);
    assert_int_equal(symlink(other, tries), 0);
    failed_tries_note(path);
    assert_ok(failed_tries_tell(office, path, &error));
    assert_int_equal(told(), 0);
    assert_int_equal(access(other, F_OK), 0);
}

static void the_file_does_not_grow_for_ever(void **state)
{
    (void)state;
    for (int i = 0; i < 1010; i++)
        failed_tries_note(path);
    assert_ok(failed_tries_tell(office, path, &error));
    assert_int_equal(told(), 1000);
}

#define OFFICE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(tries_are_told_once_and_the_file_is_gone),
        OFFICE_TEST(only_moments_count),
        OFFICE_TEST(a_link_in_its_place_is_not_followed),
        OFFICE_TEST(the_file_does_not_grow_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
