/* SPDX-License-Identifier: Apache-2.0 */

/* Long work with its progress on the screen. */
#include "app/app_private.h"

#include "language.h"

#include <stdio.h>

enum { DRAW_EVERY_MS = 1000, BAR_COLUMNS = 20 };

static void draw_progress(struct app *app, long long done, long long total)
{
    char text[APP_SAID_SIZE], bar[BAR_COLUMNS * 4];
    int length = 0;
    const int share = total <= 0 ? 0 : (int)(done * 100 / total);
    for (int i = 0; i < BAR_COLUMNS; i++)
        length += snprintf(bar + length, sizeof(bar) - (size_t)length, "%s",
                           i * 100 / BAR_COLUMNS < share ? "█" : "░");
    snprintf(text, sizeof(text), "%s  %s %3d%%", app->work_title, bar, share);
    app_say(app, text);
    app_draw(app);
}

/* Whether somebody pressed Esc; other keys wait until the work is over, but pasted text does not
 * last that long. */
static bool is_stopped(struct app *app)
{
    struct scan *scan = &app->scan;
    struct key key;
    scan_forget_pasted(scan);
    while (scan->end < SCAN_KEYS_MAX && app->port.read(app->port.self, 0, &key)) {
        if (key.code == CODE_ESCAPE || key.code == CODE_HANGUP)
            app->is_work_stopped = true;
        if (key.code != CODE_ESCAPE && key.pasted == NULL)
            scan->waiting[scan->end++] = key;
        if (key.code == CODE_HANGUP)
            break; /* it is told again and again */
    }
    return app->is_work_stopped;
}

static bool report(void *self, long long done, long long total)
{
    struct app *app = self;
    const long long now = app->port.now_ms(app->port.self);
    if (total > 0 && (app->work_drawn_ms == 0 || now - app->work_drawn_ms >= DRAW_EVERY_MS)) {
        app->work_drawn_ms = now;
        draw_progress(app, done, total);
    }
    return !is_stopped(app);
}

struct progress app_progress(struct app *app, const char *title)
{
    app->work_title = title;
    app->work_drawn_ms = 0;
    app->is_work_stopped = false;
    return (struct progress){ report, app };
}
