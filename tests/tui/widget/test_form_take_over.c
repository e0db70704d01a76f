/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/form.h"

#include "support/fixture_record.h"
#include "support/unit.h"

static struct form make(const char *label)
{
    struct form form;
    form_init(&form, fixture_day("2026-11-24"));
    form_add(&form, FORM_TEXT, "name", label);
    form_add(&form, FORM_LINES, "text", label);
    form_button(&form, label);
    return form;
}

static void what_was_typed_stays_when_labels_change(void **state)
{
    struct form english = make("Name"), russian = make("Имя");
    (void)state;
    form_set(&english, "name", "Azamat");
    form_focus(&english, "text");
    english.is_dirty = true;
    form_take_over(&russian, &english);
    assert_string_equal(form_value(&russian, "name"), "Azamat");
    assert_string_equal(form_focused(&russian)->id, "text");
    assert_string_equal(form_focused(&russian)->label, "Имя");
    assert_true(russian.is_dirty);
    assert_int_equal(english.count, 0);
    form_release(&russian);
}

static void a_form_that_never_was_changes_nothing(void **state)
{
    struct form nothing = { .count = 0 }, form = make("Name");
    (void)state;
    form_set(&form, "name", "preset");
    form_focus(&form, "text");
    form_take_over(&form, &nothing);
    assert_string_equal(form_value(&form, "name"), "preset");
    assert_string_equal(form_focused(&form)->id, "text");
    form_release(&form);
}

static void the_button_keeps_the_focus(void **state)
{
    struct form old = make("Name"), form = make("Name");
    (void)state;
    old.focus = old.count;
    form_take_over(&form, &old);
    assert_null(form_focused(&form));
    form_release(&form);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_typed_stays_when_labels_change),
        cmocka_unit_test(a_form_that_never_was_changes_nothing),
        cmocka_unit_test(the_button_keeps_the_focus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
