/* SPDX-License-Identifier: Apache-2.0 */

/* The header of an office file: two copies of the list of keyslots.  Each copy carries a
 * sequence number, a checksum that shows a torn write, and a MAC under a key derived from the
 * data key that shows a slot which somebody removed or added from outside.  See FORMAT.md,
 * "The header". */
#ifndef QADAM_VAULT_HEADER_H
#define QADAM_VAULT_HEADER_H

#include "vault/keyslot.h"

enum {
    HEADER_FORMAT_VERSION = 1,
    HEADER_KEYSLOTS = 62,
    HEADER_COPY_SIZE = 512 + HEADER_KEYSLOTS * KEYSLOT_SIZE, /* 16384 */
    HEADER_COPIES = 2,
    HEADER_SIZE = HEADER_COPIES * HEADER_COPY_SIZE, /* the first page of the database follows */
    HEADER_MAC_SIZE = 32,
};
_Static_assert(HEADER_COPY_SIZE == 16384, "FORMAT.md says so");

struct header {
    unsigned char file_id[FILE_ID_SIZE];
    uint64_t sequence;
    struct keyslot slots[HEADER_KEYSLOTS];
    unsigned char mac[HEADER_MAC_SIZE]; /* as read; header_format() computes its own */
};

/* The HEADER_COPY_SIZE bytes of one copy, with MAC and checksum. */
void header_format(unsigned char out[HEADER_COPY_SIZE], const struct header *header,
                   const struct secret *mac_key);

/* Reads one copy and checks everything that needs no key.  STATUS_NOT_A_VAULT without the magic
 * number, STATUS_NEWER_FORMAT for a higher format version, else STATUS_DAMAGED. */
MUST_CHECK enum status header_parse(struct header *out, const unsigned char bytes[HEADER_COPY_SIZE],
                                    struct error *error);

/* Whether the copy was written by somebody who has the data key. */
MUST_CHECK bool header_is_authentic(const struct header *header, const struct secret *mac_key);

/* The index of the slot with that name hash, of the recovery slot, or of the first empty one;
 * -1 when there is none. */
int header_find_user(const struct header *header,
                     const unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE]);
int header_find_kind(const struct header *header, enum keyslot_kind kind);
int header_count_kind(const struct header *header, enum keyslot_kind kind);

/* Whether two copies say the same, sequence included. */
bool header_equals(const struct header *left, const struct header *right);

#endif
