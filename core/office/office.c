/* SPDX-License-Identifier: Apache-2.0 */

/* Opening an office file, and what the acts on it share. */
#include "office/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/office_private.h"
#include "store/migrate.h"
#include "store/query.h"
#include "store/setting.h"
#include "vault/passphrase.h"
#include "vault/recovery_code.h"

/* What the user table holds. */
enum { FOLDED_MAX_CHARACTERS = 2 * USER_NAME_MAX_CHARACTERS };

static size_t count_code_points(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

enum status office_accept_name(char **name, char **folded, const char *typed, struct error *error)
{
    const struct text_rule rule = { .max_characters = USER_NAME_MAX_CHARACTERS };
    *folded = NULL;
    enum status status = text_accept(name, typed, strlen(typed), &rule, error);
    if (status == STATUS_OK)
        status = text_fold(folded, *name, error);
    if (status == STATUS_OK && (strcmp(*folded, JOURNAL_ACTOR_RECOVERY) == 0 ||
                                count_code_points(*name) > USER_NAME_MAX_CHARACTERS ||
                                count_code_points(*folded) > FOLDED_MAX_CHARACTERS))
        status = error_set(error, STATUS_NAME_INVALID, "reserved or too long");
    if (status != STATUS_OK) {
        free(*name);
        free(*folded);
        *name = *folded = NULL;
    }
    return status;
}

enum status office_read_secret(struct secret **out, const struct login *login, struct error *error)
{
    if (login->is_recovery)
        return recovery_code_parse(out, (const char *)login->typed->bytes, login->typed->length,
                                   error);
    return passphrase_normalize(out, login->typed, error);
}

enum status office_make_recovery_code(struct secret **code, struct secret **text,
                                      struct error *error)
{
    *text = NULL;
    enum status status = secret_random(code, RECOVERY_CODE_BYTES, error);
    if (status == STATUS_OK)
        status = recovery_code_format(text, *code, error);
    return status;
}

/* The lowest cost that a keyslot can carry. */
static const struct key_cost training_cost = { .passes = 1, .memory_kib = 8 };

enum status office_choose_cost(struct key_cost *out, long smallest_pc_mib, bool is_training,
                               struct error *error)
{
    enum status status = key_cost_for_pc(out, smallest_pc_mib, error);
    if (status != STATUS_OK)
        return status;
    if (!is_training)
        return key_cost_calibrate(out, KEY_COST_TARGET_MS, error);
    *out = training_cost;
    return STATUS_OK;
}

enum status office_key_cost(struct key_cost *out, struct office *office, struct error *error)
{
    int smallest_pc_mib = KEY_COST_DEFAULT_PC_MIB;
    enum status status =
        setting_number(office->store, SETTING_SMALLEST_PC_MIB, &smallest_pc_mib, error);
    if (status != STATUS_OK)
        return status;
    return office_choose_cost(out, smallest_pc_mib, office->is_training, error);
}

enum status office_recovery_cost(struct key_cost *out, bool is_training, struct error *error)
{
    if (!is_training)
        return key_cost_for_pc(out, KEY_COST_MIN_PC_MIB, error);
    *out = training_cost;
    return STATUS_OK;
}

bool office_should_stop(void *self)
{
    const struct office *office = self;
    return office->progress.report != NULL && !office->progress.report(office->progress.self, 0, 0);
}

enum status office_committed_sequence(struct store *store, uint64_t *out, struct error *error)
{
    struct vault_state state;
    enum status status = vault_state_find(store, &state, error);
    *out = status == STATUS_OK ? (uint64_t)state.header_sequence : 0;
    return status;
}

/* ---- who it is */

struct user_search {
    struct office *office;
    bool is_found;
    bool is_active;
};

static bool is_opener(void *self, const struct office_user *user, const char *folded,
                      const unsigned char public_key[PUBLIC_KEY_SIZE])
{
    struct user_search *search = self;
    (void)public_key;
    if (!vault_was_opened_by(search->office->vault, folded))
        return true;
    memcpy(search->office->actor, user->id, sizeof(user->id));
    search->office->role = user->role;
    search->is_found = true;
    search->is_active = user->is_active;
    return false;
}

static enum status office_find_opener(struct office *office, bool is_recovery, struct error *error)
{
    struct user_search search = { .office = office };
    if (is_recovery) {
        snprintf(office->actor, sizeof(office->actor), "%s", JOURNAL_ACTOR_RECOVERY);
        office->role = ROLE_RECOVERY;
        return STATUS_OK;
    }
    enum status status = user_each(office->store, is_opener, &search, error);
    if (status == STATUS_OK && (!search.is_found || !search.is_active))
        status = error_set(error, STATUS_KEYS_ALTERED, "a keyslot without an active user");
    return status;
}

/* ---- header and database */

/* Under the write lock nobody is in the middle of a change: so what the copies of the header say
 * now against the database is what counts. */
static enum status begin_at_header(struct office *office, uint64_t *sequence, struct error *error)
{
    enum status status = store_begin(office->store, error);
    if (status == STATUS_OK)
        status = office_committed_sequence(office->store, sequence, error);
    if (status == STATUS_OK)
        status = vault_stage_begin(office->vault, *sequence, error);
    return status;
}

/* A change whose commit failed may stand whole in the log all the same, and after a crash the
 * database would have it: so a commit of our own is written over it before the header forgets
 * it.  It also brings a database that has lost its log up to the header. */
static enum status commit_header_sequence(struct office *office, struct error *error)
{
    enum status status = vault_state_change_header_sequence(
        office->store, (long long)vault_sequence(office->vault), error);
    if (status == STATUS_OK)
        status = office_journal_file(office->store, JOURNAL_ACTOR_SYSTEM, "vault.settle", error);
    if (status == STATUS_OK)
        status = store_commit(office->store, error);
    return status;
}

enum status office_settle(struct office *office, struct error *error)
{
    uint64_t sequence = 0;
    enum status status = begin_at_header(office, &sequence, error);
    if (status == STATUS_OK &&
        (vault_has_newer_copy(office->vault) || vault_sequence(office->vault) != sequence)) {
        status = commit_header_sequence(office, error);
        if (status == STATUS_OK)
            status = begin_at_header(office, &sequence, error);
    }
    if (status == STATUS_OK && !vault_is_settled(office->vault))
        status = vault_stage_undo(office->vault, error);
    store_rollback(office->store);
    return status;
}

/* A copy that cannot be put right now (a bad sector, a full disk, somebody writing) is no reason
 * to keep people from their file: one whole copy is enough. */
static bool settling_can_wait(enum status status)
{
    return status == STATUS_WRITE_FAILED || status == STATUS_NO_SPACE ||
           status == STATUS_NO_PERMISSION || status == STATUS_IN_USE;
}

static enum status office_confirm(struct office *office, bool may_write, struct error *error)
{
    uint64_t sequence = 0;
    enum status status = office_committed_sequence(office->store, &sequence, error);
    if (status != STATUS_OK)
        return status;
    status = vault_confirm(office->vault, sequence, error);
    if (!may_write)
        return status;
    if (status != STATUS_OK)
        return office_settle(office, error);
    if (vault_is_settled(office->vault) && vault_sequence(office->vault) == sequence)
        return STATUS_OK;
    status = office_settle(office, error);
    return settling_can_wait(status) ? STATUS_OK : status;
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
    if (vault_is_read_only(office->vault) && !options->is_read_only)
        return error_set(error, STATUS_NO_PERMISSION, "the file is read-only");
    uint32_t pages = 0;
    enum status status = vault_count_pages(office->vault, &pages, error);
    if (status == STATUS_OK && pages == 0) /* SQLite would take it for a new, empty database */
        status = error_set(error, STATUS_DAMAGED, "the file ends behind its header");
    if (status == STATUS_OK)
        status = store_open(&office->store, &store_options, error);
    if (status == STATUS_OK && !options->is_read_only)
        status = store_migrate(office->store, error);
    return status;
}

static enum status office_read_training(struct office *office, struct error *error)
{
    int is_training = 0;
    enum status status = setting_number(office->store, SETTING_IS_TRAINING, &is_training, error);
    office->is_training = is_training != 0;
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
    struct office *office = calloc(1, sizeof(*office));
    *out = NULL;
    if (office == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "office");
    office->progress = options->progress;
    enum status status = office_open_vault(office, path, disk, login, error);
    if (status == STATUS_OK)
        status = office_open_store(office, options, error);
    if (status == STATUS_OK)
        status = office_confirm(office, !options->is_read_only, error);
    if (status == STATUS_OK)
        status = office_find_opener(office, login->is_recovery, error);
    if (status == STATUS_OK)
        status = office_read_training(office, error);
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
    vault_close(&(*office)->vault);
    free(*office);
    *office = NULL;
}

struct store *office_store(struct office *office)
{
    return office->store;
}

struct vault *office_vault(struct office *office)
{
    return office->vault;
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
