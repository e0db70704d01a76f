/* SPDX-License-Identifier: Apache-2.0 */

/* The built-in workflows: each is sound, and whatever is answered, there is always a next step or
 * an end; over many walks every step is come to. */
#include "country/country_calendar.h"
#include "workflow/library.h"
#include "workflow/standing.h"

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WALKS = 100, ACTS_MAX = 600, ANSWERS_MAX = 6000, RECORDS_MAX = 300, WAITS_MAX = 800 };

static const char *const countries[] = { "KZ", "KG", "TJ", "TM", "UZ" };
static const char *const groups[] = {
    "REF", "ASY", "CPL", "STA", "UND", "LAB", "ETH", "FAM", NULL
};
static const char *const nationalities[] = {
    "KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG", "XXA", NULL
};

/* ---- Chance that is the same every time */

static uint32_t seed;

static unsigned below(unsigned limit)
{
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % limit;
}

static bool chance(unsigned percent)
{
    return below(100) < percent;
}

/* ---- One walk: what is known, as the store would keep it */

struct walk {
    const struct definition *definition;
    struct answer_given answers[ANSWERS_MAX];
    char *texts[ANSWERS_MAX]; /* steps' fields and values, to be freed */
    size_t text_count;
    struct step_record records[RECORDS_MAX];
    struct step_wait waits[WAITS_MAX];
    struct linked_case links[8];
    struct situation situation;
    struct standing standing;
    bool *was_next;
};

static struct walk walk;

static const char *keep(const char *text)
{
    char *copy = strdup(text);
    assert_non_null(copy);
    assert_true(walk.text_count < ANSWERS_MAX);
    walk.texts[walk.text_count++] = copy;
    return copy;
}

static void give(const char *step, const char *field, int item, const char *value)
{
    struct situation *situation = &walk.situation;
    for (size_t i = 0; i < situation->answer_count; i++)
        if (walk.answers[i].item == item && strcmp(walk.answers[i].field, field) == 0 &&
            strcmp(walk.answers[i].step, step) == 0) {
            walk.answers[i].value = keep(value);
            return;
        }
    assert_true(situation->answer_count < ANSWERS_MAX);
    walk.answers[situation->answer_count++] =
        (struct answer_given){ step, keep(field), item, keep(value) };
}

static struct step_record *record(const char *step)
{
    for (size_t i = 0; i < walk.situation.record_count; i++)
        if (strcmp(walk.records[i].step, step) == 0)
            return &walk.records[i];
    assert_true(walk.situation.record_count < RECORDS_MAX);
    walk.records[walk.situation.record_count] = (struct step_record){ .step = step };
    return &walk.records[walk.situation.record_count++];
}

static void compute(void)
{
    struct error error = { 0 };
    standing_release(&walk.standing);
    assert_ok(standing_compute(&walk.standing, walk.definition, &walk.situation, &error));
}

/* ---- Wishes: what would lead to one step that chance alone seldom comes to */

struct wish {
    const char *path; /* "STEP.FIELD", or "STEP" for an outcome */
    const char *value;
};

static struct wish wishes[200];
static size_t wish_count;
static bool is_calm; /* no signs of danger, nothing skipped */
/* Wishes may contradict each other: which of them count differs from one attempt to the next. */
static bool takes_first, avoids;

static void wish_for_step(const struct step *step, int depth);
static void wish_against(const struct condition *condition);

static void wish(const char *path, const char *value)
{
    if (value != NULL && wish_count < sizeof(wishes) / sizeof(wishes[0]))
        wishes[wish_count++] = (struct wish){ path, value };
}

static const char *find_wish(const char *step, const char *field)
{
    char path[100];
    snprintf(path, sizeof(path), "%s%s%s", step, field == NULL ? "" : ".",
             field == NULL ? "" : field);
    const char *found = NULL;
    unsigned count = 0;
    for (size_t i = 0; i < wish_count; i++)
        if (strcmp(wishes[i].path, path) == 0 &&
            (takes_first ? found == NULL : below(++count) == 0))
            found = wishes[i].value;
    return found;
}

static const struct step *step_of(const char *path)
{
    char id[100];
    snprintf(id, sizeof(id), "%.*s", (int)strcspn(path, "."), path);
    return definition_find_step(walk.definition, id);
}

static void wish_for(const struct condition *condition, int depth)
{
    if (condition == NULL)
        return;
    if (condition->field != NULL) {
        wish(condition->field, condition->is != NULL        ? condition->is
                               : condition->has != NULL     ? condition->has
                               : condition->in_count > 0    ? condition->in[0]
                               : condition->at_most != NULL ? condition->at_most
                                                            : condition->at_least);
        const struct step *step = step_of(condition->field);
        const struct field *field =
            step == NULL ? NULL : step_find_field(step, strchr(condition->field, '.') + 1);
        if (field != NULL && depth < 5)
            wish_for(field->when, depth + 1);
        if (step != NULL)
            wish_for_step(step, depth + 1);
    }
    if (condition->negated != NULL && avoids)
        wish_against(condition->negated);
    if (condition->step != NULL) {
        wish(condition->step, condition->outcome);
        wish_for_step(step_of(condition->step), depth + 1);
    }
    for (size_t i = 0; i < condition->all_count; i++)
        wish_for(&condition->all[i], depth);
    if (condition->any_count > 0)
        wish_for(&condition->any[below((unsigned)condition->any_count)], depth);
}

/* Another answer than the one that meets the condition. */
static void wish_against_field(const struct condition *condition)
{
    const struct step *step = step_of(condition->field);
    const char *rest = strchr(condition->field, '.');
    wish(condition->field, condition->is_not);
    const struct field *field =
        step == NULL || condition->is_not != NULL ? NULL : step_find_field(step, rest + 1);
    for (size_t i = 0; field != NULL && i < field->choice_count; i++) {
        const char *id = field->choices[i].id;
        bool is_meant = condition->is != NULL && strcmp(condition->is, id) == 0;
        for (size_t k = 0; k < condition->in_count; k++)
            is_meant |= strcmp(condition->in[k], id) == 0;
        if (!is_meant) {
            wish(condition->field, id);
            return;
        }
    }
}

static void wish_against(const struct condition *condition)
{
    const struct definition *definition = walk.definition;
    if (condition->field != NULL)
        wish_against_field(condition);
    for (size_t i = 0; condition->indication != NULL && i < definition->indication_count; i++)
        if (strcmp(definition->indications[i].id, condition->indication) == 0)
            wish_against(definition->indications[i].when);
    wish_for(condition->negated, 5);
    for (size_t i = 0; i < condition->all_count; i++)
        wish_against(&condition->all[i]);
    for (size_t i = 0; i < condition->any_count; i++)
        wish_against(&condition->any[i]);
}

static void wish_against_guards(const struct step *step)
{
    const struct definition *definition = walk.definition;
    for (size_t i = 0; step->contact != NULL && i < definition->guard_count; i++)
        if (strcmp(definition->guards[i].contact, step->contact) == 0)
            wish_against(definition->guards[i].when);
}

static void wish_for_step(const struct step *step, int depth)
{
    if (depth > 4)
        return;
    wish_against_guards(step);
    wish_for(step->when, depth);
    wish_for(step->stage->when, depth);
    for (size_t i = 0; step->is_opened && i < walk.definition->step_count; i++) {
        const struct step *opener = walk.definition->steps[i];
        for (size_t k = 0; k < opener->outcome_count; k++)
            for (size_t n = 0; n < opener->outcomes[k].opens_count; n++)
                if (strcmp(opener->outcomes[k].opens[n], step->id) == 0 && chance(50)) {
                    wish(opener->id, opener->outcomes[k].id);
                    wish_for_step(opener, depth + 1);
                }
    }
}

/* ---- Answers */

static void make_value(const struct field *field, char *out, size_t size)
{
    struct day day;
    const int least = field->least.is_given ? field->least.value : 0;
    const int most = field->most.is_given ? field->most.value : least + 20;
    switch ((enum field_type)field->type) {
    case FIELD_NUMBER:
        snprintf(out, size, "%d", least + (int)below((unsigned)(most - least + 1)));
        break;
    case FIELD_MONEY:
        snprintf(out, size, "%u.00 USD", below(3000));
        break;
    case FIELD_DATE: {
        char text[DAY_TEXT_SIZE];
        const int days = (int)below(400);
        const int sign = field->time == FIELD_PAST     ? -1
                         : field->time == FIELD_FUTURE ? 1
                         : chance(50)                  ? -1
                                                       : 1;
        assert_int_equal(day_add_days(&day, walk.situation.today, sign * days, NULL), STATUS_OK);
        day_format(text, day);
        snprintf(out, size, "%s", text);
        break;
    }
    case FIELD_COUNTRY:
        snprintf(out, size, "UZB");
        break;
    case FIELD_LANGUAGE:
        snprintf(out, size, "ru");
        break;
    case FIELD_TEXT:
    case FIELD_LONG_TEXT:
        snprintf(out, size, "x");
        break;
    case FIELD_YES_NO:
    case FIELD_YES_NO_UNKNOWN:
    case FIELD_CHOICE:
    case FIELD_CHOICES:
        snprintf(out, size, "%s", field->choices[below((unsigned)field->choice_count)].id);
        break;
    case FIELD_ROWS:
    case FIELD_TYPE_COUNT:
    default:
        break;
    }
    if (field->must_be != NULL)
        snprintf(out, size, "%s", field->must_be);
}

static void answer_field(const struct step *step, const struct field *field,
                         const struct field *rows, int row)
{
    char path[100];
    char value[100] = "";
    const bool is_required =
        field_is_required(field, step, walk.definition, &walk.situation, &walk.standing, row);
    if (!field_is_asked(field, step, walk.definition, &walk.situation, &walk.standing, row) ||
        (!is_required && !is_calm && chance(25)))
        return;
    snprintf(path, sizeof(path), "%s%s%s", rows == NULL ? "" : rows->id, rows == NULL ? "" : ".",
             field->id);
    make_value(field, value, sizeof(value));
    /* Most signs of an instrument are not there. */
    if (field->type == FIELD_YES_NO_UNKNOWN && step->instrument != NULL && chance(70))
        snprintf(value, sizeof(value), "no");
    if (is_calm && strstr(step->file, "screening") != NULL && field->must_be == NULL &&
        field_find_choice(field, "no") != NULL)
        snprintf(value, sizeof(value), "no");
    const char *wished = find_wish(step->id, path);
    if (wished != NULL)
        snprintf(value, sizeof(value), "%s", wished);
    give(step->id, path, row, value);
}

static void answer_rows(const struct step *step, const struct field *rows)
{
    const int least = rows->least.is_given ? rows->least.value : 0;
    int count = least + (int)below(3);
    if (field_is_required(rows, step, walk.definition, &walk.situation, &walk.standing, 0) &&
        count == 0)
        count = 1;
    if (!field_is_asked(rows, step, walk.definition, &walk.situation, &walk.standing, 0))
        return;
    for (int row = 1; row <= count; row++) {
        /* Twice: a column may depend on another one. */
        for (int pass = 0; pass < 2; pass++)
            for (size_t i = 0; i < rows->field_count; i++)
                answer_field(step, &rows->fields[i], rows, row);
    }
}

static void answer_step(const struct step *step)
{
    char path[100];
    for (size_t i = 0; i < step->field_count; i++)
        if (step->fields[i].type == FIELD_ROWS)
            answer_rows(step, &step->fields[i]);
        else
            answer_field(step, &step->fields[i], NULL, 0);
    for (size_t i = 0; i < step->evidence_count; i++) {
        snprintf(path, sizeof(path), "evidence.%s", step->evidence[i].type);
        give(step->id, path, 0, chance(50) ? "original" : "copy");
    }
    if (step->opens_case != NULL && walk.situation.link_count < 8)
        walk.links[walk.situation.link_count++].workflow = step->opens_case;
}

static void require_nothing_missing(const struct step *step)
{
    struct error error = { 0 };
    struct missing_list missing;
    for (int pass = 0; pass < 10; pass++) {
        compute();
        assert_ok(step_list_missing(&missing, step, &walk.standing, &walk.situation, &error));
        const size_t count = missing.count;
        for (size_t i = 0; i < count; i++)
            if (missing.items[i].kind == MISSING_ANSWER || missing.items[i].kind == MISSING_MUST_BE)
                answer_field(step, missing.items[i].field, missing.items[i].rows,
                             missing.items[i].row);
            else if (missing.items[i].kind == MISSING_ROWS)
                answer_rows(step, missing.items[i].field);
        free(missing.items);
        if (count == 0)
            return;
    }
    fail_msg("%s.%s can never be finished", walk.definition->id, step->id);
}

/* ---- Acts */

static void finish(const struct step *step)
{
    struct step_record *entry = record(step->id);
    const struct outcome *outcome =
        step->outcome_count == 0 ? NULL : &step->outcomes[below((unsigned)step->outcome_count)];
    bool is_last = true;
    const char *wished = find_wish(step->id, NULL);
    if (wished != NULL && chance(80))
        outcome = step_find_outcome(step, wished);
    entry->outcome = outcome == NULL ? NULL : outcome->id;
    if (step->rounds != NULL) {
        entry->rounds++;
        is_last = (size_t)entry->rounds >= step->rounds->at_count;
        for (size_t i = 0; i < step->rounds->last_count; i++)
            is_last |= outcome != NULL && strcmp(step->rounds->last[i], outcome->id) == 0;
    }
    entry->finished_on = walk.situation.today;
    entry->has_finished_on = true;
    entry->decision = !is_last                                 ? DECISION_STARTED
                      : outcome != NULL && outcome->is_refusal ? DECISION_REFUSED
                                                               : DECISION_DONE;
    for (size_t i = 0; i < walk.situation.wait_count; i++)
        if (strcmp(walk.waits[i].step, step->id) == 0 && !walk.waits[i].has_until) {
            walk.waits[i].until = walk.situation.today;
            walk.waits[i].has_until = true;
        }
}

static void begin_wait(const struct step_standing *standing)
{
    if (walk.situation.wait_count == WAITS_MAX)
        return;
    walk.waits[walk.situation.wait_count++] =
        (struct step_wait){ .step = standing->step->id,
                            .rung = standing->wait == NULL ? 0 : standing->wait->rung + 1,
                            .waiting_for = "x",
                            .from = walk.situation.today,
                            .stops_clock = chance(10) };
}

static void act(const struct step_standing *next)
{
    const struct step *step = next->step;
    struct day later;
    walk.was_next[definition_step_index(walk.definition, step)] = true;
    if (next->state == STEP_READY && step->may_skip && !is_calm && chance(10)) {
        struct step_record *entry = record(step->id);
        entry->decision = DECISION_SKIPPED;
        entry->finished_on = walk.situation.today;
        entry->has_finished_on = true;
        return;
    }
    if ((next->state == STEP_READY && step->ladder != NULL && chance(50)) ||
        (next->state == STEP_WAITING && next->rung != NULL && chance(50))) {
        begin_wait(next);
    } else {
        answer_step(step);
        require_nothing_missing(step);
        finish(step);
    }
    assert_int_equal(day_add_days(&later, walk.situation.today, (int)below(12), NULL), STATUS_OK);
    walk.situation.today = later;
}

static void check_sanity(void)
{
    bool is_open = false;
    for (size_t i = 0; i < walk.standing.step_count; i++) {
        const struct step_standing *step = &walk.standing.steps[i];
        is_open |= step->state == STEP_READY || step->state == STEP_WAITING;
        assert_true((step->state == STEP_LOCKED) == (step->lock != NULL));
        assert_true((step->state == STEP_BLOCKED) == (step->guard != NULL));
    }
    if (!walk.standing.is_finished && walk.standing.next == NULL)
        fail_msg("%s is stuck", walk.definition->id);
    assert_true(walk.standing.is_finished == !is_open);
}

static void walk_once(const struct country_pack *pack, const struct calendar *calendar,
                      const char *country)
{
    walk.situation = (struct situation){ .answers = walk.answers,
                                         .records = walk.records,
                                         .waits = walk.waits,
                                         .links = walk.links,
                                         .country = pack,
                                         .calendar = calendar,
                                         .country_code = country };
    walk.situation.person.age = chance(10) ? -1 : (int)below(80);
    walk.situation.person.sex = chance(50) ? "male" : "female";
    walk.situation.person.group = groups[below(9)];
    walk.situation.person.nationality = nationalities[below(8)];
    if (is_calm) {
        const char *age = find_wish("person", "age");
        walk.situation.person.age = age == NULL ? 35 : atoi(age);
        walk.situation.person.group = find_wish("person", "group");
    }
    assert_int_equal(day_from_civil(&walk.situation.opened, 2026, 1, 5, NULL), STATUS_OK);
    walk.situation.today = walk.situation.opened;
    int acts = 0;
    for (compute(); walk.standing.next != NULL; compute()) {
        check_sanity();
        if (++acts > ACTS_MAX)
            fail_msg("%s does not end: %s", walk.definition->id, walk.standing.next->step->id);
        act(walk.standing.next);
    }
    check_sanity();
    assert_true(walk.standing.is_finished);
    standing_release(&walk.standing);
    for (size_t i = 0; i < walk.text_count; i++)
        free(walk.texts[i]);
    walk.text_count = 0;
}

static void load(const char *workflow)
{
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    struct definition *definition;
    const struct library library = library_builtin();
    assert_ok(library_load(&definition, &library, workflow, &faults, &error));
    for (size_t i = 0; i < faults.count; i++)
        print_error("%s:%d: %s %s %s\n", faults.items[i].file, faults.items[i].line,
                    fault_name(faults.items[i].kind), faults.items[i].words[0],
                    faults.items[i].words[1]);
    assert_non_null(definition);
    walk.definition = definition;
}

/* ---- The tests */

static void every_built_in_workflow_is_sound(void **state)
{
    (void)state;
    size_t count = 0;
    const char *id;
    for (; (id = library_workflow_at(count)) != NULL; count++) {
        load(id);
        assert_string_equal(walk.definition->id, id);
        definition_release((struct definition *)walk.definition);
    }
    assert_true(count >= 3);
}

static void every_file_is_used_by_a_workflow(void **state)
{
    (void)state;
    const struct library library = library_builtin();
    for (size_t i = 0; i < library.shelves[0].count; i++) {
        const char *name = library.shelves[0].sources[i].name;
        bool is_used = strstr(name, "forced_labour") != NULL; /* for the hotline */
        const char *id;
        for (size_t k = 0; !is_used && (id = library_workflow_at(k)) != NULL; k++) {
            load(id);
            for (size_t n = 0; n < walk.definition->source_count; n++)
                is_used |= strcmp(walk.definition->sources[n]->name, name) == 0;
            definition_release((struct definition *)walk.definition);
        }
        if (!is_used)
            fail_msg("%s is used by no workflow", name);
    }
}

static void walk_in(const char *country, int walks)
{
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    struct country_pack *pack;
    struct country_calendar calendar;
    assert_ok(country_pack_load(&pack, country, NULL, &faults, &error));
    assert_non_null(pack);
    assert_ok(country_calendar_make(&calendar, pack, 2024, 2040, &error));
    for (int i = 0; i < walks; i++)
        walk_once(pack, &calendar.calendar, country);
    country_calendar_release(&calendar);
    country_pack_release(pack);
}

/* Chance seldom comes to some steps: they are looked for, as somebody would who wants to see them.
 */
static void seek(size_t index)
{
    is_calm = true;
    for (int i = 0; i < 300 && !walk.was_next[index]; i++) {
        wish_count = 0;
        takes_first = i % 2 == 0;
        avoids = i % 4 >= 2;
        wish_for_step(walk.definition->steps[index], 0);
        const char *country = find_wish("office", "country");
        walk_in(country == NULL ? countries[i % 5] : country, 1);
    }
    is_calm = false;
    wish_count = 0;
}

static void walk_often(const char *workflow)
{
    load(workflow);
    seed = 20261124;
    walk.was_next = calloc(walk.definition->step_count, sizeof(*walk.was_next));
    for (size_t i = 0; i < 5; i++)
        walk_in(countries[i], WALKS / 5);
    size_t missed = 0;
    for (size_t i = 0; i < walk.definition->step_count; i++) {
        if (!walk.was_next[i])
            seek(i);
        if (!walk.was_next[i]) {
            print_error("never came to %s.%s\n", workflow, walk.definition->steps[i]->id);
            missed++;
        }
    }
    assert_int_equal(missed, 0);
    free(walk.was_next);
    definition_release((struct definition *)walk.definition);
}

static void integration_never_gets_stuck(void **state)
{
    (void)state;
    walk_often("integration");
}

static void restoration_never_gets_stuck(void **state)
{
    (void)state;
    walk_often("restoration");
}

static void reintegration_never_gets_stuck(void **state)
{
    (void)state;
    walk_often("reintegration");
}

static void best_interests_never_gets_stuck(void **state)
{
    (void)state;
    walk_often("best_interests");
}

static void the_safe_return_check_never_gets_stuck(void **state)
{
    (void)state;
    walk_often("safe_return_check");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_built_in_workflow_is_sound),
        cmocka_unit_test(every_file_is_used_by_a_workflow),
        cmocka_unit_test(integration_never_gets_stuck),
        cmocka_unit_test(restoration_never_gets_stuck),
        cmocka_unit_test(reintegration_never_gets_stuck),
        cmocka_unit_test(best_interests_never_gets_stuck),
        cmocka_unit_test(the_safe_return_check_never_gets_stuck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
