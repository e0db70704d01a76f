/* SPDX-License-Identifier: Apache-2.0 */
#include "search/person_facts.h"

#include "base/text.h"
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_PERSON[] =
    "SELECT sex, birth_date, birth_precision FROM person WHERE id = :person";
static const char SQL_NAMES[] =
    "SELECT full_name, surname, given_name, patronymic, kind FROM person_name"
    " WHERE person_id = :person ORDER BY kind = 'main' DESC, id LIMIT 8";

bool person_facts_parse_birth(struct date *out, const char *day, const char *precision)
{
    return date_precision_find(&out->precision, precision) &&
           day_parse(&out->day, day, NULL) == STATUS_OK;
}

static enum status read_names(struct person_facts *out, struct store *store,
                              const struct lexicon *lexicon, const char *person_id,
                              struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_NAMES);
    query_bind_text(&query, ":person", person_id);
    while (status == STATUS_OK && out->name_count < FACTS_NAMES_MAX && query_next_row(&query)) {
        const struct search_name name = {
            .full_name = query_text(&query, 0),
            .surname = query_text(&query, 1),
            .given_name = query_text(&query, 2),
            .patronymic = query_text(&query, 3),
        };
        size_t at = out->name_count;
        status = text_copy(&out->names[at].text, name.full_name, error);
        if (status != STATUS_OK)
            break;
        out->names[at].is_main = strcmp(query_text(&query, 4), "main") == 0;
        search_name_parts(&out->names[at].parts, lexicon, &name);
        out->name_count++;
    }
    enum status end = query_end(&query, error);
    return status == STATUS_OK ? end : status;
}

enum status person_facts_read(struct person_facts *out, struct store *store,
                              const struct lexicon *lexicon, const char *person_id,
                              struct error *error)
{
    struct query query;
    out->name_count = 0;
    query_begin(&query, store, SQL_PERSON);
    query_bind_text(&query, ":person", person_id);
    if (query_next_row(&query)) {
        out->sex = query_int(&query, 0);
        out->has_birth =
            person_facts_parse_birth(&out->birth, query_text(&query, 1), query_text(&query, 2));
    }
    enum status status = query_end_found(&query, error);
    return status == STATUS_OK ? read_names(out, store, lexicon, person_id, error) : status;
}

void person_facts_release(struct person_facts *facts)
{
    for (size_t i = 0; i < facts->name_count; i++)
        free(facts->names[i].text);
    facts->name_count = 0;
}

const char *person_facts_name(const struct person_facts *facts)
{
    return facts->name_count > 0 ? facts->names[0].text : "";
}
