/* SPDX-License-Identifier: Apache-2.0 */

/* A small workflow with every kind of thing in it, "visit", and an office that runs it.
 *
 *     intake   form: need (paper or home), fear, detail (required for home), lost_on (a past date),
 *              count (0 to 40), papers (rows: kind, number), evidence photo
 *     consent  finished by counsellors and supervisors only
 *     ask      request, when a paper is needed: five working days from asking, two rungs
 *     family   contact with the country of origin: blocked while there is fear
 *     mood     assessment "mood", may be skipped
 *     follow   three rounds, one a month; "gone" is the last
 *     close    approved by a supervisor
 *
 * Version 2 has no "mood", a step "extra", and of "intake" neither "count" nor the need "home". */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_WORKFLOW_H
#define QADAM_TESTS_SUPPORT_FIXTURE_WORKFLOW_H

#include "casefile/casefile_store.h"
#include "casefile/definition_store.h"
#include "casefile/step_store.h"

#define FIXTURE_WORKFLOW "visit"
#define FIXTURE_TODAY    "2026-11-24"

/* Gives the office code OSH and country KG, and keeps the workflow in that version. */
void fixture_workflow_office(struct store *store);
void fixture_workflow_add(struct store *store, int version);

/* The sources of the workflow; *count of them. */
const struct yaml_source *fixture_workflow_sources(int version, size_t *count);

/* A desk with a cache of its own; fixture_desk_release() frees that. */
struct casefile_desk fixture_desk(struct store *store, const char *user, const char *role,
                                  const char *today);
void fixture_desk_release(struct casefile_desk *desk);

/* An open casefile of a new person of that surname. */
void fixture_casefile_open(const struct casefile_desk *desk, const char *surname,
                           struct casefile_opened *out);

/* One answer, and what came of it; the result of the act is kept until the next call. */
enum status fixture_answer(const struct casefile_desk *desk, const char *id, const char *path,
                           const char *value);
enum status fixture_finish_step(const struct casefile_desk *desk, const char *id, const char *step,
                                const char *outcome, const char *day);
extern struct step_result fixture_result;

#endif
