/* SPDX-License-Identifier: Apache-2.0 */
#include "appointment/appointment_store.h"

#include "compartment/sealed_act.h"
#include "document/case_reference.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

static const char SQL_ADD_APPOINTMENT[] =
    "INSERT INTO appointment (id, casefile_id, person_id, user_id, agency_id, day, time, minutes,"
    " place, about, state) VALUES (:id, :casefile, :person, :user, :agency, :day, :time, :minutes,"
    " :place, :about, 'planned')";
static const char SQL_END_APPOINTMENT[] = "UPDATE appointment SET state = :state WHERE id = :id";
static const char SQL_MOVE_APPOINTMENT[] =
    "UPDATE appointment SET day = :day, time = :time WHERE id = :id";
/* Whose history it is in, whom it is for, and what can still be done. */
static const char SQL_FIND_STANDING[] =
    "SELECT coalesce(casefile.person_id, appointment.person_id, ''),"
    " coalesce(appointment.person_id, casefile.person_id, ''), appointment.state, day"
    " FROM appointment LEFT JOIN casefile ON casefile.id = casefile_id WHERE appointment.id = :id";
static const char SQL_SNAPSHOT_APPOINTMENT[] =
    "SELECT json_patch('{}', json_object('id', id, 'casefile', casefile_id, 'about_person',"
    " person_id, 'user', user_id, 'agency', agency_id, 'day', day, 'time', time,"
    " 'minutes', minutes, 'place', place, 'about', about, 'appointment_state', state))"
    " FROM appointment WHERE id = :key";
/* The journal forgets nothing, and the words of one that names nobody can still be personal. */
static const char SQL_SNAPSHOT_WITHOUT_WORDS[] =
    "SELECT json_patch('{}', json_object('id', id, 'user', user_id, 'agency', agency_id,"
    " 'day', day, 'time', time, 'minutes', minutes, 'appointment_state', state))"
    " FROM appointment WHERE id = :key";

/* What is asked of an appointment before anything is done to it. */
struct standing {
    char owner_id[UUID_TEXT_SIZE];  /* "" without any person */
    char person_id[UUID_TEXT_SIZE]; /* whom it is for; another one than the casefile's at times */
    enum appointment_state state;
    struct day day;
};

static struct act make_act(const char *actor, const char *name, const struct standing *standing,
                           const char *id)
{
    const bool has_person = standing->owner_id[0] != '\0';
    return (struct act){
        .entry = { .actor = actor,
                   .act = name,
                   .noun = has_person ? "person" : "appointment",
                   .subject = has_person ? standing->person_id : id },
        .person_id = has_person ? standing->owner_id : NULL,
        .snapshot = has_person ? SQL_SNAPSHOT_APPOINTMENT : SQL_SNAPSHOT_WITHOUT_WORDS,
        .key = id,
    };
}

static enum status require_people(struct store *store, const struct standing *standing,
                                  struct error *error)
{
    if (standing->owner_id[0] == '\0')
        return STATUS_OK;
    const enum status status = person_record_require(store, standing->owner_id, error);
    return status == STATUS_OK ? person_record_require(store, standing->person_id, error) : status;
}

/* ---- A new one */

static enum status put_appointment(struct store *store, const struct appointment *appointment,
                                   struct error *error)
{
    struct personal_text texts[] = {
        { .given = appointment->place, .max = 200 },
        { .given = appointment->about, .max = 400, .is_required = true },
    };
    enum status status = personal_texts_accept(texts, 2, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_APPOINTMENT);
        query_bind_text(&query, ":id", appointment->id);
        query_bind_code(&query, ":casefile", appointment->casefile_id);
        query_bind_code(&query, ":person", appointment->person_id);
        query_bind_code(&query, ":user", appointment->user_id);
        query_bind_code(&query, ":agency", appointment->agency_id);
        query_bind_day(&query, ":day", true, appointment->day);
        query_bind_code(&query, ":time", appointment->time);
        query_bind_int(&query, ":minutes", appointment->minutes);
        query_bind_text(&query, ":place", texts[0].accepted);
        query_bind_text(&query, ":about", texts[1].accepted);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, 2);
    return status;
}

static enum status find_people(struct store *store, struct appointment *appointment,
                               struct standing *out, struct error *error)
{
    struct case_reference casefile;
    *out = (struct standing){ .state = APPOINTMENT_PLANNED };
    if (appointment->casefile_id[0] == '\0') {
        memcpy(out->owner_id, appointment->person_id, sizeof(out->owner_id));
        memcpy(out->person_id, appointment->person_id, sizeof(out->person_id));
        return require_people(store, out, error);
    }
    enum status status = case_reference_load(store, appointment->casefile_id, &casefile, error);
    if (status != STATUS_OK)
        return status;
    if (!casefile.is_open)
        return error_set(error, STATUS_REFUSED, "the casefile is not open");
    if (appointment->person_id[0] == '\0')
        memcpy(appointment->person_id, casefile.person_id, sizeof(casefile.person_id));
    memcpy(out->owner_id, casefile.person_id, sizeof(out->owner_id));
    memcpy(out->person_id, appointment->person_id, sizeof(out->person_id));
    status = case_reference_require_person(store, &casefile, out->person_id, error);
    return status == STATUS_OK ? require_people(store, out, error) : status;
}

static enum status add_within(struct store *store, const char *actor,
                              struct appointment *appointment, struct error *error)
{
    struct standing standing;
    enum status status = find_people(store, appointment, &standing, error);
    if (status != STATUS_OK)
        return status;
    struct act act = make_act(actor, "appointment.add", &standing, appointment->id);
    act.is_new = true;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_appointment(store, appointment, error);
    status = act_end(&act, store, status, error);
    if (status == STATUS_OK)
        appointment->state = APPOINTMENT_PLANNED;
    return status;
}

enum status appointment_add(struct store *store, const char *actor, struct appointment *appointment,
                            struct error *error)
{
    struct sealed_act frame;
    if (appointment->id[0] == '\0')
        uuid_new(appointment->id);
    if (!uuid_is_valid(appointment->id))
        return error_set(error, STATUS_INVALID, "not an id");
    enum status status = appointment_check(appointment, error);
    if (status == STATUS_OK)
        status = sealed_act_begin(&frame, store, appointment->casefile_id, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, actor, appointment, error);
    return sealed_act_end(&frame, store, status, error);
}

/* ---- What becomes of it */

/* STATUS_REFUSED unless it is still planned. */
static enum status find_planned(struct store *store, const char *id, struct standing *out,
                                struct error *error)
{
    struct query query;
    bool has_day;
    *out = (struct standing){ .state = APPOINTMENT_PLANNED };
    query_begin(&query, store, SQL_FIND_STANDING);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->owner_id, sizeof(out->owner_id));
        query_copy_text(&query, 1, out->person_id, sizeof(out->person_id));
        if (appointment_state_parse(&out->state, query_text(&query, 2), NULL) != STATUS_OK)
            out->state = APPOINTMENT_CANCELLED; /* the table's own check allows no other word */
        out->day = query_day(&query, 3, &has_day);
    }
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        return status;
    if (out->state != APPOINTMENT_PLANNED)
        return error_set(error, STATUS_REFUSED, "the appointment is %s",
                         appointment_state_word(out->state));
    return require_people(store, out, error);
}

/* What is written into a planned one. */
struct change {
    const char *name; /* of the act */
    const char *sql;
    enum appointment_state state;
    struct day day;
    const char *time; /* NULL: it is not moved */
};

static enum status write_change(struct store *store, const char *id, const struct change *change,
                                struct error *error)
{
    struct query query;
    query_begin(&query, store, change->sql);
    query_bind_text(&query, ":id", id);
    if (change->time == NULL) {
        query_bind_text(&query, ":state", appointment_state_word(change->state));
    } else {
        query_bind_day(&query, ":day", true, change->day);
        query_bind_code(&query, ":time", change->time);
    }
    return query_run(&query, error);
}

static enum status change_within(struct store *store, const char *actor, const char *id,
                                 const struct change *change, struct error *error)
{
    struct standing standing;
    enum status status = find_planned(store, id, &standing, error);
    /* change->day is today for what ends it. */
    if (status == STATUS_OK && change->time == NULL && change->state != APPOINTMENT_CANCELLED &&
        day_compare(standing.day, change->day) > 0)
        status = error_set(error, STATUS_DATE_INVALID, "its day has not come yet");
    if (status != STATUS_OK)
        return status;
    struct act act = make_act(actor, change->name, &standing, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_change(store, id, change, error);
    return act_end(&act, store, status, error);
}

static enum status change_planned(struct store *store, const char *actor, const char *id,
                                  const struct change *change, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = change_within(store, actor, id, change, error);
    return sealed_act_end(&frame, store, status, error);
}

enum status appointment_end(struct store *store, const char *actor, const char *id,
                            enum appointment_state state, struct day today, struct error *error)
{
    static const char *const names[APPOINTMENT_STATE_COUNT] = {
        [APPOINTMENT_ATTENDED] = "appointment.attended",
        [APPOINTMENT_MISSED] = "appointment.missed",
        [APPOINTMENT_CANCELLED] = "appointment.cancelled",
    };
    if ((unsigned)state >= APPOINTMENT_STATE_COUNT || names[state] == NULL)
        return error_set(error, STATUS_INVALID, "no end of an appointment");
    const struct change change = {
        .name = names[state], .sql = SQL_END_APPOINTMENT, .state = state, .day = today
    };
    return change_planned(store, actor, id, &change, error);
}

enum status appointment_move(struct store *store, const char *actor, const char *id, struct day day,
                             const char *time, struct error *error)
{
    char read[APPOINTMENT_TIME_SIZE];
    const enum status status = appointment_time_parse(read, time, error);
    if (status != STATUS_OK)
        return status;
    const struct change change = {
        .name = "appointment.move", .sql = SQL_MOVE_APPOINTMENT, .day = day, .time = read
    };
    return change_planned(store, actor, id, &change, error);
}
