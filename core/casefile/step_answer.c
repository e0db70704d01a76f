/* SPDX-License-Identifier: Apache-2.0 */

/* Answers go into the tables: the older ones are superseded, never changed. */
#include "casefile/step_private.h"

#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_FIND_ANSWER[] =
    "SELECT value, answered_by, answered_at FROM answer WHERE casefile_id = :id AND step = :step"
    " AND field = :field AND item = :item AND superseded_at IS NULL";
/* Who ended a round since: only that leaves no answer in force where there was one. */
static const char SQL_FIND_ROUND_END[] =
    "SELECT coalesce(finished_by, '') FROM step_state WHERE casefile_id = :id AND step = :step"
    " AND ((state = 'started' AND finished_on IS NOT NULL AND changed_at > :seen)"
    " OR EXISTS (SELECT 1 FROM answer WHERE casefile_id = :id AND step = :step"
    " AND field = :field AND item = :item AND superseded_at > :seen))";
static const char SQL_SUPERSEDE[] =
    "UPDATE answer SET superseded_at = :now WHERE casefile_id = :id AND step = :step"
    " AND field = :field AND item = :item AND superseded_at IS NULL";
static const char SQL_ADD_ANSWER[] =
    "INSERT INTO answer (id, casefile_id, step, field, item, value, event_day, answered_at,"
    " answered_by) VALUES (:uuid, :id, :step, :field, :item, :value, :event_day, :now, :actor)";

static void begin_answer(struct query *query, struct step_act *act, const char *sql,
                         const struct answer_draft *draft)
{
    query_begin(query, act->desk->store, sql);
    query_bind_text(query, ":id", act->casefile_id);
    query_bind_text(query, ":step", draft->step->id);
    query_bind_text(query, ":field", draft->path);
    query_bind_int(query, ":item", draft->item);
}

/* A form of one round is not written into the next one, whoever ended it. */
static enum status find_round_end(struct step_act *act, const struct answer_draft *draft,
                                  const char *seen, bool *is_moved, struct error *error)
{
    struct query query;
    begin_answer(&query, act, SQL_FIND_ROUND_END, draft);
    query_bind_text(&query, ":seen", seen);
    *is_moved = query_next_row(&query);
    if (*is_moved)
        query_copy_text(&query, 0, act->result->user_id, UUID_TEXT_SIZE);
    return query_end(&query, error);
}

static enum status find_change(struct step_act *act, const struct answer_draft *draft,
                               const char *seen, bool *is_new, bool *is_moved, struct error *error)
{
    const char *value = draft->value == NULL ? "" : draft->value;
    struct query query;
    *is_new = value[0] != '\0';
    *is_moved = false;
    begin_answer(&query, act, SQL_FIND_ANSWER, draft);
    const bool is_there = query_next_row(&query);
    if (is_there) {
        *is_new = strcmp(query_text(&query, 0), value) != 0;
        *is_moved = *is_new && seen != NULL && strcmp(query_text(&query, 2), seen) > 0 &&
                    strcmp(query_text(&query, 1), act->desk->actor) != 0;
        if (*is_moved)
            query_copy_text(&query, 1, act->result->user_id, UUID_TEXT_SIZE);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || is_there || !*is_new || seen == NULL)
        return status;
    return find_round_end(act, draft, seen, is_moved, error);
}

/* Whether the draft says anything new; STATUS_MOVED when somebody else did since it was read. */
static enum status compare(struct step_act *act, const struct answer_draft *draft, const char *seen,
                           bool *is_new, struct error *error)
{
    bool is_moved;
    const enum status status = find_change(act, draft, seen, is_new, &is_moved, error);
    if (status != STATUS_OK || !is_moved)
        return status;
    act->result->step = draft->step;
    snprintf(act->result->field, sizeof(act->result->field), "%s", draft->path);
    act->result->item = draft->item;
    return error_set(error, STATUS_MOVED, "somebody else answered it meanwhile");
}

static enum status write_answer(struct step_act *act, const struct answer_draft *draft,
                                const struct answer_act *order, struct error *error)
{
    char id[UUID_TEXT_SIZE];
    struct query query;
    begin_answer(&query, act, SQL_SUPERSEDE, draft);
    query_bind_text(&query, ":now", act->moment);
    const enum status status = query_run(&query, error);
    if (status != STATUS_OK)
        return status;
    uuid_new(id);
    begin_answer(&query, act, SQL_ADD_ANSWER, draft);
    query_bind_text(&query, ":uuid", id);
    query_bind_text(&query, ":value", draft->value == NULL ? "" : draft->value);
    query_bind_day(&query, ":event_day", order->has_event_day, order->event_day);
    query_bind_text(&query, ":now", act->moment);
    query_bind_text(&query, ":actor", act->desk->actor);
    return query_run(&query, error);
}

/* The answers of one step that are new. */
struct step_answers {
    const struct step *step;
    const struct answer_drafts *drafts;
    const bool *is_new;
};

static enum status write_answers(struct step_act *act, const struct step_answers *answers,
                                 const struct answer_act *order, struct error *error)
{
    enum status status = step_act_touch(act, error);
    if (status == STATUS_OK)
        status = step_write_started(act, answers->step->id, error);
    for (size_t i = 0; status == STATUS_OK && i < answers->drafts->count; i++)
        if (answers->is_new[i] && answers->drafts->items[i].step == answers->step)
            status = write_answer(act, &answers->drafts->items[i], order, error);
    return status;
}

static enum status answer_step(struct step_act *act, const struct step_answers *answers,
                               const struct answer_act *order, struct error *error)
{
    char key[STEP_KEY_SIZE];
    struct act entry = step_make_act(act, "step.answer", answers->step->id, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = write_answers(act, answers, order, error);
    return act_end(&entry, act->desk->store, status, error);
}

/* One entry of the journal for each step, at its first new answer. */
static enum status answer_all(struct step_act *act, const struct answer_drafts *drafts,
                              const bool *is_new, const struct answer_act *order,
                              struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < drafts->count; i++) {
        const struct step_answers answers = { drafts->items[i].step, drafts, is_new };
        bool is_first = is_new[i];
        for (size_t k = 0; k < i; k++)
            is_first = is_first && !(is_new[k] && drafts->items[k].step == answers.step);
        if (is_first)
            status = answer_step(act, &answers, order, error);
    }
    return status;
}

static enum status answer_drafts_write(struct step_act *act, const struct answer_drafts *drafts,
                                       const struct answer_act *order, struct error *error)
{
    bool *is_new = calloc(drafts->count + 1, sizeof(*is_new));
    if (is_new == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "answers");
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < drafts->count; i++)
        status = compare(act, &drafts->items[i], order->seen, &is_new[i], error);
    if (status == STATUS_OK)
        status = answer_all(act, drafts, is_new, order, error);
    free(is_new);
    if (drafts->count > 0)
        act->step = drafts->items[0].step->id;
    return status;
}

static enum status do_answer(struct step_act *act, const void *order, struct error *error)
{
    const struct answer_act *answers = order;
    struct answer_drafts drafts = { .count = 0 };
    enum status status = STATUS_OK;
    if (answers->has_event_day)
        status = step_act_require_past(act, answers->event_day, error);
    if (status == STATUS_OK)
        status = answer_drafts_read(&drafts, act, answers, error);
    if (status == STATUS_OK)
        status = answer_drafts_write(act, &drafts, answers, error);
    answer_drafts_release(&drafts);
    return status;
}

enum status step_answer(const struct casefile_desk *desk, const char *casefile_id,
                        const struct answer_act *act, struct step_result *result,
                        struct error *error)
{
    struct step_act answering = { .desk = desk, .casefile_id = casefile_id, .result = result };
    return step_act_run(&answering, do_answer, act, error);
}
