/* SPDX-License-Identifier: Apache-2.0 */

/* Opening an office file, and what the acts on it share. */
#include "office/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compartment/access.h"
#include "office/office_private.h"
#include "store/migrate.h"
#include "store/query.h"
#include "store/setting.h"

bool office_should_stop(void *self)
{
    const struct office *office = self;
    return office->progress.report != NULL && !office->progress.report(office->progress.self, 0, 0);
}

/* ---- who it is */

struct user_search {
    struct office *office;
    bool is_found;
    bool is_active;
    unsigned char public_key[PUBLIC_KEY_SIZE];
};

static bool is_opener(void *self, const struct office_user *user, const char *folded,
                      const unsigned char public_key[PUBLIC_KEY_SIZE])
{
    struct user_search *search = self;
    if (!vault_was_opened_by(search->office->vault, folded))
        return true;
    memcpy(search->public_key, public_key, PUBLIC_KEY_SIZE);
    memcpy(search->office->actor, user->id, sizeof(user->id));
    search->office->role = user->role;
    search->is_found = true;
    search->is_active = user->is_active;
    return false;
}

static enum status office_find_row(struct office *office, unsigned char public_key[PUBLIC_KEY_SIZE],
                                   struct error *error)
{
    struct user_search search = { .office = office };
    enum status status = user_each(office->store, is_opener, &search, error);
    if (status == STATUS_OK && (!search.is_found || !search.is_active))
        status = error_set(error, STATUS_KEYS_ALTERED, "a keyslot without an active user");
    memcpy(public_key, search.public_key, PUBLIC_KEY_SIZE);
    return status;
}

static enum status office_find_opener(struct office *office, bool is_recovery,
                                      unsigned char public_key[PUBLIC_KEY_SIZE],
                                      struct error *error)
{
    if (!is_recovery)
        return office_find_row(office, public_key, error);
    snprintf(office->actor, sizeof(office->actor), "%s", JOURNAL_ACTOR_RECOVERY);
    office->role = ROLE_RECOVERY;
    enum status status = recovery_key_find(office->store, public_key, error);
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

/* ---- opening */

static enum status office_open_vault(struct office *office, const char *path,
                                     const struct disk *disk, const struct login *login,
                                     struct error *error)
{
    struct secret *secret = NULL;
    char *name = NULL;
    char *folded = NULL;
    enum status status = office_read_secret(&secret, login, error);
    if (status == STATUS_OK && login->user_name != NULL && !login->is_recovery)
        status = office_accept_name(&name, &folded, login->user_name, error);
    struct vault_key key = {
        .passphrase = secret,
        .user_name = folded,
        .is_recovery = login->is_recovery,
    };
    if (status == STATUS_OK)
        status = vault_open(&office->vault, path, disk, &key, error);
    secret_free(&secret);
    free(name);
    free(folded);
    return status;
}

static enum status office_open_store(struct office *office, const struct office_options *options,
                                     struct error *error)
{
    const struct store_options store_options = {
        .path = vault_path(office->vault),
        .vfs = vault_vfs(office->vault),
        .is_alone = options->is_alone,
        .is_read_only = options->is_read_only,
        .should_stop = office_should_stop,
        .self = office,
    };
    uint32_t pages = 0;
    if (vault_is_read_only(office->vault) && !options->is_read_only)
        return error_set(error, STATUS_NO_PERMISSION, "the file is read-only");
    enum status status = vault_count_pages(office->vault, &pages, error);
    if (status == STATUS_OK && pages == 0) /* SQLite would take it for a new, empty database */
        status = error_set(error, STATUS_DAMAGED, "the file ends behind its header");
    if (status == STATUS_OK)
        status = store_open(&office->store, &store_options, error);
    if (status == STATUS_OK && !options->is_read_only)
        status = store_migrate(office->store, error);
    return status;
}

/* Opens for writing, or for reading where that is enough and writing cannot be. */
static enum status office_open_store_somehow(struct office *office, struct office_options *options,
                                             struct error *error)
{
    enum status status = office_open_store(office, options, error);
    bool cannot_write = status == STATUS_NO_PERMISSION || status == STATUS_NO_SPACE;
    if (!cannot_write || !options->may_be_read_only || options->is_read_only)
        return status;
    store_close(&office->store);
    options->is_read_only = true;
    return office_open_store(office, options, error);
}

static enum status office_read_training(struct office *office, struct error *error)
{
    int is_training = 0;
    enum status status = setting_number(office->store, SETTING_IS_TRAINING, &is_training, error);
    office->is_training = is_training != 0;
    return status;
}

/* The compartments, made now if an older program made the file, and what of them this user holds.
 */
static enum status office_read_keyring(struct office *office, bool may_write, struct error *error)
{
    enum status status =
        keyring_new(&office->keyring, office->actor, vault_own_key(office->vault), error);
    if (status == STATUS_OK && may_write)
        status = access_found(office->store, error);
    if (status == STATUS_OK)
        status = keyring_load(office->keyring, office->store, NULL, error);
    if (status == STATUS_OK)
        store_set_keyring(office->store, office->keyring);
    return status;
}

/* A fault deep in SQLite arrives as "damaged"; the vault knows which page it was, and whether it
 * was no damage at all but another file under the same name. */
static enum status office_explain(struct office *office, enum status status, struct error *error)
{
    if (status != STATUS_DAMAGED || office->vault == NULL)
        return status;
    if (vault_check_in_place(office->vault, error) != STATUS_OK)
        return STATUS_MOVED;
    if (error != NULL && error->number == 0)
        error->number = vault_damaged_page(office->vault);
    return status;
}

enum status office_open(struct office **out, const char *path, const struct disk *disk,
                        const struct login *login, const struct office_options *options,
                        struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE] = { 0 };
    struct office_options how = *options;
    struct office *office = calloc(1, sizeof(*office));
    *out = NULL;
    if (office == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "office");
    office->progress = options->progress;
    enum status status = office_open_vault(office, path, disk, login, error);
    if (status == STATUS_OK)
        status = office_open_store_somehow(office, &how, error);
    if (status == STATUS_OK)
        status = office_confirm(office, !how.is_read_only, error);
    if (status == STATUS_OK)
        status = office_find_opener(office, login->is_recovery, public_key, error);
    if (status == STATUS_OK && !how.is_read_only)
        status = office_repair_public_key(office, public_key, error);
    if (status == STATUS_OK)
        status = office_read_training(office, error);
    if (status == STATUS_OK)
        status = office_read_keyring(office, !how.is_read_only, error);
    status = office_explain(office, status, error);
    if (status != STATUS_OK)
        office_close(&office);
    *out = office;
    return status;
}

void office_close(struct office **office)
{
    if (*office == NULL)
        return;
    store_close(&(*office)->store);
    keyring_free(&(*office)->keyring);
    vault_close(&(*office)->vault);
    free(*office);
    *office = NULL;
}

struct store *office_store(struct office *office)
{
    return office->store;
}

const char *office_actor(const struct office *office)
{
    return office->actor;
}

enum role office_role(const struct office *office)
{
    return office->role;
}

enum status office_require(const struct office *office, enum office_act act, struct error *error)
{
    if (role_may(office->role, act))
        return STATUS_OK;
    return error_set(error, STATUS_REFUSED, "role %s", role_name(office->role));
}

/* ---- journal */

enum status office_journal_file(struct store *store, const char *actor, const char *act,
                                struct error *error)
{
    const struct journal_entry entry = {
        .actor = actor,
        .act = act,
        .noun = "vault",
        .subject = "",
    };
    return journal_append(store, &entry, error);
}

enum status office_journal_user(struct office *office, const char *act,
                                const struct office_user *user, struct error *error)
{
    static const char SQL_FACTS[] = "SELECT json_object('name', :name, 'role', :role)";
    struct query query;
    query_begin(&query, office->store, SQL_FACTS);
    query_bind_text(&query, ":name", user->name);
    query_bind_text(&query, ":role", role_name(user->role));
    enum status status = STATUS_OK;
    if (query_next_row(&query)) {
        const struct journal_entry entry = {
            .actor = office->actor,
            .act = act,
            .noun = "user",
            .subject = user->id,
            .after = query_text(&query, 0),
        };
        status = journal_append(office->store, &entry, error);
    }
    enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}
