/* SPDX-License-Identifier: Apache-2.0 */

/* What zones say: the specimens of Doc 9303, and what is wrong with others. */
#include "name/mrz.h"

#include "support/unit.h"

#include <string.h>

static const char td3[] = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                          "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
static const char td2[] = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|"
                          "D231458907UTO7408122F1204159<<<<<<<6";
static const char td1[] = "I<UTOD231458907<<<<<<<<<<<<<<<|7408122F1204159UTO<<<<<<<<<<<6|"
                          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";

static struct mrz mrz;

static bool parse(const char *text)
{
    return mrz_parse(&mrz, text, strlen(text));
}

/* The only error is this one. */
static void assert_error(const char *text, enum mrz_error error)
{
    assert_false(parse(text));
    if (mrz.errors != 1U << error)
        print_error("%s: errors %x\n", text, mrz.errors);
    assert_int_equal(mrz.errors, 1U << error);
}

static void assert_eriksson(const char *number)
{
    assert_int_equal(mrz.errors, 0);
    assert_int_equal(mrz.repairs, 0);
    assert_string_equal(mrz.issuer, "UTO");
    assert_string_equal(mrz.surname, "ERIKSSON");
    assert_string_equal(mrz.given, "ANNA MARIA");
    assert_false(mrz.is_name_cut);
    assert_string_equal(mrz.number, number);
    assert_int_equal(mrz.sex, 'F');
}

static void the_specimen_passports_are_read(void **state)
{
    (void)state;
    assert_true(parse(td3));
    assert_int_equal(mrz.format, MRZ_FORMAT_TD3);
    assert_eriksson("L898902C3");
    assert_string_equal(mrz.type, "P");
    assert_string_equal(mrz.nationality, "UTO");
    assert_string_equal(mrz.birth, "740812");
    assert_string_equal(mrz.expiry, "120415");
    assert_string_equal(mrz.optional, "ZE184226B");
    assert_true(parse("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                      "L898902C<3UTO6908061F9406236ZE184226B<<<<<14"));
    assert_eriksson("L898902C");
    assert_string_equal(mrz.birth, "690806");
}

static void the_specimen_cards_are_read(void **state)
{
    (void)state;
    assert_true(parse(td1));
    assert_int_equal(mrz.format, MRZ_FORMAT_TD1);
    assert_eriksson("D23145890");
    assert_string_equal(mrz.optional, "");
    assert_string_equal(mrz.optional2, "");
    assert_true(parse(td2));
    assert_int_equal(mrz.format, MRZ_FORMAT_TD2);
    assert_eriksson("D23145890");
}

static void the_specimen_visas_are_read(void **state)
{
    (void)state;
    assert_true(parse("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                      "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"));
    assert_int_equal(mrz.format, MRZ_FORMAT_MRV_A);
    assert_eriksson("L8988901C");
    assert_string_equal(mrz.optional, "6ZE184226B");
    assert_true(parse("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|"
                      "L8988901C4XXX4009078F9612109<<<<<<<<"));
    assert_int_equal(mrz.format, MRZ_FORMAT_MRV_B);
    assert_eriksson("L8988901C");
    assert_string_equal(mrz.nationality, "XXX");
}

/* Doc 9303-5, note j, and the example in its appendix B. */
static void a_long_number_goes_on_in_the_optional_data(void **state)
{
    (void)state;
    assert_true(parse("I<UTOD23145890<7349<<<<<<<<<<<|3407127M9507122UTO<<<<<<<<<<<2|"
                      "STEVENSON<<PETER<JOHN<<<<<<<<<"));
    assert_string_equal(mrz.number, "D23145890734");
    assert_string_equal(mrz.optional, "");
    assert_error("I<UTOD23145890<7348<<<<<<<<<<<|3407127M9507122UTO<<<<<<<<<<<9|"
                 "STEVENSON<<PETER<JOHN<<<<<<<<<",
                 MRZ_ERROR_NUMBER_CHECK_DIGIT);
    assert_string_equal(mrz.number, "D23145890734");
}

static void a_kazakh_card_carries_the_personal_number(void **state)
{
    (void)state;
    assert_true(parse("IDKAZ0123456784900101300007<<<|9001011M3001019KAZ<<<<<<<<<<<3|"
                      "ABENOV<<ERLAN<<<<<<<<<<<<<<<<<"));
    assert_string_equal(mrz.type, "ID");
    assert_string_equal(mrz.optional, "900101300007");
}

static void lines_may_be_parted_or_run_together(void **state)
{
    static const char *const texts[] = {
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\n"
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10\r\n",
        "  P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< | "
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10\t|",
        "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\n\n"
        "l898902c36uto7408122f1204159ze184226b<<<<<10",
    };
    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        assert_true(parse(texts[i]));
        assert_eriksson("L898902C3");
    }
    assert_true(parse("I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6"
                      "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"));
    assert_eriksson("D23145890");
    assert_true(parse("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6"));
    assert_eriksson("D23145890");
}

static void names_are_parted_by_two_fillers(void **state)
{
    static const struct {
        const char *line;
        const char *surname;
        const char *given;
        bool is_cut;
    } cases[] = {
        { "P<UTOVAN<DER<MUELLEN<<MARTIN<<<<<<<<<<<<<<<<", "VAN DER MUELLEN", "MARTIN", false },
        { "P<UTOARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "ARKFREITH", "", false },
        { "P<UTOSATRIYA<SUDARPA<<<<<<<<<<<<<<<<<<<<<<<<", "SATRIYA SUDARPA", "", false },
        { "P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K", "NILAVADHANANANDA",
          "CHAYAPA DEJTHAMRONG K", true },
        { "P<UTOPAPANDROPOULOUS<<JONATHON<WARREN<TREVOR", "PAPANDROPOULOUS",
          "JONATHON WARREN TREVOR", true },
        { "P<UTOBENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNA", "BENNELONG WOOLOOMOOLOO WARRANDYTE WARNA",
          "", true },
        { "PPUTOISMAILOV<<KAKKO<<<<<<<<<<<<<<<<<<<<<<<<", "ISMAILOV", "KAKKO", false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char text[90];
        memcpy(text, td3, sizeof(td3));
        memcpy(text, cases[i].line, 44);
        assert_true(parse(text));
        assert_int_equal(mrz.repairs, 0);
        assert_string_equal(mrz.surname, cases[i].surname);
        assert_string_equal(mrz.given, cases[i].given);
        assert_int_equal(mrz.is_name_cut, cases[i].is_cut);
    }
}

static void each_check_digit_is_checked(void **state)
{
    static const struct {
        size_t at;
        enum mrz_error error;
    } cases[] = {
        { 45 + 9, MRZ_ERROR_NUMBER_CHECK_DIGIT },     { 45 + 19, MRZ_ERROR_BIRTH_CHECK_DIGIT },
        { 45 + 27, MRZ_ERROR_EXPIRY_CHECK_DIGIT },    { 45 + 42, MRZ_ERROR_OPTIONAL_CHECK_DIGIT },
        { 45 + 43, MRZ_ERROR_COMPOSITE_CHECK_DIGIT },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char text[sizeof(td3)];
        memcpy(text, td3, sizeof(td3));
        text[cases[i].at] = text[cases[i].at] == '7' ? '8' : '7';
        assert_false(parse(text));
        assert_true((mrz.errors & 1U << cases[i].error) != 0);
        assert_true((mrz.errors & 1U << MRZ_ERROR_COMPOSITE_CHECK_DIGIT) != 0);
    }
}

static void each_field_has_its_own_error(void **state)
{
    (void)state;
    assert_error("X<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6",
                 MRZ_ERROR_DOCUMENT_CODE);
    assert_error("I<QQQERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6",
                 MRZ_ERROR_UNKNOWN_COUNTRY);
    assert_error("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907QQQ7408122F1204159<<<<<<<6",
                 MRZ_ERROR_UNKNOWN_NATIONALITY);
    assert_error("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7408122T1204159<<<<<<<6",
                 MRZ_ERROR_SEX_INVALID);
    assert_error("I<UTO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6",
                 MRZ_ERROR_NAMES_INVALID);
    assert_error("I<UTOERIKSSON<<4NNA<MARIA<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6",
                 MRZ_ERROR_NAMES_INVALID);
    assert_error("I<UTOERIKSSON<<ANNA*MARIA<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6",
                 MRZ_ERROR_CHARACTER);
    assert_error("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|<<<<<<<<<<UTO7408122F1204159<<<<<<<0",
                 MRZ_ERROR_NUMBER_MISSING);
    assert_error("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7413128F1204159<<<<<<<6",
                 MRZ_ERROR_BIRTH_DATE_INVALID);
    assert_error("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7408122F<<<<<<<<<<<<<<6",
                 MRZ_ERROR_EXPIRY_DATE_INVALID);
}

static void unknown_parts_of_a_birth_are_fillers(void **state)
{
    struct error error;
    struct date birth;
    struct day today;
    char text[DATE_TEXT_SIZE];
    (void)state;
    assert_ok(day_parse(&today, "2026-10-01", &error));
    assert_true(parse("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO74<<<<1<1204159<<<<<<<4"));
    assert_ok(mrz_birth_date(&birth, &mrz, today, &error));
    date_format(text, birth);
    assert_string_equal(text, "1974");
    assert_int_equal(mrz.sex, 'X');
    assert_true(parse("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO<<<<<<0F1204159<<<<<<<6"));
    assert_status(mrz_birth_date(&birth, &mrz, today, &error), STATUS_DATE_INVALID);
}

static void what_has_no_shape_of_a_zone_is_told(void **state)
{
    static const char *const empty[] = { "", " ", "\n", " | | \t\r\n" };
    (void)state;
    for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++)
        assert_error(empty[i], MRZ_ERROR_EMPTY);
    assert_error("hello", MRZ_ERROR_LENGTH);
    assert_error("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", MRZ_ERROR_LENGTH);
    assert_error("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                 "L898902C36UTO7408122F1204159ZE184226B<<<<<1",
                 MRZ_ERROR_LENGTH);
    assert_int_equal(mrz.format, MRZ_FORMAT_NONE);
    assert_string_equal(mrz.surname, "");
    assert_error("a|b|c|d", MRZ_ERROR_LENGTH);
}

static void the_century_is_chosen_by_today(void **state)
{
    static const struct {
        const char *today;
        const char *birth;
        const char *birth_iso;
        const char *expiry;
        const char *expiry_iso;
    } cases[] = {
        { "2026-10-01", "261001", "2026-10-01", "261001", "2026-10-01" },
        { "2026-10-01", "261002", "1926-10-02", "761231", "2076-12-31" },
        { "2026-10-01", "000229", "2000-02-29", "770101", "1977-01-01" },
        { "2026-10-01", "270101", "1927-01-01", "360229", "2036-02-29" },
        { "1999-12-31", "000101", "1900-01-01", "090101", "2009-01-01" },
        { "2080-01-01", "800102", "1980-01-02", "050101", "2105-01-01" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct error error;
        struct day today;
        struct date birth;
        struct day expiry;
        char text[DATE_TEXT_SIZE];
        struct mrz dates = { .errors = 0 };
        memcpy(dates.birth, cases[i].birth, sizeof(dates.birth));
        memcpy(dates.expiry, cases[i].expiry, sizeof(dates.expiry));
        assert_ok(day_parse(&today, cases[i].today, &error));
        assert_ok(mrz_birth_date(&birth, &dates, today, &error));
        date_format(text, birth);
        assert_string_equal(text, cases[i].birth_iso);
        assert_ok(mrz_expiry_date(&expiry, &dates, today, &error));
        day_format(text, expiry);
        assert_string_equal(text, cases[i].expiry_iso);
    }
}

static void check_digits_are_those_of_doc_9303(void **state)
{
    (void)state;
    assert_int_equal(mrz_check_digit("510509", 6), 2);
    assert_int_equal(mrz_check_digit("L898902C3", 9), 6);
    assert_int_equal(mrz_check_digit("ZE184226B<<<<<", 14), 1);
    assert_int_equal(mrz_check_digit("", 0), 0);
}

static void every_error_and_part_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < MRZ_ERROR_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(mrz_error_name((enum mrz_error)i),
                                    mrz_error_name((enum mrz_error)k));
    for (int i = 0; i < MRZ_PART_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(mrz_part_name((enum mrz_part)i),
                                    mrz_part_name((enum mrz_part)k));
    assert_null(mrz_format_name(MRZ_FORMAT_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_specimen_passports_are_read),
        cmocka_unit_test(the_specimen_cards_are_read),
        cmocka_unit_test(the_specimen_visas_are_read),
        cmocka_unit_test(a_long_number_goes_on_in_the_optional_data),
        cmocka_unit_test(a_kazakh_card_carries_the_personal_number),
        cmocka_unit_test(lines_may_be_parted_or_run_together),
        cmocka_unit_test(names_are_parted_by_two_fillers),
        cmocka_unit_test(each_check_digit_is_checked),
        cmocka_unit_test(each_field_has_its_own_error),
        cmocka_unit_test(unknown_parts_of_a_birth_are_fillers),
        cmocka_unit_test(what_has_no_shape_of_a_zone_is_told),
        cmocka_unit_test(the_century_is_chosen_by_today),
        cmocka_unit_test(check_digits_are_those_of_doc_9303),
        cmocka_unit_test(every_error_and_part_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
