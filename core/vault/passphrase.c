/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/passphrase.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

static const utf8proc_option_t normal_form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;

/* utf8proc's one-call functions allocate on the ordinary heap; these two steps work inside a
 * secret instead: code points first, then UTF-8 written over them. */
static enum status passphrase_compose(struct secret *work, const struct secret *typed,
                                      struct error *error)
{
    utf8proc_int32_t *points = (utf8proc_int32_t *)(void *)work->bytes;
    utf8proc_ssize_t room = (utf8proc_ssize_t)(work->capacity / sizeof(*points)) - 1;
    utf8proc_ssize_t count = utf8proc_decompose(typed->bytes, (utf8proc_ssize_t)typed->length,
                                                points, room, normal_form);
    if (count == UTF8PROC_ERROR_INVALIDUTF8 || count == UTF8PROC_ERROR_NOTASSIGNED)
        return error_set(error, STATUS_TEXT_INVALID, "passphrase");
    if (count < 0 || count > room)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, PASSPHRASE_MAX_BYTES, "passphrase");
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (utf8proc_category(points[i]) == UTF8PROC_CATEGORY_CC)
            return error_set(error, STATUS_TEXT_CONTROL, "passphrase");
    utf8proc_ssize_t length = utf8proc_reencode(points, count, normal_form);
    if (length < 0 || length > PASSPHRASE_MAX_BYTES)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, PASSPHRASE_MAX_BYTES, "passphrase");
    work->length = (size_t)length;
    return STATUS_OK;
}

enum status passphrase_normalize(struct secret **out, const struct secret *typed,
                                 struct error *error)
{
    struct secret *work = NULL;
    *out = NULL;
    if (typed->length == 0)
        return error_set(error, STATUS_TEXT_EMPTY, "passphrase");
    if (typed->length > PASSPHRASE_MAX_BYTES)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, PASSPHRASE_MAX_BYTES, "passphrase");
    enum status status =
        secret_new(&work, (PASSPHRASE_MAX_BYTES * 4 + 1) * sizeof(utf8proc_int32_t), error);
    if (status == STATUS_OK)
        status = passphrase_compose(work, typed, error);
    if (status == STATUS_OK)
        status = secret_from_bytes(out, work->bytes, work->length, error);
    secret_free(&work);
    return status;
}

/* What fingers type without thinking: the rows of the keyboards in use here, the alphabets. */
static const char *const walks[] = {
    "1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./",
    "qwertyuiopasdfghjklzxcvbnm",
    "йцукенгшщзхъфывапролджэячсмитьбю",
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
};

static bool is_walk(const struct secret *passphrase)
{
    for (size_t i = 0; i < sizeof(walks) / sizeof(walks[0]); i++)
        for (const char *at = walks[i]; strlen(at) >= passphrase->length; at++)
            if (memcmp(at, passphrase->bytes, passphrase->length) == 0)
                return true;
    return false;
}

/* Whether it is one piece twice or more often: "aaaa", "abababab", "парольпароль". */
static bool is_repetition(const struct secret *passphrase)
{
    for (size_t period = 1; period <= passphrase->length / 2; period++)
        if (memcmp(passphrase->bytes, passphrase->bytes + period, passphrase->length - period) == 0)
            return true;
    return false;
}

/* Dates, telephone and document numbers. */
static bool is_number(const struct secret *passphrase)
{
    for (size_t i = 0; i < passphrase->length; i++)
        if (passphrase->bytes[i] < '0' || passphrase->bytes[i] > '9')
            return false;
    return passphrase->length < PASSPHRASE_MIN_DIGITS;
}

enum status passphrase_check_new(const struct secret *passphrase, const char *user_name,
                                 struct error *error)
{
    size_t characters = 0;
    for (size_t i = 0; i < passphrase->length; i++)
        characters += (passphrase->bytes[i] & 0xC0) != 0x80;
    bool is_name = passphrase->length == strlen(user_name) &&
                   memcmp(passphrase->bytes, user_name, passphrase->length) == 0;
    if (characters < PASSPHRASE_MIN_CHARACTERS || is_name || is_number(passphrase) ||
        is_repetition(passphrase) || is_walk(passphrase))
        return error_set_number(error, STATUS_PASSPHRASE_WEAK, PASSPHRASE_MIN_CHARACTERS,
                                "too easy to guess");
    return STATUS_OK;
}
