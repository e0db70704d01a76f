/* SPDX-License-Identifier: Apache-2.0 */

/* Somebody was asked, or asked again: whom, since when, until when. */
#include "language.h"
#include "linear/linear_case.h"
#include "wording/case_text.h"

#include <stdlib.h>

struct wait_words {
    char *waiting_for;
    char *reference;
};

static void words_release(struct wait_words *words)
{
    free(words->waiting_for);
    free(words->reference);
}

static enum linear_reply ask(struct linear_case *hand, struct wait_words *words,
                             struct step_waiting *waiting)
{
    bool has_day;
    const struct linear_question whom = { .text = _("Who was asked"),
                                          .max = CASEFILE_REMARK_MAX,
                                          .is_text = true };
    const struct linear_question reference = { .text = _("Number of the letter"),
                                               .standard = _("none"),
                                               .max = CASEFILE_REMARK_MAX,
                                               .is_text = true };
    enum linear_reply reply = linear_ask_needed(hand->linear, &whom, &words->waiting_for);
    if (reply == REPLY_GIVEN)
        reply = linear_ask_day(hand->linear, _("When were they asked"), false, &waiting->from,
                               &has_day);
    if (reply == REPLY_GIVEN)
        reply = linear_ask(hand->linear, &reference, &words->reference);
    waiting->waiting_for = words->waiting_for;
    waiting->reference =
        words->reference == NULL || words->reference[0] == '\0' ? NULL : words->reference;
    return reply;
}

static void tell(const struct linear_case *hand)
{
    char day[LINEAR_DAY_SIZE];
    char distance[CASE_TEXT_DUE_SIZE];
    if (!hand->result.has_due) {
        linear_say("%s", _("Kept. It waits now."));
        return;
    }
    linear_day_text(day, hand->result.due);
    case_text_due(distance, hand->result.due, linear_case_desk(hand)->today);
    /* TRANSLATORS: a day follows, and how far away it is. */
    linear_say(_("Kept. It waits now; the answer is due %s, %s."), day, distance);
}

enum linear_reply linear_wait(struct linear_case *hand, const struct step *step, bool *is_done)
{
    struct wait_words words = { NULL, NULL };
    struct error error = { 0 };
    struct step_waiting waiting = { .step = step->id, .from = linear_case_desk(hand)->today };
    *is_done = false;
    step_result_release(&hand->result);
    if (!linear_case_conclude(
            hand, step_may_wait(linear_case_desk(hand), hand->id, &waiting, &hand->result, &error),
            &error))
        return REPLY_GIVEN;
    enum linear_reply reply = ask(hand, &words, &waiting);
    if (reply == REPLY_GIVEN) {
        step_result_release(&hand->result);
        *is_done = linear_case_conclude(
            hand,
            step_begin_wait(linear_case_desk(hand), hand->id, &waiting, &hand->result, &error),
            &error);
        if (*is_done)
            tell(hand);
    }
    words_release(&words);
    return reply;
}
