/* SPDX-License-Identifier: Apache-2.0 */

/* What a record learns from the one that is merged into it, and how it forgets that again. */
#include "person/person_private.h"

/* Later than before, also when two changes share a millisecond. */
#define CHANGED_AT                                                                                 \
    "changed_at = max(strftime('%Y-%m-%dT%H:%M:%fZ', person.changed_at, '+0.001 seconds'),"        \
    " (SELECT coalesce(undone_at, merged_at) FROM person_merge WHERE id = :merge))"

#define FIELDS                                                                                     \
    "json_object('sex', sex, 'birth_date', birth_date, 'birth_precision', birth_precision,"        \
    " 'birth_place', birth_place, 'birth_country', birth_country, 'death_date', death_date,"       \
    " 'population_group', population_group, 'legal_status', legal_status,"                         \
    " 'origin_country', origin_country, 'arrived_on', arrived_on, 'language', language,"           \
    " 'needs_interpreter', needs_interpreter, 'marital_status', marital_status,"                   \
    " 'occupation', occupation, 'education', education, 'is_restricted', is_restricted,"           \
    " 'state', state, 'retain_until', retain_until)"

const char *const person_merge_records[] = {
    "INSERT INTO person_merge_row (merge_id, noun, row_key, before)"
    " SELECT :merge, 'person', id, json_object('was', " FIELDS ") FROM person"
    " WHERE id = " SQL_SURVIVOR,
    /* A birth after the death that the other record knows is a contradiction: each keeps its
     * own. */
    "UPDATE person SET sex = CASE person.sex WHEN 0 THEN gone.sex ELSE person.sex END,"
    " birth_date = CASE WHEN person.birth_date IS NULL AND"
    " (person.death_date IS NULL OR person.death_date >= gone.birth_date)"
    " THEN gone.birth_date ELSE person.birth_date END,"
    " birth_precision = CASE WHEN person.birth_date IS NULL AND"
    " (person.death_date IS NULL OR person.death_date >= gone.birth_date)"
    " THEN gone.birth_precision ELSE person.birth_precision END,"
    " death_date = CASE WHEN person.death_date IS NULL AND"
    " (person.birth_date IS NULL OR person.birth_date <= gone.death_date)"
    " THEN gone.death_date ELSE person.death_date END,"
    " birth_place = coalesce(person.birth_place, gone.birth_place),"
    " birth_country = coalesce(person.birth_country, gone.birth_country),"
    " population_group = coalesce(person.population_group, gone.population_group),"
    " legal_status = coalesce(person.legal_status, gone.legal_status),"
    " origin_country = coalesce(person.origin_country, gone.origin_country),"
    " arrived_on = coalesce(person.arrived_on, gone.arrived_on),"
    " language = coalesce(person.language, gone.language),"
    " marital_status = coalesce(person.marital_status, gone.marital_status),"
    " occupation = coalesce(person.occupation, gone.occupation),"
    " education = coalesce(person.education, gone.education),"
    " needs_interpreter = max(person.needs_interpreter, gone.needs_interpreter),"
    " is_restricted = max(person.is_restricted, gone.is_restricted),"
    " state = CASE WHEN person.state = 'active' AND gone.state = 'died' THEN 'died'"
    " ELSE person.state END,"
    " retain_until = coalesce(max(person.retain_until, gone.retain_until),"
    " person.retain_until, gone.retain_until),"
    " " CHANGED_AT " FROM person AS gone WHERE gone.id = " SQL_MERGED
    " AND person.id = " SQL_SURVIVOR,
    "UPDATE person_merge_row SET before = json_set(before, '$.became', (SELECT " FIELDS
    " FROM person WHERE id = " SQL_SURVIVOR "))"
    " WHERE merge_id = :merge AND noun = 'person' AND row_key = " SQL_SURVIVOR,

    "INSERT INTO person_merge_row (merge_id, noun, row_key, before)"
    " SELECT :merge, 'person', id, json_object('state', state) FROM person WHERE id = " SQL_MERGED,
    "UPDATE person SET state = 'duplicate', duplicate_of = " SQL_SURVIVOR ","
    " " CHANGED_AT " WHERE id = " SQL_MERGED,
};
const size_t person_merge_record_count =
    sizeof(person_merge_records) / sizeof(person_merge_records[0]);

const char *const person_unmerge_records[] = {
    "UPDATE person SET duplicate_of = NULL, state = (SELECT json_extract(before, '$.state')"
    " FROM person_merge_row WHERE merge_id = :merge AND noun = 'person' AND row_key = person.id),"
    " " CHANGED_AT " WHERE id = " SQL_MERGED,
    /* A field goes back to what it was unless somebody has changed it since. */
    "UPDATE person SET sex = CASE WHEN sex IS json_extract(became, '$.sex')"
    " THEN json_extract(was, '$.sex') ELSE sex END,"
    " birth_place = CASE WHEN birth_place IS json_extract(became, '$.birth_place')"
    " THEN json_extract(was, '$.birth_place') ELSE birth_place END,"
    " birth_country = CASE WHEN birth_country IS json_extract(became, '$.birth_country')"
    " THEN json_extract(was, '$.birth_country') ELSE birth_country END,"
    " death_date = CASE WHEN death_date IS json_extract(became, '$.death_date')"
    " THEN json_extract(was, '$.death_date') ELSE death_date END,"
    " population_group = CASE WHEN population_group IS json_extract(became, '$.population_group')"
    " THEN json_extract(was, '$.population_group') ELSE population_group END,"
    " legal_status = CASE WHEN legal_status IS json_extract(became, '$.legal_status')"
    " THEN json_extract(was, '$.legal_status') ELSE legal_status END,"
    " origin_country = CASE WHEN origin_country IS json_extract(became, '$.origin_country')"
    " THEN json_extract(was, '$.origin_country') ELSE origin_country END,"
    " arrived_on = CASE WHEN arrived_on IS json_extract(became, '$.arrived_on')"
    " THEN json_extract(was, '$.arrived_on') ELSE arrived_on END,"
    " language = CASE WHEN language IS json_extract(became, '$.language')"
    " THEN json_extract(was, '$.language') ELSE language END,"
    " needs_interpreter = CASE WHEN needs_interpreter IS json_extract(became, "
    "'$.needs_interpreter')"
    " THEN json_extract(was, '$.needs_interpreter') ELSE needs_interpreter END,"
    " marital_status = CASE WHEN marital_status IS json_extract(became, '$.marital_status')"
    " THEN json_extract(was, '$.marital_status') ELSE marital_status END,"
    " occupation = CASE WHEN occupation IS json_extract(became, '$.occupation')"
    " THEN json_extract(was, '$.occupation') ELSE occupation END,"
    " education = CASE WHEN education IS json_extract(became, '$.education')"
    " THEN json_extract(was, '$.education') ELSE education END,"
    " is_restricted = CASE WHEN is_restricted IS json_extract(became, '$.is_restricted')"
    " THEN json_extract(was, '$.is_restricted') ELSE is_restricted END,"
    " state = CASE WHEN state IS json_extract(became, '$.state')"
    " THEN json_extract(was, '$.state') ELSE state END,"
    " retain_until = CASE WHEN retain_until IS json_extract(became, '$.retain_until')"
    " THEN json_extract(was, '$.retain_until') ELSE retain_until END,"
    " birth_date = CASE WHEN birth_date IS json_extract(became, '$.birth_date')"
    " AND birth_precision IS json_extract(became, '$.birth_precision')"
    " THEN json_extract(was, '$.birth_date') ELSE birth_date END,"
    " birth_precision = CASE WHEN birth_date IS json_extract(became, '$.birth_date')"
    " AND birth_precision IS json_extract(became, '$.birth_precision')"
    " THEN json_extract(was, '$.birth_precision') ELSE birth_precision END,"
    " " CHANGED_AT
    " FROM (SELECT json_extract(before, '$.was') AS was, json_extract(before, '$.became') AS became"
    " FROM person_merge_row WHERE merge_id = :merge AND noun = 'person' AND row_key = " SQL_SURVIVOR
    ") AS note WHERE id = " SQL_SURVIVOR,
};
const size_t person_unmerge_record_count =
    sizeof(person_unmerge_records) / sizeof(person_unmerge_records[0]);
