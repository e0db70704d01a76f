/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_lookup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "person/person_store.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char id[UUID_TEXT_SIZE];
static char found[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", id);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

/* The first "length" signs of the id. */
static const char *beginning(size_t length)
{
    static char text[UUID_TEXT_SIZE];
    memcpy(text, id, length);
    text[length] = '\0';
    return text;
}

static void the_beginning_of_an_id_finds_it(void **state)
{
    (void)state;
    for (size_t length = PERSON_ID_PREFIX_MIN; length < UUID_TEXT_SIZE; length++) {
        assert_ok(person_find_id(store, beginning(length), found, &error));
        assert_string_equal(found, id);
    }
}

static void capitals_find_it_too(void **state)
{
    char capitals[UUID_TEXT_SIZE];
    (void)state;
    strcpy(capitals, id);
    for (char *at = capitals; *at != '\0'; at++)
        *at = (char)(*at >= 'a' && *at <= 'f' ? *at - 'a' + 'A' : *at);
    assert_ok(person_find_id(store, capitals, found, &error));
    assert_string_equal(found, id);
}

static void the_hyphens_may_be_left_out(void **state)
{
    char plain[UUID_TEXT_SIZE];
    size_t length = 0;
    (void)state;
    for (const char *at = id; *at != '\0'; at++)
        if (*at != '-')
            plain[length++] = *at;
    for (; length >= PERSON_ID_PREFIX_MIN; length--) {
        plain[length] = '\0';
        assert_ok(person_find_id(store, plain, found, &error));
        assert_string_equal(found, id);
    }
}

static void what_cannot_be_an_id_is_invalid(void **state)
{
    char longer[UUID_TEXT_SIZE + 1];
    (void)state;
    snprintf(longer, sizeof(longer), "%s0", id);
    assert_status(person_find_id(store, beginning(7), found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, longer, found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, "0192-0000", found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, "01920000--", found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, "", found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, "0192%%%%", found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, "Асанова!", found, &error), STATUS_INVALID);
    assert_status(person_find_id(store, "ffffffff", found, &error), STATUS_NOT_FOUND);
}

static void a_beginning_that_several_share_finds_none(void **state)
{
    char other[UUID_TEXT_SIZE];
    (void)state;
    fixture_record_add(store, "Асанов", "Бек", other);
    size_t shared = 0;
    while (id[shared] == other[shared])
        shared++;
    assert_true(shared >= PERSON_ID_PREFIX_MIN);
    assert_status(person_find_id(store, beginning(shared), found, &error), STATUS_EXISTS);
    assert_ok(person_find_id(store, beginning(shared + 1), found, &error));
    assert_string_equal(found, id);
}

/* ---- merged and erased */

struct visit {
    int count;
    char merged_id[UUID_TEXT_SIZE];
    char name[64];
    char reason[64];
};

static bool note(void *self, const struct person_merge_note *note)
{
    struct visit *visit = self;
    visit->count++;
    snprintf(visit->merged_id, sizeof(visit->merged_id), "%s", note->merged_id);
    snprintf(visit->name, sizeof(visit->name), "%s", note->name);
    snprintf(visit->reason, sizeof(visit->reason), "%s", note->reason);
    assert_string_equal(note->merged_by, FIXTURE_USER);
    return true;
}

static void a_merged_record_is_listed_with_its_name_until_the_merge_is_undone(void **state)
{
    char merged[UUID_TEXT_SIZE];
    struct visit visit = { .count = 0 };
    (void)state;
    fixture_record_add(store, "Asanova", "Aigul", merged);
    assert_ok(person_merge(store, FIXTURE_USER, id, merged, "one passport", &error));
    assert_ok(person_each_merged(store, id, note, &visit, &error));
    assert_int_equal(visit.count, 1);
    assert_string_equal(visit.merged_id, merged);
    assert_string_equal(visit.name, "Asanova Aigul");
    assert_string_equal(visit.reason, "one passport");
    assert_ok(person_unmerge(store, FIXTURE_USER, merged, &error));
    assert_ok(person_each_merged(store, id, note, &visit, &error));
    assert_int_equal(visit.count, 1);
}

static void an_erasure_is_found_with_its_reason(void **state)
{
    struct person_erasure erasure;
    (void)state;
    assert_status(person_find_erasure(store, id, &erasure, &error), STATUS_NOT_FOUND);
    assert_ok(person_erase(store, FIXTURE_USER, id, "asked for", &error));
    assert_ok(person_find_erasure(store, id, &erasure, &error));
    assert_string_equal(erasure.reason, "asked for");
    assert_string_equal(erasure.erased_by, FIXTURE_USER);
    assert_string_equal(erasure.erased_at, FIXTURE_MOMENT_TEXT);
    free(erasure.reason);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_beginning_of_an_id_finds_it),
        TEST(capitals_find_it_too),
        TEST(the_hyphens_may_be_left_out),
        TEST(what_cannot_be_an_id_is_invalid),
        TEST(a_beginning_that_several_share_finds_none),
        TEST(a_merged_record_is_listed_with_its_name_until_the_merge_is_undone),
        TEST(an_erasure_is_found_with_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
