/* SPDX-License-Identifier: Apache-2.0 */

/* What holds for every table: case, accents, what passes through, and the machine-readable zone.
 * The tables themselves are in test_romanization_tables.c. */
#include "name/romanization.h"

#include "base/text.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static void assert_romanized(enum romanization table, const char *cyrillic, const char *expected)
{
    struct error error = { 0 };
    char *latin;
    assert_ok(romanization_apply(&latin, table, cyrillic, &error));
    assert_string_equal(latin, expected);
    free(latin);
}

static void assert_mrz(const char *name, const char *expected)
{
    struct error error = { 0 };
    char *field;
    assert_ok(romanization_to_mrz(&field, name, &error));
    assert_string_equal(field, expected);
    free(field);
}

static void every_table_is_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < ROMANIZATION_COUNT; i++) {
        enum romanization found = ROMANIZATION_COUNT;
        enum romanization table = (enum romanization)i;
        assert_true(romanization_find(romanization_name(table), &found));
        assert_int_equal(found, table);
        assert_true(strlen(romanization_title(table)) > 0);
        assert_null(strpbrk(romanization_source(table), "\t\n"));
    }
}

static void a_name_that_no_table_has_is_not_found(void **state)
{
    enum romanization found;
    (void)state;
    assert_false(romanization_find("", &found));
    assert_false(romanization_find("ICAO", &found));
    assert_false(romanization_find("icao ", &found));
}

/* ---- case */

static void the_case_of_the_name_stays(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "Юсупов", "Iusupov");
    assert_romanized(ROMANIZATION_ICAO, "ЮСУПОВ", "IUSUPOV");
    assert_romanized(ROMANIZATION_ICAO, "юсупов", "iusupov");
    assert_romanized(ROMANIZATION_ICAO, "Щукин", "Shchukin");
    assert_romanized(ROMANIZATION_ICAO, "ЩУКИН", "SHCHUKIN");
}

static void the_last_letter_looks_at_the_one_before(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "ИЛИЧ", "ILICH");
    assert_romanized(ROMANIZATION_ICAO, "ЛЕЩ", "LESHCH");
    assert_romanized(ROMANIZATION_ICAO, "ЛЮ", "LIU");
}

static void an_initial_is_written_like_a_name(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "Иванов Ю. Я.", "Ivanov Iu. Ia.");
    assert_romanized(ROMANIZATION_UZ1995, "Ш. Ғ.", "Sh. Gʻ.");
}

static void parts_of_a_name_have_their_own_case(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "Жан-Юрий ЖАН-ЮРИЙ", "Zhan-Iurii ZHAN-IURII");
    assert_romanized(ROMANIZATION_ICAO, "ЩУКИНа", "SHCHUKINa");
    assert_romanized(ROMANIZATION_ICAO, "аЩа", "aShcha");
}

static void apostrophes_and_accents_do_not_hide_the_neighbour(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "Ж'АН", "ZHAN");
    assert_romanized(ROMANIZATION_UZ1995, "Ж'АН", "J'AN");
    assert_romanized(ROMANIZATION_ICAO, "Я\xCC\x81НА", "IANA"); /* with an acute accent */
}

static void a_sign_without_case_leaves_the_capital_to_the_next(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_UZ1995, "ЎКТАМ", "OʻKTAM");
    assert_romanized(ROMANIZATION_UZ1995, "ИСҲОҚ", "ISʼHOQ");
    assert_romanized(ROMANIZATION_UZ1995, "ЖЎШ", "JOʻSH");
}

static void kazakh_latin_has_two_letters_i(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_KK2021, "ІЛИЯС Іле Иса", "ILİİAS Ile İsa");
    assert_romanized(ROMANIZATION_KK2021, "іні", "ını");
    assert_romanized(ROMANIZATION_ICS630_KK, "ИСА ІЛЕ", "ISA ILE");
}

/* ---- what a table does not know */

static void digits_and_punctuation_stay(void **state)
{
    (void)state;
    for (int table = 0; table < ROMANIZATION_COUNT; table++)
        assert_romanized((enum romanization)table, "12 «№» (3), a.b; 漢字 — !",
                         "12 «№» (3), a.b; 漢字 — !");
    assert_romanized(ROMANIZATION_ICAO, "", "");
}

static void latin_stays_in_a_cyrillic_table(void **state)
{
    (void)state;
    for (int table = 0; table < ROMANIZATION_COUNT; table++)
        if (table != ROMANIZATION_ICAO)
            assert_romanized((enum romanization)table, "Müller Oʻtkir d'Été Ş",
                             "Müller Oʻtkir d'Été Ş");
}

static void foreign_letters_keep_their_marks(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_UZ1995, "x\xCC\x84 ब\xE0\xA4\xBE", "x\xCC\x84 ब\xE0\xA4\xBE");
    assert_romanized(ROMANIZATION_ICAO, "ब\xE0\xA4\xBE", "ब\xE0\xA4\xBE");
}

static void accents_on_known_letters_are_dropped(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "Ива\xCC\x81н", "Ivan");
    assert_romanized(ROMANIZATION_KK2021, "Ива\xCC\x81н", "İvan");
    /* One code point, and not in the table: Macedonian and Chuvash letters. */
    assert_romanized(ROMANIZATION_ICAO, "ЀЍӐ", "EIA");
    assert_romanized(ROMANIZATION_ICAO, "x\xCC\x84", "x");
}

static void a_decomposed_name_reads_like_the_composed_one(void **state)
{
    /* Ӯ, Й, Ё, Ў, Ӣ, Ї and Ü, each as a letter and a mark. */
    static const char decomposed[] =
        "У\xCC\x84 И\xCC\x86 Е\xCC\x88 У\xCC\x86 И\xCC\x84 І\xCC\x88 U\xCC\x88";
    static const struct text_rule rule = { .max_characters = 100 };
    struct error error = { 0 };
    char *composed;
    (void)state;
    assert_ok(text_accept(&composed, decomposed, strlen(decomposed), &rule, &error));
    assert_romanized(ROMANIZATION_ICAO, composed, "U I E U I I Ue");
    free(composed);
}

/* ---- travel documents */

static void latin_names_lose_their_marks_in_travel_documents(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "Müller ÖZTÜRK Weiß Åse Ærø",
                     "Mueller OEZTUERK Weiss Aase Aeroe");
    assert_romanized(ROMANIZATION_ICAO, "Nyýazow Çarşaňňy Mämmet", "Nyyazow Carsanny Maemmet");
    assert_romanized(ROMANIZATION_ICAO, "Şükrü Çağlar IŞIK ışık İnönü",
                     "Suekrue Caglar ISIK isik Inoenue");
    assert_romanized(ROMANIZATION_ICAO, "Məmmədov Əliyev", "Memmedov Eliyev");
    assert_romanized(ROMANIZATION_ICAO, "Łódź Þór Đặng Œuvre", "Lodz Thor Dang Oeuvre");
    assert_romanized(ROMANIZATION_ICAO, "Ğafur Ñurlan Ūali Ŋ", "Gafur Nurlan Uali N");
    assert_romanized(ROMANIZATION_ICAO, "Smith", "Smith");
}

static void every_apostrophe_is_left_out_of_travel_documents(void **state)
{
    (void)state;
    assert_romanized(ROMANIZATION_ICAO, "O'ta O’ta O‘ta Oʻta Oʼta O`ta O´ta",
                     "Ota Ota Ota Ota Ota Ota Ota");
}

static void a_field_of_the_zone_is_capitals_and_fillers(void **state)
{
    (void)state;
    assert_mrz("Юсупов", "IUSUPOV");
    assert_mrz("Анна-Мария", "ANNA<MARIIA");
    assert_mrz("Абдурахмонов Шерзод", "ABDURAKHMONOV<SHERZOD");
    assert_mrz("Oʻgʻiloy", "OGILOY");
    assert_mrz("Müller", "MUELLER");
    assert_mrz("O'Connor", "OCONNOR");
    assert_mrz("Мак–Грегор", "MAK<GREGOR"); /* an en dash */
}

static void separators_in_a_row_are_one_filler(void **state)
{
    (void)state;
    assert_mrz("Ким,  Ан - Ли", "KIM<AN<LI");
    assert_mrz(" -Ким- ", "KIM");
    assert_mrz("KIM<<AN<<<", "KIM<AN");
    assert_mrz("Ким\xC2\xA0"
               "Ан",
               "KIM<AN"); /* a no-break space */
}

static void digits_and_signs_are_left_out_of_the_zone(void **state)
{
    (void)state;
    assert_mrz("Ким 2-й (мл.)", "KIM<I<ML");
    assert_mrz("007", "");
    assert_mrz("", "");
}

static void a_script_that_no_table_reads_is_refused(void **state)
{
    static const char *const names[] = { "محمد", "Ким 金", "Ίων", "გია" };
    struct error error = { 0 };
    char *field;
    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        assert_status(romanization_to_mrz(&field, names[i], &error), STATUS_INVALID);
        assert_null(field);
    }
}

/* Longer than any first guess at the size. */
static void a_long_text_is_written_whole(void **state)
{
    enum { LETTERS = 20000 };
    struct error error = { 0 };
    char *cyrillic = malloc(2 * LETTERS + 1);
    char *latin;
    (void)state;
    assert_non_null(cyrillic);
    for (size_t i = 0; i < LETTERS; i++)
        memcpy(cyrillic + 2 * i, "щ", 2);
    cyrillic[2 * LETTERS] = '\0';
    assert_ok(romanization_apply(&latin, ROMANIZATION_ICAO, cyrillic, &error));
    assert_int_equal(strlen(latin), 4 * LETTERS);
    assert_string_equal(latin + 4 * (LETTERS - 1), "shch");
    free(latin);
    free(cyrillic);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_is_found_by_its_name),
        cmocka_unit_test(a_name_that_no_table_has_is_not_found),
        cmocka_unit_test(the_case_of_the_name_stays),
        cmocka_unit_test(the_last_letter_looks_at_the_one_before),
        cmocka_unit_test(an_initial_is_written_like_a_name),
        cmocka_unit_test(parts_of_a_name_have_their_own_case),
        cmocka_unit_test(apostrophes_and_accents_do_not_hide_the_neighbour),
        cmocka_unit_test(a_sign_without_case_leaves_the_capital_to_the_next),
        cmocka_unit_test(kazakh_latin_has_two_letters_i),
        cmocka_unit_test(digits_and_punctuation_stay),
        cmocka_unit_test(latin_stays_in_a_cyrillic_table),
        cmocka_unit_test(foreign_letters_keep_their_marks),
        cmocka_unit_test(accents_on_known_letters_are_dropped),
        cmocka_unit_test(a_decomposed_name_reads_like_the_composed_one),
        cmocka_unit_test(latin_names_lose_their_marks_in_travel_documents),
        cmocka_unit_test(every_apostrophe_is_left_out_of_travel_documents),
        cmocka_unit_test(a_field_of_the_zone_is_capitals_and_fillers),
        cmocka_unit_test(separators_in_a_row_are_one_filler),
        cmocka_unit_test(digits_and_signs_are_left_out_of_the_zone),
        cmocka_unit_test(a_script_that_no_table_reads_is_refused),
        cmocka_unit_test(a_long_text_is_written_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
