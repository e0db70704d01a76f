/* SPDX-License-Identifier: Apache-2.0 */

/* Answers as one JSON object: {"how": "theft", "papers": [{"number": "1"}], "evidence": {...}}. */
#include "command/case/answer_input_private.h"
#include "command/field_input.h"
#include "command/json_input.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* Every value that holds no others, with its way from the root: $.papers[0].number */
static const char SQL_LIST_VALUES[] =
    "SELECT fullkey, CASE type WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' WHEN 'array' THEN ''"
    " ELSE coalesce(atom, '') END"
    " FROM json_tree(CASE WHEN json_valid(?1) AND json_type(?1) = 'object' THEN ?1 END)"
    " WHERE type NOT IN ('object', 'array')"
    " OR (type = 'array' AND json_array_length(value) = 0)";
static const char SQL_IS_OBJECT[] = "SELECT json_valid(?1) AND json_type(?1) = 'object'";

/* "$.papers[0].number" is papers.1.number; what stands in brackets at the end is one of several
 * values of the same field.  False when it is too long. */
static bool name_of(char out[CASE_PATH_SIZE], const char *way)
{
    size_t used = 0;
    for (const char *at = way + 1; *at != '\0';) {
        const char *part = at + 1;
        size_t length = *at == '[' ? strcspn(part, "]") : strcspn(part, ".[");
        const char *behind = part + length + (*at == '[');
        if (*at == '.' && *part == '"') {
            part++;
            length = strcspn(part, "\"");
            behind = part + length + (part[length] == '"');
        }
        if (*at == '[' && *behind == '\0')
            break;
        char row[16];
        if (*at == '[') {
            length = (size_t)snprintf(row, sizeof(row), "%ld", strtol(part, NULL, 10) + 1);
            part = row;
        }
        if (used + length + 2 > CASE_PATH_SIZE)
            return false;
        if (used > 0)
            out[used++] = '.';
        memcpy(out + used, part, length);
        used += length;
        at = behind;
    }
    out[used] = '\0';
    return used > 0;
}

static int say_json(void)
{
    return field_say(&(const struct field_place){ 0, NULL },
                     _("One JSON object is needed, with texts, numbers and lists of them."));
}

static bool is_object(sqlite3 *database, const char *text, size_t length)
{
    sqlite3_stmt *statement = NULL;
    bool is_true = sqlite3_prepare_v2(database, SQL_IS_OBJECT, -1, &statement, NULL) == SQLITE_OK &&
                   sqlite3_bind_text(statement, 1, text, (int)length, SQLITE_STATIC) == SQLITE_OK &&
                   sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 1;
    sqlite3_finalize(statement);
    return is_true;
}

static int take_values(struct typed_answers *out, sqlite3_stmt *row)
{
    int code = EXIT_CODE_DONE;
    while (code == EXIT_CODE_DONE && sqlite3_step(row) == SQLITE_ROW) {
        char path[CASE_PATH_SIZE];
        const char *way = (const char *)sqlite3_column_text(row, 0);
        const char *value = (const char *)sqlite3_column_text(row, 1);
        if (way == NULL || value == NULL || !name_of(path, way))
            return say_json();
        const struct typed_name name = { 0, path, strlen(path) };
        code = typed_answers_take(out, &name, value, (size_t)sqlite3_column_bytes(row, 1));
    }
    return code;
}

int typed_answers_parse_json(struct typed_answers *out, const char *text, size_t length)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *row = NULL;
    bool is_ready =
        sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(database, SQL_LIST_VALUES, -1, &row, NULL) == SQLITE_OK &&
        sqlite3_bind_text(row, 1, text, (int)length, SQLITE_STATIC) == SQLITE_OK;
    bool is_sound =
        is_ready && !json_input_holds_zero(text, length) && is_object(database, text, length);
    int code = is_sound ? take_values(out, row) : say_json();
    sqlite3_finalize(row);
    sqlite3_close(database);
    return code;
}
