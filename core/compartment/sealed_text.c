/* SPDX-License-Identifier: Apache-2.0 */

/* Texts about a sealed casefile that lie elsewhere. */
#include "compartment/sealed_private.h"

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
