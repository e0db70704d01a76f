/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_store.h"

#include "store/migrate.h"
#include "store/query.h"
#include "support/unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char SQL_FILL[] =
    "INSERT INTO vault_state (id, office_id, header_sequence)"
    " VALUES (1, '0123456789abcdef0123456789abcdef', 1);"
    "INSERT INTO user (id, login, login_folded, display_name, role, public_key, state, created_at)"
    " VALUES ('" FIXTURE_USER "', 'Aigul', 'aigul', 'Aigul T.', 'supervisor', "
    "x'0900000000000000000000000000000000000000000000000000000000000000',"
    "         'active', '" FIXTURE_MOMENT_TEXT "'),"
    "        ('" FIXTURE_OTHER_USER "', 'Bek', 'bek', 'Bek U.', 'clerk', "
    "x'0900000000000000000000000000000000000000000000000000000000000000',"
    "         'active', '" FIXTURE_MOMENT_TEXT "');";

long long fixture_moment = FIXTURE_MOMENT;

static long long fixture_now(void *self)
{
    (void)self;
    return fixture_moment;
}

static struct store *fixture_open(const struct store_options *options)
{
    struct error error = { .status = STATUS_OK };
    struct store *store = NULL;
    assert_ok(store_open(&store, options, &error));
    store_set_clock(store, fixture_now, NULL);
    if (!options->is_new)
        return store;
    assert_ok(store_migrate(store, &error));
    assert_ok(store_execute(store, SQL_FILL, &error));
    return store;
}

struct store *fixture_store_memory(void)
{
    return fixture_open(&(struct store_options){ .path = ":memory:", .is_new = true });
}

void fixture_folder_path(char out[FIXTURE_PATH_SIZE], const char *name)
{
    char folder[] = "/tmp/qadam_store_XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_true(snprintf(out, FIXTURE_PATH_SIZE, "%s/%s", folder, name) < FIXTURE_PATH_SIZE);
}

void fixture_store_make(const char *path)
{
    struct error error = { .status = STATUS_OK };
    struct store *store =
        fixture_open(&(struct store_options){ .path = path, .is_new = true, .is_alone = true });
    assert_ok(store_finish_new(store, &error));
    store_close(&store);
}

struct store *fixture_store_open(const char *path)
{
    return fixture_open(&(struct store_options){ .path = path });
}

static int visit_folder(const char *path_inside, bool is_removing)
{
    char folder[FIXTURE_PATH_SIZE];
    snprintf(folder, sizeof(folder), "%s", path_inside);
    *strrchr(folder, '/') = '\0';
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    int count = 0;
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        char path[2 * FIXTURE_PATH_SIZE + 1];
        snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
        if (is_removing)
            unlink(path);
    }
    closedir(directory);
    if (is_removing)
        rmdir(folder);
    return count;
}

int fixture_folder_count(const char *path_inside)
{
    return visit_folder(path_inside, false);
}

void fixture_folder_remove(const char *path_inside)
{
    (void)visit_folder(path_inside, true);
}

long long fixture_number(struct store *store, const char *sql)
{
    struct error error = { .status = STATUS_OK };
    struct query query;
    long long number = 0;
    query_begin(&query, store, sql);
    if (query_next_row(&query))
        number = query_int64(&query, 0);
    assert_ok(query_end_found(&query, &error));
    return number;
}
