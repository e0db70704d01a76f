/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tui/fixture_application.h"

#include "casefile/casefile_store.h"
#include "casefile/definition_store.h"
#include "demo/demo.h"
#include "language.h"
#include "support/fixture_office.h"
#include "support/fixture_rows.h"
#include "support/unit.h"
#include "vault/secret.h"
#include "view/view_list.h"

#include <string.h>

static const char user[] = "demo";

/* ---- the file */

static struct day fixed_today(void)
{
    struct day today;
    struct error error;
    assert_ok(day_from_civil(&today, 2026, 11, 24, &error));
    return today;
}

/* 24 November 2026, 05:00 UTC. */
static long long fixed_now(void *self)
{
    (void)self;
    return 1795496400000LL;
}

static enum status open_casefile(struct fixture_application *fixture,
                                 const struct casefile_desk *desk, int index, struct error *error)
{
    static const char *const workflows[] = { "restoration", "integration", "reintegration" };
    static const enum casefile_urgency urgencies[] = { CASEFILE_NORMAL, CASEFILE_NORMAL,
                                                       CASEFILE_HIGH, CASEFILE_URGENT };
    struct casefile_opened opened;
    const struct casefile_opening opening = {
        .person_id = fixture->people[index * 2],
        .workflow = workflows[index % 3],
        .assigned_to = index % 4 == 3 ? NULL : desk->actor,
        .urgency = urgencies[index % 4],
        .intake = CASEFILE_WALK_IN,
        .opened_on = { desk->today.number - index * 3 },
    };
    const enum status status = casefile_open(desk, &opening, &opened, error);
    if (status == STATUS_OK)
        memcpy(fixture->cases[index], opened.id, UUID_TEXT_SIZE);
    return status;
}

/* An office_plan's fill. */
static enum status fill(void *self, struct store *store, const char *actor, struct error *error)
{
    struct fixture_application *fixture = self;
    struct demo demo = { .people = FIXTURE_APPLICATION_PEOPLE,
                         .seed = DEMO_SEED_DEFAULT,
                         .country = "KG" };
    struct definition_cache *definitions = NULL;
    enum status status = demo_fill(&demo, store, actor, error);
    if (status == STATUS_OK)
        status = definition_cache_new(&definitions, error);
    const struct casefile_desk desk = { store, actor, "supervisor", fixed_today(), definitions };
    store_set_clock(store, fixed_now, NULL);
    for (int i = 0; i < FIXTURE_APPLICATION_PEOPLE; i++)
        demo_person_id(demo.seed, i, fixture->people[i]);
    for (int i = 0; i < FIXTURE_APPLICATION_CASES && status == STATUS_OK; i++)
        status = open_casefile(fixture, &desk, i, error);
    store_set_clock(store, NULL, NULL);
    fixture_rows_run(store, "UPDATE user SET created_at = '2026-11-24T05:00:00.000Z'");
    definition_cache_free(definitions);
    return status;
}

void fixture_application_make(struct fixture_application *fixture)
{
    struct error error;
    struct secret *recovery_code = NULL, *passphrase = fixture_office_secret(user);
    const struct office_plan plan = {
        .path = fixture->path,
        .user_name = user,
        .passphrase = passphrase,
        .office_code = "DEMO",
        .country = "KG",
        .is_training = true,
        .fill = fill,
        .fill_self = fixture,
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
    today = fixed_today();
    const struct app_options options = { .views = &application_views,
                                         .path = fixture->path,
                                         .today = &today };
    scripted_port_begin(&fixture->port, rows, columns);
    assert_ok(app_new(&fixture->app, &fixture->port.port, &options, &error));
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
