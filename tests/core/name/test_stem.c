/* SPDX-License-Identifier: Apache-2.0 */
#include "name/stem.h"

#include "support/unit.h"

#include <string.h>

static const struct lexicon *lexicon;

static void sounds_of(char out[SOUND_SIZE], const char *word)
{
    struct letters_list list;
    letters_read(&list, word);
    assert_int_equal(list.count, 1);
    sound_of_letters(out, &list.words[0]);
}

static struct stem stem_of(const char *word)
{
    char sounds[SOUND_SIZE];
    struct stem stem;
    sounds_of(sounds, word);
    stem_of_word(&stem, lexicon, sounds);
    return stem;
}

struct example {
    const char *word, *stem;
    enum name_role role;
    char sex;
    bool is_new;
};

static void assert_examples(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct example *example = &examples[i];
        struct stem stem = stem_of(example->word);
        if (strcmp(stem.sounds, example->stem) != 0 || stem.role != example->role ||
            stem.sex != example->sex || stem.has_new_ending != example->is_new)
            fail_msg("%s: stem %s, role %d, sex %d, new %d", example->word, stem.sounds,
                     (int)stem.role, stem.sex, stem.has_new_ending);
    }
}

#define ASSERT_EXAMPLES(examples)                                                                  \
    assert_examples(examples, sizeof(examples) / sizeof((examples)[0]))

static void surnames_lose_the_ending_of_either_sex(void **state)
{
    static const struct example examples[] = {
        { "Рахимов", "rahim", NAME_ROLE_SURNAME, 'm', false },
        { "Рахимова", "rahim", NAME_ROLE_SURNAME, 'f', false },
        { "Rahimov", "rahim", NAME_ROLE_SURNAME, 'm', false },
        { "Rahimova", "rahim", NAME_ROLE_SURNAME, 'f', false },
        { "Rahimow", "rahim", NAME_ROLE_SURNAME, 'm', false },
        { "Rahimowa", "rahim", NAME_ROLE_SURNAME, 'f', false },
        { "Rakhimoff", "rahim", NAME_ROLE_SURNAME, 'm', false },
        { "Алиев", "ali", NAME_ROLE_SURNAME, 'm', false },
        { "Алиева", "ali", NAME_ROLE_SURNAME, 'f', false },
        { "Aliyev", "ali", NAME_ROLE_SURNAME, 'm', false },
        { "Aliyeva", "ali", NAME_ROLE_SURNAME, 'f', false },
        { "Əliyev", "ali", NAME_ROLE_SURNAME, 'm', false },
        { "Жуковский", "jukovsk", NAME_ROLE_SURNAME, 'm', false },
        { "Zhukovskaya", "jukovsk", NAME_ROLE_SURNAME, 'f', false },
        { "Zhukovski", "jukovsk", NAME_ROLE_SURNAME, 'm', false },
        { "Ильин", "ilin", NAME_ROLE_PLAIN, 0, false }, /* too short to tell */
        { "Калинин", "kalinin", NAME_ROLE_SURNAME, 'm', false },
        { "Калинина", "kalinin", NAME_ROLE_SURNAME, 'f', false },
        { "Kalinine", "kalinin", NAME_ROLE_SURNAME, 'm', false }, /* a French visa */
    };
    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void endings_of_the_reforms_are_known_as_new(void **state)
{
    static const struct example examples[] = {
        { "Раҳимзода", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Rahimzoda", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Рахимзаде", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Рахимзада", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Раҳимӣ", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Rahimi", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Раҳимиён", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Рахимпур", "rahim", NAME_ROLE_SURNAME, 0, true },
        { "Расулӣ", "rasul", NAME_ROLE_SURNAME, 0, true }, /* no child of a Ras */
    };
    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void patronymics_lose_the_ending_of_either_sex(void **state)
{
    static const struct example examples[] = {
        { "Рахимович", "rahim", NAME_ROLE_PATRONYMIC, 'm', false },
        { "Рахимовна", "rahim", NAME_ROLE_PATRONYMIC, 'f', false },
        { "Rahimovich", "rahim", NAME_ROLE_PATRONYMIC, 'm', false },
        { "Rahimovna", "rahim", NAME_ROLE_PATRONYMIC, 'f', false },
        { "Rahimowiç", "rahim", NAME_ROLE_PATRONYMIC, 'm', false },
        { "Rahimowna", "rahim", NAME_ROLE_PATRONYMIC, 'f', false },
        { "Rahimovitch", "rahim", NAME_ROLE_PATRONYMIC, 'm', false },
        { "Сергеевич", "serge", NAME_ROLE_PATRONYMIC, 'm', false },
        { "Сергеевна", "serge", NAME_ROLE_PATRONYMIC, 'f', false },
        { "Алиевич", "ali", NAME_ROLE_PATRONYMIC, 'm', false },
        { "Закариевич", "zakaria", NAME_ROLE_PATRONYMIC, 'm', false },
    };
    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void a_doubled_e_before_the_ending_is_one_in_both_scripts(void **state)
{
    static const struct example examples[] = {
        { "Тимофеев", "timofey", NAME_ROLE_SURNAME, 'm', false },
        { "Timofeyev", "timofey", NAME_ROLE_SURNAME, 'm', false },
        { "Timofeev", "timofey", NAME_ROLE_SURNAME, 'm', false },
        { "Timofeyevna", "timofey", NAME_ROLE_PATRONYMIC, 'f', false },
        { "Timofeevna", "timofey", NAME_ROLE_PATRONYMIC, 'f', false },
        { "Смеева", "sme", NAME_ROLE_SURNAME, 'f', false }, /* from no name that is known */
        { "Smeyeva", "sme", NAME_ROLE_SURNAME, 'f', false },
        { "Smeeva", "sme", NAME_ROLE_SURNAME, 'f', false },
    };
    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void attached_words_for_child_lose_them(void **state)
{
    static const struct example examples[] = {
        { "Рахимұлы", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Рахимқызы", "rahim", NAME_ROLE_CHILD_OF, 'f', false },
        { "Rahimuly", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Rahimkyzy", "rahim", NAME_ROLE_CHILD_OF, 'f', false },
        { "Рахимуулу", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Рахимкызы", "rahim", NAME_ROLE_CHILD_OF, 'f', false },
        { "Rahimoʻgʻli", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Раҳимўғли", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Рахимогли", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Rahimoğlu", "rahim", NAME_ROLE_CHILD_OF, 'm', false },
        { "Rahimqizi", "rahim", NAME_ROLE_CHILD_OF, 'f', false },
        { "Rəhimqızı", "rahim", NAME_ROLE_CHILD_OF, 'f', false },
        { "Kenjebekqyzy", "kenjebek", NAME_ROLE_CHILD_OF, 'f', false }, /* one k for two */
    };
    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void names_that_end_like_a_surname_stay_whole(void **state)
{
    static const struct example examples[] = {
        { "Яков", "yakov", NAME_ROLE_PLAIN, 0, false },
        { "Зарина", "zarina", NAME_ROLE_PLAIN, 0, false },
        { "Али", "ali", NAME_ROLE_PLAIN, 0, false },
        { "Rasul", "rasul", NAME_ROLE_PLAIN, 0, false },
        { "Ов", "ov", NAME_ROLE_PLAIN, 0, false },
        { "Лев", "lev", NAME_ROLE_PLAIN, 0, false },
        { "Ким", "kim", NAME_ROLE_PLAIN, 0, false },
    };
    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void the_parts_of_compounds_are_written_one_way(void **state)
{
    static const char *const groups[][5] = {
        { "Абдулрахим", "Abdurrahim", "Abdurahim", "Абдырахим", NULL },
        { "Абдулкарим", "Abdikarim", "Абдукарим", "Abdkarim", NULL },
        { "Насриддин", "Насруддин", "Nasreddin", "Насрадин", NULL },
        { "Саъдулло", "Saʼdulloh", "Sadullah", "Садулла", NULL },
        { "Файзуллоев", "Fayzullayev", "Fayzullohov", NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
        struct stem first = stem_of(groups[i][0]);
        for (size_t j = 1; groups[i][j] != NULL; j++)
            assert_string_equal(stem_of(groups[i][j]).sounds, first.sounds);
    }
}

static void names_beside_a_servants_are_left_alone(void **state)
{
    char sounds[SOUND_SIZE] = "abdulaziz";
    (void)state;
    stem_unify(sounds);
    assert_string_equal(sounds, "abdulaziz");
    strcpy(sounds, "abdi");
    stem_unify(sounds);
    assert_string_equal(sounds, "abdi");
    strcpy(sounds, "ola");
    stem_unify(sounds);
    assert_string_equal(sounds, "ola");
    strcpy(sounds, "");
    stem_unify(sounds);
    assert_string_equal(sounds, "");
}

static void words_of_their_own_for_child_are_known(void **state)
{
    static const struct {
        const char *word;
        char sex;
    } cases[] = {
        { "уулу", 'm' },   { "uulu", 'm' },   { "ұлы", 'm' },  { "uly", 'm' },  { "oʻgʻli", 'm' },
        { "o'g'li", 'm' }, { "ogli", 'm' },   { "ўғли", 'm' }, { "угли", 'm' }, { "оглы", 'm' },
        { "oğlu", 'm' },   { "oʻgʻil", 'm' }, { "кызы", 'f' }, { "кыз", 'f' },  { "қызы", 'f' },
        { "qizi", 'f' },   { "qızı", 'f' },   { "gyzy", 'f' }, { "тегі", 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char sounds[SOUND_SIZE], sex = '?';
        sounds_of(sounds, cases[i].word);
        if (!stem_is_child_word(sounds, &sex))
            fail_msg("%s (%s) is no word for child", cases[i].word, sounds);
        assert_int_equal(sex, cases[i].sex);
    }
    char sex = '?';
    assert_false(stem_is_child_word("ali", &sex));
    assert_false(stem_is_child_word("", &sex));
    assert_true(stem_is_child_prefix("ibn", &sex) && sex == 'm');
    assert_true(stem_is_child_prefix("bint", &sex) && sex == 'f');
    assert_true(stem_is_child_prefix("binti", &sex) && sex == 'f');
    assert_true(stem_is_child_prefix("pisari", &sex) && sex == 'm');
    assert_true(stem_is_child_prefix("duhtari", &sex) && sex == 'f');
    assert_false(stem_is_child_prefix("ali", &sex));
}

static void small_words_are_known(void **state)
{
    static const char *const articles[] = { "al", "el", "ul", "ud", "ur", "ad", "ar", "аль" };
    (void)state;
    for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++) {
        char sounds[SOUND_SIZE];
        sounds_of(sounds, articles[i]);
        assert_true(stem_is_article(sounds));
    }
    assert_false(stem_is_article("ali"));
    assert_true(stem_is_surname_word("zoda") && stem_is_surname_word("zade"));
    assert_false(stem_is_surname_word("zod"));
}

static void an_ending_that_is_being_typed_is_cut_step_by_step(void **state)
{
    char stem[SOUND_SIZE];
    (void)state;
    assert_true(stem_cut_begun_ending(stem, "rahimo", 1));
    assert_string_equal(stem, "rahim");
    assert_true(stem_cut_begun_ending(stem, "rahimov", 1));
    assert_string_equal(stem, "rahim");
    assert_false(stem_cut_begun_ending(stem, "rahim", 1));
    assert_false(stem_cut_begun_ending(stem, "ov", 1));
    assert_false(stem_cut_begun_ending(stem, "", 1));
}

static void words_of_every_length_fit(void **state)
{
    char sounds[SOUND_SIZE];
    struct stem stem;
    (void)state;
    for (size_t length = 1; length < SOUND_SIZE; length++) {
        static const char *const ends[] = { "", "ov", "ovna", "kizi", "udin", "uloh", "ini4na" };
        for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]) && strlen(ends[i]) <= length; i++) {
            memset(sounds, 'e', sizeof(sounds));
            memcpy(sounds, "abd", length < 3 ? length : 3);
            memcpy(sounds + length - strlen(ends[i]), ends[i], strlen(ends[i]));
            sounds[length] = '\0';
            stem_of_word(&stem, lexicon, sounds);
            assert_in_range(strlen(stem.sounds), 1, SOUND_SIZE - 1);
        }
    }
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
        cmocka_unit_test(surnames_lose_the_ending_of_either_sex),
        cmocka_unit_test(endings_of_the_reforms_are_known_as_new),
        cmocka_unit_test(patronymics_lose_the_ending_of_either_sex),
        cmocka_unit_test(a_doubled_e_before_the_ending_is_one_in_both_scripts),
        cmocka_unit_test(attached_words_for_child_lose_them),
        cmocka_unit_test(names_that_end_like_a_surname_stay_whole),
        cmocka_unit_test(the_parts_of_compounds_are_written_one_way),
        cmocka_unit_test(names_beside_a_servants_are_left_alone),
        cmocka_unit_test(words_of_their_own_for_child_are_known),
        cmocka_unit_test(small_words_are_known),
        cmocka_unit_test(an_ending_that_is_being_typed_is_cut_step_by_step),
        cmocka_unit_test(words_of_every_length_fit),
    };
    return cmocka_run_group_tests(tests, get_lexicon, NULL);
}
