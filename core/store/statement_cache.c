/* SPDX-License-Identifier: Apache-2.0 */
#include "store/statement_cache.h"

#include <stddef.h>
#include <string.h>

sqlite3_stmt *statement_cache_take(struct statement_cache *cache, const char *sql)
{
    for (size_t i = 0; i < STATEMENT_CACHE_SIZE; i++) {
        sqlite3_stmt *statement = cache->entries[i].statement;
        if (statement != NULL && strcmp(sqlite3_sql(statement), sql) == 0) {
            cache->entries[i].statement = NULL;
            cache->entries[i].kept_at = 0;
            return statement;
        }
    }
    return NULL;
}

void statement_cache_keep(struct statement_cache *cache, sqlite3_stmt *statement)
{
    size_t oldest = 0;
    for (size_t i = 1; i < STATEMENT_CACHE_SIZE; i++)
        if (cache->entries[i].kept_at < cache->entries[oldest].kept_at)
            oldest = i;
    sqlite3_finalize(cache->entries[oldest].statement);
    cache->entries[oldest].statement = statement;
    cache->entries[oldest].kept_at = ++cache->turn;
}

void statement_cache_clear(struct statement_cache *cache)
{
    for (size_t i = 0; i < STATEMENT_CACHE_SIZE; i++) {
        sqlite3_finalize(cache->entries[i].statement);
        cache->entries[i].statement = NULL;
        cache->entries[i].kept_at = 0;
    }
}
