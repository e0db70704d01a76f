/* SPDX-License-Identifier: Apache-2.0 */

/* The three pages that make an office file: the office, its first user, the recovery sheet.  Each
 * is a view; the first one lies at the bottom and owns what all of them need. */
#ifndef QADAM_VIEW_WIZARD_PRIVATE_H
#define QADAM_VIEW_WIZARD_PRIVATE_H

#include "app/app.h"

struct wizard_view {
    struct view view;
    struct form office;
    struct form user;
    struct secret *code;         /* of the recovery sheet, once the file is made */
    char fault[FRAME_TEXT_SIZE]; /* why no file can be made there, or "" */
};

extern const struct view_class wizard_user_class;
extern const struct view_class wizard_sheet_class;

/* The wizard that the page is one of. */
struct wizard_view *wizard_of(struct app *app, const struct view *page);
/* Puts what was typed into a form of that name into a new one with other labels. */
void wizard_form_carry(struct form *form, struct form *old);
/* The file is made: opens it with what was typed. */
void wizard_enter(struct app *app, struct wizard_view *wizard);

#endif
