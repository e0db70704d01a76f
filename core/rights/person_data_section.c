/* SPDX-License-Identifier: Apache-2.0 */

/* What a person's sheet says, section by section.  Whoever adds a table about people adds it here
 * or to the exceptions: a test walks the schema. */
#include "rights/person_data.h"

#include "rights/rights_private.h"

#define SQL_ROLE(user) "(SELECT role FROM user WHERE user.id = " user ")"
/* The ordinary ones, or the restricted one that is opened at the moment. */
#define SQL_READS                                                                                  \
    "(CASE :opened WHEN '' THEN NOT casefile.is_restricted ELSE casefile.id = :opened END)"
#define SQL_OF_CASEFILES                                                                           \
    " JOIN casefile ON casefile.id = casefile_id AND casefile.person_id = :person AND " SQL_READS
#define SQL_OF_PAPERS " JOIN identity_document AS paper ON paper.person_id = :person"
#define SQL_MAIN_NAME(person)                                                                      \
    "(SELECT full_name FROM person_name WHERE person_name.person_id = " person                     \
    " ORDER BY kind = 'main' DESC LIMIT 1)"
#define SQL_NOTE_IS_OPEN "(NOT note.is_confidential OR :notes OR note.written_by = :actor)"
/* What is not known is left out of a row. */
#define ROWS(select)                                                                               \
    "WITH list (fields) AS (" select ")"                                                           \
    " SELECT json_group_array(json_patch('{}', fields)) FROM list"

const struct person_data_section person_data_sections[] = {
    { "record", " person ",
      ROWS(
          "SELECT json_object('id', id, 'sex', sex, 'birth_date', birth_date, 'birth_precision',"
          " birth_precision, 'birth_place', birth_place, 'birth_country', birth_country, "
          "'death_date',"
          " death_date, 'population_group', population_group, 'legal_status', legal_status,"
          " 'origin_country', origin_country, 'arrived_on', arrived_on, 'language', language,"
          " 'needs_interpreter', needs_interpreter, 'marital_status', marital_status, 'occupation',"
          " occupation, 'education', education, 'is_restricted', is_restricted, 'state', state,"
          " 'kept_until', " SQL_KEPT_UNTIL ", 'created_at', created_at, 'created_by', " SQL_ROLE(
              "created_by") ", 'changed_at', changed_at) FROM person WHERE id = :person") },
    { "names", " person_name ",
      ROWS("SELECT json_object('kind', kind, 'name', full_name, 'surname', surname, 'given_name',"
           " given_name, 'patronymic', patronymic, 'valid_from', valid_from, 'valid_until', "
           "valid_until)"
           " FROM person_name WHERE person_id = :person ORDER BY kind <> 'main', id") },
    { "nationalities", " person_nationality ",
      ROWS("SELECT json_object('country', country, 'state', state) FROM person_nationality"
           " WHERE person_id = :person") },
    { "contacts", " contact ",
      ROWS("SELECT json_object('kind', kind, 'value', value, 'owner', owner, 'is_safe', is_safe,"
           " 'valid_from', valid_from, 'valid_until', valid_until) FROM contact"
           " WHERE person_id = :person ORDER BY id") },
    { "papers", " identity_document ",
      ROWS(
          "SELECT json_object('type', type, 'state', state, 'series', series, 'number', number,"
          " 'personal_number', personal_number, 'issuer_country', issuer_country, 'issuer', issuer,"
          " 'issued_place', issued_place, 'issued_on', issued_on, 'expires_on', expires_on, "
          "'holder',"
          " holder_text, 'machine_readable', mrz, 'is_original_seen', is_original_seen,"
          " 'copy_location', copy_location, 'remark', remark) FROM identity_document"
          " WHERE person_id = :person ORDER BY id") },
    { "paper_states", " identity_document_state ",
      ROWS("SELECT json_object('type', paper.type, 'number', paper.number, 'state', event.state, "
           "'since',"
           " since, 'circumstances', circumstances, 'noted_at', noted_at, 'noted_by', " SQL_ROLE(
               "noted_by") ") FROM identity_document_state AS event" SQL_OF_PAPERS
                           " AND paper.id = document_id ORDER BY noted_at") },
    { "paper_requests", " document_request ",
      ROWS("SELECT json_object('kind', kind, 'addressee', addressee, 'about', about, "
           "'outgoing_number',"
           " outgoing_number, 'receipt_number', receipt_number, 'state', state, 'sent_on', sent_on,"
           " 'due_on', due_on, 'answered_on', answered_on, 'answer', answer, 'waiver_ground',"
           " waiver_ground) FROM document_request WHERE person_id = :person ORDER BY id") },
    { "paper_request_steps", " document_request_step ",
      ROWS("SELECT json_object('addressee', step.addressee, 'day', day, 'outgoing_number',"
           " step.outgoing_number, 'answer', step.answer, 'next_on', next_on)"
           " FROM document_request_step AS step JOIN document_request AS request"
           " ON request.id = request_id AND request.person_id = :person ORDER BY day") },
    { "family", " relation ",
      ROWS("SELECT json_object('is', kind, 'of', " SQL_MAIN_NAME(
          "other_id") ", 'is_proved', is_proved,"
                      " 'ended_on', ended_on) FROM relation WHERE person_id = :person UNION ALL"
                      " SELECT json_object('has', kind, 'name', " SQL_MAIN_NAME(
                          "relation.person_id") ","
                                                " 'is_proved', is_proved, 'ended_on', ended_on) "
                                                "FROM relation WHERE other_id = :person") },
    { "households", " household household_member ",
      ROWS("SELECT json_object('name', name, 'address', address, 'place_code', place_code, "
           "'is_head',"
           " is_head, 'joined_on', joined_on, 'left_on', left_on) FROM household_member"
           " JOIN household ON household.id = household_id WHERE person_id = :person") },
    { "needs", " person_need ",
      ROWS("SELECT json_object('code', code, 'noted_at', noted_at, 'noted_by', " SQL_ROLE(
          "noted_by") ", 'ended_at', ended_at) FROM person_need WHERE person_id = :person ORDER BY "
                      "noted_at") },
    { "consents", " consent ",
      ROWS("SELECT json_object('purpose', purpose, 'about', about, 'is_agreed', is_agreed,"
           " 'recipient', recipient, 'organisation', (SELECT name FROM agency WHERE agency.id ="
           " agency_id), 'given_by', given_by, 'giver_name', giver_name, 'language', language,"
           " 'is_read_aloud', is_read_aloud, 'has_assent', has_assent, 'given_on', given_on,"
           " 'expires_on', expires_on, 'withdrawn_on', withdrawn_on, 'withdrawn_by', withdrawn_by,"
           " 'withdrawn_reason', withdrawn_reason, 'taken_by', " SQL_ROLE(
               "taken_by") ") FROM consent WHERE person_id = :person ORDER BY taken_at") },
    { "withheld", " consent_withheld ",
      ROWS("SELECT json_object('what', what, 'from', whom, 'why', reason) FROM consent_withheld"
           " JOIN consent ON consent.id = consent_id WHERE person_id = :person") },
    { "sent_without_consent", " consent_override ",
      ROWS("SELECT json_object('way', use, 'purpose', purpose, 'recipient', recipient, 'because',"
           " reason, 'allowed_by', role, 'at', made_at) FROM consent_override"
           " WHERE person_id = :person ORDER BY made_at") },
    { "casefiles", " casefile casefile_words ",
      ROWS(
          "SELECT json_object('number', number, 'workflow', workflow, 'state', state, 'risk', risk,"
          " 'urgency', urgency, 'is_restricted', is_restricted, 'intake_source', intake_source, "
          "'issue',"
          " (SELECT issue FROM casefile_words WHERE casefile_id = casefile.id), 'opened_on', "
          "coalesce(opened_on, date(opened_at)), 'worked_on_by', " SQL_ROLE(
              "assigned_to") ", 'review_on', review_on, 'closed_on', coalesce(closed_on,"
                             " date(closed_at)), 'closure_reason', closure_reason, "
                             "'closing_remark', (SELECT closing_remark FROM casefile_words"
                             " WHERE casefile_id = casefile.id))"
                             " FROM casefile WHERE person_id = :person AND " SQL_READS
                             " ORDER BY opened_at") },
    { "parts_in_casefiles", " casefile_person ",
      ROWS("SELECT json_object('part', part) FROM casefile_person WHERE person_id = :person") },
    { "steps", " step_state ",
      ROWS("SELECT json_object('casefile', number, 'step', step, 'state', step_state.state, "
           "'outcome',"
           " outcome, 'rounds', rounds, 'finished_on', finished_on, 'finished_by', " SQL_ROLE(
               "finished_by") ", 'approved_on', approved_on, 'remark', remark)"
                              " FROM step_state" SQL_OF_CASEFILES
                              " ORDER BY number, step_state.changed_at") },
    { "earlier_rounds", " step_round ",
      ROWS(
          "SELECT json_object('casefile', number, 'step', step, 'round', round, 'outcome', outcome,"
          " 'finished_on', finished_on) FROM step_round" SQL_OF_CASEFILES
          " ORDER BY number, round") },
    { "waits", " step_wait ",
      ROWS("SELECT json_object('casefile', number, 'step', step, 'waiting_for', waiting_for, "
           "'reason',"
           " reason, 'reference', reference, 'from_day', from_day, 'due_on', due_on, 'until_day',"
           " until_day, 'answer', answer) FROM step_wait" SQL_OF_CASEFILES
           " ORDER BY number, from_day") },
    { "answers", " answer ",
      ROWS("SELECT json_object('casefile', number, 'step', step, 'field', field, 'row',"
           " nullif(item, 0), 'value', value, 'event_day', event_day, 'answered_at', answered_at,"
           " 'replaced_at', superseded_at) FROM answer" SQL_OF_CASEFILES
           " ORDER BY number, answered_at, field") },
    { "plan", " plan_item ",
      ROWS("SELECT json_object('casefile', number, 'dimension', dimension, 'objective', objective,"
           " 'activity', activity, 'provider', provider, 'support', support, 'budget', budget_minor"
           " / 100.0, 'currency', currency, 'start_on', start_on, 'due_on', due_on, 'responsible',"
           " responsible, 'own_contribution', own_contribution, 'risk', plan_item.risk, 'evidence',"
           " evidence, 'state', plan_item.state) FROM plan_item" SQL_OF_CASEFILES
           " ORDER BY number") },
    { "assessments", " assessment ",
      ROWS("SELECT json_object('casefile', number, 'instrument', instrument, 'held_on', held_on,"
           " 'held_by', " SQL_ROLE(
               "held_by") ", 'state', assessment.state, 'remark', remark)"
                          " FROM assessment JOIN casefile ON casefile.id = casefile_id "
                          "AND " SQL_READS
                          " WHERE assessment.person_id = :person ORDER BY held_on") },
    { "assessment_answers", " assessment_answer ",
      ROWS(
          "SELECT json_object('instrument', instrument, 'held_on', held_on, 'question', question,"
          " 'value', value) FROM assessment_answer JOIN assessment ON assessment.id = assessment_id"
          " JOIN casefile ON casefile.id = casefile_id AND " SQL_READS
          " WHERE assessment.person_id = :person ORDER BY held_on, question") },
    { "scores", " assessment_score ",
      ROWS(
          "SELECT json_object('instrument', instrument, 'held_on', held_on, 'dimension', dimension,"
          " 'score', score, 'answered', answered_count, 'asked', asked_count, 'worth',"
          " iif(is_official, 'official', 'unofficial')) FROM assessment_score JOIN assessment"
          " ON assessment.id = assessment_id JOIN casefile ON casefile.id = casefile_id "
          "AND " SQL_READS " WHERE assessment.person_id = :person ORDER BY held_on, dimension") },
    { "evidence", " evidence ",
      ROWS("SELECT json_object('casefile', casefile.number, 'type', type, 'issuer', issuer, "
           "'number',"
           " evidence.number, 'dated_on', dated_on, 'is_original', is_original, 'verdict', verdict,"
           " 'remark', remark) FROM evidence" SQL_OF_CASEFILES " ORDER BY evidence.id") },
    { "services", " service ",
      ROWS("SELECT json_object('casefile', number, 'kind', kind, 'given_on', given_on, 'given_by',"
           " " SQL_ROLE(
               "given_by") ", 'amount', amount_minor / 100.0, 'currency', currency, 'remark',"
                           " remark) FROM service JOIN casefile ON casefile.id = casefile_id "
                           "AND " SQL_READS
                           " WHERE service.person_id = :person ORDER BY given_on") },
    { "told_to_others", " referral ",
      ROWS("SELECT json_object('referral', referral.number, 'casefile', casefile.number, 'to',"
           " (SELECT name FROM agency WHERE agency.id = agency_id), 'service', service, "
           "'what_was_told',"
           " reason, 'with_consent', consent_id IS NOT NULL, 'without_consent_because', "
           "override_reason,"
           " 'state', referral.state, 'sent_at', sent_at, 'sent_by', " SQL_ROLE(
               "sent_by") ", 'answered_on', answered_on, 'outcome', outcome, 'answer', answer,"
                          " 'decline_reason', decline_reason) FROM referral" SQL_OF_CASEFILES
                          " ORDER BY sent_at") },
    { "told_of_the_person", " referral_item ",
      ROWS("SELECT json_object('referral', referral.number, 'what', item, 'as', value) FROM"
           " referral_item JOIN referral ON referral.id = referral_id" SQL_OF_CASEFILES
           " ORDER BY sent_at, item") },
    { "appointments", " appointment ",
      ROWS("SELECT json_object('day', day, 'time', time, 'minutes', minutes, 'place', place, "
           "'about',"
           " about, 'state', appointment.state) FROM appointment"
           " LEFT JOIN casefile ON casefile.id = casefile_id WHERE (appointment.person_id = :person"
           " OR casefile.person_id = :person) AND (casefile_id IS NULL OR " SQL_READS
           ") ORDER BY day") },
    { "tasks", " task ",
      ROWS("SELECT json_object('casefile', number, 'kind', kind, 'step', step, 'title', title, "
           "'since',"
           " since, 'due_on', due_on, 'state', task.state) FROM task" SQL_OF_CASEFILES
           " ORDER BY since") },
    { "notes", " note ",
      ROWS(
          "SELECT json_object('casefile', number, 'kind', kind, 'written_at', written_at, "
          "'written_by',"
          " " SQL_ROLE("written_by") ", 'is_confidential', is_confidential, 'body', body) FROM note"
                                     " LEFT JOIN casefile ON casefile.id = casefile_id WHERE "
                                     "(note.person_id = :person"
                                     " OR casefile.person_id = :person) AND (casefile_id IS NULL "
                                     "OR " SQL_READS ")"
                                     " AND " SQL_NOTE_IS_OPEN " ORDER BY written_at") },
    { "property", " property_claim ",
      ROWS(
          "SELECT json_object('casefile', number, 'kind', kind, 'address', address, "
          "'cadastral_number',"
          " cadastral_number, 'country', country, 'basis', basis, 'class', class, 'present_holder',"
          " present_holder, 'state', property_claim.state, 'filed_on', filed_on, 'limitation_on',"
          " limitation_on, 'closed_on', property_claim.closed_on, 'remark', remark)"
          " FROM property_claim JOIN casefile ON casefile.id = casefile_id AND " SQL_READS
          " WHERE claimant_id = :person ORDER BY property_claim.id") },
    { "calls", " hotline ",
      ROWS("SELECT json_object('day', day, 'time', time, 'taken_by', " SQL_ROLE(
          "taken_by") ", 'channel', channel, 'language', language, 'caller', caller, 'question', "
                      "question,"
                      " 'result', result, 'call_back_on', call_back_on) FROM hotline"
                      " WHERE person_id = :person ORDER BY day, time") },
    { "call_topics", " hotline_topic ",
      ROWS("SELECT json_object('day', day, 'topic', topic) FROM hotline_topic JOIN hotline"
           " ON hotline.id = contact_id WHERE person_id = :person ORDER BY day") },
    { "call_signs", " hotline_sign ",
      ROWS("SELECT json_object('day', day, 'sign', sign, 'answer', answer) FROM hotline_sign"
           " JOIN hotline ON hotline.id = contact_id WHERE person_id = :person ORDER BY day") },
    { "calls_sent_on", " hotline_agency ",
      ROWS("SELECT json_object('day', day, 'to', agency.name) FROM hotline_agency JOIN hotline"
           " ON hotline.id = contact_id JOIN agency ON agency.id = agency_id"
           " WHERE person_id = :person ORDER BY day") },
    { "attachments", " attachment ",
      ROWS("SELECT json_object('name', name, 'media_type', media_type, 'bytes', size, 'added_at',"
           " added_at) FROM attachment WHERE subject = :person"
           " OR subject IN (SELECT id FROM identity_document WHERE person_id = :person)"
           " OR subject IN (SELECT id FROM document_request WHERE person_id = :person)"
           " OR subject IN (SELECT id FROM casefile WHERE person_id = :person AND " SQL_READS
           ") ORDER BY added_at") },
    { "requests", " person_request ",
      ROWS("SELECT json_object('kind', kind, 'asked_by', asked_by, 'objects_to', objects_to,"
           " 'about', about, 'received_on', received_on, 'due_on', due_on, 'decision', decision,"
           " 'reason', reason, 'answered_on', answered_on) FROM person_request"
           " WHERE person_id = :person ORDER BY received_on") },
    { "kept_because", " person_hold ",
      ROWS("SELECT json_object('reason', reason, 'since', held_at, 'until', lifted_at)"
           " FROM person_hold WHERE person_id = :person ORDER BY held_at") },
    { "merged_records", " person_merge ",
      ROWS("SELECT json_object('merged_at', merged_at, 'merged_by', " SQL_ROLE(
          "merged_by") ", 'reason',"
                       " reason, 'undone_at', undone_at) FROM person_merge WHERE survivor_id = "
                       ":person"
                       " OR merged_id = :person ORDER BY merged_at") },
    { "who_did_what", " history ",
      ROWS("SELECT json_object('at', at, 'by', coalesce(" SQL_ROLE(
          "actor") ", actor), 'act', act)"
                   " FROM journal WHERE (:opened = '' AND subject = :person) OR subject IN (SELECT "
                   "id FROM casefile"
                   " WHERE person_id = :person AND " SQL_READS
                   ") OR sequence IN (SELECT journal_sequence"
                   " FROM history WHERE person_id = :person AND NOT EXISTS (SELECT 1 FROM casefile"
                   " WHERE casefile.id = journal.subject AND NOT " SQL_READS
                   ")) ORDER BY sequence") },
};
const size_t person_data_section_count =
    sizeof(person_data_sections) / sizeof(person_data_sections[0]);

const struct person_data_exception person_data_exceptions[] = {
    { "breach_note", "a breach counts people and names none" },
    { "casefile_lease", "who has a form in hand at this minute" },
    { "casefile_link", "which casefiles lie together says nothing more about the person" },
    { "hotline_told", "answers of the catalogue, which are the same for everybody" },
    { "hotline_try", "when the office rang back" },
    { "advice_version", "answers of the catalogue, which are the same for everybody" },
    { "advice_text", "answers of the catalogue, which are the same for everybody" },
    { "approval", "who said yes or no to a step; the steps are shown" },
    { "casefile_review", "when the staff looked at the casefile; their notes are shown" },
    { "casefile_alert", "that the staff was told of an indication; the answers are shown" },
    { "compartment_member", "who of the staff holds which key" },
    { "agency_language", "about an organisation" },
    { "glass_break", "who of the staff opened a casefile in an emergency" },
    { "sealed_casefile", "opened for the sheet by whoever may" },
    { "sealed_casefile_key", "who of the staff can open a casefile" },
    { "sealed_record", "where a record went" },
    { "sealed_history", "where the words of an act went" },
    { "note_search", "a number for the index of what the notes section shows" },
    { "person_search", "made from names, papers and contacts, for finding them" },
    { "person_merge_row", "which rows moved in a merge; their words are in their own sections" },
    { "person_erasure", "an erased person has no sheet" },
};
const size_t person_data_exception_count =
    sizeof(person_data_exceptions) / sizeof(person_data_exceptions[0]);
