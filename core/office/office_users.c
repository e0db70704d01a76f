/* SPDX-License-Identifier: Apache-2.0 */

/* Who may open the file.  Every change here touches the header (the keyslot), the user table and
 * the journal, and the commit of the database decides about all three. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compartment/access.h"
#include "compartment/sealed_casefile.h"
#include "office/office_private.h"
#include "vault/passphrase.h"
#include "vault/recovery_code.h"

/* One change under way: what was asked, and what stage() needs for it. */
struct key_change {
    enum status (*stage)(struct office *office, struct key_change *change, struct error *error);
    struct office_user user;
    const char *folded;
    struct key_cost cost;
    const struct secret *secret; /* normal form of a passphrase, or a recovery code */
    /* The recovery sheet only; NULL when it was shown before. */
    const struct secret *code_text;
    bool (*show)(void *self, const struct secret *code);
    void *self;
};

static enum status stage_all(struct office *office, struct key_change *change,
                             bool *header_is_written, struct error *error)
{
    uint64_t sequence = 0;
    enum status status = office_committed_sequence(office->store, &sequence, error);
    if (status == STATUS_OK)
        status = vault_stage_begin(office->vault, sequence, error);
    if (status == STATUS_OK)
        status = change->stage(office, change, error);
    if (status == STATUS_OK)
        status = vault_state_change_header_sequence(
            office->store, (long long)vault_stage_sequence(office->vault), error);
    if (status != STATUS_OK)
        return status;
    *header_is_written = true;
    return vault_stage_write(office->vault, error);
}

/* Puts the other copy right.  The commit has decided: a failure here changes nothing about that,
 * and the next unlock tries again. */
static void settle_or_leave(struct office *office)
{
    struct error ignored;
    if (office_settle(office, &ignored) != STATUS_OK)
        return;
}

static enum status change_keys(struct office *office, struct key_change *change,
                               struct error *error)
{
    bool header_is_written = false;
    enum status status = store_begin(office->store, error);
    if (status != STATUS_OK)
        return status;
    status = stage_all(office, change, &header_is_written, error);
    /* Somebody may have renamed the file while we waited for a passphrase. */
    if (status == STATUS_OK)
        status = vault_check_in_place(office->vault, error);
    if (status == STATUS_OK)
        status = store_commit(office->store, error);
    if (status == STATUS_OK)
        vault_stage_follow(office->vault);
    store_rollback(office->store);
    if (header_is_written)
        settle_or_leave(office);
    return status;
}

/* ---- the kinds of change */

static enum status check_strength(const struct office *office, const struct secret *passphrase,
                                  const char *user_name, struct error *error)
{
    return office->is_training ? STATUS_OK : passphrase_check_new(passphrase, user_name, error);
}

static enum status stage_add(struct office *office, struct key_change *change, struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct office_user found;
    struct store *store = office->store;
    enum status status = user_find(store, change->folded, &found, error);
    if (status == STATUS_OK && found.is_active && vault_has_user(office->vault, change->folded))
        return error_set(error, STATUS_EXISTS, "user");
    if (status == STATUS_OK)
        memcpy(change->user.id, found.id, sizeof(found.id));
    if (status == STATUS_NOT_FOUND) {
        uuid_new(change->user.id);
        status = STATUS_OK;
    }
    if (status == STATUS_OK)
        status = check_strength(office, change->secret, change->user.name, error);
    if (status == STATUS_OK)
        status = vault_stage_user(office->vault, change->folded, change->secret, &change->cost,
                                  public_key, error);
    if (status == STATUS_OK)
        status = user_put(store, &change->user, change->folded, public_key, error);
    if (status == STATUS_OK)
        status = office_journal_user(office, "user.add", &change->user, error);
    if (status == STATUS_OK)
        status = access_forget(store, change->user.id, false, error);
    if (status == STATUS_OK)
        status = office_give_access(office, &change->user, error);
    return status;
}

static enum status check_not_last_supervisor(struct office *office, const struct office_user *user,
                                             struct error *error)
{
    int supervisors = 0;
    if (user->role != ROLE_SUPERVISOR)
        return STATUS_OK;
    enum status status = user_count_supervisors(office->store, &supervisors, error);
    if (status == STATUS_OK && supervisors <= 1)
        status = error_set(error, STATUS_LAST_SUPERVISOR, "%d supervisors", supervisors);
    return status;
}

static enum status stage_revoke(struct office *office, struct key_change *change,
                                struct error *error)
{
    enum status status = user_find(office->store, change->folded, &change->user, error);
    if (status == STATUS_OK && !change->user.is_active)
        status = error_set(error, STATUS_NOT_FOUND, "the user is revoked already");
    if (status == STATUS_OK)
        status = check_not_last_supervisor(office, &change->user, error);
    if (status == STATUS_OK)
        status = access_require_others(office->store, change->user.id, error);
    if (status == STATUS_OK && vault_has_user(office->vault, change->folded))
        status = vault_stage_removal(office->vault, change->folded, error);
    if (status == STATUS_OK)
        status = user_set_revoked(office->store, change->user.id, error);
    if (status == STATUS_OK)
        status = office_journal_user(office, "user.revoke", &change->user, error);
    if (status == STATUS_OK)
        status = access_forget(office->store, change->user.id, true, error);
    return status;
}

static enum status stage_others_passphrase(struct office *office, struct key_change *change,
                                           struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct access_held held = { .reader = 0 };
    struct sealed_reading_list reading = { .items = NULL };
    enum status status = user_find(office->store, change->folded, &change->user, error);
    if (status == STATUS_OK && !change->user.is_active)
        status = error_set(error, STATUS_NOT_FOUND, "the user is revoked");
    /* What the actor cannot give back would be lost with the old key. */
    if (status == STATUS_OK && !office_holds_all(office))
        status = access_require_others(office->store, change->user.id, error);
    if (status == STATUS_OK)
        status = check_strength(office, change->secret, change->user.name, error);
    if (status == STATUS_OK)
        status = vault_stage_user(office->vault, change->folded, change->secret, &change->cost,
                                  public_key, error);
    if (status == STATUS_OK)
        status = access_find_proved(office->store, change->user.id, &held, error);
    if (status == STATUS_OK)
        status = sealed_list_reading(office->store, change->user.id, &reading, error);
    if (status == STATUS_OK)
        status = user_set_public_key(office->store, change->user.id, public_key, error);
    if (status == STATUS_OK)
        status = office_journal_user(office, "user.passphrase", &change->user, error);
    if (status == STATUS_OK)
        status = office_renew_access(office, change->user.id, &held, error);
    if (status == STATUS_OK)
        status = sealed_give_again(office->store, change->user.id, &reading, error);
    free(reading.items);
    return status;
}

struct own_search {
    const char *id;
    struct office_user *out;
};

static bool is_own(void *self, const struct office_user *user, const char *folded,
                   const unsigned char public_key[PUBLIC_KEY_SIZE])
{
    struct own_search *search = self;
    (void)folded;
    (void)public_key;
    if (strcmp(user->id, search->id) != 0)
        return true;
    *search->out = *user;
    return false;
}

static enum status stage_own_passphrase(struct office *office, struct key_change *change,
                                        struct error *error)
{
    struct own_search search = { .id = office->actor, .out = &change->user };
    enum status status = user_each(office->store, is_own, &search, error);
    if (status == STATUS_OK)
        status = check_strength(office, change->secret, change->user.name, error);
    if (status == STATUS_OK)
        status = vault_stage_own_passphrase(office->vault, change->secret, &change->cost, error);
    if (status == STATUS_OK)
        status = office_journal_user(office, "user.passphrase", &change->user, error);
    return status;
}

static enum status stage_recovery(struct office *office, struct key_change *change,
                                  struct error *error)
{
    /* The sheet brings everything back. */
    static const struct access_held held = { .reader = COMPARTMENTS_ALL };
    unsigned char public_key[PUBLIC_KEY_SIZE];
    if (!office_holds_all(office)) /* the sheet would bring back less than the old one */
        return error_set(error, STATUS_RESTRICTED, "not a reader of every compartment");
    enum status status =
        vault_stage_recovery(office->vault, change->secret, &change->cost, public_key, error);
    if (status == STATUS_OK)
        status = recovery_key_set(office->store, public_key, error);
    if (status == STATUS_OK)
        status = office_renew_access(office, JOURNAL_ACTOR_RECOVERY, &held, error);
    if (status == STATUS_OK)
        status = office_journal_file(office->store, office->actor, "vault.recovery", error);
    if (status == STATUS_OK && change->show != NULL &&
        !change->show(change->self, change->code_text))
        status = error_set(error, STATUS_WRITE_FAILED, "the new sheet could not be shown");
    return status;
}

/* ---- the public functions */

struct listing {
    struct office *office;
    bool (*each)(void *self, const struct office_user *user);
    void *self;
};

static bool list_one(void *self, const struct office_user *user, const char *folded,
                     const unsigned char public_key[PUBLIC_KEY_SIZE])
{
    struct listing *listing = self;
    struct office_user shown = *user;
    (void)public_key;
    shown.has_key = vault_has_user(listing->office->vault, folded);
    return listing->each(listing->self, &shown);
}

enum status office_each_user(struct office *office,
                             bool (*each)(void *self, const struct office_user *user), void *self,
                             struct error *error)
{
    struct listing listing = { .office = office, .each = each, .self = self };
    return user_each(office->store, list_one, &listing, error);
}

enum status office_find_user(struct office *office, const char *name, struct office_user *out,
                             struct error *error)
{
    char *accepted = NULL;
    char *folded = NULL;
    enum status status = office_accept_name(&accepted, &folded, name, error);
    if (status == STATUS_OK)
        status = user_find(office->store, folded, out, error);
    if (status == STATUS_OK)
        out->has_key = vault_has_user(office->vault, folded);
    free(accepted);
    free(folded);
    return status;
}

/* Runs a change that needs somebody's new passphrase. */
static enum status change_with_passphrase(struct office *office, struct key_change *change,
                                          const struct secret *typed, struct error *error)
{
    struct secret *passphrase = NULL;
    enum status status = passphrase_normalize(&passphrase, typed, error);
    if (status == STATUS_OK)
        status = office_key_cost(&change->cost, office, error);
    change->secret = passphrase;
    if (status == STATUS_OK)
        status = change_keys(office, change, error);
    secret_free(&passphrase);
    return status;
}

enum status office_add_user(struct office *office, const char *name, enum role role,
                            const struct secret *passphrase, struct error *error)
{
    char *accepted = NULL;
    char *folded = NULL;
    struct key_change change = { .stage = stage_add, .user = { .role = role } };
    enum status status = office_require(office, ACT_MANAGE_USERS, error);
    if (status == STATUS_OK)
        status = office_accept_name(&accepted, &folded, name, error);
    if (status == STATUS_OK) {
        snprintf(change.user.name, sizeof(change.user.name), "%s", accepted);
        change.folded = folded;
        status = change_with_passphrase(office, &change, passphrase, error);
    }
    free(accepted);
    free(folded);
    return status;
}

enum status office_revoke_user(struct office *office, const char *name, struct error *error)
{
    char *accepted = NULL;
    char *folded = NULL;
    struct key_change change = { .stage = stage_revoke };
    enum status status = office_require(office, ACT_MANAGE_USERS, error);
    if (status == STATUS_OK)
        status = office_accept_name(&accepted, &folded, name, error);
    change.folded = folded;
    if (status == STATUS_OK)
        status = change_keys(office, &change, error);
    free(accepted);
    free(folded);
    return status;
}

enum status office_set_passphrase(struct office *office, const char *name,
                                  const struct secret *passphrase, struct error *error)
{
    char *accepted = NULL;
    char *folded = NULL;
    struct key_change change = { .stage = stage_own_passphrase };
    enum status status = STATUS_OK;
    if (name != NULL)
        status = office_accept_name(&accepted, &folded, name, error);
    if (status == STATUS_OK && name != NULL && !vault_was_opened_by(office->vault, folded)) {
        change.stage = stage_others_passphrase;
        change.folded = folded;
        status = office_require(office, ACT_MANAGE_USERS, error);
    } else if (status == STATUS_OK && office->role == ROLE_RECOVERY) {
        status = error_set(error, STATUS_NAME_INVALID, "the recovery sheet has no passphrase");
    }
    if (status == STATUS_OK)
        status = change_with_passphrase(office, &change, passphrase, error);
    free(accepted);
    free(folded);
    return status;
}

enum status office_new_recovery_code(struct office *office,
                                     bool (*show)(void *self, const struct secret *code),
                                     void *self, struct error *error)
{
    struct secret *code = NULL;
    struct secret *text = NULL;
    struct key_change change = { .stage = stage_recovery, .show = show, .self = self };
    enum status status = office_require(office, ACT_MANAGE_USERS, error);
    if (status == STATUS_OK)
        status = office_make_recovery_code(&code, &text, error);
    if (status == STATUS_OK)
        status = office_recovery_cost(&change.cost, office->is_training, error);
    change.secret = code;
    change.code_text = text;
    if (status == STATUS_OK)
        status = change_keys(office, &change, error);
    secret_free(&code);
    secret_free(&text);
    return status;
}

enum status office_draft_recovery_code(struct secret **text, struct error *error)
{
    struct secret *code = NULL;
    const enum status status = office_make_recovery_code(&code, text, error);
    secret_free(&code);
    return status;
}

enum status office_take_recovery_code(struct office *office, const struct secret *text,
                                      struct error *error)
{
    struct secret *code = NULL;
    struct key_change change = { .stage = stage_recovery };
    enum status status = office_require(office, ACT_MANAGE_USERS, error);
    if (status == STATUS_OK)
        status = recovery_code_parse(&code, (const char *)text->bytes,
                                     strnlen((const char *)text->bytes, text->length), error);
    if (status == STATUS_OK)
        status = office_recovery_cost(&change.cost, office->is_training, error);
    change.secret = code;
    if (status == STATUS_OK)
        status = change_keys(office, &change, error);
    secret_free(&code);
    return status;
}
