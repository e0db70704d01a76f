/* SPDX-License-Identifier: Apache-2.0 */
#include "store/draft_fields.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct collected {
    char text[400];
};

static void collect(void *self, const struct draft_field *field)
{
    struct collected *collected = self;
    const size_t length = strlen(collected->text);
    snprintf(collected->text + length, sizeof(collected->text) - length, "%s=%s;", field->name,
             field->value);
}

static void fields_come_back_in_their_order_whatever_they_hold(void **state)
{
    struct error error = { 0 };
    struct collected collected = { "" };
    char *json = NULL;
    struct store *store = *state;
    const struct draft_field fields[] = {
        { "surname", "Нұрланов \"Азамат\"" },
        { "remark", "two\nlines\tand \\ a back stroke" },
        { "empty", "" },
    };
    assert_ok(draft_fields_write(&json, store, fields, 3, &error));
    assert_ok(draft_fields_read(store, json, collect, &collected, &error));
    assert_string_equal(collected.text, "surname=Нұрланов \"Азамат\";"
                                        "remark=two\nlines\tand \\ a back stroke;empty=;");
    free(json);
}

static void no_fields_are_an_empty_object(void **state)
{
    struct error error = { 0 };
    char *json = NULL;
    assert_ok(draft_fields_write(&json, *state, NULL, 0, &error));
    assert_string_equal(json, "{}");
    free(json);
}

static void what_is_no_json_fails(void **state)
{
    struct error error = { 0 };
    struct collected collected = { "" };
    assert_int_not_equal(draft_fields_read(*state, "{\"a\":", collect, &collected, &error),
                         STATUS_OK);
    assert_string_equal(collected.text, "");
}

static int open_store(void **state)
{
    *state = fixture_store_memory();
    return 0;
}

static int close_store(void **state)
{
    store_close((struct store **)state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_come_back_in_their_order_whatever_they_hold),
        cmocka_unit_test(no_fields_are_an_empty_object),
        cmocka_unit_test(what_is_no_json_fails),
    };
    return cmocka_run_group_tests(tests, open_store, close_store);
}
