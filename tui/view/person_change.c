/* SPDX-License-Identifier: Apache-2.0 */

/* The record of a person in a form: what is typed goes over what was known. */
#include "base/text.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_store.h"
#include "view/dialog.h"
#include "view/person_form.h"
#include "view/person_private.h"
#include "wording/person_text.h"

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

enum { FIELDS = sizeof(fields) / sizeof(fields[0]), ALL_FIELDS = FIELDS + 1 };
static const char field_death[] = "death_date";

/* The ids of all that can be changed. */
static const char *id_at(size_t index)
{
    return index < FIELDS ? person_field_row(fields[index])->name : field_death;
}

struct change_view {
    struct view view; /* subject: the person */
    struct form form;
    struct person person; /* as it is kept */
};

/* ---- loading */

/* What a field held when the form began, so that it can be told what was typed. */
enum { WAS_SIZE = 40 };

static void write_was(char out[WAS_SIZE], size_t index)
{
    snprintf(out, WAS_SIZE, "was.%s", id_at(index));
}

static void build(struct form *form)
{
    char was[WAS_SIZE];
    for (size_t i = 0; i < FIELDS; i++)
        person_form_add(form, fields[i]);
    form_add(form, FORM_DATE, field_death, _("Died on"));
    for (size_t i = 0; i < ALL_FIELDS; i++) {
        write_was(was, i);
        form_add_hidden(form, was);
    }
    form_add_hidden(form, field_changed_at);
    form_button(form, _("Keep the changes"));
}

/* The form begins with what is kept. */
static void begin(struct form *form, const struct person *person)
{
    char was[WAS_SIZE], death[PERSON_DATE_SIZE] = "";
    person_form_write(form, person);
    if (person->has_death)
        person_text_day(death, person->death);
    form_set(form, field_death, death);
    form_set(form, field_changed_at, person->changed_at);
    for (size_t i = 0; i < ALL_FIELDS; i++) {
        write_was(was, i);
        form_set(form, was, form_value(form, id_at(i)));
    }
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
        begin(&fresh, &change->person);
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

/* NULL: it can be kept. */
static const char *death_fault(const struct form *form)
{
    struct day death;
    struct person person = { .sex = SEX_NOT_KNOWN };
    bool is_early = false;
    if (form_value(form, field_death)[0] == '\0')
        return NULL;
    if (!person_form_read_day(&death, form, field_death))
        return _("The whole day is needed, not one to come: 14.06.1991.");
    if (person_form_read(form, &person, NULL) == STATUS_OK)
        is_early = person.has_birth && day_compare(death, person.birth.day) < 0;
    person_release(&person);
    return is_early ? _("Nobody dies before being born.  Check both dates.") : NULL;
}

static void read_death(const struct form *form, struct person *person)
{
    person->has_death = person_form_read_day(&person->death, form, field_death);
    if (person->has_death && person->state == PERSON_STATE_ACTIVE)
        person->state = PERSON_STATE_DIED;
    else if (!person->has_death && person->state == PERSON_STATE_DIED)
        person->state = PERSON_STATE_ACTIVE;
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
    read_death(&change->form, &change->person);
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

/* What was typed goes over what is kept now; all else becomes what is kept now. */
static void take_others(struct app *app, struct change_view *change)
{
    char was[WAS_SIZE];
    struct form kept;
    form_init(&kept, app_today(app));
    build(&kept);
    begin(&kept, &change->person);
    for (size_t i = 0; i < ALL_FIELDS; i++) {
        const char *id = id_at(i);
        write_was(was, i);
        if (strcmp(form_value(&change->form, id), form_value(&change->form, was)) == 0)
            form_set(&change->form, id, form_value(&kept, id));
        form_set(&change->form, was, form_value(&kept, id));
    }
    form_set(&change->form, field_changed_at, change->person.changed_at);
    change->form.is_dirty = true;
    form_release(&kept);
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
        take_others(app, change);
        form_focus_empty(&change->form);
        app_say(app, _("Both are in the form now.  Look at it; Enter on the button keeps it."));
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
        _("Put my changes on top of what the other changed"),
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
    size_t fault = person_form_first_fault(form);
    struct form_field *death = form_find(form, field_death);
    form_field_fault(death, death_fault(form));
    if (fault == form->count && death != NULL && death->fault != NULL)
        fault = (size_t)(death - form->fields);
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
