/* SPDX-License-Identifier: Apache-2.0 */

/* Who can open the office file. */
#include "base/array.h"
#include "base/ascii.h"
#include "language.h"
#include "view/dialog.h"
#include "view/users_private.h"
#include "view/view_list.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_COLUMNS = 3, ROLE_COLUMNS = 18, DAY_COLUMNS = 10, DIGITS = 9 };

/* ---- the list */

struct collection {
    struct users_view *users;
    size_t count;
    enum status status;
    struct error *error;
};

static bool collect(void *self, const struct office_user *user)
{
    struct collection *collection = self;
    struct users_view *users = collection->users;
    collection->status = array_reserve(&users->users, &users->capacity, sizeof(*users->users),
                                       collection->count + 1, collection->error);
    if (collection->status != STATUS_OK)
        return false;
    users->users[collection->count++] = *user;
    return true;
}

/* Who can open the file comes first; both kinds by name, as they come. */
static int active_first(const void *left, const void *right)
{
    const struct office_user *one = left, *other = right;
    if (one->is_active != other->is_active)
        return one->is_active ? -1 : 1;
    return strcmp(one->name, other->name);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct users_view *users = (struct users_view *)view;
    struct collection collection = { users, 0, STATUS_OK, error };
    enum status status =
        office_each_user(app_session(app)->desk.office, collect, &collection, error);
    if (status == STATUS_OK)
        status = collection.status;
    if (collection.count > 1)
        qsort(users->users, collection.count, sizeof(*users->users), active_first);
    list_set_count(&users->list, collection.count);
    return status == STATUS_OK ? users_load_access(users, app, error) : status;
}

/* The access of whoever is marked now. */
static void prepare(struct app *app, struct view *view)
{
    struct users_view *users = (struct users_view *)view;
    const struct office_user *user = users_selected(users);
    struct error error = { 0 };
    if (user != NULL && strcmp(user->id, users->seen) != 0 &&
        users_load_access(users, app, &error) != STATUS_OK)
        app_fail(app, &error);
}

const struct office_user *users_selected(const struct users_view *users)
{
    return users->list.count == 0 ? NULL : &users->users[users->list.selected];
}

bool users_is_own(const struct app *app, const struct office_user *user)
{
    return strcmp(user->id, app_session_of(app)->desk.desk.actor) == 0;
}

void users_changed(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct case_desk *desk = &app_session(app)->desk;
    user_names_release(&desk->users);
    if (user_names_load(&desk->users, desk->office, &error) != STATUS_OK)
        app_fail(app, &error);
    app_reload(app, view);
}

/* ---- showing */

struct drawing {
    const struct app *app;
    const struct users_view *users;
};

static void draw_user(const void *self, struct area row, size_t index)
{
    const struct drawing *drawing = self;
    const struct office_user *user = &drawing->users->users[index];
    char number[16], local[LOCAL_TIME_SIZE], day[LOCAL_TIME_SIZE], state[200];
    const int name = row.columns > 70 ? 22 : 14;
    int column = 0;
    snprintf(number, sizeof(number), index < DIGITS ? "%zu" : " ", index + 1);
    local_time_format(local, user->is_active ? user->created_at : user->revoked_at);
    local_time_shorten(day, local);
    snprintf(state, sizeof(state), "%s%s%s", label_user_state(user),
             users_is_own(drawing->app, user) ? ", " : "",
             users_is_own(drawing->app, user) ? C_("user", "you") : "");
    area_text(row, 0, column, STYLE_PLAIN, number);
    column += NUMBER_COLUMNS;
    area_fit(row, 0, column, name, STYLE_PLAIN, user->name);
    column += name + 1;
    area_fit(row, 0, column, ROLE_COLUMNS, STYLE_PLAIN, label_role(user->role));
    column += ROLE_COLUMNS + 1;
    day[DAY_COLUMNS] = '\0';
    if (row.columns > 60) {
        area_text(row, 0, column, STYLE_PLAIN, day);
        column += DAY_COLUMNS + 1;
    }
    area_fit(row, 0, column, row.columns - column, STYLE_PLAIN, state);
}

static void draw_right(const struct app *app, struct frame *frame)
{
    const struct session *session = app_session_of(app);
    snprintf(frame->right, sizeof(frame->right), "%s",
             office_role(session->desk.office) == ROLE_RECOVERY
                 ? _("opened with the recovery sheet")
                 : session_user_name(session));
}

/* Of the marked user: "Restricted files: reads asylum, children", and what can be done about it. */
static void draw_access(const struct app *app, const struct users_view *users, struct area area)
{
    char text[ACCESS_TEXT_SIZE + 200];
    snprintf(text, sizeof(text), "%s %s.   %s", _("Restricted files:"), users->access,
             users_may_grant(app, &users->view) ? _("G gives access, T takes it back.") : "");
    area_paragraph(area, 0, 0, STYLE_PLAIN, text);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct users_view *users = (const struct users_view *)view;
    struct area body = frame->body;
    const struct drawing drawing = { app, users };
    const bool may_manage = session_may(app_session_of(app), ACT_MANAGE_USERS);
    snprintf(frame->title, sizeof(frame->title), "%s", _("Users"));
    draw_right(app, frame);
    snprintf(frame->next, sizeof(frame->next), "%s",
             may_manage ? _("Enter shows what can be done for this user.   N adds another one.")
                        : _("O changes your own passphrase.  The rest is for supervisors."));
    int row = body.rows > 14;
    row += area_paragraph(body, row, 1, STYLE_STRONG, _("Who can open this office file")) + 1;
    const int help = body.rows > 14 && may_manage ? 2 : 0;
    const int access = users->access[0] != '\0' && body.rows > 8 ? 3 : 0;
    list_draw(&users->list, area_part(body, row, 0, body.rows - row - help - access, body.columns),
              true, draw_user, &drawing);
    if (access > 0)
        draw_access(app, users, area_part(body, body.rows - help - 2, 3, 2, body.columns - 4));
    if (help > 0)
        area_paragraph(body, body.rows - 1, 3, STYLE_PLAIN,
                       _("N  new user     P  passphrase     R  revoke     S  new recovery sheet"));
}

static void release(struct view *view)
{
    free(((struct users_view *)view)->users);
}

/* ---- its keys */

static bool may_manage(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_MANAGE_USERS);
}

static bool is_user(const struct app *app, const struct view *view)
{
    (void)view;
    return office_role(app_session_of(app)->desk.office) != ROLE_RECOVERY;
}

static bool may_change(const struct app *app, const struct view *view)
{
    const struct office_user *user = users_selected((const struct users_view *)view);
    return may_manage(app, view) && user != NULL && user->is_active;
}

static void new_sheet(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &users_sheet_class, NULL);
}

static const struct action action_add = { "add_user", NC_("key bar", "New"),
                                          N_("Let somebody else open this file") };
static const struct action action_passphrase = { "passphrase", NC_("key bar", "Pass"),
                                                 N_("Give the marked user a new passphrase") };
static const struct action action_own = { "own_passphrase", NC_("key bar", "Own"),
                                          N_("Change your own passphrase") };
static const struct action action_revoke = { "revoke", NC_("key bar", "Revoke"),
                                             N_("Keep the marked user from opening this file") };
static const struct action action_sheet = { "new_sheet", NC_("key bar", "Sheet"),
                                            N_("Make a new recovery sheet; the old one is worth "
                                               "nothing then") };

static const struct action action_grant = { "grant_access", NC_("key bar", "Grant"),
                                            N_("Let the marked user read restricted files") };
static const struct action action_withdraw = { "withdraw_access", NC_("key bar", "Take"),
                                               N_("Take back what the marked user reads of "
                                                  "restricted files") };

static const struct binding keymap[] = {
    { "n", &action_add, users_add, may_manage },
    { "p", &action_passphrase, users_set_passphrase, may_change },
    { "o", &action_own, users_set_own_passphrase, is_user },
    { "r", &action_revoke, users_revoke, may_change },
    { "s", &action_sheet, new_sheet, may_manage },
    { "g", &action_grant, users_grant, users_may_grant },
    { "t", &action_withdraw, users_withdraw, users_may_grant },
    { .action = NULL },
};

/* ---- Enter: what can be done for one user */

static void answered(struct app *app, struct view *below, size_t answer)
{
    const struct office_user *user = users_selected((const struct users_view *)below);
    if (user == NULL)
        return;
    if (!user->is_active && answer == 0)
        users_add(app, below);
    else if (user->is_active && answer == 0)
        users_set_passphrase(app, below);
    else if (user->is_active && answer == 1)
        users_revoke(app, below);
}

static void ask(struct app *app, const struct office_user *user)
{
    const char *const active[] = { _("Give a new passphrase"), _("Keep this user out"),
                                   _("Nothing") };
    const char *const revoked[] = { _("Let this user in again"), _("Nothing") };
    const struct dialog_question question = {
        .title = user->name,
        .answers = user->is_active ? active : revoked,
        .answer_count = user->is_active ? 3 : 2,
        .answered = answered,
    };
    dialog_ask(app, &question);
}

/* A digit is the row with that number. */
static bool is_choice(struct users_view *users, const struct key *key)
{
    if (key->code == CODE_ENTER)
        return users->list.count > 0;
    if (key->code != CODE_TEXT || !ascii_is_digit(key->text[0]) || key->text[0] == '0')
        return false;
    const size_t index = (size_t)(key->text[0] - '1');
    if (index >= users->list.count)
        return false;
    users->list.selected = index;
    return true;
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct users_view *users = (struct users_view *)view;
    if (list_handle(&users->list, key, DIGITS))
        return true;
    if (!is_choice(users, key))
        return false;
    const struct office_user *user = users_selected(users);
    if (user == NULL)
        return true;
    if (may_manage(app, view))
        ask(app, user);
    else if (users_is_own(app, user))
        users_set_own_passphrase(app, view);
    else
        app_say(app, _("Only a supervisor changes other users."));
    return true;
}

const struct view_class users_view_class = {
    .name = "users",
    .about = N_("Who can open the office file, and what each of them may do.  A supervisor lets "
                "people in and keeps them out; everybody changes the own passphrase here."),
    .size = sizeof(struct users_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .prepare = prepare,
    .draw = draw,
    .handle = handle,
    .release = release,
};
