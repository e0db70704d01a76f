/* SPDX-License-Identifier: Apache-2.0 */
#include "name/sound.h"
#include "search/sound_store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct error error;

struct seen {
    char names[400]; /* "rahim*2 karim*1 " */
    size_t count, most;
};

static bool see(void *self, const char *skeleton, long long people)
{
    struct seen *seen = self;
    size_t length = strlen(seen->names);
    snprintf(seen->names + length, sizeof(seen->names) - length, "%s*%lld ", skeleton, people);
    return ++seen->count != seen->most;
}

static void add(struct store *store, const char *skeleton)
{
    assert_ok(sound_add(store, skeleton, &error));
}

static void take(struct store *store, const char *skeleton)
{
    assert_ok(sound_remove(store, skeleton, &error));
}

static struct seen look(struct store *store, const char *bones, bool is_prefix, int most)
{
    struct seen seen = { .count = 0 };
    const struct sound_visit visit = { see, &seen };
    assert_ok(sound_each(store, bones, is_prefix, most, &visit, &error));
    return seen;
}

static bool is_a_slip(struct store *store, const char *bones, const char *expected)
{
    struct seen seen = { .count = 0 };
    const struct sound_visit visit = { see, &seen };
    assert_ok(sound_each_slip(store, bones, &visit, &error));
    return strstr(seen.names, expected) != NULL;
}

static void people_are_counted_up_and_down(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    add(store, "rahim");
    add(store, "rahim");
    add(store, "rahima");
    assert_string_equal(look(store, "rhm", false, 0).names, "rahim*2 rahima*1 ");
    take(store, "rahim");
    assert_string_equal(look(store, "rhm", false, 0).names, "rahim*1 rahima*1 ");
    take(store, "rahim");
    assert_string_equal(look(store, "rhm", false, 0).names, "rahima*1 ");
    store_close(&store);
}

static void what_nobody_has_any_more_leaves_nothing_behind(void **state)
{
    (void)state;
    static const char *const names[] = { "rahim", "rahima", "rahim", "a", "uluk4ibwh", "aziz" };
    const size_t count = sizeof(names) / sizeof(names[0]);
    struct store *store = fixture_store_memory();
    for (size_t i = 0; i < count; i++)
        add(store, names[i]);
    assert_true(fixture_number(store, "SELECT count(*) FROM name_slip") > 10);
    for (size_t i = count; i > 0; i--)
        take(store, names[i - 1]);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM name_sound"), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM name_slip"), 0);
    store_close(&store);
}

static void slips_stay_as_long_as_one_name_has_these_bones(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    add(store, "rahim");
    add(store, "rahima");
    take(store, "rahim");
    assert_true(is_a_slip(store, "rm", "rahima*1"));
    store_close(&store);
}

static void removing_what_is_not_there_changes_nothing(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    add(store, "rahim");
    take(store, "karim");
    take(store, "rahima");
    assert_string_equal(look(store, "rhm", false, 0).names, "rahim*1 ");
    assert_true(is_a_slip(store, "rm", "rahim*1"));
    store_close(&store);
}

static void a_name_without_sounds_is_none(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    add(store, "");
    take(store, "");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM name_sound"), 0);
    store_close(&store);
}

static void a_name_longer_than_the_table_allows_is_kept_by_its_beginning(void **state)
{
    (void)state;
    char skeleton[SOUND_SIZE];
    struct store *store = fixture_store_memory();
    memset(skeleton, 'k', sizeof(skeleton) - 1);
    skeleton[sizeof(skeleton) - 1] = '\0';
    add(store, skeleton);
    add(store, skeleton);
    assert_int_equal(fixture_number(store, "SELECT length(skeleton) FROM name_sound"), 60);
    take(store, skeleton);
    take(store, skeleton);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM name_sound"), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM name_slip"), 0);
    store_close(&store);
}

static void a_beginning_finds_all_that_begin_so_and_no_other(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    static const char *const names[] = { "rahim", "rahmon", "ravshan", "sahim", "rasul" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        add(store, names[i]);
    struct seen seen = look(store, "rh", true, 100);
    assert_int_equal(seen.count, 2);
    assert_non_null(strstr(seen.names, "rahim*1"));
    assert_non_null(strstr(seen.names, "rahmon*1"));
    assert_int_equal(look(store, "r", true, 100).count, 4);
    assert_int_equal(look(store, "r", true, 3).count, 3);
    assert_int_equal(look(store, "rh", false, 0).count, 0);
    store_close(&store);
}

static void one_sound_left_out_put_in_or_changed_is_a_slip(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    add(store, "rahim");
    static const char *const slips[] = { "rhm",  "hm",   "rm",  "rh",  "rhmn",
                                         "srhm", "rkhm", "shm", "rkm", "rhn" };
    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++)
        assert_true(is_a_slip(store, slips[i], "rahim*1"));
    static const char *const others[] = { "skm", "r", "rhmnn", "kln" };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_false(is_a_slip(store, others[i], "rahim"));
    store_close(&store);
}

static void a_visitor_can_stop(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    add(store, "rahim");
    add(store, "rahima");
    add(store, "rohim");
    struct seen seen = { .most = 1 };
    const struct sound_visit visit = { see, &seen };
    assert_ok(sound_each(store, "rhm", false, 0, &visit, &error));
    assert_int_equal(seen.count, 1);
    seen = (struct seen){ .most = 2 };
    assert_ok(sound_each_slip(store, "rhm", &visit, &error));
    assert_int_equal(seen.count, 2);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_are_counted_up_and_down),
        cmocka_unit_test(what_nobody_has_any_more_leaves_nothing_behind),
        cmocka_unit_test(slips_stay_as_long_as_one_name_has_these_bones),
        cmocka_unit_test(removing_what_is_not_there_changes_nothing),
        cmocka_unit_test(a_name_without_sounds_is_none),
        cmocka_unit_test(a_name_longer_than_the_table_allows_is_kept_by_its_beginning),
        cmocka_unit_test(a_beginning_finds_all_that_begin_so_and_no_other),
        cmocka_unit_test(one_sound_left_out_put_in_or_changed_is_a_slip),
        cmocka_unit_test(a_visitor_can_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
