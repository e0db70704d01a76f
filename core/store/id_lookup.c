/* SPDX-License-Identifier: Apache-2.0 */
#include "store/id_lookup.h"

#include "store/query.h"

#include <string.h>

enum { ID_LENGTH = UUID_TEXT_SIZE - 1 };

static bool has_hyphen_at(size_t index)
{
    return index == 8 || index == 13 || index == 18 || index == 23;
}

/* In small letters and with the hyphens of an id (RFC 9562, section 4), whether they were typed or
 * not; false when no id begins so. */
static bool prefix_fold(char out[UUID_TEXT_SIZE], const char *prefix)
{
    size_t length = 0;
    for (; *prefix != '\0' && length < ID_LENGTH; prefix++) {
        bool is_hyphen = *prefix == '-';
        if (!is_hyphen && strchr("0123456789abcdefABCDEF", *prefix) == NULL)
            return false;
        if (has_hyphen_at(length))
            out[length++] = '-';
        else if (is_hyphen)
            return false;
        if (!is_hyphen)
            out[length++] =
                (char)(*prefix >= 'A' && *prefix <= 'F' ? *prefix + ('a' - 'A') : *prefix);
    }
    out[length] = '\0';
    return *prefix == '\0' && length >= ID_PREFIX_MIN;
}

enum status id_find(struct store *store, const char *sql, const char *prefix,
                    char out[UUID_TEXT_SIZE], struct error *error)
{
    char folded[UUID_TEXT_SIZE];
    struct query query;
    if (!prefix_fold(folded, prefix))
        return error_set(error, STATUS_INVALID, "not the beginning of an id");
    query_begin(&query, store, sql);
    query_bind_text(&query, ":prefix", folded);
    bool is_found = query_next_row(&query);
    if (is_found)
        query_copy_text(&query, 0, out, UUID_TEXT_SIZE);
    bool is_ambiguous = is_found && query_next_row(&query);
    enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        return status;
    if (!is_found)
        return error_set(error, STATUS_NOT_FOUND, "no id begins so");
    return is_ambiguous ? error_set(error, STATUS_EXISTS, "several ids begin so") : STATUS_OK;
}
