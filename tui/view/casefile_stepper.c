/* SPDX-License-Identifier: Apache-2.0 */

/* The way through the workflow at the left of the page: its stages, the steps of the present one,
 * and below them whose casefile it is and by when. */
#include "view/casefile_private.h"

#include "language.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <string.h>

enum { FACT_ROWS_MAX = 9, LINES_MAX = 200, MARK_COLUMNS = 8 };

/* ---- which steps matter */

bool standing_matters(const struct step_standing *standing)
{
    if (standing->state == STEP_NOT_NEEDED)
        return false;
    return standing->state != STEP_LOCKED || standing->is_fitting;
}

void page_count(const struct casefile_page *page, size_t *number, size_t *count)
{
    const struct standing *standing = &page->file.standing;
    *number = 0;
    *count = 0;
    for (size_t i = 0; i < standing->step_count; i++) {
        if (!standing_matters(&standing->steps[i]) && standing->steps[i].step != page->step)
            continue;
        ++*count;
        if (standing->steps[i].step == page->step)
            *number = *count;
    }
}

static void count_done(const struct standing *standing, unsigned long *done, unsigned long *to_go)
{
    *done = 0;
    *to_go = 0;
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (step_state_is_ended(step->state))
            ++*done;
        else if (standing_matters(step) && !step_state_is_settled(step->state))
            ++*to_go;
    }
}

/* ---- one word for each step */

static const char *const marks[STEP_STATE_COUNT] = {
    /* TRANSLATORS: how a step stands, in at most eight columns. */
    [STEP_NOT_NEEDED] = NC_("step", "no need"), [STEP_LOCKED] = NC_("step", "later"),
    [STEP_BLOCKED] = NC_("step", "blocked"),    [STEP_READY] = NC_("step", "to do"),
    [STEP_WAITING] = NC_("step", "waits"),      [STEP_ASKED_APPROVAL] = NC_("step", "approval"),
    [STEP_DONE] = NC_("step", "done"),          [STEP_SKIPPED] = NC_("step", "skipped"),
    [STEP_REFUSED] = NC_("step", "refused"),
};

void step_mark_write(char out[STEP_MARK_SIZE], const struct standing *standing,
                     const struct step_standing *step, struct day today)
{
    if (step->is_overdue && step->has_due)
        /* TRANSLATORS: so many days late, in at most eight columns. */
        snprintf(out, STEP_MARK_SIZE, C_("step", "LATE %ldd"),
                 (long)today.number - (long)step->due.number);
    else if (step == standing->next && step->state == STEP_READY)
        /* TRANSLATORS: the step that is to be done now, in at most eight columns. */
        snprintf(out, STEP_MARK_SIZE, "%s", C_("step", "NOW"));
    else
        snprintf(out, STEP_MARK_SIZE, "%s", language_text_in("step", marks[step->state]));
}

/* ---- lines */

/* A stage, or a step of it: one of both. */
struct line {
    const struct stage *stage;
    const struct step_standing *step;
};

struct lines {
    struct line items[LINES_MAX];
    size_t count;
    size_t present; /* the one of the step that is shown */
};

static void add_line(struct lines *lines, const struct stage *stage,
                     const struct step_standing *step)
{
    if (lines->count < LINES_MAX)
        lines->items[lines->count++] = (struct line){ stage, step };
}

static void add_steps(struct lines *lines, const struct casefile_page *page,
                      const struct stage *stage)
{
    const struct standing *standing = &page->file.standing;
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (step->step->stage != stage || (!standing_matters(step) && step->step != page->step))
            continue;
        if (step->step == page->step)
            lines->present = lines->count;
        add_line(lines, NULL, step);
    }
}

static bool stage_matters(const struct standing *standing, const struct stage *stage)
{
    for (size_t i = 0; i < standing->step_count; i++)
        if (standing->steps[i].step->stage == stage && standing_matters(&standing->steps[i]))
            return true;
    return false;
}

static void lines_make(struct lines *lines, const struct casefile_page *page)
{
    const struct definition *definition = page->file.definition;
    lines->count = 0;
    lines->present = 0;
    for (size_t i = 0; i < definition->stage_count; i++) {
        const struct stage *stage = &definition->stages[i];
        const bool is_present = page->step != NULL && page->step->stage == stage;
        if (!is_present && !stage_matters(&page->file.standing, stage))
            continue;
        add_line(lines, stage, NULL);
        if (is_present)
            add_steps(lines, page, stage);
    }
}

/* What a stage comes to: done, something late or to do in it, or later. */
static void stage_mark(char out[STEP_MARK_SIZE], const struct casefile_page *page,
                       const struct stage *stage)
{
    const struct standing *standing = &page->file.standing;
    const struct step_standing *worst = NULL;
    size_t done = 0, count = 0;
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (step->step->stage != stage || !standing_matters(step))
            continue;
        count++;
        done += step_state_is_settled(step->state);
        const bool is_late = step->is_overdue && (worst == NULL || !worst->is_overdue);
        const bool is_open = !step_state_is_settled(step->state) && step->state != STEP_LOCKED;
        if (is_late || (worst == NULL && is_open))
            worst = step;
    }
    if (worst != NULL)
        step_mark_write(out, standing, worst, page->file.situation.today);
    else
        snprintf(out, STEP_MARK_SIZE, "%s",
                 language_text_in("step", marks[done == count ? STEP_DONE : STEP_LOCKED]));
}

static void draw_title(struct area area, int row, int column, enum style style, const char *title,
                       int mark_columns)
{
    const int margin = mark_columns == 0 ? 0 : mark_columns + 1;
    area_fit(area, row, column, area.columns - column - margin, style, workflow_text(title));
}

/* The stage of the step that is shown has its steps below it, and no mark. */
static void draw_stage(const struct casefile_page *page, const struct stage *stage,
                       struct area area, int row)
{
    char mark[STEP_MARK_SIZE] = "";
    const bool is_open = page->step != NULL && page->step->stage == stage;
    if (!is_open)
        stage_mark(mark, page, stage);
    draw_title(area, row, 2, is_open ? STYLE_STRONG : STYLE_PLAIN, stage->title, drawn_width(mark));
    area_text_right(area, row, STYLE_PLAIN, mark);
}

static void draw_step(const struct casefile_page *page, const struct step_standing *step,
                      struct area area, int row)
{
    char mark[STEP_MARK_SIZE];
    const bool is_shown = step->step == page->step;
    step_mark_write(mark, &page->file.standing, step, page->file.situation.today);
    draw_title(area, row, 3, is_shown ? STYLE_STRONG : STYLE_PLAIN, step->step->title,
               drawn_width(mark));
    area_text_right(area, row, step->is_overdue ? STYLE_ALERT : STYLE_PLAIN, mark);
    if (is_shown)
        area_text(area, row, 1, STYLE_STRONG, ">");
}

static void draw_line(const struct casefile_page *page, const struct line *line, struct area area,
                      int row)
{
    if (line->step != NULL)
        draw_step(page, line->step, area, row);
    else if (line->stage != NULL)
        draw_stage(page, line->stage, area, row);
}

static void draw_lines(const struct casefile_page *page, struct area area)
{
    struct lines lines;
    lines_make(&lines, page);
    size_t first = 0;
    const size_t rows = area.rows < 0 ? 0 : (size_t)area.rows;
    if (lines.count > rows && lines.present > rows / 2)
        first = lines.present - rows / 2;
    if (lines.count > rows && first + rows > lines.count)
        first = lines.count - rows;
    for (size_t i = 0; i < rows && first + i < lines.count; i++)
        draw_line(page, &lines.items[first + i], area, (int)i);
    if (first > 0)
        area_text(area, 0, 0, STYLE_PLAIN, "↑");
    if (first + rows < lines.count)
        area_text(area, area.rows - 1, 0, STYLE_PLAIN, "↓");
}

/* ---- whose, by when */

static void write_day(char out[16], struct day day)
{
    const struct civil civil = day_to_civil(day);
    snprintf(out, 16, "%02u.%02u.%04u", (unsigned)civil.day % 100U, (unsigned)civil.month % 100U,
             (unsigned)civil.year % 10000U);
}

static int draw_due(const struct casefile_page *page, struct area area, int row)
{
    char day[16], text[PAGE_LABEL_SIZE], late[STEP_MARK_SIZE];
    const struct step_standing *standing = page->standing;
    if (standing == NULL || !standing->has_due || step_state_is_settled(standing->state))
        return 0;
    write_day(day, standing->due);
    snprintf(text, sizeof(text), "%s %s", _("Due"), day);
    area_fit(area, row, 1, area.columns - 1, standing->is_overdue ? STYLE_ALERT : STYLE_PLAIN,
             text);
    if (!standing->is_overdue)
        return 1;
    step_mark_write(late, &page->file.standing, standing, page->file.situation.today);
    area_fit(area, row + 1, 1, area.columns - 1, STYLE_ALERT, late);
    return 2;
}

static void draw_counts(const struct casefile_page *page, struct area area, int row)
{
    char text[PAGE_LABEL_SIZE];
    snprintf(text, sizeof(text), "%s %zu   %s %zu", C_("stepper", "Family"), page->family,
             C_("stepper", "Notes"), page->notes);
    area_fit(area, row, 1, area.columns - 1, STYLE_PLAIN, text);
}

enum { CONSENT_ROWS = 3 };

static int draw_facts(const struct casefile_page *page, struct area area)
{
    char day[16], text[PAGE_LABEL_SIZE];
    const struct casefile *casefile = &page->file.casefile;
    int row = draw_due(page, area, 0);
    write_day(day, casefile->opened_on);
    snprintf(text, sizeof(text), "%s %s", _("Opened"), day);
    area_fit(area, row++, 1, area.columns - 1, STYLE_PLAIN, text);
    if (casefile->state != CASEFILE_OPEN)
        area_fit(area, row++, 1, area.columns - 1, STYLE_STRONG, case_text_state(casefile->state));
    if (casefile->urgency != CASEFILE_NORMAL)
        area_fit(area, row++, 1, area.columns - 1, STYLE_ALERT,
                 case_text_urgency(casefile->urgency));
    if (casefile->risk == CASEFILE_RISK_HIGH)
        area_fit(area, row++, 1, area.columns - 1, STYLE_ALERT, case_text_risk(casefile->risk));
    area_fit(area, row++, 1, area.columns - 1, STYLE_PLAIN, page->file.person_name);
    if (page->born[0] != '\0' || page->sex[0] != '\0') {
        snprintf(text, sizeof(text), "%s %s", page->born, page->sex);
        area_fit(area, row++, 1, area.columns - 1, STYLE_PLAIN, text);
    }
    draw_counts(page, area, row++);
    row += area_paragraph(area_part(area, row, 0, CONSENT_ROWS, area.columns), 0, 1, STYLE_PLAIN,
                          page->consent);
    return row;
}

/* ---- the whole */

static int draw_head(const struct casefile_page *page, struct area area)
{
    char text[PAGE_LABEL_SIZE];
    unsigned long done, to_go;
    int row = area_paragraph(area_part(area, 0, 0, 2, area.columns), 0, 1, STYLE_STRONG,
                             workflow_text(page->file.definition->title));
    row = row > 2 ? 2 : row;
    count_done(&page->file.standing, &done, &to_go);
    /* TRANSLATORS: how many steps. */
    snprintf(text, sizeof(text), _("%lu done, %lu to go"), done, to_go);
    area_fit(area, row++, 1, area.columns - 1, STYLE_PLAIN, text);
    return row + 1;
}

void page_draw_stepper(const struct casefile_page *page, struct area area)
{
    if (area.rows < 1 || area.columns < MARK_COLUMNS)
        return;
    const int top = draw_head(page, area);
    /* How many rows they take is known when they are drawn: at first where nobody sees it. */
    const int facts = draw_facts(page, area_part(area, area.rows, 0, 0, area.columns));
    const bool has_facts = area.rows - top - facts - 1 >= 4;
    const int bottom = has_facts ? area.rows - facts : area.rows;
    draw_lines(page, area_part(area, top, 0, bottom - top - (has_facts ? 1 : 0), area.columns));
    if (has_facts)
        draw_facts(page, area_part(area, bottom, 0, facts, area.columns));
}
