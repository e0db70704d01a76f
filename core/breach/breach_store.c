/* SPDX-License-Identifier: Apache-2.0 */
#include "breach/breach.h"

#include "base/array.h"
#include "journal/act.h"
#include "person/personal_text.h"
#include "store/id_lookup.h"
#include "store/query.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

#define SQL_DUE "strftime('%Y-%m-%dT%H:%M:%fZ', noticed_at, '+72 hours')"

static const char SQL_ADD[] =
    "INSERT INTO breach (id, kind, what, data, people, happened_on, noticed_at, reported_at,"
    " reported_by) VALUES (:id, :kind, :what, :data, nullif(:people, -1), :happened_on, "
    ":noticed_at,"
    " :now, :actor) RETURNING " SQL_DUE;
static const char SQL_LIST[] =
    "SELECT id, kind, what, data, coalesce(people, -1), happened_on, noticed_at, " SQL_DUE
    ", reported_by, coalesce(closed_at, ''), lessons FROM breach"
    " WHERE :has_closed OR closed_at IS NULL ORDER BY closed_at NOTNULL, noticed_at, id";
static const char SQL_FIND_STATE[] = "SELECT closed_at FROM breach WHERE id = :id";
static const char SQL_ADD_NOTE[] =
    "INSERT INTO breach_note (id, breach_id, kind, body, noted_at, noted_by)"
    " VALUES (:id, :breach, :kind, :body, :now, :actor)";
static const char SQL_CLOSE[] = "UPDATE breach SET closed_at = :now, closed_by = :actor,"
                                " lessons = :lessons WHERE id = :id";
static const char SQL_NOTES[] = "SELECT kind, body, noted_at, noted_by FROM breach_note"
                                " WHERE breach_id = :id ORDER BY noted_at, id";
static const char SQL_FIND_ID[] = "SELECT id FROM breach WHERE " SQL_ID_BEGINS_SO;

/* The words stay in the tables; the journal tells that something was done. */
static enum status note_act(struct store *store, const char *actor, const char *act, const char *id,
                            const char *kind, struct error *error)
{
    char after[64];
    snprintf(after, sizeof(after), "{\"kind\":\"%s\"}", kind);
    const struct journal_entry entry = { actor, act, "breach", id, NULL, after };
    return journal_append(store, &entry, error);
}

/* ---- reporting */

static enum status check_times(const struct breach *breach, const char *now, struct error *error)
{
    char day[DAY_TEXT_SIZE];
    if (strcmp(breach->noticed_at, now) > 0)
        return error_set(error, STATUS_DATE_INVALID, "noticed in the future");
    if (!breach->has_happened_on)
        return STATUS_OK;
    day_format(day, breach->happened_on);
    return strncmp(day, breach->noticed_at, strlen(day)) > 0
               ? error_set(error, STATUS_DATE_INVALID, "noticed before it happened")
               : STATUS_OK;
}

static enum status write_breach(struct store *store, const char *actor, struct breach *breach,
                                const struct personal_text texts[2], const char *now,
                                struct error *error)
{
    struct query query;
    uuid_new(breach->id);
    query_begin(&query, store, SQL_ADD);
    query_bind_text(&query, ":id", breach->id);
    query_bind_text(&query, ":kind", breach_kind_word(breach->kind));
    query_bind_text(&query, ":what", texts[0].accepted);
    query_bind_text(&query, ":data", texts[1].accepted);
    query_bind_int(&query, ":people", breach->people);
    query_bind_day(&query, ":happened_on", breach->has_happened_on, breach->happened_on);
    query_bind_text(&query, ":noticed_at", breach->noticed_at);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    if (query_next_row(&query))
        query_copy_text(&query, 0, breach->due_at, sizeof(breach->due_at));
    return query_end(&query, error);
}

static enum status report_within(struct store *store, const char *actor, struct breach *breach,
                                 const struct personal_text texts[2], struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    if (breach->noticed_at[0] == '\0')
        memcpy(breach->noticed_at, now, sizeof(now));
    enum status status = check_times(breach, now, error);
    if (status == STATUS_OK)
        status = write_breach(store, actor, breach, texts, now, error);
    if (status == STATUS_OK)
        status = note_act(store, actor, "breach.report", breach->id, breach_kind_word(breach->kind),
                          error);
    return status;
}

enum status breach_report(struct store *store, const char *actor, struct breach *breach,
                          struct error *error)
{
    struct personal_text texts[2] = {
        { .given = breach->what,
          .max = BREACH_TEXT_MAX,
          .is_multiline = true,
          .is_required = true },
        { .given = breach->data, .max = BREACH_TEXT_MAX, .is_multiline = true },
    };
    bool is_own = false;
    enum status status = personal_texts_accept(texts, 2, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = report_within(store, actor, breach, texts, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(texts, 2);
    return status;
}

/* ---- working on it */

static enum status require_open(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_STATE);
    query_bind_text(&query, ":id", id);
    const bool is_closed = query_next_row(&query) && !query_is_null(&query, 0);
    const enum status status = query_end_found(&query, error);
    return status == STATUS_OK && is_closed ? error_set(error, STATUS_REFUSED, "closed") : status;
}

static void begin_write(struct query *query, struct store *store, const char *sql,
                        const char *actor)
{
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(query, store, sql);
    query_bind_text(query, ":now", now);
    query_bind_text(query, ":actor", actor);
}

static enum status write_note(struct store *store, const char *actor, const char *breach,
                              const char *kind, const char *body, struct error *error)
{
    char id[UUID_TEXT_SIZE];
    struct query query;
    uuid_new(id);
    begin_write(&query, store, SQL_ADD_NOTE, actor);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":breach", breach);
    query_bind_text(&query, ":kind", kind);
    query_bind_text(&query, ":body", body);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? note_act(store, actor, "breach.note", breach, kind, error)
                               : status;
}

static enum status write_close(struct store *store, const char *actor, const char *breach,
                               const char *kind, const char *lessons, struct error *error)
{
    struct query query;
    begin_write(&query, store, SQL_CLOSE, actor);
    query_bind_text(&query, ":id", breach);
    query_bind_text(&query, ":lessons", lessons);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? note_act(store, actor, "breach.close", breach, kind, error)
                               : status;
}

static enum status
work(struct store *store, const char *actor, const char *id, const char *kind, const char *words,
     enum status (*write)(struct store *store, const char *actor, const char *breach,
                          const char *kind, const char *words, struct error *error),
     struct error *error)
{
    struct personal_text text = {
        .given = words, .max = BREACH_TEXT_MAX, .is_multiline = true, .is_required = true
    };
    bool is_own = false;
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = require_open(store, id, error);
        if (status == STATUS_OK)
            status = write(store, actor, id, kind, text.accepted, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

enum status breach_add_note(struct store *store, const char *actor, const char *id,
                            enum breach_note_kind kind, const char *body, struct error *error)
{
    return work(store, actor, id, breach_note_kind_word(kind), body, write_note, error);
}

enum status breach_close(struct store *store, const char *actor, const char *id,
                         const char *lessons, struct error *error)
{
    return work(store, actor, id, "closed", lessons, write_close, error);
}

/* ---- reading */

static enum status read_breach(struct query *query, struct breach *out, struct error *error)
{
    *out = (struct breach){ .what = NULL };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    out->what = query_take_text(query, 2);
    out->data = query_take_text(query, 3);
    out->people = query_int(query, 4);
    out->happened_on = query_day(query, 5, &out->has_happened_on);
    query_copy_text(query, 6, out->noticed_at, sizeof(out->noticed_at));
    query_copy_text(query, 7, out->due_at, sizeof(out->due_at));
    query_copy_text(query, 8, out->reported_by, sizeof(out->reported_by));
    query_copy_text(query, 9, out->closed_at, sizeof(out->closed_at));
    out->lessons = query_take_text(query, 10);
    return breach_kind_parse(&out->kind, query_text(query, 1), error);
}

enum status breach_list_all(struct store *store, bool has_closed, struct breach_list *out,
                            struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    *out = (struct breach_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST);
    query_bind_int(&query, ":has_closed", has_closed);
    while (status == STATUS_OK && query_next_row(&query)) {
        status =
            array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
        if (status == STATUS_OK)
            status = read_breach(&query, &out->items[out->count++], error);
    }
    const enum status ended = query_end(&query, error);
    return status == STATUS_OK ? ended : status;
}

enum status breach_each_note(struct store *store, const char *id,
                             void (*visit)(void *self, const struct breach_note *note), void *self,
                             struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_NOTES);
    query_bind_text(&query, ":id", id);
    while (status == STATUS_OK && query_next_row(&query)) {
        struct breach_note note = { .body = query_text(&query, 1),
                                    .noted_at = query_text(&query, 2),
                                    .noted_by = query_text(&query, 3) };
        status = breach_note_kind_parse(&note.kind, query_text(&query, 0), error);
        if (status == STATUS_OK)
            visit(self, &note);
    }
    const enum status ended = query_end(&query, error);
    return status == STATUS_OK ? ended : status;
}

enum status breach_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                        struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}
