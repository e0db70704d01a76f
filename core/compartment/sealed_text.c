/* SPDX-License-Identifier: Apache-2.0 */

/* Texts about a sealed casefile that lie elsewhere. */
#include "compartment/sealed_private.h"

#include "base/text.h"
#include "store/store.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static const char mark[] = "sealed:";

static enum status encode(char **out, const unsigned char *box, size_t length, struct error *error)
{
    const size_t room = sodium_base64_ENCODED_LEN(length, sodium_base64_VARIANT_ORIGINAL);
    *out = malloc(sizeof(mark) + room);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "sealing a text");
    memcpy(*out, mark, sizeof(mark) - 1);
    sodium_bin2base64(*out + sizeof(mark) - 1, room, box, length, sodium_base64_VARIANT_ORIGINAL);
    return STATUS_OK;
}

/* The casefile's key; *key stays NULL when it is not sealed. */
static enum status find_key(struct secret **key, struct store *store, const char *casefile_id,
                            struct error *error)
{
    bool is_sealed = false, opens = false;
    *key = NULL;
    const enum status status = sealed_look(store, casefile_id, &is_sealed, &opens, error);
    if (status != STATUS_OK || !is_sealed)
        return status;
    return sealed_find_key(key, store, store_keyring(store), casefile_id, NULL, error);
}

enum status sealed_text_seal(char **out, const char *casefile_id, const struct secret *key,
                             const char *text, struct error *error)
{
    unsigned char *box = NULL;
    size_t length = 0;
    *out = NULL;
    enum status status = sealed_box(&box, &length, SEALED_TEXT, casefile_id, key,
                                    (const unsigned char *)text, strlen(text), error);
    if (status == STATUS_OK)
        status = encode(out, box, length, error);
    free(box);
    return status;
}

enum status sealed_wrap_text(char **out, struct store *store, const char *casefile_id,
                             const char *text, struct error *error)
{
    struct secret *key = NULL;
    *out = NULL;
    enum status status = find_key(&key, store, casefile_id, error);
    if (status == STATUS_OK && key == NULL)
        return text_copy(out, text, error);
    if (status == STATUS_OK)
        status = sealed_text_seal(out, casefile_id, key, text, error);
    secret_free(&key);
    return status;
}

static enum status decode(unsigned char **out, size_t *length, const char *text,
                          struct error *error)
{
    const size_t room = strlen(text);
    *out = malloc(room + 1);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "opening a text");
    if (sodium_base642bin(*out, room, text, room, NULL, length, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return error_set(error, STATUS_DAMAGED, "a sealed text");
    return STATUS_OK;
}

static enum status take_text(char **out, struct content *content, struct error *error)
{
    *out = malloc(content->length + 1);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "opening a text");
    memcpy(*out, content->bytes, content->length);
    (*out)[content->length] = '\0';
    return STATUS_OK;
}

enum status sealed_text_open(char **out, const char *casefile_id, const struct secret *key,
                             const char *text, struct error *error)
{
    struct content content = { .bytes = NULL };
    unsigned char *box = NULL;
    size_t length = 0;
    *out = NULL;
    if (strncmp(text, mark, sizeof(mark) - 1) != 0)
        return error_set(error, STATUS_DAMAGED, "a sealed text");
    enum status status = decode(&box, &length, text + sizeof(mark) - 1, error);
    if (status == STATUS_OK)
        status = sealed_unbox(&content, SEALED_TEXT, casefile_id, key, box, length, error);
    if (status == STATUS_OK)
        status = take_text(out, &content, error);
    content_release(&content);
    free(box);
    return status;
}

enum status sealed_unwrap_text(char **out, struct store *store, const char *casefile_id,
                               const char *text, struct error *error)
{
    struct secret *key = NULL;
    *out = NULL;
    if (strncmp(text, mark, sizeof(mark) - 1) != 0)
        return text_copy(out, text, error);
    enum status status =
        sealed_find_key(&key, store, store_keyring(store), casefile_id, NULL, error);
    if (status == STATUS_OK)
        status = sealed_text_open(out, casefile_id, key, text, error);
    secret_free(&key);
    return status;
}
