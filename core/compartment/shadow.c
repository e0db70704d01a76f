/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/shadow.h"

#include "store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHADOW(table, condition)                                                                   \
    {                                                                                              \
        table, "SELECT * FROM main." table " WHERE " condition,                                    \
            "DELETE FROM main." table " WHERE " condition, "SELECT * FROM temp." table,            \
            "INSERT INTO main." table " SELECT * FROM temp." table,                                \
    }
#define OF_CASEFILE   "casefile_id = :id"
#define OF_ASSESSMENT "assessment_id IN (SELECT id FROM main.assessment WHERE " OF_CASEFILE ")"
#define OF_REFERRAL   "referral_id IN (SELECT id FROM main.referral WHERE " OF_CASEFILE ")"
#define OF_REQUEST    "request_id IN (SELECT id FROM main.document_request WHERE " OF_CASEFILE ")"
/* Acts on a casefile, and on what belongs to it: their words name the casefile.  A merge leaves the
 * history with the record that it was about. */
#define OF_ACTS                                                                                    \
    "journal_sequence IN (SELECT sequence FROM main.journal WHERE subject = :id UNION ALL"         \
    " SELECT journal_sequence FROM main.history WHERE person_id IN (WITH RECURSIVE people (id) AS" \
    " (SELECT person_id FROM main.casefile WHERE id = :id UNION SELECT person_id"                  \
    " FROM main.casefile_person WHERE casefile_id = :id UNION SELECT merged_id"                    \
    " FROM main.person_merge JOIN people ON survivor_id = people.id UNION SELECT survivor_id"      \
    " FROM main.person_merge JOIN people ON merged_id = people.id) SELECT id FROM people)"         \
    " AND :id IN (json_extract(after, '$.casefile'), json_extract(before, '$.casefile')))"

const struct shadow_table shadow_tables[] = {
    SHADOW("history", OF_ACTS), /* while the people are still there to be found by */
    SHADOW("casefile_words", OF_CASEFILE),
    SHADOW("casefile_person", OF_CASEFILE),
    SHADOW("answer", OF_CASEFILE),
    SHADOW("step_state", OF_CASEFILE),
    SHADOW("step_wait", OF_CASEFILE),
    SHADOW("step_round", OF_CASEFILE),
    SHADOW("assessment", OF_CASEFILE),
    SHADOW("assessment_answer", OF_ASSESSMENT),
    SHADOW("assessment_score", OF_ASSESSMENT),
    SHADOW("plan_item", OF_CASEFILE),
    SHADOW("evidence", OF_CASEFILE),
    SHADOW("service", OF_CASEFILE),
    SHADOW("property_claim", OF_CASEFILE),
    SHADOW("referral", OF_CASEFILE),
    SHADOW("referral_item", OF_REFERRAL),
    SHADOW("document_request", OF_CASEFILE),
    SHADOW("document_request_step", OF_REQUEST),
    SHADOW("note", OF_CASEFILE),
    SHADOW("approval", OF_CASEFILE),
    SHADOW("task", OF_CASEFILE),
    SHADOW("appointment", OF_CASEFILE),
};
const size_t shadow_table_count = sizeof(shadow_tables) / sizeof(shadow_tables[0]);

static const char SQL_TABLE_TEXT[] =
    "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?";
static const char SQL_INDEX_TEXTS[] =
    "SELECT sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql NOTNULL";

/* ---- What the migrations say of a table, said of one in "temp" */

static const char *skip_reference(const char *at)
{
    static const char *const ends[] = { "ON DELETE RESTRICT", "ON DELETE CASCADE" };
    const char *end = NULL;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        const char *found = strstr(at, ends[i]);
        if (found != NULL && (end == NULL || found + strlen(ends[i]) < end))
            end = found + strlen(ends[i]);
    }
    return end == NULL ? at + strlen(at) : end;
}

/* References lead out of "temp", where there is nothing: the rows were checked when they were
 * written, and are checked again when the casefile stops being sealed. */
static char *without_references(const char *sql, const char *begin, const char *instead)
{
    static const char reference[] = "REFERENCES ";
    const size_t head = strlen(begin);
    char *out = malloc(strlen(sql) + strlen(instead) + 1);
    if (out == NULL || strncmp(sql, begin, head) != 0) {
        free(out);
        return NULL;
    }
    size_t length = strlen(strcpy(out, instead));
    for (const char *at = sql + head; *at != '\0';)
        if (strncmp(at, reference, sizeof(reference) - 1) == 0)
            at = skip_reference(at);
        else
            out[length++] = *at++;
    out[length] = '\0';
    return out;
}

static enum status run_like(struct store *store, const char *sql, const char *begin,
                            const char *instead, struct error *error)
{
    char *changed = without_references(sql, begin, instead);
    if (changed == NULL)
        return error_set(error, STATUS_INTERNAL, "a table that is not written as expected");
    const enum status status = store_execute(store, changed, error);
    free(changed);
    return status;
}

static enum status run_texts(struct store *store, const char *find, const char *table,
                             struct error *error)
{
    static const struct {
        const char *begin;
        const char *instead;
    } kinds[] = { { "CREATE TABLE ", "CREATE TABLE temp." },
                  { "CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX temp." },
                  { "CREATE INDEX ", "CREATE INDEX temp." } };
    enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };
    char *texts[16] = { NULL };
    size_t count = 0;
    sqlite3_stmt *row = NULL;
    int code = sqlite3_prepare_v2(store_handle(store), find, -1, &row, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(row, 1, table, -1, SQLITE_STATIC);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(row);
        if (code == SQLITE_ROW && count < sizeof(texts) / sizeof(texts[0]))
            texts[count++] = strdup((const char *)sqlite3_column_text(row, 0));
    }
    enum status status = store_fail(store, code, "the text of a table", error);
    sqlite3_finalize(row);
    for (size_t i = 0; i < count; i++) {
        size_t kind = 0;
        while (texts[i] != NULL && kind + 1 < KIND_COUNT &&
               strncmp(texts[i], kinds[kind].begin, strlen(kinds[kind].begin)) != 0)
            kind++;
        if (status == STATUS_OK)
            status = texts[i] == NULL
                         ? error_set(error, STATUS_OUT_OF_MEMORY, "a table")
                         : run_like(store, texts[i], kinds[kind].begin, kinds[kind].instead, error);
        free(texts[i]);
    }
    return status;
}

/* ---- Making and dropping */

static bool is_busy(struct store *store)
{
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(store_handle(store), statement)) != NULL)
        if (sqlite3_stmt_busy(statement))
            return true;
    return false;
}

enum status shadow_make(struct store *store, struct error *error)
{
    struct error ignored;
    if (is_busy(store))
        return error_set(error, STATUS_INTERNAL, "a statement runs while a casefile is opened");
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < shadow_table_count; i++) {
        status = run_texts(store, SQL_TABLE_TEXT, shadow_tables[i].name, error);
        if (status == STATUS_OK)
            status = run_texts(store, SQL_INDEX_TEXTS, shadow_tables[i].name, error);
    }
    /* Statements that were prepared before still mean the tables of the file. */
    store_forget_statements(store);
    if (status != STATUS_OK && shadow_drop(store, &ignored) != STATUS_OK)
        return error_set(error, STATUS_INTERNAL, "the tables of a casefile stay");
    return status;
}

enum status shadow_drop(struct store *store, struct error *error)
{
    enum status status = STATUS_OK;
    store_forget_statements(store);
    for (size_t i = 0; status == STATUS_OK && i < shadow_table_count; i++) {
        char sql[96];
        snprintf(sql, sizeof(sql), "DROP TABLE IF EXISTS temp.%s", shadow_tables[i].name);
        status = store_execute(store, sql, error);
    }
    return status;
}
