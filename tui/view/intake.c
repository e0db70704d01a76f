/* SPDX-License-Identifier: Apache-2.0 */

/* A new person: typed or scanned, compared with everybody who is kept already while that goes on,
 * kept in the end as one act. */
#include "base/text.h"
#include "language.h"
#include "person/person_store.h"
#include "view/dialog.h"
#include "view/intake_private.h"
#include "view/person_form.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD_ROWS_MIN = 14, ANSWER_SIZE = 240 };

/* ---- loading */

/* What was typed into a search. */
static void take_typed_name(struct intake_view *intake)
{
    struct intake_name name;
    intake_name_split(&name, intake->view.place.detail);
    form_set(&intake->form, "surname", name.surname);
    form_set(&intake->form, "given_name", name.given_name);
    form_set(&intake->form, "patronymic", name.patronymic);
}

/* What a family has in common. */
static enum status take_family(struct app *app, struct intake_view *intake, struct error *error)
{
    struct person person;
    struct contact_list contacts = { .items = NULL };
    const char *id = intake->family_id;
    enum status status = person_load(app_store(app), id, &person, error);
    if (status != STATUS_OK)
        return status;
    const struct person_name *name = person_main_name(&person);
    status = person_contacts(app_store(app), id, &contacts, error);
    if (!intake->view.is_loaded) {
        form_set(&intake->form, "surname",
                 name == NULL || name->surname == NULL ? "" : name->surname);
        form_set(&intake->form, "nationality", person.nationality);
        for (size_t i = contacts.count; i-- > 0;)
            if (contacts.items[i].kind == CONTACT_PHONE ||
                contacts.items[i].kind == CONTACT_ADDRESS)
                form_set(&intake->form,
                         contacts.items[i].kind == CONTACT_PHONE ? "phone" : "address",
                         contacts.items[i].value);
    }
    contact_list_release(&contacts);
    person_release(&person);
    return status;
}

static enum status load_family_name(struct app *app, struct intake_view *intake,
                                    struct error *error)
{
    struct person person;
    if (intake->family_id[0] == '\0' || intake->family_name != NULL)
        return STATUS_OK;
    enum status status = person_load(app_store(app), intake->family_id, &person, error);
    if (status != STATUS_OK)
        return status;
    const struct person_name *name = person_main_name(&person);
    status = text_copy(&intake->family_name, name == NULL ? "?" : name->full_name, error);
    person_release(&person);
    return status;
}

/* Each form has an id, under which its draft is kept. */
static void settle_place(struct intake_view *intake)
{
    struct place *place = &intake->view.place;
    if (place->subject[0] == '\0')
        uuid_new(place->subject);
    if (uuid_is_valid(place->detail))
        snprintf(intake->family_id, sizeof(intake->family_id), "%.36s", place->detail);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct intake_view *intake = (struct intake_view *)view;
    if (!session_may(app_session(app), ACT_KEEP_PEOPLE))
        return error_set(error, STATUS_REFUSED, "keeping people");
    settle_place(intake);
    enum status status = load_family_name(app, intake, error);
    if (status != STATUS_OK)
        return status;
    intake_form_build(app, intake);
    if (view->is_loaded)
        return STATUS_OK;
    if (intake->family_id[0] != '\0')
        status = take_family(app, intake, error);
    else if (view->place.detail[0] != '\0')
        take_typed_name(intake);
    intake_form_take_held(app, intake);
    if (view->place.detail[0] != '\0')
        form_focus(&intake->form, "given_name");
    intake_values_free(intake->begin);
    intake->begin = intake_values_of(&intake->form);
    intake_alike_find(app, intake);
    return status;
}

static struct form *intake_form(struct view *view)
{
    return &((struct intake_view *)view)->form;
}

static const char *draft_form(const struct view *view)
{
    (void)view;
    return intake_form_name;
}

static void release(struct view *view)
{
    struct intake_view *intake = (struct intake_view *)view;
    intake_alike_release(intake);
    intake_scan_forget(intake);
    intake_values_free(intake->begin);
    form_release(&intake->form);
    free(intake->family_name);
    free(intake->asked);
}

/* ---- typing */

static void left(struct app *app, struct view *view, size_t field)
{
    struct intake_view *intake = (struct intake_view *)view;
    intake_form_left(app, intake, field);
    intake_alike_find(app, intake);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    if (key->code != CODE_SCAN || key->pasted == NULL)
        return false;
    intake_scan(app, (struct intake_view *)view, key->pasted);
    return true;
}

/* ---- commands */

static bool has_alike(const struct app *app, const struct view *view)
{
    (void)app;
    return ((const struct intake_view *)view)->alike_count > 0;
}

static void chosen(struct app *app, struct view *below, size_t answer)
{
    intake_compare_with(app, (struct intake_view *)below, answer);
}

static void compare(struct app *app, struct view *view)
{
    char lines[DUPLICATES_MAX][ANSWER_SIZE];
    const char *answers[DUPLICATES_MAX];
    const struct intake_view *intake = (struct intake_view *)view;
    if (intake->alike_count == 1) {
        intake_compare_with(app, intake, 0);
        return;
    }
    for (size_t i = 0; i < intake->alike_count; i++) {
        const struct alike *alike = &intake->alikes[i];
        snprintf(lines[i], ANSWER_SIZE, "%s  %s  %s", alike->name == NULL ? "" : alike->name,
                 alike->birth, alike->number);
        answers[i] = lines[i];
    }
    const struct dialog_question question = {
        .title = _("Compare with whom?"),
        .answers = answers,
        .answer_count = intake->alike_count,
        .answered = chosen,
    };
    dialog_ask(app, &question);
}

static bool is_on_field(const struct app *app, const struct view *view)
{
    (void)app;
    return form_is_typing(&((const struct intake_view *)view)->form);
}

static void set_field(struct app *app, struct view *view)
{
    struct form *form = intake_form(view);
    struct form_field *field = form_focused(form);
    if (field == NULL || text_input_text(&field->input)[0] == '\0') {
        app_say(app, _("Type the value first that all records shall have."));
        return;
    }
    field->is_held = field->is_read_only = true;
    while (form->focus < form->count && !form_is_focusable(&form->fields[form->focus]))
        form->focus++;
    app_say(app, _("This value is set for the next records too, and the field is skipped."));
}

static bool has_set_field(const struct app *app, const struct view *view)
{
    (void)app;
    const struct form *form = &((const struct intake_view *)view)->form;
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].is_held && form->fields[i].is_read_only)
            return true;
    return false;
}

static void unset_fields(struct app *app, struct view *view)
{
    struct form *form = intake_form(view);
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].is_held)
            form->fields[i].is_held = form->fields[i].is_read_only = false;
    intake_form_keep_held(app, (struct intake_view *)view);
    app_say(app, _("No field is set or held any more."));
}

static const struct action action_set = {
    "set", NC_("key bar", "Set"),
    N_("Set this field's value for the next records and skip the field")
};
static const struct action action_unset = { "unset", NC_("key bar", "Unset"),
                                            N_("Let fields that are set be typed again") };

/* Whoever stands at the window first, or has no time to wait: this form waits in "my day". */
static void begin_anew(struct app *app, struct view *view)
{
    const struct intake_view *intake = (const struct intake_view *)view;
    if (intake_values_are(intake->begin, &intake->form)) {
        app_say(app, _("Nothing was typed here yet: take this form for the next person."));
        return;
    }
    intake_form(view)->is_dirty = true;
    app_keep_draft(app, view);
    if (intake_form(view)->is_dirty || app_replace(app, &intake_view_class, NULL) == NULL)
        return;
    app_say(app, _("The form before waits in \"my day\" as not finished."));
}

static const struct action action_undo_filling = {
    "undo_filling", NC_("key bar", "Undo"), N_("Take back all that was filled in from the paper")
};

static const struct action action_anew = {
    "begin_anew", NC_("key bar", "New"),
    N_("Keep this form for later and begin with another person")
};

static const struct binding keymap[] = {
    { "<F6>", &action_compare, compare, has_alike },
    { NULL, &action_set, set_field, is_on_field },
    { NULL, &action_unset, unset_fields, has_set_field },
    { "<F7>", &action_anew, begin_anew, NULL },
    { "<C-z>", &action_undo_filling, intake_scan_undo, intake_scan_can_undo },
    { .action = NULL },
};

/* ---- showing */

static int draw_head(const struct intake_view *intake, struct area body)
{
    char family[FRAME_TEXT_SIZE];
    if (body.rows < HEAD_ROWS_MIN)
        return 0;
    if (intake->family_name != NULL) {
        snprintf(family, sizeof(family), _("SAME FAMILY AS %s: they share a household."),
                 intake->family_name);
        area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, family);
        return 2;
    }
    const int used = area_text(body, 0, 1, STYLE_STRONG, _("NEW PERSON"));
    area_fit(body, 0, used + 6, body.columns - used - 7, STYLE_PLAIN,
             _("Scan a passport or ID now, or type."));
    return 2;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct intake_view *intake = (const struct intake_view *)view;
    struct area body = frame->body;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("New person"));
    const int head = draw_head(intake, body);
    const int box = intake_alike_rows(intake, body.rows);
    form_draw(&intake->form, area_part(body, head, 0, body.rows - head - box, body.columns));
    if (box > 0)
        intake_alike_draw(intake, area_part(body, body.rows - box, 0, box, body.columns));
    const struct form_field *field = form_focused(&intake->form);
    const bool is_free = field != NULL && !intake->form.lookup.is_open && field->hint == NULL;
    if (intake->alike_count > 0 && is_free)
        snprintf(frame->next, sizeof(frame->next), "%s",
                 _("F6 compares now.  Or go on typing; you are asked again at the end."));
    else
        form_write_next(&intake->form, frame->next, sizeof(frame->next));
}

const struct view_class intake_view_class = {
    .name = "intake",
    .about =
        N_("Here a new person is taken in.  Type what is known or scan the paper; what looks "
           "like somebody whom the office knows already is shown below.  Only a name is "
           "needed; the rest can be told later.  Several people can be half done: each waits in "
           "\"my day\"."),
    .size = sizeof(struct intake_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .form = intake_form,
    .submit = intake_finish,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
