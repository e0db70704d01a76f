/* SPDX-License-Identifier: Apache-2.0 */

/* The first screen, and the one after a lock: who opens the office file, with what.  Its place's
 * detail is "" at the start, "locked" after a lock, "recovery" for the recovery sheet, "made" for a
 * file that was made just now. */
#include "app/app.h"
#include "base/ascii.h"
#include "language.h"
#include "vault/key_cost.h"
#include "view/door.h"
#include "view/file_folder.h"
#include "view/view_list.h"
#include "wording/backup_age.h"
#include "wording/local_time.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SECOND_MS = 1000, RECOVERY_SIGNS = 40, CODE_COLUMNS = 52, AGE_SIZE = 100 };

struct unlock_view {
    struct view view;
    struct form form;
    unsigned wrong_tries;
    long long wait_until_ms;    /* after wrong ones */
    char wait[FRAME_TEXT_SIZE]; /* what was said of that; "": nothing, or it is over */
    enum status found;          /* what a look at the file without a key gave */
    char fault[FRAME_TEXT_SIZE];
    char backup[AGE_SIZE]; /* how old the last one beside the file is; "" when there is none */
};

static bool is_place(const struct unlock_view *unlock, const char *detail)
{
    return strcmp(unlock->view.place.detail, detail) == 0;
}

static bool is_recovery(const struct unlock_view *unlock)
{
    return is_place(unlock, "recovery");
}

/* ---- the form */

static void build_recovery(struct unlock_view *unlock)
{
    struct form_field *code = form_add(&unlock->form, FORM_SECRET, "code", _("Recovery code"));
    if (code != NULL)
        code->columns = CODE_COLUMNS;
    form_field_hint(code, _("eight groups of five signs; spaces and dashes do not matter"));
    form_button(&unlock->form, _("opens the office file to bring users back in"));
    unlock->form.is_short = true;
}

static void build(struct app *app, struct unlock_view *unlock, int users)
{
    if (users == 1)
        form_add(&unlock->form, FORM_REMARK, "one", _("This file has one user."));
    else {
        form_add(&unlock->form, FORM_TEXT, "name", _("Your name"));
        form_set(&unlock->form, "name", app_last_user(app));
    }
    form_add(&unlock->form, FORM_SECRET, "passphrase", _("Passphrase"));
    form_button(&unlock->form, _("opens the office file"));
    unlock->form.is_short = true;
}

static void find_backup(struct app *app, struct unlock_view *unlock)
{
    struct day today;
    struct office_copy_list list;
    unlock->backup[0] = '\0';
    const char *path = app_path(app);
    char folder[PATH_MAX];
    file_folder_of(folder, sizeof(folder), path);
    if (office_list_copies(&list, path, disk_system(), folder, NULL) == STATUS_OK &&
        list.count > 0 && local_time_today(&today, NULL) == STATUS_OK)
        backup_age_write(unlock->backup, sizeof(unlock->backup), list.items[0].moment, today);
    office_copy_list_release(&list);
}

static void look(struct app *app, struct unlock_view *unlock, int *users)
{
    char said[FRAME_TEXT_SIZE];
    struct stat info;
    struct error error = { 0 };
    if (stat(app_path(app), &info) == 0 && !S_ISREG(info.st_mode)) {
        unlock->found = STATUS_NOT_A_VAULT;
        snprintf(unlock->fault, sizeof(unlock->fault), "%s",
                 S_ISDIR(info.st_mode)
                     ? _("This is a folder.  Start the program with the name of the office file "
                         "in it, such as office.qadam.")
                     : _("This is no ordinary file.  Start the program with the name of the "
                         "office file."));
        return;
    }
    unlock->found = vault_peek(app_path(app), disk_system(), users, &error);
    if (unlock->found == STATUS_OK)
        return;
    snprintf(said, sizeof(said), "%s", app_said(app));
    app_fail(app, &error);
    snprintf(unlock->fault, sizeof(unlock->fault), "%s", app_said(app));
    app_say(app, said);
}

/* Language and file can have changed; what was typed stays. */
static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct unlock_view *unlock = (struct unlock_view *)view;
    int users = 0;
    (void)error;
    look(app, unlock, &users);
    find_backup(app, unlock);
    struct form old = unlock->form;
    form_init(&unlock->form, app_today(app));
    if (is_recovery(unlock))
        build_recovery(unlock);
    else
        build(app, unlock, users);
    for (size_t i = 0; i < old.count; i++) {
        struct form_field *field = form_find(&unlock->form, old.fields[i].id);
        if (field != NULL && !field->is_read_only)
            text_input_set(&field->input, text_input_text(&old.fields[i].input));
    }
    if (old.count > 0)
        unlock->form.focus = old.focus;
    else
        form_focus_first(&unlock->form);
    if (old.count == 0 && form_value(&unlock->form, "name")[0] != '\0')
        form_focus(&unlock->form, "passphrase");
    form_release(&old);
    return STATUS_OK;
}

/* Without a file to open there is nothing to type. */
static struct form *unlock_form(struct view *view)
{
    struct unlock_view *unlock = (struct unlock_view *)view;
    return unlock->found == STATUS_OK ? &unlock->form : NULL;
}

/* ---- opening */

static void say_wait(struct app *app, struct unlock_view *unlock, unsigned seconds)
{
    snprintf(unlock->wait, sizeof(unlock->wait),
             language_plural("Wrong tries: %u.  Look at the keyboard layout and at Caps Lock.  "
                             "Wait %u second, then try again.  Nothing is erased.",
                             "Wrong tries: %u.  Look at the keyboard layout and at Caps Lock.  "
                             "Wait %u seconds, then try again.  Nothing is erased.",
                             seconds),
             unlock->wrong_tries, seconds);
    app_say(app, unlock->wait);
}

/* No clock ticks on the screen: the next key after the time is over tells so. */
static void prepare(struct app *app, struct view *view)
{
    struct unlock_view *unlock = (struct unlock_view *)view;
    const struct port *port = app_port(app);
    if (unlock->wait[0] == '\0' || port->now_ms(port->self) < unlock->wait_until_ms)
        return;
    if (strcmp(app_said(app), unlock->wait) == 0)
        app_say(app, _("You can try again now."));
    unlock->wait[0] = '\0';
}

static void say_wrong(struct app *app, struct unlock_view *unlock, const struct error *error)
{
    const struct port *port = app_port(app);
    if (error->status != STATUS_WRONG_PASSPHRASE) {
        app_fail(app, error);
        return;
    }
    if (is_recovery(unlock)) {
        form_focus(&unlock->form, "code");
        app_say(app, _("This recovery code does not open the file. Perhaps a newer sheet was made "
                       "since."));
        return;
    }
    struct form_field *passphrase = form_find(&unlock->form, "passphrase");
    if (passphrase != NULL)
        text_input_clear(&passphrase->input);
    form_focus(&unlock->form, "passphrase");
    const unsigned seconds = key_backoff_seconds(++unlock->wrong_tries);
    unlock->wait_until_ms = port->now_ms(port->self) + (long long)seconds * SECOND_MS;
    if (seconds == 0)
        app_say(app, _("The name or the passphrase is not right.  Look at the keyboard layout and "
                       "at Caps Lock, and try again."));
    else
        say_wait(app, unlock, seconds);
}

static void open_file(struct app *app, struct unlock_view *unlock, const struct login *login)
{
    struct error error = { 0 };
    const bool with_sheet = login->is_recovery;
    app_say(app, _("Opening..."));
    app_draw(app);
    app_say(app, "");
    if (session_begin(app_session(app), app_path(app), login, app_fixed_today(app), &error) !=
        STATUS_OK)
        say_wrong(app, unlock, &error);
    else if (with_sheet) {
        app_enter(app, &users_view_class);
        app_say(app, _("Opened with the recovery sheet: give whoever forgot it a new passphrase."));
    } else
        app_enter(app, &home_view_class);
    /* Auditors have no day of their own: theirs is the journal. */
    if (session_is_open(app_session(app)) && app_top(app)->class == &home_view_class &&
        office_role(app_session(app)->desk.office) == ROLE_AUDITOR)
        app_open(app, &journal_days_view_class, NULL);
}

static void submit(struct app *app, struct view *view)
{
    struct unlock_view *unlock = (struct unlock_view *)view;
    const struct port *port = app_port(app);
    const long long left = unlock->wait_until_ms - port->now_ms(port->self);
    const char *secret = is_recovery(unlock) ? "code" : "passphrase";
    const struct form_field *name = form_find(&unlock->form, "name");
    const struct login login = {
        .user_name = name == NULL ? NULL : form_value(&unlock->form, "name"),
        .typed = form_secret(&unlock->form, secret),
        .is_recovery = is_recovery(unlock),
    };
    if (left > 0) {
        if (login.typed == NULL)
            form_focus(&unlock->form, secret);
        say_wait(app, unlock, (unsigned)((left + SECOND_MS - 1) / SECOND_MS));
    } else if (login.user_name != NULL && login.user_name[0] == '\0') {
        form_focus(&unlock->form, "name");
        app_say(app, _("Type your name as the office entered it."));
    } else if (login.typed == NULL) {
        form_focus(&unlock->form, secret);
        app_say(app, is_recovery(unlock) ? _("Type the code from the recovery sheet.")
                                         : _("Type your passphrase."));
    } else
        open_file(app, unlock, &login);
}

/* ---- showing */

/* Signs without the numbers of the groups. */
static unsigned count_signs(const struct form *form)
{
    unsigned count = 0;
    const struct secret *code = form_secret(form, "code");
    for (size_t i = 0; code != NULL && i < code->length; i++) {
        const bool is_number = i + 1 < code->length && code->bytes[i + 1] == ')';
        const bool is_sign =
            (code->bytes[i] & 0xC0) != 0x80 && strchr(" -)\t", (char)code->bytes[i]) == NULL;
        count += is_sign && !is_number;
    }
    return count;
}

static void draw_recovery(const struct unlock_view *unlock, struct area middle, int row)
{
    char text[FRAME_TEXT_SIZE];
    row += area_paragraph(middle, row, 1, STYLE_STRONG,
                          _("Open with the recovery sheet, when nobody remembers a passphrase.")) +
           1;
    form_draw(&unlock->form, area_part(middle, row, 0, 4, middle.columns));
    row += 4;
    snprintf(text, sizeof(text), _("Signs typed: %u of %d."), count_signs(&unlock->form),
             RECOVERY_SIGNS);
    row += area_paragraph(middle, row, 1, STYLE_PLAIN, text) + 1;
    area_paragraph(middle, row, 1, STYLE_PLAIN,
                   _("The sheet shows no people and no casefiles: it only lets users in again, "
                     "and the journal tells that it was used."));
}

static int draw_greeting(const struct app *app, const struct unlock_view *unlock,
                         struct area middle, int row)
{
    if (is_place(unlock, "locked"))
        row += area_paragraph(middle, row, 1, STYLE_STRONG,
                              _("Locked.  Nothing was lost: what was typed is kept.")) +
               (middle.rows > 14);
    else if (is_place(unlock, "made")) {
        row += area_paragraph(middle, row, 1, STYLE_STRONG, _("The office file is made."));
        row += area_paragraph(middle, row, 1, STYLE_PLAIN,
                              _("A new recovery sheet can be made in Users."));
        row += middle.rows > 14;
    } else if (middle.rows > 14 && unlock->found == STATUS_OK)
        row += area_paragraph(middle, row, 1, STYLE_PLAIN, _("Good day.")) + 1;
    if (app_is_training(app))
        return row +
               area_paragraph(middle, row, 1, STYLE_PLAIN,
                              _("These are the training data: the passphrase is demo.")) +
               1;
    if (unlock->found != STATUS_OK)
        return row +
               area_paragraph(middle, row, 1, STYLE_STRONG,
                              _("This office file cannot be opened.")) +
               1;
    row += area_paragraph(middle, row, 1, STYLE_STRONG,
                          _("People's personal data on this computer is locked."));
    return row + area_paragraph(middle, row, 1, STYLE_PLAIN, _("Your passphrase opens it.")) + 1;
}

static void draw_door(const struct app *app, const struct unlock_view *unlock, struct area middle,
                      int row)
{
    char text[FRAME_TEXT_SIZE];
    row = draw_greeting(app, unlock, middle, row);
    if (unlock->found != STATUS_OK) {
        area_paragraph(middle, row, 1, STYLE_ALERT, unlock->fault);
        return;
    }
    form_draw(&unlock->form, area_part(middle, row, 0, 4, middle.columns));
    row += middle.rows > 14 ? 5 : 4;
    door_draw_letters(middle, row++, &unlock->form);
    if (unlock->backup[0] != '\0') {
        snprintf(text, sizeof(text), _("Last backup beside the file: %s, checked."),
                 unlock->backup);
        area_paragraph(middle, row++, 1, STYLE_PLAIN, text);
    }
    if (!app_is_training(app))
        area_paragraph(middle, row + (middle.rows > 14), 1, STYLE_PLAIN,
                       _("Forgotten?  F1 tells where the recovery sheet is."));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct unlock_view *unlock = (const struct unlock_view *)view;
    struct area body = frame->body;
    const int left = body.columns > 76 && !is_recovery(unlock) ? 16 : 0;
    struct area middle = area_part(body, 0, left, body.rows - 1, body.columns - left - 1);
    const int row = body.rows > 16 ? 3 : 0;
    snprintf(frame->title, sizeof(frame->title), "%s",
             is_recovery(unlock) ? _("Recovery sheet") : "QADAM");
    snprintf(frame->right, sizeof(frame->right), "%s",
             app_is_training(app) ? _("training") : app_path(app));
    if (is_recovery(unlock))
        draw_recovery(unlock, middle, row);
    else
        draw_door(app, unlock, middle, row);
    door_draw_languages(body, body.rows - 1);
    snprintf(frame->next, sizeof(frame->next), "%s",
             unlock->found != STATUS_OK ? _("Enter looks for the file again.")
             : app_is_training(app)     ? _("Enter opens the training data again.")
             : is_recovery(unlock)      ? _("Enter opens the list of users.")
                                   : _("Enter opens the office file.  F8 opens training data."));
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct unlock_view *unlock = (struct unlock_view *)view;
    if (unlock->found == STATUS_OK || key->code != CODE_ENTER)
        return false;
    app_replace(app, door_find(app_path(app)), &view->place);
    return true;
}

static void release(struct view *view)
{
    form_release(&((struct unlock_view *)view)->form);
}

/* ---- its keys */

static const struct action action_training = {
    "training", NC_("key bar", "Train"),
    N_("Open training data: invented people, thrown away when you leave")
};
static const struct action action_recovery = {
    "recovery", NC_("key bar", "Sheet"), N_("Open with the recovery sheet, to bring users back in")
};

static bool can_train(const struct app *app, const struct view *view)
{
    return !app_is_training(app) && !is_recovery((const struct unlock_view *)view);
}

static void train(struct app *app, struct view *view)
{
    (void)view;
    app_begin_training(app);
}

static bool can_recover(const struct app *app, const struct view *view)
{
    const struct unlock_view *unlock = (const struct unlock_view *)view;
    return unlock->found == STATUS_OK && !is_recovery(unlock) && !app_is_training(app);
}

static void recover(struct app *app, struct view *view)
{
    const struct place place = { .detail = "recovery" };
    (void)view;
    app_open(app, &unlock_view_class, &place);
}

static const struct binding keymap[] = {
    { "<F7>", &action_language, door_next_language, NULL },
    { "<F8>", &action_training, train, can_train },
    { NULL, &action_recovery, recover, can_recover },
    { .action = NULL },
};

const struct view_class unlock_view_class = {
    .name = "unlock",
    .about = N_("The office file is encrypted: only a user's name and passphrase open it.  Who "
                "forgot the passphrase asks a supervisor for a new one.  When nobody can open the "
                "file, the code on the recovery sheet does: a page of paper that was made with the "
                "file and lies locked away, often in the safe of the head of the office.  F9 and "
                "\"Open with the recovery sheet\" ask for it."),
    .size = sizeof(struct unlock_view),
    .keymap = keymap,
    .is_locked = true,
    .load = load,
    .prepare = prepare,
    .draw = draw,
    .handle = handle,
    .form = unlock_form,
    .submit = submit,
    .release = release,
};
