/* SPDX-License-Identifier: Apache-2.0 */
#include "name/name_parts.h"

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct lexicon *lexicon;
static struct name_parts parts;

/* The stems of a name, each with a sign for its role (surname s, patronymic v, child c, initial i,
 * plain .) and for its sex. */
static void describe(char *out, size_t size, const struct name_parts *described)
{
    static const char signs[NAME_ROLE_COUNT + 1] = ".svci";
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < described->count; i++) {
        const struct stem *stem = &described->items[i].stem;
        char sex[2] = { stem->sex, '\0' };
        length += (size_t)snprintf(out + length, size - length, "%s%s:%c%s", i > 0 ? " " : "",
                                   stem->sounds, signs[stem->role], sex);
    }
}

static void assert_parts(const char *text, const char *expected)
{
    char actual[2048];
    struct error error;
    assert_ok(name_parts_read(&parts, lexicon, text, &error));
    describe(actual, sizeof(actual), &parts);
    assert_string_equal(actual, expected);
}

static void the_words_of_a_name_know_what_they_are(void **state)
{
    (void)state;
    assert_parts("Рахимов Фаррух Содикович", "rahim:sm faruh:. sodik:vm");
    assert_parts("RAHIMOVA<<NIGORA<SODIQOVNA", "rahim:sf nigora:. sodik:vf");
    assert_parts("Ким Виктор", "kim:. viktor:.");
    assert_true(parts.is_cyrillic);
    assert_parts("Kim Viktor", "kim:. viktor:.");
    assert_false(parts.is_cyrillic);
}

static void words_for_child_belong_to_the_word_before_them(void **state)
{
    (void)state;
    assert_parts("Асан уулу Бакыт", "asan:cm bakit:.");
    assert_parts("Asan uulu Bakyt", "asan:cm bakit:.");
    assert_parts("Асан кызы Айгүл", "asan:cf aygul:.");
    assert_parts("Ergashev Jasur Karim oʻgʻli", "erga6:sm jasur:. karim:cm");
    assert_parts("Эргашева Нигора Карим қизи", "erga6:sf nigora:. karim:cf");
    assert_parts("Рахим ұлы Ерлан", "rahim:cm erlan:.");
    assert_parts("Əliyev Rəhim Kərim oğlu", "ali:sm rahim:. karim:cm");
}

static void attached_words_for_child_are_the_same(void **state)
{
    (void)state;
    assert_parts("Асануулу Бакыт", "asan:cm bakit:.");
    assert_parts("Жұмабай Ерлан Рахимұлы", "jumabay:. erlan:. rahim:cm");
    assert_parts("Jumabay Aliya Rahimqyzy", "jumabay:. aliya:. rahim:cf");
}

static void ibn_belongs_to_the_word_behind_it(void **state)
{
    (void)state;
    assert_parts("Али ибн Рахим", "ali:. rahim:cm");
    assert_parts("Aisha bint Rahim", "ai6a:. rahim:cf");
    assert_parts("Ибн Рахим", "ibn:. rahim:."); /* nobody before it */
    assert_parts("Али ибн", "ali:.");
}

static void a_separate_zoda_makes_a_surname(void **state)
{
    (void)state;
    assert_parts("Раҳим зода Фаррух", "rahim:s faruh:.");
    assert_true(parts.items[0].stem.has_new_ending);
}

static void articles_are_left_out(void **state)
{
    (void)state;
    assert_parts("Абд аль Карим", "abdukarim:."); /* Abd is nothing without its article */
    assert_parts("Abd as-Samad ogli Ali", "abdusamad:cm ali:.");
    assert_parts("Abd al", "abd:.");
    assert_parts("Abd al R.", "abd:. r:i");
    assert_parts("Hasan al-Rahim", "hasan:. rahim:.");
    assert_parts("Ар Рахим", "ar:. rahim:."); /* not at the beginning */
}

static void initials_are_told_from_words(void **state)
{
    (void)state;
    assert_parts("Каримов А. Б.", "karim:sm a:i b:i");
    assert_parts("А.Б. Каримов", "a:i b:i karim:sm");
    assert_parts("Каримов А Б", "karim:sm a:i b:i");
    assert_parts("Karimov Sh. Yu.", "karim:sm 6:i yu:i");
    assert_parts("Ю", "yu:."); /* a whole name has no initials */
    assert_parts("Ли Ю.", "li:. yu:i");
    assert_parts("О. Уулу", "o:i");
}

static void what_had_to_be_repaired_is_remembered(void **state)
{
    (void)state;
    assert_parts("Рахимов Али", "rahim:sm ali:.");
    assert_int_equal(parts.repairs, 0);
    assert_parts("Рaхимов Али", "rahim:sm ali:."); /* Latin a */
    assert_int_equal(parts.repairs, LETTERS_REPAIR_LOOK_ALIKE);
    assert_parts("Рахим0в Али", "rahim:sm ali:.");
    assert_int_equal(parts.repairs, LETTERS_REPAIR_DIGIT);
}

static void no_more_than_eight_words_are_kept(void **state)
{
    struct error error;
    (void)state;
    assert_ok(name_parts_read(
        &parts, lexicon, "Али Вали Гали Дали Жали Зали Кали Лали Мали Нали Пали Рали", &error));
    assert_int_equal(parts.count, NAME_PARTS_MAX);
}

static void what_is_no_name_is_refused(void **state)
{
    static const struct {
        const char *text;
        enum status expected;
    } cases[] = {
        { "", STATUS_TEXT_EMPTY },
        { "   ", STATUS_TEXT_EMPTY },
        { "'ʻ’`", STATUS_TEXT_EMPTY },
        { "12345 67", STATUS_TEXT_EMPTY },
        { "\xCC\x86\xCC\x88", STATUS_TEXT_EMPTY },
        { "\t\t", STATUS_TEXT_EMPTY },
        { "अली", STATUS_TEXT_EMPTY },
        { "王小明", STATUS_TEXT_EMPTY },
        { "ნინო", STATUS_TEXT_EMPTY },
        { "ъь", STATUS_TEXT_EMPTY },
        { "Али\xFF", STATUS_TEXT_INVALID },
        { "\xC8\xE2\xE0\xED", STATUS_TEXT_INVALID },
        { "\xED\xA0\x80", STATUS_TEXT_INVALID },
        { "Ал\xD0", STATUS_TEXT_INVALID },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct error error;
        assert_status(name_parts_read(&parts, lexicon, cases[i].text, &error), cases[i].expected);
        assert_int_equal(parts.count, 0);
    }
}

static void the_longest_text_is_read_and_a_longer_one_refused(void **state)
{
    enum { FAR_TOO_LONG = 10240 };
    struct error error;
    char *text = malloc(FAR_TOO_LONG + 1);
    (void)state;
    assert_non_null(text);
    memset(text, 'a', FAR_TOO_LONG);
    text[FAR_TOO_LONG] = '\0';
    assert_status(name_parts_read(&parts, lexicon, text, &error), STATUS_TEXT_TOO_LONG);
    assert_null(strstr(error.detail, "aa"));
    text[NAME_TEXT_MAX + 1] = '\0';
    assert_status(name_parts_read(&parts, lexicon, text, &error), STATUS_TEXT_TOO_LONG);
    text[NAME_TEXT_MAX] = '\0';
    assert_ok(name_parts_read(&parts, lexicon, text, &error));
    assert_int_equal(parts.count, 1);
    free(text);
}

static void scripts_without_sounds_are_left_out_of_a_mixed_name(void **state)
{
    (void)state;
    assert_parts("Рахимов ნინო Али 王", "rahim:sm ali:.");
}

static void two_words_can_be_read_as_one(void **state)
{
    struct name_parts joined;
    char actual[256];
    (void)state;
    assert_parts("Нур Султан Каримович", "nur:. sultan:. karim:vm");
    assert_true(name_parts_join(&joined, lexicon, &parts, 0));
    describe(actual, sizeof(actual), &joined);
    assert_string_equal(actual, "nursultan:. karim:vm");
    assert_false(name_parts_join(&joined, lexicon, &parts, 2));
    assert_false(name_parts_join(&joined, lexicon, &parts, 99));
    assert_parts("Каримов Нур А.", "karim:sm nur:. a:i");
    assert_false(name_parts_join(&joined, lexicon, &parts, 0)); /* a surname is whole */
    assert_false(name_parts_join(&joined, lexicon, &parts, 1)); /* an initial stands alone */
    assert_parts("Жан Sultan", "jan:. sultan:.");
    assert_false(name_parts_join(&joined, lexicon, &parts, 0)); /* of two scripts */
    assert_parts("Нур Султан кызы", "nur:. sultan:cf");
    assert_true(name_parts_join(&joined, lexicon, &parts, 0));
    describe(actual, sizeof(actual), &joined);
    assert_string_equal(actual, "nursultan:cf");
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
        cmocka_unit_test(the_words_of_a_name_know_what_they_are),
        cmocka_unit_test(words_for_child_belong_to_the_word_before_them),
        cmocka_unit_test(attached_words_for_child_are_the_same),
        cmocka_unit_test(ibn_belongs_to_the_word_behind_it),
        cmocka_unit_test(a_separate_zoda_makes_a_surname),
        cmocka_unit_test(articles_are_left_out),
        cmocka_unit_test(initials_are_told_from_words),
        cmocka_unit_test(what_had_to_be_repaired_is_remembered),
        cmocka_unit_test(no_more_than_eight_words_are_kept),
        cmocka_unit_test(what_is_no_name_is_refused),
        cmocka_unit_test(the_longest_text_is_read_and_a_longer_one_refused),
        cmocka_unit_test(scripts_without_sounds_are_left_out_of_a_mixed_name),
        cmocka_unit_test(two_words_can_be_read_as_one),
    };
    return cmocka_run_group_tests(tests, get_lexicon, NULL);
}
