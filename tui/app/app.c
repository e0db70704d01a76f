/* SPDX-License-Identifier: Apache-2.0 */
#include "app/app_private.h"

#include "language.h"
#include "sentence.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- life */

enum status app_new(struct app **out, const struct port *port, const struct app_options *options,
                    struct error *error)
{
    *out = calloc(1, sizeof(**out));
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "the application");
    (*out)->port = *port;
    (*out)->options = *options;
    (*out)->is_language_chosen = options->is_language_chosen;
    (*out)->path = strdup(options->path);
    (*out)->last_key_ms = port->now_ms(port->self);
    return STATUS_OK;
}

static void views_free(struct app *app)
{
    app_end_limbo(app);
    while (app->view_count > 0)
        view_free(app->views[--app->view_count]);
}

void app_free(struct app **app)
{
    if (*app == NULL)
        return;
    views_free(*app);
    remembered_forget(*app);
    session_end(&(*app)->session);
    view_free(training_end(*app));
    grid_release(&(*app)->grid);
    free((*app)->remembered);
    places_let_go(*app);
    free((*app)->path);
    sodium_memzero(*app, sizeof(**app));
    free(*app);
    *app = NULL;
}

/* ---- views */

static struct view *view_new(const struct view_class *class, const struct place *place)
{
    struct view *view = calloc(1, class->size);
    if (view == NULL)
        return NULL;
    view->class = class;
    if (place != NULL)
        view->place = *place;
    return view;
}

void view_free(struct view *view)
{
    if (view == NULL)
        return;
    if (view->class->release != NULL)
        view->class->release(view);
    sodium_memzero(view, view->class->size);
    free(view);
}

struct form *view_form(struct view *view)
{
    return view == NULL || view->class->form == NULL ? NULL : view->class->form(view);
}

static bool view_load(struct app *app, struct view *view)
{
    struct error error = { 0 };
    if (view->class->load == NULL || view->class->load(app, view, &error) == STATUS_OK) {
        view->is_loaded = true;
        view->is_forbidden = false;
        return true;
    }
    view->is_forbidden = error.status == STATUS_RESTRICTED && view->place.subject[0] != '\0' &&
                         view->class != app->options.views->restricted;
    if (view->is_forbidden)
        app->restricted = view->place;
    else
        app_fail(app, &error);
    return false;
}

static bool app_push(struct app *app, struct view *view)
{
    if (view == NULL || app->view_count == APP_VIEWS_MAX) {
        app_say(app, _("Too many screens are open: go back first."));
        view_free(view);
        return false;
    }
    if (app->view_count > 0)
        app_keep_draft(app, app->views[app->view_count - 1]);
    view->serial = ++app->last_serial;
    app->views[app->view_count++] = view;
    return true;
}

struct view *app_pop(struct app *app)
{
    if (app->view_count == 0)
        return NULL;
    struct view *view = app->views[app->view_count - 1];
    app_keep_draft(app, view);
    app->view_count--;
    return view;
}

struct view *app_open(struct app *app, const struct view_class *class, const struct place *place)
{
    struct view *view = view_new(class, place);
    if (!app_push(app, view))
        return NULL;
    if (!view_load(app, view)) {
        app->view_count--;
        view_free(view);
        return NULL;
    }
    recent_note(app, view);
    app_fetch_draft(app, view);
    places_keep(app);
    return view;
}

struct view *app_replace(struct app *app, const struct view_class *class, const struct place *place)
{
    struct view *old = app_pop(app);
    struct view *view = app_open(app, class, place);
    if (view == NULL && old != NULL)
        app->views[app->view_count++] = old;
    else
        view_free(old);
    return view;
}

void app_reload(struct app *app, struct view *view)
{
    if (view != NULL)
        view_load(app, view);
}

/* Not at once: whoever opened or read it again still looks at it. */
void app_show_restricted(struct app *app)
{
    while (app->restricted.subject[0] != '\0') {
        const struct place place = { .detail = "" };
        struct place shown = place;
        memcpy(shown.subject, app->restricted.subject, sizeof(shown.subject));
        app->restricted = place;
        struct view *top = app_top(app);
        while (top != NULL && top->is_forbidden && app->view_count > 1) {
            app->view_count--;
            view_free(top);
            top = app_top(app);
        }
        if (app->options.views->restricted != NULL && session_is_open(&app->session))
            app_open(app, app->options.views->restricted, &shown);
    }
}

void app_back(struct app *app)
{
    if (app->view_count < 2)
        return;
    view_free(app_pop(app));
    app_reload(app, app_top(app));
    places_keep(app);
}

void app_leave(struct app *app)
{
    if (app->view_count > 1)
        view_free(app_pop(app));
}

void app_back_to(struct app *app, const struct view_class *class)
{
    while (app->view_count > 1 && app_top(app)->class != class)
        view_free(app_pop(app));
    app_reload(app, app_top(app));
    places_keep(app);
}

struct view *app_top(const struct app *app)
{
    return app->view_count == 0 ? NULL : app->views[app->view_count - 1];
}

struct view *app_below(const struct app *app, const struct view *view)
{
    for (size_t i = 1; i < app->view_count; i++)
        if (app->views[i] == view)
            return app->views[i - 1];
    return NULL;
}

/* ---- entering and leaving */

void app_enter(struct app *app, const struct view_class *home)
{
    views_free(app);
    app->last_key_ms = app->port.now_ms(app->port.self);
    app->last_user[0] = '\0';
    user_language_find(app);
    struct places *places = places_read(app);
    if (app_open(app, home, NULL) == NULL) {
        session_end(&app->session);
        app_open(app, app->options.views->lock, NULL);
    } else
        places_restore(app, places);
    free(places);
}

const char *app_last_user(const struct app *app)
{
    return app->last_user;
}

void app_close_file(struct app *app)
{
    if (app->view_count > 0)
        app_keep_draft(app, app_top(app));
    views_free(app);
    remembered_forget(app);
    recent_forget(app);
    session_end(&app->session);
    places_let_go(app);
    scan_forget(&app->scan);
    sodium_memzero(app->said, sizeof(app->said));
    app->is_language_chosen = false;
}

void app_lock(struct app *app)
{
    const struct place locked = { .detail = "locked" };
    if (session_is_open(&app->session) && office_role(app->session.desk.office) != ROLE_RECOVERY)
        snprintf(app->last_user, sizeof(app->last_user), "%s", session_user_name(&app->session));
    app_close_file(app);
    grid_release(&app->grid);
    app->port.wipe(app->port.self);
    app_open(app, app->options.views->lock, &locked);
}

void app_quit(struct app *app)
{
    if (app->view_count > 0)
        app_keep_draft(app, app_top(app));
    places_forget(app);
    if (!app_is_training(app)) {
        app->is_over = true;
        return;
    }
    app_close_file(app);
    app->last_user[0] = '\0';
    if (app_push(app, training_end(app)))
        app_reload(app, app_top(app));
    app_say(app, _("The training data were thrown away."));
}

/* ---- what views share */

struct session *app_session(struct app *app)
{
    return &app->session;
}

const struct session *app_session_of(const struct app *app)
{
    return &app->session;
}

bool app_may_keep_people(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(&app->session, ACT_KEEP_PEOPLE);
}

struct casefile_desk *app_desk(struct app *app)
{
    return &app->session.desk.desk;
}

struct store *app_store(struct app *app)
{
    return app->session.desk.desk.store;
}

struct day app_today(const struct app *app)
{
    return app->session.desk.desk.today;
}

const struct day *app_fixed_today(const struct app *app)
{
    return app->options.today != NULL ? app->options.today : training_today(app);
}

const char *app_path(const struct app *app)
{
    return app->path;
}

void app_set_path(struct app *app, const char *path)
{
    char *copy = strdup(path);
    if (copy == NULL)
        return;
    free(app->path);
    app->path = copy;
}

const struct port *app_port(const struct app *app)
{
    return &app->port;
}

void app_redraw(struct app *app)
{
    app->port.redraw(app->port.self);
}

const struct grid *app_grid(const struct app *app)
{
    return &app->grid;
}

const char *app_said(const struct app *app)
{
    return app->said;
}

/* ---- the message line */

void app_say(struct app *app, const char *text)
{
    snprintf(app->said, sizeof(app->said), "%s", text);
    app->is_said_now = true;
    app->is_said_of_field = false;
}

void app_say_with(struct app *app, const char *text, const char *value)
{
    const char *hole = strstr(text, "%s");
    if (hole == NULL)
        app_say(app, text);
    else
        snprintf(app->said, sizeof(app->said), "%.*s%s%s", (int)(hole - text), text, value,
                 hole + 2);
    app->is_said_now = true;
    app->is_said_of_field = false;
}

void app_fail(struct app *app, const struct error *error)
{
    char number[24];
    char *text = app->said;
    const bool has_number = error->number != 0;
    const char *sentence = sentence_text(error->status, has_number);
    const char *hole = strstr(sentence, "%lld");
    app->is_said_now = true;
    app->is_said_of_field = false;
    snprintf(number, sizeof(number), "%lld", error->number);
    if (hole == NULL)
        snprintf(text, sizeof(app->said), "%s %s", sentence, sentence_advice(error->status));
    else
        snprintf(text, sizeof(app->said), "%.*s%s%s %s", (int)(hole - sentence), sentence, number,
                 hole + strlen("%lld"), sentence_advice(error->status));
}
