/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_people.h"

#include "base/date.h"
#include "search/search.h"
#include "search/search_index.h"
#include "store/query.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 512, PLACES = 20 };

static const char SQL_PERSON[] =
    "INSERT INTO person (id, sex, birth_date, birth_precision, created_at, created_by, changed_at)"
    " VALUES (:id, :sex, :birth, :precision, '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER
    "', '" FIXTURE_MOMENT_TEXT "')";
static const char SQL_NAME[] =
    "INSERT INTO person_name (id, person_id, kind, script, full_name, surname, given_name,"
    " patronymic, created_at) VALUES (:id, :person, :kind, 'Zyyy', :full, :surname, :given,"
    " :patronymic, '" FIXTURE_MOMENT_TEXT "')";
static const char SQL_PAPER[] =
    "INSERT INTO identity_document (id, person_id, type, state, series, number, personal_number,"
    " created_at, changed_at) VALUES (:id, :person, 'passport', 'held', :series, :number,"
    " :personal, '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_MOMENT_TEXT "')";
static const char SQL_PHONE[] = "INSERT INTO contact (id, person_id, kind, value, digits)"
                                " VALUES (:id, :person, 'phone', :digits, :digits)";
static const char SQL_CASEFILE[] =
    "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, state, opened_at,"
    " opened_by, changed_at) VALUES (:id, :number, :person, 'integration', 1, 'open',"
    " '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER "', '" FIXTURE_MOMENT_TEXT "')";
static const char SQL_SET_NAME[] = "UPDATE person_name SET full_name = :name, surname = NULL,"
                                   " given_name = NULL, patronymic = NULL"
                                   " WHERE person_id = :person AND kind = 'main'";
static const char SQL_SET_BIRTH[] = "UPDATE person SET birth_date = :birth,"
                                    " birth_precision = :precision WHERE id = :person";
static const char SQL_MERGE[] =
    "UPDATE person SET state = 'duplicate', duplicate_of = :survivor WHERE id = :person";
static const char SQL_CHECK[] =
    "INSERT INTO person_index (person_index) VALUES ('integrity-check')";

static struct error error;

static void begin_row(struct query *query, struct store *store, const char *sql,
                      char id[UUID_TEXT_SIZE])
{
    uuid_new(id);
    query_begin(query, store, sql);
    query_bind_text(query, ":id", id);
}

static void index_person(struct store *store, const char *id)
{
    assert_ok(search_index_person(store, id, &error));
}

/* ---- rows */

static void bind_birth(struct query *query, const char *birth)
{
    static const char *const words[DATE_PRECISION_COUNT] = {
        [DATE_PRECISION_DAY] = "day",
        [DATE_PRECISION_MONTH] = "month",
        [DATE_PRECISION_YEAR] = "year",
        [DATE_PRECISION_ESTIMATED] = "estimated",
    };
    char text[DAY_TEXT_SIZE];
    struct date date;
    if (birth == NULL) {
        query_bind_null(query, ":birth");
        query_bind_null(query, ":precision");
        return;
    }
    assert_ok(date_parse(&date, birth, &error));
    day_format(text, date.day);
    query_bind_text(query, ":birth", text);
    query_bind_text(query, ":precision", words[date.precision]);
}

static void add_name(struct store *store, const char *id, const char *kind,
                     const struct fixture_person *person)
{
    const char *const columns[] = { person->surname, person->given_name, person->patronymic };
    char full[NAME_SIZE] = "", row[UUID_TEXT_SIZE];
    struct query query;
    size_t length = 0;
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        if (columns[i] != NULL)
            length += (size_t)snprintf(full + length, sizeof(full) - length, "%s%s",
                                       length > 0 ? " " : "", columns[i]);
    begin_row(&query, store, SQL_NAME, row);
    query_bind_text(&query, ":person", id);
    query_bind_text(&query, ":kind", kind);
    query_bind_text(&query, ":full", person->name != NULL ? person->name : full);
    query_bind_text(&query, ":surname", person->surname);
    query_bind_text(&query, ":given", person->given_name);
    query_bind_text(&query, ":patronymic", person->patronymic);
    assert_ok(query_run(&query, &error));
}

static void add_paper(struct store *store, const char *id, const struct fixture_person *person)
{
    char row[UUID_TEXT_SIZE];
    struct query query;
    begin_row(&query, store, SQL_PAPER, row);
    query_bind_text(&query, ":person", id);
    query_bind_text(&query, ":series", person->series);
    query_bind_text(&query, ":number", person->number);
    query_bind_text(&query, ":personal", person->personal_number);
    assert_ok(query_run(&query, &error));
}

static void add_phone(struct store *store, const char *id, const char *digits)
{
    char row[UUID_TEXT_SIZE];
    struct query query;
    begin_row(&query, store, SQL_PHONE, row);
    query_bind_text(&query, ":person", id);
    query_bind_text(&query, ":digits", digits);
    assert_ok(query_run(&query, &error));
}

/* ---- adding */

void fixture_person_add(struct store *store, const struct fixture_person *person,
                        char id[UUID_TEXT_SIZE])
{
    struct query query;
    begin_row(&query, store, SQL_PERSON, id);
    query_bind_int(&query, ":sex", person->sex);
    bind_birth(&query, person->birth);
    assert_ok(query_run(&query, &error));
    if (person->name != NULL || person->surname != NULL || person->given_name != NULL)
        add_name(store, id, "main", person);
    if (person->number != NULL || person->personal_number != NULL)
        add_paper(store, id, person);
    if (person->phone != NULL)
        add_phone(store, id, person->phone);
    index_person(store, id);
}

void fixture_person_named(struct store *store, const char *name, char id[UUID_TEXT_SIZE])
{
    fixture_person_add(store, &(struct fixture_person){ .name = name }, id);
}

void fixture_person_add_name(struct store *store, const char *id, const char *kind,
                             const char *name)
{
    add_name(store, id, kind, &(struct fixture_person){ .name = name });
    index_person(store, id);
}

void fixture_person_add_number(struct store *store, const char *id, const char *number)
{
    add_paper(store, id, &(struct fixture_person){ .number = number });
    index_person(store, id);
}

void fixture_person_add_phone(struct store *store, const char *id, const char *digits)
{
    add_phone(store, id, digits);
    index_person(store, id);
}

void fixture_casefile_add(struct store *store, const char *person_id, const char *number)
{
    char row[UUID_TEXT_SIZE];
    struct query query;
    begin_row(&query, store, SQL_CASEFILE, row);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":number", number);
    assert_ok(query_run(&query, &error));
}

/* ---- changing */

void fixture_person_set_name(struct store *store, const char *id, const char *name)
{
    struct query query;
    query_begin(&query, store, SQL_SET_NAME);
    query_bind_text(&query, ":name", name);
    query_bind_text(&query, ":person", id);
    assert_ok(query_run(&query, &error));
    index_person(store, id);
}

void fixture_person_set_birth(struct store *store, const char *id, const char *birth)
{
    struct query query;
    query_begin(&query, store, SQL_SET_BIRTH);
    bind_birth(&query, birth);
    query_bind_text(&query, ":person", id);
    assert_ok(query_run(&query, &error));
    index_person(store, id);
}

void fixture_person_merge(struct store *store, const char *id, const char *survivor_id)
{
    struct query query;
    query_begin(&query, store, SQL_MERGE);
    query_bind_text(&query, ":survivor", survivor_id);
    query_bind_text(&query, ":person", id);
    assert_ok(query_run(&query, &error));
    index_person(store, id);
}

void fixture_person_empty(struct store *store, const char *id)
{
    static const char *const tables[] = {
        "DELETE FROM person_name WHERE person_id = :person",
        "DELETE FROM identity_document WHERE person_id = :person",
        "DELETE FROM contact WHERE person_id = :person",
    };
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        struct query query;
        query_begin(&query, store, tables[i]);
        query_bind_text(&query, ":person", id);
        assert_ok(query_run(&query, &error));
    }
    fixture_person_set_birth(store, id, NULL);
}

/* ---- checking */

struct day fixture_today(void)
{
    struct day today;
    assert_ok(day_from_civil(&today, 2026, 11, 24, &error));
    return today;
}

void fixture_index_check(struct store *store)
{
    assert_ok(store_execute(store, SQL_CHECK, &error));
}

size_t fixture_place(struct store *store, const char *text, const char *id)
{
    struct search_hits hits;
    size_t place = 0;
    assert_ok(search_find(store, text, fixture_today(), PLACES, &hits, &error));
    for (size_t i = 0; i < hits.count && place == 0; i++)
        if (strcmp(hits.items[i].person_id, id) == 0)
            place = i + 1;
    search_hits_release(&hits);
    return place;
}

void assert_person_found(struct store *store, const char *text, const char *id)
{
    if (fixture_place(store, text, id) == 0)
        fail_msg("\"%s\" does not find the person", text);
}

void assert_person_not_found(struct store *store, const char *text, const char *id)
{
    if (fixture_place(store, text, id) != 0)
        fail_msg("\"%s\" finds the person", text);
}
