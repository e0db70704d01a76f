/* SPDX-License-Identifier: Apache-2.0 */

/* The end of a step: finished, left for later, asked somebody, skipped. */
#include "language.h"
#include "linear/linear_case.h"
#include "wording/case_text.h"

#include <stdlib.h>

/* ---- how it ended */

static void write_outcome(const void *self, FILE *stream, size_t index)
{
    const struct step *step = self;
    const struct outcome *outcome = &step->outcomes[index];
    fprintf(stream, "%s%s", workflow_text(outcome->title),
            outcome->is_refusal ? _(" (a refusal)") : "");
}

static enum linear_reply ask_outcome(struct linear_case *hand, const struct step *step,
                                     const char **out)
{
    size_t chosen = 0;
    const struct linear_choices choices = { .text = _("How did it end?"),
                                            .count = step->outcome_count,
                                            .write = write_outcome,
                                            .self = step,
                                            .standard = LINEAR_NONE,
                                            .why = workflow_text(step->if_refused) };
    *out = NULL;
    if (step->outcome_count == 0)
        return REPLY_GIVEN;
    const enum linear_reply reply = linear_choose(hand->linear, &choices, &chosen);
    if (reply == REPLY_GIVEN)
        *out = step->outcomes[chosen].id;
    return reply;
}

/* ---- finishing */

static void say_done(const struct linear_case *hand, const struct step *step)
{
    linear_say("%s: %s.", workflow_text(step->title), case_text_step_state(hand->result.state));
}

/* *is_done false: something is missing, or it was refused, which is said. */
static void finish_on(struct linear_case *hand, const struct step *step,
                      const struct step_finishing *finishing, bool *is_done)
{
    struct error error = { 0 };
    step_result_release(&hand->result);
    *is_done = linear_case_conclude(
        hand, step_finish(linear_case_desk(hand), hand->id, finishing, &hand->result, &error),
        &error);
    if (*is_done)
        say_done(hand, step);
}

static bool misses_case(const struct linear_case *hand)
{
    for (size_t i = 0; i < hand->result.missing.count; i++)
        if (hand->result.missing.items[i].kind == MISSING_CASE)
            return true;
    return false;
}

/* *is_complete: nothing is missing any more. */
static enum linear_reply complete(struct linear_case *hand, const struct step *step,
                                  bool *is_complete)
{
    bool is_opened = true;
    enum linear_reply reply = REPLY_GIVEN;
    *is_complete = false;
    if (misses_case(hand))
        reply =
            linear_open_linked(hand->linear, &hand->view.casefile, step->opens_case, &is_opened);
    if (reply != REPLY_GIVEN || !is_opened || !linear_case_look(hand))
        return reply;
    return linear_form_missing(hand, step, is_complete);
}

/* What is missing is asked for, and then it is tried again. */
static enum linear_reply finish(struct linear_case *hand, const struct step *step, bool asks_day,
                                bool *is_done)
{
    struct step_finishing finishing = { .step = step->id, .day = linear_case_desk(hand)->today };
    bool has_day;
    enum linear_reply reply = REPLY_GIVEN;
    *is_done = false;
    if (asks_day)
        reply = linear_ask_day(hand->linear, _("On which day"), false, &finishing.day, &has_day);
    if (reply == REPLY_GIVEN)
        reply = ask_outcome(hand, step, &finishing.outcome);
    while (reply == REPLY_GIVEN) {
        bool is_complete = false;
        finish_on(hand, step, &finishing, is_done);
        if (*is_done || hand->result.refusal != STEP_REFUSED_MISSING)
            return REPLY_GIVEN;
        reply = complete(hand, step, &is_complete);
        if (!is_complete || hand->is_left)
            break;
    }
    return reply == REPLY_STOP ? REPLY_STOP : REPLY_GIVEN;
}

/* ---- what else */

enum end { END_FINISH, END_KEEP, END_WAIT, END_SKIP, END_DAY, END_COUNT };

static size_t list_ends(const struct step *step, enum end ends[END_COUNT],
                        const char *texts[END_COUNT])
{
    const struct {
        const char *text;
        bool is_there;
    } all[END_COUNT] = {
        [END_FINISH] = { _("yes"), true },
        [END_KEEP] = { _("keep as draft"), true },
        [END_WAIT] = { _("wait for somebody"), step->body != NULL || step->ladder != NULL },
        [END_SKIP] = { _("skip"), step->may_skip },
        [END_DAY] = { _("yes, another day"), true },
    };
    size_t count = 0;
    for (int end = 0; end < END_COUNT; end++)
        if (all[end].is_there) {
            ends[count] = (enum end)end;
            texts[count++] = all[end].text;
        }
    return count;
}

static enum linear_reply end_as(struct linear_case *hand, const struct step *step, enum end end,
                                bool *is_done)
{
    enum linear_reply reply = REPLY_GIVEN;
    *is_done = end == END_KEEP;
    if (end == END_KEEP) {
        linear_say("%s", _("Kept as it is."));
        hand->is_left = true;
    } else if (end == END_WAIT) {
        reply = linear_wait(hand, step, is_done);
    } else if (end == END_SKIP) {
        reply = linear_step_skip(hand, step);
        *is_done = reply == REPLY_GIVEN;
    } else {
        reply = finish(hand, step, end == END_DAY, is_done);
    }
    return reply == REPLY_STOP ? REPLY_STOP : REPLY_GIVEN;
}

enum linear_reply linear_finish(struct linear_case *hand, const struct step *step)
{
    const bool has_form = step->field_count > 0 || step->evidence_count > 0;
    /* Whoever could not finish it leaves it as it is. */
    for (int standard = END_FINISH;; standard = END_KEEP) {
        enum end ends[END_COUNT];
        const char *texts[END_COUNT];
        size_t chosen = 0;
        bool is_done = false;
        const size_t count = list_ends(step, ends, texts);
        enum linear_reply reply = linear_choose_text(
            hand->linear, has_form ? _("Kept. Finish the step?") : _("Finish the step?"), texts,
            count, standard, workflow_text(step->why), &chosen);
        if (reply != REPLY_GIVEN)
            return reply;
        reply = end_as(hand, step, ends[chosen], &is_done);
        if (reply != REPLY_GIVEN || is_done || hand->is_left)
            return reply;
        if (!linear_case_look(hand))
            return REPLY_STOP;
    }
}
