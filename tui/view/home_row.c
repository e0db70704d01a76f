/* SPDX-License-Identifier: Apache-2.0 */

/* The lines of "my day": what each says, and what it opens. */
#include "view/home_private.h"

#include "base/array.h"
#include "base/text.h"
#include "casefile/casefile_store.h"
#include "casefile/step_store.h"
#include "command/day_page.h"
#include "compartment/sealed_draft.h"
#include "hotline/contact_store.h"
#include "language.h"
#include "name/script.h"
#include "person/person_store.h"
#include "store/draft_fields.h"
#include "view/intake_private.h"
#include "view/view_list.h"
#include "wording/day_text.h"
#include "wording/due_text.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum status home_row_add(struct home_rows *rows, struct home_row **out, struct error *error)
{
    enum status status =
        array_reserve(&rows->items, &rows->capacity, sizeof(*rows->items), rows->count + 1, error);
    if (status != STATUS_OK)
        return status;
    *out = &rows->items[rows->count++];
    **out = (struct home_row){ .class = NULL };
    return STATUS_OK;
}

void home_rows_release(struct home_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        text_wipe(&rows->items[i].name);
        text_wipe(&rows->items[i].title);
    }
    free(rows->items);
    *rows = (struct home_rows){ .items = NULL };
}

static void place_set(struct home_row *row, const struct view_class *class, const char *subject,
                      const char *detail)
{
    row->class = class;
    snprintf(row->place.subject, sizeof(row->place.subject), "%s", subject);
    snprintf(row->place.detail, sizeof(row->place.detail), "%s", detail);
}

/* ---- drafts */

static const char step_form[] = "step/";

/* Other forms: the names of the views that go on with them, and what they are about. */
static const struct {
    const char *form;
    const char *views[2]; /* the first that there is */
    const char *detail;   /* of the place */
    const char *words;
    bool is_of_both; /* of a casefile or, with the detail "person", of a person */
} draft_forms[] = {
    { "intake", { "intake" }, "", N_("new person"), false },
    { "choose_workflow", { "choose_workflow" }, "", N_("choose a workflow"), false },
    { "person_change", { "person_change", "person" }, "", N_("changes of a person"), false },
    { "note", { "note", "notes" }, "", N_("a note"), true },
    { "correction", { "note" }, "correction", N_("the correction of a note"), false },
    { "referral", { "refer", "referral" }, "", N_("a referral"), false },
    { "agency", { "agency" }, "", N_("an organisation"), false },
    { "contact", { "contact" }, "", N_("a contact of the hotline"), false },
    { "contact_correction", { "contact" }, "correction", N_("the correction of a contact"), false },
};

struct draft_visit {
    struct home_rows *rows;
    struct app *app;
    enum status status;
    struct error *error;
};

void home_moment_text(char out[HOME_WHEN_SIZE], const char *moment, struct day today)
{
    enum { DAY_LENGTH = 10, HOUR_LENGTH = 5 };
    char local[LOCAL_TIME_SIZE], short_day[DUE_TEXT_SIZE], day_part[DAY_LENGTH + 1];
    struct day day;
    local_time_format(local, moment);
    snprintf(out, HOME_WHEN_SIZE, "%s", local);
    snprintf(day_part, sizeof(day_part), "%.*s", DAY_LENGTH, local);
    if (day_parse(&day, day_part, NULL) != STATUS_OK || strlen(local) <= DAY_LENGTH)
        return;
    due_text_day(short_day, day, today);
    if (day_compare(day, today) == 0)
        snprintf(out, HOME_WHEN_SIZE, "%.*s", HOUR_LENGTH, local + DAY_LENGTH + 1);
    else
        snprintf(out, HOME_WHEN_SIZE, "%s", short_day);
}

static enum status copy_name(char **out, struct store *store, const char *person_id,
                             struct error *error)
{
    struct person person;
    enum status status = person_load(store, person_id, &person, error);
    if (status != STATUS_OK)
        return status;
    const struct person_name *name = person_main_name(&person);
    if (name != NULL)
        status = text_copy(out, name->full_name, error);
    person_release(&person);
    return status;
}

/* Whose casefile it is; what is gone is none of ours. */
static enum status describe_casefile(struct home_row *row, struct app *app, const char *id,
                                     struct casefile *casefile, struct error *error)
{
    enum status status = casefile_load(app_store(app), id, casefile, error);
    if (status != STATUS_OK)
        return status;
    memcpy(row->number, casefile->number, sizeof(row->number));
    return casefile->is_restricted
               ? text_copy(&row->name, _("(restricted)"), error)
               : copy_name(&row->name, app_store(app), casefile->person_id, error);
}

struct step_end {
    bool is_ended;
    char by[UUID_TEXT_SIZE]; /* "": not known */
};

static bool look_at_end(void *self, const struct step_note *note)
{
    struct step_end *end = self;
    end->is_ended = strcmp(note->state, "done") == 0 || strcmp(note->state, "skipped") == 0 ||
                    strcmp(note->state, "refused") == 0 ||
                    strcmp(note->state, "asked_approval") == 0;
    snprintf(end->by, sizeof(end->by), "%s", note->finished_by == NULL ? "" : note->finished_by);
    return false;
}

/* A draft of what nobody can fill in any more is not to be finished: it says so. */
static enum status title_step(char **out, struct app *app, const struct casefile *casefile,
                              const char *step, struct error *error)
{
    enum { TITLE_SIZE = 600 };
    char text[TITLE_SIZE];
    struct case_desk *desk = &app_session(app)->desk;
    struct step_end end = { .is_ended = false };
    const char *title = case_desk_step_title(desk, casefile->workflow, casefile->version, step);
    enum status status =
        step_each_note(app_store(app), casefile->id, step, look_at_end, &end, error);
    if (status != STATUS_OK)
        return status;
    if (casefile->state != CASEFILE_OPEN)
        snprintf(text, sizeof(text), "%s: %s", _("casefile closed, draft left"), title);
    else if (end.is_ended && end.by[0] != '\0')
        /* TRANSLATORS: a user, and a step whose draft is left; narrow: about 35 columns. */
        snprintf(text, sizeof(text), _("finished by %s, draft left: %s"),
                 case_desk_user_name(desk, end.by), title);
    else if (end.is_ended)
        snprintf(text, sizeof(text), "%s: %s", _("finished, draft left"), title);
    else
        snprintf(text, sizeof(text), "%s", title);
    return text_copy(out, text, error);
}

static enum status describe_step(struct home_row *row, struct app *app, const char *step,
                                 struct error *error)
{
    struct casefile casefile = { .issue = NULL };
    enum status status = describe_casefile(row, app, row->place.subject, &casefile, error);
    if (status == STATUS_OK)
        status = title_step(&row->title, app, &casefile, step, error);
    casefile_release(&casefile);
    return status;
}

/* A casefile or a person, or something else that needs no words. */
static enum status describe_subject(struct home_row *row, struct app *app, bool is_of_both,
                                    struct error *error)
{
    struct casefile casefile = { .issue = NULL };
    if (row->place.subject[0] == '\0')
        return STATUS_OK;
    enum status status = describe_casefile(row, app, row->place.subject, &casefile, error);
    casefile_release(&casefile);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = copy_name(&row->name, app_store(app), row->place.subject, error);
    if (status == STATUS_OK && is_of_both)
        snprintf(row->place.detail, sizeof(row->place.detail), "person");
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

/* ---- somebody who is not kept yet */

struct newcomer {
    char *surname;
    char *given_name;
    char *other_name;
    char family[PLACE_DETAIL_SIZE]; /* the id of whose family it is; "" for nobody's */
};

static void newcomer_read(void *self, const struct draft_field *field)
{
    struct newcomer *newcomer = self;
    char **part = strcmp(field->name, "surname") == 0           ? &newcomer->surname
                  : strcmp(field->name, "given_name") == 0      ? &newcomer->given_name
                  : strcmp(field->name, intake_other_name) == 0 ? &newcomer->other_name
                                                                : NULL;
    if (part != NULL && *part == NULL)
        *part = strdup(field->value);
    if (strcmp(field->name, intake_family_field) == 0)
        snprintf(newcomer->family, sizeof(newcomer->family), "%s", field->value);
}

static enum status newcomer_name(char **out, const struct newcomer *newcomer, struct error *error)
{
    char *first = NULL;
    const char *surname = newcomer->surname == NULL ? "" : newcomer->surname;
    const char *given = newcomer->given_name == NULL ? "" : newcomer->given_name;
    /* Arabic letters, which run the other way, are not for a column of a list. */
    if (script_of(surname[0] == '\0' ? given : surname) == NAME_SCRIPT_ARABIC &&
        newcomer->other_name != NULL && newcomer->other_name[0] != '\0')
        return text_copy(out, newcomer->other_name, error);
    if (surname[0] == '\0' || given[0] == '\0')
        return text_copy(out,
                         surname[0] != '\0' ? surname
                         : given[0] != '\0' ? given
                                            : _("(no name yet)"),
                         error);
    enum status status = text_join(&first, surname, " ", error);
    if (status == STATUS_OK)
        status = text_join(out, first, given, error);
    text_wipe(&first);
    return status;
}

/* By the name that was typed so far. */
static enum status describe_newcomer(struct home_row *row, struct app *app, struct error *error)
{
    struct draft draft;
    struct newcomer newcomer = { .surname = NULL };
    const struct draft_key key = { app_session(app)->desk.desk.actor, intake_form_name,
                                   row->place.subject };
    enum status status = sealed_draft_load(app_store(app), &key, &draft, error);
    if (status != STATUS_OK)
        return status;
    status = draft_fields_read(app_store(app), draft.fields, newcomer_read, &newcomer, error);
    draft_release(&draft);
    memcpy(row->place.detail, newcomer.family, sizeof(row->place.detail));
    if (status == STATUS_OK)
        status = newcomer_name(&row->name, &newcomer, error);
    text_wipe(&newcomer.surname);
    text_wipe(&newcomer.given_name);
    text_wipe(&newcomer.other_name);
    return status;
}

static enum status describe_form(struct home_row *row, struct app *app, size_t form,
                                 const struct draft_summary *draft, struct error *error)
{
    const struct view_class *class = view_list_find(draft_forms[form].views[0]);
    if (class == NULL && draft_forms[form].views[1] != NULL)
        class = view_list_find(draft_forms[form].views[1]);
    if (class == NULL)
        return STATUS_NOT_FOUND;
    place_set(row, class, draft->subject, draft_forms[form].detail);
    enum status status = text_copy(&row->title, language_text(draft_forms[form].words), error);
    if (status == STATUS_OK && class == &intake_view_class)
        return describe_newcomer(row, app, error);
    return status == STATUS_OK ? describe_subject(row, app, draft_forms[form].is_of_both, error)
                               : status;
}

static enum status describe(struct home_row *row, struct app *app,
                            const struct draft_summary *draft, struct error *error)
{
    const size_t length = sizeof(step_form) - 1;
    if (strncmp(draft->form, step_form, length) == 0) {
        place_set(row, &casefile_view_class, draft->subject, draft->form + length);
        return describe_step(row, app, draft->form + length, error);
    }
    for (size_t i = 0; i < sizeof(draft_forms) / sizeof(draft_forms[0]); i++)
        if (strcmp(draft->form, draft_forms[i].form) == 0)
            return describe_form(row, app, i, draft, error);
    return STATUS_NOT_FOUND;
}

static void visit_draft(void *self, const struct draft_summary *draft)
{
    struct draft_visit *visit = self;
    struct home_row row = { .class = NULL }, *added;
    if (visit->status != STATUS_OK ||
        visit->rows->count - visit->rows->alert_count - visit->rows->glass_count == HOME_DRAFTS_MAX)
        return;
    home_moment_text(row.when, draft->saved_at, app_today(visit->app));
    if (describe(&row, visit->app, draft, NULL) == STATUS_OK)
        visit->status = home_row_add(visit->rows, &added, visit->error);
    else
        visit->status = STATUS_NOT_FOUND;
    if (visit->status == STATUS_OK) {
        *added = row;
        return;
    }
    text_wipe(&row.name);
    text_wipe(&row.title);
    if (visit->status == STATUS_NOT_FOUND) /* not one that "my day" can lead to */
        visit->status = STATUS_OK;
}

enum status home_rows_add_drafts(struct home_rows *rows, struct app *app, struct error *error)
{
    struct draft_visit visit = { rows, app, STATUS_OK, error };
    enum status status = sealed_draft_list(app_store(app), app_session(app)->desk.desk.actor,
                                           visit_draft, &visit, error);
    rows->draft_count = rows->count - rows->alert_count - rows->glass_count;
    return status == STATUS_OK ? visit.status : status;
}

/* ---- the day */

static void find_place(struct home_row *row, const struct day_entry *entry)
{
    if (entry->is_appointment)
        place_set(row, &appointments_view_class, entry->casefile_id, "");
    else if (entry->casefile_id[0] == '\0')
        place_set(row, &tasks_view_class, "", "");
    else
        place_set(row, &casefile_view_class, entry->casefile_id, entry->step);
}

enum status home_rows_add_day(struct home_rows *rows, struct app *app, const struct day_list *day,
                              struct error *error)
{
    struct case_desk *desk = &app_session(app)->desk;
    const struct day today = app_today(app);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < day->count && status == STATUS_OK; i++) {
        const struct day_entry *entry = &day->items[i];
        struct home_row *row;
        status = home_row_add(rows, &row, error);
        if (status != STATUS_OK)
            break;
        find_place(row, entry);
        day_text_when(row->when, entry, today);
        row->is_late = entry->group == DAY_OVERDUE;
        memcpy(row->number, entry->number, sizeof(row->number));
        row->is_urgent = entry->is_urgent && entry->has_due;
        status = text_join(&row->title, day_text_kind(entry), day_entry_title(desk, entry), error);
        if (status == STATUS_OK && day_text_name(entry)[0] != '\0')
            status = text_copy(&row->name, day_text_name(entry), error);
    }
    return status;
}

/* ---- call-backs */

enum status home_rows_add_call_backs(struct home_rows *rows, struct app *app, struct error *error)
{
    const struct day today = app_today(app);
    const struct hotline_filter filter = { .only_open = true,
                                           .taken_by = app_session(app)->desk.desk.actor };
    struct hotline_list list;
    const size_t before = rows->count;
    enum status status = hotline_list(app_store(app), &filter, &list, error);
    for (size_t i = 0; status == STATUS_OK && i < list.count && i < HOME_DRAFTS_MAX; i++) {
        const struct hotline_contact *contact = &list.items[i];
        struct home_row *row;
        if (day_compare(contact->call_back_on, today) > 0)
            break; /* the others are later still */
        status = home_row_add(rows, &row, error);
        if (status != STATUS_OK)
            break;
        place_set(row, &hotline_view_class, contact->id, "");
        due_text(row->when, contact->call_back_on, today);
        row->is_late = day_compare(contact->call_back_on, today) < 0;
        status = text_copy(&row->title,
                           contact->call_back_time == NULL ? _("call-back of the hotline")
                                                           : contact->call_back_time,
                           error);
    }
    rows->call_back_count = rows->count - before;
    hotline_list_release(&list);
    return status;
}
