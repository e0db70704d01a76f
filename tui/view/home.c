/* SPDX-License-Identifier: Apache-2.0 */

/* My day. */
#include "app/app.h"
#include "language.h"
#include "task/day_list.h"
#include "view/view_list.h"
#include "widget/list.h"

#include <stdio.h>

struct home_view {
    struct view view;
    struct day_list day;
    struct list list;
};

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct home_view *home = (struct home_view *)view;
    const struct day_question question = { .user_id = NULL, .today = app_today(app) };
    day_list_release(&home->day);
    enum status status = day_list_load(app_store(app), &question, &home->day, error);
    list_set_count(&home->list, home->day.count);
    return status;
}

static void draw_entry(const void *self, struct area row, size_t index)
{
    const struct home_view *home = self;
    const struct day_entry *entry = &home->day.items[index];
    area_fit(row, 0, 0, 20, STYLE_PLAIN, entry->number);
    area_fit(row, 0, 21, 30, STYLE_PLAIN, entry->person_name == NULL ? "" : entry->person_name);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct home_view *home = (const struct home_view *)view;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Home"));
    snprintf(frame->right, sizeof(frame->right), "%s", session_user_name(app_session_of(app)));
    list_draw(&home->list, frame->body, true, draw_entry, home);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct home_view *)view)->list, key, 10);
}

static void release(struct view *view)
{
    day_list_release(&((struct home_view *)view)->day);
}

const struct view_class home_view_class = {
    .name = "home",
    .size = sizeof(struct home_view),
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
