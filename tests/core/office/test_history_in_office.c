/* SPDX-License-Identifier: Apache-2.0 */

/* Verifying a file looks into the history too, and a file whose people were erased is sound. */
#include "support/unit.h"

#include <string.h>

#include "support/cut_disk.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"

static const char office_path[] = "/office.qadam";

static struct error error;
static struct cut_disk *disk;
static struct office *office;
static char id[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    disk = cut_disk_new();
    assert_ok(fixture_office_create(office_path, cut_disk_as_disk(disk), NULL, &error));
    assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "first", "first",
                                  &error));
    struct person person = fixture_record_make("Асанова", "Айгүл");
    assert_ok(person_add(office_store(office), office_actor(office), &person, NULL, &error));
    memcpy(id, person.id, sizeof(id));
    person_release(&person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    office_close(&office);
    cut_disk_free(disk);
    return 0;
}

static void a_history_that_fits_the_journal_is_sound(void **state)
{
    (void)state;
    struct office_health health;
    assert_ok(office_verify(office, NULL, &health, &error));
    assert_ok(person_erase(office_store(office), office_actor(office), id, "asked for it", &error));
    assert_ok(office_verify(office, NULL, &health, &error));
}

static void a_changed_history_breaks_the_journal(void **state)
{
    (void)state;
    struct office_health health;
    assert_ok(store_execute(office_store(office), "UPDATE history SET after = '{}'", &error));
    assert_status(office_verify(office, NULL, &health, &error), STATUS_JOURNAL_BROKEN);
    assert_true(error.number > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_history_that_fits_the_journal_is_sound, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_changed_history_breaks_the_journal, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
