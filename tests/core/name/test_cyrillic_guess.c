/* SPDX-License-Identifier: Apache-2.0 */
#include "name/cyrillic_guess.h"

#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

static void assert_guess(const char *latin, const char *cyrillic)
{
    char *guess = NULL;
    assert_int_equal(cyrillic_guess(&guess, latin, NULL), STATUS_OK);
    assert_string_equal(guess, cyrillic);
    free(guess);
}

static void names_of_the_region_are_proposed_in_cyrillic(void **state)
{
    (void)state;
    assert_guess("Nurlanov Azamat", "Нурланов Азамат");
    assert_guess("Toktogulova Ainura", "Токтогулова Айнура");
    assert_guess("Yusupov Oybek", "Юсупов Ойбек");
    assert_guess("Mariya Maria Iuliia", "Мария Мария Юлия");
    assert_guess("Sergei Ismail", "Сергей Исмаил");
    assert_guess("Erkin Elmira", "Эркин Эльмира");
    assert_guess("Asan kyzy Dostoevsky", "Асан кызы Достоевский");
}

static void names_of_the_lexicon_are_written_as_clerks_write_them(void **state)
{
    (void)state;
    assert_guess("Aigul Oygul", "Айгуль Ойгул");
    assert_guess("Jyldyz Zhyldyz", "Жылдыз Жылдыз");
    assert_guess("Yelena Elena", "Елена Елена");
    assert_guess("Nurlanov Nurlanova", "Нурланов Нурланова");
    assert_guess("Qwrtov", "Квртов");
}

static void capitals_stay_capitals(void **state)
{
    (void)state;
    assert_guess("SHCHUKIN", "ЩУКИН");
    assert_guess("MARIA", "МАРИЯ");
}

static void what_is_not_latin_stays(void **state)
{
    (void)state;
    assert_guess("", "");
    assert_guess("Иванов-2 ʻ", "Иванов-2 ʻ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_the_region_are_proposed_in_cyrillic),
        cmocka_unit_test(names_of_the_lexicon_are_written_as_clerks_write_them),
        cmocka_unit_test(capitals_stay_capitals),
        cmocka_unit_test(what_is_not_latin_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
