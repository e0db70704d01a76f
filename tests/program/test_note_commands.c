/* SPDX-License-Identifier: Apache-2.0 */

/* Notes and appointments, as scripts keep them.  The tests stand in order, each going on where the
 * one before ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct fixture_case office;
static struct program_result result;
static char note[UUID_TEXT_SIZE];
static char appointment[UUID_TEXT_SIZE];

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
    assert_int_equal(strcspn(result.out, "\n"), UUID_TEXT_SIZE - 1);
    memcpy(out, result.out, UUID_TEXT_SIZE - 1);
    out[UUID_TEXT_SIZE - 1] = '\0';
}

/* ---- notes */

static void a_note_of_several_lines_comes_back(void **state)
{
    (void)state;
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER, "--kind",
                   "interview", "--confidential" },
        .input = "text: Пришла одна.\ntext:\ntext: Спрашивает: где школа?\n");
    assert_exit(0);
    copy_id(note);
    RUN(.words = { "note", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER,
                   "--json" });
    assert_exit(0);
    assert_says(result.out, "\"kind\":\"interview\",\"case_number\":\"" FIXTURE_CASE_NUMBER "\"");
    assert_says(result.out, "\"confidential\":true,\"corrects\":null,"
                            "\"text\":\"Пришла одна.\\n\\nСпрашивает: где школа?\"");
    RUN(.words = { "note", "list", AS_FIRST(office.file), "--person", office.person });
    assert_exit(0);
    assert_says(result.out, "  interview  first  " FIXTURE_CASE_NUMBER "\n");
    assert_says(result.out, "CONFIDENTIAL");
    assert_says(result.out, "Пришла одна.\n\n");
}

static void a_correction_stands_above_what_it_corrects(void **state)
{
    (void)state;
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--corrects", note },
        .input = "text: Пришла с сыном.\n");
    assert_exit(0);
    RUN(.words = { "note", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER });
    const char *correction = strstr(result.out, "Пришла с сыном.");
    assert_non_null(correction);
    assert_true(correction < strstr(result.out, "Пришла одна."));
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--corrects", note, "--kind", "call" },
        .input = "text: тайна\n");
    assert_exit(2);
    assert_says(result.err, "leave out --kind");
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--corrects", note, "--person",
                   office.person },
        .input = "text: тайна\n");
    assert_exit(2);
    assert_says(result.err, "belongs to another");
}

static void a_note_says_what_it_is_about_and_has_words(void **state)
{
    (void)state;
    RUN(.words = { "note", "add", AS_FIRST(office.file) }, .input = "text: тайна\n");
    assert_exit(2);
    assert_says(result.err, "Say what the note is about");
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER },
        .input = "text:  \n");
    assert_exit(2);
    assert_says(result.err, "text: This field is needed.");
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--case", "тайна" },
        .input = "text: тайна\n");
    assert_exit(2);
    RUN(.words = { "note", "list", AS_FIRST(office.file) });
    assert_exit(2);
    assert_says(result.err, "Say whose notes");
}

static void the_passphrase_cannot_come_where_the_text_comes(void **state)
{
    (void)state;
    RUN(.words = { "note", "add", office.file, "--case", FIXTURE_CASE_NUMBER, "--passphrase-fd",
                   "0" },
        .input = "text: тайна\n");
    assert_exit(2);
    assert_says(result.err, "another descriptor than 0");
}

/* ---- appointments */

static void an_appointment_is_planned_and_listed(void **state)
{
    (void)state;
    RUN(.words = { "appointment", "add", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER,
                   "--today", "2026-11-24" },
        .input = "day: +3\ntime: 9.30\nminutes: 45\nplace: комната 4\nabout: школа\n");
    assert_exit(0);
    copy_id(appointment);
    RUN(.words = { "appointment", "add", AS_FIRST(office.file), "--staff", "first", "--today",
                   "2026-11-24" },
        .input = "day: t\nabout: совещание\n");
    assert_exit(0);
    RUN(.words = { "appointment", "list", AS_FIRST(office.file), "--today", "2026-11-24" });
    assert_exit(0);
    const char *meeting =
        strstr(result.out, "\t2026-11-24\t\t30\tplanned\tfirst\t\t\t\tсовещание\n");
    const char *school =
        strstr(result.out, "\t2026-11-27\t09:30\t45\tplanned\tfirst\t" FIXTURE_CASE_NUMBER
                           "\t\tкомната 4\tшкола\n");
    assert_true(meeting != NULL && school != NULL && meeting < school);
    RUN(.words = { "appointment", "list", AS_FIRST(office.file), "--today", "2026-11-25", "--to",
                   "2026-11-26" });
    assert_exit(1);
    RUN(.words = { "appointment", "list", AS_FIRST(office.file), "--person", office.person,
                   "--json" });
    assert_says(result.out, "\"day\":\"2026-11-27\",\"time\":\"09:30\",\"minutes\":45,"
                            "\"state\":\"planned\"");
}

static void what_is_wrong_with_an_appointment_is_named_by_line_and_field(void **state)
{
    static const char *const cases[][2] = {
        { "about: тайна\n", "day: This field is needed." },
        { "day: t\n", "about: This field is needed." },
        { "day: someday\n", "line 1, day: The whole day is needed" },
        { "day: t\ntime: 25:00\n", "line 2, time: There is no such time." },
        { "day: t\nminutes: 0\n", "line 2, minutes: " },
        { "day: t\nminutes: 1441\n", "line 2, minutes: " },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RUN(.words = { "appointment", "add", AS_FIRST(office.file) }, .input = cases[i][0]);
        assert_exit(2);
        assert_says(result.err, cases[i][1]);
    }
    RUN(.words = { "appointment", "add", AS_FIRST(office.file), "--staff", "nobody" },
        .input = "day: t\nabout: тайна\n");
    assert_exit(1);
    assert_says(result.err, "no such user");
}

#define CHANGE(...) "appointment", "change", AS_FIRST(office.file, appointment), __VA_ARGS__

static void an_appointment_moves_and_ends_once(void **state)
{
    (void)state;
    RUN(.words = { CHANGE("--state", "missed", "--today", "2026-11-26") });
    assert_exit(1);
    assert_says(result.err, "not come yet");
    RUN(.words = { CHANGE("--day", "2026-11-26", "--state", "missed") });
    assert_exit(2);
    assert_says(result.err, "either --state");
    RUN(.words = { CHANGE(NULL) });
    assert_exit(2);
    RUN(.words = { CHANGE("--day", "2026-11-26") });
    assert_exit(0);
    RUN(.words = { CHANGE("--time", "14:00") });
    assert_exit(0);
    RUN(.words = { "appointment", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER });
    assert_says(result.out, "\t2026-11-26\t14:00\t45\tplanned\t");
    RUN(.words = { CHANGE("--state", "attended", "--today", "2026-11-26") });
    assert_exit(0);
    RUN(.words = { CHANGE("--time=-") });
    assert_exit(1);
    assert_says(result.err, "has ended");
    RUN(.words = { "appointment", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER,
                   "--planned" });
    assert_exit(1);
}

static void a_closed_casefile_takes_notes_but_no_appointment(void **state)
{
    (void)state;
    fixture_case_close(&office);
    RUN(.words = { "note", "add", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER },
        .input = "text: Позвонила через год.\n");
    assert_exit(0);
    RUN(.words = { "appointment", "add", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER },
        .input = "day: t\nabout: тайна\n");
    assert_exit(1);
    assert_says(result.err, "The casefile is closed");
    RUN(.words = { "vault", "verify", AS_FIRST(office.file) });
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_of_several_lines_comes_back),
        cmocka_unit_test(a_correction_stands_above_what_it_corrects),
        cmocka_unit_test(a_note_says_what_it_is_about_and_has_words),
        cmocka_unit_test(the_passphrase_cannot_come_where_the_text_comes),
        cmocka_unit_test(an_appointment_is_planned_and_listed),
        cmocka_unit_test(what_is_wrong_with_an_appointment_is_named_by_line_and_field),
        cmocka_unit_test(an_appointment_moves_and_ends_once),
        cmocka_unit_test(a_closed_casefile_takes_notes_but_no_appointment),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
