/* SPDX-License-Identifier: Apache-2.0 */

/* Waiting for others: they were asked, they are reminded, they answered. */
#include "view/casefile_private.h"

#include "language.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_SIZE = 1000 };

/* ---- asked, reminded */

bool page_asks_first(const struct casefile_page *page)
{
    const struct situation *situation = &page->file.situation;
    if (page->step->kind != STEP_REQUEST || page->standing->state != STEP_READY)
        return false;
    for (size_t i = 0; i < situation->wait_count; i++)
        if (strcmp(situation->waits[i].step, page->step->id) == 0)
            return false;
    return true;
}

/* Whom the step names itself. */
static const char *usual_body(const struct casefile_page *page)
{
    const struct country_pack *pack = page->file.situation.country;
    const struct country_body *body = pack == NULL || page->step->body == NULL
                                          ? NULL
                                          : country_pack_find_body(pack, page->step->body);
    return body == NULL || body->name == NULL ? "" : C_("country", body->name);
}

static void build_wait(struct app *app, struct view *below, struct form *form)
{
    const struct casefile_page *page = page_of(below);
    const struct step_wait *wait = page->standing->wait;
    (void)app;
    struct form_field *whom = form_add(form, FORM_TEXT, "whom", _("Who was asked"));
    if (whom != NULL)
        whom->is_required = true;
    form_set(form, "whom", wait != NULL ? wait->waiting_for : usual_body(page));
    dialog_add_day(form, "from", _("Asked on"), true);
    form_add(form, FORM_TEXT, "reference", _("Number of the letter"));
    struct form_field *due = dialog_add_day(form, "due", _("Answer due"), false);
    if (due != NULL) {
        due->may_be_ahead = true;
        form_field_hint(due, _("Empty: as the workflow says."));
    }
    struct form_field *stops = form_add(form, FORM_CHOICE, "stops", _("The clock stands still"));
    form_field_option(stops, "no", _("no"));
    form_field_option(stops, "yes", _("yes"));
    form_set(form, "stops", "no");
    form_add(form, FORM_TEXT, "reason", _("Why"));
}

static void say_wait(struct app *app, struct casefile_page *page)
{
    char text[LINE_SIZE];
    const struct step_result *result = &page->result;
    if (!result->has_due) {
        app_say(app, _("Noted.  The step waits for their answer."));
        return;
    }
    const struct civil due = day_to_civil(result->due);
    /* TRANSLATORS: %s is a date. */
    char day[40];
    snprintf(day, sizeof(day), "%02d.%02d.%04d", due.day, due.month, due.year);
    snprintf(text, sizeof(text), _("Noted.  The step waits for their answer, due %s."), day);
    app_say(app, text);
}

static bool submit_wait(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    bool has_from;
    struct step_waiting waiting = { .step = page->step->id,
                                    .waiting_for = dialog_text(form, "whom"),
                                    .reason = dialog_text(form, "reason"),
                                    .reference = dialog_text(form, "reference"),
                                    .from = app_today(app),
                                    .stops_clock = strcmp(form_value(form, "stops"), "yes") == 0 };
    if (!dialog_require(form, "whom") || (waiting.stops_clock && !dialog_require(form, "reason")))
        return false;
    if (!dialog_read_day(form, "from", &waiting.from, &has_from) ||
        !dialog_read_day(form, "due", &waiting.due, &waiting.has_due))
        return false;
    const enum status status = step_begin_wait(app_desk(app), below->place.subject, &waiting,
                                               page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return false;
    say_wait(app, page);
    return true;
}

/* Nobody types whom they asked for a step that cannot wait. */
static bool may_wait(struct app *app, struct casefile_page *page)
{
    struct error error = { 0 };
    const struct step_waiting waiting = { .step = page->step->id, .from = app_today(app) };
    const enum status status = step_may_wait(app_desk(app), page->view.place.subject, &waiting,
                                             page_new_result(page), &error);
    return page_conclude(app, page, status, &error);
}

void page_wait(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    char text[LINE_SIZE];
    const struct rung *rung = page->standing->wait == NULL ? NULL : page->standing->rung;
    if (!may_wait(app, page))
        return;
    if (rung != NULL)
        /* TRANSLATORS: the next rung of the ladder, such as "Letter to the head of the body". */
        snprintf(text, sizeof(text), _("They were asked and did not answer.  Now: %s"),
                 workflow_text(rung->title));
    else
        snprintf(text, sizeof(text), "%s", workflow_text(page->step->title));
    dialog_fill(app, &(struct dialog_request){ .title = rung != NULL
                                                            ? _("Remind them, or turn higher up")
                                                            : _("Somebody was asked"),
                                               .text = text,
                                               .button = _("Wait for their answer"),
                                               .build = build_wait,
                                               .submit = submit_wait });
}

/* ---- answered */

static void build_answered(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    dialog_add_day(form, "day", _("Answered on"), true);
    form_add(form, FORM_LINES, "answer", _("What they answered"));
}

static bool note_answer(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    struct day day = app_today(app);
    bool has_day;
    if (!dialog_read_day(form, "day", &day, &has_day))
        return false;
    const enum status status =
        step_resume(app_desk(app), below->place.subject, page->step->id, day,
                    dialog_text(form, "answer"), page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return false;
    app_say(app, _("Noted.  Now the step can be finished."));
    return true;
}

static bool submit_answered_and_finish(struct app *app, struct view *below, struct form *form)
{
    if (!note_answer(app, below, form))
        return false;
    app_back(app);
    page_finish(app, below);
    return true;
}

static void ask_answer(struct app *app, struct view *view, const char *button,
                       bool (*submit)(struct app *app, struct view *below, struct form *form))
{
    const struct casefile_page *page = page_of(view);
    char text[LINE_SIZE];
    snprintf(text, sizeof(text), "%s: %s", _("Whom"), page->standing->wait->waiting_for);
    dialog_fill(app, &(struct dialog_request){ .title = _("They answered"),
                                               .text = text,
                                               .button = button,
                                               .build = build_answered,
                                               .submit = submit });
}

void page_answered(struct app *app, struct view *view)
{
    ask_answer(app, view, _("Keep the answer"), note_answer);
}

void page_answered_and_finish(struct app *app, struct view *view)
{
    ask_answer(app, view,
               page_of(view)->step->outcome_count > 0
                   ? _("Keep the answer; then: how did the step end?")
                   : _("Keep the answer, and finish the step"),
               submit_answered_and_finish);
}
