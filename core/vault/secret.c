/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum status secret_new(struct secret **out, size_t capacity, struct error *error)
{
    *out = NULL;
    if (sodium_init() < 0)
        return error_set(error, STATUS_INTERNAL, "libsodium did not start");
    struct secret *secret = calloc(1, sizeof(*secret));
    if (secret == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "secret");
    secret->bytes = sodium_malloc(capacity == 0 ? 1 : capacity);
    if (secret->bytes == NULL) {
        free(secret);
        return error_set(error, STATUS_OUT_OF_MEMORY, "locked memory");
    }
    sodium_memzero(secret->bytes, capacity);
    secret->capacity = capacity;
    *out = secret;
    return STATUS_OK;
}

enum status secret_from_bytes(struct secret **out, const void *bytes, size_t length,
                              struct error *error)
{
    enum status status = secret_new(out, length, error);
    if (status != STATUS_OK)
        return status;
    memcpy((*out)->bytes, bytes, length);
    (*out)->length = length;
    return STATUS_OK;
}

enum status secret_random(struct secret **out, size_t length, struct error *error)
{
    enum status status = secret_new(out, length, error);
    if (status != STATUS_OK)
        return status;
    randombytes_buf((*out)->bytes, length);
    (*out)->length = length;
    return STATUS_OK;
}

void secret_free(struct secret **secret)
{
    if (*secret == NULL)
        return;
    sodium_free((*secret)->bytes); /* wipes first */
    free(*secret);
    *secret = NULL;
}

void secret_guard_process(void)
{
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
    /* A core_pattern that is a pipe ignores the limit above; this does not.  The leak checker
     * of the sanitizer build must trace itself and is left alone. */
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
