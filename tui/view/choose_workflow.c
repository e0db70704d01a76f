/* SPDX-License-Identifier: Apache-2.0 */

/* A person's matter begins: first the workflows with what each is for, then the few words that the
 * casefile needs.  The second page is the same view with the workflow in its place. */
#include "base/array.h"
#include "base/ascii.h"
#include "household/household_store.h"
#include "language.h"
#include "person/person_store.h"
#include "view/choose_private.h"
#include "view/intake_private.h"
#include "view/person_form.h"
#include "view/view_list.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ISSUE_COLUMNS = 60 };

bool choose_is_second(const struct view *view)
{
    return view->place.detail[0] != '\0';
}

/* ---- loading */

struct filling {
    struct choose_view *choose;
    struct casefile_desk *desk;
};

static bool take_path(void *self, const struct definition_note *note)
{
    const struct filling *filling = self;
    struct choose_view *choose = filling->choose;
    const struct definition *definition;
    if (!note->is_newest ||
        definition_cache_find(filling->desk->definitions, filling->desk->store, note->workflow,
                              note->version, &definition, NULL) != STATUS_OK ||
        array_reserve(&choose->paths, &choose->path_capacity, sizeof(*choose->paths),
                      choose->path_count + 1, NULL) != STATUS_OK)
        return true;
    struct workflow_path *path = &choose->paths[choose->path_count++];
    *path = (struct workflow_path){ .title = definition->title,
                                    .purpose = definition->purpose,
                                    .is_own = note->is_own };
    memcpy(path->id, note->workflow, sizeof(path->id));
    return true;
}

static enum status load_person(struct choose_view *choose, struct store *store, struct error *error)
{
    struct person person;
    const char *id = choose->view.place.subject;
    enum status status = person_load(store, id, &person, error);
    if (status != STATUS_OK)
        return status;
    const struct person_name *name = person_main_name(&person);
    free(choose->name);
    choose->name = strdup(name == NULL ? "?" : name->full_name);
    person_release(&person);
    const struct casefile_filter filter = { .has_state = true,
                                            .state = CASEFILE_OPEN,
                                            .person_id = id };
    casefile_list_release(&choose->casefiles);
    choose->casefiles = (struct casefile_list){ .items = NULL };
    return casefile_list(store, &filter, &choose->casefiles, error);
}

/* A casefile can be about the whole household, if there is exactly one. */
static enum status load_household(struct choose_view *choose, struct store *store,
                                  struct error *error)
{
    struct household_member_list list = { .items = NULL };
    choose->household_id[0] = '\0';
    enum status status = household_of_person(store, choose->view.place.subject, &list, error);
    /* Present memberships come first. */
    if (status == STATUS_OK && list.count > 0 && !list.items[0].has_left_on &&
        (list.count < 2 || list.items[1].has_left_on))
        memcpy(choose->household_id, list.items[0].household_id, UUID_TEXT_SIZE);
    free(list.items);
    return status;
}

const struct workflow_path *choose_path(const struct choose_view *choose)
{
    for (size_t i = 0; i < choose->path_count; i++)
        if (strcmp(choose->paths[i].id, choose->view.place.detail) == 0)
            return &choose->paths[i];
    return NULL;
}

/* ---- the form of the second page */

static bool take_user(void *self, const struct office_user *user)
{
    if (user->is_active)
        form_field_option(self, user->id, user->name);
    return true;
}

/* Only a supervisor gives casefiles to others. */
static void add_users(struct app *app, struct form *form)
{
    struct session *session = app_session(app);
    struct form_field *field = form_add(form, FORM_CHOICE, "assigned_to", _("Who works on it"));
    if (field == NULL)
        return;
    if (!session_may(session, ACT_ASSIGN_CASES) ||
        office_each_user(session->desk.office, take_user, field, NULL) != STATUS_OK)
        form_field_option(field, session->desk.desk.actor, session_user_name(session));
    form_field_option(field, "-", _("nobody yet"));
    form_set(form, "assigned_to", session->desk.desk.actor);
}

static void add_codes(struct form *form)
{
    struct form_field *urgency = form_add(form, FORM_CHOICE, "urgency", _("Urgency"));
    for (enum casefile_urgency each = 0; each < CASEFILE_URGENCY_COUNT; each++)
        form_field_option(urgency, casefile_urgency_word(each), case_text_urgency(each));
    form_set(form, "urgency", casefile_urgency_word(CASEFILE_NORMAL));
    struct form_field *intake = form_add(form, FORM_CHOICE, "intake", _("How they came"));
    for (enum casefile_intake each = CASEFILE_WALK_IN; each < CASEFILE_INTAKE_COUNT; each++)
        form_field_option(intake, casefile_intake_word(each), case_text_intake(each));
}

static void build(struct app *app, const struct choose_view *choose, struct form *form)
{
    char button[FRAME_TEXT_SIZE];
    const struct workflow_path *path = choose_path(choose);
    struct form_field *issue = form_add(form, FORM_LINES, "issue", _("What it is about"));
    if (issue != NULL) {
        issue->input.max = CASEFILE_REMARK_MAX;
        issue->columns = ISSUE_COLUMNS;
    }
    add_codes(form);
    add_users(app, form);
    if (choose->household_id[0] != '\0') {
        struct form_field *household =
            form_add(form, FORM_CHOICE, "household", _("For the whole household"));
        form_field_option(household, "yes", _("yes"));
        form_field_option(household, "no", _("no"));
        form_set(form, "household", "no");
    }
    snprintf(button, sizeof(button), _("Open the casefile: %s"),
             path == NULL ? "" : workflow_text(path->title));
    form_button(form, button);
}

static void load_form(struct app *app, struct choose_view *choose)
{
    struct form fresh;
    if (!choose_is_second(&choose->view))
        return;
    form_init(&fresh, app_today(app));
    build(app, choose, &fresh);
    if (choose->view.is_loaded)
        person_form_carry(&fresh, &choose->form);
    else
        form_focus_first(&fresh);
    choose->form = fresh;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct choose_view *choose = (struct choose_view *)view;
    struct filling filling = { choose, app_desk(app) };
    choose->path_count = 0;
    if (!session_may(app_session(app), ACT_READ_PEOPLE) ||
        (choose_is_second(view) && !session_may(app_session(app), ACT_WORK_CASES)))
        return error_set(error, STATUS_REFUSED, "opening casefiles");
    enum status status = load_person(choose, app_store(app), error);
    if (status == STATUS_OK)
        status = load_household(choose, app_store(app), error);
    if (status == STATUS_OK)
        status = definition_store_each(filling.desk->definitions, filling.desk->store, take_path,
                                       &filling, error);
    if (status != STATUS_OK)
        return status;
    if (choose_is_second(view) && choose_path(choose) == NULL)
        return error_set(error, STATUS_NOT_FOUND, "a workflow");
    list_set_count(&choose->list, choose->path_count);
    load_form(app, choose);
    return STATUS_OK;
}

static void release(struct view *view)
{
    struct choose_view *choose = (struct choose_view *)view;
    form_release(&choose->form);
    casefile_list_release(&choose->casefiles);
    free(choose->name);
    free(choose->paths);
}

static struct form *choose_form(struct view *view)
{
    return choose_is_second(view) ? &((struct choose_view *)view)->form : NULL;
}

static const char *draft_form(const struct view *view)
{
    return choose_is_second(view) ? "choose_workflow" : NULL;
}

/* ---- opening */

static void say_failure(struct app *app, const struct error *error)
{
    if (error->status == STATUS_INVALID)
        app_say(app, _("The office file does not say which office and country this is, so that "
                       "casefiles cannot be numbered.  A supervisor sets both in the settings."));
    else if (error->status == STATUS_REFUSED)
        app_say(app, _("The record of this person was merged into another one or erased: open the "
                       "casefile for the other one."));
    else
        app_fail(app, error);
}

/* Both pages go; the casefile takes their place. */
static void go_to(struct app *app, struct view *view, const char *casefile_id)
{
    struct place place = { .subject = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", casefile_id);
    app_drop_draft(app, view);
    const struct view *below = app_below(app, view);
    if (below != NULL && below->class == &choose_workflow_view_class)
        app_back(app);
    app_replace(app, &casefile_view_class, &place);
}

static void read_form(const struct choose_view *choose, struct casefile_opening *opening)
{
    const struct form *form = &choose->form;
    const char *assigned = form_value(form, "assigned_to");
    const char *issue = form_value(form, "issue");
    if (casefile_urgency_parse(&opening->urgency, form_value(form, "urgency"), NULL) != STATUS_OK)
        opening->urgency = CASEFILE_NORMAL;
    if (casefile_intake_parse(&opening->intake, form_value(form, "intake"), NULL) != STATUS_OK)
        opening->intake = CASEFILE_INTAKE_NOT_KNOWN;
    opening->assigned_to = assigned[0] == '\0' || assigned[0] == '-' ? NULL : assigned;
    opening->issue = issue[0] == '\0' ? NULL : issue;
    opening->household_id =
        strcmp(form_value(form, "household"), "yes") == 0 ? choose->household_id : NULL;
}

static void submit(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct casefile_opened opened = { .id = "" };
    const struct choose_view *choose = (const struct choose_view *)view;
    struct casefile_opening opening = { .person_id = view->place.subject,
                                        .workflow = view->place.detail,
                                        .opened_on = app_today(app) };
    read_form(choose, &opening);
    const enum status status = casefile_open(app_desk(app), &opening, &opened, &error);
    if (status == STATUS_OK) {
        app_remember_form(app, "choose_workflow", &choose->form);
        go_to(app, view, opened.id);
        app_say_with(app, _("The casefile is open: %s."), opened.number);
    } else if (status == STATUS_EXISTS) {
        go_to(app, view, opened.id);
        app_say_with(app, _("This person has an open casefile of this workflow already: %s."),
                     opened.number);
    } else
        say_failure(app, &error);
}

/* ---- the first page */

static void choose_at(struct app *app, struct view *view, size_t index)
{
    struct place place = view->place;
    const struct choose_view *choose = (const struct choose_view *)view;
    if (index >= choose->path_count)
        return;
    if (!session_may(app_session(app), ACT_WORK_CASES)) {
        app_say(app, _("Your role cannot open casefiles.  Whoever can finds this person with F3."));
        return;
    }
    snprintf(place.detail, sizeof(place.detail), "%s", choose->paths[index].id);
    app_open(app, &choose_workflow_view_class, &place);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct choose_view *choose = (struct choose_view *)view;
    if (choose_is_second(view))
        return false;
    if (list_handle(&choose->list, key, 3))
        return true;
    if (key->code == CODE_ENTER)
        choose_at(app, view, choose->list.selected);
    else if (key->code == CODE_TEXT && ascii_is_digit(key->text[0]) && key->text[0] != '0')
        choose_at(app, view, (size_t)(key->text[0] - '1'));
    else
        return false;
    return true;
}

static bool is_first(const struct app *app, const struct view *view)
{
    (void)app;
    return !choose_is_second(view);
}

static void next_of_family(struct app *app, struct view *view)
{
    char id[UUID_TEXT_SIZE];
    memcpy(id, view->place.subject, sizeof(id));
    intake_open_family(app, id);
}

/* In the place of this page: a bus full of people must not fill the stack. */
static void next_person(struct app *app, struct view *view)
{
    (void)view;
    app_replace(app, &intake_view_class, NULL);
}

static void open_person(struct app *app, struct view *view)
{
    struct place place = { .subject = "" };
    memcpy(place.subject, view->place.subject, sizeof(place.subject));
    app_open(app, &person_view_class, &place);
}

static const struct action action_family = {
    "family", NC_("key bar", "Family"),
    N_("Take in another of the same family; they share a household")
};
static const struct action action_record = { "record", NC_("key bar", "Record"),
                                             N_("Open the record of this person") };

static const struct binding keymap[] = {
    { "<F6>", &action_family, next_of_family, is_first },
    { "f", &action_family, next_of_family, is_first },
    { "<F7>", &action_new_person, next_person, is_first },
    { "o", &action_record, open_person, is_first },
    { .action = NULL },
};

const struct view_class choose_workflow_view_class = {
    .name = "choose_workflow",
    .about = N_("Which way this person's matter goes.  Each workflow says what it is for; a "
                "casefile is opened on it.  It can wait: the person is kept already."),
    .size = sizeof(struct choose_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = choose_draw,
    .handle = handle,
    .form = choose_form,
    .submit = submit,
    .draft_form = draft_form,
    .release = release,
};
