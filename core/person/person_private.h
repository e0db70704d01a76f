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

#endif
