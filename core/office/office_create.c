/* SPDX-License-Identifier: Apache-2.0 */

/* A new office file. */
#include <stdio.h>
#include <stdlib.h>

#include "compartment/access.h"
#include "office/office_private.h"
#include "store/case_number.h"
#include "store/migrate.h"
#include "store/setting.h"
#include "vault/passphrase.h"

/* Indexes take new rows at any place: filling a file that is too large for this much memory is
 * slow, and more than this an old PC has not. */
enum { FILLING_CACHE_KIB = 24000 };

/* Everything that a creation owns until it is done. */
struct creation {
    const struct office_plan *plan;
    char *part;
    char *folded;
    struct office_user user;
    struct secret *passphrase;
    struct secret *code;
    struct secret *code_text;
    struct key_cost cost;
    struct vault *vault;
    struct store *store;
    unsigned char user_key[PUBLIC_KEY_SIZE];
    unsigned char recovery_key[PUBLIC_KEY_SIZE];
};

static const char *plan_office(const struct office_plan *plan)
{
    return plan->office_code == NULL ? "OFFICE" : plan->office_code;
}

static long plan_pc(const struct office_plan *plan)
{
    return plan->smallest_pc_mib == 0 ? KEY_COST_DEFAULT_PC_MIB : plan->smallest_pc_mib;
}

static enum status check_words(const struct office_plan *plan, struct error *error)
{
    struct key_cost cost;
    if (!office_code_is_valid(plan_office(plan)))
        return error_set(error, STATUS_NAME_INVALID, "office code");
    if (plan->country != NULL && !country_code_is_known(plan->country))
        return error_set(error, STATUS_INVALID, "country");
    return key_cost_for_pc(&cost, plan_pc(plan), error);
}

enum status office_check_plan(const struct office_plan *plan, struct error *error)
{
    char *name = NULL;
    char *folded = NULL;
    enum status status = check_words(plan, error);
    if (status == STATUS_OK)
        status = office_accept_name(&name, &folded, plan->user_name, error);
    free(name);
    free(folded);
    return status;
}

static enum status prepare(struct creation *creation, struct error *error)
{
    const struct office_plan *plan = creation->plan;
    char *name = NULL;
    enum status status = check_words(plan, error);
    if (status == STATUS_OK)
        status = office_accept_name(&name, &creation->folded, plan->user_name, error);
    if (status == STATUS_OK) {
        snprintf(creation->user.name, sizeof(creation->user.name), "%s", name);
        creation->user.role = ROLE_SUPERVISOR;
        uuid_new(creation->user.id);
        status = passphrase_normalize(&creation->passphrase, plan->passphrase, error);
    }
    if (status == STATUS_OK && !plan->is_training)
        status = passphrase_check_new(creation->passphrase, name, error);
    if (status == STATUS_OK)
        status = office_make_recovery_code(&creation->code, &creation->code_text, error);
    free(name);
    return status;
}

static enum status make_slots(struct creation *creation, struct error *error)
{
    struct key_cost recovery_cost;
    const struct office_plan *plan = creation->plan;
    enum status status =
        office_choose_cost(&creation->cost, plan_pc(plan), plan->is_training, error);
    if (status == STATUS_OK)
        status = office_recovery_cost(&recovery_cost, plan->is_training, error);
    if (status == STATUS_OK)
        status = vault_stage_user(creation->vault, creation->folded, creation->passphrase,
                                  &creation->cost, creation->user_key, error);
    if (status == STATUS_OK)
        status = vault_stage_recovery(creation->vault, creation->code, &recovery_cost,
                                      creation->recovery_key, error);
    if (status == STATUS_OK)
        status = vault_write_new(creation->vault, error);
    return status;
}

static enum status write_settings(struct creation *creation, struct error *error)
{
    const struct office_plan *plan = creation->plan;
    struct store *store = creation->store;
    enum status status = setting_change_text(store, SETTING_OFFICE_CODE, plan_office(plan), error);
    if (status == STATUS_OK && plan->country != NULL)
        status = setting_change_text(store, SETTING_COUNTRY, plan->country, error);
    if (status == STATUS_OK)
        status = setting_change_number(store, SETTING_SMALLEST_PC_MIB, (int)plan_pc(plan), error);
    if (status == STATUS_OK)
        status = setting_change_number(store, SETTING_IS_TRAINING, plan->is_training, error);
    return status;
}

static enum status write_state(struct creation *creation, struct error *error)
{
    const unsigned char *file_id = vault_file_id(creation->vault);
    struct vault_state state = { .header_sequence = (long long)vault_sequence(creation->vault) };
    for (size_t i = 0; i < FILE_ID_SIZE; i++)
        snprintf(state.office_id + 2 * i, 3, "%02x", file_id[i]);
    return vault_state_add(creation->store, &state, error);
}

static enum status write_rows(struct creation *creation, struct error *error)
{
    struct store *store = creation->store;
    enum status status = write_state(creation, error);
    if (status == STATUS_OK)
        status = recovery_key_set(store, creation->recovery_key, error);
    if (status == STATUS_OK)
        status = user_put(store, &creation->user, creation->folded, creation->user_key, error);
    if (status == STATUS_OK)
        status = write_settings(creation, error);
    if (status == STATUS_OK)
        status = access_found(store, error);
    if (status == STATUS_OK)
        status = office_journal_file(store, creation->user.id, "vault.create", error);
    return status;
}

static enum status fill_database(struct creation *creation, struct error *error)
{
    const struct office_plan *plan = creation->plan;
    const struct store_options options = {
        .path = vault_path(creation->vault),
        .vfs = vault_vfs(creation->vault),
        .is_new = true,
        .cache_kib = plan->fill == NULL ? 0 : FILLING_CACHE_KIB,
    };
    enum status status = store_open(&creation->store, &options, error);
    if (status == STATUS_OK)
        status = store_migrate(creation->store, error);
    if (status == STATUS_OK)
        status = store_begin(creation->store, error);
    if (status == STATUS_OK)
        status = write_rows(creation, error);
    if (status == STATUS_OK)
        status = store_commit(creation->store, error);
    if (status == STATUS_OK && plan->fill != NULL)
        status = plan->fill(plan->fill_self, creation->store, creation->user.id, error);
    if (status == STATUS_OK)
        status = store_finish_new(creation->store, error);
    store_close(&creation->store);
    return status;
}

/* Only a file that holds much takes long enough to be told about. */
static enum status check_pages(struct creation *creation, struct error *error)
{
    uint32_t pages = 0;
    if (creation->plan->fill == NULL)
        return build_check_pages(creation->vault, NULL, 0, 0, error);
    const enum status status = vault_count_pages(creation->vault, &pages, error);
    if (status != STATUS_OK)
        return status;
    return build_check_pages(creation->vault, &creation->plan->progress, pages, 2LL * pages, error);
}

static void creation_release(struct creation *creation)
{
    store_close(&creation->store);
    vault_close(&creation->vault);
    secret_free(&creation->passphrase);
    secret_free(&creation->code);
    secret_free(&creation->code_text);
    free(creation->part);
    free(creation->folded);
}

enum status office_create(const struct office_plan *plan, const struct disk *disk,
                          struct secret **recovery_code, struct error *error)
{
    struct creation creation = { .plan = plan };
    *recovery_code = NULL;
    enum status status = prepare(&creation, error);
    if (status == STATUS_OK)
        status = build_check_free(disk, plan->path, error);
    if (status == STATUS_OK)
        status = build_path(&creation.part, plan->path, error);
    if (status == STATUS_OK)
        status = build_clear(disk, creation.part, error);
    if (status == STATUS_OK)
        status = vault_new(&creation.vault, creation.part, disk, error);
    if (status == STATUS_OK)
        status = make_slots(&creation, error);
    if (status == STATUS_OK)
        status = fill_database(&creation, error);
    if (status == STATUS_OK)
        status = check_pages(&creation, error);
    if (status == STATUS_OK)
        status = build_publish(creation.vault, plan->path, false, error);
    if (status == STATUS_OK) {
        *recovery_code = creation.code_text;
        creation.code_text = NULL;
    } else if (creation.vault != NULL) {
        store_close(&creation.store);
        build_abandon(&creation.vault, disk, creation.part);
    }
    creation_release(&creation);
    return status;
}
