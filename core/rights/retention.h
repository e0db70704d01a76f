/* SPDX-License-Identifier: Apache-2.0 */

/* How long people are kept: so many years after their last casefile was closed (the setting
 * retention_years, 6 unless the office says otherwise, as long as audits need; "check locally").
 * Nothing is ever erased by itself: a supervisor looks at the list and says so. */
#ifndef QADAM_RIGHTS_RETENTION_H
#define QADAM_RIGHTS_RETENTION_H

#include "base/day.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

struct store;

/* Somebody whose time is over, and what would go.  Owns its texts. */
struct retention_entry {
    char id[UUID_TEXT_SIZE];
    char *name; /* "" when there is none */
    char *hold; /* why the person is kept all the same; NULL: nothing is in the way */
    struct day kept_until;
    int casefiles; /* 0: there never was one */
    int papers;
    int notes;
};

struct retention_list {
    struct retention_entry *items;
    size_t count;
    size_t capacity;
};
void retention_list_release(struct retention_list *list);

/* Whose last day is before today, the oldest first; those who are held too.  The caller releases
 * *out, also after a failure. */
MUST_CHECK enum status retention_list_due(struct store *store, struct day today,
                                          struct retention_list *out, struct error *error);

/* Keeps somebody in spite of that, and of a wish to be erased: a court case, an audit.
 * STATUS_TEXT_EMPTY without a reason, STATUS_EXISTS when there is one in force already. */
MUST_CHECK enum status retention_hold(struct store *store, const char *actor, const char *person_id,
                                      const char *reason, struct error *error);
/* STATUS_NOT_FOUND when nothing holds the person. */
MUST_CHECK enum status retention_lift(struct store *store, const char *actor, const char *person_id,
                                      struct error *error);

/* Told after each person with how many are done; false stops. */
struct retention_watch {
    bool (*go_on)(void *self, long long done, long long total);
    void *self;
};

/* Erases all of a list who are not held, each in a transaction of its own, so that what was done
 * stays done when it is stopped (STATUS_INTERRUPTED) or the power fails.  At the end the search
 * indexes are written anew.  *erased is how many went, also after a failure. */
MUST_CHECK enum status retention_purge(struct store *store, const char *actor,
                                       const struct retention_list *list, const char *reason,
                                       const struct retention_watch *watch, long long *erased,
                                       struct error *error);

#endif
