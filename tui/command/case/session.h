/* SPDX-License-Identifier: Apache-2.0 */

/* One command on the steps of one casefile: the desk, the casefile as it stands, and what came of
 * the last act. */
#ifndef QADAM_COMMAND_CASE_SESSION_H
#define QADAM_COMMAND_CASE_SESSION_H

#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "command/case/desk.h"

struct case_session {
    const struct arguments *arguments;
    struct case_desk desk;
    char id[UUID_TEXT_SIZE]; /* of the casefile */
    struct casefile_view view;
    bool has_view;
    struct step_result result;
};

/* Opens the file for that act, finds the casefile that the arguments name and looks where it
 * stands.  Like everything here that can fail it returns an exit code and has said why; end it
 * whatever came of it. */
int case_session_begin(struct case_session *out, const struct arguments *arguments,
                       enum office_act act);
void case_session_end(struct case_session *session);

/* Where the casefile stands now, in session->view. */
int case_session_look(struct case_session *session);

/* What was typed for the step; NULL when nothing was. */
const char *case_session_step(const struct case_session *session);

/* Whether what that step holds is hidden from this user. */
bool case_session_hides(const struct case_session *session, const struct step *step);

/* The day of an option such as --on; that of today when it was not given. */
int case_session_read_day(const struct case_session *session, const char *option, struct day *out);

/* Ends an act that came to that status: done, or says why it was not done and what to do. */
int case_session_conclude(struct case_session *session, enum status status,
                          const struct error *error);

/* After an act that was done: how the step stands now and what comes next, in words or, with
 * --json, as one object. */
int case_session_tell(struct case_session *session);

#endif
