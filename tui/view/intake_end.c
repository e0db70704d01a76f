/* SPDX-License-Identifier: Apache-2.0 */

/* How an intake ends: as a new person, or as one who was known already. */
#include "language.h"
#include "view/dialog.h"
#include "view/intake_private.h"
#include "view/person_form.h"
#include "view/view_list.h"

#include <stdio.h>

enum { ANSWER_SIZE = 240, COMPARED_MAX = 3 };

static struct form *form_of(struct view *view)
{
    return &((struct intake_view *)view)->form;
}

static void go_on(struct app *app, struct view *view, const struct view_class *class,
                  const char *person_id)
{
    struct place place = { .subject = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", person_id);
    app_remember_form(app, intake_form_name, form_of(view));
    intake_form_keep_held(app, (struct intake_view *)view);
    form_of(view)->is_dirty = false; /* its draft is gone already */
    app_replace(app, class, &place);
}

/* Nothing was kept, and so the draft is there still. */
static void fail_keep(struct app *app, struct view *view, const struct error *error)
{
    form_of(view)->is_dirty = true;
    if (error->status == STATUS_MOVED)
        app_say(app, _("Somebody else changed this record just now.  Nothing was kept; try "
                       "again."));
    else if (error->status == STATUS_REFUSED)
        app_say(app, _("That record was merged into another one or erased.  Nothing was kept."));
    else
        app_fail(app, error);
}

/* It is somebody else: keeps a new record. */
static void intake_is_new(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct intake_record record;
    struct intake_view *intake = (struct intake_view *)view;
    enum status status = intake_record_make(&record, &intake->form, &error);
    if (status == STATUS_OK)
        status = intake_record_keep(app, intake, &record, &error);
    if (status == STATUS_OK) {
        const char *name = person_main_name(&record.person)->full_name;
        app_say_with(app, _("%s is kept."), name);
        go_on(app, view, &choose_workflow_view_class, record.person.id);
    } else
        fail_keep(app, view, &error);
    intake_record_release(&record);
}

void intake_is_same(struct app *app, struct view *view, const char *person_id)
{
    struct error error = { 0 };
    struct intake_record record;
    char id[UUID_TEXT_SIZE];
    snprintf(id, sizeof(id), "%s", person_id);
    enum status status = intake_record_make(&record, form_of(view), &error);
    if (status == STATUS_OK)
        status = intake_record_add_to(app, (struct intake_view *)view, id, &record, &error);
    if (status == STATUS_OK) {
        app_say(app, _("The new facts were added to the record that was there."));
        go_on(app, view, &person_view_class, id);
    } else
        fail_keep(app, view, &error);
    intake_record_release(&record);
}

void intake_open_family(struct app *app, const char *person_id)
{
    struct place place = { .subject = "" };
    snprintf(place.detail, sizeof(place.detail), "%s", person_id);
    app_replace(app, &intake_view_class, &place);
}

void intake_compare_with(struct app *app, const struct intake_view *intake, size_t index)
{
    struct place place = { .subject = "" };
    if (index >= intake->alike_count)
        return;
    snprintf(place.detail, sizeof(place.detail), "%s", intake->alikes[index].person_id);
    app_open(app, &compare_view_class, &place);
}

/* Answers stand in this order: compare, the same as the first, the second..., different, back. */
static void answered(struct app *app, struct view *below, size_t answer)
{
    char id[UUID_TEXT_SIZE];
    struct intake_view *intake = (struct intake_view *)below;
    const size_t count = intake->alike_count < COMPARED_MAX ? intake->alike_count : COMPARED_MAX;
    if (answer == 0)
        intake_compare_with(app, intake, 0);
    else if (answer <= count) {
        snprintf(id, sizeof(id), "%s", intake->alikes[answer - 1].person_id);
        intake_is_same(app, below, id);
    } else if (answer == count + 1)
        intake_is_new(app, below);
}

static void ask_who(struct app *app, const struct intake_view *intake)
{
    char same[COMPARED_MAX][ANSWER_SIZE];
    const char *answers[COMPARED_MAX + 3] = { _("Compare them side by side") };
    size_t count = 1;
    for (size_t i = 0; i < intake->alike_count && i < COMPARED_MAX; i++) {
        const struct alike *alike = &intake->alikes[i];
        snprintf(same[i], ANSWER_SIZE, "%s  %s  %s", _("The same as"),
                 alike->name == NULL ? "" : alike->name, alike->birth);
        answers[count++] = same[i];
    }
    answers[count++] = _("A different person: keep a new record");
    answers[count++] = _("Back to the form");
    const struct dialog_question question = {
        .title = _("Maybe already known"),
        .text = _("Is this somebody whom the office knows already?  For the same person the new "
                  "names, contacts and papers are added to the record that is there."),
        .answers = answers,
        .answer_count = count,
        .answered = answered,
    };
    dialog_ask(app, &question);
}

static bool is_complete(struct app *app, struct intake_view *intake)
{
    struct form *form = &intake->form;
    const bool has_name =
        form_value(form, "surname")[0] != '\0' || form_value(form, "given_name")[0] != '\0';
    if (!has_name) {
        form_focus(form, "surname");
        app_say(app, _("A person needs a name: type the surname or the given name."));
        return false;
    }
    size_t fault = person_form_first_fault(form);
    const struct form_field *other = form_find(form, intake_other_name);
    if (fault == form->count && other != NULL && other->fault != NULL)
        fault = (size_t)(other - form->fields);
    if (fault == form->count)
        return true;
    form->fields[fault].is_hidden = false;
    form->focus = fault;
    app_say(app, _("This field cannot be kept as it is.  Nothing that you typed is lost."));
    return false;
}

void intake_finish(struct app *app, struct view *view)
{
    struct intake_view *intake = (struct intake_view *)view;
    if (!is_complete(app, intake))
        return;
    intake_alike_find(app, intake);
    if (intake->alike_count > 0)
        ask_who(app, intake);
    else
        intake_is_new(app, view);
}
