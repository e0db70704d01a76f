/* SPDX-License-Identifier: Apache-2.0 */

/* The header and the database have to say the same about who may open the file. */
#include <string.h>

#include "office/office_private.h"

enum status office_committed_sequence(struct store *store, uint64_t *out, struct error *error)
{
    struct vault_state state;
    enum status status = vault_state_find(store, &state, error);
    *out = status == STATUS_OK ? (uint64_t)state.header_sequence : 0;
    return status;
}

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

enum status office_confirm(struct office *office, bool may_write, struct error *error)
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

/* Where the log with a new passphrase was lost, the database still has the public key of the old
 * keyslot; a rekey by somebody else would then lock this user out.  The one who is here now has
 * the right key in hand. */
static enum status repair_public_key(struct office *office,
                                     const unsigned char known[PUBLIC_KEY_SIZE],
                                     struct error *error)
{
    unsigned char own[PUBLIC_KEY_SIZE];
    enum status status = vault_own_public_key(office->vault, own, error);
    if (status != STATUS_OK || memcmp(own, known, PUBLIC_KEY_SIZE) == 0)
        return status;
    status = store_begin(office->store, error);
    if (status == STATUS_OK)
        status = office->role == ROLE_RECOVERY
                     ? recovery_key_set(office->store, own, error)
                     : user_set_public_key(office->store, office->actor, own, error);
    if (status == STATUS_OK)
        status = office_journal_file(office->store, office->actor, "vault.settle", error);
    if (status == STATUS_OK)
        status = store_commit(office->store, error);
    store_rollback(office->store);
    return status;
}

enum status office_repair_public_key(struct office *office,
                                     const unsigned char known[PUBLIC_KEY_SIZE],
                                     struct error *error)
{
    enum status status = repair_public_key(office, known, error);
    return settling_can_wait(status) ? STATUS_OK : status;
}
