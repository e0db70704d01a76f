/* SPDX-License-Identifier: Apache-2.0 */
#include "search/sound_store.h"

#include "name/sound.h"
#include "store/query.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

enum { STORED_MAX = 60 }; /* as the table allows */

static const char SQL_COUNT_UP[] = "UPDATE name_sound SET people = people + 1"
                                   " WHERE bones = :bones AND skeleton = :skeleton";
static const char SQL_ADD[] =
    "INSERT INTO name_sound (bones, skeleton, people) VALUES (:bones, :skeleton, 1)";
static const char SQL_COUNT_DOWN[] =
    "UPDATE name_sound SET people = people - 1 WHERE bones = :bones"
    " AND skeleton = :skeleton AND people > 1";
static const char SQL_REMOVE[] =
    "DELETE FROM name_sound WHERE bones = :bones AND skeleton = :skeleton";
static const char SQL_FIND_BONES[] = "SELECT 1 FROM name_sound WHERE bones = :bones LIMIT 1";
static const char SQL_ADD_SLIP[] =
    "INSERT OR IGNORE INTO name_slip (slip, bones) VALUES (:slip, :bones)";
static const char SQL_REMOVE_SLIP[] = "DELETE FROM name_slip WHERE slip = :slip AND bones = :bones";
static const char SQL_LIST[] = "SELECT skeleton, people FROM name_sound WHERE bones = :bones";
static const char SQL_LIST_PREFIX[] =
    "SELECT skeleton, people FROM name_sound WHERE bones >= :bones AND bones < :behind LIMIT :most";
static const char SQL_LIST_SLIPS[] =
    "SELECT s.skeleton, s.people FROM name_slip AS l JOIN name_sound AS s ON s.bones = l.bones"
    " WHERE l.slip = :slip";

/* What the table keeps of a name; nobody's name is longer in earnest. */
struct sound {
    char bones[STORED_MAX + 1];
    char skeleton[STORED_MAX + 1];
};

static bool sound_make(struct sound *out, const char *skeleton)
{
    char bones[SOUND_SIZE];
    snprintf(out->skeleton, sizeof(out->skeleton), "%.*s", STORED_MAX, skeleton);
    sound_bones(bones, out->skeleton);
    snprintf(out->bones, sizeof(out->bones), "%.*s", STORED_MAX, bones);
    return out->skeleton[0] != '\0';
}

static enum status run(struct store *store, const char *sql, const struct sound *sound,
                       struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":bones", sound->bones);
    query_bind_text(&query, ":skeleton", sound->skeleton);
    return query_run(&query, error);
}

static enum status bones_are_known(struct store *store, const char *bones, bool *out,
                                   struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_BONES);
    query_bind_text(&query, ":bones", bones);
    *out = query_next_row(&query);
    return query_end(&query, error);
}

/* The bones without their at-th sound; the bones themselves when at is their length. */
static void leave_out(char out[STORED_MAX + 1], const char *bones, size_t at)
{
    size_t length = strlen(bones);
    memcpy(out, bones, at < length ? at : length);
    memcpy(out + at, at < length ? bones + at + 1 : bones + length, at < length ? length - at : 1);
}

static enum status run_slips(struct store *store, const char *sql, const char *bones,
                             struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t at = 0; at <= strlen(bones) && status == STATUS_OK; at++) {
        struct query query;
        char slip[STORED_MAX + 1];
        leave_out(slip, bones, at);
        query_begin(&query, store, sql);
        query_bind_text(&query, ":slip", slip);
        query_bind_text(&query, ":bones", bones);
        status = query_run(&query, error);
    }
    return status;
}

enum status sound_add(struct store *store, const char *skeleton, struct error *error)
{
    struct sound sound;
    bool is_known = false;
    if (!sound_make(&sound, skeleton))
        return STATUS_OK;
    enum status status = run(store, SQL_COUNT_UP, &sound, error);
    if (status != STATUS_OK || store_changed_rows(store) > 0)
        return status;
    status = bones_are_known(store, sound.bones, &is_known, error);
    if (status == STATUS_OK && !is_known)
        status = run_slips(store, SQL_ADD_SLIP, sound.bones, error);
    return status == STATUS_OK ? run(store, SQL_ADD, &sound, error) : status;
}

enum status sound_remove(struct store *store, const char *skeleton, struct error *error)
{
    struct sound sound;
    bool is_known = false;
    if (!sound_make(&sound, skeleton))
        return STATUS_OK;
    enum status status = run(store, SQL_COUNT_DOWN, &sound, error);
    if (status != STATUS_OK || store_changed_rows(store) > 0)
        return status;
    status = run(store, SQL_REMOVE, &sound, error);
    if (status == STATUS_OK)
        status = bones_are_known(store, sound.bones, &is_known, error);
    if (status == STATUS_OK && !is_known)
        status = run_slips(store, SQL_REMOVE_SLIP, sound.bones, error);
    return status;
}

/* ---- looking */

static enum status visit_rows(struct query *query, const struct sound_visit *visit, bool *goes_on,
                              struct error *error)
{
    while (*goes_on && query_next_row(query))
        *goes_on = visit->name(visit->self, query_text(query, 0), query_int64(query, 1));
    return query_end(query, error);
}

enum status sound_each(struct store *store, const char *bones, bool is_prefix, int most,
                       const struct sound_visit *visit, struct error *error)
{
    struct query query;
    char behind[SOUND_SIZE + 1];
    bool goes_on = true;
    query_begin(&query, store, is_prefix ? SQL_LIST_PREFIX : SQL_LIST);
    query_bind_text(&query, ":bones", bones);
    if (is_prefix) {
        snprintf(behind, sizeof(behind), "%s~", bones); /* behind every letter and digit */
        query_bind_text(&query, ":behind", behind);
        query_bind_int(&query, ":most", most);
    }
    return visit_rows(&query, visit, &goes_on, error);
}

enum status sound_each_slip(struct store *store, const char *bones, const struct sound_visit *visit,
                            struct error *error)
{
    struct sound sound;
    bool goes_on = true;
    enum status status = STATUS_OK;
    snprintf(sound.bones, sizeof(sound.bones), "%.*s", STORED_MAX, bones);
    for (size_t at = 0; at <= strlen(sound.bones) && goes_on && status == STATUS_OK; at++) {
        struct query query;
        char slip[STORED_MAX + 1];
        leave_out(slip, sound.bones, at);
        query_begin(&query, store, SQL_LIST_SLIPS);
        query_bind_text(&query, ":slip", slip);
        status = visit_rows(&query, visit, &goes_on, error);
    }
    return status;
}
