/* SPDX-License-Identifier: Apache-2.0 */
#include "command/hit_list.h"

#include "name/comparison.h"
#include "sentence.h"
#include "support/capture.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    { "json", NULL, "help", OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};
static const struct command sample = {
    .noun = "person", .verb = "find", .summary = "", .arguments = "", .options = { options }
};

/* However much there is to say: a list is never cut, and stays JSON. */
static void every_reason_at_once_is_told(void **state)
{
    (void)state;
    char word[80];
    struct capture capture;
    struct arguments arguments;
    struct search_hit hit = { .name = (char[]){ "Asanova" },
                              .reasons = (1U << SEARCH_REASON_COUNT) - 1,
                              .name_reasons = (1U << NAME_REASON_COUNT) - 1 };
    const struct search_hits hits = { .items = &hit, .count = 1 };
    assert_int_equal(
        arguments_parse(&arguments, &sample, 1, (char *const[]){ (char[]){ "--json" } }), USAGE_OK);
    capture_begin(&capture, stdout);
    int code = hit_list_print(&arguments, &hits);
    capture_end(&capture);
    assert_int_equal(code, EXIT_CODE_DONE);
    for (int i = 0; i < SEARCH_REASON_COUNT; i++) {
        snprintf(word, sizeof(word), "\"%s\"", search_reason_word((enum search_reason)i));
        assert_non_null(strstr(capture.text, word));
    }
    for (int i = 0; i < NAME_REASON_COUNT; i++) {
        snprintf(word, sizeof(word), "\"name:%s\"", name_reason_word((enum name_reason)i));
        assert_non_null(strstr(capture.text, word));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reason_at_once_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
