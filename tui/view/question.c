/* SPDX-License-Identifier: Apache-2.0 */

/* A question with numbered answers, in a box over the view. */
#include "base/ascii.h"
#include "base/text.h"
#include "language.h"
#include "view/dialog.h"
#include "widget/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUESTION_COLUMNS = 70, MARGIN = 2, DIGITS = 9 };

struct question_view {
    struct view view;
    char *title;
    char *text;
    char **answers;
    struct list list;
    void (*answered)(struct app *app, struct view *below, size_t answer);
};

static void answer(struct app *app, struct view *view, size_t index)
{
    struct question_view *question = (struct question_view *)view;
    void (*answered)(struct app *, struct view *, size_t) = question->answered;
    if (index >= question->list.count)
        return;
    app_leave(app);
    answered(app, app_top(app), index);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct question_view *question = (struct question_view *)view;
    if (list_handle(&question->list, key, DIGITS))
        return true;
    if (key->code == CODE_ENTER)
        answer(app, view, question->list.selected);
    else if (key->code == CODE_TEXT && ascii_is_digit(key->text[0]) && key->text[0] != '0')
        answer(app, view, (size_t)(key->text[0] - '1'));
    else
        return false;
    return true;
}

static void draw_answer(const void *self, struct area row, size_t index)
{
    char number[16] = "   ";
    const struct question_view *question = self;
    if (index < DIGITS)
        snprintf(number, sizeof(number), "%zu  ", index + 1);
    const int column = area_text(row, 0, 0, STYLE_PLAIN, number);
    area_fit(row, 0, column, row.columns - column, STYLE_PLAIN, question->answers[index]);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct question_view *question = (const struct question_view *)view;
    struct area body = frame->body;
    (void)app;
    const int columns = body.columns < QUESTION_COLUMNS ? body.columns : QUESTION_COLUMNS;
    const int text_rows =
        question->text == NULL ? 0 : paragraph_rows(question->text, columns - 2 * MARGIN) + 1;
    int rows = text_rows + (int)question->list.count + 4;
    rows = rows > body.rows ? body.rows : rows;
    struct area box =
        area_part(body, (body.rows - rows) / 2, (body.columns - columns) / 2, rows, columns);
    area_fill(box, STYLE_PLAIN);
    area_box(box, question->title);
    struct area inside =
        area_part(box, rows > text_rows + 4 ? 2 : 1, MARGIN, rows - 2, columns - 2 * MARGIN);
    if (question->text != NULL)
        area_paragraph(inside, 0, 0, STYLE_PLAIN, question->text);
    list_draw(&question->list,
              area_part(inside, text_rows, 0, inside.rows - text_rows - 1, inside.columns), true,
              draw_answer, question);
    snprintf(frame->next, sizeof(frame->next), "%s",
             _("Enter takes the marked answer.  Esc changes nothing."));
}

static void release(struct view *view)
{
    struct question_view *question = (struct question_view *)view;
    for (size_t i = 0; i < question->list.count && question->answers != NULL; i++)
        free(question->answers[i]);
    free(question->answers);
    free(question->title);
    free(question->text);
}

static const struct view_class question_class = {
    .name = "question",
    .size = sizeof(struct question_view),
    .is_dialog = true,
    .draw = draw,
    .handle = handle,
    .release = release,
};

static const struct view_class destructive_class = {
    .name = "destructive_question",
    .size = sizeof(struct question_view),
    .is_dialog = true,
    .is_guarded = true,
    .draw = draw,
    .handle = handle,
    .release = release,
};

void dialog_ask(struct app *app, const struct dialog_question *asked)
{
    struct question_view *question = (struct question_view *)app_open(
        app, asked->is_destructive ? &destructive_class : &question_class, NULL);
    if (question == NULL)
        return;
    question->answered = asked->answered;
    question->title = strdup(asked->title);
    question->text = asked->text == NULL ? NULL : strdup(asked->text);
    question->answers = calloc(asked->answer_count + 1, sizeof(*question->answers));
    for (size_t i = 0; i < asked->answer_count && question->answers != NULL; i++) {
        if (text_copy(&question->answers[i], asked->answers[i], NULL) != STATUS_OK)
            break;
        list_set_count(&question->list, i + 1);
    }
    question->list.selected = asked->preferred;
}
