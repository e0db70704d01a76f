/* SPDX-License-Identifier: Apache-2.0 */

/* Answering, finishing, approving, skipping and reopening steps. */
#include "casefile/step_store.h"

#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_lease.h"
#include "casefile/casefile_view.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static struct casefile_desk desk;  /* Aigul, a supervisor */
static struct casefile_desk clerk; /* Bek, a clerk */
static struct casefile_opened opened;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_workflow_office(store);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    clerk = fixture_desk(store, FIXTURE_OTHER_USER, "clerk", FIXTURE_TODAY);
    fixture_casefile_open(&desk, "Асанова", &opened);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    fixture_desk_release(&clerk);
    store_close(&store);
    fixture_moment = FIXTURE_MOMENT;
    return 0;
}

static enum status answer(const char *path, const char *value)
{
    return fixture_answer(&desk, opened.id, path, value);
}

static enum status finish(const char *step, const char *outcome)
{
    return fixture_finish_step(&desk, opened.id, step, outcome, FIXTURE_TODAY);
}

static enum status answer_many(const struct answer_input *inputs, size_t count, const char *seen)
{
    const struct answer_act act = { .inputs = inputs, .count = count, .seen = seen };
    step_result_release(&fixture_result);
    return step_answer(&desk, opened.id, &act, &fixture_result, &error);
}

/* Finishes the first stage; then those of the second are ready. */
static void pass_first_stage(const char *need)
{
    assert_int_equal(answer("intake.need", need), STATUS_OK);
    if (strcmp(need, "home") == 0)
        assert_int_equal(answer("intake.detail", "без дома"), STATUS_OK);
    assert_int_equal(finish("intake", NULL), STATUS_OK);
    assert_int_equal(finish("consent", NULL), STATUS_OK);
}

static enum step_state state_of(const char *step)
{
    struct casefile_view view;
    assert_ok(casefile_view_load(&desk, opened.id, &view, &error));
    const enum step_state found = standing_find(&view.standing, step)->state;
    casefile_view_release(&view);
    return found;
}

static const char *value_of(const char *step_and_field)
{
    return fixture_text(store,
                        "SELECT value FROM answer WHERE superseded_at IS NULL"
                        " AND step || '.' || field || CASE item WHEN 0 THEN '' ELSE item END = :id",
                        step_and_field);
}

/* ---- Answering */

static void an_answer_is_kept_normal_and_the_older_one_is_not_lost(void **state)
{
    (void)state;
    assert_int_equal(answer("intake.count", " 007 "), STATUS_OK);
    assert_string_equal(value_of("intake.count"), "7");
    assert_int_equal(fixture_result.state, STEP_READY);
    assert_int_equal(answer("intake.count", "8"), STATUS_OK);
    assert_string_equal(value_of("intake.count"), "8");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM answer"), 2);
    assert_int_equal(answer("intake.count", "8"), STATUS_OK); /* nothing new */
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM answer"), 2);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'step.answer'"), 2);
    assert_string_equal(
        fixture_text(store, "SELECT state FROM step_state WHERE casefile_id = :id", opened.id),
        "started");
    assert_journal_is_whole(store);
}

static void an_empty_value_takes_an_answer_back(void **state)
{
    (void)state;
    struct casefile_view view;
    assert_int_equal(answer("intake.detail", "Ош"), STATUS_OK);
    assert_int_equal(answer("intake.detail", "  "), STATUS_OK);
    assert_ok(casefile_view_load(&desk, opened.id, &view, &error));
    assert_int_equal(view.situation.answer_count, 0);
    casefile_view_release(&view);
    assert_int_equal(answer("intake.fear", ""), STATUS_OK); /* there was none */
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM answer"), 2);
}

static void all_answers_or_none_and_each_wrong_one_is_told(void **state)
{
    (void)state;
    const struct answer_input inputs[] = {
        { "intake", "need", 0, "paper" },        { "intake", "count", 0, "41" },
        { "intake", "fear", 0, "perhaps" },      { "intake", "lost_on", 0, "2026-11-25" },
        { "intake", "papers.kind", 4, "ID" },    { "intake", "evidence.photo", 0, "lost" },
        { "intake", "papers.number", 1, "A12" },
    };
    static const enum answer_fault faults[] = { ANSWER_HIGH, ANSWER_NOT_YES_NO, ANSWER_FUTURE,
                                                ANSWER_HIGH, ANSWER_NOT_EVIDENCE };
    char *before = dump_database(store_handle(store), "");
    assert_int_equal(answer_many(inputs, 7, NULL), STATUS_INVALID);
    assert_int_equal(fixture_result.fault_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(fixture_result.faults[i].fault, faults[i]);
    assert_string_equal(fixture_result.faults[3].field, "papers.kind");
    assert_int_equal(fixture_result.faults[3].item, 4);
    assert_int_equal(fixture_result.faults[0].limit, 40);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void a_form_is_looked_at_as_a_whole(void **state)
{
    (void)state;
    const struct answer_input together[] = { { NULL, "intake.lost_on", 0, "2026-11-20" },
                                             { NULL, "intake.need", 0, "paper" } };
    assert_int_equal(answer_many(together, 1, NULL), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NOT_ASKED);
    assert_string_equal(fixture_result.field, "lost_on");
    assert_int_equal(answer_many(together, 2, NULL), STATUS_OK);
    assert_string_equal(value_of("intake.lost_on"), "2026-11-20");
    /* What is not asked any more can be taken back. */
    assert_int_equal(answer("intake.need", "home"), STATUS_OK);
    assert_int_equal(answer("intake.lost_on", ""), STATUS_OK);
}

static void rows_are_answered_column_by_column(void **state)
{
    (void)state;
    const struct answer_input rows[] = { { "intake", "papers.kind", 1, "паспорт" },
                                         { "intake", "papers.kind", 2, "ID" },
                                         { "intake", "papers.number", 2, "AN 1" } };
    assert_int_equal(answer_many(rows, 3, NULL), STATUS_OK);
    assert_string_equal(value_of("intake.papers.number2"), "AN 1");
    assert_int_equal(answer("intake.papers", "x"), STATUS_INVALID);
    assert_int_equal(fixture_result.faults[0].fault, ANSWER_IS_ROWS);
    assert_int_equal(answer("intake.papers.kind", "x"), STATUS_NOT_FOUND); /* which row? */
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_FIELD);
}

static void an_unknown_step_or_field_is_told(void **state)
{
    (void)state;
    assert_int_equal(answer("dance.how", "x"), STATUS_NOT_FOUND);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_STEP);
    assert_int_equal(answer("intake", "x"), STATUS_NOT_FOUND);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_STEP);
    assert_int_equal(answer("intake.shoe", "x"), STATUS_NOT_FOUND);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_FIELD);
    assert_string_equal(fixture_result.field, "shoe");
    assert_int_equal(answer("intake.evidence.shoe", "copy"), STATUS_NOT_FOUND);
    assert_int_equal(fixture_answer(&desk, FIXTURE_USER, "intake.need", "x"), STATUS_NOT_FOUND);
}

static void a_step_that_is_not_open_says_why(void **state)
{
    (void)state;
    assert_int_equal(answer("follow.story", "x"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_LOCKED);
    assert_string_equal(fixture_result.lock->id, "intake");
    pass_first_stage("home");
    assert_int_equal(answer("intake.need", "paper"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_FINISHED);
    assert_int_equal(finish("ask", "found"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NOT_NEEDED);
    assert_int_equal(step_reopen(&desk, opened.id, "intake", "боится", &fixture_result, &error),
                     STATUS_OK);
    assert_int_equal(answer("intake.fear", "yes"), STATUS_OK);
    assert_int_equal(finish("intake", NULL), STATUS_OK);
    assert_int_equal(finish("family", NULL), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_BLOCKED);
    assert_string_equal(fixture_result.guard->id, "hush");
}

static void two_users_do_not_overwrite_each_other(void **state)
{
    (void)state;
    char seen[MOMENT_TEXT_SIZE];
    const struct answer_input mine = { "intake", "detail", 0, "Ош" };
    const struct answer_input other = { "intake", "fear", 0, "no" };
    assert_int_equal(answer("intake.detail", "Узген"), STATUS_OK);
    memcpy(seen, fixture_result.changed_at, sizeof(seen));
    assert_int_equal(fixture_answer(&clerk, opened.id, "intake.detail", "Араван"), STATUS_OK);
    assert_int_equal(answer_many(&mine, 1, seen), STATUS_MOVED);
    assert_string_equal(fixture_result.field, "detail");
    assert_string_equal(fixture_result.user_id, FIXTURE_OTHER_USER);
    assert_string_equal(value_of("intake.detail"), "Араван");
    assert_int_equal(answer_many(&other, 1, seen), STATUS_OK); /* nobody else touched that one */
    assert_int_equal(answer_many(&mine, 1, NULL), STATUS_OK);  /* knowing it */
    assert_string_equal(value_of("intake.detail"), "Ош");
    /* Taking back is a change too. */
    memcpy(seen, fixture_result.changed_at, sizeof(seen));
    assert_int_equal(fixture_answer(&clerk, opened.id, "intake.detail", ""), STATUS_OK);
    const struct answer_input again = { "intake", "detail", 0, "Кара-Суу" };
    assert_int_equal(answer_many(&again, 1, seen), STATUS_MOVED);
}

static void a_lease_keeps_others_out_until_it_ends(void **state)
{
    (void)state;
    struct casefile_lease lease;
    assert_ok(casefile_lease_take(store, FIXTURE_USER, opened.id, &lease, &error));
    assert_string_equal(lease.user_id, FIXTURE_USER);
    assert_status(casefile_lease_take(store, FIXTURE_OTHER_USER, opened.id, &lease, &error),
                  STATUS_IN_USE);
    assert_string_equal(lease.user_id, FIXTURE_USER);
    assert_status(casefile_lease_take(store, FIXTURE_USER, FIXTURE_USER, NULL, &error),
                  STATUS_NOT_FOUND);
    assert_int_equal(answer("intake.need", "home"), STATUS_OK);
    assert_int_equal(fixture_answer(&clerk, opened.id, "intake.need", "paper"), STATUS_IN_USE);
    assert_string_equal(fixture_result.user_id, FIXTURE_USER);
    fixture_moment += CASEFILE_LEASE_MINUTES * 60000LL;
    assert_int_equal(fixture_answer(&clerk, opened.id, "intake.need", "paper"), STATUS_OK);
    assert_ok(casefile_lease_take(store, FIXTURE_OTHER_USER, opened.id, NULL, &error));
    assert_ok(casefile_lease_release(store, FIXTURE_USER, opened.id, &error)); /* not theirs */
    assert_int_equal(answer("intake.need", "home"), STATUS_IN_USE);
    assert_ok(casefile_lease_release(store, FIXTURE_OTHER_USER, opened.id, &error));
    assert_int_equal(answer("intake.need", "home"), STATUS_OK);
}

static enum status answer_again(void *self)
{
    (void)self;
    const struct answer_input inputs[] = { { "intake", "need", 0, "paper" },
                                           { "intake", "fear", 0, "no" } };
    return answer_many(inputs, 2, NULL);
}

static void an_answer_that_is_cut_off_leaves_nothing(void **state)
{
    (void)state;
    assert_all_or_nothing(store, answer_again, NULL);
}

/* ---- Finishing */

static void a_step_with_something_missing_is_not_finished(void **state)
{
    (void)state;
    assert_int_equal(finish("intake", NULL), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_MISSING);
    assert_int_equal(fixture_result.missing.count, 1);
    assert_string_equal(fixture_result.missing.items[0].field->id, "need");
    assert_int_equal(answer("intake.need", "home"), STATUS_OK);
    assert_int_equal(finish("intake", NULL), STATUS_REFUSED);
    assert_string_equal(fixture_result.missing.items[0].field->id, "detail");
    assert_int_equal(state_of("intake"), STEP_READY);
}

static void finishing_opens_what_comes_after_and_moves_the_tasks(void **state)
{
    (void)state;
    pass_first_stage("paper");
    assert_int_equal(state_of("intake"), STEP_DONE);
    assert_int_equal(state_of("ask"), STEP_READY);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(step, ' ') FROM (SELECT step FROM task"
                                     " WHERE casefile_id = :id AND state = 'open' ORDER BY step)",
                                     opened.id),
                        "ask family follow mood");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE state = 'done'"), 2);
    assert_journal_is_whole(store);
}

static void days_of_an_act_are_neither_future_nor_before_the_opening(void **state)
{
    (void)state;
    assert_int_equal(fixture_finish_step(&desk, opened.id, "consent", NULL, "2026-11-25"),
                     STATUS_DATE_INVALID);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_FUTURE);
    assert_int_equal(fixture_finish_step(&desk, opened.id, "consent", NULL, "2026-11-23"),
                     STATUS_DATE_INVALID);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_EARLY);
}

static void an_outcome_is_needed_and_must_be_one_of_the_step(void **state)
{
    (void)state;
    pass_first_stage("paper");
    assert_int_equal(finish("ask", NULL), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_OUTCOME);
    assert_int_equal(finish("ask", "lost"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_OUTCOME);
    assert_int_equal(finish("family", "found"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_OUTCOME);
    assert_int_equal(finish("ask", "none"), STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_REFUSED); /* the body said no */
}

static void roles_finish_and_approve(void **state)
{
    (void)state;
    assert_int_equal(fixture_finish_step(&clerk, opened.id, "consent", NULL, FIXTURE_TODAY),
                     STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_ROLE);
    pass_first_stage("home");
    assert_int_equal(step_skip(&desk, opened.id, "family", "нет", &fixture_result, &error),
                     STATUS_OK);
    assert_int_equal(step_skip(&desk, opened.id, "mood", "нет", &fixture_result, &error),
                     STATUS_OK);
    assert_int_equal(answer("follow.story", "дома"), STATUS_OK);
    assert_int_equal(finish("follow", "gone"), STATUS_OK);
    assert_int_equal(answer("close.reason", "died"), STATUS_OK);
    assert_int_equal(step_approve(&desk, opened.id, "close", &fixture_result, &error),
                     STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_APPROVAL);
    assert_int_equal(fixture_finish_step(&clerk, opened.id, "close", NULL, FIXTURE_TODAY),
                     STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_ASKED_APPROVAL);
    assert_int_equal(
        fixture_number(store,
                       "SELECT count(*) FROM task WHERE state = 'open' AND kind = 'approval'"),
        1);
    assert_int_equal(step_approve(&clerk, opened.id, "close", &fixture_result, &error),
                     STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_ROLE);
    assert_int_equal(step_return(&desk, opened.id, "close", "почему?", &fixture_result, &error),
                     STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_READY);
    assert_int_equal(fixture_finish_step(&clerk, opened.id, "close", NULL, FIXTURE_TODAY),
                     STATUS_OK);
    assert_int_equal(answer("close.reason", "goals_reached"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_ASKED);
    assert_int_equal(step_approve(&desk, opened.id, "close", &fixture_result, &error), STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_DONE);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(state || ' ' || answered_by) FROM"
                                     " (SELECT * FROM approval WHERE casefile_id = :id"
                                     " AND kind = 'step' AND step = 'close' ORDER BY asked_at)",
                                     opened.id),
                        "rejected " FIXTURE_USER ",approved " FIXTURE_USER);
    assert_string_equal(fixture_text(store,
                                     "SELECT finished_by || ' ' || approved_by FROM step_state"
                                     " WHERE casefile_id = :id AND step = 'close'",
                                     opened.id),
                        FIXTURE_OTHER_USER " " FIXTURE_USER);
    assert_journal_is_whole(store);
}

static void rounds_are_counted_and_each_begins_with_an_empty_form(void **state)
{
    (void)state;
    pass_first_stage("home");
    assert_int_equal(answer("follow.story", "первый месяц"), STATUS_OK);
    assert_int_equal(finish("follow", "seen"), STATUS_OK);
    assert_int_equal(fixture_result.round, 1);
    assert_int_equal(fixture_result.state, STEP_READY);
    assert_string_equal(value_of("follow.story"), "");
    assert_string_equal(fixture_text(store,
                                     "SELECT due_on || ' ' || since FROM task WHERE"
                                     " casefile_id = :id AND step = 'follow' AND state = 'open'",
                                     opened.id),
                        "2027-01-25 2027-01-25"); /* the 24th is a Sunday */
    assert_int_equal(finish("follow", "seen"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_MISSING);
    assert_int_equal(answer("follow.story", "уехала"), STATUS_OK);
    assert_int_equal(finish("follow", "gone"), STATUS_OK);
    assert_int_equal(fixture_result.round, 2);
    assert_int_equal(fixture_result.state, STEP_DONE);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM step_round"), 2);
    /* The last round can be taken up again, with what was said. */
    assert_int_equal(step_reopen(&desk, opened.id, "follow", "ошибка", &fixture_result, &error),
                     STATUS_OK);
    assert_string_equal(value_of("follow.story"), "уехала");
    assert_int_equal(finish("follow", "seen"), STATUS_OK);
    assert_int_equal(fixture_result.round, 2);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM step_round"), 2);
}

static void the_form_of_a_round_is_not_written_into_the_next(void **state)
{
    (void)state;
    char seen[MOMENT_TEXT_SIZE];
    const struct answer_input old = { "follow", "story", 0, "первый месяц" };
    pass_first_stage("home");
    assert_int_equal(answer("mood.tired", "yes"), STATUS_OK);
    memcpy(seen, fixture_result.changed_at, sizeof(seen));
    /* Nothing was said yet: whoever begins a step ends no round. */
    assert_int_equal(answer_many(&old, 1, seen), STATUS_OK);
    memcpy(seen, fixture_result.changed_at, sizeof(seen));
    assert_int_equal(fixture_finish_step(&clerk, opened.id, "follow", "seen", FIXTURE_TODAY),
                     STATUS_OK);
    assert_int_equal(answer_many(&old, 1, seen), STATUS_MOVED);
    assert_string_equal(fixture_result.field, "story");
    assert_string_equal(fixture_result.user_id, FIXTURE_OTHER_USER);
    assert_string_equal(value_of("follow.story"), "");
    memcpy(seen, fixture_text(store, "SELECT changed_at FROM casefile WHERE id = :id", opened.id),
           sizeof(seen));
    assert_int_equal(answer_many(&old, 1, seen), STATUS_OK);
}

static void an_assessment_is_kept_with_its_scores(void **state)
{
    (void)state;
    pass_first_stage("home");
    assert_int_equal(answer("mood.tired", "yes"), STATUS_OK);
    assert_int_equal(answer("mood.awake", "yes"), STATUS_OK);
    assert_int_equal(finish("mood", NULL), STATUS_OK);
    assert_string_equal(
        fixture_text(store,
                     "SELECT instrument || instrument_version || ' ' || state || ' ' || held_on"
                     " FROM assessment WHERE casefile_id = :id",
                     opened.id),
        "mood4 finished 2026-11-24");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM assessment_answer"), 2);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(dimension || score, ' ')"
                                     " FROM assessment_score WHERE :id IS NOT NULL",
                                     opened.id),
                        "sleep3.0 total3.0");
    assert_int_equal(step_reopen(&desk, opened.id, "mood", "ошибка", &fixture_result, &error),
                     STATUS_OK);
    assert_string_equal(
        fixture_text(store, "SELECT state FROM assessment WHERE casefile_id = :id", opened.id),
        "void");
}

static enum status finish_again(void *self)
{
    (void)self;
    return finish("mood", NULL);
}

static void a_finishing_that_is_cut_off_leaves_nothing(void **state)
{
    (void)state;
    pass_first_stage("home");
    assert_int_equal(answer("mood.tired", "yes"), STATUS_OK);
    assert_all_or_nothing(store, finish_again, NULL);
}

/* ---- Skipping and reopening */

static void only_what_may_be_skipped_is_and_with_a_reason(void **state)
{
    (void)state;
    assert_int_equal(step_skip(&desk, opened.id, "intake", "нет", &fixture_result, &error),
                     STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_SKIP);
    pass_first_stage("home");
    assert_int_equal(step_skip(&desk, opened.id, "family", " ", &fixture_result, &error),
                     STATUS_TEXT_EMPTY);
    assert_int_equal(step_skip(&desk, opened.id, "family", "нет семьи", &fixture_result, &error),
                     STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_SKIPPED);
}

static void reopening_tells_which_finished_steps_depend_on_it(void **state)
{
    (void)state;
    assert_int_equal(step_reopen(&desk, opened.id, "intake", "нет", &fixture_result, &error),
                     STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NOT_FINISHED);
    pass_first_stage("paper");
    assert_int_equal(finish("ask", "found"), STATUS_OK);
    assert_int_equal(finish("family", NULL), STATUS_OK);
    step_result_release(&fixture_result);
    assert_int_equal(step_reopen(&desk, opened.id, "intake", "не то", &fixture_result, &error),
                     STATUS_OK);
    assert_int_equal(fixture_result.dependent_count, 2);
    assert_string_equal(fixture_result.dependents[0]->id, "ask");
    assert_string_equal(fixture_result.dependents[1]->id, "family");
    assert_string_equal(value_of("intake.need"), "paper");
    assert_int_equal(state_of("ask"), STEP_DONE);
    assert_int_equal(state_of("mood"), STEP_LOCKED);
}

static const char GUARDED[] =
    "kind: workflow\nid: guarded\nversion: 1\ntitle: Guarded\npurpose: For tests.\n"
    "check_locally: yes\nstages:\n"
    "  - id: one\n    title: One\n    steps:\n"
    "      - {id: talk, title: Talk, why: To hear., kind: form, check_locally: yes, may_skip: yes,"
    " finish_by: [counsellor, supervisor]}\n"
    "      - {id: plan, title: Plan, why: To agree., kind: form, check_locally: yes, may_skip: yes,"
    " finish_by: [counsellor], approval: supervisor}\n"
    "      - {id: sign, title: Sign, why: To end., kind: form, check_locally: yes, may_skip: yes,"
    " approval: supervisor, outcomes: [{id: end, title: End, closes: goals_reached}]}\n";

static void open_guarded(struct casefile_opened *out)
{
    char person[UUID_TEXT_SIZE];
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    const struct yaml_source source = { "guarded.yaml", GUARDED, sizeof(GUARDED) - 1 };
    assert_ok(definition_store_add(store, FIXTURE_USER, &source, 1, &added, &faults, &error));
    fixture_record_add(store, "Осмонова", "Жаңыл", person);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = "guarded",
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, out, &error));
}

/* Skipping is no way round who finishes and approves, and reopening takes nothing away from them.
 */
static void skipping_and_reopening_are_for_those_who_finish_and_approve(void **state)
{
    static const struct {
        const char *step;
        const char *role;
        bool may_skip;
        bool may_reopen;
    } rows[] = {
        { "talk", "clerk", false, false },      { "talk", "trainer", false, false },
        { "talk", "counsellor", true, true },   { "talk", "supervisor", true, true },
        { "plan", "clerk", false, false },      { "plan", "counsellor", false, true },
        { "plan", "supervisor", true, true },   { "sign", "clerk", false, false },
        { "sign", "counsellor", false, false }, { "sign", "supervisor", true, true },
    };
    struct casefile_opened guarded;
    (void)state;
    open_guarded(&guarded);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct casefile_desk other =
            fixture_desk(store, FIXTURE_OTHER_USER, rows[i].role, FIXTURE_TODAY);
        step_result_release(&fixture_result);
        assert_int_equal(
            step_skip(&other, guarded.id, rows[i].step, "нет", &fixture_result, &error),
            rows[i].may_skip ? STATUS_OK : STATUS_REFUSED);
        assert_int_equal(fixture_result.refusal,
                         rows[i].may_skip ? STEP_REFUSED_NOT : STEP_REFUSED_ROLE);
        step_result_release(&fixture_result);
        if (!rows[i].may_skip)
            assert_ok(step_skip(&desk, guarded.id, rows[i].step, "нет", &fixture_result, &error));
        step_result_release(&fixture_result);
        assert_int_equal(
            step_reopen(&other, guarded.id, rows[i].step, "не то", &fixture_result, &error),
            rows[i].may_reopen ? STATUS_OK : STATUS_REFUSED);
        assert_int_equal(fixture_result.refusal,
                         rows[i].may_reopen ? STEP_REFUSED_NOT : STEP_REFUSED_ROLE);
        step_result_release(&fixture_result);
        if (!rows[i].may_reopen)
            assert_ok(
                step_reopen(&desk, guarded.id, rows[i].step, "не то", &fixture_result, &error));
        fixture_desk_release(&other);
    }
}

static bool count_answers(void *self, const struct answer_note *note)
{
    size_t *count = self;
    (*count)++;
    return note->step != NULL;
}

static bool take_remark(void *self, const struct step_note *note)
{
    bool *is_there = self;
    *is_there = note->remark != NULL && strcmp(note->remark, "видно") == 0;
    return !*is_there;
}

static void what_was_done_can_be_read(void **state)
{
    (void)state;
    size_t now = 0, all = 0;
    bool is_there = false;
    const struct step_finishing finishing = { .step = "consent",
                                              .day = fixture_day(FIXTURE_TODAY),
                                              .remark = "видно" };
    assert_int_equal(answer("intake.detail", "один"), STATUS_OK);
    assert_int_equal(answer("intake.detail", "два"), STATUS_OK);
    assert_ok(step_each_answer(store, opened.id, "intake", false, count_answers, &now, &error));
    assert_ok(step_each_answer(store, opened.id, NULL, true, count_answers, &all, &error));
    assert_int_equal(now, 1);
    assert_int_equal(all, 2);
    assert_ok(step_finish(&desk, opened.id, &finishing, &fixture_result, &error));
    assert_ok(step_each_note(store, opened.id, "consent", take_remark, &is_there, &error));
    assert_true(is_there);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_answer_is_kept_normal_and_the_older_one_is_not_lost),
        TEST(an_empty_value_takes_an_answer_back),
        TEST(all_answers_or_none_and_each_wrong_one_is_told),
        TEST(a_form_is_looked_at_as_a_whole),
        TEST(rows_are_answered_column_by_column),
        TEST(an_unknown_step_or_field_is_told),
        TEST(a_step_that_is_not_open_says_why),
        TEST(two_users_do_not_overwrite_each_other),
        TEST(a_lease_keeps_others_out_until_it_ends),
        TEST(an_answer_that_is_cut_off_leaves_nothing),
        TEST(a_step_with_something_missing_is_not_finished),
        TEST(finishing_opens_what_comes_after_and_moves_the_tasks),
        TEST(days_of_an_act_are_neither_future_nor_before_the_opening),
        TEST(an_outcome_is_needed_and_must_be_one_of_the_step),
        TEST(roles_finish_and_approve),
        TEST(rounds_are_counted_and_each_begins_with_an_empty_form),
        TEST(the_form_of_a_round_is_not_written_into_the_next),
        TEST(an_assessment_is_kept_with_its_scores),
        TEST(a_finishing_that_is_cut_off_leaves_nothing),
        TEST(only_what_may_be_skipped_is_and_with_a_reason),
        TEST(skipping_and_reopening_are_for_those_who_finish_and_approve),
        TEST(reopening_tells_which_finished_steps_depend_on_it),
        TEST(what_was_done_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
