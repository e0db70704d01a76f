/* SPDX-License-Identifier: Apache-2.0 */

/* What the office decides for itself, and the journal's word on who decided it. */
#include <stdlib.h>
#include <string.h>

#include "office/office_private.h"
#include "store/draft_fields.h"

/* The settings that differ, as they were and as they become. */
struct differences {
    struct draft_field before[SETTING_COUNT];
    struct draft_field after[SETTING_COUNT];
    char old[SETTING_COUNT][SETTING_TEXT_SIZE];
    size_t count;
};

static enum status check(const struct setting_change *change, struct error *error)
{
    if (change->setting == SETTING_IS_TRAINING)
        return error_set(error, STATUS_INVALID, "what the file is for stays as it is");
    return setting_check(change->setting, change->value, error);
}

static enum status find_difference(struct differences *out, struct store *store,
                                   const struct setting_change *change, struct error *error)
{
    char *old = out->old[out->count];
    const enum status status = setting_text(store, change->setting, old, error);
    if (status != STATUS_OK || strcmp(old, change->value) == 0)
        return status;
    const char *key = setting_key(change->setting);
    out->before[out->count] = (struct draft_field){ key, old };
    out->after[out->count] = (struct draft_field){ key, change->value };
    out->count++;
    return STATUS_OK;
}

static enum status journal_differences(struct office *office, const struct differences *differences,
                                       struct error *error)
{
    char *before = NULL;
    char *after = NULL;
    struct store *store = office->store;
    enum status status =
        draft_fields_write(&before, store, differences->before, differences->count, error);
    if (status == STATUS_OK)
        status = draft_fields_write(&after, store, differences->after, differences->count, error);
    const struct journal_entry entry = { office->actor, "office.settings", "office", "", before,
                                         after };
    if (status == STATUS_OK)
        status = journal_append(store, &entry, error);
    free(before);
    free(after);
    return status;
}

static enum status change_all(struct office *office, const struct setting_change *changes,
                              size_t count, struct differences *differences, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = find_difference(differences, office->store, &changes[i], error);
        if (status == STATUS_OK)
            status =
                setting_change_text(office->store, changes[i].setting, changes[i].value, error);
    }
    if (status == STATUS_OK && differences->count > 0)
        status = journal_differences(office, differences, error);
    return status;
}

enum status office_change_settings(struct office *office, const struct setting_change *changes,
                                   size_t count, struct error *error)
{
    enum status status = office_require(office, ACT_CHANGE_RULES, error);
    if (status == STATUS_OK && count > SETTING_COUNT)
        status = error_set(error, STATUS_INTERNAL, "a setting is there twice");
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = check(&changes[i], error);
    if (status != STATUS_OK)
        return status;
    struct differences *differences = calloc(1, sizeof(*differences));
    if (differences == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "settings");
    status = store_begin(office->store, error);
    if (status == STATUS_OK) {
        status = change_all(office, changes, count, differences, error);
        if (status == STATUS_OK && differences->count > 0)
            status = store_commit(office->store, error);
        store_rollback(office->store);
    }
    free(differences);
    return status;
}
