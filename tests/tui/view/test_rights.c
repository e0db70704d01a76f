/* SPDX-License-Identifier: Apache-2.0 */

/* What the role of whoever has the file open keeps from being done on the screen, also where a
 * draft or the path of views of better days leads. */
#include "app/app_private.h"

#include "office/office.h"
#include "support/fixture_office.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>

static struct fixture_application fixture;

static int begin(void **state)
{
    struct error error = { 0 };
    (void)state;
    fixture_application_make(&fixture);
    fixture_application_open(&fixture, 25, 80);
    struct secret *passphrase = fixture_office_secret("look");
    assert_ok(office_add_user(app_session(fixture.app)->desk.office, "Rustam", ROLE_AUDITOR,
                              passphrase, &error));
    secret_free(&passphrase);
    assert_true(fixture_application_do(&fixture, "<C-k>"));
    assert_true(fixture_application_do(&fixture, "<S-Tab><C-u>Rustam<Enter>look<Enter><Enter>"));
    assert_true(session_is_open(app_session(fixture.app)));
    assert_string_equal(session_user_name(app_session(fixture.app)), "Rustam");
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_application_lose(&fixture);
    fixture_application_remove(&fixture);
    return 0;
}

static void open_and_look(const struct view_class *class, const struct place *place)
{
    const struct view *view = app_open(fixture.app, class, place);
    if (view == NULL)
        return;
    if (view_form((struct view *)view) != NULL)
        fail_msg("an inspector can type into %s \"%s\"", class->name, place->detail);
    app_back(fixture.app);
}

static void an_inspector_gets_no_form_that_writes(void **state)
{
    static const char *const details[] = { "", "person", "correction", "integration", "recovery" };
    (void)state;
    for (size_t i = 0; view_list_at(i) != NULL; i++)
        for (size_t at = 0; at < 2 * sizeof(details) / sizeof(details[0]); at++) {
            const struct view_class *class = view_list_at(i);
            struct place place = { .subject = "" };
            snprintf(place.subject, sizeof(place.subject), "%s",
                     at % 2 == 0 ? fixture.people[0] : fixture.cases[0]);
            snprintf(place.detail, sizeof(place.detail), "%s", details[at / 2]);
            /* What is typed from a paper into the head of the journal is only compared. */
            if (!class->is_locked && class != &journal_head_view_class)
                open_and_look(class, &place);
        }
    /* New ones. */
    open_and_look(&agency_view_class, &(struct place){ .subject = "" });
    open_and_look(&intake_view_class, &(struct place){ .subject = "" });
}

static void a_scanned_paper_makes_an_inspector_no_form(void **state)
{
    const struct view *before = app_top(fixture.app);
    (void)state;
    scripted_port_scan(&fixture.port, "P<KGZNURLANOV<<AZAMAT<<<<<<<<<<<<<<<<<<<<<<<\n"
                                      "AN12345674KGZ8703127M2801015<<<<<<<<<<<<<<08\n");
    assert_true(fixture_application_do(&fixture, ""));
    assert_ptr_equal(app_top(fixture.app), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_inspector_gets_no_form_that_writes),
        cmocka_unit_test(a_scanned_paper_makes_an_inspector_no_form),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
