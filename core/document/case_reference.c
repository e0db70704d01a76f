/* SPDX-License-Identifier: Apache-2.0 */
#include "document/case_reference.h"

#include "store/query.h"

#include <string.h>

static const char SQL_FIND_NUMBER[] = "SELECT id FROM casefile WHERE number = :number";
static const char SQL_FIND_ID[] = "SELECT id FROM casefile WHERE " SQL_ID_BEGINS_SO;
static const char SQL_LOAD[] =
    "SELECT id, number, person_id, state = 'open' FROM casefile WHERE id = :id";
static const char SQL_FIND_PART[] =
    "SELECT 1 FROM casefile_person WHERE casefile_id = :id AND person_id = :person";

/* The number in the letters that the table has; false when it is none. */
static bool number_read(char out[CASE_NUMBER_TEXT_SIZE], const char *text)
{
    struct case_number number;
    char capitals[CASE_NUMBER_TEXT_SIZE];
    size_t length = strlen(text);
    if (length >= sizeof(capitals))
        return false;
    for (size_t i = 0; i <= length; i++)
        capitals[i] = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - ('a' - 'A') : text[i]);
    if (case_number_parse(&number, capitals, NULL) != STATUS_OK)
        return false;
    case_number_format(&number, out);
    return true;
}

enum status case_find(struct store *store, const char *text, char out[UUID_TEXT_SIZE],
                      struct error *error)
{
    char number[CASE_NUMBER_TEXT_SIZE];
    struct query query;
    if (!number_read(number, text))
        return id_find(store, SQL_FIND_ID, text, out, error);
    query_begin(&query, store, SQL_FIND_NUMBER);
    query_bind_text(&query, ":number", number);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out, UUID_TEXT_SIZE);
    return query_end_found(&query, error);
}

enum status case_reference_load(struct store *store, const char *id, struct case_reference *out,
                                struct error *error)
{
    struct query query;
    *out = (struct case_reference){ .is_open = false };
    query_begin(&query, store, SQL_LOAD);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->id, sizeof(out->id));
        query_copy_text(&query, 1, out->number, sizeof(out->number));
        query_copy_text(&query, 2, out->person_id, sizeof(out->person_id));
        out->is_open = query_int(&query, 3) != 0;
    }
    return query_end_found(&query, error);
}

enum status case_reference_require_person(struct store *store,
                                          const struct case_reference *reference,
                                          const char *person_id, struct error *error)
{
    struct query query;
    if (strcmp(reference->person_id, person_id) == 0)
        return STATUS_OK;
    query_begin(&query, store, SQL_FIND_PART);
    query_bind_text(&query, ":id", reference->id);
    query_bind_text(&query, ":person", person_id);
    (void)query_next_row(&query);
    return query_end_found(&query, error);
}
