/* SPDX-License-Identifier: Apache-2.0 */

/* What waits for somebody who may say yes or no: a step, the closing of a casefile, giving it to
 * another worker.  The tables of those keep the words; this one keeps who asked, who answered,
 * when, and whether whoever asked has seen it. */
#ifndef QADAM_CASEFILE_APPROVAL_H
#define QADAM_CASEFILE_APPROVAL_H

#include "base/error.h"

struct casefile_desk;
struct store;

enum approval_kind {
    APPROVAL_STEP,
    APPROVAL_CLOSING,
    APPROVAL_HANDOVER, /* to another worker of this office */
    APPROVAL_KIND_COUNT
};

enum approval_state {
    APPROVAL_PENDING,
    APPROVAL_APPROVED,
    APPROVAL_REJECTED,
    APPROVAL_WITHDRAWN, /* by whoever asked, or the casefile was closed otherwise */
    APPROVAL_STATE_COUNT
};

/* The stable words of the table, and back (STATUS_INVALID). */
const char *approval_kind_word(enum approval_kind kind);
const char *approval_state_word(enum approval_state state);
MUST_CHECK enum status approval_kind_parse(enum approval_kind *out, const char *word,
                                           struct error *error);
MUST_CHECK enum status approval_state_parse(enum approval_state *out, const char *word,
                                            struct error *error);

/* What is asked for; step is "" unless it is one. */
struct approval_key {
    const char *casefile_id;
    enum approval_kind kind;
    const char *step;
};

/* ---- For this folder, in its transaction */

/* The actor asks, at the moment of the casefile's last change: touch it first.  Who asks again for
 * what waits already leaves it as it is. */
MUST_CHECK enum status approval_ask(const struct casefile_desk *desk,
                                    const struct approval_key *key, struct error *error);
/* The actor answers.  Nothing happens when nobody asked. */
MUST_CHECK enum status approval_answer(const struct casefile_desk *desk,
                                       const struct approval_key *key, enum approval_state state,
                                       struct error *error);
/* Whatever else waits for the casefile does not any more. */
MUST_CHECK enum status approval_withdraw_all(const struct casefile_desk *desk,
                                             const char *casefile_id, struct error *error);

/* ---- For whoever asked */

/* The actor has seen the answers about that casefile.  This is no act on the casefile and has no
 * entry in the journal. */
MUST_CHECK enum status approval_mark_seen(const struct casefile_desk *desk, const char *casefile_id,
                                          struct error *error);

#endif
