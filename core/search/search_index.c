/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search_index.h"

#include "search/person_facts.h"
#include "search/search_terms.h"
#include "search/sound_store.h"
#include "store/query.h"
#include "store/store.h"
#include "store/uuid.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_PERSON[] =
    "SELECT birth_date, birth_precision, state FROM person WHERE id = :person";
static const char SQL_NAMES[] = "SELECT full_name, surname, given_name, patronymic FROM person_name"
                                " WHERE person_id = :person";
static const char SQL_NUMBERS[] = "SELECT coalesce(series, '') || coalesce(number, ''),"
                                  " personal_number FROM identity_document"
                                  " WHERE person_id = :person";
static const char SQL_PHONES[] =
    "SELECT digits FROM contact WHERE person_id = :person AND digits IS NOT NULL";
static const char SQL_FIND[] = "SELECT number, terms FROM person_search WHERE person_id = :person";
static const char SQL_FORGET_TERMS[] =
    "INSERT INTO person_index (person_index, rowid, terms) VALUES ('delete', :number, :terms)";
static const char SQL_FORGET[] = "DELETE FROM person_search WHERE number = :number";
static const char SQL_ADD[] =
    "INSERT INTO person_search (person_id, terms) VALUES (:person, :terms) RETURNING number";
static const char SQL_CHANGE[] = "UPDATE person_search SET terms = :terms WHERE number = :number";
static const char SQL_ADD_TERMS[] =
    "INSERT INTO person_index (rowid, terms) VALUES (:number, :terms)";
static const char SQL_WRITE_ANEW[] = "INSERT INTO person_index (person_index) VALUES ('optimize')";
static const char SQL_WRITE_NOTES_ANEW[] =
    "INSERT INTO note_index (note_index) VALUES ('optimize')";

/* ---- what the tables say */

static void query_person(struct query *query, struct store *store, const char *sql,
                         const char *person_id)
{
    query_begin(query, store, sql);
    query_bind_text(query, ":person", person_id);
}

static enum status read_person(struct store *store, const char *person_id,
                               struct search_terms *terms, bool *is_findable, struct error *error)
{
    struct query query;
    struct date birth = { .precision = DATE_PRECISION_DAY };
    query_person(&query, store, SQL_PERSON, person_id);
    bool has_row = query_next_row(&query);
    *is_findable = has_row && strcmp(query_text(&query, 2), "duplicate") != 0;
    bool has_birth =
        has_row && person_facts_parse_birth(&birth, query_text(&query, 0), query_text(&query, 1));
    if (has_birth)
        search_terms_add_birth(terms, &birth);
    else if (terms->length > 0)
        search_terms_add_birth(terms, NULL);
    return query_end(&query, error);
}

static enum status read_names(struct store *store, const char *person_id,
                              struct search_terms *terms, struct error *error)
{
    struct query query;
    struct name_parts parts;
    const struct lexicon *lexicon = lexicon_shared();
    if (lexicon == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "lexicon");
    query_person(&query, store, SQL_NAMES, person_id);
    while (query_next_row(&query)) {
        const struct search_name name = {
            .full_name = query_text(&query, 0),
            .surname = query_text(&query, 1),
            .given_name = query_text(&query, 2),
            .patronymic = query_text(&query, 3),
        };
        search_name_parts(&parts, lexicon, &name);
        search_terms_add_name(terms, &parts);
    }
    return query_end(&query, error);
}

static enum status read_numbers(struct store *store, const char *person_id,
                                struct search_terms *terms, struct error *error)
{
    struct query query;
    query_person(&query, store, SQL_NUMBERS, person_id);
    while (query_next_row(&query)) {
        search_terms_add_number(terms, query_text(&query, 0));
        search_terms_add_number(terms, query_text(&query, 1));
    }
    enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        return status;
    query_person(&query, store, SQL_PHONES, person_id);
    while (query_next_row(&query))
        search_terms_add_phone(terms, query_text(&query, 0));
    return query_end(&query, error);
}

static enum status read_terms(struct store *store, const char *person_id,
                              struct search_terms *terms, struct error *error)
{
    bool is_findable = false;
    enum status status = read_names(store, person_id, terms, error);
    if (status == STATUS_OK)
        status = read_numbers(store, person_id, terms, error);
    if (status == STATUS_OK)
        status = read_person(store, person_id, terms, &is_findable, error);
    if (status == STATUS_OK && terms->status != STATUS_OK)
        status = error_set(error, terms->status, "search terms");
    if (!is_findable)
        terms->length = 0;
    return status;
}

/* ---- what the index says */

struct indexed {
    long long number; /* 0: not there */
    char *terms;
};

static enum status find_indexed(struct store *store, const char *person_id, struct indexed *out,
                                struct error *error)
{
    struct query query;
    *out = (struct indexed){ .number = 0 };
    query_person(&query, store, SQL_FIND, person_id);
    if (query_next_row(&query)) {
        const char *terms = query_text(&query, 1);
        size_t size = strlen(terms) + 1;
        out->number = query_int64(&query, 0);
        out->terms = malloc(size);
        if (out->terms != NULL)
            memcpy(out->terms, terms, size);
    }
    enum status status = query_end(&query, error);
    if (status == STATUS_OK && out->number != 0 && out->terms == NULL)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "search terms");
    return status;
}

/* Whether a name (sounds alone, whatever its role) stands in the terms before "end". */
static bool has_name(const char *terms, const char *end, const struct search_word *name)
{
    struct search_word word;
    for (const char *at = terms; at < end && search_terms_next(&word, &at) && word.text < end;)
        if (word.text[0] == 'n' && word.length == name->length &&
            memcmp(word.text, name->text, name->length) == 0)
            return true;
    return false;
}

/* Calls for each different name in "terms" that is not among "others". */
static enum status each_other_name(struct store *store, const char *terms, const char *others,
                                   enum status (*act)(struct store *store, const char *skeleton,
                                                      struct error *error),
                                   struct error *error)
{
    struct search_word word;
    char skeleton[SOUND_SIZE];
    enum status status = STATUS_OK;
    for (const char *at = terms; status == STATUS_OK && search_terms_next(&word, &at);) {
        if (word.text[0] != 'n' || word.sign == 0 || word.length > SOUND_SIZE ||
            has_name(terms, word.text - 1, &word) ||
            has_name(others, others + strlen(others), &word))
            continue;
        memcpy(skeleton, word.text + 1, word.length - 1);
        skeleton[word.length - 1] = '\0';
        status = act(store, skeleton, error);
    }
    return status;
}

static enum status run_terms(struct store *store, const char *sql, long long number,
                             const char *terms, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_int64(&query, ":number", number);
    query_bind_text(&query, ":terms", terms);
    return query_run(&query, error);
}

static enum status forget(struct store *store, const struct indexed *old, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FORGET);
    query_bind_int64(&query, ":number", old->number);
    return query_run(&query, error);
}

static enum status add_row(struct store *store, const char *person_id, const char *terms,
                           long long *number, struct error *error)
{
    struct query query;
    query_person(&query, store, SQL_ADD, person_id);
    query_bind_text(&query, ":terms", terms);
    if (query_next_row(&query))
        *number = query_int64(&query, 0);
    return query_end(&query, error);
}

static enum status replace(struct store *store, const char *person_id, const struct indexed *old,
                           const char *terms, struct error *error)
{
    long long number = old->number;
    const char *old_terms = old->terms == NULL ? "" : old->terms;
    enum status status = STATUS_OK;
    if (number != 0)
        status = run_terms(store, SQL_FORGET_TERMS, number, old_terms, error);
    if (status == STATUS_OK && number != 0 && terms[0] == '\0')
        status = forget(store, old, error);
    else if (status == STATUS_OK && number != 0)
        status = run_terms(store, SQL_CHANGE, number, terms, error);
    else if (status == STATUS_OK)
        status = add_row(store, person_id, terms, &number, error);
    if (status == STATUS_OK && terms[0] != '\0')
        status = run_terms(store, SQL_ADD_TERMS, number, terms, error);
    if (status == STATUS_OK)
        status = each_other_name(store, terms, old_terms, sound_add, error);
    if (status == STATUS_OK)
        status = each_other_name(store, old_terms, terms, sound_remove, error);
    return status;
}

enum status search_index_person(struct store *store, const char *person_id, struct error *error)
{
    struct search_terms terms = { .status = STATUS_OK };
    struct indexed old = { .number = 0 };
    enum status status = find_indexed(store, person_id, &old, error);
    if (status == STATUS_OK)
        status = read_terms(store, person_id, &terms, error);
    const char *text = terms.length == 0 ? "" : terms.text;
    bool is_new = old.number == 0 && text[0] != '\0';
    bool is_changed = old.number != 0 && strcmp(old.terms == NULL ? "" : old.terms, text) != 0;
    if (status == STATUS_OK && (is_new || is_changed))
        status = replace(store, person_id, &old, text, error);
    free(old.terms);
    free(terms.text);
    return status;
}

enum status search_index_forget_for_good(struct store *store, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_WRITE_ANEW);
    enum status status = query_run(&query, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_WRITE_NOTES_ANEW);
    return query_run(&query, error);
}
