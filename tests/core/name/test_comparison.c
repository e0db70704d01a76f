/* SPDX-License-Identifier: Apache-2.0 */
#include "name/comparison.h"

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BIT(reason) (1U << NAME_REASON_##reason)

static const struct lexicon *lexicon;

static struct name_comparison compare(const char *left, const char *right)
{
    struct error error;
    struct name_comparison comparison;
    assert_ok(name_compare(&comparison, lexicon, left, right, &error));
    assert_true(comparison.score >= 0 && comparison.score <= 1);
    return comparison;
}

static void assert_same(const char *left, const char *right)
{
    if (!compare(left, right).is_same)
        fail_msg("%s and %s", left, right);
}

static void assert_different(const char *left, const char *right)
{
    if (compare(left, right).is_same)
        fail_msg("%s and %s", left, right);
}

/* ---- reasons */

static const struct {
    enum name_reason reason;
    const char *left, *right;
    bool is_same;
} examples[] = {
    { NAME_REASON_SWAPPED, "Каримов Рахим", "Рахимов Карим", false },
    { NAME_REASON_OTHER_PATRONYMIC, "Каримов Али Рахимович", "Каримов Али Юсупович", false },
    { NAME_REASON_OTHER_SEX, "Ким Саша Рахимович", "Ким Саша Рахимовна", false },
    { NAME_REASON_LOOK_ALIKE, "Каримов Хасан", "Каримов Хусан", false },
    { NAME_REASON_OTHER_INITIAL, "Каримов А.", "Каримов Рахим", false },
    { NAME_REASON_OTHER_SURNAME, "Каримов Али", "Бекназаров Али", false },
    { NAME_REASON_OTHER_GIVEN_NAME, "Каримов Али", "Каримов Темирлан", false },
    { NAME_REASON_OTHER_WORDS, "Бздырг Каримов", "Пшакты Зухро", false },
    { NAME_REASON_TOO_LITTLE, "Али", "Каримов Али Рахимович", false },
    { NAME_REASON_LAYOUT, "Rfhbvjd Fkb", "Каримов Али", true },
    { NAME_REASON_SLIP, "Каримов Темирлан", "Каримов Темилран", true },
    { NAME_REASON_SCAN, "Karirnov Akmal", "Karimov Akmal", true },
    { NAME_REASON_LOOK_ALIKE_LETTERS, "Кapимов Али", "Каримов Али", true }, /* Latin a, p */
    { NAME_REASON_INITIALS, "Каримов А. Р.", "Каримов Али Рахимович", true },
    { NAME_REASON_JOINED, "Каримов Нур Султан", "Каримов Нурсултан", true },
    { NAME_REASON_ENDING, "Раҳимзода Далер", "Рахимов Далер", true },
    { NAME_REASON_SEX_OF_ENDING, "Каримова Нигора", "Karimov Nigora", true },
    { NAME_REASON_PART_MISSING, "Каримов Али Темирлан", "Каримов Али", true },
    { NAME_REASON_PATRONYMIC_MISSING, "Каримов Али Рахимович", "Каримов Али", true },
    { NAME_REASON_ORDER, "Каримов Али", "Али Каримов", true },
    { NAME_REASON_SPELLING, "Каримов Мухаммед", "Каримов Магомед", true },
    { NAME_REASON_SCRIPT, "Каримов Али", "Karimov Ali", true },
    { NAME_REASON_SAME, "Каримов Али", "Каримов Али", true },
};

static void every_reason_is_reached_and_has_a_word(void **state)
{
    unsigned reached = 0;
    (void)state;
    for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
        struct name_comparison comparison = compare(examples[i].left, examples[i].right);
        if (comparison.is_same != examples[i].is_same ||
            (comparison.reasons >> examples[i].reason & 1U) == 0)
            fail_msg("%s, %s: same %d, reasons %x, no %s", examples[i].left, examples[i].right,
                     comparison.is_same, comparison.reasons, name_reason_word(examples[i].reason));
        reached |= 1U << examples[i].reason;
    }
    assert_int_equal(reached, (1U << NAME_REASON_COUNT) - 1);
}

static void the_words_of_reasons_are_all_different(void **state)
{
    (void)state;
    for (int i = 0; i < NAME_REASON_COUNT; i++) {
        const char *word = name_reason_word((enum name_reason)i);
        assert_true(word[0] != '\0');
        assert_int_equal(strspn(word, "abcdefghijklmnopqrstuvwxyz_"), strlen(word));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(word, name_reason_word((enum name_reason)j));
    }
}

static void a_reason_says_why_not_only_when_it_is_not(void **state)
{
    const unsigned why_not = BIT(LAYOUT) - 1; /* all before the first that forgives */
    (void)state;
    for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
        struct name_comparison comparison = compare(examples[i].left, examples[i].right);
        assert_int_equal((comparison.reasons & why_not) != 0, !comparison.is_same);
        assert_int_equal((comparison.reasons & ~why_not) != 0, comparison.is_same);
    }
}

/* ---- endings */

static void one_person_under_the_endings_of_every_tradition(void **state)
{
    static const char *const names[] = {
        "Рахимов Далер",      "Rahimov Daler",    "Rakhimoff Daler", "Раҳимзода Далер",
        "Раҳим зода Далер",   "Рахимзаде Далер",  "Rahimiy Daler",   "Раҳимӣ Далер",
        "Раҳимиён Далер",     "Рахим уулу Далер", "Рахимуулу Далер", "Рахимұлы Далер",
        "Rahim oʻgʻli Daler", "Рахимов Далер",    "RAHIMOV<<DALER",  "Rahimow Daler",
    };
    enum { NAMES = sizeof(names) / sizeof(names[0]) };
    (void)state;
    for (size_t i = 0; i < NAMES; i++)
        for (size_t j = 0; j < NAMES; j++)
            assert_same(names[i], names[j]);
}

static void a_patronymic_stays_one_under_every_ending(void **state)
{
    static const char *const patronymics[] = {
        "Рахимович",  "Rahimovich", "Rahimowiç",  "Рахим уулу",   "Рахимуулу",
        "Рахим ұлы",  "Рахимұлы",   "Rahimuly",   "Rahim oʻgʻli", "Раҳим ўғли",
        "Рахим угли", "Rahim ogli", "Rəhim oğlu", "Рахим оглы",   "ибн Рахим",
    };
    enum { PATRONYMICS = sizeof(patronymics) / sizeof(patronymics[0]) };
    (void)state;
    for (size_t i = 0; i < PATRONYMICS; i++)
        for (size_t j = 0; j < PATRONYMICS; j++) {
            char left[128], right[128];
            snprintf(left, sizeof(left), "Каримов Далер %s", patronymics[i]);
            snprintf(right, sizeof(right), "Каримов Далер %s", patronymics[j]);
            assert_same(left, right);
        }
}

static void a_child_of_the_other_sex_is_another_person(void **state)
{
    static const char *const pairs[][2] = {
        { "Рахимович", "Рахимовна" },  { "Рахим уулу", "Рахим кызы" },
        { "Рахимұлы", "Рахимқызы" },   { "Rahim oʻgʻli", "Rahim qizi" },
        { "Rahimuly", "Rahimkyzy" },   { "Rəhim oğlu", "Rəhim qızı" },
        { "Рахимович", "Рахим қизи" }, { "Рахимовна", "Rahim oʻgʻli" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        char left[128], right[128];
        snprintf(left, sizeof(left), "Ким Саша %s", pairs[i][0]);
        snprintf(right, sizeof(right), "Ким Саша %s", pairs[i][1]);
        assert_different(left, right);
        assert_int_equal(compare(left, right).reasons, BIT(OTHER_SEX));
    }
}

static void articles_and_joints_of_compounds_do_not_matter(void **state)
{
    static const char *const names[] = {
        "Каримов Абдулрахман",   "Karimov Abdurrahman",    "Karimov Abd al-Rahman",
        "Karimov Abd ar-Rahman", "Каримов Абд аль-Рахман", "Karimov Abdul Rahman",
        "Karimov Abdu-Rahman",   "Каримов Абдурахман",
    };
    enum { NAMES = sizeof(names) / sizeof(names[0]) };
    (void)state;
    for (size_t i = 0; i < NAMES; i++)
        for (size_t j = 0; j < NAMES; j++)
            assert_same(names[i], names[j]);
}

static void words_written_apart_are_found_joined(void **state)
{
    (void)state;
    assert_same("Каримов Бек Назар", "Каримов Бекназар");
    assert_same("Каримова Гул Нора", "Karimova Gulnora");
    assert_same("Каримова Гүл-Нора", "Karimova Gulnora");
    assert_same("Каримов Абд Улла", "Karimov Abdulla");
    assert_same("Karimov Abd as-Samad", "Каримов Абдусамад");
    assert_different("Каримов Нур Али", "Каримов Нурлан");
    assert_different("Ким Саша Rahim oʻgʻli", "Ким Саша Қаҳҳор қизи"); /* of two scripts */
}

/* ---- what makes two people */

static void near_names_of_two_people_are_told_apart(void **state)
{
    (void)state;
    assert_different("Юсупов Али", "Юнусов Али");
    assert_different("Ким Виктор", "Кан Виктор");
    assert_different("Цой Анна", "Цай Анна");
    assert_different("Каримов Али Рахимович", "Рахимов Али Каримович");
    assert_different("Karimov A.", "Karimova A.");
    assert_different("Каримов А. Р.", "Каримов А. С.");
    assert_different("Асан уулу Бакыт", "Үсөн уулу Бакыт");
}

static void scores_fall_with_what_is_forgiven(void **state)
{
    double same = compare("Каримов Али", "Каримов Али").score;
    double without = compare("Каримов Али Рахимович", "Каримов Али").score;
    double slip = compare("Каримов Темирлан", "Каримов Темилран").score;
    double other = compare("Каримов Али Рахимович", "Каримов Али Юсупович").score;
    (void)state;
    assert_true(same > without && without > slip && slip >= NAME_SCORE_SAME);
    assert_true(other < 0.5);
}

static void the_same_parts_give_the_same_as_the_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
        struct name_parts left, right;
        struct error error;
        if (examples[i].reason == NAME_REASON_LAYOUT)
            continue;
        assert_ok(name_parts_read(&left, lexicon, examples[i].left, &error));
        assert_ok(name_parts_read(&right, lexicon, examples[i].right, &error));
        struct name_comparison parts = name_compare_parts(lexicon, &left, &right);
        struct name_comparison text = compare(examples[i].left, examples[i].right);
        assert_int_equal(parts.is_same, text.is_same);
        assert_true(parts.score == text.score);
        assert_int_equal(parts.reasons | (text.reasons & BIT(SAME)), text.reasons);
    }
}

/* ---- what is no name, and names beyond measure */

static void arabic_letters_never_tell_that_names_of_another_script_differ(void **state)
{
    struct name_comparison comparison;
    struct error error;
    (void)state;
    assert_ok(name_compare(&comparison, lexicon, "حسن", "Hasan", &error));
    assert_true(comparison.is_same);
    assert_ok(name_compare(&comparison, lexicon, "علی", "Ali", &error));
    assert_true(comparison.is_same);
    assert_true(comparison.reasons & 1U << NAME_REASON_SCRIPT);
    assert_status(name_compare(&comparison, lexicon, "حسن", "Husan", &error), STATUS_TEXT_EMPTY);
    assert_ok(name_compare(&comparison, lexicon, "عبدالله احمدی", "عبدالله احمدي", &error));
    assert_true(comparison.is_same);
    assert_ok(name_compare(&comparison, lexicon, "عبدالله احمدی", "عبدالله کریمی", &error));
    assert_false(comparison.is_same);
}

static void what_cannot_be_read_is_refused_on_either_side(void **state)
{
    static const struct {
        const char *text;
        enum status expected;
    } cases[] = {
        { "", STATUS_TEXT_EMPTY },
        { "12345", STATUS_TEXT_EMPTY },
        { "’ʻ'", STATUS_TEXT_EMPTY },
        { "\xCC\x86\xCC\x88", STATUS_TEXT_EMPTY },
        { "رحیمی", STATUS_TEXT_EMPTY },
        { "王小明", STATUS_TEXT_EMPTY },
        { "ნინო", STATUS_TEXT_EMPTY },
        { "Кар\xD0 Али", STATUS_TEXT_INVALID },
        { "\xCA\xE0\xF0\xE8\xEC", STATUS_TEXT_INVALID },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct name_comparison comparison = { .is_same = true, .score = 1 };
        struct error error;
        assert_status(name_compare(&comparison, lexicon, cases[i].text, "Али", &error),
                      cases[i].expected);
        assert_false(comparison.is_same);
        assert_status(name_compare(&comparison, lexicon, "Али", cases[i].text, &error),
                      cases[i].expected);
        assert_true(comparison.score == 0);
    }
}

static void ten_kilobytes_are_no_name(void **state)
{
    enum { SIZE = 10240 };
    char *text = malloc(SIZE + 1);
    struct name_comparison comparison;
    struct error error;
    (void)state;
    assert_non_null(text);
    memset(text, 'a', SIZE);
    text[SIZE] = '\0';
    assert_status(name_compare(&comparison, lexicon, text, "Али", &error), STATUS_TEXT_TOO_LONG);
    assert_status(name_compare(&comparison, lexicon, "Али", text, &error), STATUS_TEXT_TOO_LONG);
    free(text);
}

/* Words longer than any name: what is cut off is not compared, and soft sounds do not add up. */
static void very_long_words_are_compared_by_their_beginning(void **state)
{
    char left[512] = "", right[512] = "", other[512] = "";
    (void)state;
    for (int i = 0; i < 60; i++) {
        strcat(left, i % 2 == 0 ? "ю" : "я");
        strcat(right, i % 2 == 0 ? "ю" : "я");
        strcat(other, i % 2 == 0 ? "е" : "у");
    }
    strcat(right, "бв");
    assert_same(left, right);
    assert_different(left, other);
    assert_different(left, "юя");
    assert_different("юя", left);
}

static void twelve_words_are_compared(void **state)
{
    static const char twelve[] = "Али Вали Гани Дали Жан Зафар Карим Лола Малик Назар Пир Рахим";
    (void)state;
    assert_same(twelve, twelve);
    assert_same(twelve, "Вали Али Гани Дали Жан Зафар Карим Лола");
    assert_different(twelve, "Петров Иван");
    assert_same("Али Али Али Али Али Али Али Али Али", "Али Али Али Али Али Али Али Али Али Али");
    assert_different("Али Али Али Али Али Али Али Али", "Ким Ким Ким Ким Ким Ким Ким Ким");
}

static void blanks_of_every_kind_are_blanks(void **state)
{
    (void)state;
    assert_same("Каримов\tАли", "Каримов Али");
    assert_same(" \t Каримов\n\nАли\r", "Каримов Али");
    assert_same("Каримов\xC2\xA0"
                "Али",
                "Каримов Али");
}

static int get_lexicon(void **state)
{
    (void)state;
    lexicon = lexicon_shared();
    return lexicon == NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reason_is_reached_and_has_a_word),
        cmocka_unit_test(the_words_of_reasons_are_all_different),
        cmocka_unit_test(a_reason_says_why_not_only_when_it_is_not),
        cmocka_unit_test(one_person_under_the_endings_of_every_tradition),
        cmocka_unit_test(a_patronymic_stays_one_under_every_ending),
        cmocka_unit_test(a_child_of_the_other_sex_is_another_person),
        cmocka_unit_test(articles_and_joints_of_compounds_do_not_matter),
        cmocka_unit_test(words_written_apart_are_found_joined),
        cmocka_unit_test(near_names_of_two_people_are_told_apart),
        cmocka_unit_test(scores_fall_with_what_is_forgiven),
        cmocka_unit_test(the_same_parts_give_the_same_as_the_text),
        cmocka_unit_test(arabic_letters_never_tell_that_names_of_another_script_differ),
        cmocka_unit_test(what_cannot_be_read_is_refused_on_either_side),
        cmocka_unit_test(ten_kilobytes_are_no_name),
        cmocka_unit_test(very_long_words_are_compared_by_their_beginning),
        cmocka_unit_test(twelve_words_are_compared),
        cmocka_unit_test(blanks_of_every_kind_are_blanks),
    };
    return cmocka_run_group_tests(tests, get_lexicon, NULL);
}
