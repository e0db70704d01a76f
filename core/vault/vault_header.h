/* SPDX-License-Identifier: Apache-2.0 */

/* Reading and writing the two header copies of a vault, for vault.c and vault_stage.c. */
#ifndef QADAM_VAULT_VAULT_HEADER_H
#define QADAM_VAULT_VAULT_HEADER_H

#include "vault/vault_file.h"

/* Opens vault->file with these SQLITE_OPEN_ flags. */
MUST_CHECK enum status vault_header_open(struct vault *vault, int flags, struct error *error);

/* Reads both copies; at least one must be whole, else the most telling failure. */
MUST_CHECK enum status vault_header_read(struct vault *vault, struct error *error);

/* Writes and syncs one copy, and remembers it as valid. */
MUST_CHECK enum status vault_header_write(struct vault *vault, int copy,
                                          const struct header *header, struct error *error);

/* The valid copy with the highest sequence (rank 0), or the other one (rank 1); -1 when that one
 * is not valid. */
int vault_header_newest(const struct vault *vault, int rank);

#endif
