/* SPDX-License-Identifier: Apache-2.0 */

/* The alerts of "my day": what was noticed about somebody and has to be known now. */
#include "view/home_private.h"

#include "base/array.h"
#include "base/text.h"
#include "casefile/alert_store.h"
#include "language.h"
#include "view/dialog.h"
#include "view/view_list.h"
#include "wording/alert_text.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- rows */

static enum status add_row(struct home_rows *rows, struct app *app,
                           const struct casefile_alert *alert, struct error *error)
{
    char local[LOCAL_TIME_SIZE], moment[LOCAL_TIME_SIZE];
    struct home_row *row;
    enum status status =
        array_reserve(&rows->items, &rows->capacity, sizeof(*rows->items), rows->count + 1, error);
    if (status != STATUS_OK)
        return status;
    row = &rows->items[rows->count++];
    *row = (struct home_row){ .class = &casefile_view_class, .is_late = true };
    snprintf(row->place.subject, sizeof(row->place.subject), "%s", alert->casefile_id);
    snprintf(row->alert_id, sizeof(row->alert_id), "%s", alert->id);
    snprintf(row->number, sizeof(row->number), "%s", alert->number);
    local_time_format(local, alert->raised_at);
    local_time_shorten(moment, local);
    snprintf(row->when, sizeof(row->when), "%.10s", moment); /* the day */
    status = text_copy(&row->name, alert_text_title(app_desk(app), alert), error);
    return status == STATUS_OK
               ? text_copy(&row->title,
                           case_desk_user_name(&app_session(app)->desk, alert->raised_by), error)
               : status;
}

enum status home_rows_add_alerts(struct home_rows *rows, struct app *app, struct error *error)
{
    struct casefile_alert_list alerts = { .items = NULL };
    enum status status =
        casefile_alert_list_open(app_store(app), app_desk(app)->role, &alerts, error);
    for (size_t i = 0; status == STATUS_OK && i < alerts.count; i++)
        status = add_row(rows, app, &alerts.items[i], error);
    rows->alert_count = rows->count;
    free(alerts.items);
    return status;
}

/* ---- seen */

static void build(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    (void)form_add(form, FORM_TEXT, "remark", _("What follows from it"));
}

/* The row may have moved while it was asked: the alert is found again. */
static bool submit(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    const char *id = app_recall(app, "home", "alert");
    const enum status status =
        casefile_alert_see(app_desk(app), id == NULL ? "" : id, form_value(form, "remark"), &error);
    if (status == STATUS_EXISTS) {
        app_say(app, _("Somebody else has seen it already."));
    } else if (status != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    app_back(app);
    app_reload(app, below);
    return true;
}

void home_alert_ask(struct app *app, const struct home_row *row)
{
    app_remember(app, "home", "alert", row->alert_id);
    dialog_fill(app, &(struct dialog_request){ .title = _("Seen"),
                                               .text = row->name,
                                               .button = _("I have seen it"),
                                               .build = build,
                                               .submit = submit });
}
