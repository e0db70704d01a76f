/* SPDX-License-Identifier: Apache-2.0 */
#include "name/slip.h"

#include "support/unit.h"

#include <string.h>

static struct letters word_of(const char *text)
{
    struct letters_list list;
    letters_read(&list, text);
    assert_int_equal(list.count, 1);
    return list.words[0];
}

static bool explains(const char *left, const char *right)
{
    struct letters a = word_of(left), b = word_of(right);
    bool is_slip = slip_explains(&a, &b);
    assert_int_equal(slip_explains(&b, &a), is_slip);
    return is_slip;
}

static void one_slip_is_forgiven(void **state)
{
    (void)state;
    assert_true(explains("Рахимов", "Рахмов"));   /* left out */
    assert_true(explains("Рахимов", "ахимов"));   /* the first one */
    assert_true(explains("Рахимов", "Рахимо"));   /* the last one */
    assert_true(explains("Рахимов", "Раххимов")); /* doubled */
    assert_true(explains("Рахимов", "Рахитмов")); /* put in */
    assert_true(explains("Рахимов", "Рахмиов"));  /* exchanged */
    assert_true(explains("Рахимов", "Рахимво"));  /* exchanged at the end */
    assert_true(explains("Рахимов", "Раъимов"));  /* the key beside х */
    assert_true(explains("Rahimov", "Rahimiv") && explains("Rahimov", "Rajimov"));
}

static void keys_of_another_row_are_neighbours_too(void **state)
{
    (void)state;
    assert_true(explains("Aziz", "Aaiz"));  /* a above z */
    assert_true(explains("Aziz", "Qziz"));  /* q above a */
    assert_true(explains("Асан", "Аван"));  /* в above с */
    assert_false(explains("Aziz", "Apiz")); /* p at the other end */
    assert_false(explains("Aziz", "Aqiz")); /* two rows apart */
    assert_false(explains("Асан", "Ащан"));
}

static void in_a_long_word_any_letter_but_the_first_may_be_wrong(void **state)
{
    (void)state;
    assert_true(explains("Рахимова", "Рахимопа"));
    assert_false(explains("Рахимов", "Рахимоп"));
    assert_false(explains("Рахимова", "Щахимова"));
}

static void two_slips_are_another_word(void **state)
{
    (void)state;
    assert_false(explains("Рахимов", "Рхмов"));
    assert_false(explains("Рахимов", "Рхимво"));
    assert_false(explains("Рахимова", "Рпхимопа"));
    assert_false(explains("Rahimov", "Rahimovich"));
    assert_false(explains("ab", "ba") && explains("abcd", "badc"));
}

static void the_same_word_is_no_slip(void **state)
{
    (void)state;
    assert_false(explains("Рахимов", "Рахимов"));
    assert_false(explains("Рахимов", "РАХИМОВ"));
}

static void letters_beyond_every_keyboard_are_no_neighbours(void **state)
{
    (void)state;
    assert_false(explains("Али", "Ӡли"));
    assert_false(explains("علی", "عل王"));
}

static void the_longest_words_are_compared_to_their_end(void **state)
{
    char left[LETTERS_MAX + 1], right[LETTERS_MAX + 1];
    (void)state;
    memset(left, 'a', LETTERS_MAX);
    left[LETTERS_MAX] = '\0';
    memcpy(right, left, sizeof(right));
    right[LETTERS_MAX - 1] = 'p';
    assert_true(explains(left, right));
    right[LETTERS_MAX - 3] = 'p';
    assert_false(explains(left, right));
    right[LETTERS_MAX - 1] = '\0';
    right[LETTERS_MAX - 3] = 'a';
    assert_true(explains(left, right));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_is_forgiven),
        cmocka_unit_test(keys_of_another_row_are_neighbours_too),
        cmocka_unit_test(in_a_long_word_any_letter_but_the_first_may_be_wrong),
        cmocka_unit_test(two_slips_are_another_word),
        cmocka_unit_test(the_same_word_is_no_slip),
        cmocka_unit_test(letters_beyond_every_keyboard_are_no_neighbours),
        cmocka_unit_test(the_longest_words_are_compared_to_their_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
