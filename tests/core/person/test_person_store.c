/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_person.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

/* Everything that a record can say. */
static struct person make_full_person(void)
{
    struct person person = fixture_person_make("Маркерова", "Гүлнур");
    person.sex = SEX_FEMALE;
    person.birth = fixture_date("1991-06");
    person.has_birth = true;
    person.birth_place = strdup("Ош");
    strcpy(person.birth_country, "KGZ");
    person.death = fixture_day("2020-02-29");
    person.has_death = true;
    person.population_group = strdup("STA");
    person.legal_status = strdup("recognised");
    strcpy(person.nationality, "XXA");
    strcpy(person.origin_country, "UZB");
    person.arrived = fixture_day("1999-12-31");
    person.has_arrived = true;
    person.language = strdup("ky");
    person.needs_interpreter = true;
    person.marital_status = strdup("widowed");
    person.occupation = strdup("тигүүчү");
    person.education = strdup("secondary");
    person.is_restricted = true;
    person.state = PERSON_STATE_DIED;
    return person;
}

static void a_person_comes_back_as_it_was_added(void **state)
{
    (void)state;
    struct person added = make_full_person();
    struct contact_list contacts = fixture_person_phone("+996 (555) 12-34-56");
    struct contact_list phones;
    struct person found;
    assert_ok(person_add(store, FIXTURE_USER, &added, &contacts, &error));
    assert_true(uuid_is_valid(added.id));
    assert_ok(person_load(store, added.id, &found, &error));
    assert_int_equal(found.sex, SEX_FEMALE);
    assert_int_equal(found.birth.precision, DATE_PRECISION_MONTH);
    assert_int_equal(day_compare(found.birth.day, added.birth.day), 0);
    assert_string_equal(found.birth_place, "Ош");
    assert_string_equal(found.birth_country, "KGZ");
    assert_true(found.has_death && day_compare(found.death, added.death) == 0);
    assert_string_equal(found.population_group, "STA");
    assert_string_equal(found.legal_status, "recognised");
    assert_string_equal(found.nationality, "XXA");
    assert_string_equal(found.origin_country, "UZB");
    assert_true(found.has_arrived && day_compare(found.arrived, added.arrived) == 0);
    assert_string_equal(found.language, "ky");
    assert_true(found.needs_interpreter && found.is_restricted && !found.is_demo);
    assert_string_equal(found.marital_status, "widowed");
    assert_string_equal(found.occupation, "тигүүчү");
    assert_string_equal(found.education, "secondary");
    assert_int_equal(found.state, PERSON_STATE_DIED);
    assert_string_equal(found.created_at, FIXTURE_MOMENT_TEXT);
    assert_int_equal(found.names.count, 1);
    assert_string_equal(person_main_name(&found)->full_name, "Маркерова Гүлнур");
    assert_ok(person_contacts(store, added.id, &phones, &error));
    assert_int_equal(phones.count, 1);
    assert_string_equal(phones.items[0].value, "+996 (555) 12-34-56");
    assert_string_equal(
        fixture_text(store, "SELECT digits FROM contact WHERE person_id = :id", added.id),
        "996555123456");
    assert_string_equal(
        fixture_text(store, "SELECT script FROM person_name WHERE person_id = :id", added.id),
        "Cyrl");
    contact_list_release(&phones);
    contact_list_release(&contacts);
    person_release(&found);
    person_release(&added);
    assert_journal_is_whole(store);
}

static void the_journal_knows_the_fields_and_the_history_the_words(void **state)
{
    (void)state;
    struct person person = make_full_person();
    assert_ok(person_add(store, FIXTURE_USER, &person, NULL, &error));
    free(person.occupation);
    person.occupation = strdup("Ткачиха");
    person.has_death = false;
    person.state = PERSON_STATE_ACTIVE;
    assert_ok(person_change(store, FIXTURE_USER, &person, &error));
    assert_string_equal(
        fixture_text(store,
                     "SELECT json_extract(after, '$.fields') FROM journal WHERE subject = :id"
                     " AND act = 'person.change' AND before IS NULL",
                     person.id),
        "[\"death_date\",\"occupation\",\"state\"]");
    assert_string_equal(fixture_text(store,
                                     "SELECT json_extract(before, '$.occupation') ||"
                                     " json_extract(after, '$.occupation') FROM history"
                                     " WHERE person_id = :id AND before IS NOT NULL",
                                     person.id),
                        "тигүүчүТкачиха");
    char *journal = dump_find(store_handle(store), "тигүүчү");
    assert_string_equal(journal, "history ");
    free(journal);
    person_release(&person);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_person_comes_back_as_it_was_added, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_journal_knows_the_fields_and_the_history_the_words,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
