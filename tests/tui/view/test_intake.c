/* SPDX-License-Identifier: Apache-2.0 */

/* Taking people in, as somebody at a busy window does it. */
#include "app/app_private.h"

#include "casefile/casefile_store.h"
#include "casefile/step_store.h"
#include "household/household_store.h"
#include "person/person_store.h"
#include "store/draft.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/intake_private.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char zone[] = "P<KGZNURLANOV<<AZAMAT<<<<<<<<<<<<<<<<<<<<<<<\n"
                           "AN12345677KGZ8703123M3006140<<<<<<<<<<<<<<<8";

static struct fixture_application fixture;

static int begin(void **state)
{
    (void)state;
    setenv("TZ", "UTC", 1);
    fixture_application_make(&fixture);
    fixture_application_open(&fixture, 25, 80);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_application_lose(&fixture);
    fixture_application_verify(&fixture);
    fixture_application_remove(&fixture);
    return 0;
}

static int home_again(void **state)
{
    (void)state;
    app_back_to(fixture.app, &home_view_class);
    return 0;
}

static void press(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
    scripted_port_forget(&fixture.port);
}

static void scan(void)
{
    scripted_port_scan(&fixture.port, zone);
    assert_true(scripted_run(&fixture.port, fixture.app));
    scripted_port_forget(&fixture.port);
}

static struct form *form(void)
{
    return view_form(app_top(fixture.app));
}

static void assert_value(const char *field, const char *value)
{
    assert_string_equal(form_value(form(), field), value);
}

static void assert_focus(const char *field)
{
    assert_non_null(form_focused(form()));
    assert_string_equal(form_focused(form())->id, field);
}

static void throw_away(void)
{
    app_drop_draft(fixture.app, app_top(fixture.app));
}

/* ---- names */

static void what_was_filled_in_by_itself_is_passed_by(void **state)
{
    (void)state;
    press("nНурланов<Enter>Азамат<Enter><Enter>01021990<Enter>");
    assert_value("other_name", "Nurlanov Azamat");
    assert_value("birth_date", "01.02.1990");
    assert_focus("sex");
    press("<Up><Up>");
    assert_focus("other_name");
    press("<C-u>Nurlanow Azamat<Tab>");
    assert_focus("birth_date");
    assert_value("other_name", "Nurlanow Azamat");
    throw_away();
}

static void what_is_filled_in_last_is_passed_by_too(void **state)
{
    (void)state;
    press("n<Tab><Tab>Маратович<Tab>");
    assert_focus("birth_date");
    throw_away();
}

static void digits_in_a_name_keep_it_from_being_kept(void **state)
{
    (void)state;
    press("nNurlanov1<Tab>Azamat<Tab><Tab>");
    assert_shown(&fixture.port, "A name has no digits.");
    press("<Up><C-u>Nurlanov 01021990<Tab>");
    assert_non_null(form_find(form(), "other_name")->fault);
    form_focus(form(), "surname");
    press("<BS><Tab>");
    assert_null(form_find(form(), "surname")->fault);
    form()->focus = form()->count;
    press("<Enter>");
    assert_string_equal(app_top(fixture.app)->class->name, "intake");
    assert_focus("other_name");
    throw_away();
}

static void the_words_of_a_name_go_where_they_belong(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *surname, *given_name, *patronymic;
    } names[] = {
        { "сыдыкова гулнара", "Сыдыкова", "Гулнара", "" },
        { "gulnara sydykova", "Sydykova", "Gulnara", "" },
        { "Каримова Зухра Рахимовна", "Каримова", "Зухра", "Рахимовна" },
        { "рахимов", "Рахимов", "", "" },
        { "қожа  Али", "Қожа", "Али", "" },
        { "", "", "", "" },
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct intake_name name;
        intake_name_split(&name, names[i].typed);
        assert_string_equal(name.surname, names[i].surname);
        assert_string_equal(name.given_name, names[i].given_name);
        assert_string_equal(name.patronymic, names[i].patronymic);
    }
}

/* ---- the scanner */

static void a_scan_into_an_empty_form_has_the_latin_name_first(void **state)
{
    (void)state;
    press("n");
    scan();
    assert_not_shown(&fixture.port, "replaces:");
    press("<Enter>");
    assert_value("surname", "Nurlanov");
    assert_value("other_name", "Нурланов Азамат");
    throw_away();
}

static void a_scan_names_what_it_replaces_and_leaves_a_cyrillic_name(void **state)
{
    (void)state;
    press("nНурланов<Tab><Tab><Tab>1986<Tab>");
    scan();
    assert_shown(&fixture.port, "Name in other letters: Nurlanov Azamat");
    assert_shown(&fixture.port, "Born on: 12.03.1987   replaces: 1986");
    press("<Enter>");
    assert_value("surname", "Нурланов");
    assert_value("given_name", "Азамат");
    assert_value("other_name", "Nurlanov Azamat");
    assert_value("birth_date", "12.03.1987");
    press("<C-z>");
    assert_value("surname", "Нурланов");
    assert_value("given_name", "");
    assert_value("other_name", "Nurlanov");
    assert_value("birth_date", "1986");
    assert_value("document_number", "");
    assert_value("mrz", "");
    throw_away();
}

static void a_filling_is_taken_back_after_what_was_typed_since(void **state)
{
    (void)state;
    press("n");
    scan();
    press("<Enter>");
    form_focus(form(), "personal_number");
    press("<Down>0555123456<C-z>");
    assert_value("surname", "Nurlanov");
    assert_value("phone", "");
    press("<C-z>");
    assert_value("surname", "");
    throw_away();
}

/* ---- several people */

static void several_people_can_be_half_done(void **state)
{
    (void)state;
    press("nAlfa<Tab>Anna<Tab><F7>");
    assert_string_equal(app_top(fixture.app)->class->name, "intake");
    assert_value("surname", "");
    press("Bravo<Tab><F7><F7>");
    assert_shown(&fixture.port, "Nothing was typed here yet");
    press("<Esc><Wait:600>");
    assert_shown(&fixture.port, "NOT FINISHED");
    assert_shown(&fixture.port, "Alfa Anna");
    assert_shown(&fixture.port, "Bravo");
    press("2");
    assert_value("given_name", "Anna");
    throw_away();
    press("<Esc><Wait:600>1");
    assert_value("surname", "Bravo");
    throw_away();
    press("<Esc><Wait:600>");
    assert_not_shown(&fixture.port, "NOT FINISHED");
}

static void the_family_of_a_half_done_person_is_not_forgotten(void **state)
{
    (void)state;
    intake_open_family(fixture.app, fixture.people[0]); /* in the place of "my day" */
    app_draw(fixture.app);
    press("Alfa<Tab>");
    const struct place place = app_top(fixture.app)->place;
    assert_string_equal(place.detail, fixture.people[0]);
    assert_string_not_equal(place.subject, fixture.people[0]);
    assert_value(intake_family_field, fixture.people[0]);
    app_replace(fixture.app, &home_view_class, NULL);
    app_draw(fixture.app);
    press("1");
    assert_value("given_name", "Alfa");
    assert_string_equal(app_top(fixture.app)->place.detail, fixture.people[0]);
    assert_shown(&fixture.port, "SAME FAMILY AS");
    throw_away();
}

static void whoever_is_taken_in_with_a_family_shares_its_household(void **state)
{
    (void)state;
    struct error error;
    struct household_member_list ours = { .items = NULL }, theirs = { .items = NULL };
    press("n");
    intake_open_family(fixture.app, fixture.people[1]);
    app_draw(fixture.app);
    press("Zzyzx<Tab>");
    intake_is_new(fixture.app, app_top(fixture.app));
    const struct view *top = app_top(fixture.app);
    assert_string_equal(top->class->name, "choose_workflow");
    assert_ok(household_of_person(app_store(fixture.app), top->place.subject, &ours, &error));
    assert_ok(household_of_person(app_store(fixture.app), fixture.people[1], &theirs, &error));
    assert_int_equal(ours.count, 1);
    assert_string_equal(ours.items[0].household_id, theirs.items[0].household_id);
    free(ours.items);
    free(theirs.items);
}

/* ---- messages about one field */

static void what_was_said_of_a_field_goes_with_it(void **state)
{
    (void)state;
    press("n<C-z>");
    assert_shown(&fixture.port, "Nothing to take back");
    press("a");
    assert_shown(&fixture.port, "Nothing to take back");
    press("<Tab>");
    assert_not_shown(&fixture.port, "Nothing to take back");
    throw_away();
}

/* ---- a step that asks what is known */

/* Status and contact are asked for once it is known that the person is safe. */
static void finish_safety(const char *casefile)
{
    struct error error;
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    static const struct answer_input inputs[] = { { "safety", "danger", 0, "no" },
                                                  { "safety", "medical", 0, "no" },
                                                  { "safety", "shelter", 0, "no" } };
    const struct answer_act act = { .inputs = inputs, .count = 3 };
    const struct step_finishing finishing = { .step = "safety", .day = app_today(fixture.app) };
    assert_ok(step_answer(app_desk(fixture.app), casefile, &act, &result, &error));
    step_result_release(&result);
    assert_ok(step_finish(app_desk(fixture.app), casefile, &finishing, &result, &error));
    step_result_release(&result);
}

static void open_step(const char *person)
{
    struct error error;
    struct casefile_opened opened;
    struct place place = { .detail = "intake" };
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = "integration",
                                              .opened_on = app_today(fixture.app) };
    const enum status status = casefile_open(app_desk(fixture.app), &opening, &opened, &error);
    assert_true(status == STATUS_OK || status == STATUS_EXISTS);
    if (status == STATUS_OK)
        finish_safety(opened.id);
    snprintf(place.subject, sizeof(place.subject), "%s", opened.id);
    assert_non_null(app_open(fixture.app, &casefile_view_class, &place));
    app_draw(fixture.app);
    assert_non_null(form());
}

static void a_step_has_what_the_record_has(void **state)
{
    (void)state;
    struct error error;
    struct contact phone = { .kind = CONTACT_PHONE, .value = strdup("+996 555 123456") };
    struct person person = { .sex = SEX_FEMALE, .needs_interpreter = true };
    struct contact_list contacts = { .items = &phone, .count = 1 };
    const struct person_name_text text = { .surname = "Alfa" };
    struct person_name name;
    assert_ok(person_name_make(&name, NAME_KIND_MAIN, &text, &error));
    person.names.items = &name;
    person.names.count = 1;
    assert_ok(person_add(app_store(fixture.app), app_desk(fixture.app)->actor, &person, &contacts,
                         &error));
    open_step(person.id);
    assert_value("phone", "+996 555 123456");
    assert_value("phone_safe", "no");
    assert_value("interpreter", "yes");
    assert_value("language", "");
    assert_non_null(form_find(form(), "phone")->remark);
    form_focus(form(), "phone");
    press("7<Tab>");
    assert_null(form_find(form(), "phone")->remark);
    app_back(fixture.app);
    open_step(person.id); /* the draft counts more */
    assert_value("phone", "+996 555 1234567");
    assert_null(form_find(form(), "phone")->remark);
    assert_non_null(form_find(form(), "interpreter")->remark);
    form_focus(form(), "phone");
    press("<C-u><Tab><F2>");
    app_back(fixture.app);
    open_step(person.id); /* and so does what was answered, or not */
    assert_value("interpreter", "yes");
    assert_value("phone", "");
    person_name_release(&name);
    free(phone.value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_was_filled_in_by_itself_is_passed_by, home_again),
        cmocka_unit_test_setup(what_is_filled_in_last_is_passed_by_too, home_again),
        cmocka_unit_test_setup(digits_in_a_name_keep_it_from_being_kept, home_again),
        cmocka_unit_test(the_words_of_a_name_go_where_they_belong),
        cmocka_unit_test_setup(a_scan_into_an_empty_form_has_the_latin_name_first, home_again),
        cmocka_unit_test_setup(a_scan_names_what_it_replaces_and_leaves_a_cyrillic_name,
                               home_again),
        cmocka_unit_test_setup(a_filling_is_taken_back_after_what_was_typed_since, home_again),
        cmocka_unit_test_setup(several_people_can_be_half_done, home_again),
        cmocka_unit_test_setup(the_family_of_a_half_done_person_is_not_forgotten, home_again),
        cmocka_unit_test_setup(whoever_is_taken_in_with_a_family_shares_its_household, home_again),
        cmocka_unit_test_setup(what_was_said_of_a_field_goes_with_it, home_again),
        cmocka_unit_test_setup(a_step_has_what_the_record_has, home_again),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
