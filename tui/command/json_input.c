/* SPDX-License-Identifier: Apache-2.0 */
#include "command/json_input.h"

#include "command/interruption.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum status read_all(char *bytes, size_t size, size_t *length, struct error *error)
{
    *length = 0;
    while (*length < size) {
        ssize_t count = read(STDIN_FILENO, bytes + *length, size - *length);
        if (count == 0)
            return STATUS_OK;
        if (count < 0 && (errno != EINTR || interruption_is_asked()))
            return error_set(error, errno == EINTR ? STATUS_INTERRUPTED : STATUS_READ_FAILED,
                             "standard input");
        *length += count > 0 ? (size_t)count : 0;
    }
    return error_set(error, STATUS_TEXT_TOO_LONG, "standard input");
}

enum status json_input_read(char **out, size_t *length, struct error *error)
{
    *length = 0;
    *out = calloc(1, JSON_INPUT_MAX);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "standard input");
    enum status status = read_all(*out, JSON_INPUT_MAX, length, error);
    if (status == STATUS_OK)
        return STATUS_OK;
    json_input_free(*out);
    *out = NULL;
    return status;
}

void json_input_free(char *bytes)
{
    if (bytes != NULL)
        sodium_memzero(bytes, JSON_INPUT_MAX);
    free(bytes);
}

bool json_input_holds_zero(const char *text, size_t length)
{
    static const char zero[] = "u0000";
    for (size_t i = 0; i + sizeof(zero) <= length; i++) {
        if (text[i] != '\\')
            continue;
        if (memcmp(text + i + 1, zero, sizeof(zero) - 1) == 0)
            return true;
        i++; /* what is escaped begins nothing */
    }
    return memchr(text, '\0', length) != NULL;
}
