/* SPDX-License-Identifier: Apache-2.0 */

/* Zones that are written: as Doc 9303 shows them, and read again as they were meant. */
#include "name/mrz.h"

#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static const struct mrz_document eriksson = {
    .format = MRZ_FORMAT_TD3,
    .type = "P",
    .issuer = "UTO",
    .surname = "Eriksson",
    .given = "Anna-Maria",
    .number = "L898902C3",
    .nationality = "UTO",
    .birth = "740812",
    .sex = 'F',
    .expiry = "120415",
    .optional = "ZE184226B",
};

static struct mrz_lines lines;

static void write_zone(const struct mrz_document *document)
{
    struct error error;
    assert_ok(mrz_format_document(&lines, document, &error));
}

static void refuse_zone(const struct mrz_document *document, enum status expected)
{
    struct error error;
    assert_status(mrz_format_document(&lines, document, &error), expected);
}

static void the_specimens_are_written(void **state)
{
    struct mrz_document document = eriksson;
    (void)state;
    write_zone(&document);
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.line[0], "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
    assert_string_equal(lines.line[1], "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    document.format = MRZ_FORMAT_TD1;
    document.type = "I";
    document.number = "D23145890";
    document.optional = NULL;
    write_zone(&document);
    assert_int_equal(lines.count, 3);
    assert_string_equal(lines.line[0], "I<UTOD231458907<<<<<<<<<<<<<<<");
    assert_string_equal(lines.line[1], "7408122F1204159UTO<<<<<<<<<<<6");
    assert_string_equal(lines.line[2], "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    document.format = MRZ_FORMAT_TD2;
    write_zone(&document);
    assert_string_equal(lines.line[0], "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<");
    assert_string_equal(lines.line[1], "D231458907UTO7408122F1204159<<<<<<<6");
    document.format = MRZ_FORMAT_MRV_B;
    document.type = "V";
    write_zone(&document);
    assert_string_equal(lines.line[1], "D231458907UTO7408122F1204159<<<<<<<<");
}

/* Doc 9303-5, appendix B. */
static void a_long_number_is_written_into_the_optional_data(void **state)
{
    struct mrz_document document = {
        .format = MRZ_FORMAT_TD1,
        .type = "I",
        .issuer = "UTO",
        .surname = "STEVENSON",
        .given = "PETER JOHN",
        .number = "D23145890734",
        .nationality = "UTO",
        .birth = "340712",
        .sex = 'M',
        .expiry = "950712",
    };
    (void)state;
    write_zone(&document);
    assert_string_equal(lines.line[0], "I<UTOD23145890<7349<<<<<<<<<<<");
    assert_string_equal(lines.line[1], "3407127M9507122UTO<<<<<<<<<<<2");
    document.optional = "ABC";
    write_zone(&document);
    assert_string_equal(lines.line[0], "I<UTOD23145890<7349<ABC<<<<<<<");
    document.format = MRZ_FORMAT_TD3;
    document.type = "P";
    refuse_zone(&document, STATUS_TEXT_TOO_LONG);
}

/* The names of the examples in section 4.2.3 of Doc 9303-4, -5 and -6. */
static void names_that_are_too_long_are_cut(void **state)
{
    static const struct {
        enum mrz_format format;
        const char *surname;
        const char *given;
        const char *expected;
    } cases[] = {
        { MRZ_FORMAT_TD3, "NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG KRASUANG",
          "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K" },
        { MRZ_FORMAT_TD2, "NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG KRASUANG",
          "NILAVADHANANANDA<<CHAYAPA<DEJ<K" },
        { MRZ_FORMAT_TD1, "NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG KRASUANG",
          "NILAVADHANANANDA<<CHAYAPA<DE<K" },
        { MRZ_FORMAT_TD2, "BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL", "DINGO POTOROO",
          "BENNELONG<WOOLOOMOOLOO<W<W<<D<P" },
        { MRZ_FORMAT_TD2, "PAPANDROPOULOUS", "JONATHOON ALEC", "PAPANDROPOULOUS<<JONATHOON<ALEC" },
        { MRZ_FORMAT_TD1, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ", "",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZABCD" },
        { MRZ_FORMAT_TD1, "A B C D E F G H I J K L M N O P Q R", "S T",
          "A<B<C<D<E<F<G<H<I<J<K<L<M<N<<S" },
        { MRZ_FORMAT_TD1, "O", "A B C D E F G H I J K L M N O P",
          "O<<A<B<C<D<E<F<G<H<I<J<K<L<M<N" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct mrz_document document = eriksson;
        document.format = cases[i].format;
        document.type = cases[i].format == MRZ_FORMAT_TD3 ? "P" : "I";
        document.optional = NULL;
        document.surname = cases[i].surname;
        document.given = cases[i].given;
        write_zone(&document);
        if (cases[i].format == MRZ_FORMAT_TD1)
            assert_string_equal(lines.line[2], cases[i].expected);
        else
            assert_string_equal(lines.line[0] + 5, cases[i].expected);
    }
}

static void what_cannot_stand_in_a_zone_is_refused(void **state)
{
    static const struct {
        struct mrz_document change; /* only what is not NULL */
        char sex;
        enum status status;
    } cases[] = {
        { { .surname = "Иванов" }, 'F', STATUS_INVALID },
        { { .surname = "" }, 'F', STATUS_INVALID },
        { { .given = "J0HN" }, 'F', STATUS_INVALID },
        { { .number = "" }, 'F', STATUS_INVALID },
        { { .number = "12 34" }, 'F', STATUS_INVALID },
        { { .number = "1234567890" }, 'F', STATUS_TEXT_TOO_LONG },
        { { .optional = "123456789012345" }, 'F', STATUS_TEXT_TOO_LONG },
        { { .issuer = "QQQ" }, 'F', STATUS_INVALID },
        { { .issuer = "KAZA" }, 'F', STATUS_TEXT_TOO_LONG },
        { { .birth = "741312" }, 'F', STATUS_INVALID },
        { { .birth = "1974" }, 'F', STATUS_INVALID },
        { { .expiry = "120431" }, 'F', STATUS_INVALID },
        { { .type = "Z" }, 'F', STATUS_INVALID },
        { { .optional2 = "A" }, 'F', STATUS_TEXT_TOO_LONG },
        { { .surname = NULL }, 'Q', STATUS_INVALID },
        { { .surname = NULL }, '\0', STATUS_INVALID },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct mrz_document document = eriksson;
        const struct mrz_document *change = &cases[i].change;
        const char **const fields[] = { &document.type,   &document.issuer,   &document.surname,
                                        &document.given,  &document.number,   &document.birth,
                                        &document.expiry, &document.optional, &document.optional2 };
        const char *const changes[] = { change->type,   change->issuer,   change->surname,
                                        change->given,  change->number,   change->birth,
                                        change->expiry, change->optional, change->optional2 };
        for (size_t k = 0; k < sizeof(fields) / sizeof(fields[0]); k++)
            if (changes[k] != NULL)
                *fields[k] = changes[k];
        document.sex = cases[i].sex;
        refuse_zone(&document, cases[i].status);
    }
    struct mrz_document document = eriksson;
    document.format = MRZ_FORMAT_NONE;
    refuse_zone(&document, STATUS_INVALID);
}

/* ---- there and back */

static unsigned random_state = 1;

static unsigned next_random(unsigned below)
{
    random_state = random_state * 1664525U + 1013904223U;
    return (random_state >> 8) % below;
}

static void random_text(char *out, unsigned shortest, unsigned longest, const char *alphabet)
{
    unsigned length = shortest + next_random(longest - shortest + 1);
    for (unsigned i = 0; i < length; i++)
        out[i] = alphabet[next_random((unsigned)strlen(alphabet))];
    out[length] = '\0';
}

/* Up to three words of the letters A-J, so that no three K come. */
static void random_name(char *out, size_t size)
{
    static const char letters[] = "ABCDEFGHIJ";
    char words[3][8];
    for (int i = 0; i < 3; i++)
        random_text(words[i], 1, 6, letters);
    unsigned count = 1 + next_random(3);
    snprintf(out, size, "%s%s%s%s%s", words[0], count > 1 ? " " : "", count > 1 ? words[1] : "",
             count > 2 ? " " : "", count > 2 ? words[2] : "");
}

static void what_was_written_is_read_again(void **state)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    static const char *const types[] = { "", "I", "AC", "PP", "V", "VX" };
    static const char *const countries[] = { "KAZ", "KGZ", "TJK", "TKM", "UZB", "D", "XXA" };
    static const char sexes[] = { 'M', 'F', 'X' };
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char surname[24];
        char given[24];
        char number[24];
        char optional[16];
        char birth[7];
        enum mrz_format format = (enum mrz_format)(1 + next_random(MRZ_FORMAT_COUNT - 1));
        bool is_card = format == MRZ_FORMAT_TD1 || format == MRZ_FORMAT_TD2;
        random_name(surname, sizeof(surname));
        random_name(given, sizeof(given));
        random_text(number, 1, is_card ? 14 : 9, alphabet);
        random_text(optional, 0, is_card && strlen(number) > 9 ? 0 : 7, alphabet);
        snprintf(birth, sizeof(birth), "%02u%02u%02u", next_random(100), 1 + next_random(12),
                 1 + next_random(28));
        const struct mrz_document document = {
            .format = format,
            .type = types[format],
            .issuer = countries[next_random(7)],
            .surname = surname,
            .given = given,
            .number = number,
            .nationality = countries[next_random(7)],
            .birth = birth,
            .sex = sexes[next_random(3)],
            .expiry = "301231",
            .optional = optional,
        };
        struct mrz mrz;
        char text[MRZ_LINES_MAX * MRZ_LINE_SIZE];
        write_zone(&document);
        snprintf(text, sizeof(text), "%s%s%s", lines.line[0], lines.line[1], lines.line[2]);
        assert_true(mrz_parse(&mrz, text, strlen(text)));
        assert_int_equal(mrz.repairs, 0);
        assert_int_equal(mrz.format, format);
        assert_string_equal(mrz.type, document.type);
        assert_string_equal(mrz.issuer, document.issuer);
        assert_string_equal(mrz.number, number);
        assert_string_equal(mrz.nationality, document.nationality);
        assert_string_equal(mrz.birth, birth);
        assert_int_equal(mrz.sex, document.sex);
        assert_string_equal(mrz.optional, optional);
        if (mrz.is_name_cut)
            continue;
        assert_string_equal(mrz.surname, surname);
        assert_string_equal(mrz.given, given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_specimens_are_written),
        cmocka_unit_test(a_long_number_is_written_into_the_optional_data),
        cmocka_unit_test(names_that_are_too_long_are_cut),
        cmocka_unit_test(what_cannot_stand_in_a_zone_is_refused),
        cmocka_unit_test(what_was_written_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
