/* SPDX-License-Identifier: Apache-2.0 */

/* One person: who it is, and the casefiles. */
#include "casefile/casefile_store.h"
#include "journal/journal_note.h"
#include "language.h"
#include "linear/linear_private.h"
#include "person/person_store.h"
#include "wording/case_text.h"
#include "wording/label.h"
#include "wording/person_code.h"
#include "wording/person_text.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 256 };

/* What stands behind the casefiles. */
enum further { FURTHER_OPEN, FURTHER_LEAVE, FURTHER_COUNT };

struct person_lines {
    struct case_desk *desk;
    const struct casefile_list *casefiles;
};

/* ---- who it is */

static void say_person(const struct person *person, struct day today)
{
    const struct person_name *name = person_main_name(person);
    char birth[PERSON_DATE_SIZE] = "";
    char group[TEXT_SIZE] = "";
    const char *sex = label_sex(person->sex);
    (void)today;
    if (person->has_birth)
        person_text_date(birth, person->birth);
    if (person->population_group != NULL)
        snprintf(group, sizeof(group), "%s",
                 person_code_label(FIELD_POPULATION_GROUP, person->population_group));
    linear_say("%s%s%s%s%s%s%s%s%s.", name == NULL ? "-" : name->full_name,
               birth[0] == '\0' ? "" : ", ", birth, sex[0] == '\0' ? "" : ", ", sex,
               person->nationality[0] == '\0' ? "" : ", ", person->nationality,
               group[0] == '\0' ? "" : ", ", group);
}

static void say_contacts(const struct contact_list *contacts)
{
    for (size_t i = 0; i < contacts->count; i++)
        linear_say("%s: %s%s", label_contact_kind(contacts->items[i].kind),
                   contacts->items[i].value,
                   contacts->items[i].is_safe ? "" : _(" (not safe: do not call or write)"));
}

/* People are found here by searching. */
static enum status note_reading(struct linear *linear, const struct person *person,
                                struct error *error)
{
    const struct journal_reading reading = { .actor = linear_desk(linear)->desk.actor,
                                             .noun = "person",
                                             .subject = person->id,
                                             .from = "search",
                                             .is_restricted = person->is_restricted };
    return journal_note_reading(linear_store(linear), &reading, error);
}

static bool say_all(struct linear *linear, const char *id)
{
    struct person person;
    struct contact_list contacts = { .items = NULL };
    struct error error = { 0 };
    struct store *store = linear_store(linear);
    if (person_load(store, id, &person, &error) != STATUS_OK) {
        linear_fail(&error);
        return false;
    }
    if (note_reading(linear, &person, &error) != STATUS_OK) {
        linear_fail(&error);
        person_release(&person);
        return false;
    }
    if (person.is_restricted)
        linear_say("%s: %s", _("RESTRICTED"), _("show to nobody without need"));
    say_person(&person, linear_desk(linear)->desk.today);
    if (person_contacts(store, id, &contacts, &error) == STATUS_OK)
        say_contacts(&contacts);
    else
        linear_fail(&error);
    contact_list_release(&contacts);
    person_release(&person);
    return true;
}

/* ---- the casefiles */

static void write_line(const void *self, FILE *stream, size_t index)
{
    const struct person_lines *lines = self;
    const char *const further[] = {
        [FURTHER_OPEN] = _("open a casefile"), [FURTHER_LEAVE] = _("leave it")
    };
    if (index >= lines->casefiles->count) {
        fputs(further[index - lines->casefiles->count], stream);
        return;
    }
    const struct casefile_row *row = &lines->casefiles->items[index];
    fprintf(stream, "%s, %s, %s", row->number,
            case_desk_workflow_title(lines->desk, row->workflow, row->version),
            case_text_state(row->state));
}

static enum linear_reply choose(struct linear *linear, const char *id,
                                const struct casefile_list *casefiles)
{
    const struct person_lines lines = { linear_desk(linear), casefiles };
    const struct linear_choices choices = { .text = _("This person"),
                                            .count = casefiles->count + FURTHER_COUNT,
                                            .write = write_line,
                                            .self = &lines };
    size_t chosen = 0;
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    if (reply != REPLY_GIVEN)
        return reply;
    if (chosen < casefiles->count)
        return linear_casefile(linear, casefiles->items[chosen].id, NULL);
    return chosen == casefiles->count + FURTHER_OPEN ? linear_open_casefile(linear, id)
                                                     : REPLY_GIVEN;
}

enum linear_reply linear_person(struct linear *linear, const char *person_id)
{
    char id[UUID_TEXT_SIZE];
    const struct casefile_filter filter = { .person_id = id };
    struct casefile_list casefiles = { .items = NULL };
    struct error error = { 0 };
    enum linear_reply reply = REPLY_GIVEN;
    snprintf(id, sizeof(id), "%s", person_id);
    if (!linear_may(linear, ACT_READ_PEOPLE) || !say_all(linear, id) ||
        !session_may(&linear->session, ACT_READ_CASES))
        return REPLY_GIVEN;
    if (casefile_list(linear_store(linear), &filter, &casefiles, &error) == STATUS_OK)
        reply = choose(linear, id, &casefiles);
    else
        linear_fail(&error);
    casefile_list_release(&casefiles);
    return reply;
}
