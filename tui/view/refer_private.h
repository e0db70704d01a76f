/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about a new referral share. */
#ifndef QADAM_VIEW_REFER_PRIVATE_H
#define QADAM_VIEW_REFER_PRIVATE_H

#include "view/referral_private.h"

struct refer_view {
    struct view view;
    struct form form;
    struct agency_list agencies;
    struct referral_person person;
    struct day due; /* when the other service should accept, by the urgency that is chosen */
    bool has_due;
    bool has_barred; /* bodies of the country of origin were left out */
};

/* The chosen body of the directory; NULL before one is chosen. */
const struct agency *refer_agency(const struct refer_view *refer);
enum referral_urgency refer_urgency(const struct refer_view *refer);

/* What was ticked of what is known; borrowed. */
void refer_told(const struct refer_view *refer, const char *told[REFERRAL_ITEM_COUNT]);

/* The field in which it is ticked: what is not known cannot be, the initials are, the rest only by
 * hand. */
void refer_add_told(struct refer_view *refer);
/* Just what the slip will tell, on one line. */
void refer_write_told(FILE *stream, const struct refer_view *refer);

/* Keeps the referral, sends it, plans the visit and sets the reminder: all of it or nothing.  On
 * success id is that of the referral; what is wrong stands at its field. */
bool refer_send(struct app *app, struct refer_view *refer, char id[UUID_TEXT_SIZE]);

#endif
