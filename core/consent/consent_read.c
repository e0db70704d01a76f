/* SPDX-License-Identifier: Apache-2.0 */

/* Consents as they are read from the tables, and weighed. */
#include "base/array.h"
#include "consent/consent_store.h"
#include "person/person_store.h"
#include "store/id_lookup.h"
#include "store/query_value.h"

#include <string.h>

#define SELECT_CONSENTS                                                                            \
    "SELECT consent.id, person_id, purpose, about, is_agreed, recipient, coalesce(agency_id, '')," \
    " given_by, coalesce(giver_id, ''), giver_name, is_understood, language, is_read_aloud,"       \
    " has_assent, given_on, expires_on, withdrawn_on, withdrawn_by, withdrawn_reason,"             \
    " coalesce(superseded_by, ''), coalesce(casefile_id, ''), taken_at, taken_by, agency.name"     \
    " FROM consent LEFT JOIN agency ON agency.id = agency_id"

static const char SQL_FIND_ID[] = "SELECT id FROM consent WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_CONSENT[] = SELECT_CONSENTS " WHERE consent.id = :id";
static const char SQL_LIST[] =
    SELECT_CONSENTS " WHERE person_id = :person ORDER BY given_on DESC, consent.id DESC";
static const char SQL_LIST_WITHHELD[] =
    "SELECT what, whom, reason FROM consent_withheld WHERE consent_id = :id ORDER BY id";

enum status consent_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                         struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

/* The table's own checks allow no words but the known ones. */
static void read_words(struct query *query, struct consent *out)
{
    if (consent_purpose_parse(&out->purpose, query_text(query, 2), NULL) != STATUS_OK)
        out->purpose = CONSENT_OTHER;
    if (consent_giver_parse(&out->given_by, query_text(query, 7), NULL) != STATUS_OK)
        out->given_by = CONSENT_BY_OTHER;
}

static void read_consent(struct query *query, struct consent *out)
{
    bool has_given_on;
    *out = (struct consent){ .about = NULL };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->person_id, sizeof(out->person_id));
    read_words(query, out);
    out->about = query_take_text(query, 3);
    out->is_agreed = query_int(query, 4) != 0;
    query_copy_text(query, 5, out->recipient, sizeof(out->recipient));
    query_copy_text(query, 6, out->agency_id, sizeof(out->agency_id));
    query_copy_text(query, 8, out->giver_id, sizeof(out->giver_id));
    out->giver_name = query_take_text(query, 9);
    out->is_understood = query_int(query, 10) != 0;
    query_copy_text(query, 11, out->language, sizeof(out->language));
    out->is_read_aloud = query_int(query, 12) != 0;
    out->has_assent = !query_is_null(query, 13);
    out->is_assented = query_int(query, 13) != 0;
    out->given_on = query_day(query, 14, &has_given_on);
    out->expires_on = query_day(query, 15, &out->has_expires_on);
    out->withdrawn_on = query_day(query, 16, &out->is_withdrawn);
    out->withdrawn_by = query_take_text(query, 17);
    out->withdrawn_reason = query_take_text(query, 18);
    query_copy_text(query, 19, out->superseded_by, sizeof(out->superseded_by));
    query_copy_text(query, 20, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 21, out->taken_at, sizeof(out->taken_at));
    query_copy_text(query, 22, out->taken_by, sizeof(out->taken_by));
    out->agency_name = query_take_text(query, 23);
}

static enum status read_withheld(struct store *store, struct consent *consent, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_WITHHELD);
    query_bind_text(&query, ":id", consent->id);
    while (query_next_row(&query)) {
        enum consent_withholding reason;
        if (consent_withholding_parse(&reason, query_text(&query, 2), NULL) != STATUS_OK)
            reason = CONSENT_WITHHOLDING_OTHER; /* the table's own check allows no other word */
        if (consent_withhold(&consent->withheld,
                             query_is_null(&query, 0) ? NULL : query_text(&query, 0),
                             query_text(&query, 1), reason, &query.failure) != STATUS_OK)
            break;
    }
    return query_end(&query, error);
}

enum status consent_load(struct store *store, const char *id, struct consent *out,
                         struct error *error)
{
    struct query query;
    *out = (struct consent){ .about = NULL };
    query_begin(&query, store, SQL_FIND_CONSENT);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_consent(&query, out);
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = read_withheld(store, out, error);
    if (status != STATUS_OK)
        consent_release(out);
    return status;
}

enum status consent_list(struct store *store, const char *person_id, struct consent_list *out,
                         struct error *error)
{
    struct query query;
    *out = (struct consent_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST);
    query_bind_text(&query, ":person", person_id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_consent(&query, &out->items[out->count++]);
    }
    enum status status = query_end(&query, error);
    for (size_t i = 0; status == STATUS_OK && i < out->count; i++)
        status = read_withheld(store, &out->items[i], error);
    if (status != STATUS_OK)
        consent_list_release(out);
    return status;
}

/* ---- The judgement */

void consent_judgement_release(struct consent_judgement *judgement)
{
    consent_withheld_list_release(&judgement->withheld);
    *judgement = (struct consent_judgement){ .verdict = CONSENT_NEVER_GIVEN };
}

/* The day on which it became what the verdict says. */
static struct day day_of_verdict(const struct consent *consent, enum consent_verdict verdict)
{
    if (verdict == CONSENT_WITHDRAWN)
        return consent->withdrawn_on;
    if (verdict == CONSENT_EXPIRED)
        return consent->expires_on;
    return consent->given_on;
}

/* What has to be left out of what goes to the recipient. */
static enum status copy_withheld(struct consent_judgement *out, const struct consent *consent,
                                 const char *recipient, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < consent->withheld.count; i++) {
        const struct consent_withheld *item = &consent->withheld.items[i];
        if (item->whom[0] == '\0' || consent_reaches(item->whom, recipient))
            status = consent_withhold(&out->withheld, item->what, item->whom, item->reason, error);
    }
    return status;
}

static enum status judge_by(struct consent_judgement *out, const struct consent *consent,
                            const struct consent_use *use, const struct person *person,
                            struct error *error)
{
    out->verdict = consent_weigh(consent, use, person_age(person, consent->given_on),
                                 person_age(person, use->day));
    memcpy(out->consent_id, consent->id, sizeof(out->consent_id));
    out->since = day_of_verdict(consent, out->verdict);
    out->has_since = true;
    return copy_withheld(out, consent, use->recipient, error);
}

/* What is left when none is about the use: one for somebody else, or none at all. */
static void judge_without(struct consent_judgement *out, const struct consent_list *consents,
                          const struct consent_use *use)
{
    for (size_t i = 0; consents->items != NULL && i < consents->count; i++) {
        const struct consent *consent = &consents->items[i];
        if (consent->purpose == use->purpose && consent->is_agreed &&
            consent->superseded_by[0] == '\0' && !consent->is_withdrawn &&
            day_compare(consent->given_on, use->day) <= 0)
            out->verdict = CONSENT_OTHER_RECIPIENT;
    }
}

enum status consent_judge(struct store *store, const struct consent_use *use,
                          struct consent_judgement *out, struct error *error)
{
    struct person person;
    struct consent_list consents;
    const struct consent *newest = NULL;
    *out = (struct consent_judgement){ .verdict = CONSENT_NEVER_GIVEN };
    enum status status = person_load(store, use->person_id, &person, error);
    if (status != STATUS_OK)
        return status;
    status = consent_list(store, use->person_id, &consents, error);
    if (status == STATUS_OK) {
        for (size_t i = 0; newest == NULL && i < consents.count; i++)
            if (consent_is_about(&consents.items[i], use))
                newest = &consents.items[i];
        if (newest == NULL)
            judge_without(out, &consents, use);
        else
            status = judge_by(out, newest, use, &person, error);
        consent_list_release(&consents);
    }
    person_release(&person);
    if (status != STATUS_OK)
        consent_judgement_release(out);
    return status;
}
