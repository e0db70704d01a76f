/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_store.h"

#include "journal/act.h"
#include "person/person_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "search/search_index.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

static const char SQL_ADD_PERSON[] =
    "INSERT INTO person (id, sex, birth_date, birth_precision, birth_place, birth_country,"
    " death_date, population_group, legal_status, origin_country, arrived_on, language,"
    " needs_interpreter, marital_status, occupation, education, is_restricted, is_demo, state,"
    " created_at, created_by, changed_at)"
    " VALUES (:id, :sex, :birth_date, :birth_precision, :birth_place, :birth_country, :death_date,"
    " :population_group, :legal_status, :origin_country, :arrived_on, :language,"
    " :needs_interpreter, :marital_status, :occupation, :education, :is_restricted, :is_demo,"
    " :state, :now, :actor, :now)";
/* Two changes in one millisecond still leave two different times. */
static const char SQL_CHANGE_PERSON[] =
    "UPDATE person SET sex = :sex, birth_date = :birth_date, birth_precision = :birth_precision,"
    " birth_place = :birth_place, birth_country = :birth_country, death_date = :death_date,"
    " population_group = :population_group, legal_status = :legal_status,"
    " origin_country = :origin_country, arrived_on = :arrived_on, language = :language,"
    " needs_interpreter = :needs_interpreter, marital_status = :marital_status,"
    " occupation = :occupation, education = :education, is_restricted = :is_restricted,"
    " state = :state, changed_at = CASE WHEN changed_at < :now THEN :now"
    " ELSE strftime('%Y-%m-%dT%H:%M:%fZ', changed_at, '+0.001 seconds') END"
    " WHERE id = :id AND changed_at = :seen";
static const char SQL_DROP_NATIONALITY[] =
    "DELETE FROM person_nationality WHERE person_id = :id AND country IS NOT :country"
    " AND country = (SELECT min(country) FROM person_nationality"
    " WHERE person_id = :id AND state = 'held')";
static const char SQL_HOLD_NATIONALITY[] =
    "INSERT INTO person_nationality (person_id, country, state) VALUES (:id, :country, 'held')"
    " ON CONFLICT (person_id, country) DO UPDATE SET state = 'held'";
static const char SQL_FIND_PERSON[] =
    "SELECT id, sex, birth_date, birth_precision, birth_place, birth_country, death_date,"
    " population_group, legal_status, (SELECT min(country) FROM person_nationality"
    " WHERE person_nationality.person_id = person.id AND person_nationality.state = 'held'),"
    " origin_country, arrived_on, language, needs_interpreter, marital_status, occupation,"
    " education, is_restricted, is_demo, state, coalesce(duplicate_of, ''), created_at, changed_at"
    " FROM person WHERE id = :id";
static const char SQL_SNAPSHOT_NEW_PERSON[] =
    "SELECT json_patch('{}', json_object(" SQL_PERSON_FIELDS ", 'names', json(" SQL_NAME_ARRAY
    "), 'contacts', json(" SQL_CONTACT_ARRAY ")))"
    " FROM person WHERE id = :key";
static const char SQL_SNAPSHOT_PERSON[] =
    "SELECT json_patch('{}', json_object(" SQL_PERSON_FIELDS ")) FROM person WHERE id = :key";

enum {
    BIRTH_PLACE,
    POPULATION_GROUP,
    LEGAL_STATUS,
    LANGUAGE,
    MARITAL_STATUS,
    OCCUPATION,
    EDUCATION,
    TEXTS
};

enum status person_give_id(char id[UUID_TEXT_SIZE], struct error *error)
{
    if (id[0] == '\0')
        uuid_new(id);
    return uuid_is_valid(id) ? STATUS_OK : error_set(error, STATUS_INVALID, "not an id");
}

/* ---- Writing */

/* The fields that adding and changing have in common. */
static void bind_person(struct query *query, const struct person *person,
                        const struct personal_text texts[TEXTS])
{
    query_bind_text(query, ":id", person->id);
    query_bind_int(query, ":sex", (int)person->sex);
    query_bind_day(query, ":birth_date", person->has_birth, person->birth.day);
    query_bind_text(query, ":birth_precision",
                    person->has_birth ? date_precision_word(person->birth.precision) : NULL);
    query_bind_text(query, ":birth_place", texts[BIRTH_PLACE].accepted);
    query_bind_code(query, ":birth_country", person->birth_country);
    query_bind_day(query, ":death_date", person->has_death, person->death);
    query_bind_text(query, ":population_group", texts[POPULATION_GROUP].accepted);
    query_bind_text(query, ":legal_status", texts[LEGAL_STATUS].accepted);
    query_bind_code(query, ":origin_country", person->origin_country);
    query_bind_day(query, ":arrived_on", person->has_arrived, person->arrived);
    query_bind_text(query, ":language", texts[LANGUAGE].accepted);
    query_bind_int(query, ":needs_interpreter", person->needs_interpreter);
    query_bind_text(query, ":marital_status", texts[MARITAL_STATUS].accepted);
    query_bind_text(query, ":occupation", texts[OCCUPATION].accepted);
    query_bind_text(query, ":education", texts[EDUCATION].accepted);
    query_bind_int(query, ":is_restricted", person->is_restricted);
    query_bind_text(query, ":state", person_state_word(person->state));
}

static enum status hold_nationality(struct store *store, const struct person *person,
                                    struct error *error)
{
    struct query query;
    if (person->nationality[0] == '\0')
        return STATUS_OK;
    query_begin(&query, store, SQL_HOLD_NATIONALITY);
    query_bind_text(&query, ":id", person->id);
    query_bind_text(&query, ":country", person->nationality);
    return query_run(&query, error);
}

static enum status insert_person(struct store *store, const char *actor, struct person *person,
                                 const struct personal_text texts[TEXTS], struct error *error)
{
    struct query query;
    store_format_now(store, person->created_at);
    memcpy(person->changed_at, person->created_at, sizeof(person->changed_at));
    query_begin(&query, store, SQL_ADD_PERSON);
    bind_person(&query, person, texts);
    query_bind_int(&query, ":is_demo", person->is_demo);
    query_bind_text(&query, ":now", person->created_at);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

static enum status update_person(struct store *store, const struct person *person,
                                 const struct personal_text texts[TEXTS], struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_CHANGE_PERSON);
    bind_person(&query, person, texts);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":seen", person->changed_at);
    enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        status = error_set(error, STATUS_MOVED, "the record was changed since it was read");
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_DROP_NATIONALITY);
    query_bind_text(&query, ":id", person->id);
    query_bind_code(&query, ":country", person->nationality);
    status = query_run(&query, error);
    return status == STATUS_OK ? hold_nationality(store, person, error) : status;
}

/* What the record must be on this day, and its texts as they are kept. */
static enum status accept_person(struct store *store, const struct person *person,
                                 struct personal_text texts[TEXTS], struct error *error)
{
    const struct personal_text limits[TEXTS] = {
        [BIRTH_PLACE] = { .given = person->birth_place, .max = 200 },
        [POPULATION_GROUP] = { .given = person->population_group, .max = 12 },
        [LEGAL_STATUS] = { .given = person->legal_status, .max = 40 },
        [LANGUAGE] = { .given = person->language, .max = 20 },
        [MARITAL_STATUS] = { .given = person->marital_status, .max = 20 },
        [OCCUPATION] = { .given = person->occupation, .max = 120 },
        [EDUCATION] = { .given = person->education, .max = 40 },
    };
    struct day today;
    memcpy(texts, limits, sizeof(limits));
    enum status status = person_record_today(store, &today, error);
    if (status == STATUS_OK)
        status = person_check(person, today, error);
    if (status == STATUS_OK && person->state == PERSON_STATE_DUPLICATE)
        status = error_set(error, STATUS_INVALID, "only merging makes a duplicate");
    if (status == STATUS_OK)
        status = personal_texts_accept(texts, TEXTS, error);
    return status;
}

static enum status write_new(struct store *store, const char *actor, struct person *person,
                             struct contact_list *contacts, struct error *error)
{
    struct personal_text texts[TEXTS];
    enum status status = accept_person(store, person, texts, error);
    if (status == STATUS_OK)
        status = insert_person(store, actor, person, texts, error);
    personal_texts_release(texts, TEXTS);
    if (status == STATUS_OK)
        status = hold_nationality(store, person, error);
    for (size_t i = 0; status == STATUS_OK && i < person->names.count; i++)
        status = person_put_name(store, person->id, &person->names.items[i], error);
    for (size_t i = 0; status == STATUS_OK && contacts != NULL && i < contacts->count; i++)
        status = person_put_contact(store, person->id, &contacts->items[i], error);
    return status;
}

static enum status person_add_within(struct store *store, const char *actor, struct person *person,
                                     struct contact_list *contacts, struct error *error)
{
    enum status status = person_give_id(person->id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = {
        .entry = { .actor = actor, .act = "person.add", .noun = "person", .subject = person->id },
        .person_id = person->id,
        .snapshot = SQL_SNAPSHOT_NEW_PERSON,
        .key = person->id,
        .is_new = true
    };
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_new(store, actor, person, contacts, error);
    status = act_end(&act, store, status, error);
    return status == STATUS_OK ? search_index_person(store, person->id, error) : status;
}

enum status person_add(struct store *store, const char *actor, struct person *person,
                       struct contact_list *contacts, struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_add_within(store, actor, person, contacts, error);
    return act_commit(store, is_own, status, error);
}

static enum status change_within(struct store *store, const char *actor,
                                 const struct person *person, struct error *error)
{
    struct personal_text texts[TEXTS];
    struct act act = { .entry = { .actor = actor,
                                  .act = "person.change",
                                  .noun = "person",
                                  .subject = person->id },
                       .person_id = person->id,
                       .snapshot = SQL_SNAPSHOT_PERSON,
                       .key = person->id };
    enum status status = accept_person(store, person, texts, error);
    if (status == STATUS_OK)
        status = person_record_require(store, person->id, error);
    if (status == STATUS_OK) {
        status = act_begin(&act, store, error);
        if (status == STATUS_OK)
            status = update_person(store, person, texts, error);
        status = act_end(&act, store, status, error);
    }
    personal_texts_release(texts, TEXTS);
    return status == STATUS_OK ? search_index_person(store, person->id, error) : status;
}

enum status person_change(struct store *store, const char *actor, const struct person *person,
                          struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = change_within(store, actor, person, error);
    return act_commit(store, is_own, status, error);
}

/* ---- Reading */

static enum person_state read_state(struct query *query, int column)
{
    const char *word = query_text(query, column);
    for (enum person_state state = 0; state < PERSON_STATE_COUNT; state++)
        if (strcmp(word, person_state_word(state)) == 0)
            return state;
    return PERSON_STATE_ACTIVE;
}

static void read_person(struct query *query, struct person *out)
{
    query_copy_text(query, 0, out->id, sizeof(out->id));
    out->sex = (enum sex)query_int(query, 1);
    out->birth.day = query_day(query, 2, &out->has_birth);
    if (!date_precision_find(&out->birth.precision, query_text(query, 3)))
        out->birth.precision = DATE_PRECISION_DAY;
    out->birth_place = query_take_text(query, 4);
    query_copy_text(query, 5, out->birth_country, sizeof(out->birth_country));
    out->death = query_day(query, 6, &out->has_death);
    out->population_group = query_take_text(query, 7);
    out->legal_status = query_take_text(query, 8);
    query_copy_text(query, 9, out->nationality, sizeof(out->nationality));
    query_copy_text(query, 10, out->origin_country, sizeof(out->origin_country));
    out->arrived = query_day(query, 11, &out->has_arrived);
    out->language = query_take_text(query, 12);
    out->needs_interpreter = query_int(query, 13) != 0;
    out->marital_status = query_take_text(query, 14);
    out->occupation = query_take_text(query, 15);
    out->education = query_take_text(query, 16);
    out->is_restricted = query_int(query, 17) != 0;
    out->is_demo = query_int(query, 18) != 0;
    out->state = read_state(query, 19);
    query_copy_text(query, 20, out->duplicate_of, sizeof(out->duplicate_of));
    query_copy_text(query, 21, out->created_at, sizeof(out->created_at));
    query_copy_text(query, 22, out->changed_at, sizeof(out->changed_at));
}

enum status person_load(struct store *store, const char *id, struct person *out,
                        struct error *error)
{
    struct query query;
    *out = (struct person){ .sex = SEX_NOT_KNOWN };
    query_begin(&query, store, SQL_FIND_PERSON);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_person(&query, out);
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = person_read_names(store, id, &out->names, error);
    if (status != STATUS_OK)
        person_release(out);
    return status;
}
