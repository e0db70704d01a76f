/* SPDX-License-Identifier: Apache-2.0 */

/* A new recovery sheet: it counts once somebody has shown that it was copied, and the old one until
 * then. */
#include "language.h"
#include "view/sheet_page.h"
#include "view/users_private.h"

#include <stdio.h>
#include <string.h>

struct sheet_view {
    struct view view;
    struct form form;
    struct secret *code;
};

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct sheet_view *sheet = (struct sheet_view *)view;
    char typed[64];
    enum status status = office_require(app_session(app)->desk.office, ACT_MANAGE_USERS, error);
    if (status == STATUS_OK && sheet->code == NULL)
        status = office_draft_recovery_code(&sheet->code, error);
    if (status != STATUS_OK)
        return status;
    snprintf(typed, sizeof(typed), "%s", form_value(&sheet->form, "group"));
    form_release(&sheet->form);
    form_init(&sheet->form, app_today(app));
    sheet_page_build(&sheet->form, _("makes this sheet the one that counts"));
    form_set(&sheet->form, "group", typed);
    form_focus_first(&sheet->form);
    return STATUS_OK;
}

static struct form *sheet_form(struct view *view)
{
    return &((struct sheet_view *)view)->form;
}

static void submit(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct sheet_view *sheet = (struct sheet_view *)view;
    if (!sheet_page_check(&sheet->form, sheet->code))
        return;
    if (office_take_recovery_code(app_session(app)->desk.office, sheet->code, &error) !=
        STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    app_say(app, _("The new recovery sheet counts from now on.  Destroy the old one."));
    app_back(app);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct sheet_view *sheet = (const struct sheet_view *)view;
    struct area body = frame->body;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("New recovery sheet"));
    snprintf(frame->right, sizeof(frame->right), "%s", _("the old one counts until the end"));
    struct area inside = area_part(body, 0, 1, body.rows, body.columns - 2);
    const int row = sheet_page_draw(inside, sheet->code);
    form_draw(&sheet->form, area_part(inside, row, 0, inside.rows - row, inside.columns));
    form_write_next(&sheet->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    struct sheet_view *sheet = (struct sheet_view *)view;
    form_release(&sheet->form);
    secret_free(&sheet->code);
}

const struct view_class users_sheet_class = {
    .name = "users_sheet",
    .about = N_("A new code for the recovery sheet.  Esc leaves without it: the old sheet goes on "
                "counting, and the code on the screen is worth nothing."),
    .size = sizeof(struct sheet_view),
    .load = load,
    .draw = draw,
    .form = sheet_form,
    .submit = submit,
    .release = release,
};
