/* SPDX-License-Identifier: Apache-2.0 */

/* One use of an instrument: its raw answers, so that scores can be computed again, and the scores
 * as they were. */
#include "casefile/step_private.h"

#include "workflow/instrument.h"

#include <stdio.h>
#include <string.h>

static const char SQL_ADD_ASSESSMENT[] =
    "INSERT INTO assessment (id, casefile_id, step, person_id, instrument, instrument_version,"
    " held_on, held_by, state) VALUES (:id, :casefile, :step, :person, :instrument, :version, :day,"
    " :by, 'finished')";
static const char SQL_ADD_ANSWER[] =
    "INSERT INTO assessment_answer (assessment_id, question, value)"
    " VALUES (:id, :question, :value)";
static const char SQL_ADD_SCORE[] =
    "INSERT INTO assessment_score (assessment_id, dimension, score, answered_count, asked_count,"
    " is_official) VALUES (:id, :dimension, CAST(:score AS REAL), :answered, :asked,"
    " :is_official)";
static const char SQL_VOID[] =
    "UPDATE assessment SET state = 'void' WHERE id = (SELECT id FROM assessment"
    " WHERE casefile_id = :casefile AND step = :step AND state = 'finished'"
    " ORDER BY id DESC LIMIT 1)";

enum { NUMBER_SIZE = 32 };

static enum status add_assessment(struct step_act *act, const struct step_completion *completion,
                                  const char *id, struct error *error)
{
    const struct instrument *instrument = completion->step->instrument;
    struct query query;
    query_begin(&query, act->desk->store, SQL_ADD_ASSESSMENT);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":casefile", act->casefile_id);
    query_bind_text(&query, ":step", completion->step->id);
    query_bind_text(&query, ":person", act->view.casefile.person_id);
    query_bind_text(&query, ":instrument", instrument->id);
    query_bind_int(&query, ":version", instrument->version);
    query_bind_day(&query, ":day", true, completion->day);
    query_bind_text(&query, ":by", completion->finished_by);
    return query_run(&query, error);
}

static bool is_question(const struct instrument *instrument, const char *field)
{
    for (size_t i = 0; i < instrument->dimension_count; i++)
        for (size_t k = 0; k < instrument->dimensions[i].question_count; k++)
            if (strcmp(instrument->dimensions[i].questions[k].id, field) == 0)
                return true;
    return false;
}

static enum status add_answers(struct step_act *act, const struct step *step, const char *id,
                               struct error *error)
{
    const struct situation *situation = &act->view.situation;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        struct query query;
        if (strcmp(answer->step, step->id) != 0 || !is_question(step->instrument, answer->field))
            continue;
        query_begin(&query, act->desk->store, SQL_ADD_ANSWER);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":question", answer->field);
        query_bind_text(&query, ":value", answer->value);
        status = query_run(&query, error);
    }
    return status;
}

/* Signs count as 1; a number with a dot whatever language the program speaks. */
static void format_score(char out[NUMBER_SIZE], double value)
{
    enum { PARTS = 1000000 };
    const bool is_negative = value < 0;
    const long long parts = (long long)((is_negative ? -value : value) * PARTS + 0.5);
    snprintf(out, NUMBER_SIZE, "%s%lld.%06lld", is_negative ? "-" : "", parts / PARTS,
             parts % PARTS);
}

static enum status add_score(struct step_act *act, const struct instrument *instrument,
                             const struct score *score, const char *id, struct error *error)
{
    char number[NUMBER_SIZE];
    struct query query;
    format_score(number, score->value);
    query_begin(&query, act->desk->store, SQL_ADD_SCORE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":dimension", score->dimension);
    query_bind_text(&query, ":score", score->has_value ? number : NULL);
    query_bind_int(&query, ":answered", score->answered);
    query_bind_int(&query, ":asked", score->asked);
    query_bind_int(&query, ":is_official", instrument->is_official);
    return query_run(&query, error);
}

enum status step_write_assessment(struct step_act *act, const struct step_completion *completion,
                                  struct error *error)
{
    char id[UUID_TEXT_SIZE];
    struct scores scores;
    uuid_new(id);
    enum status status = add_assessment(act, completion, id, error);
    if (status == STATUS_OK)
        status = add_answers(act, completion->step, id, error);
    instrument_score(&scores, completion->step, &act->view.situation);
    for (size_t i = 0; status == STATUS_OK && i < scores.count; i++)
        status = add_score(act, completion->step->instrument, &scores.items[i], id, error);
    return status;
}

enum status step_void_assessment(struct step_act *act, const char *step, struct error *error)
{
    struct query query;
    query_begin(&query, act->desk->store, SQL_VOID);
    query_bind_text(&query, ":casefile", act->casefile_id);
    query_bind_text(&query, ":step", step);
    return query_run(&query, error);
}
