/* SPDX-License-Identifier: Apache-2.0 */

/* A few prepared statements that nobody uses at the moment. */
#ifndef QADAM_STORE_STATEMENT_CACHE_H
#define QADAM_STORE_STATEMENT_CACHE_H

#include <sqlite3.h>

enum { STATEMENT_CACHE_SIZE = 64 };

struct statement_cache {
    struct {
        sqlite3_stmt *statement;
        unsigned long long kept_at;
    } entries[STATEMENT_CACHE_SIZE];
    unsigned long long turn;
};

/* Takes the statement with exactly this text out of the cache; NULL when there is none. */
sqlite3_stmt *statement_cache_take(struct statement_cache *cache, const char *sql);

/* Keeps a reset statement; the one that has waited longest gives its place. */
void statement_cache_keep(struct statement_cache *cache, sqlite3_stmt *statement);

/* Finalizes them all. */
void statement_cache_clear(struct statement_cache *cache);

#endif
