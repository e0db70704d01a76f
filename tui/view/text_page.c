/* SPDX-License-Identifier: Apache-2.0 */
#include "view/text_page.h"

#include "base/text.h"
#include "language.h"

#include <stdlib.h>
#include <string.h>

enum { MARGIN = 1, EDGE_ROWS = 5, PAGE_MIN = 3 };

struct text_page {
    struct view view;
    char *title;
    char *text;
    int top; /* the first row that is seen */
};

/* The rows around a page; a row more or less only moves where scrolling ends. */
static int rows_seen(const struct app *app)
{
    const int rows = app_grid(app)->rows - EDGE_ROWS;
    return rows < PAGE_MIN ? PAGE_MIN : rows;
}

static int rows_hidden(const struct app *app, const struct text_page *page)
{
    const int rows =
        page->text == NULL ? 0 : paragraph_rows(page->text, app_grid(app)->columns - 2 * MARGIN);
    return rows > rows_seen(app) ? rows - rows_seen(app) : 0;
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct text_page *page = (struct text_page *)view;
    const int last = rows_hidden(app, page), step = rows_seen(app) - 1;
    int top = page->top > last ? last : page->top;
    const bool is_space = key->code == CODE_TEXT && strcmp(key->text, " ") == 0;
    if (key->code == CODE_ENTER) {
        app_back(app);
        return true;
    }
    if (key->code == CODE_UP)
        top--;
    else if (key->code == CODE_DOWN)
        top++;
    else if (key->code == CODE_PAGE_UP)
        top -= step;
    else if (key->code == CODE_PAGE_DOWN || is_space)
        top += step;
    else if (key->code == CODE_HOME)
        top = 0;
    else if (key->code == CODE_END)
        top = last;
    else
        return false;
    page->top = top < 0 ? 0 : top > last ? last : top;
    return true;
}

/* The rest of the text behind so many of its rows. */
static const char *skip_rows(const char *text, int rows, int columns)
{
    size_t skipped;
    for (; rows > 0 && *text != '\0'; rows--) {
        text += paragraph_line(text, columns, &skipped);
        text += skipped;
    }
    return text;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct text_page *page = (const struct text_page *)view;
    struct area body = frame->body;
    struct area area = area_part(body, 0, MARGIN, body.rows, body.columns - 2 * MARGIN);
    const char *text = page->text == NULL ? "" : page->text;
    const int columns = area.columns < 1 ? 1 : area.columns;
    (void)app;
    const int rows = paragraph_rows(text, columns);
    int top = rows > body.rows ? page->top : 0;
    if (top > rows - body.rows && rows > body.rows)
        top = rows - body.rows;
    snprintf(frame->title, sizeof(frame->title), "%s", page->title == NULL ? "" : page->title);
    snprintf(frame->next, sizeof(frame->next), "%s",
             rows > body.rows ? _("arrows and PgDn read on.  Enter goes back.")
                              : _("Enter goes back."));
    area_paragraph(area, 0, 0, STYLE_PLAIN, skip_rows(text, top, columns));
    area_cursor(area, 0, 0);
    if (top > 0)
        area_text_right(body, 0, STYLE_PLAIN, "↑");
    if (top + body.rows < rows)
        area_text_right(body, body.rows - 1, STYLE_PLAIN, "↓");
}

static void release(struct view *view)
{
    struct text_page *page = (struct text_page *)view;
    text_wipe(&page->text);
    free(page->title);
}

static const struct view_class text_page_class = {
    .name = "text",
    .about = N_("One text as a whole."),
    .size = sizeof(struct text_page),
    .draw = draw,
    .handle = handle,
    .release = release,
};

static void say_no_memory(struct app *app)
{
    const struct error error = { .status = STATUS_OUT_OF_MEMORY };
    app_fail(app, &error);
}

/* Opens it over the present view.  The title is translated and copied; the text is swallowed, and
 * wiped when the page goes.  NULL for a text without memory is said. */
static void text_page_open_take(struct app *app, const char *title, char *text)
{
    struct text_page *page =
        text == NULL ? NULL : (struct text_page *)app_open(app, &text_page_class, NULL);
    if (page == NULL) {
        if (text == NULL)
            say_no_memory(app);
        free(text);
        return;
    }
    page->title = strdup(title);
    page->text = text;
}

bool text_page_begin(struct text_page_draft *out, struct app *app)
{
    *out = (struct text_page_draft){ .text = NULL };
    out->stream = open_memstream(&out->text, &out->size);
    if (out->stream == NULL)
        say_no_memory(app);
    return out->stream != NULL;
}

void text_page_end(struct text_page_draft *draft, struct app *app, const char *title)
{
    if (fclose(draft->stream) == 0)
        text_page_open_take(app, title, draft->text);
    else {
        free(draft->text);
        say_no_memory(app);
    }
    *draft = (struct text_page_draft){ .stream = NULL };
}
