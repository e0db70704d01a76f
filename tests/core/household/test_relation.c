/* SPDX-License-Identifier: Apache-2.0 */
#include "household/relation_store.h"

#include <stdlib.h>
#include <string.h>

#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char mother[UUID_TEXT_SIZE];
static char son[UUID_TEXT_SIZE];
static char other[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", mother);
    fixture_record_add(store, "Асанов", "Бек", son);
    fixture_record_add(store, "Бекова", "Нур", other);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct relation make(const char *person_id, const char *other_id, enum relation_kind kind)
{
    struct relation relation = { .kind = kind };
    memcpy(relation.person_id, person_id, UUID_TEXT_SIZE);
    memcpy(relation.other_id, other_id, UUID_TEXT_SIZE);
    return relation;
}

static enum status add(struct relation *relation)
{
    return relation_add(store, FIXTURE_USER, relation, &error);
}

static unsigned doubts(const struct relation *relation)
{
    unsigned found = 0;
    assert_ok(relation_check(store, relation, &found, &error));
    return found;
}

/* ---- Kinds */

static void every_kind_has_an_inverse_that_leads_back(void **state)
{
    (void)state;
    for (enum relation_kind kind = 0; kind < RELATION_KIND_COUNT; kind++) {
        enum relation_kind found;
        const enum relation_kind inverse = relation_kind_inverse(kind);
        assert_ok(relation_kind_parse(&found, relation_kind_word(kind), &error));
        assert_int_equal(found, kind);
        /* A mother's inverse is a child, whose inverse is a parent. */
        assert_int_equal(relation_kind_inverse(relation_kind_inverse(inverse)), inverse);
    }
    assert_int_equal(relation_kind_inverse(RELATION_MOTHER), RELATION_CHILD);
    assert_int_equal(relation_kind_inverse(RELATION_WARD), RELATION_GUARDIAN);
    assert_int_equal(relation_kind_inverse(RELATION_SPOUSE), RELATION_SPOUSE);
    enum relation_kind found;
    assert_status(relation_kind_parse(&found, "aunt", &error), STATUS_INVALID);
}

/* ---- Keeping */

static void a_relation_is_listed_from_both_sides(void **state)
{
    (void)state;
    struct relation_list list;
    struct relation relation = make(mother, son, RELATION_MOTHER);
    relation.is_proved = true;
    assert_int_equal(add(&relation), STATUS_OK);
    assert_ok(relation_list(store, mother, &list, &error));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].kind, RELATION_MOTHER);
    assert_string_equal(list.items[0].other_id, son);
    assert_true(list.items[0].is_proved);
    free(list.items);
    assert_ok(relation_list(store, son, &list, &error));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].kind, RELATION_CHILD);
    assert_string_equal(list.items[0].person_id, son);
    assert_string_equal(list.items[0].other_id, mother);
    assert_string_equal(list.items[0].id, relation.id);
    free(list.items);
    assert_journal_is_whole(store);
}

static void the_same_tie_is_not_said_twice(void **state)
{
    (void)state;
    struct relation relation = make(mother, son, RELATION_MOTHER);
    struct relation again = make(mother, son, RELATION_MOTHER);
    struct relation back = make(son, mother, RELATION_CHILD);
    struct relation spouse = make(mother, other, RELATION_SPOUSE);
    struct relation spouse_back = make(other, mother, RELATION_SPOUSE);
    struct relation guardian = make(mother, son, RELATION_GUARDIAN);
    assert_int_equal(add(&relation), STATUS_OK);
    assert_int_equal(add(&again), STATUS_EXISTS);
    assert_int_equal(add(&back), STATUS_EXISTS);
    assert_int_equal(add(&spouse), STATUS_OK);
    assert_int_equal(add(&spouse_back), STATUS_EXISTS);
    assert_int_equal(add(&guardian), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM relation"), 3);
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    struct relation self = make(mother, mother, RELATION_SPOUSE);
    struct relation nobody = make(mother, FIXTURE_USER, RELATION_SPOUSE);
    struct relation no_kind = make(mother, son, RELATION_KIND_COUNT);
    struct relation future = make(mother, son, RELATION_GUARDIAN);
    future.ended_on = fixture_day("2030-01-01");
    future.has_ended_on = true;
    assert_int_equal(add(&self), STATUS_INVALID);
    assert_int_equal(add(&nobody), STATUS_NOT_FOUND);
    assert_int_equal(add(&no_kind), STATUS_INVALID);
    assert_int_equal(add(&future), STATUS_DATE_INVALID);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM relation"), 0);
}

static void a_relation_can_be_proved_ended_and_taken_back(void **state)
{
    (void)state;
    struct relation_list list;
    struct relation relation = make(mother, other, RELATION_SPOUSE);
    assert_int_equal(add(&relation), STATUS_OK);
    relation.is_proved = true;
    relation.ended_on = fixture_day("2019-05-06");
    relation.has_ended_on = true;
    assert_ok(relation_change(store, FIXTURE_USER, &relation, &error));
    assert_ok(relation_list(store, other, &list, &error));
    assert_true(list.items[0].is_proved && list.items[0].has_ended_on);
    free(list.items);
    assert_ok(relation_remove(store, FIXTURE_USER, relation.id, &error));
    assert_status(relation_remove(store, FIXTURE_USER, relation.id, &error), STATUS_NOT_FOUND);
    assert_status(relation_change(store, FIXTURE_USER, &relation, &error), STATUS_NOT_FOUND);
    assert_string_equal(
        fixture_text(store, "SELECT group_concat(act, ' ') FROM journal WHERE subject = :id",
                     mother),
        "person.add relation.add relation.change relation.remove");
    assert_journal_is_whole(store);
}

/* ---- Doubts */

static void set_birth(const char *id, const char *day, const char *precision, int sex)
{
    fixture_rows_run(store,
                     "UPDATE person SET birth_date = '%q', birth_precision = '%q', sex = %d"
                     " WHERE id = '%q'",
                     day, precision, sex, id);
}

static void a_parent_younger_than_the_child_is_doubted(void **state)
{
    (void)state;
    const struct relation parent = make(mother, son, RELATION_PARENT);
    const struct relation child = make(son, mother, RELATION_CHILD);
    const struct relation spouse = make(son, mother, RELATION_SPOUSE);
    assert_int_equal(doubts(&parent), RELATION_DOUBT_NONE); /* no dates */
    set_birth(mother, "2001-01-01", "day", 0);
    set_birth(son, "2000-01-01", "day", 0);
    assert_int_equal(doubts(&parent), RELATION_DOUBT_PARENT_YOUNGER);
    assert_int_equal(doubts(&child), RELATION_DOUBT_PARENT_YOUNGER);
    assert_int_equal(doubts(&spouse), RELATION_DOUBT_NONE);
    set_birth(mother, "2001-01-01", "estimated", 0); /* 1999 at the earliest */
    assert_int_equal(doubts(&parent), RELATION_DOUBT_NONE);
    set_birth(mother, "1980-01-01", "year", 0);
    assert_int_equal(doubts(&parent), RELATION_DOUBT_NONE);
}

static void a_second_mother_is_doubted_and_a_second_parent_is_not(void **state)
{
    (void)state;
    struct relation first = make(mother, son, RELATION_MOTHER);
    const struct relation second = make(other, son, RELATION_MOTHER);
    const struct relation father = make(other, son, RELATION_FATHER);
    const struct relation parent = make(other, son, RELATION_PARENT);
    assert_int_equal(add(&first), STATUS_OK);
    assert_int_equal(doubts(&first), RELATION_DOUBT_NONE);
    assert_int_equal(doubts(&second), RELATION_DOUBT_SECOND_MOTHER);
    assert_int_equal(doubts(&father), RELATION_DOUBT_NONE);
    assert_int_equal(doubts(&parent), RELATION_DOUBT_NONE);
}

static void a_mans_motherhood_is_doubted(void **state)
{
    (void)state;
    const struct relation relation = make(mother, son, RELATION_MOTHER);
    set_birth(mother, "1980-01-01", "day", 1);
    assert_int_equal(doubts(&relation), RELATION_DOUBT_SEX);
    set_birth(mother, "1980-01-01", "day", 2);
    assert_int_equal(doubts(&relation), RELATION_DOUBT_NONE);
    set_birth(mother, "1980-01-01", "day", 9);
    assert_int_equal(doubts(&relation), RELATION_DOUBT_NONE);
}

static void doubts_about_nobody_are_not_found(void **state)
{
    (void)state;
    unsigned found = 0;
    const struct relation relation = make(mother, FIXTURE_USER, RELATION_MOTHER);
    assert_status(relation_check(store, &relation, &found, &error), STATUS_NOT_FOUND);
}

/* ---- Merging */

/* Ties that are the same from both sides are known to the merge by their words. */
static void a_merge_leaves_no_symmetric_tie_twice(void **state)
{
    (void)state;
    for (enum relation_kind kind = 0; kind < RELATION_KIND_COUNT; kind++) {
        char twin[UUID_TEXT_SIZE];
        char friend[UUID_TEXT_SIZE];
        if (relation_kind_inverse(kind) != kind)
            continue;
        fixture_record_add(store, "Асанова", "А.", twin);
        fixture_record_add(store, "Досова", "Ж.", friend);
        struct relation one = make(mother, friend, kind);
        struct relation two = make(friend, twin, kind);
        assert_int_equal(add(&one), STATUS_OK);
        assert_int_equal(add(&two), STATUS_OK);
        assert_ok(person_merge(store, FIXTURE_USER, mother, twin, "same", &error));
        struct relation_list list;
        assert_ok(relation_list(store, friend, &list, &error));
        assert_int_equal(list.count, 1);
        free(list.items);
    }
}

static enum status try_add(void *self)
{
    return add(self);
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    struct relation relation = make(mother, son, RELATION_MOTHER);
    assert_all_or_nothing(store, try_add, &relation);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_has_an_inverse_that_leads_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_relation_is_listed_from_both_sides, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_tie_is_not_said_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_relation_can_be_proved_ended_and_taken_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_parent_younger_than_the_child_is_doubted, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_second_mother_is_doubted_and_a_second_parent_is_not,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_mans_motherhood_is_doubted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(doubts_about_nobody_are_not_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_merge_leaves_no_symmetric_tie_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
