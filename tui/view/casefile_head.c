/* SPDX-License-Identifier: Apache-2.0 */

/* Acts on the casefile as a whole, while it is open: who works on it, how urgent it is, what it
 * belongs to, which version of its workflow it follows. */
#include "view/casefile_private.h"

#include "casefile/casefile_move.h"
#include "casefile/casefile_store.h"
#include "casefile/definition_store.h"
#include "document/case_reference.h"
#include "language.h"
#include "store/store.h"
#include "supervision/caseload.h"
#include "supervision/reassignment.h"
#include "view/view_list.h"
#include "wording/case_text.h"
#include "wording/load_text.h"
#include "wording/version_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 600 };

/* ---- who works on it */

void page_take_casefile(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    struct error error = { 0 };
    page_new_result(page);
    const enum status status = casefile_take(app_desk(app), view->place.subject, &error);
    if (status == STATUS_REFUSED && strcmp(error.detail, CASEFILE_DETAIL_TAKEN) == 0)
        app_say(app, _("Somebody works on this casefile already.  A supervisor can give it to "
                       "somebody else."));
    else if (page_conclude(app, page, status, &error))
        app_say(app, _("This casefile is yours now."));
    page_reload(app, page);
}

/* The limit is passed with a word why, and only so. */
static void build_over(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    form_add(form, FORM_TEXT, "reason", _("Why"));
}

static bool submit_over(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    if (!dialog_require(form, "reason"))
        return false;
    const enum status status = reassignment_give(
        app_desk(app), below->place.subject, page->assign_to, form_value(form, "reason"), &error);
    if (!page_conclude(app, page, status, &error))
        return false;
    app_say_with(app, _("Now works on this casefile: %s"),
                 case_desk_user_name(&app_session(app)->desk, page->assign_to));
    page_reload(app, page);
    return true;
}

static void ask_why_over(struct app *app)
{
    dialog_fill(app, &(struct dialog_request){
                         .title = _("More casefiles than the office allows"),
                         .text = _("This worker has as many as one may have here (a setting of the "
                                   "office: check locally).  Say why they get one more, or Esc and "
                                   "choose somebody else."),
                         .button = _("Give it all the same"),
                         .build = build_over,
                         .submit = submit_over });
}

static void assign_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    page_new_result(page);
    if (answer >= page->jump_count)
        return;
    const char *user = page->user_ids[answer];
    const enum status status = reassignment_give(app_desk(app), below->place.subject,
                                                 user[0] == '\0' ? NULL : user, NULL, &error);
    if (status == STATUS_REFUSED && strcmp(error.detail, REASSIGNMENT_DETAIL_OVER) == 0) {
        snprintf(page->assign_to, sizeof(page->assign_to), "%s", user);
        ask_why_over(app);
        return;
    }
    if (page_conclude(app, page, status, &error))
        app_say_with(app,
                     user[0] == '\0' ? _("Nobody works on this casefile now%s")
                                     : _("Now works on this casefile: %s"),
                     user[0] == '\0' ? "." : case_desk_user_name(&app_session(app)->desk, user));
    page_reload(app, page);
}

struct users {
    struct casefile_page *page;
    struct caseload_list loads;
    char names[JUMPS_MAX][USER_NAME_SIZE + LOAD_TEXT_SIZE + 4];
    const char *answers[JUMPS_MAX];
};

/* "Aida  (12 of 25)" */
static void write_load(char *out, size_t size, const char *name, const struct caseload *load,
                       int limit)
{
    char text[LOAD_TEXT_SIZE];
    load_text(text, load->open, limit);
    snprintf(out, size, "%s  (%s)", name, text);
}

static bool add_user(void *self, const struct office_user *user)
{
    struct users *users = self;
    struct casefile_page *page = users->page;
    if (!user->is_active || !role_may(user->role, ACT_WORK_CASES))
        return true;
    const size_t at = page->jump_count++;
    snprintf(page->user_ids[at], UUID_TEXT_SIZE, "%s", user->id);
    snprintf(users->names[at], sizeof(users->names[at]), "%s", user->name);
    for (size_t i = 0; i < users->loads.count; i++)
        if (strcmp(users->loads.items[i].user_id, user->id) == 0)
            write_load(users->names[at], sizeof(users->names[at]), user->name,
                       &users->loads.items[i], users->loads.limit);
    users->answers[at] = users->names[at];
    return page->jump_count + 1 < JUMPS_MAX;
}

void page_assign(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    struct users users = { .page = page };
    struct error error = { 0 };
    page->jump_count = 0;
    enum status status = caseload_list(app_store(app), app_today(app), &users.loads, &error);
    if (status == STATUS_OK)
        status = office_each_user(app_session(app)->desk.office, add_user, &users, &error);
    free(users.loads.items);
    if (status != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    page->user_ids[page->jump_count][0] = '\0';
    users.answers[page->jump_count++] = _("nobody");
    dialog_ask(app, &(struct dialog_question){ .title = _("Who works on this casefile?"),
                                               .answers = users.answers,
                                               .answer_count = page->jump_count,
                                               .answered = assign_answered });
}

/* ---- risk, urgency, review */

static void build_assess(struct app *app, struct view *below, struct form *form)
{
    const struct casefile *casefile = &page_of(below)->file.casefile;
    (void)app;
    struct form_field *risk = form_add(form, FORM_CHOICE, "risk", _("Risk"));
    for (int i = CASEFILE_RISK_LOW; i < CASEFILE_RISK_COUNT; i++)
        form_field_option(risk, casefile_risk_word((enum casefile_risk)i),
                          case_text_risk((enum casefile_risk)i));
    form_set(form, "risk", casefile_risk_word(casefile->risk));
    struct form_field *urgency = form_add(form, FORM_CHOICE, "urgency", _("How urgent"));
    for (int i = 0; i < CASEFILE_URGENCY_COUNT; i++)
        form_field_option(urgency, casefile_urgency_word((enum casefile_urgency)i),
                          case_text_urgency((enum casefile_urgency)i));
    form_set(form, "urgency", casefile_urgency_word(casefile->urgency));
    struct form_field *review = dialog_add_day(form, "review", _("Look again on"), false);
    if (review != NULL)
        review->may_be_ahead = true;
    if (casefile->has_review_on) {
        char day[DAY_TEXT_SIZE];
        day_format(day, casefile->review_on);
        form_set(form, "review", day);
        form_settle(form, form->count - 1);
    }
}

struct assessment {
    enum casefile_risk risk;
    enum casefile_urgency urgency;
    struct day review;
    bool has_review;
};

/* All or nothing, and only what changed. */
static enum status keep_assessment(struct app *app, const struct casefile_page *page,
                                   const struct assessment *assessment, struct error *error)
{
    const struct casefile_desk *desk = app_desk(app);
    const struct casefile *casefile = &page->file.casefile;
    const struct day *review = assessment->has_review ? &assessment->review : NULL;
    const bool is_review_new = assessment->has_review != casefile->has_review_on ||
                               (review != NULL && day_compare(*review, casefile->review_on) != 0);
    enum status status = store_begin(desk->store, error);
    if (status != STATUS_OK)
        return status;
    if (assessment->risk != casefile->risk)
        status = casefile_set_risk(desk, casefile->id, assessment->risk, error);
    if (status == STATUS_OK && assessment->urgency != casefile->urgency)
        status = casefile_set_urgency(desk, casefile->id, assessment->urgency, error);
    if (status == STATUS_OK && is_review_new)
        status = casefile_set_review(desk, casefile->id, review, error);
    if (status == STATUS_OK)
        return store_commit(desk->store, error);
    store_rollback(desk->store);
    return status;
}

static bool submit_assess(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    struct assessment assessment = { .has_review = false };
    page_new_result(page);
    if (casefile_risk_parse(&assessment.risk, form_value(form, "risk"), &error) != STATUS_OK ||
        casefile_urgency_parse(&assessment.urgency, form_value(form, "urgency"), &error) !=
            STATUS_OK)
        return false;
    if (!dialog_read_day(form, "review", &assessment.review, &assessment.has_review))
        return false;
    const enum status status = keep_assessment(app, page, &assessment, &error);
    if (status == STATUS_DATE_INVALID) {
        form_field_fault(form_find(form, "review"),
                         _("This day has passed: give today or a later one."));
        return false;
    }
    if (!page_conclude(app, page, status, &error))
        return false;
    app_say(app, _("Kept."));
    return true;
}

void page_assess(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("How great is the danger, how urgent?"),
                                               .button = _("Keep it"),
                                               .build = build_assess,
                                               .submit = submit_assess });
}

/* ---- links */

static void build_link(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *number = form_add(form, FORM_TEXT, "number", _("Number of the other one"));
    if (number == NULL)
        return;
    number->is_required = true;
    form_field_hint(number, _("As it is printed, such as KG-OSH-2026-000117."));
}

static const char *link_fault(enum status status)
{
    return status == STATUS_INVALID     ? _("A casefile is not linked to itself.")
           : status == STATUS_EXISTS    ? _("The two belong together already.")
           : status == STATUS_NOT_FOUND ? _("There is no casefile of that number.")
                                        : NULL;
}

static bool submit_link(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    char other[UUID_TEXT_SIZE];
    page_new_result(page);
    if (!dialog_require(form, "number"))
        return false;
    enum status status = case_find(page->store, form_value(form, "number"), other, &error);
    if (status == STATUS_INVALID)
        status = STATUS_NOT_FOUND;
    else if (status == STATUS_OK)
        status = casefile_add_link(app_desk(app), below->place.subject, other, &error);
    if (link_fault(status) != NULL) {
        form_field_fault(form_find(form, "number"), link_fault(status));
        return false;
    }
    if (!page_conclude(app, page, status, &error))
        return false;
    app_say(app, _("The two casefiles are linked."));
    return true;
}

void page_link(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("Link with another casefile"),
                                               .button = _("Link them"),
                                               .build = build_link,
                                               .submit = submit_link });
}

/* ---- a newer version of the workflow */

static void move_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    struct version_comparison comparison = { .items = NULL };
    if (answer != 0)
        return;
    page_new_result(page);
    enum status status =
        casefile_compare_versions(app_desk(app), below->place.subject, 0, &comparison, &error);
    if (status == STATUS_OK)
        status =
            casefile_move(app_desk(app), below->place.subject, comparison.other->version, &error);
    free(comparison.items);
    if (page_conclude(app, page, status, &error))
        app_say(app, _("The casefile goes on with the newer version."));
    page_reload(app, page);
}

static char *changes_text(const struct version_comparison *comparison)
{
    enum { SHOWN = 8 };
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    for (size_t i = 0; i < comparison->count && i < SHOWN; i++) {
        version_difference_write(memory, &comparison->items[i]);
        fputc('\n', memory);
    }
    if (comparison->count > SHOWN)
        fprintf(memory, "%s %zu", _("and more:"), comparison->count - SHOWN);
    if (comparison->count == 0)
        fputs(_("Nothing that was done or answered changes."), memory);
    return fclose(memory) == 0 ? text : NULL;
}

void page_move(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct version_comparison comparison = { .items = NULL };
    const char *const answers[] = { _("Go on with the newer version"), _("Stay with this one") };
    if (casefile_compare_versions(app_desk(app), view->place.subject, 0, &comparison, &error) !=
        STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    if (comparison.other->version <= comparison.present->version) {
        app_say(app, _("This casefile is on the newest version of its workflow already."));
        free(comparison.items);
        return;
    }
    char *text = changes_text(&comparison);
    dialog_ask(app, &(struct dialog_question){ .title = _("A newer version of the workflow"),
                                               .text = text,
                                               .answers = answers,
                                               .answer_count = 2,
                                               .preferred = 1,
                                               .answered = move_answered });
    free(text);
    free(comparison.items);
}

/* ---- the casefile that a step opens */

bool page_opens_first(const struct casefile_page *page)
{
    const struct situation *situation = &page->file.situation;
    if (page->step->opens_case == NULL)
        return false;
    for (size_t i = 0; i < situation->link_count; i++)
        if (strcmp(situation->links[i].workflow, page->step->opens_case) == 0)
            return false;
    return true;
}

static void subfile_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    struct casefile_opened opened;
    struct error error = { 0 };
    const struct casefile *casefile = &page->file.casefile;
    const struct casefile_opening opening = {
        .person_id = casefile->person_id,
        .workflow = page->step->opens_case,
        .parent_id = casefile->id,
        .household_id = casefile->household_id[0] == '\0' ? NULL : casefile->household_id,
        .assigned_to = casefile->assigned_to[0] == '\0' ? NULL : casefile->assigned_to,
        .opened_on = app_today(app),
    };
    if (answer != 0)
        return;
    page_new_result(page);
    const enum status status = casefile_open(app_desk(app), &opening, &opened, &error);
    if (status == STATUS_EXISTS) {
        app_say_with(app,
                     _("The person has an open casefile of that workflow: %s.  Link it in the "
                       "menu (F9)."),
                     opened.number);
        return;
    }
    if (!page_conclude(app, page, status, &error))
        return;
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", opened.id);
    if (app_open(app, &casefile_view_class, &place) != NULL)
        app_say_with(app, _("Casefile %s is open.  Esc goes back to the one that it belongs to."),
                     opened.number);
}

void page_open_subfile(struct app *app, struct view *view)
{
    const struct casefile_page *page = page_of(view);
    const char *const answers[] = { _("Open it"), _("Not now") };
    const struct definition *definition = NULL;
    const enum status status = definition_cache_find_newest(
        app_desk(app)->definitions, page->store, page->step->opens_case, &definition, NULL);
    const char *title =
        status == STATUS_OK ? workflow_text(definition->title) : page->step->opens_case;
    dialog_ask(app, &(struct dialog_question){ .title = _("Open the casefile of this step"),
                                               .text = title,
                                               .answers = answers,
                                               .answer_count = 2,
                                               .answered = subfile_answered });
}
