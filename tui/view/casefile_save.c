/* SPDX-License-Identifier: Apache-2.0 */

/* What was typed becomes answers, and what keeps an act from being done is said. */
#include "view/casefile_private.h"

#include "casefile/casefile_store.h"
#include "command/case/answer_fault.h"
#include "language.h"
#include "wording/case_text.h"
#include "wording/step_refusal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct step_result *page_new_result(struct casefile_page *page)
{
    step_result_release(&page->result);
    page->is_finish = false;
    page->result = (struct step_result){ .refusal = STEP_REFUSED_NOT };
    return &page->result;
}

/* ---- why not */

char *page_refusal_text(const struct app *app, const struct casefile_page *page,
                        const struct step_result *result)
{
    const struct step_refusal_about about = { result, &page->file, &app_session_of(app)->desk,
                                              false };
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    step_refusal_write(memory, &about);
    return fclose(memory) == 0 ? text : NULL;
}

static void say_and_free(struct app *app, char *text)
{
    if (text != NULL)
        app_say(app, text);
    free(text);
}

static void say_fault(struct app *app, const struct answer_trouble *trouble)
{
    char *text = NULL;
    size_t size = 0;
    const struct case_place place = case_place_find(trouble->step, trouble->field, trouble->item);
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    case_place_write(memory, &place);
    fputs(": ", memory);
    answer_fault_write(memory, trouble, &place);
    if (fclose(memory) == 0)
        say_and_free(app, text);
    else
        free(text);
}

static void say_in_use(struct app *app, struct casefile_page *page)
{
    if (casefile_lease_find(page->store, page->view.place.subject, &page->lease, NULL) != STATUS_OK)
        return;
    say_and_free(app, page_lease_text(app, page));
    page->has_lease = false;
}

/* Sentences for what the casefile itself does not allow. */
static const struct {
    enum status status;
    const char *text;
} failures[] = {
    { STATUS_TEXT_EMPTY, N_("Something that has to be said is empty.") },
    { STATUS_DATE_INVALID, N_("This day cannot be: look at it again.") },
};

static bool say_failure(struct app *app, const struct error *error)
{
    for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
        if (failures[i].status == error->status) {
            app_say(app, language_text(failures[i].text));
            return true;
        }
    return false;
}

bool page_conclude(struct app *app, struct casefile_page *page, enum status status,
                   const struct error *error)
{
    if (status == STATUS_OK)
        return true;
    if (status == STATUS_REFUSED && page->result.refusal == STEP_REFUSED_NOT &&
        strcmp(error->detail, CASEFILE_DETAIL_CLOSED) == 0)
        page->result.refusal = STEP_REFUSED_CLOSED;
    if (page->result.refusal != STEP_REFUSED_NOT)
        say_and_free(app, page_refusal_text(app, page, &page->result));
    else if (page->result.fault_count > 0)
        say_fault(app, &page->result.faults[0]);
    else if (status == STATUS_IN_USE)
        say_in_use(app, page);
    else if (!say_failure(app, error))
        app_fail(app, error);
    return false;
}

/* ---- what is new */

struct inputs {
    struct answer_input *items;
    char (*paths)[STEP_PATH_SIZE];
    size_t count;
    size_t wrong; /* how many values cannot be kept */
    size_t first_wrong;
};

static bool is_new(const char *answer, const char *normal)
{
    if (answer == NULL)
        return normal != NULL;
    return normal == NULL || strcmp(answer, normal) != 0;
}

static void take(struct inputs *inputs, const struct casefile_page *page, size_t index)
{
    const struct form_field *field = &page->form.fields[index];
    struct answer_trouble trouble;
    struct answer_input *input = &inputs->items[inputs->count];
    char *path = inputs->paths[inputs->count];
    const struct case_place place = page_place(page, field);
    if ((place.field == NULL && place.evidence == NULL) || field->is_hidden)
        return;
    const char *typed = text_input_text(&field->input);
    char *normal = page_normal(page, &place, typed, &trouble);
    if (trouble.fault != ANSWER_OK && inputs->wrong++ == 0)
        inputs->first_wrong = index;
    int item = 0;
    case_path_parse(path, &item, field->id, strlen(field->id));
    const char *answer = situation_answer(&page->file.situation, page->step->id, path, item);
    if (trouble.fault == ANSWER_OK && is_new(answer, normal)) {
        *input = (struct answer_input){ page->step->id, path, item, normal == NULL ? "" : typed };
        inputs->count++;
    }
    free(normal);
}

static bool inputs_make(struct inputs *inputs, const struct casefile_page *page)
{
    *inputs = (struct inputs){ .items = calloc(page->form.count + 1, sizeof(*inputs->items)),
                               .paths = calloc(page->form.count + 1, sizeof(*inputs->paths)) };
    if (inputs->items == NULL || inputs->paths == NULL)
        return false;
    for (size_t i = 0; i < page->form.count; i++)
        take(inputs, page, i);
    return true;
}

static void inputs_release(struct inputs *inputs)
{
    free(inputs->items);
    free(inputs->paths);
}

/* ---- somebody was faster */

enum { ANSWER_THEIRS, ANSWER_MINE };

static void moved_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    const char *path = page->jumps[0];
    char plain[STEP_PATH_SIZE];
    int item = 0;
    if (!case_path_parse(plain, &item, path, strlen(path)))
        return;
    if (answer == ANSWER_THEIRS) {
        const char *theirs = situation_answer(&page->file.situation, page->step->id, plain, item);
        form_set(&page->form, path, theirs == NULL ? "" : theirs);
        page->form.is_dirty = true;
        page_refresh_form(page);
    } else {
        const struct answer_input input = { page->step->id, plain, item,
                                            form_value(&page->form, path) };
        const struct answer_act act = { .inputs = &input, .count = 1 };
        const enum status status =
            step_answer(app_desk(app), below->place.subject, &act, page_new_result(page), &error);
        if (!page_conclude(app, page, status, &error))
            return;
        snprintf(page->told, sizeof(page->told), "%s", page->result.changed_at);
    }
    page_save_and_say(app, below);
}

static void write_value(FILE *stream, const struct casefile_page *page,
                        const struct case_place *place, const char *value)
{
    struct answer_trouble trouble;
    char *normal = value == NULL ? NULL : page_normal(page, place, value, &trouble);
    if (normal == NULL || normal[0] == '\0')
        fputs(_("nothing"), stream);
    else
        case_answer_write(stream, place, normal);
    free(normal);
}

static void ask_moved(struct app *app, struct casefile_page *page)
{
    char *text = NULL;
    size_t size = 0;
    const char *const answers[] = { _("Take theirs"), _("Keep mine, over theirs") };
    const struct step_result *result = &page->result;
    const struct case_place place = case_place_find(page->step, result->field, result->item);
    case_path_format(page->jumps[0], result->field, result->item);
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    fprintf(memory, _("%s answered this meanwhile."),
            case_desk_user_name(&app_session(app)->desk, result->user_id));
    fprintf(memory, "\n%s: ", _("Theirs"));
    write_value(
        memory, page, &place,
        situation_answer(&page->file.situation, page->step->id, result->field, result->item));
    fprintf(memory, "\n%s: ", _("Yours"));
    write_value(memory, page, &place, form_value(&page->form, page->jumps[0]));
    if (fclose(memory) == 0)
        dialog_ask(app, &(struct dialog_question){ .title = workflow_text(place.field != NULL
                                                                              ? place.field->label
                                                                              : page->step->title),
                                                   .text = text,
                                                   .answers = answers,
                                                   .answer_count = 2,
                                                   .answered = moved_answered });
    free(text);
}

/* ---- keeping */

/* After the answers were kept: what is left in the form is what could not be. */
static void settle_kept(struct app *app, struct casefile_page *page, size_t wrong)
{
    form_set(&page->form, "seen", page->result.changed_at);
    if (wrong == 0)
        app_drop_draft(app, &page->view);
    page_reload(app, page);
    if (wrong > 0)
        page->form.is_dirty = true;
}

static bool keep(struct app *app, struct casefile_page *page, const struct inputs *inputs)
{
    struct error error = { 0 };
    const struct answer_act act = { .inputs = inputs->items,
                                    .count = inputs->count,
                                    .seen = form_value(&page->form, "seen") };
    const enum status status =
        step_answer(app_desk(app), page->view.place.subject, &act, page_new_result(page), &error);
    if (status == STATUS_MOVED) {
        page_reload(app, page);
        ask_moved(app, page);
        return false;
    }
    if (!page_conclude(app, page, status, &error)) {
        if (status == STATUS_IN_USE)
            page_reload(app, page);
        return false;
    }
    settle_kept(app, page, inputs->wrong);
    return true;
}

bool page_save(struct app *app, struct casefile_page *page)
{
    struct inputs inputs;
    /* Whom somebody else overtook is asked; two windows of one user are not told apart there. */
    if (page_is_typed(page) && page_tell_moved(app, page)) {
        page_reload(app, page);
        return false;
    }
    bool is_kept = inputs_make(&inputs, page);
    const size_t wrong = inputs.wrong, first = inputs.first_wrong;
    if (is_kept && inputs.count > 0)
        is_kept = keep(app, page, &inputs);
    else if (is_kept && wrong == 0)
        app_drop_draft(app, &page->view);
    inputs_release(&inputs);
    if (is_kept && wrong > 0 && page->is_form && first < page->form.count) {
        page->form.focus = first;
        app_say(app, _("This field cannot be kept yet: see below it.  The others are kept."));
        return false;
    }
    return is_kept && page->is_form;
}

void page_save_and_say(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    page->is_why = false; /* a form without the keyboard has no draft to drop */
    if (form_focused(&page->form) != NULL) {
        form_settle(&page->form, page->form.focus);
        page_field_left(app, view, page->form.focus);
    }
    if (page->is_form && page_save(app, page))
        app_say(app, _("Kept as answers.  The step stays open."));
}
