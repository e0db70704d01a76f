/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the users' screen share. */
#ifndef QADAM_VIEW_USERS_PRIVATE_H
#define QADAM_VIEW_USERS_PRIVATE_H

#include "app/app.h"
#include "command/access_text.h"
#include "widget/list.h"

struct users_view {
    struct view view;
    struct office_user *users;
    size_t capacity;
    struct list list;
    char seen[UUID_TEXT_SIZE];     /* whose access that is */
    char access[ACCESS_TEXT_SIZE]; /* to restricted files; "" for roles that read none */
};

/* NULL when there is none. */
const struct office_user *users_selected(const struct users_view *users);
bool users_is_own(const struct app *app, const struct office_user *user);
/* Users have changed: the list, and the names that all screens show. */
void users_changed(struct app *app, struct view *view);

/* ---- users_act.c: what can be done, each with its dialog; view is the users' screen */
void users_add(struct app *app, struct view *view);
void users_revoke(struct app *app, struct view *view);
void users_set_passphrase(struct app *app, struct view *view);
void users_set_own_passphrase(struct app *app, struct view *view);

/* ---- users_access.c */
/* Reads users->access of the selected one. */
MUST_CHECK enum status users_load_access(struct users_view *users, struct app *app,
                                         struct error *error);
bool users_may_grant(const struct app *app, const struct view *view);
void users_grant(struct app *app, struct view *view);
void users_withdraw(struct app *app, struct view *view);

/* A new recovery sheet. */
extern const struct view_class users_sheet_class;

#endif
