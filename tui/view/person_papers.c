/* SPDX-License-Identifier: Apache-2.0 */

/* Papers of a person: another one, and what became of one. */
#include "base/text.h"
#include "document/document_store.h"
#include "journal/act.h"
#include "language.h"
#include "view/dialog.h"
#include "view/person_form.h"
#include "view/person_private.h"
#include "wording/label.h"

#include <stdio.h>
#include <string.h>

enum { CIRCUMSTANCES_MAX = 1000 };

static const enum person_field fields[] = {
    FIELD_DOCUMENT_TYPE,   FIELD_DOCUMENT_NUMBER,  FIELD_PERSONAL_NUMBER, FIELD_DOCUMENT_ISSUER,
    FIELD_DOCUMENT_ISSUED, FIELD_DOCUMENT_EXPIRES, FIELD_DOCUMENT_STATE,
};

/* ---- another one */

static void build_paper(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
        person_form_add(form, fields[i]);
    form_set(form, "document_state", document_state_word(DOCUMENT_HELD));
}

static void left(struct app *app, struct view *below, struct form *form, size_t field)
{
    (void)app;
    (void)below;
    person_form_check(form, field);
}

static enum status keep_paper(struct app *app, struct document *paper, struct error *error)
{
    bool is_own;
    enum status status = act_join(app_store(app), &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = document_add(app_store(app), app_desk(app)->actor, paper, error);
    return person_commit(app, is_own, status, paper->person_id, error);
}

static bool submit_paper(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct document paper;
    const struct person_page *page = (const struct person_page *)below;
    const size_t fault = person_form_first_fault(form);
    if (fault < form->count) {
        form->focus = fault;
        app_say(app, _("This field cannot be kept as it is.  Nothing that you typed is lost."));
        return false;
    }
    enum status status = person_form_read_paper(form, &paper, &error);
    if (status == STATUS_NOT_FOUND) {
        form_focus(form, "document_type");
        app_say(app, _("Say what kind of paper it is."));
    } else if (status == STATUS_OK) {
        memcpy(paper.person_id, page->data.person.id, sizeof(paper.person_id));
        status = keep_paper(app, &paper, &error);
    }
    document_release(&paper);
    if (status == STATUS_OK)
        app_say(app, _("The paper was added."));
    else if (status != STATUS_NOT_FOUND)
        person_say_failure(app, &error);
    return status == STATUS_OK;
}

void person_add_a_paper(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Another paper"),
        .button = _("Add the paper"),
        .build = build_paper,
        .submit = submit_paper,
        .left = left,
    };
    dialog_fill(app, &request);
}

/* ---- what became of it */

static const struct document *picked(const struct view *below)
{
    const struct person_page *page = (const struct person_page *)below;
    return page->picked < page->data.documents.count ? &page->data.documents.items[page->picked]
                                                     : NULL;
}

static void build_state(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    const struct document *paper = picked(below);
    struct form_field *state = form_add(form, FORM_CHOICE, "state", _("It is now"));
    for (enum document_state each = 0; each < DOCUMENT_STATE_COUNT && paper != NULL; each++)
        if (document_state_can_follow(paper->state, each) && each != paper->state)
            form_field_option(state, document_state_word(each), label_document_state(each));
    form_add(form, FORM_DATE, "since", _("Since"));
    struct form_field *how = form_add(form, FORM_LINES, "circumstances", _("What happened"));
    if (how != NULL)
        how->input.max = CIRCUMSTANCES_MAX;
}

static enum status keep_state(struct app *app, const struct document *paper,
                              const struct document_event *event, struct error *error)
{
    bool is_own;
    enum status status = act_join(app_store(app), &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = document_change_state(app_store(app), app_desk(app)->actor, paper->id, event, error);
    return person_commit(app, is_own, status, paper->person_id, error);
}

static bool submit_state(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct document_event event = { .state = DOCUMENT_HELD };
    const struct document *paper = picked(below);
    const char *since = form_value(form, "since");
    const char *how = form_value(form, "circumstances");
    if (paper == NULL)
        return true;
    if (document_state_parse(&event.state, form_value(form, "state"), &error) != STATUS_OK) {
        form_focus(form, "state");
        app_say(app, _("Say what became of the paper: F4 shows the list."));
        return false;
    }
    event.has_since = since[0] != '\0';
    if (event.has_since && !person_form_read_day(&event.since, form, "since")) {
        form_focus(form, "since");
        app_say(app, _("A whole day is needed, not one to come: 14.06.1991, or t for today."));
        return false;
    }
    event.circumstances = how[0] == '\0' ? NULL : how;
    if (keep_state(app, paper, &event, &error) != STATUS_OK) {
        person_say_failure(app, &error);
        return false;
    }
    app_say(app, _("The new state of the paper is kept."));
    return true;
}

void person_ask_paper(struct app *app, struct person_page *page, size_t index)
{
    char title[240];
    const struct document *paper = &page->data.documents.items[index];
    page->picked = index;
    if (!person_can_change(app, page))
        return;
    snprintf(title, sizeof(title), "%s %s: %s", label_document_type(paper->type),
             paper->number == NULL ? "" : paper->number, label_document_state(paper->state));
    const struct dialog_request request = {
        .title = title,
        .button = _("Keep the new state"),
        .build = build_state,
        .submit = submit_state,
    };
    dialog_fill(app, &request);
}
