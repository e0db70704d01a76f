/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of this folder share; nobody else includes it. */
#ifndef QADAM_CASEFILE_CASEFILE_PRIVATE_H
#define QADAM_CASEFILE_CASEFILE_PRIVATE_H

#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "compartment/sealed_act.h"
#include "journal/act.h"
#include "store/query_value.h"
#include "task/task_store.h"

/* What is asked of a casefile before anything is done to it. */
struct casefile_standing {
    char person_id[UUID_TEXT_SIZE];
    char workflow[CASEFILE_WORKFLOW_SIZE];
    enum casefile_state state;
};

/* STATUS_NOT_FOUND. */
MUST_CHECK enum status casefile_find_standing(struct store *store, const char *id,
                                              struct casefile_standing *out, struct error *error);

/* The same, and STATUS_REFUSED with CASEFILE_DETAIL_CLOSED unless it is open. */
MUST_CHECK enum status casefile_require_open(struct store *store, const char *id,
                                             struct casefile_standing *out, struct error *error);

/* STATUS_EXISTS when the person has an open casefile of that workflow; *other (may be NULL) says
 * which. */
MUST_CHECK enum status casefile_require_only(struct store *store, const char *person_id,
                                             const char *workflow, struct casefile_opened *other,
                                             struct error *error);

/* What stands in words on it; a new closing remark takes the place of the one there. */
MUST_CHECK enum status casefile_write_issue(struct store *store, const char *id, const char *issue,
                                            struct error *error);
MUST_CHECK enum status casefile_write_closing_remark(struct store *store, const char *id,
                                                     const char *remark, struct error *error);

/* Gives it and its open tasks to a user (NULL: nobody). */
MUST_CHECK enum status casefile_write_assignment(const struct casefile_desk *desk, const char *id,
                                                 const char *user_id, struct error *error);

/* The act on the record itself, for act_begin(). */
struct act casefile_make_act(const char *actor, const char *name, const char *person_id,
                             const char *id);

/* Makes changed_at later than it was, and gives it: the moment of everything that the act writes.
 */
MUST_CHECK enum status casefile_touch(struct store *store, const char *id,
                                      char out[MOMENT_TEXT_SIZE], struct error *error);

/* STATUS_NOT_FOUND for no user, STATUS_REFUSED for one who was revoked. */
MUST_CHECK enum status casefile_require_user(struct store *store, const char *user_id,
                                             struct error *error);

/* Tells of the indications that came and notes those that went, in the caller's transaction. */
MUST_CHECK enum status casefile_raise_alerts(const struct casefile_desk *desk,
                                             const struct casefile_view *view, struct error *error);

/* Writes what follows from the view, in the caller's transaction: the tasks, the alerts, and
 * whether the country of origin may be asked. */
MUST_CHECK enum status casefile_write_tasks(const struct casefile_desk *desk,
                                            const struct casefile_view *view, struct error *error);
/* The same after loading it. */
MUST_CHECK enum status casefile_load_and_write_tasks(const struct casefile_desk *desk,
                                                     const char *id, struct error *error);

/* The columns that casefile_read() reads, from "casefile". */
#define SQL_CASEFILE_COLUMNS                                                                       \
    "casefile.id, casefile.number, casefile.person_id, casefile.workflow,"                         \
    " casefile.workflow_version, casefile.state, coalesce(casefile.risk, ''), casefile.urgency,"   \
    " casefile.is_restricted, coalesce(casefile.intake_source, ''),"                               \
    " (SELECT issue FROM casefile_words WHERE casefile_id = casefile.id),"                         \
    " coalesce(casefile.assigned_to, ''), coalesce(casefile.opened_on, date(casefile.opened_at))," \
    " casefile.opened_at, casefile.opened_by, coalesce(casefile.closed_at, ''),"                   \
    " coalesce(casefile.closed_by, ''), coalesce(casefile.closure_reason, ''),"                    \
    " (SELECT closing_remark FROM casefile_words WHERE casefile_id = casefile.id),"                \
    " coalesce(casefile.closing_asked_at, ''),"                                                    \
    " coalesce(casefile.closing_asked_by, ''), coalesce(casefile.closing_asked_reason, ''),"       \
    " casefile.reopened_count, casefile.review_on, coalesce(casefile.parent_id, ''),"              \
    " coalesce(casefile.household_id, ''), casefile.changed_at, casefile.closed_on"
enum { CASEFILE_COLUMN_COUNT = 28 };

void casefile_read(struct query *query, struct casefile *out);

#endif
