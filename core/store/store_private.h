/* SPDX-License-Identifier: Apache-2.0 */

/* What store.c, store_open.c and query.c know of each other.  Prepared statements are kept for
 * the next time, because preparing costs more than most of them take to run. */
#ifndef QADAM_STORE_STORE_PRIVATE_H
#define QADAM_STORE_STORE_PRIVATE_H

#include "store/statement_cache.h"
#include "store/store.h"

#include <sqlite3.h>

struct store {
    sqlite3 *handle;
    char *path;
    bool is_new;
    bool is_immutable;
    bool (*should_stop)(void *self);
    void *should_stop_self;
    long long (*now)(void *self);
    void *now_self;
    struct statement_cache statements;
    struct keyring *keyring; /* borrowed */
};

/* Prepares one statement or takes an idle one with the same text.  Returns an SQLite code. */
int store_take_statement(struct store *store, const char *sql, sqlite3_stmt **out);

/* Forgets what was bound and keeps the statement for later.  NULL is fine. */
void store_keep_statement(struct store *store, sqlite3_stmt *statement);

#endif
