/* SPDX-License-Identifier: Apache-2.0 */

/* Letting users in, keeping them out, and their passphrases. */
#include "language.h"
#include "view/dialog.h"
#include "view/passphrase_fields.h"
#include "view/users_private.h"
#include "wording/label.h"

#include <stdio.h>
#include <string.h>

enum { NAME_COLUMNS = 32 };

static struct users_view *users_of(struct view *below)
{
    return (struct users_view *)below;
}

/* Deriving a key takes a second on a good PC and more on an old one. */
static void say_working(struct app *app)
{
    app_say(app, _("Making the key..."));
    app_draw(app);
    app_say(app, "");
}

static struct office *office_of(struct app *app)
{
    return app_session(app)->desk.office;
}

/* The general sentences about files would mislead. */
static void say_failure(struct app *app, const char *name, const struct error *error)
{
    if (error->status == STATUS_EXISTS)
        app_say_with(app, _("There is already an active user %s."), name);
    else if (error->status == STATUS_NOT_FOUND)
        app_say_with(app, _("There is no active user %s."), name);
    else
        app_fail(app, error);
}

/* ---- another user */

static void build_add(struct app *app, struct view *below, struct form *form)
{
    const struct office_user *user = users_selected(users_of(below));
    struct form_field *field = form_add(form, FORM_TEXT, "name", _("Name"));
    (void)app;
    if (field != NULL) {
        field->is_required = true;
        field->columns = NAME_COLUMNS;
        field->input.max = USER_NAME_MAX_CHARACTERS;
    }
    form_field_hint(field, _("as colleagues say it"));
    field = form_add(form, FORM_CHOICE, "role", _("Role"));
    for (enum role role = ROLE_CLERK; role < ROLE_RECOVERY; role++)
        form_field_option(field, role_name(role), label_role(role));
    form_set(form, "role", role_name(ROLE_CLERK));
    passphrase_fields_add(form);
    if (user != NULL && !user->is_active) { /* to be let in again */
        form_set(form, "name", user->name);
        form_set(form, "role", role_name(user->role));
    }
}

static struct passphrase_owner owner_of(struct app *app, const char *name)
{
    return (struct passphrase_owner){ name, app_session(app)->is_training };
}

static void left_add(struct app *app, struct view *below, struct form *form, size_t field)
{
    const struct passphrase_owner owner = owner_of(app, form_value(form, "name"));
    (void)below;
    if (form->fields[field].kind == FORM_SECRET)
        passphrase_fields_left(form, field, &owner);
    else
        form_field_fault(&form->fields[field], NULL);
}

/* What is wrong with the name stands at the name. */
static void show_add_failure(struct app *app, struct form *form, const struct error *error)
{
    const bool is_name = error->status == STATUS_NAME_INVALID || error->status == STATUS_EXISTS;
    say_failure(app, form_value(form, "name"), error);
    if (!is_name)
        return;
    form_field_fault(form_find(form, "name"), app_said(app));
    form_focus(form, "name");
    app_say(app, "");
}

static bool submit_add(struct app *app, struct view *below, struct form *form)
{
    enum role role = ROLE_CLERK;
    struct error error = { 0 };
    const char *name = form_value(form, "name");
    if (name[0] == '\0') {
        form_field_fault(form_find(form, "name"), _("Type the name."));
        form_focus(form, "name");
        return false;
    }
    const struct passphrase_owner owner = owner_of(app, name);
    const struct secret *passphrase = passphrase_fields_read(form, &owner);
    if (passphrase == NULL)
        return false;
    if (role_parse(&role, form_value(form, "role"), &error) != STATUS_OK) {
        form_field_fault(form_find(form, "role"), _("Choose a role: F4 shows the list."));
        form_focus(form, "role");
        return false;
    }
    say_working(app);
    if (office_add_user(office_of(app), name, role, passphrase, &error) != STATUS_OK) {
        show_add_failure(app, form, &error);
        return false;
    }
    app_say_with(app, _("%s can open the file from now on, with this name and passphrase."), name);
    users_changed(app, below);
    return true;
}

void users_add(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("New user"),
        .text = _("Best the new user types the passphrase, and nobody else knows it."),
        .button = _("lets the user in"),
        .build = build_add,
        .submit = submit_add,
        .left = left_add,
    };
    (void)view;
    dialog_fill(app, &request);
}

/* ---- passphrases */

static void build_passphrase(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    passphrase_fields_add(form);
}

static void left_passphrase(struct app *app, struct view *below, struct form *form, size_t field)
{
    const struct office_user *user = users_selected(users_of(below));
    const struct passphrase_owner owner = owner_of(app, user == NULL ? "" : user->name);
    passphrase_fields_left(form, field, &owner);
}

static bool set_passphrase(struct app *app, struct form *form, const char *name,
                           const char *owner_name)
{
    struct error error = { 0 };
    const struct passphrase_owner owner = owner_of(app, owner_name);
    const struct secret *passphrase = passphrase_fields_read(form, &owner);
    if (passphrase == NULL)
        return false;
    say_working(app);
    if (office_set_passphrase(office_of(app), name, passphrase, &error) == STATUS_OK)
        return true;
    say_failure(app, owner_name, &error);
    return false;
}

static bool submit_passphrase(struct app *app, struct view *below, struct form *form)
{
    const struct office_user *user = users_selected(users_of(below));
    if (user == NULL)
        return true;
    if (!set_passphrase(app, form, user->name, user->name))
        return false;
    app_say_with(app, _("The new passphrase of %s is set.  The old one opens nothing any more."),
                 user->name);
    users_changed(app, below);
    return true;
}

void users_set_passphrase(struct app *app, struct view *view)
{
    char title[FRAME_TEXT_SIZE];
    const struct office_user *user = users_selected(users_of(view));
    if (user == NULL)
        return;
    snprintf(title, sizeof(title), _("New passphrase of %s"), user->name);
    const struct dialog_request request = {
        .title = title,
        .text = passphrase_fields_advice(),
        .button = _("sets the passphrase"),
        .build = build_passphrase,
        .submit = submit_passphrase,
        .left = left_passphrase,
    };
    dialog_fill(app, &request);
}

static void left_own(struct app *app, struct view *below, struct form *form, size_t field)
{
    const struct passphrase_owner owner = owner_of(app, session_user_name(app_session_of(app)));
    (void)below;
    passphrase_fields_left(form, field, &owner);
}

static bool submit_own(struct app *app, struct view *below, struct form *form)
{
    if (!set_passphrase(app, form, NULL, session_user_name(app_session_of(app))))
        return false;
    app_say(app, _("Your new passphrase is set.  The old one opens nothing any more."));
    users_changed(app, below);
    return true;
}

void users_set_own_passphrase(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("Your new passphrase"),
        .text = passphrase_fields_advice(),
        .button = _("sets the passphrase"),
        .build = build_passphrase,
        .submit = submit_own,
        .left = left_own,
    };
    (void)view;
    dialog_fill(app, &request);
}

/* ---- keeping somebody out */

static void answered_revoke(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct office_user *user = users_selected(users_of(below));
    if (answer != 1 || user == NULL)
        return;
    if (office_revoke_user(office_of(app), user->name, &error) != STATUS_OK) {
        say_failure(app, user->name, &error);
        return;
    }
    app_say_with(app,
                 _("%s can no longer open this file.  Now give it a new key: everybody leaves, "
                   "then a supervisor runs 'qadam vault rekey'."),
                 user->name);
    users_changed(app, below);
}

void users_revoke(struct app *app, struct view *view)
{
    char title[FRAME_TEXT_SIZE];
    const char *const answers[] = { _("Change nothing"), _("Keep this user out") };
    const struct office_user *user = users_selected(users_of(view));
    if (user == NULL)
        return;
    if (users_is_own(app, user)) {
        app_say(app, _("You cannot keep yourself out: another supervisor does that."));
        return;
    }
    snprintf(title, sizeof(title), _("Keep %s out?"), user->name);
    const struct dialog_question question = {
        .title = title,
        .text = _("The passphrase of this user opens the file no longer.  What the user entered "
                  "stays.  An old copy of the file, on a stick perhaps, still opens; so give the "
                  "file a new key afterwards with the command 'qadam vault rekey'."),
        .answers = answers,
        .answer_count = sizeof(answers) / sizeof(answers[0]),
        .is_destructive = true,
        .answered = answered_revoke,
    };
    dialog_ask(app, &question);
}
