/* SPDX-License-Identifier: Apache-2.0 */

/* Where somebody still lies after they were erased from the tables: in the log, in the transactions
 * that wrote the words, and in the backups. */
#include "office/office_private.h"

#include <stdio.h>
#include <string.h>

enum status office_forget_log(struct office *office, bool *is_gone, struct error *error)
{
    enum status status = office_require(office, ACT_ERASE_PEOPLE, error);
    *is_gone = false;
    if (status != STATUS_OK)
        return status;
    status = store_checkpoint(office->store, error);
    *is_gone = status == STATUS_OK;
    return status == STATUS_IN_USE ? STATUS_OK : status;
}

enum status office_list_own_copies(struct office_copy_list *out, struct office *office,
                                   struct error *error)
{
    char folder[SETTING_TEXT_SIZE];
    const char *path = vault_path(office->vault);
    *out = (struct office_copy_list){ .items = NULL };
    const enum status status = setting_text(office->store, SETTING_BACKUP_FOLDER, folder, error);
    if (status != STATUS_OK)
        return status;
    if (folder[0] == '\0') {
        const int length = (int)(strrchr(path, '/') - path);
        snprintf(folder, sizeof(folder), "%.*s", length == 0 ? 1 : length, path);
    }
    return office_list_copies(out, path, vault_disk(office->vault), folder, error);
}
