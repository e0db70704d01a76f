/* SPDX-License-Identifier: Apache-2.0 */

/* The first start, second page: who opens the file, and making it. */
#include "language.h"
#include "office/office.h"
#include "view/door.h"
#include "view/passphrase_fields.h"
#include "view/wizard_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 32 };

struct user_page {
    struct view view;
    struct wizard_view *wizard; /* lies below and stays there */
};

static struct form *page_form(struct view *view)
{
    return &((struct user_page *)view)->wizard->user;
}

/* ---- the form */

static void build(struct form *form)
{
    struct form_field *field = form_add(form, FORM_TEXT, "user", _("Your name"));
    if (field != NULL) {
        field->is_required = true;
        field->input.max = USER_NAME_MAX_CHARACTERS;
        field->columns = NAME_COLUMNS;
    }
    form_field_hint(field, _("as colleagues know you"));
    passphrase_fields_add(form);
    form_button(form, _("makes the office file"));
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct user_page *page = (struct user_page *)view;
    (void)error;
    page->wizard = wizard_of(app, view);
    struct form *form = &page->wizard->user;
    struct form old = *form;
    form_init(form, app_today(app));
    build(form);
    wizard_form_carry(form, &old);
    return STATUS_OK;
}

static struct passphrase_owner owner_of(const struct form *form)
{
    return (struct passphrase_owner){ form_value(form, "user"), false };
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct form *form = page_form(view);
    const struct passphrase_owner owner = owner_of(form);
    (void)app;
    if (strcmp(form->fields[field].id, "user") == 0)
        form_field_fault(&form->fields[field], NULL);
    else
        passphrase_fields_left(form, field, &owner);
}

/* ---- making the file */

static enum status fill(void *self, struct store *store, const char *actor, struct error *error)
{
    const struct form *office = self;
    (void)actor;
    enum status status =
        setting_change_text(store, SETTING_OFFICE_NAME, form_value(office, "name"), error);
    if (status == STATUS_OK)
        status = setting_change_text(store, SETTING_LANGUAGE, language_code(), error);
    return status;
}

static enum status make(struct app *app, struct wizard_view *wizard,
                        const struct office_plan *wanted, struct secret **code, struct error *error)
{
    struct office_plan plan = *wanted;
    plan.office_code = form_value(&wizard->office, "code");
    plan.country = form_value(&wizard->office, "country");
    plan.smallest_pc_mib = strtol(form_value(&wizard->office, "memory"), NULL, 10);
    plan.fill = fill;
    plan.fill_self = &wizard->office;
    plan.progress = app_progress(app, _("Making the office file"));
    app_say(app, _("Making the office file: this can take a minute on an old PC..."));
    app_draw(app);
    return office_create(&plan, disk_system(), code, error);
}

/* A name that will do. */
static bool check_name(struct form *form, struct office_plan *plan)
{
    struct error error = { 0 };
    plan->user_name = form_value(form, "user");
    const bool is_empty = plan->user_name[0] == '\0';
    const bool will_do = !is_empty && office_check_plan(plan, &error) == STATUS_OK;
    form_field_fault(form_find(form, "user"),
                     will_do    ? NULL
                     : is_empty ? _("Type the name by which colleagues know you.")
                                : _("This name cannot be used: at most 40 letters, not "
                                    "\"recovery\"."));
    if (!will_do)
        form_focus(form, "user");
    return will_do;
}

static void submit(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct wizard_view *wizard = ((struct user_page *)view)->wizard;
    struct form *form = &wizard->user;
    struct office_plan plan = { .path = app_path(app) };
    if (!check_name(form, &plan))
        return;
    const struct passphrase_owner owner = owner_of(form);
    plan.passphrase = passphrase_fields_read(form, &owner);
    if (plan.passphrase == NULL)
        return;
    struct secret *code = NULL;
    if (make(app, wizard, &plan, &code, &error) == STATUS_OK)
        wizard_sheet_open(app, code, form);
    else
        app_fail(app, &error);
}

/* ---- showing */

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct user_page *page = (const struct user_page *)view;
    struct area body = frame->body;
    struct area inside = area_part(body, 0, 1, body.rows - 1, body.columns - 2);
    const bool is_roomy = body.rows > 16;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("First user"));
    snprintf(frame->right, sizeof(frame->right), "%s", _("step 2 of 3"));
    if (body.rows <= 0)
        return;
    int row = is_roomy;
    row += area_paragraph(inside, row, 1, STYLE_STRONG,
                          _("The first user is a supervisor and lets the others in later."));
    if (body.rows > 9)
        row += area_paragraph(inside, row, 1, STYLE_PLAIN, passphrase_fields_advice());
    row += body.rows > 9;
    const int rest = is_roomy ? 4 : body.rows > 9;
    form_draw(&page->wizard->user,
              area_part(inside, row, 0, inside.rows - row - rest, inside.columns));
    if (body.rows > 9)
        door_draw_letters(inside, inside.rows - rest, &page->wizard->user);
    door_draw_languages(body, body.rows - 1);
    form_write_next(&page->wizard->user, frame->next, sizeof(frame->next));
}

const struct view_class wizard_user_class = {
    .name = "wizard_user",
    .about = N_("Who opens the file for the first time, and with which passphrase.  It is asked "
                "for twice, because nobody can read it back.  Esc goes back to the office."),
    .size = sizeof(struct user_page),
    .keymap = wizard_keymap,
    .is_locked = true,
    .load = load,
    .draw = draw,
    .form = page_form,
    .submit = submit,
    .left = left,
};
