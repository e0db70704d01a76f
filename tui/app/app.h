/* SPDX-License-Identifier: Apache-2.0 */

/* The application: one loop, a stack of views, and what all of them share.  Dialogs are views too;
 * nothing waits for a key anywhere else.
 *
 *   key from the port -> keymap of the view -> its form -> handle() -> keymap of the application
 *   nothing more to read -> draw the views -> port
 *
 * Every form with a draft is kept in the office file whenever a field is left or typing pauses, and
 * so is the path of views, so that a lock, a crash and a power cut all end where they began. */
#ifndef QADAM_APP_APP_H
#define QADAM_APP_APP_H

#include "app/session.h"
#include "app/view.h"
#include "term/port.h"
#include "widget/form.h"

enum { APP_VIEWS_MAX = 16 };

struct app;

/* What the loop must know of the views, none of which it knows by itself. */
struct app_views {
    const struct binding *keymap;  /* counts on every view, after the view's and its form's */
    const struct view_class *lock; /* asks who it is, after a lock */
    const struct view_class *home; /* the first one of an open office file */
    const struct view_class *scan; /* for a paper that was scanned where nobody asked for one */
    /* In the place of one that could not be loaded because its subject is restricted. */
    const struct view_class *restricted;
    const struct view_class *(*find)(const char *name); /* NULL when there is none */
};

struct app_options {
    const struct app_views *views;
    const char *path;        /* of the office file, which may not be there yet */
    const struct day *today; /* NULL: by the clock */
    bool is_big;             /* at most 60 x 16, for projectors */
    bool is_language_chosen; /* on the command line: counts more than what a user chose before */
};

/* ---- life */

MUST_CHECK enum status app_new(struct app **out, const struct port *port,
                               const struct app_options *options, struct error *error);
void app_free(struct app **app);
/* Runs until somebody leaves, with first as the view at the bottom.  Returns an exit code. */
int app_run(struct app *app, const struct view_class *first);
/* One turn of the loop, for app_run() and tests: waits for a key, answers it and all that follow at
 * once, draws.  False at the end. */
bool app_turn(struct app *app);
void app_draw(struct app *app);

/* ---- what views share */

struct session *app_session(struct app *app);
const struct session *app_session_of(const struct app *app);
struct casefile_desk *app_desk(struct app *app);
struct store *app_store(struct app *app);
struct day app_today(const struct app *app);
/* The day that counts as today whatever the clock says, such as the one that the training data were
 * made for; NULL: the clock's. */
const struct day *app_fixed_today(const struct app *app);
const char *app_path(const struct app *app);
void app_set_path(struct app *app, const char *path);
const struct port *app_port(const struct app *app);
/* Draws the whole screen anew, in case something else wrote on it. */
void app_redraw(struct app *app);
const struct grid *app_grid(const struct app *app);
const char *app_said(const struct app *app);

/* ---- going around */

/* Puts a view on top.  What cannot be loaded is not opened, and the message line says why; then
 * NULL.  place NULL: an empty one. */
struct view *app_open(struct app *app, const struct view_class *class, const struct place *place);
/* The same in the place of the view on top. */
struct view *app_replace(struct app *app, const struct view_class *class,
                         const struct place *place);
/* Takes the view on top away, its draft kept, and loads the one below again. */
void app_back(struct app *app);
/* As app_back(), but a digit that follows at once makes a function key on the view that was left,
 * as on terminals that send Esc and 1 for F1. */
void app_escape(struct app *app);
/* Takes the view on top away and leaves the one below as it was when that was asked: an answer is
 * about what stood there, not about what colleagues have put in its place since. */
void app_leave(struct app *app);
/* Down to the first view of that class, or to the bottom. */
void app_back_to(struct app *app, const struct view_class *class);
/* Loads a view's data anew. */
void app_reload(struct app *app, struct view *view);
struct view *app_top(const struct app *app);
/* The view below that one; NULL for the first. */
struct view *app_below(const struct app *app, const struct view *view);

/* A view on the stack changed its place: the path that is kept follows. */
void app_keep_place(struct app *app);

/* After an office file was opened: the path of views that was kept, or that class. */
void app_enter(struct app *app, const struct view_class *home);
/* Closes the office file, forgets everything that was loaded, wipes the screen, and shows the view
 * that unlocks again. */
void app_lock(struct app *app);
/* Who had the file open when it was locked; "" when nobody did. */
const char *app_last_user(const struct app *app);
/* Ends the program; or the training, and goes back to the office file. */
void app_quit(struct app *app);

/* Opens an office of invented people in a file of its own, which is deleted when it is left. */
void app_begin_training(struct app *app);
bool app_is_training(const struct app *app);

/* Says everything in the next language; whoever has the file open finds it again. */
void app_next_language(struct app *app);

/* ---- the message line */

void app_say(struct app *app, const char *text);
/* text from a table, translated, with one placeholder "%s" in it. */
void app_say_with(struct app *app, const char *text, const char *value);
/* What failed and what to do. */
void app_fail(struct app *app, const struct error *error);

/* ---- drafts and values */

/* Keeps the draft of a view's form now, if something was typed. */
void app_keep_draft(struct app *app, struct view *view);
/* Puts the kept draft into the form, if there is one; whether there was.  The application does so
 * by itself when a view opens; views whose form becomes another one call both. */
bool app_fetch_draft(struct app *app, struct view *view);
/* Throws it away: the form was finished, or its user wants so. */
void app_drop_draft(struct app *app, struct view *view);

/* Values for "repeat": by form and field, until the file is closed. */
void app_remember(struct app *app, const char *form, const char *field, const char *value);
const char *app_recall(const struct app *app, const char *form, const char *field);
/* All values of a form. */
void app_remember_form(struct app *app, const char *name, const struct form *form);

/* ---- what was opened lately */

/* The class of the view opened last (0), before that (1)..., of those that are worth it
 * (view_class.is_recent), with its id; NULL after the first one.  Kept until the file is closed. */
enum { APP_RECENT_MAX = 9 };
const struct view_class *app_recent(const struct app *app, size_t index, const char **subject);

/* ---- long work */

/* For acts that take long: draws how far they are, at most once a second, and lets Esc stop them.
 * title is translated and borrowed until the act is over. */
struct progress app_progress(struct app *app, const char *title);

/* For keymaps: whether this user may write about people. */
bool app_may_keep_people(const struct app *app, const struct view *view);

/* The keymaps that count now, for help and menu: of the view, of its form, of the application. */
enum { APP_KEYMAPS = 3 };
void app_keymaps(const struct app *app, const struct view *view,
                 const struct binding *out[APP_KEYMAPS]);

#endif
