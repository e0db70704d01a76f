/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_rows.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "search/search_index.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

/* <N> is the number, <P> the person, <W> the word, <U> a user, <T> a time; <1> to <9> ids that end
 * in the number and that digit. */
static const char *const SQL_ROWS[] = {
    "INSERT INTO identity_document (id, person_id, type, state, series, number, number_folded,"
    " personal_number, issuer, issued_place, holder_text, mrz, copy_location, remark, created_at,"
    " changed_at) VALUES (<1>, '<P>', 'passport', 'lost', '<W>', '<W>', '<W>', '<W>', '<W>', '<W>',"
    " '<W>', NULL, '<W>', '<W>', '<T>', '<T>');",
    "INSERT INTO identity_document_state (id, document_id, state, circumstances, noted_at,"
    " noted_by) VALUES (<1>, <1>, 'lost', '<W>', '<T>', '<U>');",
    "INSERT INTO person_name (id, person_id, kind, script, full_name, surname, given_name,"
    " patronymic, document_id, created_at) VALUES (<1>, '<P>', 'document', 'Cyrl', '<W>', '<W>',"
    " '<W>', '<W>', <1>, '<T>');",
    "INSERT INTO contact (id, person_id, kind, value, owner)"
    " VALUES (<1>, '<P>', 'address', '<W>', '<W>');",
    "INSERT INTO person_need (id, person_id, code, noted_at, noted_by)"
    " VALUES (<1>, '<P>', 'CR-CP', '<T>', '<U>');",
    "INSERT INTO household (id, name, address, place_code, created_at)"
    " VALUES (<1>, '<W>', '<W>', '<W>', '<T>');",
    "INSERT INTO household_member (household_id, person_id, is_head) VALUES (<1>, '<P>', 1);",
    "INSERT INTO consent (id, person_id, purpose, about, recipient, given_by, giver_id, giver_name,"
    " language, is_read_aloud, given_on, withdrawn_on, withdrawn_by, withdrawn_reason, taken_at,"
    " taken_by) VALUES (<1>, '<P>', 'sharing', '<W>', 'registry', 'person', '<P>', '<W>', 'ky', 1,"
    " date('<T>'), date('<T>'), '<W>', '<W>', '<T>', '<U>');",
    "INSERT INTO consent_withheld (id, consent_id, what, whom, reason)"
    " VALUES (<1>, <1>, '<W>', '', 'other');",
    "INSERT INTO consent_override (id, person_id, use, purpose, recipient, verdict, reason, role,"
    " made_at, made_by) VALUES (<1>, '<P>', 'print', 'sharing', 'registry', 'withdrawn', '<W>',"
    " 'supervisor', '<T>', '<U>');",
    "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, state,"
    " opened_at, opened_by, closed_at, closed_by, closure_reason, changed_at)"
    " VALUES (<1>, 'KG-OSH-2026-00000<N>', '<P>', 'documents', 1, 'closed', '<T>', '<U>',"
    " '<T>', '<U>', 'left_area', '<T>');",
    "INSERT INTO casefile_words (casefile_id, issue, closing_remark) VALUES (<1>, '<W>', '<W>');",
    "INSERT INTO step_state (casefile_id, step, state, remark, changed_at)"
    " VALUES (<1>, 'intake', 'started', '<W>', '<T>');",
    "INSERT INTO step_wait (id, casefile_id, step, waiting_for, reason, reference, from_day, "
    "answer,"
    " noted_by) VALUES (<1>, <1>, 'intake', '<W>', '<W>', '<W>', '2026-01-01', '<W>', '<U>');",
    "INSERT INTO answer (id, casefile_id, step, field, value, answered_at, answered_by)"
    " VALUES (<1>, <1>, 'intake', 'story', '<W>', '<T>', '<U>');",
    "INSERT INTO plan_item (id, casefile_id, dimension, objective, activity, provider, support,"
    " responsible, own_contribution, risk, evidence, state, changed_at) VALUES (<1>, <1>, 'social',"
    " '<W>', '<W>', '<W>', 'none', '<W>', '<W>', '<W>', '<W>', 'planned', '<T>');",
    "INSERT INTO assessment (id, casefile_id, person_id, instrument, instrument_version, held_on,"
    " held_by, state, remark) VALUES (<1>, <1>, '<P>', 'rss', 1, '2026-01-01', '<U>', 'finished',"
    " '<W>');",
    "INSERT INTO assessment_answer (assessment_id, question, value) VALUES (<1>, 'q1', '<W>');",
    "INSERT INTO agency (id, name, kind, country) VALUES (<1>, 'ЗАГС <N>', 'registry', 'KGZ');",
    "INSERT INTO evidence (id, casefile_id, type, issuer, number, is_original, remark)"
    " VALUES (<1>, <1>, 'letter', '<W>', '<W>', 1, '<W>');",
    "INSERT INTO service (id, casefile_id, person_id, kind, given_on, given_by, remark)"
    " VALUES (<1>, <1>, '<P>', 'advice', '2026-01-01', '<U>', '<W>');",
    "INSERT INTO referral (id, casefile_id, agency_id, consent_id, service, reason, urgency, state,"
    " decline_reason, override_reason, sent_at, answer, changed_at) VALUES (<1>, <1>, <1>, <1>,"
    " 'school', '<W>', 'normal', 'declined', '<W>', '<W>', '<T>', '<W>', '<T>');",
    "INSERT INTO task (id, casefile_id, kind, title, since, state, created_at, created_by)"
    " VALUES (<1>, <1>, 'own', '<W>', '2026-01-01', 'open', '<T>', '<U>');",
    "INSERT INTO appointment (id, person_id, day, place, about, state)"
    " VALUES (<1>, '<P>', '2026-01-01', '<W>', '<W>', 'planned'),"
    " (<2>, NULL, '2026-01-01', NULL, '-', 'planned');",
    "INSERT INTO note (id, person_id, kind, body, written_at, written_by)"
    " VALUES (<1>, '<P>', 'note', '<W>', '<T>', '<U>');",
    "INSERT INTO note (id, casefile_id, kind, corrects, body, written_at, written_by)"
    " VALUES (<2>, <1>, 'correction', <1>, '<W>', '<T>', '<U>');",
    "INSERT INTO property_claim (id, casefile_id, claimant_id, kind, address, cadastral_number,"
    " present_holder, state, remark, changed_at) VALUES (<1>, <1>, '<P>', 'house', '<W>', '<W>',"
    " '<W>', 'described', '<W>', '<T>');",
    "INSERT INTO hotline (id, day, time, minutes, taken_by, channel, language, caller, person_id,"
    " is_worrying, question, result, call_back_state, call_back_on, call_back_time, call_back_way,"
    " code_word, written_at) VALUES (<1>, '2026-01-01', '09:30', 5, '<U>', 'telephone', 'ky',"
    " 'self', '<P>', 0, '<W>', '<W>', 'open', '2026-01-02', '<W>', 'telephone', '<W>', '<T>');",
    "INSERT INTO document_request (id, person_id, casefile_id, document_id, agency_id, kind,"
    " addressee, about, outgoing_number, receipt_number, state, sent_on, answer, waiver_ground,"
    " changed_at) VALUES (<1>, '<P>', <1>, <1>, <1>, 'archive', '<W>', '<W>', '<W>', '<W>',"
    " 'reminded', '2026-01-01', '<W>', '<W>', '<T>');",
    "INSERT INTO document_request_step (id, request_id, rung, day, addressee, outgoing_number,"
    " answer) VALUES (<1>, <1>, 1, '2026-01-02', '<W>', '<W>', '<W>');",
    "INSERT INTO attachment (id, noun, subject, name, media_type, size, hash, added_at, added_by,"
    " content) VALUES (<1>, 'person', '<P>', '<W>', 'text/plain', length(CAST('<W>' AS BLOB)),"
    " zeroblob(32), '<T>', '<U>', CAST('<W>' AS BLOB)), (<2>, 'identity_document', <1>, '<W>',"
    " 'text/plain', 1, zeroblob(32), '<T>', '<U>', x'41'), (<3>, 'casefile', <1>, '<W>',"
    " 'text/plain', 1, zeroblob(32), '<T>', '<U>', x'41');",
    "INSERT INTO person_request (id, person_id, kind, asked_by, about, received_on, due_on, "
    "noted_at,"
    " noted_by, decision, reason, answered_on, answered_by) VALUES (<1>, '<P>', 'access', 'person',"
    " '<W>', '2026-01-01', '2026-02-01', '<T>', '<U>', 'partly', '<W>', '2026-01-02', '<U>');",
    "INSERT INTO person_hold (id, person_id, reason, held_at, held_by, lifted_at, lifted_by)"
    " VALUES (<1>, '<P>', '<W>', '<T>', '<U>', '<T>', '<U>');",
    "INSERT INTO draft (user_id, form, subject, fields, cursor_field, cursor_position, saved_at)"
    " VALUES ('<U>', 'person.change', '<P>', '{\"surname\":\"<W>\"}', '', 0, '<T>'),"
    " ('<U>', 'casefile.open', '<N>', '{\"person\":\"<P>\",\"issue\":\"<W>\"}', '', 0, '<T>')",
};

/* What stands for a place of SQL_ROWS. */
static void fill_in(sqlite3_str *out, char place, const char *person_id, int number,
                    const char *word)
{
    switch (place) {
    case 'N':
        sqlite3_str_appendf(out, "%d", number);
        break;
    case 'P':
        sqlite3_str_appendf(out, "%q", person_id);
        break;
    case 'W':
        sqlite3_str_appendf(out, "%q", word);
        break;
    case 'U':
        sqlite3_str_appendall(out, FIXTURE_USER);
        break;
    case 'T':
        sqlite3_str_appendall(out, FIXTURE_MOMENT_TEXT);
        break;
    default:
        sqlite3_str_appendf(out, "'01930000-0000-7000-8000-0000000000%d%c'", number, place);
    }
}

static void run(struct store *store, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(store_handle(store), sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s in %s", message, sql);
}

static void add_row(struct store *store, const char *sql, const char *person_id, int number,
                    const char *word)
{
    sqlite3_str *out = sqlite3_str_new(NULL);
    for (const char *sign = sql; *sign != '\0'; sign++) {
        if (sign[0] == '<' && sign[1] != '\0' && sign[2] == '>') {
            fill_in(out, sign[1], person_id, number, word);
            sign += 2;
        } else {
            sqlite3_str_appendchar(out, 1, *sign);
        }
    }
    char *filled = sqlite3_str_finish(out);
    run(store, filled);
    sqlite3_free(filled);
}

/* As every act does that writes such rows. */
static void index_person(struct store *store, const char *person_id)
{
    struct error error = { 0 };
    assert_ok(store_begin(store, &error));
    assert_ok(search_index_person(store, person_id, &error));
    assert_ok(store_commit(store, &error));
}

void fixture_rows_add(struct store *store, const char *person_id, int number, const char *word)
{
    for (size_t i = 0; i < sizeof(SQL_ROWS) / sizeof(SQL_ROWS[0]); i++)
        add_row(store, SQL_ROWS[i], person_id, number, word);
    index_person(store, person_id);
}

void fixture_rows_run(struct store *store, const char *sql, ...)
{
    va_list arguments;
    va_start(arguments, sql);
    char *text = sqlite3_vmprintf(sql, arguments);
    va_end(arguments);
    run(store, text);
    sqlite3_free(text);
}
