/* SPDX-License-Identifier: Apache-2.0 */

/* Referrals to organisations, as scripts keep them.  The tests stand in order, each
 * going on where the one before ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct fixture_case office;
static struct program_result result;
static char agency[UUID_TEXT_SIZE];
static char referral[UUID_TEXT_SIZE];

/* Whatever happens, no value that was given for a field comes out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, "тайна"));
    assert_null(strstr(result.err, "%"));
}

#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASE_SECRET })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)

static int set_up(void **state)
{
    (void)state;
    fixture_case_make(&office);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_case_remove(&office);
    return 0;
}

static void copy_id(char out[UUID_TEXT_SIZE])
{
    assert_int_equal(strcspn(result.out, "\t\n"), UUID_TEXT_SIZE - 1);
    memcpy(out, result.out, UUID_TEXT_SIZE - 1);
    out[UUID_TEXT_SIZE - 1] = '\0';
}

static void nobody_is_referred_to_an_organisation_that_stopped_working(void **state)
{
    (void)state;
    RUN(.words = { "agency", "add", AS_FIRST(office.file) },
        .input = "name: Приют\nkind: shelter\ncountry: KGZ\nactive: no\n");
    assert_exit(0);
    copy_id(agency);
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: shelter\nreason: тайна\n");
    assert_exit(1);
    assert_says(result.err, "no longer works");
    RUN(.words = { "agency", "add", AS_FIRST(office.file) },
        .input = "name: Юридическая клиника\nkind: legal_aid\ncountry: KGZ\n");
    copy_id(agency);
}

static void a_referral_is_drafted_with_what_it_needs(void **state)
{
    (void)state;
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: court_help\nurgency: soon\n");
    assert_exit(2);
    assert_says(result.err, "line 2, urgency: ");
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: court_help\n");
    assert_exit(2);
    assert_says(result.err, "reason: This field is needed.");
    RUN(.words = { "referral", "add", AS_FIRST(office.file, "KG-OSH-2026-000118", agency) },
        .input = "service: court_help\nreason: тайна\n");
    assert_exit(1);
    assert_says(result.err, "no such casefile");
    RUN(.words = { "referral", "add", AS_FIRST(office.file, "тайна", agency) },
        .input = "service: court_help\nreason: тайна\n");
    assert_exit(2);
    RUN(.words = { "referral", "add", AS_FIRST(office.file, "kg-osh-2026-000117", agency) },
        .input = "service: court_help\nreason: иск\nreason: о жилье\nurgency: high\n");
    assert_exit(0);
    copy_id(referral);
}

static void nothing_goes_out_without_consent_or_a_reason(void **state)
{
    (void)state;
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--on", "2026-11-01",
                   "--today", "2026-11-24" });
    assert_exit(1);
    assert_says(result.err, "No consent for this is kept: ask the person");
    assert_says(result.err, "qadam consent add");
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--consent", "ffffffff",
                   "--today", "2026-11-24" });
    assert_exit(1);
    assert_says(result.err, "no such consent");
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--consent", office.consent,
                   "--on", "2026-11-01", "--today", "2026-11-24" });
    assert_exit(1);
    assert_says(result.err, "given later");
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--consent", office.consent,
                   "--on", "2026-11-20", "--today", "2026-11-24" });
    assert_exit(0);
    assert_string_equal(result.out, FIXTURE_CASE_NUMBER "-R1\t2026-11-25\n");
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--consent", office.consent,
                   "--today", "2026-11-24" });
    assert_exit(1);
    assert_says(result.err, "sent already");
}

static void what_is_due_is_listed_from_its_day_on(void **state)
{
    (void)state;
    RUN(.words = { "referral", "list", AS_FIRST(office.file), "--today", "2026-11-24" });
    assert_exit(1);
    assert_string_equal(result.out, "");
    RUN(.words = { "referral", "list", AS_FIRST(office.file), "--today", "2026-11-25" });
    assert_exit(0);
    assert_says(result.out,
                "\t" FIXTURE_CASE_NUMBER "-R1\tsent\thigh\t2026-11-25\t\t0\t" FIXTURE_CASE_NUMBER
                "\tЮридическая клиника\tcourt_help\n");
    RUN(.words = { "referral", "list", AS_FIRST(office.file), "--today", "2026-11-26", "--json" });
    assert_says(result.out, "\"due_on\":\"2026-11-25\",\"overdue\":true,\"reminders\":0");
}

#define ANSWER(event, ...)                                                                         \
    "referral", "answer", AS_FIRST(office.file, FIXTURE_CASE_NUMBER "-R1", event), "--today",      \
        "2026-12-24", __VA_ARGS__

static void a_referral_is_followed_to_its_answer(void **state)
{
    (void)state;
    RUN(.words = { ANSWER("reminded", "--on", "2026-11-26") });
    assert_exit(0);
    assert_string_equal(result.out, "sent\t2026-12-01\n");
    RUN(.words = { ANSWER("accepted", "--on", "2026-11-27") });
    assert_string_equal(result.out, "accepted\t2026-12-04\n");
    RUN(.words = { ANSWER("attended", "--on", "2026-11-26") });
    assert_exit(2);
    assert_says(result.err, "before what was heard last");
    RUN(.words = { ANSWER("attended", "--on", "2026-12-02") });
    assert_string_equal(result.out, "attended\t2027-01-01\n");
    RUN(.words = { ANSWER("accepted", NULL) });
    assert_exit(1);
    assert_says(result.err, "as it stands");
    RUN(.words = { ANSWER("answered", "--outcome", "provided") },
        .input = "answer: суд назначен\nanswer:\nanswer: на 14 января\n");
    assert_exit(0);
    assert_string_equal(result.out, "answered\n");
    RUN(.words = { "referral", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER,
                   "--json" });
    assert_says(result.out, "\"reason\":\"иск\\nо жилье\"");
    assert_says(result.out, "\"answer\":\"суд назначен\\n\\nна 14 января\","
                            "\"outcome\":\"provided\"");
}

static void an_event_that_is_none_or_lacks_its_outcome_is_refused(void **state)
{
    (void)state;
    RUN(.words = { ANSWER("sent", NULL) });
    assert_exit(2);
    assert_says(result.err, "An event is one of");
    RUN(.words = { ANSWER("answered", NULL) });
    assert_exit(2);
    assert_says(result.err, "--outcome goes with");
    RUN(.words = { ANSWER("answered", "--outcome", "good") });
    assert_exit(2);
    assert_says(result.err, "An outcome is one of");
    RUN(.words = { ANSWER("accepted", "--outcome", "provided") });
    assert_exit(2);
    RUN(.words = { "referral", "answer", AS_FIRST(office.file, "тайна", "accepted") });
    assert_exit(2);
    assert_says(result.err, "by its number");
}

static void a_refusal_needs_its_reason_and_sharing_without_consent_its_own(void **state)
{
    (void)state;
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: advice\nreason: тайна\nurgency: urgent\n");
    copy_id(referral);
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--today", "2026-11-24" },
        .input = "override_reason: ребёнок в опасности\n");
    assert_exit(1);
    assert_says(result.err, "leave the reason out");
    RUN(.words = { "consent", "withdraw", AS_FIRST(office.file, office.consent), "--today",
                   "2026-11-24" });
    assert_exit(0);
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--today", "2026-11-24" });
    assert_exit(1);
    assert_says(result.err, "took the consent back on 24.11.2026");
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--today", "2026-11-24" },
        .input = "override_reason: ребёнок в опасности\n");
    assert_exit(0);
    assert_string_equal(result.out, FIXTURE_CASE_NUMBER "-R2\t2026-11-24\n");
    RUN(.words = { "referral", "answer", AS_FIRST(office.file, referral, "declined"), "--today",
                   "2026-11-24" });
    assert_exit(2);
    assert_says(result.err, "decline_reason: This field is needed.");
    RUN(.words = { "referral", "answer", AS_FIRST(office.file, referral, "declined"), "--today",
                   "2026-11-24" },
        .input = "decline_reason: нет мест\n");
    assert_exit(0);
    assert_string_equal(result.out, "declined\n");
}

static void the_history_of_the_person_tells_it_in_words(void **state)
{
    (void)state;
    RUN(.words = { "person", "history", AS_FIRST(office.file, office.person) });
    assert_exit(0);
    assert_says(result.out, "referral declined");
    assert_says(result.out, "State: referred, not accepted yet -> declined by the organisation");
    assert_says(result.out, "Why they decline: нет мест");
    RUN(.words = { "vault", "verify", AS_FIRST(office.file) });
    assert_exit(0);
}

/* A Thursday; New Year's Day is not worked in Kyrgyzstan. */
static void its_answer_is_due_by_the_working_days_of_the_country(void **state)
{
    (void)state;
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: advice\nreason: тайна\nurgency: high\n");
    assert_exit(0);
    copy_id(referral);
    RUN(.words = { "referral", "send", AS_FIRST(office.file, referral), "--today", "2026-12-31" },
        .input = "override_reason: тайна\n");
    assert_exit(0);
    assert_says(result.out, "\t2027-01-06\n");
}

/* The code that stands first in the JSON of the casefile's referrals. */
static void find_code(char out[7])
{
    RUN(.words = { "referral", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER,
                   "--json" });
    const char *found = strstr(result.out, "\"code\":\"");
    assert_non_null(found);
    snprintf(out, 7, "%.6s", found + strlen("\"code\":\""));
}

static void the_slip_has_the_code_twice_and_no_name(void **state)
{
    (void)state;
    char code[7], large[40];
    find_code(code);
    snprintf(large, sizeof(large), "%c   %c   %c   -   %c   %c   %c", code[0], code[1], code[2],
             code[3], code[4], code[5]);

    RUN(.words = { "referral", "slip", AS_FIRST(office.file, code), "--language", "en" });

    assert_exit(0);
    const char *first = strstr(result.out, large);
    assert_non_null(first);
    assert_non_null(strstr(first + 1, large));
    assert_says(result.out, "ANSWER TO REFERRAL");
    assert_null(strstr(result.out, "Name:"));
    assert_null(strstr(result.out, "Telephone:"));
    for (const char *line = result.out; *line != '\0'; line += strcspn(line, "\n") + 1)
        assert_true(strcspn(line, "\n") <= 160);
}

static void a_language_without_texts_falls_back_with_a_sentence(void **state)
{
    (void)state;
    char code[7];
    find_code(code);

    RUN(.words = { "referral", "slip", AS_FIRST(office.file, code), "--language", "xx" });

    assert_exit(0);
    assert_says(result.out, "no texts in the language of the receiver");
}

static void a_draft_has_no_slip_yet(void **state)
{
    (void)state;
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: advice\nreason: тайна\n");
    copy_id(referral);

    RUN(.words = { "referral", "slip", AS_FIRST(office.file, referral) });

    assert_exit(1);
    assert_says(result.err, "is a draft");
}

static void the_silence_of_an_organisation_is_counted(void **state)
{
    (void)state;

    RUN(.words = { "referral", "overdue", AS_FIRST(office.file), "--today", "2027-03-01" });
    assert_exit(0);
    assert_says(result.out, "\tЮридическая клиника\t1\t0\t2027-01-06\n");
    RUN(.words = { "referral", "overdue", AS_FIRST(office.file), "--today", "2027-03-01",
                   "--json" });
    assert_says(result.out, "\"overdue\":1,\"escalated\":0,\"since\":\"2027-01-06\"");
}

static void an_answer_goes_by_the_code_in_any_letters_and_a_slip_is_told(void **state)
{
    (void)state;
    char code[7], typed[16];
    RUN(.words = { "referral", "list", AS_FIRST(office.file), "--today", "2027-03-01", "--json" });
    const char *found = strstr(result.out, "\"code\":\"");
    assert_non_null(found);
    snprintf(code, sizeof(code), "%.6s", found + strlen("\"code\":\""));
    snprintf(typed, sizeof(typed), "%c%.5s", code[0] == '2' ? '3' : '2', code + 1);

    RUN(.words = { "referral", "answer", AS_FIRST(office.file, typed, "accepted"), "--today",
                   "2027-03-01" });
    assert_exit(2);
    assert_says(result.err, "mistyped");
    snprintf(typed, sizeof(typed), "%.3s-%s", code, code + 3);
    RUN(.words = { "referral", "answer", AS_FIRST(office.file, typed, "принято"), "--today",
                   "2027-03-01" });
    assert_exit(0);
    assert_says(result.out, "accepted\t");
}

static void nobody_who_fears_a_country_is_referred_to_it(void **state)
{
    (void)state;
    char ministry[UUID_TEXT_SIZE];
    RUN(.words = { "agency", "add", AS_FIRST(office.file) },
        .input = "name: Архив\nkind: archive\ncountry: AFG\nlanguages: ru, en\n");
    copy_id(ministry);
    RUN(.words = { "person", "change", AS_FIRST(office.file, office.person) },
        .input = "origin_country: AFG\npopulation_group: ASY\n");
    assert_exit(0);

    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, ministry) },
        .input = "service: archive\nreason: тайна\n");

    assert_exit(1);
    assert_says(result.err, "fears the country of origin");
    assert_says(result.err, "asylum authority");
}

static void a_closed_casefile_takes_no_new_referral(void **state)
{
    (void)state;
    fixture_case_close(&office);
    RUN(.words = { "referral", "add", AS_FIRST(office.file, FIXTURE_CASE_NUMBER, agency) },
        .input = "service: advice\nreason: тайна\n");
    assert_exit(1);
    assert_says(result.err, "The casefile is closed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_is_referred_to_an_organisation_that_stopped_working),
        cmocka_unit_test(a_referral_is_drafted_with_what_it_needs),
        cmocka_unit_test(nothing_goes_out_without_consent_or_a_reason),
        cmocka_unit_test(what_is_due_is_listed_from_its_day_on),
        cmocka_unit_test(a_referral_is_followed_to_its_answer),
        cmocka_unit_test(an_event_that_is_none_or_lacks_its_outcome_is_refused),
        cmocka_unit_test(a_refusal_needs_its_reason_and_sharing_without_consent_its_own),
        cmocka_unit_test(the_history_of_the_person_tells_it_in_words),
        cmocka_unit_test(its_answer_is_due_by_the_working_days_of_the_country),
        cmocka_unit_test(the_slip_has_the_code_twice_and_no_name),
        cmocka_unit_test(a_language_without_texts_falls_back_with_a_sentence),
        cmocka_unit_test(a_draft_has_no_slip_yet),
        cmocka_unit_test(the_silence_of_an_organisation_is_counted),
        cmocka_unit_test(an_answer_goes_by_the_code_in_any_letters_and_a_slip_is_told),
        cmocka_unit_test(nobody_who_fears_a_country_is_referred_to_it),
        cmocka_unit_test(a_closed_casefile_takes_no_new_referral),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
