/* SPDX-License-Identifier: Apache-2.0 */
#include "name/sound.h"

#include "name/likeness.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#define RUSSIAN "абвгдеёжзийклмнопрстуфхцчшщыэюя"

static void sounds_of(char out[SOUND_SIZE], const char *word)
{
    struct letters_list list;
    letters_read(&list, word);
    if (list.count == 0) {
        out[0] = '\0';
        return;
    }
    assert_int_equal(list.count, 1);
    sound_of_letters(out, &list.words[0]);
}

static void assert_sounds(const char *word, const char *expected)
{
    char sounds[SOUND_SIZE];
    sounds_of(sounds, word);
    assert_string_equal(sounds, expected);
}

static void every_letter_of_the_region_has_a_sound_in_both_cases(void **state)
{
    static const struct {
        const char *language, *letters; /* without the signs that have no sound */
    } alphabets[] = {
        { "Russian", RUSSIAN },
        { "Kazakh", RUSSIAN "әғқңөұүһі" },
        { "Kazakh, Latin of 2021", "aäbdefgğhıjklmnñoöpqrsştuūüvyz" },
        { "Kyrgyz", RUSSIAN "ңөү" },
        { "Tajik", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшэюя" },
        { "Uzbek, Latin", "abdefghijklmnopqrstuvxyz" },
        { "Uzbek, Cyrillic", "абвгдеёжзийклмнопрстуфхцчшэюяўқғҳ" },
        { "Turkmen", "abçdeäfghijžklmnňoöprsştuüwyýz" },
        { "Turkmen, Cyrillic", RUSSIAN "җңөүә" },
        { "Turkish", "abcçdefgğhıijklmnoöprsştuüvyz" },
        { "Azeri", "abcçdeəfgğhxıijkqlmnoöprsştuüvyz" },
        { "Azeri, Cyrillic", "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш" },
        { "Karakalpak", "aábdefgǵhxıijklmnńoópqrstuúvwyz" },
        { "Uyghur", RUSSIAN "әқңғүөҗһ" },
        { "Bashkir and Tatar", RUSSIAN "ҙәғҡңөҫүһҗ" },
        { "Ukrainian", "абвгґдеєжзиіїйклмнопрстуфхцчшщюя" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(alphabets) / sizeof(alphabets[0]); i++) {
        const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)alphabets[i].letters;
        while (*at != '\0') {
            utf8proc_int32_t point;
            char small[8] = "", capital[8] = "", heard[SOUND_SIZE], again[SOUND_SIZE];
            at += utf8proc_iterate(at, -1, &point);
            utf8proc_encode_char(point, (utf8proc_uint8_t *)small);
            utf8proc_encode_char(utf8proc_toupper(point), (utf8proc_uint8_t *)capital);
            sounds_of(heard, small);
            sounds_of(again, capital);
            if (heard[0] == '\0')
                fail_msg("%s: %s has no sound", alphabets[i].language, small);
            if (strcmp(heard, again) != 0)
                fail_msg("%s: %s sounds %s, %s sounds %s", alphabets[i].language, small, heard,
                         capital, again);
            assert_true(strspn(heard, "abcdefghijklmnoprstuvwyz46") == strlen(heard));
        }
    }
    assert_sounds("İ", "i");
}

static void signs_without_a_sound_are_silent(void **state)
{
    (void)state;
    assert_sounds("Игорь", "igor");
    assert_sounds("Объедков", "obedkov");
    assert_sounds("Maʼruf", "maruf");
    assert_sounds("Alʻi", "ali");
    assert_sounds("ь", "");
    assert_sounds("王", "");
}

static void arabic_letters_are_kept_apart_from_the_others(void **state)
{
    (void)state;
    assert_sounds("علی", "9aly");
    assert_sounds("علي", "9aly");
    assert_sounds("محمد", "9mhmd");
    assert_sounds("مُحَمَّد", "9mhmd");
    assert_sounds("محـــمد", "9mhmd");
    assert_sounds("پښتون", "9p6tvn");
}

static void doubled_sounds_are_written_once(void **state)
{
    (void)state;
    assert_sounds("Муҳаммад", "muhamad");
    assert_sounds("Abdulla", "abdula");
    assert_sounds("Aa", "a");
}

static void groups_of_letters_are_one_sound(void **state)
{
    static const char *const cases[][2] = {
        { "Shcherbakov", "6erbakov" },
        { "Щербаков", "6erbakov" },
        { "Chtcherbakov", "6erbakov" },
        { "Tchyngyz", "4ingiz" },
        { "Чыңғыз", "4ingiz" },
        { "Khasan", "hasan" },
        { "Ghafur", "gafur" },
        { "Zhanar", "janar" },
        { "Djamila", "jamila" },
        { "Dzhamila", "jamila" },
        { "Джамила", "jamila" },
        { "Ҷамила", "jamila" },
        { "Tsoy", "coy" },
        { "Цой", "coy" },
        { "Yousouf", "yusuf" },
        { "Юсуф", "yusuf" },
        { "Joseph", "josef" },
        { "Oʻroz", "wroz" },
        { "Ўроз", "wroz" },
        { "Gʻofur", "gofur" },
        { "Ғофур", "gofur" },
        { "Şirin", "6irin" },
        { "Ширин", "6irin" },
        { "Iusup", "yusup" },
        { "Sergey", "sergey" },
        { "Сергей", "sergey" },
        { "Kyzy", "kizi" },
        { "Қызы", "kizi" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_sounds(cases[i][0], cases[i][1]);
}

/* Official spellings of one name in two scripts. */
static const char *const spellings[][2] = {
    /* Kazakh: Cyrillic, passport. */
    { "Әлихан", "Alikhan" },
    { "Дәурен", "Dauren" },
    { "Ғалым", "Galym" },
    { "Қайрат", "Kairat" },
    { "Нұрсұлтан", "Nursultan" },
    { "Өмірбек", "Omirbek" },
    { "Жәңгір", "Zhangir" },
    { "Шыңғыс", "Shyngys" },
    { "Үміт", "Umit" },
    { "Іңкәр", "Inkar" },
    { "Гүлнәр", "Gulnar" },
    { "Ержан", "Yerzhan" },
    { "Мұхаммед", "Mukhammed" },
    { "Қаһарман", "Kakharman" },
    /* Kyrgyz: Cyrillic, passport. */
    { "Бакыт", "Bakyt" },
    { "Үсөн", "Uson" },
    { "Өмүрбек", "Omurbek" },
    { "Жаңыл", "Zhanyl" },
    { "Айгүл", "Aigul" },
    { "Чынгыз", "Chyngyz" },
    { "Мээрим", "Meerim" },
    { "Кубанычбек", "Kubanychbek" },
    { "Жылдыз", "Zhyldyz" },
    { "Шайырбек", "Shaiyrbek" },
    { "Эркин", "Erkin" },
    { "Айжан", "Aizhan" },
    /* Tajik: Cyrillic, passport. */
    { "Фаррух", "Farrukh" },
    { "Ҷамшед", "Jamshed" },
    { "Ӯктам", "Uktam" },
    { "Ғулом", "Ghulom" },
    { "Қурбон", "Qurbon" },
    { "Ҳикмат", "Hikmat" },
    { "Шӯҳрат", "Shuhrat" },
    { "Раҷаб", "Rajab" },
    { "Ҷӯра", "Jura" },
    { "Хуршед", "Khurshed" },
    { "Алӣ", "Ali" },
    { "Ёқуб", "Yoqub" },
    /* Uzbek: Cyrillic, Latin. */
    { "Ўктам", "Oʻktam" },
    { "Ғайрат", "Gʻayrat" },
    { "Қодир", "Qodir" },
    { "Ҳасан", "Hasan" },
    { "Хуршид", "Xurshid" },
    { "Чори", "Chori" },
    { "Шерзод", "Sherzod" },
    { "Жасур", "Jasur" },
    { "Ёрқин", "Yorqin" },
    { "Юлдуз", "Yulduz" },
    { "Маъруф", "Maʼruf" },
    { "Исмоил", "Ismoil" },
    { "Гулчеҳра", "Gulchehra" },
    { "Эргаш", "Ergash" },
    /* Turkmen: Cyrillic, Latin of 1999. */
    { "Гурбан", "Gurban" },
    { "Мухаммет", "Muhammet" },
    { "Җума", "Juma" },
    { "Шөхрат", "Şöhrat" },
    { "Огулҗан", "Oguljan" },
    { "Чары", "Çary" },
    { "Әше", "Äşe" },
    { "Мырат", "Myrat" },
    { "Яхя", "Ýahýa" },
    { "Бәшим", "Bäşim" },
    { "Өвез", "Öwez" },
    { "Нуры", "Nury" },
    { "Жәмал", "Žämal" },
    /* Russian: Cyrillic, ICAO. */
    { "Юлия", "Iuliia" },
    { "Сергей", "Sergei" },
    { "Щукин", "Shchukin" },
    { "Цветков", "Tcvetkov" },
    { "Ёлкин", "Elkin" },
    { "Яна", "Iana" },
};

static void both_scripts_of_a_name_sound_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
        char left[SOUND_SIZE], right[SOUND_SIZE];
        sounds_of(left, spellings[i][0]);
        sounds_of(right, spellings[i][1]);
        struct likeness likeness = likeness_of(left, right);
        int allowed = 12 + 11 * (int)strlen(left);
        if (likeness.hard > 0 || likeness.distance > allowed)
            fail_msg("%s (%s) and %s (%s) are %d apart, %d of the steps hard", spellings[i][0],
                     left, spellings[i][1], right, likeness.distance, likeness.hard);
    }
}

static void a_skeleton_forgets_glides_and_doubles(void **state)
{
    static const char *const cases[][2] = {
        { "aybek", "aibek" }, { "yusup", "usup" }, { "saiyd", "said" }, { "fatimah", "fatima" },
        { "ali", "ali" },     { "aliy", "ali" },   { "y", "i" },        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char skeleton[SOUND_SIZE];
        sound_skeleton(skeleton, cases[i][0]);
        assert_string_equal(skeleton, cases[i][1]);
    }
}

static void bones_are_consonants_behind_a_first_vowel(void **state)
{
    static const char *const cases[][2] = {
        { "yusup", "asp" }, { "usup", "asp" }, { "muhamad", "mhmd" }, { "ali", "al" },
        { "o", "a" },       { "y", "a" },      { "li", "l" },         { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char bones[SOUND_SIZE];
        sound_bones(bones, cases[i][0]);
        assert_string_equal(bones, cases[i][1]);
    }
}

static void the_longest_word_has_room(void **state)
{
    char word[LETTERS_MAX * 4 + 1] = "", sounds[SOUND_SIZE], form[SOUND_SIZE];
    (void)state;
    for (int i = 0; i < LETTERS_MAX; i++)
        strcat(word, i % 2 == 0 ? "ю" : "я"); /* two sounds each */
    sounds_of(sounds, word);
    assert_int_equal(strlen(sounds), 2 * LETTERS_MAX);
    sound_skeleton(form, sounds);
    assert_int_equal(strlen(form), LETTERS_MAX);
    sound_bones(form, sounds);
    assert_string_equal(form, "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_letter_of_the_region_has_a_sound_in_both_cases),
        cmocka_unit_test(signs_without_a_sound_are_silent),
        cmocka_unit_test(arabic_letters_are_kept_apart_from_the_others),
        cmocka_unit_test(doubled_sounds_are_written_once),
        cmocka_unit_test(groups_of_letters_are_one_sound),
        cmocka_unit_test(both_scripts_of_a_name_sound_alike),
        cmocka_unit_test(a_skeleton_forgets_glides_and_doubles),
        cmocka_unit_test(bones_are_consonants_behind_a_first_vowel),
        cmocka_unit_test(the_longest_word_has_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
