/* SPDX-License-Identifier: Apache-2.0 */

/* Backups of the office file: the last ones, making one, and whether the file itself is sound. */
#include "app/app.h"
#include "base/ascii.h"
#include "journal/journal_head.h"
#include "language.h"
#include "view/file_folder.h"
#include "view/view_list.h"
#include "widget/list.h"
#include "wording/backup_age.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PAGE = 5, AGE_SIZE = 100, SIZE_TEXT = 32, MOMENT_COLUMNS = 18, SIZE_COLUMNS = 10 };

struct backup_view {
    struct view view;
    char folder[SETTING_TEXT_SIZE];
    bool has_folder; /* it is there now */
    bool is_beside;  /* the folder of the office file: nobody chose another one */
    sqlite3_int64 free_bytes;
    int keep;
    int remind_days;
    struct office_copy_list copies;
    struct list list;
    bool is_verified;
    struct office_health health;
};

/* ---- what is there */

static enum status read_settings(struct app *app, struct backup_view *backup, struct error *error)
{
    struct store *store = app_store(app);
    enum status status = file_folder_of_backups(backup->folder, &backup->is_beside, app, error);
    if (status == STATUS_OK)
        status = setting_number(store, SETTING_BACKUP_KEEP, &backup->keep, error);
    if (status == STATUS_OK)
        status = setting_number(store, SETTING_BACKUP_REMIND_DAYS, &backup->remind_days, error);
    return status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct backup_view *backup = (struct backup_view *)view;
    struct stat info;
    const struct disk *disk = disk_system();
    const enum status status = read_settings(app, backup, error);
    if (status != STATUS_OK)
        return status;
    backup->has_folder = stat(backup->folder, &info) == 0 && S_ISDIR(info.st_mode);
    office_copy_list_release(&backup->copies);
    if (!backup->has_folder ||
        office_list_copies(&backup->copies, app_path(app), disk, backup->folder, NULL) !=
            STATUS_OK ||
        disk->free_bytes(disk->self, backup->folder, &backup->free_bytes) != SQLITE_OK)
        backup->free_bytes = 0;
    list_set_count(&backup->list, backup->copies.count);
    return STATUS_OK;
}

/* ---- acts */

static void say_failure(struct app *app, const struct error *error)
{
    if (error->status == STATUS_INTERRUPTED)
        app_say(app, _("Stopped.  No new backup was made; the old ones stay good."));
    else if (error->status == STATUS_NO_SPACE)
        app_say(app, _("There is no room for another backup: take another stick, or keep fewer "
                       "backups under Settings.  The old ones stay good."));
    else
        app_fail(app, error);
}

static void make_backup(struct app *app, struct view *view)
{
    struct backup_view *backup = (struct backup_view *)view;
    struct session *session = app_session(app);
    struct error error = { 0 };
    char *made = NULL;
    app_reload(app, view); /* the stick may have come or gone */
    if (!backup->has_folder) {
        app_say_with(app,
                     _("The folder %s is not there: put the stick in, or choose another "
                       "folder under Settings."),
                     backup->folder);
        return;
    }
    app_say(app, _("Copying...  Esc stops; the old backups stay good."));
    app_draw(app);
    const struct progress progress = app_progress(app, _("Copying, Esc stops"));
    const enum status status = office_backup_to_folder(session->desk.office, backup->folder,
                                                       backup->keep, &progress, &made, &error);
    if (status == STATUS_OK) {
        app_say(app, _("Finished and checked: the backup was written and read back."));
        app_reload(app, view);
        backup->list.selected = 0;
    } else
        say_failure(app, &error);
    free(made);
}

static void verify(struct app *app, struct view *view)
{
    struct backup_view *backup = (struct backup_view *)view;
    struct error error = { 0 };
    app_say(app, _("Checking...  Esc stops."));
    app_draw(app);
    const struct progress progress = app_progress(app, _("Checking, Esc stops"));
    const enum status status =
        office_verify(app_session(app)->desk.office, &progress, &backup->health, &error);
    backup->is_verified = status == STATUS_OK;
    if (status == STATUS_OK)
        app_say(app, _("The file is sound."));
    else if (status == STATUS_INTERRUPTED)
        app_say(app, _("Stopped: the file was not checked to its end."));
    else
        app_fail(app, &error);
}

/* ---- showing */

static void write_size(char out[SIZE_TEXT], long long bytes)
{
    static const char *const units[] = { N_("kB"), N_("MB"), N_("GB"), N_("TB") };
    double amount = (double)bytes / 1000;
    size_t unit = 0;
    for (; amount >= 1000 && unit + 1 < sizeof(units) / sizeof(units[0]); unit++)
        amount /= 1000;
    snprintf(out, SIZE_TEXT, amount < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", amount,
             language_text(units[unit]));
}

static void draw_copy(const void *self, struct area row, size_t index)
{
    char moment[LOCAL_TIME_SIZE], size[SIZE_TEXT];
    const struct backup_view *backup = self;
    const struct office_copy *copy = &backup->copies.items[index];
    const char *slash = strrchr(copy->path, '/');
    local_time_shorten(moment, copy->moment);
    write_size(size, copy->bytes);
    int column = 0;
    area_fit(row, 0, column, MOMENT_COLUMNS, STYLE_PLAIN, moment);
    column += MOMENT_COLUMNS;
    area_fit(row, 0, column, SIZE_COLUMNS, STYLE_PLAIN, size);
    column += SIZE_COLUMNS;
    column += area_fit(row, 0, column, row.columns - column, STYLE_PLAIN, _("checked")) + 2;
    if (row.columns > 76)
        area_fit(row, 0, column, row.columns - column, STYLE_PLAIN,
                 slash == NULL ? copy->path : slash + 1);
}

static int draw_state(const struct app *app, const struct backup_view *backup, struct area area,
                      int row)
{
    char text[FRAME_TEXT_SIZE], age[AGE_SIZE];
    const bool is_late =
        backup->remind_days > 0 &&
        (backup->copies.count == 0 ||
         backup_age_days(backup->copies.items[0].moment, app_today(app)) >= backup->remind_days);
    if (!backup->has_folder)
        return area_paragraph(area, row, 1, STYLE_ALERT,
                              _("That folder is not there now: put the stick in, or choose "
                                "another folder under Settings."));
    if (backup->copies.count == 0)
        return area_paragraph(area, row, 1, STYLE_ALERT, _("There is no backup in it yet."));
    backup_age_write(age, sizeof(age), backup->copies.items[0].moment, app_today(app));
    snprintf(text, sizeof(text),
             is_late ? _("The last backup was made %s: it is time for another one.")
                     : _("The last backup was made %s."),
             age);
    return area_paragraph(area, row, 1, is_late ? STYLE_WARNING : STYLE_PLAIN, text);
}

static int draw_health(const struct backup_view *backup, struct area area, int row)
{
    const int begin = row;
    char text[FRAME_TEXT_SIZE], head[JOURNAL_HEAD_TEXT_SIZE];
    const struct office_health *health = &backup->health;
    journal_head_format(head, health->journal_head);
    row += area_paragraph(area, row, 1, STYLE_STRONG, _("THIS FILE IS SOUND"));
    snprintf(text, sizeof(text),
             _("Pages: %u.  Users: %d.  Entries in the journal: %lld.  It ends in:"),
             (unsigned)health->pages, health->users, health->journal_entries);
    row += area_paragraph(area, row, 3, STYLE_PLAIN, text);
    row += area_paragraph(area, row, 3, STYLE_STRONG, head);
    row += area_paragraph(area, row, 3, STYLE_PLAIN,
                          _("Note that on paper: with it an inspector can tell later that nothing "
                            "was taken out."));
    return row - begin + 1;
}

static void draw_restore(const struct backup_view *backup, const struct app *app, struct area area)
{
    char text[FRAME_TEXT_SIZE * 3];
    if (backup->copies.count == 0)
        return;
    snprintf(text, sizeof(text),
             _("To bring the marked backup back, close the program and type:  qadam vault restore "
               "--overwrite %s %s"),
             backup->copies.items[backup->list.selected].path, app_path(app));
    const int rows = paragraph_rows(text, area.columns - 1);
    area_paragraph(area, area.rows > rows ? area.rows - rows : 0, 1, STYLE_PLAIN, text);
}

static bool can_make(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_BACKUP) && !app_session_of(app)->is_training;
}

static void draw_next(const struct app *app, const struct view *view, struct frame *frame)
{
    snprintf(frame->next, sizeof(frame->next), "%s",
             can_make(app, view) ? _("Enter makes a backup now.   V checks this file.")
             : app_session_of(app)->is_training
                 ? _("Training data need no backup.   V checks this file.")
                 : _("V checks this file.   Your role makes no backups."));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct backup_view *backup = (const struct backup_view *)view;
    enum { RESTORE_ROWS = 3 };
    struct area body = frame->body;
    char text[FRAME_TEXT_SIZE * 2], size[SIZE_TEXT];
    const bool is_roomy = body.rows > 16;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Backup"));
    draw_next(app, view, frame);
    if (backup->free_bytes > 0) {
        write_size(size, backup->free_bytes);
        snprintf(frame->right, sizeof(frame->right), _("%s free there"), size);
    }
    struct area inside = area_part(body, 0, 1, body.rows, body.columns - 2);
    int row = is_roomy;
    snprintf(text, sizeof(text),
             backup->is_beside
                 ? _("Backups go to the folder of the office file, %s; the newest %d are kept.")
                 : _("Backups go to %s; the newest %d are kept."),
             backup->folder, backup->keep);
    row += area_paragraph(inside, row, 1, STYLE_STRONG, text);
    row += draw_state(app, backup, inside, row) + is_roomy;
    if (backup->is_verified)
        row += draw_health(backup, inside, row);
    const int restore = is_roomy ? RESTORE_ROWS : 0;
    if (is_roomy && backup->copies.count > 0)
        row += area_paragraph(inside, row, 1, STYLE_STRONG, _("LAST BACKUPS"));
    list_draw(&backup->list, area_part(inside, row, 0, inside.rows - row - restore, inside.columns),
              true, draw_copy, backup);
    if (restore > 0)
        draw_restore(backup, app,
                     area_part(inside, inside.rows - restore, 0, restore, inside.columns));
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct backup_view *backup = (struct backup_view *)view;
    if (list_handle(&backup->list, key, PAGE))
        return true;
    if (key->code != CODE_ENTER)
        return false;
    if (can_make(app, view))
        make_backup(app, view);
    else
        app_say(app, app_session(app)->is_training
                         ? _("Training data are thrown away at the end: no backup is made.")
                         : _("Your role in this office makes no backups: ask a colleague."));
    return true;
}

static void release(struct view *view)
{
    office_copy_list_release(&((struct backup_view *)view)->copies);
}

/* ---- its keys */

static const struct action action_make = { "make_backup", NC_("key bar", "Backup"),
                                           N_("Make a backup now") };
static const struct action action_verify = { "verify_file", NC_("key bar", "Check"),
                                             N_("Check the whole office file from end to end") };

static const struct binding keymap[] = {
    { "b", &action_make, make_backup, can_make },
    { "v", &action_verify, verify, NULL },
    { .action = NULL },
};

const struct view_class backup_view_class = {
    .name = "backup",
    .about = N_("A backup is a copy of the office file, encrypted like it and opened with the same "
                "passphrases.  It is read back before it counts.  Keep one outside of the office, "
                "and try now and then whether it can be brought back."),
    .size = sizeof(struct backup_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
