/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/situation_load.h"

#include "base/array.h"
#include "casefile/casefile_private.h"
#include "casefile/definition_store.h"
#include "person/person.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_LOAD_CASEFILE[] =
    "SELECT " SQL_CASEFILE_COLUMNS ", coalesce(full_name, ''), sex, birth_date, birth_precision,"
    " population_group, (SELECT min(country) FROM person_nationality"
    "  WHERE person_nationality.person_id = person.id AND person_nationality.state = 'held')"
    " FROM casefile JOIN person ON person.id = casefile.person_id"
    " LEFT JOIN person_name ON person_name.person_id = person.id AND kind = 'main'"
    " WHERE casefile.id = :id";
/* An empty answer is one that was taken back. */
static const char SQL_LIST_ANSWERS[] =
    "SELECT step, field, item, value FROM answer"
    " WHERE casefile_id = :id AND superseded_at IS NULL AND value <> ''"
    " ORDER BY step, field, item";
static const char SQL_LIST_RECORDS[] =
    "SELECT step, state, outcome, rounds, finished_on FROM step_state WHERE casefile_id = :id";
/* Ids rise with time. */
static const char SQL_LIST_WAITS[] =
    "SELECT step, rung, waiting_for, from_day, due_on, until_day, stops_clock FROM step_wait"
    " WHERE casefile_id = :id ORDER BY id";
static const char SQL_LIST_ROUNDS[] =
    "SELECT step, outcome FROM step_round WHERE casefile_id = :id AND outcome IS NOT NULL";
static const char SQL_LIST_LINKED[] =
    "SELECT workflow FROM casefile WHERE parent_id = :id AND state <> 'duplicate'"
    " UNION ALL SELECT workflow FROM casefile WHERE state <> 'duplicate' AND id IN"
    " (SELECT other_id FROM casefile_link WHERE casefile_id = :id"
    "  UNION ALL SELECT casefile_id FROM casefile_link WHERE other_id = :id)";

/* A text of the row, kept in the arena; NULL for NULL. */
static const char *take(struct query *query, int column, struct arena *arena)
{
    const char *copy = NULL;
    if (query_is_null(query, column))
        return NULL;
    const char *text = query_text(query, column);
    return arena_copy(arena, &copy, text, strlen(text), &query->failure) == STATUS_OK ? copy : NULL;
}

/* ---- The person */

/* Whole years on a day.  Who knows only the year of birth may be younger than it looks, and what
 * protects children should not miss one. */
static int count_years(struct date birth, struct day today)
{
    struct day earliest, latest;
    date_bounds(birth, &earliest, &latest);
    const struct civil born = day_to_civil(latest);
    const struct civil now = day_to_civil(today);
    const bool had_birthday = now.month * 100 + now.day >= born.month * 100 + born.day;
    const int years = now.year - born.year - (had_birthday ? 0 : 1);
    return years < 0 ? 0 : years;
}

static void read_person(struct query *query, struct casefile_view *view, struct day today)
{
    enum { NAME = CASEFILE_COLUMN_COUNT, SEX, BIRTH, PRECISION, GROUP, NATIONALITY };
    static const char *const sexes[] = { [SEX_MALE] = "male", [SEX_FEMALE] = "female" };
    struct person_facts *facts = &view->situation.person;
    view->person_name = take(query, NAME, &view->arena);
    const int sex = query_int(query, SEX);
    *facts = (struct person_facts){ .age = -1 };
    facts->sex = sex == SEX_MALE || sex == SEX_FEMALE ? sexes[sex] : NULL;
    facts->group = take(query, GROUP, &view->arena);
    facts->nationality = take(query, NATIONALITY, &view->arena);
    view->person_birth.day = query_day(query, BIRTH, &view->has_person_birth);
    view->has_person_birth =
        view->has_person_birth &&
        date_precision_find(&view->person_birth.precision, query_text(query, PRECISION));
    if (view->has_person_birth)
        facts->age = count_years(view->person_birth, today);
}

static enum status load_record(const struct casefile_desk *desk, const char *id,
                               struct casefile_view *view, struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_LOAD_CASEFILE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        casefile_read(&query, &view->casefile);
        read_person(&query, view, desk->today);
    }
    return query_end_found(&query, error);
}

/* ---- Lists: read into an array that grows, then moved into the arena */

struct list {
    char *items;
    size_t count;
    size_t capacity;
    size_t size; /* of one */
};

static void *add(struct list *list, struct query *query)
{
    if (array_reserve(&list->items, &list->capacity, list->size, list->count + 1,
                      &query->failure) != STATUS_OK)
        return NULL;
    return list->items + list->size * list->count++;
}

static void read_answer(struct query *query, struct arena *arena, void *out)
{
    struct answer_given *answer = out;
    *answer = (struct answer_given){ .step = take(query, 0, arena),
                                     .field = take(query, 1, arena),
                                     .item = query_int(query, 2),
                                     .value = take(query, 3, arena) };
}

/* The table's own check allows no word but the known ones. */
static enum step_decision find_decision(const char *word)
{
    static const char *const words[DECISION_COUNT] = {
        [DECISION_NONE] = "",
        [DECISION_STARTED] = "started",
        [DECISION_ASKED_APPROVAL] = "asked_approval",
        [DECISION_DONE] = "done",
        [DECISION_SKIPPED] = "skipped",
        [DECISION_REFUSED] = "refused",
    };
    enum step_decision decision = DECISION_COUNT - 1;
    while (decision > DECISION_NONE && strcmp(words[decision], word) != 0)
        decision--;
    return decision;
}

static void read_record(struct query *query, struct arena *arena, void *out)
{
    struct step_record *record = out;
    *record = (struct step_record){ .step = take(query, 0, arena),
                                    .decision = find_decision(query_text(query, 1)),
                                    .outcome = take(query, 2, arena),
                                    .rounds = query_int(query, 3) };
    record->finished_on = query_day(query, 4, &record->has_finished_on);
}

static void read_wait(struct query *query, struct arena *arena, void *out)
{
    struct step_wait *wait = out;
    bool has_from;
    *wait = (struct step_wait){ .step = take(query, 0, arena),
                                .rung = query_int(query, 1),
                                .waiting_for = take(query, 2, arena),
                                .stops_clock = query_int(query, 6) != 0 };
    wait->from = query_day(query, 3, &has_from);
    wait->due = query_day(query, 4, &wait->has_due);
    wait->until = query_day(query, 5, &wait->has_until);
}

static void read_link(struct query *query, struct arena *arena, void *out)
{
    struct linked_case *link = out;
    *link = (struct linked_case){ .workflow = take(query, 0, arena) };
}

static void read_round(struct query *query, struct arena *arena, void *out)
{
    struct round_given *round = out;
    *round =
        (struct round_given){ .step = take(query, 0, arena), .outcome = take(query, 1, arena) };
}

struct reading {
    const char *sql;
    void (*read)(struct query *query, struct arena *arena, void *out);
    size_t size;
};

/* *out gets the array, which lies in the arena. */
static enum status load_list(struct store *store, const char *id, const struct reading *reading,
                             struct arena *arena, void *out, size_t *count, struct error *error)
{
    struct list list = { .size = reading->size };
    char *kept = NULL;
    struct query query;
    query_begin(&query, store, reading->sql);
    query_bind_text(&query, ":id", id);
    while (query_next_row(&query)) {
        void *item = add(&list, &query);
        if (item == NULL)
            break;
        reading->read(&query, arena, item);
    }
    enum status status = query_end(&query, error);
    if (status == STATUS_OK)
        status = arena_take(arena, &kept, list.size * list.count + 1, error);
    if (status == STATUS_OK && list.items != NULL)
        memcpy(kept, list.items, list.size * list.count);
    memcpy(out, &kept, sizeof(kept));
    *count = list.count;
    free(list.items);
    return status;
}

static enum status load_lists(struct store *store, const char *id, struct casefile_view *view,
                              struct error *error)
{
    static const struct reading answers = { SQL_LIST_ANSWERS, read_answer,
                                            sizeof(struct answer_given) };
    static const struct reading records = { SQL_LIST_RECORDS, read_record,
                                            sizeof(struct step_record) };
    static const struct reading waits = { SQL_LIST_WAITS, read_wait, sizeof(struct step_wait) };
    static const struct reading links = { SQL_LIST_LINKED, read_link, sizeof(struct linked_case) };
    static const struct reading rounds = { SQL_LIST_ROUNDS, read_round,
                                           sizeof(struct round_given) };
    struct situation *situation = &view->situation;
    struct arena *arena = &view->arena;
    enum status status =
        load_list(store, id, &answers, arena, &situation->answers, &situation->answer_count, error);
    if (status == STATUS_OK)
        status = load_list(store, id, &records, arena, &situation->records,
                           &situation->record_count, error);
    if (status == STATUS_OK)
        status =
            load_list(store, id, &waits, arena, &situation->waits, &situation->wait_count, error);
    if (status == STATUS_OK)
        status =
            load_list(store, id, &links, arena, &situation->links, &situation->link_count, error);
    if (status == STATUS_OK)
        status = load_list(store, id, &rounds, arena, &situation->rounds, &situation->round_count,
                           error);
    return status;
}

enum status situation_load(const struct casefile_desk *desk, const char *id,
                           struct casefile_view *view, struct error *error)
{
    struct definition_country country;
    enum status status = load_record(desk, id, view, error);
    if (status == STATUS_OK)
        status = load_lists(desk->store, id, view, error);
    if (status == STATUS_OK)
        status = definition_cache_country(desk->definitions, desk->store, &country, error);
    if (status != STATUS_OK)
        return status;
    view->situation.country_code = country.code[0] == '\0' ? NULL : country.code;
    view->situation.country = country.pack;
    view->situation.calendar = country.calendar;
    view->situation.opened = view->casefile.opened_on;
    view->situation.today = desk->today;
    return STATUS_OK;
}
