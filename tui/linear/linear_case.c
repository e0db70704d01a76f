/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_case.h"

#include "casefile/casefile_lease.h"
#include "casefile/casefile_store.h"
#include "command/case/veil.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_text.h"

#include <string.h>

/* ---- where it stands */

static void let_go(struct linear_case *hand)
{
    if (hand->has_view)
        casefile_view_release(&hand->view);
    hand->has_view = false;
}

const struct casefile_desk *linear_case_desk(const struct linear_case *hand)
{
    return &linear_desk(hand->linear)->desk;
}

bool linear_case_look(struct linear_case *hand)
{
    struct error error = { 0 };
    let_go(hand);
    if (casefile_view_load_to_read(linear_case_desk(hand), hand->id, "dialogue", &hand->view,
                                   &error) != STATUS_OK) {
        linear_refusal_say(hand, &error);
        return false;
    }
    case_veil_draw(linear_desk(hand->linear), &hand->view);
    hand->has_view = true;
    return true;
}

bool linear_case_take(struct linear_case *hand)
{
    const struct casefile_desk *desk = linear_case_desk(hand);
    struct error error = { 0 };
    step_result_release(&hand->result);
    return linear_case_conclude(
        hand, casefile_lease_take(desk->store, desk->actor, hand->id, NULL, &error), &error);
}

bool linear_case_conclude(struct linear_case *hand, enum status status, const struct error *error)
{
    if (status != STATUS_OK)
        linear_refusal_say(hand, error);
    return status == STATUS_OK;
}

const struct step_standing *linear_case_standing(const struct linear_case *hand,
                                                 const struct step *step)
{
    return standing_find(&hand->view.standing, step->id);
}

/* ---- saying it */

/* Some are locked only because nobody knows yet whether they will be needed. */
static bool is_needed(const struct step_standing *standing)
{
    return standing->state != STEP_NOT_NEEDED &&
           (standing->state != STEP_LOCKED || standing->is_fitting);
}

static void count_steps(const struct linear_case *hand, const struct step_standing *standing,
                        size_t *number, size_t *count)
{
    const struct standing *all = &hand->view.standing;
    *number = 0;
    *count = 0;
    for (size_t i = 0; i < all->step_count; i++) {
        *count += is_needed(&all->steps[i]);
        if (&all->steps[i] == standing)
            *number = *count;
    }
}

void linear_case_say_step(const struct linear_case *hand, const struct step_standing *standing)
{
    size_t number;
    size_t count;
    char day[LINEAR_DAY_SIZE];
    char distance[CASE_TEXT_DUE_SIZE];
    char due[LINEAR_DAY_SIZE + CASE_TEXT_DUE_SIZE + 32] = "";
    count_steps(hand, standing, &number, &count);
    if (standing->has_due && !step_state_is_settled(standing->state)) {
        linear_day_text(day, standing->due);
        case_text_due(distance, standing->due, hand->view.situation.today);
        /* TRANSLATORS: a day follows, and how far away it is. */
        snprintf(due, sizeof(due), " %s %s, %s.", _("Due"), day, distance);
    }
    /* TRANSLATORS: the number of the step, how many there are, its title, by when. */
    linear_say(_("Step %zu of %zu: %s.%s%s%s"), number, count, workflow_text(standing->step->title),
               standing->step->is_urgent ? " " : "", standing->step->is_urgent ? _("URGENT") : "",
               due);
}

static bool was_said(struct linear_case *hand, const void *what)
{
    for (size_t i = 0; i < hand->said_count; i++)
        if (hand->said[i] == what)
            return true;
    if (hand->said_count < LINEAR_SAID_MAX)
        hand->said[hand->said_count++] = what;
    return false;
}

/* What a definition warns of, each once while the casefile is in hand. */
static void say_warnings(struct linear_case *hand)
{
    for (size_t i = 0; i < hand->view.standing.warning_count; i++) {
        const struct warning *warning = &hand->view.standing.warnings[i];
        const struct indication *indication = warning->indication;
        if (indication != NULL && !was_said(hand, indication))
            linear_say("%s %s. %s", _("Take care:"), workflow_text(indication->title),
                       workflow_text(indication->says));
        else if (warning->guard != NULL && !was_said(hand, warning->guard))
            linear_say("%s %s", _("Take care:"), case_veil_guard_says(warning->guard));
    }
}

static void say_head(const struct linear_case *hand)
{
    const struct casefile *casefile = &hand->view.casefile;
    const bool is_open = casefile->state == CASEFILE_OPEN;
    linear_say("%s, %s, %s%s%s.", casefile->number, hand->view.person_name,
               workflow_text(hand->view.definition->title), is_open ? "" : ", ",
               is_open ? "" : case_text_state(casefile->state));
    if (is_open && casefile->assigned_to[0] != '\0' &&
        strcmp(casefile->assigned_to, linear_case_desk(hand)->actor) != 0)
        /* TRANSLATORS: %s is the name of a user. */
        linear_say(_("%s works on it."),
                   case_desk_user_name(linear_desk(hand->linear), casefile->assigned_to));
}

/* ---- nobody's */

static enum linear_reply offer_to_take(struct linear_case *hand)
{
    bool is_taken = false;
    struct error error = { 0 };
    if (hand->view.casefile.assigned_to[0] != '\0' || hand->view.casefile.state != CASEFILE_OPEN ||
        !session_may(&hand->linear->session, ACT_WORK_CASES))
        return REPLY_GIVEN;
    const enum linear_reply reply = linear_ask_truth(
        hand->linear, _("Nobody has this casefile. Do you take it?"), true, &is_taken);
    if (reply != REPLY_GIVEN || !is_taken)
        return reply == REPLY_STOP ? REPLY_STOP : REPLY_GIVEN;
    if (linear_case_conclude(hand, casefile_take(linear_case_desk(hand), hand->id, &error), &error))
        linear_say("%s", _("Kept."));
    return linear_case_look(hand) ? REPLY_GIVEN : REPLY_BACK;
}

/* ---- choosing a step */

static void write_step(const void *self, FILE *stream, size_t index)
{
    const struct step_standing *const *steps = self;
    fprintf(stream, "%s: %s", workflow_text(steps[index]->step->title),
            case_text_step_state(steps[index]->state));
}

/* *out stays as it was unless one was chosen. */
static enum linear_reply choose_step(struct linear_case *hand, const struct step **out)
{
    enum { STEPS_MAX = 200 };
    const struct step_standing *steps[STEPS_MAX];
    struct linear_choices choices = {
        .text = _("Which step"), .write = write_step, .self = steps, .standard = 0
    };
    const struct standing *all = &hand->view.standing;
    size_t chosen = 0;
    for (size_t i = 0; i < all->step_count && choices.count < STEPS_MAX; i++) {
        if (all->steps[i].state == STEP_NOT_NEEDED)
            continue;
        if (&all->steps[i] == all->next)
            choices.standard = (int)choices.count;
        steps[choices.count++] = &all->steps[i];
    }
    const enum linear_reply reply = linear_choose(hand->linear, &choices, &chosen);
    if (reply == REPLY_GIVEN)
        *out = steps[chosen]->step;
    return reply == REPLY_STOP ? REPLY_STOP : REPLY_GIVEN;
}

/* Whether going on leads to something that this user can do. */
static bool can_go_on(const struct linear_case *hand)
{
    const struct step_standing *next = hand->view.standing.next;
    return hand->view.casefile.state == CASEFILE_OPEN &&
           session_may(&hand->linear->session, ACT_WORK_CASES) && next != NULL &&
           (next->state == STEP_READY || next->state == STEP_WAITING) &&
           !case_desk_hides(linear_desk(hand->linear), &hand->view.casefile, next->step);
}

/* What can be done with a casefile besides its step. */
static enum linear_reply choose_what(struct linear_case *hand, const struct step **step)
{
    enum { GO_ON, ANOTHER, NOTE, PERSON, CLOSE, LEAVE, COUNT };
    const bool is_open = hand->view.casefile.state == CASEFILE_OPEN;
    const char *const items[COUNT] = { _("go on"),
                                       _("another step"),
                                       _("add a note"),
                                       _("the person"),
                                       is_open ? _("close it") : _("open it again"),
                                       _("leave it") };
    size_t chosen = 0;
    enum linear_reply reply = linear_choose_text(hand->linear, _("This casefile"), items, COUNT,
                                                 can_go_on(hand) ? GO_ON : LEAVE, NULL, &chosen);
    if (reply == REPLY_BACK)
        hand->is_left = true;
    if (reply != REPLY_GIVEN)
        return reply;
    switch (chosen) {
    case ANOTHER:
        return choose_step(hand, step);
    case NOTE:
        return linear_note(hand->linear, hand->id);
    case PERSON:
        hand->is_left = true;
        return linear_person(hand->linear, hand->view.casefile.person_id);
    case CLOSE:
        return is_open ? linear_close(hand) : linear_reopen(hand);
    case LEAVE:
        hand->is_left = true;
        return REPLY_GIVEN;
    default:
        return REPLY_GIVEN;
    }
}

/* ---- walking on */

static enum linear_reply nothing_left(struct linear_case *hand)
{
    bool closes = false;
    if (hand->view.casefile.closing_asked_at[0] != '\0') {
        linear_say("%s", _("Nothing is left to do. Closing was asked for and waits for a "
                           "supervisor."));
        if (!session_may(&hand->linear->session, ACT_APPROVE_CASES))
            return REPLY_BACK;
    } else if (!hand->view.standing.is_finished) {
        linear_say("%s", _("Nothing can be done now: what is left is not allowed or waits for "
                           "other steps."));
        return REPLY_BACK;
    } else {
        linear_say("%s", _("Everything is done."));
    }
    if (!session_may(&hand->linear->session, ACT_WORK_CASES))
        return REPLY_BACK;
    enum linear_reply reply =
        linear_ask_truth(hand->linear, _("Close the casefile?"), true, &closes);
    if (reply == REPLY_GIVEN && closes)
        reply = linear_close(hand);
    else if (reply == REPLY_GIVEN)
        hand->is_left = true;
    return reply;
}

static enum linear_reply work_on(struct linear_case *hand, const struct step **step)
{
    const struct standing *standing = &hand->view.standing;
    if (hand->view.casefile.state != CASEFILE_OPEN)
        return REPLY_BACK;
    say_warnings(hand);
    if (*step == NULL && standing->next != NULL)
        *step = standing->next->step;
    return *step == NULL ? nothing_left(hand) : linear_step(hand, *step);
}

static enum linear_reply walk(struct linear_case *hand, const struct step *step)
{
    while (!hand->is_left) {
        enum linear_reply reply = work_on(hand, &step);
        if (reply == REPLY_GIVEN)
            step = NULL;
        if (reply == REPLY_BACK && linear_case_look(hand))
            reply = choose_what(hand, &step);
        if (reply == REPLY_STOP)
            return REPLY_STOP;
        if (!hand->is_left && !linear_case_look(hand))
            return REPLY_GIVEN;
    }
    return REPLY_GIVEN;
}

static enum linear_reply work(struct linear_case *hand, const char *step)
{
    say_head(hand);
    enum linear_reply reply = offer_to_take(hand);
    if (reply == REPLY_GIVEN)
        reply = linear_closing_asked(hand);
    if (reply == REPLY_STOP || (reply == REPLY_BACK && !hand->has_view))
        return reply;
    return walk(hand, step == NULL ? NULL : definition_find_step(hand->view.definition, step));
}

enum linear_reply linear_casefile(struct linear *linear, const char *id, const char *step)
{
    struct linear_case hand = { .linear = linear };
    const struct casefile_desk *desk = linear_case_desk(&hand);
    struct error error = { 0 };
    enum linear_reply reply = REPLY_GIVEN;
    if (!linear_may(linear, ACT_READ_CASES))
        return REPLY_GIVEN;
    snprintf(hand.id, sizeof(hand.id), "%s", id);
    if (linear_case_look(&hand))
        reply = work(&hand, step);
    if (reply == REPLY_STOP && linear->wish == WISH_LOCK) {
        memcpy(linear->resumed, hand.id, sizeof(hand.id));
        snprintf(linear->resumed_by, sizeof(linear->resumed_by), "%s", desk->actor);
    }
    if (session_may(&linear->session, ACT_WORK_CASES) &&
        casefile_lease_release(desk->store, desk->actor, hand.id, &error) != STATUS_OK)
        linear_fail(&error);
    let_go(&hand);
    step_result_release(&hand.result);
    return reply;
}
