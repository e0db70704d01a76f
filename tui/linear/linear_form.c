/* SPDX-License-Identifier: Apache-2.0 */

/* The walk through the form of a step: which fields are asked follows from the answers, so the list
 * is made anew after each. */
#include "linear/linear_form.h"

#include "base/array.h"
#include "language.h"
#include "wording/case_text.h"

#include <stdlib.h>

/* One question: a field, a paper, or whether there is another row. */
struct form_place {
    struct case_place place;
    bool asks_row; /* place.rows and place.row say which */
};

struct form {
    struct linear_case *hand;
    const struct step *step;
    struct form_place *items;
    size_t count;
    size_t capacity;
    const struct field *opened; /* the rows that have a new one without an answer */
    int opened_row;
};

/* ---- the list */

static bool add(struct form *form, const struct form_place *place)
{
    struct error error = { 0 };
    if (array_reserve(&form->items, &form->capacity, sizeof(*form->items), form->count + 1,
                      &error) != STATUS_OK) {
        linear_fail(&error);
        return false;
    }
    form->items[form->count++] = *place;
    return true;
}

static bool field_is_open(const struct form *form, const struct field *field, int row)
{
    const struct casefile_view *view = &form->hand->view;
    return field_is_asked(field, form->step, view->definition, &view->situation, &view->standing,
                          row);
}

static bool add_row(struct form *form, const struct field *rows, int row)
{
    bool is_added = true;
    for (size_t i = 0; i < rows->field_count && is_added; i++) {
        const struct form_place place = {
            .place = { .field = &rows->fields[i], .rows = rows, .row = row }
        };
        if (field_is_open(form, &rows->fields[i], row))
            is_added = add(form, &place);
    }
    return is_added;
}

static bool add_rows(struct form *form, const struct field *rows)
{
    const int answered = situation_rows(&form->hand->view.situation, form->step->id, rows->id);
    const bool is_opened = form->opened == rows && form->opened_row > answered;
    const int count = is_opened ? form->opened_row : answered;
    const struct form_place another = { .place = { .rows = rows, .row = count + 1 },
                                        .asks_row = true };
    bool is_added = true;
    for (int row = 1; row <= count && is_added; row++)
        is_added = add_row(form, rows, row);
    /* Whoever left a new row empty wants no further one. */
    if (is_added && !is_opened && !(rows->most.is_given && count >= rows->most.value))
        is_added = add(form, &another);
    return is_added;
}

/* The list as it follows from what is answered now. */
static bool list(struct form *form)
{
    const struct casefile_view *view = &form->hand->view;
    const struct step *step = form->step;
    bool is_added = true;
    form->count = 0;
    for (size_t i = 0; i < step->field_count && is_added; i++) {
        const struct form_place place = { .place = { .field = &step->fields[i] } };
        if (!field_is_open(form, &step->fields[i], 0))
            continue;
        is_added = step->fields[i].type == FIELD_ROWS ? add_rows(form, &step->fields[i])
                                                      : add(form, &place);
    }
    for (size_t i = 0; i < step->evidence_count && is_added; i++) {
        const struct form_place place = { .place = { .evidence = &step->evidence[i] } };
        if (evidence_is_asked(&step->evidence[i], view->definition, &view->situation,
                              &view->standing))
            is_added = add(form, &place);
    }
    return is_added;
}

static bool is_same(const struct form_place *one, const struct form_place *other)
{
    return one->place.field == other->place.field && one->place.rows == other->place.rows &&
           one->place.evidence == other->place.evidence && one->place.row == other->place.row &&
           one->asks_row == other->asks_row;
}

/* form->count when it is not asked any more. */
static size_t find(const struct form *form, const struct form_place *place)
{
    size_t at = 0;
    while (at < form->count && !is_same(&form->items[at], place))
        at++;
    return at;
}

/* The first question of that row. */
static size_t find_row(const struct form *form, const struct case_place *row)
{
    size_t at = 0;
    while (at < form->count && (form->items[at].place.rows != row->rows ||
                                form->items[at].place.row != row->row || form->items[at].asks_row))
        at++;
    return at;
}

static bool is_answered(const struct form *form, const struct form_place *place)
{
    char path[STEP_PATH_SIZE];
    return !place->asks_row &&
           linear_field_answer(form->hand, form->step, &place->place, path) != NULL;
}

/* Behind the last answer. */
static size_t find_begin(const struct form *form, size_t *answered)
{
    size_t begin = 0;
    *answered = 0;
    for (size_t i = 0; i < form->count; i++)
        if (is_answered(form, &form->items[i])) {
            begin = i + 1;
            (*answered)++;
        }
    return begin;
}

/* ---- asking */

static enum linear_reply ask_row(struct form *form, const struct form_place *asked, bool *is_wanted)
{
    const struct field *rows = asked->place.rows;
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    *is_wanted = false;
    if (memory == NULL)
        return REPLY_BACK;
    fprintf(memory, "%s: %s", workflow_text(rows->label),
            asked->place.row == 1 ? _("is there one?") : _("one more?"));
    fclose(memory);
    const bool is_needed = rows->least.is_given && asked->place.row <= rows->least.value;
    const enum linear_reply reply =
        linear_ask_truth(form->hand->linear, text, is_needed, is_wanted);
    free(text);
    if (reply == REPLY_GIVEN && *is_wanted) {
        form->opened = rows;
        form->opened_row = asked->place.row;
    }
    return reply;
}

/* Asks what stands there; *at is where to go on. */
static enum linear_reply ask_at(struct form *form, size_t *at)
{
    const struct form_place asked = form->items[*at];
    bool is_wanted = false;
    const enum linear_reply reply =
        asked.asks_row ? ask_row(form, &asked, &is_wanted)
                       : linear_field_ask(form->hand, form->step, &asked.place, &is_wanted);
    if (reply != REPLY_GIVEN || form->hand->is_left)
        return reply;
    if (!linear_case_look(form->hand) || !list(form)) {
        form->hand->is_left = true;
        return REPLY_GIVEN;
    }
    *at = asked.asks_row && is_wanted ? find_row(form, &asked.place) : find(form, &asked) + 1;
    return REPLY_GIVEN;
}

static enum linear_reply walk(struct form *form, size_t at)
{
    while (at < form->count && !form->hand->is_left) {
        const enum linear_reply reply = ask_at(form, &at);
        if (reply == REPLY_STOP || (reply == REPLY_BACK && at == 0))
            return reply;
        if (reply == REPLY_BACK)
            at--;
    }
    return REPLY_GIVEN;
}

enum linear_reply linear_form(struct linear_case *hand, const struct step *step, bool from_end)
{
    struct form form = { .hand = hand, .step = step };
    enum linear_reply reply = from_end ? REPLY_BACK : REPLY_GIVEN;
    size_t answered = 0;
    if (!from_end && !linear_draft_take(hand, step)) {
        hand->is_left = true;
        return REPLY_GIVEN;
    }
    if (list(&form)) {
        size_t at = find_begin(&form, &answered);
        if (answered > 0 && !from_end)
            linear_say(language_plural("%zu answer is there already; < goes back to it.",
                                       "%zu answers are there already; < goes back to them.",
                                       answered),
                       answered);
        if (from_end && form.count > 0)
            at = form.count - 1;
        if (form.count > 0)
            reply = walk(&form, at);
    }
    free(form.items);
    return reply;
}

/* ---- only what is missing */

static bool is_missing(const struct form_place *place, const struct missing *missing)
{
    if (missing->kind == MISSING_ROWS)
        return place->asks_row && place->place.rows == missing->field;
    return !place->asks_row && place->place.field == missing->field &&
           place->place.evidence == missing->evidence && place->place.rows == missing->rows &&
           (missing->rows == NULL || place->place.row == missing->row);
}

/* The first that is missing: form->count when it cannot be asked for here.  False when nothing
 * is. */
static bool find_missing(const struct form *form, size_t *at)
{
    const struct casefile_view *view = &form->hand->view;
    struct missing_list missing = { .items = NULL };
    struct error error = { 0 };
    if (step_list_missing(&missing, form->step, &view->standing, &view->situation, &error) !=
        STATUS_OK)
        linear_fail(&error);
    const bool is_found = missing.count > 0;
    for (*at = 0; is_found && *at < form->count; (*at)++)
        if (is_missing(&form->items[*at], &missing.items[0]))
            break;
    free(missing.items);
    return is_found;
}

enum linear_reply linear_form_missing(struct linear_case *hand, const struct step *step,
                                      bool *is_complete)
{
    struct form form = { .hand = hand, .step = step };
    enum linear_reply reply = REPLY_GIVEN;
    size_t at = 0;
    *is_complete = false;
    while (reply == REPLY_GIVEN && !hand->is_left && list(&form)) {
        *is_complete = !find_missing(&form, &at);
        if (*is_complete || at == form.count)
            break;
        const struct form_place asked = form.items[at];
        reply = ask_at(&form, &at);
        size_t next;
        /* Whoever leaves it empty has no answer now. */
        if (find_missing(&form, &next) && next < form.count && is_same(&form.items[next], &asked))
            break;
    }
    free(form.items);
    return reply;
}
