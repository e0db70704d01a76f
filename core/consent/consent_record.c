/* SPDX-License-Identifier: Apache-2.0 */

/* What was said in the step of a casefile becomes the person's consents. */
#include "consent/consent_private.h"
#include "journal/act.h"

#include <string.h>

static bool is_of_casefile(const struct consent *consent, const char *casefile_id)
{
    return consent->superseded_by[0] == '\0' && strcmp(consent->casefile_id, casefile_id) == 0;
}

static bool is_same_matter(const struct consent *a, const struct consent *b)
{
    return a->purpose == b->purpose && strcmp(a->recipient, b->recipient) == 0;
}

/* Whether the person took it back after having said it: the step only says it once more. */
static bool is_taken_back(const struct consent_list *old, const struct consent *said,
                          const char *casefile_id)
{
    for (size_t i = 0; i < old->count; i++) {
        const struct consent *one = &old->items[i];
        if (is_of_casefile(one, casefile_id) && one->is_withdrawn && is_same_matter(one, said) &&
            day_compare(said->given_on, one->withdrawn_on) <= 0)
            return true;
    }
    return false;
}

static enum status write_said(struct store *store, const char *actor, struct consent *said,
                              struct error *error)
{
    enum consent_flaw flaw;
    const struct consent_withdrawal withdrawal = {
        .day = day_compare(said->withdrawn_on, said->given_on) < 0 ? said->given_on
                                                                   : said->withdrawn_on
    };
    enum status status = consent_write(store, actor, said, error);
    if (status == STATUS_OK && said->is_withdrawn && said->is_agreed)
        status =
            consent_withdraw(store, actor, said->id, &withdrawal, withdrawal.day, &flaw, error);
    return status;
}

/* What was taken back is not replaced, so that it keeps deciding. */
static enum status supersede_old(struct store *store, const char *actor, const char *casefile_id,
                                 const struct consent_list *old, const char *successor,
                                 struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < old->count; i++)
        if (is_of_casefile(&old->items[i], casefile_id) && !old->items[i].is_withdrawn)
            status = consent_supersede(store, actor, &old->items[i], successor, error);
    return status;
}

static enum status record_all(struct store *store, const char *actor, const char *casefile_id,
                              const struct consent_list *old, struct consent_list *said,
                              struct error *error)
{
    const char *successor = NULL;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < said->count; i++) {
        struct consent *one = &said->items[i];
        if (is_taken_back(old, one, casefile_id))
            continue;
        uuid_new(one->id);
        memcpy(one->casefile_id, casefile_id, UUID_TEXT_SIZE);
        status = write_said(store, actor, one, error);
        successor = one->id;
    }
    return status == STATUS_OK && successor != NULL
               ? supersede_old(store, actor, casefile_id, old, successor, error)
               : status;
}

enum status consent_record(struct store *store, const char *actor, const char *casefile_id,
                           struct consent_list *said, struct error *error)
{
    bool is_own;
    struct consent_list old;
    if (said->count == 0)
        return STATUS_OK;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = consent_list(store, said->items[0].person_id, &old, error);
    if (status == STATUS_OK) {
        status = record_all(store, actor, casefile_id, &old, said, error);
        consent_list_release(&old);
    }
    return act_commit(store, is_own, status, error);
}
