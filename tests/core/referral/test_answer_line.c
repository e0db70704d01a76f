/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/answer_line.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "support/unit.h"

static char code[REFERRAL_CODE_SIZE];
static struct answer_line read_line;

static enum answer_line_fault read_behind(const char *rest)
{
    static char line[200]; /* what was read points into it */
    snprintf(line, sizeof(line), "%s %s", code, rest);
    return answer_line_read(&read_line, line);
}

static void an_answer_is_a_code_and_a_word(void **state)
{
    (void)state;

    assert_int_equal(read_behind("accepted"), ANSWER_LINE_FINE);

    assert_true(read_line.has_event);
    assert_int_equal(read_line.event, REFERRAL_EVENT_ACCEPTED);
    assert_string_equal(read_line.code, code);
    assert_null(read_line.text);
}

static void the_code_alone_asks_to_see_it(void **state)
{
    (void)state;

    assert_int_equal(read_behind(""), ANSWER_LINE_FINE);

    assert_false(read_line.has_event);
}

static void a_code_in_two_groups_and_small_letters_is_read(void **state)
{
    (void)state;
    char line[80];
    snprintf(line, sizeof(line), "  %.3s %s Attended", code, code + 3);

    assert_int_equal(answer_line_read(&read_line, line), ANSWER_LINE_FINE);

    assert_int_equal(read_line.event, REFERRAL_EVENT_ATTENDED);
}

static void russian_words_are_understood(void **state)
{
    static const struct {
        const char *words;
        enum referral_event event;
    } cases[] = {
        { "Принято", REFERRAL_EVENT_ACCEPTED },      { "пришёл", REFERRAL_EVENT_ATTENDED },
        { "не пришла", REFERRAL_EVENT_MISSED },      { "отказ нет мест", REFERRAL_EVENT_DECLINED },
        { "оказано", REFERRAL_EVENT_ANSWERED },      { "отказалась", REFERRAL_EVENT_ANSWERED },
        { "уже получила", REFERRAL_EVENT_ANSWERED }, { "напомнили", REFERRAL_EVENT_REMINDED },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_int_equal(read_behind(cases[i].words), ANSWER_LINE_FINE);
        assert_int_equal(read_line.event, cases[i].event);
    }
}

static void a_refusal_takes_its_reason_and_an_answer_what_it_came_to(void **state)
{
    (void)state;

    assert_int_equal(read_behind("declined no free bed"), ANSWER_LINE_FINE);
    assert_string_equal(read_line.text, "no free bed");
    assert_int_equal(read_behind("answered unavailable closed for repair"), ANSWER_LINE_FINE);
    assert_int_equal(read_line.outcome, REFERRAL_UNAVAILABLE);
    assert_string_equal(read_line.text, "closed for repair");
}

static void what_cannot_be_understood_is_told(void **state)
{
    (void)state;

    assert_int_equal(read_behind("maybe"), ANSWER_LINE_NO_EVENT);
    assert_int_equal(read_behind("declined"), ANSWER_LINE_NO_REASON);
    assert_int_equal(read_behind("answered"), ANSWER_LINE_NO_OUTCOME);
    assert_int_equal(read_behind("answered soon"), ANSWER_LINE_NO_OUTCOME);
    assert_int_equal(read_behind("accepted tomorrow"), ANSWER_LINE_TEXT_TOO_MUCH);
    assert_int_equal(answer_line_read(&read_line, ""), ANSWER_LINE_NO_CODE);
    assert_int_equal(answer_line_read(&read_line, "accepted"), ANSWER_LINE_NO_CODE);
    assert_int_equal(answer_line_read(&read_line, "\xFF accepted"), ANSWER_LINE_NO_CODE);
}

static void a_wrong_check_sign_is_a_typing_slip(void **state)
{
    (void)state;
    char line[80];
    snprintf(line, sizeof(line), "%s accepted", code);
    line[1] = line[1] == '2' ? '3' : '2';

    assert_int_equal(answer_line_read(&read_line, line), ANSWER_LINE_SLIP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_a_code_and_a_word),
        cmocka_unit_test(the_code_alone_asks_to_see_it),
        cmocka_unit_test(a_code_in_two_groups_and_small_letters_is_read),
        cmocka_unit_test(russian_words_are_understood),
        cmocka_unit_test(a_refusal_takes_its_reason_and_an_answer_what_it_came_to),
        cmocka_unit_test(what_cannot_be_understood_is_told),
        cmocka_unit_test(a_wrong_check_sign_is_a_typing_slip),
    };
    if (sodium_init() < 0)
        return 1;
    referral_code_make(code);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
