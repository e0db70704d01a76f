/* SPDX-License-Identifier: Apache-2.0 */
#include "app/app_private.h"

#include "language.h"
#include "sentence.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOCK_WARNING_MS = 30000, DRAFT_PAUSE_MS = 1000, MINUTE_MS = 60000 };

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
    free((*app)->kept_places);
    free((*app)->path);
    sodium_memzero(*app, sizeof(**app));
    free(*app);
    *app = NULL;
}

/* ---- views */

struct view *view_new(const struct view_class *class, const struct place *place)
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
        return true;
    }
    app_fail(app, &error);
    return false;
}

bool app_push(struct app *app, struct view *view)
{
    if (view == NULL || app->view_count == APP_VIEWS_MAX) {
        app_say(app, _("Too many screens are open: go back first."));
        view_free(view);
        return false;
    }
    if (app->view_count > 0)
        app_keep_draft(app, app->views[app->view_count - 1]);
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

void app_back(struct app *app)
{
    if (app->view_count < 2)
        return;
    view_free(app_pop(app));
    app_reload(app, app_top(app));
    places_keep(app);
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
        app_open(app, app->lock_view, NULL);
    } else
        places_restore(app, places);
    free(places);
}

void app_set_lock_view(struct app *app, const struct view_class *class)
{
    app->lock_view = class;
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
    free(app->kept_places);
    app->kept_places = NULL;
    app->said[0] = '\0';
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
    app_open(app, app->lock_view, &locked);
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

/* ---- the loop */

/* What waits until no key is left to be read. */
static void prepare(struct app *app)
{
    struct view *view = app_top(app);
    if (view != NULL && view->class->prepare != NULL &&
        (view->class->is_locked || session_is_open(&app->session)))
        view->class->prepare(app, view);
}

void app_draw(struct app *app)
{
    int rows, columns;
    prepare(app);
    app->port.get_size(app->port.self, &rows, &columns);
    if (app->options.is_big) {
        enum { BIG_ROWS = 16, BIG_COLUMNS = 60 };
        rows = rows > BIG_ROWS ? BIG_ROWS : rows;
        columns = columns > BIG_COLUMNS ? BIG_COLUMNS : columns;
    }
    if (grid_resize(&app->grid, rows, columns, NULL) != STATUS_OK)
        return;
    chrome_draw(app);
    app->port.show(app->port.self, &app->grid);
    if (app->view_count > 0)
        app_top(app)->is_shown = true;
}

static bool has_dirty_form(struct app *app)
{
    const struct view *top = app_top(app);
    const struct form *form = view_form(app_top(app));
    return form != NULL && form->is_dirty && top->class->draft_form != NULL &&
           session_is_open(&app->session);
}

static long long lock_after_ms(const struct app *app)
{
    return (long long)app->session.lock_minutes * MINUTE_MS;
}

/* How long nothing has to happen. */
static int pause_ms(struct app *app)
{
    if (has_dirty_form(app))
        return DRAFT_PAUSE_MS;
    if (!session_is_open(&app->session) || app->session.lock_minutes == 0)
        return PORT_FOREVER;
    long long until = app->last_key_ms + lock_after_ms(app);
    if (!app->is_warned)
        until -= LOCK_WARNING_MS;
    const long long left = until - app->port.now_ms(app->port.self);
    return left < 0 ? 0 : (int)left;
}

/* Whoever comes back to a PC that slept, or to a program that was stopped, is asked who it is. */
static bool is_locked_by_time(struct app *app)
{
    const long long idle = app->port.now_ms(app->port.self) - app->last_key_ms;
    return session_is_open(&app->session) && app->session.lock_minutes > 0 &&
           idle >= lock_after_ms(app);
}

/* Nobody typed for as long as pause_ms() said. */
static void app_idle(struct app *app)
{
    app_end_limbo(app);
    if (has_dirty_form(app)) {
        app_keep_draft(app, app_top(app));
        return;
    }
    const long long idle = app->port.now_ms(app->port.self) - app->last_key_ms;
    if (is_locked_by_time(app))
        app_lock(app);
    else if (session_is_open(&app->session) && app->session.lock_minutes > 0 &&
             idle >= lock_after_ms(app) - LOCK_WARNING_MS) {
        app->is_warned = true;
        app_say(app, _("Locks in 30 seconds.  Any key keeps it open."));
    }
}

static void take_key(struct app *app, const struct key *key)
{
    const bool is_late = is_locked_by_time(app);
    app->last_key_ms = app->port.now_ms(app->port.self);
    if (is_late && key->code != CODE_HANGUP) {
        app_lock(app);
        return;
    }
    if (app->is_warned) {
        app->is_warned = false;
        app->said[0] = '\0';
    }
    const struct view *top = app_top(app);
    app->is_said_now = false;
    app_handle(app, key);
    /* What was said on another screen means nothing on this one. */
    if (app_top(app) != top && !app->is_said_now)
        app->said[0] = '\0';
}

bool app_turn(struct app *app)
{
    struct key key;
    if (!scan_read(&app->scan, &app->port, pause_ms(app), &key))
        app_idle(app);
    else {
        take_key(app, &key);
        while (!app->is_over && scan_read(&app->scan, &app->port, 0, &key))
            take_key(app, &key);
    }
    sodium_memzero(&key, sizeof(key));
    if (!app->is_over)
        app_draw(app);
    return !app->is_over;
}

int app_run(struct app *app, const struct view_class *first)
{
    app_open(app, first, NULL);
    app_draw(app);
    while (app_turn(app))
        ;
    app_close_file(app);
    return app->exit_code;
}
