/* SPDX-License-Identifier: Apache-2.0 */

/* The form of a step asked field by field on a terminal.  Every answer is kept at once, because
 * which field comes next depends on it. */
#ifndef QADAM_COMMAND_CASE_ASK_H
#define QADAM_COMMAND_CASE_ASK_H

#include "command/case/session.h"

struct case_asking {
    struct case_session *session;
    const struct step *step;
    struct day event_day;
    bool has_event_day;
    size_t kept; /* how many answers */
};

/* Asks what is asked now, until the end of the form or a single dot.  The casefile is in this
 * user's hand meanwhile.  Returns an exit code and has said why. */
int case_ask(struct case_asking *asking);

#endif
