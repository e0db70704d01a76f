/* SPDX-License-Identifier: Apache-2.0 */

/* Whom and what somebody has just worked on: kept in memory only, until the file is closed. */
#include "app/app_private.h"

#include <sodium.h>
#include <string.h>

void recent_note(struct app *app, const struct view *view)
{
    const struct recent opened = { view->class, view->place };
    size_t at = 0;
    if (!view->class->is_recent)
        return;
    while (at < app->recent_count &&
           (app->recent[at].class != opened.class ||
            strcmp(app->recent[at].place.subject, opened.place.subject) != 0))
        at++;
    if (at == APP_RECENT_MAX)
        at--;
    if (at == app->recent_count)
        app->recent_count++;
    memmove(&app->recent[1], &app->recent[0], at * sizeof(app->recent[0]));
    app->recent[0] = opened;
}

void recent_forget(struct app *app)
{
    sodium_memzero(app->recent, sizeof(app->recent));
    app->recent_count = 0;
}

const struct view_class *app_recent(const struct app *app, size_t index, const char **subject)
{
    if (index >= app->recent_count)
        return NULL;
    *subject = app->recent[index].place.subject;
    return app->recent[index].class;
}
