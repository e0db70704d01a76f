/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const struct text_rule line = { .max_characters = 40 };
static const struct text_rule note = { .max_characters = 40, .is_multiline = true };
static const struct text_rule optional = { .max_characters = 40, .may_be_empty = true };

static void assert_accepted(const struct text_rule *rule, const char *bytes, const char *expected)
{
    struct error error = { 0 };
    char *text;
    assert_ok(text_accept(&text, bytes, strlen(bytes), rule, &error));
    assert_string_equal(text, expected);
    free(text);
}

static void assert_refused(const struct text_rule *rule, const char *bytes, size_t length,
                           enum status expected)
{
    struct error error = { 0 };
    char *text = (char *)&error;
    assert_status(text_accept(&text, bytes, length, rule, &error), expected);
    assert_null(text);
}

static size_t put(char *out, utf8proc_int32_t code_point)
{
    return (size_t)utf8proc_encode_char(code_point, (utf8proc_uint8_t *)out);
}

/* "a", the code point and "b", so that nothing depends on standing at an end. */
static enum status accept_between(utf8proc_int32_t code_point, const struct text_rule *rule)
{
    char bytes[8] = "a";
    size_t length = 1 + put(bytes + 1, code_point);
    bytes[length++] = 'b';
    char *text;
    enum status status = text_accept(&text, bytes, length, rule, NULL);
    free(text);
    return status;
}

static void names_of_the_region_pass_as_they_are(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Қосымжан Әліұлы Ңғөүұһі",
        "Ҷумъа Ғафури Ҳақӣ Ӯ",
        "Ўктам Қўчқоров",
        "Oʻktam Gʻaniyev",
        "Maʼmura",
        "Ňurýagdy Çüriýew Şöhrat Žäž",
        "Ёлкин й Өмүрбек",
        "O'Neil-Smith, Jr. № 7",
        "Ələsgər İbrahim ığ",
        "جاوید احمد",
        "강 빅토르",
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        assert_accepted(&line, names[i], names[i]);
}

static void decomposed_letters_are_composed(void **state)
{
    (void)state;
    assert_accepted(&line, "Е\u0308лкин", "\u0401лкин");
    assert_accepted(&line, "Туи\u0306ев", "Ту\u0439ев");
    assert_accepted(&line, "\u0438\u0304\u0443\u0304 \u0443\u0306", "\u04E3\u04EF \u045E");
    assert_accepted(&line, "n\u030C y\u0301 I\u0307", "\u0148 \u00FD \u0130");
    assert_accepted(&line, "х\u0301", "х\u0301"); /* there is no composed letter */
    assert_accepted(&line, "\u1100\u1161\u11A8", "\uAC01");
}

static void white_space_around_a_text_goes_and_inside_it_stays(void **state)
{
    (void)state;
    assert_accepted(&line, "  Иван  Петров \u00A0\u3000", "Иван  Петров");
    assert_accepted(&note, "\n\t Да\n\n\tнет \n", "Да\n\n\tнет");
}

static void a_text_of_nothing_but_white_space_is_empty(void **state)
{
    (void)state;
    assert_refused(&line, "", 0, STATUS_TEXT_EMPTY);
    assert_refused(&line, NULL, 0, STATUS_TEXT_EMPTY);
    assert_refused(&line, " \u00A0 ", 4, STATUS_TEXT_EMPTY);
    assert_refused(&note, "\n\t\n", 3, STATUS_TEXT_EMPTY);
    assert_accepted(&optional, "", "");
    assert_accepted(&optional, "   ", "");
}

static void bytes_that_are_no_utf8_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "\xC8\xE2\xE0\xED",     /* Иван in Windows-1251 */
        "abc\x80",              /* a lone continuation */
        "\xD0",                 /* cut short */
        "\xE2\x82",             /* cut short */
        "\xF0\x9F\x98",         /* cut short */
        "\xC0\xAF",             /* overlong */
        "\xE0\x80\xAF",         /* overlong */
        "\xF0\x80\x80\xAF",     /* overlong */
        "\xED\xA0\x80",         /* a surrogate */
        "\xED\xBF\xBF",         /* a surrogate */
        "\xF4\x90\x80\x80",     /* beyond U+10FFFF */
        "\xF8\x88\x80\x80\x80", /* five bytes */
        "\xFE\xFF\xFE\xFF",
        "tab\tand then \xFF", /* the worse fault is named */
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        assert_false(text_is_valid(wrong[i], strlen(wrong[i])));
        assert_refused(&line, wrong[i], strlen(wrong[i]), STATUS_TEXT_INVALID);
    }
    assert_true(text_is_valid("", 0));
    assert_true(text_is_valid("a\0b\x01", 4));
    assert_true(text_is_valid("Қ\U0010FFFF", 6));
}

static void nothing_that_cannot_be_seen_is_accepted(void **state)
{
    (void)state;
    static const utf8proc_int32_t ranges[][2] = {
        { 0x00, 0x1F },       { 0x7F, 0x9F },       { 0xAD, 0xAD },       { 0x34F, 0x34F },
        { 0x61C, 0x61C },     { 0x115F, 0x1160 },   { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },
        { 0x200B, 0x200F },   { 0x2028, 0x202E },   { 0x2060, 0x206F },   { 0x2800, 0x2800 },
        { 0x3164, 0x3164 },   { 0xE000, 0xE010 },   { 0xF8FF, 0xF8FF },   { 0xFDD0, 0xFDEF },
        { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },   { 0xFFF0, 0xFFFB },
        { 0xFFFE, 0xFFFF },   { 0x378, 0x379 },     { 0x1D173, 0x1D17A }, { 0x1FFFE, 0x1FFFF },
        { 0xE0001, 0xE0001 }, { 0xE0020, 0xE01EF }, { 0xF0000, 0xF0010 }, { 0x10FFFD, 0x10FFFF },
    };
    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        for (utf8proc_int32_t c = ranges[i][0]; c <= ranges[i][1]; c++) {
            struct error error = { 0 };
            assert_status(accept_between(c, &line), STATUS_TEXT_CONTROL);
            if (c != '\n' && c != '\t')
                assert_status(accept_between(c, &note), STATUS_TEXT_CONTROL);
        }
    }
    assert_refused(&line, "a\0b", 3, STATUS_TEXT_CONTROL);
    assert_refused(&line, "name\n", 5, STATUS_TEXT_CONTROL);
    assert_refused(&note, "one\r\ntwo", 8, STATUS_TEXT_CONTROL);
}

static void a_mark_needs_something_to_stand_on(void **state)
{
    (void)state;
    static const char *const floating[] = { "\u0301a", "a \u0301", " \u0308", "a\u00A0\u0301",
                                            "\u0903" };
    for (size_t i = 0; i < sizeof(floating) / sizeof(floating[0]); i++)
        assert_refused(&line, floating[i], strlen(floating[i]), STATUS_TEXT_CONTROL);
    assert_refused(&note, "a\n\u0301", 4, STATUS_TEXT_CONTROL);
}

static void a_text_is_too_long_by_characters_not_bytes(void **state)
{
    (void)state;
    struct error error = { 0 };
    const struct text_rule four = { .max_characters = 4 };
    assert_accepted(&four, "  Ҷумъ  ", "Ҷумъ");
    assert_accepted(&four, "х\u0301х\u0301х\u0301х\u0301", "х\u0301х\u0301х\u0301х\u0301");
    assert_accepted(&four, "и\u0306и\u0306и\u0306и\u0306", "йййй");
    char *text;
    assert_status(text_accept(&text, "Ҷумъа", strlen("Ҷумъа"), &four, &error),
                  STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, 4);
}

static void a_letter_carries_only_a_few_marks(void **state)
{
    (void)state;
    assert_accepted(&line, "х\u0301\u0302\u0303\u0304", "х\u0301\u0302\u0303\u0304");
    assert_accepted(&line, "е\u0308\u0301\u0302\u0303\u0304", "ё\u0301\u0302\u0303\u0304");
    const char *five = "х\u0301\u0302\u0303\u0304\u0305";
    assert_refused(&line, five, strlen(five), STATUS_TEXT_TOO_LONG);
}

static void a_flood_of_marks_is_refused_without_sorting_it(void **state)
{
    (void)state;
    enum { PAIRS = 500000 };
    static const char marks[] = { '\xCC', '\x81', '\xCC', '\x96' }; /* above, below: out of order */
    const struct text_rule endless = { .max_characters = SIZE_MAX };
    char *flood = malloc(1 + PAIRS * 4);
    assert_non_null(flood);
    flood[0] = 'z';
    for (size_t i = 0; i < PAIRS; i++)
        memcpy(flood + 1 + i * sizeof(marks), marks, sizeof(marks));
    assert_refused(&endless, flood, 1 + PAIRS * 4, STATUS_TEXT_TOO_LONG);
    free(flood);
}

static void assert_folded(const char *text, const char *expected)
{
    struct error error = { 0 };
    char *folded;
    assert_ok(text_fold(&folded, text, &error));
    assert_string_equal(folded, expected);
    free(folded);
}

static void folding_makes_case_equal(void **state)
{
    (void)state;
    assert_folded("ИВАНОВ Ёлкин", "иванов ёлкин");
    assert_folded("Е\u0308ЛКИН", "ёлкин");
    assert_folded("ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі");
    assert_folded("ҒӢҚӮҲҶ Ў", "ғӣқӯҳҷ ў");
    assert_folded("ÇÄŽŇÖŞÜÝ", "çäžňöşüý");
    assert_folded("OʻKTAM MAʼMUR", "oʻktam maʼmur");
    assert_folded("Straße", "strasse");
    assert_folded("", "");
}

static void folding_knows_no_turkish(void **state)
{
    (void)state;
    assert_folded("I", "i");
    assert_folded("\u0130", "i\u0307");
    assert_folded("\u0131", "\u0131");
}

static void folding_does_not_depend_on_how_marks_were_ordered(void **state)
{
    (void)state;
    assert_folded("\u03B1\u0345\u0301", "\u03AC\u03B9");
    assert_folded("\u03B1\u0301\u0345", "\u03AC\u03B9");
    assert_folded("\u1FB4", "\u03AC\u03B9");
}

static void a_text_that_is_no_utf8_cannot_be_folded(void **state)
{
    (void)state;
    struct error error = { 0 };
    char *folded;
    assert_status(text_fold(&folded, "\xC8\xE2", &error), STATUS_TEXT_INVALID);
    assert_null(folded);
}

static void a_copy_is_its_own_memory(void **state)
{
    (void)state;
    struct error error = { 0 };
    const char *text = "Ҷумъа";
    char *copy;
    assert_ok(text_copy(&copy, text, &error));
    assert_string_equal(copy, text);
    assert_ptr_not_equal(copy, text);
    free(copy);
}

static void a_wiped_text_is_gone(void **state)
{
    char *text = NULL;
    struct error error;
    (void)state;
    text_wipe(&text);
    assert_null(text);
    assert_ok(text_copy(&text, "Намунавӣ Зарина", &error));
    text_wipe(&text);
    assert_null(text);
}

static void characters_and_columns_are_counted_apart(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        size_t width;
    } cases[] = {
        { "", 0, 0 },          { "Oʻzbek ʼ", 8, 8 },      { "Қазақ №", 7, 7 },
        { "и\u0306", 1, 1 },   { "х\u0301\u0302", 1, 1 }, { "汉字", 2, 4 },
        { "강", 1, 2 },        { "\u1100\u1161", 1, 3 }, /* uncomposed Korean, which text_accept()
                                                            composes */
        { "😀", 1, 2 },         { "🇰🇿🇺🇿", 2, 4 },          { "a\tb\n", 4, 2 },
        { "\u200B", 1, 0 },    { "a\xFFz", 3, 3 },        { "\xD0", 1, 1 },
        { "\xE2\x82z", 3, 3 },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_int_equal(text_length(cases[i].text), cases[i].length);
        assert_int_equal(text_width(cases[i].text), cases[i].width);
    }
}

static void a_cut_never_splits_a_character(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t columns;
        size_t bytes;
    } cases[] = {
        { "", 5, 0 },
        { "abc", 0, 0 },
        { "abc", 2, 2 },
        { "abc", 3, 3 },
        { "abc", SIZE_MAX, 3 },
        { "Қазақ", 2, 4 },
        { "ах\u0301б", 2, 6 },
        { "ах\u0301б", 1, 2 },
        { "汉字", 1, 0 },
        { "汉字", 3, 3 },
        { "a汉", 2, 1 },
        { "🇰🇿🇺🇿", 2, 8 },
        { "🇰🇿🇺🇿", 3, 8 },
        { "🇰🇿🇺🇿", 1, 0 },
        { "ab\xFF", 2, 2 },
        { "a\xFF"
          "b",
          2, 2 },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_int_equal(text_cut(cases[i].text, cases[i].columns), cases[i].bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_the_region_pass_as_they_are),
        cmocka_unit_test(decomposed_letters_are_composed),
        cmocka_unit_test(white_space_around_a_text_goes_and_inside_it_stays),
        cmocka_unit_test(a_text_of_nothing_but_white_space_is_empty),
        cmocka_unit_test(bytes_that_are_no_utf8_are_refused),
        cmocka_unit_test(nothing_that_cannot_be_seen_is_accepted),
        cmocka_unit_test(a_mark_needs_something_to_stand_on),
        cmocka_unit_test(a_text_is_too_long_by_characters_not_bytes),
        cmocka_unit_test(a_letter_carries_only_a_few_marks),
        cmocka_unit_test(a_flood_of_marks_is_refused_without_sorting_it),
        cmocka_unit_test(folding_makes_case_equal),
        cmocka_unit_test(folding_knows_no_turkish),
        cmocka_unit_test(folding_does_not_depend_on_how_marks_were_ordered),
        cmocka_unit_test(a_text_that_is_no_utf8_cannot_be_folded),
        cmocka_unit_test(a_copy_is_its_own_memory),
        cmocka_unit_test(a_wiped_text_is_gone),
        cmocka_unit_test(characters_and_columns_are_counted_apart),
        cmocka_unit_test(a_cut_never_splits_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
