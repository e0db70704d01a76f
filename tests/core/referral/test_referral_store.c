/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/referral_store.h"

#include "document/origin_rule.h"

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

#define AGENCY  "01930000-0000-7000-8000-0000000000a1"
#define CLOSED  "01930000-0000-7000-8000-0000000000a2"
#define CONSENT "01930000-0000-7000-8000-0000000000c1"

static const struct calendar calendar = { .weekend =
                                              1U << WEEKDAY_SATURDAY | 1U << WEEKDAY_SUNDAY };
static struct error error;
static struct store *store;
static char mother[UUID_TEXT_SIZE];
static char casefile[UUID_TEXT_SIZE];

static void add_consent(const char *person, const char *purpose, const char *expires,
                        const char *withdrawn)
{
    fixture_rows_run(store, "DELETE FROM consent");
    fixture_rows_run(store,
                     "INSERT INTO consent (id, person_id, purpose, recipient, given_by, language,"
                     " is_read_aloud, given_on, taken_at, taken_by, expires_on, withdrawn_on)"
                     " VALUES ('" CONSENT "', %Q, %Q, 'legal_aid', 'person', 'ky', 1,"
                     " '2026-11-02', '2026-11-02T06:00:00.000Z', '" FIXTURE_USER "', %Q, %Q)",
                     person, purpose, expires, withdrawn);
}

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", mother);
    fixture_casefile_add(store, mother, "KG-OSH-2026-000117");
    snprintf(casefile, sizeof(casefile), "%s",
             fixture_text(store, "SELECT id FROM casefile WHERE person_id = :id", mother));
    fixture_rows_run(store, "INSERT INTO agency (id, name, kind, country, is_active) VALUES"
                            " ('" AGENCY "', 'Юрклиника', 'legal_aid', 'KGZ', 1),"
                            " ('" CLOSED "', 'Приют', 'shelter', 'KGZ', 0)");
    add_consent(mother, "sharing", NULL, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct referral make(void)
{
    struct referral referral = { .urgency = REFERRAL_NORMAL,
                                 .service = "court_help",
                                 .reason = strdup("иск о жилье") };
    snprintf(referral.casefile_id, UUID_TEXT_SIZE, "%s", casefile);
    snprintf(referral.agency_id, UUID_TEXT_SIZE, "%s", AGENCY);
    return referral;
}

static void draft(char id[UUID_TEXT_SIZE])
{
    struct referral referral = make();
    assert_ok(referral_add(store, FIXTURE_USER, &referral, &error));
    memcpy(id, referral.id, UUID_TEXT_SIZE);
    referral_release(&referral);
}

static enum status send(const char *id, const char *day)
{
    const struct referral_sending sending = { .consent_id = CONSENT,
                                              .day = fixture_day(day),
                                              .today = fixture_day("2026-11-24"),
                                              .calendar = &calendar };
    return referral_send(store, FIXTURE_USER, id, &sending, &error);
}

static enum status answer(const char *id, enum referral_event event, const char *day,
                          const char *text)
{
    const struct referral_answer made = { .event = event,
                                          .text = text,
                                          .outcome = REFERRAL_PROVIDED,
                                          .day = fixture_day(day),
                                          .today = fixture_day("2026-11-24"),
                                          .calendar = &calendar };
    return referral_answer(store, FIXTURE_USER, id, &made, &error);
}

static struct referral load(const char *id)
{
    struct referral referral;
    assert_ok(referral_load(store, id, &referral, &error));
    return referral;
}

static void assert_state(const char *id, enum referral_state state, const char *due)
{
    struct referral found = load(id);
    assert_int_equal(found.state, state);
    assert_int_equal(found.has_due_on, due != NULL);
    if (due != NULL)
        assert_int_equal(day_compare(found.due_on, fixture_day(due)), 0);
    referral_release(&found);
}

/* ---- Drafts */

static void assert_refused(struct referral referral, enum status expected)
{
    char *before = dump_database(store_handle(store), "");
    assert_status(referral_add(store, FIXTURE_USER, &referral, &error), expected);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    referral_release(&referral);
}

static void a_draft_needs_an_open_casefile_an_active_body_a_service_and_a_reason(void **state)
{
    (void)state;
    struct referral referral = make();
    referral.reason[0] = '\0';
    assert_refused(referral, STATUS_TEXT_EMPTY);
    referral = make();
    snprintf(referral.service, sizeof(referral.service), "Court help");
    assert_refused(referral, STATUS_INVALID);
    referral = make();
    referral.urgency = REFERRAL_URGENCY_COUNT;
    assert_refused(referral, STATUS_INVALID);
    referral = make();
    snprintf(referral.agency_id, UUID_TEXT_SIZE, "%s", CLOSED);
    assert_refused(referral, STATUS_REFUSED);
    referral = make();
    snprintf(referral.agency_id, UUID_TEXT_SIZE, "%s", mother);
    assert_refused(referral, STATUS_NOT_FOUND);
    referral = make();
    snprintf(referral.casefile_id, UUID_TEXT_SIZE, "%s", mother);
    assert_refused(referral, STATUS_NOT_FOUND);
    fixture_rows_run(store, "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                            " closure_reason = 'other'");
    assert_refused(make(), STATUS_REFUSED);
}

/* ---- Out */

static void what_goes_out_has_a_number_a_consent_and_a_day_for_the_answer(void **state)
{
    (void)state;
    char first[UUID_TEXT_SIZE];
    char second[UUID_TEXT_SIZE];
    draft(first);
    draft(second);
    assert_int_equal(send(second, "2026-11-24"), STATUS_OK);
    assert_int_equal(send(first, "2026-11-20"), STATUS_OK);
    struct referral found = load(second);
    assert_string_equal(found.number, "KG-OSH-2026-000117-R1");
    assert_string_equal(found.consent_id, CONSENT);
    assert_string_equal(found.sent_at, FIXTURE_MOMENT_TEXT);
    assert_string_equal(found.sent_by, FIXTURE_USER);
    assert_string_equal(found.agency_name, "Юрклиника");
    assert_string_equal(found.person_id, mother);
    referral_release(&found);
    assert_state(second, REFERRAL_SENT, "2026-11-27");
    found = load(first);
    assert_string_equal(found.number, "KG-OSH-2026-000117-R2");
    assert_string_equal(found.sent_at, "2026-11-20T12:00:00.000Z");
    referral_release(&found);
    assert_state(first, REFERRAL_SENT, "2026-11-25");
    assert_int_equal(send(first, "2026-11-24"), STATUS_REFUSED);
    assert_journal_is_whole(store);
}

static void nothing_leaves_without_consent_or_a_written_reason(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct referral_sending sending = { .day = fixture_day("2026-11-24"),
                                        .today = fixture_day("2026-11-24"),
                                        .calendar = &calendar };
    draft(id);
    char *before = dump_database(store_handle(store), "");
    assert_status(referral_send(store, FIXTURE_USER, id, &sending, &error), STATUS_INVALID);
    sending.override_reason = "ребёнок в опасности";
    sending.role = "supervisor";
    sending.may_override = true; /* though a consent covers it */
    assert_status(referral_send(store, FIXTURE_USER, id, &sending, &error), STATUS_INVALID);
    sending.consent_id = CONSENT;
    assert_status(referral_send(store, FIXTURE_USER, id, &sending, &error), STATUS_INVALID);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    sending.consent_id = NULL;
    fixture_rows_run(store, "DELETE FROM consent");
    sending.may_override = false;
    assert_status(referral_send(store, FIXTURE_USER, id, &sending, &error), STATUS_REFUSED);
    sending.may_override = true;
    sending.override_reason = "  ";
    assert_status(referral_send(store, FIXTURE_USER, id, &sending, &error), STATUS_TEXT_EMPTY);
    sending.override_reason = "ребёнок в опасности";
    assert_ok(referral_send(store, FIXTURE_USER, id, &sending, &error));
    struct referral found = load(id);
    assert_string_equal(found.override_reason, "ребёнок в опасности");
    assert_string_equal(found.consent_id, "");
    referral_release(&found);
}

static void what_ended_since_it_was_drafted_holds_it_back(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    fixture_rows_run(store, "UPDATE agency SET is_active = 0 WHERE id = '" AGENCY "'");
    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);
    fixture_rows_run(store, "UPDATE agency SET is_active = 1 WHERE id = '" AGENCY "'");
    fixture_rows_run(store, "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                            " closure_reason = 'other'");
    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);
    assert_state(id, REFERRAL_DRAFTED, NULL);
    fixture_rows_run(store, "UPDATE casefile SET state = 'open', closed_at = NULL,"
                            " closure_reason = NULL");
    assert_int_equal(send(id, "2026-11-24"), STATUS_OK);
}

static void a_consent_must_be_to_share_in_force_and_of_the_casefile(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char son[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанов", "Бек", son);
    draft(id);
    add_consent(mother, "photo", NULL, NULL);
    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);
    add_consent(mother, "sharing", "2026-11-23", NULL);
    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);
    add_consent(mother, "sharing", NULL, "2026-11-03");
    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);
    add_consent(mother, "sharing", "2026-11-24", NULL);
    assert_int_equal(send(id, "2026-11-01"), STATUS_REFUSED);
    add_consent(son, "sharing", NULL, NULL);
    assert_int_equal(send(id, "2026-11-24"), STATUS_NOT_FOUND);
    fixture_rows_run(store, "INSERT INTO casefile_person VALUES (%Q, %Q, 'child')", casefile, son);
    assert_int_equal(send(id, "2026-11-24"), STATUS_OK);
}

static enum consent_verdict judge(const char *agency)
{
    struct consent_judgement judgement;
    assert_ok(
        referral_judge(store, casefile, agency, fixture_day("2026-11-24"), &judgement, &error));
    const enum consent_verdict verdict = judgement.verdict;
    consent_judgement_release(&judgement);
    return verdict;
}

static void the_consent_must_name_the_kind_of_the_body_or_the_body(void **state)
{
    (void)state;
    assert_int_equal(judge(AGENCY), CONSENT_COVERED);
    assert_int_equal(judge(CLOSED), CONSENT_OTHER_RECIPIENT);
    fixture_rows_run(store, "UPDATE consent SET recipient = '', agency_id = '" CLOSED "'");
    assert_int_equal(judge(AGENCY), CONSENT_OTHER_RECIPIENT);
    assert_int_equal(judge(CLOSED), CONSENT_COVERED);
}

static void a_withdrawal_stops_the_next_referral_at_once(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE], later[UUID_TEXT_SIZE];
    enum consent_flaw flaw;
    const struct day today = fixture_day("2026-11-24");
    const struct consent_withdrawal withdrawal = { .day = today };
    draft(id);
    draft(later);
    assert_int_equal(send(id, "2026-11-24"), STATUS_OK);
    assert_ok(consent_withdraw(store, FIXTURE_USER, CONSENT, &withdrawal, today, &flaw, &error));
    assert_int_equal(send(later, "2026-11-24"), STATUS_REFUSED);
    struct referral sent;
    assert_ok(referral_load(store, id, &sent, &error));
    assert_int_equal(sent.state, REFERRAL_SENT);
    assert_string_equal(sent.consent_id, CONSENT);
    referral_release(&sent);
}

/* ---- What is heard */

static void a_referral_is_accepted_attended_and_answered(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-02"), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-05", NULL), STATUS_OK);
    assert_state(id, REFERRAL_ACCEPTED, "2026-11-12");
    assert_int_equal(answer(id, REFERRAL_EVENT_MISSED, "2026-11-10", NULL), STATUS_OK);
    assert_state(id, REFERRAL_MISSED, NULL);
    assert_int_equal(answer(id, REFERRAL_EVENT_ATTENDED, "2026-11-11", NULL), STATUS_OK);
    assert_state(id, REFERRAL_ATTENDED, "2026-12-11");
    assert_int_equal(answer(id, REFERRAL_EVENT_ANSWERED, "2026-11-20", "иск подан\nсуд 1 декабря"),
                     STATUS_OK);
    assert_state(id, REFERRAL_ANSWERED, NULL);
    struct referral found = load(id);
    assert_string_equal(found.answer, "иск подан\nсуд 1 декабря");
    assert_true(found.has_outcome);
    assert_int_equal(found.outcome, REFERRAL_PROVIDED);
    assert_int_equal(day_compare(found.accepted_on, fixture_day("2026-11-05")), 0);
    assert_int_equal(day_compare(found.attended_on, fixture_day("2026-11-11")), 0);
    assert_int_equal(day_compare(found.answered_on, fixture_day("2026-11-20")), 0);
    referral_release(&found);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(act, ' ') FROM (SELECT act FROM journal"
                                     " WHERE subject = :id ORDER BY sequence)",
                                     mother),
                        "person.add referral.add referral.send referral.accepted referral.missed"
                        " referral.attended referral.answered");
    assert_journal_is_whole(store);
}

static void a_refusal_says_why(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-02"), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_DECLINED, "2026-11-03", NULL), STATUS_TEXT_EMPTY);
    assert_int_equal(answer(id, REFERRAL_EVENT_DECLINED, "2026-11-03", "нет мест"), STATUS_OK);
    assert_state(id, REFERRAL_DECLINED, NULL);
    struct referral found = load(id);
    assert_string_equal(found.decline_reason, "нет мест");
    assert_false(found.has_outcome);
    referral_release(&found);
}

static void every_reminder_counts_and_gives_the_standard_time_again(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(answer(id, REFERRAL_EVENT_REMINDED, "2026-11-24", NULL), STATUS_REFUSED);
    assert_int_equal(send(id, "2026-11-02"), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_REMINDED, "2026-11-06", NULL), STATUS_OK);
    assert_state(id, REFERRAL_SENT, "2026-11-11");
    assert_int_equal(answer(id, REFERRAL_EVENT_REMINDED, "2026-11-12", NULL), STATUS_OK);
    struct referral found = load(id);
    assert_int_equal(found.reminders, 2);
    referral_release(&found);
    assert_journal_is_whole(store);
}

static void a_draft_and_what_is_under_way_can_be_revoked(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(answer(id, REFERRAL_EVENT_REVOKED, "2026-11-24", NULL), STATUS_OK);
    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);
    draft(id);
    assert_int_equal(send(id, "2026-11-24"), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_REVOKED, "2026-11-24", NULL), STATUS_OK);
    assert_state(id, REFERRAL_REVOKED, NULL);
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-24", NULL), STATUS_REFUSED);
}

static void days_lie_between_what_was_heard_last_and_today(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-25"), STATUS_DATE_INVALID);
    assert_int_equal(send(id, "2026-11-10"), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-09", NULL), STATUS_DATE_INVALID);
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-25", NULL), STATUS_DATE_INVALID);
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-12", NULL), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_ATTENDED, "2026-11-11", NULL), STATUS_DATE_INVALID);
    assert_int_equal(answer(id, REFERRAL_EVENT_ATTENDED, "2026-11-12", NULL), STATUS_OK);
}

static void what_cannot_be_heard_is_invalid(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-10"), STATUS_OK);
    assert_int_equal(answer(id, REFERRAL_EVENT_SENT, "2026-11-12", NULL), STATUS_INVALID);
    assert_int_equal(answer(id, REFERRAL_EVENT_COUNT, "2026-11-12", NULL), STATUS_INVALID);
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-12", "слова"), STATUS_INVALID);
    assert_int_equal(answer(mother, REFERRAL_EVENT_ACCEPTED, "2026-11-12", NULL), STATUS_NOT_FOUND);
    const struct referral_answer made = { .event = REFERRAL_EVENT_ANSWERED,
                                          .outcome = REFERRAL_OUTCOME_COUNT,
                                          .day = fixture_day("2026-11-12"),
                                          .today = fixture_day("2026-11-24"),
                                          .calendar = &calendar };
    assert_status(referral_answer(store, FIXTURE_USER, id, &made, &error), STATUS_INVALID);
}

/* ---- Lists */

static void what_is_due_is_listed_longest_overdue_first(void **state)
{
    (void)state;
    static const char *const sent[] = { "2026-11-18", "2026-11-10", "2026-11-24", "2026-11-02" };
    char ids[4][UUID_TEXT_SIZE];
    struct referral_list list;
    for (size_t i = 0; i < 4; i++) {
        draft(ids[i]);
        assert_int_equal(send(ids[i], sent[i]), STATUS_OK);
    }
    assert_int_equal(answer(ids[3], REFERRAL_EVENT_REVOKED, "2026-11-20", NULL), STATUS_OK);
    assert_ok(referral_list_due(store, fixture_day("2026-11-23"), &list, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].id, ids[1]);
    assert_string_equal(list.items[1].id, ids[0]);
    referral_list_release(&list);
    assert_ok(referral_list(store, casefile, &list, &error));
    assert_int_equal(list.count, 4);
    assert_string_equal(list.items[0].id, ids[3]);
    referral_list_release(&list);
    assert_ok(referral_list(store, mother, &list, &error));
    assert_int_equal(list.count, 0);
    referral_list_release(&list);
}

static void referrals_are_found_by_number_or_id(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char found[UUID_TEXT_SIZE];
    char beginning[9];
    draft(id);
    snprintf(beginning, sizeof(beginning), "%.8s", id);
    assert_ok(referral_find(store, beginning, found, &error));
    assert_string_equal(found, id);
    assert_int_equal(send(id, "2026-11-24"), STATUS_OK);
    assert_ok(referral_find(store, "KG-OSH-2026-000117-R1", found, &error));
    assert_string_equal(found, id);
    assert_status(referral_find(store, "KG-OSH-2026-000117-R2", found, &error), STATUS_INVALID);
    assert_status(referral_find(store, "01930000", found, &error), STATUS_NOT_FOUND);
}

/* ---- Forgetting and faults */

static void nothing_happens_to_the_referral_of_an_erased_person(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-10"), STATUS_OK);
    fixture_rows_run(store, "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                            " closure_reason = 'other'");
    assert_ok(person_erase(store, FIXTURE_USER, mother, "asked", &error));
    assert_int_equal(answer(id, REFERRAL_EVENT_ACCEPTED, "2026-11-12", NULL), STATUS_REFUSED);
    char *where = dump_find(store_handle(store), "иск о жилье");
    assert_string_equal(where, "");
    free(where);
    assert_journal_is_whole(store);
}

static enum status try_send(void *self)
{
    return send(self, "2026-11-10");
}

static enum status try_answer(void *self)
{
    return answer(self, REFERRAL_EVENT_DECLINED, "2026-11-12", "нет мест");
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_all_or_nothing(store, try_send, id);
    assert_all_or_nothing(store, try_answer, id);
    assert_journal_is_whole(store);
}

/* ---- The code, what is told, the silence */

static void what_goes_out_is_found_by_its_code_and_a_typing_slip_is_told(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE], found_id[UUID_TEXT_SIZE], typed[REFERRAL_CODE_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-24"), STATUS_OK);
    struct referral found = load(id);
    memcpy(typed, found.code, sizeof(typed));
    referral_release(&found);

    assert_ok(referral_find(store, typed, found_id, &error));
    assert_string_equal(found_id, id);
    typed[0] = typed[0] == '2' ? '3' : '2';
    assert_status(referral_find(store, typed, found_id, &error), STATUS_INVALID);
    assert_string_equal(error.detail, REFERRAL_DETAIL_SLIP);
}

static void what_was_told_is_kept_and_nothing_else(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    const char *told[REFERRAL_ITEM_COUNT] = { [REFERRAL_ITEM_INITIALS] = "А. А." };
    const struct referral_sending sending = { .consent_id = CONSENT,
                                              .told = told,
                                              .day = fixture_day("2026-11-24"),
                                              .today = fixture_day("2026-11-24"),
                                              .calendar = &calendar };
    draft(id);

    assert_ok(referral_send(store, FIXTURE_USER, id, &sending, &error));

    struct referral found = load(id);
    assert_string_equal(found.told[REFERRAL_ITEM_INITIALS], "А. А.");
    assert_null(found.told[REFERRAL_ITEM_NAME]);
    assert_null(found.told[REFERRAL_ITEM_PHONE]);
    referral_release(&found);
    assert_journal_is_whole(store);
}

static void the_silence_of_each_body_is_counted(void **state)
{
    (void)state;
    char first[UUID_TEXT_SIZE], second[UUID_TEXT_SIZE];
    struct referral_silence_list silences;
    draft(first);
    draft(second);
    assert_int_equal(send(first, "2026-11-02"), STATUS_OK);
    assert_int_equal(send(second, "2026-11-03"), STATUS_OK);
    assert_int_equal(answer(second, REFERRAL_EVENT_ESCALATED, "2026-11-10", NULL), STATUS_OK);

    assert_ok(referral_count_overdue(store, fixture_day("2026-11-24"), &silences, &error));

    assert_int_equal(silences.count, 1);
    assert_int_equal(silences.total, 2);
    assert_int_equal(silences.items[0].count, 2);
    assert_int_equal(silences.items[0].escalated_count, 1);
    assert_int_equal(day_compare(silences.items[0].since, fixture_day("2026-11-05")), 0);
    assert_string_equal(silences.items[0].agency_name, "Юрклиника");
    referral_silence_list_release(&silences);
}

static void a_draft_that_should_be_out_is_counted_and_listed(void **state)
{
    (void)state;
    struct referral referral = make();
    struct referral_list due;
    struct referral_silence_list silences;
    referral.due_on = fixture_day("2026-11-23");
    referral.has_due_on = true;
    assert_ok(referral_add(store, FIXTURE_USER, &referral, &error));
    referral_release(&referral);

    assert_ok(referral_list_due(store, fixture_day("2026-11-24"), &due, &error));
    assert_ok(referral_count_overdue(store, fixture_day("2026-11-24"), &silences, &error));

    assert_int_equal(due.count, 1);
    assert_int_equal(due.items[0].state, REFERRAL_DRAFTED);
    assert_int_equal(silences.unsent, 1);
    assert_int_equal(silences.total, 0);
    referral_list_release(&due);
    referral_silence_list_release(&silences);
}

/* ---- The country of origin */

static void fear_afghanistan(void)
{
    fixture_rows_run(store, "UPDATE person SET origin_country = 'AFG' WHERE id = %Q", mother);
    fixture_rows_run(store, "UPDATE casefile SET bars_origin = 1");
    fixture_rows_run(store, "UPDATE agency SET country = 'AFG' WHERE id = '" AGENCY "'");
}

static void nobody_is_referred_to_the_country_that_they_fear(void **state)
{
    (void)state;
    fear_afghanistan();

    assert_refused(make(), STATUS_REFUSED);

    assert_string_equal(error.detail, ORIGIN_RULE_DETAIL);
}

static void a_draft_from_before_the_fear_was_known_stays_where_it_is(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    fear_afghanistan();

    assert_int_equal(send(id, "2026-11-24"), STATUS_REFUSED);

    assert_string_equal(error.detail, ORIGIN_RULE_DETAIL);
    assert_state(id, REFERRAL_DRAFTED, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_draft_needs_an_open_casefile_an_active_body_a_service_and_a_reason, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            what_goes_out_has_a_number_a_consent_and_a_day_for_the_answer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_leaves_without_consent_or_a_written_reason, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_ended_since_it_was_drafted_holds_it_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_consent_must_be_to_share_in_force_and_of_the_casefile,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_consent_must_name_the_kind_of_the_body_or_the_body,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_withdrawal_stops_the_next_referral_at_once, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_referral_is_accepted_attended_and_answered, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_refusal_says_why, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_reminder_counts_and_gives_the_standard_time_again,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_draft_and_what_is_under_way_can_be_revoked, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(days_lie_between_what_was_heard_last_and_today, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_heard_is_invalid, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_due_is_listed_longest_overdue_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(referrals_are_found_by_number_or_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_happens_to_the_referral_of_an_erased_person, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            what_goes_out_is_found_by_its_code_and_a_typing_slip_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_told_is_kept_and_nothing_else, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_silence_of_each_body_is_counted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_draft_that_should_be_out_is_counted_and_listed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(nobody_is_referred_to_the_country_that_they_fear, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_draft_from_before_the_fear_was_known_stays_where_it_is,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
