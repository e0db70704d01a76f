/* SPDX-License-Identifier: Apache-2.0 */

/* One small workflow with every kind of dependency, walked by hand. */
#include "workflow/standing.h"

#include "workflow/library.h"

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char WORKFLOW[] =
    "kind: workflow\n"
    "id: visit\n"
    "version: 1\n"
    "title: A visit\n"
    "purpose: For tests.\n"
    "check_locally: yes\n"
    "stages:\n"
    "  - id: one\n"
    "    title: One\n"
    "    steps:\n"
    "      - {id: intake, title: Intake, why: Why., kind: form, check_locally: yes, fields: [\n"
    "          {id: need, label: Need, type: choice, required: yes, choices: [{id: paper, title: "
    "Paper}, {id: home, title: Home}]},\n"
    "          {id: fear, label: Fear, type: yes_no},\n"
    "          {id: detail, label: Detail, type: text, required_when: {field: intake.need, is: "
    "home}},\n"
    "          {id: expiry, label: Expiry, type: date},\n"
    "          {id: papers, label: Papers, type: rows, least: 1, when: {field: intake.need, is: "
    "paper}, fields: [\n"
    "            {id: kind, label: Kind, type: text, required: yes},\n"
    "            {id: lost, label: Lost, type: yes_no},\n"
    "            {id: where, label: Where, type: text, required: yes, when: {field: "
    "intake.papers.lost, is: yes}}]}]}\n"
    "  - id: two\n"
    "    title: Two\n"
    "    after: [one]\n"
    "    steps:\n"
    "      - {id: ask, title: Ask, why: Why., kind: request, body: archive, when: {field: "
    "intake.need, is: paper}, contact: origin,\n"
    "         ladder: steep, if_refused: A., if_silent: B., deadline: {from: asked, count: 5, "
    "unit: working, check_locally: yes},\n"
    "         check_locally: yes, outcomes: [{id: found, title: Found, opens: [collect]}, {id: "
    "none, title: None, refusal: yes, opens: [appeal]}]}\n"
    "      - {id: collect, title: Collect, why: Why., kind: handover, check_locally: yes, "
    "evidence: "
    "[{type: photo, required: yes}]}\n"
    "      - {id: appeal, title: Appeal, why: Why., kind: form, check_locally: yes, may_skip: "
    "yes,\n"
    "         deadline: {from: ask, rule: appeal}, outcomes: [{id: lost, title: Lost, closes: "
    "refused_final}]}\n"
    "      - {id: renew, title: Renew, why: Why., kind: form, check_locally: yes, may_skip: yes,\n"
    "         deadline: {from: intake.expiry, count: 0, unit: calendar, exact: yes, remind: [30, "
    "14, 3], check_locally: yes}}\n"
    "      - {id: refer, title: Refer, why: Why., kind: form, urgent: yes, when: {indication: "
    "danger}, check_locally: yes}\n"
    "      - {id: follow, title: Follow, why: Why., kind: form, check_locally: yes, rounds: {from: "
    "opened, at: [1, 2, 3], unit: month, last: [gone]},\n"
    "         outcomes: [{id: seen, title: Seen}, {id: gone, title: Gone}]}\n"
    "  - id: end\n"
    "    title: End\n"
    "    after: [two]\n"
    "    steps:\n"
    "      - {id: close, title: Close, why: Why., kind: decision, approval: supervisor, "
    "check_locally: yes, fields: [\n"
    "          {id: reason, label: Reason, type: choice, list: closing_reasons, required: yes},\n"
    "          {id: agreed, label: Agreed, type: yes_no, must_be: yes}]}\n"
    "indications:\n"
    "  - {id: danger, title: Danger, says: It may be., when: {any: [{field: intake.fear, is: yes}, "
    "{indication: worse}]}, check_locally: yes}\n"
    "  - {id: worse, title: Worse, says: It may be., when: {field: person.age, at_most: 5}, "
    "check_locally: yes}\n"
    "guards:\n"
    "  - {id: hush, contact: origin, when: {any: [{indication: danger}, {field: person.group, in: "
    "[ASY, REF]}]}, says: Not now., check_locally: yes}\n"
    "ladders:\n"
    "  - {id: steep, rungs: [{id: officer, title: Officer, after: 1, unit: calendar, "
    "check_locally: "
    "yes}, {id: head, title: Head, after: 10, unit: calendar, check_locally: yes}]}\n";
static const char EVIDENCE[] = "kind: catalogue\nid: evidence\ntitle: Papers\ncheck_locally: yes\n"
                               "entries: [{id: photo, title: Photo}]\n";
static const char REASONS[] = "kind: catalogue\nid: closing_reasons\ntitle: Reasons\n"
                              "check_locally: yes\nentries: [{id: died, title: Died}, {id: "
                              "refused_final, title: Refused}]\n";

/* ---- The situation that each test changes */

enum { MOST = 20 };

static struct definition *definition;
static struct answer_given answers[MOST];
static struct step_record records[MOST];
static struct step_wait waits[MOST];
static struct situation situation;
static struct standing standing;

static struct day days_off[2];
static struct calendar calendar = { .weekend = 1U << WEEKDAY_SATURDAY | 1U << WEEKDAY_SUNDAY,
                                    .days_off = days_off,
                                    .days_off_count = 1 };
static struct country_deadline deadlines[] = {
    { .rule = "appeal", .count = 1, .unit = DEADLINE_MONTH }
};
static struct country_days no_days;
static struct country_pack pack = { .deadlines = deadlines,
                                    .deadline_count = 1,
                                    .calendar = &no_days };

static struct day day(const char *text)
{
    struct day out;
    assert_int_equal(day_parse(&out, text, NULL), STATUS_OK);
    return out;
}

static int load_workflow(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    const struct yaml_source sources[] = { { "visit.yaml", WORKFLOW, sizeof(WORKFLOW) - 1 },
                                           { "evidence.yaml", EVIDENCE, sizeof(EVIDENCE) - 1 },
                                           { "reasons.yaml", REASONS, sizeof(REASONS) - 1 } };
    const struct library library = { .shelves = { { sources, 3 } } };
    assert_ok(library_load(&definition, &library, "visit", &faults, &error));
    for (size_t i = 0; i < faults.count; i++)
        print_error("%s:%d %s %s\n", faults.items[i].file, faults.items[i].line,
                    fault_name(faults.items[i].kind), faults.items[i].words[0]);
    return definition == NULL;
}

static int release_workflow(void **state)
{
    (void)state;
    definition_release(definition);
    return 0;
}

/* Opened on Monday 2 March 2026; the Monday after is a holiday. */
static int begin(void **state)
{
    (void)state;
    days_off[0] = day("2026-03-09");
    situation = (struct situation){ .answers = answers,
                                    .records = records,
                                    .waits = waits,
                                    .person = { .age = 30 },
                                    .country_code = "KG",
                                    .country = &pack,
                                    .calendar = &calendar,
                                    .opened = day("2026-03-02"),
                                    .today = day("2026-03-02") };
    return 0;
}

static int end(void **state)
{
    (void)state;
    standing_release(&standing);
    return 0;
}

static void answer(const char *step, const char *field, int item, const char *value)
{
    answers[situation.answer_count++] = (struct answer_given){ step, field, item, value };
}

static void decide(const char *step, enum step_decision decision, const char *outcome,
                   const char *finished_on)
{
    struct step_record record = { .step = step, .decision = decision, .outcome = outcome };
    record.has_finished_on = finished_on != NULL;
    if (record.has_finished_on)
        record.finished_on = day(finished_on);
    records[situation.record_count++] = record;
}

static void compute(const char *today)
{
    struct error error = { 0 };
    standing_release(&standing);
    situation.today = day(today);
    assert_ok(standing_compute(&standing, definition, &situation, &error));
}

static const struct step_standing *at(const char *step)
{
    const struct step_standing *found = standing_find(&standing, step);
    assert_non_null(found);
    return found;
}

static void assert_state(const char *step, enum step_state state)
{
    if (at(step)->state != state)
        fail_msg("%s is %s", step, step_state_word(at(step)->state));
}

static void assert_next(const char *step)
{
    if (step == NULL)
        assert_null(standing.next);
    else if (standing.next == NULL || strcmp(standing.next->step->id, step) != 0)
        fail_msg("next is %s", standing.next == NULL ? "nothing" : standing.next->step->id);
}

static bool warns(enum warning_kind kind)
{
    for (size_t i = 0; i < standing.warning_count; i++)
        if (standing.warnings[i].kind == kind)
            return true;
    return false;
}

/* A finished intake of somebody who needs a paper. */
static void take_in(void)
{
    answer("intake", "need", 0, "paper");
    answer("intake", "papers.kind", 1, "passport");
    decide("intake", DECISION_DONE, NULL, "2026-03-03");
}

/* ---- Order */

static void at_first_only_the_first_stage_is_open(void **state)
{
    (void)state;
    compute("2026-03-02");
    assert_state("intake", STEP_READY);
    assert_state("ask", STEP_LOCKED);
    assert_ptr_equal(at("ask")->lock, at("intake")->step);
    assert_state("close", STEP_LOCKED);
    assert_next("intake");
    assert_false(standing.is_finished);
    assert_int_equal(at("intake")->missing_count, 1);
}

static void a_condition_decides_once_its_step_is_finished(void **state)
{
    (void)state;
    answer("intake", "need", 0, "home");
    compute("2026-03-02");
    assert_state("ask", STEP_LOCKED);
    decide("intake", DECISION_DONE, NULL, "2026-03-03");
    compute("2026-03-03");
    assert_state("ask", STEP_NOT_NEEDED);
    assert_state("collect", STEP_NOT_NEEDED);
    assert_state("follow", STEP_READY);
}

static void an_outcome_opens_what_it_names_and_nothing_else(void **state)
{
    (void)state;
    take_in();
    compute("2026-03-03");
    assert_state("ask", STEP_READY);
    assert_state("collect", STEP_LOCKED);
    assert_ptr_equal(at("collect")->lock, at("ask")->step);
    decide("ask", DECISION_DONE, "found", "2026-03-10");
    compute("2026-03-10");
    assert_state("ask", STEP_DONE);
    assert_string_equal(at("ask")->outcome->id, "found");
    assert_state("collect", STEP_READY);
    assert_state("appeal", STEP_NOT_NEEDED);
    assert_int_equal(day_compare(at("collect")->since, day("2026-03-10")), 0);
}

static void a_refusal_leads_to_the_appeal_and_its_term_counts_from_that_day(void **state)
{
    (void)state;
    take_in();
    decide("ask", DECISION_REFUSED, "none", "2026-03-10");
    compute("2026-03-11");
    assert_state("ask", STEP_REFUSED);
    assert_state("appeal", STEP_READY);
    assert_state("collect", STEP_NOT_NEEDED);
    assert_true(at("appeal")->has_due);
    assert_int_equal(day_compare(at("appeal")->due, day("2026-04-10")), 0);
    compute("2026-04-11");
    assert_true(at("appeal")->is_overdue);
    assert_true(warns(WARNING_OVERDUE));
}

static void when_all_is_settled_the_closing_comes_and_then_nothing(void **state)
{
    (void)state;
    answer("intake", "need", 0, "home");
    decide("intake", DECISION_DONE, NULL, "2026-03-03");
    decide("renew", DECISION_SKIPPED, NULL, "2026-03-03");
    decide("follow", DECISION_DONE, "gone", "2026-03-04");
    compute("2026-03-04");
    assert_state("close", STEP_READY);
    assert_next("close");
    answer("close", "reason", 0, "died");
    records[situation.record_count++] =
        (struct step_record){ .step = "close", .decision = DECISION_ASKED_APPROVAL };
    compute("2026-03-04");
    assert_state("close", STEP_ASKED_APPROVAL);
    assert_next("close");
    assert_string_equal(standing.closes, "died");
    records[situation.record_count - 1].decision = DECISION_DONE;
    compute("2026-03-05");
    assert_true(standing.is_finished);
    assert_next(NULL);
}

/* ---- Indications and guards */

static void one_sign_leads_to_another_and_blocks_the_contact(void **state)
{
    (void)state;
    take_in();
    situation.person.age = 4;
    compute("2026-03-03");
    assert_int_equal(standing.indication_count, 2);
    assert_state("ask", STEP_BLOCKED);
    assert_string_equal(at("ask")->guard->id, "hush");
    assert_state("collect", STEP_NOT_NEEDED);
    assert_state("refer", STEP_READY);
    assert_next("refer");
    assert_true(warns(WARNING_INDICATION));
    assert_true(warns(WARNING_GUARD));
}

static void the_group_alone_blocks_too_and_nothing_is_stuck(void **state)
{
    (void)state;
    take_in();
    situation.person.group = "ASY";
    decide("renew", DECISION_SKIPPED, NULL, "2026-03-03");
    decide("follow", DECISION_DONE, "gone", "2026-03-04");
    compute("2026-03-04");
    assert_state("ask", STEP_BLOCKED);
    assert_state("close", STEP_READY);
}

/* ---- Waiting */

static void the_term_runs_from_the_request_and_steps_over_the_holiday(void **state)
{
    (void)state;
    take_in();
    waits[situation.wait_count++] =
        (struct step_wait){ .step = "ask", .waiting_for = "Archive", .from = day("2026-03-04") };
    compute("2026-03-05");
    assert_state("ask", STEP_WAITING);
    assert_string_equal(at("ask")->wait->waiting_for, "Archive");
    /* 5, 6, 10, 11, 12 March: the 9th is free. */
    assert_int_equal(day_compare(at("ask")->due, day("2026-03-12")), 0);
    assert_string_equal(at("ask")->rung->id, "officer");
    assert_int_equal(day_compare(at("ask")->rung_due, day("2026-03-13")), 0);
    assert_false(warns(WARNING_RUNG_DUE));
    compute("2026-03-13");
    assert_true(warns(WARNING_RUNG_DUE));
    assert_next("ask");
}

static void the_next_rung_counts_from_the_one_before(void **state)
{
    (void)state;
    take_in();
    waits[situation.wait_count++] =
        (struct step_wait){ .step = "ask", .waiting_for = "A", .from = day("2026-03-04") };
    waits[situation.wait_count++] = (struct step_wait){
        .step = "ask", .rung = 1, .waiting_for = "B", .from = day("2026-03-16")
    };
    compute("2026-03-17");
    assert_string_equal(at("ask")->rung->id, "head");
    assert_int_equal(day_compare(at("ask")->rung_due, day("2026-03-26")), 0);
    waits[situation.wait_count++] = (struct step_wait){
        .step = "ask", .rung = 2, .waiting_for = "C", .from = day("2026-03-26")
    };
    compute("2026-03-27");
    assert_null(at("ask")->rung);
    assert_false(at("ask")->has_rung_due);
}

static void a_stopped_clock_moves_the_end_on(void **state)
{
    (void)state;
    take_in();
    waits[situation.wait_count++] = (struct step_wait){ .step = "ask",
                                                        .waiting_for = "A",
                                                        .from = day("2026-03-03"),
                                                        .until = day("2026-03-04"),
                                                        .has_until = true };
    waits[situation.wait_count++] = (struct step_wait){
        .step = "ask", .waiting_for = "Person", .from = day("2026-03-05"), .stops_clock = true
    };
    records[situation.record_count++] =
        (struct step_record){ .step = "ask", .decision = DECISION_STARTED };
    compute("2026-03-20");
    assert_true(at("ask")->is_clock_stopped);
    assert_false(at("ask")->is_overdue);
    assert_true(warns(WARNING_CLOCK_STOPPED));
    assert_null(at("ask")->rung);
}

static void a_clock_that_stands_from_the_beginning_goes_on_from_there(void **state)
{
    (void)state;
    take_in();
    waits[situation.wait_count++] = (struct step_wait){ .step = "ask",
                                                        .waiting_for = "Person",
                                                        .from = day("2026-03-16"),
                                                        .until = day("2026-03-19"),
                                                        .has_until = true,
                                                        .stops_clock = true };
    compute("2026-03-19");
    /* 19, 20, 23, 24, 25 March: the 16th is day 0, the 17th and 18th do not count. */
    assert_true(at("ask")->has_due);
    assert_int_equal(day_compare(at("ask")->due, day("2026-03-25")), 0);
}

/* ---- Reminders and rounds */

static void an_expiry_reminds_thirty_fourteen_and_three_days_before(void **state)
{
    (void)state;
    take_in();
    answer("intake", "expiry", 0, "2026-05-31");
    decide("follow", DECISION_DONE, "gone", "2026-03-04");
    compute("2026-04-15");
    assert_int_equal(day_compare(at("renew")->due, day("2026-05-31")), 0);
    assert_int_equal(day_compare(at("renew")->reminder, day("2026-05-01")), 0);
    assert_false(warns(WARNING_REMINDER));
    compute("2026-05-01");
    assert_true(warns(WARNING_REMINDER));
    assert_next("renew");
    compute("2026-05-20");
    assert_int_equal(day_compare(at("renew")->reminder, day("2026-05-17")), 0);
    compute("2026-06-01");
    assert_false(warns(WARNING_REMINDER));
    assert_true(at("renew")->is_overdue);
}

static void asking_for_approval_does_not_move_the_end(void **state)
{
    (void)state;
    static const char text[] =
        "kind: workflow\nid: visit\nversion: 1\ntitle: A\npurpose: A.\ncheck_locally: yes\n"
        "stages:\n  - {id: one, title: One, steps: [{id: close, title: C, why: W., kind: decision,"
        " approval: supervisor, check_locally: yes, deadline: {from: ready, count: 7, unit: "
        "calendar,"
        " check_locally: yes}, fields: [{id: reason, label: R, type: choice, list: "
        "closing_reasons}]}]}\n";
    const struct yaml_source sources[] = { { "a.yaml", text, sizeof(text) - 1 },
                                           { "reasons.yaml", REASONS, sizeof(REASONS) - 1 } };
    const struct library library = { .shelves = { { sources, 2 } } };
    struct fault_list faults = { .items = NULL };
    struct definition *usual = definition;
    assert_int_equal(library_load(&definition, &library, "visit", &faults, NULL), STATUS_OK);
    decide("close", DECISION_ASKED_APPROVAL, NULL, "2026-03-20");
    compute("2026-03-21");
    assert_int_equal(day_compare(at("close")->due, day("2026-03-10")), 0);
    standing_release(&standing);
    definition_release(definition);
    definition = usual;
}

static void a_term_without_its_day_says_so(void **state)
{
    (void)state;
    take_in();
    compute("2026-03-03");
    assert_false(at("renew")->has_due);
    assert_true(at("renew")->is_event_missing);
    assert_true(warns(WARNING_DEADLINE_UNKNOWN));
}

static void rounds_come_one_after_the_other_until_the_last(void **state)
{
    (void)state;
    answer("intake", "need", 0, "home");
    decide("intake", DECISION_DONE, NULL, "2026-03-03");
    decide("renew", DECISION_SKIPPED, NULL, "2026-03-03");
    compute("2026-03-10");
    assert_int_equal(at("follow")->round, 1);
    assert_int_equal(day_compare(at("follow")->due, day("2026-04-02")), 0);
    /* Nothing else is to be done, so the round to come is shown. */
    assert_next("follow");
    records[situation.record_count++] =
        (struct step_record){ .step = "follow", .outcome = "seen", .rounds = 1 };
    compute("2026-04-10");
    assert_int_equal(at("follow")->round, 2);
    /* 2 May 2026 is a Saturday. */
    assert_int_equal(day_compare(at("follow")->due, day("2026-05-04")), 0);
    assert_state("close", STEP_LOCKED);
}

/* ---- What the review found */

static void an_outcome_that_waits_for_approval_opens_nothing(void **state)
{
    (void)state;
    take_in();
    decide("ask", DECISION_ASKED_APPROVAL, "found", "2026-03-10");
    compute("2026-03-11");
    assert_state("ask", STEP_ASKED_APPROVAL);
    assert_state("collect", STEP_LOCKED);
}

static void a_good_round_does_not_take_back_what_a_bad_one_opened(void **state)
{
    (void)state;
    static const struct round_given rounds[] = { { "ask", "found" } };
    take_in();
    situation.rounds = rounds;
    situation.round_count = 1;
    compute("2026-03-11");
    assert_state("collect", STEP_READY);
}

static void the_lock_that_is_named_can_be_done_now(void **state)
{
    (void)state;
    compute("2026-03-02");
    assert_ptr_equal(at("close")->lock, at("intake")->step);
    assert_ptr_equal(at("collect")->lock, at("intake")->step);
}

static void a_clock_that_stands_is_seen_behind_a_later_rung(void **state)
{
    (void)state;
    take_in();
    waits[situation.wait_count++] = (struct step_wait){
        .step = "ask", .waiting_for = "A", .from = day("2026-03-04"), .stops_clock = true
    };
    waits[situation.wait_count++] = (struct step_wait){
        .step = "ask", .rung = 1, .waiting_for = "B", .from = day("2026-03-05")
    };
    compute("2026-03-06");
    assert_true(at("ask")->is_clock_stopped);
}

static void money_of_any_size_is_compared(void **state)
{
    (void)state;
    const struct condition rich = { .field = "intake.detail", .at_least = "1000000" };
    const struct condition poor = { .field = "intake.detail", .at_most = "1000000" };
    answer("intake", "detail", 0, "12000000.50 UZS");
    assert_true(condition_is_met(&rich, definition, &situation, NULL));
    assert_false(condition_is_met(&poor, definition, &situation, NULL));
}

static void a_term_that_may_never_be_has_no_day(void **state)
{
    (void)state;
    answer("intake", "expiry", 0, "2026-03-20");
    compute("2026-03-02");
    /* "renew" only waits for its turn; nobody knows what "appeal" counts from. */
    assert_true(at("renew")->is_fitting);
    assert_true(at("renew")->has_due);
    assert_state("renew", STEP_LOCKED);
    assert_false(at("appeal")->has_due);
}

static void what_is_due_today_comes_before_what_has_no_day(void **state)
{
    (void)state;
    take_in();
    decide("follow", DECISION_DONE, "gone", "2026-03-04");
    answer("intake", "expiry", 0, "2026-03-20");
    compute("2026-03-20");
    assert_next("renew");
}

/* ---- What is missing */

static const char *list_missing(const char *step, char *out, size_t size)
{
    struct error error = { 0 };
    struct missing_list missing;
    compute("2026-03-03");
    assert_ok(step_list_missing(&missing, definition_find_step(definition, step), &standing,
                                &situation, &error));
    out[0] = '\0';
    for (size_t i = 0; i < missing.count; i++) {
        const struct missing *item = &missing.items[i];
        snprintf(out + strlen(out), size - strlen(out), "%s%d%s%s/%d", i > 0 ? " " : "",
                 (int)item->kind, item->rows == NULL ? "" : item->rows->id,
                 item->field != NULL      ? item->field->id
                 : item->evidence != NULL ? item->evidence->type
                                          : "",
                 item->row);
    }
    free(missing.items);
    return out;
}

static void what_is_missing_depends_on_what_was_answered(void **state)
{
    (void)state;
    char text[200];
    assert_string_equal(list_missing("intake", text, sizeof(text)), "0need/0");
    answer("intake", "need", 0, "home");
    assert_string_equal(list_missing("intake", text, sizeof(text)), "0detail/0");
    answers[0].value = "paper";
    assert_string_equal(list_missing("intake", text, sizeof(text)), "3papers/0");
    answer("intake", "papers.lost", 2, "yes");
    assert_string_equal(list_missing("intake", text, sizeof(text)),
                        "0paperskind/1 0paperskind/2 0paperswhere/2");
    /* Rows that are not asked any more keep nobody from finishing. */
    answers[0].value = "home";
    answer("intake", "detail", 0, "x");
    assert_string_equal(list_missing("intake", text, sizeof(text)), "");
    answers[0].value = "paper";
    assert_string_equal(list_missing("collect", text, sizeof(text)), "2photo/0");
    answer("collect", "evidence.photo", 0, "none");
    assert_string_equal(list_missing("collect", text, sizeof(text)), "2photo/0");
    answers[situation.answer_count - 1].value = "copy";
    assert_string_equal(list_missing("collect", text, sizeof(text)), "");
    answer("close", "agreed", 0, "no");
    assert_string_equal(list_missing("close", text, sizeof(text)), "0reason/0 1agreed/0");
}

static void the_words_of_states_differ(void **state)
{
    (void)state;
    for (int i = 0; i < STEP_STATE_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(step_state_word((enum step_state)i),
                                    step_state_word((enum step_state)k));
    for (int i = 0; i < WARNING_KIND_COUNT; i++)
        assert_string_not_equal(warning_kind_word((enum warning_kind)i), "unknown");
}

#define WALK(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WALK(at_first_only_the_first_stage_is_open),
        WALK(a_condition_decides_once_its_step_is_finished),
        WALK(an_outcome_opens_what_it_names_and_nothing_else),
        WALK(a_refusal_leads_to_the_appeal_and_its_term_counts_from_that_day),
        WALK(when_all_is_settled_the_closing_comes_and_then_nothing),
        WALK(one_sign_leads_to_another_and_blocks_the_contact),
        WALK(the_group_alone_blocks_too_and_nothing_is_stuck),
        WALK(the_term_runs_from_the_request_and_steps_over_the_holiday),
        WALK(the_next_rung_counts_from_the_one_before),
        WALK(a_stopped_clock_moves_the_end_on),
        WALK(a_clock_that_stands_from_the_beginning_goes_on_from_there),
        WALK(an_expiry_reminds_thirty_fourteen_and_three_days_before),
        WALK(asking_for_approval_does_not_move_the_end),
        WALK(a_term_without_its_day_says_so),
        WALK(rounds_come_one_after_the_other_until_the_last),
        WALK(an_outcome_that_waits_for_approval_opens_nothing),
        WALK(a_good_round_does_not_take_back_what_a_bad_one_opened),
        WALK(the_lock_that_is_named_can_be_done_now),
        WALK(a_clock_that_stands_is_seen_behind_a_later_rung),
        WALK(money_of_any_size_is_compared),
        WALK(a_term_that_may_never_be_has_no_day),
        WALK(what_is_due_today_comes_before_what_has_no_day),
        WALK(what_is_missing_depends_on_what_was_answered),
        WALK(the_words_of_states_differ),
    };
    return cmocka_run_group_tests(tests, load_workflow, release_workflow);
}
