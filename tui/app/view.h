/* SPDX-License-Identifier: Apache-2.0 */

/* One page of the application: what it loads, draws and answers to.  Views lie on a stack; the loop
 * (app.h) talks to the one on top.  Each file in view/ ends with its class. */
#ifndef QADAM_APP_VIEW_H
#define QADAM_APP_VIEW_H

#include "keymap.h"
#include "store/uuid.h"
#include "term/grid.h"

struct app;
struct form;
struct view;

enum {
    PLACE_SUBJECT_SIZE = UUID_TEXT_SIZE,
    PLACE_DETAIL_SIZE = 64,
    FRAME_TEXT_SIZE = 400,
};

/* Where in the application: enough to open the view again after a lock or a power cut. */
struct place {
    char subject[PLACE_SUBJECT_SIZE]; /* the id of what it is about; "" for none */
    char detail[PLACE_DETAIL_SIZE];   /* what the class makes of it: a step, a tab... */
};

/* What a view draws into, and what it says around that. */
struct frame {
    struct area body;
    char title[FRAME_TEXT_SIZE]; /* of this view alone, for the path in the first row */
    char right[FRAME_TEXT_SIZE]; /* at the right end of the first row */
    char next[FRAME_TEXT_SIZE];  /* "Next: ...": what the Enter key leads to */
};

struct view_class {
    const char *name;  /* stable: places are kept by it */
    const char *about; /* what this screen is for, for its help: to be translated; or NULL */
    size_t size;       /* of the struct, which begins with a struct view */
    const struct binding *keymap; /* NULL: none of its own */
    bool is_dialog;               /* drawn over the view below, whose rows stay visible */
    bool is_guarded;              /* keys typed before it was seen are not answers to it */
    bool keeps_place;             /* comes back after a lock or a crash */
    bool is_recent;               /* people come back to it: listed by app_recent() */
    bool is_locked;               /* shown without an open office file; the others cannot be */

    /* Reads all that it shows: when it opens, and again when it comes to the top or app_reload() is
     * called.  The view is zeroed at first; what it owns already must be let go or kept. */
    enum status (*load)(struct app *app, struct view *view, struct error *error);
    /* Before it is drawn, when it is on top: for work that must not be done for each of the keys
     * that came at once, such as a search.  Stays on the view.  May be NULL. */
    void (*prepare)(struct app *app, struct view *view);
    /* Draws and talks to nobody. */
    void (*draw)(const struct app *app, const struct view *view, struct frame *frame);
    /* A key that no binding wanted; whether it was used.  May be NULL. */
    bool (*handle)(struct app *app, struct view *view, const struct key *key);
    /* The form that has the keyboard now, or NULL.  May be NULL. */
    struct form *(*form)(struct view *view);
    /* Enter on the button of that form.  May be NULL. */
    void (*submit)(struct app *app, struct view *view);
    /* A field was left or changed by more than a letter: for checks and what follows from it.  May
     * be NULL. */
    void (*left)(struct app *app, struct view *view, size_t field);
    /* The name of the draft that its form is kept under, with the place's subject; NULL: none. */
    const char *(*draft_form)(const struct view *view);
    void (*release)(struct view *view);
};

struct view {
    const struct view_class *class;
    struct place place;
    unsigned long serial; /* of no other view of this run: an address can be that of a later one */
    bool is_shown;        /* was drawn at least once */
    bool is_loaded;       /* load() succeeded at least once */
    bool is_forbidden;    /* the last load() was STATUS_RESTRICTED: what it shows is taken away */
};

#endif
