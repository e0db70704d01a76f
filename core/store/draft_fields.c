/* SPDX-License-Identifier: Apache-2.0 */
#include "store/draft_fields.h"

#include "store/query.h"

#include <stdio.h>
#include <stdlib.h>

static const char SQL_QUOTE_FIELD[] = "SELECT json_quote(:name) || ':' || json_quote(:value)";
static const char SQL_EACH_FIELD[] = "SELECT key, value FROM json_each(:json)";

static enum status write_field(FILE *stream, struct store *store, const struct draft_field *field,
                               struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_QUOTE_FIELD);
    query_bind_text(&query, ":name", field->name);
    query_bind_text(&query, ":value", field->value);
    if (query_next_row(&query))
        fputs(query_text(&query, 0), stream);
    return query_end(&query, error);
}

enum status draft_fields_write(char **out, struct store *store, const struct draft_field *fields,
                               size_t count, struct error *error)
{
    size_t size = 0;
    enum status status = STATUS_OK;
    *out = NULL;
    FILE *stream = open_memstream(out, &size);
    if (stream == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a draft");
    fputc('{', stream);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        if (i > 0)
            fputc(',', stream);
        status = write_field(stream, store, &fields[i], error);
    }
    fputc('}', stream);
    if (fclose(stream) != 0 && status == STATUS_OK)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "a draft");
    if (status != STATUS_OK) {
        free(*out);
        *out = NULL;
    }
    return status;
}

enum status draft_fields_read(struct store *store, const char *json,
                              void (*visit)(void *self, const struct draft_field *field),
                              void *self, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_EACH_FIELD);
    query_bind_text(&query, ":json", json);
    while (query_next_row(&query)) {
        const struct draft_field field = { query_text(&query, 0), query_text(&query, 1) };
        visit(self, &field);
    }
    return query_end(&query, error);
}
