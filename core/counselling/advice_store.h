/* SPDX-License-Identifier: Apache-2.0 */

/* The catalogue of answers kept in the office file.  Each act is one transaction with its journal
 * entry; actor is the id of the user who does it.  An answer is about nobody, so that what it was
 * stands in the journal itself.  A day of checking after today is STATUS_DATE_INVALID. */
#ifndef QADAM_COUNSELLING_ADVICE_STORE_H
#define QADAM_COUNSELLING_ADVICE_STORE_H

#include "counselling/advice.h"

struct store;

/* Keeps a new answer as its version 1.  advice->id is given unless it is there already.
 * STATUS_INVALID for a topic that topics do not have, STATUS_TEXT_EMPTY without a text in any
 * language, STATUS_TEXT_* for what cannot be kept. */
MUST_CHECK enum status advice_add(struct store *store, const char *actor,
                                  const struct topic_list *topics, struct advice *advice,
                                  struct day today, struct error *error);

/* Keeps it as it is now as the next version; the ones before stay.  advice->version becomes the new
 * one.  STATUS_NOT_FOUND; STATUS_EXISTS when somebody else changed it since it was loaded, that is
 * when advice->version is not the newest; else as above. */
MUST_CHECK enum status advice_change(struct store *store, const char *actor,
                                     const struct topic_list *topics, struct advice *advice,
                                     struct day today, struct error *error);

/* Notes that somebody asked that day and that it is still so.  STATUS_NOT_FOUND. */
MUST_CHECK enum status advice_check_off(struct store *store, const char *actor, const char *id,
                                        struct day day, struct day today, struct error *error);

/* As id_find(). */
MUST_CHECK enum status advice_find(struct store *store, const char *prefix,
                                   char out[UUID_TEXT_SIZE], struct error *error);

/* version 0: the newest.  STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status advice_load(struct store *store, const char *id, int version,
                                   struct advice *out, struct error *error);

struct advice_filter {
    const char *topic; /* NULL: every topic */
    bool includes_inactive;
};

/* The newest version of each, by topic; the caller releases *out. */
MUST_CHECK enum status advice_list(struct store *store, const struct advice_filter *filter,
                                   struct advice_list *out, struct error *error);

#endif
