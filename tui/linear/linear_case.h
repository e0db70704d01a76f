/* SPDX-License-Identifier: Apache-2.0 */

/* One casefile in hand. */
#ifndef QADAM_LINEAR_LINEAR_CASE_H
#define QADAM_LINEAR_LINEAR_CASE_H

#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "linear/linear_private.h"

enum { LINEAR_SAID_MAX = 32 };

struct linear_case {
    struct linear *linear;
    char id[UUID_TEXT_SIZE];
    struct casefile_view view;
    bool has_view;
    struct step_result result;         /* of the last act */
    bool is_left;                      /* whoever works on it has had enough */
    const void *said[LINEAR_SAID_MAX]; /* warnings that were told already */
    size_t said_count;
};

/* Loads where it stands now; false when it cannot be, which is said. */
bool linear_case_look(struct linear_case *hand);

/* Takes it in hand, so that nobody else answers meanwhile; false when somebody else has it, which
 * is said. */
bool linear_case_take(struct linear_case *hand);

/* Ends an act: true when it was done; else says why it was not and what to do. */
bool linear_case_conclude(struct linear_case *hand, enum status status, const struct error *error);

const struct casefile_desk *linear_case_desk(const struct linear_case *hand);
const struct step_standing *linear_case_standing(const struct linear_case *hand,
                                                 const struct step *step);

/* "Step 3 of 12: Request to the archive. Due 20.11.2026, 3 days late." */
void linear_case_say_step(const struct linear_case *hand, const struct step_standing *standing);

/* ---- the parts; REPLY_BACK leads to the choices of the casefile */

/* All that can be done with a step as it stands. */
enum linear_reply linear_step(struct linear_case *hand, const struct step *step);

/* Its fields one after the other, from the first that was not answered, or from the last. */
enum linear_reply linear_form(struct linear_case *hand, const struct step *step, bool from_end);
/* Only those that are missing.  *is_complete: nothing is any more. */
enum linear_reply linear_form_missing(struct linear_case *hand, const struct step *step,
                                      bool *is_complete);

/* Finish it, or what else? */
enum linear_reply linear_finish(struct linear_case *hand, const struct step *step);

/* With a reason. */
enum linear_reply linear_step_skip(struct linear_case *hand, const struct step *step);

/* Somebody was asked; *is_done: it waits now. */
enum linear_reply linear_wait(struct linear_case *hand, const struct step *step, bool *is_done);

/* Closes the casefile, or asks for that. */
enum linear_reply linear_close(struct linear_case *hand);
/* Somebody asked to close it: whoever approves decides.  Nothing for others. */
enum linear_reply linear_closing_asked(struct linear_case *hand);
/* Opens a closed one again. */
enum linear_reply linear_reopen(struct linear_case *hand);

/* Why the last act was refused. */
void linear_refusal_say(const struct linear_case *hand, const struct error *error);

#endif
