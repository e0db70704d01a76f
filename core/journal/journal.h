/* SPDX-License-Identifier: Apache-2.0 */

/* Who did what, when, and what it was before.  Every entry is written in the transaction of the
 * act itself, and holds a hash over itself and the hash before it: whoever changes, removes or
 * moves an entry breaks the chain from there on, and an inspector who once noted the last hash
 * (the head) on paper can tell later whether that entry is still there.
 *
 * The chain, byte for byte.  H is BLAKE2b with 32 bytes of output and no key; numbers are
 * little-endian; || joins.
 *
 *     hash[0] = H("qadam journal 1" || office_id)       the office's id as in vault_state; no
 *                                                       lengths, no closing zeros
 *     hash[n] = H(hash[n-1] || u64(sequence)
 *                 || text(at) || text(actor) || text(act) || text(noun) || text(subject)
 *                 || text(before) || text(after))
 *
 *     text(t)    = u32(number of bytes) || the bytes in UTF-8, without a closing zero
 *     text(NULL) = u32(0xFFFFFFFF)
 *
 * sequence counts 1, 2, 3... without gaps; at is written as in "2026-11-23T18:48:07.123Z".
 * hash[0] is not stored; hash[n] is the column "hash" of entry n. */
#ifndef QADAM_JOURNAL_JOURNAL_H
#define QADAM_JOURNAL_JOURNAL_H

#include "base/error.h"

#include <stdbool.h>

struct query;
struct store;

enum { JOURNAL_HASH_SIZE = 32 };

struct journal_entry {
    const char *actor;   /* a user's id, JOURNAL_ACTOR_RECOVERY or JOURNAL_ACTOR_SYSTEM */
    const char *act;     /* such as "user.add" */
    const char *noun;    /* such as "user" */
    const char *subject; /* the id of what it was done to */
    const char *before;  /* JSON, or NULL */
    const char *after;   /* JSON, or NULL */
};

extern const char JOURNAL_ACTOR_RECOVERY[];
extern const char JOURNAL_ACTOR_SYSTEM[];

/* Adds an entry to the caller's transaction; without one it refuses (STATUS_INTERNAL).  What is
 * not JSON where JSON belongs is STATUS_INVALID.  The first entry of all needs vault_state. */
MUST_CHECK enum status journal_append(struct store *store, const struct journal_entry *entry,
                                      struct error *error);

struct journal_state {
    long long count;
    unsigned char head[JOURNAL_HASH_SIZE]; /* hash[count] */
};

/* Called now and then with the number of entries done; false stops. */
struct journal_watch {
    bool (*go_on)(void *self, long long done);
    void *self;
};

/* Walks the whole chain; watch may be NULL.  STATUS_JOURNAL_BROKEN with the number of the first
 * entry that is missing or whose hash does not follow, STATUS_INTERRUPTED when stopped. */
MUST_CHECK enum status journal_verify(struct store *store, const struct journal_watch *watch,
                                      struct journal_state *out, struct error *error);

/* The number of the entry that has this hash, 0 for hash[0]; STATUS_NOT_FOUND when the chain does
 * not hold it.  Says nothing about the entries around it: verify first. */
MUST_CHECK enum status journal_find_head(struct store *store,
                                         const unsigned char hash[JOURNAL_HASH_SIZE],
                                         long long *sequence, struct error *error);

/* An entry read back; all texts are borrowed during the visit. */
struct journal_record {
    long long sequence;
    const char *at;
    struct journal_entry entry;
    const unsigned char *hash;
};

/* The columns sequence, at, actor, act, noun, subject, before, after, hash of a query's row; a
 * fault in them is the query's failure. */
void journal_read_record(struct query *query, struct journal_record *out);

#endif
