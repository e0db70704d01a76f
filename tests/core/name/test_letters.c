/* SPDX-License-Identifier: Apache-2.0 */
#include "name/letters.h"

#include "support/unit.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum { TEXT_SIZE = 1024 };

static struct letters_list list;

/* The letters of a word as UTF-8, an apostrophe as the one that stands for all. */
static const char *text_of(const struct letters *word)
{
    static char text[TEXT_SIZE];
    size_t length = 0;
    assert_true(word->count <= LETTERS_MAX);
    for (size_t i = 0; i < word->count; i++)
        length += (size_t)utf8proc_encode_char((utf8proc_int32_t)word->items[i],
                                               (utf8proc_uint8_t *)text + length);
    text[length] = '\0';
    return text;
}

/* expected: the words with a "|" between them. */
static void assert_words(const char *text, const char *expected)
{
    char words[TEXT_SIZE] = "";
    letters_read(&list, text);
    assert_true(list.count <= LETTERS_WORDS_MAX);
    for (size_t i = 0; i < list.count; i++) {
        strcat(words, i > 0 ? "|" : "");
        strcat(words, text_of(&list.words[i]));
    }
    assert_string_equal(words, expected);
}

static void every_mark_between_words_splits_them(void **state)
{
    (void)state;
    assert_words("Асан Үсөн", "асан|үсөн");
    assert_words("Асан-Үсөн,Dil_Nur/Али", "асан|үсөн|dil|nur|али");
    assert_words("RAHIMOV<<FARRUH<S<<<<<", "rahimov|farruh|s");
    assert_words("  Асан \t\n Үсөн\xC2\xA0"
                 "Али\xE2\x80\x83.",
                 "асан|үсөн|али");
    assert_words("(Асан) «Үсөн» “Али”", "асан|үсөн|али");
    assert_words("", "");
    assert_words(" -.,<_ ", "");
}

static void a_dot_behind_a_word_is_remembered(void **state)
{
    (void)state;
    letters_read(&list, "А. Каримов Ш.");
    assert_true(list.words[0].ends_with_dot);
    assert_false(list.words[1].ends_with_dot);
    assert_true(list.words[2].ends_with_dot);
}

static void every_apostrophe_is_one_letter(void **state)
{
    static const char *const apostrophes[] = { "'", "`", "´", "ʹ", "ʻ", "ʼ", "ʽ",
                                               "ʿ", "ˈ", "‘", "’", "‛", "′", "՚" };
    (void)state;
    for (size_t i = 0; i < sizeof(apostrophes) / sizeof(apostrophes[0]); i++) {
        char text[TEXT_SIZE];
        snprintf(text, sizeof(text), "O%sroz %sAli", apostrophes[i], apostrophes[i]);
        assert_words(text, "oʻroz|ali");
        assert_false(list.words[0].is_cyrillic);
    }
    assert_words("'ʻ’", "");
}

static void letters_that_look_alike_follow_their_word(void **state)
{
    static const struct {
        const char *text, *expected;
        bool is_cyrillic;
        unsigned repairs;
    } cases[] = {
        { "Иванов", "иванов", true, 0 },
        { "Ивaнoв", "иванов", true, LETTERS_REPAIR_LOOK_ALIKE },     /* Latin a, o */
        { "PАХИМОВ", "рахимов", true, LETTERS_REPAIR_LOOK_ALIKE },   /* Latin P */
        { "CEPГEЙ", "сергей", true, LETTERS_REPAIR_LOOK_ALIKE },     /* Latin C, E, P */
        { "Жүcіпбек", "жүсіпбек", true, LETTERS_REPAIR_LOOK_ALIKE }, /* Latin c */
        { "Rаhimоv", "rahimov", false, LETTERS_REPAIR_LOOK_ALIKE },  /* Cyrillic а, о */
        { "Sаdyr", "sadyr", false, LETTERS_REPAIR_LOOK_ALIKE },      /* Cyrillic а */
        { "Əли", "әли", true, LETTERS_REPAIR_LOOK_ALIKE },           /* Latin Ə */
        { "MAKCAT", "makcat", false, 0 },                            /* nothing speaks against it */
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_words(cases[i].text, cases[i].expected);
        assert_int_equal(list.words[0].is_cyrillic, cases[i].is_cyrillic);
        assert_int_equal(list.words[0].repairs, cases[i].repairs);
    }
}

static void a_word_that_could_be_either_script_follows_its_neighbours(void **state)
{
    (void)state;
    assert_words("OMAP Ибрагимов", "омар|ибрагимов"); /* Latin O, M, A, P */
    assert_int_equal(list.words[0].repairs, LETTERS_REPAIR_LOOK_ALIKE);
    assert_words("ОМАР Ibragimov", "omap|ibragimov"); /* Cyrillic */
    assert_false(list.words[0].is_cyrillic);
    assert_words("Karim Ибрагимов", "karim|ибрагимов"); /* a word of each script stays */
    assert_int_equal(list.words[0].repairs, 0);
}

static void digits_inside_a_word_are_letters_that_a_scanner_misread(void **state)
{
    (void)state;
    assert_words("Рахим0в", "рахимов");
    assert_int_equal(list.words[0].repairs, LETTERS_REPAIR_DIGIT);
    assert_words("1ldar Kar1mov A1i", "ildar|karimov|ali"); /* beside a vowel it was an l */
    assert_words("Ру3и 6ек", "рузи|бек");
    assert_words("A5an 8ek", "asan|bek");
    assert_words("Иван7ов", "иванов"); /* no letter looks like a 7 */
}

static void numbers_beside_a_name_are_no_words(void **state)
{
    (void)state;
    assert_words("Иванов Иван 1985", "иванов|иван");
    assert_words("12345", "");
    assert_words("7", "");
    assert_words("14.06.1991", "");
    assert_words("2024 2'025", "");
    assert_words("Иванов 0. П.", "иванов|о|п"); /* a misread initial */
}

static void decomposed_letters_are_composed(void **state)
{
    (void)state;
    assert_words("Таи\xCC\x86ир Е\xCC\x88лка", "тайир|ёлка");
    assert_words("C\xCC\xA7"
                 "olpon G\xCC\x86"
                 "ani z\xCC\x8C",
                 "çolpon|ğani|ž");
    assert_words("I\xCC\x87zmir İzmir", "izmir|izmir");
}

static void marks_without_a_letter_are_left_out(void **state)
{
    (void)state;
    assert_words("\xCC\x86\xCC\x88", "");
    assert_words("\xCC\x86 Али \xCC\x88", "али");
    assert_words("x\xCC\x86\xCC\x86\xCC\x86", "x"); /* no letter has that mark */
}

static void a_long_word_is_cut_and_says_nothing_more(void **state)
{
    enum { LONG = LETTERS_MAX + 12 };
    char text[TEXT_SIZE] = "";
    (void)state;
    for (int i = 0; i < LETTERS_MAX; i++)
        strcat(text, "и");
    letters_read(&list, text);
    assert_int_equal(list.words[0].count, LETTERS_MAX);
    for (int i = LETTERS_MAX; i < LONG; i++)
        strcat(text, "и\xCC\x86"); /* and marks that belong to what was cut */
    strcat(text, " Али");
    letters_read(&list, text);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.words[0].count, LETTERS_MAX);
    assert_int_equal(list.words[0].items[LETTERS_MAX - 1], 0x438);
    assert_string_equal(text_of(&list.words[1]), "али");
}

static void ten_words_are_read_and_no_more(void **state)
{
    (void)state;
    assert_words("ab ac ad ae af ag ah ai aj ak al am", "ab|ac|ad|ae|af|ag|ah|ai|aj|ak");
}

static void bytes_that_are_no_text_separate_words(void **state)
{
    (void)state;
    assert_words("Ив\xFF"
                 "ан\xD0",
                 "ив|ан");
    assert_words("\x80\xBF\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80", "");
    assert_words("a\xF0\x9F\x98\x80z", "a|z"); /* a picture */
}

static void other_scripts_are_letters_too(void **state)
{
    (void)state;
    assert_words("علی 王 ნინო Αθηνά", "علی|王|ნინო|αθηνά");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mark_between_words_splits_them),
        cmocka_unit_test(a_dot_behind_a_word_is_remembered),
        cmocka_unit_test(every_apostrophe_is_one_letter),
        cmocka_unit_test(letters_that_look_alike_follow_their_word),
        cmocka_unit_test(a_word_that_could_be_either_script_follows_its_neighbours),
        cmocka_unit_test(digits_inside_a_word_are_letters_that_a_scanner_misread),
        cmocka_unit_test(numbers_beside_a_name_are_no_words),
        cmocka_unit_test(decomposed_letters_are_composed),
        cmocka_unit_test(marks_without_a_letter_are_left_out),
        cmocka_unit_test(a_long_word_is_cut_and_says_nothing_more),
        cmocka_unit_test(ten_words_are_read_and_no_more),
        cmocka_unit_test(bytes_that_are_no_text_separate_words),
        cmocka_unit_test(other_scripts_are_letters_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
