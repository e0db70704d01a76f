/* SPDX-License-Identifier: Apache-2.0 */
#include "note/note_store.h"

#include "base/array.h"
#include "base/text.h"
#include "compartment/sealed_act.h"
#include "document/case_reference.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SELECT_NOTES                                                                               \
    "SELECT note.id, coalesce(casefile_id, ''), coalesce(note.person_id, ''), kind,"               \
    " is_confidential, coalesce(corrects, ''), body, written_at, written_by,"                      \
    " coalesce(casefile.number, '') FROM note LEFT JOIN casefile ON casefile.id = casefile_id"
#define NEWEST_FIRST " ORDER BY written_at DESC, note.id DESC"

static const char SQL_ADD_NOTE[] =
    "INSERT INTO note (id, casefile_id, person_id, kind, is_confidential, corrects, body,"
    " written_at, written_by) VALUES (:id, :casefile, :person, :kind, :is_confidential, :corrects,"
    " :body, :now, :actor)";
/* Somebody spoke with the person of the casefile. */
static const char SQL_NOTE_CONTACT[] =
    "UPDATE casefile SET contact_on = date(:now) WHERE id = :casefile"
    " AND coalesce(contact_on, '') < date(:now)";
static const char SQL_ADD_NUMBER[] = "INSERT INTO note_search (note_id) VALUES (:id)";
static const char SQL_ADD_WORDS[] =
    "INSERT INTO note_index (rowid, body) SELECT number, body FROM note_search"
    " JOIN note ON note.id = note_id WHERE note_id = :id";
static const char SQL_FIND_ID[] = "SELECT id FROM note WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_NOTE[] = SELECT_NOTES " WHERE note.id = :id";
static const char SQL_LIST_OF_CASEFILE[] = SELECT_NOTES " WHERE casefile_id = :id" NEWEST_FIRST;
static const char SQL_LIST_OF_PERSON[] =
    SELECT_NOTES " WHERE note.person_id = :id"
                 " OR casefile_id IN (SELECT id FROM casefile WHERE person_id = :id)" NEWEST_FIRST;
static const char SQL_SEARCH[] =
    SELECT_NOTES " JOIN note_search ON note_search.note_id = note.id"
                 " WHERE note_search.number IN (SELECT rowid FROM note_index"
                 "  WHERE note_index MATCH :match ORDER BY rowid DESC LIMIT 400)"
                 " AND (NOT is_confidential OR :reads_all OR written_by = :reader"
                 "  OR casefile.assigned_to = :reader)"
                 " ORDER BY note_search.number DESC LIMIT :limit";
static const char SQL_SNAPSHOT_NOTE[] =
    "SELECT json_patch('{}', json_object('id', id, 'casefile', casefile_id, 'about_person',"
    " person_id, 'note_kind', kind, 'is_confidential', is_confidential, 'corrects', corrects,"
    " 'body', body)) FROM note WHERE id = :key";

/* ---- Writing */

static enum status same_or_said(char said[UUID_TEXT_SIZE], const char *corrected,
                                struct error *error)
{
    if (said[0] != '\0' && strcmp(said, corrected) != 0)
        return error_set(error, STATUS_INVALID, "the corrected note belongs elsewhere");
    memcpy(said, corrected, UUID_TEXT_SIZE);
    return STATUS_OK;
}

/* What a correction takes from the note that it corrects. */
static enum status inherit(struct store *store, struct note *note, struct error *error)
{
    struct note corrected;
    enum status status = note_load(store, note->corrects, &corrected, error);
    if (status != STATUS_OK)
        return status;
    status = same_or_said(note->casefile_id, corrected.casefile_id, error);
    if (status == STATUS_OK)
        status = same_or_said(note->person_id, corrected.person_id, error);
    if (corrected.is_confidential)
        note->is_confidential = true;
    note_release(&corrected);
    return status;
}

/* Whose history it is: that of the casefile's person, else of the one whom the note is about. */
static enum status find_owner(struct store *store, const struct note *note,
                              struct case_reference *casefile, const char **owner,
                              struct error *error)
{
    enum status status = STATUS_OK;
    *owner = note->person_id;
    if (note->casefile_id[0] != '\0') {
        status = case_reference_load(store, note->casefile_id, casefile, error);
        if (status == STATUS_OK && note->person_id[0] != '\0')
            status = case_reference_require_person(store, casefile, note->person_id, error);
        if (status == STATUS_OK)
            status = person_record_require(store, casefile->person_id, error);
        *owner = casefile->person_id;
    }
    if (status == STATUS_OK && note->person_id[0] != '\0')
        status = person_record_require(store, note->person_id, error);
    return status;
}

static enum status put_note(struct store *store, const char *actor, const struct note *note,
                            struct error *error)
{
    struct personal_text body = {
        .given = note->body, .max = NOTE_BODY_MAX, .is_multiline = true, .is_required = true
    };
    enum status status = personal_texts_accept(&body, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_NOTE);
        query_bind_text(&query, ":id", note->id);
        query_bind_code(&query, ":casefile", note->casefile_id);
        query_bind_code(&query, ":person", note->person_id);
        query_bind_text(&query, ":kind", note_kind_word(note->kind));
        query_bind_int(&query, ":is_confidential", note->is_confidential);
        query_bind_code(&query, ":corrects", note->corrects);
        query_bind_text(&query, ":body", body.accepted);
        query_bind_text(&query, ":now", note->written_at);
        query_bind_text(&query, ":actor", actor);
        status = query_run(&query, error);
    }
    personal_texts_release(&body, 1);
    return status;
}

/* From now on it is found by its words. */
static enum status add_words(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_NUMBER);
    query_bind_text(&query, ":id", id);
    enum status status = query_run(&query, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_ADD_WORDS);
    query_bind_text(&query, ":id", id);
    return query_run(&query, error);
}

static bool is_contact(const struct note *note)
{
    return note->casefile_id[0] != '\0' &&
           (note->kind == NOTE_CALL || note->kind == NOTE_VISIT || note->kind == NOTE_INTERVIEW);
}

static enum status note_contact(struct store *store, const struct note *note, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_NOTE_CONTACT);
    query_bind_text(&query, ":casefile", note->casefile_id);
    query_bind_text(&query, ":now", note->written_at);
    return query_run(&query, error);
}

static enum status add_within(struct store *store, const char *actor, struct note *note,
                              struct error *error)
{
    struct case_reference casefile;
    const char *owner;
    enum status status = STATUS_OK;
    if (note->corrects[0] != '\0')
        status = inherit(store, note, error);
    if (status == STATUS_OK)
        status = note_check(note, error);
    if (status == STATUS_OK)
        status = find_owner(store, note, &casefile, &owner, error);
    if (status != STATUS_OK)
        return status;
    /* Somebody else whom the note is about is its subject: it is forgotten with either of them. */
    const char *subject = note->person_id[0] == '\0' ? owner : note->person_id;
    struct act act = { .entry = { .actor = actor,
                                  .act = note->corrects[0] == '\0' ? "note.add" : "note.correct",
                                  .noun = "person",
                                  .subject = subject },
                       .person_id = owner,
                       .snapshot = SQL_SNAPSHOT_NOTE,
                       .key = note->id,
                       .is_new = true };
    store_format_now(store, note->written_at);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_note(store, actor, note, error);
    if (status == STATUS_OK && !sealed_is_opened(store)) /* an index is not sealed */
        status = add_words(store, note->id, error);
    if (status == STATUS_OK && is_contact(note))
        status = note_contact(store, note, error);
    return act_end(&act, store, status, error);
}

enum status note_add(struct store *store, const char *actor, struct note *note, struct error *error)
{
    struct sealed_act frame;
    if (note->id[0] == '\0')
        uuid_new(note->id);
    if (!uuid_is_valid(note->id))
        return error_set(error, STATUS_INVALID, "not an id");
    enum status status = sealed_act_begin_record(
        &frame, store, note->corrects[0] == '\0' ? note->casefile_id : note->corrects, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, actor, note, error);
    status = sealed_act_end(&frame, store, status, error);
    if (status == STATUS_OK)
        snprintf(note->written_by, sizeof(note->written_by), "%s", actor);
    return status;
}

/* ---- Reading */

static enum status find_note(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                             struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

enum status note_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                      struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open_record(store, prefix, &opening, error);
    if (status == STATUS_OK)
        status = find_note(store, prefix, out, error);
    return sealed_close(store, &opening, status, error);
}

static void read_note(struct query *query, struct note *out)
{
    *out = (struct note){ .kind = NOTE_NOTE };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 2, out->person_id, sizeof(out->person_id));
    if (note_kind_parse(&out->kind, query_text(query, 3), NULL) != STATUS_OK)
        out->kind = NOTE_NOTE; /* the table's own check allows no other word */
    out->is_confidential = query_int(query, 4) != 0;
    query_copy_text(query, 5, out->corrects, sizeof(out->corrects));
    out->body = query_take_text(query, 6);
    query_copy_text(query, 7, out->written_at, sizeof(out->written_at));
    query_copy_text(query, 8, out->written_by, sizeof(out->written_by));
    query_copy_text(query, 9, out->casefile_number, sizeof(out->casefile_number));
}

static enum status load_note(struct store *store, const char *id, struct note *out,
                             struct error *error)
{
    struct query query;
    *out = (struct note){ .kind = NOTE_NOTE };
    query_begin(&query, store, SQL_FIND_NOTE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_note(&query, out);
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        note_release(out);
    return status;
}

enum status note_load(struct store *store, const char *id, struct note *out, struct error *error)
{
    struct sealed_opening opening;
    *out = (struct note){ .kind = NOTE_NOTE };
    enum status status = sealed_open_record(store, id, &opening, error);
    if (status == STATUS_OK)
        status = load_note(store, id, out, error);
    return sealed_close(store, &opening, status, error);
}

/* Ends the query. */
static enum status read_rows(struct query *query, struct note_list *out, struct error *error)
{
    *out = (struct note_list){ .items = NULL };
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_note(query, &out->items[out->count++]);
    }
    const enum status status = query_end(query, error);
    if (status != STATUS_OK)
        note_list_release(out);
    return status;
}

static enum status read_list(struct store *store, const char *sql, const char *id,
                             struct note_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", id);
    return read_rows(&query, out, error);
}

static enum status list_of_casefile(struct store *store, const char *casefile_id,
                                    struct note_list *out, struct error *error)
{
    return read_list(store, SQL_LIST_OF_CASEFILE, casefile_id, out, error);
}

enum status note_list_of_casefile(struct store *store, const char *casefile_id,
                                  struct note_list *out, struct error *error)
{
    struct sealed_opening opening;
    *out = (struct note_list){ .items = NULL };
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = list_of_casefile(store, casefile_id, out, error);
    return sealed_close(store, &opening, status, error);
}

enum status note_list_of_person(struct store *store, const char *person_id, struct note_list *out,
                                struct error *error)
{
    return read_list(store, SQL_LIST_OF_PERSON, person_id, out, error);
}

/* ---- Finding */

/* How many bytes a sign that stands between words takes: those of ASCII, dashes and quotes; 0 for
 * letters and digits. */
static size_t gap_length(const char *at)
{
    static const char plain[] = " \t\r\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    static const char *const others[] = { "\u00AB", "\u00BB", "\u00A0", "\u2116" };
    const unsigned char *bytes = (const unsigned char *)at;
    if (*at != '\0' && strchr(plain, *at) != NULL)
        return 1;
    if (bytes[0] == 0xE2 && (bytes[1] == 0x80 || bytes[1] == 0x81))
        return 3; /* U+2000 to U+207F */
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (strncmp(at, others[i], strlen(others[i])) == 0)
            return strlen(others[i]);
    return 0;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (text[length] != '\0' && gap_length(text + length) == 0)
        length++;
    return length;
}

/* The words in the language of the index: "sister" "gul"*.  "" when there is nothing to look for.
 */
static void write_match(char *out, size_t size, const char *text)
{
    size_t length = 0;
    out[0] = '\0';
    for (const char *at = text; *at != '\0';) {
        const size_t word = word_length(at);
        char *copy = strndup(at, word);
        const bool is_last = at[word] == '\0';
        if (copy != NULL && text_length(copy) >= NOTE_WORD_MIN &&
            length + word + sizeof(" \"\"*") < size)
            length += (size_t)snprintf(out + length, size - length, "%s\"%s\"%s",
                                       length > 0 ? " " : "", copy, is_last ? "*" : "");
        free(copy);
        at += word;
        at += gap_length(at);
    }
}

enum status note_search(struct store *store, const struct note_question *question,
                        struct note_list *out, struct error *error)
{
    enum { MATCH_SIZE = 1000 };
    char match[MATCH_SIZE];
    struct query query;
    *out = (struct note_list){ .items = NULL };
    if (!text_is_valid(question->text, strlen(question->text)))
        return error_set(error, STATUS_TEXT_INVALID, "no UTF-8");
    write_match(match, sizeof(match), question->text);
    if (match[0] == '\0')
        return STATUS_OK;
    query_begin(&query, store, SQL_SEARCH);
    query_bind_text(&query, ":match", match);
    query_bind_int(&query, ":reads_all", question->reads_all);
    query_bind_text(&query, ":reader", question->reader);
    query_bind_int(&query, ":limit", question->limit);
    return read_rows(&query, out, error);
}
