/* SPDX-License-Identifier: Apache-2.0 */
#include "view/person_form.h"

#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

static const enum person_field all[] = {
    FIELD_SURNAME,          FIELD_GIVEN_NAME,       FIELD_PATRONYMIC,      FIELD_SEX,
    FIELD_BIRTH_DATE,       FIELD_NATIONALITY,      FIELD_SPOKEN_LANGUAGE, FIELD_ARRIVED,
    FIELD_POPULATION_GROUP, FIELD_DOCUMENT_TYPE,    FIELD_DOCUMENT_NUMBER, FIELD_PERSONAL_NUMBER,
    FIELD_DOCUMENT_ISSUED,  FIELD_DOCUMENT_EXPIRES, FIELD_DOCUMENT_ISSUER,
};

static void make(struct form *form)
{
    struct day today;
    assert_int_equal(day_from_civil(&today, 2026, 11, 24, NULL), STATUS_OK);
    form_init(form, today);
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        assert_non_null(person_form_add(form, all[i]));
}

static size_t index_of(const struct form *form, const char *id)
{
    size_t i = 0;
    while (strcmp(form->fields[i].id, id) != 0)
        i++;
    return i;
}

static void type(struct form *form, const char *id, const char *value)
{
    form_set(form, id, value);
    form_settle(form, index_of(form, id));
    person_form_check(form, index_of(form, id));
}

static void assert_fault(struct form *form, const char *id, bool is_wrong)
{
    const struct form_field *field = form_find(form, id);
    if ((field->fault != NULL) != is_wrong)
        fail_msg("%s: %s", id, field->fault == NULL ? "nothing is wrong" : field->fault);
}

static void the_age_is_said_at_once(void **state)
{
    (void)state;
    struct form form;
    make(&form);
    type(&form, "birth_date", "120387");
    assert_string_equal(form_value(&form, "birth_date"), "12.03.1987");
    assert_string_equal(form_find(&form, "birth_date")->remark, "age 39");
    type(&form, "birth_date", "1987");
    assert_string_equal(form_find(&form, "birth_date")->remark, "about 39 years old");
    type(&form, "birth_date", "~1987");
    assert_string_equal(form_find(&form, "birth_date")->remark, "about 39 years old");
    type(&form, "birth_date", "");
    assert_null(form_find(&form, "birth_date")->remark);
    form_release(&form);
}

static void what_cannot_be_kept_is_found_and_said(void **state)
{
    (void)state;
    struct form form;
    make(&form);
    assert_int_equal(person_form_first_fault(&form), form.count);
    type(&form, "surname", "123");
    assert_fault(&form, "surname", true);
    type(&form, "surname", "Nurlanov1");
    assert_int_equal(person_form_first_fault(&form), index_of(&form, "surname"));
    type(&form, "surname", "\xD8\xA7\xDB\xB3"); /* an Arabic letter and a digit */
    assert_fault(&form, "surname", true);
    type(&form, "surname", "Nurlanov");
    assert_fault(&form, "surname", false);
    type(&form, "birth_date", "12.03.1987");
    type(&form, "arrived", "01.01.1980");
    assert_fault(&form, "arrived", true);
    assert_int_equal(person_form_first_fault(&form), index_of(&form, "arrived"));
    type(&form, "arrived", "2020");
    assert_fault(&form, "arrived", true); /* the whole day is needed */
    type(&form, "arrived", "01.01.2020");
    assert_int_equal(person_form_first_fault(&form), form.count);
    type(&form, "document_number", "AN 1234567");
    assert_int_equal(person_form_first_fault(&form), index_of(&form, "document_type"));
    type(&form, "document_type", "passport");
    type(&form, "document_issued", "01.02.2020");
    type(&form, "document_expires", "01.02.2019");
    assert_int_equal(person_form_first_fault(&form), index_of(&form, "document_expires"));
    form_release(&form);
}

static void a_strange_personal_number_is_a_warning_only(void **state)
{
    (void)state;
    struct form form;
    make(&form);
    type(&form, "nationality", "KGZ");
    type(&form, "sex", "m");
    type(&form, "birth_date", "12.06.1980");
    type(&form, "personal_number", "21206198000011");
    assert_fault(&form, "personal_number", false);
    type(&form, "birth_date", "13.06.1980");
    assert_fault(&form, "personal_number", true);
    assert_int_equal(person_form_first_fault(&form), form.count);
    form_release(&form);
}

static void what_is_hardly_a_telephone_number_is_a_warning_only(void **state)
{
    (void)state;
    struct form form;
    make(&form);
    assert_non_null(person_form_add(&form, FIELD_PHONE));
    type(&form, "phone", "abc");
    assert_fault(&form, "phone", true);
    assert_int_equal(person_form_first_fault(&form), form.count);
    type(&form, "phone", "5-12-34");
    assert_fault(&form, "phone", false);
    type(&form, "phone", "");
    assert_fault(&form, "phone", false);
    form_release(&form);
}

static void a_record_comes_back_from_the_form_as_it_went_in(void **state)
{
    (void)state;
    struct form form;
    struct person person = { .sex = SEX_FEMALE, .has_birth = true, .nationality = "TJK" };
    struct person read = { .sex = SEX_NOT_KNOWN };
    make(&form);
    person.language = strdup("tg");
    assert_int_equal(date_parse(&person.birth, "~1991", NULL), STATUS_OK);
    person_form_write(&form, &person);
    assert_int_equal(person_form_read(&form, &read, NULL), STATUS_OK);
    assert_int_equal(read.sex, SEX_FEMALE);
    assert_true(read.has_birth);
    assert_int_equal(read.birth.precision, DATE_PRECISION_ESTIMATED);
    assert_string_equal(read.nationality, "TJK");
    assert_string_equal(read.language, "tg");
    person_release(&person);
    person_release(&read);
    form_release(&form);
}

static void a_number_alone_makes_a_slip_and_a_country_is_an_issuer(void **state)
{
    (void)state;
    struct form form;
    struct document paper;
    make(&form);
    assert_int_equal(person_form_read_paper(&form, &paper, NULL), STATUS_NOT_FOUND);
    form_set(&form, "personal_number", "21206198000011");
    form_set(&form, "document_issuer", "KGZ");
    assert_int_equal(person_form_read_paper(&form, &paper, NULL), STATUS_OK);
    assert_string_equal(paper.type, "personal_number_slip");
    assert_string_equal(paper.issuer_country, "KGZ");
    assert_null(paper.issuer);
    document_release(&paper);
    form_release(&form);
}

static void what_was_typed_moves_to_a_form_in_another_language(void **state)
{
    (void)state;
    struct form old, fresh;
    make(&old);
    make(&fresh);
    type(&old, "surname", "Nurlanov");
    form_find(&old, "surname")->is_held = true;
    form_focus(&old, "sex");
    person_form_carry(&fresh, &old);
    assert_string_equal(form_value(&fresh, "surname"), "Nurlanov");
    assert_true(form_find(&fresh, "surname")->is_held);
    assert_string_equal(form_focused(&fresh)->id, "sex");
    assert_int_equal(old.count, 0);
    form_release(&fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_age_is_said_at_once),
        cmocka_unit_test(what_cannot_be_kept_is_found_and_said),
        cmocka_unit_test(a_strange_personal_number_is_a_warning_only),
        cmocka_unit_test(what_is_hardly_a_telephone_number_is_a_warning_only),
        cmocka_unit_test(a_record_comes_back_from_the_form_as_it_went_in),
        cmocka_unit_test(a_number_alone_makes_a_slip_and_a_country_is_an_issuer),
        cmocka_unit_test(what_was_typed_moves_to_a_form_in_another_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
