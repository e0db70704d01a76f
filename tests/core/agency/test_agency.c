/* SPDX-License-Identifier: Apache-2.0 */
#include "agency/agency_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct day today(void)
{
    return fixture_day("2026-11-24");
}

static struct agency make(const char *name, const char *kind, const char *service)
{
    struct agency agency = { .name = strdup(name), .country = "KGZ", .is_active = true };
    snprintf(agency.kind, sizeof(agency.kind), "%s", kind);
    assert_ok(agency_add_service(&agency, service, &error));
    return agency;
}

/* Keeps it, gives its id and forgets it. */
static void keep(struct agency *agency, char id[UUID_TEXT_SIZE])
{
    assert_ok(agency_add(store, FIXTURE_USER, agency, today(), &error));
    memcpy(id, agency->id, UUID_TEXT_SIZE);
    agency_release(agency);
}

static struct agency load(const char *id)
{
    struct agency agency;
    assert_ok(agency_load(store, id, &agency, &error));
    return agency;
}

/* ---- Rules */

static void what_was_checked_ninety_days_ago_is_still_good_the_day_after_it_is_not(void **state)
{
    (void)state;
    struct agency agency = { .has_checked_on = true, .checked_on = fixture_day("2026-08-26") };
    assert_false(agency_is_stale(&agency, today()));
    agency.checked_on = fixture_day("2026-08-25");
    assert_true(agency_is_stale(&agency, today()));
    agency.has_checked_on = false;
    assert_true(agency_is_stale(&agency, today()));
}

static void codes_are_small_letters_and_underscores(void **state)
{
    (void)state;
    char longest[AGENCY_KIND_MAX + 2];
    memset(longest, 'a', sizeof(longest));
    longest[AGENCY_KIND_MAX + 1] = '\0';
    assert_false(agency_code_is_valid(longest, AGENCY_KIND_MAX));
    longest[AGENCY_KIND_MAX] = '\0';
    assert_true(agency_code_is_valid(longest, AGENCY_KIND_MAX));
    assert_true(agency_code_is_valid("legal_aid", AGENCY_SERVICE_MAX));
    assert_false(agency_code_is_valid("", AGENCY_KIND_MAX));
    assert_false(agency_code_is_valid("Police", AGENCY_KIND_MAX));
    assert_false(agency_code_is_valid("legal aid", AGENCY_KIND_MAX));
    assert_false(agency_code_is_valid("суд", AGENCY_KIND_MAX));
}

static void a_body_that_cannot_be_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct agency agency = make("Юридическая клиника", "legal_aid", "advice");
    char *name = agency.name;
    agency.name = NULL;
    assert_status(agency_add(store, FIXTURE_USER, &agency, today(), &error), STATUS_TEXT_EMPTY);
    agency.name = name;
    memcpy(agency.country, "QQQ", 4);
    assert_status(agency_add(store, FIXTURE_USER, &agency, today(), &error), STATUS_INVALID);
    agency.country[0] = '\0';
    assert_status(agency_add(store, FIXTURE_USER, &agency, today(), &error), STATUS_INVALID);
    memcpy(agency.country, "KGZ", 4);
    memcpy(agency.kind, "a b", 4);
    assert_status(agency_add(store, FIXTURE_USER, &agency, today(), &error), STATUS_INVALID);
    memcpy(agency.kind, "a_b", 4);
    assert_status(agency_add_service(&agency, "Advice!", &error), STATUS_INVALID);
    agency.has_checked_on = true;
    agency.checked_on = fixture_day("2026-11-25");
    assert_status(agency_add(store, FIXTURE_USER, &agency, today(), &error), STATUS_DATE_INVALID);
    agency.has_checked_on = false;
    agency.phone = strdup("0312\x01");
    assert_status(agency_add(store, FIXTURE_USER, &agency, today(), &error), STATUS_TEXT_CONTROL);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    agency_release(&agency);
}

/* ---- Keeping */

static void a_body_comes_back_as_it_was_kept(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct agency agency = make(" Кризисный центр ", "shelter", "shelter");
    assert_ok(agency_add_service(&agency, "counselling", &error));
    assert_ok(agency_add_service(&agency, "shelter", &error));
    agency.address = strdup("Ош, 1");
    agency.hours = strdup("9-18");
    agency.is_protected = true;
    agency.has_checked_on = true;
    agency.checked_on = fixture_day("2026-11-01");
    agency.has_valid_until = true;
    agency.valid_until = fixture_day("2027-12-31");
    keep(&agency, id);
    struct agency found = load(id);
    assert_string_equal(found.name, "Кризисный центр");
    assert_string_equal(found.address, "Ош, 1");
    assert_null(found.phone);
    assert_true(found.is_protected && found.is_active && found.has_valid_until);
    assert_int_equal(day_compare(found.checked_on, fixture_day("2026-11-01")), 0);
    assert_string_equal(found.checked_by, FIXTURE_USER);
    assert_int_equal(found.services.count, 2);
    assert_string_equal(found.services.items[0], "counselling");
    agency_release(&found);
    assert_string_equal(fixture_text(store,
                                     "SELECT act || json_extract(after, '$.services') FROM journal"
                                     " WHERE subject = :id",
                                     id),
                        "agency.add[\"counselling\",\"shelter\"]");
    assert_journal_is_whole(store);
}

static void whoever_checks_it_again_is_named_and_nobody_else(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct agency agency = make("ЗАГС", "registry", "birth_certificate");
    agency.has_checked_on = true;
    agency.checked_on = fixture_day("2026-06-01");
    keep(&agency, id);
    struct agency found = load(id);
    found.hours = strdup("9-13");
    assert_ok(agency_change(store, FIXTURE_OTHER_USER, &found, today(), &error));
    agency_release(&found);
    found = load(id);
    assert_string_equal(found.hours, "9-13");
    assert_string_equal(found.checked_by, FIXTURE_USER);
    found.checked_on = today();
    found.services.count = 0;
    assert_ok(agency_change(store, FIXTURE_OTHER_USER, &found, today(), &error));
    agency_release(&found);
    found = load(id);
    assert_string_equal(found.checked_by, FIXTURE_OTHER_USER);
    assert_int_equal(found.services.count, 0);
    found.has_checked_on = false;
    assert_ok(agency_change(store, FIXTURE_USER, &found, today(), &error));
    agency_release(&found);
    found = load(id);
    assert_string_equal(found.checked_by, "");
    agency_release(&found);
    assert_journal_is_whole(store);
}

static void a_change_that_changes_nothing_is_no_entry(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct agency agency = make("ЗАГС", "registry", "birth_certificate");
    keep(&agency, id);
    struct agency found = load(id);
    assert_ok(agency_change(store, FIXTURE_OTHER_USER, &found, today(), &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 1);
    found.id[0] = 'f';
    assert_status(agency_change(store, FIXTURE_USER, &found, today(), &error), STATUS_NOT_FOUND);
    agency_release(&found);
}

static void the_list_is_by_kind_by_service_and_without_who_closed(void **state)
{
    (void)state;
    char ids[3][UUID_TEXT_SIZE];
    struct agency_list list;
    struct agency agency = make("Вторая", "legal_aid", "advice");
    keep(&agency, ids[0]);
    agency = make("Первая", "legal_aid", "court_help");
    keep(&agency, ids[1]);
    agency = make("Полиция", "police", "advice");
    agency.is_active = false;
    keep(&agency, ids[2]);
    assert_ok(agency_list(store, &(const struct agency_filter){ .kind = NULL }, &list, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].id, ids[0]);
    assert_string_equal(list.items[1].services.items[0], "court_help");
    agency_list_release(&list);
    assert_ok(agency_list(
        store, &(const struct agency_filter){ .service = "advice", .includes_inactive = true },
        &list, &error));
    assert_int_equal(list.count, 2);
    agency_list_release(&list);
    assert_ok(agency_list(store, &(const struct agency_filter){ .kind = "police" }, &list, &error));
    assert_int_equal(list.count, 0);
    agency_list_release(&list);
}

static void a_body_is_found_by_the_beginning_of_its_id(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char beginning[9];
    char found[UUID_TEXT_SIZE];
    struct agency agency = make("ЗАГС", "registry", "birth_certificate");
    keep(&agency, id);
    snprintf(beginning, sizeof(beginning), "%.8s", id);
    assert_ok(agency_find(store, beginning, found, &error));
    assert_string_equal(found, id);
    assert_status(agency_find(store, "ffffffff", found, &error), STATUS_NOT_FOUND);
}

/* ---- Faults */

static enum status try_change(void *self)
{
    return agency_change(store, FIXTURE_USER, self, today(), &error);
}

static void an_interrupted_change_leaves_nothing_behind(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct agency agency = make("ЗАГС", "registry", "birth_certificate");
    keep(&agency, id);
    agency = load(id);
    free(agency.name);
    agency.name = strdup("Другое");
    assert_ok(agency_add_service(&agency, "more", &error));
    assert_all_or_nothing(store, try_change, &agency);
    agency_release(&agency);
    assert_journal_is_whole(store);
}

static void a_body_keeps_its_languages_the_one_for_writing_first(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct agency agency = make("ЗАГС", "registry", "birth_certificate");
    assert_ok(agency_add_language(&agency, "ru", &error));
    assert_ok(agency_add_language(&agency, "ky", &error));
    assert_ok(agency_add_language(&agency, "ru", &error));
    assert_status(agency_add_language(&agency, "Русский", &error), STATUS_INVALID);
    snprintf(agency.of_country, sizeof(agency.of_country), "TJK");
    keep(&agency, id);

    agency = load(id);

    assert_int_equal(agency.language_count, 2);
    assert_string_equal(agency.languages[0], "ru");
    assert_string_equal(agency.languages[1], "ky");
    assert_string_equal(agency.of_country, "TJK");
    agency_release(&agency);
}

static void whoever_was_checked_lately_stands_first(void **state)
{
    (void)state;
    struct agency items[] = { { .name = NULL, .kind = "a" },
                              { .kind = "b", .checked_on = today(), .has_checked_on = true },
                              { .kind = "c" },
                              { .kind = "d", .checked_on = today(), .has_checked_on = true } };
    struct agency_list agencies = { .items = items, .count = 4 };

    agency_list_put_fresh_first(&agencies, today());

    assert_string_equal(items[0].kind, "b");
    assert_string_equal(items[1].kind, "d");
    assert_string_equal(items[2].kind, "a");
    assert_string_equal(items[3].kind, "c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_checked_ninety_days_ago_is_still_good_the_day_after_it_is_not),
        cmocka_unit_test(codes_are_small_letters_and_underscores),
        cmocka_unit_test_setup_teardown(a_body_that_cannot_be_is_refused_and_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_body_comes_back_as_it_was_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(whoever_checks_it_again_is_named_and_nobody_else, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_change_that_changes_nothing_is_no_entry, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_list_is_by_kind_by_service_and_without_who_closed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_body_is_found_by_the_beginning_of_its_id, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_change_leaves_nothing_behind, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_body_keeps_its_languages_the_one_for_writing_first,
                                        set_up, tear_down),
        cmocka_unit_test(whoever_was_checked_lately_stands_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
