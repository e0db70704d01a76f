/* SPDX-License-Identifier: Apache-2.0 */

/* Which backups of a file a folder holds, told without a key. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/fixture_office.h"
#include "support/folder.h"

static struct error error;
static struct folder folder;
static char path[FOLDER_PATH_SIZE];

static int begin(void **state)
{
    (void)state;
    folder_make(&folder);
    folder_path(path, &folder, "office.qadam");
    return fixture_office_create(path, disk_system(), NULL, &error) != STATUS_OK;
}

static int end(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static void back_up_as(const char *file, const char *name)
{
    char to[FOLDER_PATH_SIZE];
    struct office *office = NULL;
    folder_path(to, &folder, name);
    assert_ok(fixture_office_open(&office, file, disk_system(), "first", "first", &error));
    assert_ok(office_backup(office, to, NULL, &error));
    office_close(&office);
}

static void the_newest_comes_first_with_its_moment_and_size(void **state)
{
    struct office_copy_list list;
    (void)state;
    back_up_as(path, "office-2026-11-22-174000.qadam");
    back_up_as(path, "office-2026-11-23-090503.qadam");
    assert_ok(office_list_copies(&list, path, disk_system(), folder.path, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].moment, "2026-11-23 09:05:03");
    assert_string_equal(list.items[1].moment, "2026-11-22 17:40:00");
    assert_int_equal(list.items[0].bytes, file_size(list.items[0].path));
    office_copy_list_release(&list);
}

static void what_is_not_a_backup_of_this_file_is_not_listed(void **state)
{
    struct office_copy_list list;
    char other[FOLDER_PATH_SIZE], junk[FOLDER_PATH_SIZE];
    (void)state;
    folder_path(other, &folder, "other.qadam");
    assert_ok(fixture_office_create(other, disk_system(), NULL, &error));
    back_up_as(other, "office-2026-11-22-174000.qadam");
    folder_path(junk, &folder, "office-2026-11-23-174000.qadam");
    file_write(junk, "junk", 4);
    back_up_as(path, "office-by-hand.qadam");
    assert_ok(office_list_copies(&list, path, disk_system(), folder.path, &error));
    assert_int_equal(list.count, 0);
    office_copy_list_release(&list);
}

static void a_folder_that_is_not_there_is_said(void **state)
{
    struct office_copy_list list;
    (void)state;
    assert_status(office_list_copies(&list, path, disk_system(), "/nowhere/at/all", &error),
                  STATUS_READ_FAILED);
    office_copy_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_newest_comes_first_with_its_moment_and_size, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_is_not_a_backup_of_this_file_is_not_listed, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there_is_said, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
