/* SPDX-License-Identifier: Apache-2.0 */

/* qadam mrz as scripts use it. */
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ERIKSSON                                                                                   \
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159ZE184226B<<<<<10"

static struct program_result result;

#define assert_exit(expected) program_assert_exit(&result, expected)
#define assert_says(text)     program_assert_says(result.out, text)
#define RUN(text)                                                                                  \
    program_run(&result, &(const struct program_call){ .words = { "mrz" }, .input = (text) })

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; (text = strchr(text, '\n')) != NULL; text++)
        count++;
    return count;
}

static void a_sound_zone_is_one_json_object(void **state)
{
    (void)state;
    RUN(ERIKSSON "\n");
    assert_exit(0);
    assert_string_equal(
        result.out, "{\"valid\":true,\"format\":\"TD3\",\"type\":\"P\",\"issuer\":\"UTO\","
                    "\"surname\":\"ERIKSSON\",\"given\":\"ANNA MARIA\",\"names_cut\":false,"
                    "\"number\":\"L898902C3\",\"nationality\":\"UTO\",\"birth\":\"740812\","
                    "\"birth_iso\":\"1974-08-12\",\"sex\":\"F\",\"expiry\":\"120415\","
                    "\"expiry_iso\":\"2012-04-15\",\"optional\":\"ZE184226B\",\"optional2\":\"\","
                    "\"personal_number\":null,\"personal_number_kind\":null,"
                    "\"personal_number_problem\":null,\"errors\":[],\"repaired\":[]}\n");
    assert_string_equal(result.err, "");
}

static void each_line_has_its_answer(void **state)
{
    (void)state;
    RUN(ERIKSSON "\n\nhello\n" ERIKSSON);
    assert_exit(1);
    assert_int_equal(count_lines(result.out), 4);
    assert_says("{\"valid\":false,\"format\":null,\"type\":null,\"issuer\":null,");
    assert_says("\"errors\":[\"empty\"],\"repaired\":[]}\n");
    assert_says("\"errors\":[\"length\"],\"repaired\":[]}\n");
    RUN("");
    assert_exit(0);
    assert_string_equal(result.out, "");
}

static void errors_and_repairs_are_listed(void **state)
{
    (void)state;
    RUN("P<UTOERIKSSON<<ANNA<MARIA|L898902C36UT07408122F1204159ZE184226B<<<<<15\r\n");
    assert_exit(1);
    assert_says(
        "\"errors\":[\"composite_check_digit\"],\"repaired\":[\"nationality\",\"padding\"]");
    assert_says("\"surname\":\"ERIKSSON\"");
}

static void a_personal_number_is_recognised_and_compared(void **state)
{
    (void)state;
    RUN("IDKAZ0123456784900101300007<<<|9001011M3001019KAZ<<<<<<<<<<<3|"
        "ABENOV<<ERLAN<<<<<<<<<<<<<<<<<\n");
    assert_exit(0);
    assert_says("\"personal_number\":\"900101300007\",\"personal_number_kind\":\"IIN\","
                "\"personal_number_problem\":null");
    RUN("IDKAZ0123456784900101300007<<<|9001011F3001019KAZ<<<<<<<<<<<3|"
        "ABENOV<<ERLAN<<<<<<<<<<<<<<<<<\n");
    assert_exit(0);
    assert_says("\"personal_number_problem\":\"differs_from_sex\"");
}

static void a_scanner_on_a_cyrillic_layout_is_understood(void **state)
{
    (void)state;
    RUN("ЗБГЕЩУКШЛЫЫЩТББФТТФБЬФКШФБББББББББББББББББББ"
        "Д898902С36ГЕЩ7408122А1204159ЯУ184226ИБББББ10\n");
    assert_exit(0);
    assert_says("\"number\":\"L898902C3\"");
    assert_says("\"repaired\":[\"keyboard\"]");
}

static void a_line_without_end_is_refused_and_the_next_one_read(void **state)
{
    enum { LENGTH = 200000 };
    char *text = malloc(LENGTH + sizeof(ERIKSSON) + 2);
    (void)state;
    assert_non_null(text);
    memset(text, 'A', LENGTH);
    snprintf(text + LENGTH, sizeof(ERIKSSON) + 2, "\n%s\n", ERIKSSON);
    RUN(text);
    free(text);
    assert_exit(1);
    assert_int_equal(count_lines(result.out), 2);
    assert_says("\"errors\":[\"length\"]");
    assert_says("\"number\":\"L898902C3\"");
}

static void answers_that_do_not_arrive_are_a_failure(void **state)
{
    (void)state;
    program_run(&result, &(const struct program_call){
                             .words = { "mrz" }, .input = ERIKSSON, .output_path = "/dev/full" });
    assert_exit(5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_zone_is_one_json_object),
        cmocka_unit_test(each_line_has_its_answer),
        cmocka_unit_test(errors_and_repairs_are_listed),
        cmocka_unit_test(a_personal_number_is_recognised_and_compared),
        cmocka_unit_test(a_scanner_on_a_cyrillic_layout_is_understood),
        cmocka_unit_test(a_line_without_end_is_refused_and_the_next_one_read),
        cmocka_unit_test(answers_that_do_not_arrive_are_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
