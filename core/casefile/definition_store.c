/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/definition_private.h"

#include "base/array.h"
#include "journal/act.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_FILES[] = "SELECT name, body FROM workflow_file"
                                     " WHERE workflow = :workflow AND version = :version"
                                     " ORDER BY rowid";
static const char SQL_ADD_DEFINITION[] =
    "INSERT INTO workflow_definition (workflow, version, is_own, added_at, added_by)"
    " VALUES (:workflow, :version, :is_own, :now, :actor) ON CONFLICT DO NOTHING";
static const char SQL_ADD_FILE[] = "INSERT INTO workflow_file (workflow, version, name, body)"
                                   " VALUES (:workflow, :version, :name, :body)";
static const char SQL_IS_KEPT[] =
    "SELECT 1 FROM workflow_definition WHERE workflow = :workflow AND version = :version";
static const char SQL_LIST_KEPT[] =
    "SELECT workflow, version, is_own, (SELECT count(*) FROM casefile"
    " WHERE casefile.workflow = workflow_definition.workflow AND casefile.state = 'open'"
    " AND casefile.workflow_version = workflow_definition.version)"
    " FROM workflow_definition ORDER BY workflow, version DESC";

/* In bytes, with room for a number before it: the column takes 80 characters. */
enum { FILE_NAME_MAX = 70 };

/* ---- Files */

static void begin_version(struct query *query, struct store *store, const char *sql,
                          const char *workflow, int version)
{
    query_begin(query, store, sql);
    query_bind_text(query, ":workflow", workflow);
    query_bind_int(query, ":version", version);
}

enum status definition_files_load(struct definition_files *out, struct store *store,
                                  const char *workflow, int version, struct error *error)
{
    struct query query;
    *out = (struct definition_files){ .items = NULL };
    begin_version(&query, store, SQL_LIST_FILES, workflow, version);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        struct yaml_source *source = &out->items[out->count++];
        *source = (struct yaml_source){ .name = query_take_text(&query, 0),
                                        .text = query_take_text(&query, 1) };
        source->length = source->text == NULL ? 0 : strlen(source->text);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        definition_files_release(out);
    return status;
}

void definition_files_release(struct definition_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        free((char *)files->items[i].name);
        free((char *)files->items[i].text);
    }
    free(files->items);
    *files = (struct definition_files){ .items = NULL };
}

/* ---- Keeping */

/* The last part of the path, short enough for its column: the folders it lay in are nobody's
 * business.  Of a long name the end stays, which says what it is. */
static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL || slash[1] == '\0' ? path : slash + 1;
    const size_t length = strlen(name);
    if (length > FILE_NAME_MAX)
        name += length - FILE_NAME_MAX;
    while ((*name & 0xC0) == 0x80) /* the rest of a character that was cut */
        name++;
    return name;
}

/* How many of the files before that one have the same name. */
static size_t count_namesakes(const struct definition *definition, size_t file)
{
    size_t count = 0;
    for (size_t i = 0; i < file; i++)
        count += strcmp(base_name(definition->sources[i]->name),
                        base_name(definition->sources[file]->name)) == 0;
    return count;
}

static enum status add_file(struct store *store, const struct definition *definition, size_t file,
                            struct error *error)
{
    const struct yaml_source *source = definition->sources[file];
    const size_t namesakes = count_namesakes(definition, file);
    char name[FILE_NAME_MAX + 32];
    struct query query;
    /* With a slash, which no base name has: so the names of a version differ. */
    if (namesakes > 0)
        snprintf(name, sizeof(name), "%zu/%s", namesakes + 1, base_name(source->name));
    else
        snprintf(name, sizeof(name), "%s", base_name(source->name));
    begin_version(&query, store, SQL_ADD_FILE, definition->id, definition->version);
    query_bind_text(&query, ":name", name);
    query_bind_text(&query, ":body", source->text);
    return query_run(&query, error);
}

enum status definition_store_keep(struct store *store, const char *actor,
                                  const struct definition *definition, bool is_own,
                                  struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    begin_version(&query, store, SQL_ADD_DEFINITION, definition->id, definition->version);
    query_bind_int(&query, ":is_own", is_own);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    enum status status = query_run(&query, error);
    if (status != STATUS_OK || store_changed_rows(store) == 0)
        return status;
    for (size_t i = 0; status == STATUS_OK && i < definition->source_count; i++)
        status = add_file(store, definition, i, error);
    return status;
}

static enum status is_kept(struct store *store, const char *workflow, int version, bool *out,
                           struct error *error)
{
    struct query query;
    begin_version(&query, store, SQL_IS_KEPT, workflow, version);
    *out = query_next_row(&query);
    return query_end(&query, error);
}

/* ---- A workflow of the office's own */

static enum status find_workflow(const struct yaml_source *sources, size_t count,
                                 char id[YAML_ID_MAX + 1], struct fault_list *faults,
                                 struct error *error)
{
    bool is_found = false;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        char found[YAML_ID_MAX + 1];
        bool is_workflow;
        status = library_check_file(&sources[i], found, &is_workflow, faults, error);
        if (status == STATUS_OK && is_workflow && !is_found) {
            memcpy(id, found, sizeof(found));
            is_found = true;
        }
    }
    if (status == STATUS_OK && faults->count > 0)
        return error_set(error, STATUS_INVALID, "the files have faults");
    if (status == STATUS_OK && !is_found)
        return error_set(error, STATUS_NOT_FOUND, "none of the files is a workflow");
    return status;
}

static enum status require_new(struct store *store, const struct definition *definition,
                               struct error *error)
{
    bool is_there = false;
    int builtin = 0;
    enum status status = is_kept(store, definition->id, definition->version, &is_there, error);
    if (status == STATUS_OK)
        status = definition_builtin_version(definition->id, &builtin, error);
    if (status == STATUS_OK && (is_there || builtin == definition->version))
        return error_set(error, STATUS_EXISTS, "that version of the workflow is there already");
    return status;
}

static enum status journal_addition(struct store *store, const char *actor,
                                    const struct definition *definition, struct error *error)
{
    char after[160];
    snprintf(after, sizeof(after), "{\"version\":%d,\"files\":%zu}", definition->version,
             definition->source_count);
    const struct journal_entry entry = { .actor = actor,
                                         .act = "workflow.add",
                                         .noun = "workflow",
                                         .subject = definition->id,
                                         .after = after };
    return journal_append(store, &entry, error);
}

static enum status add_within(struct store *store, const char *actor,
                              const struct definition *definition, struct error *error)
{
    enum status status = require_new(store, definition, error);
    if (status == STATUS_OK)
        status = definition_store_keep(store, actor, definition, true, error);
    return status == STATUS_OK ? journal_addition(store, actor, definition, error) : status;
}

static enum status add_definition(struct store *store, const char *actor,
                                  const struct definition *definition, struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, actor, definition, error);
    return act_commit(store, is_own, status, error);
}

enum status definition_store_add(struct store *store, const char *actor,
                                 const struct yaml_source *sources, size_t count,
                                 struct definition_added *out, struct fault_list *faults,
                                 struct error *error)
{
    char id[YAML_ID_MAX + 1] = "";
    struct definition *definition = NULL;
    const struct library library = { .shelves = { { sources, count },
                                                  library_builtin().shelves[0] } };
    *out = (struct definition_added){ .version = 0 };
    enum status status = find_workflow(sources, count, id, faults, error);
    if (status == STATUS_OK)
        status = library_load(&definition, &library, id, faults, error);
    if (status == STATUS_OK && definition == NULL)
        status = error_set(error, STATUS_INVALID, "the workflow has faults");
    if (status == STATUS_OK) {
        snprintf(out->workflow, sizeof(out->workflow), "%s", definition->id);
        out->version = definition->version;
        status = add_definition(store, actor, definition, error);
    }
    definition_release(definition);
    return status;
}

/* ---- What there is */

struct note_list {
    struct definition_note *items;
    size_t count;
    size_t capacity;
};

static enum status add_note(struct note_list *notes, const struct definition_note *note,
                            struct error *error)
{
    const enum status status = array_reserve(&notes->items, &notes->capacity, sizeof(*notes->items),
                                             notes->count + 1, error);
    if (status == STATUS_OK)
        notes->items[notes->count++] = *note;
    return status;
}

static enum status list_kept(struct store *store, struct note_list *notes, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_KEPT);
    while (query_next_row(&query)) {
        struct definition_note note = { .version = query_int(&query, 1),
                                        .is_own = query_int(&query, 2) != 0,
                                        .is_kept = true,
                                        .open_casefiles = query_int64(&query, 3) };
        query_copy_text(&query, 0, note.workflow, sizeof(note.workflow));
        if (add_note(notes, &note, &query.failure) != STATUS_OK)
            break;
    }
    return query_end(&query, error);
}

static enum status list_builtin(struct definition_cache *cache, struct note_list *notes,
                                struct error *error)
{
    enum status status = STATUS_OK;
    const size_t kept = notes->count;
    const char *workflow;
    for (size_t i = 0; status == STATUS_OK && (workflow = library_workflow_at(i)) != NULL; i++) {
        struct definition_note note = { .is_kept = false };
        bool is_there = false;
        snprintf(note.workflow, sizeof(note.workflow), "%s", workflow);
        status = definition_cache_builtin(cache, workflow, &note.version, error);
        for (size_t k = 0; k < kept; k++)
            is_there = is_there || (strcmp(notes->items[k].workflow, workflow) == 0 &&
                                    notes->items[k].version == note.version);
        if (status == STATUS_OK && !is_there && note.version > 0)
            status = add_note(notes, &note, error);
    }
    return status;
}

static int compare_notes(const void *left, const void *right)
{
    const struct definition_note *a = left;
    const struct definition_note *b = right;
    const int order = strcmp(a->workflow, b->workflow);
    return order != 0 ? order : (a->version < b->version) - (a->version > b->version);
}

enum status definition_store_each(struct definition_cache *cache, struct store *store,
                                  bool (*visit)(void *self, const struct definition_note *note),
                                  void *self, struct error *error)
{
    struct note_list notes = { .items = NULL };
    enum status status = list_kept(store, &notes, error);
    if (status == STATUS_OK)
        status = list_builtin(cache, &notes, error);
    if (status == STATUS_OK && notes.count > 0)
        qsort(notes.items, notes.count, sizeof(*notes.items), compare_notes);
    for (size_t i = 0; status == STATUS_OK && i < notes.count; i++) {
        notes.items[i].is_newest =
            i == 0 || strcmp(notes.items[i].workflow, notes.items[i - 1].workflow) != 0;
        if (!visit(self, &notes.items[i]))
            break;
    }
    free(notes.items);
    return status;
}
