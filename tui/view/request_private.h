/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about the view of requests share. */
#ifndef QADAM_VIEW_REQUEST_PRIVATE_H
#define QADAM_VIEW_REQUEST_PRIVATE_H

#include "app/app.h"
#include "document/request.h"
#include "widget/list.h"

struct requests_view {
    struct view view;
    char person_id[UUID_TEXT_SIZE];
    struct request_list requests;
    struct list list;
    struct day today;
    bool has_draft; /* of a new one */
};

/* The one that is marked; NULL without any. */
const struct request *requests_marked(const struct view *view);

/* Dialogs on it, or for a new one. */
void request_ask_new(struct app *app, struct view *view);
void request_ask_send(struct app *app, struct view *view);
void request_ask_step(struct app *app, struct view *view);
void request_ask_answer(struct app *app, struct view *view);
void request_ask_give_up(struct app *app, struct view *view);

#endif
