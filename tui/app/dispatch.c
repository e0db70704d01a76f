/* SPDX-License-Identifier: Apache-2.0 */

/* From a key to what it does. */
#include "app/app_private.h"

#include "language.h"

#include <stdio.h>
#include <string.h>

/* ---- what the keymap of every form does */

static bool is_typing(const struct app *app, const struct view *view)
{
    (void)app;
    const struct form *form =
        view->class->form == NULL ? NULL : view->class->form((struct view *)view);
    return form != NULL && form_is_typing(form);
}

static bool has_list(const struct app *app, const struct view *view)
{
    (void)app;
    const struct form_field *field = form_focused(view->class->form((struct view *)view));
    return field != NULL && field->option_count > 0;
}

static bool has_draft(const struct app *app, const struct view *view)
{
    return view->class->draft_form != NULL && view->class->draft_form(view) != NULL &&
           session_is_open(&app->session);
}

static bool has_draft_field(const struct app *app, const struct view *view)
{
    return has_draft(app, view) && is_typing(app, view);
}

/* Gone again when another field is entered. */
static void say_of_field(struct app *app, const char *text)
{
    app_say(app, text);
    app->is_said_of_field = true;
}

static void do_list(struct app *app, struct view *view)
{
    (void)app;
    form_open_lookup(view_form(view));
}

static void do_repeat(struct app *app, struct view *view)
{
    struct form *form = view_form(view);
    struct form_field *field = form_focused(form);
    const char *value =
        field == NULL ? NULL : app_recall(app, view->class->draft_form(view), field->id);
    if (value == NULL) {
        say_of_field(app, _("There is no value of a last record for this field yet."));
        return;
    }
    form_put(form, value);
    if (view->class->left != NULL)
        view->class->left(app, view, form->focus);
}

static void do_undo(struct app *app, struct view *view)
{
    if (!form_undo(view_form(view)))
        say_of_field(app, _("Nothing to take back in this field."));
}

static void do_clear(struct app *app, struct view *view)
{
    (void)app;
    form_empty_field(view_form(view));
}

static void do_hold(struct app *app, struct view *view)
{
    struct form_field *field = form_focused(view_form(view));
    field->is_held = !field->is_held;
    say_of_field(app, field->is_held ? _("This value is kept for the next records too.")
                                     : _("This value is not kept for the next records any more."));
}

static void do_save(struct app *app, struct view *view)
{
    app_keep_draft(app, view);
    app_say(app, _("Kept as a draft.  Nothing can be lost now."));
}

static void do_discard(struct app *app, struct view *view)
{
    app_drop_draft(app, view);
    view->is_loaded = false;
    form_clear(view_form(view));
    app_reload(app, view);
    app_say(app, _("The draft was thrown away."));
}

const struct binding form_keymap[] = {
    { "<F2>", &action_save, do_save, has_draft },
    { "<F4>", &action_list, do_list, has_list },
    { "<F5>", &action_repeat, do_repeat, has_draft_field },
    { "<C-z>", &action_undo, do_undo, is_typing },
    { "<C-u>", &action_clear, do_clear, is_typing },
    { NULL, &action_hold, do_hold, has_draft_field },
    { NULL, &action_discard, do_discard, has_draft },
    { .action = NULL },
};

void app_keymaps(const struct app *app, const struct view *view,
                 const struct binding *out[APP_KEYMAPS])
{
    out[0] = view->class->keymap;
    out[1] = view_form((struct view *)view) != NULL ? form_keymap : NULL;
    out[2] = app->options.views->keymap;
}

/* ---- keys */

static bool run(struct app *app, struct view *view, const struct binding *keymap,
                const struct key *key)
{
    const struct binding *binding = keymap_find(keymap, key, app, view);
    if (binding == NULL)
        return false;
    binding->run(app, view);
    return true;
}

/* What a form does with a key; false when nothing. */
static bool handle_form(struct app *app, struct view *view, const struct key *key)
{
    struct form *form = view_form(view);
    if (form == NULL)
        return false;
    size_t field = form->count; /* Enter on the button leaves none */
    const enum form_event event = form_handle(form, key, &field);
    const bool was_left = event == FORM_LEFT || (event == FORM_SUBMIT && field < form->count);
    if (was_left && view->class->left != NULL)
        view->class->left(app, view, field);
    if (event == FORM_LEFT && app_top(app) == view)
        app_keep_draft(app, view);
    if (event == FORM_SUBMIT && view->class->submit != NULL)
        view->class->submit(app, view);
    return event != FORM_UNUSED;
}

/* A paper was scanned where nobody asked for one. */
static void take_scan(struct app *app, const struct key *key)
{
    if (!session_is_open(&app->session))
        return;
    struct view *taker = app_open(app, app->options.views->scan, NULL);
    if (taker != NULL && taker->class->handle != NULL)
        taker->class->handle(app, taker, key);
}

static void dispatch(struct app *app, struct view *view, const struct key *key)
{
    const struct form *form = view_form(view);
    /* No letter is a command where there is a form, on its button neither: who types ahead means
     * the next field. */
    const bool is_letter = key->code == CODE_TEXT && form != NULL;
    const bool is_listing = form != NULL && form->lookup.is_open;
    const bool may_command = !is_letter && !is_listing;
    if (may_command && run(app, view, view->class->keymap, key))
        return;
    if (may_command && form != NULL && run(app, view, form_keymap, key))
        return;
    if (key->code != CODE_SCAN && handle_form(app, view, key))
        return;
    if (app_top(app) != view)
        return;
    if (view->class->handle != NULL && view->class->handle(app, view, key))
        return;
    if (key->code == CODE_SCAN)
        take_scan(app, key);
    else if (!is_letter)
        run(app, view, app->options.views->keymap, key);
}

/* ---- Esc and a digit */

void app_escape(struct app *app)
{
    app_end_limbo(app);
    app->escaped_at_ms = app->port.now_ms(app->port.self);
    if (app->view_count < 2)
        return;
    app->limbo = app_pop(app);
    app_reload(app, app_top(app));
    places_keep(app);
}

void app_end_limbo(struct app *app)
{
    view_free(app->limbo);
    app->limbo = NULL;
    app->escaped_at_ms = 0;
}

/* Makes the digit behind an Esc a function key, on the view that Esc had left. */
static void join_escape(struct app *app, struct key *key)
{
    const enum key_code function = key_function_of_digit(key);
    const bool is_soon = app->escaped_at_ms != 0 &&
                         app->port.now_ms(app->port.self) - app->escaped_at_ms <= ESCAPE_DIGIT_MS;
    if (is_soon && function != CODE_NONE) {
        key->code = function;
        if (app->limbo != NULL && app->view_count < APP_VIEWS_MAX) {
            app->views[app->view_count++] = app->limbo;
            app->limbo = NULL;
            app_reload(app, app_top(app));
            places_keep(app);
        }
    }
    app_end_limbo(app);
}

/* The slots of the key bar stand for their keys. */
static bool click(struct app *app, struct key *key)
{
    if (key->row != app->grid.rows - 1)
        return false;
    key->code = chrome_key_at(app, key->column);
    return key->code != CODE_NONE;
}

void app_handle(struct app *app, const struct key *pressed)
{
    struct key key = *pressed;
    struct view *view = app_top(app);
    if (key.code == CODE_HANGUP) {
        app_keep_draft(app, view);
        app->is_over = true;
        return;
    }
    if (key.code == CODE_RESIZE || key.code == CODE_NONE)
        return;
    if (key.code == CODE_RESUME) {
        app_redraw(app);
        return;
    }
    join_escape(app, &key);
    view = app_top(app);
    if (key.code == CODE_MOUSE && !click(app, &key))
        return;
    if (view->class->is_guarded && !view->is_shown)
        return;
    const struct form *form = view_form(view);
    const size_t focus = form == NULL ? 0 : form->focus;
    dispatch(app, view, &key);
    /* Somebody else's form may have taken its place. */
    form = app_top(app) == view ? view_form(view) : NULL;
    if (app->is_said_of_field && form != NULL && form->focus != focus)
        app->said[0] = '\0';
}
