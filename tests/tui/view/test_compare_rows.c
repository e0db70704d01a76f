/* SPDX-License-Identifier: Apache-2.0 */
#include "view/compare_private.h"

#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

static void add_name(struct compared *one, const char *full_name)
{
    struct person_name name;
    const struct person_name_text text = { .full_name = full_name };
    assert_int_equal(person_name_make(&name, NAME_KIND_MAIN, &text, NULL), STATUS_OK);
    one->person.names.items = calloc(1, sizeof(name));
    one->person.names.items[0] = name;
    one->person.names.count = one->person.names.capacity = 1;
}

static void add_phone(struct compared *one, const char *number)
{
    one->contacts.items = calloc(1, sizeof(*one->contacts.items));
    one->contacts.items[0] = (struct contact){ .kind = CONTACT_PHONE, .value = strdup(number) };
    one->contacts.count = one->contacts.capacity = 1;
}

static const struct compare_row *row_of(const struct compare_rows *rows, const char *label)
{
    for (size_t i = 0; i < rows->count; i++)
        if (strcmp(rows->items[i].label, label) == 0)
            return &rows->items[i];
    fail_msg("there is no row %s", label);
    return NULL;
}

static void two_spellings_are_alike_and_two_names_differ(void **state)
{
    (void)state;
    struct compare_rows rows = { .count = 0 };
    struct compared left = { .casefiles = NULL }, right = { .casefiles = NULL };
    add_name(&left, "Nurlanov Azamat");
    add_name(&right, "Нурланов Азамат");
    add_phone(&left, "+996 555 010203");
    add_phone(&right, "+996555010203");
    left.person.sex = SEX_MALE;
    right.person.sex = SEX_FEMALE;
    left.person.birth_place = strdup("Osh");
    right.person.birth_place = strdup("Ош");
    memcpy(left.person.nationality, "KGZ", sizeof("KGZ"));
    compare_rows_make(&rows, &left, &right, (struct day){ 20000 });
    assert_int_equal(row_of(&rows, "Name in use")->mark, COMPARE_ALIKE);
    assert_non_null(row_of(&rows, "Name in use")->why);
    assert_int_equal(row_of(&rows, "Telephone")->mark, COMPARE_SAME);
    assert_int_equal(row_of(&rows, "Sex")->mark, COMPARE_DIFFERS);
    assert_int_equal(row_of(&rows, "Place of birth")->mark, COMPARE_ALIKE);
    assert_int_equal(row_of(&rows, "Nationality")->mark, COMPARE_NOTHING);
    compare_rows_release(&rows);
    compared_release(&right);
    add_name(&right, "Исаев Бакыт");
    compare_rows_make(&rows, &left, &right, (struct day){ 20000 });
    assert_int_equal(row_of(&rows, "Name in use")->mark, COMPARE_DIFFERS);
    compare_rows_release(&rows);
    compared_release(&left);
    compared_release(&right);
}

static void what_neither_says_has_no_row(void **state)
{
    (void)state;
    struct compare_rows rows = { .count = 0 };
    struct compared left = { .casefiles = NULL }, right = { .casefiles = NULL };
    compare_rows_make(&rows, &left, &right, (struct day){ 20000 });
    assert_int_equal(rows.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_spellings_are_alike_and_two_names_differ),
        cmocka_unit_test(what_neither_says_has_no_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
