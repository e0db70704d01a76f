/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the application share. */
#ifndef QADAM_APP_APP_PRIVATE_H
#define QADAM_APP_APP_PRIVATE_H

#include "app/app.h"
#include "app/scan.h"

enum {
    APP_SAID_SIZE = 600,
    ESCAPE_DIGIT_MS = 500, /* a digit so soon after Esc makes a function key of both */
};

/* A value to repeat; owns its texts. */
struct remembered {
    char *form;
    char *field;
    char *value;
};

/* A view that was opened lately. */
struct recent {
    const struct view_class *class;
    struct place place;
};

struct app {
    struct port port;
    struct grid grid;
    struct app_options options;
    char *path;
    struct session session;
    struct view *views[APP_VIEWS_MAX];
    size_t view_count;
    unsigned long last_serial;
    struct recent recent[APP_RECENT_MAX]; /* the last one first */
    size_t recent_count;
    char said[APP_SAID_SIZE];
    bool is_said_now;      /* by what the last key did */
    bool is_said_of_field; /* it means nothing in another one */
    struct scan scan;
    struct place restricted; /* its subject could not be read just now; "" for none */
    struct view *limbo;      /* left with Esc just now: a digit makes that a function key */
    long long escaped_at_ms; /* 0: nobody pressed Esc just now */
    long long last_key_ms;
    bool is_warned; /* that it locks soon */
    bool is_over;
    int exit_code;
    bool is_language_chosen; /* since the start or the last lock */
    char last_user[USER_NAME_SIZE];
    struct training *training; /* NULL: none */
    char *kept_places;         /* as they are in the file; NULL: not known */
    struct remembered *remembered;
    size_t remembered_count;
    size_t remembered_capacity;
    const char *work_title; /* of the long work under way */
    long long work_drawn_ms;
    bool is_work_stopped;
};

/* ---- recent.c */
void recent_note(struct app *app, const struct view *view);
void recent_forget(struct app *app);

/* ---- draft.c */
/* Whether what is typed into the view's form can be kept as a draft. */
bool draft_can_keep(struct app *app, struct view *view);
void places_keep(struct app *app);
struct places;
/* The kept path, which the caller frees; NULL when there is none.  To be read before a view opens,
 * which is kept at once. */
struct places *places_read(struct app *app);
/* Opens its views; NULL is fine. */
void places_restore(struct app *app, const struct places *places);
void places_forget(struct app *app);
/* What is known of how they are in the file. */
void places_let_go(struct app *app);
void remembered_forget(struct app *app);

/* ---- chrome.c: everything around the view */
/* The key of the slot in that column of the key bar; CODE_NONE. */
enum key_code chrome_key_at(struct app *app, int column);
void chrome_draw(struct app *app);

/* ---- dispatch.c */
void app_handle(struct app *app, const struct key *key);
/* Lets go what Esc left. */
void app_end_limbo(struct app *app);
extern const struct binding form_keymap[];

/* ---- user_language.c */
/* After an office file was opened: the language that was chosen just now, which is kept, or the one
 * that its user chose last. */
void user_language_find(struct app *app);

/* ---- training.c */
/* Deletes the file, which must be closed, and goes back to the path of the office file.  Gives the
 * screen that the training began on, as it was left; NULL when there was no training. */
struct view *training_end(struct app *app);
const struct day *training_today(const struct app *app);

/* ---- app.c */
/* Closes the office file and forgets all that was loaded from it, the views too. */
void app_close_file(struct app *app);
void view_free(struct view *view);
/* Takes the view away whose subject became restricted, and opens the page that says whom to ask. */
void app_show_restricted(struct app *app);
/* Takes the view on top off the stack without freeing it. */
struct view *app_pop(struct app *app);
struct form *view_form(struct view *view);

#endif
