/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
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
    struct person person = fixture_record_make("Маркерова", "Гүлнур");
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
    struct contact_list contacts = fixture_record_phone("+996 (555) 12-34-56");
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

/* ---- Refusing */

static enum status add(struct person *person)
{
    return person_add(store, FIXTURE_USER, person, NULL, &error);
}

static void what_makes_no_sense_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", "Айгүл");
    char *before = dump_database(store_handle(store), "");
    person.birth = fixture_date("2026-11-25"); /* the fixture's day is 2026-11-23, 24 in the east */
    person.has_birth = true;
    assert_int_equal(add(&person), STATUS_DATE_INVALID);
    person.has_birth = false;
    person.occupation = strdup("\xE2\x80\xAE");
    assert_int_equal(add(&person), STATUS_TEXT_CONTROL);
    free(person.occupation);
    person.occupation = NULL;
    person.legal_status = strdup("x"); /* the table wants two letters */
    assert_int_equal(add(&person), STATUS_INVALID);
    free(person.legal_status);
    person.legal_status = NULL;
    person.state = PERSON_STATE_DUPLICATE;
    assert_int_equal(add(&person), STATUS_INVALID);
    person.state = PERSON_STATE_ACTIVE;
    strcpy(person.id, "1");
    assert_int_equal(add(&person), STATUS_INVALID);
    person.id[0] = '\0';
    assert_status(person_add(store, "nobody", &person, NULL, &error), STATUS_INVALID);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    assert_int_equal(add(&person), STATUS_OK);
    assert_int_equal(add(&person), STATUS_EXISTS);
    person_release(&person);
}

static void the_day_is_that_of_the_east(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", "Айгүл");
    person.birth = fixture_date("2026-11-24"); /* 18:48 UTC is past midnight in Osh */
    person.has_birth = true;
    assert_int_equal(add(&person), STATUS_OK);
    person_release(&person);
}

static void texts_are_kept_as_the_gate_leaves_them(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", "Айгүл");
    person.birth_place = strdup("  \xD0\x98\xCC\x86\xD0\xBE ");
    person.occupation = strdup("  ");
    struct contact_list contacts = fixture_record_phone(" 0555 ");
    assert_ok(person_add(store, FIXTURE_USER, &person, &contacts, &error));
    assert_string_equal(
        fixture_text(store, "SELECT birth_place FROM person WHERE id = :id", person.id), "Йо");
    assert_string_equal(
        fixture_text(store, "SELECT occupation IS NULL FROM person WHERE id = :id", person.id),
        "1");
    assert_string_equal(
        fixture_text(store, "SELECT value FROM contact WHERE person_id = :id", person.id), "0555");
    contact_list_release(&contacts);
    person_release(&person);
}

static void somebody_who_is_not_there_is_not_found(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", "Айгүл");
    struct person_name name = { .kind = NAME_KIND_ALIAS };
    struct contact contact = { .kind = CONTACT_PHONE };
    char text[] = "Алтын";
    name.full_name = contact.value = text;
    uuid_new(person.id);
    assert_status(person_change(store, FIXTURE_USER, &person, &error), STATUS_NOT_FOUND);
    assert_status(person_add_name(store, FIXTURE_USER, person.id, &name, &error), STATUS_NOT_FOUND);
    assert_status(person_add_contact(store, FIXTURE_USER, person.id, &contact, &error),
                  STATUS_NOT_FOUND);
    assert_status(person_merge(store, FIXTURE_USER, person.id, FIXTURE_USER, "same", &error),
                  STATUS_NOT_FOUND);
    assert_status(person_unmerge(store, FIXTURE_USER, person.id, &error), STATUS_NOT_FOUND);
    assert_status(person_erase(store, FIXTURE_USER, person.id, "asked", &error), STATUS_NOT_FOUND);
    person_release(&person);
    assert_status(person_load(store, FIXTURE_USER, &person, &error), STATUS_NOT_FOUND);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 0);
}

static void an_act_inside_another_transaction_is_part_of_it(void **state)
{
    (void)state;
    struct person person = fixture_record_make("Асанова", "Айгүл");
    assert_ok(store_begin(store, &error));
    assert_ok(add(&person));
    assert_true(store_is_in_transaction(store));
    store_rollback(store);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person"), 0);
    assert_ok(store_begin(store, &error));
    assert_ok(add(&person));
    assert_ok(store_commit(store, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person"), 1);
    person_release(&person);
    assert_journal_is_whole(store);
}

/* ---- Changing */

static void the_later_of_two_changes_is_told_about_the_earlier(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    char id[UUID_TEXT_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *one = fixture_store_open(path);
    struct store *two = fixture_store_open(path);
    struct person seen_by_one;
    struct person seen_by_two;
    fixture_record_add(one, "Асанова", "Айгүл", id);
    assert_ok(person_load(one, id, &seen_by_one, &error));
    assert_ok(person_load(two, id, &seen_by_two, &error));
    seen_by_one.sex = SEX_FEMALE;
    seen_by_two.sex = SEX_MALE;
    assert_ok(person_change(one, FIXTURE_USER, &seen_by_one, &error));
    assert_status(person_change(two, FIXTURE_OTHER_USER, &seen_by_two, &error), STATUS_MOVED);
    person_release(&seen_by_two);
    assert_ok(person_load(two, id, &seen_by_two, &error));
    assert_int_equal(seen_by_two.sex, SEX_FEMALE);
    assert_ok(person_change(two, FIXTURE_OTHER_USER, &seen_by_two, &error));
    person_release(&seen_by_one);
    person_release(&seen_by_two);
    assert_journal_is_whole(one);
    store_close(&one);
    store_close(&two);
    fixture_folder_remove(path);
}

static void a_change_that_changes_nothing_is_no_act(void **state)
{
    (void)state;
    struct person person = make_full_person();
    assert_int_equal(add(&person), STATUS_OK);
    assert_ok(person_change(store, FIXTURE_USER, &person, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 1);
    person_release(&person);
}

static void a_nationality_can_be_changed_and_taken_back(void **state)
{
    (void)state;
    struct person person = make_full_person();
    struct person found;
    assert_int_equal(add(&person), STATUS_OK);
    strcpy(person.nationality, "KGZ");
    assert_ok(person_change(store, FIXTURE_USER, &person, &error));
    assert_ok(person_load(store, person.id, &found, &error));
    assert_string_equal(found.nationality, "KGZ");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_nationality"), 1);
    found.nationality[0] = '\0';
    assert_ok(person_change(store, FIXTURE_USER, &found, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_nationality"), 0);
    person_release(&found);
    person_release(&person);
}

/* ---- Names */

static struct person_name make_name(enum name_kind kind, const char *surname)
{
    struct person_name name;
    const struct person_name_text text = { .surname = surname };
    assert_ok(person_name_make(&name, kind, &text, &error));
    return name;
}

static void a_new_main_name_makes_the_old_one_a_former_one(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct person found;
    fixture_record_add(store, "Асанова", "Айгүл", id);
    struct person_name name = make_name(NAME_KIND_MAIN, "Бекова");
    name.valid_from = fixture_day("2020-01-01");
    name.has_valid_from = true;
    assert_ok(person_add_name(store, FIXTURE_USER, id, &name, &error));
    assert_ok(person_load(store, id, &found, &error));
    assert_int_equal(found.names.count, 2);
    assert_string_equal(found.names.items[0].surname, "Бекова");
    assert_true(found.names.items[0].has_valid_from);
    assert_int_equal(found.names.items[1].kind, NAME_KIND_FORMER);
    assert_status(person_remove_name(store, FIXTURE_USER, id, name.id, &error), STATUS_REFUSED);
    assert_ok(person_remove_name(store, FIXTURE_USER, id, found.names.items[1].id, &error));
    assert_status(person_remove_name(store, FIXTURE_USER, id, found.names.items[1].id, &error),
                  STATUS_NOT_FOUND);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_name"), 1);
    assert_string_equal(
        fixture_text(store, "SELECT group_concat(act, ' ') FROM journal WHERE subject = :id", id),
        "person.add person.name.add person.name.remove");
    person_name_release(&name);
    person_release(&found);
    assert_journal_is_whole(store);
}

static void a_name_is_tied_to_papers_of_the_same_person_only(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанова", "Айгүл", id);
    struct person_name name = make_name(NAME_KIND_DOCUMENT, "Asanova");
    uuid_new(name.document_id);
    assert_status(person_add_name(store, FIXTURE_USER, id, &name, &error), STATUS_NOT_FOUND);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_name"), 1);
    name.document_id[0] = '\0';
    assert_ok(person_add_name(store, FIXTURE_USER, id, &name, &error));
    assert_string_equal(
        fixture_text(store, "SELECT script FROM person_name WHERE id = :id", name.id), "Latn");
    person_name_release(&name);
}

/* ---- Contacts */

static void contacts_come_and_go(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char other[UUID_TEXT_SIZE];
    char value[] = "0555 11 22 33, 0777 44 55 66 (сосед)";
    char owner[] = "сосед";
    struct contact_list found;
    struct contact contact = { .kind = CONTACT_PHONE, .value = value, .owner = owner };
    fixture_record_add(store, "Асанова", "Айгүл", id);
    fixture_record_add(store, "Бекова", "Айгүл", other);
    assert_ok(person_add_contact(store, FIXTURE_USER, id, &contact, &error));
    assert_ok(person_contacts(store, id, &found, &error));
    assert_int_equal(found.count, 1);
    assert_string_equal(found.items[0].value, value);
    assert_string_equal(found.items[0].owner, owner);
    assert_false(found.items[0].is_safe);
    assert_string_equal(
        fixture_text(store, "SELECT digits FROM contact WHERE id = :id", contact.id), "0555112233");
    contact_list_release(&found);
    assert_status(person_remove_contact(store, FIXTURE_USER, other, contact.id, &error),
                  STATUS_NOT_FOUND);
    assert_ok(person_remove_contact(store, FIXTURE_USER, id, contact.id, &error));
    assert_ok(person_contacts(store, id, &found, &error));
    assert_int_equal(found.count, 0);
    contact.kind = CONTACT_KIND_COUNT;
    assert_status(person_add_contact(store, FIXTURE_USER, id, &contact, &error), STATUS_INVALID);
    assert_journal_is_whole(store);
}

static void only_what_can_be_a_number_is_found_by_digits(void **state)
{
    (void)state;
    static const struct {
        enum contact_kind kind;
        const char *value;
        const char *digits;
    } cases[] = {
        { CONTACT_PHONE, "102", "102" },
        { CONTACT_PHONE, "жок", "" },
        { CONTACT_PHONE, "123456789012345678901", "" }, /* longer than any number */
        { CONTACT_MESSENGER, "@aigul1991", "" },
        { CONTACT_MESSENGER, "WhatsApp +996 555 112233", "996555112233" },
        { CONTACT_ADDRESS, "Ош 723500, Ленин 1234567", "" },
    };
    char id[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанова", "Айгүл", id);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct contact contact = { .kind = cases[i].kind, .value = strdup(cases[i].value) };
        assert_ok(person_add_contact(store, FIXTURE_USER, id, &contact, &error));
        assert_string_equal(
            fixture_text(store, "SELECT digits FROM contact WHERE id = :id", contact.id),
            cases[i].digits);
        free(contact.value);
    }
}

/* ---- History */

static bool collect(void *self, const struct history_entry *entry)
{
    char *seen = self;
    snprintf(seen + strlen(seen), 300 - strlen(seen), "%lld %s%s%s; ", entry->journal_sequence,
             entry->act, entry->before == NULL ? "" : " before",
             entry->after == NULL ? "" : " after");
    return strlen(seen) < 100;
}

static void the_history_tells_the_newest_first(void **state)
{
    (void)state;
    char seen[300] = "";
    struct person person = fixture_record_make("Асанова", "Айгүл");
    assert_int_equal(add(&person), STATUS_OK);
    person.sex = SEX_FEMALE;
    assert_ok(person_change(store, FIXTURE_USER, &person, &error));
    assert_ok(person_each_history(store, person.id, collect, seen, &error));
    assert_string_equal(seen, "2 person.change before after; 1 person.add after; ");
    person_release(&person);
}

/* ---- Faults */

static enum status add_full_person(void *self)
{
    struct contact_list contacts = fixture_record_phone("0555");
    const enum status status = person_add(store, FIXTURE_USER, self, &contacts, &error);
    contact_list_release(&contacts);
    return status;
}

static enum status change_person(void *self)
{
    return person_change(store, FIXTURE_USER, self, &error);
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    struct person person = make_full_person();
    assert_all_or_nothing(store, add_full_person, &person);
    person.sex = SEX_MALE;
    strcpy(person.nationality, "KGZ");
    assert_all_or_nothing(store, change_person, &person);
    person_release(&person);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 2);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_person_comes_back_as_it_was_added, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_journal_knows_the_fields_and_the_history_the_words,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_makes_no_sense_is_refused_and_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_day_is_that_of_the_east, set_up, tear_down),
        cmocka_unit_test_setup_teardown(texts_are_kept_as_the_gate_leaves_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(somebody_who_is_not_there_is_not_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_act_inside_another_transaction_is_part_of_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_later_of_two_changes_is_told_about_the_earlier, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_change_that_changes_nothing_is_no_act, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_nationality_can_be_changed_and_taken_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_new_main_name_makes_the_old_one_a_former_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_name_is_tied_to_papers_of_the_same_person_only, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(contacts_come_and_go, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_can_be_a_number_is_found_by_digits, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_history_tells_the_newest_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
