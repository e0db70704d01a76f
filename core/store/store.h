/* SPDX-License-Identifier: Apache-2.0 */

/* The database of one office: opening it safely, transactions, and the one place where SQLite's
 * result codes become statuses.  Where the bytes go and whether they are sealed is the business
 * of the VFS named in the options.
 *
 * A store belongs to one thread.
 *
 * The life of a new file: the caller opens it under a temporary name with is_new, migrates it,
 * fills it, calls store_finish_new() and store_close(), then renames it.  Until it is finished
 * it has no journal of any kind, so that nothing but the file itself is ever written; the price
 * is that a failure, or store_rollback(), leaves it unusable and it must be deleted. */
#ifndef QADAM_STORE_STORE_H
#define QADAM_STORE_STORE_H

#include "base/error.h"
#include "store/moment.h"

#include <stdbool.h>
#include <stddef.h>

struct sqlite3;
struct store;

struct store_options {
    const char *path; /* ":memory:" with is_new makes a store for tests */
    const char *vfs;  /* a registered VFS; NULL: that of the operating system */
    bool is_new;      /* the file is not there yet, or is empty */
    bool is_alone;    /* keeps every other program out while open; needs no -shm */
    bool is_read_only;
    int cache_kib; /* 0: 2000 */
    /* Asked again and again while a statement runs; true ends it with STATUS_INTERRUPTED.
     * Must not use the store.  NULL: never. */
    bool (*should_stop)(void *self);
    void *self;
};

/* Opens an existing store, or an empty new one.  An existing file must be in write-ahead mode,
 * or it is STATUS_DAMAGED: it is never converted.  Read-only without a -wal beside it, the file
 * may lie on a write-protected medium; nothing is created next to it.  On failure *out is NULL. */
MUST_CHECK enum status store_open(struct store **out, const struct store_options *options,
                                  struct error *error);

/* The last act on a new store: marks the file as one in write-ahead mode.  Afterwards it can
 * only be closed. */
MUST_CHECK enum status store_finish_new(struct store *store, struct error *error);

/* Closes and sets *store to NULL; a store that is NULL already is fine.  Every query must have
 * ended.  An open transaction is rolled back. */
void store_close(struct store **store);

/* ---- Transactions.  They do not nest. */

/* Begins to write, waiting up to five seconds for another writer. */
MUST_CHECK enum status store_begin(struct store *store, struct error *error);

/* Begins to read: until the end everything shows the state of this moment. */
MUST_CHECK enum status store_begin_read(struct store *store, struct error *error);

/* Makes the transaction durable.  On failure it is rolled back: either way none is open
 * afterwards. */
MUST_CHECK enum status store_commit(struct store *store, struct error *error);

/* Takes the transaction back.  Without one it does nothing, so it is safe on every failure
 * path.  (SQLite itself rolls back when the disk is full or a statement is stopped.) */
void store_rollback(struct store *store);

bool store_is_in_transaction(const struct store *store);

/* Whether nothing can be written to it, because it was opened so. */
bool store_is_read_only(const struct store *store);

/* ---- Statements without parameters and results; for the others see query.h. */

/* Runs constant SQL, one statement or several. */
MUST_CHECK enum status store_execute(struct store *store, const char *sql, struct error *error);

/* Forgets the statements that were prepared before: after tables were made that have the names of
 * others, or were dropped. */
void store_forget_statements(struct store *store);

/* How many rows the last INSERT, UPDATE or DELETE changed. */
long long store_changed_rows(const struct store *store);

/* ---- Health */

/* Brings everything from the -wal into the file and empties the -wal.  STATUS_IN_USE when
 * another reader or writer, or this store's own transaction, is in the way. */
MUST_CHECK enum status store_checkpoint(struct store *store, struct error *error);

/* Walks through every page, row and index and every foreign key.  Whatever is wrong is
 * STATUS_DAMAGED; the detail names tables and row numbers, never contents. */
MUST_CHECK enum status store_check(struct store *store, struct error *error);

/* ---- What the user who has it open can unseal beyond the pages (compartment/keyring.h); NULL: no
 * more than those.  Borrowed. */

struct keyring;
void store_set_keyring(struct store *store, struct keyring *keyring);
struct keyring *store_keyring(const struct store *store);

/* ---- Time */

/* The clock for everything the store writes, in milliseconds since 1970 UTC.  Tests replace it;
 * NULL brings back the one of the PC. */
void store_set_clock(struct store *store, long long (*now)(void *self), void *self);
long long store_now(const struct store *store);

/* The same as the tables write it. */
void store_format_now(const struct store *store, char out[MOMENT_TEXT_SIZE]);

/* ---- For the layers that talk to SQLite */

/* The connection itself, for sqlite3_backup in the office layer only. */
struct sqlite3 *store_handle(const struct store *store);

/* Turns an SQLite result code into a failure.  "what" says in constant English or SQL what was
 * tried; it must hold no data.  Success and SQLITE_ROW or SQLITE_DONE are STATUS_OK. */
enum status store_fail(const struct store *store, int code, const char *what, struct error *error);

#endif
