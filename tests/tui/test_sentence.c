/* SPDX-License-Identifier: Apache-2.0 */
#include "sentence.h"

#include "support/capture.h"
#include "support/unit.h"

#include <string.h>

static void every_status_has_a_sentence(void **state)
{
    (void)state;
    for (enum status status = STATUS_OK; status < STATUS_COUNT; status++) {
        assert_true(strlen(sentence_text(status, false)) > 3);
        assert_null(strchr(sentence_text(status, false), '%'));
        assert_non_null(sentence_advice(status));
        assert_null(strchr(sentence_advice(status), '%'));
    }
}

static void a_sentence_with_a_number_has_one_place_for_it(void **state)
{
    (void)state;
    for (enum status status = STATUS_OK; status < STATUS_COUNT; status++) {
        const char *text = sentence_text(status, true);
        const char *place = strchr(text, '%');
        if (place == NULL) {
            assert_string_equal(text, sentence_text(status, false));
            continue;
        }
        assert_int_equal(strncmp(place, "%lld", 4), 0);
        assert_null(strchr(place + 1, '%'));
    }
}

static void every_failure_has_an_exit_code_of_its_kind(void **state)
{
    (void)state;
    assert_int_equal(sentence_exit_code(STATUS_OK), 0);
    for (enum status status = STATUS_OK + 1; status < STATUS_COUNT; status++)
        assert_in_range(sentence_exit_code(status), 1, 5);
    static const enum status damaged[] = { STATUS_NOT_A_VAULT, STATUS_NEWER_FORMAT, STATUS_DAMAGED,
                                           STATUS_KEYS_ALTERED, STATUS_JOURNAL_BROKEN };
    for (size_t i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++)
        assert_int_equal(sentence_exit_code(damaged[i]), EXIT_CODE_DAMAGED);
    assert_int_equal(sentence_exit_code(STATUS_WRONG_PASSPHRASE), EXIT_CODE_WRONG_PASSPHRASE);
    assert_int_equal(sentence_exit_code(STATUS_RECOVERY_CODE_INVALID), EXIT_CODE_WRONG_PASSPHRASE);
    assert_int_equal(sentence_exit_code(STATUS_PASSPHRASE_WEAK), EXIT_CODE_USAGE);
    assert_int_equal(sentence_exit_code(STATUS_NOT_FOUND), EXIT_CODE_DEVICE);
    assert_int_equal(sentence_exit_code(STATUS_EXISTS), EXIT_CODE_NO);
}

static void no_two_failures_are_said_alike(void **state)
{
    (void)state;
    for (enum status one = STATUS_OK; one < STATUS_COUNT; one++)
        for (enum status other = one + 1; other < STATUS_COUNT; other++)
            assert_string_not_equal(sentence_text(one, false), sentence_text(other, false));
}

static void a_number_and_a_detail_stand_in_their_places(void **state)
{
    struct capture capture;
    struct error error;
    (void)state;
    error_set_number(&error, STATUS_DAMAGED, 12, "tag of page %d", 12); /* for programmers only */
    capture_begin(&capture, stderr);
    int code = sentence_fail("office.qadam", &error);
    capture_end(&capture);
    assert_int_equal(code, EXIT_CODE_DAMAGED);
    assert_non_null(strstr(capture.text, "qadam: office.qadam: "));
    assert_non_null(strstr(capture.text, "page 12."));
    assert_null(strstr(capture.text, "tag"));
    assert_null(strchr(capture.text, '%'));
    error_set(&error, STATUS_WRITE_FAILED, "disk I/O error (778)");
    capture_begin(&capture, stderr);
    (void)sentence_fail("office.qadam", &error);
    capture_end(&capture);
    assert_non_null(strstr(capture.text, "(for support: disk I/O error (778))"));
}

static void a_clerk_is_not_shown_what_helps_nobody(void **state)
{
    struct capture capture;
    struct error error;
    (void)state;
    error_set(&error, STATUS_WRONG_PASSPHRASE, "slot 3");
    capture_begin(&capture, stderr);
    sentence_fail(NULL, &error);
    capture_end(&capture);
    assert_null(strchr(capture.text, '['));
    assert_non_null(strstr(capture.text, "Caps Lock"));
}

static void a_name_cannot_steer_the_terminal(void **state)
{
    struct capture capture;
    (void)state;
    capture_begin(&capture, stderr);
    sentence_write_name(stderr, "a\033[2Jb\nc\xC2\x9B"
                                "d\xD2\x9B");
    capture_end(&capture);
    assert_string_equal(capture.text, "a?[2Jb?c?d\xD2\x9B");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_a_sentence),
        cmocka_unit_test(a_sentence_with_a_number_has_one_place_for_it),
        cmocka_unit_test(every_failure_has_an_exit_code_of_its_kind),
        cmocka_unit_test(no_two_failures_are_said_alike),
        cmocka_unit_test(a_number_and_a_detail_stand_in_their_places),
        cmocka_unit_test(a_clerk_is_not_shown_what_helps_nobody),
        cmocka_unit_test(a_name_cannot_steer_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
