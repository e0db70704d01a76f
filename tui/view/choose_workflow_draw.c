/* SPDX-License-Identifier: Apache-2.0 */
#include "language.h"
#include "view/choose_private.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>

enum { TEXT_COLUMN = 6, DIGITS = 9, LOW = 14 };

static int path_rows(const struct workflow_path *path, int columns)
{
    const char *purpose = path->purpose == NULL ? "" : workflow_text(path->purpose);
    return 2 + (purpose[0] == '\0' ? 0 : paragraph_rows(purpose, columns - TEXT_COLUMN - 1));
}

static void draw_path(const struct choose_view *choose, size_t index, struct area area)
{
    char number[16] = "";
    const struct workflow_path *path = &choose->paths[index];
    if (index == choose->list.selected) {
        area_text(area, 0, 1, STYLE_STRONG, ">");
        area_cursor(area, 0, 1);
    }
    if (index < DIGITS)
        snprintf(number, sizeof(number), "%zu", index + 1);
    area_text(area, 0, 3, STYLE_PLAIN, number);
    const int used = area_text(area, 0, TEXT_COLUMN, STYLE_STRONG, workflow_text(path->title));
    if (path->is_own)
        area_text(area, 0, TEXT_COLUMN + used + 2, STYLE_PLAIN, _("the office's own"));
    if (path->purpose != NULL)
        area_paragraph(area_part(area, 0, 0, area.rows, area.columns - 1), 1, TEXT_COLUMN,
                       STYLE_PLAIN, workflow_text(path->purpose));
}

/* From which one on, so that the marked one is seen whole. */
static size_t first_shown(const struct choose_view *choose, struct area area)
{
    size_t first = 0;
    int rows = 0;
    for (size_t i = 0; i <= choose->list.selected && i < choose->path_count; i++) {
        rows += path_rows(&choose->paths[i], area.columns);
        while (rows > area.rows && first < i)
            rows -= path_rows(&choose->paths[first++], area.columns);
    }
    return first;
}

static void draw_list(const struct choose_view *choose, struct area area)
{
    int row = 0;
    for (size_t i = first_shown(choose, area); i < choose->path_count && row < area.rows; i++) {
        const int rows = path_rows(&choose->paths[i], area.columns);
        draw_path(choose, i, area_part(area, row, 0, rows, area.columns));
        row += rows;
    }
    if (choose->path_count == 0)
        area_paragraph(area, 0, 1, STYLE_PLAIN, _("There is no workflow here."));
}

static void write_open(FILE *stream, const struct choose_view *choose)
{
    fputs(_("Open already:"), stream);
    for (size_t i = 0; i < choose->casefiles.count; i++)
        fprintf(stream, "%s %s", i == 0 ? "" : ",", choose->casefiles.items[i].number);
}

static void draw_open(const struct choose_view *choose, struct area area, int row)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = choose->casefiles.count == 0 ? NULL : open_memstream(&text, &size);
    if (stream == NULL)
        return;
    write_open(stream, choose);
    if (fclose(stream) == 0)
        area_fit(area, row, 1, area.columns - 2, STYLE_PLAIN, text);
    free(text);
}

static void draw_first(const struct choose_view *choose, struct frame *frame)
{
    struct area body = frame->body;
    const bool is_low = body.rows < LOW;
    const int head = is_low ? 1 : 2 + (choose->casefiles.count > 0 ? 1 : 0);
    area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, choose->name == NULL ? "" : choose->name);
    if (!is_low)
        draw_open(choose, body, 1);
    draw_list(choose, area_part(body, head, 0, body.rows - head - (is_low ? 0 : 2), body.columns));
    if (!is_low)
        area_fit(body, body.rows - 1, 1, body.columns - 2, STYLE_PLAIN,
                 _("F another of the same family   F7 next new person   O open the record"));
    snprintf(frame->title, sizeof(frame->title), "%s", _("Choose the workflow"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             _("Enter or its number takes the workflow.  Esc leaves it for later."));
}

static void draw_second(const struct choose_view *choose, struct frame *frame)
{
    struct area body = frame->body;
    int row = 0;
    const struct workflow_path *path = choose_path(choose);
    snprintf(frame->title, sizeof(frame->title), "%s",
             path == NULL ? "" : workflow_text(path->title));
    if (body.rows >= LOW && path != NULL) {
        area_fit(body, row++, 1, body.columns - 2, STYLE_STRONG, choose->name);
        if (path->purpose != NULL)
            row += area_paragraph(area_part(body, 0, 0, body.rows, body.columns - 1), row, 1,
                                  STYLE_PLAIN, workflow_text(path->purpose));
        row++;
    }
    form_draw(&choose->form, area_part(body, row, 0, body.rows - row, body.columns));
    form_write_next(&choose->form, frame->next, sizeof(frame->next));
}

void choose_draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct choose_view *choose = (const struct choose_view *)view;
    (void)app;
    if (choose_is_second(view))
        draw_second(choose, frame);
    else
        draw_first(choose, frame);
}
