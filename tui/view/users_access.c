/* SPDX-License-Identifier: Apache-2.0 */

/* Who reads restricted casefiles: giving that, only for emergencies too, and taking it back. */
#include "command/access_text.h"
#include "language.h"
#include "view/casefile_private.h"
#include "view/users_private.h"
#include "wording/compartment_label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char mode_reader[] = "reader", mode_emergency[] = "emergency";

enum status users_load_access(struct users_view *users, struct app *app, struct error *error)
{
    const struct office_user *user = users_selected(users);
    struct access_held held;
    users->seen[0] = users->access[0] = '\0';
    if (user == NULL)
        return STATUS_OK;
    memcpy(users->seen, user->id, sizeof(users->seen));
    if (!user->is_active || !role_may(user->role, ACT_READ_RESTRICTED))
        return STATUS_OK;
    const enum status status = access_find(app_store(app), user->id, &held, error);
    if (status == STATUS_OK)
        access_text_write(users->access, &held);
    return status;
}

bool users_may_grant(const struct app *app, const struct view *view)
{
    const struct office_user *user = users_selected((const struct users_view *)view);
    return session_may(app_session_of(app), ACT_GRANT_ACCESS) && user != NULL && user->is_active &&
           role_may(user->role, ACT_READ_RESTRICTED);
}

static void build_set(struct form *form, unsigned set)
{
    char words[COMPARTMENTS_TEXT_SIZE];
    struct form_field *field = form_add(form, FORM_CHOICES, "as", _("Which"));
    if (field == NULL)
        return;
    field->is_required = true;
    for (enum compartment i = 0; i < COMPARTMENT_COUNT; i++)
        form_field_option(field, compartment_word(i), label_compartment(i));
    compartments_write_words(words, set);
    form_set(form, "as", words);
}

static void build_grant(struct app *app, struct view *below, struct form *form)
{
    (void)below;
    build_set(form, keyring_compartments(store_keyring(app_store(app)), COMPARTMENT_READER));
    struct form_field *field = form_add(form, FORM_CHOICE, "mode", _("How"));
    form_field_option(field, mode_reader, _("reads restricted files"));
    form_field_option(field, mode_emergency, _("opens them in an emergency"));
    form_set(form, "mode", mode_reader);
}

static void build_withdraw(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    build_set(form, COMPARTMENTS_ALL);
}

/* Says how it ended; whether it did. */
static bool conclude(struct app *app, struct view *below, enum status status,
                     const struct error *error)
{
    const char *text = status == STATUS_OK ? NULL : access_refusal(error);
    if (text != NULL)
        app_say(app, text);
    else if (status != STATUS_OK)
        app_fail(app, error);
    if (status != STATUS_OK)
        return false;
    reader_names_tell(app_session(app)->desk.office);
    users_changed(app, below);
    return true;
}

static bool submit_grant(struct app *app, struct view *below, struct form *form)
{
    const struct office_user *user = users_selected((const struct users_view *)below);
    struct error error = { 0 };
    unsigned set = 0;
    if (user == NULL || !dialog_require(form, "as"))
        return false;
    const enum compartment_mode mode = strcmp(form_value(form, "mode"), mode_emergency) == 0
                                           ? COMPARTMENT_EMERGENCY
                                           : COMPARTMENT_READER;
    enum status status = compartments_parse(&set, form_value(form, "as"), &error);
    if (status == STATUS_OK)
        status = office_grant_access(app_session(app)->desk.office, user->name, set, mode, &error);
    if (!conclude(app, below, status, &error))
        return false;
    app_say(app, _("Access is given."));
    return true;
}

static bool submit_withdraw(struct app *app, struct view *below, struct form *form)
{
    const struct office_user *user = users_selected((const struct users_view *)below);
    struct office *office = app_session(app)->desk.office;
    struct error error = { 0 };
    unsigned set = 0;
    char *stale = NULL;
    if (user == NULL || !dialog_require(form, "as"))
        return false;
    enum status status = compartments_parse(&set, form_value(form, "as"), &error);
    if (status == STATUS_OK)
        status = office_withdraw_access(office, user->name, set, &error);
    if (!conclude(app, below, status, &error))
        return false;
    if (access_text_stale(&stale, office, &error) != STATUS_OK)
        app_fail(app, &error);
    else
        app_say(app, stale == NULL ? _("Access is taken back.") : stale);
    free(stale);
    return true;
}

void users_grant(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){
                         .title = _("Access to restricted files"),
                         .text = _("Nobody gives away what they do not read themselves."),
                         .button = _("gives access"),
                         .build = build_grant,
                         .submit = submit_grant });
}

void users_withdraw(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("Take access back"),
                                               .text = _("What this user reads of restricted "
                                                         "files, and opens in an emergency."),
                                               .button = _("takes it back"),
                                               .build = build_withdraw,
                                               .submit = submit_withdraw });
}
