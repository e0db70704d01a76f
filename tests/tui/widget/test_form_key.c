/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/form.h"

#include "support/fixture_record.h"
#include "support/unit.h"

#include <stdio.h>

static void type(struct form *form, const char *letters)
{
    size_t field;
    for (; *letters != '\0'; letters++) {
        struct key key = { .code = CODE_TEXT };
        snprintf(key.text, sizeof(key.text), "%c", *letters);
        form_handle(form, &key, &field);
    }
}

static struct form make(const char *value)
{
    struct form form;
    form_init(&form, fixture_day("2026-11-24"));
    form_add(&form, FORM_DATE, "day", "Day");
    form_set(&form, "day", value);
    return form;
}

static void digits_typed_behind_a_whole_day_are_another_day(void **state)
{
    struct form form = make("24.11.2026");
    (void)state;
    type(&form, "231126");
    assert_true(form_settle(&form, 0));
    assert_string_equal(form_value(&form, "day"), "23.11.2026");
    form_release(&form);
}

static void what_it_was_comes_back(void **state)
{
    struct form form = make("24.11.2026");
    (void)state;
    type(&form, "t");
    assert_true(form_undo(&form));
    assert_string_equal(form_value(&form, "day"), "24.11.2026");
    form_release(&form);
}

static void a_date_that_is_not_whole_goes_on(void **state)
{
    struct form form = make("24.11.20");
    (void)state;
    type(&form, "26");
    assert_string_equal(form_value(&form, "day"), "24.11.2026");
    form_release(&form);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_typed_behind_a_whole_day_are_another_day),
        cmocka_unit_test(what_it_was_comes_back),
        cmocka_unit_test(a_date_that_is_not_whole_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
