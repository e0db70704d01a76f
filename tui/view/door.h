/* SPDX-License-Identifier: Apache-2.0 */

/* Which screen stands before an office file, and what the screens before it share. */
#ifndef QADAM_VIEW_DOOR_H
#define QADAM_VIEW_DOOR_H

#include "app/view.h"
#include "widget/form.h"

/* The one that unlocks it, or the one that makes it when there is none. */
const struct view_class *door_find(const char *path);

/* F7 on all of these screens. */
void door_next_language(struct app *app, struct view *view);

/* The languages in one line, the present one marked. */
void door_draw_languages(struct area area, int row);
/* In which letters people type now: a layout that was not meant is noticed before a passphrase is
 * wrong.  Tells nothing else about what is typed. */
void door_draw_letters(struct area area, int row, const struct form *form);

#endif
