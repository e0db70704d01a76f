/* SPDX-License-Identifier: Apache-2.0 */

/* Finding people and casefiles, and the list of one's own. */
#include "casefile/casefile_store.h"
#include "document/case_reference.h"
#include "language.h"
#include "linear/linear_private.h"
#include "search/search.h"
#include "sentence.h"
#include "wording/case_text.h"
#include "wording/person_text.h"
#include "wording/reason_text.h"

#include <stdlib.h>
#include <string.h>

enum { HITS_MAX = 30 };

/* ---- people */

static void write_hit(const void *self, FILE *stream, size_t index)
{
    const struct search_hits *hits = self;
    const struct search_hit *hit = &hits->items[index];
    char birth[PERSON_DATE_SIZE];
    char why[REASON_TEXT_SIZE];
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    fputs(hit->name == NULL ? "-" : hit->name, stream);
    if (hit->has_birth) {
        person_text_date(birth, hit->birth);
        fprintf(stream, ", %s", birth);
    }
    fprintf(stream, "%s%s", why[0] == '\0' ? "" : ": ", why);
}

/* *is_found false: nobody was found, which is said. */
static enum linear_reply choose_hit(struct linear *linear, const char *typed,
                                    char out[UUID_TEXT_SIZE], bool *is_found)
{
    struct error error = { 0 };
    struct search_hits hits = { .items = NULL };
    enum linear_reply reply = REPLY_GIVEN;
    size_t chosen = 0;
    *is_found = false;
    if (search_find(linear_store(linear), typed, linear_desk(linear)->desk.today, HITS_MAX, &hits,
                    &error) != STATUS_OK &&
        error.status != STATUS_TEXT_EMPTY) {
        linear_fail(&error);
    } else if (hits.count == 0) {
        linear_say("%s", _("Nobody was found."));
    } else {
        const struct linear_choices choices = {
            .text = hits.has_more ? _("Which of these; there are more, so < and more of the name")
                                  : _("Which of these"),
            .count = hits.count,
            .write = write_hit,
            .self = &hits,
        };
        reply = linear_choose(linear, &choices, &chosen);
        *is_found = reply == REPLY_GIVEN;
        if (*is_found)
            memcpy(out, hits.items[chosen].person_id, UUID_TEXT_SIZE);
    }
    search_hits_release(&hits);
    return reply;
}

static enum linear_reply ask_what(struct linear *linear, char **out)
{
    const struct linear_question question = {
        .text = _("Name, number, telephone or birth date"),
        .why = _("Any spelling in either script will do, and the end of a number. A casefile is "
                 "found by its number."),
        .max = SEARCH_TEXT_MAX / 4,
        .is_text = true,
    };
    return linear_ask_needed(linear, &question, out);
}

/* Whoever goes back from the list types something else. */
enum linear_reply linear_choose_person(struct linear *linear, char out[UUID_TEXT_SIZE])
{
    for (;;) {
        char *typed = NULL;
        bool is_found = false;
        enum linear_reply reply = ask_what(linear, &typed);
        if (reply == REPLY_GIVEN)
            reply = choose_hit(linear, typed, out, &is_found);
        else if (reply == REPLY_BACK)
            return REPLY_BACK;
        free(typed);
        if (is_found || reply == REPLY_STOP)
            return reply;
    }
}

static bool find_casefile(struct linear *linear, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    return case_find(linear_store(linear), typed, id, &error) == STATUS_OK;
}

static enum linear_reply go_to(struct linear *linear, const char *typed, bool *is_found)
{
    char id[UUID_TEXT_SIZE];
    *is_found = true;
    if (session_may(&linear->session, ACT_READ_CASES) && find_casefile(linear, typed, id))
        return linear_casefile(linear, id, NULL);
    const enum linear_reply reply = choose_hit(linear, typed, id, is_found);
    return *is_found ? linear_person(linear, id) : reply;
}

enum linear_reply linear_find(struct linear *linear, const char *typed)
{
    if (!linear_may(linear, ACT_READ_PEOPLE))
        return REPLY_GIVEN;
    for (;;) {
        char *asked = NULL;
        bool is_found = false;
        enum linear_reply reply = typed == NULL ? ask_what(linear, &asked) : REPLY_GIVEN;
        if (reply == REPLY_BACK)
            return REPLY_BACK;
        if (reply == REPLY_GIVEN)
            reply = go_to(linear, typed == NULL ? asked : typed, &is_found);
        free(asked);
        typed = NULL;
        if (is_found || reply == REPLY_STOP)
            return reply;
    }
}

/* ---- one's own casefiles */

struct casefile_lines {
    struct case_desk *desk;
    const struct casefile_list *list;
};

static void write_casefile(const void *self, FILE *stream, size_t index)
{
    const struct casefile_lines *lines = self;
    const struct casefile_row *row = &lines->list->items[index];
    char due[CASE_TEXT_DUE_SIZE];
    fprintf(stream, "%s, %s, %s", row->person_name == NULL ? "-" : row->person_name, row->number,
            case_desk_workflow_title(lines->desk, row->workflow, row->version));
    if (row->task_step[0] != '\0')
        fprintf(stream, ": %s",
                case_desk_step_title(lines->desk, row->workflow, row->version, row->task_step));
    if (!row->has_task_due)
        return;
    case_text_due(due, row->task_due, lines->desk->desk.today);
    fprintf(stream, ", %s", due);
}

static enum linear_reply choose_casefile(struct linear *linear, const struct casefile_list *list)
{
    const struct casefile_lines lines = { linear_desk(linear), list };
    const struct linear_choices choices = {
        .text = _("Which"), .count = list->count, .write = write_casefile, .self = &lines
    };
    size_t chosen = 0;
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    return reply == REPLY_GIVEN ? linear_casefile(linear, list->items[chosen].id, NULL) : reply;
}

enum linear_reply linear_own_casefiles(struct linear *linear)
{
    struct error error = { 0 };
    struct casefile_list list = { .items = NULL };
    const struct casefile_desk *desk = &linear_desk(linear)->desk;
    const struct casefile_filter filter = { .has_state = true,
                                            .state = CASEFILE_OPEN,
                                            .assigned_to = desk->actor };
    enum linear_reply reply = REPLY_GIVEN;
    if (!linear_may(linear, ACT_READ_CASES))
        return REPLY_GIVEN;
    if (casefile_list(desk->store, &filter, &list, &error) != STATUS_OK)
        linear_fail(&error);
    else if (list.count == 0)
        linear_say("%s", _("You have no open casefile."));
    else
        reply = choose_casefile(linear, &list);
    casefile_list_release(&list);
    return reply;
}
