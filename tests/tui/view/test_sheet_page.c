/* SPDX-License-Identifier: Apache-2.0 */
#include "view/sheet_page.h"

#include "office/office.h"
#include "support/unit.h"
#include "vault/recovery_code.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LAST_GROUP_AT = (RECOVERY_CODE_GROUPS - 1) * (RECOVERY_CODE_GROUP_SYMBOLS + 1) };

static struct secret *code;
static struct form form;

static int begin(void **state)
{
    struct error error = { 0 };
    const struct day today = { 0 };
    (void)state;
    form_init(&form, today);
    sheet_page_build(&form, "goes on");
    return office_draft_recovery_code(&code, &error) != STATUS_OK;
}

static int end(void **state)
{
    (void)state;
    form_release(&form);
    secret_free(&code);
    return 0;
}

static bool check(const char *typed)
{
    form_set(&form, "group", typed);
    return sheet_page_check(&form, code);
}

static void the_last_group_is_taken_however_it_is_written(void **state)
{
    char group[32];
    (void)state;
    snprintf(group, sizeof(group), "%s", (const char *)code->bytes + LAST_GROUP_AT);
    assert_true(check(group));
    for (char *at = group; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    assert_true(check(group));
    memmove(group + 3, group + 2, strlen(group + 2) + 1);
    group[2] = ' ';
    assert_true(check(group));
    assert_null(form_find(&form, "group")->fault);
}

static void another_group_or_none_is_not_taken(void **state)
{
    char group[32];
    (void)state;
    assert_false(check(""));
    snprintf(group, sizeof(group), "%.*s", RECOVERY_CODE_GROUP_SYMBOLS, (const char *)code->bytes);
    assert_false(check(group)); /* its check sign is that of the first group */
    assert_false(check((const char *)code->bytes));
    assert_non_null(form_find(&form, "group")->fault);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_last_group_is_taken_however_it_is_written, begin, end),
        cmocka_unit_test_setup_teardown(another_group_or_none_is_not_taken, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
