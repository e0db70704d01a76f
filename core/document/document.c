/* SPDX-License-Identifier: Apache-2.0 */
#include "document/document.h"

#include "person/person_record.h"

#include <stdlib.h>
#include <string.h>

const struct document_type document_types[] = {
    { "passport", DOCUMENT_GROUP_IDENTITY, true },
    { "id_card", DOCUMENT_GROUP_IDENTITY, true },
    { "ussr_passport_1974", DOCUMENT_GROUP_IDENTITY, false },
    { "return_certificate", DOCUMENT_GROUP_IDENTITY, true },
    { "personal_number_slip", DOCUMENT_GROUP_IDENTITY, false },
    { "birth_certificate", DOCUMENT_GROUP_CIVIL, false },
    { "marriage_certificate", DOCUMENT_GROUP_CIVIL, false },
    { "divorce_certificate", DOCUMENT_GROUP_CIVIL, false },
    { "death_certificate", DOCUMENT_GROUP_CIVIL, false },
    { "residence_permit", DOCUMENT_GROUP_STAY, true },
    { "refugee_certificate", DOCUMENT_GROUP_STAY, true },
    { "refugee_travel_document", DOCUMENT_GROUP_STAY, true },
    { "asylum_seeker_certificate", DOCUMENT_GROUP_STAY, true },
    { "stateless_certificate", DOCUMENT_GROUP_STAY, true },
    { "stateless_travel_document", DOCUMENT_GROUP_STAY, true },
    { "kandas_certificate", DOCUMENT_GROUP_STAY, true },
    { "kairylman_certificate", DOCUMENT_GROUP_STAY, true },
    { "registration_of_residence", DOCUMENT_GROUP_STAY, false },
    { "work_permit", DOCUMENT_GROUP_STAY, false },
    { "patent", DOCUMENT_GROUP_STAY, false },
    { "diploma", DOCUMENT_GROUP_LIFE, false },
    { "work_book", DOCUMENT_GROUP_LIFE, false },
    { "military_card", DOCUMENT_GROUP_LIFE, false },
    { "pension_papers", DOCUMENT_GROUP_LIFE, false },
    { "driving_licence", DOCUMENT_GROUP_LIFE, false },
    { "title_deed", DOCUMENT_GROUP_PROPERTY, false },
    { "technical_passport", DOCUMENT_GROUP_PROPERTY, false },
    { "inheritance_certificate", DOCUMENT_GROUP_PROPERTY, false },
    { "other", DOCUMENT_GROUP_OTHER, false },
};
const size_t document_type_count = sizeof(document_types) / sizeof(document_types[0]);

#define AFTER(state) (1U << (state))

static const struct {
    const char *word;
    unsigned next; /* the states that can follow */
} states[] = {
    [DOCUMENT_HELD] = { "held", AFTER(DOCUMENT_LOST) | AFTER(DOCUMENT_STOLEN) |
                                    AFTER(DOCUMENT_DAMAGED) | AFTER(DOCUMENT_EXPIRED) |
                                    AFTER(DOCUMENT_KEPT_BY_OTHER) },
    [DOCUMENT_LOST] = { "lost", AFTER(DOCUMENT_HELD) | AFTER(DOCUMENT_STOLEN) |
                                    AFTER(DOCUMENT_KEPT_BY_OTHER) | AFTER(DOCUMENT_EXPIRED) |
                                    AFTER(DOCUMENT_APPLIED_FOR) },
    [DOCUMENT_STOLEN] = { "stolen", AFTER(DOCUMENT_HELD) | AFTER(DOCUMENT_LOST) |
                                        AFTER(DOCUMENT_KEPT_BY_OTHER) | AFTER(DOCUMENT_EXPIRED) |
                                        AFTER(DOCUMENT_APPLIED_FOR) },
    [DOCUMENT_DAMAGED] = { "damaged", AFTER(DOCUMENT_HELD) | AFTER(DOCUMENT_LOST) |
                                          AFTER(DOCUMENT_STOLEN) | AFTER(DOCUMENT_EXPIRED) |
                                          AFTER(DOCUMENT_KEPT_BY_OTHER) |
                                          AFTER(DOCUMENT_APPLIED_FOR) },
    [DOCUMENT_EXPIRED] = { "expired", AFTER(DOCUMENT_HELD) | AFTER(DOCUMENT_LOST) |
                                          AFTER(DOCUMENT_STOLEN) | AFTER(DOCUMENT_DAMAGED) |
                                          AFTER(DOCUMENT_KEPT_BY_OTHER) |
                                          AFTER(DOCUMENT_APPLIED_FOR) },
    [DOCUMENT_KEPT_BY_OTHER] = { "kept_by_other",
                                 AFTER(DOCUMENT_HELD) | AFTER(DOCUMENT_LOST) |
                                     AFTER(DOCUMENT_STOLEN) | AFTER(DOCUMENT_DAMAGED) |
                                     AFTER(DOCUMENT_EXPIRED) | AFTER(DOCUMENT_APPLIED_FOR) },
    [DOCUMENT_APPLIED_FOR] = { "applied_for", AFTER(DOCUMENT_ISSUED) | AFTER(DOCUMENT_REFUSED) |
                                                  AFTER(DOCUMENT_HELD) },
    [DOCUMENT_ISSUED] = { "issued", AFTER(DOCUMENT_HELD) | AFTER(DOCUMENT_LOST) |
                                        AFTER(DOCUMENT_KEPT_BY_OTHER) | AFTER(DOCUMENT_EXPIRED) },
    [DOCUMENT_REFUSED] = { "refused", AFTER(DOCUMENT_APPLIED_FOR) },
};
_Static_assert(sizeof(states) / sizeof(states[0]) == DOCUMENT_STATE_COUNT,
               "every state has its row");

void document_release(struct document *document)
{
    free(document->type);
    free(document->series);
    free(document->number);
    free(document->personal_number);
    free(document->issuer);
    free(document->issued_place);
    free(document->holder_text);
    free(document->mrz);
    free(document->copy_location);
    free(document->remark);
    *document = (struct document){ .type = NULL };
}

void document_list_release(struct document_list *documents)
{
    for (size_t i = 0; i < documents->count; i++)
        document_release(&documents->items[i]);
    free(documents->items);
    *documents = (struct document_list){ .items = NULL };
}

const struct document_type *document_type_find(const char *code)
{
    for (size_t i = 0; code != NULL && i < document_type_count; i++)
        if (strcmp(code, document_types[i].code) == 0)
            return &document_types[i];
    return NULL;
}

const char *document_state_word(enum document_state state)
{
    return states[state].word;
}

enum status document_state_parse(enum document_state *out, const char *word, struct error *error)
{
    for (enum document_state state = 0; state < DOCUMENT_STATE_COUNT; state++)
        if (strcmp(word, states[state].word) == 0) {
            *out = state;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no state of a document");
}

bool document_state_can_follow(enum document_state from, enum document_state to)
{
    return (states[from].next & AFTER(to)) != 0;
}

enum status document_check(const struct document *document, struct day today, struct error *error)
{
    static const char mrz_signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<|";
    if (document_type_find(document->type) == NULL)
        return error_set(error, STATUS_INVALID, "no type of document");
    if ((unsigned)document->state >= DOCUMENT_STATE_COUNT)
        return error_set(error, STATUS_INVALID, "no state of a document");
    if (document->mrz != NULL && document->mrz[strspn(document->mrz, mrz_signs)] != '\0')
        return error_set(error, STATUS_INVALID, "a sign that no MRZ has");
    if (document->has_issued_on && day_compare(document->issued_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "issued in the future");
    if (document->has_issued_on && document->has_expires_on &&
        day_compare(document->expires_on, document->issued_on) < 0)
        return error_set(error, STATUS_DATE_INVALID, "expired before it was issued");
    return person_record_check_country(document->issuer_country, error);
}

bool document_is_outdated(const struct document *document, struct day today)
{
    return document->state == DOCUMENT_HELD && document->has_expires_on &&
           day_compare(document->expires_on, today) < 0;
}
