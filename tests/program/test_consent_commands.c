/* SPDX-License-Identifier: Apache-2.0 */

/* Consents, as scripts keep them.  The tests stand in order, each going on where the one before
 * ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <string.h>

#define TODAY "--today", "2026-11-24"
#define YES   "purpose: sharing\nagreed: yes\nlanguage: ky\nunderstands: yes\n"

static struct fixture_case office;
static struct program_result result;
static char consent[UUID_TEXT_SIZE];

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

static void what_was_agreed_to_for_one_covers_no_other(void **state)
{
    (void)state;
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "legal_aid",
                   TODAY });
    assert_exit(0);
    assert_says(result.out, "Consent of 02.11.2026 covers this.");
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "shelter",
                   TODAY });
    assert_exit(1);
    assert_says(result.out, "not with this one: ask again");
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "shelter",
                   "--json", TODAY });
    assert_exit(1);
    assert_says(result.out, "\"covered\":false,\"verdict\":\"other_recipient\"");
}

static void a_use_that_makes_no_sense_is_told(void **state)
{
    (void)state;
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person) });
    assert_exit(2);
    assert_says(result.err, "Say who gets it");
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "sheltr" });
    assert_exit(2);
    assert_says(result.err, "no kind of organisation of this name");
    RUN(.words = { "consent", "check", AS_FIRST(office.file, "ffffffff"), "--to", "shelter" });
    assert_exit(1);
}

static void bad_fields_are_told_and_nothing_is_kept(void **state)
{
    (void)state;
    RUN(.words = { "consent", "add", AS_FIRST(office.file, office.person), TODAY },
        .input = "purpose: everything\nagreed: maybe\nlanguage: ky\nunderstands: yes\n");
    assert_exit(2);
    assert_says(result.err, "purpose: Say one of: case_work");
    RUN(.words = { "consent", "add", AS_FIRST(office.file, office.person), TODAY },
        .input = YES "recipient: sheltr\n");
    assert_exit(2);
    assert_says(result.err, "recipient: There is no kind of organisation");
    RUN(.words = { "consent", "add", AS_FIRST(office.file, office.person), TODAY }, .input = YES);
    assert_exit(1);
    assert_says(result.err, "names with whom");
    RUN(.words = { "consent", "add", AS_FIRST(office.file, office.person), TODAY },
        .input = YES "recipient: shelter\nvalid_until: 2026-11-01\n");
    assert_exit(1);
    assert_says(result.err, "ends before it begins");
    RUN(.words = { "consent", "add", AS_FIRST(office.file, office.person), TODAY },
        .input = YES "recipient: shelter\nwithhold: тайна / shelter / because\n");
    assert_exit(2);
    assert_says(result.err, "fear_of_harm tells_it_self other");
    RUN(.words = { "consent", "list", AS_FIRST(office.file, office.person), "--json", TODAY });
    assert_exit(0);
    assert_null(strstr(result.out, "},{\"id\""));
}

static void a_consent_is_kept_with_what_must_not_be_told(void **state)
{
    (void)state;
    RUN(.words = { "consent", "add", AS_FIRST(office.file, office.person), TODAY },
        .input = YES "recipient: shelter\nvalid_until: 2027-03-03\n"
                     "withhold: адрес / shelter / fear_of_harm\n");
    assert_exit(0);
    memcpy(consent, result.out, UUID_TEXT_SIZE - 1);
    consent[UUID_TEXT_SIZE - 1] = '\0';
    RUN(.words = { "consent", "list", AS_FIRST(office.file, office.person), TODAY });
    assert_exit(0);
    assert_says(result.out, "2026-11-24\tsharing with others\tshelter\tvalid until 03.03.2027\t");
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "shelter",
                   TODAY });
    assert_exit(0);
    assert_says(result.out, "Must not be told: адрес");
    RUN(.words = { "consent", "show", AS_FIRST(office.file, consent), "--json" });
    assert_exit(0);
    assert_says(
        result.out,
        "\"withhold\":[{\"what\":\"адрес\",\"from\":\"shelter\",\"why\":\"fear_of_harm\"}]");
}

static void it_ends_on_its_last_day(void **state)
{
    (void)state;
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "shelter",
                   "--today", "2027-03-03" });
    assert_exit(0);
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "shelter",
                   "--today", "2027-03-04" });
    assert_exit(1);
    assert_says(result.out, "The consent ended on 03.03.2027");
}

static void it_is_taken_back_once_and_stops_at_once(void **state)
{
    (void)state;
    RUN(.words = { "consent", "withdraw", AS_FIRST(office.file, consent), "--on", "2026-11-23",
                   TODAY });
    assert_exit(1);
    assert_says(result.err, "It was given later than that");
    RUN(.words = { "consent", "withdraw", AS_FIRST(office.file, consent), TODAY },
        .input = "reason: тайна\n");
    assert_exit(0);
    RUN(.words = { "consent", "check", AS_FIRST(office.file, office.person), "--to", "shelter",
                   TODAY });
    assert_exit(1);
    assert_says(result.out, "took the consent back on 24.11.2026");
    RUN(.words = { "consent", "withdraw", AS_FIRST(office.file, consent), TODAY });
    assert_exit(1);
    assert_says(result.err, "taken back already");
}

static void an_override_needs_a_reason_and_something_to_override(void **state)
{
    (void)state;
    RUN(.words = { "consent", "override", AS_FIRST(office.file, office.person), "--to", "shelter",
                   TODAY });
    assert_exit(2);
    assert_says(result.err, "reason: This field is needed.");
    RUN(.words = { "consent", "override", AS_FIRST(office.file, office.person), "--to", "shelter",
                   TODAY },
        .input = "reason: тайна\n");
    assert_exit(0);
    RUN(.words = { "consent", "override", AS_FIRST(office.file, office.person), "--to", "legal_aid",
                   TODAY },
        .input = "reason: тайна\n");
    assert_exit(1);
    assert_says(result.err, "nothing has to be overridden");
    RUN(.words = { "vault", "verify", AS_FIRST(office.file) });
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_agreed_to_for_one_covers_no_other),
        cmocka_unit_test(a_use_that_makes_no_sense_is_told),
        cmocka_unit_test(bad_fields_are_told_and_nothing_is_kept),
        cmocka_unit_test(a_consent_is_kept_with_what_must_not_be_told),
        cmocka_unit_test(it_ends_on_its_last_day),
        cmocka_unit_test(it_is_taken_back_once_and_stops_at_once),
        cmocka_unit_test(an_override_needs_a_reason_and_something_to_override),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
