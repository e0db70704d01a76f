/* SPDX-License-Identifier: Apache-2.0 */

/* The tables of a store, built step by step from migrations/NNNN_name.sql.  The files become a
 * C table at build time (migrations/embed.awk).  Never edit a released file: add the next one. */
#ifndef QADAM_STORE_MIGRATE_H
#define QADAM_STORE_MIGRATE_H

#include "base/error.h"

#include <stddef.h>

struct store;

/* Says "a file of this program" in the database itself ("Qdam"). */
enum { STORE_APPLICATION_ID = 0x5164616D };

struct migration {
    int version; /* 1, 2, 3... */
    const char *name;
    const char *sql; /* without BEGIN and COMMIT */
};

/* Generated from the .sql files. */
extern const struct migration migrations[];
extern const size_t migration_count;

/* Brings a store to the newest tables; does nothing when they are there.  Every step is one
 * transaction: after a failure the store has the tables of the last step that succeeded.
 * STATUS_NEWER_FORMAT when a newer program made it, STATUS_NOT_A_VAULT when another program's
 * tables are inside. */
MUST_CHECK enum status store_migrate(struct store *store, struct error *error);

/* The same with another table of migrations. */
MUST_CHECK enum status migrate_table(struct store *store, const struct migration *table,
                                     size_t count, struct error *error);

/* The version of the tables inside, 0 for an empty store.  Changes nothing, so it also serves a
 * store that is open read-only.  Fails as store_migrate() does for foreign and newer ones. */
MUST_CHECK enum status migrate_version(struct store *store, size_t newest, int *out,
                                       struct error *error);

#endif
