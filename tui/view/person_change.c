/* SPDX-License-Identifier: Apache-2.0 */

/* The record of a person in a form: what is typed goes over what was known. */
#include "base/text.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_store.h"
#include "view/dialog.h"
#include "view/person_form.h"
#include "view/person_private.h"

#include <stdio.h>
#include <string.h>

static const char field_changed_at[] = "changed_at"; /* of the record that the form began with */

static const enum person_field fields[] = {
    FIELD_SURNAME,
    FIELD_GIVEN_NAME,
    FIELD_PATRONYMIC,
    FIELD_BIRTH_DATE,
    FIELD_SEX,
    FIELD_NATIONALITY,
    FIELD_BIRTH_PLACE,
    FIELD_BIRTH_COUNTRY,
    FIELD_ORIGIN_COUNTRY,
    FIELD_SPOKEN_LANGUAGE,
    FIELD_NEEDS_INTERPRETER,
    FIELD_POPULATION_GROUP,
    FIELD_LEGAL_STATUS,
    FIELD_MARITAL_STATUS,
    FIELD_EDUCATION,
    FIELD_OCCUPATION,
    FIELD_ARRIVED,
};

struct change_view {
    struct view view; /* subject: the person */
    struct form form;
    struct person person; /* as it is kept */
};

/* ---- loading */

static void build(struct form *form)
{
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
        person_form_add(form, fields[i]);
    struct form_field *changed_at = form_add(form, FORM_TEXT, field_changed_at, "");
    if (changed_at != NULL)
        changed_at->is_hidden = true;
    form_button(form, _("Keep the changes"));
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct form fresh;
    struct change_view *change = (struct change_view *)view;
    if (!session_may(app_session(app), ACT_KEEP_PEOPLE))
        return error_set(error, STATUS_REFUSED, "changing people");
    person_release(&change->person);
    enum status status = person_load(app_store(app), view->place.subject, &change->person, error);
    if (status != STATUS_OK)
        return status;
    form_init(&fresh, app_today(app));
    build(&fresh);
    if (view->is_loaded && change->form.count > 0)
        person_form_carry(&fresh, &change->form);
    else {
        form_release(&change->form);
        person_form_write(&fresh, &change->person);
        form_set(&fresh, field_changed_at, change->person.changed_at);
        form_focus_first(&fresh);
    }
    change->form = fresh;
    for (size_t i = 0; i < change->form.count; i++)
        if (text_input_text(&change->form.fields[i].input)[0] != '\0')
            person_form_check(&change->form, i);
    return STATUS_OK;
}

static struct form *change_form(struct view *view)
{
    return &((struct change_view *)view)->form;
}

static const char *draft_form(const struct view *view)
{
    (void)view;
    return "person_change";
}

static void left(struct app *app, struct view *view, size_t field)
{
    (void)app;
    person_form_check(change_form(view), field);
}

static void release(struct view *view)
{
    struct change_view *change = (struct change_view *)view;
    form_release(&change->form);
    person_release(&change->person);
}

/* ---- keeping */

static bool is_same_text(const char *known, const char *typed)
{
    return strcmp(known == NULL ? "" : known, typed) == 0;
}

static bool is_name_changed(const struct change_view *change)
{
    const struct person_name *name = person_main_name(&change->person);
    const struct form *form = &change->form;
    if (name == NULL)
        return true;
    const bool has_parts = name->surname != NULL || name->given_name != NULL;
    return !is_same_text(has_parts ? name->surname : name->full_name,
                         form_value(form, "surname")) ||
           !is_same_text(name->given_name, form_value(form, "given_name")) ||
           !is_same_text(name->patronymic, form_value(form, "patronymic"));
}

static enum status write_name(struct app *app, struct change_view *change, bool is_correction,
                              struct error *error)
{
    struct person_name name;
    const struct person_name *before = person_main_name(&change->person);
    const char *actor = app_desk(app)->actor;
    if (!is_name_changed(change))
        return STATUS_OK;
    enum status status = person_form_read_name(&change->form, NAME_KIND_MAIN, &name, error);
    if (status != STATUS_OK)
        return status;
    status = person_add_name(app_store(app), actor, change->person.id, &name, error);
    if (status == STATUS_OK && is_correction && before != NULL)
        status = person_remove_name(app_store(app), actor, change->person.id, before->id, error);
    person_name_release(&name);
    return status;
}

static enum status write_all(struct app *app, struct change_view *change, bool is_correction,
                             struct error *error)
{
    bool is_own;
    struct store *store = app_store(app);
    enum status status = person_form_read(&change->form, &change->person, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    snprintf(change->person.changed_at, sizeof(change->person.changed_at), "%s",
             form_value(&change->form, field_changed_at));
    status = person_change(store, app_desk(app)->actor, &change->person, error);
    if (status == STATUS_OK)
        status = write_name(app, change, is_correction, error);
    return person_commit(app, is_own, status, change->person.id, error);
}

/* ---- somebody else was faster */

static bool take_actor(void *self, const struct history_entry *entry)
{
    snprintf(self, UUID_TEXT_SIZE, "%s", entry->actor);
    return false;
}

static void moved_answered(struct app *app, struct view *below, size_t answer)
{
    struct change_view *change = (struct change_view *)below;
    if (answer == 0) {
        app_drop_draft(app, below);
        form_clear(&change->form);
        app_reload(app, below);
        app_say(app, _("This is what the record is now."));
    } else if (answer == 1) {
        form_set(&change->form, field_changed_at, change->person.changed_at);
        form_focus_empty(&change->form);
        app_say(app, _("Enter on the button keeps your values over those of the other."));
    }
}

static void ask_moved(struct app *app, const struct change_view *change)
{
    char actor[UUID_TEXT_SIZE] = "", text[FRAME_TEXT_SIZE];
    struct error error = { 0 };
    if (person_each_history(app_store(app), change->person.id, take_actor, actor, &error) !=
        STATUS_OK)
        actor[0] = '\0';
    snprintf(text, sizeof(text),
             _("%s changed this record while you were typing.  Nothing of yours was kept yet."),
             case_desk_user_name(&app_session(app)->desk, actor));
    const char *const answers[] = {
        _("Show what it is now; my typing goes"),
        _("Let my values go over it"),
        _("Back to the form"),
    };
    const struct dialog_question question = {
        .title = _("Changed meanwhile"),
        .text = text,
        .answers = answers,
        .answer_count = 3,
        .preferred = 2,
        .answered = moved_answered,
    };
    dialog_ask(app, &question);
}

/* ---- the end */

static void keep(struct app *app, struct view *view, bool is_correction)
{
    struct error error = { 0 };
    struct change_view *change = (struct change_view *)view;
    const enum status status = write_all(app, change, is_correction, &error);
    if (status == STATUS_OK) {
        app_say(app, _("The changes are kept."));
        app_drop_draft(app, view);
        app_back(app);
    } else if (status == STATUS_MOVED) {
        app_reload(app, view);
        ask_moved(app, change);
    } else {
        app_reload(app, view);
        person_say_failure(app, &error);
    }
}

static void name_answered(struct app *app, struct view *below, size_t answer)
{
    if (answer < 2)
        keep(app, below, answer == 0);
}

static void ask_name(struct app *app)
{
    const char *const answers[] = {
        _("It was mistyped: correct it"),
        _("It is a new name: the old one stays as a former name"),
        _("Back to the form"),
    };
    const struct dialog_question question = {
        .title = _("Another name"),
        .text = _("The name in use is not what it was."),
        .answers = answers,
        .answer_count = 3,
        .preferred = 1,
        .answered = name_answered,
    };
    dialog_ask(app, &question);
}

static void submit(struct app *app, struct view *view)
{
    struct change_view *change = (struct change_view *)view;
    struct form *form = &change->form;
    if (form_value(form, "surname")[0] == '\0' && form_value(form, "given_name")[0] == '\0') {
        form_focus(form, "surname");
        app_say(app, _("A person needs a name: type the surname or the given name."));
        return;
    }
    const size_t fault = person_form_first_fault(form);
    if (fault < form->count) {
        form->focus = fault;
        app_say(app, _("This field cannot be kept as it is.  Nothing that you typed is lost."));
        return;
    }
    if (is_name_changed(change) && person_main_name(&change->person) != NULL)
        ask_name(app);
    else
        keep(app, view, false);
}

/* ---- showing */

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct change_view *change = (const struct change_view *)view;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Change"));
    form_draw(&change->form, frame->body);
    form_write_next(&change->form, frame->next, sizeof(frame->next));
}

const struct view_class person_change_class = {
    .name = "person_change",
    .about = N_("The record of a person.  What you type goes over what was known; Esc leaves "
                "the record as it is and keeps your typing as a draft."),
    .size = sizeof(struct change_view),
    .load = load,
    .draw = draw,
    .form = change_form,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
