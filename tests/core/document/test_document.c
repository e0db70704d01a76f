/* SPDX-License-Identifier: Apache-2.0 */
#include "document/document_store.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "person/person_store.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct document make(const char *type)
{
    struct document document = { .type = strdup(type), .state = DOCUMENT_HELD };
    memcpy(document.person_id, person, sizeof(person));
    return document;
}

static struct document make_passport(void)
{
    struct document document = make("passport");
    document.series = strdup("an");
    document.number = strdup("123-4567");
    document.personal_number = strdup("21406199100001");
    strcpy(document.issuer_country, "KGZ");
    document.issuer = strdup("МКК 50-01");
    document.issued_place = strdup("Ош");
    document.issued_on = fixture_day("2016-12-01");
    document.has_issued_on = true;
    document.expires_on = fixture_day("2026-12-01");
    document.has_expires_on = true;
    document.holder_text = strdup("ASANOVA AIGUL");
    document.mrz = strdup("P<KGZASANOVA<<AIGUL<<<|AN1234567<1KGZ");
    document.is_original_seen = true;
    document.copy_location = strdup("папка 4");
    document.remark = strdup("угол оторван\nстраница 3");
    return document;
}

static enum status add(struct document *document)
{
    return document_add(store, FIXTURE_USER, document, &error);
}

/* ---- Types and states */

static void every_type_has_one_code(void **state)
{
    (void)state;
    assert_int_equal(document_type_count, 29);
    for (size_t i = 0; i < document_type_count; i++) {
        assert_ptr_equal(document_type_find(document_types[i].code), &document_types[i]);
        for (const char *sign = document_types[i].code; *sign != '\0'; sign++)
            assert_true(islower((unsigned char)*sign) || isdigit((unsigned char)*sign) ||
                        *sign == '_');
        assert_in_range(document_types[i].group, 0, DOCUMENT_GROUP_COUNT - 1);
    }
    assert_non_null(document_type_find("ussr_passport_1974"));
    assert_null(document_type_find("Passport"));
    assert_null(document_type_find(NULL));
}

static void every_state_leads_somewhere_and_back_to_a_paper_in_hand(void **state)
{
    (void)state;
    for (enum document_state from = 0; from < DOCUMENT_STATE_COUNT; from++) {
        enum document_state found;
        int ways = 0;
        assert_ok(document_state_parse(&found, document_state_word(from), &error));
        assert_int_equal(found, from);
        assert_false(document_state_can_follow(from, from));
        for (enum document_state to = 0; to < DOCUMENT_STATE_COUNT; to++)
            ways += document_state_can_follow(from, to);
        assert_true(ways > 0);
    }
    assert_true(document_state_can_follow(DOCUMENT_LOST, DOCUMENT_HELD));
    assert_true(document_state_can_follow(DOCUMENT_REFUSED, DOCUMENT_APPLIED_FOR));
    assert_false(document_state_can_follow(DOCUMENT_REFUSED, DOCUMENT_DAMAGED));
    assert_false(document_state_can_follow(DOCUMENT_APPLIED_FOR, DOCUMENT_LOST));
    enum document_state none;
    assert_status(document_state_parse(&none, "gone", &error), STATUS_INVALID);
}

static void the_last_day_counts_as_good(void **state)
{
    (void)state;
    struct document document = { .state = DOCUMENT_HELD, .has_expires_on = true };
    document.expires_on = fixture_day("2026-11-23");
    assert_false(document_is_outdated(&document, fixture_day("2026-11-23")));
    assert_true(document_is_outdated(&document, fixture_day("2026-11-24")));
    document.state = DOCUMENT_LOST;
    assert_false(document_is_outdated(&document, fixture_day("2026-11-24")));
    document = (struct document){ .state = DOCUMENT_HELD };
    assert_false(document_is_outdated(&document, fixture_day("2026-11-24")));
}

/* ---- Keeping */

static void a_document_comes_back_as_it_was_added(void **state)
{
    (void)state;
    struct document added = make_passport();
    struct document found;
    assert_int_equal(add(&added), STATUS_OK);
    assert_ok(document_load(store, added.id, &found, &error));
    assert_string_equal(found.person_id, person);
    assert_string_equal(found.type, "passport");
    assert_int_equal(found.state, DOCUMENT_HELD);
    assert_string_equal(found.series, "an");
    assert_string_equal(found.number, "123-4567");
    assert_string_equal(found.personal_number, "21406199100001");
    assert_string_equal(found.issuer_country, "KGZ");
    assert_string_equal(found.issuer, "МКК 50-01");
    assert_string_equal(found.issued_place, "Ош");
    assert_int_equal(day_compare(found.issued_on, added.issued_on), 0);
    assert_int_equal(day_compare(found.expires_on, added.expires_on), 0);
    assert_string_equal(found.holder_text, "ASANOVA AIGUL");
    assert_string_equal(found.mrz, added.mrz);
    assert_true(found.is_original_seen);
    assert_string_equal(found.copy_location, "папка 4");
    assert_string_equal(found.remark, "угол оторван\nстраница 3");
    assert_string_equal(found.created_at, FIXTURE_MOMENT_TEXT);
    assert_string_equal(
        fixture_text(store, "SELECT number_folded FROM identity_document WHERE id = :id", added.id),
        "AN1234567");
    document_release(&found);
    document_release(&added);
    assert_journal_is_whole(store);
}

static void the_papers_of_a_person_are_listed_in_order(void **state)
{
    (void)state;
    struct document_list list;
    struct document first = make("birth_certificate");
    struct document second = make("other");
    assert_int_equal(add(&first), STATUS_OK);
    assert_int_equal(add(&second), STATUS_OK);
    assert_ok(document_list(store, person, &list, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].id, first.id);
    assert_null(list.items[0].number);
    assert_string_equal(list.items[1].type, "other");
    document_list_release(&list);
    document_release(&first);
    document_release(&second);
}

static void what_expires_soon_is_listed_first_to_expire_first(void **state)
{
    (void)state;
    static const char *const days[] = { "2026-12-24", "2026-12-01", "2027-01-01" };
    struct document_list list;
    for (size_t i = 0; i < 3; i++) {
        struct document document = make("residence_permit");
        document.expires_on = fixture_day(days[i]);
        document.has_expires_on = true;
        assert_int_equal(add(&document), STATUS_OK);
        document_release(&document);
    }
    struct document lost = make("residence_permit");
    lost.state = DOCUMENT_LOST;
    lost.expires_on = fixture_day("2026-12-02");
    lost.has_expires_on = true;
    assert_int_equal(add(&lost), STATUS_OK);
    assert_ok(document_list_expiring(store, fixture_day("2026-12-24"), &list, &error));
    assert_int_equal(list.count, 2);
    assert_int_equal(day_compare(list.items[0].expires_on, fixture_day("2026-12-01")), 0);
    document_list_release(&list);
    document_release(&lost);
}

static void what_makes_no_sense_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct document document = make_passport();
    document.issued_on = fixture_day("2026-11-25");
    assert_int_equal(add(&document), STATUS_DATE_INVALID);
    document.issued_on = fixture_day("2026-11-24");
    document.expires_on = fixture_day("2026-11-23");
    assert_int_equal(add(&document), STATUS_DATE_INVALID);
    document.has_issued_on = false;
    document.mrz[0] = 'p';
    assert_int_equal(add(&document), STATUS_INVALID);
    document.mrz[0] = 'P';
    strcpy(document.issuer_country, "Kg");
    assert_int_equal(add(&document), STATUS_INVALID);
    document.issuer_country[0] = '\0';
    document.type[0] = 'P';
    assert_int_equal(add(&document), STATUS_INVALID);
    document.type[0] = 'p';
    document.state = DOCUMENT_STATE_COUNT;
    assert_int_equal(add(&document), STATUS_INVALID);
    document.state = DOCUMENT_HELD;
    document.remark[0] = '\x01'; /* the first half of a letter is gone */
    assert_int_equal(add(&document), STATUS_TEXT_INVALID);
    document.remark[0] = '\0';
    memcpy(document.person_id, FIXTURE_USER, sizeof(document.person_id));
    assert_int_equal(add(&document), STATUS_NOT_FOUND);
    memcpy(document.person_id, person, sizeof(document.person_id));
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    assert_int_equal(add(&document), STATUS_OK);
    document_release(&document);
}

static void the_papers_of_a_merged_person_are_the_survivors(void **state)
{
    (void)state;
    char survivor[UUID_TEXT_SIZE];
    struct document document = make_passport();
    struct document late = make("other");
    struct document_list list;
    fixture_record_add(store, "Asanova", "Aigul", survivor);
    assert_int_equal(add(&document), STATUS_OK);
    assert_ok(person_merge(store, FIXTURE_USER, survivor, person, "same", &error));
    assert_ok(document_list(store, survivor, &list, &error));
    assert_int_equal(list.count, 1);
    document_list_release(&list);
    assert_int_equal(add(&late), STATUS_REFUSED);
    assert_ok(document_change(store, FIXTURE_USER, &document, &error)); /* now the survivor's */
    document_release(&document);
    document_release(&late);
    assert_journal_is_whole(store);
}

/* ---- Changing */

static void the_later_of_two_changes_is_told_about_the_earlier(void **state)
{
    (void)state;
    struct document one = make_passport();
    struct document two;
    assert_int_equal(add(&one), STATUS_OK);
    assert_ok(document_load(store, one.id, &two, &error));
    free(one.series);
    one.series = NULL;
    assert_ok(document_change(store, FIXTURE_USER, &one, &error));
    assert_status(document_change(store, FIXTURE_OTHER_USER, &two, &error), STATUS_MOVED);
    assert_string_equal(
        fixture_text(store, "SELECT number_folded FROM identity_document WHERE id = :id", one.id),
        "1234567");
    uuid_new(two.id);
    assert_status(document_change(store, FIXTURE_USER, &two, &error), STATUS_NOT_FOUND);
    document_release(&one);
    document_release(&two);
    assert_journal_is_whole(store);
}

static bool collect(void *self, const struct document_event *event, const char *noted_at,
                    const char *noted_by)
{
    char *seen = self;
    char day[DAY_TEXT_SIZE] = "-";
    if (event->has_since)
        day_format(day, event->since);
    assert_string_equal(noted_at, FIXTURE_MOMENT_TEXT);
    assert_string_equal(noted_by, FIXTURE_USER);
    snprintf(seen + strlen(seen), 300 - strlen(seen), "%s %s %s; ",
             document_state_word(event->state), day,
             event->circumstances == NULL ? "-" : event->circumstances);
    return true;
}

static enum status change_state(const char *id, enum document_state state, const char *since,
                                const char *circumstances)
{
    struct document_event event = { .state = state, .circumstances = circumstances };
    if (since != NULL) {
        event.since = fixture_day(since);
        event.has_since = true;
    }
    return document_change_state(store, FIXTURE_USER, id, &event, &error);
}

static void what_happened_to_a_paper_is_told_the_newest_first(void **state)
{
    (void)state;
    char seen[300] = "";
    struct document document = make_passport();
    struct document found;
    assert_int_equal(add(&document), STATUS_OK);
    assert_int_equal(change_state(document.id, DOCUMENT_LOST, "2026-11-01", "базар, Ош"),
                     STATUS_OK);
    assert_int_equal(change_state(document.id, DOCUMENT_APPLIED_FOR, NULL, NULL), STATUS_OK);
    assert_ok(document_each_event(store, document.id, collect, seen, &error));
    assert_string_equal(seen, "applied_for - -; lost 2026-11-01 базар, Ош; held - -; ");
    assert_ok(document_load(store, document.id, &found, &error));
    assert_int_equal(found.state, DOCUMENT_APPLIED_FOR);
    assert_string_equal(
        fixture_text(store,
                     "SELECT json_extract(after, '$.circumstances') FROM history"
                     " WHERE person_id = :id AND json_extract(after, '$.state') = 'lost'",
                     person),
        "базар, Ош");
    document_release(&document);
    document_release(&found);
    assert_journal_is_whole(store);
}

static void a_state_that_cannot_follow_is_refused(void **state)
{
    (void)state;
    struct document document = make_passport();
    assert_int_equal(add(&document), STATUS_OK);
    assert_int_equal(change_state(document.id, DOCUMENT_HELD, NULL, NULL), STATUS_INVALID);
    assert_int_equal(change_state(document.id, DOCUMENT_ISSUED, NULL, NULL), STATUS_INVALID);
    assert_int_equal(change_state(document.id, DOCUMENT_STATE_COUNT, NULL, NULL), STATUS_INVALID);
    assert_int_equal(change_state(document.id, DOCUMENT_LOST, "2026-11-25", NULL),
                     STATUS_DATE_INVALID);
    assert_int_equal(change_state(person, DOCUMENT_LOST, NULL, NULL), STATUS_NOT_FOUND);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM identity_document_state"), 1);
    document_release(&document);
}

/* ---- Faults */

static enum status try_add(void *self)
{
    return add(self);
}

static enum status try_lose(void *self)
{
    const struct document *document = self;
    return change_state(document->id, DOCUMENT_LOST, NULL, "базар");
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    struct document document = make_passport();
    assert_all_or_nothing(store, try_add, &document);
    assert_all_or_nothing(store, try_lose, &document);
    document_release(&document);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_type_has_one_code, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_state_leads_somewhere_and_back_to_a_paper_in_hand,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_last_day_counts_as_good, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_document_comes_back_as_it_was_added, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_papers_of_a_person_are_listed_in_order, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_expires_soon_is_listed_first_to_expire_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_makes_no_sense_is_refused_and_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_papers_of_a_merged_person_are_the_survivors, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_later_of_two_changes_is_told_about_the_earlier, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_happened_to_a_paper_is_told_the_newest_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_state_that_cannot_follow_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
