/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person.h"

#include <stdlib.h>
#include <string.h>

#include "support/fixture_record.h"
#include "support/unit.h"

static struct error error;

/* ---- Names */

static enum status make(struct person_name *name, const char *full, const char *surname,
                        const char *given, const char *patronymic)
{
    const struct person_name_text text = { full, surname, given, patronymic };
    return person_name_make(name, NAME_KIND_MAIN, &text, &error);
}

static void a_name_is_put_together_from_its_parts(void **state)
{
    (void)state;
    struct person_name name;
    assert_int_equal(make(&name, NULL, " Асанова ", "Айгүл", "Бековна"), STATUS_OK);
    assert_string_equal(name.full_name, "Асанова Айгүл Бековна");
    assert_string_equal(name.surname, "Асанова");
    person_name_release(&name);

    assert_int_equal(make(&name, NULL, "", "Айгүл", NULL), STATUS_OK);
    assert_string_equal(name.full_name, "Айгүл");
    assert_null(name.surname);
    assert_null(name.patronymic);
    person_name_release(&name);
}

static void somebody_with_one_name_has_a_whole_name_only(void **state)
{
    (void)state;
    struct person_name name;
    assert_int_equal(make(&name, "Zarif", NULL, NULL, NULL), STATUS_OK);
    assert_string_equal(name.full_name, "Zarif");
    assert_null(name.given_name);
    person_name_release(&name);
}

static void a_name_is_kept_in_nfc(void **state)
{
    (void)state;
    struct person_name name;
    assert_int_equal(make(&name, NULL, "\xD0\x98\xCC\x86\xD0\xBE", NULL, NULL), STATUS_OK);
    assert_string_equal(name.surname, "Йо");
    assert_string_equal(name.full_name, "Йо");
    person_name_release(&name);
}

static void what_is_no_name_is_refused(void **state)
{
    (void)state;
    struct person_name name;
    assert_int_equal(make(&name, NULL, NULL, NULL, NULL), STATUS_TEXT_EMPTY);
    assert_int_equal(make(&name, NULL, " ", "", "\t"), STATUS_TEXT_CONTROL);
    assert_int_equal(make(&name, NULL, " ", "", ""), STATUS_TEXT_EMPTY);
    assert_int_equal(make(&name, NULL, "Асанова", "-", NULL), STATUS_INVALID);
    assert_int_equal(make(&name, "1984", "Асанова", NULL, NULL), STATUS_INVALID);
    assert_int_equal(make(&name, NULL, "\xC0\xC1", NULL, NULL), STATUS_TEXT_INVALID);
    assert_int_equal(make(&name, NULL, "A\xE2\x80\x8B", NULL, NULL), STATUS_TEXT_CONTROL);
    assert_null(name.full_name);
}

static void a_part_may_have_120_letters_and_a_whole_name_240(void **state)
{
    (void)state;
    struct person_name name;
    char part[2 * 121 + 1];
    for (size_t i = 0; i < 121; i++)
        memcpy(part + 2 * i, "ж", 3);
    assert_int_equal(make(&name, NULL, part, NULL, NULL), STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, 120);
    part[240] = '\0';
    assert_int_equal(make(&name, NULL, part, NULL, NULL), STATUS_OK);
    person_name_release(&name);
    assert_int_equal(make(&name, NULL, part, part, NULL), STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, 240);
}

static void every_word_is_understood_again(void **state)
{
    (void)state;
    for (enum name_kind kind = 0; kind < NAME_KIND_COUNT; kind++) {
        enum name_kind found;
        assert_ok(name_kind_parse(&found, name_kind_word(kind), &error));
        assert_int_equal(found, kind);
    }
    for (enum contact_kind kind = 0; kind < CONTACT_KIND_COUNT; kind++) {
        enum contact_kind found;
        assert_ok(contact_kind_parse(&found, contact_kind_word(kind), &error));
        assert_int_equal(found, kind);
    }
    enum name_kind name;
    enum contact_kind contact;
    assert_status(name_kind_parse(&name, "Main", &error), STATUS_INVALID);
    assert_status(contact_kind_parse(&contact, "", &error), STATUS_INVALID);
}

static void the_main_name_is_found_wherever_it_stands(void **state)
{
    (void)state;
    struct person person = { .sex = SEX_NOT_KNOWN };
    struct person_name names[] = { { .kind = NAME_KIND_FORMER }, { .kind = NAME_KIND_MAIN } };
    assert_null(person_main_name(&person));
    person.names = (struct person_name_list){ .items = names, .count = 2 };
    assert_ptr_equal(person_main_name(&person), &names[1]);
    person.names.count = 1;
    assert_ptr_equal(person_main_name(&person), &names[0]);
}

/* ---- What makes sense */

static enum status check_birth(const char *birth)
{
    struct person person = fixture_record_make("Асанова", NULL);
    person.birth = fixture_date(birth);
    person.has_birth = true;
    const enum status status = person_check(&person, fixture_day("2026-11-23"), &error);
    person_release(&person);
    return status;
}

static void a_birth_lies_in_the_past_and_not_too_far(void **state)
{
    (void)state;
    assert_int_equal(check_birth("2026-11-23"), STATUS_OK);
    assert_int_equal(check_birth("2026-11-24"), STATUS_DATE_INVALID);
    assert_int_equal(check_birth("2026-11"), STATUS_OK);
    assert_int_equal(check_birth("2026-12"), STATUS_DATE_INVALID);
    assert_int_equal(check_birth("2026"), STATUS_OK);
    assert_int_equal(check_birth("2027"), STATUS_DATE_INVALID);
    assert_int_equal(check_birth("1896"), STATUS_OK);
    assert_int_equal(check_birth("1895"), STATUS_DATE_INVALID);
    assert_int_equal(check_birth("~1894"), STATUS_OK);
    assert_int_equal(check_birth("~1893"), STATUS_DATE_INVALID);
}

static void a_year_is_its_first_day(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", NULL);
    person.birth = fixture_date("1984-05-03");
    person.has_birth = true;
    static const enum date_precision wrong[] = { DATE_PRECISION_MONTH, DATE_PRECISION_YEAR,
                                                 DATE_PRECISION_ESTIMATED, DATE_PRECISION_COUNT };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        person.birth.precision = wrong[i];
        assert_status(person_check(&person, fixture_day("2026-11-23"), &error),
                      STATUS_DATE_INVALID);
    }
    person_release(&person);
}

static void death_and_arrival_lie_between_birth_and_today(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", NULL);
    const struct day today = fixture_day("2026-11-23");
    person.birth = fixture_date("1984-05-03");
    person.has_birth = true;
    person.has_death = true;
    person.death = fixture_day("1984-05-02");
    assert_status(person_check(&person, today, &error), STATUS_DATE_INVALID);
    person.death = fixture_day("1984-05-03");
    assert_ok(person_check(&person, today, &error));
    person.death = fixture_day("2026-11-24");
    assert_status(person_check(&person, today, &error), STATUS_DATE_INVALID);
    person.has_death = false;
    person.has_arrived = true;
    person.arrived = fixture_day("2026-11-24");
    assert_status(person_check(&person, today, &error), STATUS_DATE_INVALID);
    person.arrived = today;
    assert_ok(person_check(&person, today, &error));
    person_release(&person);
}

static void codes_are_known_ones(void **state)
{
    (void)state;
    const struct day today = fixture_day("2026-11-23");
    struct person person = fixture_record_make("Асанова", NULL);
    person.sex = (enum sex)3;
    assert_status(person_check(&person, today, &error), STATUS_INVALID);
    person.sex = SEX_NOT_APPLICABLE;
    assert_ok(person_check(&person, today, &error));
    char *const codes[] = { person.birth_country, person.nationality, person.origin_country };
    static const char *const wrong[] = { "KG", "kgz", "K Z", "KG1" };
    for (size_t code = 0; code < 3; code++) {
        for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
            strcpy(codes[code], wrong[i]);
            assert_status(person_check(&person, today, &error), STATUS_INVALID);
        }
        strcpy(codes[code], "XXA");
        assert_ok(person_check(&person, today, &error));
    }
    person.state = PERSON_STATE_COUNT;
    assert_status(person_check(&person, today, &error), STATUS_INVALID);
    person_release(&person);
}

static void there_is_exactly_one_main_name(void **state)
{
    (void)state;
    const struct day today = fixture_day("2026-11-23");
    struct person person = { .sex = SEX_NOT_KNOWN };
    char text[] = "Асанова";
    struct person_name names[] = { { .kind = NAME_KIND_MAIN, .full_name = text },
                                   { .kind = NAME_KIND_MAIN, .full_name = text } };
    assert_status(person_check(&person, today, &error), STATUS_INVALID);
    person.names = (struct person_name_list){ .items = names, .count = 2 };
    assert_status(person_check(&person, today, &error), STATUS_INVALID);
    names[0].kind = NAME_KIND_BIRTH;
    assert_ok(person_check(&person, today, &error));
    names[0].has_valid_from = names[0].has_valid_until = true;
    names[0].valid_from = fixture_day("2001-01-02");
    names[0].valid_until = fixture_day("2001-01-01");
    assert_status(person_check(&person, today, &error), STATUS_DATE_INVALID);
    names[0].has_valid_from = false;
    names[0].full_name = NULL;
    assert_status(person_check(&person, today, &error), STATUS_INVALID);
}

/* ---- Age */

static int age_on(const char *birth, const char *day)
{
    const struct person person = { .birth = fixture_date(birth), .has_birth = true };
    return person_age(&person, fixture_day(day));
}

static void the_age_counts_whole_years(void **state)
{
    (void)state;
    const struct person unknown = { .has_birth = false };
    assert_int_equal(age_on("2008-11-23", "2026-11-22"), 17);
    assert_int_equal(age_on("2008-11-23", "2026-11-23"), 18);
    assert_int_equal(age_on("2008-02-29", "2026-02-28"), 17);
    assert_int_equal(age_on("2008-02-29", "2026-03-01"), 18);
    assert_int_equal(age_on("2008-11", "2026-11-01"), 18);
    assert_int_equal(age_on("2008", "2026-01-01"), 18);
    assert_int_equal(age_on("~2008", "2026-01-01"), 18);
    assert_int_equal(age_on("2026", "2026-01-01"), 0);
    assert_int_equal(age_on("2026-11-23", "2026-11-22"), 0);
    assert_int_equal(person_age(&unknown, fixture_day("2026-01-01")), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_put_together_from_its_parts),
        cmocka_unit_test(somebody_with_one_name_has_a_whole_name_only),
        cmocka_unit_test(a_name_is_kept_in_nfc),
        cmocka_unit_test(what_is_no_name_is_refused),
        cmocka_unit_test(a_part_may_have_120_letters_and_a_whole_name_240),
        cmocka_unit_test(every_word_is_understood_again),
        cmocka_unit_test(the_main_name_is_found_wherever_it_stands),
        cmocka_unit_test(a_birth_lies_in_the_past_and_not_too_far),
        cmocka_unit_test(a_year_is_its_first_day),
        cmocka_unit_test(death_and_arrival_lie_between_birth_and_today),
        cmocka_unit_test(codes_are_known_ones),
        cmocka_unit_test(there_is_exactly_one_main_name),
        cmocka_unit_test(the_age_counts_whole_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
