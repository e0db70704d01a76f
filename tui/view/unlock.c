/* SPDX-License-Identifier: Apache-2.0 */

/* The first screen: who opens the office file, with what. */
#include "app/app.h"
#include "language.h"
#include "sentence.h"
#include "vault/key_cost.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>

enum { SECOND_MS = 1000, TOP_ROWS = 10 };

struct unlock_view {
    struct view view;
    struct form form;
    unsigned wrong_tries;
    long long wait_until_ms; /* after wrong ones */
    enum status found;       /* what a look at the file without a key gave */
};

/* ---- the form */

static void build(struct app *app, struct unlock_view *unlock, int users)
{
    form_init(&unlock->form, app_today(app));
    struct form_field *name = form_add(&unlock->form, FORM_TEXT, "name", _("Your name"));
    if (name != NULL && users == 1) {
        name->is_read_only = true;
        form_set(&unlock->form, "name", _("the only user of this file"));
    }
    form_add(&unlock->form, FORM_SECRET, "passphrase", _("Passphrase"));
    form_button(&unlock->form, _("opens the office file"));
    form_focus_first(&unlock->form);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct error peeked = { 0 };
    struct unlock_view *unlock = (struct unlock_view *)view;
    int users = 0;
    (void)error;
    char name[USER_NAME_SIZE];
    snprintf(name, sizeof(name), "%s", form_value(&unlock->form, "name"));
    form_release(&unlock->form);
    unlock->found = vault_peek(app_path(app), disk_system(), &users, &peeked);
    if (unlock->found != STATUS_OK)
        app_fail(app, &peeked);
    build(app, unlock, users);
    if (users > 1)
        form_set(&unlock->form, "name", name);
    return STATUS_OK;
}

static struct form *unlock_form(struct view *view)
{
    return &((struct unlock_view *)view)->form;
}

/* ---- opening */

static void say_wait(struct app *app, unsigned seconds)
{
    char text[FRAME_TEXT_SIZE];
    snprintf(text, sizeof(text),
             language_plural("Wrong name or passphrase.  Wait %u second, then try again.  Nothing "
                             "is erased.",
                             "Wrong name or passphrase.  Wait %u seconds, then try again.  Nothing "
                             "is erased.",
                             seconds),
             seconds);
    app_say(app, text);
}

static void say_wrong(struct app *app, struct unlock_view *unlock, const struct error *error)
{
    const struct port *port = app_port(app);
    text_input_clear(&form_find(&unlock->form, "passphrase")->input);
    if (error->status != STATUS_WRONG_PASSPHRASE) {
        app_fail(app, error);
        return;
    }
    const unsigned seconds = key_backoff_seconds(++unlock->wrong_tries);
    unlock->wait_until_ms = port->now_ms(port->self) + (long long)seconds * SECOND_MS;
    if (seconds == 0)
        app_say(app, _("Wrong name or passphrase.  Look at the keyboard layout and try again."));
    else
        say_wait(app, seconds);
}

static void submit(struct app *app, struct view *view)
{
    struct unlock_view *unlock = (struct unlock_view *)view;
    struct error error = { 0 };
    const struct port *port = app_port(app);
    const long long left = unlock->wait_until_ms - port->now_ms(port->self);
    const struct secret *passphrase = form_secret(&unlock->form, "passphrase");
    const struct form_field *name = form_find(&unlock->form, "name");
    const struct login login = {
        .user_name = name->is_read_only ? NULL : form_value(&unlock->form, "name"),
        .typed = passphrase,
    };
    if (left > 0) {
        say_wait(app, (unsigned)((left + SECOND_MS - 1) / SECOND_MS));
        return;
    }
    if (passphrase == NULL) {
        form_focus(&unlock->form, "passphrase");
        app_say(app, _("Type your passphrase."));
        return;
    }
    app_say(app, _("Opening..."));
    app_draw(app);
    app_say(app, "");
    if (session_begin(app_session(app), app_path(app), &login, app_fixed_today(app), &error) ==
        STATUS_OK)
        app_enter(app, &home_view_class);
    else
        say_wrong(app, unlock, &error);
}

/* ---- showing */

static void draw_languages(struct area area, int row)
{
    int column = 1;
    column += area_text(area, row, column, STYLE_PLAIN, _("Language: "));
    for (size_t i = 0; language_code_at(i) != NULL; i++) {
        const bool is_present = strcmp(language_code_at(i), language_code()) == 0;
        if (i > 0)
            column += area_text(area, row, column, STYLE_PLAIN, " | ");
        column += area_text(area, row, column, is_present ? STYLE_STRONG : STYLE_PLAIN,
                            language_name_at(i));
    }
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct unlock_view *unlock = (const struct unlock_view *)view;
    struct area body = frame->body;
    const int left = body.columns > 70 ? 16 : 0;
    struct area middle = area_part(body, 0, left, body.rows, body.columns - left);
    int row = body.rows > 16 ? 4 : 0;
    snprintf(frame->title, sizeof(frame->title), "QADAM");
    snprintf(frame->right, sizeof(frame->right), "%s", app_path(app));
    row += area_paragraph(middle, row, 1, STYLE_STRONG,
                          _("People's personal data on this computer is locked."));
    row += area_paragraph(middle, row, 1, STYLE_PLAIN, _("Your passphrase opens it.")) + 1;
    form_draw(&unlock->form, area_part(middle, row, 0, 5, middle.columns));
    row += 6;
    area_paragraph(middle, row, 1, STYLE_PLAIN,
                   _("Forgotten?  F1 tells where the recovery sheet is."));
    draw_languages(body, body.rows - 1);
    snprintf(frame->next, sizeof(frame->next), "%s", _("Enter opens the office file."));
}

static void release(struct view *view)
{
    form_release(&((struct unlock_view *)view)->form);
}

static void next_language(struct app *app, struct view *view)
{
    language_next();
    app_reload(app, view);
}

static const struct binding keymap[] = {
    { "<F7>", &action_language, next_language, NULL },
    { .action = NULL },
};

const struct view_class unlock_view_class = {
    .name = "unlock",
    .size = sizeof(struct unlock_view),
    .keymap = keymap,
    .is_locked = true,
    .load = load,
    .draw = draw,
    .form = unlock_form,
    .submit = submit,
    .release = release,
};
