/* SPDX-License-Identifier: Apache-2.0 */

/* A person's matter begins: first the workflows with what each is for, then the few words that the
 * casefile needs.  The second page is the same view with the workflow in its place. */
#include "base/array.h"
#include "base/ascii.h"
#include "casefile/casefile_store.h"
#include "household/household_store.h"
#include "language.h"
#include "person/person_store.h"
#include "view/intake_private.h"
#include "view/person_form.h"
#include "view/view_list.h"
#include "widget/list.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ISSUE_COLUMNS = 60, TEXT_COLUMN = 6, DIGITS = 9 };

/* Owns nothing: texts are the definition's, in English. */
struct path {
    char id[CASEFILE_WORKFLOW_SIZE];
    const char *title;
    const char *purpose;
    bool is_own;
};

struct choose_view {
    struct view view; /* subject: the person; detail: the workflow, "" for the list of them */
    char *name;
    char household_id[UUID_TEXT_SIZE]; /* "" when the person is in none, or in several */
    struct casefile_list casefiles;    /* open ones of the person */
    struct path *paths;
    size_t path_count;
    size_t path_capacity;
    struct list list;
    struct form form; /* of the second page */
};

static bool is_second(const struct view *view)
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
    struct path *path = &choose->paths[choose->path_count++];
    *path = (struct path){ .title = definition->title,
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

static const struct path *chosen_path(const struct choose_view *choose)
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
    if (!session_may(session, ACT_ASSIGN_CASES))
        form_field_option(field, session->desk.desk.actor, session_user_name(session));
    else if (office_each_user(session->desk.office, take_user, field, NULL) != STATUS_OK)
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
    const struct path *path = chosen_path(choose);
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
    if (!is_second(&choose->view))
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
    enum status status = load_person(choose, app_store(app), error);
    if (status == STATUS_OK)
        status = load_household(choose, app_store(app), error);
    if (status == STATUS_OK)
        status = definition_store_each(filling.desk->definitions, filling.desk->store, take_path,
                                       &filling, error);
    if (status != STATUS_OK)
        return status;
    if (is_second(view) && chosen_path(choose) == NULL)
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
    return is_second(view) ? &((struct choose_view *)view)->form : NULL;
}

static const char *draft_form(const struct view *view)
{
    return is_second(view) ? "choose_workflow" : NULL;
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
    if (is_second(view))
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
    return !is_second(view);
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

/* ---- showing */

static int path_rows(const struct path *path, int columns)
{
    const char *purpose = path->purpose == NULL ? "" : workflow_text(path->purpose);
    return 2 + (purpose[0] == '\0' ? 0 : paragraph_rows(purpose, columns - TEXT_COLUMN - 1));
}

static void draw_path(const struct choose_view *choose, size_t index, struct area area)
{
    char number[16] = "";
    const struct path *path = &choose->paths[index];
    if (index == choose->list.selected) {
        area_text(area, 0, 1, STYLE_STRONG, ">");
        area_cursor(area, 0, 1);
    }
    if (index < DIGITS)
        snprintf(number, sizeof(number), "%zu", index + 1);
    area_text(area, 0, 3, STYLE_PLAIN, number);
    const int used = area_text(area, 0, TEXT_COLUMN, STYLE_STRONG, workflow_text(path->title));
    if (path->is_own)
        area_text(area, 0, TEXT_COLUMN + used + 2, STYLE_PLAIN, _("the office's own"));
    if (path->purpose != NULL)
        area_paragraph(area_part(area, 0, 0, area.rows, area.columns - 1), 1, TEXT_COLUMN,
                       STYLE_PLAIN, workflow_text(path->purpose));
}

/* From which one on, so that the marked one is seen whole. */
static size_t first_shown(const struct choose_view *choose, struct area area)
{
    size_t first = 0;
    int rows = 0;
    for (size_t i = 0; i <= choose->list.selected && i < choose->path_count; i++) {
        rows += path_rows(&choose->paths[i], area.columns);
        while (rows > area.rows && first < i)
            rows -= path_rows(&choose->paths[first++], area.columns);
    }
    return first;
}

static void draw_list(const struct choose_view *choose, struct area area)
{
    int row = 0;
    for (size_t i = first_shown(choose, area); i < choose->path_count && row < area.rows; i++) {
        const int rows = path_rows(&choose->paths[i], area.columns);
        draw_path(choose, i, area_part(area, row, 0, rows, area.columns));
        row += rows;
    }
    if (choose->path_count == 0)
        area_paragraph(area, 0, 1, STYLE_PLAIN, _("There is no workflow here."));
}

static void write_open(FILE *stream, const struct choose_view *choose)
{
    fputs(_("Open already:"), stream);
    for (size_t i = 0; i < choose->casefiles.count; i++)
        fprintf(stream, "%s %s", i == 0 ? "" : ",", choose->casefiles.items[i].number);
}

static void draw_open(const struct choose_view *choose, struct area area, int row)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = choose->casefiles.count == 0 ? NULL : open_memstream(&text, &size);
    if (stream == NULL)
        return;
    write_open(stream, choose);
    if (fclose(stream) == 0)
        area_fit(area, row, 1, area.columns - 2, STYLE_PLAIN, text);
    free(text);
}

static void draw_first(const struct choose_view *choose, struct frame *frame)
{
    struct area body = frame->body;
    const bool is_low = body.rows < 14;
    const int head = is_low ? 1 : 2 + (choose->casefiles.count > 0 ? 1 : 0);
    area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, choose->name == NULL ? "" : choose->name);
    if (!is_low)
        draw_open(choose, body, 1);
    draw_list(choose, area_part(body, head, 0, body.rows - head - (is_low ? 0 : 2), body.columns));
    if (!is_low)
        area_fit(body, body.rows - 1, 1, body.columns - 2, STYLE_PLAIN,
                 _("F another of the same family   F7 next new person   O open the record"));
    snprintf(frame->title, sizeof(frame->title), "%s", _("Choose the workflow"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             _("Enter or its number takes the workflow.  Esc leaves it for later."));
}

static void draw_second(const struct choose_view *choose, struct frame *frame)
{
    struct area body = frame->body;
    int row = 0;
    const struct path *path = chosen_path(choose);
    snprintf(frame->title, sizeof(frame->title), "%s",
             path == NULL ? "" : workflow_text(path->title));
    if (body.rows >= 14 && path != NULL) {
        area_fit(body, row++, 1, body.columns - 2, STYLE_STRONG, choose->name);
        if (path->purpose != NULL)
            row += area_paragraph(area_part(body, 0, 0, body.rows, body.columns - 1), row, 1,
                                  STYLE_PLAIN, workflow_text(path->purpose));
        row++;
    }
    form_draw(&choose->form, area_part(body, row, 0, body.rows - row, body.columns));
    form_write_next(&choose->form, frame->next, sizeof(frame->next));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct choose_view *choose = (const struct choose_view *)view;
    (void)app;
    if (is_second(view))
        draw_second(choose, frame);
    else
        draw_first(choose, frame);
}

const struct view_class choose_workflow_view_class = {
    .name = "choose_workflow",
    .about = N_("Which way this person's matter goes.  Each workflow says what it is for; a "
                "casefile is opened on it.  It can wait: the person is kept already."),
    .size = sizeof(struct choose_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .form = choose_form,
    .submit = submit,
    .draft_form = draft_form,
    .release = release,
};
