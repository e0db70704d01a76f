/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of this folder share; nobody else includes it. */
#ifndef QADAM_PERSON_PERSON_PRIVATE_H
#define QADAM_PERSON_PERSON_PRIVATE_H

#include "person/person_store.h"

/* The record's own fields as JSON, for the history; what is not known is left out.  For a row of
 * person. */
#define SQL_PERSON_FIELDS                                                                          \
    "'sex', nullif(person.sex, 0), 'birth_date', person.birth_date,"                               \
    " 'birth_precision', person.birth_precision, 'birth_place', person.birth_place,"               \
    " 'birth_country', person.birth_country, 'death_date', person.death_date,"                     \
    " 'population_group', person.population_group, 'legal_status', person.legal_status,"           \
    " 'nationality', (SELECT min(country) FROM person_nationality"                                 \
    " WHERE person_nationality.person_id = person.id AND person_nationality.state = 'held'),"      \
    " 'origin_country', person.origin_country, 'arrived_on', person.arrived_on,"                   \
    " 'language', person.language, 'needs_interpreter', nullif(person.needs_interpreter, 0),"      \
    " 'marital_status', person.marital_status, 'occupation', person.occupation,"                   \
    " 'education', person.education, 'is_restricted', nullif(person.is_restricted, 0),"            \
    " 'is_demo', nullif(person.is_demo, 0), 'state', nullif(person.state, 'active')"

/* An array of all names, and of all contacts, of the person ":key". */
#define SQL_NAME_ARRAY                                                                             \
    "(SELECT json_group_array(json_patch('{}', json_object('id', id, 'kind', kind,"                \
    " 'full_name', full_name, 'surname', surname, 'given_name', given_name,"                       \
    " 'patronymic', patronymic, 'document_id', document_id, 'valid_from', valid_from,"             \
    " 'valid_until', valid_until)))"                                                               \
    " FROM (SELECT id, kind, full_name, surname, given_name, patronymic, document_id, valid_from," \
    " valid_until FROM person_name WHERE person_id = :key ORDER BY id))"
#define SQL_CONTACT_ARRAY                                                                          \
    "(SELECT json_group_array(json_patch('{}', json_object('id', id, 'kind', kind,"                \
    " 'value', value, 'owner', owner, 'is_safe', is_safe)))"                                       \
    " FROM (SELECT id, kind, value, owner, is_safe FROM contact"                                   \
    " WHERE person_id = :key ORDER BY id))"

/* Gives a new id unless there is one; STATUS_INVALID when that is none. */
MUST_CHECK enum status person_give_id(char id[UUID_TEXT_SIZE], struct error *error);

/* All within the caller's transaction. */
MUST_CHECK enum status person_put_name(struct store *store, const char *person_id,
                                       struct person_name *name, struct error *error);
MUST_CHECK enum status person_read_names(struct store *store, const char *person_id,
                                         struct person_name_list *out, struct error *error);
MUST_CHECK enum status person_put_contact(struct store *store, const char *person_id,
                                          struct contact *contact, struct error *error);

/* ---- Merging.  All SQL below has the one parameter ":merge", the id of a row of person_merge. */

#define SQL_MERGED   "(SELECT merged_id FROM person_merge WHERE id = :merge)"
#define SQL_SURVIVOR "(SELECT survivor_id FROM person_merge WHERE id = :merge)"

/* A column that says whose a row is.  Those without SQL stay with the record that was merged. */
struct person_reference {
    const char *table;
    const char *column;
    const char *note; /* remembers the rows of the merged record in person_merge_row */
    const char *move; /* gives them to the survivor */
    const char *back; /* gives those remembered back */
};
extern const struct person_reference person_references[];
extern const size_t person_reference_count;

/* What has to be done before rows can move, because the survivor has a row that only one can have,
 * in this order; and after they are back. */
extern const char *const person_merge_prepare[];
extern const size_t person_merge_prepare_count;
extern const char *const person_merge_restore[];
extern const size_t person_merge_restore_count;

/* The two records themselves. */
extern const char *const person_merge_records[];
extern const size_t person_merge_record_count;
extern const char *const person_unmerge_records[];
extern const size_t person_unmerge_record_count;

/* Ids of records or merges. */
struct person_id_list {
    char (*items)[UUID_TEXT_SIZE];
    size_t count;
    size_t capacity;
};

/* The ids that a constant SELECT with ":id" lists; the caller frees items. */
MUST_CHECK enum status person_list_ids(struct store *store, const char *sql, const char *id,
                                       struct person_id_list *out, struct error *error);

/* For person_list_ids(): the record itself and all that were merged into it. */
extern const char SQL_LIST_MERGED_FAMILY[];

/* ---- Erasing: what is done to each table, in this order, with the parameter ":person". */
struct person_trace {
    const char *table;
    const char *erase;
};
extern const struct person_trace person_traces[];
extern const size_t person_trace_count;

/* The entries whose words are erased though they are in the history of somebody else, as the
 * journal notes them: {"forgotten":[12,17]}; no row when there are none. */
extern const char SQL_LIST_FORGOTTEN[];

#endif
