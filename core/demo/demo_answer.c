/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_answer.h"

#include "casefile/step_store.h"
#include "demo/demo_agency.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUTS_MAX = 160, VALUE_SIZE = 64, PASSES_MAX = 8, NO_PERCENT = 85 };

/* Answers collected for one act; texts that are made lie in "values". */
struct answers {
    const struct demo_speaker *speaker;
    struct demo_random *random;
    struct day today;
    struct answer_input inputs[INPUTS_MAX];
    size_t count;
    char paths[INPUTS_MAX][STEP_PATH_SIZE];
    char values[INPUTS_MAX][VALUE_SIZE];
};

/* ---- Hints */

static const struct demo_hint *find_among(const struct demo_hint *hints, const char *step,
                                          enum demo_hint_kind kind)
{
    for (; hints->step != NULL; hints++)
        if (hints->kind == kind && strcmp(hints->step, step) == 0)
            return hints;
    return NULL;
}

const struct demo_hint *demo_hint_find(const struct demo_path *path, const char *step,
                                       enum demo_hint_kind kind)
{
    const struct demo_hint *own = find_among(path->hints, step, kind);
    return own != NULL ? own : find_among(demo_hints_of_all, step, kind);
}

bool demo_hint_is_any(const struct demo_path *path, const char *step)
{
    bool is_any = false;
    for (int kind = DEMO_HINT_ANSWER; kind <= DEMO_HINT_ASK; kind++)
        is_any = is_any || demo_hint_find(path, step, (enum demo_hint_kind)kind) != NULL;
    return is_any;
}

const char *demo_hint_whom(const struct demo_path *path, const struct step *step)
{
    const struct demo_hint *hint = demo_hint_find(path, step->id, DEMO_HINT_ASK);
    const char *name = demo_agency_name(step->body);
    if (hint != NULL)
        return hint->value;
    return name != NULL ? name : "Ответственный орган";
}

/* ---- Collecting */

static bool has_input(const struct answers *answers, const char *path, int row)
{
    for (size_t i = 0; i < answers->count; i++)
        if (answers->inputs[i].item == row && strcmp(answers->inputs[i].path, path) == 0)
            return true;
    return false;
}

/* "@-40" and the words for what is known of the person. */
static const char *expand(const struct answers *answers, const char *value, char made[VALUE_SIZE])
{
    const struct demo_speaker *speaker = answers->speaker;
    const struct {
        const char *word;
        const char *value;
    } known[] = {
        { "@language", speaker->language }, { "@origin", speaker->origin },
        { "@group", speaker->group },       { "@office", speaker->office },
        { "@fee", speaker->fee },
    };
    char day[DAY_TEXT_SIZE];
    if (value[0] != '@')
        return value;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(value, known[i].word) == 0)
            return known[i].value;
    const long days = strtol(value + 1, NULL, 10);
    day_format(day, (struct day){ (int32_t)(answers->today.number + days) });
    snprintf(made, VALUE_SIZE, "%s", day);
    return made;
}

static void add_input(struct answers *answers, const char *path, int row, const char *value)
{
    const size_t at = answers->count;
    if (at == INPUTS_MAX || has_input(answers, path, row))
        return;
    snprintf(answers->paths[at], sizeof(answers->paths[at]), "%s", path);
    answers->inputs[at] = (struct answer_input){
        .path = answers->paths[at],
        .item = row,
        .value = expand(answers, value, answers->values[at]),
    };
    answers->count++;
}

/* An empty hint says that the field stays empty: it only keeps a later one away. */
static void add_hints(struct answers *answers, const struct demo_hint *hints, const char *step)
{
    for (; hints->step != NULL; hints++)
        if (hints->kind == DEMO_HINT_ANSWER && strcmp(hints->step, step) == 0)
            add_input(answers, hints->path, hints->number, hints->value);
}

/* Who helped, and when they answered, stands in every request that asks for it. */
static void add_helper(struct answers *answers, const struct step *step, const char *whom)
{
    const struct field *provider = step_find_field(step, "provider");
    const struct field *answer_on = step_find_field(step, "answer_on");
    if (step->ladder != NULL && provider != NULL && provider->when == NULL)
        add_input(answers, provider->id, 0, whom);
    if (step->ladder != NULL && answer_on != NULL && answer_on->when == NULL)
        add_input(answers, answer_on->id, 0, "@0");
}

static void drop_empty(struct answers *answers)
{
    size_t kept = 0;
    for (size_t i = 0; i < answers->count; i++)
        if (answers->inputs[i].value[0] != '\0')
            answers->inputs[kept++] = answers->inputs[i];
    answers->count = kept;
}

/* ---- Making an answer that the definition allows */

/* Most signs of an instrument are not there. */
static const char *choose(const struct answers *answers, const struct field *field,
                          bool is_question)
{
    if (!is_question)
        return field->choices[0].id;
    if (field_find_choice(field, "no") != NULL && demo_random_chance(answers->random, NO_PERCENT))
        return "no";
    return field->choices[demo_random_below(answers->random, (long)field->choice_count)].id;
}

static const char *make_value(const struct answers *answers, const struct field *field,
                              bool is_question, char made[VALUE_SIZE])
{
    if (field->must_be != NULL)
        return field->must_be;
    switch ((enum field_type)field->type) {
    case FIELD_NUMBER:
        snprintf(made, VALUE_SIZE, "%d", field->least.is_given ? field->least.value : 1);
        return made;
    case FIELD_MONEY:
        return "@fee";
    case FIELD_DATE:
        return field->time == FIELD_FUTURE ? "@14" : "@0";
    case FIELD_YES_NO:
    case FIELD_YES_NO_UNKNOWN:
        return is_question ? choose(answers, field, true) : "no";
    case FIELD_CHOICE:
    case FIELD_CHOICES:
        return choose(answers, field, is_question);
    case FIELD_COUNTRY:
        return "@origin";
    case FIELD_LANGUAGE:
        return "@language";
    case FIELD_TEXT:
    case FIELD_LONG_TEXT:
    case FIELD_ROWS:
    case FIELD_TYPE_COUNT:
    default:
        return "Записано со слов";
    }
}

static void add_made(struct answers *answers, const char *path, int row, const struct field *field,
                     bool is_question)
{
    char made[VALUE_SIZE];
    const size_t at = answers->count;
    const char *value = make_value(answers, field, is_question, made);
    add_input(answers, path, row, value);
    if (answers->count > at && answers->inputs[at].value == made) {
        snprintf(answers->values[at], VALUE_SIZE, "%s", made);
        answers->inputs[at].value = answers->values[at];
    }
}

/* So many rows as there must be, each with its first column. */
static void add_rows(struct answers *answers, const struct field *rows)
{
    char path[STEP_PATH_SIZE];
    const int least = rows->least.is_given ? rows->least.value : 1;
    for (int row = 1; row <= (least < 1 ? 1 : least); row++) {
        snprintf(path, sizeof(path), "%s.%s", rows->id, rows->fields[0].id);
        add_made(answers, path, row, &rows->fields[0], false);
    }
}

static void add_missing(struct answers *answers, const struct missing *missing)
{
    char path[STEP_PATH_SIZE];
    switch (missing->kind) {
    case MISSING_ANSWER:
    case MISSING_MUST_BE:
        snprintf(path, sizeof(path), "%s%s%s", missing->rows == NULL ? "" : missing->rows->id,
                 missing->rows == NULL ? "" : ".", missing->field->id);
        if (missing->field->type == FIELD_ROWS)
            add_rows(answers, missing->field);
        else
            add_made(answers, path, missing->row, missing->field, false);
        break;
    case MISSING_EVIDENCE:
        snprintf(path, sizeof(path), "evidence.%s", missing->evidence->type);
        add_input(answers, path, 0, "copy");
        break;
    case MISSING_ROWS:
        add_rows(answers, missing->field);
        break;
    case MISSING_CASE:
    default:
        break;
    }
}

/* All questions of an assessment that are asked and have no answer. */
static void add_questions(struct answers *answers, const struct step *step,
                          const struct casefile_view *view)
{
    for (size_t i = 0; step->instrument != NULL && i < step->field_count; i++) {
        const struct field *field = &step->fields[i];
        if (field->type != FIELD_ROWS && field->choice_count > 0 &&
            situation_answer(&view->situation, step->id, field->id, 0) == NULL &&
            field_is_asked(field, step, view->definition, &view->situation, &view->standing, 0))
            add_made(answers, field->id, 0, field, true);
    }
}

/* ---- Writing */

static enum status give(const struct casefile_desk *desk, const char *casefile_id,
                        const struct step *step, struct answers *answers, struct error *error)
{
    struct step_result result;
    for (size_t i = 0; i < answers->count; i++)
        answers->inputs[i].step = step->id;
    const struct answer_act act = { .inputs = answers->inputs, .count = answers->count };
    const enum status status = step_answer(desk, casefile_id, &act, &result, error);
    if (status == STATUS_REFUSED || status == STATUS_INVALID || status == STATUS_NOT_FOUND)
        error_set(error, STATUS_INVALID, "step %s does not take %s %s (%d)", step->id, result.field,
                  result.fault_count > 0 ? result.faults[0].field : "", (int)result.refusal);
    step_result_release(&result);
    answers->count = 0;
    return status == STATUS_OK ? STATUS_OK : error->status;
}

static enum status collect_missing(const struct casefile_desk *desk, const char *casefile_id,
                                   const struct step *step, struct answers *answers,
                                   struct error *error)
{
    struct casefile_view view;
    struct missing_list missing = { .items = NULL };
    enum status status = casefile_view_load(desk, casefile_id, &view, error);
    if (status != STATUS_OK)
        return status;
    status = step_list_missing(&missing, step, &view.standing, &view.situation, error);
    for (size_t i = 0; status == STATUS_OK && i < missing.count; i++) {
        add_missing(answers, &missing.items[i]);
        if (missing.items[i].kind == MISSING_CASE)
            status = error_set(error, STATUS_INVALID, "step %s needs a casefile", step->id);
    }
    if (status == STATUS_OK)
        add_questions(answers, step, &view);
    free(missing.items);
    casefile_view_release(&view);
    return status;
}

enum status demo_answer_step(const struct casefile_desk *desk, const char *casefile_id,
                             const struct step *step, const struct demo_path *path,
                             const struct demo_speaker *speaker, struct demo_random *random,
                             struct error *error)
{
    struct answers *answers = calloc(1, sizeof(*answers));
    if (answers == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "demo");
    answers->speaker = speaker;
    answers->random = random;
    answers->today = desk->today;
    add_hints(answers, path->hints, step->id);
    add_hints(answers, demo_hints_of_all, step->id);
    add_helper(answers, step, demo_hint_whom(path, step));
    drop_empty(answers);
    enum status status = STATUS_OK;
    for (int pass = 0; status == STATUS_OK && pass < PASSES_MAX; pass++) {
        if (answers->count > 0)
            status = give(desk, casefile_id, step, answers, error);
        if (status == STATUS_OK)
            status = collect_missing(desk, casefile_id, step, answers, error);
        if (answers->count == 0)
            break;
    }
    if (status == STATUS_OK && answers->count > 0)
        status = error_set(error, STATUS_INVALID, "step %s always misses %s", step->id,
                           answers->inputs[0].path);
    free(answers);
    return status;
}
