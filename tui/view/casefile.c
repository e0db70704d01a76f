/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile: the way through its workflow at the left, the form of one step, and below that why
 * the step is there.  On a narrow screen the form alone; F6 shows the rest. */
#include "command/case/veil.h"
#include "household/household_store.h"
#include "language.h"
#include "note/note_store.h"
#include "person/person_store.h"
#include "view/casefile_private.h"
#include "view/view_list.h"
#include "wording/case_text.h"
#include "wording/label.h"

#include <sodium.h>
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

static void count_around(struct casefile_page *page)
{
    struct note_list notes = { .items = NULL };
    struct household_member_list members = { .items = NULL };
    const struct casefile *casefile = &page->file.casefile;
    page->family = page->notes = 0;
    if (note_list_of_casefile(page->store, casefile->id, &notes, NULL) == STATUS_OK)
        page->notes = notes.count;
    note_list_release(&notes);
    if (casefile->household_id[0] == '\0' ||
        household_members(page->store, casefile->household_id, &members, NULL) != STATUS_OK)
        return;
    for (size_t i = 0; i < members.count; i++)
        page->family += !members.items[i].has_left_on &&
                        strcmp(members.items[i].person_id, casefile->person_id) != 0;
    free(members.items);
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

static void choose_aim(struct casefile_page *page)
{
    const struct standing *standing = &page->file.standing;
    page->goes_to = NULL;
    if (page->is_form)
        page->aim = page->is_intro ? AIM_BEGIN : AIM_FINISH;
    else if (page->file.casefile.state != CASEFILE_OPEN)
        page->aim = AIM_NOTHING;
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
    page->is_intro = page->is_form && has_intro(page);
    choose_aim(page);
    load_person(page);
    count_around(page);
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
        casefile_view_load(app_desk(app), view->place.subject, &fresh, error);
    if (status != STATUS_OK)
        return status;
    if (page->has_file)
        casefile_view_release(&page->file);
    page->file = fresh;
    page->has_file = true;
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

/* ---- places on the screen */

enum {
    WIDE_COLUMNS = 78, /* from here on the steps stand at the left */
    STEPS_COLUMNS = 23,
    STEPS_COLUMNS_WIDE = 30, /* from 100 columns on */
    AIM_SIZE = 300,
    TALL_ROWS = 12, /* from here on the reasons stand below the form */
};

struct page_places {
    struct area steps;
    struct area head;
    struct area main;
    struct area line; /* above the reasons; no rows when they are not shown */
    struct area why;
};

static int why_rows(const struct casefile_page *page, int rows, int columns)
{
    const int wanted = scroll_text_rows(&page->why, columns);
    const int most = rows * (page->is_why ? 60 : 35) / 100;
    return wanted < most ? wanted : most;
}

static struct page_places places_find(const struct casefile_page *page, struct area body)
{
    struct page_places places = { .line.rows = 0 };
    const bool is_wide = body.columns >= WIDE_COLUMNS;
    const int left = !is_wide ? 0 : body.columns >= 100 ? STEPS_COLUMNS_WIDE : STEPS_COLUMNS;
    struct area right = body;
    if (is_wide) {
        places.steps = area_part(body, 0, 0, body.rows, left - 1);
        right = area_part(body, 0, left + 1, body.rows, body.columns - left - 1);
    }
    places.head = area_part(right, 0, 0, 1, right.columns);
    const int top = right.rows > TALL_ROWS ? 2 : 1;
    if (right.rows > TALL_ROWS && is_wide) {
        const int rows = why_rows(page, right.rows, right.columns - 1);
        places.line = area_part(right, right.rows - rows - 1, 0, 1, right.columns);
        places.why = area_part(right, right.rows - rows, 1, rows, right.columns - 1);
        places.main = area_part(right, top, 0, right.rows - rows - 2 - top, right.columns);
    } else if (page->is_why)
        places.why = area_part(right, top, 1, right.rows - top, right.columns - 1);
    else
        places.main = area_part(right, top, 0, right.rows - top, right.columns);
    return places;
}

/* Whether keys go into the form. */
static bool page_has_keyboard(const struct casefile_page *page)
{
    return page->is_form && !page->is_intro && !page->is_why;
}

/* ---- drawing */

static void draw_head(const struct casefile_page *page, struct area area)
{
    char text[PAGE_LABEL_SIZE * 2];
    char mark[STEP_MARK_SIZE];
    size_t number, count;
    if (page->step == NULL)
        return;
    page_count(page, &number, &count);
    /* TRANSLATORS: which step of how many, and its title. */
    snprintf(text, sizeof(text), _("STEP %zu OF %zu   %s"), number, count,
             workflow_text(page->step->title));
    step_mark_write(mark, &page->file.standing, page->standing, page->file.situation.today);
    const int columns = area.columns - drawn_width(mark) - 3;
    area_fit(area, 0, 1, columns, STYLE_STRONG, text);
    area_text_right(area, 0, page->standing->is_overdue ? STYLE_ALERT : STYLE_PLAIN, mark);
}

static const char *aim_text(const struct casefile_page *page, char out[AIM_SIZE])
{
    out[0] = '\0';
    if (page->aim == AIM_APPROVE)
        snprintf(out, AIM_SIZE, "%s", _("Approve this step"));
    else if (page->aim == AIM_BEGIN)
        snprintf(out, AIM_SIZE, "%s", _("Begin with the questions"));
    else if (page->aim == AIM_CLOSE)
        snprintf(out, AIM_SIZE, "%s", _("Close the casefile"));
    else if (page->aim == AIM_GO)
        snprintf(out, AIM_SIZE, _("Go to: %s"), workflow_text(page->goes_to->title));
    return out;
}

static void draw_sheet(const struct casefile_page *page, struct area area)
{
    char aim[AIM_SIZE], text[PAGE_LABEL_SIZE];
    const bool has_aim = aim_text(page, aim)[0] != '\0' && area.rows > 3;
    struct area sheet = area_part(area, 0, 1, area.rows - (has_aim ? 2 : 0), area.columns - 1);
    scroll_text_draw(&page->sheet, sheet, !page->is_why && !has_aim);
    if (!has_aim)
        return;
    snprintf(text, sizeof(text), "[ %s  %s ]", C_("key", "Enter"), aim);
    area_fit(area, area.rows - 1, 1, area.columns - 1, page->is_why ? STYLE_PLAIN : STYLE_FOCUS,
             text);
    if (!page->is_why)
        area_cursor(area, area.rows - 1, 3);
}

static void draw_why(const struct casefile_page *page, const struct page_places *places)
{
    char title[PAGE_LABEL_SIZE];
    const struct area line = places->line;
    if (line.rows > 0) {
        area_line(line, 0, 0, line.columns, "─");
        snprintf(title, sizeof(title), " %s ", _("WHY THIS STEP"));
        area_fit(line, 0, 0, line.columns, STYLE_STRONG, title);
    }
    scroll_text_draw(&page->why, places->why, page->is_why);
}

static void draw_border(const struct page_places *places, struct area body)
{
    const int column = places->steps.columns;
    if (column == 0)
        return;
    for (int row = 0; row < body.rows; row++) {
        const bool is_line = places->line.rows > 0 && row == places->line.row - body.row;
        area_text(body, row, column, STYLE_PLAIN, is_line ? "├" : "│");
    }
}

static void write_next(const struct casefile_page *page, char *out, size_t size)
{
    char aim[AIM_SIZE];
    if (page->is_why)
        snprintf(out, size, "%s", _("Arrows move the text.  F6 or Esc goes back to the form."));
    else if (page_has_keyboard(page))
        form_write_next(&page->form, out, size);
    else if (aim_text(page, aim)[0] != '\0')
        snprintf(out, size, "%s", aim);
    else
        snprintf(out, size, "%s", _("F9 shows what can be done here."));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct casefile_page *page = page_of_const(view);
    const struct page_places places = places_find(page, frame->body);
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s  %s", page->file.casefile.number,
             page->file.person_name);
    write_next(page, frame->next, sizeof(frame->next));
    if (frame->body.rows < 1)
        return;
    if (places.steps.columns > 0)
        page_draw_stepper(page, places.steps);
    draw_border(&places, frame->body);
    draw_head(page, places.head);
    if (page->is_form && !page->is_intro && places.main.rows > 0)
        form_draw(&page->form, places.main);
    else if (places.main.rows > 0)
        draw_sheet(page, places.main);
    if (places.why.rows > 0)
        draw_why(page, &places);
}

/* ---- keys */

/* About as much as the text has; draw() knows better. */
static void text_size(const struct app *app, const struct casefile_page *page, int *rows,
                      int *columns)
{
    const struct grid *grid = app_grid(app);
    struct area body = area_part(area_of((struct grid *)grid), grid->rows >= 25 ? 2 : 1, 0,
                                 grid->rows - (grid->rows >= 25 ? 5 : 4), grid->columns);
    const struct page_places places = places_find(page, body);
    const struct area area = page->is_why ? places.why : places.main;
    *rows = area.rows - (page->is_why || page->aim == AIM_NOTHING ? 0 : 2);
    *columns = area.columns - (page->is_why ? 0 : 1);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct casefile_page *page = page_of(view);
    int rows, columns;
    if (page_has_keyboard(page))
        return false;
    if (key->code == CODE_ENTER && !page->is_why) {
        if (page->aim == AIM_GO)
            page_show(app, page, page->goes_to->id);
        else if (page->aim == AIM_BEGIN)
            begin(app, page);
        else if (page->aim == AIM_APPROVE)
            page_approve(app, view);
        else if (page->aim == AIM_CLOSE)
            page_close(app, view);
        return true;
    }
    text_size(app, page, &rows, &columns);
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
    .load = load,
    .draw = draw,
    .handle = handle,
    .form = page_form,
    .submit = page_finish,
    .left = page_field_left,
    .draft_form = draft_form,
    .release = release,
};
