/* SPDX-License-Identifier: Apache-2.0 */

/* Restricted casefiles that somebody opened in an emergency, until one of their readers has looked:
 * the first lines of "my day". */
#include "base/text.h"
#include "command/case/glass.h"
#include "language.h"
#include "view/home_private.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>

struct adding {
    struct home_rows *rows;
    struct day today;
    enum status status;
    struct error *error;
};

static bool add(void *self, const struct glass_break *glass)
{
    struct adding *adding = self;
    struct home_row *row = NULL;
    adding->status = home_row_add(adding->rows, &row, adding->error);
    if (adding->status != STATUS_OK)
        return false;
    row->class = &casefile_view_class;
    row->is_late = true;
    snprintf(row->place.subject, sizeof(row->place.subject), "%s", glass->casefile_id);
    snprintf(row->glass, sizeof(row->glass), "%s", glass->id);
    snprintf(row->number, sizeof(row->number), "%s", glass->casefile_number);
    home_moment_text(row->when, glass->broken_at, adding->today);
    adding->status = text_copy(&row->name, glass->user_name, adding->error);
    if (adding->status == STATUS_OK)
        adding->status = text_copy(&row->title, _("opened it in an emergency"), adding->error);
    return adding->status == STATUS_OK;
}

enum status home_rows_add_glass(struct home_rows *rows, struct app *app, struct error *error)
{
    struct adding adding = { rows, app_today(app), STATUS_OK, error };
    const enum status status = glass_each(&app_session(app)->desk, add, &adding, error);
    rows->glass_count = rows->count - rows->alert_count;
    return status == STATUS_OK ? adding.status : status;
}

void home_see_glass(struct app *app, struct view *view, const struct home_row *row)
{
    struct error error = { 0 };
    if (sealed_see_glass_break(app_store(app), app_desk(app)->actor, row->glass, &error) !=
        STATUS_OK)
        app_fail(app, &error);
    else
        app_say(app, _("Marked as seen, with your name."));
    app_reload(app, view);
}
