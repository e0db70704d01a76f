/* SPDX-License-Identifier: Apache-2.0 */

/* One person as a JSON object: members are the fields, a list of texts for what may come again,
 * and "documents", a list of objects with the fields of a paper without "document_". */
#include "command/person/input.h"

#include "command/json_input.h"
#include "sentence.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row for each value: the member's name and type; the index and type of a paper and the name of
 * a fact about it, or the index of an item of a list; the type and the text of the value. */
static const char SQL_LIST_VALUES[] =
    "SELECT member.key, member.type, item.key, item.type, fact.key, coalesce(fact.type, item.type,"
    " member.type), CASE coalesce(fact.type, item.type, member.type) WHEN 'true' THEN 'yes'"
    " WHEN 'false' THEN 'no' ELSE coalesce(fact.atom, item.atom, member.atom) END"
    " FROM json_each(CASE WHEN json_valid(?1) AND json_type(?1) = 'object' THEN ?1 END) AS member"
    " LEFT JOIN json_each(CASE member.type WHEN 'array' THEN member.value ELSE '[]' END) AS item"
    " LEFT JOIN json_each(CASE WHEN item.type = 'object' THEN item.value ELSE '{}' END) AS fact";
static const char SQL_IS_OBJECT[] = "SELECT json_valid(?1) AND json_type(?1) = 'object'";

enum { MEMBER, MEMBER_TYPE, ITEM, ITEM_TYPE, FACT, TYPE, TEXT };
enum { FIELD_NAME_SIZE = 48 };

struct reading {
    struct person_entry *entry;
    sqlite3_stmt *row;
    long long paper; /* the index of the paper that values were last taken for; -1: none */
};

static const char *column(const struct reading *reading, int index)
{
    const unsigned char *text = sqlite3_column_text(reading->row, index);
    return text == NULL ? "" : (const char *)text;
}

static bool is(const struct reading *reading, int index, const char *word)
{
    return strcmp(column(reading, index), word) == 0;
}

static int json_fault(enum person_field field)
{
    const struct person_place place = { 0, field };
    return person_fault_say(&place, FAULT_JSON, NULL);
}

static int value_take(const struct reading *reading, const char *name)
{
    struct person_place place = { 0, PERSON_FIELD_COUNT };
    if (!person_field_find(&place.field, name, strlen(name))) {
        place.field = PERSON_FIELD_COUNT;
        return person_fault_say(&place, FAULT_NO_SUCH_FIELD, NULL);
    }
    bool is_empty_list = is(reading, TYPE, "array") && is(reading, ITEM_TYPE, "");
    if (is(reading, TYPE, "object") || (is(reading, TYPE, "array") && !is_empty_list))
        return json_fault(place.field);
    const char *text = is_empty_list ? "" : column(reading, TEXT);
    size_t length = is_empty_list ? 0 : (size_t)sqlite3_column_bytes(reading->row, TEXT);
    return person_entry_take(reading->entry, &place, text, length);
}

static int paper_take(struct reading *reading)
{
    char name[FIELD_NAME_SIZE];
    if (is(reading, ITEM_TYPE, "") && is(reading, MEMBER_TYPE, "array"))
        return EXIT_CODE_DONE;
    if (!is(reading, ITEM_TYPE, "object"))
        return json_fault(PERSON_FIELD_COUNT);
    if (is(reading, FACT, ""))
        return EXIT_CODE_DONE;
    long long paper = sqlite3_column_int64(reading->row, ITEM);
    if (paper != reading->paper)
        person_entry_begin_paper(reading->entry);
    reading->paper = paper;
    bool is_plain = is(reading, FACT, "personal_number");
    snprintf(name, sizeof(name), "%s%s", is_plain ? "" : "document_", column(reading, FACT));
    return value_take(reading, name);
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

static int values_take(struct reading *reading)
{
    int code = EXIT_CODE_DONE;
    while (code == EXIT_CODE_DONE && sqlite3_step(reading->row) == SQLITE_ROW)
        code = is(reading, MEMBER, "documents") ? paper_take(reading)
                                                : value_take(reading, column(reading, MEMBER));
    return code;
}

int person_input_read_json(struct person_entry *out, const char *text, size_t length)
{
    sqlite3 *database = NULL;
    struct reading reading = { out, NULL, -1 };
    int code = EXIT_CODE_DONE;
    bool is_ready =
        sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(database, SQL_LIST_VALUES, -1, &reading.row, NULL) == SQLITE_OK &&
        sqlite3_bind_text(reading.row, 1, text, (int)length, SQLITE_STATIC) == SQLITE_OK;
    if (!is_ready || json_input_holds_zero(text, length) || !is_object(database, text, length))
        code = json_fault(PERSON_FIELD_COUNT);
    else
        code = values_take(&reading);
    if (code == EXIT_CODE_DONE && out->count == 0)
        code = person_fault_say(&(const struct person_place){ 0, PERSON_FIELD_COUNT },
                                FAULT_NOTHING, NULL);
    sqlite3_finalize(reading.row);
    sqlite3_close(database);
    return code;
}
