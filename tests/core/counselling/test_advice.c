/* SPDX-License-Identifier: Apache-2.0 */
#include "counselling/advice_store.h"
#include "counselling/first_advice.h"

#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

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

static void keep(char id[UUID_TEXT_SIZE], const char *topic, const char *title)
{
    struct advice advice = { .is_active = true };
    strcpy(advice.topic, topic);
    assert_ok(advice_set_text(&advice, "ru", title, "Текст ответа", &error));
    assert_ok(advice_add(store, FIXTURE_USER, &topics, &advice, today(), &error));
    memcpy(id, advice.id, UUID_TEXT_SIZE);
    advice_release(&advice);
}

static struct advice load(const char *id, int version)
{
    struct advice advice;
    assert_ok(advice_load(store, id, version, &advice, &error));
    return advice;
}

/* ---- the definitions */

static void the_topics_and_the_eleven_signs_are_those_of_the_workflows(void **state)
{
    (void)state;
    assert_non_null(topic_find(&topics, "school_without_papers"));
    assert_null(topic_find(&topics, "weather"));
    assert_int_equal(topics.sign_count, 11);
    assert_true(topic_asks_signs("shelter"));
    assert_false(topic_asks_signs("education"));
    assert_string_equal(topic_indication(&topics, 0)->id, "none");
    assert_string_equal(topic_indication(&topics, 2)->id, "some_signs");
    assert_string_equal(topic_indication(&topics, 3)->id, "several_signs");
}

static void
every_topic_has_a_first_answer_in_english_and_russian_to_be_checked_locally(void **state)
{
    (void)state;
    struct advice_list first;
    assert_ok(first_advice_list(&first, &error));
    assert_int_equal(first.count, topics.topic_count);
    for (size_t i = 0; i < first.count; i++) {
        const struct advice *advice = &first.items[i];
        assert_non_null(topic_find(&topics, advice->topic));
        assert_string_equal(advice_text_in(advice, "en")->language, "en");
        assert_string_equal(advice_text_in(advice, "ru")->language, "ru");
        assert_true(advice->check_locally);
        assert_null(advice->provider);
        assert_null(advice->cost);
        assert_int_equal(advice_doubt(advice, today()), ADVICE_NEVER_CHECKED);
    }
    advice_list_release(&first);
}

static void first_answers_are_taken_over_once_and_leave_the_offices_own_alone(void **state)
{
    (void)state;
    size_t added;
    char id[UUID_TEXT_SIZE];
    keep(id, "shelter", "Наш приют");
    assert_ok(first_advice_take(store, FIXTURE_USER, &topics, today(), &added, &error));
    assert_int_equal(added, topics.topic_count - 1);
    assert_ok(first_advice_take(store, FIXTURE_USER, &topics, today(), &added, &error));
    assert_int_equal(added, 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM advice WHERE topic = 'shelter'"),
                     1);
    assert_journal_is_whole(store);
}

/* ---- how old */

static void what_was_checked_ninety_days_ago_is_good_and_a_day_later_old(void **state)
{
    (void)state;
    struct advice advice = { .has_checked_on = true, .checked_on = fixture_day("2026-08-26") };
    assert_int_equal(advice_doubt(&advice, today()), ADVICE_GOOD);
    advice.checked_on = fixture_day("2026-08-25");
    assert_int_equal(advice_doubt(&advice, today()), ADVICE_OLD);
    advice.checked_on = today();
    advice.has_valid_until = true;
    advice.valid_until = today();
    assert_int_equal(advice_doubt(&advice, today()), ADVICE_GOOD);
    advice.valid_until = fixture_day("2026-11-23");
    assert_int_equal(advice_doubt(&advice, today()), ADVICE_EXPIRED);
}

static void checking_it_off_names_who_did_and_makes_no_version(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(id, "documents", "Паспорт");
    assert_ok(advice_check_off(store, FIXTURE_OTHER_USER, id, today(), today(), &error));
    struct advice advice = load(id, 0);
    assert_int_equal(advice.version, 1);
    assert_string_equal(advice.checked_by, FIXTURE_OTHER_USER);
    assert_int_equal(advice_doubt(&advice, today()), ADVICE_GOOD);
    advice_release(&advice);
    assert_status(
        advice_check_off(store, FIXTURE_USER, id, fixture_day("2026-11-25"), today(), &error),
        STATUS_DATE_INVALID);
    assert_status(advice_check_off(store, FIXTURE_USER, FIXTURE_USER, today(), today(), &error),
                  STATUS_NOT_FOUND);
}

/* ---- versions */

static void a_change_is_another_version_and_the_one_before_can_be_read(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(id, "documents", "Паспорт");
    struct advice advice = load(id, 0);
    assert_ok(advice_set_text(&advice, "ru", "Паспорт заново", "Иначе", &error));
    assert_ok(advice_change(store, FIXTURE_USER, &topics, &advice, today(), &error));
    assert_int_equal(advice.version, 2);
    advice_release(&advice);
    struct advice old = load(id, 1), new = load(id, 0);
    assert_string_equal(advice_text_in(&old, "ru")->title, "Паспорт");
    assert_string_equal(advice_text_in(&new, "ru")->title, "Паспорт заново");
    advice_release(&old);
    advice_release(&new);
    assert_journal_is_whole(store);
}

static void a_change_of_what_somebody_else_changed_meanwhile_is_refused(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(id, "documents", "Паспорт");
    struct advice mine = load(id, 0), theirs = load(id, 0);
    assert_ok(advice_change(store, FIXTURE_OTHER_USER, &topics, &theirs, today(), &error));
    assert_status(advice_change(store, FIXTURE_USER, &topics, &mine, today(), &error),
                  STATUS_EXISTS);
    assert_int_equal(mine.version, 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM advice_version"), 2);
    advice_release(&mine);
    advice_release(&theirs);
}

static void an_answer_that_cannot_be_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct advice advice = { .topic = "weather", .is_active = true };
    assert_status(advice_set_text(&advice, "Russian", "a", "b", &error), STATUS_INVALID);
    assert_ok(advice_set_text(&advice, "ru", "a", "b", &error));
    assert_status(advice_add(store, FIXTURE_USER, &topics, &advice, today(), &error),
                  STATUS_INVALID);
    strcpy(advice.topic, "shelter");
    assert_ok(advice_set_text(&advice, "en", "a", "", &error));
    assert_status(advice_add(store, FIXTURE_USER, &topics, &advice, today(), &error),
                  STATUS_TEXT_EMPTY);
    advice_release(&advice);
    advice = (struct advice){ .topic = "shelter" };
    assert_status(advice_add(store, FIXTURE_USER, &topics, &advice, today(), &error),
                  STATUS_TEXT_EMPTY);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

/* ---- finding and saying */

static void it_is_said_in_the_callers_language_else_in_russian(void **state)
{
    (void)state;
    struct advice advice = { .version = 1 };
    assert_null(advice_text_in(&advice, "ky"));
    assert_ok(advice_set_text(&advice, "en", "Shelter", "b", &error));
    assert_string_equal(advice_text_in(&advice, "ky")->title, "Shelter");
    assert_ok(advice_set_text(&advice, "ru", "Приют", "b", &error));
    assert_string_equal(advice_text_in(&advice, "ky")->title, "Приют");
    assert_ok(advice_set_text(&advice, "ky", "Башпаана", "b", &error));
    assert_string_equal(advice_text_in(&advice, "ky")->title, "Башпаана");
    advice_release(&advice);
}

static void words_are_found_in_any_language_and_in_capitals(void **state)
{
    (void)state;
    struct advice advice = { .topic = "shelter" };
    assert_ok(advice_set_text(&advice, "ru", "Где переночевать", "Приют для женщин", &error));
    assert_true(advice_passes(&advice, "Shelter", "ПРИЮТ ноч"));
    assert_true(advice_passes(&advice, "Shelter", "shel"));
    assert_true(advice_passes(&advice, NULL, ""));
    assert_false(advice_passes(&advice, "Shelter", "приют школа"));
    advice_release(&advice);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_topics_and_the_eleven_signs_are_those_of_the_workflows),
        TEST(every_topic_has_a_first_answer_in_english_and_russian_to_be_checked_locally),
        TEST(first_answers_are_taken_over_once_and_leave_the_offices_own_alone),
        TEST(what_was_checked_ninety_days_ago_is_good_and_a_day_later_old),
        TEST(checking_it_off_names_who_did_and_makes_no_version),
        TEST(a_change_is_another_version_and_the_one_before_can_be_read),
        TEST(a_change_of_what_somebody_else_changed_meanwhile_is_refused),
        TEST(an_answer_that_cannot_be_is_refused_and_leaves_nothing),
        TEST(it_is_said_in_the_callers_language_else_in_russian),
        TEST(words_are_found_in_any_language_and_in_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
