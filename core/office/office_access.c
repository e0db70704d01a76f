/* SPDX-License-Identifier: Apache-2.0 */

/* Which compartments users hold, as users come, go and get other keys. */
#include "compartment/access.h"
#include "office/office_private.h"

bool office_holds_all(const struct office *office)
{
    return keyring_compartments(office->keyring, COMPARTMENT_READER) == COMPARTMENTS_ALL;
}

/* A key of its own is what a compartment is sealed to. */
static enum status give(struct office *office, const char *holder, unsigned set,
                        enum compartment_mode mode, struct error *error)
{
    const struct access_change change = {
        .actor = office->actor,
        .holder = holder,
        .set = set & keyring_compartments(office->keyring, COMPARTMENT_READER),
        .mode = mode,
    };
    return change.set == 0 ? STATUS_OK : access_grant(office->store, &change, error);
}

enum status office_renew_access(struct office *office, const char *holder,
                                const struct access_held *held, struct error *error)
{
    enum status status = access_forget(office->store, holder, false, error);
    if (status == STATUS_OK)
        status = give(office, holder, held->reader, COMPARTMENT_READER, error);
    if (status == STATUS_OK)
        status = give(office, holder, held->emergency, COMPARTMENT_EMERGENCY, error);
    return status;
}

enum status office_give_access(struct office *office, const struct office_user *user,
                               struct error *error)
{
    if (!role_may(user->role, ACT_READ_RESTRICTED))
        return STATUS_OK;
    return give(office, user->id, COMPARTMENTS_ALL,
                role_may(user->role, ACT_BREAK_GLASS) ? COMPARTMENT_EMERGENCY : COMPARTMENT_READER,
                error);
}

enum status office_grant_access(struct office *office, const char *name, unsigned set,
                                enum compartment_mode mode, struct error *error)
{
    struct office_user user;
    enum status status = office_require(office, ACT_GRANT_ACCESS, error);
    if (status == STATUS_OK)
        status = office_find_user(office, name, &user, error);
    if (status == STATUS_OK && !user.is_active)
        status = error_set(error, STATUS_NOT_FOUND, "the user is revoked");
    if (status == STATUS_OK && !role_may(user.role, ACT_READ_RESTRICTED))
        status =
            error_set(error, STATUS_INVALID, "role %s holds no compartment", role_name(user.role));
    if (status == STATUS_OK)
        status = store_begin(office->store, error);
    if (status != STATUS_OK)
        return status;
    const struct access_change change = { office->actor, user.id, set, mode };
    status = access_grant(office->store, &change, error);
    if (status == STATUS_OK)
        status = store_commit(office->store, error);
    store_rollback(office->store);
    return status == STATUS_OK ? keyring_load(office->keyring, office->store, NULL, error) : status;
}

enum status office_withdraw_access(struct office *office, const char *name, unsigned set,
                                   struct error *error)
{
    struct office_user user;
    enum status status = office_require(office, ACT_GRANT_ACCESS, error);
    if (status == STATUS_OK)
        status = office_find_user(office, name, &user, error);
    if (status == STATUS_OK)
        status = store_begin(office->store, error);
    if (status != STATUS_OK)
        return status;
    const struct access_change change = { office->actor, user.id, set, COMPARTMENT_READER };
    status = access_withdraw(office->store, &change, error);
    if (status == STATUS_OK)
        status = store_commit(office->store, error);
    store_rollback(office->store);
    return status == STATUS_OK ? keyring_load(office->keyring, office->store, NULL, error) : status;
}
