/* SPDX-License-Identifier: Apache-2.0 */
#include "name/likeness.h"

#include "name/sound.h"
#include "support/unit.h"

#include <string.h>

static void the_same_sounds_are_not_apart(void **state)
{
    (void)state;
    assert_int_equal(likeness_of("yusup", "yusup").distance, 0);
    assert_int_equal(likeness_of("", "").distance, 0);
}

static void traditions_of_spelling_are_near(void **state)
{
    static const char *const pairs[][2] = {
        { "karim", "korim" },      { "yusup", "usup" },     { "ahmed", "ahmad" },
        { "jumabay", "4umabay" },  { "fatima", "fatimah" }, { "ali", "aliy" },
        { "magamed", "mahamad" },  { "wktam", "uktam" },    { "aybek", "aibek" },
        { "caliev", "saliev" },    { "kairat", "hairat" },  { "zafar", "safar" },
        { "muhamed", "mukhamed" }, { "dawlat", "daulat" },  { "6irin", "sirin" },
        { "nurgazi", "nurghazi" }, { "temur", "timur" },    { "colpon", "4olpon" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        struct likeness likeness = likeness_of(pairs[i][0], pairs[i][1]);
        if (likeness.hard > 0 || likeness.distance >= LIKENESS_FAR)
            fail_msg("%s and %s: %d, %d hard", pairs[i][0], pairs[i][1], likeness.distance,
                     likeness.hard);
        assert_true(likeness.distance > 0);
    }
}

static void other_sounds_are_hard_steps(void **state)
{
    static const struct {
        const char *left, *right;
        int hard, distance;
    } cases[] = {
        { "yusup", "yunus", 2, 2 * LIKENESS_FAR },
        { "karim", "salim", 2, 2 * LIKENESS_FAR },
        { "aziz", "aziza", 1, 60 },
        { "marat", "murat", 1, 65 },
        { "akmal", "kamal", 1, 60 }, /* exchanged */
        { "kamal", "jamal", 1, LIKENESS_FAR },
        { "b", "", 1, LIKENESS_FAR },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct likeness likeness = likeness_of(cases[i].left, cases[i].right);
        assert_int_equal(likeness.hard, cases[i].hard);
        assert_int_equal(likeness.distance, cases[i].distance);
    }
}

static void words_that_share_nothing_are_enough_apart(void **state)
{
    (void)state;
    assert_true(likeness_of("bobdor", "lifunsex").distance >= LIKENESS_ENOUGH);
    assert_true(likeness_of("bbb", "").distance >= LIKENESS_ENOUGH);
    assert_true(likeness_of("", "bbb").distance >= LIKENESS_ENOUGH);
}

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % limit;
}

static void make_sounds(char out[SOUND_SIZE], uint32_t *seed)
{
    static const char all[] = "abcdefghijklmnoprstuvwyz46aeiouy";
    size_t length = 1 + random_below(seed, random_below(seed, 10) == 0 ? SOUND_SIZE - 1 : 7);
    for (size_t i = 0; i < length; i++)
        out[i] = all[random_below(seed, sizeof(all) - 1)];
    out[length] = '\0';
}

/* The same sounds with some of them changed, doubled or left out. */
static void change_sounds(char out[SOUND_SIZE], const char *sounds, uint32_t *seed)
{
    size_t length = 0;
    for (; *sounds != '\0' && length + 2 < SOUND_SIZE; sounds++) {
        uint32_t dice = random_below(seed, 12);
        if (dice == 0)
            continue;
        out[length++] = dice == 1 ? "aeiouwy"[random_below(seed, 7)] : *sounds;
        if (dice == 2)
            out[length++] = "aeiouhy"[random_below(seed, 7)];
    }
    out[length] = '\0';
}

static void likeness_does_not_ask_which_comes_first(void **state)
{
    uint32_t seed = 1917;
    int near = 0;
    (void)state;
    for (int i = 0; i < 50000; i++) {
        char left[SOUND_SIZE], right[SOUND_SIZE];
        make_sounds(left, &seed);
        change_sounds(right, left, &seed);
        struct likeness forth = likeness_of(left, right), back = likeness_of(right, left);
        assert_true(forth.distance >= 0);
        assert_int_equal(forth.distance >= LIKENESS_ENOUGH, back.distance >= LIKENESS_ENOUGH);
        if (forth.distance >= LIKENESS_ENOUGH)
            continue;
        near++;
        assert_int_equal(forth.distance, back.distance);
        assert_int_equal(forth.hard, back.hard);
        assert_true(forth.hard * LIKENESS_HARD <= forth.distance);
        assert_true(forth.distance > 0 || strcmp(left, right) == 0);
    }
    assert_true(near > 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_sounds_are_not_apart),
        cmocka_unit_test(traditions_of_spelling_are_near),
        cmocka_unit_test(other_sounds_are_hard_steps),
        cmocka_unit_test(words_that_share_nothing_are_enough_apart),
        cmocka_unit_test(likeness_does_not_ask_which_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
