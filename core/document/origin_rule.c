/* SPDX-License-Identifier: Apache-2.0 */
#include "document/origin_rule.h"

#include "name/country_code.h"
#include "store/query_value.h"
#include "store/setting.h"

/* Everybody whom it is about, and all their casefiles. */
#define WITH_PEOPLE                                                                                \
    "WITH people (id) AS (SELECT :person WHERE :person IS NOT NULL"                                \
    " UNION SELECT person_id FROM casefile WHERE id = :casefile"                                   \
    " UNION SELECT person_id FROM casefile_person WHERE casefile_id = :casefile),"                 \
    " matters (id, bars_origin, is_restricted) AS (SELECT id, bars_origin, is_restricted FROM "    \
    "casefile"                                                                                     \
    " WHERE id = :casefile OR person_id IN (SELECT id FROM people))"

/* Asylum-seekers, refugees, people under complementary protection; what the guards of the workflow
 * said; another casefile of theirs that is restricted, for nobody can tell what it is about; and
 * the plain answers where no guard says anything: not yet, or not outside of a restricted casefile.
 */
static const char SQL_IS_PROTECTED[] = WITH_PEOPLE
    " SELECT EXISTS (SELECT 1 FROM matters WHERE bars_origin = 1 OR is_restricted AND id <> "
    ":casefile)"
    " OR EXISTS (SELECT 1 FROM person WHERE id IN (SELECT id FROM people)"
    " AND population_group IN ('ASY', 'REF', 'CPL'))"
    " OR EXISTS (SELECT 1 FROM answer WHERE casefile_id IN (SELECT id FROM matters"
    " WHERE bars_origin IS NULL) AND step = 'asylum_check' AND field IN ('fear', 'wish', 'pending')"
    " AND value = 'yes' AND superseded_at IS NULL)";
/* Whether the body is of one of their countries, or nobody can tell: a consulate whose country is
 * not kept, people of whom no country is known. */
static const char SQL_IS_OF_ORIGIN[] = WITH_PEOPLE
    ", countries (country) AS (SELECT origin_country FROM person WHERE id IN (SELECT id FROM "
    "people)"
    " AND origin_country IS NOT NULL UNION SELECT country FROM person_nationality"
    " WHERE person_id IN (SELECT id FROM people))"
    " SELECT CASE WHEN of_country IS NULL AND kind = 'consulate' AND country = :own THEN 1"
    " WHEN coalesce(of_country, country) = :own THEN 0"
    " WHEN coalesce(of_country, country) IN countries THEN 1"
    " ELSE NOT EXISTS (SELECT 1 FROM countries WHERE country <> :own) END"
    " FROM agency WHERE id = :agency";

static void begin(struct query *query, struct store *store, const char *sql,
                  const struct origin_question *question)
{
    query_begin(query, store, sql);
    query_bind_code(query, ":person", question->person_id == NULL ? "" : question->person_id);
    query_bind_code(query, ":casefile", question->casefile_id == NULL ? "" : question->casefile_id);
}

static enum status is_protected(struct store *store, const struct origin_question *question,
                                bool *out, struct error *error)
{
    struct query query;
    begin(&query, store, SQL_IS_PROTECTED, question);
    *out = query_next_row(&query) && query_int(&query, 0) != 0;
    return query_end(&query, error);
}

static enum status is_of_origin(struct store *store, const struct origin_question *question,
                                bool *out, struct error *error)
{
    struct query query;
    char own[SETTING_TEXT_SIZE];
    const enum status status = setting_text(store, SETTING_COUNTRY, own, error);
    if (status != STATUS_OK)
        return status;
    const char *three_letters = country_code_to_three_letters(own);
    begin(&query, store, SQL_IS_OF_ORIGIN, question);
    query_bind_text(&query, ":own", three_letters == NULL ? "" : three_letters);
    query_bind_text(&query, ":agency", question->agency_id);
    *out = query_next_row(&query) && query_int(&query, 0) != 0;
    return query_end_found(&query, error);
}

enum status origin_rule_judge(struct store *store, const struct origin_question *question,
                              bool *is_barred, struct error *error)
{
    const bool has_agency = question->agency_id != NULL && question->agency_id[0] != '\0';
    *is_barred = false;
    if (!has_agency && !question->is_consulate)
        return STATUS_OK;
    const enum status status = is_protected(store, question, is_barred, error);
    if (status != STATUS_OK || !*is_barred || !has_agency)
        return status;
    return is_of_origin(store, question, is_barred, error);
}

enum status origin_rule_require(struct store *store, const struct origin_question *question,
                                struct error *error)
{
    bool is_barred;
    const enum status status = origin_rule_judge(store, question, &is_barred, error);
    if (status == STATUS_OK && is_barred)
        return error_set(error, STATUS_REFUSED, ORIGIN_RULE_DETAIL);
    return status;
}
