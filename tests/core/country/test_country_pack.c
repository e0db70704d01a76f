/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_pack.h"

#include "country/body_kind.h"
#include "country/deadline_rule.h"
#include "document/document.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static void print_faults(const struct fault_list *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        print_message("%s:%d: %s %s %s\n", faults->items[i].file, faults->items[i].line,
                      fault_name(faults->items[i].kind), faults->items[i].words[0],
                      faults->items[i].words[1]);
}

static struct country_pack *load(const char *country)
{
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    struct country_pack *pack;
    assert_ok(country_pack_load(&pack, country, NULL, &faults, &error));
    print_faults(&faults);
    assert_int_equal(faults.count, 0);
    assert_non_null(pack);
    fault_list_release(&faults);
    return pack;
}

/* ---- the packs of the program */

static void every_country_has_every_body_and_deadline(void **state)
{
    (void)state;
    const char *country;
    for (size_t i = 0; (country = country_at(i)) != NULL; i++) {
        struct country_pack *pack = load(country);
        const char *word;
        assert_string_equal(pack->country, country);
        for (size_t j = 0; (word = body_kind_at(j)) != NULL; j++)
            assert_non_null(country_pack_find_body(pack, word));
        for (size_t j = 0; (word = deadline_rule_at(j)) != NULL; j++)
            assert_non_null(country_pack_find_deadline(pack, word));
        assert_true(pack->calendar->holiday_count >= 7);
        assert_int_equal(pack->calendar->weekend_count, 2);
        country_pack_release(pack);
    }
    struct country_pack *common = load("");
    assert_string_equal(common->country, COUNTRY_COMMON);
    country_pack_release(common);
}

static void documents_have_the_types_that_papers_have(void **state)
{
    (void)state;
    const char *country;
    for (size_t i = 0; (country = country_at(i)) != NULL; i++) {
        struct country_pack *pack = load(country);
        for (size_t j = 0; j < pack->document_count; j++)
            assert_non_null(document_type_find(pack->documents[j].type));
        country_pack_release(pack);
    }
}

static void a_countrys_own_row_goes_before_the_common_one(void **state)
{
    (void)state;
    struct country_pack *pack = load("KZ");
    const struct country_deadline *own = country_pack_find_deadline(pack, "id_after_loss");
    assert_string_equal(own->code, "KZ-ID-LOSS");
    assert_int_equal(own->count, 15);
    assert_int_equal(own->unit, DEADLINE_WORKING);
    assert_false(own->row.is_common);
    const struct country_deadline *common = country_pack_find_deadline(pack, "archive_answer");
    assert_true(common->row.is_common);
    assert_true(common->row.check_locally);
    assert_true(country_pack_find_deadline(pack, "asylum_certificate")->is_exact);
    assert_true(country_deadline_term(own).unit == DEADLINE_WORKING);
    size_t rows = 0;
    for (size_t i = 0; i < pack->deadline_count; i++)
        rows += strcmp(pack->deadlines[i].rule, "id_after_loss") == 0;
    assert_int_equal(rows, 1);
    assert_null(country_pack_find_deadline(pack, "no_such_rule"));
    country_pack_release(pack);
}

/* Letters beyond ASCII come through the building of the program. */
static void texts_are_in_the_program_as_they_were_written(void **state)
{
    (void)state;
    struct country_pack *pack = load("TM");
    assert_non_null(strstr(country_pack_find_body(pack, "migration")->name,
                           "D\u00f6wlet migrasi\u00fda gullugy"));
    assert_string_equal(country_pack_builtin("TM")->name, "packs/tm.yaml");
    assert_int_equal(country_pack_builtin("TM")->length, strlen(country_pack_builtin("TM")->text));
    country_pack_release(pack);
}

/* What is said about a rule of the program is said to be one. */
static void a_common_figure_is_never_called_law(void **state)
{
    (void)state;
    struct country_pack *pack = load(COUNTRY_COMMON);
    for (size_t i = 0; i < pack->deadline_count; i++) {
        const struct country_deadline *deadline = &pack->deadlines[i];
        assert_true(deadline->row.source != NULL || strstr(deadline->event, "not law") != NULL);
    }
    country_pack_release(pack);
}

/* ---- faults */

#define HEAD "kind: country\ncountry: KZ\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n"

struct wrong {
    const char *text;
    enum fault_kind kind;
    int line;
    const char *first;
    const char *second; /* NULL: not asked */
};

static const struct wrong wrongs[] = {
    { "kind: part\ncountry: KZ\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n", FAULT_KIND_UNKNOWN,
      1, "part", NULL },
    { "kind: country\ncountry: RU\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n",
      FAULT_COUNTRY_UNKNOWN, 1, "RU", NULL },
    { "kind: country\ncountry: KG\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n",
      FAULT_WORD_UNKNOWN, 1, "KG", "KZ" },
    { "kind: country\ncountry: KZ\nversion: 0\ntitle: T\nchecked_on: 2026-01-01\n",
      FAULT_NUMBER_INVALID, 1, "version", NULL },
    { "kind: country\ncountry: KZ\nversion: 1\ntitle: T\n", FAULT_KEY_MISSING, 1, "checked_on",
      NULL },
    { HEAD "laws: []\n", FAULT_KEY_UNKNOWN, 6, "laws", NULL },
    { HEAD "bodies:\n - {kind: police, name: Police}\n", FAULT_NO_SOURCE, 7, "police", NULL },
    { HEAD "bodies:\n - {kind: polis, name: Police, source: s}\n", FAULT_WORD_UNKNOWN, 7, "polis",
      NULL },
    { HEAD
      "bodies:\n - {kind: police, name: A, source: s}\n - {kind: police, name: B, source: s}\n",
      FAULT_ID_TWICE, 8, "police", NULL },
    { HEAD "bodies:\n - {kind: police, name: A, source: s, since: 1.2.2026}\n", FAULT_DAY_INVALID,
      7, "since", NULL },
    { HEAD "documents:\n - {type: passport, name: P, issued_by: king, source: s}\n",
      FAULT_WORD_UNKNOWN, 7, "king", NULL },
    { HEAD "documents:\n - {type: passport, name: P, valid: 3, validity: long, source: s}\n",
      FAULT_KEY_MISFIT, 7, "validity", "valid" },
    { HEAD "documents:\n - {type: passport, name: P, valid: 0, source: s}\n", FAULT_NUMBER_INVALID,
      7, "valid", NULL },
    { HEAD "deadlines:\n - {rule: id_lost, event: e, count: 1, unit: month, source: s}\n",
      FAULT_WORD_UNKNOWN, 7, "id_lost", NULL },
    { HEAD "deadlines:\n - {rule: id_card, event: e, count: -1, unit: month, source: s}\n",
      FAULT_NUMBER_INVALID, 7, "count", NULL },
    { HEAD "deadlines:\n - {rule: id_card, event: e, count: 3, most: 2, unit: month, source: s}\n",
      FAULT_ROW_ORDER, 7, "id_card", NULL },
    { HEAD
      "deadlines:\n - {rule: id_card, event: e, count: 3, most: 99999, unit: month, source: s}\n",
      FAULT_NUMBER_INVALID, 7, "most", NULL },
    { HEAD "deadlines:\n - {rule: id_card, event: e, count: 3, unit: years, source: s}\n",
      FAULT_WORD_UNKNOWN, 7, "years", "working, calendar, month" },
    { HEAD "fees:\n - {id: a, title: T, amount: -1, unit: MCI, source: s}\n", FAULT_NUMBER_INVALID,
      7, "amount", NULL },
    { HEAD "fees:\n - {id: a, title: T, amount: 1, unit: currency, source: s}\n", FAULT_KIND_NEEDS,
      7, "currency", "currency" },
    { HEAD "fees:\n - {id: a, title: T, amount: 1, unit: MCI, currency: KZT, source: s}\n",
      FAULT_KEY_MISFIT, 7, "currency", "MCI" },
    { HEAD "fees:\n - {id: a, title: T, amount: 1, unit: MCI, waivers: [friend], source: s}\n",
      FAULT_ENTRY_UNKNOWN, 7, "friend", "waivers" },
    { HEAD "calendar:\n  weekend: [someday]\n", FAULT_WORD_UNKNOWN, 7, "someday", NULL },
    { HEAD
      "calendar:\n  weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n",
      FAULT_KEY_MISFIT, 7, "weekend", NULL },
    { HEAD "calendar:\n  holidays:\n   - {month: 13, day: 1, title: T, source: s}\n",
      FAULT_NUMBER_INVALID, 8, "month", NULL },
    { HEAD "calendar:\n  holidays:\n   - {month: 2, day: 30, title: T, source: s}\n",
      FAULT_NUMBER_INVALID, 8, "day", NULL },
    { HEAD "calendar:\n  holidays:\n   - {month: 2, day: 3, title: T, source: s}\n"
           "   - {month: 2, day: 3, title: U, source: s}\n",
      FAULT_ID_TWICE, 9, "02-03", NULL },
    { HEAD "calendar:\n  days:\n   - {date: 2026-03-20, off: yes, feast: easter, source: s}\n",
      FAULT_ENTRY_UNKNOWN, 8, "easter", "moving" },
    { HEAD "calendar:\n  days:\n   - {date: 2026-03-20, off: no, feast: eid_al_adha, source: s}\n",
      FAULT_KEY_MISFIT, 8, "feast", NULL },
    { HEAD "calendar:\n  days:\n   - {date: 2026-03-20, off: yes, source: s}\n"
           "   - {date: 2026-03-20, off: no, source: s}\n",
      FAULT_ID_TWICE, 9, "2026-03-20", NULL },
};

static void every_mistake_is_a_fault_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++) {
        const struct wrong *wrong = &wrongs[i];
        const struct yaml_source source = { "own.yaml", wrong->text, strlen(wrong->text) };
        struct fault_list faults = { .items = NULL };
        struct error error = { 0 };
        struct country_pack *pack;
        assert_ok(country_pack_load(&pack, "KZ", &source, &faults, &error));
        if (faults.count != 1 || faults.items[0].kind != wrong->kind)
            print_message("case %zu\n", i);
        if (faults.count != 1)
            print_faults(&faults);
        assert_null(pack);
        assert_int_equal(faults.count, 1);
        assert_string_equal(fault_name(faults.items[0].kind), fault_name(wrong->kind));
        assert_string_equal(faults.items[0].file, "own.yaml");
        assert_int_equal(faults.items[0].line, wrong->line);
        assert_string_equal(faults.items[0].words[0], wrong->first);
        if (wrong->second != NULL)
            assert_string_equal(faults.items[0].words[1], wrong->second);
        fault_list_release(&faults);
    }
}

static void a_text_that_is_no_pack_has_few_faults(void **state)
{
    (void)state;
    static const char *const texts[] = { "", "- a\n", "kind\n", "kind: workflow\n", "{", "a: b\n" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const struct yaml_source source = { "own.yaml", texts[i], strlen(texts[i]) };
        struct fault_list faults = { .items = NULL };
        struct error error = { 0 };
        struct country_pack *pack;
        assert_ok(country_pack_load(&pack, NULL, &source, &faults, &error));
        assert_null(pack);
        assert_in_range(faults.count, 1, 8);
        fault_list_release(&faults);
    }
}

static void a_small_text_stands_on_the_common_pack(void **state)
{
    (void)state;
    static const char text[] =
        HEAD "deadlines:\n"
             " - {rule: appeal, event: e, count: 7, unit: working, source: s}\n";
    const struct yaml_source source = { "own.yaml", text, sizeof(text) - 1 };
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    struct country_pack *pack;
    assert_ok(country_pack_load(&pack, NULL, &source, &faults, &error));
    assert_non_null(pack);
    assert_int_equal(country_pack_find_deadline(pack, "appeal")->count, 7);
    assert_int_equal(country_pack_find_deadline(pack, "consular_answer")->count, 3);
    assert_int_equal(pack->calendar->holiday_count, 0);
    assert_int_equal(pack->calendar->weekend_count, 2);
    country_pack_release(pack);
    assert_status(country_pack_load(&pack, "XX", NULL, &faults, &error), STATUS_NOT_FOUND);
    assert_null(pack);
    fault_list_release(&faults);
}

static void amounts_are_written_with_a_dot(void **state)
{
    (void)state;
    char text[COUNTRY_AMOUNT_SIZE];
    static const struct {
        double amount;
        const char *text;
    } cases[] = {
        { 0, "0" }, { 0.2, "0.2" }, { 0.89, "0.89" }, { 10, "10" }, { 1200.05, "1200.05" }
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        country_amount_format(text, cases[i].amount);
        assert_string_equal(text, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_country_has_every_body_and_deadline),
        cmocka_unit_test(documents_have_the_types_that_papers_have),
        cmocka_unit_test(a_countrys_own_row_goes_before_the_common_one),
        cmocka_unit_test(texts_are_in_the_program_as_they_were_written),
        cmocka_unit_test(a_common_figure_is_never_called_law),
        cmocka_unit_test(every_mistake_is_a_fault_with_its_line),
        cmocka_unit_test(a_text_that_is_no_pack_has_few_faults),
        cmocka_unit_test(a_small_text_stands_on_the_common_pack),
        cmocka_unit_test(amounts_are_written_with_a_dot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
