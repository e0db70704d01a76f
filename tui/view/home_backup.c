/* SPDX-License-Identifier: Apache-2.0 */

/* How old the last backup is, by the names in the folder for them. */
#include "view/home_private.h"

#include "language.h"
#include "office/office.h"
#include "store/setting.h"

#include <stdio.h>
#include <string.h>

/* The folder that backups go into: the office's own, else that of the file. */
static bool folder_find(char out[SETTING_TEXT_SIZE], struct app *app)
{
    if (setting_text(app_store(app), SETTING_BACKUP_FOLDER, out, NULL) != STATUS_OK)
        return false;
    const char *slash = strrchr(app_path(app), '/');
    if (out[0] != '\0')
        return true;
    if (slash == NULL)
        snprintf(out, SETTING_TEXT_SIZE, ".");
    else
        snprintf(out, SETTING_TEXT_SIZE, "%.*s", (int)(slash - app_path(app)) + 1, app_path(app));
    return true;
}

static void write_age(char out[FRAME_TEXT_SIZE], const char *moment, struct day today)
{
    enum { DAY_LENGTH = 10 };
    char text[DAY_LENGTH + 1];
    struct day day;
    snprintf(text, sizeof(text), "%.*s", DAY_LENGTH, moment);
    if (day_parse(&day, text, NULL) != STATUS_OK)
        return;
    const long days = (long)today.number - day.number;
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
    struct office_copy_list copies = { .items = NULL };
    out[0] = '\0';
    if (app_session(app)->is_training || !folder_find(folder, app))
        return;
    if (office_list_copies(&copies, app_path(app), disk_system(), folder, NULL) != STATUS_OK)
        snprintf(out, FRAME_TEXT_SIZE, "%s", _("backup: the folder or stick is not here"));
    else if (copies.count == 0)
        snprintf(out, FRAME_TEXT_SIZE, "%s", _("backup: NONE YET"));
    else
        write_age(out, copies.items[0].moment, app_today(app));
    office_copy_list_release(&copies);
}
