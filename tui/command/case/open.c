/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case open: a person's matter begins. */
#include "base/array.h"
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "command/json.h"
#include "command/person/resolve.h"
#include "household/household_store.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option case_open_options[] = {
    { "workflow", N_("ID"), N_("The workflow, such as integration."), OPTION_TEXT, 0, 0, true },
    { "parent", N_("CASE"), N_("The open casefile that this one is opened from."), OPTION_TEXT, 0,
      0, false },
    { "assign", N_("USER"), N_("Who works on it. Nobody if you do not say."), OPTION_TEXT, 0, 0,
      false },
    { "household", NULL, N_("It is about the whole household of the person."), OPTION_FLAG, 0, 0,
      false },
    { "urgency", "normal|high|urgent", N_("How soon something has to be done."), OPTION_CHOICE, 0,
      0, false },
    { "source", "walk_in|referral|outreach|hotline|transfer|other",
      N_("How the person came to the office."), OPTION_CHOICE, 0, 0, false },
    { "with-issue", NULL,
      N_("Read what it is about from standard input, as one line 'issue: ...'. On a terminal it is "
         "asked for."),
      OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* What opening is made of; ids are "" when not said. */
struct preparing {
    char person_id[UUID_TEXT_SIZE];
    char parent_id[UUID_TEXT_SIZE];
    char household_id[UUID_TEXT_SIZE];
    char assigned_to[UUID_TEXT_SIZE];
    struct case_words issue;
    struct casefile_opening opening;
};

/* ---- failing */

static bool list_workflow(void *self, const struct definition_note *note)
{
    FILE *stream = self;
    if (note->is_newest)
        fprintf(stream, "%s%s", ftell(stream) == 0 ? "" : ", ", note->workflow);
    return true;
}

/* Names those there are. */
static int say_no_workflow(const struct case_desk *desk, const char *workflow)
{
    char *list = NULL;
    size_t size = 0;
    struct error error = { 0 };
    FILE *memory = open_memstream(&list, &size);
    if (memory == NULL)
        return EXIT_CODE_DEVICE;
    enum status status = definition_store_each(desk->desk.definitions, desk->desk.store,
                                               list_workflow, memory, &error);
    fclose(memory);
    int code =
        status != STATUS_OK
            ? sentence_fail(NULL, &error)
            /* TRANSLATORS: %s is a list of ids. */
            : case_say_no_with(workflow, _("There is no such workflow. There are: %s."), list);
    free(list);
    return code;
}

static int fail(const struct case_desk *desk, const struct casefile_opening *opening,
                const struct casefile_opened *opened, const struct error *error)
{
    if (error->status == STATUS_EXISTS)
        return case_say_no_with(NULL,
                                _("This person has an open casefile of this workflow already: %s."),
                                opened->number);
    if (error->status == STATUS_NOT_FOUND)
        return say_no_workflow(desk, opening->workflow);
    if (error->status == STATUS_INVALID)
        return case_say_no(NULL, _("The office file does not say which office and country this is, "
                                   "so that casefiles cannot be numbered. Make it with 'qadam new "
                                   "--office CODE --country CODE'."));
    if (error->status == STATUS_REFUSED && strcmp(error->detail, CASEFILE_DETAIL_CLOSED) != 0)
        return case_say_no(NULL, _("The record of this person was merged into another one or "
                                   "erased: open the casefile for the other one."));
    if (error->status == STATUS_REFUSED)
        return case_say_no(NULL, _("The casefile named with --parent is not open."));
    return case_fail(NULL, error, NULL);
}

/* ---- preparing */

static int find_household(struct case_desk *desk, struct preparing *preparing)
{
    struct household_member_list members = { .items = NULL };
    struct error error = { 0 };
    if (household_of_person(desk->desk.store, preparing->person_id, &members, &error) != STATUS_OK)
        return case_fail(NULL, &error, NULL);
    /* Present memberships come first. */
    bool is_found = members.count > 0 && !members.items[0].has_left_on;
    bool is_only = members.count < 2 || members.items[1].has_left_on;
    if (is_found)
        memcpy(preparing->household_id, members.items[0].household_id, UUID_TEXT_SIZE);
    free(members.items);
    if (!is_found)
        return case_say_no(NULL, _("This person is in no household. Open the casefile without "
                                   "--household."));
    return is_only ? EXIT_CODE_DONE
                   : case_say_no(NULL, _("This person is in several households: open the casefile "
                                         "without --household."));
}

static int find_assigned(struct case_desk *desk, const char *name, struct preparing *preparing)
{
    int code = case_desk_find_user(desk, name, preparing->assigned_to);
    bool is_own = strcmp(preparing->assigned_to, desk->desk.actor) == 0;
    if (code != EXIT_CODE_DONE || is_own || case_desk_may(desk, ACT_ASSIGN_CASES))
        return code;
    return case_say_no(NULL, _("Only a supervisor gives casefiles to others. Open it for yourself, "
                               "or for nobody."));
}

static const char *or_null(const char *id)
{
    return id[0] == '\0' ? NULL : id;
}

static int prepare(struct case_desk *desk, const struct arguments *arguments,
                   struct preparing *preparing)
{
    struct casefile_opening *opening = &preparing->opening;
    const char *parent = arguments_text(arguments, "parent");
    const char *assign = arguments_text(arguments, "assign");
    int code = person_resolve(desk->office, desk->arguments[0], preparing->person_id);
    if (code == EXIT_CODE_DONE && parent != NULL)
        code = case_desk_find(desk, parent, preparing->parent_id);
    if (code == EXIT_CODE_DONE && assign != NULL)
        code = find_assigned(desk, assign, preparing);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "household"))
        code = find_household(desk, preparing);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&preparing->issue, 1);
    opening->person_id = preparing->person_id;
    opening->parent_id = or_null(preparing->parent_id);
    opening->household_id = or_null(preparing->household_id);
    opening->assigned_to = or_null(preparing->assigned_to);
    opening->issue = preparing->issue.value;
    opening->opened_on = desk->desk.today;
    return code;
}

/* The words were checked when the arguments were parsed. */
static void read_words(const struct arguments *arguments, struct casefile_opening *opening)
{
    struct error error = { 0 };
    const char *urgency = arguments_text(arguments, "urgency");
    const char *source = arguments_text(arguments, "source");
    opening->workflow = arguments_text(arguments, "workflow");
    if (urgency == NULL || casefile_urgency_parse(&opening->urgency, urgency, &error) != STATUS_OK)
        opening->urgency = CASEFILE_NORMAL;
    if (source == NULL || casefile_intake_parse(&opening->intake, source, &error) != STATUS_OK)
        opening->intake = CASEFILE_INTAKE_NOT_KNOWN;
}

/* ---- the command */

static int open_casefile(struct case_desk *desk, const struct arguments *arguments,
                         const struct casefile_opening *opening)
{
    struct casefile_opened opened = { .id = "" };
    struct error error = { 0 };
    if (casefile_open(&desk->desk, opening, &opened, &error) != STATUS_OK)
        return fail(desk, opening, &opened, &error);
    const struct json_member members[] = { { "id", JSON_TEXT, opened.id, 0 },
                                           { "number", JSON_TEXT, opened.number, 0 } };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    puts(opened.number);
    return EXIT_CODE_DONE;
}

int case_open_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct preparing preparing = {
        .issue = { .field = "issue", .question = _("What is it about? (Enter: not said) ") },
    };
    read_words(arguments, &preparing.opening);
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "with-issue"))
        code = case_words_read(&preparing.issue, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = prepare(&desk, arguments, &preparing);
    if (code == EXIT_CODE_DONE)
        code = open_casefile(&desk, arguments, &preparing.opening);
    case_desk_close(&desk);
    case_words_release(&preparing.issue, 1);
    return code;
}
