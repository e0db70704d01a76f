/* SPDX-License-Identifier: Apache-2.0 */

/* Appointments kept in the office file.  Each act is one transaction with its journal entry and its
 * history; actor is the id of the user who does it.  One without a person is nobody's history: then
 * the journal says when and with whom, but not what it is about.  Nothing is done for somebody who
 * was merged or erased (STATUS_REFUSED). */
#ifndef QADAM_APPOINTMENT_APPOINTMENT_STORE_H
#define QADAM_APPOINTMENT_APPOINTMENT_STORE_H

#include "appointment/appointment.h"

struct store;

/* Plans one.  appointment->id is given unless it is there already; without a person it is for the
 * casefile's.  It must say what it is about (STATUS_TEXT_EMPTY).  STATUS_REFUSED for a casefile
 * that is not open, STATUS_NOT_FOUND when there is no such casefile or the person has no part in
 * it. */
MUST_CHECK enum status appointment_add(struct store *store, const char *actor,
                                       struct appointment *appointment, struct error *error);

/* What became of it: attended, missed (neither before its day: STATUS_DATE_INVALID) or cancelled.
 * STATUS_REFUSED unless it is still planned. */
MUST_CHECK enum status appointment_end(struct store *store, const char *actor, const char *id,
                                       enum appointment_state state, struct day today,
                                       struct error *error);

/* Another day and time ("" for the whole day), while it is still planned (STATUS_REFUSED). */
MUST_CHECK enum status appointment_move(struct store *store, const char *actor, const char *id,
                                        struct day day, const char *time, struct error *error);

/* As id_find(). */
MUST_CHECK enum status appointment_find(struct store *store, const char *prefix,
                                        char out[UUID_TEXT_SIZE], struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status appointment_load(struct store *store, const char *id,
                                        struct appointment *out, struct error *error);

/* What is NULL or not there narrows nothing. */
struct appointment_filter {
    struct day from;
    bool has_from;
    struct day until; /* this day too */
    bool has_until;
    const char *casefile_id;
    const char *person_id;
    const char *user_id;
    bool is_planned_only;
};

/* In the order of days and times, those for a whole day first; the caller releases *out. */
MUST_CHECK enum status appointment_list(struct store *store,
                                        const struct appointment_filter *filter,
                                        struct appointment_list *out, struct error *error);

#endif
