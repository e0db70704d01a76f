/* SPDX-License-Identifier: Apache-2.0 */
#include "view/passphrase_fields.h"

#include "support/unit.h"

#include <string.h>

static const struct passphrase_owner owner = { "Aida", false };
static struct form form;

static int begin(void **state)
{
    const struct day today = { 0 };
    (void)state;
    form_init(&form, today);
    passphrase_fields_add(&form);
    return 0;
}

static int end(void **state)
{
    (void)state;
    form_release(&form);
    return 0;
}

static const struct secret *read_typed(const char *first, const char *second)
{
    form_set(&form, "passphrase", first);
    form_set(&form, "again", second);
    return passphrase_fields_read(&form, &owner);
}

static void what_is_strong_and_typed_twice_is_given(void **state)
{
    (void)state;
    const struct secret *read = read_typed("five green camels sleep", "five green camels sleep");
    assert_non_null(read);
    assert_int_equal(read->length, strlen("five green camels sleep"));
}

static void the_field_that_is_wrong_has_the_fault_and_the_focus(void **state)
{
    (void)state;
    assert_null(read_typed("short", "short"));
    assert_non_null(form_find(&form, "passphrase")->fault);
    assert_string_equal(form_focused(&form)->id, "passphrase");
    assert_null(read_typed("five green camels sleep", "five green camels"));
    assert_null(form_find(&form, "passphrase")->fault);
    assert_non_null(form_find(&form, "again")->fault);
    assert_null(read_typed("five green camels sleep", ""));
    assert_string_equal(form_focused(&form)->id, "again");
    assert_null(read_typed("", ""));
}

static void two_that_differ_are_both_typed_again(void **state)
{
    (void)state;
    assert_null(read_typed("five green camels sleep", "five green camels"));
    assert_string_equal(form_focused(&form)->id, "passphrase");
    assert_null(form_secret(&form, "passphrase"));
    assert_null(form_secret(&form, "again"));
    form_set(&form, "passphrase", "five green camels sleep");
    form_set(&form, "again", "five green camels");
    form_focus(&form, "again");
    passphrase_fields_left(&form, form.focus, &owner);
    assert_string_equal(form_focused(&form)->id, "passphrase");
    assert_null(form_secret(&form, "passphrase"));
}

static void another_first_one_empties_the_second(void **state)
{
    (void)state;
    form_set(&form, "passphrase", "five green camels sleep");
    form_set(&form, "again", "five green camels");
    passphrase_fields_left(&form, 0, &owner);
    assert_non_null(form_secret(&form, "passphrase"));
    assert_null(form_secret(&form, "again"));
    assert_null(form_find(&form, "again")->fault);
}

static void training_data_take_any_passphrase(void **state)
{
    const struct passphrase_owner trainee = { "demo", true };
    (void)state;
    assert_null(read_typed("demo", "demo"));
    assert_non_null(passphrase_fields_read(&form, &trainee));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_strong_and_typed_twice_is_given, begin, end),
        cmocka_unit_test_setup_teardown(the_field_that_is_wrong_has_the_fault_and_the_focus, begin,
                                        end),
        cmocka_unit_test_setup_teardown(two_that_differ_are_both_typed_again, begin, end),
        cmocka_unit_test_setup_teardown(another_first_one_empties_the_second, begin, end),
        cmocka_unit_test_setup_teardown(training_data_take_any_passphrase, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
