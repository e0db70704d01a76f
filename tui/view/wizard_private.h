/* SPDX-License-Identifier: Apache-2.0 */

/* The three pages that make an office file: the office, its first user, the recovery sheet.  Each
 * is a view; the first one lies at the bottom and owns what was typed until the file is made. */
#ifndef QADAM_VIEW_WIZARD_PRIVATE_H
#define QADAM_VIEW_WIZARD_PRIVATE_H

#include "app/app.h"

struct wizard_view {
    struct view view;
    struct form office;
    struct form user;
    char fault[FRAME_TEXT_SIZE]; /* why no file can be made there, or "" */
};

extern const struct view_class wizard_user_class;
extern const struct view_class wizard_sheet_class;

/* The wizard that the page is one of. */
struct wizard_view *wizard_of(struct app *app, const struct view *page);
/* Puts what was typed into a form of that name into a new one with other labels. */
void wizard_form_carry(struct form *form, struct form *old);
/* The keys of the first two pages. */
extern const struct binding wizard_keymap[];

/* The file is made: only unlocking lies below the third page from then on.  Takes the code and what
 * was typed into the form over. */
void wizard_sheet_open(struct app *app, struct secret *code, struct form *user);
/* Opens the file with what was typed there. */
void wizard_enter(struct app *app, const struct form *user);

#endif
