/* SPDX-License-Identifier: Apache-2.0 */
#include "store/case_number.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <string.h>

static struct error error;

static int take(struct store *store, const char *office, int year)
{
    struct case_number number = { .country = "KG", .year = year };
    strcpy(number.office, office);
    assert_ok(case_number_take(store, &number, &error));
    return number.sequence;
}

static int take_one(struct store *store)
{
    assert_ok(store_begin(store, &error));
    const int sequence = take(store, "OSH", 2026);
    assert_ok(store_commit(store, &error));
    return sequence;
}

static void every_office_and_year_counts_for_itself(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_begin(store, &error));
    assert_int_equal(take(store, "OSH", 2026), 1);
    assert_int_equal(take(store, "OSH", 2026), 2);
    assert_int_equal(take(store, "BATKEN", 2026), 1);
    assert_int_equal(take(store, "OSH", 2027), 1);
    assert_int_equal(take(store, "OSH", 2026), 3);
    assert_ok(store_commit(store, &error));
    store_close(&store);
}

static void a_number_is_taken_only_in_a_transaction(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    struct case_number number = { .country = "KG", .office = "OSH", .year = 2026 };
    assert_status(case_number_take(store, &number, &error), STATUS_INTERNAL);
    store_close(&store);
}

static void two_programs_get_no_gap_and_no_number_twice(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *one = fixture_store_open(path);
    struct store *two = fixture_store_open(path);
    for (int i = 1; i <= 20; i += 2) {
        assert_int_equal(take_one(one), i);
        assert_int_equal(take_one(two), i + 1);
    }
    store_close(&one);
    store_close(&two);
    fixture_folder_remove(path);
}

static void a_rolled_back_transaction_gives_its_number_back(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *one = fixture_store_open(path);
    struct store *two = fixture_store_open(path);
    assert_int_equal(take_one(one), 1);
    assert_ok(store_begin(one, &error));
    assert_int_equal(take(one, "OSH", 2026), 2);
    store_rollback(one);
    assert_int_equal(take_one(two), 2);
    assert_int_equal(take_one(one), 3);
    store_close(&one);
    store_close(&two);
    fixture_folder_remove(path);
}

static void the_last_number_is_the_last(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_execute(store,
                            "INSERT INTO case_number (country, office, year, last)"
                            " VALUES ('KG', 'OSH', 2026, 999998)",
                            &error));
    assert_int_equal(take_one(store), 999999);
    struct case_number number = { .country = "KG", .office = "OSH", .year = 2026 };
    assert_ok(store_begin(store, &error));
    assert_status(case_number_take(store, &number, &error), STATUS_INVALID);
    store_rollback(store);
    store_close(&store);
}

static void a_number_is_written_and_read_in_one_way(void **state)
{
    (void)state;
    const char *numbers[] = { "KG-OSH-2026-000117", "UZ-T1-1999-999999",
                              "KZ-ALMATY01-2026-000001" };
    for (size_t i = 0; i < 3; i++) {
        struct case_number number;
        char text[CASE_NUMBER_TEXT_SIZE];
        assert_ok(case_number_parse(&number, numbers[i], &error));
        case_number_format(&number, text);
        assert_string_equal(text, numbers[i]);
    }
    struct case_number number;
    assert_ok(case_number_parse(&number, "KG-OSH-2026-000117", &error));
    assert_string_equal(number.country, "KG");
    assert_string_equal(number.office, "OSH");
    assert_int_equal(number.year, 2026);
    assert_int_equal(number.sequence, 117);
}

static void what_is_no_number_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum status status;
    } wrong[] = {
        { "", STATUS_INVALID },
        { "KG", STATUS_INVALID },
        { "KG-OSH", STATUS_INVALID },
        { "KG-OSH-2026", STATUS_INVALID },
        { "KG-OSH-2026-", STATUS_INVALID },
        { "KG-OSH-2026-00011", STATUS_INVALID },
        { "KG-OSH-2026-0001170", STATUS_INVALID },
        { "KG-OSH-2026-000117 ", STATUS_INVALID },
        { "KG-OSH-2026-000000", STATUS_INVALID },
        { "KG-OSH-0026-000117", STATUS_INVALID },
        { "KG-OSH-26-000117", STATUS_INVALID },
        { "KG-OSH-2O26-000117", STATUS_INVALID },
        { "KG-OSH-2026_000117", STATUS_INVALID },
        { "RU-OSH-2026-000117", STATUS_INVALID },
        { "kg-OSH-2026-000117", STATUS_INVALID },
        { "KGZ-OSH-2026-000117", STATUS_INVALID },
        { "KG-O-2026-000117", STATUS_NAME_INVALID },
        { "KG-osh-2026-000117", STATUS_NAME_INVALID },
        { "KG-OSH.1-2026-000117", STATUS_NAME_INVALID },
        { "KG-OSHOSHOSH-2026-000117", STATUS_INVALID },
        { "KG--2026-000117", STATUS_NAME_INVALID },
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct case_number number = { .sequence = 5 };
        if (case_number_parse(&number, wrong[i].text, &error) != wrong[i].status)
            fail_msg("\"%s\": %s", wrong[i].text, status_name(error.status));
        assert_int_equal(number.sequence, 5);
    }
}

static void a_wrong_place_or_year_gets_no_number(void **state)
{
    (void)state;
    static const struct {
        struct case_number number;
        enum status status;
    } wrong[] = {
        { { .country = "RU", .office = "OSH", .year = 2026 }, STATUS_INVALID },
        { { .country = "KG", .office = "O", .year = 2026 }, STATUS_NAME_INVALID },
        { { .country = "KG", .office = "OSH-2", .year = 2026 }, STATUS_NAME_INVALID },
        { { .country = "KG", .office = "OSH", .year = 26 }, STATUS_INVALID },
        { { .country = "KG", .office = "OSH", .year = 10000 }, STATUS_INVALID },
    };
    struct store *store = fixture_store_memory();
    assert_ok(store_begin(store, &error));
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct case_number number = wrong[i].number;
        assert_status(case_number_take(store, &number, &error), wrong[i].status);
    }
    store_rollback(store);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM case_number"), 0);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_office_and_year_counts_for_itself),
        cmocka_unit_test(a_number_is_taken_only_in_a_transaction),
        cmocka_unit_test(two_programs_get_no_gap_and_no_number_twice),
        cmocka_unit_test(a_rolled_back_transaction_gives_its_number_back),
        cmocka_unit_test(the_last_number_is_the_last),
        cmocka_unit_test(a_number_is_written_and_read_in_one_way),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(a_wrong_place_or_year_gets_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
