/* SPDX-License-Identifier: Apache-2.0 */
#include "person/personal_text.h"

#include "support/unit.h"

static struct error error;

static enum status accept(const char *given, size_t max, bool is_required)
{
    struct personal_text text = { .given = given, .max = max, .is_required = is_required };
    const enum status status = personal_texts_accept(&text, 1, &error);
    personal_texts_release(&text, 1);
    return status;
}

static void texts_come_through_the_gate(void **state)
{
    (void)state;
    struct personal_text texts[] = {
        { .given = " \xD0\x98\xCC\x86\xD0\xBE ", .max = 2 },
        { .given = NULL, .max = 2 },
        { .given = "  ", .max = 2 },
        { .given = "a\nb", .max = 3, .is_multiline = true },
    };
    assert_ok(personal_texts_accept(texts, 4, &error));
    assert_string_equal(texts[0].accepted, "Йо");
    assert_null(texts[1].accepted);
    assert_null(texts[2].accepted);
    assert_string_equal(texts[3].accepted, "a\nb");
    personal_texts_release(texts, 4);
    assert_null(texts[0].accepted);
}

static void what_the_gate_refuses_is_refused(void **state)
{
    (void)state;
    assert_int_equal(accept("a\nb", 3, false), STATUS_TEXT_CONTROL);
    assert_int_equal(accept("\xFF", 3, false), STATUS_TEXT_INVALID);
    assert_int_equal(accept("abcd", 3, false), STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, 3);
    assert_int_equal(accept(" ", 3, true), STATUS_TEXT_EMPTY);
    assert_int_equal(accept(NULL, 3, true), STATUS_TEXT_EMPTY);
}

/* The tables count code points, readers count letters: three letters can be four code points. */
static void marks_that_do_not_melt_with_a_letter_count(void **state)
{
    (void)state;
    assert_int_equal(accept("a\xD0\xB9\xCC\x81"
                            "c",
                            3, false),
                     STATUS_TEXT_TOO_LONG);
    assert_int_equal(accept("a\xD0\xB9\xCC\x81"
                            "c",
                            4, false),
                     STATUS_OK);
}

static void after_a_failure_everything_can_be_released(void **state)
{
    (void)state;
    struct personal_text texts[] = { { .given = "a", .max = 1 },
                                     { .given = "ab", .max = 1 },
                                     { .given = "a", .max = 1 } };
    assert_status(personal_texts_accept(texts, 3, &error), STATUS_TEXT_TOO_LONG);
    assert_null(texts[2].accepted);
    personal_texts_release(texts, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_through_the_gate),
        cmocka_unit_test(what_the_gate_refuses_is_refused),
        cmocka_unit_test(marks_that_do_not_melt_with_a_letter_count),
        cmocka_unit_test(after_a_failure_everything_can_be_released),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
