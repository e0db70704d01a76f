/* SPDX-License-Identifier: Apache-2.0 */

/* What is asked over a view: a question with answers to choose from, or a few fields to fill in.
 * They lie on the stack like every view; what they lead to is a function of the view below. */
#ifndef QADAM_VIEW_DIALOG_H
#define QADAM_VIEW_DIALOG_H

#include "app/app.h"

/* Texts are translated and copied. */
struct dialog_question {
    const char *title;
    const char *text;           /* a paragraph; or NULL */
    const char *const *answers; /* numbered; Enter takes the marked one */
    size_t answer_count;
    size_t preferred;    /* which is marked at first */
    bool is_destructive; /* keys typed before it was seen do not answer it */
    /* The question is gone by then; answer is an index.  Esc answers nothing.  What lies below was
     * not read again since it was asked: whoever changes something does that. */
    void (*answered)(struct app *app, struct view *below, size_t answer);
};
void dialog_ask(struct app *app, const struct dialog_question *question);

struct dialog_request {
    const char *title;
    const char *text;   /* a paragraph above the fields; or NULL */
    const char *button; /* what Enter does at the end */
    /* The name of the draft in which what was typed is kept; NULL: none.  It is thrown away when
     * submit() gave true. */
    const char *draft;
    const char *subject; /* the id of what it is about, copied; NULL: that of the view below */
    /* Adds the fields. */
    void (*build)(struct app *app, struct view *below, struct form *form);
    /* True: it is done, and the fields go away.  False: something is wrong, and the message line or
     * a field says what. */
    bool (*submit)(struct app *app, struct view *below, struct form *form);
    /* A field was left; may be NULL. */
    void (*left)(struct app *app, struct view *below, struct form *form, size_t field);
};
void dialog_fill(struct app *app, const struct dialog_request *request);

#endif
