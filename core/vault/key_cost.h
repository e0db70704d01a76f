/* SPDX-License-Identifier: Apache-2.0 */

/* What one guess at a passphrase costs: memory and passes of Argon2id.  Fixed per keyslot when
 * the slot is made and stored in it, so that a file made on one PC opens on another. */
#ifndef QADAM_VAULT_KEY_COST_H
#define QADAM_VAULT_KEY_COST_H

#include <stdbool.h>
#include <stdint.h>

#include "vault/secret.h"

enum {
    KEY_COST_DEFAULT_PC_MIB = 128, /* the smallest PC that an office is taken to have */
    KEY_COST_MIN_PC_MIB = 48,      /* below this the system itself hardly starts */
    KEY_COST_MIN_PASSES = 3,
    KEY_COST_TARGET_MS = 700, /* how long unlocking may take on the PC that makes the slot */
    KEY_COST_MAX_MEMORY_KIB = 1024 * 1024, /* a header that asks for more is not believed */
    KEY_COST_MAX_PASSES = 1000,
    KEY_COST_MAX_WORK_GIB = 64, /* passes times memory: a minute or two, not an hour */
    KEY_COST_SPARE_MIB = 12,    /* beside the derivation: the program and the system */
    KEY_SALT_SIZE = 16,
    KEY_SIZE = 32,
};

struct key_cost {
    uint32_t passes;
    uint32_t memory_kib;
};

/* The cost for files that must open on a PC with that much memory (48 MiB: 8 MiB of Argon2id,
 * 64: 16, 128: 32, 512 and more: 64; measured on an emulated 64 MB PC) with the fewest passes.
 * STATUS_INVALID below KEY_COST_MIN_PC_MIB. */
MUST_CHECK enum status key_cost_for_pc(struct key_cost *out, long smallest_pc_mib,
                                       struct error *error);

/* Adds passes while the derivation stays within target_ms on this PC. */
MUST_CHECK enum status key_cost_calibrate(struct key_cost *cost, unsigned target_ms,
                                          struct error *error);

/* Whether a cost read from a file is one that a program could have written. */
bool key_cost_is_sane(const struct key_cost *cost);

/* Linux does not refuse memory, it kills the program that uses it: so look first.
 * STATUS_MEMORY_LOW names the MiB that must be free.  meminfo_path is "/proc/meminfo"; a system
 * without such a file is not asked. */
MUST_CHECK enum status key_cost_check_memory(const struct key_cost *cost, const char *meminfo_path,
                                             struct error *error);

/* The key of KEY_SIZE bytes for this passphrase, salt and cost (Argon2id v1.3). */
MUST_CHECK enum status key_derive(struct secret **out, const struct secret *passphrase,
                                  const unsigned char salt[KEY_SALT_SIZE],
                                  const struct key_cost *cost, struct error *error);

/* How long to wait before the next try after this many wrong ones in a row: 0, 1, 2, 4 ... at
 * most 60 seconds.  Guessing off-line is held up by the cost alone. */
unsigned key_backoff_seconds(unsigned wrong_tries);

#endif
