/* SPDX-License-Identifier: Apache-2.0 */
#include "command/json.h"

#include "sentence.h"
#include "support/capture.h"
#include "support/unit.h"

#include <stdlib.h>

static void an_object_has_every_kind_of_member(void **state)
{
    const struct json_member members[] = {
        { "text", JSON_TEXT, "a \"b\" \\ \n Қ", 0 },
        { "none", JSON_TEXT, NULL, 0 },
        { "number", JSON_NUMBER, NULL, -7 },
        { "yes", JSON_BOOL, NULL, 1 },
        { "no", JSON_BOOL, NULL, 0 },
        { "raw", JSON_RAW, "{\"x\":[1,2]}", 0 },
        { "missing", JSON_RAW, NULL, 0 },
    };
    struct capture capture;
    (void)state;
    capture_begin(&capture, stdout);
    int code = json_print(members, sizeof(members) / sizeof(members[0]));
    capture_end(&capture);
    assert_int_equal(code, EXIT_CODE_DONE);
    assert_string_equal(capture.text, "{\"text\":\"a \\\"b\\\" \\\\ \\n Қ\",\"none\":null,"
                                      "\"number\":-7,\"yes\":true,\"no\":false,"
                                      "\"raw\":{\"x\":[1,2]},\"missing\":null}\n");
}

static void an_array_keeps_the_order_and_may_be_empty(void **state)
{
    struct capture capture;
    (void)state;
    capture_begin(&capture, stdout);
    int code = json_end_array(json_begin());
    struct json *json = json_begin();
    for (int i = 3; i > 0; i--)
        json_add(json, &(struct json_member){ "n", JSON_NUMBER, NULL, i }, 1);
    code |= json_end_array(json);
    capture_end(&capture);
    assert_int_equal(code, EXIT_CODE_DONE);
    assert_string_equal(capture.text, "[]\n[{\"n\":3},{\"n\":2},{\"n\":1}]\n");
}

static void a_stream_has_one_object_on_each_line(void **state)
{
    struct capture capture;
    (void)state;
    capture_begin(&capture, stdout);
    struct json *json = json_begin();
    json_print_line(json, &(struct json_member){ "n", JSON_NUMBER, NULL, 1 }, 1);
    json_print_line(json, &(struct json_member){ "n", JSON_NUMBER, NULL, 2 }, 1);
    /* Members of another kind, and a text with a line end. */
    json_print_line(json, &(struct json_member){ "list", JSON_RAW, "[1]", 0 }, 1);
    json_print_line(json, &(struct json_member){ "text", JSON_TEXT, "a\nb", 0 }, 1);
    int code = json_end_lines(json);
    capture_end(&capture);
    assert_int_equal(code, EXIT_CODE_DONE);
    assert_string_equal(capture.text, "{\"n\":1}\n{\"n\":2}\n{\"list\":[1]}\n"
                                      "{\"text\":\"a\\nb\"}\n");
}

static void a_stream_stops_at_what_is_not_json_and_says_so(void **state)
{
    struct capture out;
    struct capture err;
    (void)state;
    capture_begin(&out, stdout);
    capture_begin(&err, stderr);
    struct json *json = json_begin();
    json_print_line(json, &(struct json_member){ "raw", JSON_RAW, "{}", 0 }, 1);
    json_print_line(json, &(struct json_member){ "raw", JSON_RAW, "{broken", 0 }, 1);
    json_print_line(json, &(struct json_member){ "raw", JSON_RAW, "{}", 0 }, 1);
    int code = json_end_lines(json);
    capture_end(&err);
    capture_end(&out);
    assert_int_equal(code, EXIT_CODE_DEVICE);
    assert_string_equal(out.text, "{\"raw\":{}}\n");
    assert_string_not_equal(err.text, "");
}

static void an_array_can_be_a_member_of_something_larger(void **state)
{
    struct capture capture;
    char *list = NULL;
    (void)state;
    struct json *json = json_begin();
    json_add(json, &(struct json_member){ "n", JSON_NUMBER, NULL, 1 }, 1);
    json_add(json, &(struct json_member){ "n", JSON_NUMBER, NULL, 2 }, 1);
    assert_int_equal(json_end_text(json, &list), EXIT_CODE_DONE);
    capture_begin(&capture, stdout);
    int code = json_print(&(struct json_member){ "list", JSON_RAW, list, 0 }, 1);
    capture_end(&capture);
    free(list);
    assert_int_equal(code, EXIT_CODE_DONE);
    assert_string_equal(capture.text, "{\"list\":[{\"n\":1},{\"n\":2}]}\n");
}

static void what_is_not_json_fails_and_prints_nothing(void **state)
{
    struct capture out;
    struct capture err;
    (void)state;
    capture_begin(&out, stdout);
    capture_begin(&err, stderr);
    int code = json_print(&(struct json_member){ "raw", JSON_RAW, "{broken", 0 }, 1);
    capture_end(&err);
    capture_end(&out);
    assert_int_equal(code, EXIT_CODE_DEVICE);
    assert_string_equal(out.text, "");
    assert_string_not_equal(err.text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_object_has_every_kind_of_member),
        cmocka_unit_test(an_array_keeps_the_order_and_may_be_empty),
        cmocka_unit_test(a_stream_has_one_object_on_each_line),
        cmocka_unit_test(a_stream_stops_at_what_is_not_json_and_says_so),
        cmocka_unit_test(an_array_can_be_a_member_of_something_larger),
        cmocka_unit_test(what_is_not_json_fails_and_prints_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
