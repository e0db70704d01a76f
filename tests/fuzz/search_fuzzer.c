/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody types to find a person.  Whatever it is, the index is never asked for anything that
 * it cannot read, the limit is kept, and the same text finds the same people again. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "search/duplicate.h"
#include "search/search_index.h"
#include "search/search_query.h"
#include "store/migrate.h"
#include "store/store.h"

#define NOW           "'2026-11-23T18:48:07.123Z'"
#define USER          "'01930000-0000-7000-8000-000000000001'"
#define PERSON(digit) "'01930000-0000-7000-8000-00000000001" digit "'"

enum { LIMIT = 5, PEOPLE = 8 };

/* 24 November 2026 */
static const struct day today = { 20781 };

static const char SQL_PEOPLE[] =
    "INSERT INTO user VALUES (" USER ", 'f', 'f', 'f', 'clerk', zeroblob(32), 'active', " NOW
    ", NULL);"
    "INSERT INTO person (id, sex, birth_date, birth_precision, created_at, created_by, changed_at)"
    " SELECT '01930000-0000-7000-8000-00000000001' || value, 1, '1984-01-01',"
    "        CASE value % 2 WHEN 0 THEN 'day' ELSE 'year' END, " NOW ", " USER ", " NOW
    " FROM json_each('[0,1,2,3,4,5,6,7]');"
    "INSERT INTO person_name (id, person_id, kind, script, full_name, created_at)"
    " SELECT '01930000-0000-7000-8000-00000000002' || key,"
    "        '01930000-0000-7000-8000-00000000001' || key, 'main', 'Zyyy', value, " NOW
    " FROM json_each('[\"Рахимов Азиз Каримович\", \"Rahimova Zarina\", \"Асан уулу Бакыт\","
    " \"Jasur Toshpoʻlat oʻgʻli Abdullayev\", \"Гүлнәр Әбдіқадырова\", \"Öwezow Çary\","
    " \"Абдурахим Магомедов\", \"Ли А\"]');"
    "INSERT INTO identity_document (id, person_id, type, state, series, number, personal_number,"
    " created_at, changed_at)"
    " VALUES ('01930000-0000-7000-8000-000000000030', " PERSON(
        "0") ", 'passport', 'held', 'AH',"
             " '1234567', '21406198400123', " NOW ", " NOW ");"
             "INSERT INTO contact (id, person_id, kind, value, digits)"
             " VALUES ('01930000-0000-7000-8000-000000000040', " PERSON(
                 "1") ", 'phone', '+996555765432',"
                      " '996555765432');"
                      "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, "
                      "state, opened_at,"
                      " opened_by, changed_at)"
                      " VALUES ('01930000-0000-7000-8000-000000000050', "
                      "'KG-OSH-2026-000117', " PERSON("2") ","
                                                           " 'integration', 1, 'open', " NOW
                                                           ", " USER ", " NOW ");";

static struct store *store;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    char id[] = "01930000-0000-7000-8000-000000000010";
    const struct store_options options = { .path = ":memory:", .is_new = true };
    (void)argc;
    (void)argv;
    REQUIRE(store_open(&store, &options, NULL) == STATUS_OK);
    REQUIRE(store_migrate(store, NULL) == STATUS_OK);
    REQUIRE(store_execute(store, SQL_PEOPLE, NULL) == STATUS_OK);
    for (int i = 0; i < PEOPLE; i++) {
        id[sizeof(id) - 2] = (char)('0' + i);
        REQUIRE(search_index_person(store, id, NULL) == STATUS_OK);
    }
    return 0;
}

static void require_found_again(const struct search_hits *hits, const char *text)
{
    struct search_hits again;
    REQUIRE(search_find(store, text, today, LIMIT, &again, NULL) == STATUS_OK);
    REQUIRE(again.count == hits->count);
    for (size_t i = 0; i < hits->count; i++)
        REQUIRE(strcmp(again.items[i].person_id, hits->items[i].person_id) == 0);
    search_hits_release(&again);
}

static void require_sound_hit(const struct search_hit *hit)
{
    REQUIRE(hit->score >= 0 && hit->score <= 100);
    REQUIRE(hit->reasons != 0);
    REQUIRE(hit->name != NULL);
}

static void require_sound_hits(const struct search_hits *hits)
{
    REQUIRE(hits->count <= LIMIT);
    for (size_t i = 0; i < hits->count; i++) {
        require_sound_hit(&hits->items[i]);
        REQUIRE(i == 0 || hits->items[i - 1].score >= hits->items[i].score);
    }
}

/* What goes into the question to the index is letters and digits. */
static void require_sound_fact(const struct search_fact *fact)
{
    REQUIRE(fact->count > 0 && fact->count <= SEARCH_MEANINGS_MAX);
    for (size_t i = 0; i < fact->count; i++) {
        const char *term = fact->meanings[i].term;
        REQUIRE(term[strspn(term, "abcdefghijklmnopqrstuvwxyz0123456789")] == '\0');
    }
}

static void require_sound_query(const char *text, enum status expected)
{
    static struct search_query query;
    REQUIRE(search_query_read(&query, lexicon_shared(), text, today, NULL) == expected);
    if (expected != STATUS_OK)
        return;
    REQUIRE(query.names.count <= NAME_PARTS_MAX && query.fact_count <= SEARCH_FACTS_MAX);
    for (size_t i = 0; i < query.fact_count; i++)
        require_sound_fact(&query.facts[i]);
}

/* The same text as the name and the number of somebody new. */
static void require_sound_duplicates(const char *text)
{
    struct search_hits hits;
    const struct duplicate_question question = {
        .names = { { .full_name = text } },
        .name_count = 1,
        .birth = { today, DATE_PRECISION_DAY },
        .has_birth = true,
        .numbers = { text },
        .number_count = 1,
        .phones = { text },
        .phone_count = 1,
    };
    REQUIRE(duplicate_find(store, &question, &hits, NULL) == STATUS_OK);
    REQUIRE(hits.count <= DUPLICATES_MAX);
    search_hits_release(&hits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct search_hits hits;
    char text[SEARCH_TEXT_MAX + 100];
    if (size >= sizeof(text))
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    enum status status = search_find(store, text, today, LIMIT, &hits, NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_TEXT_INVALID ||
            status == STATUS_TEXT_TOO_LONG || status == STATUS_TEXT_EMPTY);
    require_sound_hits(&hits);
    require_sound_query(text, status);
    if (status == STATUS_OK)
        require_found_again(&hits, text);
    search_hits_release(&hits);
    REQUIRE(hits.items == NULL);
    require_sound_duplicates(text);
    return 0;
}
