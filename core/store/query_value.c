/* SPDX-License-Identifier: Apache-2.0 */
#include "store/query_value.h"

#include "base/text.h"

void query_bind_day(struct query *query, const char *name, bool has_day, struct day day)
{
    char text[DAY_TEXT_SIZE];
    if (has_day)
        day_format(text, day);
    query_bind_text(query, name, has_day ? text : NULL);
}

struct day query_day(struct query *query, int column, bool *has_day)
{
    struct day day = { 0 };
    *has_day = !query_is_null(query, column);
    if (*has_day && day_parse(&day, query_text(query, column), NULL) != STATUS_OK) {
        *has_day = false;
        if (query->failure.status == STATUS_OK)
            (void)error_set(&query->failure, STATUS_DAMAGED, "column %d is no day in %.80s", column,
                            query->sql);
    }
    return day;
}

char *query_take_text(struct query *query, int column)
{
    char *text = NULL;
    if (!query_is_null(query, column) &&
        text_copy(&text, query_text(query, column), NULL) != STATUS_OK &&
        query->failure.status == STATUS_OK)
        (void)error_set(&query->failure, STATUS_OUT_OF_MEMORY, "a text");
    return text;
}

void query_bind_code(struct query *query, const char *name, const char *code)
{
    query_bind_text(query, name, code[0] == '\0' ? NULL : code);
}
