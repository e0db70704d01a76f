/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about the view of appointments share. */
#ifndef QADAM_VIEW_APPOINTMENT_PRIVATE_H
#define QADAM_VIEW_APPOINTMENT_PRIVATE_H

#include "app/app.h"
#include "appointment/appointment.h"
#include "widget/list.h"

struct appointments_view {
    struct view view;
    struct appointment_list appointments; /* planned ones first */
    struct list list;
    struct day today;
    bool has_draft;        /* of a new one */
    const struct app *app; /* whose names stand in the rows */
};

/* The one that is marked; NULL without any. */
const struct appointment *appointments_marked(const struct view *view);

/* Dialogs on it, or for a new one. */
void appointment_ask_new(struct app *app, struct view *view);
void appointment_ask_move(struct app *app, struct view *view);
void appointment_ask_cancel(struct app *app, struct view *view);
/* Attended or missed, at once. */
void appointment_note_end(struct app *app, struct view *view, enum appointment_state state);

#endif
