/* SPDX-License-Identifier: Apache-2.0 */

/* How old the last backup is, by the names in the folder for them. */
#include "view/home_private.h"

#include "language.h"
#include "office/office.h"
#include "view/file_folder.h"
#include "wording/backup_age.h"

#include <stdio.h>

static void write_age(char out[FRAME_TEXT_SIZE], long days)
{
    if (days <= 0)
        snprintf(out, FRAME_TEXT_SIZE, "%s", _("backup: today"));
    else if (days == 1)
        snprintf(out, FRAME_TEXT_SIZE, "%s", _("backup: yesterday"));
    else
        snprintf(
            out, FRAME_TEXT_SIZE,
            language_plural("backup: %lu day ago", "backup: %lu days ago", (unsigned long)days),
            (unsigned long)days);
}

void home_backup_text(char out[FRAME_TEXT_SIZE], struct app *app)
{
    char folder[SETTING_TEXT_SIZE];
    bool is_beside;
    struct office_copy_list copies = { .items = NULL };
    out[0] = '\0';
    if (app_session(app)->is_training ||
        file_folder_of_backups(folder, &is_beside, app, NULL) != STATUS_OK)
        return;
    if (office_list_copies(&copies, app_path(app), disk_system(), folder, NULL) != STATUS_OK)
        snprintf(out, FRAME_TEXT_SIZE, "%s", _("backup: the folder or stick is not here"));
    else if (copies.count == 0)
        snprintf(out, FRAME_TEXT_SIZE, "%s", _("backup: NONE YET"));
    else
        write_age(out, backup_age_days(copies.items[0].moment, app_today(app)));
    office_copy_list_release(&copies);
}
