/* SPDX-License-Identifier: Apache-2.0 */

#include "casefile/casefile_chosen.h"

#include "base/text.h"
#include "search/search.h"
#include "store/query_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_END = 4, NUMBER_DIGITS = 6 };

#define STATE     " AND (:state IS NULL OR casefile.state = :state)"
#define USER      " AND (:user IS NULL OR casefile.assigned_to = :user)"
#define NOBODY    " AND (NOT :is_unassigned OR casefile.assigned_to IS NULL)"
#define WORKFLOWS " AND (:workflows IS NULL OR instr(:workflows, '\"' || workflow || '\"') > 0)"
#define LATE                                                                                       \
    " AND (NOT :is_late OR EXISTS (SELECT 1 FROM task WHERE task.casefile_id = casefile.id"        \
    " AND task.state = 'open' AND task.due_on < :today))"
#define URGENT                                                                                     \
    " AND (NOT :is_urgent OR casefile.urgency = 'urgent' OR EXISTS (SELECT 1 FROM task"            \
    " WHERE task.casefile_id = casefile.id AND task.state = 'open' AND task.is_urgent))"
#define CONDITIONS STATE USER NOBODY WORKFLOWS LATE URGENT
#define PEOPLE_MAX "2000"

static const char SQL_BY_PEOPLE[] =
    "SELECT casefile.id FROM (SELECT rowid AS found FROM person_index"
    " WHERE person_index MATCH :match ORDER BY rowid DESC LIMIT " PEOPLE_MAX ")"
    " JOIN person_search ON person_search.number = found"
    " CROSS JOIN casefile ON casefile.person_id = person_search.person_id"
    " WHERE 1" CONDITIONS " LIMIT :most";
static const char SQL_BY_NUMBER[] =
    "SELECT id FROM casefile WHERE number >= :number AND number < :number || '~'" CONDITIONS
    " ORDER BY number LIMIT :most";
static const char SQL_BY_NUMBER_END[] =
    "SELECT id FROM casefile WHERE substr(number, -4) = :end"
    " AND substr(number, -length(:number)) = :number" CONDITIONS " ORDER BY id DESC LIMIT :most";

/* One statement for each index: of one user, of nobody, of all. */
#define BY_DUE(who, index)                                                                         \
    "SELECT casefile.id FROM (SELECT casefile_id FROM task INDEXED BY " index " WHERE " who        \
    " task.state = 'open' AND due_on NOTNULL AND (NOT :is_late OR due_on < :today)"                \
    " AND casefile_id NOTNULL ORDER BY due_on LIMIT :most * 3)"                                    \
    " JOIN casefile ON casefile.id = casefile_id WHERE 1" STATE USER NOBODY WORKFLOWS URGENT       \
    " LIMIT :most"
#define BY_AGE(who, order)                                                                         \
    "SELECT id FROM casefile WHERE " who CONDITIONS " ORDER BY " order " LIMIT :most"

enum owner { OWNER_ANY, OWNER_USER, OWNER_NOBODY };
static const struct {
    const char *by_due, *of_state, *of_all;
} ways[] = {
    [OWNER_ANY] = { BY_DUE("", "task_of_all_by_due"), BY_AGE("state = :state", "id DESC"),
                    BY_AGE("1", "id DESC") },
    [OWNER_USER] = { BY_DUE("task.assigned_to = :user AND", "task_by_due"),
                     BY_AGE("assigned_to = :user AND state = :state", "id DESC"),
                     BY_AGE("assigned_to = :user", "id DESC") },
    [OWNER_NOBODY] = { BY_DUE("task.assigned_to IS NULL AND", "task_by_due"),
                       BY_AGE("assigned_to IS NULL AND state = :state", "id DESC"),
                       BY_AGE("assigned_to IS NULL", "id DESC") },
};
static const char SQL_IN_ORDER[] = BY_AGE("1", "number");

static void chosen_add(struct casefile_chosen *chosen, const char *id)
{
    for (int i = 0; i < chosen->count; i++)
        if (memcmp(chosen->ids[i], id, UUID_TEXT_SIZE) == 0)
            return; /* the same casefile has several tasks */
    if (chosen->count < CASEFILE_CHOSEN_MAX)
        memcpy(chosen->ids[chosen->count++], id, UUID_TEXT_SIZE);
    else
        chosen->has_more = true;
}

static void bind_conditions(struct query *query, const struct casefile_chosen *chosen,
                            const char *state)
{
    const struct casefile_question *question = chosen->question;
    query_bind_text(query, ":state", state);
    query_bind_text(query, ":user", question->assigned_to);
    query_bind_int(query, ":is_unassigned", question->is_unassigned);
    query_bind_text(query, ":workflows", chosen->workflows);
    query_bind_int(query, ":is_late", question->is_late);
    query_bind_int(query, ":is_urgent", question->is_urgent);
    query_bind_day(query, ":today", true, question->today);
    query_bind_int(query, ":most", chosen->most);
}

static enum status take_ids(struct query *query, struct casefile_chosen *chosen,
                            struct error *error)
{
    char id[UUID_TEXT_SIZE] = "";
    int seen = 0;
    while (query_next_row(query)) {
        query_copy_text(query, 0, id, sizeof(id));
        chosen_add(chosen, id);
        chosen->has_more |= ++seen == chosen->most;
    }
    return query_end(query, error);
}

static const char *state_asked(const struct casefile_question *question)
{
    return question->has_state ? casefile_state_word(question->state) : NULL;
}

static enum status choose(struct casefile_chosen *chosen, const char *sql, const char *state,
                          struct error *error)
{
    struct query query;
    query_begin(&query, chosen->store, sql);
    bind_conditions(&query, chosen, state);
    return take_ids(&query, chosen, error);
}

static bool is_end(const char *number)
{
    return strspn(number, "0123456789") == strlen(number) && strlen(number) <= NUMBER_DIGITS;
}

static enum status choose_by_number(struct casefile_chosen *chosen, struct error *error)
{
    struct query query;
    const char *number = chosen->question->number;
    const size_t length = strlen(number);
    char whole[] = "000000";
    query_begin(&query, chosen->store, is_end(number) ? SQL_BY_NUMBER_END : SQL_BY_NUMBER);
    if (is_end(number)) {
        /* Fewer digits than can be looked for are all that are no zeros. */
        snprintf(whole + NUMBER_DIGITS - length, length + 1, "%s", number);
        query_bind_text(&query, ":end", whole + NUMBER_DIGITS - NUMBER_END);
        query_bind_text(&query, ":number", length < NUMBER_END ? whole : number);
    } else {
        query_bind_text(&query, ":number", number);
    }
    bind_conditions(&query, chosen, state_asked(chosen->question));
    return take_ids(&query, chosen, error);
}

static enum status choose_by_people(struct casefile_chosen *chosen, struct error *error)
{
    struct query query;
    char *match = NULL;
    const struct casefile_question *question = chosen->question;
    enum status status =
        search_write_match(&match, chosen->store, question->people, question->today, error);
    if (status == STATUS_TEXT_EMPTY || status == STATUS_TEXT_INVALID ||
        status == STATUS_TEXT_TOO_LONG)
        return STATUS_OK;
    if (status != STATUS_OK || match == NULL)
        return status;
    query_begin(&query, chosen->store, SQL_BY_PEOPLE);
    query_bind_text(&query, ":match", match);
    bind_conditions(&query, chosen, state_asked(question));
    status = take_ids(&query, chosen, error);
    text_wipe(&match);
    return status;
}

static enum status choose_by_order(struct casefile_chosen *chosen, struct error *error)
{
    const struct casefile_question *question = chosen->question;
    const enum owner owner = question->is_unassigned         ? OWNER_NOBODY
                             : question->assigned_to != NULL ? OWNER_USER
                                                             : OWNER_ANY;
    const char *open = casefile_state_word(CASEFILE_OPEN);
    const bool may_be_open = !question->has_state || question->state == CASEFILE_OPEN;
    const bool is_by_due = question->order == CASEFILE_BY_DUE || question->is_late;
    enum status status = STATUS_OK;
    if (is_by_due && may_be_open)
        status = choose(chosen, ways[owner].by_due, open, error);
    if (question->is_late || status != STATUS_OK)
        return status;
    if (is_by_due && may_be_open)
        status = choose(chosen, ways[owner].of_state, open, error);
    if (status != STATUS_OK || chosen->count >= chosen->most)
        return status;
    if (question->has_state)
        return choose(chosen, ways[owner].of_state, state_asked(question), error);
    if (question->order == CASEFILE_BY_NUMBER && owner == OWNER_ANY)
        return choose(chosen, SQL_IN_ORDER, NULL, error);
    return choose(chosen, ways[owner].of_all, NULL, error);
}

enum status casefile_choose(struct casefile_chosen *chosen, struct error *error)
{
    return chosen->question->number != NULL   ? choose_by_number(chosen, error)
           : chosen->question->people != NULL ? choose_by_people(chosen, error)
                                              : choose_by_order(chosen, error);
}
