/* SPDX-License-Identifier: Apache-2.0 */

/* The country packs as scripts use them: those of the program, and an office's own from its first
 * edit until the program's is taken again.  The tests of the office stand in order. */
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char aizada[] = "seven quiet steps to town";
static const char bolot[] = "four green doors in a row";
static char folder[64];
static char office[96];
static char pack[96];
static struct program_result result;

#define AS_AIZADA(...)           __VA_ARGS__, "--user", "aizada", "--passphrase-fd", "3"
#define AS_BOLOT(...)            __VA_ARGS__, "--user", "bolot", "--passphrase-fd", "3"
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define WORD(text)               ((char *)(uintptr_t)(text))
#define RUN(...)                 program_run(&result, &(const struct program_call){ __VA_ARGS__ })

static int make_office(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(office, sizeof(office), "%s/office.qadam", folder);
    snprintf(pack, sizeof(pack), "%s/kz.yaml", folder);
    RUN(.words = { AS_AIZADA("new", office), "--country", "KZ" }, .secret = aizada);
    if (result.exit_code != 0)
        return -1;
    RUN(.words = { AS_AIZADA("vault", "users", "add", office, "bolot"), "--new-passphrase-fd",
                   "4" },
        .secret = aizada, .new_secret = bolot);
    return result.exit_code;
}

static int remove_office(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}

static void write_pack(const char *text)
{
    FILE *file = fopen(pack, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The pack that is in the file, with one line in place of another. */
static void edit_pack(const char *text, const char *old, const char *newer)
{
    static char edited[PROGRAM_OUTPUT_SIZE];
    const char *at = strstr(text, old);
    assert_non_null(at);
    snprintf(edited, sizeof(edited), "%.*s%s%s", (int)(at - text), text, newer, at + strlen(old));
    write_pack(edited);
}

/* ---- the program's packs need no office file */

static void the_packs_are_listed(void **state)
{
    (void)state;
    RUN(.words = { "country", "list" });
    assert_exit(0);
    assert_says(result.out, "KZ\tKazakhstan\t1\t");
    assert_says(result.out, "*\tAll countries\t");
    RUN(.words = { "country", "list", "--json" });
    assert_exit(0);
    assert_says(result.out, "{\"country\":\"UZ\",\"title\":\"Uzbekistan\",\"version\":1,");
}

static void a_pack_shows_its_rows_with_their_sources(void **state)
{
    (void)state;
    RUN(.words = { "country", "show", "--country", "KG" });
    assert_exit(0);
    assert_says(result.out, "State institution Kyzmat");
    assert_says(result.out, "personal_number: 3 working days");
    assert_says(result.out, "Source: grs.gov.kg");
    assert_says(result.out, "[check locally]");
    RUN(.words = { "country", "show", "--country", "KG", "--part", "fees", "--json" });
    assert_exit(0);
    assert_says(result.out, "\"id\":\"asylum_procedure\"");
    assert_null(strstr(result.out, "\"part\":\"bodies\""));
    RUN(.words = { "country", "show", "--country", "XX" });
    assert_exit(2);
}

static void a_term_is_counted_and_explained(void **state)
{
    (void)state;
    RUN(.words = { "country", "due", "--country", "KZ", "--rule", "id_after_loss", "--from",
                   "2026-03-02", "--today", "2026-03-20" });
    assert_exit(0);
    assert_says(result.out, "2026-03-24  Tuesday\n");
    assert_says(result.out, "15 working days");
    assert_says(result.out, "2026-03-23  off  Nowruz");
    assert_says(result.out, "4 days are left.");
    assert_says(result.err, "not entered yet: Eid al-Adha");
    RUN(.words = { "country", "due", "--country", "KZ", "--rule", "asylum_certificate", "--from",
                   "2026-11-30", "--json" });
    assert_exit(0);
    assert_says(result.out, "\"due\":\"2027-02-28\"");
    assert_says(result.out, "\"exact\":true");
    assert_string_equal(result.err, "");
    RUN(.words = { "country", "due", "--country", "KZ", "--rule", "id_lost", "--from",
                   "2026-03-02" });
    assert_exit(2);
    RUN(.words = { "country", "due", "--country", "KZ", "--rule", "id_card", "--from",
                   "32.3.2026" });
    assert_exit(2);
}

static void a_stopped_clock_moves_the_day(void **state)
{
    (void)state;
    RUN(.words = { "country", "due", "--country", "KG", "--rule", "personal_number", "--from",
                   "2026-11-23", "--stopped", "2026-11-24", "--resumed", "2026-11-26" });
    assert_exit(0);
    assert_says(result.out, "2026-11-30  Monday\n");
    RUN(.words = { "country", "due", "--country", "KG", "--rule", "personal_number", "--from",
                   "2026-11-23", "--stopped", "2026-11-24", "--today", "2026-11-25" });
    assert_exit(0);
    assert_says(result.out, "2026-11-27  Friday\n");
    RUN(.words = { "country", "due", "--country", "KG", "--rule", "personal_number", "--from",
                   "2026-11-23", "--resumed", "2026-11-26" });
    assert_exit(2);
    RUN(.words = { "country", "due", "--country", "KG", "--rule", "personal_number", "--from",
                   "2026-11-23", "--stopped", "2026-11-24", "--resumed", "2026-11-23" });
    assert_exit(2);
    assert_says(result.err, "--resumed");
}

static void the_holidays_of_a_year_are_listed(void **state)
{
    (void)state;
    RUN(.words = { "country", "holidays", "--country", "TM", "--year", "2026" });
    assert_exit(0);
    assert_says(result.out, "2026-12-12\tSaturday\toff\tDay of Neutrality\tcheck locally\n");
    RUN(.words = { "country", "holidays", "--country", "TM", "--year", "2026", "--json" });
    assert_exit(0);
    assert_says(result.out, "{\"date\":\"2026-09-27\",\"off\":true,\"title\":\"Independence Day\"");
}

static void every_fault_is_told_with_its_line(void **state)
{
    (void)state;
    write_pack(
        "kind: country\ncountry: KZ\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n"
        "bodies:\n - {kind: polis, name: Police, source: s}\n - {kind: court, name: Court}\n");
    RUN(.words = { "country", "check", pack });
    assert_exit(1);
    assert_says(result.out, "kz.yaml:7: 'polis' is not a word that can stand here.");
    assert_says(result.out, "kz.yaml:8: 'court' does not say where it comes from.");
    RUN(.words = { "country", "check", pack, "--json" });
    assert_exit(1);
    assert_says(result.out, "\"line\":8,\"fault\":\"no_source\",\"first\":\"court\"");
    RUN(.words = { "country", "check", pack }, .language = "ru");
    assert_exit(1);
    assert_says(result.out, "здесь стоять не может");
    RUN(.words = { "country", "check", "/nowhere/kz.yaml" });
    assert_exit(5);
    RUN(.words = { "country", "check" });
    assert_exit(2);
}

/* ---- an office's own */

static void a_pack_goes_out_is_edited_and_comes_back(void **state)
{
    (void)state;
    RUN(.words = { AS_BOLOT("country", "export", office) }, .secret = bolot);
    assert_exit(0);
    edit_pack(result.out, "    count: 15\n    unit: working\n",
              "    count: 12\n    unit: working\n");
    RUN(.words = { "country", "check", pack });
    assert_exit(0);
    assert_says(result.out, "is in order.");

    RUN(.words = { AS_AIZADA("country", "import", office, "--from", pack) }, .secret = aizada);
    assert_exit(2);
    assert_says(result.err, "--yes");
    RUN(.words = { AS_BOLOT("country", "import", office, "--from", pack, "--yes") },
        .secret = bolot);
    assert_exit(1);
    RUN(.words = { AS_AIZADA("country", "import", office, "--from", pack, "--yes") },
        .secret = aizada);
    assert_exit(0);
    assert_says(result.err, "deadlines id_after_loss count: 15 -> 12");

    RUN(.words = { AS_BOLOT("country", "due", office, "--rule", "id_after_loss", "--from",
                            "2026-02-02", "--today", "2026-02-02") },
        .secret = bolot);
    assert_exit(0);
    assert_says(result.out, "2026-02-18  Wednesday\n");
    RUN(.words = { AS_BOLOT("country", "show", office, "--part", "deadlines") }, .secret = bolot);
    assert_exit(0);
    assert_says(result.out, "This is the office's own pack.");
    RUN(.words = { AS_AIZADA("journal", "show", office) }, .secret = aizada);
    assert_exit(0);
    assert_says(result.out, "country.change");
}

/* ---- on a terminal */

static int run_import(void *self)
{
    char *environment[] = { (char *)(uintptr_t) "LANG=C.UTF-8", NULL };
    char *words[] = { WORD("qadam"), WORD("country"), WORD("import"), office, WORD("--from"),
                      pack,          WORD("--user"),  WORD("aizada"), NULL };
    const int terminal = open("/dev/tty", O_RDWR);
    (void)self;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (dup2(terminal, fd) < 0)
            return 126;
    execve(QADAM_PROGRAM, words, environment);
    return 127;
}

static int import_saying(struct terminal *terminal, const char *answer)
{
    terminal_begin(terminal, run_import, NULL);
    assert_true(terminal_wait_for(terminal, "Passphrase of aizada: ", 0));
    terminal_type(terminal, aizada);
    terminal_type(terminal, "\n");
    assert_true(terminal_wait_for(terminal, "(yes/no)", 0));
    terminal_type(terminal, answer);
    return terminal_end(terminal);
}

static void the_differences_are_shown_before_anybody_is_asked(void **state)
{
    struct terminal terminal;
    (void)state;
    RUN(.words = { AS_BOLOT("country", "export", office) }, .secret = bolot);
    assert_exit(0);
    edit_pack(result.out, "    count: 12\n    unit: working\n",
              "    count: 11\n    unit: working\n");
    assert_int_equal(import_saying(&terminal, "no\n"), 1);
    assert_non_null(strstr(terminal.output, "deadlines id_after_loss count: 12 -> 11"));
    RUN(.words = { AS_BOLOT("country", "export", office) }, .secret = bolot);
    assert_non_null(strstr(result.out, "    count: 12\n"));
    assert_int_equal(import_saying(&terminal, "yes\n"), 0);
    RUN(.words = { AS_BOLOT("country", "export", office) }, .secret = bolot);
    assert_null(strstr(result.out, "    count: 12\n"));
}

static void faults_keep_a_pack_out(void **state)
{
    (void)state;
    RUN(.words = { AS_AIZADA("country", "export", office) }, .secret = aizada);
    assert_exit(0);
    edit_pack(result.out, "country: KZ\n", "country: KG\n");
    RUN(.words = { AS_AIZADA("country", "import", office, "--from", pack, "--yes") },
        .secret = aizada);
    assert_exit(1);
    assert_says(result.err, "'KG' is not a word that can stand here. Choose from: KZ");
}

static void what_differs_is_shown_until_the_programs_pack_is_taken(void **state)
{
    (void)state;
    RUN(.words = { AS_BOLOT("country", "compare", office) }, .secret = bolot);
    assert_exit(0);
    assert_says(result.out,
                "What the office changed:\n  deadlines id_after_loss count: 15 -> 11\n");
    assert_says(result.out, "What the program's pack changed since then:\n  nothing\n");
    RUN(.words = { AS_BOLOT("country", "compare", office, "--json") }, .secret = bolot);
    assert_exit(0);
    assert_says(result.out, "\"row\":\"id_after_loss\",\"change\":\"changed\",\"key\":\"count\"");

    RUN(.words = { AS_BOLOT("country", "take", office, "--yes") }, .secret = bolot);
    assert_exit(1);
    RUN(.words = { AS_AIZADA("country", "take", office, "--yes") }, .secret = aizada);
    assert_exit(0);
    assert_says(result.err, "deadlines id_after_loss count: 11 -> 15");
    RUN(.words = { AS_BOLOT("country", "compare", office, "--json") }, .secret = bolot);
    assert_exit(0);
    assert_string_equal(result.out, "[]\n");
    RUN(.words = { AS_AIZADA("country", "take", office, "--country", "KG", "--yes") },
        .secret = aizada);
    assert_exit(1);
    assert_says(result.err, "has the program's pack already");
    RUN(.words = { AS_AIZADA("vault", "verify", office) }, .secret = aizada);
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_packs_are_listed),
        cmocka_unit_test(a_pack_shows_its_rows_with_their_sources),
        cmocka_unit_test(a_term_is_counted_and_explained),
        cmocka_unit_test(a_stopped_clock_moves_the_day),
        cmocka_unit_test(the_holidays_of_a_year_are_listed),
        cmocka_unit_test(every_fault_is_told_with_its_line),
        cmocka_unit_test(a_pack_goes_out_is_edited_and_comes_back),
        cmocka_unit_test(the_differences_are_shown_before_anybody_is_asked),
        cmocka_unit_test(faults_keep_a_pack_out),
        cmocka_unit_test(what_differs_is_shown_until_the_programs_pack_is_taken),
    };
    return cmocka_run_group_tests(tests, make_office, remove_office);
}
