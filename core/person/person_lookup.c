/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_lookup.h"

#include "store/query_value.h"

#include <string.h>

/* All ids that begin so lie between the text itself and the text with a sign behind it that is
 * greater than any of an id. */
static const char SQL_FIND_ID[] =
    "SELECT id FROM person WHERE id >= :prefix AND id < :prefix || 'g' LIMIT 2";
/* A record that was merged has lost its names to the survivor; the merge knows which they were. */
static const char SQL_LIST_MERGED[] =
    "SELECT merged_id, coalesce((SELECT full_name FROM person_merge_row"
    " JOIN person_name ON person_name.id = person_merge_row.row_key"
    " WHERE merge_id = person_merge.id AND noun = 'person_name'"
    " ORDER BY person_name.id LIMIT 1), ''), reason, merged_at, merged_by FROM person_merge"
    " WHERE survivor_id = :id AND undone_at IS NULL ORDER BY merged_at, id";
static const char SQL_FIND_ERASURE[] =
    "SELECT reason, erased_at, erased_by FROM person_erasure WHERE person_id = :id";

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
    return *prefix == '\0' && length >= PERSON_ID_PREFIX_MIN;
}

enum status person_find_id(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                           struct error *error)
{
    char folded[UUID_TEXT_SIZE];
    struct query query;
    if (!prefix_fold(folded, prefix))
        return error_set(error, STATUS_INVALID, "not the beginning of an id");
    query_begin(&query, store, SQL_FIND_ID);
    query_bind_text(&query, ":prefix", folded);
    bool is_found = query_next_row(&query);
    if (is_found)
        query_copy_text(&query, 0, out, UUID_TEXT_SIZE);
    bool is_ambiguous = is_found && query_next_row(&query);
    enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        return status;
    if (!is_found)
        return error_set(error, STATUS_NOT_FOUND, "no person's id begins so");
    return is_ambiguous ? error_set(error, STATUS_EXISTS, "several ids begin so") : STATUS_OK;
}

enum status person_each_merged(struct store *store, const char *id,
                               bool (*visit)(void *self, const struct person_merge_note *note),
                               void *self, struct error *error)
{
    bool is_wanted = true;
    struct query query;
    query_begin(&query, store, SQL_LIST_MERGED);
    query_bind_text(&query, ":id", id);
    while (is_wanted && query_next_row(&query)) {
        const struct person_merge_note note = { .merged_id = query_text(&query, 0),
                                                .name = query_text(&query, 1),
                                                .reason = query_text(&query, 2),
                                                .merged_at = query_text(&query, 3),
                                                .merged_by = query_text(&query, 4) };
        is_wanted = query.failure.status == STATUS_OK && visit(self, &note);
    }
    return query_end(&query, error);
}

enum status person_find_erasure(struct store *store, const char *id, struct person_erasure *out,
                                struct error *error)
{
    struct query query;
    *out = (struct person_erasure){ .reason = NULL };
    query_begin(&query, store, SQL_FIND_ERASURE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        out->reason = query_take_text(&query, 0);
        query_copy_text(&query, 1, out->erased_at, sizeof(out->erased_at));
        query_copy_text(&query, 2, out->erased_by, sizeof(out->erased_by));
    }
    return query_end_found(&query, error);
}
