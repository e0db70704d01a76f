/* SPDX-License-Identifier: Apache-2.0 */
#include "consent/consent_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#define LAWYERS "01930000-0000-7000-8000-0000000000a1"
#define TODAY   "2026-11-24"

static struct error error;
static struct store *store;
static char mother[UUID_TEXT_SIZE];
static char son[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", mother);
    fixture_record_add(store, "Асанов", "Бек", son);
    fixture_rows_run(store,
                     "UPDATE person SET birth_date = '1988-05-01', birth_precision = 'day'"
                     " WHERE id = %Q",
                     mother);
    fixture_rows_run(store,
                     "UPDATE person SET birth_date = '2010-01-10', birth_precision = 'day'"
                     " WHERE id = %Q",
                     son);
    fixture_rows_run(store, "INSERT INTO agency (id, name, kind, country, is_active) VALUES"
                            " ('" LAWYERS "', 'Юрклиника', 'legal_aid', 'KGZ', 1)");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct consent make(const char *person, const char *recipient)
{
    struct consent consent = { .purpose = CONSENT_SHARING,
                               .is_agreed = true,
                               .is_understood = true,
                               .language = "ky",
                               .given_on = fixture_day("2026-11-02") };
    snprintf(consent.person_id, sizeof(consent.person_id), "%s", person);
    snprintf(consent.recipient, sizeof(consent.recipient), "%s", recipient);
    return consent;
}

static enum consent_flaw give(struct consent *consent)
{
    enum consent_flaw flaw;
    const enum status status =
        consent_give(store, FIXTURE_USER, consent, fixture_day(TODAY), &flaw, &error);
    assert_int_equal(status, flaw == CONSENT_SOUND ? STATUS_OK : STATUS_REFUSED);
    return flaw;
}

static enum consent_flaw withdraw(const char *id, const char *day)
{
    enum consent_flaw flaw;
    const struct consent_withdrawal withdrawal = { .day = fixture_day(day), .reason = "боюсь" };
    const enum status status =
        consent_withdraw(store, FIXTURE_USER, id, &withdrawal, fixture_day(TODAY), &flaw, &error);
    assert_int_equal(status, flaw == CONSENT_SOUND ? STATUS_OK : STATUS_REFUSED);
    return flaw;
}

static enum consent_verdict judge(const char *person, const char *recipient, const char *agency,
                                  const char *day)
{
    struct consent_judgement judgement;
    const struct consent_use use = { .person_id = person,
                                     .purpose = CONSENT_SHARING,
                                     .recipient = recipient,
                                     .agency_id = agency,
                                     .day = fixture_day(day) };
    assert_ok(consent_judge(store, &use, &judgement, &error));
    const enum consent_verdict verdict = judgement.verdict;
    consent_judgement_release(&judgement);
    return verdict;
}

/* ---- To whom */

static void what_nobody_gave_covers_nothing(void **state)
{
    (void)state;
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_NEVER_GIVEN);
}

static void a_consent_covers_its_kind_of_body_and_no_other(void **state)
{
    (void)state;
    struct consent consent = make(mother, "shelter");
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(judge(mother, "police", NULL, TODAY), CONSENT_OTHER_RECIPIENT);
    assert_int_equal(judge(mother, "shelter", NULL, "2026-11-01"), CONSENT_NEVER_GIVEN);
    assert_int_equal(judge(son, "shelter", NULL, TODAY), CONSENT_NEVER_GIVEN);
}

static void authorities_are_those_of_this_country_and_never_a_consulate(void **state)
{
    (void)state;
    struct consent consent = make(mother, "authorities");
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(mother, "social", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(judge(mother, "consulate", NULL, TODAY), CONSENT_OTHER_RECIPIENT);
    assert_int_equal(judge(mother, "ngo", NULL, TODAY), CONSENT_OTHER_RECIPIENT);
}

static void one_body_is_not_its_whole_kind(void **state)
{
    (void)state;
    struct consent consent = make(mother, "");
    snprintf(consent.agency_id, sizeof(consent.agency_id), "%s", LAWYERS);
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(mother, "legal_aid", LAWYERS, TODAY), CONSENT_COVERED);
    assert_int_equal(judge(mother, "legal_aid", NULL, TODAY), CONSENT_OTHER_RECIPIENT);
}

static void the_newest_word_counts_whether_yes_or_no(void **state)
{
    (void)state;
    struct consent yes = make(mother, "shelter");
    struct consent no = make(mother, "");
    assert_int_equal(give(&yes), CONSENT_SOUND);
    no.is_agreed = false;
    assert_int_equal(give(&no), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_REFUSED);
    assert_int_equal(give(&yes), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
}

static void what_is_withheld_comes_with_the_judgement_of_whom_it_concerns(void **state)
{
    (void)state;
    struct consent consent = make(mother, "authorities");
    struct consent_judgement judgement;
    struct consent_use use = { .person_id = mother,
                               .purpose = CONSENT_SHARING,
                               .recipient = "police",
                               .day = fixture_day(TODAY) };
    assert_ok(consent_withhold(&consent.withheld, "адрес", "police", CONSENT_FEAR_OF_HARM, &error));
    assert_ok(consent_withhold(&consent.withheld, NULL, "court", CONSENT_TELLS_IT_SELF, &error));
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_ok(consent_judge(store, &use, &judgement, &error));
    assert_int_equal(judgement.verdict, CONSENT_COVERED);
    assert_int_equal(judgement.withheld.count, 1);
    assert_string_equal(judgement.withheld.items[0].what, "адрес");
    consent_judgement_release(&judgement);
    assert_int_equal(judge(mother, "court", NULL, TODAY), CONSENT_WITHHELD);
    consent_release(&consent);
}

/* ---- Until when */

static void the_last_day_is_a_day_of_the_consent(void **state)
{
    (void)state;
    struct consent consent = make(mother, "shelter");
    consent.has_expires_on = true;
    consent.expires_on = fixture_day(TODAY);
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(judge(mother, "shelter", NULL, "2026-11-25"), CONSENT_EXPIRED);
}

static void a_withdrawal_counts_at_once_and_is_made_once(void **state)
{
    (void)state;
    struct consent consent = make(mother, "shelter");
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(withdraw(consent.id, "2026-11-25"), CONSENT_FLAW_FUTURE);
    assert_int_equal(withdraw(consent.id, "2026-11-01"), CONSENT_FLAW_EARLY);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(withdraw(consent.id, TODAY), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_WITHDRAWN);
    assert_int_equal(judge(mother, "shelter", NULL, "2026-11-10"), CONSENT_WITHDRAWN);
    assert_int_equal(withdraw(consent.id, TODAY), CONSENT_FLAW_WITHDRAWN);
}

static void a_no_cannot_be_taken_back(void **state)
{
    (void)state;
    struct consent no = make(mother, "");
    no.is_agreed = false;
    assert_int_equal(give(&no), CONSENT_SOUND);
    assert_int_equal(withdraw(no.id, TODAY), CONSENT_FLAW_WITHDRAWN);
}

static void a_renewed_one_replaces_the_old_one(void **state)
{
    (void)state;
    struct consent consent = make(mother, "shelter");
    struct consent_renewal renewal = { .given_on = fixture_day("2026-11-20") };
    struct consent_list consents;
    enum consent_flaw flaw;
    char anew[UUID_TEXT_SIZE];
    consent.has_expires_on = true;
    consent.expires_on = fixture_day("2026-11-10");
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_EXPIRED);
    assert_ok(consent_renew(store, FIXTURE_USER, consent.id, &renewal, fixture_day(TODAY), anew,
                            &flaw, &error));
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(consent_renew(store, FIXTURE_USER, consent.id, &renewal, fixture_day(TODAY),
                                   anew, &flaw, &error),
                     STATUS_REFUSED);
    assert_int_equal(flaw, CONSENT_FLAW_SUPERSEDED);
    assert_ok(consent_list(store, mother, &consents, &error));
    assert_int_equal(consents.count, 2);
    assert_string_equal(consents.items[0].id, anew);
    assert_string_equal(consents.items[1].superseded_by, anew);
    consent_list_release(&consents);
}

static void a_corrected_one_stays_to_be_read_and_counts_no_more(void **state)
{
    (void)state;
    struct consent wrong = make(mother, "police");
    struct consent right = make(son, "shelter"); /* whose it is is not for the correction to say */
    enum consent_flaw flaw;
    assert_int_equal(give(&wrong), CONSENT_SOUND);
    assert_ok(
        consent_correct(store, FIXTURE_USER, wrong.id, &right, fixture_day(TODAY), &flaw, &error));
    assert_int_equal(judge(mother, "police", NULL, TODAY), CONSENT_OTHER_RECIPIENT);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM consent"), 2);
}

/* ---- Under 18, and without understanding */

static void a_child_needs_somebody_who_decides_and_is_asked_too(void **state)
{
    (void)state;
    struct consent consent = make(son, "shelter");
    assert_int_equal(give(&consent), CONSENT_FLAW_CHILD);
    consent.given_by = CONSENT_BY_GUARDIAN;
    snprintf(consent.giver_id, sizeof(consent.giver_id), "%s", mother);
    assert_int_equal(give(&consent), CONSENT_FLAW_ASSENT);
    consent.has_assent = true;
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(son, "shelter", NULL, TODAY), CONSENT_CHILD_DISAGREES);
    consent.is_assented = true;
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(son, "shelter", NULL, TODAY), CONSENT_COVERED);
    assert_int_equal(judge(son, "shelter", NULL, "2028-01-09"), CONSENT_COVERED);
    assert_int_equal(judge(son, "shelter", NULL, "2028-01-10"), CONSENT_CAME_OF_AGE);
}

static void whoever_turns_out_to_be_a_child_needs_a_guardian(void **state)
{
    (void)state;
    struct consent consent = make(mother, "shelter");
    assert_int_equal(give(&consent), CONSENT_SOUND);
    fixture_rows_run(store, "UPDATE person SET birth_date = '2010-05-01'");
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_NEEDS_GUARDIAN);
}

static void whoever_does_not_understand_needs_somebody_else_with_a_name(void **state)
{
    (void)state;
    struct consent consent = make(mother, "shelter");
    char name[] = "Асанов Марат";
    consent.is_understood = false;
    assert_int_equal(give(&consent), CONSENT_FLAW_CAPACITY);
    consent.given_by = CONSENT_BY_GUARDIAN;
    assert_int_equal(give(&consent), CONSENT_FLAW_GIVER);
    snprintf(consent.giver_id, sizeof(consent.giver_id), "%s", mother);
    assert_int_equal(give(&consent), CONSENT_FLAW_GIVER_SELF);
    consent.giver_id[0] = '\0';
    consent.giver_name = name;
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(judge(mother, "shelter", NULL, TODAY), CONSENT_COVERED);
}

/* ---- Bad input */

static void what_makes_no_sense_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    enum consent_flaw flaw;
    struct consent consent = make(mother, "");
    char *before = dump_database(store_handle(store), "");
    assert_int_equal(give(&consent), CONSENT_FLAW_RECIPIENT);
    consent = make(mother, "shelter");
    consent.given_on = fixture_day("2026-11-25");
    assert_int_equal(give(&consent), CONSENT_FLAW_FUTURE);
    consent = make(mother, "shelter");
    consent.has_expires_on = true;
    consent.expires_on = consent.given_on;
    assert_int_equal(give(&consent), CONSENT_FLAW_EXPIRY);
    consent = make(mother, "shelter");
    consent.purpose = CONSENT_OTHER;
    assert_int_equal(give(&consent), CONSENT_FLAW_ABOUT);
    consent = make(mother, "She lter");
    assert_int_equal(consent_give(store, FIXTURE_USER, &consent, fixture_day(TODAY), &flaw, &error),
                     STATUS_INVALID);
    consent = make("01930000-0000-7000-8000-00000000dead", "shelter");
    assert_int_equal(consent_give(store, FIXTURE_USER, &consent, fixture_day(TODAY), &flaw, &error),
                     STATUS_NOT_FOUND);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

/* ---- Without consent */

static void an_override_is_written_down_for_roles_that_may_with_a_reason(void **state)
{
    (void)state;
    const struct consent_use use = { .person_id = mother,
                                     .purpose = CONSENT_SHARING,
                                     .recipient = "police",
                                     .day = fixture_day(TODAY) };
    struct consent_override override = {
        .use = &use, .way = CONSENT_WAY_PRINT, .reason = "угроза жизни", .role = "supervisor"
    };
    assert_int_equal(consent_override(store, FIXTURE_USER, &override, &error), STATUS_REFUSED);
    override.may = true;
    override.reason = " ";
    assert_int_equal(consent_override(store, FIXTURE_USER, &override, &error), STATUS_TEXT_EMPTY);
    override.reason = "угроза жизни";
    assert_ok(consent_override(store, FIXTURE_USER, &override, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM consent_override WHERE verdict ="
                                           " 'never_given' AND role = 'supervisor'"),
                     1);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'consent.override'"), 1);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE instr(after, 'угроза')"), 0);
}

static void what_is_covered_needs_no_override(void **state)
{
    (void)state;
    const struct consent_use use = { .person_id = mother,
                                     .purpose = CONSENT_SHARING,
                                     .recipient = "police",
                                     .day = fixture_day(TODAY) };
    const struct consent_override override = {
        .use = &use, .way = CONSENT_WAY_EXPORT, .reason = "x", .role = "supervisor", .may = true
    };
    struct consent consent = make(mother, "police");
    assert_int_equal(give(&consent), CONSENT_SOUND);
    assert_int_equal(consent_override(store, FIXTURE_USER, &override, &error), STATUS_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_nobody_gave_covers_nothing),
        TEST(a_consent_covers_its_kind_of_body_and_no_other),
        TEST(authorities_are_those_of_this_country_and_never_a_consulate),
        TEST(one_body_is_not_its_whole_kind),
        TEST(the_newest_word_counts_whether_yes_or_no),
        TEST(what_is_withheld_comes_with_the_judgement_of_whom_it_concerns),
        TEST(the_last_day_is_a_day_of_the_consent),
        TEST(a_withdrawal_counts_at_once_and_is_made_once),
        TEST(a_no_cannot_be_taken_back),
        TEST(a_renewed_one_replaces_the_old_one),
        TEST(a_corrected_one_stays_to_be_read_and_counts_no_more),
        TEST(a_child_needs_somebody_who_decides_and_is_asked_too),
        TEST(whoever_turns_out_to_be_a_child_needs_a_guardian),
        TEST(whoever_does_not_understand_needs_somebody_else_with_a_name),
        TEST(what_makes_no_sense_is_refused_and_leaves_nothing),
        TEST(an_override_is_written_down_for_roles_that_may_with_a_reason),
        TEST(what_is_covered_needs_no_override),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
