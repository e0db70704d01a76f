/* SPDX-License-Identifier: Apache-2.0 */

/* The journal by days and by users: how much was done, read and put out, with a way to each. */
#include "base/array.h"
#include "language.h"
#include "view/journal_place.h"
#include "view/view_list.h"
#include "widget/list.h"
#include "wording/due_text.h"
#include "wording/journal_day.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS_AT_ONCE = 62, PAGE = 15, NAME_SIZE = 80, NUMBER_COLUMNS = 9, ROOMY = 66 };

struct count_row {
    char name[NAME_SIZE]; /* of a day or a user */
    char note[NAME_SIZE]; /* what else is said about it */
    struct day day;
    char user[UUID_TEXT_SIZE];
    bool is_alarms; /* the first one: what somebody should look at */
    struct journal_counts counts;
};

struct counts_view {
    struct view view;
    struct journal_scope scope;
    struct count_row *rows;
    size_t capacity;
    char since[MOMENT_TEXT_SIZE]; /* where the last day begins that was read */
    bool is_more;
    struct list list;
};

static bool is_days(const struct view *view)
{
    return view->class == &journal_days_view_class;
}

static struct count_row *add_row(struct counts_view *counts, struct error *error)
{
    if (array_reserve(&counts->rows, &counts->capacity, sizeof(*counts->rows),
                      counts->list.count + 1, error) != STATUS_OK)
        return NULL;
    struct count_row *row = &counts->rows[counts->list.count];
    *row = (struct count_row){ .name = "" };
    list_set_count(&counts->list, counts->list.count + 1);
    return row;
}

/* ---- reading */

static const char *user_of(const struct counts_view *counts)
{
    return counts->scope.user[0] == '\0' ? NULL : counts->scope.user;
}

static enum status add_alarms(struct counts_view *counts, struct app *app, struct error *error)
{
    struct count_row *row = add_row(counts, error);
    if (row == NULL)
        return STATUS_OUT_OF_MEMORY;
    row->is_alarms = true;
    return journal_count_alarms(app_store(app), user_of(counts), &row->counts.alarms, error);
}

static enum status add_days(struct counts_view *counts, struct app *app, struct error *error)
{
    enum status status = STATUS_OK;
    counts->is_more = true;
    for (int i = 0; i < DAYS_AT_ONCE && status == STATUS_OK; i++) {
        struct journal_day day;
        status = journal_day_before(&day, app_store(app),
                                    counts->since[0] == '\0' ? NULL : counts->since,
                                    user_of(counts), error);
        struct count_row *row = status == STATUS_OK ? add_row(counts, error) : NULL;
        if (row == NULL)
            break;
        char text[DUE_TEXT_SIZE];
        due_text_full(text, day.day);
        snprintf(row->name, sizeof(row->name), "%s", text);
        snprintf(row->note, sizeof(row->note), "%s", journal_day_weekend(day.day));
        row->day = day.day;
        row->counts = day.counts;
        memcpy(counts->since, day.since, sizeof(counts->since));
    }
    if (status != STATUS_NOT_FOUND)
        return status;
    counts->is_more = false;
    return STATUS_OK;
}

struct reading {
    struct counts_view *counts;
    struct app *app;
    struct error *error;
};

static bool add_user(void *self, const char *actor, const struct journal_counts *found)
{
    const struct reading *reading = self;
    char local[LOCAL_TIME_SIZE], last[LOCAL_TIME_SIZE];
    struct count_row *row = add_row(reading->counts, reading->error);
    if (row == NULL)
        return false;
    local_time_format(local, found->last);
    local_time_shorten(last, local);
    snprintf(row->name, sizeof(row->name), "%.79s",
             case_desk_user_name(&app_session(reading->app)->desk, actor));
    snprintf(row->note, sizeof(row->note), "%s", last);
    snprintf(row->user, sizeof(row->user), "%s", actor);
    row->counts = *found;
    return true;
}

static enum status add_users(struct counts_view *counts, struct app *app, struct error *error)
{
    char times[2][MOMENT_TEXT_SIZE];
    struct journal_question question;
    struct reading reading = { counts, app, error };
    enum status status = journal_scope_ask(&counts->scope, times, &question, error);
    return status == STATUS_OK ? journal_each_actor(app_store(app), question.since, question.until,
                                                    add_user, &reading, error)
                               : status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct counts_view *counts = (struct counts_view *)view;
    const size_t selected = counts->list.selected;
    enum status status = office_require(app_session(app)->desk.office, ACT_READ_JOURNAL, error);
    if (status != STATUS_OK)
        return status;
    journal_scope_read(&counts->scope, &view->place);
    list_set_count(&counts->list, 0);
    counts->since[0] = '\0';
    status = add_alarms(counts, app, error);
    if (status == STATUS_OK)
        status = is_days(view) ? add_days(counts, app, error) : add_users(counts, app, error);
    counts->list.selected = selected < counts->list.count ? selected : 0;
    return status;
}

static void release(struct view *view)
{
    free(((struct counts_view *)view)->rows);
}

/* ---- acts */

static void enter(struct app *app, const struct counts_view *counts)
{
    struct place place = { .subject = "" };
    struct journal_scope scope = counts->scope;
    if (counts->list.count == 0)
        return;
    const struct count_row *row = &counts->rows[counts->list.selected];
    if (row->is_alarms) {
        scope.is_alarm = true;
        scope.kind = JOURNAL_ANY_KIND;
        scope.has_day = false;
    } else if (row->user[0] != '\0')
        memcpy(scope.user, row->user, sizeof(scope.user));
    else {
        scope.has_day = true;
        scope.day = row->day;
    }
    journal_scope_write(&scope, &place);
    app_open(app, &journal_view_class, &place);
}

/* At the end of the days that were read there are earlier ones. */
static void read_more(struct app *app, struct counts_view *counts)
{
    struct error error = { 0 };
    if (counts->is_more && counts->list.selected + 1 >= counts->list.count &&
        add_days(counts, app, &error) != STATUS_OK)
        app_fail(app, &error);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct counts_view *counts = (struct counts_view *)view;
    if (key->code == CODE_ENTER) {
        enter(app, counts);
        return true;
    }
    if (!list_handle(&counts->list, key, PAGE))
        return false;
    read_more(app, counts);
    return true;
}

/* ---- showing */

static void draw_row(const void *self, struct area area, size_t index)
{
    const struct counts_view *counts = self;
    const struct count_row *row = &counts->rows[index];
    const bool is_roomy = area.columns > ROOMY;
    const int name = is_roomy ? 18 : 12, number = is_roomy ? NUMBER_COLUMNS + 1 : NUMBER_COLUMNS;
    char text[FRAME_TEXT_SIZE];
    if (row->is_alarms) {
        snprintf(text, sizeof(text), _("! Break-glass, restrictions, wrong passphrases: %lld"),
                 row->counts.alarms);
        area_fit(area, 0, 0, area.columns, row->counts.alarms > 0 ? STYLE_WARNING : STYLE_PLAIN,
                 text);
        return;
    }
    snprintf(text, sizeof(text), "%s%s", row->counts.alarms > 0 ? "! " : "", row->name);
    area_fit(area, 0, 0, name, STYLE_PLAIN, text);
    for (int kind = 0; kind < JOURNAL_KIND_COUNT; kind++) {
        snprintf(text, sizeof(text), "%*lld", number - 1, row->counts.kinds[kind]);
        area_fit(area, 0, name + kind * number, number, STYLE_PLAIN, text);
    }
    const int column = name + JOURNAL_KIND_COUNT * number + 1;
    area_fit(area, 0, column, area.columns - column, STYLE_PLAIN, row->note);
}

static void draw_titles(struct area area)
{
    const char *const titles[JOURNAL_KIND_COUNT] = { C_("journal column", "changed"),
                                                     C_("journal column", "read"),
                                                     C_("journal column", "put out"),
                                                     C_("journal column", "access") };
    const bool is_roomy = area.columns - 2 > ROOMY;
    const int name = is_roomy ? 18 : 12, number = is_roomy ? NUMBER_COLUMNS + 1 : NUMBER_COLUMNS;
    for (int kind = 0; kind < JOURNAL_KIND_COUNT; kind++) {
        const int width = drawn_width(titles[kind]);
        area_text(area, 0, 2 + name + (kind + 1) * number - 1 - width, STYLE_STRONG, titles[kind]);
    }
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct counts_view *counts = (const struct counts_view *)view;
    const struct area body = frame->body;
    char scope[FRAME_TEXT_SIZE];
    journal_scope_text(&counts->scope, app, scope);
    snprintf(frame->title, sizeof(frame->title), "%s",
             is_days(view) ? _("Journal by days") : _("Journal by users"));
    snprintf(frame->right, sizeof(frame->right), "%.*s", (int)sizeof(scope) - 1, scope);
    snprintf(frame->next, sizeof(frame->next), "%s",
             is_days(view) ? _("Enter shows that day.") : _("Enter shows what that user did."));
    draw_titles(body);
    list_draw(&counts->list, area_part(body, 1, 0, body.rows - 1, body.columns), true, draw_row,
              counts);
}

/* ---- their keys */

static void go(struct app *app, struct view *view, const struct view_class *class)
{
    const struct place place = view->place;
    app_replace(app, class, &place);
}

static void show_days(struct app *app, struct view *view)
{
    go(app, view, &journal_days_view_class);
}

static void show_users(struct app *app, struct view *view)
{
    go(app, view, &journal_users_view_class);
}

static const struct action action_days = { "journal_days", NC_("key bar", "Days"),
                                           N_("The journal by days") };
static const struct action action_users = { "journal_users", NC_("key bar", "Users"),
                                            N_("The journal by users") };

static const struct binding days_keymap[] = {
    { "<F5>", &action_users, show_users, NULL },
    { .action = NULL },
};

static const struct binding users_keymap[] = {
    { "<F4>", &action_days, show_days, NULL },
    { .action = NULL },
};

const struct view_class journal_days_view_class = {
    .name = "journal_days",
    .about = N_("How much was changed, read and put out on each day, the newest first; days "
                "without any entry are left out.  The first row holds what somebody should look "
                "at soon."),
    .size = sizeof(struct counts_view),
    .keymap = days_keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};

const struct view_class journal_users_view_class = {
    .name = "journal_users",
    .about = N_("How much each user changed, read and put out, and when last."),
    .size = sizeof(struct counts_view),
    .keymap = users_keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
