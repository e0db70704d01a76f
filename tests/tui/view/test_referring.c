/* SPDX-License-Identifier: Apache-2.0 */

/* Sending somebody on to another body, and its answer in one line. */
#include "app/app_private.h"

#include "agency/agency_store.h"
#include "referral/referral_store.h"
#include "support/fixture_rows.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/refer_private.h"
#include "view/referral_private.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct fixture_application fixture;
static struct error error;

static struct store *store(void)
{
    return app_store(fixture.app);
}

static void keep_agency(const char *name, const char *country, bool is_fresh)
{
    struct agency agency = { .name = strdup(name), .kind = "legal_aid", .is_active = true };
    snprintf(agency.country, sizeof(agency.country), "%s", country);
    agency.has_checked_on = is_fresh;
    agency.checked_on = app_today(fixture.app);
    assert_ok(agency_add_service(&agency, "legal_aid", &error));
    assert_ok(
        agency_add(store(), app_desk(fixture.app)->actor, &agency, app_today(fixture.app), &error));
    agency_release(&agency);
}

static int begin(void **state)
{
    (void)state;
    fixture_application_make(&fixture);
    fixture_application_open(&fixture, 25, 80);
    keep_agency("Old clinic", "KGZ", false);
    keep_agency("Young clinic", "KGZ", true);
    keep_agency("Ministry there", "AFG", true);
    fixture_rows_run(store(), "UPDATE person SET origin_country = 'AFG', population_group = NULL");
    fixture_rows_run(store(), "UPDATE casefile SET bars_origin = 0");
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

static struct refer_view *open_form(void)
{
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", fixture.cases[0]);
    struct view *view = app_open(fixture.app, &refer_view_class, &place);
    assert_non_null(view);
    app_draw(fixture.app);
    return (struct refer_view *)view;
}

static const struct form_field *bodies(struct refer_view *refer)
{
    form_set(&refer->form, "need", "legal_aid");
    refer_view_class.left(fixture.app, &refer->view, 0);
    return form_find(&refer->form, "agency");
}

static bool offers(const struct form_field *field, const char *name)
{
    for (size_t i = 0; i < field->option_count; i++)
        if (strncmp(field->options[i].text, name, strlen(name)) == 0)
            return true;
    return false;
}

static void whoever_was_checked_lately_is_offered_first_and_the_others_are_marked(void **state)
{
    (void)state;

    const struct form_field *field = bodies(open_form());

    assert_int_equal(field->option_count, 3);
    assert_null(strstr(field->options[0].text, "NOT CHECKED"));
    assert_non_null(strstr(field->options[2].text, "Old clinic"));
    assert_non_null(strstr(field->options[2].text, "NOT CHECKED LATELY"));
}

static void bodies_of_the_country_that_is_feared_are_not_offered(void **state)
{
    (void)state;
    assert_true(offers(bodies(open_form()), "Ministry there"));
    app_back(fixture.app);
    fixture_rows_run(store(), "UPDATE person SET population_group = 'ASY'");

    struct refer_view *refer = open_form();

    assert_false(offers(bodies(refer), "Ministry there"));
    assert_true(offers(bodies(refer), "Young clinic"));
    assert_non_null(form_find(&refer->form, "origin"));
}

static void only_the_initials_are_told_before_more_is_ticked(void **state)
{
    (void)state;
    const char *told[REFERRAL_ITEM_COUNT];
    struct refer_view *refer = open_form();

    refer_told(refer, told);
    assert_non_null(told[REFERRAL_ITEM_INITIALS]);
    assert_null(told[REFERRAL_ITEM_NAME]);
    assert_null(told[REFERRAL_ITEM_PHONE]);

    form_set(&refer->form, "told", "initials,name");
    refer_told(refer, told);
    assert_non_null(told[REFERRAL_ITEM_NAME]);
}

static void send_one(char code[REFERRAL_CODE_SIZE])
{
    char id[UUID_TEXT_SIZE];
    struct referral referral;
    struct refer_view *refer = open_form();
    const struct form_field *field = bodies(refer);
    form_set(&refer->form, "agency", field->options[0].code);
    form_set(&refer->form, "message", "help with a claim");
    if (form_find(&refer->form, "override") != NULL)
        form_set(&refer->form, "override", "agreed");
    assert_true(refer_send(fixture.app, refer, id));
    assert_ok(referral_load(store(), id, &referral, &error));
    memcpy(code, referral.code, REFERRAL_CODE_SIZE);
    referral_release(&referral);
    app_back(fixture.app);
}

static enum referral_state state_of(const char *code)
{
    char id[UUID_TEXT_SIZE];
    struct referral referral;
    assert_ok(referral_find(store(), code, id, &error));
    assert_ok(referral_load(store(), id, &referral, &error));
    const enum referral_state state = referral.state;
    referral_release(&referral);
    return state;
}

static void an_answer_in_one_line_is_kept_wherever_one_is(void **state)
{
    (void)state;
    char code[REFERRAL_CODE_SIZE], typed[64];
    send_one(code);
    answer_line_ask(fixture.app);
    snprintf(typed, sizeof(typed), "%s accepted<Enter><Enter>", code);

    assert_true(fixture_application_do(&fixture, typed));

    assert_int_equal(state_of(code), REFERRAL_ACCEPTED);
}

static void a_mistyped_code_is_told_and_nothing_is_kept(void **state)
{
    (void)state;
    char code[REFERRAL_CODE_SIZE], typed[64];
    send_one(code);
    answer_line_ask(fixture.app);
    snprintf(typed, sizeof(typed), "%c%s accepted<Enter><Enter>", code[0] == '2' ? '3' : '2',
             code + 1);

    assert_true(fixture_application_do(&fixture, typed));

    assert_non_null(strstr(form_find(view_form(app_top(fixture.app)), "line")->fault, "mistyped"));
    assert_int_equal(state_of(code), REFERRAL_SENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            whoever_was_checked_lately_is_offered_first_and_the_others_are_marked, begin, end),
        cmocka_unit_test_setup_teardown(bodies_of_the_country_that_is_feared_are_not_offered, begin,
                                        end),
        cmocka_unit_test_setup_teardown(only_the_initials_are_told_before_more_is_ticked, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_answer_in_one_line_is_kept_wherever_one_is, begin, end),
        cmocka_unit_test_setup_teardown(a_mistyped_code_is_told_and_nothing_is_kept, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
