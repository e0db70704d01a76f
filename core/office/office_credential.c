/* SPDX-License-Identifier: Apache-2.0 */

/* What lets somebody in: names, passphrases, recovery codes, and what deriving a key costs. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/office_private.h"
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
