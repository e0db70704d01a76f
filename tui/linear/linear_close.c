/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile is closed, or somebody is asked to let it be. */
#include "casefile/casefile_store.h"
#include "language.h"
#include "linear/linear_case.h"
#include "wording/case_text.h"

#include <stdlib.h>
#include <string.h>

static void write_reason(const void *self, FILE *stream, size_t index)
{
    (void)self;
    fputs(case_text_closing_reason((enum closing_reason)(index + CLOSING_NONE + 1)), stream);
}

/* The reason that the outcomes suggest, or that somebody asked with. */
static int standard_reason(const struct linear_case *hand)
{
    enum closing_reason reason = CLOSING_NONE;
    const struct casefile *casefile = &hand->view.casefile;
    if (casefile->closing_asked_at[0] != '\0')
        reason = casefile->closing_asked_reason;
    else if (hand->view.standing.closes == NULL ||
             closing_reason_parse(&reason, hand->view.standing.closes, NULL) != STATUS_OK)
        reason = CLOSING_NONE;
    return reason == CLOSING_NONE ? LINEAR_NONE : (int)reason - CLOSING_NONE - 1;
}

static enum linear_reply ask_remark(struct linear_case *hand, enum closing_reason reason,
                                    char **out)
{
    const char *asked =
        hand->view.casefile.closing_asked_at[0] != '\0' ? hand->view.casefile.closing_remark : NULL;
    const struct linear_question question = {
        .text = reason == CLOSING_TRANSFERRED ? _("Which office gets it, and why") : _("Remark"),
        .standard = asked,
        .max = CASEFILE_REMARK_MAX,
        .is_text = true,
    };
    if (reason != CLOSING_OTHER && reason != CLOSING_TRANSFERRED)
        return REPLY_GIVEN;
    if (asked == NULL)
        return linear_ask_needed(hand->linear, &question, out);
    const enum linear_reply reply = linear_ask(hand->linear, &question, out);
    if (reply == REPLY_GIVEN && (*out)[0] == '\0') {
        free(*out);
        *out = strdup(asked);
    }
    return reply;
}

/* Steps that are still open are no reason to keep it, but whoever closes it knows of them. */
static enum linear_reply confirm(struct linear_case *hand, bool *is_sure)
{
    unsigned long open = 0;
    *is_sure = true;
    for (size_t i = 0; i < hand->view.standing.step_count; i++) {
        const enum step_state state = hand->view.standing.steps[i].state;
        open += step_state_is_open(state);
    }
    if (open == 0)
        return REPLY_GIVEN;
    linear_say(language_plural("%lu step is still open.", "%lu steps are still open.", open), open);
    return linear_ask_truth(hand->linear, _("Close all the same?"), false, is_sure);
}

static void close_for(struct linear_case *hand, enum closing_reason reason, const char *remark)
{
    struct casefile_closed closed = { .block = CLOSING_FREE };
    struct error error = { 0 };
    const struct casefile_closing closing = {
        .reason = reason,
        .remark = remark,
        .is_approver = session_may(&hand->linear->session, ACT_APPROVE_CASES),
    };
    step_result_release(&hand->result);
    const enum status status =
        casefile_close(linear_case_desk(hand), hand->id, &closing, &closed, &error);
    if (status == STATUS_REFUSED && closed.block != CLOSING_FREE) {
        linear_say("%s", case_text_closing_block(closed.block));
        return;
    }
    if (!linear_case_conclude(hand, status, &error))
        return;
    hand->is_left = true;
    linear_say("%s", closed.is_asked ? _("The casefile stays open until a supervisor closes it; "
                                         "that was asked for.")
                                     : _("The casefile is closed."));
}

enum linear_reply linear_close(struct linear_case *hand)
{
    const struct linear_choices choices = { .text = _("Why is it closed?"),
                                            .count = CLOSING_REASON_COUNT - CLOSING_NONE - 1,
                                            .write = write_reason,
                                            .standard = standard_reason(hand) };
    char *remark = NULL;
    size_t chosen = 0;
    bool is_sure = false;
    if (!linear_may(hand->linear, ACT_WORK_CASES))
        return REPLY_GIVEN;
    enum linear_reply reply = linear_choose(hand->linear, &choices, &chosen);
    const enum closing_reason reason = (enum closing_reason)(chosen + CLOSING_NONE + 1);
    if (reply == REPLY_GIVEN)
        reply = ask_remark(hand, reason, &remark);
    if (reply == REPLY_GIVEN)
        reply = confirm(hand, &is_sure);
    if (reply == REPLY_GIVEN && is_sure)
        close_for(hand, reason, remark);
    free(remark);
    if (reply == REPLY_GIVEN && !hand->is_left)
        return REPLY_BACK;
    return reply;
}

/* ---- somebody asked for it */

static enum linear_reply refuse(struct linear_case *hand)
{
    struct error error = { 0 };
    char *remark = NULL;
    const struct linear_question question = { .text = _("What is left to do"),
                                              .max = CASEFILE_REMARK_MAX,
                                              .is_text = true };
    const enum linear_reply reply = linear_ask_needed(hand->linear, &question, &remark);
    if (reply != REPLY_GIVEN)
        return reply;
    if (linear_case_conclude(
            hand, casefile_refuse_closing(linear_case_desk(hand), hand->id, remark, &error),
            &error))
        linear_say("%s", _("Kept. The casefile stays open."));
    free(remark);
    return linear_case_look(hand) ? REPLY_GIVEN : REPLY_BACK;
}

enum linear_reply linear_closing_asked(struct linear_case *hand)
{
    enum { CLOSE, REFUSE, LATER, COUNT };
    const char *const items[COUNT] = { _("close it"), _("it stays open"), _("decide later") };
    const struct casefile *casefile = &hand->view.casefile;
    size_t chosen = 0;
    if (casefile->state != CASEFILE_OPEN || casefile->closing_asked_at[0] == '\0' ||
        !session_may(&hand->linear->session, ACT_APPROVE_CASES))
        return REPLY_GIVEN;
    linear_say(_("%s asked to close it: %s."),
               case_desk_user_name(linear_desk(hand->linear), casefile->closing_asked_by),
               case_text_closing_reason(casefile->closing_asked_reason));
    const enum linear_reply reply =
        linear_choose_text(hand->linear, _("This casefile"), items, COUNT, CLOSE, NULL, &chosen);
    if (reply != REPLY_GIVEN || chosen == LATER)
        return reply;
    return chosen == CLOSE ? linear_close(hand) : refuse(hand);
}

/* ---- and opened again */

static void say_reopened(struct linear_case *hand, enum status status, const struct error *error)
{
    if (status == STATUS_OK)
        linear_say("%s", _("The casefile is open again."));
    else if (status == STATUS_EXISTS)
        linear_say("%s", _("This person has another open casefile of this workflow."));
    else if (status == STATUS_REFUSED)
        linear_say("%s", _("The record of this person was merged into another one or erased."));
    else
        linear_case_conclude(hand, status, error);
}

enum linear_reply linear_reopen(struct linear_case *hand)
{
    struct error error = { 0 };
    char *remark = NULL;
    const struct linear_question question = { .text = _("Why is it opened again"),
                                              .max = CASEFILE_REMARK_MAX,
                                              .is_text = true };
    if (!linear_may(hand->linear, ACT_APPROVE_CASES))
        return REPLY_GIVEN;
    const enum linear_reply reply = linear_ask_needed(hand->linear, &question, &remark);
    if (reply == REPLY_GIVEN)
        say_reopened(hand, casefile_reopen(linear_case_desk(hand), hand->id, remark, &error),
                     &error);
    free(remark);
    return reply;
}
