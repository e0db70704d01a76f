/* SPDX-License-Identifier: Apache-2.0 */
#include "appointment/appointment_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char mother[UUID_TEXT_SIZE];
static char son[UUID_TEXT_SIZE];
static char casefile[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", mother);
    fixture_record_add(store, "Асанов", "Бек", son);
    fixture_casefile_add(store, mother, "KG-OSH-2026-000117");
    snprintf(casefile, sizeof(casefile), "%s",
             fixture_text(store, "SELECT id FROM casefile WHERE person_id = :id", mother));
    fixture_rows_run(store, "INSERT INTO casefile_person VALUES (%Q, %Q, 'child')", casefile, son);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct appointment make(const char *casefile_id, const char *person_id, const char *day)
{
    struct appointment appointment = { .day = fixture_day(day),
                                       .minutes = APPOINTMENT_MINUTES,
                                       .about = strdup("беседа о школе") };
    snprintf(appointment.casefile_id, UUID_TEXT_SIZE, "%s", casefile_id);
    snprintf(appointment.person_id, UUID_TEXT_SIZE, "%s", person_id);
    snprintf(appointment.user_id, UUID_TEXT_SIZE, "%s", FIXTURE_USER);
    snprintf(appointment.time, APPOINTMENT_TIME_SIZE, "09:30");
    return appointment;
}

/* Keeps it, gives its id and forgets it. */
static void keep(struct appointment appointment, char id[UUID_TEXT_SIZE])
{
    assert_ok(appointment_add(store, FIXTURE_USER, &appointment, &error));
    memcpy(id, appointment.id, UUID_TEXT_SIZE);
    appointment_release(&appointment);
}

static struct appointment load(const char *id)
{
    struct appointment appointment;
    assert_ok(appointment_load(store, id, &appointment, &error));
    return appointment;
}

/* Tries to keep what must not be kept, and forgets it. */
static void assert_refused(struct appointment appointment, enum status expected)
{
    char *before = dump_database(store_handle(store), "");
    assert_status(appointment_add(store, FIXTURE_USER, &appointment, &error), expected);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    appointment_release(&appointment);
}

static enum status end(const char *id, enum appointment_state state, const char *today)
{
    return appointment_end(store, FIXTURE_USER, id, state, fixture_day(today), &error);
}

/* ---- Words and rules */

static void every_word_is_understood_again(void **state)
{
    (void)state;
    enum appointment_state found;
    for (enum appointment_state i = 0; i < APPOINTMENT_STATE_COUNT; i++) {
        assert_ok(appointment_state_parse(&found, appointment_state_word(i), &error));
        assert_int_equal(found, i);
    }
    assert_status(appointment_state_parse(&found, "late", &error), STATUS_INVALID);
}

static void times_are_read_as_people_write_them(void **state)
{
    static const char *const times[][2] = {
        { "9:30", "09:30" }, { "09:30", "09:30" }, { "9.30", "09:30" },  { "930", "09:30" },
        { "1745", "17:45" }, { "0:00", "00:00" },  { "23:59", "23:59" }, { "", "" },
    };
    static const char *const wrong[] = { "24:00", "9:60", "9:3",  "9",    "93",   "12345",
                                         "9::30", "93:0", ":930", "930:", "9-30", "полдень" };
    char read[APPOINTMENT_TIME_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
        assert_ok(appointment_time_parse(read, times[i][0], &error));
        assert_string_equal(read, times[i][1]);
    }
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_status(appointment_time_parse(read, wrong[i], &error), STATUS_DATE_INVALID);
}

/* ---- Planning */

static void an_appointment_comes_back_for_the_person_of_the_casefile(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct appointment appointment = make(casefile, "", "2026-12-01");
    appointment.place = strdup("комната 4");
    keep(appointment, id);
    appointment = load(id);
    assert_string_equal(appointment.person_id, mother);
    assert_string_equal(appointment.casefile_number, "KG-OSH-2026-000117");
    assert_string_equal(appointment.time, "09:30");
    assert_int_equal(appointment.minutes, 30);
    assert_string_equal(appointment.place, "комната 4");
    assert_string_equal(appointment.about, "беседа о школе");
    assert_int_equal(appointment.state, APPOINTMENT_PLANNED);
    assert_null(appointment.agency_name);
    appointment_release(&appointment);
    assert_journal_is_whole(store);
}

static void a_closed_casefile_takes_no_appointment(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                            " closure_reason = 'other'");
    assert_refused(make(casefile, "", "2026-12-01"), STATUS_REFUSED);
}

static void what_cannot_be_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    char stranger[UUID_TEXT_SIZE];
    fixture_record_add(store, "Чужой", "Кто", stranger);
    assert_refused(make(casefile, stranger, "2026-12-01"), STATUS_NOT_FOUND);
    assert_refused(make(stranger, "", "2026-12-01"), STATUS_NOT_FOUND);
    assert_refused(make("", casefile, "2026-12-01"), STATUS_NOT_FOUND);
    struct appointment appointment = make(casefile, "", "2026-12-01");
    appointment.minutes = 0;
    assert_refused(appointment, STATUS_INVALID);
    appointment = make(casefile, "", "2026-12-01");
    appointment.minutes = APPOINTMENT_MINUTES_MAX + 1;
    assert_refused(appointment, STATUS_INVALID);
    appointment = make(casefile, "", "2026-12-01");
    memcpy(appointment.time, "9:30", 5);
    assert_refused(appointment, STATUS_INVALID);
    appointment = make(casefile, "", "2026-12-01");
    appointment.about[0] = '\0';
    assert_refused(appointment, STATUS_TEXT_EMPTY);
    appointment = make(casefile, "", "2026-12-01");
    snprintf(appointment.agency_id, UUID_TEXT_SIZE, "%s", mother);
    assert_refused(appointment, STATUS_INVALID);
}

static void one_without_a_person_leaves_no_words_in_the_journal(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(make("", "", "2026-12-01"), id);
    assert_int_equal(end(id, APPOINTMENT_ATTENDED, "2026-12-01"), STATUS_OK);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(act, ' ') FROM (SELECT act FROM journal"
                                     " WHERE subject = :id ORDER BY sequence)",
                                     id),
                        "appointment.add appointment.attended");
    char *where = dump_find(store_handle(store), "беседа");
    assert_string_equal(where, "appointment ");
    free(where);
    assert_journal_is_whole(store);
}

/* ---- Ending and moving */

static void only_a_planned_one_is_attended_missed_or_cancelled(void **state)
{
    static const enum appointment_state ends[] = { APPOINTMENT_ATTENDED, APPOINTMENT_MISSED,
                                                   APPOINTMENT_CANCELLED };
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        char id[UUID_TEXT_SIZE];
        keep(make(casefile, "", "2026-11-24"), id);
        assert_int_equal(end(id, APPOINTMENT_PLANNED, "2026-11-24"), STATUS_INVALID);
        assert_int_equal(end(id, APPOINTMENT_STATE_COUNT, "2026-11-24"), STATUS_INVALID);
        assert_int_equal(end(id, ends[i], "2026-11-24"), STATUS_OK);
        struct appointment found = load(id);
        assert_int_equal(found.state, ends[i]);
        appointment_release(&found);
        for (size_t j = 0; j < 3; j++)
            assert_int_equal(end(id, ends[j], "2026-11-24"), STATUS_REFUSED);
        assert_status(
            appointment_move(store, FIXTURE_USER, id, fixture_day("2026-12-01"), "", &error),
            STATUS_REFUSED);
    }
    assert_int_equal(end(mother, APPOINTMENT_MISSED, "2026-11-24"), STATUS_NOT_FOUND);
    assert_journal_is_whole(store);
}

static void nobody_attends_or_misses_what_lies_ahead_but_it_can_be_cancelled(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(make(casefile, "", "2026-11-25"), id);
    assert_int_equal(end(id, APPOINTMENT_ATTENDED, "2026-11-24"), STATUS_DATE_INVALID);
    assert_int_equal(end(id, APPOINTMENT_MISSED, "2026-11-24"), STATUS_DATE_INVALID);
    assert_int_equal(end(id, APPOINTMENT_CANCELLED, "2026-11-24"), STATUS_OK);
}

static void a_planned_one_moves_to_another_day_and_time(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(make(casefile, "", "2026-11-25"), id);
    assert_ok(
        appointment_move(store, FIXTURE_USER, id, fixture_day("2026-11-27"), "14:00", &error));
    struct appointment found = load(id);
    assert_int_equal(day_compare(found.day, fixture_day("2026-11-27")), 0);
    assert_string_equal(found.time, "14:00");
    appointment_release(&found);
    assert_ok(appointment_move(store, FIXTURE_USER, id, fixture_day("2026-11-27"), "", &error));
    found = load(id);
    assert_string_equal(found.time, "");
    appointment_release(&found);
    assert_status(
        appointment_move(store, FIXTURE_USER, id, fixture_day("2026-11-27"), "25:00", &error),
        STATUS_DATE_INVALID);
    assert_string_equal(fixture_text(store,
                                     "SELECT act FROM journal WHERE subject = :id"
                                     " ORDER BY sequence DESC",
                                     mother),
                        "appointment.move");
    assert_journal_is_whole(store);
}

/* ---- Lists */

static size_t count(const struct appointment_filter *filter, const char *first)
{
    struct appointment_list list;
    assert_ok(appointment_list(store, filter, &list, &error));
    size_t found = list.count;
    if (first != NULL)
        assert_string_equal(list.items[0].id, first);
    appointment_list_release(&list);
    return found;
}

static void the_list_is_in_the_order_of_the_day_and_narrowed(void **state)
{
    (void)state;
    char late[UUID_TEXT_SIZE], early[UUID_TEXT_SIZE], whole[UUID_TEXT_SIZE], other[UUID_TEXT_SIZE];
    struct appointment appointment = make(casefile, "", "2026-11-25");
    memcpy(appointment.time, "17:00", APPOINTMENT_TIME_SIZE);
    keep(appointment, late);
    keep(make(casefile, son, "2026-11-25"), early);
    appointment = make("", mother, "2026-11-26");
    appointment.time[0] = '\0';
    keep(appointment, whole);
    appointment = make("", "", "2026-11-26");
    snprintf(appointment.user_id, UUID_TEXT_SIZE, "%s", FIXTURE_OTHER_USER);
    keep(appointment, other);
    assert_int_equal(count(&(const struct appointment_filter){ .user_id = NULL }, early), 4);
    const struct day first = fixture_day("2026-11-25"), second = fixture_day("2026-11-26");
    assert_int_equal(
        count(&(const struct appointment_filter){ .from = second, .has_from = true }, whole), 2);
    assert_int_equal(
        count(&(const struct appointment_filter){ .until = first, .has_until = true }, early), 2);
    assert_int_equal(count(&(const struct appointment_filter){ .casefile_id = casefile }, early),
                     2);
    assert_int_equal(count(&(const struct appointment_filter){ .person_id = son }, early), 1);
    assert_int_equal(
        count(&(const struct appointment_filter){ .user_id = FIXTURE_OTHER_USER }, other), 1);
    assert_int_equal(end(early, APPOINTMENT_CANCELLED, "2026-11-24"), STATUS_OK);
    assert_int_equal(count(&(const struct appointment_filter){ .is_planned_only = true }, late), 3);
}

static void one_is_found_by_the_beginning_of_its_id(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char found[UUID_TEXT_SIZE];
    char beginning[9];
    keep(make(casefile, "", "2026-11-25"), id);
    snprintf(beginning, sizeof(beginning), "%.8s", id);
    assert_ok(appointment_find(store, beginning, found, &error));
    assert_string_equal(found, id);
    assert_status(appointment_find(store, "ffffffff", found, &error), STATUS_NOT_FOUND);
}

/* ---- Forgetting and faults */

static void what_is_planned_for_an_erased_person_stays_as_it_is_without_words(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(make(casefile, son, "2026-11-24"), id);
    assert_ok(person_erase(store, FIXTURE_USER, son, "asked", &error));
    char *where = dump_find(store_handle(store), "беседа");
    assert_string_equal(where, "");
    free(where);
    assert_int_equal(end(id, APPOINTMENT_MISSED, "2026-11-24"), STATUS_REFUSED);
    assert_refused(make("", son, "2026-12-01"), STATUS_REFUSED);
    assert_journal_is_whole(store);
}

static enum status try_move(void *self)
{
    return appointment_move(store, FIXTURE_USER, self, (struct day){ 20000 }, "08:00", &error);
}

static enum status try_end(void *self)
{
    return end(self, APPOINTMENT_ATTENDED, "2026-11-26");
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    keep(make(casefile, "", "2026-11-25"), id);
    assert_all_or_nothing(store, try_move, id);
    assert_all_or_nothing(store, try_end, id);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_understood_again),
        cmocka_unit_test(times_are_read_as_people_write_them),
        cmocka_unit_test_setup_teardown(an_appointment_comes_back_for_the_person_of_the_casefile,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_closed_casefile_takes_no_appointment, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_is_refused_and_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(one_without_a_person_leaves_no_words_in_the_journal, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(only_a_planned_one_is_attended_missed_or_cancelled, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            nobody_attends_or_misses_what_lies_ahead_but_it_can_be_cancelled, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_planned_one_moves_to_another_day_and_time, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_list_is_in_the_order_of_the_day_and_narrowed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(one_is_found_by_the_beginning_of_its_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_is_planned_for_an_erased_person_stays_as_it_is_without_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
