/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the household page share; nobody else includes it. */
#ifndef QADAM_VIEW_HOUSEHOLD_PRIVATE_H
#define QADAM_VIEW_HOUSEHOLD_PRIVATE_H

#include "app/app.h"
#include "household/household_store.h"
#include "household/relation_store.h"
#include "person/person.h"
#include "widget/list.h"

/* Somebody on the page: a member, a relative who lives elsewhere, or both. */
struct housemate {
    char person_id[UUID_TEXT_SIZE];
    char *name;
    char *birth;      /* with the age; "" when not known */
    size_t household; /* which one; count of them: none, a relative only */
    bool is_head;
    bool has_left;
    struct day left_on;
    bool has_relation;
    struct relation relation; /* what they are to the subject */
};

struct household_page {
    struct view view; /* subject: a person */
    char *name;       /* of the subject */
    struct household *households;
    size_t household_count;
    struct housemate *mates;
    size_t mate_count;
    size_t mate_capacity;
    struct list list;
};

/* The one that is marked; NULL when nobody is there. */
struct housemate *household_selected(struct household_page *page);
bool household_is_member(const struct household_page *page, const struct housemate *mate);

/* ---- what can be done (household_acts.c); each asks first */
void household_ask_add(struct app *app, struct view *view);
void household_ask_tie(struct app *app, struct view *view);
void household_ask_untie(struct app *app, struct view *view);
void household_ask_leave(struct app *app, struct view *view);
void household_make_head(struct app *app, struct view *view);
void household_ask_change(struct app *app, struct view *view);

#endif
