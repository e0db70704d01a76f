/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person show: all that is known of a person, as a sheet or as JSON. */
#include "command/person/command.h"
#include "command/person/sheet.h"
#include "command/person/show_json.h"
#include "command/person/view.h"
#include "journal/journal_note.h"
#include "language.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <string.h>

enum { TEXT_SIZE = 2048 };

const struct option person_show_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* ---- papers and requests */

static void write_event(const struct person_view *view, const struct view_event *event)
{
    char text[TEXT_SIZE];
    char day[LOCAL_TIME_SIZE];
    if (event->has_since)
        day_format(day, event->since);
    else
        local_time_format(day, event->noted_at);
    snprintf(text, sizeof(text), "%.10s  %s  (%s)%s%s", day, label_document_state(event->state),
             user_names_find(&view->users, event->noted_by),
             event->circumstances == NULL ? "" : "  ",
             event->circumstances == NULL ? "" : event->circumstances);
    person_sheet_more(stdout, text);
}

static void write_papers(const struct person_view *view, struct day today)
{
    if (view->documents.count > 0)
        person_sheet_heading(stdout, _("PAPERS"));
    for (size_t i = 0; i < view->documents.count; i++) {
        const struct document *document = &view->documents.items[i];
        if (i > 0)
            putchar('\n');
        person_sheet_write_document(stdout, document, today);
        for (size_t j = 0; j < view->events.count; j++)
            if (strcmp(view->events.items[j].document_id, document->id) == 0)
                write_event(view, &view->events.items[j]);
    }
}

static void write_requests(const struct person_view *view, struct day today)
{
    if (view->requests.count > 0)
        person_sheet_heading(stdout, _("REQUESTS"));
    for (size_t i = 0; i < view->requests.count; i++) {
        const struct request *request = &view->requests.items[i];
        char text[TEXT_SIZE];
        char day[DAY_TEXT_SIZE] = "";
        bool is_overdue = request_is_overdue(request, today);
        person_sheet_line(stdout, label_request_state(request->state), request->addressee);
        person_sheet_more(stdout, request->about);
        if (!request->has_due_on)
            continue;
        day_format(day, request->due_on);
        snprintf(text, sizeof(text), "%s %s%s%s", _("answer due on"), day, is_overdue ? "  " : "",
                 is_overdue ? _("OVERDUE") : "");
        person_sheet_more(stdout, text);
    }
}

/* ---- the others */

static void write_member(const struct person_view *view, const struct view_member *member)
{
    char text[TEXT_SIZE];
    char left[DAY_TEXT_SIZE] = "";
    const struct household_member *membership = &member->membership;
    bool is_self = strcmp(membership->person_id, view->person.id) == 0;
    if (membership->has_left_on)
        day_format(left, membership->left_on);
    snprintf(text, sizeof(text), "%s%s%s%s%s%s", member->name, membership->is_head ? "  " : "",
             membership->is_head ? _("head") : "", membership->has_left_on ? "  " : "",
             membership->has_left_on ? _("left on") : "", membership->has_left_on ? " " : "");
    size_t length = strlen(text);
    snprintf(text + length, sizeof(text) - length, "%s%s%s", left, is_self ? "  " : "",
             is_self ? _("(this person)") : "");
    person_sheet_more(stdout, text);
}

static void write_households(const struct person_view *view)
{
    const char *household = "";
    for (size_t i = 0; i < view->members.count; i++) {
        const struct view_member *member = &view->members.items[i];
        if (i == 0)
            person_sheet_heading(stdout, _("HOUSEHOLD"));
        if (strcmp(household, member->membership.household_id) != 0)
            person_sheet_line(stdout, _("Household"),
                              member->household[0] == '\0' ? "-" : member->household);
        household = member->membership.household_id;
        write_member(view, member);
    }
}

static void write_relatives(const struct person_view *view)
{
    if (view->relatives.count > 0)
        person_sheet_heading(stdout, _("FAMILY"));
    for (size_t i = 0; i < view->relatives.count; i++) {
        const struct view_relative *relative = &view->relatives.items[i];
        char text[TEXT_SIZE];
        snprintf(text, sizeof(text), "%s  %s%s%s", relative->name, relative->relation.other_id,
                 relative->relation.is_proved ? "  " : "",
                 relative->relation.is_proved ? _("proved") : "");
        person_sheet_line(stdout, label_relation(relative->relation.kind), text);
    }
}

static void write_merges(const struct person_view *view)
{
    if (view->merges.count > 0)
        person_sheet_heading(stdout, _("MERGED INTO THIS RECORD"));
    for (size_t i = 0; i < view->merges.count; i++) {
        const struct view_merge *merge = &view->merges.items[i];
        char time[LOCAL_TIME_SIZE];
        char text[TEXT_SIZE];
        local_time_format(time, merge->merged_at);
        snprintf(text, sizeof(text), "%s  %.10s  (%s)", merge->id, time,
                 user_names_find(&view->users, merge->merged_by));
        person_sheet_line(stdout, merge->name[0] == '\0' ? "-" : merge->name, text);
        person_sheet_more(stdout, merge->reason);
    }
}

/* ---- the sheet */

static void write_erasure(const struct person_view *view)
{
    char time[LOCAL_TIME_SIZE];
    local_time_format(time, view->erased_at);
    person_sheet_line(stdout, _("Erased on"), time);
    person_sheet_line(stdout, _("by"), user_names_find(&view->users, view->erased_by));
    person_sheet_line(stdout, _("Reason"), view->erasure_reason);
}

static void write_sheet(const struct person_view *view, const char *asked, struct day today)
{
    char time[LOCAL_TIME_SIZE];
    const struct person *person = &view->person;
    if (strcmp(asked, person->id) != 0) {
        sentence_fill(stdout, _("The record %s was merged into this one:"), "%s", asked);
        fputs("\n\n", stdout);
    }
    puts(person->id);
    if (view->is_erased)
        write_erasure(view);
    if (person->is_demo)
        person_sheet_line(stdout, _("DEMO"), _("an invented person, for practice"));
    if (person->is_restricted)
        person_sheet_line(stdout, _("RESTRICTED"), _("show to nobody without need"));
    person_sheet_write_person(stdout, person, today);
    if (person->state != PERSON_STATE_ACTIVE)
        person_sheet_line(stdout, _("State of the record"), label_person_state(person->state));
    local_time_format(time, person->changed_at);
    person_sheet_line(stdout, _("Last changed"), time);
    if (view->contacts.count > 0)
        person_sheet_heading(stdout, _("CONTACT"));
    person_sheet_write_contacts(stdout, &view->contacts);
    write_papers(view, today);
    write_requests(view, today);
    write_households(view);
    write_relatives(view);
    write_merges(view);
}

static int note_reading(struct office *office, const struct person_view *view)
{
    struct error error = { 0 };
    const struct journal_reading reading = { .actor = office_actor(office),
                                             .noun = "person",
                                             .subject = view->person.id,
                                             .from = "number",
                                             .is_restricted = view->person.is_restricted };
    return journal_note_reading(office_store(office), &reading, &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : sentence_fail(NULL, &error);
}

int person_show_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct person_view view = { .is_erased = false };
    struct error error = { 0 };
    struct day today;
    char id[UUID_TEXT_SIZE];
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE && local_time_today(&today, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code != EXIT_CODE_DONE)
        return code;
    file.login.only_reads = true;
    code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = person_resolve(office, file.arguments[0], id);
    if (code == EXIT_CODE_DONE && person_view_load(&view, office, id, &error) != STATUS_OK)
        code = person_fail(file.arguments[0], &error, NULL);
    if (code == EXIT_CODE_DONE)
        code = note_reading(office, &view);
    office_close(&office);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "json"))
        code = person_show_json(&view, id, today);
    else if (code == EXIT_CODE_DONE)
        write_sheet(&view, id, today);
    person_view_release(&view);
    return code;
}
