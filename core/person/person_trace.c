/* SPDX-License-Identifier: Apache-2.0 */

/* Where a person leaves personal data, and how each place is emptied: what is only about them goes;
 * what the office's own figures need (that there was a casefile, a service, a day) stays without
 * words.  Texts that must not be empty become "-". */
#include "person/person_private.h"

#define SQL_CASEFILES "(SELECT id FROM casefile WHERE person_id = :person)"
#define SQL_DOCUMENTS "(SELECT id FROM identity_document WHERE person_id = :person)"
#define SQL_REQUESTS  "(SELECT id FROM document_request WHERE person_id = :person)"

/* All ids under which something about the person can be kept. */
#define SQL_SUBJECTS                                                                               \
    "(SELECT :person UNION SELECT id FROM casefile WHERE person_id = :person"                      \
    " UNION SELECT id FROM identity_document WHERE person_id = :person"                            \
    " UNION SELECT id FROM document_request WHERE person_id = :person"                             \
    " UNION SELECT id FROM note WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES        \
    " UNION SELECT id FROM evidence WHERE casefile_id IN " SQL_CASEFILES                           \
    " UNION SELECT id FROM person_request WHERE person_id = :person"                               \
    " UNION SELECT id FROM property_claim WHERE claimant_id = :person"                             \
    " UNION SELECT id FROM referral WHERE casefile_id IN " SQL_CASEFILES                           \
    " UNION SELECT id FROM task WHERE casefile_id IN " SQL_CASEFILES                               \
    " UNION SELECT id FROM appointment WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES \
    " UNION SELECT household_id FROM household_member WHERE person_id = :person AND NOT EXISTS"    \
    " (SELECT 1 FROM household_member AS other WHERE other.person_id <> :person"                   \
    " AND other.household_id = household_member.household_id))"

/* The entries about them whose words can stand in the history of another record too: while they
 * were merged into it, what happened to their casefiles and papers did so there. */
#define SQL_ENTRIES                                                                                \
    "(WITH RECURSIVE own (id) AS " SQL_SUBJECTS ", survivor (id) AS (SELECT :person"               \
    " UNION SELECT survivor_id FROM person_merge JOIN survivor ON merged_id = survivor.id)"        \
    " SELECT sequence FROM journal WHERE subject IN (SELECT id FROM own)"                          \
    " UNION SELECT journal_sequence FROM history WHERE person_id IN (SELECT id FROM survivor)"     \
    " AND (json_extract(coalesce(after, before), '$.id') IN (SELECT id FROM own)"                  \
    " OR json_extract(coalesce(after, before), '$.casefile') IN (SELECT id FROM own)))"

const char SQL_LIST_FORGOTTEN[] =
    "SELECT json_object('forgotten', json_group_array(sequence)) FROM (SELECT sequence FROM history"
    " JOIN journal ON sequence = journal_sequence WHERE journal_sequence IN " SQL_ENTRIES
    " AND person_id <> :person AND subject <> :person ORDER BY sequence) HAVING count(*) > 0";

const struct person_trace person_traces[] = {
    /* All nouns, which is for an index only: the table holds every scan of the office. */
    { "attachment", "DELETE FROM attachment WHERE noun IN (SELECT DISTINCT noun FROM attachment)"
                    " AND subject IN " SQL_SUBJECTS },
    /* A path of views can hold the name that was searched for; it is a comfort only. */
    { "draft", "DELETE FROM draft WHERE form = 'place' OR EXISTS (WITH own (id) AS " SQL_SUBJECTS
               " SELECT 1 FROM own WHERE instr(subject, id) > 0 OR instr(fields, id) > 0)" },
    { "history",
      "DELETE FROM history WHERE person_id = :person OR journal_sequence IN " SQL_ENTRIES },
    { "person_merge_row", "DELETE FROM person_merge_row WHERE instr(before, :person) > 0"
                          " OR row_key = :person OR merge_id IN (SELECT id FROM person_merge"
                          " WHERE survivor_id = :person OR merged_id = :person)" },
    { "person_merge", "UPDATE person_merge SET reason = '-'"
                      " WHERE survivor_id = :person OR merged_id = :person" },

    { "answer", "DELETE FROM answer WHERE casefile_id IN " SQL_CASEFILES },
    { "appointment", "UPDATE appointment SET place = NULL, about = '-'"
                     " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES },
    { "assessment_answer", "DELETE FROM assessment_answer WHERE assessment_id IN (SELECT id"
                           " FROM assessment WHERE person_id = :person"
                           " OR casefile_id IN " SQL_CASEFILES ")" },
    { "assessment", "UPDATE assessment SET remark = NULL"
                    " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES },
    { "casefile_person", "DELETE FROM casefile_person WHERE person_id = :person" },
    { "evidence", "DELETE FROM evidence WHERE casefile_id IN " SQL_CASEFILES },
    { "hotline", "UPDATE hotline SET question = NULL, result = NULL, call_back_time = NULL,"
                 " code_word = NULL,"
                 " call_back_state = CASE WHEN call_back_state IS NOT NULL THEN 'given_up' END"
                 " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES },
    /* The index has to be told the words that it is to forget. */
    { "note_index", "INSERT INTO note_index (note_index, rowid, body)"
                    " SELECT 'delete', number, body FROM note_search JOIN note ON note.id = note_id"
                    " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES },
    { "note_search", "DELETE FROM note_search WHERE note_id IN (SELECT id FROM note"
                     " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES ")" },
    { "note", "UPDATE note SET body = '-'"
              " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES },
    { "plan_item", "UPDATE plan_item SET objective = '-', activity = '-', provider = NULL,"
                   " responsible = NULL, own_contribution = NULL, risk = NULL, evidence = NULL"
                   " WHERE casefile_id IN " SQL_CASEFILES },
    { "property_claim", "UPDATE property_claim SET address = NULL, cadastral_number = NULL,"
                        " present_holder = NULL, remark = NULL"
                        " WHERE claimant_id = :person OR casefile_id IN " SQL_CASEFILES },
    { "referral", "UPDATE referral SET reason = '-', answer = NULL,"
                  " decline_reason = CASE WHEN decline_reason IS NOT NULL THEN '-' END,"
                  " override_reason = CASE WHEN override_reason IS NOT NULL THEN '-' END"
                  " WHERE casefile_id IN " SQL_CASEFILES },
    { "referral_item", "DELETE FROM referral_item WHERE referral_id IN (SELECT id FROM referral"
                       " WHERE casefile_id IN " SQL_CASEFILES ")" },
    { "service", "UPDATE service SET remark = NULL"
                 " WHERE person_id = :person OR casefile_id IN " SQL_CASEFILES },
    { "step_wait", "UPDATE step_wait SET waiting_for = '-', reference = NULL, answer = NULL,"
                   " reason = CASE WHEN reason IS NOT NULL THEN '-' END"
                   " WHERE casefile_id IN " SQL_CASEFILES },
    { "step_state", "UPDATE step_state SET remark = NULL WHERE casefile_id IN " SQL_CASEFILES },
    { "casefile_alert",
      "UPDATE casefile_alert SET remark = NULL WHERE casefile_id IN " SQL_CASEFILES },
    { "task", "UPDATE task SET title = '-' WHERE kind = 'own' AND casefile_id IN " SQL_CASEFILES },
    { "sealed_casefile", "DELETE FROM sealed_casefile WHERE casefile_id IN " SQL_CASEFILES },
    { "sealed_casefile_key",
      "DELETE FROM sealed_casefile_key WHERE casefile_id IN " SQL_CASEFILES },
    { "sealed_record", "DELETE FROM sealed_record WHERE casefile_id IN " SQL_CASEFILES },
    { "sealed_history", "DELETE FROM sealed_history WHERE casefile_id IN " SQL_CASEFILES },
    { "casefile_words", "DELETE FROM casefile_words WHERE casefile_id IN " SQL_CASEFILES },

    { "consent_withheld", "DELETE FROM consent_withheld WHERE consent_id IN (SELECT id FROM consent"
                          " WHERE person_id = :person OR giver_id = :person)" },
    { "consent_override", "UPDATE consent_override SET reason = '-' WHERE person_id = :person" },
    { "consent", "UPDATE consent SET about = CASE WHEN about IS NOT NULL THEN '-' END,"
                 " giver_name = NULL, withdrawn_by = NULL, withdrawn_reason = NULL"
                 " WHERE person_id = :person OR giver_id = :person" },
    { "consent", "UPDATE consent SET giver_id = NULL WHERE giver_id = :person" },
    { "contact", "DELETE FROM contact WHERE person_id = :person" },
    { "document_request_step",
      "DELETE FROM document_request_step WHERE request_id IN " SQL_REQUESTS },
    { "document_request", "DELETE FROM document_request WHERE person_id = :person" },
    { "document_request",
      "UPDATE document_request SET document_id = NULL WHERE document_id IN " SQL_DOCUMENTS },
    { "person_name", "DELETE FROM person_name WHERE person_id = :person" },
    { "person_name",
      "UPDATE person_name SET document_id = NULL WHERE document_id IN " SQL_DOCUMENTS },
    { "identity_document_state",
      "DELETE FROM identity_document_state WHERE document_id IN " SQL_DOCUMENTS },
    { "identity_document", "DELETE FROM identity_document WHERE person_id = :person" },
    { "person_nationality", "DELETE FROM person_nationality WHERE person_id = :person" },
    { "person_hold", "DELETE FROM person_hold WHERE person_id = :person" },
    { "person_need", "DELETE FROM person_need WHERE person_id = :person" },
    /* That it was asked for, and answered in time, stays. */
    { "person_request", "UPDATE person_request SET about = '-',"
                        " reason = CASE WHEN reason IS NOT NULL THEN '-' END"
                        " WHERE person_id = :person" },
    { "relation", "DELETE FROM relation WHERE person_id = :person OR other_id = :person" },
    { "household",
      "UPDATE household SET name = '', address = NULL, place_code = NULL WHERE id IN"
      " (SELECT household_id FROM household_member AS own WHERE person_id = :person"
      " AND NOT EXISTS (SELECT 1 FROM household_member AS other"
      " WHERE other.household_id = own.household_id AND other.person_id <> :person))" },
    { "household_member", "DELETE FROM household_member WHERE person_id = :person" },
    { "person", "UPDATE person SET sex = 0, birth_date = NULL, birth_precision = NULL,"
                " birth_place = NULL, birth_country = NULL, death_date = NULL,"
                " population_group = NULL, legal_status = NULL, origin_country = NULL,"
                " arrived_on = NULL, language = NULL, needs_interpreter = 0,"
                " marital_status = NULL, occupation = NULL, education = NULL, is_restricted = 0,"
                " retain_until = NULL,"
                " state = CASE WHEN duplicate_of IS NULL THEN 'archived' ELSE state END,"
                " changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', changed_at, '+0.001 seconds')"
                " WHERE id = :person" },
};
const size_t person_trace_count = sizeof(person_traces) / sizeof(person_traces[0]);
