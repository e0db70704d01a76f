/* SPDX-License-Identifier: Apache-2.0 */

/* Every column of the tables that names a person, and what becomes of it when two records are
 * merged. */
#include "person/person_private.h"

/* A row is found again by its key; where the person is a part of the key, by the rest of it.  A
 * condition is there for an index. */
#define MOVES_IF(table_name, key, column_name, condition)                                          \
    {                                                                                              \
        .table = (table_name), .column = (column_name),                                            \
        .note = "INSERT INTO person_merge_row (merge_id, noun, row_key, before)"                   \
                " SELECT :merge, '" table_name "', " key ", json_object('" column_name             \
                "', " column_name ") FROM " table_name " WHERE " column_name                       \
                " = " SQL_MERGED condition " ON CONFLICT (merge_id, noun, row_key) DO UPDATE"      \
                " SET before = json_patch(before, excluded.before)",                               \
        .move = "UPDATE " table_name " SET " column_name " = " SQL_SURVIVOR " WHERE " column_name  \
                " = " SQL_MERGED condition,                                                        \
        .back = "UPDATE " table_name " SET " column_name " = " SQL_MERGED " WHERE " column_name    \
                " = " SQL_SURVIVOR " AND " key " IN (SELECT row_key FROM person_merge_row"         \
                " WHERE merge_id = :merge AND noun = '" table_name                                 \
                "' AND json_extract(before, '$." column_name "') = " SQL_MERGED ")"                \
    }
#define MOVES(table_name, key, column_name) MOVES_IF(table_name, key, column_name, "")
#define STAYS(table_name, column_name)                                                             \
    {                                                                                              \
        .table = (table_name), .column = (column_name)                                             \
    }

const struct person_reference person_references[] = {
    MOVES("appointment", "id", "person_id"),
    MOVES("assessment", "id", "person_id"),
    MOVES_IF("attachment", "id", "subject", " AND noun = 'person'"),
    MOVES("casefile", "id", "person_id"),
    MOVES("casefile_person", "casefile_id", "person_id"),
    MOVES("consent", "id", "giver_id"),
    MOVES("consent", "id", "person_id"),
    MOVES("consent_override", "id", "person_id"),
    MOVES("contact", "id", "person_id"),
    MOVES("document_request", "id", "person_id"),
    MOVES("hotline", "id", "person_id"),
    MOVES("household_member", "household_id", "person_id"),
    MOVES("identity_document", "id", "person_id"),
    MOVES("note", "id", "person_id"),
    MOVES("person_name", "id", "person_id"),
    MOVES("person_nationality", "country", "person_id"),
    MOVES("person_hold", "id", "person_id"),
    MOVES("person_need", "id", "person_id"),
    MOVES("person_request", "id", "person_id"),
    MOVES("property_claim", "id", "claimant_id"),
    MOVES("relation", "id", "other_id"),
    MOVES("relation", "id", "person_id"),
    MOVES("service", "id", "person_id"),
    /* What happened to a record is the record's own, and the index is made anew. */
    STAYS("history", "person_id"),
    STAYS("person", "duplicate_of"),
    STAYS("person_erasure", "person_id"),
    STAYS("person_merge", "merged_id"),
    STAYS("person_merge", "survivor_id"),
    STAYS("person_search", "person_id"),
};
const size_t person_reference_count = sizeof(person_references) / sizeof(person_references[0]);
