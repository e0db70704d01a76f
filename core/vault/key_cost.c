/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/key_cost.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct {
    long pc_mib;
    uint32_t memory_kib;
} cost_table[] = {
    { 512, 64 * 1024 },
    { 128, 32 * 1024 },
    { 64, 16 * 1024 },
    { KEY_COST_MIN_PC_MIB, 8 * 1024 },
};

enum status key_cost_for_pc(struct key_cost *out, long smallest_pc_mib, struct error *error)
{
    for (size_t i = 0; i < sizeof(cost_table) / sizeof(cost_table[0]); i++) {
        if (smallest_pc_mib < cost_table[i].pc_mib)
            continue;
        *out = (struct key_cost){
            .passes = KEY_COST_MIN_PASSES,
            .memory_kib = cost_table[i].memory_kib,
        };
        return STATUS_OK;
    }
    return error_set_number(error, STATUS_INVALID, KEY_COST_MIN_PC_MIB,
                            "the smallest PC has at least %d MiB", KEY_COST_MIN_PC_MIB);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

enum status key_cost_calibrate(struct key_cost *cost, unsigned target_ms, struct error *error)
{
    static const unsigned char salt[KEY_SALT_SIZE];
    struct secret *sample = NULL;
    struct secret *key = NULL;
    struct key_cost fewest = { .passes = KEY_COST_MIN_PASSES, .memory_kib = cost->memory_kib };
    enum status status = secret_random(&sample, KEY_SIZE, error);
    if (status != STATUS_OK)
        return status;
    double start = now_ms();
    status = key_derive(&key, sample, salt, &fewest, error);
    double pass_ms = (now_ms() - start) / KEY_COST_MIN_PASSES;
    secret_free(&key);
    secret_free(&sample);
    if (status != STATUS_OK)
        return status;
    double passes = pass_ms > 0 ? target_ms / pass_ms : KEY_COST_MIN_PASSES;
    if (passes > KEY_COST_MAX_PASSES)
        passes = KEY_COST_MAX_PASSES;
    if (passes > cost->passes)
        cost->passes = (uint32_t)passes;
    return STATUS_OK;
}

bool key_cost_is_sane(const struct key_cost *cost)
{
    return cost->passes >= crypto_pwhash_OPSLIMIT_MIN && cost->passes <= KEY_COST_MAX_PASSES &&
           cost->memory_kib >= crypto_pwhash_MEMLIMIT_MIN / 1024 &&
           cost->memory_kib <= KEY_COST_MAX_MEMORY_KIB &&
           (uint64_t)cost->passes * cost->memory_kib <=
               (uint64_t)KEY_COST_MAX_WORK_GIB * 1024 * 1024;
}

/* -1 when there is none. */
static long read_number(const char *text)
{
    char *end = NULL;
    long number = strtol(text, &end, 10);
    return end == text ? -1 : number;
}

enum status key_cost_check_memory(const struct key_cost *cost, const char *meminfo_path,
                                  struct error *error)
{
    FILE *file = fopen(meminfo_path, "r");
    if (file == NULL)
        return STATUS_OK;
    static const char label[] = "MemAvailable:";
    char line[128];
    long available_kib = -1;
    while (available_kib < 0 && fgets(line, sizeof(line), file) != NULL)
        if (strncmp(line, label, sizeof(label) - 1) == 0)
            available_kib = read_number(line + sizeof(label) - 1);
    fclose(file);
    long needed_kib = (long)cost->memory_kib + KEY_COST_SPARE_MIB * 1024L;
    if (available_kib < 0 || available_kib >= needed_kib)
        return STATUS_OK;
    return error_set_number(error, STATUS_MEMORY_LOW, needed_kib / 1024, "%ld KiB are free",
                            available_kib);
}

enum status key_derive(struct secret **out, const struct secret *passphrase,
                       const unsigned char salt[KEY_SALT_SIZE], const struct key_cost *cost,
                       struct error *error)
{
    *out = NULL;
    if (!key_cost_is_sane(cost))
        return error_set(error, STATUS_DAMAGED, "key derivation cost");
    enum status status = key_cost_check_memory(cost, "/proc/meminfo", error);
    if (status == STATUS_OK)
        status = secret_new(out, KEY_SIZE, error);
    if (status != STATUS_OK)
        return status;
    if (crypto_pwhash((*out)->bytes, KEY_SIZE, (const char *)passphrase->bytes, passphrase->length,
                      salt, cost->passes, (size_t)cost->memory_kib * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        secret_free(out);
        return error_set_number(error, STATUS_MEMORY_LOW,
                                cost->memory_kib / 1024 + KEY_COST_SPARE_MIB, "Argon2id");
    }
    (*out)->length = KEY_SIZE;
    return STATUS_OK;
}

unsigned key_backoff_seconds(unsigned wrong_tries)
{
    if (wrong_tries == 0)
        return 0;
    return wrong_tries > 6 ? 60 : 1u << (wrong_tries - 1);
}
