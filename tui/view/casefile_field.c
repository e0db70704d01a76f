/* SPDX-License-Identifier: Apache-2.0 */

/* What typing into the form of a step leads to: values in the form in which they are kept, faults
 * beside their fields, and fields that come and go with the answers before them. */
#include "view/casefile_private.h"

#include "base/text.h"
#include "command/case/answer_fault.h"
#include "language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- one value */

static void path_of(const struct case_place *place, char out[STEP_PATH_SIZE])
{
    if (place->evidence != NULL)
        snprintf(out, STEP_PATH_SIZE, "%s%s", case_path_evidence, place->evidence->type);
    else if (place->rows != NULL)
        snprintf(out, STEP_PATH_SIZE, "%s.%s", place->rows->id, place->field->id);
    else
        snprintf(out, STEP_PATH_SIZE, "%s", place->field->id);
}

char *page_normal(const struct casefile_page *page, const struct case_place *place,
                  const char *typed, struct answer_trouble *trouble)
{
    char *normal = NULL;
    const struct answer_context context = { page->file.situation.today, page->file.person_birth,
                                            page->file.has_person_birth };
    *trouble = (struct answer_trouble){ .step = page->step, .item = place->row };
    if (typed[strspn(typed, " \t\n")] == '\0')
        return NULL;
    if (place->evidence != NULL) {
        const char *word = NULL;
        trouble->fault = answer_normalize_evidence(&word, typed);
        return trouble->fault == ANSWER_OK && text_copy(&normal, word, NULL) == STATUS_OK ? normal
                                                                                          : NULL;
    }
    if (answer_normalize(&normal, &trouble->fault, &trouble->limit, place->field, typed, &context,
                         NULL) != STATUS_OK)
        return NULL;
    return normal;
}

/* ---- where the casefile would stand with what was typed */

struct outlook {
    struct situation situation;
    struct standing standing;
    struct answer_given *answers;
    char (*paths)[STEP_PATH_SIZE];
    char **values;
    size_t count; /* of paths and values */
    bool is_whole;
};

static bool is_in_form(const struct casefile_page *page, const struct answer_given *answer)
{
    char id[CASE_PATH_SIZE];
    if (strcmp(answer->step, page->step->id) != 0)
        return false;
    case_path_format(id, answer->field, answer->item);
    return form_find((struct form *)&page->form, id) != NULL;
}

static void add_typed(struct outlook *outlook, const struct casefile_page *page,
                      const struct form_field *field)
{
    struct answer_trouble trouble;
    const struct case_place place = page_place(page, field);
    if (place.field == NULL && place.evidence == NULL)
        return;
    char *value = page_normal(page, &place, text_input_text(&field->input), &trouble);
    if (value == NULL)
        return;
    path_of(&place, outlook->paths[outlook->count]);
    outlook->values[outlook->count] = value;
    outlook->answers[outlook->situation.answer_count++] =
        (struct answer_given){ page->step->id, outlook->paths[outlook->count], place.row, value };
    outlook->count++;
}

static void outlook_release(struct outlook *outlook)
{
    for (size_t i = 0; i < outlook->count; i++)
        free(outlook->values[i]);
    free(outlook->answers);
    free(outlook->paths);
    free(outlook->values);
    standing_release(&outlook->standing);
}

static void outlook_make(struct outlook *outlook, const struct casefile_page *page)
{
    const struct situation *known = &page->file.situation;
    const size_t fields = page->form.count;
    *outlook = (struct outlook){ .situation = *known };
    outlook->answers = calloc(known->answer_count + fields + 1, sizeof(*outlook->answers));
    outlook->paths = calloc(fields + 1, sizeof(*outlook->paths));
    outlook->values = calloc(fields + 1, sizeof(*outlook->values));
    if (outlook->answers == NULL || outlook->paths == NULL || outlook->values == NULL)
        return;
    outlook->situation.answers = outlook->answers;
    outlook->situation.answer_count = 0;
    for (size_t i = 0; i < known->answer_count; i++)
        if (!is_in_form(page, &known->answers[i]))
            outlook->answers[outlook->situation.answer_count++] = known->answers[i];
    for (size_t i = 0; i < fields; i++)
        add_typed(outlook, page, &page->form.fields[i]);
    outlook->is_whole = standing_compute(&outlook->standing, page->file.definition,
                                         &outlook->situation, NULL) == STATUS_OK;
}

/* ---- hiding and showing */

static bool is_asked(const struct outlook *outlook, const struct casefile_page *page,
                     const struct field *field, int row)
{
    return field_is_asked(field, page->step, page->file.definition, &outlook->situation,
                          &outlook->standing, row);
}

static bool is_required(const struct outlook *outlook, const struct casefile_page *page,
                        const struct field *field, int row)
{
    return field_is_required(field, page->step, page->file.definition, &outlook->situation,
                             &outlook->standing, row);
}

/* A row that nobody begins needs nothing. */
static bool is_row_needed(const struct outlook *outlook, const struct casefile_page *page,
                          const struct case_place *place)
{
    const struct field *rows = place->rows;
    int least = rows->least.is_given ? rows->least.value : 0;
    if (least == 0 && is_required(outlook, page, rows, 0))
        least = 1;
    return place->row <= least ||
           place->row <= situation_rows(&outlook->situation, page->step->id, rows->id);
}

static void refresh_place(const struct outlook *outlook, const struct casefile_page *page,
                          struct form_field *field)
{
    const struct case_place place = page_place(page, field);
    const struct definition *definition = page->file.definition;
    if (place.evidence != NULL) {
        field->is_hidden =
            !evidence_is_asked(place.evidence, definition, &outlook->situation, &outlook->standing);
        field->is_required = place.evidence->is_required;
    } else if (place.field != NULL && place.rows != NULL) {
        field->is_hidden = !is_asked(outlook, page, place.rows, 0) ||
                           !is_asked(outlook, page, place.field, place.row);
        field->is_required = is_required(outlook, page, place.field, place.row) &&
                             is_row_needed(outlook, page, &place);
    } else if (place.field != NULL) {
        field->is_hidden = !is_asked(outlook, page, place.field, 0);
        field->is_required = is_required(outlook, page, place.field, 0);
    }
}

/* Headings and "one more" go with their rows. */
static void refresh_rest(const struct outlook *outlook, const struct casefile_page *page,
                         struct form_field *field)
{
    const struct field *rows = field->id[0] == '+' || field->id[0] == '#'
                                   ? step_find_field(page->step, field->id + 1)
                                   : NULL;
    if (rows != NULL && rows->type == FIELD_ROWS)
        field->is_hidden = !is_asked(outlook, page, rows, 0);
}

/* The heading of the papers when none is asked for. */
static void refresh_papers(struct casefile_page *page)
{
    bool is_any = false;
    struct form_field *heading = form_find(&page->form, "#evidence");
    for (size_t i = 0; i < page->form.count; i++)
        is_any = is_any || (case_path_paper(page->form.fields[i].id) != NULL &&
                            !page->form.fields[i].is_hidden);
    if (heading != NULL)
        heading->is_hidden = !is_any;
}

void page_refresh_form(struct casefile_page *page)
{
    struct outlook outlook;
    outlook_make(&outlook, page);
    for (size_t i = 0; i < page->form.count && outlook.is_whole; i++) {
        refresh_place(&outlook, page, &page->form.fields[i]);
        refresh_rest(&outlook, page, &page->form.fields[i]);
    }
    refresh_papers(page);
    outlook_release(&outlook);
}

/* ---- leaving a field */

static void show_fault(struct form_field *field, const struct answer_trouble *trouble,
                       const struct case_place *place)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    answer_fault_write(memory, trouble, place);
    if (fclose(memory) == 0)
        form_field_fault(field, text);
    free(text);
}

/* The answer can be kept, but the step not be finished with it: says with which one it can. */
static void show_needed(struct form_field *field, const struct case_place *place)
{
    enum { NEEDED_SIZE = 600 };
    char *answer = NULL, text[NEEDED_SIZE];
    size_t size = 0;
    FILE *memory = open_memstream(&answer, &size);
    if (memory == NULL)
        return;
    case_answer_write(memory, place, place->field->must_be);
    if (fclose(memory) == 0) {
        /* TRANSLATORS: the answer that is needed follows, such as "no". */
        snprintf(text, sizeof(text), _("The step can be finished when this is: %s."), answer);
        form_field_fault(field, text);
    }
    free(answer);
}

void page_settle(const struct casefile_page *page, struct form_field *field)
{
    struct answer_trouble trouble;
    const struct case_place place = page_place(page, field);
    const char *typed = text_input_text(&field->input);
    if (place.field == NULL && place.evidence == NULL)
        return;
    form_field_fault(field, NULL);
    char *normal = page_normal(page, &place, typed, &trouble);
    if (trouble.fault != ANSWER_OK)
        show_fault(field, &trouble, &place);
    else if (normal != NULL && place.field != NULL && place.field->must_be != NULL &&
             strcmp(normal, place.field->must_be) != 0)
        show_needed(field, &place);
    if (normal != NULL && field->kind == FORM_TEXT && strcmp(normal, typed) != 0)
        text_input_set(&field->input, normal);
    free(normal);
}

/* A field that just came up between the one that was left and the next one is the next one. */
static void follow_focus(struct form *form, const bool *was_hidden, size_t left)
{
    for (size_t i = left + 1; i < form->focus && i < form->count; i++)
        if (was_hidden[i] && form_is_focusable(&form->fields[i])) {
            form->focus = i;
            return;
        }
    while (form->focus < form->count && !form_is_focusable(&form->fields[form->focus]))
        form->focus++;
}

static void refresh_and_follow(struct casefile_page *page, size_t left)
{
    struct form *form = &page->form;
    bool *was_hidden = calloc(form->count + 1, sizeof(*was_hidden));
    for (size_t i = 0; i < form->count && was_hidden != NULL; i++)
        was_hidden[i] = form->fields[i].is_hidden;
    page_refresh_form(page);
    if (was_hidden != NULL)
        follow_focus(form, was_hidden, left);
    free(was_hidden);
}

void page_field_left(struct app *app, struct view *view, size_t index)
{
    struct casefile_page *page = page_of(view);
    struct form_field *field = &page->form.fields[index];
    const struct field *more = page_more_rows(page, field);
    if (more != NULL) {
        const bool is_wanted = strcmp(text_input_text(&field->input), "yes") == 0;
        text_input_clear(&field->input);
        if (is_wanted)
            page_add_row(app, page, more);
        return;
    }
    app_say(app, ""); /* what was said was about the field */
    page_settle(page, field);
    if (field->remark != NULL)
        page_take_known(app, page, false);
    refresh_and_follow(page, index);
    if (!page_take(app, page) && page->lease.user_id[0] != '\0')
        page_reload(app, page);
}
