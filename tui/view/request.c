/* SPDX-License-Identifier: Apache-2.0 */

/* A few fields to fill in, in a box over the view. */
#include "view/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REQUEST_COLUMNS = 76, MARGIN = 2, SPARE_ROWS = 5 };

struct request_view {
    struct view view;
    struct dialog_request request;
    char *title;
    char *text;
    struct form form;
};

static struct form *request_form(struct view *view)
{
    return &((struct request_view *)view)->form;
}

static const char *draft_form(const struct view *view)
{
    return ((const struct request_view *)view)->request.draft;
}

/* When the draft was thrown away, the fields are there anew. */
static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct request_view *filled = (struct request_view *)view;
    (void)error;
    if (filled->request.build != NULL && filled->form.count == 0)
        filled->request.build(app, app_below(app, view), &filled->form);
    return STATUS_OK;
}

static void submit(struct app *app, struct view *view)
{
    struct request_view *filled = (struct request_view *)view;
    const unsigned long serial = view->serial;
    if (!filled->request.submit(app, app_below(app, view), &filled->form) ||
        app_top(app)->serial != serial)
        return;
    if (filled->request.draft != NULL)
        app_remember_form(app, filled->request.draft, &filled->form);
    app_drop_draft(app, view);
    app_back(app);
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct request_view *filled = (struct request_view *)view;
    if (filled->request.left != NULL)
        filled->request.left(app, app_below(app, view), &filled->form, field);
}

static int rows_needed(const struct request_view *filled, int columns)
{
    int rows = SPARE_ROWS;
    for (size_t i = 0; i < filled->form.count; i++) {
        const struct form_field *field = &filled->form.fields[i];
        if (field->is_hidden)
            continue;
        rows += field->kind == FORM_LINES ? 4 : 1;
        if (drawn_width(field->label) > columns / 3)
            rows += paragraph_rows(field->label, columns);
        rows += field->fault == NULL ? 0 : paragraph_rows(field->fault, columns - 6);
    }
    return rows;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct request_view *filled = (const struct request_view *)view;
    struct area body = frame->body;
    (void)app;
    const int columns = body.columns < REQUEST_COLUMNS ? body.columns : REQUEST_COLUMNS;
    const int text_rows =
        filled->text == NULL ? 0 : paragraph_rows(filled->text, columns - 2 * MARGIN) + 1;
    int rows = text_rows + rows_needed(filled, columns - 2 * MARGIN);
    rows = rows > body.rows ? body.rows : rows;
    struct area box =
        area_part(body, (body.rows - rows) / 2, (body.columns - columns) / 2, rows, columns);
    area_fill(box, STYLE_PLAIN);
    area_box(box, filled->title);
    struct area inside = area_part(box, 1, MARGIN, rows - 2, columns - 2 * MARGIN);
    if (filled->text != NULL)
        area_paragraph(inside, 0, 1, STYLE_PLAIN, filled->text);
    form_draw(&filled->form,
              area_part(inside, text_rows, 0, inside.rows - text_rows, inside.columns));
    form_write_next(&filled->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    struct request_view *filled = (struct request_view *)view;
    form_release(&filled->form);
    free(filled->title);
    free(filled->text);
}

static const struct view_class request_class = {
    .name = "request",
    .size = sizeof(struct request_view),
    .is_dialog = true,
    .load = load,
    .draw = draw,
    .form = request_form,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};

void dialog_fill(struct app *app, const struct dialog_request *request)
{
    struct request_view *filled = (struct request_view *)app_open(app, &request_class, NULL);
    if (filled == NULL)
        return;
    filled->request = *request;
    filled->title = strdup(request->title);
    filled->text = request->text == NULL ? NULL : strdup(request->text);
    form_init(&filled->form, app_today(app));
    form_button(&filled->form, request->button);
    const struct view *below = app_below(app, &filled->view);
    snprintf(filled->view.place.subject, PLACE_SUBJECT_SIZE, "%s",
             request->subject == NULL ? below->place.subject : request->subject);
    request->build(app, app_below(app, &filled->view), &filled->form);
    form_focus_first(&filled->form);
    app_fetch_draft(app, &filled->view);
}
