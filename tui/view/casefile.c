/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile: the way through its workflow at the left, the form of one step, and below that why
 * the step is there.  On a narrow screen the form alone; F6 shows the rest. */
#include "command/case/veil.h"
#include "compartment/sealed_casefile.h"
#include "household/household_store.h"
#include "language.h"
#include "note/note_store.h"
#include "person/person_store.h"
#include "view/casefile_private.h"
#include "view/view_list.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading */

static void load_person(struct casefile_page *page)
{
    struct person person;
    page->sex[0] = page->born[0] = '\0';
    if (person_load(page->store, page->file.casefile.person_id, &person, NULL) != STATUS_OK)
        return;
    snprintf(page->sex, sizeof(page->sex), "%s", label_sex(person.sex));
    if (person.has_birth && person.birth.precision == DATE_PRECISION_DAY) {
        const struct civil born = day_to_civil(person.birth.day);
        snprintf(page->born, sizeof(page->born), "%02d.%02d.%04d", born.day, born.month, born.year);
    } else if (person.has_birth)
        date_format(page->born, person.birth);
    person_release(&person);
}

/* The household of the casefile, else the one that the person lives in; "" for none. */
static void find_household(const struct casefile_page *page, char out[UUID_TEXT_SIZE])
{
    struct household_member_list list = { .items = NULL };
    const struct casefile *casefile = &page->file.casefile;
    memcpy(out, casefile->household_id, UUID_TEXT_SIZE);
    if (out[0] != '\0' ||
        household_of_person(page->store, casefile->person_id, &list, NULL) != STATUS_OK)
        return;
    if (list.count > 0 && !list.items[0].has_left_on)
        memcpy(out, list.items[0].household_id, UUID_TEXT_SIZE);
    free(list.items);
}

static size_t count_family(const struct casefile_page *page)
{
    struct household_member_list members = { .items = NULL };
    char household[UUID_TEXT_SIZE];
    size_t count = 0;
    find_household(page, household);
    if (household[0] == '\0' ||
        household_members(page->store, household, &members, NULL) != STATUS_OK)
        return 0;
    for (size_t i = 0; i < members.count; i++)
        count += !members.items[i].has_left_on &&
                 strcmp(members.items[i].person_id, page->file.casefile.person_id) != 0;
    free(members.items);
    return count;
}

static void count_around(struct casefile_page *page)
{
    struct note_list notes = { .items = NULL };
    struct consent_list consents = { .items = NULL };
    page->family = count_family(page);
    page->notes = 0;
    if (note_list_of_casefile(page->store, page->file.casefile.id, &notes, NULL) == STATUS_OK)
        page->notes = notes.count;
    note_list_release(&notes);
    page->consent[0] = '\0';
    if (consent_list(page->store, page->file.casefile.person_id, &consents, NULL) == STATUS_OK)
        consent_head_text(page->consent, &consents, page->file.situation.today);
    consent_list_release(&consents);
}

/* The step of the place, else the next one, else the last one that was done. */
static void choose_step(struct casefile_page *page)
{
    const struct standing *standing = &page->file.standing;
    page->standing = standing_find(standing, page->view.place.detail);
    if (page->standing == NULL)
        page->standing = standing->next;
    for (size_t i = standing->step_count; i > 0 && page->standing == NULL; i--)
        if (standing_matters(&standing->steps[i - 1]))
            page->standing = &standing->steps[i - 1];
    page->step = page->standing == NULL ? NULL : page->standing->step;
    snprintf(page->view.place.detail, sizeof(page->view.place.detail), "%s",
             page->step == NULL ? "" : page->step->id);
}

static bool may_approve(const struct casefile_page *page)
{
    return page->step->approval != NULL && strcmp(page->step->approval, page->role) == 0;
}

/* The step will not be filled in again, unless somebody starts it again. */
static bool is_over(const struct casefile_page *page)
{
    return page->file.casefile.state != CASEFILE_OPEN || page->standing->state == STEP_NOT_NEEDED ||
           page->standing->state == STEP_ASKED_APPROVAL ||
           step_state_is_ended(page->standing->state);
}

static void choose_aim(struct casefile_page *page)
{
    const struct standing *standing = &page->file.standing;
    page->goes_to = NULL;
    if (page->is_form)
        page->aim = page->is_intro ? AIM_BEGIN : AIM_FINISH;
    else if (page->has_leftover && is_over(page))
        page->aim = AIM_DROP;
    else if (page->file.casefile.state != CASEFILE_OPEN)
        page->aim = AIM_NOTHING;
    else if (page->lease.user_id[0] != '\0')
        page->aim = AIM_AGAIN;
    else if (page->step != NULL && page->standing->state == STEP_ASKED_APPROVAL &&
             !page->is_hidden && may_approve(page))
        page->aim = AIM_APPROVE;
    else {
        page->goes_to = standing->next == NULL ? NULL : standing->next->step;
        if (page->step != NULL && page->standing->state == STEP_LOCKED &&
            page->standing->lock != NULL)
            page->goes_to = page->standing->lock;
        if (page->goes_to == page->step)
            page->goes_to = NULL;
        page->aim = page->goes_to != NULL   ? AIM_GO
                    : standing->is_finished ? AIM_CLOSE
                                            : AIM_NOTHING;
    }
}

static bool is_workable(const struct app *app, const struct casefile_page *page)
{
    return page->step != NULL && !page->is_hidden && page->file.casefile.state == CASEFILE_OPEN &&
           (page->standing->state == STEP_READY || page->standing->state == STEP_WAITING) &&
           session_may(app_session_of(app), ACT_WORK_CASES);
}

/* Whoever asks such questions is told first what to say and what not. */
static bool has_intro(const struct casefile_page *page)
{
    const struct situation *situation = &page->file.situation;
    if (page->step->instrument == NULL || page->step->instrument->intro == NULL ||
        strcmp(page->begun, page->step->id) == 0)
        return false;
    for (size_t i = 0; i < situation->answer_count; i++)
        if (strcmp(situation->answers[i].step, page->step->id) == 0)
            return false;
    return true;
}

static void begin(struct app *app, struct casefile_page *page)
{
    snprintf(page->begun, sizeof(page->begun), "%s", page->step->id);
    page_reload(app, page);
    app_fetch_draft(app, &page->view);
}

static void look(struct app *app, struct casefile_page *page)
{
    const struct case_desk *desk = &app_session(app)->desk;
    case_veil_draw(desk, &page->file);
    choose_step(page);
    page->is_hidden = page->step != NULL && case_desk_hides(desk, &page->file.casefile, page->step);
    page->lease.user_id[0] = '\0';
    page->is_form = is_workable(app, page) && page_take(app, page);
    const bool has_draft = page_has_draft(app, page);
    page->has_leftover = !page->is_form && has_draft;
    page->is_intro = page->is_form && !has_draft && has_intro(page);
    choose_aim(page);
    load_person(page);
    count_around(page);
}

static void load_restriction(struct casefile_page *page)
{
    unsigned set = 0;
    page->restricted_as[0] = '\0';
    if (page->file.casefile.is_restricted &&
        sealed_where(page->store, page->view.place.subject, &set, NULL) == STATUS_OK)
        label_compartments(page->restricted_as, set);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct casefile_page *page = page_of(view);
    struct casefile_view fresh;
    const bool is_first = !view->is_loaded;
    page->store = app_store(app);
    page->role = app_desk(app)->role;
    snprintf(page->actor, sizeof(page->actor), "%s", app_desk(app)->actor);
    const enum status status =
        casefile_view_load_to_read(app_desk(app), view->place.subject, "screen", &fresh, error);
    if (status != STATUS_OK)
        return status;
    if (page->has_file)
        casefile_view_release(&page->file);
    page->file = fresh;
    page->has_file = true;
    load_restriction(page);
    look(app, page);
    const bool is_other =
        page->is_form && (is_first || strcmp(page->form_step, page->step->id) != 0);
    if (page->is_form)
        page_build_form(app, page);
    page_write_why(app, page);
    page_write_sheet(app, page);
    /* The draft of the first one comes back by itself. */
    if (is_other && !is_first)
        app_fetch_draft(app, view);
    return STATUS_OK;
}

static void release(struct view *view)
{
    struct casefile_page *page = page_of(view);
    page_lay_down(page);
    page_release_form(page);
    scroll_text_release(&page->why);
    scroll_text_release(&page->sheet);
    step_result_release(&page->result);
    free(page->closing_remark);
    if (page->has_file)
        casefile_view_release(&page->file);
}

void page_reload(struct app *app, struct casefile_page *page)
{
    app_reload(app, &page->view);
}

void page_show(struct app *app, struct casefile_page *page, const char *step)
{
    page->is_why = false;
    page->why.top = page->sheet.top = 0;
    app_keep_draft(app, &page->view);
    snprintf(page->view.place.detail, sizeof(page->view.place.detail), "%s",
             step == NULL ? "" : step);
    page_reload(app, page);
    app_keep_place(app);
}

/* ---- keys */

static void aim(struct app *app, struct casefile_page *page)
{
    if (page->aim == AIM_GO)
        page_show(app, page, page->goes_to->id);
    else if (page->aim == AIM_BEGIN)
        begin(app, page);
    else if (page->aim == AIM_APPROVE)
        page_approve(app, &page->view);
    else if (page->aim == AIM_DROP)
        page_drop_leftover(app, &page->view);
    else if (page->aim == AIM_CLOSE)
        page_close(app, &page->view);
    else if (page->aim == AIM_AGAIN)
        page_reload(app, page);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct casefile_page *page = page_of(view);
    int rows, columns;
    if (page_has_keyboard(page))
        return false;
    if (key->code == CODE_ENTER && !page->is_why) {
        aim(app, page);
        return true;
    }
    if (key_is(key, "<C-z>") && page->file.casefile.state != CASEFILE_OPEN) {
        app_say(app, _("Nothing can be taken back: the casefile is closed.  A supervisor can open "
                       "it again, in the menu (F9)."));
        return true;
    }
    page_text_size(app, page, &rows, &columns);
    return scroll_text_handle(page->is_why ? &page->why : &page->sheet, key, rows, columns);
}

static struct form *page_form(struct view *view)
{
    struct casefile_page *page = page_of(view);
    return page_has_keyboard(page) ? &page->form : NULL;
}

static const char *draft_form(const struct view *view)
{
    const struct casefile_page *page = page_of_const(view);
    return page->is_form ? page->draft_name : NULL;
}

const struct view_class casefile_view_class = {
    .name = "casefile",
    .about = N_("One step of a casefile: fill in its form from top to bottom, and Enter on the "
                "button at the end finishes it.  What you type is kept by itself as a draft; F2 "
                "keeps it as answers.  At the left are the steps that matter now, below the form "
                "stands why the step is there: F6 goes there.  Everything else that can be done "
                "with the casefile is in the menu, F9."),
    .size = sizeof(struct casefile_page),
    .keymap = casefile_keymap,
    .keeps_place = true,
    .is_recent = true,
    .load = load,
    .draw = page_draw,
    .handle = handle,
    .form = page_form,
    .submit = page_finish,
    .left = page_field_left,
    .draft_form = draft_form,
    .release = release,
};
