/* SPDX-License-Identifier: Apache-2.0 */

/* The commands on people as scripts use them: from the first visit to being forgotten.  The tests
 * stand in order, each going on where the one before ended. */
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ID_SIZE = 37 };

static const char aizada[] = "seven quiet steps to town";
static const char bolot[] = "four green doors in a row";

static struct {
    char folder[64];
    char file[96];
    char aigul[ID_SIZE];
    char burul[ID_SIZE];
    char anna[ID_SIZE];
} office;

static struct program_result result;

#define AS_AIZADA(...) __VA_ARGS__, "--user", "aizada", "--passphrase-fd", "3"
#define AS_BOLOT(...)  __VA_ARGS__, "--user", "bolot", "--passphrase-fd", "3"

/* Whatever happens, no value that was given for a field comes out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, aizada));
    assert_null(strstr(result.err, "Асан"));
    assert_null(strstr(result.err, "1234567"));
    assert_null(strstr(result.err, "%"));
}

#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = aizada })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define assert_silent(text)      assert_null(strstr(result.out, text))

/* The number-th line of what was printed, which is an id. */
static void copy_id(char out[ID_SIZE], int number)
{
    const char *at = result.out;
    for (; number > 0; number--)
        at = strchr(at, '\n') + 1;
    assert_int_equal(strcspn(at, "\n"), ID_SIZE - 1);
    memcpy(out, at, ID_SIZE - 1);
    out[ID_SIZE - 1] = '\0';
}

static void add_is_refused(const char *input, const char *sentence)
{
    RUN(.words = { "person", "add", AS_AIZADA(office.file) }, .input = input);
    assert_exit(2);
    assert_says(result.err, sentence);
    assert_string_equal(result.out, "");
}

static void json_is_refused(const char *input, const char *sentence)
{
    RUN(.words = { "person", "add", AS_AIZADA(office.file), "--json-input" }, .input = input);
    assert_exit(2);
    assert_says(result.err, sentence);
    assert_string_equal(result.out, "");
}

static int make_office(void **state)
{
    (void)state;
    snprintf(office.folder, sizeof(office.folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(office.folder) == NULL)
        return -1;
    snprintf(office.file, sizeof(office.file), "%s/office.qadam", office.folder);
    RUN(.words = { "new", AS_AIZADA(office.file), "--smallest-pc", "48" });
    assert_exit(0);
    RUN(.words = { "vault", "users", "add", AS_AIZADA(office.file, "bolot"), "--new-passphrase-fd",
                   "4" },
        .new_secret = bolot);
    assert_exit(0);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", office.folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}

/* ---- adding */

static void people_are_added_from_lines(void **state)
{
    (void)state;
    RUN(.words = { "person", "add", AS_AIZADA(office.file) },
        .input = "\xEF\xBB\xBFsurname: Асанова\r\ngiven_name: Айгүл\r\nsex: f\r\n"
                 "birth_date: 14.6.91\r\nnationality: kg\r\nphone: 0555 12 34 56\r\n"
                 "phone: 0312 65 43 21\r\ndocument_type: Birth certificate\r\n"
                 "document_number: КР-А 12\r\n\r\n"
                 "  full_name : Burul Primerova\r\nbirth_date: ~1958\r\n");
    assert_exit(0);
    assert_string_equal(result.err, "");
    copy_id(office.aigul, 0);
    copy_id(office.burul, 1);
    assert_string_not_equal(office.aigul, office.burul);
}

static void a_machine_readable_zone_fills_the_record(void **state)
{
    (void)state;
    RUN(.words = { "person", "add", AS_AIZADA(office.file) },
        .input = "mrz: P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                 "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n");
    assert_exit(0);
    copy_id(office.anna, 0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.anna), "--json" });
    assert_exit(0);
    assert_says(result.out, "\"full_name\":\"ERIKSSON ANNA MARIA\"");
    assert_says(result.out, "\"sex\":\"f\",\"birth_date\":\"1974-08-12\"");
    assert_says(result.out, "\"type\":\"passport\",\"state\":\"held\",\"series\":null,"
                            "\"number\":\"L898902C3\"");
    assert_says(result.out, "\"expires_on\":\"2012-04-15\"");
}

static void a_person_is_added_from_json(void **state)
{
    (void)state;
    RUN(.words = { "person", "add", AS_AIZADA(office.file), "--json-input", "--json" },
        .input = "{\"surname\":\"Каримов\",\"given_name\":\"Фарид\",\"phone\":[\"1\",\"2\"],"
                 "\"needs_interpreter\":true,\"occupation\":null,\"documents\":["
                 "{\"number\":\"A1\",\"type\":\"id_card\"},"
                 "{\"number\":\"B2\",\"type\":\"passport\",\"state\":\"lost\"}]}");
    assert_exit(0);
    assert_says(result.out, "\"full_name\":\"Каримов Фарид\",\"birth_date\":null,\"documents\":2");
}

static void what_is_wrong_is_named_by_line_and_field(void **state)
{
    (void)state;
    add_is_refused("", "Nothing was said");
    add_is_refused("surname Асанова\n", "line 1: ");
    add_is_refused("\nname: Асанова\n", "line 2: There is no such field");
    add_is_refused("surname: Асанова\nsurname: Асанова\n", "line 2, surname: ");
    add_is_refused("surname: Асанова\nbirth_date: 31.02.1991\n", "line 2, birth_date: ");
    add_is_refused("surname: Асанова\nbirth_date: 2100-01-01\n", "not come yet");
    add_is_refused("surname: Асанова\nbirth_date: 1850\n", "as old as");
    add_is_refused("surname: Асанова\narrived: 1991\n", "line 2, arrived: The whole day");
    add_is_refused("surname: Асанова\nnationality: QQQ\n", "line 2, nationality: ");
    add_is_refused("surname: Асанова\nnationality: Кыргызстан\n",
                   "line 2, nationality: There is no country of this code: KGZ");
    add_is_refused("surname: Асанова\nlanguage: Russian\n", "line 2, language: Write the language");
    add_is_refused("surname: Асанова\npopulation_group: FOO\n", "line 2, population_group: ");
    add_is_refused("surname: Асанова\nbirth_date: 1990\narrived: 1930-01-01\n",
                   "line 3, arrived: Nobody arrives before");
    add_is_refused("surname: Асанова\nsex: 1234567\n", "line 2, sex: ");
    add_is_refused("surname: Асан\x01ова\n", "line 1, surname: ");
    add_is_refused("surname: 1234567\n", "line 1, surname: There are no letters");
    add_is_refused("\n\nsex: f\n", "line 3: A person needs a name");
    add_is_refused("surname: Асанова\ndocument_number: 1234567\n", "line 2, document_type: ");
    add_is_refused("surname: Асанова\ndocument_type: rug\n", "line 2, document_type: ");
    add_is_refused("mrz: P<UTO1234567\n", "line 1, mrz: ");
    add_is_refused("surname: Асанова\ndocument_type: passport\ndocument_issued: 2020-01-02\n"
                   "document_expires: 2020-01-01\n",
                   "before it was issued");
}

static void a_code_and_its_word_mean_the_same_and_other_words_stay(void **state)
{
    char id[ID_SIZE];
    (void)state;
    RUN(.words = { "person", "add", AS_AIZADA(office.file), "--duplicates", "ignore" },
        .input = "surname: Кодова\npopulation_group: returnee\nmarital_status: MARRIED\n"
                 "education: higher\nlegal_status: visa until spring\n");
    assert_exit(0);
    copy_id(id, 0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, id) });
    assert_says(result.out, "RET  returnee\n");
    assert_says(result.out, " married\n");
    assert_says(result.out, "university or institute\n");
    assert_says(result.out, "visa until spring\n");
}

static void json_of_another_shape_is_refused(void **state)
{
    (void)state;
    json_is_refused("", "One JSON object");
    json_is_refused("{\"surname\":", "One JSON object");
    json_is_refused("[{\"surname\":\"Асанова\"}]", "One JSON object");
    json_is_refused("{\"surname\":{\"ru\":\"Асанова\"}}", "surname: One JSON object");
    json_is_refused("{\"surname\":\"Асанова\",\"documents\":[1]}", "One JSON object");
    json_is_refused("{\"surname\":\"Асанова\",\"documents\":\"1234567\"}", "One JSON object");
    json_is_refused("{\"Асанова\":1}", "no such field");
    json_is_refused("{\"surname\":[\"Асанова\",\"Асан\"]}", "surname: This field was given twice");
    json_is_refused("{}", "Nothing was said");
    json_is_refused("{\"surname\":\"Асанова\\u0000Асан\"}", "One JSON object");
}

static void one_mistake_keeps_everybody_out(void **state)
{
    (void)state;
    add_is_refused("surname: Халфина\n\nsurname: Халфин\nsex: q\n", "line 4, sex: ");
    RUN(.words = { "journal", "show", AS_AIZADA(office.file), "--act", "person.add" });
    assert_exit(0);
    int lines = 0;
    for (const char *at = result.out; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    assert_int_equal(lines, 4);
}

static void an_odd_personal_number_warns_and_is_kept(void **state)
{
    (void)state;
    RUN(.words = { "person", "add", AS_AIZADA(office.file) },
        .input = "surname: Асанбаев\nnationality: KZ\npersonal_number: 123456789012\n");
    assert_exit(0);
    assert_says(result.err, "personal_number: ");
    assert_says(result.err, "compare it with the paper");
}

static void the_passphrase_cannot_come_where_the_fields_come(void **state)
{
    (void)state;
    RUN(.words = { "person", "add", office.file, "--user", "aizada", "--passphrase-fd", "0" },
        .input = "surname: Асанова\n");
    assert_exit(2);
    assert_says(result.err, "another descriptor than 0");
}

/* ---- finding somebody */

static void a_text_on_standard_input_finds_a_person(void **state)
{
    (void)state;
    RUN(.words = { "person", "find", AS_AIZADA(office.file, "-") }, .input = "Asanova Aigul\n");
    assert_exit(0);
    assert_says(result.out, office.aigul);
}

static void the_passphrase_cannot_come_where_the_text_comes(void **state)
{
    (void)state;
    RUN(.words = { "person", "find", office.file, "-", "--user", "aizada", "--passphrase-fd", "0" },
        .input = "Asanova\n");
    assert_exit(2);
    assert_says(result.err, "another descriptor than 0");
}

/* ---- finding the record */

static void a_person_is_shown_by_the_beginning_of_the_id(void **state)
{
    char beginning[ID_SIZE];
    (void)state;
    snprintf(beginning, sizeof(beginning), "%.30s", office.aigul);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, beginning) });
    assert_exit(0);
    assert_says(result.out, office.aigul);
    assert_says(result.out, "Асанова Айгүл  (Cyrl)");
    assert_says(result.out, "birth certificate");
    assert_says(result.out, "0312 65 43 21");
}

static void an_id_that_leads_nowhere_is_refused(void **state)
{
    (void)state;
    RUN(.words = { "person", "show", AS_AIZADA(office.file, "ffffffff") });
    assert_exit(1);
    assert_says(result.err, "no such person");
    RUN(.words = { "person", "show", AS_AIZADA(office.file, "fffffff") });
    assert_exit(2);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, "Асанова") });
    assert_exit(2);
}

static void the_file_may_be_named_by_an_option_or_left_out(void **state)
{
    (void)state;
    RUN(.words = { "person", "show", AS_AIZADA(office.burul), "--file", office.file });
    assert_exit(0);
    assert_says(result.out, "Burul Primerova");
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.burul), "--file", office.file });
    assert_exit(2);
    assert_int_equal(chdir(office.folder), 0);
    RUN(.words = { "person", "show", AS_AIZADA(office.burul) });
    assert_exit(0);
    assert_says(result.out, "Burul Primerova");
    assert_int_equal(chdir("/"), 0);
    RUN(.words = { "person", "show", AS_AIZADA(office.burul) });
    assert_exit(5);
}

/* ---- changing */

static void only_what_is_named_changes(void **state)
{
    (void)state;
    RUN(.words = { "person", "change", AS_AIZADA(office.file, office.aigul) },
        .input = "occupation: tailor\nnationality:\nphone: 0777 11 22 33\n"
                 "document_type: birth_certificate\ndocument_number: кр-а 12\n"
                 "document_state: lost\n");
    assert_exit(0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.aigul), "--json" });
    assert_exit(0);
    assert_says(result.out, "\"birth_date\":\"1991-06-14\"");
    assert_says(result.out, "\"nationality\":null");
    assert_says(result.out, "\"occupation\":\"tailor\"");
    assert_says(result.out, "\"value\":\"0777 11 22 33\"");
    assert_silent("0312 65 43 21");
    assert_says(result.out, "\"state\":\"lost\"");
}

static void a_new_name_makes_the_old_one_a_former_one(void **state)
{
    (void)state;
    RUN(.words = { "person", "change", AS_AIZADA(office.file, office.aigul) },
        .input = "surname: Ким\n");
    assert_exit(0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.aigul) });
    assert_says(result.out, "name in use           Ким Айгүл");
    assert_says(result.out, "former name           Асанова Айгүл");
}

static void a_correction_leaves_no_trace_among_the_names(void **state)
{
    (void)state;
    RUN(.words = { "person", "change", AS_AIZADA(office.file, office.aigul), "--correction" },
        .input = "given_name: Айгуль\n");
    assert_exit(0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.aigul) });
    assert_says(result.out, "name in use           Ким Айгуль");
    assert_silent("Ким Айгүл ");
    assert_says(result.out, "former name           Асанова Айгүл");
}

static void one_person_is_changed_at_a_time(void **state)
{
    (void)state;
    RUN(.words = { "person", "change", AS_AIZADA(office.file, office.aigul) },
        .input = "occupation: welder\n\noccupation: driver\n");
    assert_exit(2);
    assert_says(result.err, "line 3: ");
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.aigul) });
    assert_says(result.out, "tailor");
}

static void the_history_tells_what_was_and_what_is(void **state)
{
    (void)state;
    RUN(.words = { "person", "history", AS_AIZADA(office.file, office.aigul) });
    assert_exit(0);
    assert_says(result.out, "aizada  person changed");
    assert_says(result.out, "Occupation: tailor");
    assert_says(result.out, "Nationality: KGZ -> -");
    assert_says(result.out, "State: held -> lost");
    RUN(.words = { "person", "history", AS_AIZADA(office.file, office.aigul), "--limit", "1",
                   "--json" });
    assert_exit(0);
    assert_says(result.out, "\"act\":\"person.name.remove\"");
    assert_silent("person.add");
}

/* ---- merging */

static void a_clerk_keeps_people_but_merges_and_erases_nobody(void **state)
{
    (void)state;
    run(&(const struct program_call){
        .words = { "person", "change", AS_BOLOT(office.file, office.burul) },
        .input = "sex: f\n",
        .secret = bolot });
    assert_exit(0);
    run(&(const struct program_call){
        .words = { "person", "merge", AS_BOLOT(office.file, office.aigul, office.burul) },
        .input = "the same\n",
        .secret = bolot });
    assert_exit(1);
    assert_says(result.err, "role");
    run(&(const struct program_call){
        .words = { "person", "erase", AS_BOLOT(office.file, office.burul), "--yes" },
        .input = "asked for\n",
        .secret = bolot });
    assert_exit(1);
}

static void a_merged_record_leads_to_the_survivor(void **state)
{
    (void)state;
    RUN(.words = { "person", "merge", AS_AIZADA(office.file, office.aigul, office.burul) },
        .input = "one passport\n");
    assert_exit(0);
    assert_says(result.out, office.aigul);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.burul) });
    assert_exit(0);
    assert_says(result.out, "was merged into this one");
    assert_says(result.out, "Ким Айгуль");
    assert_says(result.out, "one passport");
    RUN(.words = { "person", "history", AS_AIZADA(office.file, office.aigul), "--limit", "1" });
    assert_exit(0);
    assert_says(result.out, "    Record that stays: ");
    assert_says(result.out, "    Record merged into it: ");
    RUN(.words = { "person", "change", AS_AIZADA(office.file, office.burul) },
        .input = "occupation: driver\n");
    assert_exit(1);
    RUN(.words = { "person", "merge", AS_AIZADA(office.file, office.anna, office.burul) },
        .input = "one passport\n");
    assert_exit(1);
}

static void a_merge_needs_a_reason(void **state)
{
    (void)state;
    RUN(.words = { "person", "merge", AS_AIZADA(office.file, office.aigul, office.anna) });
    assert_exit(2);
    assert_says(result.err, "A reason is needed.");
    RUN(.words = { "person", "merge", AS_AIZADA(office.file, office.aigul, office.anna),
                   "--reason-fd", "3" });
    assert_exit(2);
    assert_says(result.err, "same descriptor");
}

static void a_merge_is_taken_back_once(void **state)
{
    (void)state;
    RUN(.words = { "person", "unmerge", AS_AIZADA(office.file, office.burul) });
    assert_exit(0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.burul) });
    assert_says(result.out, "name in use           Burul Primerova");
    RUN(.words = { "person", "unmerge", AS_AIZADA(office.file, office.burul) });
    assert_exit(1);
    assert_says(result.err, "not merged");
}

/* ---- forgetting */

static void everything_kept_about_a_person_comes_on_one_sheet(void **state)
{
    (void)state;
    RUN(.words = { "person", "data", AS_AIZADA(office.file, office.aigul), "--to", "person",
                   "--identity-checked", "--language", "en" });
    assert_exit(0);
    assert_says(result.out, "MY DATA");
    assert_says(result.out, "Ким Айгуль");
    assert_says(result.out, "YOUR RIGHTS");
    assert_says(result.out, "person added");
    RUN(.words = { "person", "data", AS_AIZADA(office.file, office.aigul), "--to", "lawyer",
                   "--identity-checked", "--json" });
    assert_exit(0);
    assert_says(result.out, "\"is_complete\":true");
    RUN(.words = { "journal", "show", AS_AIZADA(office.file), "--act", "person.export" });
    assert_exit(0);
    assert_says(result.out, "person.export");
}

static void a_sheet_is_handed_only_to_somebody_whose_papers_were_seen(void **state)
{
    (void)state;
    RUN(.words = { "person", "data", AS_AIZADA(office.file, office.aigul), "--to", "person" });
    assert_exit(2);
    assert_says(result.err, "--identity-checked");
    RUN(.words = { "person", "data", AS_AIZADA(office.file, office.aigul), "--to", "neighbour",
                   "--identity-checked" });
    assert_exit(2);
    assert_says(result.err, "person, guardian, lawyer");
    RUN(.words = { "person", "data", AS_AIZADA(office.file, office.aigul), "--to", "person",
                   "--identity-checked", "--language", "xx" });
    assert_exit(2);
    assert_silent("MY DATA");
    run(&(const struct program_call){ .words = { "person", "data",
                                                 AS_BOLOT(office.file, office.aigul), "--to",
                                                 "person", "--identity-checked" },
                                      .secret = bolot });
    assert_exit(1);
}

static char request[ID_SIZE];

static void what_a_person_asks_is_noted_listed_and_answered_once(void **state)
{
    (void)state;
    RUN(.words = { "person", "request", "add", AS_AIZADA(office.file, office.aigul), "--kind",
                   "objection", "--objects-to", "photo", "--received", "2026-10-01", "--today",
                   "2026-11-24" },
        .input = "about: no picture of me\n");
    assert_exit(0);
    assert_says(result.out, "\t2026-10-31");
    memcpy(request, result.out, ID_SIZE - 1);
    RUN(.words = { "person", "request", "list", AS_AIZADA(office.file), "--today", "2026-11-24" });
    assert_exit(0);
    assert_says(result.out, "objection\tphoto\t2026-10-31\toverdue\tno picture of me");
    RUN(.words = { "person", "request", "answer", AS_AIZADA(office.file, request), "--decision",
                   "refused" },
        .input = "");
    assert_exit(2);
    assert_says(result.err, "needs its reason");
    RUN(.words = { "person", "request", "answer", AS_AIZADA(office.file, request), "--decision",
                   "granted" },
        .input = "");
    assert_exit(0);
    RUN(.words = { "person", "request", "answer", AS_AIZADA(office.file, request), "--decision",
                   "granted" },
        .input = "");
    assert_exit(1);
    assert_says(result.err, "answered before");
    RUN(.words = { "person", "request", "list", AS_AIZADA(office.file), "--person", office.aigul,
                   "--json" });
    assert_exit(0);
    assert_says(result.out, "\"decision\":\"granted\"");
}

static void a_request_that_makes_no_sense_is_refused(void **state)
{
    (void)state;
    RUN(.words = { "person", "request", "add", AS_AIZADA(office.file, office.aigul), "--kind",
                   "objection" },
        .input = "about: x\n");
    assert_exit(2);
    assert_says(result.err, "--objects-to");
    RUN(.words = { "person", "request", "add", AS_AIZADA(office.file, office.aigul), "--kind",
                   "access", "--received", "2026-11-25", "--today", "2026-11-24" },
        .input = "about: x\n");
    assert_exit(2);
    assert_says(result.err, "not come yet");
    RUN(.words = { "person", "request", "add", AS_AIZADA(office.file, office.aigul), "--kind",
                   "access" },
        .input = "");
    assert_exit(2);
    assert_says(result.err, "about: ");
    RUN(.words = { "person", "request", "answer", AS_AIZADA(office.file, "01930000-0000"),
                   "--decision", "granted" },
        .input = "");
    assert_exit(1);
    assert_says(result.err, "no such request");
}

static void who_is_kept_for_a_reason_is_neither_erased_nor_purged(void **state)
{
    (void)state;
    RUN(.words = { "person", "keep", AS_AIZADA(office.file, office.aigul) },
        .input = "court case\n");
    assert_exit(0);
    RUN(.words = { "person", "erase", AS_AIZADA(office.file, office.aigul), "--yes" },
        .input = "asked for\n");
    assert_exit(1);
    assert_says(result.err, "person keep");
    RUN(.words = { "person", "purge", AS_AIZADA(office.file), "--list", "--today", "2060-01-01" });
    assert_exit(0);
    assert_says(result.out, "court case");
    RUN(.words = { "person", "keep", AS_AIZADA(office.file, office.aigul), "--end" });
    assert_exit(0);
    RUN(.words = { "person", "keep", AS_AIZADA(office.file, office.aigul), "--end" });
    assert_exit(1);
}

static void nobody_is_purged_before_the_time_is_over_or_by_accident(void **state)
{
    (void)state;
    RUN(.words = { "person", "purge", AS_AIZADA(office.file), "--yes" }, .input = "over\n");
    assert_exit(1);
    assert_says(result.err, "Nobody is due");
    RUN(.words = { "person", "purge", AS_AIZADA(office.file), "--today", "2060-01-01" },
        .input = "over\n");
    assert_exit(2);
    assert_says(result.err, "--yes");
}

static void nobody_is_erased_by_accident(void **state)
{
    (void)state;
    RUN(.words = { "person", "erase", AS_AIZADA(office.file, office.aigul) },
        .input = "asked for\n");
    assert_exit(2);
    assert_says(result.err, "--yes");
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.aigul) });
    assert_says(result.out, "Ким Айгуль");
}

static void an_erased_person_is_known_no_more(void **state)
{
    (void)state;
    RUN(.words = { "person", "erase", AS_AIZADA(office.file, office.aigul), "--yes" },
        .input = "asked for\n");
    assert_exit(0);
    RUN(.words = { "person", "show", AS_AIZADA(office.file, office.aigul) });
    assert_exit(0);
    assert_says(result.out, "asked for");
    assert_silent("Айгуль");
    RUN(.words = { "person", "history", AS_AIZADA(office.file, office.aigul) });
    assert_exit(0);
    assert_says(result.out, "person erased");
    assert_silent("tailor");
    RUN(.words = { "vault", "verify", AS_AIZADA(office.file) });
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_are_added_from_lines),
        cmocka_unit_test(a_machine_readable_zone_fills_the_record),
        cmocka_unit_test(a_person_is_added_from_json),
        cmocka_unit_test(what_is_wrong_is_named_by_line_and_field),
        cmocka_unit_test(json_of_another_shape_is_refused),
        cmocka_unit_test(one_mistake_keeps_everybody_out),
        cmocka_unit_test(an_odd_personal_number_warns_and_is_kept),
        cmocka_unit_test(the_passphrase_cannot_come_where_the_fields_come),
        cmocka_unit_test(a_text_on_standard_input_finds_a_person),
        cmocka_unit_test(the_passphrase_cannot_come_where_the_text_comes),
        cmocka_unit_test(a_person_is_shown_by_the_beginning_of_the_id),
        cmocka_unit_test(an_id_that_leads_nowhere_is_refused),
        cmocka_unit_test(the_file_may_be_named_by_an_option_or_left_out),
        cmocka_unit_test(only_what_is_named_changes),
        cmocka_unit_test(a_new_name_makes_the_old_one_a_former_one),
        cmocka_unit_test(a_correction_leaves_no_trace_among_the_names),
        cmocka_unit_test(one_person_is_changed_at_a_time),
        cmocka_unit_test(the_history_tells_what_was_and_what_is),
        cmocka_unit_test(a_clerk_keeps_people_but_merges_and_erases_nobody),
        cmocka_unit_test(a_merged_record_leads_to_the_survivor),
        cmocka_unit_test(a_merge_needs_a_reason),
        cmocka_unit_test(a_merge_is_taken_back_once),
        cmocka_unit_test(everything_kept_about_a_person_comes_on_one_sheet),
        cmocka_unit_test(a_sheet_is_handed_only_to_somebody_whose_papers_were_seen),
        cmocka_unit_test(what_a_person_asks_is_noted_listed_and_answered_once),
        cmocka_unit_test(a_request_that_makes_no_sense_is_refused),
        cmocka_unit_test(who_is_kept_for_a_reason_is_neither_erased_nor_purged),
        cmocka_unit_test(nobody_is_purged_before_the_time_is_over_or_by_accident),
        cmocka_unit_test(nobody_is_erased_by_accident),
        cmocka_unit_test(an_erased_person_is_known_no_more),
        cmocka_unit_test(a_code_and_its_word_mean_the_same_and_other_words_stay),
    };
    return cmocka_run_group_tests(tests, make_office, remove_folder);
}
