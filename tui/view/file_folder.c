/* SPDX-License-Identifier: Apache-2.0 */
#include "view/file_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void file_folder_of(char *out, size_t size, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        snprintf(out, size, ".");
    else
        snprintf(out, size, "%.*s", slash == path ? 1 : (int)(slash - path), path);
    char *full = realpath(out, NULL);
    if (full != NULL && strlen(full) < size)
        snprintf(out, size, "%s", full);
    free(full);
}

enum status file_folder_of_backups(char out[SETTING_TEXT_SIZE], bool *is_beside, struct app *app,
                                   struct error *error)
{
    const enum status status = setting_text(app_store(app), SETTING_BACKUP_FOLDER, out, error);
    *is_beside = status == STATUS_OK && out[0] == '\0';
    if (*is_beside)
        file_folder_of(out, SETTING_TEXT_SIZE, app_path(app));
    return status;
}
