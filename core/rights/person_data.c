/* SPDX-License-Identifier: Apache-2.0 */
#include "rights/person_data.h"

#include "base/array.h"
#include "compartment/sealed_casefile.h"
#include "compartment/shadow.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "store/query.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_RESTRICTED[] =
    "SELECT id FROM casefile WHERE person_id = :person AND is_restricted ORDER BY id";
static const char SQL_COUNT_HIDDEN_NOTES[] =
    "SELECT count(*) FROM note LEFT JOIN casefile ON casefile.id = casefile_id"
    " WHERE (note.person_id = :person OR casefile.person_id = :person)"
    " AND note.is_confidential AND NOT :notes AND note.written_by <> :actor";
static const char SQL_BEGIN[] =
    "SELECT json_object('person', :person, 'made_at', :now, 'is_complete', NULL,"
    " 'confidential_notes_not_shown', :notes)";
static const char SQL_ADD_SECTION[] =
    "SELECT json_set(:json, '$.' || :name, json((SELECT json_group_array(json(value)) FROM"
    " (SELECT value FROM json_each(:json, '$.' || :name)"
    " UNION ALL SELECT value FROM json_each(:rows)))))";
static const char SQL_SAY_INCOMPLETE[] =
    "SELECT json_set(:json, '$.is_complete', json(iif(:files > 0, 'false', 'true')))";
static const char SQL_EACH_FACT[] =
    "SELECT section.key, coalesce(item.key, 0), coalesce(field.key, ''), coalesce(field.atom, '')"
    " FROM json_each(:json) AS section LEFT JOIN json_each(section.value) AS item"
    " LEFT JOIN json_each(item.value) AS field WHERE section.type = 'array'";

static const char *const recipients[] = {
    [DATA_TO_PERSON] = "person",
    [DATA_TO_GUARDIAN] = "guardian",
    [DATA_TO_LAWYER] = "lawyer",
};
_Static_assert(sizeof(recipients) / sizeof(recipients[0]) == DATA_RECIPIENT_COUNT,
               "every recipient has a word");

const char *data_recipient_word(enum data_recipient recipient)
{
    return recipients[recipient];
}

enum status data_recipient_parse(enum data_recipient *out, const char *word, struct error *error)
{
    for (int i = 0; i < DATA_RECIPIENT_COUNT; i++)
        if (strcmp(word, recipients[i]) == 0) {
            *out = (enum data_recipient)i;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "recipient of a sheet");
}

void person_data_release(struct person_data *data)
{
    free(data->json);
    data->json = NULL;
}

/* ---- collecting */

/* Only what stands in the statement. */
static void bind_reader(struct query *query, const char *sql, const char *person_id,
                        const char *opened, const struct person_data_reader *reader)
{
    query_bind_text(query, ":person", person_id);
    if (strstr(sql, ":actor") != NULL)
        query_bind_text(query, ":actor", reader->actor);
    if (strstr(sql, ":opened") != NULL)
        query_bind_text(query, ":opened", opened);
    if (strstr(sql, ":notes") != NULL)
        query_bind_int(query, ":notes", reader->reads_confidential);
}

static enum status count_hidden(struct store *store, const char *sql, const char *person_id,
                                const struct person_data_reader *reader, long long *out,
                                struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    bind_reader(&query, sql, person_id, "", reader);
    if (query_next_row(&query))
        *out = query_int64(&query, 0);
    return query_end(&query, error);
}

static enum status begin_sheet(struct store *store, const char *person_id, struct person_data *out,
                               struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_BEGIN);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":now", now);
    query_bind_int64(&query, ":notes", out->hidden_notes);
    if (query_next_row(&query))
        out->json = query_take_text(&query, 0);
    return query_end(&query, error);
}

static enum status add_rows(struct store *store, const char *name, const char *rows,
                            struct person_data *out, struct error *error)
{
    struct query query;
    char *longer = NULL;
    query_begin(&query, store, SQL_ADD_SECTION);
    query_bind_text(&query, ":json", out->json);
    query_bind_text(&query, ":name", name);
    query_bind_text(&query, ":rows", rows);
    if (query_next_row(&query))
        longer = query_take_text(&query, 0);
    const enum status status = query_end(&query, error);
    free(out->json);
    out->json = longer;
    return status;
}

static enum status add_section(struct store *store, const struct person_data_section *section,
                               const char *person_id, const char *opened,
                               const struct person_data_reader *reader, struct person_data *out,
                               struct error *error)
{
    struct query query;
    char *rows = NULL;
    query_begin(&query, store, section->select);
    bind_reader(&query, section->select, person_id, opened, reader);
    if (query_next_row(&query))
        rows = query_take_text(&query, 0);
    enum status status = query_end(&query, error);
    if (status == STATUS_OK)
        status = add_rows(store, section->name, rows, out, error);
    free(rows);
    return status;
}

/* ---- restricted casefiles, one after the other */

/* Whether a section shows something of a casefile that is opened. */
static bool is_of_casefile(const struct person_data_section *section)
{
    char name[64];
    for (size_t i = 0; i < shadow_table_count; i++) {
        snprintf(name, sizeof(name), " %s ", shadow_tables[i].name);
        if (strstr(section->tables, name) != NULL)
            return true;
    }
    return strstr(section->tables, " casefile ") != NULL;
}

static enum status add_opened(struct store *store, const char *person_id, const char *casefile_id,
                              const struct person_data_reader *reader, struct person_data *out,
                              struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_RESTRICTED || (status == STATUS_OK && !opening.is_opened)) {
        out->hidden_files++;
        return STATUS_OK;
    }
    for (size_t i = 0; status == STATUS_OK && i < person_data_section_count; i++)
        if (is_of_casefile(&person_data_sections[i]))
            status = add_section(store, &person_data_sections[i], person_id, casefile_id, reader,
                                 out, error);
    return sealed_close(store, &opening, status, error);
}

static enum status add_restricted(struct store *store, const char *person_id,
                                  const struct person_data_reader *reader, struct person_data *out,
                                  struct error *error)
{
    struct query query;
    char(*ids)[UUID_TEXT_SIZE] = NULL;
    size_t count = 0, capacity = 0;
    query_begin(&query, store, SQL_LIST_RESTRICTED);
    query_bind_text(&query, ":person", person_id);
    while (query_next_row(&query) &&
           array_reserve(&ids, &capacity, sizeof(*ids), count + 1, &query.failure) == STATUS_OK)
        query_copy_text(&query, 0, ids[count++], UUID_TEXT_SIZE);
    enum status status = query_end(&query, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = add_opened(store, person_id, ids[i], reader, out, error);
    free(ids);
    return status;
}

static enum status say_whether_complete(struct store *store, struct person_data *out,
                                        struct error *error)
{
    struct query query;
    char *said = NULL;
    query_begin(&query, store, SQL_SAY_INCOMPLETE);
    query_bind_text(&query, ":json", out->json);
    query_bind_int64(&query, ":files", out->hidden_files);
    if (query_next_row(&query))
        said = query_take_text(&query, 0);
    const enum status status = query_end(&query, error);
    free(out->json);
    out->json = said;
    return status;
}

enum status person_data_collect(struct store *store, const char *person_id,
                                const struct person_data_reader *reader, struct person_data *out,
                                struct error *error)
{
    *out = (struct person_data){ .json = NULL };
    enum status status = person_record_require(store, person_id, error);
    if (status == STATUS_OK)
        status = count_hidden(store, SQL_COUNT_HIDDEN_NOTES, person_id, reader, &out->hidden_notes,
                              error);
    if (status == STATUS_OK)
        status = begin_sheet(store, person_id, out, error);
    for (size_t i = 0; status == STATUS_OK && i < person_data_section_count; i++)
        status = add_section(store, &person_data_sections[i], person_id, "", reader, out, error);
    if (status == STATUS_OK)
        status = add_restricted(store, person_id, reader, out, error);
    return status == STATUS_OK ? say_whether_complete(store, out, error) : status;
}

enum status person_data_export(struct store *store, const char *person_id,
                               const struct person_data_reader *reader,
                               enum data_recipient recipient, struct person_data *out,
                               struct error *error)
{
    char after[64];
    bool is_own = false;
    *out = (struct person_data){ .json = NULL };
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_data_collect(store, person_id, reader, out, error);
    snprintf(after, sizeof(after), "{\"to\":\"%s\",\"is_complete\":%s}", recipients[recipient],
             out->hidden_files > 0 ? "false" : "true");
    const struct journal_entry entry = { reader->actor, "person.export", "person", person_id, NULL,
                                         after };
    if (status == STATUS_OK)
        status = journal_append(store, &entry, error);
    return act_commit(store, is_own, status, error);
}

/* ---- reading it */

enum status person_data_each(struct store *store, const struct person_data *data,
                             bool (*visit)(void *self, const struct person_data_fact *fact),
                             void *self, struct error *error)
{
    struct query query;
    bool goes_on = true;
    query_begin(&query, store, SQL_EACH_FACT);
    query_bind_text(&query, ":json", data->json);
    while (goes_on && query_next_row(&query)) {
        const struct person_data_fact fact = {
            .section = query_text(&query, 0),
            .row = query_int64(&query, 1),
            .name = query_text(&query, 2),
            .value = query_text(&query, 3),
        };
        goes_on = visit(self, &fact);
    }
    return query_end(&query, error);
}
