/* SPDX-License-Identifier: Apache-2.0 */

/* Whether a referral may go out: by the person's consent, or by somebody who answers for it. */
#include "document/case_reference.h"
#include "referral/referral_private.h"

#include <string.h>

static const char SQL_FIND_KIND[] = "SELECT kind FROM agency WHERE id = :id";
/* Whose consent it is, when that is somebody in the casefile. */
static const char SQL_FIND_CONSENTING[] =
    "SELECT person_id FROM consent WHERE id = :id AND (person_id = :person OR person_id IN"
    " (SELECT person_id FROM casefile_person WHERE casefile_id = :casefile))";

/* The kind of the body is what people agree to when they do not name one. */
static enum status make_use(struct store *store, const char *person_id, const char *agency_id,
                            struct day day, char kind[AGENCY_KIND_MAX + 1], struct consent_use *out,
                            struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_KIND);
    query_bind_text(&query, ":id", agency_id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, kind, AGENCY_KIND_MAX + 1);
    *out = (struct consent_use){ .person_id = person_id,
                                 .purpose = CONSENT_SHARING,
                                 .recipient = kind,
                                 .agency_id = agency_id,
                                 .day = day };
    return query_end_found(&query, error);
}

enum status referral_judge(struct store *store, const char *casefile_id, const char *agency_id,
                           struct day day, struct consent_judgement *out, struct error *error)
{
    struct case_reference casefile;
    struct consent_use use;
    char kind[AGENCY_KIND_MAX + 1];
    enum status status = case_reference_load(store, casefile_id, &casefile, error);
    if (status == STATUS_OK)
        status = make_use(store, casefile.person_id, agency_id, day, kind, &use, error);
    return status == STATUS_OK ? consent_judge(store, &use, out, error) : status;
}

static enum status find_consenting(struct store *store, const struct referral_standing *standing,
                                   const char *consent_id, char out[UUID_TEXT_SIZE],
                                   struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_CONSENTING);
    query_bind_text(&query, ":id", consent_id);
    query_bind_text(&query, ":person", standing->person_id);
    query_bind_text(&query, ":casefile", standing->casefile_id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out, UUID_TEXT_SIZE);
    return query_end_found(&query, error);
}

/* The consent that covers it becomes the referral's, which is not always the one that was named:
 * a later one of the same person may have taken its place. */
static enum status require_consent(struct store *store, const struct referral_standing *standing,
                                   struct referral_sending *sending,
                                   char consent_id[UUID_TEXT_SIZE], struct error *error)
{
    char person_id[UUID_TEXT_SIZE];
    char kind[AGENCY_KIND_MAX + 1];
    struct consent_use use;
    struct consent_judgement judgement;
    enum status status = find_consenting(store, standing, sending->consent_id, person_id, error);
    if (status == STATUS_OK)
        status = make_use(store, person_id, standing->agency_id, sending->day, kind, &use, error);
    if (status == STATUS_OK)
        status = consent_judge(store, &use, &judgement, error);
    if (status != STATUS_OK)
        return status;
    memcpy(consent_id, judgement.consent_id, UUID_TEXT_SIZE);
    sending->consent_id = consent_id;
    if (judgement.verdict != CONSENT_COVERED)
        status = error_set(error, STATUS_REFUSED, "consent: %s",
                           consent_verdict_word(judgement.verdict));
    consent_judgement_release(&judgement);
    return status;
}

/* Whoever sends it without consent answers for it in a record of its own. */
static enum status record_override(struct store *store, const char *actor, const char *id,
                                   const struct referral_standing *standing,
                                   const struct referral_sending *sending, struct error *error)
{
    char kind[AGENCY_KIND_MAX + 1];
    struct consent_use use;
    const enum status status =
        make_use(store, standing->person_id, standing->agency_id, sending->day, kind, &use, error);
    if (status != STATUS_OK)
        return status;
    const struct consent_override override = { .use = &use,
                                               .way = CONSENT_WAY_REFERRAL,
                                               .record_id = id,
                                               .reason = sending->override_reason,
                                               .role = sending->role,
                                               .may = sending->may_override };
    return consent_override(store, actor, &override, error);
}

enum status referral_require_leave(struct store *store, const char *actor, const char *id,
                                   const struct referral_standing *standing,
                                   struct referral_sending *sending,
                                   char consent_id[UUID_TEXT_SIZE], struct error *error)
{
    return sending->consent_id != NULL
               ? require_consent(store, standing, sending, consent_id, error)
               : record_override(store, actor, id, standing, sending, error);
}
