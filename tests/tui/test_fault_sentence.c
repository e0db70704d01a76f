/* SPDX-License-Identifier: Apache-2.0 */
#include "fault_sentence.h"

#include "support/capture.h"
#include "support/unit.h"

#include <string.h>

/* What is wrong, and at least one sentence on how to mend it. */
static void every_fault_is_said_and_mended(void **state)
{
    (void)state;
    for (enum fault_kind kind = FAULT_NOT_YAML; kind < FAULT_KIND_COUNT; kind++) {
        const char *text = fault_sentence_text(kind);
        assert_non_null(text);
        assert_true(strlen(text) > 20);
        for (const char *at = strchr(text, '%'); at != NULL; at = strchr(at + 1, '%'))
            assert_true(at[1] == '1' || at[1] == '2');
    }
}

static void no_two_faults_are_said_alike(void **state)
{
    (void)state;
    for (enum fault_kind one = FAULT_NOT_YAML; one < FAULT_KIND_COUNT; one++)
        for (enum fault_kind other = one + 1; other < FAULT_KIND_COUNT; other++)
            assert_string_not_equal(fault_sentence_text(one), fault_sentence_text(other));
}

static void assert_written(const struct fault *fault, const char *expected)
{
    struct capture capture;
    capture_begin(&capture, stderr);
    fault_write(stderr, fault);
    capture_end(&capture);
    assert_string_equal(capture.text, expected);
}

static void the_place_comes_first_and_the_words_where_they_belong(void **state)
{
    (void)state;
    const struct fault twice = { FAULT_KEY_TWICE, "kz.yaml", 12, { "title", "" } };
    assert_written(&twice, "kz.yaml:12: The key 'title' stands here twice. Take one out.\n");
    const struct fault large = { FAULT_TOO_LARGE, "kz.yaml", 0, { "512", "" } };
    assert_written(&large, "kz.yaml: The file is too large: at most 512 KiB. Divide it.\n");
    const struct fault body = { FAULT_OUTCOME_UNKNOWN, "a.yaml", 3, { "given", "slip" } };
    assert_written(&body,
                   "a.yaml:3: The step 'slip' has no outcome 'given'. Correct the name or add "
                   "the outcome.\n");
}

/* A text from outside neither steers the terminal nor is taken for a place of its own. */
static void words_are_written_as_they_are(void **state)
{
    (void)state;
    const struct fault fault = { FAULT_KEY_TWICE, "\033[2J", 1, { "%2%1%s\033", "no" } };
    assert_written(&fault, "?[2J:1: The key '%2%1%s?' stands here twice. Take one out.\n");
    const struct fault unknown = { FAULT_KEY_UNKNOWN, "a", 1, { "titel", "title" } };
    assert_written(&unknown, "a:1: There is no key 'titel' here. Correct its spelling or take it "
                             "out. Possibly meant: title\n");
    const struct fault no_guess = { FAULT_KEY_UNKNOWN, "a", 1, { "xyz", "" } };
    assert_written(&no_guess, "a:1: There is no key 'xyz' here. Correct its spelling or take it "
                              "out.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_said_and_mended),
        cmocka_unit_test(no_two_faults_are_said_alike),
        cmocka_unit_test(the_place_comes_first_and_the_words_where_they_belong),
        cmocka_unit_test(words_are_written_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
