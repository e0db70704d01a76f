/* SPDX-License-Identifier: Apache-2.0 */

/* The form of a step, made from its definition.  Fields are called as people call them elsewhere:
 * "how", "papers.1.number", "evidence.passport".  Beside them the form has
 *     "seen"    hidden: when the answers were read, so that nobody is overwritten unseen;
 *     "+papers" the question whether there is one more row;
 *     "#..."    headings. */
#include "view/casefile_private.h"

#include "base/text.h"
#include "language.h"
#include "view/code_options.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What was typed and is no answer yet, while the form is made anew. */
struct typed {
    char *id;
    char *value;
};

struct typing {
    struct typed *items;
    size_t count;
    char focus[CASE_PATH_SIZE];
    size_t cursor;
    bool is_dirty;
};

static const char seen_id[] = "seen";

/* ---- what a field is about */

struct case_place page_place(const struct casefile_page *page, const struct form_field *field)
{
    char path[STEP_PATH_SIZE];
    int item = 0;
    if (field->id[0] == '+' || field->id[0] == '#' ||
        !case_path_parse(path, &item, field->id, strlen(field->id)))
        return (struct case_place){ .field = NULL };
    return case_place_find(page->step, path, item);
}

const struct field *page_more_rows(const struct casefile_page *page, const struct form_field *field)
{
    return field->id[0] == '+' ? step_find_field(page->step, field->id + 1) : NULL;
}

/* ---- what was typed */

static char *copy_of(const char *text)
{
    char *copy = NULL;
    return text_copy(&copy, text, NULL) == STATUS_OK ? copy : NULL;
}

static void typing_release(struct typing *typing)
{
    for (size_t i = 0; i < typing->count; i++) {
        free(typing->items[i].id);
        text_wipe(&typing->items[i].value);
    }
    free(typing->items);
}

static void typing_collect(struct typing *typing, const struct casefile_page *page)
{
    const struct form *form = &page->form;
    const struct form_field *focused = form_focused(form);
    *typing = (struct typing){ .items = calloc(form->count + 1, sizeof(*typing->items)),
                               .is_dirty = form->is_dirty };
    snprintf(typing->focus, sizeof(typing->focus), "%s", focused == NULL ? "" : focused->id);
    typing->cursor = focused == NULL ? 0 : focused->input.cursor;
    for (size_t i = 0; i < form->count && i < page->base_count && typing->items != NULL; i++) {
        const char *value = text_input_text(&form->fields[i].input);
        if (strcmp(value, page->bases[i]) == 0)
            continue;
        struct typed *typed = &typing->items[typing->count++];
        *typed = (struct typed){ copy_of(form->fields[i].id), copy_of(value) };
    }
    /* Whoever typed nothing has seen what is shown now. */
    const char *seen = form_value(form, seen_id);
    if (typing->count > 0 && typing->items != NULL)
        typing->items[typing->count++] = (struct typed){ copy_of(seen_id), copy_of(seen) };
}

static void typing_put_back(const struct typing *typing, struct casefile_page *page)
{
    struct form *form = &page->form;
    for (size_t i = 0; i < typing->count; i++) {
        const struct typed *typed = &typing->items[i];
        struct form_field *field = typed->id == NULL ? NULL : form_find(form, typed->id);
        if (field == NULL || typed->value == NULL)
            continue;
        text_input_set(&field->input, typed->value);
        page_settle(page, field);
    }
    form->is_dirty = typing->is_dirty && typing->count > 0;
}

/* ---- fields */

static const enum form_kind kinds[FIELD_TYPE_COUNT] = {
    [FIELD_TEXT] = FORM_TEXT,
    [FIELD_LONG_TEXT] = FORM_LINES,
    [FIELD_NUMBER] = FORM_TEXT,
    [FIELD_MONEY] = FORM_TEXT,
    [FIELD_DATE] = FORM_DATE,
    [FIELD_YES_NO] = FORM_CHOICE,
    [FIELD_YES_NO_UNKNOWN] = FORM_CHOICE,
    [FIELD_CHOICE] = FORM_CHOICE,
    [FIELD_CHOICES] = FORM_CHOICES,
    [FIELD_COUNTRY] = FORM_CHOICE,
    [FIELD_LANGUAGE] = FORM_CHOICE,
    [FIELD_ROWS] = FORM_HEADING,
};

enum { NUMBER_COLUMNS = 12, MONEY_COLUMNS = 18 };

static void add_options(struct form_field *field, const struct case_place *place)
{
    const int type = place->field == NULL ? FIELD_TYPE_COUNT : (int)place->field->type;
    for (size_t i = 0; i < case_place_count_choices(place); i++) {
        form_field_option(field, case_place_choice_id(place, i), case_place_choice_text(place, i));
        if (place->field != NULL && place->field->choices[i].group != NULL)
            form_field_group(field, workflow_text(place->field->choices[i].group));
    }
    if (type == FIELD_COUNTRY)
        code_options_add_countries(field);
    if (type == FIELD_LANGUAGE)
        code_options_add_languages(field);
}

static void add_hint(const struct casefile_page *page, struct form_field *field,
                     const struct case_place *place)
{
    char *hint = NULL;
    size_t size = 0;
    const struct field *asked = place->field;
    /* The questions of an instrument have the title of their dimension as help. */
    const bool is_help =
        asked->help != NULL && (page->step->instrument == NULL || asked->choice_count == 0);
    const bool is_plain = asked->type == FIELD_TEXT || asked->type == FIELD_LONG_TEXT ||
                          asked->type == FIELD_DATE || field->option_count > 0;
    if (!is_help && is_plain)
        return;
    FILE *memory = open_memstream(&hint, &size);
    if (memory == NULL)
        return;
    if (is_help)
        fputs(workflow_text(asked->help), memory);
    else
        case_place_write_hint(memory, place);
    if (fclose(memory) == 0)
        form_field_hint(field, hint);
    free(hint);
}

static void add_place(struct casefile_page *page, const char *path, int item)
{
    char id[CASE_PATH_SIZE];
    const struct case_place place = case_place_find(page->step, path, item);
    const bool is_paper = place.evidence != NULL;
    const char *label = is_paper ? place.evidence->title : place.field->label;
    case_path_format(id, path, item);
    struct form_field *field = form_add(
        &page->form, is_paper ? FORM_CHOICE : kinds[place.field->type], id, workflow_text(label));
    if (field == NULL)
        return;
    add_options(field, &place);
    if (!is_paper) {
        add_hint(page, field, &place);
        field->may_be_ahead = place.field->time != FIELD_PAST;
        field->allows_other = place.field->type == FIELD_COUNTRY || //
                              place.field->type == FIELD_LANGUAGE;
        field->columns = place.field->type == FIELD_NUMBER  ? NUMBER_COLUMNS
                         : place.field->type == FIELD_MONEY ? MONEY_COLUMNS
                                                            : 0;
    }
    const char *answer = situation_answer(&page->file.situation, page->step->id, path, item);
    if (answer != NULL)
        form_set(&page->form, id, answer);
    form_settle(&page->form, page->form.count - 1);
}

static void add_heading(struct form *form, const char *rows, const char *text)
{
    char id[CASE_PATH_SIZE];
    snprintf(id, sizeof(id), "#%s", rows);
    form_add(form, FORM_HEADING, id, text);
}

static void add_more(struct form *form, const struct field *rows, int count)
{
    char id[CASE_PATH_SIZE];
    char label[PAGE_LABEL_SIZE];
    snprintf(id, sizeof(id), "+%s", rows->id);
    /* TRANSLATORS: %s is what a list holds, such as "Papers". */
    snprintf(label, sizeof(label), count == 0 ? _("%s: is there one?") : _("%s: one more?"),
             workflow_text(rows->label));
    struct form_field *field = form_add(form, FORM_CHOICE, id, label);
    form_field_option(field, "no", _("no"));
    form_field_option(field, "yes", _("yes"));
}

static void add_rows(struct casefile_page *page, const struct field *rows, int count)
{
    char path[STEP_PATH_SIZE];
    char title[PAGE_LABEL_SIZE];
    for (int row = 1; row <= count; row++) {
        snprintf(title, sizeof(title), "%s %d", workflow_text(rows->label), row);
        add_heading(&page->form, rows->id, title);
        for (size_t i = 0; i < rows->field_count; i++) {
            snprintf(path, sizeof(path), "%s.%s", rows->id, rows->fields[i].id);
            add_place(page, path, row);
        }
    }
    if (!rows->most.is_given || count < rows->most.value)
        add_more(&page->form, rows, count);
}

static void add_fields(struct casefile_page *page)
{
    const struct step *step = page->step;
    const char *group = NULL;
    char path[STEP_PATH_SIZE];
    for (size_t i = 0; i < step->field_count; i++) {
        const struct field *field = &step->fields[i];
        if (step->instrument != NULL && field->help != NULL && field->help != group)
            add_heading(&page->form, "", workflow_text(group = field->help));
        if (field->type == FIELD_ROWS)
            add_rows(page, field, page->rows[i]);
        else
            add_place(page, field->id, 0);
    }
    if (step->evidence_count > 0)
        form_add(&page->form, FORM_HEADING, "#evidence", _("Papers seen"));
    for (size_t i = 0; i < step->evidence_count; i++) {
        snprintf(path, sizeof(path), "%s%s", case_path_evidence, step->evidence[i].type);
        add_place(page, path, 0);
    }
}

static void add_seen(struct casefile_page *page)
{
    struct form_field *seen = form_add(&page->form, FORM_TEXT, seen_id, "");
    if (seen != NULL)
        seen->is_hidden = true;
    form_set(&page->form, seen_id, page->file.casefile.changed_at);
}

/* ---- the whole */

static void release_bases(struct casefile_page *page)
{
    for (size_t i = 0; i < page->base_count; i++)
        text_wipe(&page->bases[i]);
    free(page->bases);
    page->bases = NULL;
    page->base_count = 0;
}

static void note_bases(struct casefile_page *page)
{
    release_bases(page);
    page->bases = calloc(page->form.count + 1, sizeof(*page->bases));
    for (size_t i = 0; i < page->form.count && page->bases != NULL; i++) {
        page->bases[i] = copy_of(text_input_text(&page->form.fields[i].input));
        if (page->bases[i] == NULL)
            return;
        page->base_count++;
    }
}

static void set_button(struct casefile_page *page)
{
    const struct step *step = page->step;
    if (page_asks_first(page))
        form_button(&page->form, _("Note who was asked, and wait for the answer"));
    else if (page_opens_first(page))
        form_button(&page->form, _("Open the casefile of this step"));
    else if (step->approval != NULL && strcmp(step->approval, page->role) != 0)
        form_button(&page->form, _("Finish this step and ask for approval"));
    else if (page->standing->state == STEP_WAITING)
        form_button(&page->form, _("They answered: finish this step"));
    else
        form_button(&page->form, step->outcome_count > 0 ? _("Finish this step: how did it end?")
                                                         : _("Finish this step"));
}

/* The first field that needs something, else the first one. */
static void focus_begin(struct form *form)
{
    form_focus_empty(form);
    if (form->focus >= form->count)
        form_focus_first(form);
}

static void focus_again(struct form *form, const struct typing *typing)
{
    form_focus(form, typing->focus);
    struct form_field *field = form_focused(form);
    if (typing->focus[0] == '\0')
        form->focus = form->count;
    else if (field == NULL || strcmp(field->id, typing->focus) != 0)
        focus_begin(form);
    else if (typing->cursor <= strlen(text_input_text(&field->input)))
        field->input.cursor = typing->cursor;
}

void page_build_form(struct app *app, struct casefile_page *page)
{
    struct typing typing = { .items = NULL };
    const bool is_same = page->form.count > 0 && strcmp(page->form_step, page->step->id) == 0;
    if (is_same) {
        page_tell_moved(app, page);
        typing_collect(&typing, page);
    }
    if (page->form.fields == NULL)
        form_init(&page->form, app_today(app));
    form_clear(&page->form);
    snprintf(page->form_step, sizeof(page->form_step), "%s", page->step->id);
    snprintf(page->draft_name, sizeof(page->draft_name), "step/%s", page->step->id);
    page_count_rows(app, page, is_same);
    if (page->rows != NULL)
        add_fields(page);
    add_seen(page);
    note_bases(page);
    set_button(page);
    if (is_same)
        typing_put_back(&typing, page);
    page_take_known(app, page, !is_same);
    page_refresh_form(page);
    if (is_same)
        focus_again(&page->form, &typing);
    else {
        page->form.is_dirty = false;
        focus_begin(&page->form);
    }
    typing_release(&typing);
}

bool page_is_typed(const struct casefile_page *page)
{
    for (size_t i = 0; i < page->form.count && i < page->base_count; i++)
        if (strcmp(text_input_text(&page->form.fields[i].input), page->bases[i]) != 0)
            return true;
    return false;
}

void page_release_form(struct casefile_page *page)
{
    release_bases(page);
    form_release(&page->form);
    free(page->rows);
    page->rows = NULL;
    page->form_step[0] = '\0';
}

void page_forget_form(struct app *app, struct casefile_page *page)
{
    page->is_why = false; /* a form without the keyboard has no draft to drop */
    app_drop_draft(app, &page->view);
    form_clear(&page->form);
    page->form.is_dirty = false;
    page->form_step[0] = '\0';
}
