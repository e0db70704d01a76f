/* SPDX-License-Identifier: Apache-2.0 */

/* The header of one vault, computed without the vault's code and without its libraries (Python:
 * BLAKE2b of hashlib, the argon2 command of Argon2's authors, XChaCha20-Poly1305, X25519 and
 * XSalsa20-Poly1305 written out from their specifications and checked against the vectors
 * there).  Whoever changes the format by accident no longer opens it. */
#ifndef QADAM_TESTS_SUPPORT_GOLDEN_VAULT_H
#define QADAM_TESTS_SUPPORT_GOLDEN_VAULT_H

#include "support/unit.h"
#include "vault/header.h"

extern const char golden_passphrase[];
extern const char golden_user[];

/* In hexadecimal: see unhex(). */
extern const char golden_file_id[];
extern const char golden_data_key[];
extern const char golden_personal_key[];
extern const char golden_page_key[];
extern const char golden_mac_key[];
extern const char golden_slot[]; /* without the zeros at its end */

/* One copy of the header: the golden slot is the first, the others are empty. */
void golden_header_copy(unsigned char out[HEADER_COPY_SIZE]);

/* Fills at most size bytes; returns how many. */
size_t unhex(unsigned char *out, size_t size, const char *hex);

/* Secrets of known content; the caller frees them.  A failure fails the test. */
struct secret *secret_of_hex(const char *hex);
struct secret *secret_of_text(const char *text);

#endif
