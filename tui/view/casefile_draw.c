/* SPDX-License-Identifier: Apache-2.0 */

/* Where everything of the casefile stands on a screen of any size, and how it looks. */
#include "language.h"
#include "view/casefile_private.h"
#include "wording/case_text.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>

/* ---- places on the screen */

enum {
    WIDE_COLUMNS = 78, /* from here on the steps stand at the left */
    STEPS_COLUMNS = 23,
    STEPS_COLUMNS_WIDE = 30, /* from 100 columns on */
    AIM_SIZE = 300,
    LOW_ROWS = 8,
    MAIN_ROWS = 3,  /* at least, for a form or what stands in its place */
    TALL_ROWS = 12, /* from here on the reasons stand below the form */
};

struct page_places {
    struct area steps;
    struct area head;
    struct area main;
    struct area line; /* above the reasons; no rows when they are not shown */
    struct area why;
};

/* Steps without fields leave room. */
static bool has_fields(const struct casefile_page *page)
{
    if (!page->is_form || page->is_intro)
        return true;
    for (size_t i = 0; i < page->form.count; i++)
        if (form_is_focusable(&page->form.fields[i]))
            return true;
    return false;
}

static int why_rows(const struct casefile_page *page, int rows, int columns)
{
    const int wanted = scroll_text_rows(&page->why, columns);
    const int most = rows * (!has_fields(page) ? 70 : page->is_why ? 60 : 35) / 100;
    const int room = rows - MAIN_ROWS - 3; /* without head and lines */
    const int shown = wanted < most ? wanted : most;
    return shown < room ? shown : room;
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
    if ((right.rows > TALL_ROWS && is_wide) || (right.rows > LOW_ROWS && !has_fields(page))) {
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
bool page_has_keyboard(const struct casefile_page *page)
{
    return page->is_form && !page->is_intro && !page->is_why;
}

/* ---- drawing */

/* Of an assessment: how far the questions are; how wide that is. */
static int draw_answered(const struct casefile_page *page, struct area area, int title_columns)
{
    enum { ANSWERED_SIZE = 120, TITLE_LEAST = 24, SPACE = 2 };
    char text[ANSWERED_SIZE];
    size_t answered = 0, asked = 0;
    if (page->step->instrument == NULL || !page->is_form || page->is_intro)
        return 0;
    for (size_t i = 0; i < page->form.count; i++) {
        const struct form_field *field = &page->form.fields[i];
        const bool is_asked = form_is_focusable(field) && field->id[0] != '+';
        asked += is_asked;
        answered += is_asked && text_input_text(&field->input)[0] != '\0';
    }
    /* TRANSLATORS: of the questions of an assessment, such as "answered 12 of 60". */
    snprintf(text, sizeof(text), _("answered %zu of %zu"), answered, asked);
    if (drawn_width(text) + SPACE + title_columns > area.columns)
        snprintf(text, sizeof(text), "%zu/%zu", answered, asked);
    const int width = drawn_width(text) + SPACE;
    if (asked == 0 || area.columns - width < TITLE_LEAST)
        return 0;
    area_text_right(area, 0, STYLE_PLAIN, text);
    return width;
}

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
    int columns = area.columns - drawn_width(mark) - 3;
    columns -= draw_answered(page, area_part(area, 0, 0, 1, columns + 1), drawn_width(text) + 1);
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
    else if (page->aim == AIM_DROP)
        snprintf(out, AIM_SIZE, "%s", _("Your draft is left: throw it away"));
    else if (page->aim == AIM_AGAIN)
        snprintf(out, AIM_SIZE, "%s", _("Look again whether it is free"));
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

/* What the line for what comes next has no room for, stands whole above the reasons. */
static const char *long_hint(const struct casefile_page *page, struct area body)
{
    const struct form_field *field = page_has_keyboard(page) ? form_focused(&page->form) : NULL;
    if (field == NULL || field->hint == NULL || page->form.lookup.is_open ||
        drawn_width(field->hint) <= body.columns - drawn_width(C_("last lines", "Next: ")) - 2)
        return NULL;
    return field->hint;
}

static void draw_why(const struct casefile_page *page, const struct page_places *places,
                     struct area body)
{
    char title[PAGE_LABEL_SIZE];
    const struct area line = places->line;
    if (line.rows > 0) {
        area_line(line, 0, 0, line.columns, "─");
        snprintf(title, sizeof(title), " %s ", _("WHY THIS STEP"));
        area_fit(line, 0, 0, line.columns, STYLE_STRONG, title);
    }
    struct area area = places->why;
    const char *hint = long_hint(page, body);
    if (hint != NULL) {
        const int rows = paragraph_rows(hint, area.columns);
        area_paragraph(area_part(area, 0, 0, rows, area.columns), 0, 0, STYLE_STRONG, hint);
        area = area_part(area, rows, 0, area.rows - rows, area.columns);
    }
    if (area.rows > 0)
        scroll_text_draw(&page->why, area, page->is_why);
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
    const struct form_field *field = form_focused(&page->form);
    if (page->is_why)
        snprintf(out, size, "%s", _("Arrows move the text.  F6 or Esc goes back to the form."));
    else if (page_has_keyboard(page) && field != NULL && field->remark != NULL &&
             !page->form.lookup.is_open)
        snprintf(out, size, "%s", _("This is from the person's record: check it, then go on."));
    else if (page_has_keyboard(page))
        form_write_next(&page->form, out, size);
    else if (aim_text(page, aim)[0] != '\0')
        snprintf(out, size, "%s", aim);
    else
        snprintf(out, size, "%s", _("F9 shows what can be done here."));
}

/* The time of what was kept today, else nothing. */
static void write_saved(const struct casefile_page *page, char *out, size_t size)
{
    char moment[LOCAL_TIME_SIZE], today[DAY_TEXT_SIZE];
    const size_t day = sizeof("2026-11-23") - 1;
    if (page->is_form && page_is_typed(page)) {
        /* TRANSLATORS: what was typed is kept, but is no answer yet. */
        snprintf(out, size, "%s", _("draft"));
        return;
    }
    local_time_format(moment, page->file.casefile.changed_at);
    day_format(today, page->file.situation.today);
    if (strncmp(moment, today, day) == 0)
        /* TRANSLATORS: a time such as 10:42 follows. */
        snprintf(out, size, "%s %.5s", _("saved"), moment + day + 1);
}

void page_draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct casefile_page *page = page_of_const(view);
    const struct page_places places = places_find(page, frame->body);
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s  %s", page->file.casefile.number,
             page->file.person_name);
    if (page->file.casefile.is_restricted)
        snprintf(frame->right, sizeof(frame->right), "%s%s%s", _("RESTRICTED"),
                 page->restricted_as[0] == '\0' ? "" : ": ", page->restricted_as);
    else
        write_saved(page, frame->right, sizeof(frame->right));
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
        draw_why(page, &places, frame->body);
}

/* About as much as it has; page_draw() knows better. */
void page_text_size(const struct app *app, const struct casefile_page *page, int *rows,
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
