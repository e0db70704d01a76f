/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the log share. */
#ifndef QADAM_HOTLINE_HOTLINE_PRIVATE_H
#define QADAM_HOTLINE_HOTLINE_PRIVATE_H

#include "hotline/contact_store.h"
#include "journal/act.h"

/* An act on a contact; whose history it belongs to is found out from its link, "" for nobody's. */
struct act hotline_make_act(const char *actor, const char *name, const char *person_id,
                            const char *id);

/* The person that a link is about: the linked one, else that of the casefile; "" for neither.
 * STATUS_NOT_FOUND, STATUS_REFUSED as hotline_add(). */
MUST_CHECK enum status hotline_require_link(struct store *store, const char *person_id,
                                            const char *casefile_id, char out[UUID_TEXT_SIZE],
                                            struct error *error);

#endif
