/* SPDX-License-Identifier: Apache-2.0 */

/* The office of the demo world has work in every state, the same for the same seed. */
#include "demo/demo_casefile.h"

#include "casefile/definition_store.h"
#include "demo/demo_story.h"
#include "task/day_list.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "support/fixture_demo.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

enum { FEW_PEOPLE = 250 };

static const char *const workflows[] = { "restoration", "reintegration", "integration" };
enum { WORKFLOWS = sizeof(workflows) / sizeof(workflows[0]) };

/* One world is enough for all who only look at it. */
static struct store *world;
static struct error error;

static int make_world(void **state)
{
    (void)state;
    world = fixture_demo_world();
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    store_close(&world);
    return 0;
}

/* ---- How many, and whose */

static void there_are_twelve_in_a_file_as_most_make_it_and_never_more_than_150(void **state)
{
    (void)state;
    assert_int_equal(demo_casefile_count(99), 0);
    assert_in_range(demo_casefile_count(100), 1, 11);
    assert_int_equal(demo_casefile_count(DEMO_PEOPLE_DEFAULT), 12);
    for (long people = 1; people < DEMO_PEOPLE_MAX; people += people / 7 + 1)
        assert_true(demo_casefile_count(people) <= demo_casefile_count(people + people / 7 + 1));
    assert_int_equal(demo_casefile_count(DEMO_PEOPLE_MAX), DEMO_CASEFILES_MAX);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM casefile"),
                     demo_casefile_count(FIXTURE_DEMO_PEOPLE));
}

static void the_people_of_the_sample_stories_begin_without_a_casefile(void **state)
{
    (void)state;
    for (long index = 0; index < DEMO_STORY_PEOPLE; index++) {
        char id[UUID_TEXT_SIZE];
        demo_person_id(FIXTURE_DEMO_SEED, index, id);
        assert_string_equal(
            fixture_text(world, "SELECT number FROM casefile WHERE person_id = :id", id), "");
    }
}

static void each_is_of_a_grown_up_of_whom_there_is_no_other(void **state)
{
    (void)state;
    assert_int_equal(
        fixture_number(world, "SELECT count(*) FROM casefile JOIN person ON person.id = person_id"
                              " WHERE birth_date > '2008-11-01' OR person.state <> 'active'"),
        0);
    assert_int_equal(
        fixture_number(world, "SELECT count(*) - count(DISTINCT person_id) FROM casefile"), 0);
}

static void a_small_file_is_empty_for_those_who_begin_at_the_beginning(void **state)
{
    struct store *small = fixture_store_memory();
    (void)state;
    assert_ok(fixture_demo_fill(small, DEMO_CASEFILES_LEAST_PEOPLE - 1, FIXTURE_DEMO_SEED, &error));
    assert_int_equal(fixture_number(small, "SELECT count(*) FROM casefile"), 0);
    assert_int_equal(fixture_number(small, "SELECT count(*) FROM task"), 0);
    store_close(&small);
}

/* ---- The same again */

/* Everything but the ids, which the vault chooses at random. */
static const char *const contents[] = {
    "SELECT number, person_id, workflow, state, risk, urgency, (SELECT issue FROM casefile_words "
    "WHERE casefile_id = casefile.id), assigned_to, opened_on,"
    " opened_at, closed_on, closure_reason, household_id, changed_at FROM casefile ORDER BY 1",
    "SELECT number, step, field, item, value, answered_at FROM answer"
    " JOIN casefile ON casefile.id = casefile_id ORDER BY 1, 2, 3, 4, 5, 6",
    "SELECT number, step, step_state.state, outcome, rounds, finished_on, remark FROM step_state"
    " JOIN casefile ON casefile.id = casefile_id ORDER BY 1, 2",
    "SELECT number, step, rung, waiting_for, from_day, due_on, until_day FROM step_wait"
    " JOIN casefile ON casefile.id = casefile_id ORDER BY 1, 2, 3, 5",
    "SELECT number, step, kind, title, task.is_urgent, since, due_on, remind_on, task.state"
    " FROM task LEFT JOIN casefile ON casefile.id = casefile_id ORDER BY 1, 2, 3, 4, 6, 7, 9",
    "SELECT number, kind, body, written_at FROM note"
    " JOIN casefile ON casefile.id = casefile_id ORDER BY 1, 4",
    "SELECT number, day, time, about, appointment.state FROM appointment"
    " JOIN casefile ON casefile.id = casefile_id ORDER BY 1, 2, 3",
    "SELECT casefile.number, name, service, reason, referral.state, due_on FROM referral"
    " JOIN casefile ON casefile.id = casefile_id JOIN agency ON agency.id = agency_id ORDER BY 1",
    "SELECT number, addressee, about, outgoing_number, document_request.state, sent_on, due_on"
    " FROM document_request JOIN casefile ON casefile.id = casefile_id ORDER BY 1",
    "SELECT name, kind, place, address, phone, checked_on FROM agency ORDER BY 1",
};

static int append_row(void *self, int columns, char **values, char **names)
{
    (void)names;
    for (int i = 0; i < columns; i++)
        sqlite3_str_appendf(self, "%s|", values[i] == NULL ? "NULL" : values[i]);
    sqlite3_str_appendchar(self, 1, '\n');
    return 0;
}

/* For sqlite3_free(). */
static char *rows_of(struct store *store, const char *sql)
{
    sqlite3_str *text = sqlite3_str_new(NULL);
    fixture_demo_each_row(store, sql, append_row, text);
    char *rows = sqlite3_str_finish(text);
    assert_non_null(rows);
    return rows;
}

static void the_same_seed_makes_the_same_casefiles_on_every_day(void **state)
{
    struct store *one = fixture_store_memory();
    struct store *other = fixture_store_memory();
    (void)state;
    assert_ok(fixture_demo_fill(one, FEW_PEOPLE, FIXTURE_DEMO_SEED, &error));
    fixture_moment += 40LL * 86400 * 1000;
    assert_ok(fixture_demo_fill(other, FEW_PEOPLE, FIXTURE_DEMO_SEED, &error));
    fixture_moment = FIXTURE_MOMENT;
    for (size_t i = 0; i < sizeof(contents) / sizeof(contents[0]); i++) {
        char *rows = rows_of(one, contents[i]);
        char *other_rows = rows_of(other, contents[i]);
        assert_string_equal(rows, other_rows);
        assert_true(strlen(rows) > 60);
        sqlite3_free(rows);
        sqlite3_free(other_rows);
    }
    store_close(&one);
    store_close(&other);
}

/* ---- In every state */

#define OPEN    "casefile.state = 'open' AND "
#define OF_STEP "SELECT 1 FROM step_state WHERE casefile_id = casefile.id AND "
#define WAITS   "SELECT 1 FROM step_wait WHERE casefile_id = casefile.id AND until_day IS NULL AND "

static const struct {
    const char *name;
    const char *condition;
} states[] = {
    { "just opened", OPEN "NOT EXISTS (" OF_STEP "step <> 'pre_return_notice')" },
    { "agreed to", OPEN "EXISTS (" OF_STEP "step = 'consent' AND state = 'done')"
                        " AND NOT EXISTS (" OF_STEP "step = 'service_need')" },
    { "under way", OPEN "(SELECT count(*) FROM step_state WHERE casefile_id = casefile.id"
                        " AND step_state.state = 'done') BETWEEN 9 AND 18" },
    { "waiting in time", OPEN "EXISTS (" WAITS "due_on > '2026-11-02')" },
    { "waiting too long", OPEN "EXISTS (" WAITS "due_on < '2026-10-28')" },
    { "waiting for approval", OPEN "EXISTS (" OF_STEP "state = 'asked_approval')" },
    { "nearly finished", OPEN "EXISTS (" OF_STEP "step = 'closing_check' AND state = 'done')" },
    { "closed", "casefile.state = 'closed' AND closure_reason NOTNULL AND closed_on NOTNULL" },
    { "urgent", OPEN "urgency = 'urgent'" },
    { "restricted", OPEN "is_restricted = 1" },
    { "somebody's", OPEN "assigned_to = '" FIXTURE_USER "'" },
    { "of a household", "EXISTS (SELECT 1 FROM casefile_person WHERE casefile_id = casefile.id)" },
    { "noted about", "EXISTS (SELECT 1 FROM note WHERE casefile_id = casefile.id)" },
};

static void every_workflow_has_one_in_each_state(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORKFLOWS; i++)
        for (size_t k = 0; k < sizeof(states) / sizeof(states[0]); k++) {
            char sql[600];
            snprintf(sql, sizeof(sql), "SELECT count(*) FROM casefile WHERE workflow = '%s' AND %s",
                     workflows[i], states[k].condition);
            if (fixture_number(world, sql) == 0)
                fail_msg("no %s is %s", workflows[i], states[k].name);
        }
}

static void a_few_are_nobodys_and_most_are_the_users(void **state)
{
    (void)state;
    const long long all = fixture_number(world, "SELECT count(*) FROM casefile");
    const long long nobodys =
        fixture_number(world, "SELECT count(*) FROM casefile WHERE assigned_to IS NULL");
    assert_in_range(nobodys, 1, all / 5);
}

static void those_who_do_not_answer_were_sometimes_reminded(void **state)
{
    (void)state;
    assert_true(fixture_number(world, "SELECT count(*) FROM step_wait WHERE rung = 1") > 0);
    assert_true(fixture_number(world, "SELECT count(*) FROM step_wait WHERE until_day NOTNULL") >
                0);
}

static void nothing_lies_after_the_last_day_or_on_a_day_off(void **state)
{
    (void)state;
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM casefile"
                                           " WHERE opened_on > '2026-10-31'"
                                           " OR changed_at > '2026-11-01T23'"),
                     0);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM casefile"
                                           " WHERE strftime('%w', opened_on) IN ('0', '6')"),
                     0);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM answer"
                                           " WHERE answered_at > '2026-11-01T23'"),
                     0);
}

/* ---- What stands around them */

static void bodies_are_of_many_kinds_and_some_were_not_asked_for_long(void **state)
{
    (void)state;
    assert_in_range(fixture_number(world, "SELECT count(DISTINCT kind) FROM agency"), 10, 15);
    assert_true(fixture_number(world, "SELECT count(*) FROM agency"
                                      " WHERE checked_on < '2026-08-01'") >= 2);
    assert_true(fixture_number(world, "SELECT count(*) FROM agency WHERE checked_on IS NULL") >= 1);
    assert_true(fixture_number(world, "SELECT count(*) FROM agency WHERE is_protected = 1") >= 1);
    assert_int_equal(fixture_number(world, "SELECT count(DISTINCT place) FROM agency"), 1);
}

static void appointments_and_referrals_are_in_many_states(void **state)
{
    (void)state;
    assert_int_equal(fixture_number(world, "SELECT count(DISTINCT state) FROM appointment"), 4);
    assert_true(fixture_number(world, "SELECT count(DISTINCT day) FROM appointment"
                                      " WHERE state = 'planned'"
                                      " AND day BETWEEN '2026-11-02' AND '2026-11-06'") >= 4);
    assert_true(fixture_number(world, "SELECT count(DISTINCT state) FROM referral") >= 6);
}

static void the_user_has_something_in_every_group_of_the_day(void **state)
{
    struct day_list list;
    const struct day_question question = { .user_id = FIXTURE_USER,
                                           .today = { demo_today().number + 1 } };
    (void)state;
    assert_ok(day_list_load(world, &question, &list, &error));
    for (int group = 0; group < DAY_GROUP_COUNT; group++)
        if (list.counts[group] == 0)
            fail_msg("nothing is %s", day_group_word((enum day_group)group));
    day_list_release(&list);
}

static void so_has_the_user_of_the_file_that_most_make(void **state)
{
    struct day_list list;
    struct store *store = fixture_store_memory();
    const struct day_question question = { .user_id = FIXTURE_USER,
                                           .today = { demo_today().number + 1 } };
    (void)state;
    assert_ok(fixture_demo_fill(store, DEMO_PEOPLE_DEFAULT, DEMO_SEED_DEFAULT, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM casefile"), 12);
    assert_ok(day_list_load(store, &question, &list, &error));
    for (int group = 0; group < DAY_GROUP_COUNT; group++)
        if (list.counts[group] == 0)
            fail_msg("nothing is %s", day_group_word((enum day_group)group));
    day_list_release(&list);
    store_close(&store);
}

static void journal_and_history_are_whole(void **state)
{
    (void)state;
    assert_journal_is_whole(world);
    assert_ok(store_check(world, &error));
}

/* ---- The tables of paths fit the workflows */

static bool is_known(const struct definition *definition, const struct demo_hint *hint)
{
    const struct step *step = definition_find_step(definition, hint->step);
    if (step == NULL)
        return false;
    switch (hint->kind) {
    case DEMO_HINT_ANSWER:
        return step_find_field(step, hint->path) != NULL;
    case DEMO_HINT_OUTCOME:
        return step_find_outcome(step, hint->value) != NULL;
    case DEMO_HINT_SKIP:
        return step->may_skip;
    case DEMO_HINT_ASK:
        return step->ladder != NULL;
    case DEMO_HINT_DAY:
    default:
        return true;
    }
}

static void check_hints(const struct definition *definition, const struct demo_hint *hints)
{
    for (; hints->step != NULL; hints++)
        if (!is_known(definition, hints))
            fail_msg("%s has no %s %s %s", definition->id, hints->step,
                     hints->path == NULL ? "" : hints->path,
                     hints->value == NULL ? "" : hints->value);
}

static void paths_name_only_what_their_workflow_has(void **state)
{
    struct definition_cache *cache = NULL;
    (void)state;
    assert_ok(definition_cache_new(&cache, &error));
    for (size_t i = 0; i < demo_course_count; i++) {
        const struct demo_course *course = &demo_courses[i];
        const struct definition *definition;
        assert_ok(definition_cache_find_newest(cache, world, course->path->workflow, &definition,
                                               &error));
        check_hints(definition, course->path->hints);
        check_hints(definition, demo_hints_of_all);
        if (course->stop != DEMO_STOP_NEVER)
            assert_non_null(definition_find_step(definition, course->stop_step));
    }
    definition_cache_free(cache);
}

/* A casefile that cannot go on fails the filling. */
static void every_course_can_be_walked(const char *country)
{
    struct store *store = fixture_store_memory();
    assert_ok(fixture_demo_fill_in(store, country, FEW_PEOPLE * 3, 1, &error));
    assert_true(fixture_number(store, "SELECT count(*) FROM casefile") >= 25);
    store_close(&store);
}

static void every_course_can_be_walked_in_kazakhstan(void **state)
{
    (void)state;
    every_course_can_be_walked("KZ");
}

static void every_course_can_be_walked_in_tajikistan(void **state)
{
    (void)state;
    every_course_can_be_walked("TJ");
}

static void every_course_can_be_walked_in_turkmenistan(void **state)
{
    (void)state;
    every_course_can_be_walked("TM");
}

static void every_course_can_be_walked_in_uzbekistan(void **state)
{
    (void)state;
    every_course_can_be_walked("UZ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_twelve_in_a_file_as_most_make_it_and_never_more_than_150),
        cmocka_unit_test(the_people_of_the_sample_stories_begin_without_a_casefile),
        cmocka_unit_test(each_is_of_a_grown_up_of_whom_there_is_no_other),
        cmocka_unit_test(a_small_file_is_empty_for_those_who_begin_at_the_beginning),
        cmocka_unit_test(the_same_seed_makes_the_same_casefiles_on_every_day),
        cmocka_unit_test(every_workflow_has_one_in_each_state),
        cmocka_unit_test(a_few_are_nobodys_and_most_are_the_users),
        cmocka_unit_test(those_who_do_not_answer_were_sometimes_reminded),
        cmocka_unit_test(nothing_lies_after_the_last_day_or_on_a_day_off),
        cmocka_unit_test(bodies_are_of_many_kinds_and_some_were_not_asked_for_long),
        cmocka_unit_test(appointments_and_referrals_are_in_many_states),
        cmocka_unit_test(the_user_has_something_in_every_group_of_the_day),
        cmocka_unit_test(so_has_the_user_of_the_file_that_most_make),
        cmocka_unit_test(journal_and_history_are_whole),
        cmocka_unit_test(paths_name_only_what_their_workflow_has),
        cmocka_unit_test(every_course_can_be_walked_in_kazakhstan),
        cmocka_unit_test(every_course_can_be_walked_in_tajikistan),
        cmocka_unit_test(every_course_can_be_walked_in_turkmenistan),
        cmocka_unit_test(every_course_can_be_walked_in_uzbekistan),
    };
    return cmocka_run_group_tests(tests, make_world, close_world);
}
