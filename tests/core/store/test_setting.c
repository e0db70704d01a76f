/* SPDX-License-Identifier: Apache-2.0 */
#include "store/setting.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <string.h>

static struct error error;

static void every_setting_has_a_key_of_its_own_and_a_readable_default(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    for (int i = 0; i < SETTING_COUNT; i++) {
        enum setting found = SETTING_COUNT;
        char text[SETTING_TEXT_SIZE];
        assert_true(setting_find(setting_key((enum setting)i), &found));
        assert_int_equal(found, i);
        assert_ok(setting_text(store, found, text, &error));
        /* Every default but the office's own code could also be set. */
        if (found != SETTING_OFFICE_CODE)
            assert_ok(setting_change_text(store, found, text, &error));
    }
    enum setting found = SETTING_COUNT;
    assert_false(setting_find("no_such_setting", &found));
    store_close(&store);
}

static void a_changed_setting_stays_changed(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *store = fixture_store_open(path);
    int minutes = 0;
    assert_ok(setting_number(store, SETTING_IDLE_LOCK_MINUTES, &minutes, &error));
    assert_int_equal(minutes, 5);
    assert_ok(setting_change_number(store, SETTING_IDLE_LOCK_MINUTES, 30, &error));
    assert_ok(setting_change_number(store, SETTING_IDLE_LOCK_MINUTES, 0, &error));
    assert_ok(setting_change_text(store, SETTING_OFFICE_CODE, "OSH", &error));
    store_close(&store);

    store = fixture_store_open(path);
    char code[SETTING_TEXT_SIZE];
    assert_ok(setting_number(store, SETTING_IDLE_LOCK_MINUTES, &minutes, &error));
    assert_ok(setting_text(store, SETTING_OFFICE_CODE, code, &error));
    assert_int_equal(minutes, 0);
    assert_string_equal(code, "OSH");
    store_close(&store);
    fixture_folder_remove(path);
}

static void a_default_was_not_written(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    bool is_written = true;
    assert_ok(setting_is_written(store, SETTING_LANGUAGE, &is_written, &error));
    assert_false(is_written);
    assert_ok(setting_change_text(store, SETTING_LANGUAGE, "ru", &error)); /* the default */
    assert_ok(setting_is_written(store, SETTING_LANGUAGE, &is_written, &error));
    assert_true(is_written);
    store_close(&store);
}

static void a_value_that_a_setting_cannot_have_is_refused(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    static const struct {
        enum setting setting;
        const char *value;
        enum status status;
    } wrong[] = {
        { SETTING_OFFICE_CODE, "osh", STATUS_NAME_INVALID },
        { SETTING_OFFICE_CODE, "", STATUS_NAME_INVALID },
        { SETTING_COUNTRY, "RU", STATUS_INVALID },
        { SETTING_COUNTRY, "", STATUS_INVALID },
        { SETTING_LANGUAGE, "xx", STATUS_INVALID },
        { SETTING_IDLE_LOCK_MINUTES, "-1", STATUS_INVALID },
        { SETTING_IDLE_LOCK_MINUTES, "241", STATUS_INVALID },
        { SETTING_IDLE_LOCK_MINUTES, "5 minutes", STATUS_INVALID },
        { SETTING_IDLE_LOCK_MINUTES, "", STATUS_INVALID },
        { SETTING_BACKUP_KEEP, "0", STATUS_INVALID },
        { SETTING_BACKUP_KEEP, "99999999999999999999", STATUS_INVALID },
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_status(setting_change_text(store, wrong[i].setting, wrong[i].value, &error),
                      wrong[i].status);
    char text[SETTING_TEXT_SIZE + 1];
    memset(text, 'x', SETTING_TEXT_SIZE);
    text[SETTING_TEXT_SIZE] = '\0';
    assert_status(setting_change_text(store, SETTING_OFFICE_NAME, text, &error),
                  STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, 400);
    text[SETTING_TEXT_SIZE - 1] = '\0';
    assert_ok(setting_change_text(store, SETTING_OFFICE_NAME, text, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM setting"), 1);
    store_close(&store);
}

static void a_text_is_no_number(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    int number = 0;
    assert_status(setting_number(store, SETTING_COUNTRY, &number, &error), STATUS_INTERNAL);
    assert_status(setting_change_number(store, SETTING_COUNTRY, 1, &error), STATUS_INTERNAL);
    store_close(&store);
}

static void a_number_from_a_newer_program_falls_back_to_the_default(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_execute(
        store, "INSERT INTO setting (key, value) VALUES ('idle_lock_minutes', 'auto')", &error));
    int minutes = 0;
    assert_ok(setting_number(store, SETTING_IDLE_LOCK_MINUTES, &minutes, &error));
    assert_int_equal(minutes, 5);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_has_a_key_of_its_own_and_a_readable_default),
        cmocka_unit_test(a_changed_setting_stays_changed),
        cmocka_unit_test(a_default_was_not_written),
        cmocka_unit_test(a_value_that_a_setting_cannot_have_is_refused),
        cmocka_unit_test(a_text_is_no_number),
        cmocka_unit_test(a_number_from_a_newer_program_falls_back_to_the_default),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
