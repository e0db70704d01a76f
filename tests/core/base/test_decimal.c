/* SPDX-License-Identifier: Apache-2.0 */
#include "base/decimal.h"

#include "support/unit.h"

#include <string.h>

static void assert_reads(const char *text, double expected, const char *rest)
{
    double value;
    const char *end = decimal_read(&value, text);
    assert_non_null(end);
    assert_string_equal(end, rest);
    if (value < expected - 1e-6 || value > expected + 1e-6)
        fail_msg("%s is %f", text, value);
}

static void a_decimal_is_read_up_to_its_end(void **state)
{
    (void)state;
    assert_reads("0.34", 0.34, "");
    assert_reads("-2", -2, "");
    assert_reads("12000000.50 UZS", 12000000.5, " UZS");
    assert_reads(".5", 0.5, "");
    assert_reads("7.", 7, "");
    assert_reads("0,5", 0, ",5");
    assert_reads("1e3", 1, "e3");
}

static void what_begins_otherwise_is_none(void **state)
{
    (void)state;
    double value;
    static const char *const texts[] = { "", "-", ".", "-.", "x1", " 1", "+1" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_null(decimal_read(&value, texts[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decimal_is_read_up_to_its_end),
        cmocka_unit_test(what_begins_otherwise_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
