/* SPDX-License-Identifier: Apache-2.0 */
#include "view/application_keymap.h"

#include "app/app.h"
#include "language.h"
#include "view/view_list.h"

/* ---- when a command is there */

static bool is_open(const struct app *app, const struct view *view)
{
    (void)view;
    return session_is_open(app_session_of(app));
}

/* On the screens before an office file F7 changes the language: F8 shows training data there. */
static bool is_shut(const struct app *app, const struct view *view)
{
    return !is_open(app, view);
}

static bool is_open_below(const struct app *app, const struct view *view)
{
    return is_open(app, view) && !view->class->is_dialog;
}

static bool may_read_people(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && session_may(app_session_of(app), ACT_READ_PEOPLE);
}

static bool may_keep_people(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && session_may(app_session_of(app), ACT_KEEP_PEOPLE) &&
           view->class != &intake_view_class; /* which begins another one by itself */
}

static bool may_log_contacts(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && session_may(app_session_of(app), ACT_LOG_CONTACTS);
}

static bool may_see_backups(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && session_may(app_session_of(app), ACT_VERIFY) &&
           view->class != &backup_view_class;
}

static bool may_see_users(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && view->class != &users_view_class;
}

static bool may_see_settings(const struct app *app, const struct view *view)
{
    return may_read_people(app, view) && view->class != &settings_view_class;
}

static bool may_see_journal(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && session_may(app_session_of(app), ACT_READ_JOURNAL) &&
           view->class != &journal_view_class;
}

static bool may_supervise(const struct app *app, const struct view *view)
{
    return is_open_below(app, view) && session_may(app_session_of(app), ACT_SUPERVISE) &&
           view->class != &supervision_view_class;
}

static bool is_first(const struct app *app, const struct view *view)
{
    return app_below(app, view) == NULL;
}

static bool is_not_first(const struct app *app, const struct view *view)
{
    return !is_first(app, view);
}

/* ---- what it does */

static void do_help(struct app *app, struct view *view)
{
    (void)view;
    if (app_top(app)->class != &help_view_class)
        app_open(app, &help_view_class, NULL);
}

static void do_menu(struct app *app, struct view *view)
{
    (void)view;
    if (app_top(app)->class != &menu_view_class)
        app_open(app, &menu_view_class, NULL);
}

static void do_find(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &search_view_class, NULL);
}

static void do_new_person(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &intake_view_class, NULL);
}

static void do_agencies(struct app *app, struct view *view)
{
    (void)view;
    if (app_top(app)->class != &agencies_view_class)
        app_open(app, &agencies_view_class, NULL);
}

static void do_hotline(struct app *app, struct view *view)
{
    (void)view;
    if (app_top(app)->class != &hotline_view_class)
        app_open(app, &hotline_view_class, NULL);
}

/* One at a time: a call that is being taken is gone back to. */
static void do_new_contact(struct app *app, struct view *view)
{
    (void)view;
    for (struct view *below = app_top(app); below != NULL; below = app_below(app, below))
        if (below->class == &contact_view_class) {
            app_back_to(app, &contact_view_class);
            return;
        }
    app_open(app, &contact_view_class, NULL);
}

static void do_answer(struct app *app, struct view *view)
{
    (void)view;
    answer_line_ask(app);
}

static void do_language(struct app *app, struct view *view)
{
    (void)view;
    app_next_language(app);
}

static void do_users(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &users_view_class, NULL);
}

static void do_settings(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &settings_view_class, NULL);
}

static void do_backup(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &backup_view_class, NULL);
}

static void do_journal(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &journal_view_class, NULL);
}

static void do_supervision(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &supervision_view_class, NULL);
}

static void do_back(struct app *app, struct view *view)
{
    (void)view;
    app_back(app);
}

static void do_escape(struct app *app, struct view *view)
{
    (void)view;
    app_escape(app);
}

static void do_quit(struct app *app, struct view *view)
{
    (void)view;
    app_quit(app);
}

static void do_redraw(struct app *app, struct view *view)
{
    (void)view;
    app_redraw(app);
}

static void do_lock(struct app *app, struct view *view)
{
    (void)view;
    app_lock(app);
}

/* ---- the keys */

static const struct action action_hotline = { "hotline", NC_("key bar", "Hotline"),
                                              N_("Calls and visits of today, call-backs") };
static const struct action action_new_contact = { "new_contact", NC_("key bar", "Call"),
                                                  N_("Somebody calls: take the call now") };
static const struct action action_users = { "users", NC_("key bar", "Users"),
                                            N_("Who can open this file; passphrases") };
static const struct action action_settings = { "settings", NC_("key bar", "Setting"),
                                               N_("What the office has decided for itself") };
static const struct action action_backup = { "backup", NC_("key bar", "Backup"),
                                             N_("Make a backup, look at the last ones") };
static const struct action action_journal = { "journal", NC_("key bar", "Journal"),
                                              N_("Who did what, and whether that is whole") };

static const struct action action_answer = {
    "answer", NC_("key bar", "Answer"), N_("Answer of another body, by the code on its slip")
};

const struct binding application_keymap[] = {
    { "<F1>", &action_help, do_help, NULL },
    { "?", &action_help, do_help, NULL },
    { "<F3>", &action_find, do_find, may_read_people },
    { "/", &action_find, do_find, may_read_people },
    { "<F7>", &action_new_person, do_new_person, may_keep_people },
    { NULL, &action_agencies, do_agencies, may_read_people },
    { "<C-t>", &action_new_contact, do_new_contact, may_log_contacts },
    { NULL, &action_hotline, do_hotline, may_log_contacts },
    { NULL, &action_answer, do_answer, may_keep_people },
    { NULL, &action_supervision, do_supervision, may_supervise },
    { NULL, &action_backup, do_backup, may_see_backups },
    { NULL, &action_users, do_users, may_see_users },
    { NULL, &action_settings, do_settings, may_see_settings },
    { NULL, &action_journal, do_journal, may_see_journal },
    { "<F7>", &action_language, do_language, is_shut },
    { "<F8>", &action_language, do_language, is_open },
    { "<F9>", &action_menu, do_menu, NULL },
    { "<F10>", &action_quit, do_quit, is_first },
    { "<F10>", &action_back, do_back, is_not_first },
    { "<Esc>", &action_back, do_escape, NULL },
    { "<C-l>", &action_redraw, do_redraw, NULL },
    { "<C-k>", &action_lock, do_lock, is_open },
    { "!", &action_reread, do_redraw, NULL },
    { .action = NULL },
};
