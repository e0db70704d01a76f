/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/data_sheet.h"

#include "base/text.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 72, LABEL_COLUMNS = 24 };

struct data_label {
    const char *name;
    const char *label; /* to be translated */
};

static const struct data_label headings[] = {
    { "record", N_("WHAT IS KNOWN OF YOU") },
    { "names", N_("NAMES") },
    { "nationalities", N_("NATIONALITIES") },
    { "contacts", N_("CONTACTS") },
    { "papers", N_("PAPERS") },
    { "paper_states", N_("WHAT HAPPENED TO PAPERS") },
    { "paper_requests", N_("LETTERS ABOUT YOUR PAPERS") },
    { "paper_request_steps", N_("REMINDERS OF THOSE LETTERS") },
    { "family", N_("FAMILY TIES") },
    { "households", N_("HOUSEHOLDS") },
    { "needs", N_("SPECIFIC NEEDS") },
    { "consents", N_("CONSENTS") },
    { "casefiles", N_("CASEFILES") },
    { "parts_in_casefiles", N_("PARTS IN CASEFILES OF OTHERS") },
    { "steps", N_("STEPS") },
    { "earlier_rounds", N_("EARLIER ROUNDS OF STEPS") },
    { "waits", N_("WAITING FOR OTHERS") },
    { "answers", N_("ANSWERS") },
    { "plan", N_("PLAN") },
    { "assessments", N_("ASSESSMENTS") },
    { "assessment_answers", N_("ASSESSMENT ANSWERS") },
    { "scores", N_("SCORES") },
    { "evidence", N_("EVIDENCE") },
    { "services", N_("SERVICES") },
    { "told_to_others", N_("WHAT WAS TOLD TO OTHERS") },
    { "appointments", N_("APPOINTMENTS") },
    { "tasks", N_("TASKS") },
    { "notes", N_("NOTES") },
    { "property", N_("PROPERTY") },
    { "calls", N_("CALLS AND COUNSELLING") },
    { "attachments", N_("FILES THAT ARE KEPT") },
    { "requests", N_("WHAT YOU ASKED FOR") },
    { "kept_because", N_("WHY THE RECORD IS KEPT LONGER") },
    { "merged_records", N_("RECORDS THAT WERE MERGED") },
    { "who_did_what", N_("WHO DID WHAT WITH IT, AND WHEN") },
};

/* clang-format off */
static const struct data_label labels[] = {
    { "asked_by", NC_("data sheet", "asked by") },
    { "decision", NC_("data sheet", "decision") },
    { "objects_to", NC_("data sheet", "objects to") },
    { "received_on", NC_("data sheet", "received on") },
    { "until", NC_("data sheet", "until") },
    { "about", NC_("data sheet", "about") },
    { "act", NC_("data sheet", "what") },
    { "activity", NC_("data sheet", "activity") },
    { "added_at", NC_("data sheet", "added at") },
    { "address", NC_("data sheet", "address") },
    { "addressee", NC_("data sheet", "addressee") },
    { "amount", NC_("data sheet", "amount") },
    { "answer", NC_("data sheet", "answer") },
    { "answer_source", NC_("data sheet", "answer source") },
    { "answered", NC_("data sheet", "answered") },
    { "answered_at", NC_("data sheet", "answered at") },
    { "answered_on", NC_("data sheet", "answered on") },
    { "approved_on", NC_("data sheet", "approved on") },
    { "arrived_on", NC_("data sheet", "arrived on") },
    { "asked", NC_("data sheet", "asked") },
    { "at", NC_("data sheet", "at") },
    { "basis", NC_("data sheet", "basis") },
    { "birth_country", NC_("data sheet", "birth country") },
    { "birth_date", NC_("data sheet", "birth date") },
    { "birth_place", NC_("data sheet", "birth place") },
    { "birth_precision", NC_("data sheet", "birth precision") },
    { "body", NC_("data sheet", "body") },
    { "budget", NC_("data sheet", "budget") },
    { "by", NC_("data sheet", "by") },
    { "bytes", NC_("data sheet", "bytes") },
    { "cadastral_number", NC_("data sheet", "cadastral number") },
    { "casefile", NC_("data sheet", "casefile") },
    { "changed_at", NC_("data sheet", "changed at") },
    { "channel", NC_("data sheet", "channel") },
    { "circumstances", NC_("data sheet", "circumstances") },
    { "class", NC_("data sheet", "class") },
    { "closed_on", NC_("data sheet", "closed on") },
    { "closing_remark", NC_("data sheet", "closing remark") },
    { "closure_reason", NC_("data sheet", "closure reason") },
    { "code", NC_("data sheet", "code") },
    { "copy_location", NC_("data sheet", "copy location") },
    { "country", NC_("data sheet", "country") },
    { "created_at", NC_("data sheet", "created at") },
    { "created_by", NC_("data sheet", "created by") },
    { "currency", NC_("data sheet", "currency") },
    { "dated_on", NC_("data sheet", "dated on") },
    { "day", NC_("data sheet", "day") },
    { "death_date", NC_("data sheet", "death date") },
    { "decline_reason", NC_("data sheet", "decline reason") },
    { "dimension", NC_("data sheet", "dimension") },
    { "due_on", NC_("data sheet", "due on") },
    { "education", NC_("data sheet", "education") },
    { "ended_at", NC_("data sheet", "ended at") },
    { "ended_on", NC_("data sheet", "ended on") },
    { "event_day", NC_("data sheet", "event day") },
    { "evidence", NC_("data sheet", "evidence") },
    { "expires_on", NC_("data sheet", "expires on") },
    { "field", NC_("data sheet", "field") },
    { "filed_on", NC_("data sheet", "filed on") },
    { "finished_by", NC_("data sheet", "finished by") },
    { "finished_on", NC_("data sheet", "finished on") },
    { "from_day", NC_("data sheet", "from") },
    { "given_at", NC_("data sheet", "given at") },
    { "given_by", NC_("data sheet", "given by") },
    { "given_name", NC_("data sheet", "given name") },
    { "given_on", NC_("data sheet", "given on") },
    { "has", NC_("data sheet", "has as") },
    { "has_assent", NC_("data sheet", "has assent") },
    { "has_risk", NC_("data sheet", "has risk") },
    { "held_by", NC_("data sheet", "held by") },
    { "held_on", NC_("data sheet", "held on") },
    { "holder", NC_("data sheet", "holder") },
    { "id", NC_("data sheet", "id") },
    { "instrument", NC_("data sheet", "instrument") },
    { "intake_source", NC_("data sheet", "intake source") },
    { "is", NC_("data sheet", "this person is") },
    { "is_confidential", NC_("data sheet", "confidential") },
    { "is_head", NC_("data sheet", "head") },
    { "is_original", NC_("data sheet", "original") },
    { "is_original_seen", NC_("data sheet", "original seen") },
    { "is_proved", NC_("data sheet", "proved") },
    { "is_read_aloud", NC_("data sheet", "read aloud") },
    { "is_restricted", NC_("data sheet", "restricted") },
    { "is_safe", NC_("data sheet", "safe to use") },
    { "issue", NC_("data sheet", "issue") },
    { "issued_on", NC_("data sheet", "issued on") },
    { "issued_place", NC_("data sheet", "issued place") },
    { "issuer", NC_("data sheet", "issuer") },
    { "issuer_country", NC_("data sheet", "issuer country") },
    { "joined_on", NC_("data sheet", "joined on") },
    { "kept_until", NC_("data sheet", "kept until") },
    { "kind", NC_("data sheet", "kind") },
    { "language", NC_("data sheet", "language") },
    { "left_on", NC_("data sheet", "left on") },
    { "legal_status", NC_("data sheet", "legal status") },
    { "limitation_on", NC_("data sheet", "limitation on") },
    { "machine_readable", NC_("data sheet", "machine-readable") },
    { "marital_status", NC_("data sheet", "marital status") },
    { "media_type", NC_("data sheet", "media type") },
    { "merged_at", NC_("data sheet", "merged at") },
    { "merged_by", NC_("data sheet", "merged by") },
    { "minutes", NC_("data sheet", "minutes") },
    { "name", NC_("data sheet", "name") },
    { "needs_interpreter", NC_("data sheet", "needs interpreter") },
    { "next_on", NC_("data sheet", "next on") },
    { "noted_at", NC_("data sheet", "noted at") },
    { "noted_by", NC_("data sheet", "noted by") },
    { "number", NC_("data sheet", "number") },
    { "objective", NC_("data sheet", "objective") },
    { "occupation", NC_("data sheet", "occupation") },
    { "of", NC_("data sheet", "of") },
    { "opened_on", NC_("data sheet", "opened on") },
    { "origin_country", NC_("data sheet", "origin country") },
    { "outcome", NC_("data sheet", "outcome") },
    { "outgoing_number", NC_("data sheet", "outgoing number") },
    { "own_contribution", NC_("data sheet", "own contribution") },
    { "owner", NC_("data sheet", "owner") },
    { "part", NC_("data sheet", "part") },
    { "patronymic", NC_("data sheet", "patronymic") },
    { "personal_number", NC_("data sheet", "personal number") },
    { "place", NC_("data sheet", "place") },
    { "place_code", NC_("data sheet", "place code") },
    { "population_group", NC_("data sheet", "population group") },
    { "present_holder", NC_("data sheet", "present holder") },
    { "provider", NC_("data sheet", "provider") },
    { "purpose", NC_("data sheet", "purpose") },
    { "question", NC_("data sheet", "question") },
    { "reason", NC_("data sheet", "reason") },
    { "receipt_number", NC_("data sheet", "receipt number") },
    { "recipient", NC_("data sheet", "recipient") },
    { "reference", NC_("data sheet", "reference") },
    { "referral", NC_("data sheet", "referral") },
    { "remark", NC_("data sheet", "remark") },
    { "replaced_at", NC_("data sheet", "replaced at") },
    { "responsible", NC_("data sheet", "responsible") },
    { "review_on", NC_("data sheet", "review on") },
    { "risk", NC_("data sheet", "risk") },
    { "round", NC_("data sheet", "round") },
    { "rounds", NC_("data sheet", "rounds") },
    { "row", NC_("data sheet", "row") },
    { "score", NC_("data sheet", "score") },
    { "sent_at", NC_("data sheet", "sent at") },
    { "sent_by", NC_("data sheet", "sent by") },
    { "sent_on", NC_("data sheet", "sent on") },
    { "series", NC_("data sheet", "series") },
    { "service", NC_("data sheet", "service") },
    { "sex", NC_("data sheet", "sex") },
    { "since", NC_("data sheet", "since") },
    { "start_on", NC_("data sheet", "start on") },
    { "state", NC_("data sheet", "state") },
    { "step", NC_("data sheet", "step") },
    { "support", NC_("data sheet", "support") },
    { "surname", NC_("data sheet", "surname") },
    { "taken_by", NC_("data sheet", "taken by") },
    { "time", NC_("data sheet", "time") },
    { "title", NC_("data sheet", "title") },
    { "to", NC_("data sheet", "to") },
    { "topic", NC_("data sheet", "topic") },
    { "type", NC_("data sheet", "type") },
    { "undone_at", NC_("data sheet", "undone at") },
    { "until_day", NC_("data sheet", "until") },
    { "urgency", NC_("data sheet", "urgency") },
    { "valid_from", NC_("data sheet", "valid from") },
    { "valid_until", NC_("data sheet", "valid until") },
    { "value", NC_("data sheet", "value") },
    { "verdict", NC_("data sheet", "verdict") },
    { "waiting_for", NC_("data sheet", "waiting for") },
    { "waiver_ground", NC_("data sheet", "waiver ground") },
    { "what_was_told", NC_("data sheet", "what was told") },
    { "with_consent", NC_("data sheet", "with consent") },
    { "withdrawn_at", NC_("data sheet", "withdrawn at") },
    { "withhold", NC_("data sheet", "withhold") },
    { "withhold_from", NC_("data sheet", "withhold from") },
    { "withhold_reason", NC_("data sheet", "withhold reason") },
    { "without_consent_because", NC_("data sheet", "without consent because") },
    { "worked_on_by", NC_("data sheet", "worked on by") },
    { "workflow", NC_("data sheet", "workflow") },
    { "worth", NC_("data sheet", "worth") },
    { "written_at", NC_("data sheet", "written at") },
    { "written_by", NC_("data sheet", "written by") },
};
/* clang-format on */

static const char *const truths[] = {
    "is_safe",       "is_original_seen", "is_proved",         "is_head",
    "is_read_aloud", "has_assent",       "is_restricted",     "is_original",
    "has_risk",      "is_confidential",  "needs_interpreter", "with_consent",
};

static const struct data_label *find(const struct data_label *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return &list[i];
    return NULL;
}

static bool is_truth(const char *name)
{
    for (size_t i = 0; i < sizeof(truths) / sizeof(truths[0]); i++)
        if (strcmp(truths[i], name) == 0)
            return true;
    return false;
}

const char *data_sheet_heading(const char *section)
{
    const struct data_label *found =
        find(headings, sizeof(headings) / sizeof(headings[0]), section);
    return found == NULL ? NULL : language_text(found->label);
}

const char *data_sheet_label(const char *name)
{
    const struct data_label *found = find(labels, sizeof(labels) / sizeof(labels[0]), name);
    return found == NULL ? NULL : language_text_in("data sheet", found->label);
}

/* ---- writing */

struct sheet {
    FILE *stream;
    char section[40];
    long long row;
};

static void write_value(FILE *stream, const char *label, const char *value)
{
    char *clean = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&clean, &size);
    if (memory == NULL)
        return;
    for (const char *at = value; *at != '\0'; at++)
        if ((unsigned char)*at >= ' ' || *at == '\n')
            fputc(*at, memory);
    if (fclose(memory) == 0) {
        const size_t width = text_width(label);
        fprintf(stream, "  %s%*s", label, width < LABEL_COLUMNS ? (int)(LABEL_COLUMNS - width) : 1,
                "");
        const size_t column = 2 + (width < LABEL_COLUMNS ? LABEL_COLUMNS : width + 1);
        paragraph_continue(stream, clean, column, 2 + LABEL_COLUMNS, COLUMNS);
    }
    free(clean);
}

static void write_fact(FILE *stream, const struct person_data_fact *fact)
{
    const char *label = data_sheet_label(fact->name);
    const char *value = fact->value;
    char time[LOCAL_TIME_SIZE];
    if (is_truth(fact->name))
        value = strcmp(value, "0") == 0 ? _("no") : _("yes");
    else if (strcmp(fact->name, "sex") == 0)
        value = label_sex((enum sex)strtol(value, NULL, 10));
    else if (strlen(value) == MOMENT_TEXT_SIZE - 1 && value[10] == 'T' && value[23] == 'Z') {
        local_time_format(time, value);
        value = time;
    }
    write_value(stream, label == NULL ? fact->name : label, value);
}

/* Hundreds of them: each on one line. */
static void write_act(struct sheet *sheet, const struct person_data_fact *fact)
{
    char time[LOCAL_TIME_SIZE];
    if (strcmp(fact->name, "at") == 0) {
        local_time_format(time, fact->value);
        fprintf(sheet->stream, "  %.16s  ", time);
    } else if (strcmp(fact->name, "act") == 0) {
        fprintf(sheet->stream, "  %s\n", label_act(fact->value));
    } else {
        fprintf(sheet->stream, "%-18s", fact->value);
    }
}

static bool show(void *self, const struct person_data_fact *fact)
{
    struct sheet *sheet = self;
    const bool is_new = strcmp(sheet->section, fact->section) != 0;
    if (is_new) {
        snprintf(sheet->section, sizeof(sheet->section), "%s", fact->section);
        fprintf(sheet->stream, "\n%s\n", data_sheet_heading(fact->section));
    } else if (sheet->row != fact->row && strcmp(fact->section, "who_did_what") != 0) {
        fputc('\n', sheet->stream);
    }
    sheet->row = fact->row;
    if (fact->name[0] == '\0')
        fprintf(sheet->stream, "  %s\n", _("nothing"));
    else if (strcmp(fact->section, "who_did_what") == 0)
        write_act(sheet, fact);
    else
        write_fact(sheet->stream, fact);
    return true;
}

static void write_paragraph(FILE *stream, const char *text)
{
    fputc('\n', stream);
    paragraph_write(stream, text, 0, COLUMNS);
}

static void write_hidden(FILE *stream, const struct person_data *data)
{
    char text[300];
    if (data->hidden_files > 0) {
        snprintf(
            text, sizeof(text),
            language_plural("NOT COMPLETE: %lld more file is kept about this person that the "
                            "one who made this sheet may not read. Ask the protection officer.",
                            "NOT COMPLETE: %lld more files are kept about this person that the "
                            "one who made this sheet may not read. Ask the protection officer.",
                            (unsigned long)data->hidden_files),
            data->hidden_files);
        write_paragraph(stream, text);
    }
    if (data->hidden_notes > 0) {
        snprintf(
            text, sizeof(text),
            language_plural("%lld confidential note of a member of the staff is not shown here. "
                            "You may ask the supervisor about it.",
                            "%lld confidential notes of members of the staff are not shown "
                            "here. You may ask the supervisor about them.",
                            (unsigned long)data->hidden_notes),
            data->hidden_notes);
        write_paragraph(stream, text);
    }
}

enum status data_sheet_write(FILE *stream, struct store *store, const struct person_data *data,
                             struct error *error)
{
    struct sheet sheet = { .stream = stream, .section = "" };
    fprintf(stream, "%s\n", _("MY DATA: everything that this office keeps about me"));
    write_hidden(stream, data);
    const enum status status = person_data_each(store, data, show, &sheet, error);
    fprintf(stream, "\n%s\n", _("YOUR RIGHTS"));
    paragraph_write(
        stream,
        _("You may ask what is kept about you, have it corrected, object to a use of it, "
          "take a consent back, and ask to have it erased. Each request is written down "
          "and answered. The office may have to keep some of it for a time: the day is "
          "said above under \"kept until\"."),
        2, COLUMNS);
    paragraph_write(
        stream,
        _("If you are not content, speak to the supervisor of this office first, then to "
          "the body that watches over personal data in this country (check locally)."),
        2, COLUMNS);
    return status;
}
