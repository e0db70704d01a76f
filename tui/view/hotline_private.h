/* SPDX-License-Identifier: Apache-2.0 */

/* What the screens of the hotline share. */
#ifndef QADAM_VIEW_HOTLINE_PRIVATE_H
#define QADAM_VIEW_HOTLINE_PRIVATE_H

#include "app/app.h"
#include "hotline/contact_store.h"

/* An answer was read to the caller of the contact that is being taken; false when that view is no
 * such contact. */
bool contact_tell(struct view *view, const struct advice *advice);

/* The language of the caller of that contact; "" when the view is none. */
const char *contact_language(struct view *view);

/* Fills the fields of a new contact, and makes the contact of them (the caller releases *out). */
void contact_form_build(struct app *app, struct form *form, const struct topic_list *topics,
                        const struct advice_list *answers, struct error *error);
/* Puts a contact that is to be corrected into them. */
MUST_CHECK enum status contact_form_fill(struct app *app, struct form *form,
                                         const struct hotline_contact *contact,
                                         struct error *error);
/* Shows and hides what follows from other fields. */
void contact_form_renew(struct app *app, struct form *form, const struct topic_list *topics);
MUST_CHECK enum status contact_form_read(struct app *app, const struct form *form,
                                         const struct topic_list *topics,
                                         struct hotline_contact *out, struct error *error);

/* What a view of answers shows: the chosen one (NULL: none), in which language, of which topics. */
const struct advice *answers_chosen(const struct view *view);
const char *answers_language(const struct view *view);
const struct topic_list *answers_topics(const struct view *view);
/* Ask for the fields of a new answer, or of the chosen one, over that view. */
void answers_add(struct app *app, struct view *view);
void answers_change(struct app *app, struct view *view);

/* The words for a failure with a contact. */
void contact_say_failure(struct app *app, const struct error *error);

#endif
