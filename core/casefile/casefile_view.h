/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile opened on the desk: the record, its workflow, everything that was answered and
 * decided, and where it stands today. */
#ifndef QADAM_CASEFILE_CASEFILE_VIEW_H
#define QADAM_CASEFILE_CASEFILE_VIEW_H

#include "base/date.h"
#include "casefile/casefile.h"
#include "casefile/casefile_desk.h"
#include "workflow/standing.h"

struct casefile_view {
    struct casefile casefile;
    const char *person_name;  /* the main one; "" when there is none */
    struct date person_birth; /* for answer_normalize() */
    bool has_person_birth;
    const struct definition *definition; /* the cache's */
    struct situation situation;          /* borrowed from the arena below and the cache */
    struct standing standing;
    struct arena arena;
};

/* STATUS_RESTRICTED; STATUS_NOT_FOUND, also when the version of the workflow is gone
 * (DEFINITION_DETAIL_GONE).  On success the caller releases *out. */
MUST_CHECK enum status casefile_view_load(const struct casefile_desk *desk, const char *id,
                                          struct casefile_view *out, struct error *error);
/* The same for somebody who is going to see it: that a restricted casefile was read is noted in
 * the journal first (journal_note.h).  from is the way to it, a short code. */
MUST_CHECK enum status casefile_view_load_to_read(const struct casefile_desk *desk, const char *id,
                                                  const char *from, struct casefile_view *out,
                                                  struct error *error);
void casefile_view_release(struct casefile_view *view);

/* The same for every open casefile of a person, after what is known of the person changed, or of
 * everybody (NULL), after the rules of the country did. */
MUST_CHECK enum status casefile_renew_open(const struct casefile_desk *desk, const char *person_id,
                                           struct error *error);

#endif
