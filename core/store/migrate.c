/* SPDX-License-Identifier: Apache-2.0 */
#include "store/migrate.h"

#include "store/query.h"
#include "store/store.h"

#include <stdio.h>

static const char SQL_FIND_APPLICATION[] = "PRAGMA application_id";
static const char SQL_FIND_VERSION[] = "PRAGMA user_version";
static const char SQL_STOP_WATCHING[] = "PRAGMA foreign_keys = OFF";
static const char SQL_WATCH_AGAIN[] = "PRAGMA foreign_keys = ON";
static const char SQL_CHECK_REFERENCES[] = "PRAGMA foreign_key_check";
static const char SQL_COUNT_TABLES[] = "SELECT count(*) FROM sqlite_schema";

enum { SQL_SET_NUMBER_SIZE = 64 };

static enum status ask_number(struct store *store, const char *sql, int *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    if (query_next_row(&query))
        *out = query_int(&query, 0);
    return query_end_found(&query, error);
}

enum status migrate_version(struct store *store, size_t newest, int *out, struct error *error)
{
    int application = 0;
    int tables = 0;
    enum status status = ask_number(store, SQL_FIND_APPLICATION, &application, error);
    if (status == STATUS_OK)
        status = ask_number(store, SQL_FIND_VERSION, out, error);
    if (status == STATUS_OK)
        status = ask_number(store, SQL_COUNT_TABLES, &tables, error);
    if (status != STATUS_OK)
        return status;

    const bool is_empty = application == 0 && *out == 0 && tables == 0;
    if (!is_empty && application != STORE_APPLICATION_ID)
        return error_set(error, STATUS_NOT_A_VAULT, "application id is %d", application);
    if (*out < 0)
        return error_set(error, STATUS_DAMAGED, "version of the tables is %d", *out);
    if ((size_t)*out > newest)
        return error_set_number(error, STATUS_NEWER_FORMAT, *out,
                                "tables of version %d, this program knows %zu", *out, newest);
    return STATUS_OK;
}

static enum status check_table(const struct migration *table, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++)
        if (table[i].version != (int)i + 1)
            return error_set(error, STATUS_INTERNAL, "migration %zu has the number %d", i + 1,
                             table[i].version);
    return STATUS_OK;
}

static enum status set_number(struct store *store, const char *pragma, int value,
                              struct error *error)
{
    char sql[SQL_SET_NUMBER_SIZE];
    snprintf(sql, sizeof(sql), "PRAGMA %s = %d", pragma, value);
    return store_execute(store, sql, error);
}

static enum status run_sql(struct store *store, const struct migration *migration,
                           struct error *error)
{
    struct error cause = { .status = STATUS_OK };
    const enum status status = store_execute(store, migration->sql, &cause);
    if (status != STATUS_OK)
        return error_set(error, status, "migration %s: %.100s", migration->name, cause.detail);
    if (!store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "migration %s ended its transaction",
                         migration->name);
    return STATUS_OK;
}

/* What a migration left must refer to what is there, as if the references had been watched. */
static enum status check_references(struct store *store, const struct migration *migration,
                                    struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_CHECK_REFERENCES);
    const bool is_broken = query_next_row(&query);
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && is_broken)
        return error_set(error, STATUS_DAMAGED, "migration %s leaves references to nothing",
                         migration->name);
    return status;
}

/* In a new file there is nothing yet that could refer to what is gone. */
static enum status apply(struct store *store, const struct migration *migration, bool is_new,
                         struct error *error)
{
    enum status status = store_begin(store, error);
    if (status != STATUS_OK)
        return status;
    int version = 0;
    status = ask_number(store, SQL_FIND_VERSION, &version, error);
    if (status == STATUS_OK && version >= migration->version) {
        store_rollback(store); /* another program was faster */
        return STATUS_OK;
    }
    if (status == STATUS_OK && migration->version == 1)
        status = set_number(store, "application_id", STORE_APPLICATION_ID, error);
    if (status == STATUS_OK)
        status = run_sql(store, migration, error);
    if (status == STATUS_OK && !is_new)
        status = check_references(store, migration, error);
    if (status == STATUS_OK)
        status = set_number(store, "user_version", migration->version, error);
    if (status == STATUS_OK)
        return store_commit(store, error);
    store_rollback(store);
    return status;
}

enum status migrate_table(struct store *store, const struct migration *table, size_t count,
                          struct error *error)
{
    enum status status = check_table(table, count, error);
    int version = 0;
    if (status == STATUS_OK)
        status = migrate_version(store, count, &version, error);
    if (status != STATUS_OK || (size_t)version == count)
        return status;
    /* A table that others refer to can only be made anew while nobody watches the references. */
    status = store_execute(store, SQL_STOP_WATCHING, error);
    for (size_t i = (size_t)version; i < count && status == STATUS_OK; i++)
        status = apply(store, &table[i], version == 0, error);
    const enum status watching = store_execute(store, SQL_WATCH_AGAIN, NULL);
    if (status == STATUS_OK && watching != STATUS_OK)
        status = error_set(error, watching, "watching references");
    return status;
}

enum status store_migrate(struct store *store, struct error *error)
{
    return migrate_table(store, migrations, migration_count, error);
}
