/* SPDX-License-Identifier: Apache-2.0 */

/* What stands on each tab of a person's page, row by row. */
#include "base/array.h"
#include "base/text.h"
#include "language.h"
#include "name/script.h"
#include "person/person_store.h"
#include "view/person_private.h"
#include "wording/case_text.h"
#include "wording/country_name.h"
#include "wording/label.h"
#include "wording/person_code.h"
#include "wording/person_text.h"
#include "wording/spoken_language.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HISTORY_MAX = 60, TEXT_SIZE = 1024 };

void person_rows_release(struct person_page *page)
{
    for (size_t i = 0; i < page->row_count; i++) {
        free(page->rows[i].label);
        free(page->rows[i].value);
    }
    free(page->rows);
    page->rows = NULL;
    page->row_count = page->row_capacity = 0;
}

/* ---- adding */

static struct person_row *add(struct person_page *page, enum row_kind kind, size_t index,
                              const char *label, const char *value)
{
    struct person_row row = { .kind = kind, .index = index };
    if (array_reserve(&page->rows, &page->row_capacity, sizeof(row), page->row_count + 1, NULL) !=
        STATUS_OK)
        return NULL;
    if (text_copy(&row.label, label, NULL) != STATUS_OK ||
        text_copy(&row.value, value, NULL) != STATUS_OK) {
        free(row.label);
        free(row.value);
        return NULL;
    }
    page->rows[page->row_count++] = row;
    return &page->rows[page->row_count - 1];
}

static void add_heading(struct person_page *page, const char *heading)
{
    struct person_row *row = add(page, ROW_HEADING, 0, "", heading);
    if (row != NULL)
        row->is_strong = true;
}

/* What is not known has no row. */
static void add_fact(struct person_page *page, enum person_field field, const char *value)
{
    if (value != NULL && value[0] != '\0')
        add(page, ROW_TEXT, 0, language_text(person_field_row(field)->label), value);
}

static void add_code(struct person_page *page, enum person_field field, const char *code)
{
    add_fact(page, field, code == NULL ? NULL : person_code_label(field, code));
}

/* Words with two spaces between those that are there; the last one is NULL. */
static void join(char out[TEXT_SIZE], ...)
{
    size_t length = 0;
    const char *word;
    va_list words;
    out[0] = '\0';
    va_start(words, out);
    while ((word = va_arg(words, const char *)) != NULL) {
        const size_t more = strlen(word) + 2;
        if (word[0] == '\0' || length + more >= TEXT_SIZE)
            continue;
        length += (size_t)snprintf(out + length, TEXT_SIZE - length, "%s%s", length > 0 ? "  " : "",
                                   word);
    }
    va_end(words);
}

/* ---- names and contacts */

/* Arabic letters run the other way: such a name has a row of its own. */
static void add_name(struct person_page *page, size_t index)
{
    const struct person_name *name = &page->data.person.names.items[index];
    if (script_of(name->full_name) == NAME_SCRIPT_ARABIC) {
        add(page, ROW_NAME, index, label_name_kind(name->kind), "");
        add(page, ROW_NAME, index, "", name->full_name);
    } else
        add(page, ROW_NAME, index, label_name_kind(name->kind), name->full_name);
}

static void add_names(struct person_page *page)
{
    for (size_t i = 0; i < page->data.person.names.count; i++)
        add_name(page, i);
}

static void add_contacts(struct person_page *page)
{
    char text[TEXT_SIZE];
    for (size_t i = 0; i < page->data.contacts.count; i++) {
        const struct contact *contact = &page->data.contacts.items[i];
        join(text, contact->value, contact->owner == NULL ? "" : contact->owner,
             contact->is_safe ? "" : _("NOT SAFE to be used"), (const char *)NULL);
        add(page, ROW_CONTACT, i, label_contact_kind(contact->kind), text);
    }
}

/* ---- papers */

static void add_paper(struct person_page *page, size_t index, struct day today)
{
    char text[TEXT_SIZE], until[PERSON_DATE_SIZE] = "", validity[80] = "";
    const struct document *paper = &page->data.documents.items[index];
    if (paper->has_expires_on) {
        person_text_day(until, paper->expires_on);
        snprintf(validity, sizeof(validity), _("until %s"), until);
    }
    join(text, paper->series == NULL ? "" : paper->series,
         paper->number == NULL ? "" : paper->number, label_document_state(paper->state), validity,
         document_is_outdated(paper, today) ? _("NO LONGER VALID") : "",
         paper->issuer_country[0] == '\0' ? "" : country_name(paper->issuer_country),
         (const char *)NULL);
    add(page, ROW_PAPER, index, label_document_type(paper->type), text);
    if (paper->personal_number != NULL)
        add(page, ROW_PAPER, index, language_text(person_field_row(FIELD_PERSONAL_NUMBER)->label),
            paper->personal_number);
}

static void add_events(struct person_page *page, const char *paper_id)
{
    char text[TEXT_SIZE], day[PERSON_MOMENT_SIZE];
    for (size_t i = 0; i < page->data.events.count; i++) {
        const struct view_event *event = &page->data.events.items[i];
        if (strcmp(event->document_id, paper_id) != 0)
            continue;
        if (event->has_since)
            person_text_day(day, event->since);
        else
            person_text_moment(day, event->noted_at);
        day[strcspn(day, " ")] = '\0'; /* the day alone */
        join(text, day, label_document_state(event->state),
             event->circumstances == NULL ? "" : event->circumstances,
             user_names_find(&page->data.users, event->noted_by), (const char *)NULL);
        add(page, ROW_TEXT, 0, "", text);
    }
}

static void add_requests(struct person_page *page)
{
    char text[TEXT_SIZE], due[PERSON_DATE_SIZE] = "";
    if (page->data.requests.count > 0)
        add_heading(page, _("REQUESTS"));
    for (size_t i = 0; i < page->data.requests.count; i++) {
        const struct request *request = &page->data.requests.items[i];
        due[0] = '\0';
        if (request->has_due_on)
            person_text_day(due, request->due_on);
        join(text, request->addressee == NULL ? "" : request->addressee,
             request->about == NULL ? "" : request->about, due[0] == '\0' ? "" : _("answer due on"),
             due, (const char *)NULL);
        add(page, ROW_TEXT, 0, label_request_state(request->state), text);
    }
}

static void make_papers(struct person_page *page, struct day today)
{
    for (size_t i = 0; i < page->data.documents.count; i++) {
        add_paper(page, i, today);
        add_events(page, page->data.documents.items[i].id);
    }
    if (page->data.documents.count == 0)
        add(page, ROW_TEXT, 0, "",
            page->data.is_erased ? _("No paper is known.") : _("No paper is known.  P adds one."));
    add_requests(page);
}

/* ---- family */

static void add_relatives(struct person_page *page)
{
    char text[TEXT_SIZE];
    for (size_t i = 0; i < page->data.relatives.count; i++) {
        const struct view_relative *relative = &page->data.relatives.items[i];
        join(text, relative->name, relative->relation.is_proved ? _("proved") : "",
             relative->relation.has_ended_on ? _("ended") : "", (const char *)NULL);
        add(page, ROW_RELATIVE, i, label_relation(relative->relation.kind), text);
    }
}

static void add_members(struct person_page *page)
{
    char text[TEXT_SIZE], left[PERSON_DATE_SIZE];
    const char *household = "";
    for (size_t i = 0; i < page->data.members.count; i++) {
        const struct view_member *member = &page->data.members.items[i];
        const struct household_member *membership = &member->membership;
        left[0] = '\0';
        if (strcmp(household, membership->household_id) != 0)
            add(page, ROW_HOUSEHOLD, i, _("Household"),
                member->household[0] == '\0' ? "–" : member->household);
        household = membership->household_id;
        if (membership->has_left_on)
            person_text_day(left, membership->left_on);
        join(text, member->name, membership->is_head ? _("head") : "",
             membership->has_left_on ? _("left on") : "", left,
             strcmp(membership->person_id, page->data.person.id) == 0 ? _("(this person)") : "",
             (const char *)NULL);
        add(page, ROW_MEMBER, i, "", text);
    }
}

static void make_family(struct person_page *page)
{
    add_relatives(page);
    add_members(page);
    if (page->row_count == 0)
        add(page, ROW_TEXT, 0, "",
            page->data.is_erased ? _("No family is known.")
                                 : _("No family is known.  F adds somebody."));
}

/* ---- casefiles */

static const char *next_of(struct app *app, const struct casefile_row *row)
{
    if (row->task_title != NULL)
        return row->task_title;
    return row->task_step[0] == '\0' ? ""
                                     : case_desk_step_title(&app_session(app)->desk, row->workflow,
                                                            row->version, row->task_step);
}

static void add_casefile(struct person_page *page, struct app *app, size_t index)
{
    char text[TEXT_SIZE], due[CASE_TEXT_DUE_SIZE] = "";
    const struct casefile_row *row = &page->casefiles.items[index];
    if (row->has_task_due)
        case_text_due(due, row->task_due, app_today(app));
    join(text, case_desk_workflow_title(&app_session(app)->desk, row->workflow, row->version),
         row->state == CASEFILE_OPEN ? "" : case_text_state(row->state),
         row->is_restricted ? _("RESTRICTED") : "",
         row->urgency == CASEFILE_NORMAL ? "" : case_text_urgency(row->urgency), next_of(app, row),
         due, (const char *)NULL);
    add(page, ROW_CASEFILE, index, row->number, text);
}

static void add_casefiles(struct person_page *page, struct app *app)
{
    for (size_t i = 0; i < page->casefiles.count; i++)
        add_casefile(page, app, i);
}

/* ---- the overview */

static void add_birth(struct person_page *page, struct day today)
{
    char birth[PERSON_DATE_SIZE], age[PERSON_AGE_SIZE], text[TEXT_SIZE];
    const struct person *person = &page->data.person;
    if (!person->has_birth)
        return;
    person_text_date(birth, person->birth);
    person_text_age(age, person->birth, today);
    join(text, birth, person->has_death ? "" : age,
         person->birth_place == NULL ? "" : person->birth_place,
         person->birth_country[0] == '\0' ? "" : country_name(person->birth_country),
         (const char *)NULL);
    add_fact(page, FIELD_BIRTH_DATE, text);
}

static void add_record(struct person_page *page, struct day today)
{
    char day[PERSON_DATE_SIZE] = "";
    const struct person *person = &page->data.person;
    add_birth(page, today);
    if (person->has_death) {
        person_text_day(day, person->death);
        add(page, ROW_TEXT, 0, _("Died on"), day);
    }
    add_fact(page, FIELD_SEX, label_sex(person->sex));
    add_fact(page, FIELD_NATIONALITY, country_name(person->nationality));
    add_fact(page, FIELD_ORIGIN_COUNTRY, country_name(person->origin_country));
    if (person->language != NULL)
        add_fact(page, FIELD_SPOKEN_LANGUAGE, spoken_language_name(person->language));
    add_fact(page, FIELD_NEEDS_INTERPRETER, person->needs_interpreter ? _("yes") : "");
    add_code(page, FIELD_POPULATION_GROUP, person->population_group);
    add_code(page, FIELD_LEGAL_STATUS, person->legal_status);
    add_code(page, FIELD_MARITAL_STATUS, person->marital_status);
    add_code(page, FIELD_EDUCATION, person->education);
    add_fact(page, FIELD_OCCUPATION, person->occupation);
    if (person->has_arrived) {
        person_text_day(day, person->arrived);
        add_fact(page, FIELD_ARRIVED, day);
    }
}

static void add_notes(struct person_page *page)
{
    char text[80];
    snprintf(text, sizeof(text), language_plural("%zu note", "%zu notes", page->notes),
             page->notes);
    add(page, ROW_NOTES, 0, _("Notes"), text);
    add(page, ROW_CONSENT, 0, C_("head of a person", "Consent"), page->consent);
}

static void add_erasure(struct person_page *page)
{
    char time[PERSON_MOMENT_SIZE], text[TEXT_SIZE];
    if (!page->data.is_erased)
        return;
    person_text_moment(time, page->data.erased_at);
    join(text, time, user_names_find(&page->data.users, page->data.erased_by),
         page->data.erasure_reason == NULL ? "" : page->data.erasure_reason, (const char *)NULL);
    add(page, ROW_TEXT, 0, _("Erased on"), text);
}

static void add_merges(struct person_page *page)
{
    char time[PERSON_MOMENT_SIZE], text[TEXT_SIZE];
    if (page->data.merges.count > 0)
        add_heading(page, _("MERGED INTO THIS RECORD"));
    for (size_t i = 0; i < page->data.merges.count; i++) {
        const struct view_merge *merge = &page->data.merges.items[i];
        person_text_moment(time, merge->merged_at);
        join(text, time, user_names_find(&page->data.users, merge->merged_by), merge->reason,
             (const char *)NULL);
        add(page, ROW_MERGE, i, merge->name[0] == '\0' ? "–" : merge->name, text);
    }
}

static void make_overview(struct person_page *page, struct app *app)
{
    add_erasure(page);
    add_casefiles(page, app);
    add_names(page);
    add_record(page, app_today(app));
    add_contacts(page);
    for (size_t i = 0; i < page->data.documents.count; i++)
        add_paper(page, i, app_today(app));
    add_relatives(page);
    add_members(page);
    add_notes(page);
    add_merges(page);
}

/* ---- history */

static bool take_history(void *self, const struct history_entry *entry)
{
    char time[PERSON_MOMENT_SIZE], text[TEXT_SIZE];
    struct person_page *page = self;
    person_text_moment(time, entry->at);
    join(text, label_act(entry->act), user_names_find(&page->data.users, entry->actor),
         (const char *)NULL);
    add(page, ROW_HISTORY, 0, time, text);
    return page->row_count < HISTORY_MAX;
}

static void make_history(struct person_page *page, struct app *app)
{
    struct error error = { 0 };
    if (person_each_history(app_store(app), page->data.person.id, take_history, page, &error) !=
        STATUS_OK)
        app_fail(app, &error);
}

/* ---- all of them */

void person_rows_make(struct person_page *page, struct app *app)
{
    person_rows_release(page);
    switch (page->tab) {
    case TAB_NAMES:
        add_names(page);
        add_contacts(page);
        break;
    case TAB_PAPERS:
        make_papers(page, app_today(app));
        break;
    case TAB_FAMILY:
        make_family(page);
        break;
    case TAB_CASES:
        add_casefiles(page, app);
        if (page->row_count == 0)
            add(page, ROW_TEXT, 0, "",
                page->data.is_erased ? _("No casefile.")
                                     : _("No casefile yet.  W chooses a workflow and opens one."));
        break;
    case TAB_HISTORY:
        make_history(page, app);
        break;
    case TAB_OVERVIEW:
    case TAB_COUNT:
        make_overview(page, app);
        break;
    }
    list_set_count(&page->list, page->row_count);
}
