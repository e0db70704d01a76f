/* SPDX-License-Identifier: Apache-2.0 */
#include "command/today_option.h"

#include "sentence.h"
#include "support/capture.h"
#include "support/unit.h"

#include <string.h>

static const struct option options[] = { TODAY_OPTION, { .name = NULL } };
static const struct command command = { .noun = "x", .arguments = "", .options = { options } };
static struct capture said;

static int read_day(char *word, struct day *out)
{
    struct arguments arguments;
    char *const words[] = { word };
    assert_int_equal(arguments_parse(&arguments, &command, 1, words), USAGE_OK);
    capture_begin(&said, stderr);
    int code = today_option_read(&arguments, out);
    capture_end(&said);
    return code;
}

static void the_day_that_is_given_counts(void **state)
{
    char words[][32] = { "--today=2026-11-24", "--today=24.11.2026", "--today=24/11/26",
                         "--today=24 ноября 2026" };
    char text[DAY_TEXT_SIZE];
    struct day day;
    (void)state;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        assert_int_equal(read_day(words[i], &day), EXIT_CODE_DONE);
        day_format(text, day);
        assert_string_equal(text, "2026-11-24");
        assert_string_equal(said.text, "");
    }
}

static void what_is_no_day_is_refused(void **state)
{
    char words[][32] = { "--today=2026-02-30", "--today=11.2026", "--today=tomorrow" };
    struct day day;
    (void)state;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        assert_int_equal(read_day(words[i], &day), EXIT_CODE_USAGE);
        assert_non_null(strstr(said.text, "--today: There is no such day."));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_that_is_given_counts),
        cmocka_unit_test(what_is_no_day_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
