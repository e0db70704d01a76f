/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "journal/history.h"
#include "store/query.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;

struct person fixture_record_make(const char *surname, const char *given_name)
{
    struct person person = { .sex = SEX_NOT_KNOWN };
    const struct person_name_text text = { .surname = surname, .given_name = given_name };
    assert_ok(array_reserve(&person.names.items, &person.names.capacity,
                            sizeof(*person.names.items), 1, &error));
    assert_ok(person_name_make(&person.names.items[0], NAME_KIND_MAIN, &text, &error));
    person.names.count = 1;
    return person;
}

void fixture_record_add(struct store *store, const char *surname, const char *given_name,
                        char id[UUID_TEXT_SIZE])
{
    struct person person = fixture_record_make(surname, given_name);
    assert_ok(person_add(store, FIXTURE_USER, &person, NULL, &error));
    memcpy(id, person.id, UUID_TEXT_SIZE);
    person_release(&person);
}

struct contact_list fixture_record_phone(const char *number)
{
    struct contact_list list = { .items = NULL };
    assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), 1, &error));
    list.items[0] =
        (struct contact){ .kind = CONTACT_PHONE, .value = strdup(number), .is_safe = true };
    list.count = 1;
    return list;
}

struct date fixture_date(const char *text)
{
    struct date date;
    assert_ok(date_parse(&date, text, &error));
    return date;
}

struct day fixture_day(const char *text)
{
    struct day day;
    assert_ok(day_parse(&day, text, &error));
    return day;
}

const char *fixture_text(struct store *store, const char *sql, const char *id)
{
    static char text[4000];
    struct query query;
    text[0] = '\0';
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        snprintf(text, sizeof(text), "%s", query_text(&query, 0));
    assert_ok(query_end(&query, &error));
    return text;
}

void assert_journal_is_whole(struct store *store)
{
    struct journal_state state;
    assert_ok(journal_verify(store, NULL, &state, &error));
    assert_ok(history_verify(store, NULL, &error));
}
