/* SPDX-License-Identifier: Apache-2.0 */

/* What can be done with a step as it stands: its form, the answer of whoever was asked, an
 * approval. */
#include "language.h"
#include "linear/linear_case.h"
#include "sentence.h"
#include "wording/case_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- ready */

static void say_instrument(const struct step *step)
{
    const struct instrument *instrument = step->instrument;
    if (instrument == NULL)
        return;
    linear_say("%s%s%s", workflow_text(instrument->title), instrument->is_official ? "" : " ",
               instrument->is_official ? "" : _("(unofficial)"));
    if (instrument->intro != NULL)
        linear_say("%s", workflow_text(instrument->intro));
}

/* Back from the last question leads into the form again. */
static enum linear_reply fill_and_finish(struct linear_case *hand, const struct step *step)
{
    bool from_end = false;
    for (;;) {
        enum linear_reply reply = linear_form(hand, step, from_end);
        if (reply != REPLY_GIVEN || hand->is_left)
            return reply;
        reply = linear_finish(hand, step);
        if (reply != REPLY_BACK)
            return reply;
        from_end = true;
        if (!linear_case_look(hand))
            return REPLY_BACK;
    }
}

/* ---- somebody was asked */

static void say_wait(const struct linear_case *hand, const struct step_standing *standing)
{
    const struct step_wait *wait = standing->wait;
    char from[LINEAR_DAY_SIZE];
    char due[LINEAR_DAY_SIZE];
    char distance[CASE_TEXT_DUE_SIZE];
    if (wait == NULL)
        return;
    linear_day_text(from, wait->from);
    /* TRANSLATORS: who was asked, and since when. */
    linear_say(_("Waits for %s since %s."), wait->waiting_for, from);
    if (!wait->has_due)
        return;
    linear_day_text(due, wait->due);
    case_text_due(distance, wait->due, hand->view.situation.today);
    linear_say("%s %s, %s.", _("Answer due"), due, distance);
}

static enum linear_reply resume(struct linear_case *hand, const struct step *step)
{
    struct day day = { 0 };
    bool has_day = false;
    char *answer = NULL;
    struct error error = { 0 };
    const struct linear_question question = { .text = _("What did they answer"),
                                              .standard = _("not said"),
                                              .max = CASEFILE_REMARK_MAX,
                                              .is_text = true };
    enum linear_reply reply =
        linear_ask_day(hand->linear, _("When did they answer"), false, &day, &has_day);
    if (reply == REPLY_GIVEN)
        reply = linear_ask(hand->linear, &question, &answer);
    if (reply != REPLY_GIVEN)
        return reply;
    step_result_release(&hand->result);
    const enum status status =
        step_resume(linear_case_desk(hand), hand->id, step->id, day,
                    answer[0] == '\0' ? NULL : answer, &hand->result, &error);
    free(answer);
    if (!linear_case_conclude(hand, status, &error))
        return REPLY_BACK;
    linear_say("%s", _("Kept."));
    return linear_case_look(hand) ? fill_and_finish(hand, step) : REPLY_BACK;
}

static enum linear_reply do_waiting(struct linear_case *hand, const struct step *step)
{
    enum { ANSWERED, FORM, LEAVE, RUNG, COUNT };
    const struct step_standing *standing = linear_case_standing(hand, step);
    const struct rung *rung = standing->rung;
    const char *const items[COUNT] = { _("they answered"), _("go through its form"), _("leave it"),
                                       rung == NULL ? "" : workflow_text(rung->title) };
    size_t chosen = 0;
    bool is_done = false;
    const bool is_rung_due =
        standing->has_rung_due && day_compare(standing->rung_due, hand->view.situation.today) <= 0;
    say_wait(hand, standing);
    enum linear_reply reply = linear_choose_text(
        hand->linear, _("This step"), items, rung == NULL ? RUNG : COUNT,
        rung != NULL && is_rung_due ? RUNG : ANSWERED, workflow_text(step->if_silent), &chosen);
    if (reply != REPLY_GIVEN)
        return reply;
    if (chosen == ANSWERED)
        return resume(hand, step);
    if (chosen == FORM)
        return fill_and_finish(hand, step);
    if (chosen == RUNG)
        reply = linear_wait(hand, step, &is_done);
    hand->is_left = chosen == LEAVE || is_done;
    return reply;
}

/* ---- approval was asked for */

struct spoken {
    const char *question;
    enum status (*may)(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                       struct step_result *result, struct error *error);
    enum status (*act)(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                       const char *text, struct step_result *result, struct error *error);
};

/* An act that needs a reason; nobody types one for what is not done anyway. */
static enum linear_reply say_and_do(struct linear_case *hand, const struct step *step,
                                    const struct spoken *spoken)
{
    struct error error = { 0 };
    char *text = NULL;
    const struct linear_question question = { .text = spoken->question,
                                              .max = CASEFILE_REMARK_MAX,
                                              .is_text = true };
    step_result_release(&hand->result);
    if (spoken->may != NULL &&
        !linear_case_conclude(
            hand, spoken->may(linear_case_desk(hand), hand->id, step->id, &hand->result, &error),
            &error))
        return REPLY_BACK;
    const enum linear_reply reply = linear_ask_needed(hand->linear, &question, &text);
    if (reply != REPLY_GIVEN)
        return reply;
    step_result_release(&hand->result);
    const enum status status =
        spoken->act(linear_case_desk(hand), hand->id, step->id, text, &hand->result, &error);
    free(text);
    if (!linear_case_conclude(hand, status, &error))
        return REPLY_BACK;
    linear_say("%s: %s.", workflow_text(step->title), case_text_step_state(hand->result.state));
    return REPLY_GIVEN;
}

enum linear_reply linear_step_skip(struct linear_case *hand, const struct step *step)
{
    const struct spoken spoken = { _("Why is the step skipped?"), step_may_skip, step_skip };
    return say_and_do(hand, step, &spoken);
}

static enum linear_reply approve(struct linear_case *hand, const struct step *step)
{
    struct error error = { 0 };
    step_result_release(&hand->result);
    if (!linear_case_conclude(
            hand, step_approve(linear_case_desk(hand), hand->id, step->id, &hand->result, &error),
            &error))
        return REPLY_BACK;
    linear_say("%s: %s.", workflow_text(step->title), case_text_step_state(hand->result.state));
    return REPLY_GIVEN;
}

static enum linear_reply do_approval(struct linear_case *hand, const struct step *step)
{
    enum { APPROVE, RETURN, LEAVE, COUNT };
    const struct spoken spoken = { _("What is to be done again?"), step_may_return, step_return };
    const char *const items[COUNT] = { _("approve it"), _("give it back"), _("leave it") };
    const char *role = linear_case_desk(hand)->role;
    size_t chosen = 0;
    linear_say("%s", _("It was finished and waits to be approved."));
    if (step->approval == NULL || strcmp(step->approval, role) != 0)
        return REPLY_BACK;
    const enum linear_reply reply =
        linear_choose_text(hand->linear, _("This step"), items, COUNT, APPROVE, NULL, &chosen);
    if (reply != REPLY_GIVEN)
        return reply;
    hand->is_left = chosen == LEAVE;
    return chosen == APPROVE  ? approve(hand, step)
           : chosen == RETURN ? say_and_do(hand, step, &spoken)
                              : REPLY_GIVEN;
}

/* ---- settled, or not yet */

static enum linear_reply do_settled(struct linear_case *hand, const struct step_standing *standing)
{
    const struct step *step = standing->step;
    const struct spoken spoken = { _("Why is it started again?"), NULL, step_reopen };
    const bool is_over = step_state_is_ended(standing->state);
    bool is_reopened = false;
    linear_say("%s.", case_text_step_state(standing->state));
    if (standing->state == STEP_LOCKED && standing->lock != NULL)
        linear_say("%s %s", _("Another step comes first:"), workflow_text(standing->lock->title));
    if (!is_over)
        return REPLY_BACK;
    const enum linear_reply reply =
        linear_ask_truth(hand->linear, _("Start it again?"), false, &is_reopened);
    if (reply != REPLY_GIVEN || !is_reopened)
        return reply == REPLY_STOP ? REPLY_STOP : REPLY_BACK;
    return say_and_do(hand, step, &spoken);
}

/* ---- any */

enum linear_reply linear_step(struct linear_case *hand, const struct step *step)
{
    const struct step_standing *standing = linear_case_standing(hand, step);
    linear_case_say_step(hand, standing);
    if (case_desk_hides(linear_desk(hand->linear), &hand->view.casefile, step)) {
        linear_say("%s", _("What this step holds is shown only to whoever works on the casefile "
                           "and to supervisors."));
        return REPLY_BACK;
    }
    if (!session_may(&hand->linear->session, ACT_WORK_CASES)) {
        linear_say("%s.", case_text_step_state(standing->state));
        return REPLY_BACK;
    }
    if (standing->state == STEP_READY) {
        say_instrument(step);
        return fill_and_finish(hand, step);
    }
    return standing->state == STEP_WAITING          ? do_waiting(hand, step)
           : standing->state == STEP_ASKED_APPROVAL ? do_approval(hand, step)
                                                    : do_settled(hand, standing);
}
