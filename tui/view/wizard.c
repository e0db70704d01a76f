/* SPDX-License-Identifier: Apache-2.0 */

/* The first start, first page: which office it is. */
#include "base/text.h"
#include "language.h"
#include "store/case_number.h"
#include "view/door.h"
#include "view/file_folder.h"
#include "view/office_fields.h"
#include "view/view_list.h"
#include "view/wizard_private.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    CODE_COLUMNS = OFFICE_CODE_MAX + 1,
    NAME_MAX_CHARACTERS = 80,
    NAME_COLUMNS = 32,
    MEMORY_COLUMNS = 46
};

/* ---- the form */

static void build(struct form *form)
{
    struct form_field *field = form_add(form, FORM_TEXT, "name", _("Name of the office"));
    if (field != NULL) {
        field->is_required = true;
        field->input.max = NAME_MAX_CHARACTERS;
        field->columns = NAME_COLUMNS;
    }
    form_field_hint(field, _("The name as it stands on letters."));
    field = form_add(form, FORM_TEXT, "code", _("Short code"));
    if (field != NULL) {
        field->is_required = true;
        field->columns = CODE_COLUMNS;
    }
    form_field_hint(field, _("2 to 8 of A-Z and 0-9, such as OSH"));
    field = form_add(form, FORM_CHOICE, "country", _("Country"));
    if (field != NULL)
        field->is_required = true;
    office_field_countries(field);
    form_field_hint(field, _("whose rules and calendar count: first letters, or F4"));
    field = form_add(form, FORM_CHOICE, "memory", _("Smallest PC"));
    if (field != NULL)
        field->columns = MEMORY_COLUMNS;
    office_field_memories(field);
    form_field_hint(field, _("memory of the oldest PC that must open the file: F4"));
    form_button(form, _("goes on to the first user"));
}

void wizard_form_carry(struct form *form, struct form *old)
{
    for (size_t i = 0; i < old->count; i++) {
        struct form_field *field = form_find(form, old->fields[i].id);
        if (field != NULL && !field->is_read_only)
            text_input_set(&field->input, text_input_text(&old->fields[i].input));
    }
    if (old->count == 0)
        form_focus_first(form);
    else
        form->focus = old->focus;
    form_release(old);
}

/* Told before anything is typed. */
static void check_folder(struct app *app, struct wizard_view *wizard)
{
    struct stat info;
    char folder[PATH_MAX];
    file_folder_of(folder, sizeof(folder), app_path(app));
    wizard->fault[0] = '\0';
    if (stat(folder, &info) != 0 || !S_ISDIR(info.st_mode))
        snprintf(wizard->fault, sizeof(wizard->fault), "%s",
                 _("There is no such folder: check the name, and whether the stick or disk is "
                   "connected.  F10 leaves."));
    else if (access(folder, W_OK) != 0)
        snprintf(wizard->fault, sizeof(wizard->fault), "%s",
                 _("This PC does not let you write into that folder: start the program with a "
                   "file in another one.  F10 leaves."));
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct wizard_view *wizard = (struct wizard_view *)view;
    struct form old = wizard->office;
    (void)error;
    check_folder(app, wizard);
    form_init(&wizard->office, app_today(app));
    build(&wizard->office);
    if (old.count == 0)
        form_set(&wizard->office, "memory", "128");
    wizard_form_carry(&wizard->office, &old);
    return STATUS_OK;
}

static struct form *wizard_form(struct view *view)
{
    struct wizard_view *wizard = (struct wizard_view *)view;
    return wizard->fault[0] == '\0' ? &wizard->office : NULL;
}

static bool check_code(struct form *form)
{
    office_code_tidy(form, "code");
    const bool is_valid = office_code_is_valid(form_value(form, "code"));
    form_field_fault(form_find(form, "code"),
                     is_valid ? NULL : _("The code has 2 to 8 of the signs A-Z and 0-9: OSH."));
    return is_valid;
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct form *form = &((struct wizard_view *)view)->office;
    (void)app;
    if (strcmp(form->fields[field].id, "code") == 0 && form_value(form, "code")[0] != '\0')
        check_code(form);
    if (strcmp(form->fields[field].id, "country") == 0 ||
        strcmp(form->fields[field].id, "name") == 0)
        form_field_fault(&form->fields[field], NULL);
}

static void submit(struct app *app, struct view *view)
{
    struct form *form = &((struct wizard_view *)view)->office;
    const bool has_name = form_value(form, "name")[0] != '\0';
    const bool has_code = check_code(form);
    const bool has_country = form_value(form, "country")[0] != '\0';
    form_field_fault(form_find(form, "country"),
                     has_country ? NULL : _("Choose the country: F4 shows the list."));
    form_field_fault(form_find(form, "name"), has_name ? NULL : _("Type the name of the office."));
    if (!has_name || !has_code || !has_country)
        form_focus(form, !has_name ? "name" : !has_code ? "code" : "country");
    else
        app_open(app, &wizard_user_class, NULL);
}

/* ---- what the pages share */

struct wizard_view *wizard_of(struct app *app, const struct view *page)
{
    const struct view *below = app_below(app, page);
    while (below != NULL && below->class != &wizard_view_class)
        below = app_below(app, below);
    return (struct wizard_view *)below;
}

void wizard_enter(struct app *app, const struct form *user)
{
    struct error error = { 0 };
    const struct login login = { .typed = form_secret(user, "passphrase") };
    app_say(app, _("Opening..."));
    app_draw(app);
    app_say(app, _("The office file is yours.  F9 shows all that can be done: more users, the "
                   "settings, a backup."));
    if (session_begin(app_session(app), app_path(app), &login, app_fixed_today(app), &error) ==
        STATUS_OK) {
        app_enter(app, &home_view_class);
        return;
    }
    app_back_to(app, &unlock_view_class);
    app_fail(app, &error);
}

/* ---- showing */

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct wizard_view *wizard = (const struct wizard_view *)view;
    struct area body = frame->body;
    struct area inside = area_part(body, 0, 1, body.rows - 1, body.columns - 2);
    char text[FRAME_TEXT_SIZE];
    const bool is_roomy = body.rows > 16;
    snprintf(frame->title, sizeof(frame->title), "%s", _("New office file"));
    snprintf(frame->right, sizeof(frame->right), "%s", _("step 1 of 3"));
    snprintf(text, sizeof(text), _("There is no office file yet at %.200s."), app_path(app));
    int row = is_roomy;
    row += area_paragraph(inside, row, 1, STYLE_STRONG, text);
    if (wizard->fault[0] != '\0') {
        area_paragraph(inside, row + 1, 1, STYLE_ALERT, wizard->fault);
        return;
    }
    if (body.rows > 9)
        row += area_paragraph(inside, row, 1, STYLE_PLAIN,
                              _("Three short steps make it.  Was there one before?  Then leave "
                                "with F10 and bring the last backup back: qadam vault restore "
                                "BACKUP FILE."));
    row += body.rows > 9;
    const int rest = is_roomy ? 5 : 0;
    form_draw(&wizard->office, area_part(inside, row, 0, inside.rows - row - rest, inside.columns));
    if (is_roomy)
        area_paragraph(inside, inside.rows - 4, 1, STYLE_PLAIN,
                       _("More memory makes guessing passphrases slower for a thief, but a PC with "
                         "less could not open the file.  All of this can be changed later under "
                         "Settings."));
    door_draw_languages(body, body.rows - 1);
    form_write_next(&wizard->office, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    struct wizard_view *wizard = (struct wizard_view *)view;
    form_release(&wizard->office);
    form_release(&wizard->user);
}

/* ---- its keys */

static const struct action action_training = {
    "training", NC_("key bar", "Train"), N_("Look at the training data first: invented people")
};

/* From the first page: it keeps what was typed on the others. */
static void train(struct app *app, struct view *view)
{
    (void)view;
    app_back_to(app, &wizard_view_class);
    app_begin_training(app);
}

const struct binding wizard_keymap[] = {
    { "<F7>", &action_language, door_next_language, NULL },
    { "<F8>", &action_training, train, NULL },
    { .action = NULL },
};

const struct view_class wizard_view_class = {
    .name = "wizard",
    .about = N_("This makes the encrypted file in which the office keeps everything.  Nothing is "
                "written before the second step ends; Esc goes back one step.  F8 shows invented "
                "people first, to look around."),
    .size = sizeof(struct wizard_view),
    .keymap = wizard_keymap,
    .is_locked = true,
    .load = load,
    .draw = draw,
    .form = wizard_form,
    .submit = submit,
    .left = left,
    .release = release,
};
