/* SPDX-License-Identifier: Apache-2.0 */

/* How many rows a field of rows has in the form of a step. */
#include "view/casefile_private.h"

#include "compartment/sealed_draft.h"
#include "store/draft_fields.h"
#include "wording/case_path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct draft_rows {
    struct casefile_page *page;
};

/* As many rows as the draft has. */
static void count_draft_row(void *self, const struct draft_field *kept)
{
    struct draft_rows *rows = self;
    const struct step *step = rows->page->step;
    char path[STEP_PATH_SIZE];
    int item = 0;
    if (kept->value[0] == '\0' || !case_path_parse(path, &item, kept->name, strlen(kept->name)) ||
        item == 0)
        return;
    path[strcspn(path, ".")] = '\0';
    for (size_t i = 0; i < step->field_count; i++)
        if (strcmp(step->fields[i].id, path) == 0 && rows->page->rows[i] < item)
            rows->page->rows[i] = item;
}

static void count_draft_rows(struct app *app, struct casefile_page *page)
{
    struct draft draft;
    struct draft_rows rows = { page };
    const struct draft_key key = { page->actor, page->draft_name, page->view.place.subject };
    if (sealed_draft_load(app_store(app), &key, &draft, NULL) != STATUS_OK)
        return;
    const enum status status =
        draft_fields_read(app_store(app), draft.fields, count_draft_row, &rows, NULL);
    (void)status; /* then its rows are those that were answered */
    draft_release(&draft);
}

static int rows_answered(const struct casefile_page *page, const struct field *field)
{
    const int answered = situation_rows(&page->file.situation, page->step->id, field->id);
    int least = field->least.is_given ? field->least.value : 0;
    if (least == 0 && field_is_required(field, page->step, page->file.definition,
                                        &page->file.situation, &page->file.standing, 0))
        least = 1;
    return answered > least ? answered : least;
}

void page_count_rows(struct app *app, struct casefile_page *page, bool is_same)
{
    const struct step *step = page->step;
    if (!is_same) {
        free(page->rows);
        page->rows = calloc(step->field_count + 1, sizeof(*page->rows));
    }
    for (size_t i = 0; i < step->field_count && page->rows != NULL; i++) {
        const struct field *field = &step->fields[i];
        const int answered = field->type == FIELD_ROWS ? rows_answered(page, field) : 0;
        if (page->rows[i] < answered)
            page->rows[i] = answered;
    }
    if (!is_same && page->rows != NULL)
        count_draft_rows(app, page);
}

void page_add_row(struct app *app, struct casefile_page *page, const struct field *rows)
{
    char first[CASE_PATH_SIZE];
    const size_t index = (size_t)(rows - page->step->fields);
    page->rows[index]++;
    page_build_form(app, page);
    snprintf(first, sizeof(first), "%s.%d.%s", rows->id, page->rows[index], rows->fields[0].id);
    form_focus(&page->form, first);
}
