/* SPDX-License-Identifier: Apache-2.0 */
#include "hotline/contact_store.h"

#include "counselling/advice_store.h"
#include "support/dump.h"
#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static struct error error;
static struct store *store;
static struct topic_list topics;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    assert_ok(topic_list_load(&topics, &error));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    topic_list_release(&topics);
    store_close(&store);
    return 0;
}

static struct day today(void)
{
    return fixture_day("2026-11-24");
}

static struct hotline_contact make(const char *topic)
{
    struct hotline_contact contact = {
        .day = today(), .time = "09:30", .minutes = 7, .language = "ky"
    };
    assert_ok(hotline_add_topic(&contact, topic, &error));
    return contact;
}

static enum status add(struct hotline_contact *contact)
{
    return hotline_add(store, FIXTURE_USER, &topics, contact, today(), &error);
}

static struct hotline_contact load(const char *id)
{
    struct hotline_contact contact;
    assert_ok(hotline_load(store, id, &contact, &error));
    return contact;
}

static void ask_back(struct hotline_contact *contact, const char *day)
{
    contact->call_back = HOTLINE_CALL_BACK_OPEN;
    contact->call_back_on = fixture_day(day);
    contact->code_word = strdup("Ласточка");
}

/* ---- anonymity */

static void a_telephone_number_is_seen_and_a_date_is_none(void **state)
{
    static const char *const numbers[] = { "0555123456", "+996 555 12-34-56", "зв. 8(700)123 45 67",
                                           "5551234", "2026-11-24 0555123456" };
    static const char *const none[] = {
        "",           "с 18:00 до 20:00",    "до 2026-11-24",
        "24.11.2026", "3 детей, 12 000 сом", "24.11.2026 и 25.11.2026"
    };
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        assert_true(hotline_has_number(numbers[i]));
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
        assert_false(hotline_has_number(none[i]));
    assert_false(hotline_has_number(NULL));
}

static void an_anonymous_contact_keeps_no_number_and_can_only_ring_again(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct hotline_contact contact = make("shelter");
    contact.question = strdup("Номер 0555 12 34 56");
    assert_status(add(&contact), STATUS_NAME_INVALID);
    free(contact.question);
    contact.question = NULL;
    ask_back(&contact, "2026-11-25");
    contact.call_back_way = HOTLINE_BY_TELEPHONE;
    assert_status(add(&contact), STATUS_INVALID);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    contact.call_back_way = HOTLINE_CALLER_RINGS;
    assert_ok(add(&contact));
    free(before);
    free(after);
    hotline_contact_release(&contact);
}

static void the_journal_holds_no_words_and_nobodys_id(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE], link[] = "hotline.link";
    fixture_record_add(store, "Асанова", "Айгүл", person);
    struct hotline_contact contact = make("shelter");
    contact.question = strdup("Слово из разговора");
    contact.result = strdup("Слово из разговора");
    ask_back(&contact, "2026-11-25");
    assert_ok(add(&contact));
    assert_ok(hotline_link(store, FIXTURE_USER, contact.id, person, "", &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal WHERE noun = 'hotline'"),
                     2);
    char *found = dump_find(store_handle(store), "Слово из");
    assert_string_equal(found, "hotline ");
    free(found);
    found = dump_find(store_handle(store), "Ласточка");
    assert_string_equal(found, "hotline ");
    free(found);
    assert_non_null(
        strstr(fixture_text(store, "SELECT act FROM journal WHERE act = :id", link), link));
    assert_journal_is_whole(store);
    hotline_contact_release(&contact);
}

/* ---- keeping */

static void a_contact_comes_back_as_it_was_kept(void **state)
{
    (void)state;
    struct hotline_contact contact = make("shelter");
    contact.caller = HOTLINE_FAMILY;
    contact.channel = HOTLINE_MESSENGER;
    contact.is_worrying = true;
    memcpy(contact.country, "RUS", 4);
    contact.question = strdup("Сестру не отпускают");
    assert_ok(hotline_add_topic(&contact, "documents", &error));
    assert_ok(hotline_add_topic(&contact, "shelter", &error));
    assert_ok(hotline_set_sign(&contact, "documents", HOTLINE_YES, &error));
    assert_ok(hotline_set_sign(&contact, "debt", HOTLINE_NO, &error));
    assert_ok(add(&contact));
    struct hotline_contact kept = load(contact.id);
    assert_int_equal(kept.topic_count, 2);
    assert_int_equal(hotline_sign_count(&kept), 1);
    assert_int_equal(kept.caller, HOTLINE_FAMILY);
    assert_int_equal(kept.channel, HOTLINE_MESSENGER);
    assert_string_equal(kept.country, "RUS");
    assert_string_equal(kept.question, "Сестру не отпускают");
    assert_string_equal(kept.taken_by, FIXTURE_USER);
    assert_true(hotline_is_anonymous(&kept));
    hotline_contact_release(&kept);
    hotline_contact_release(&contact);
}

static void what_was_told_stays_the_version_that_was_told(void **state)
{
    (void)state;
    struct advice advice = { .topic = "documents",
                             .is_active = true,
                             .has_checked_on = true,
                             .checked_on = fixture_day("2026-11-01") };
    assert_ok(advice_set_text(&advice, "ru", "Старый", "Старый ответ", &error));
    assert_ok(advice_add(store, FIXTURE_USER, &topics, &advice, today(), &error));
    struct hotline_contact contact = make("documents");
    assert_ok(hotline_add_told(&contact, advice.id, 0, &error));
    assert_ok(add(&contact));
    assert_ok(advice_set_text(&advice, "ru", "Новый", "Новый ответ", &error));
    assert_ok(advice_change(store, FIXTURE_USER, &topics, &advice, today(), &error));
    assert_ok(advice_check_off(store, FIXTURE_USER, advice.id, today(), today(), &error));
    struct hotline_contact kept = load(contact.id);
    assert_int_equal(kept.told[0].version, 1);
    assert_int_equal(kept.told[0].checked_on.number, fixture_day("2026-11-01").number);
    hotline_contact_release(&kept);
    hotline_contact_release(&contact);
    advice_release(&advice);
}

static void what_cannot_be_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct hotline_contact contact = make("weather");
    assert_status(add(&contact), STATUS_INVALID);
    contact = make("shelter");
    contact.day = fixture_day("2026-11-25");
    assert_status(add(&contact), STATUS_DATE_INVALID);
    contact = make("shelter");
    contact.minutes = -1;
    assert_status(add(&contact), STATUS_INVALID);
    contact = make("shelter");
    memcpy(contact.country, "QQQ", 4);
    contact.country[0] = 'q';
    assert_status(add(&contact), STATUS_INVALID);
    contact = make("shelter");
    assert_ok(hotline_set_sign(&contact, "weather", HOTLINE_YES, &error));
    assert_status(add(&contact), STATUS_INVALID);
    contact = make("shelter");
    assert_ok(hotline_add_told(&contact, FIXTURE_USER, 0, &error));
    assert_status(add(&contact), STATUS_NOT_FOUND);
    contact = make("shelter");
    assert_ok(hotline_add_agency(&contact, FIXTURE_USER, &error));
    assert_status(add(&contact), STATUS_NOT_FOUND);
    contact = make("shelter");
    contact.question = strdup("a\x01");
    assert_status(add(&contact), STATUS_TEXT_CONTROL);
    hotline_contact_release(&contact);
    contact = make("shelter");
    memcpy(contact.corrects, FIXTURE_USER, sizeof(contact.corrects));
    assert_status(add(&contact), STATUS_NOT_FOUND);
    contact = make("shelter");
    ask_back(&contact, "2026-11-23");
    assert_status(add(&contact), STATUS_DATE_INVALID);
    hotline_contact_release(&contact);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void a_correction_takes_the_place_of_what_was_wrong_once(void **state)
{
    (void)state;
    const struct hotline_filter day = { .from = today(), .to = today() };
    struct hotline_list list;
    struct hotline_contact wrong = make("shelter"), right = make("welfare"),
                           other = make("welfare");
    assert_ok(add(&wrong));
    memcpy(right.corrects, wrong.id, sizeof(right.corrects));
    memcpy(other.corrects, wrong.id, sizeof(other.corrects));
    assert_ok(add(&right));
    assert_status(add(&other), STATUS_EXISTS);
    assert_ok(hotline_list(store, &day, &list, &error));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].id, right.id);
    hotline_list_release(&list);
}

/* ---- links */

static void a_contact_is_linked_once_to_somebody_who_is_there(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанова", "Айгүл", person);
    struct hotline_contact contact = make("shelter");
    assert_ok(add(&contact));
    assert_status(hotline_link(store, FIXTURE_USER, contact.id, "", "", &error), STATUS_INVALID);
    assert_status(hotline_link(store, FIXTURE_USER, contact.id, FIXTURE_USER, "", &error),
                  STATUS_NOT_FOUND);
    assert_ok(hotline_link(store, FIXTURE_USER, contact.id, person, "", &error));
    assert_status(hotline_link(store, FIXTURE_USER, contact.id, person, "", &error), STATUS_EXISTS);
    struct hotline_contact kept = load(contact.id);
    assert_string_equal(kept.person_id, person);
    hotline_contact_release(&kept);
}

/* ---- call-backs */

static enum hotline_call_back try_it(const char *id, bool is_done, bool gives_up)
{
    enum hotline_call_back state = HOTLINE_NO_CALL_BACK;
    const struct hotline_try try = { is_done, gives_up, today(), today() };
    assert_ok(hotline_call_back(store, FIXTURE_USER, id, &try, &state, &error));
    return state;
}

static void after_three_tries_that_failed_a_call_back_is_given_up(void **state)
{
    (void)state;
    const struct hotline_try once_more = { false, false, today(), today() };
    enum hotline_call_back left;
    struct hotline_contact contact = make("shelter");
    ask_back(&contact, "2026-11-24");
    assert_ok(add(&contact));
    assert_int_equal(try_it(contact.id, false, false), HOTLINE_CALL_BACK_OPEN);
    assert_int_equal(try_it(contact.id, false, false), HOTLINE_CALL_BACK_OPEN);
    assert_int_equal(try_it(contact.id, false, false), HOTLINE_CALL_BACK_GIVEN_UP);
    assert_status(hotline_call_back(store, FIXTURE_USER, contact.id, &once_more, &left, &error),
                  STATUS_REFUSED);
    hotline_contact_release(&contact);
}

static void who_was_reached_needs_no_code_word_any_more(void **state)
{
    (void)state;
    struct hotline_contact contact = make("shelter");
    ask_back(&contact, "2026-11-24");
    assert_ok(add(&contact));
    assert_int_equal(try_it(contact.id, true, false), HOTLINE_CALL_BACK_DONE);
    struct hotline_contact kept = load(contact.id);
    assert_null(kept.code_word);
    hotline_contact_release(&kept);
    hotline_contact_release(&contact);
}

static void tries_go_over_to_the_correction(void **state)
{
    (void)state;
    struct hotline_contact wrong = make("shelter"), right = make("welfare");
    ask_back(&wrong, "2026-11-24");
    ask_back(&right, "2026-11-24");
    assert_ok(add(&wrong));
    (void)try_it(wrong.id, false, false);
    memcpy(right.corrects, wrong.id, sizeof(right.corrects));
    assert_ok(add(&right));
    struct hotline_contact kept = load(right.id);
    assert_int_equal(kept.tries, 1);
    hotline_contact_release(&kept);
    hotline_contact_release(&wrong);
    hotline_contact_release(&right);
}

static void open_call_backs_stand_by_day_the_longest_overdue_first(void **state)
{
    (void)state;
    struct hotline_list list;
    const struct hotline_filter mine = { .only_open = true, .taken_by = FIXTURE_USER };
    const struct hotline_filter theirs = { .only_open = true, .taken_by = FIXTURE_OTHER_USER };
    struct hotline_contact late = make("shelter"), soon = make("shelter"), never = make("shelter");
    ask_back(&late, "2026-11-24");
    ask_back(&soon, "2026-11-26");
    assert_ok(add(&soon));
    assert_ok(add(&late));
    assert_ok(add(&never));
    assert_ok(hotline_list(store, &mine, &list, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].id, late.id);
    hotline_list_release(&list);
    assert_ok(hotline_list(store, &theirs, &list, &error));
    assert_int_equal(list.count, 0);
    hotline_contact_release(&late);
    hotline_contact_release(&soon);
}

/* ---- figures */

static const struct hotline_cell *cell(const struct hotline_figures *figures,
                                       enum hotline_figure kind, const char *code)
{
    for (size_t i = 0; i < figures->count; i++)
        if (figures->cells[i].figure == kind && strcmp(figures->cells[i].code, code) == 0)
            return &figures->cells[i];
    return NULL;
}

static void fill(const char *topic, const char *language, int count, int yes)
{
    static const char *const signs[] = { "debt", "wages", "threats" };
    for (int i = 0; i < count; i++) {
        struct hotline_contact contact = make(topic);
        memcpy(contact.language, language, 3);
        for (int j = 0; j < yes; j++)
            assert_ok(hotline_set_sign(&contact, signs[j], HOTLINE_YES, &error));
        assert_ok(add(&contact));
    }
}

static void figures_count_topics_languages_channels_and_signs(void **state)
{
    (void)state;
    struct hotline_figures figures;
    fill("shelter", "ky", 2, 3);
    fill("welfare", "ru", 6, 0);
    assert_ok(hotline_figures(store, today(), today(), false, &figures, &error));
    assert_int_equal(figures.contacts, 8);
    assert_int_equal(figures.minutes, 56);
    assert_int_equal(cell(&figures, HOTLINE_BY_TOPIC, "shelter")->count, 2);
    assert_int_equal(cell(&figures, HOTLINE_BY_LANGUAGE, "ru")->count, 6);
    assert_int_equal(cell(&figures, HOTLINE_BY_CHANNEL, "telephone")->count, 8);
    assert_int_equal(cell(&figures, HOTLINE_BY_SIGNS, "3+")->count, 2);
    assert_int_equal(cell(&figures, HOTLINE_BY_SIGNS, "not_asked")->count, 6);
    assert_false(cell(&figures, HOTLINE_BY_TOPIC, "shelter")->is_masked);
    hotline_figures_release(&figures);
    assert_ok(hotline_figures(store, fixture_day("2026-10-01"), fixture_day("2026-10-31"), false,
                              &figures, &error));
    assert_int_equal(figures.contacts, 0);
    hotline_figures_release(&figures);
}

static void what_is_published_hides_small_cells_and_what_would_give_them_away(void **state)
{
    (void)state;
    struct hotline_figures figures;
    fill("shelter", "ky", 4, 0);
    fill("welfare", "ru", 5, 0);
    fill("welfare", "uz", 9, 0);
    assert_ok(hotline_figures(store, today(), today(), true, &figures, &error));
    assert_false(figures.is_masked);
    assert_true(cell(&figures, HOTLINE_BY_TOPIC, "shelter")->is_masked);
    assert_false(cell(&figures, HOTLINE_BY_TOPIC, "welfare")->is_masked);
    assert_true(cell(&figures, HOTLINE_BY_LANGUAGE, "ky")->is_masked);
    assert_true(cell(&figures, HOTLINE_BY_LANGUAGE, "ru")->is_masked);
    assert_false(cell(&figures, HOTLINE_BY_LANGUAGE, "uz")->is_masked);
    hotline_figures_release(&figures);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_telephone_number_is_seen_and_a_date_is_none),
        TEST(an_anonymous_contact_keeps_no_number_and_can_only_ring_again),
        TEST(the_journal_holds_no_words_and_nobodys_id),
        TEST(a_contact_comes_back_as_it_was_kept),
        TEST(what_was_told_stays_the_version_that_was_told),
        TEST(what_cannot_be_is_refused_and_leaves_nothing),
        TEST(a_correction_takes_the_place_of_what_was_wrong_once),
        TEST(a_contact_is_linked_once_to_somebody_who_is_there),
        TEST(after_three_tries_that_failed_a_call_back_is_given_up),
        TEST(who_was_reached_needs_no_code_word_any_more),
        TEST(tries_go_over_to_the_correction),
        TEST(open_call_backs_stand_by_day_the_longest_overdue_first),
        TEST(figures_count_topics_languages_channels_and_signs),
        TEST(what_is_published_hides_small_cells_and_what_would_give_them_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
