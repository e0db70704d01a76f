/* SPDX-License-Identifier: Apache-2.0 */

/* What an erased person leaves in the bytes of the file, once every page of it and of its log is
 * decrypted: not in the rows, not in the unused parts of pages, not in the search indexes. */
#include "support/unit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/office.h"
#include "search/search_index.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/folder.h"
#include "vault/seal.h"

enum { NEIGHBOURS = 400, CROWD = 600, LOG_HEAD_SIZE = 32, FRAME_HEAD_SIZE = 24 };

/* As written, and the roots as they are folded for the indexes. */
static const char *const traces[] = {
    "Žyqoxwa", "Жықохва", "yqoxwa", "ықохва", "жықохва",
};

static struct error error;
static struct folder folder;
static struct office *office;
static struct store *store;
static char person[UUID_TEXT_SIZE];

/* ---- decrypted bytes */

static sqlite3_file *open_part(int which)
{
    sqlite3_file *file = NULL;
    assert_int_equal(sqlite3_file_control(store_handle(store), "main", which, (void *)&file),
                     SQLITE_OK);
    assert_non_null(file);
    return file;
}

static bool holds(const unsigned char *bytes, size_t size, const char *text)
{
    const size_t length = strlen(text);
    for (size_t at = 0; at + length <= size; at++)
        if (bytes[at] == (unsigned char)text[0] && memcmp(bytes + at, text, length) == 0)
            return true;
    return false;
}

/* How many pages hold the text, those at every "step" bytes from "start" on. */
static int count_pages(int which, sqlite3_int64 start, sqlite3_int64 step, const char *text)
{
    unsigned char page[PAGE_SIZE];
    sqlite3_int64 size = 0;
    int found = 0;
    sqlite3_file *file = open_part(which);
    if (file->pMethods == NULL)
        return 0;
    assert_int_equal(file->pMethods->xFileSize(file, &size), SQLITE_OK);
    for (sqlite3_int64 at = start; at + PAGE_SIZE <= size; at += step) {
        assert_int_equal(file->pMethods->xRead(file, page, PAGE_SIZE, at), SQLITE_OK);
        found += holds(page, sizeof(page), text);
    }
    return found;
}

static int count_in_file(const char *text)
{
    return count_pages(SQLITE_FCNTL_FILE_POINTER, 0, PAGE_SIZE, text);
}

static int count_in_log(const char *text)
{
    return count_pages(SQLITE_FCNTL_JOURNAL_POINTER, LOG_HEAD_SIZE + FRAME_HEAD_SIZE,
                       FRAME_HEAD_SIZE + PAGE_SIZE, text);
}

/* ---- the scene */

static void sql(const char *text)
{
    assert_ok(store_execute(store, text, &error));
}

static int set_up(void **state)
{
    char path[FOLDER_PATH_SIZE];
    (void)state;
    folder_make(&folder);
    folder_path(path, &folder, "office.qadam");
    assert_ok(fixture_office_create(path, disk_system(), NULL, &error));
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    store = office_store(office);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    office_close(&office);
    folder_remove(&folder);
    return 0;
}

static void add(const char *surname, const char *given, char id[UUID_TEXT_SIZE])
{
    struct person record = fixture_record_make(surname, given);
    assert_ok(person_add(store, office_actor(office), &record, NULL, &error));
    memcpy(id, record.id, UUID_TEXT_SIZE);
    person_release(&record);
}

/* The rows of the fixture are written by a user of its own. */
static void add_rows(void)
{
    sql("INSERT OR IGNORE INTO user (id, login, login_folded, display_name, role, public_key, "
        "state,"
        " created_at) SELECT '01930000-0000-7000-8000-000000000001', 'x', 'x', 'x', 'clerk',"
        " zeroblob(32), 'active', '2026-11-23T18:48:07.123Z'");
    fixture_rows_add(store, person, 1, "Žyqoxwa Жықохва");
    sql("INSERT OR IGNORE INTO note_search (note_id) SELECT id FROM note;"
        "INSERT INTO note_index (rowid, body) SELECT number, body FROM note_search"
        " JOIN note ON note.id = note_id");
}

/* Rows before, between and behind those of the person, and pages that are split and joined. */
static void live_with_neighbours(void)
{
    char id[UUID_TEXT_SIZE];
    char name[32];
    for (int i = 0; i < NEIGHBOURS; i++) {
        snprintf(name, sizeof(name), "Neighbour%c%c", 'a' + i / 26 % 26, 'a' + i % 26);
        if (i == NEIGHBOURS / 2) {
            add("Žyqoxwa", "Жықохва", person);
            add_rows();
        }
        add(name, "Asel", id);
    }
    sql("UPDATE person_name SET patronymic = full_name || ' ' || full_name || ' ' || full_name"
        " WHERE rowid % 3 = 0;"
        "UPDATE person_name SET patronymic = NULL WHERE rowid % 2 = 0;"
        "UPDATE history SET after = json_set(after, '$.more', hex(zeroblob(200)))"
        " WHERE journal_sequence % 5 = 0;"
        "UPDATE history SET after = json_remove(after, '$.more') WHERE journal_sequence % 5 = 0");
}

static void erase(void)
{
    bool is_gone = false;
    assert_ok(person_erase(store, office_actor(office), person, "asked for it", &error));
    assert_ok(office_forget_log(office, &is_gone, &error));
    assert_true(is_gone);
}

/* ---- the tests */

static void no_byte_about_the_person_is_left_in_the_decrypted_file(void **state)
{
    (void)state;
    live_with_neighbours();
    assert_true(count_in_log(traces[0]) > 0);
    assert_ok(store_checkpoint(store, &error));
    for (size_t i = 0; i < 4; i++)
        assert_true(count_in_file(traces[i]) > 0);
    erase();
    for (size_t i = 0; i < sizeof(traces) / sizeof(traces[0]); i++) {
        if (count_in_file(traces[i]) > 0)
            fail_msg("'%s' is left in %d pages", traces[i], count_in_file(traces[i]));
        assert_int_equal(count_in_log(traces[i]), 0);
    }
    assert_true(count_in_file("Neighbour") > 0);
    assert_ok(store_check(store, &error));
}

/* Rows that grow and shrink move from page to page, and leave copies where they were. */
static void rows_that_moved_between_pages_leave_no_copies(void **state)
{
    (void)state;
    static char crowd[CROWD][UUID_TEXT_SIZE];
    char given[40];
    bool is_gone = false;
    for (int i = 0; i < CROWD; i++) {
        snprintf(given, sizeof(given), "Ab%c%c", 'a' + i / 26 % 26, 'a' + i % 26);
        add(i % 3 == 0 ? "Neighbour" : "Žyqoxwa", given, crowd[i]);
    }
    for (int round = 0; round < 4; round++) {
        sql("UPDATE person_name SET patronymic = substr(full_name || full_name || full_name || "
            "full_name || full_name, 1, 100) WHERE abs(random()) % 3 = 0");
        sql("UPDATE person_name SET patronymic = NULL WHERE abs(random()) % 3 = 0");
        assert_ok(store_checkpoint(store, &error));
    }
    for (int i = 0; i < CROWD; i++)
        if (i % 3 != 0)
            assert_ok(person_erase(store, office_actor(office), crowd[i], "asked for it", &error));
    assert_ok(office_forget_log(office, &is_gone, &error));
    for (size_t i = 0; i < sizeof(traces) / sizeof(traces[0]); i++)
        assert_int_equal(count_in_file(traces[i]), 0);
    assert_true(count_in_file("Neighbour") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_byte_about_the_person_is_left_in_the_decrypted_file,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_that_moved_between_pages_leave_no_copies, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
