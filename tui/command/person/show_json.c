/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/show_json.h"

#include "command/json.h"
#include "document/request_store.h"
#include "name/script.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

#define ADD(json, members) json_add(json, members, sizeof(members) / sizeof((members)[0]))

/* The arrays inside the object, as text. */
enum list {
    LIST_NAMES,
    LIST_CONTACTS,
    LIST_DOCUMENTS,
    LIST_REQUESTS,
    LIST_HOUSEHOLDS,
    LIST_RELATIONS,
    LIST_MERGED,
    LIST_COUNT
};

/* Days as text, as many as one object needs. */
struct days {
    char text[4][DAY_TEXT_SIZE];
    size_t count;
};

static const char *day_text(struct days *days, bool has_day, struct day day)
{
    if (!has_day)
        return NULL;
    char *text = days->text[days->count++];
    day_format(text, day);
    return text;
}

static const char *or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

static void add_names(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->person.names.count; i++) {
        const struct person_name *name = &view->person.names.items[i];
        struct days days = { .count = 0 };
        const struct json_member members[] = {
            { "id", JSON_TEXT, name->id, 0 },
            { "kind", JSON_TEXT, name_kind_word(name->kind), 0 },
            { "script", JSON_TEXT, script_code(script_of(name->full_name)), 0 },
            { "full_name", JSON_TEXT, name->full_name, 0 },
            { "surname", JSON_TEXT, name->surname, 0 },
            { "given_name", JSON_TEXT, name->given_name, 0 },
            { "patronymic", JSON_TEXT, name->patronymic, 0 },
            { "document_id", JSON_TEXT, or_null(name->document_id), 0 },
            { "valid_from", JSON_TEXT, day_text(&days, name->has_valid_from, name->valid_from), 0 },
            { "valid_until", JSON_TEXT, day_text(&days, name->has_valid_until, name->valid_until),
              0 },
        };
        ADD(json, members);
    }
}

static void add_contacts(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->contacts.count; i++) {
        const struct contact *contact = &view->contacts.items[i];
        const struct json_member members[] = {
            { "id", JSON_TEXT, contact->id, 0 },
            { "kind", JSON_TEXT, contact_kind_word(contact->kind), 0 },
            { "value", JSON_TEXT, contact->value, 0 },
            { "owner", JSON_TEXT, contact->owner, 0 },
            { "is_safe", JSON_BOOL, NULL, contact->is_safe },
        };
        ADD(json, members);
    }
}

static void add_events(struct json *json, const struct person_view *view, const char *document_id)
{
    for (size_t i = 0; i < view->events.count; i++) {
        const struct view_event *event = &view->events.items[i];
        struct days days = { .count = 0 };
        const struct json_member members[] = {
            { "state", JSON_TEXT, document_state_word(event->state), 0 },
            { "since", JSON_TEXT, day_text(&days, event->has_since, event->since), 0 },
            { "circumstances", JSON_TEXT, event->circumstances, 0 },
            { "noted_at", JSON_TEXT, event->noted_at, 0 },
            { "noted_by", JSON_TEXT, user_names_find(&view->users, event->noted_by), 0 },
        };
        if (strcmp(event->document_id, document_id) == 0)
            ADD(json, members);
    }
}

static void add_document(struct json *json, const struct document *document, const char *events)
{
    struct days days = { .count = 0 };
    const struct json_member members[] = {
        { "id", JSON_TEXT, document->id, 0 },
        { "type", JSON_TEXT, document->type, 0 },
        { "state", JSON_TEXT, document_state_word(document->state), 0 },
        { "series", JSON_TEXT, document->series, 0 },
        { "number", JSON_TEXT, document->number, 0 },
        { "personal_number", JSON_TEXT, document->personal_number, 0 },
        { "issuer_country", JSON_TEXT, or_null(document->issuer_country), 0 },
        { "issuer", JSON_TEXT, document->issuer, 0 },
        { "issued_place", JSON_TEXT, document->issued_place, 0 },
        { "issued_on", JSON_TEXT, day_text(&days, document->has_issued_on, document->issued_on),
          0 },
        { "expires_on", JSON_TEXT, day_text(&days, document->has_expires_on, document->expires_on),
          0 },
        { "holder", JSON_TEXT, document->holder_text, 0 },
        { "mrz", JSON_TEXT, document->mrz, 0 },
        { "is_original_seen", JSON_BOOL, NULL, document->is_original_seen },
        { "copy_location", JSON_TEXT, document->copy_location, 0 },
        { "remark", JSON_TEXT, document->remark, 0 },
        { "history", JSON_RAW, events, 0 },
    };
    ADD(json, members);
}

static void add_documents(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->documents.count; i++) {
        char *events = NULL;
        struct json *inner = json_begin();
        add_events(inner, view, view->documents.items[i].id);
        if (json_end_text(inner, &events) == EXIT_CODE_DONE)
            add_document(json, &view->documents.items[i], events);
        free(events);
    }
}

static void add_requests(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->requests.count; i++) {
        const struct request *request = &view->requests.items[i];
        struct days days = { .count = 0 };
        const struct json_member members[] = {
            { "id", JSON_TEXT, request->id, 0 },
            { "kind", JSON_TEXT, request_kind_word(request->kind), 0 },
            { "state", JSON_TEXT, request_state_word(request->state), 0 },
            { "addressee", JSON_TEXT, request->addressee, 0 },
            { "about", JSON_TEXT, request->about, 0 },
            { "document_id", JSON_TEXT, or_null(request->document_id), 0 },
            { "sent_on", JSON_TEXT, day_text(&days, request->has_sent_on, request->sent_on), 0 },
            { "due_on", JSON_TEXT, day_text(&days, request->has_due_on, request->due_on), 0 },
            { "answered_on", JSON_TEXT,
              day_text(&days, request->has_answered_on, request->answered_on), 0 },
            { "answer", JSON_TEXT, request->answer, 0 },
        };
        ADD(json, members);
    }
}

static void add_households(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->members.count; i++) {
        const struct view_member *member = &view->members.items[i];
        const struct household_member *membership = &member->membership;
        struct days days = { .count = 0 };
        const struct json_member members[] = {
            { "household_id", JSON_TEXT, membership->household_id, 0 },
            { "household", JSON_TEXT, member->household, 0 },
            { "person_id", JSON_TEXT, membership->person_id, 0 },
            { "full_name", JSON_TEXT, member->name, 0 },
            { "is_head", JSON_BOOL, NULL, membership->is_head },
            { "joined_on", JSON_TEXT,
              day_text(&days, membership->has_joined_on, membership->joined_on), 0 },
            { "left_on", JSON_TEXT, day_text(&days, membership->has_left_on, membership->left_on),
              0 },
        };
        ADD(json, members);
    }
}

static void add_relations(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->relatives.count; i++) {
        const struct view_relative *relative = &view->relatives.items[i];
        const struct relation *relation = &relative->relation;
        struct days days = { .count = 0 };
        const struct json_member members[] = {
            { "kind", JSON_TEXT, relation_kind_word(relation->kind), 0 },
            { "of_id", JSON_TEXT, relation->other_id, 0 },
            { "of_name", JSON_TEXT, relative->name, 0 },
            { "is_proved", JSON_BOOL, NULL, relation->is_proved },
            { "ended_on", JSON_TEXT, day_text(&days, relation->has_ended_on, relation->ended_on),
              0 },
        };
        ADD(json, members);
    }
}

static void add_merged(struct json *json, const struct person_view *view)
{
    for (size_t i = 0; i < view->merges.count; i++) {
        const struct view_merge *merge = &view->merges.items[i];
        const struct json_member members[] = {
            { "id", JSON_TEXT, merge->id, 0 },
            { "full_name", JSON_TEXT, merge->name, 0 },
            { "reason", JSON_TEXT, merge->reason, 0 },
            { "merged_at", JSON_TEXT, merge->merged_at, 0 },
            { "merged_by", JSON_TEXT, user_names_find(&view->users, merge->merged_by), 0 },
        };
        ADD(json, members);
    }
}

static void (*const lists[])(struct json *json, const struct person_view *view) = {
    [LIST_NAMES] = add_names,           [LIST_CONTACTS] = add_contacts,
    [LIST_DOCUMENTS] = add_documents,   [LIST_REQUESTS] = add_requests,
    [LIST_HOUSEHOLDS] = add_households, [LIST_RELATIONS] = add_relations,
    [LIST_MERGED] = add_merged,
};
_Static_assert(sizeof(lists) / sizeof(lists[0]) == LIST_COUNT, "no list is missing");

/* ISO/IEC 5218 in letters. */
static const char *sex_word(enum sex sex)
{
    return sex == SEX_MALE             ? "m"
           : sex == SEX_FEMALE         ? "f"
           : sex == SEX_NOT_APPLICABLE ? "not_applicable"
                                       : "unknown";
}

static int print(const struct person_view *view, const char *asked, struct day today,
                 char *const texts[LIST_COUNT])
{
    const struct person *person = &view->person;
    char birth[DATE_TEXT_SIZE] = "";
    struct days days = { .count = 0 };
    if (person->has_birth)
        date_format(birth, person->birth);
    const int age = person_age(person, today);
    const struct json_member members[] = {
        { "id", JSON_TEXT, person->id, 0 },
        { "asked_id", JSON_TEXT, asked, 0 },
        { "state", JSON_TEXT, person_state_word(person->state), 0 },
        { "sex", JSON_TEXT, sex_word(person->sex), 0 },
        { "birth_date", JSON_TEXT, or_null(birth), 0 },
        { "age", age < 0 ? JSON_RAW : JSON_NUMBER, NULL, age },
        { "birth_place", JSON_TEXT, person->birth_place, 0 },
        { "birth_country", JSON_TEXT, or_null(person->birth_country), 0 },
        { "death_date", JSON_TEXT, day_text(&days, person->has_death, person->death), 0 },
        { "nationality", JSON_TEXT, or_null(person->nationality), 0 },
        { "origin_country", JSON_TEXT, or_null(person->origin_country), 0 },
        { "language", JSON_TEXT, person->language, 0 },
        { "needs_interpreter", JSON_BOOL, NULL, person->needs_interpreter },
        { "population_group", JSON_TEXT, person->population_group, 0 },
        { "legal_status", JSON_TEXT, person->legal_status, 0 },
        { "marital_status", JSON_TEXT, person->marital_status, 0 },
        { "occupation", JSON_TEXT, person->occupation, 0 },
        { "education", JSON_TEXT, person->education, 0 },
        { "arrived", JSON_TEXT, day_text(&days, person->has_arrived, person->arrived), 0 },
        { "is_restricted", JSON_BOOL, NULL, person->is_restricted },
        { "is_demo", JSON_BOOL, NULL, person->is_demo },
        { "created_at", JSON_TEXT, person->created_at, 0 },
        { "changed_at", JSON_TEXT, person->changed_at, 0 },
        { "erased_at", JSON_TEXT, or_null(view->erased_at), 0 },
        { "erasure_reason", JSON_TEXT, view->erasure_reason, 0 },
        { "names", JSON_RAW, texts[LIST_NAMES], 0 },
        { "contacts", JSON_RAW, texts[LIST_CONTACTS], 0 },
        { "documents", JSON_RAW, texts[LIST_DOCUMENTS], 0 },
        { "requests", JSON_RAW, texts[LIST_REQUESTS], 0 },
        { "household_members", JSON_RAW, texts[LIST_HOUSEHOLDS], 0 },
        { "relations", JSON_RAW, texts[LIST_RELATIONS], 0 },
        { "merged", JSON_RAW, texts[LIST_MERGED], 0 },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

int person_show_json(const struct person_view *view, const char *asked, struct day today)
{
    char *texts[LIST_COUNT] = { NULL };
    int code = EXIT_CODE_DONE;
    for (int list = 0; list < LIST_COUNT && code == EXIT_CODE_DONE; list++) {
        struct json *json = json_begin();
        lists[list](json, view);
        code = json_end_text(json, &texts[list]);
    }
    if (code == EXIT_CODE_DONE)
        code = print(view, asked, today, texts);
    for (int list = 0; list < LIST_COUNT; list++)
        free(texts[list]);
    return code;
}
