/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum {
    CODE_POINT_BYTES = 4,
    REPLACEMENT = 0xFFFD,
    BRAILLE_BLANK = 0x2800,
    /* A code point of NFC comes from at most four.  A character that is longer before NFC is
     * refused without normalising it: sorting marks takes the square of their number. */
    RAW_CODE_POINTS = (1 + TEXT_MARKS_MAX) * 4,
};

enum {
    CATEGORIES_REFUSED = 1 << UTF8PROC_CATEGORY_CN | 1 << UTF8PROC_CATEGORY_CC |
                         1 << UTF8PROC_CATEGORY_CF | 1 << UTF8PROC_CATEGORY_CS |
                         1 << UTF8PROC_CATEGORY_CO | 1 << UTF8PROC_CATEGORY_ZL |
                         1 << UTF8PROC_CATEGORY_ZP,
    CATEGORIES_MARK =
        1 << UTF8PROC_CATEGORY_MN | 1 << UTF8PROC_CATEGORY_MC | 1 << UTF8PROC_CATEGORY_ME,
};

struct cluster {
    size_t bytes;
    size_t code_points;
};

struct measure {
    size_t characters;
    size_t longest; /* code points in one character */
};

static bool is_space(utf8proc_int32_t code_point)
{
    return code_point == '\n' || code_point == '\t' ||
           utf8proc_category(code_point) == UTF8PROC_CATEGORY_ZS;
}

/* The bytes of the first code point, 0 when there is none. */
static size_t decode(utf8proc_int32_t *out, const char *bytes, size_t length)
{
    utf8proc_ssize_t limit =
        length < CODE_POINT_BYTES ? (utf8proc_ssize_t)length : CODE_POINT_BYTES;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)bytes, limit, out);
    return size > 0 ? (size_t)size : 0;
}

static size_t decode_any(utf8proc_int32_t *out, const char *bytes, size_t length)
{
    size_t size = decode(out, bytes, length);
    if (size > 0)
        return size;
    *out = REPLACEMENT;
    return 1;
}

/* The first character. */
static struct cluster cluster_read(const char *text, size_t length)
{
    struct cluster cluster = { 0 };
    utf8proc_int32_t previous = 0;
    utf8proc_int32_t state = 0;
    while (cluster.bytes < length) {
        utf8proc_int32_t code_point;
        size_t size = decode_any(&code_point, text + cluster.bytes, length - cluster.bytes);
        if (cluster.bytes > 0 && utf8proc_grapheme_break_stateful(previous, code_point, &state))
            break;
        cluster.bytes += size;
        cluster.code_points++;
        previous = code_point;
    }
    return cluster;
}

static struct measure measure_text(const char *text, size_t length)
{
    struct measure measure = { 0 };
    while (length > 0) {
        struct cluster cluster = cluster_read(text, length);
        if (cluster.code_points > measure.longest)
            measure.longest = cluster.code_points;
        measure.characters++;
        text += cluster.bytes;
        length -= cluster.bytes;
    }
    return measure;
}

/* The bytes before the first that is no UTF-8. */
static size_t valid_length(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        utf8proc_int32_t code_point;
        size_t size = decode(&code_point, bytes + at, length - at);
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

static bool is_allowed(utf8proc_int32_t code_point, utf8proc_int32_t previous,
                       const struct text_rule *rule)
{
    if (code_point == '\n' || code_point == '\t')
        return rule->is_multiline;
    const utf8proc_property_t *property = utf8proc_get_property(code_point);
    if (property->ignorable || code_point == BRAILLE_BLANK)
        return false;
    int category = 1 << property->category;
    if ((category & CATEGORIES_MARK) != 0)
        return !is_space(previous);
    return (category & CATEGORIES_REFUSED) == 0;
}

static enum status check_code_points(const char *bytes, size_t length, const struct text_rule *rule,
                                     struct error *error)
{
    utf8proc_int32_t previous = '\n';
    size_t at = 0;
    while (at < length) {
        utf8proc_int32_t code_point;
        size_t size = decode_any(&code_point, bytes + at, length - at);
        if (!is_allowed(code_point, previous, rule))
            return error_set(error, STATUS_TEXT_CONTROL, "U+%04lX at byte %zu",
                             (unsigned long)code_point, at);
        previous = code_point;
        at += size;
    }
    return STATUS_OK;
}

/* The bytes of the last code point of valid text. */
static size_t decode_last(utf8proc_int32_t *out, const char *bytes, size_t length)
{
    size_t at = length - 1;
    while (at > 0 && ((unsigned char)bytes[at] & 0xC0) == 0x80)
        at--;
    return decode_any(out, bytes + at, length - at);
}

/* Moves both ends of valid text inwards, past white space. */
static void trim(const char **bytes, size_t *length)
{
    utf8proc_int32_t code_point;
    while (*length > 0) {
        size_t size = decode_last(&code_point, *bytes, *length);
        if (!is_space(code_point))
            break;
        *length -= size;
    }
    while (*length > 0) {
        size_t size = decode_any(&code_point, *bytes, *length);
        if (!is_space(code_point))
            break;
        *bytes += size;
        *length -= size;
    }
}

static enum status map_text(char **out, const char *bytes, size_t length, unsigned options,
                            struct error *error)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t result =
        utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, &mapped,
                     (utf8proc_option_t)(options | UTF8PROC_STABLE));
    *out = (char *)mapped;
    if (result >= 0)
        return STATUS_OK;
    *out = NULL;
    enum status status =
        result == UTF8PROC_ERROR_INVALIDUTF8 ? STATUS_TEXT_INVALID : STATUS_OUT_OF_MEMORY;
    error_set(error, status, "%s", utf8proc_errmsg(result));
    return status;
}

static enum status refuse_length(const struct text_rule *rule, struct error *error)
{
    return error_set_number(error, STATUS_TEXT_TOO_LONG, (long long)rule->max_characters,
                            "more than %zu characters, or more than %d marks on one",
                            rule->max_characters, TEXT_MARKS_MAX);
}

enum status text_accept(char **out, const char *bytes, size_t length, const struct text_rule *rule,
                        struct error *error)
{
    *out = NULL;
    size_t valid = valid_length(bytes, length);
    if (valid < length)
        return error_set(error, STATUS_TEXT_INVALID, "no UTF-8 at byte %zu", valid);
    enum status status = check_code_points(bytes, length, rule, error);
    if (status != STATUS_OK)
        return status;

    trim(&bytes, &length);
    if (length == 0 && rule->may_be_empty)
        return text_copy(out, "", error);
    if (length == 0)
        return error_set(error, STATUS_TEXT_EMPTY, "nothing but white space");

    /* Normalising neither joins nor splits characters, so a flood is refused before it. */
    struct measure measure = measure_text(bytes, length);
    if (measure.characters > rule->max_characters || measure.longest > RAW_CODE_POINTS)
        return refuse_length(rule, error);
    char *text;
    status = map_text(&text, bytes, length, UTF8PROC_COMPOSE, error);
    if (status != STATUS_OK)
        return status;
    measure = measure_text(text, strlen(text));
    if (measure.characters > rule->max_characters || measure.longest > 1 + TEXT_MARKS_MAX) {
        free(text);
        return refuse_length(rule, error);
    }
    *out = text;
    return STATUS_OK;
}

bool text_is_valid(const char *bytes, size_t length)
{
    return valid_length(bytes, length) == length;
}

enum status text_fold(char **out, const char *text, struct error *error)
{
    *out = NULL;
    /* Decomposed first: folding alone would let U+0345 change the order of marks. */
    char *decomposed;
    enum status status = map_text(&decomposed, text, strlen(text), UTF8PROC_DECOMPOSE, error);
    if (status != STATUS_OK)
        return status;
    status =
        map_text(out, decomposed, strlen(decomposed), UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD, error);
    free(decomposed);
    return status;
}

enum status text_copy(char **out, const char *text, struct error *error)
{
    size_t size = strlen(text) + 1;
    *out = malloc(size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a text of %zu bytes", size);
    memcpy(*out, text, size);
    return STATUS_OK;
}

void text_wipe(char **text)
{
    if (*text != NULL)
        sodium_memzero(*text, strlen(*text));
    free(*text);
    *text = NULL;
}

enum status text_join(char **out, const char *left, const char *right, struct error *error)
{
    size_t left_size = strlen(left);
    size_t right_size = strlen(right) + 1;
    *out = malloc(left_size + right_size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a text of %zu bytes",
                         left_size + right_size);
    memcpy(*out, left, left_size);
    memcpy(*out + left_size, right, right_size);
    return STATUS_OK;
}

size_t text_length(const char *text)
{
    return measure_text(text, strlen(text)).characters;
}

static size_t measure_width(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t code_point;
        at += decode_any(&code_point, text + at, length - at);
        width += (size_t)utf8proc_charwidth(code_point);
    }
    return width;
}

size_t text_width(const char *text)
{
    return measure_width(text, strlen(text));
}

size_t text_cut(const char *text, size_t columns)
{
    size_t length = strlen(text);
    size_t at = 0;
    while (at < length) {
        struct cluster cluster = cluster_read(text + at, length - at);
        size_t width = measure_width(text + at, cluster.bytes);
        if (width > columns)
            break;
        columns -= width;
        at += cluster.bytes;
    }
    return at;
}
