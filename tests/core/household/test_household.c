/* SPDX-License-Identifier: Apache-2.0 */
#include "household/household_store.h"

#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char mother[UUID_TEXT_SIZE];
static char son[UUID_TEXT_SIZE];
static char home[UUID_TEXT_SIZE];

static struct household_member make_member(const char *person_id)
{
    struct household_member member = { .is_head = false };
    memcpy(member.household_id, home, sizeof(home));
    memcpy(member.person_id, person_id, UUID_TEXT_SIZE);
    return member;
}

static void found_home(void)
{
    struct household household = { .name = strdup(" Асановдор "), .address = strdup("Ош, 1") };
    struct household_member first = make_member(mother);
    first.is_head = true;
    first.joined_on = fixture_day("2001-02-03");
    first.has_joined_on = true;
    assert_ok(household_add(store, FIXTURE_USER, &household, &first, &error));
    assert_string_equal(first.household_id, household.id);
    memcpy(home, household.id, sizeof(home));
    household_release(&household);
}

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", mother);
    fixture_record_add(store, "Асанов", "Бек", son);
    found_home();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static enum status join(const struct household_member *member)
{
    return household_add_member(store, FIXTURE_USER, member, &error);
}

static void a_household_comes_back_with_its_head(void **state)
{
    (void)state;
    struct household found;
    struct household_member_list members;
    assert_ok(household_load(store, home, &found, &error));
    assert_string_equal(found.name, "Асановдор");
    assert_string_equal(found.address, "Ош, 1");
    assert_null(found.place_code);
    household_release(&found);
    assert_ok(household_members(store, home, &members, &error));
    assert_int_equal(members.count, 1);
    assert_string_equal(members.items[0].person_id, mother);
    assert_true(members.items[0].is_head && members.items[0].has_joined_on);
    assert_false(members.items[0].has_left_on);
    free(members.items);
    assert_journal_is_whole(store);
}

static void a_new_head_takes_the_place_of_the_old(void **state)
{
    (void)state;
    struct household_member_list members;
    struct household_member member = make_member(son);
    member.is_head = true;
    assert_int_equal(join(&member), STATUS_OK);
    assert_int_equal(join(&member), STATUS_EXISTS);
    assert_ok(household_members(store, home, &members, &error));
    assert_int_equal(members.count, 2);
    assert_string_equal(members.items[0].person_id, son);
    assert_true(members.items[0].is_head);
    assert_false(members.items[1].is_head);
    free(members.items);
    assert_ok(household_change_head(store, FIXTURE_USER, home, mother, &error));
    assert_ok(household_members(store, home, &members, &error));
    assert_string_equal(members.items[0].person_id, mother);
    free(members.items);
    assert_journal_is_whole(store);
}

static void who_leaves_is_listed_with_the_day_and_may_come_back(void **state)
{
    (void)state;
    struct household_member_list homes;
    const struct day day = fixture_day("2020-01-01");
    assert_ok(household_remove_member(store, FIXTURE_USER, home, mother, day, &error));
    assert_status(household_remove_member(store, FIXTURE_USER, home, mother, day, &error),
                  STATUS_NOT_FOUND);
    assert_status(household_change_head(store, FIXTURE_USER, home, mother, &error),
                  STATUS_NOT_FOUND);
    assert_ok(household_of_person(store, mother, &homes, &error));
    assert_int_equal(homes.count, 1);
    assert_false(homes.items[0].is_head);
    assert_int_equal(day_compare(homes.items[0].left_on, day), 0);
    free(homes.items);
    struct household_member member = make_member(mother);
    assert_int_equal(join(&member), STATUS_OK);
    assert_ok(household_of_person(store, mother, &homes, &error));
    assert_int_equal(homes.count, 1);
    assert_false(homes.items[0].has_left_on);
    free(homes.items);
    assert_journal_is_whole(store);
}

static void days_and_people_that_cannot_be_are_refused(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct household_member member = make_member(son);
    member.joined_on = fixture_day("2030-01-01");
    member.has_joined_on = true;
    assert_int_equal(join(&member), STATUS_DATE_INVALID);
    member.joined_on = fixture_day("2020-01-01");
    member.left_on = fixture_day("2019-01-01");
    member.has_left_on = true;
    assert_int_equal(join(&member), STATUS_DATE_INVALID);
    assert_status(household_remove_member(store, FIXTURE_USER, home, mother,
                                          fixture_day("1999-01-01"), &error),
                  STATUS_INVALID); /* before joining: the table's own check */
    member = make_member(FIXTURE_USER);
    assert_int_equal(join(&member), STATUS_NOT_FOUND);
    member = make_member(son);
    memcpy(member.household_id, son, sizeof(son));
    assert_int_equal(join(&member), STATUS_NOT_FOUND);
    struct household nameless = { .name = NULL };
    assert_status(household_add(store, FIXTURE_USER, &nameless, &member, &error),
                  STATUS_TEXT_EMPTY);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void a_merged_or_erased_person_joins_nothing(void **state)
{
    (void)state;
    struct household_member member = make_member(son);
    assert_ok(person_merge(store, FIXTURE_USER, mother, son, "same", &error));
    assert_int_equal(join(&member), STATUS_REFUSED);
    assert_ok(person_unmerge(store, FIXTURE_USER, son, &error));
    assert_ok(person_erase(store, FIXTURE_USER, son, "asked", &error));
    assert_int_equal(join(&member), STATUS_REFUSED);
}

static void a_change_is_told_in_the_history_of_the_head(void **state)
{
    (void)state;
    struct household found;
    assert_ok(household_load(store, home, &found, &error));
    free(found.name);
    found.name = strdup("Бековдор");
    assert_ok(household_change(store, FIXTURE_USER, &found, &error));
    assert_string_equal(fixture_text(store,
                                     "SELECT json_extract(after, '$.name') FROM history"
                                     " WHERE person_id = :id ORDER BY rowid DESC",
                                     mother),
                        "Бековдор");
    assert_string_equal(fixture_text(store,
                                     "SELECT json_extract(after, '$.person') FROM journal"
                                     " WHERE subject = :id AND act = 'household.change'",
                                     home),
                        mother);
    household_release(&found);
    assert_status(household_load(store, son, &found, &error), STATUS_NOT_FOUND);
    assert_journal_is_whole(store);
}

static void a_household_of_nobody_keeps_no_name(void **state)
{
    (void)state;
    struct household found;
    assert_ok(person_erase(store, FIXTURE_USER, mother, "asked", &error));
    assert_ok(household_load(store, home, &found, &error));
    assert_string_equal(found.name, "");
    assert_null(found.address);
    household_release(&found);
    assert_journal_is_whole(store);
}

static enum status try_join(void *self)
{
    return join(self);
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    struct household_member member = make_member(son);
    member.is_head = true;
    assert_all_or_nothing(store, try_join, &member);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_household_comes_back_with_its_head, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_new_head_takes_the_place_of_the_old, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_leaves_is_listed_with_the_day_and_may_come_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(days_and_people_that_cannot_be_are_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_merged_or_erased_person_joins_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_change_is_told_in_the_history_of_the_head, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_household_of_nobody_keeps_no_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
