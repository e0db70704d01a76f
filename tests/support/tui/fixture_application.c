/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tui/fixture_application.h"

#include "demo/demo.h"
#include "language.h"
#include "support/fixture_office.h"
#include "support/unit.h"
#include "vault/secret.h"
#include "view/view_list.h"

static const char user[] = "demo";

void fixture_application_make(struct fixture_application *fixture)
{
    struct error error;
    struct secret *recovery_code = NULL, *passphrase = fixture_office_secret(user);
    struct demo demo = { .people = FIXTURE_APPLICATION_PEOPLE,
                         .seed = DEMO_SEED_DEFAULT,
                         .country = "KG" };
    const struct office_plan plan = {
        .path = fixture->path,
        .user_name = user,
        .passphrase = passphrase,
        .office_code = "DEMO",
        .country = demo.country,
        .is_training = true,
        .fill = demo_fill,
        .fill_self = &demo,
    };
    language_init();
    language_use("en");
    folder_make(&fixture->folder);
    folder_path(fixture->path, &fixture->folder, "office.qadam");
    assert_ok(office_create(&plan, disk_system(), &recovery_code, &error));
    secret_free(&passphrase);
    secret_free(&recovery_code);
}

void fixture_application_remove(struct fixture_application *fixture)
{
    folder_remove(&fixture->folder);
}

void fixture_application_start(struct fixture_application *fixture, int rows, int columns)
{
    static struct day today;
    struct error error;
    assert_ok(day_from_civil(&today, 2026, 11, 24, &error));
    const struct app_options options = { .path = fixture->path, .today = &today };
    scripted_port_begin(&fixture->port, rows, columns);
    assert_ok(app_new(&fixture->app, &fixture->port.port, &options, &error));
    app_set_lock_view(fixture->app, &unlock_view_class);
    assert_non_null(app_open(fixture->app, &unlock_view_class, NULL));
    app_draw(fixture->app);
}

void fixture_application_open(struct fixture_application *fixture, int rows, int columns)
{
    fixture_application_start(fixture, rows, columns);
    assert_true(fixture_application_do(fixture, "demo<Enter><Enter>"));
    if (!session_is_open(app_session(fixture->app)))
        grid_print(&fixture->port.shown);
    assert_true(session_is_open(app_session(fixture->app)));
}

bool fixture_application_do(struct fixture_application *fixture, const char *keys)
{
    return scripted_do(&fixture->port, fixture->app, keys);
}

void fixture_application_lose(struct fixture_application *fixture)
{
    app_free(&fixture->app);
    scripted_port_end(&fixture->port);
}

void fixture_application_verify(const struct fixture_application *fixture)
{
    struct error error;
    struct office *office = NULL;
    struct office_health health;
    const struct progress progress = { 0 };
    assert_ok(fixture_office_open(&office, fixture->path, disk_system(), user, user, &error));
    assert_ok(office_verify(office, &progress, &health, &error));
    office_close(&office);
}
