/* SPDX-License-Identifier: Apache-2.0 */

/* My day: what is late, due, new, to be done and waited for, and forms that are not finished. */
#include "base/ascii.h"
#include "casefile/approval.h"
#include "language.h"
#include "view/home_private.h"
#include "view/view_list.h"

#include <string.h>

static const char memory[] = "home";

/* As it is remembered whose day is shown. */
static const char *const words[] = {
    [WHOSE_MINE] = "mine", [WHOSE_EVERYBODY] = "everybody", [WHOSE_NOBODY] = "nobody"
};
_Static_assert(sizeof(words) / sizeof(words[0]) == WHOSE_COUNT, "everybody has a word");

/* ---- loading */

static enum whose whose_recall(const struct app *app)
{
    const char *word = app_recall(app, memory, "whose");
    for (int i = 0; i < WHOSE_COUNT && word != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return (enum whose)i;
    return WHOSE_MINE;
}

/* Marks again what was marked, wherever it stands now. */
static void mark(struct home_view *home, const struct place *place)
{
    for (size_t i = 0; i < home->rows.count && place->subject[0] != '\0'; i++)
        if (strcmp(home->rows.items[i].place.subject, place->subject) == 0 &&
            strcmp(home->rows.items[i].place.detail, place->detail) == 0) {
            home->list.selected = i;
            return;
        }
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct home_view *home = (struct home_view *)view;
    struct day_list day = { .items = NULL };
    struct place marked = { .subject = "" };
    size_t watches = 0;
    if (home->list.selected > 0)
        marked = home->rows.items[home->list.selected].place;
    home->whose = whose_recall(app);
    const struct day_question question = {
        .user_id = home->whose == WHOSE_MINE ? app_session(app)->desk.desk.actor : NULL,
        .is_unassigned = home->whose == WHOSE_NOBODY,
        .today = app_today(app),
    };
    /* Whoever holds the recovery sheet sees nothing of the people. */
    const bool may_read = session_may(app_session(app), ACT_READ_CASES);
    enum status status = session_renew_users(app_session(app), error);
    home_rows_release(&home->rows);
    if (status == STATUS_OK && may_read)
        status = day_list_load(app_store(app), &question, &day, error);
    if (status == STATUS_OK && may_read && home->whose == WHOSE_MINE)
        status = home_rows_add_alerts(&home->rows, app, error);
    if (status == STATUS_OK && home->whose == WHOSE_MINE && may_read)
        status = home_rows_add_glass(&home->rows, app, error);
    if (status == STATUS_OK && home->whose == WHOSE_MINE)
        status = home_rows_add_drafts(&home->rows, app, error);
    if (status == STATUS_OK && home->whose == WHOSE_MINE &&
        session_may(app_session(app), ACT_LOG_CONTACTS))
        status = home_rows_add_call_backs(&home->rows, app, error);
    if (status == STATUS_OK && may_read && home->whose == WHOSE_MINE)
        status = home_rows_add_watches(&home->rows, app, &watches, error);
    if (status == STATUS_OK)
        status = home_rows_add_day(&home->rows, app, &day, error);
    if (status == STATUS_OK)
        home_sections_make(home, &day, watches);
    day_list_release(&day);
    home_backup_text(home->backup, app);
    home->silence[0] = '\0';
    if (status == STATUS_OK && may_read)
        status = home_silence_text(home->silence, app, error);
    list_set_count(&home->list, home->rows.count);
    mark(home, &marked);
    return status;
}

static void release(struct view *view)
{
    home_rows_release(&((struct home_view *)view)->rows);
}

/* ---- keys */

bool home_may_read_cases(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_READ_CASES);
}

static void open_row(struct app *app, struct home_view *home, size_t index)
{
    if (index >= home->rows.count)
        return;
    home->list.selected = index;
    struct error error = { 0 };
    const struct home_row row = home->rows.items[index];
    if (row.is_answer && approval_mark_seen(app_desk(app), row.place.subject, &error) != STATUS_OK)
        app_fail(app, &error);
    app_open(app, row.class, &row.place);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct home_view *home = (struct home_view *)view;
    if (list_handle(&home->list, key, HOME_DIGITS + 1))
        return true;
    if (key->code == CODE_ENTER)
        open_row(app, home, home->list.selected);
    else if (key->code == CODE_TEXT && ascii_is_digit(key->text[0]) && key->text[0] != '0')
        open_row(app, home, (size_t)(key->text[0] - '1'));
    else
        return false;
    return true;
}

static void whose_set(struct app *app, struct view *view, enum whose whose)
{
    struct home_view *home = (struct home_view *)view;
    app_remember(app, memory, "whose", words[whose]);
    home->list.selected = 0;
    app_reload(app, view);
}

static void show_referrals(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &referral_view_class, NULL);
}

static void show_mine(struct app *app, struct view *view)
{
    whose_set(app, view, WHOSE_MINE);
}

static void show_everybody(struct app *app, struct view *view)
{
    whose_set(app, view, WHOSE_EVERYBODY);
}

static void show_nobody(struct app *app, struct view *view)
{
    whose_set(app, view, WHOSE_NOBODY);
}

static void open_new(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &intake_view_class, NULL);
}

static void open_cases(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &cases_view_class, NULL);
}

static void open_tasks(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &tasks_view_class, NULL);
}

static void open_supervision(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &supervision_view_class, NULL);
}

static bool may_supervise(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_SUPERVISE);
}

static bool is_at_alert(const struct app *app, const struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    (void)app;
    return home->list.selected < home->rows.alert_count;
}

static void see_alert(struct app *app, struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    home_alert_ask(app, &home->rows.items[home->list.selected]);
}

static const struct action action_seen = { "alert_seen", NC_("key bar", "Seen"),
                                           N_("Say that you have seen the marked alert") };
static bool is_glass(const struct app *app, const struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    (void)app;
    return home->list.selected >= home->rows.alert_count &&
           home->list.selected < home->rows.alert_count + home->rows.glass_count;
}

static void see_glass(struct app *app, struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    home_see_glass(app, view, &home->rows.items[home->list.selected]);
}

static const struct action action_glass_seen = {
    "glass_seen", NC_("key bar", "Seen"),
    N_("You have looked at this emergency: it goes from "
       "everybody's day")
};
static const struct action action_cases = { "cases", NC_("key bar", "Cases"),
                                            N_("Show all cases, with a filter") };
static const struct action action_tasks = { "tasks", NC_("key bar", "Tasks"),
                                            N_("Show your own tasks, and write new ones") };
static const struct action action_mine = { "mine", NC_("key bar", "Mine"),
                                           N_("Show your own day") };
static const struct action action_everybody = { "everybody", NC_("key bar", "All"),
                                                N_("Show everybody's day") };
static const struct action action_nobody = { "nobody", NC_("key bar", "Free"),
                                             N_("Show the work that nobody has yet") };

static const struct action action_referrals = {
    "referrals", NC_("key bar", "Refer"), N_("Referrals for which an answer or the sending is due")
};

static const struct binding keymap[] = {
    { "s", &action_seen, see_alert, is_at_alert },
    { "n", &action_new_person, open_new, app_may_keep_people },
    { "c", &action_cases, open_cases, home_may_read_cases },
    { "t", &action_tasks, open_tasks, home_may_read_cases },
    { "m", &action_mine, show_mine, home_may_read_cases },
    { "e", &action_everybody, show_everybody, home_may_read_cases },
    { "u", &action_nobody, show_nobody, home_may_read_cases },
    { "r", &action_referrals, show_referrals, home_may_read_cases },
    { "s", &action_supervision, open_supervision, may_supervise },
    { "x", &action_glass_seen, see_glass, is_glass },
    { .action = NULL },
};

const struct view_class home_view_class = {
    .name = "home",
    .about = N_("What you have to do today: the late first, then what is due, what is new, what "
                "can be done at any time, and who is waited for."),
    .size = sizeof(struct home_view),
    .keymap = keymap,
    .load = load,
    .draw = home_draw,
    .handle = handle,
    .release = release,
};
