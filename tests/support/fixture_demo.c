/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_demo.h"

#include <sqlite3.h>

#include "compartment/access.h"
#include "store/setting.h"
#include "support/fixture_store.h"
#include "support/unit.h"

enum status fixture_demo_fill_in(struct store *store, const char *country, long people,
                                 unsigned long seed, struct error *error)
{
    struct demo demo = { .people = people, .seed = seed, .country = country };
    enum status status = setting_change_text(store, SETTING_COUNTRY, country, error);
    if (status == STATUS_OK)
        status = setting_change_text(store, SETTING_OFFICE_CODE, "DEMO", error);
    if (status == STATUS_OK)
        status = access_found(store, error);
    return status == STATUS_OK ? demo_fill(&demo, store, FIXTURE_USER, error) : status;
}

enum status fixture_demo_fill(struct store *store, long people, unsigned long seed,
                              struct error *error)
{
    return fixture_demo_fill_in(store, "KG", people, seed, error);
}

struct store *fixture_demo_world(void)
{
    struct error error;
    struct store *store = fixture_store_memory();
    assert_ok(fixture_demo_fill(store, FIXTURE_DEMO_PEOPLE, FIXTURE_DEMO_SEED, &error));
    return store;
}

void fixture_demo_each_row(struct store *store, const char *sql,
                           int (*each)(void *self, int columns, char **values, char **names),
                           void *self)
{
    char *message = NULL;
    if (sqlite3_exec(store_handle(store), sql, each, self, &message) != SQLITE_OK)
        fail_msg("%s: %s", message, sql);
}
