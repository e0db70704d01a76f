/* SPDX-License-Identifier: Apache-2.0 */
#include "name/script.h"

#include <string.h>

#include "support/unit.h"

static void assert_script(const char *text, const char *code)
{
    if (strcmp(script_code(script_of(text)), code) != 0)
        fail_msg("%s is %s, not %s", text, script_code(script_of(text)), code);
}

static void each_script_of_the_region_is_recognised(void **state)
{
    (void)state;
    assert_script("Muhammadjonov", "Latn");
    assert_script("Oʻrinboyeva Gʻuncha", "Latn");
    assert_script("Äýgözel Şöhradowa", "Latn");
    assert_script("Әсел Қожахметқызы", "Cyrl");
    assert_script("Ҳусейнов Ӯктам", "Cyrl");
    assert_script("محمد", "Arab");
    assert_script("ﻣﺤﻤﺪ", "Arab");
}

static void the_majority_decides(void **state)
{
    (void)state;
    assert_script("Ивaнов", "Cyrl"); /* the third letter is a Latin a */
    assert_script("Ivаnov", "Latn"); /* the third letter is a Cyrillic а */
    assert_script("Иван Ivan", "Zyyy");
    assert_script("Аb", "Zyyy");
}

static void what_holds_no_letters_has_no_script(void **state)
{
    (void)state;
    assert_script("", "Zyyy");
    assert_script("12-34 ʻ", "Zyyy");
    assert_script("משה", "Zyyy");
    assert_script("\xFF\xFE", "Zyyy");
    assert_true(script_has_letter("משה"));
    assert_true(script_has_letter("...ё"));
    assert_false(script_has_letter("12-34 ʻ"));
    assert_false(script_has_letter(""));
    assert_false(script_has_letter("\xC3"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_script_of_the_region_is_recognised),
        cmocka_unit_test(the_majority_decides),
        cmocka_unit_test(what_holds_no_letters_has_no_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
