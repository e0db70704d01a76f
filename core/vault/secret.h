/* SPDX-License-Identifier: Apache-2.0 */

/* Keys and passphrases: memory that is locked, guarded on both sides, left out of core dumps and
 * wiped when freed (sodium_malloc).  Secrets never leave it: they enter no struct error, no
 * log, no argument list and no environment. */
#ifndef QADAM_VAULT_SECRET_H
#define QADAM_VAULT_SECRET_H

#include <stddef.h>

#include "base/error.h"

struct secret {
    unsigned char *bytes;
    size_t length;   /* bytes in use */
    size_t capacity; /* bytes there are */
};

/* A zeroed secret of that capacity and length 0.  The caller frees it.  The first call starts
 * the cryptographic library, which can take a second on an old PC that has just booted. */
MUST_CHECK enum status secret_new(struct secret **out, size_t capacity, struct error *error);

/* A secret of exactly these bytes; the caller wipes its own copy. */
MUST_CHECK enum status secret_from_bytes(struct secret **out, const void *bytes, size_t length,
                                         struct error *error);

/* length random bytes. */
MUST_CHECK enum status secret_random(struct secret **out, size_t length, struct error *error);

/* Wipes, frees and nulls; NULL inside is fine. */
void secret_free(struct secret **secret);

/* Keeps the process out of core dumps and away from other programs of the same user.  Called
 * once at the start of the program. */
void secret_guard_process(void);

#endif
