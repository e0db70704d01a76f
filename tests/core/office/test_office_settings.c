/* SPDX-License-Identifier: Apache-2.0 */

/* What the office decides for itself, and that the journal tells. */
#include "journal/journal_list.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#include "support/cut_disk.h"
#include "support/fixture_office.h"

static const char office_path[] = "/office.qadam";

static struct error error;
static struct cut_disk *memory;
static struct office *office;

static int begin(void **state)
{
    (void)state;
    memory = cut_disk_new();
    const struct disk *disk = cut_disk_as_disk(memory);
    return fixture_office_create(office_path, disk, NULL, &error) != STATUS_OK ||
           fixture_office_open(&office, office_path, disk, "first", "first", &error) != STATUS_OK;
}

static int end(void **state)
{
    (void)state;
    office_close(&office);
    cut_disk_free(memory);
    return 0;
}

struct found {
    int count;
    char before[200];
    char after[200];
};

static bool look(void *self, const struct journal_line *line)
{
    struct found *found = self;
    found->count++;
    snprintf(found->before, sizeof(found->before), "%s", line->record.entry.before);
    snprintf(found->after, sizeof(found->after), "%s", line->record.entry.after);
    return true;
}

static struct found journal_of_settings(void)
{
    struct found found = { 0 };
    const struct journal_question filter = { .kind = JOURNAL_ANY_KIND,
                                             .act_prefix = "office.settings" };
    assert_ok(journal_list(office_store(office), &filter, look, &found, &error));
    return found;
}

static void assert_setting(enum setting setting, const char *expected)
{
    char value[SETTING_TEXT_SIZE];
    assert_ok(setting_text(office_store(office), setting, value, &error));
    assert_string_equal(value, expected);
}

static void a_change_is_one_entry_of_the_journal_with_what_it_was_before(void **state)
{
    (void)state;
    const struct setting_change changes[] = {
        { SETTING_IDLE_LOCK_MINUTES, "9" },
        { SETTING_COUNTRY, "KG" }, /* as it is */
        { SETTING_OFFICE_NAME, "Osh" },
    };
    assert_ok(office_change_settings(office, changes, 3, &error));
    assert_setting(SETTING_IDLE_LOCK_MINUTES, "9");
    assert_setting(SETTING_OFFICE_NAME, "Osh");
    const struct found found = journal_of_settings();
    assert_int_equal(found.count, 1);
    assert_string_equal(found.before, "{\"idle_lock_minutes\":\"5\",\"office_name\":\"\"}");
    assert_string_equal(found.after, "{\"idle_lock_minutes\":\"9\",\"office_name\":\"Osh\"}");
}

static void what_changes_nothing_is_no_entry(void **state)
{
    (void)state;
    const struct setting_change same = { SETTING_IDLE_LOCK_MINUTES, "5" };
    assert_ok(office_change_settings(office, &same, 1, &error));
    assert_int_equal(journal_of_settings().count, 0);
}

static void one_impossible_value_keeps_all_from_being_changed(void **state)
{
    (void)state;
    const struct setting_change changes[] = {
        { SETTING_OFFICE_NAME, "Osh" },
        { SETTING_IDLE_LOCK_MINUTES, "many" },
    };
    assert_status(office_change_settings(office, changes, 2, &error), STATUS_INVALID);
    assert_setting(SETTING_OFFICE_NAME, "");
    assert_int_equal(journal_of_settings().count, 0);
}

static void nobody_makes_training_data_real(void **state)
{
    (void)state;
    const struct setting_change change = { SETTING_IS_TRAINING, "0" };
    assert_status(office_change_settings(office, &change, 1, &error), STATUS_INVALID);
}

static void a_clerk_changes_no_settings(void **state)
{
    (void)state;
    const struct setting_change change = { SETTING_OFFICE_NAME, "Osh" };
    struct secret *passphrase = fixture_office_secret("clerk");
    assert_ok(office_add_user(office, "clerk", ROLE_CLERK, passphrase, &error));
    secret_free(&passphrase);
    office_close(&office);
    assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(memory), "clerk", "clerk",
                                  &error));
    assert_status(office_change_settings(office, &change, 1, &error), STATUS_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_change_is_one_entry_of_the_journal_with_what_it_was_before, begin, end),
        cmocka_unit_test_setup_teardown(what_changes_nothing_is_no_entry, begin, end),
        cmocka_unit_test_setup_teardown(one_impossible_value_keeps_all_from_being_changed, begin,
                                        end),
        cmocka_unit_test_setup_teardown(nobody_makes_training_data_real, begin, end),
        cmocka_unit_test_setup_teardown(a_clerk_changes_no_settings, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
