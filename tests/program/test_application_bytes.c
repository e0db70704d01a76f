/* SPDX-License-Identifier: Apache-2.0 */

/* What keys cost on the line, in bytes: at 9600 baud each is a millisecond, and clerks sit at such
 * lines.  Counts, not times: they are the same on every PC. */
#include "support/fixture_terminal.h"
#include "support/unit.h"

#include <stdio.h>

enum {
    BUDGET_DOWN = 160,
    BUDGET_LETTER = 20,
    BUDGET_REDRAW = 2500,
    IDLE_MS = 600,
};

static struct fixture_terminal fixture;
static const struct virtual_terminal_plan plain;

static int make(void **state)
{
    (void)state;
    fixture_terminal_make(&fixture, 60);
    return 0;
}

static int remove_all(void **state)
{
    (void)state;
    fixture_terminal_remove(&fixture);
    return 0;
}

static int reset(void **state)
{
    (void)state;
    fixture_terminal_reset(&fixture);
    return 0;
}

/* How many bytes answer these keys. */
static size_t cost(const char *keys)
{
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    const size_t before = virtual_terminal_bytes(fixture.terminal);
    virtual_terminal_type(fixture.terminal, keys);
    assert_true(virtual_terminal_wait_answer(fixture.terminal));
    return virtual_terminal_bytes(fixture.terminal) - before;
}

static void assert_cost(const char *keys, size_t budget)
{
    const size_t bytes = cost(keys);
    if (bytes > budget) {
        virtual_terminal_print(fixture.terminal);
        fail_msg("%s costs %zu bytes instead of at most %zu", keys, bytes, budget);
    }
}

static void a_letter_costs_little(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    /* The first one may change what is said about the keyboard. */
    cost("a");
    for (const char *letters = "someword"; *letters != '\0'; letters++)
        assert_cost((const char[]){ *letters, '\0' }, BUDGET_LETTER);
    assert_cost("<BS>", BUDGET_LETTER);
    assert_cost("<Left>", BUDGET_LETTER);
}

static void a_step_down_a_list_costs_little(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    for (int i = 0; i < 4; i++)
        assert_cost("<Down>", BUDGET_DOWN);
    cost("c");
    cost("<Down>");
    for (int i = 0; i < 4; i++)
        assert_cost("<Down>", BUDGET_DOWN);
    virtual_terminal_type(fixture.terminal, "<F9>");
    assert_true(virtual_terminal_wait_text(fixture.terminal, "┌ Menu"));
    for (int i = 0; i < 4; i++)
        assert_cost("<Down>", BUDGET_DOWN);
}

/* In the form that is typed into most,. */
static void a_letter_in_a_form_costs_little(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    cost("<F7>");
    for (const char *letters = "Nurlanov"; *letters != '\0'; letters++)
        assert_cost((const char[]){ *letters, '\0' }, BUDGET_LETTER);
}

static void a_whole_screen_costs_no_more_than_it_must(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    assert_cost("<C-l>", BUDGET_REDRAW);
    fixture_terminal_unlock(&fixture);
    assert_cost("<C-l>", BUDGET_REDRAW);
    assert_cost("<F1>", BUDGET_REDRAW);
    assert_cost("<C-l>", BUDGET_REDRAW);
    assert_cost("<F10>", BUDGET_REDRAW);
    assert_cost("1", BUDGET_REDRAW);
    assert_cost("<C-l>", BUDGET_REDRAW);
}

static void who_does_nothing_hears_nothing(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    const size_t before = virtual_terminal_bytes(fixture.terminal);
    virtual_terminal_wait_quiet(fixture.terminal, IDLE_MS);
    assert_int_equal(virtual_terminal_bytes(fixture.terminal), before);
}

/* A key that changes nothing. */
static void what_changes_nothing_costs_nothing(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    virtual_terminal_type(fixture.terminal, "<Home>");
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    const size_t before = virtual_terminal_bytes(fixture.terminal);
    virtual_terminal_type(fixture.terminal, "<Up><Up><Home>");
    virtual_terminal_wait_quiet(fixture.terminal, 3 * VIRTUAL_TERMINAL_QUIET_MS);
    assert_in_range(virtual_terminal_bytes(fixture.terminal) - before, 0, BUDGET_LETTER);
}

#define BYTES_TEST(name) cmocka_unit_test_teardown(name, reset)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BYTES_TEST(a_letter_costs_little),
        BYTES_TEST(a_step_down_a_list_costs_little),
        BYTES_TEST(a_letter_in_a_form_costs_little),
        BYTES_TEST(a_whole_screen_costs_no_more_than_it_must),
        BYTES_TEST(who_does_nothing_hears_nothing),
        BYTES_TEST(what_changes_nothing_costs_nothing),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
