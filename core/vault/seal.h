/* SPDX-License-Identifier: Apache-2.0 */

/* Sealing of the units that a vault is made of: database pages and the parts of the write-ahead
 * log.  One construction, XChaCha20-Poly1305 with a fresh random nonce of 24 bytes; the office
 * file's id, the kind of unit and its place are authenticated with it, so a unit that was
 * changed, moved or taken from another file does not open.  See FORMAT.md, "Sealed units". */
#ifndef QADAM_VAULT_SEAL_H
#define QADAM_VAULT_SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "vault/secret.h"

enum {
    SEAL_NONCE_SIZE = 24,
    SEAL_TAG_SIZE = 16,
    SEAL_OVERHEAD = SEAL_NONCE_SIZE + SEAL_TAG_SIZE,
    FILE_ID_SIZE = 16,
    PAGE_SIZE = 4096,
    PAGE_BODY_SIZE = PAGE_SIZE - SEAL_OVERHEAD, /* what SQLite uses; the rest it leaves free */
};

enum seal_kind {
    SEAL_PAGE = 1,         /* place: the page number, from 1 */
    SEAL_LOG_HEADER = 2,   /* place: 0 */
    SEAL_FRAME_HEADER = 3, /* place: the frame's index, from 0 */
    SEAL_FRAME_PAGE = 4,   /* place: the frame's index, from 0 */
};

struct sealer {
    const struct secret *key;
    unsigned char file_id[FILE_ID_SIZE];
};

/* Seals length bytes of plain into out: length bytes, then nonce, then tag.  They may be the
 * same buffer. */
void seal_unit(const struct sealer *sealer, enum seal_kind kind, uint64_t place, unsigned char *out,
               const unsigned char *plain, size_t length);

/* The reverse; false when the unit is not exactly what was sealed for that place. */
MUST_CHECK bool seal_open_unit(const struct sealer *sealer, enum seal_kind kind, uint64_t place,
                               unsigned char *out, const unsigned char *sealed, size_t length);

#endif
