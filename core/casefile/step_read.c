/* SPDX-License-Identifier: Apache-2.0 */

/* What was done to the steps of a casefile. */
#include "casefile/step_store.h"

#include "base/array.h"
#include "compartment/sealed_casefile.h"
#include "store/query_value.h"

#include <stdlib.h>

#define SQL_OF_STEP " WHERE casefile_id = :id AND (:step IS NULL OR step = :step)"

static const char SQL_LIST_ANSWERS[] =
    "SELECT step, field, item, value, event_day, answered_at, answered_by, superseded_at"
    " FROM answer" SQL_OF_STEP " AND (:with_old OR superseded_at IS NULL) ORDER BY id";
static const char SQL_LIST_WAITS[] =
    "SELECT step, rung, waiting_for, reason, reference, from_day, due_on, until_day, answer,"
    " stops_clock, noted_by FROM step_wait" SQL_OF_STEP " ORDER BY id";
static const char SQL_LIST_NOTES[] =
    "SELECT step, state, outcome, rounds, finished_on, finished_by, approved_on, approved_by,"
    " remark, changed_at FROM step_state" SQL_OF_STEP " ORDER BY changed_at, step";

static const char SQL_LIST_SCORES[] =
    "SELECT assessment.id, held_on, held_by, dimension, format('%.2f', score), score IS NULL,"
    " answered_count, asked_count, is_official FROM assessment JOIN assessment_score"
    " ON assessment_id = assessment.id" SQL_OF_STEP " AND assessment.state = 'finished'"
    " ORDER BY assessment.id, dimension";

static void begin_list(struct query *query, struct store *store, const char *sql,
                       const char *casefile_id, const char *step)
{
    query_begin(query, store, sql);
    query_bind_text(query, ":id", casefile_id);
    query_bind_text(query, ":step", step);
}

static const char *text_or_null(struct query *query, int column)
{
    return query_is_null(query, column) ? NULL : query_text(query, column);
}

static enum status each_answer(struct store *store, const char *casefile_id, const char *step,
                               bool with_old,
                               bool (*visit)(void *self, const struct answer_note *note),
                               void *self, struct error *error)
{
    bool is_wanted = true;
    struct query query;
    begin_list(&query, store, SQL_LIST_ANSWERS, casefile_id, step);
    query_bind_int(&query, ":with_old", with_old);
    while (is_wanted && query_next_row(&query)) {
        const struct answer_note note = { .step = query_text(&query, 0),
                                          .field = query_text(&query, 1),
                                          .item = query_int(&query, 2),
                                          .value = query_text(&query, 3),
                                          .event_day = text_or_null(&query, 4),
                                          .answered_at = query_text(&query, 5),
                                          .answered_by = query_text(&query, 6),
                                          .superseded_at = text_or_null(&query, 7) };
        is_wanted = query.failure.status == STATUS_OK && visit(self, &note);
    }
    return query_end(&query, error);
}

enum status step_each_answer(struct store *store, const char *casefile_id, const char *step,
                             bool with_old,
                             bool (*visit)(void *self, const struct answer_note *note), void *self,
                             struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = each_answer(store, casefile_id, step, with_old, visit, self, error);
    return sealed_close(store, &opening, status, error);
}

static enum status each_wait(struct store *store, const char *casefile_id, const char *step,
                             bool (*visit)(void *self, const struct wait_note *note), void *self,
                             struct error *error)
{
    bool is_wanted = true;
    struct query query;
    begin_list(&query, store, SQL_LIST_WAITS, casefile_id, step);
    while (is_wanted && query_next_row(&query)) {
        const struct wait_note note = { .step = query_text(&query, 0),
                                        .rung = query_int(&query, 1),
                                        .waiting_for = query_text(&query, 2),
                                        .reason = text_or_null(&query, 3),
                                        .reference = text_or_null(&query, 4),
                                        .from_day = query_text(&query, 5),
                                        .due_on = text_or_null(&query, 6),
                                        .until_day = text_or_null(&query, 7),
                                        .answer = text_or_null(&query, 8),
                                        .stops_clock = query_int(&query, 9) != 0,
                                        .noted_by = query_text(&query, 10) };
        is_wanted = query.failure.status == STATUS_OK && visit(self, &note);
    }
    return query_end(&query, error);
}

enum status step_each_wait(struct store *store, const char *casefile_id, const char *step,
                           bool (*visit)(void *self, const struct wait_note *note), void *self,
                           struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = each_wait(store, casefile_id, step, visit, self, error);
    return sealed_close(store, &opening, status, error);
}

static enum status each_note(struct store *store, const char *casefile_id, const char *step,
                             bool (*visit)(void *self, const struct step_note *note), void *self,
                             struct error *error)
{
    bool is_wanted = true;
    struct query query;
    begin_list(&query, store, SQL_LIST_NOTES, casefile_id, step);
    while (is_wanted && query_next_row(&query)) {
        const struct step_note note = { .step = query_text(&query, 0),
                                        .state = query_text(&query, 1),
                                        .outcome = text_or_null(&query, 2),
                                        .rounds = query_int(&query, 3),
                                        .finished_on = text_or_null(&query, 4),
                                        .finished_by = text_or_null(&query, 5),
                                        .approved_on = text_or_null(&query, 6),
                                        .approved_by = text_or_null(&query, 7),
                                        .remark = text_or_null(&query, 8),
                                        .changed_at = query_text(&query, 9) };
        is_wanted = query.failure.status == STATUS_OK && visit(self, &note);
    }
    return query_end(&query, error);
}

enum status step_each_note(struct store *store, const char *casefile_id, const char *step,
                           bool (*visit)(void *self, const struct step_note *note), void *self,
                           struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = each_note(store, casefile_id, step, visit, self, error);
    return sealed_close(store, &opening, status, error);
}

static void read_score(struct query *query, struct assessment_score *out)
{
    *out = (struct assessment_score){ .answered = query_int(query, 6),
                                      .asked = query_int(query, 7),
                                      .is_official = query_int(query, 8) != 0 };
    query_copy_text(query, 0, out->assessment_id, sizeof(out->assessment_id));
    query_copy_text(query, 1, out->held_on, sizeof(out->held_on));
    query_copy_text(query, 2, out->held_by, sizeof(out->held_by));
    query_copy_text(query, 3, out->dimension, sizeof(out->dimension));
    if (query_int(query, 5) == 0)
        query_copy_text(query, 4, out->value, sizeof(out->value));
}

static enum status list_scores(struct store *store, const char *casefile_id, const char *step,
                               struct assessment_score_list *out, struct error *error)
{
    struct query query;
    *out = (struct assessment_score_list){ .items = NULL };
    begin_list(&query, store, SQL_LIST_SCORES, casefile_id, step);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_score(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct assessment_score_list){ .items = NULL };
    }
    return status;
}

enum status step_list_scores(struct store *store, const char *casefile_id, const char *step,
                             struct assessment_score_list *out, struct error *error)
{
    struct sealed_opening opening;
    *out = (struct assessment_score_list){ .items = NULL };
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = list_scores(store, casefile_id, step, out, error);
    return sealed_close(store, &opening, status, error);
}
