/* SPDX-License-Identifier: Apache-2.0 */

/* Keys in, screens out; and what happens when no key comes. */
#include "app/app_private.h"

#include "language.h"

#include <sodium.h>

enum { LOCK_WARNING_MS = 30000, DRAFT_PAUSE_MS = 1000, MINUTE_MS = 60000 };

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
    const struct form *form = view_form(app_top(app));
    return form != NULL && form->is_dirty && draft_can_keep(app, app_top(app));
}

static long long lock_after_ms(const struct app *app)
{
    return (long long)app->session.lock_minutes * MINUTE_MS;
}

/* How long nothing has to happen. */
static int pause_ms(struct app *app)
{
    if (app->limbo != NULL) /* a casefile that was left is in hand until it is let go */
        return ESCAPE_DIGIT_MS;
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

/* Nobody typed for as long as pause_ms() said.  A draft that cannot be kept, on a full disk for
 * instance, does not keep the file open. */
static void app_idle(struct app *app)
{
    app_end_limbo(app);
    if (has_dirty_form(app))
        app_keep_draft(app, app_top(app));
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
    app_show_restricted(app);
    if (!app->is_over)
        app_draw(app);
    return !app->is_over;
}

int app_run(struct app *app, const struct view_class *first)
{
    app_open(app, first, NULL);
    app_show_restricted(app);
    app_draw(app);
    while (app_turn(app))
        ;
    app_close_file(app);
    return app->exit_code;
}
