/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/difference.h"

#include "language.h"
#include "sentence.h"
#include "wording/case_label.h"
#include "wording/consent_text.h"
#include "wording/label.h"
#include "wording/person_code.h"
#include "wording/person_field.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* First the members that are no lists: what each was and is.  Then the items of lists that stand on
 * one side only, with their kind and their words; ids and parts of names say nothing to a reader.
 */
static const char SQL_COMPARE[] =
    "WITH side (is_after, text) AS (VALUES (0, ?1), (1, ?2)),"
    " member (is_after, key, type, value) AS ("
    "  SELECT is_after, key, type, CAST(value AS TEXT)"
    "  FROM side, json_each(CASE WHEN json_valid(text) THEN text ELSE '{}' END)),"
    " item (is_after, key, kind, words) AS ("
    "  SELECT member.is_after, member.key, json_extract(entry.value, '$.kind'),"
    "  (SELECT group_concat(atom, ', ') FROM json_each(entry.value) WHERE key NOT IN"
    "   ('id', 'kind', 'document_id', 'surname', 'given_name', 'patronymic', 'is_safe'))"
    "  FROM member, json_each(CASE member.type WHEN 'array' THEN member.value ELSE '[]' END)"
    "  AS entry WHERE entry.type = 'object')"
    " SELECT name.key, '', old.value, new.value FROM (SELECT DISTINCT key FROM member"
    "  WHERE type NOT IN ('array', 'object') AND key <> 'id') AS name"
    " LEFT JOIN member AS old ON old.key = name.key AND old.is_after = 0"
    " LEFT JOIN member AS new ON new.key = name.key AND new.is_after = 1"
    " WHERE old.value IS NOT new.value"
    " UNION ALL"
    " SELECT key, kind, iif(is_after, NULL, words), iif(is_after, words, NULL) FROM item"
    " WHERE NOT EXISTS (SELECT 1 FROM item AS other WHERE other.is_after <> item.is_after"
    "  AND other.key = item.key AND other.kind IS item.kind AND other.words IS item.words)";

enum { MEMBER, KIND, BEFORE, AFTER };

struct difference {
    sqlite3 *database;
    sqlite3_stmt *compare;
};

/* ---- words for codes */

static const char *sex_words(const char *code)
{
    return label_sex((enum sex)(code[0] - '0'));
}

static const char *state_words(const char *code)
{
    enum document_state state;
    if (document_state_parse(&state, code, NULL) == STATUS_OK)
        return label_document_state(state);
    for (enum person_state person = 0; person < PERSON_STATE_COUNT; person++)
        if (strcmp(code, person_state_word(person)) == 0)
            return label_person_state(person);
    return code;
}

static const char *truth_words(const char *code)
{
    return strcmp(code, "0") == 0 ? _("no") : _("yes");
}

static const char *kind_words(const char *code)
{
    enum name_kind name;
    enum contact_kind contact;
    if (name_kind_parse(&name, code, NULL) == STATUS_OK)
        return label_name_kind(name);
    return contact_kind_parse(&contact, code, NULL) == STATUS_OK ? label_contact_kind(contact)
                                                                 : code;
}

static const char *relation_words(const char *code)
{
    enum relation_kind kind;
    return relation_kind_parse(&kind, code, NULL) == STATUS_OK ? label_relation(kind) : code;
}

static const char *precision_words(const char *code)
{
    return strcmp(code, "day") == 0         ? _("the day is known")
           : strcmp(code, "month") == 0     ? _("only the month is known")
           : strcmp(code, "year") == 0      ? _("only the year is known")
           : strcmp(code, "estimated") == 0 ? _("about")
                                            : code;
}

static const char *group_words(const char *code)
{
    return person_code_label(FIELD_POPULATION_GROUP, code);
}

static const char *legal_status_words(const char *code)
{
    return person_code_label(FIELD_LEGAL_STATUS, code);
}

static const char *marital_status_words(const char *code)
{
    return person_code_label(FIELD_MARITAL_STATUS, code);
}

static const char *education_words(const char *code)
{
    return person_code_label(FIELD_EDUCATION, code);
}

static const char *note_kind_words(const char *code)
{
    enum note_kind kind;
    return note_kind_parse(&kind, code, NULL) == STATUS_OK ? label_note_kind(kind) : code;
}

static const char *appointment_state_words(const char *code)
{
    enum appointment_state state;
    return appointment_state_parse(&state, code, NULL) == STATUS_OK ? label_appointment_state(state)
                                                                    : code;
}

static const char *urgency_words(const char *code)
{
    enum referral_urgency urgency;
    return referral_urgency_parse(&urgency, code, NULL) == STATUS_OK
               ? label_referral_urgency(urgency)
               : code;
}

static const char *referral_state_words(const char *code)
{
    enum referral_state state;
    return referral_state_parse(&state, code, NULL) == STATUS_OK ? label_referral_state(state)
                                                                 : code;
}

static const char *outcome_words(const char *code)
{
    enum referral_outcome outcome;
    return referral_outcome_parse(&outcome, code, NULL) == STATUS_OK
               ? label_referral_outcome(outcome)
               : code;
}

static const char *consent_purpose_words(const char *code)
{
    enum consent_purpose purpose;
    return consent_purpose_parse(&purpose, code, NULL) == STATUS_OK ? consent_purpose_text(purpose)
                                                                    : code;
}

static const char *consent_giver_words(const char *code)
{
    enum consent_giver giver;
    return consent_giver_parse(&giver, code, NULL) == STATUS_OK ? consent_giver_text(giver) : code;
}

/* Members that are no fields of the commands, or that hold codes. */
static const struct member {
    const char *name;
    const char *label;                      /* NULL: that of the field */
    const char *(*words)(const char *code); /* NULL: the value says it itself */
} members[] = {
    { "sex", NULL, sex_words },
    { "needs_interpreter", NULL, truth_words },
    { "population_group", NULL, group_words },
    { "legal_status", NULL, legal_status_words },
    { "marital_status", NULL, marital_status_words },
    { "education", NULL, education_words },
    { "birth_precision", N_("How sure the date is"), precision_words },
    { "death_date", N_("Died on"), NULL },
    { "arrived_on", N_("Arrived on"), NULL },
    { "is_restricted", N_("Restricted"), truth_words },
    { "is_demo", N_("Invented, for practice"), truth_words },
    { "is_original_seen", N_("Original seen"), truth_words },
    { "state", N_("State"), state_words },
    { "names", N_("Name"), NULL },
    { "contacts", N_("Contact"), NULL },
    { "type", N_("Paper"), label_document_type },
    { "series", N_("Series"), NULL },
    { "number", N_("Number"), NULL },
    { "issuer", N_("Issued by"), NULL },
    { "issuer_country", N_("Country that issued"), NULL },
    { "issued_on", N_("Issued on"), NULL },
    { "expires_on", N_("Valid until"), NULL },
    { "holder_text", N_("Name on the paper"), NULL },
    { "issued_place", N_("Place of issue"), NULL },
    { "remark", N_("Remark"), NULL },
    { "reason", N_("Reason"), NULL },
    { "survivor", N_("Record that stays"), NULL },
    { "merged", N_("Record merged into it"), NULL },
    { "kind", N_("Kind"), relation_words },
    { "other", N_("The other person"), NULL },
    { "is_proved", N_("Proved"), truth_words },
    { "name", N_("Name"), NULL },
    { "head", N_("Head"), NULL },
    { "members", N_("Members"), NULL },
    { "addressee", N_("Addressed to"), NULL },
    { "about", N_("About"), NULL },
    { "outgoing_number", N_("Number of the letter"), NULL },
    { "sent_on", N_("Sent on"), NULL },
    { "due_on", N_("Answer due on"), NULL },
    { "code", N_("Code on the slip"), NULL },
    { "escalated_on", N_("Escalated on"), NULL },
    { "told", N_("Told of the person"), NULL },
    { "answered_on", N_("Answered on"), NULL },
    { "answer", N_("Answer"), NULL },
    { "casefile", N_("Casefile"), NULL },
    { "agency", N_("Organisation"), NULL },
    { "consent", N_("Consent"), NULL },
    { "consent_purpose", N_("Consent for"), consent_purpose_words },
    { "is_agreed", N_("Does the person agree"), truth_words },
    { "recipient", N_("With whom"), consent_recipient_text },
    { "given_by", N_("Who decided"), consent_giver_words },
    { "giver", N_("Name of the one who decided"), NULL },
    { "giver_name", N_("Name of the one who decided"), NULL },
    { "is_understood", N_("Understands what it is about"), truth_words },
    { "is_read_aloud", N_("Was read aloud"), truth_words },
    { "has_assent", N_("Does the child agree"), truth_words },
    { "given_on", N_("Given on"), NULL },
    { "withdrawn_on", N_("Taken back on"), NULL },
    { "withdrawn_by", N_("Who took it back"), NULL },
    { "withdrawn_reason", N_("Why"), NULL },
    { "superseded_by", N_("Replaced by"), NULL },
    { "withheld", N_("Must not be told"), NULL },
    { "let_out_by", N_("How it went out"), NULL },
    { "verdict", N_("What the consent said"), NULL },
    { "role", N_("Role"), NULL },
    { "about_person", N_("Person"), NULL },
    { "user", N_("With"), NULL },
    { "corrects", N_("Corrects"), NULL },
    { "body", N_("Text of the note"), NULL },
    { "note_kind", N_("Kind of note"), note_kind_words },
    { "is_confidential", N_("Confidential"), truth_words },
    { "day", N_("Day"), NULL },
    { "time", N_("Time"), NULL },
    { "minutes", N_("How many minutes"), NULL },
    { "place", N_("Place"), NULL },
    { "appointment_state", N_("State"), appointment_state_words },
    { "referral_number", N_("Number of the referral"), NULL },
    { "service", N_("Service that is asked for"), NULL },
    { "urgency", N_("Urgency"), urgency_words },
    { "referral_state", N_("State"), referral_state_words },
    { "override_reason", N_("Why data is shared without consent"), NULL },
    { "decline_reason", N_("Why they decline"), NULL },
    { "outcome", N_("What the help came to"), outcome_words },
    { "sent_at", N_("Sent on"), NULL },
    { "accepted_on", N_("Accepted on"), NULL },
    { "attended_on", N_("Was there on"), NULL },
    { "reminders", N_("Reminders sent"), NULL },
    { "title", N_("What has to be done"), NULL },
    { "assigned_to", N_("Assigned to"), NULL },
    { "since", N_("Since"), NULL },
    { "remind_on", N_("Reminder"), NULL },
    { "step", N_("Step"), NULL },
    { "finished_on", N_("Finished on"), NULL },
    { "finished_by", N_("Finished by"), NULL },
    { "approved_on", N_("Approved on"), NULL },
    { "approved_by", N_("Approved by"), NULL },
    { "workflow", N_("Workflow"), NULL },
    { "version", N_("Version"), NULL },
    { "risk", N_("Risk"), NULL },
    { "issue", N_("What it is about"), NULL },
    { "opened_on", N_("Opened"), NULL },
    { "closed_on", N_("Closed"), NULL },
    { "closure_reason", N_("Why it was closed"), NULL },
    { "review_on", N_("Looked at again on"), NULL },
};

static const struct member *member_find(const char *name)
{
    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
        if (strcmp(members[i].name, name) == 0)
            return &members[i];
    return NULL;
}

static const char *member_label(const char *name)
{
    enum person_field field;
    const struct member *member = member_find(name);
    if (member != NULL && member->label != NULL)
        return language_text(member->label);
    if (person_field_find(&field, name, strlen(name)))
        return language_text(person_field_row(field)->label);
    return name;
}

static const char *value_words(const char *name, const char *value)
{
    const struct member *member = member_find(name);
    return member == NULL || member->words == NULL || value[0] == '\0' ? value
                                                                       : member->words(value);
}

/* ---- comparing */

enum status difference_begin(struct difference **out, struct error *error)
{
    struct difference *difference = calloc(1, sizeof(*difference));
    *out = difference;
    if (difference == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "difference");
    int code = sqlite3_open_v2(":memory:", &difference->database,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    if (code == SQLITE_OK)
        code =
            sqlite3_prepare_v2(difference->database, SQL_COMPARE, -1, &difference->compare, NULL);
    return code == SQLITE_OK
               ? STATUS_OK
               : error_set(error, code == SQLITE_NOMEM ? STATUS_OUT_OF_MEMORY : STATUS_INTERNAL,
                           "difference: %s", sqlite3_errstr(code));
}

static const char *column(const struct difference *difference, int index)
{
    const unsigned char *text = sqlite3_column_text(difference->compare, index);
    return text == NULL ? "" : (const char *)text;
}

/* "  Occupation: tailor -> welder"; "-" for nothing. */
static void write_row(const struct difference *difference, FILE *stream)
{
    const char *member = column(difference, MEMBER);
    const char *kind = column(difference, KIND);
    const char *before = value_words(member, column(difference, BEFORE));
    const char *after = value_words(member, column(difference, AFTER));
    fprintf(stream, "    %s: ", member_label(member));
    if (kind[0] != '\0')
        fprintf(stream, "%s: ", kind_words(kind));
    if (before[0] != '\0') {
        sentence_write_name(stream, before);
        fputs(" -> ", stream);
    }
    sentence_write_name(stream, after[0] == '\0' ? "-" : after);
    fputc('\n', stream);
}

void difference_write(struct difference *difference, FILE *stream, const char *before,
                      const char *after)
{
    sqlite3_stmt *compare = difference->compare;
    if (sqlite3_bind_text(compare, 1, before, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_bind_text(compare, 2, after, -1, SQLITE_STATIC) == SQLITE_OK)
        while (sqlite3_step(compare) == SQLITE_ROW)
            write_row(difference, stream);
    sqlite3_reset(compare);
    sqlite3_clear_bindings(compare);
}

void difference_end(struct difference **difference)
{
    if (*difference == NULL)
        return;
    sqlite3_finalize((*difference)->compare);
    sqlite3_close((*difference)->database);
    free(*difference);
    *difference = NULL;
}
