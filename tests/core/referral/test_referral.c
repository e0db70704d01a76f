/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/referral.h"

#include <stdlib.h>
#include <string.h>

#include "support/fixture_record.h"
#include "support/unit.h"

static struct error error;

static struct day day(const char *text)
{
    return fixture_day(text);
}

static const char *const event_words[REFERRAL_EVENT_COUNT] = {
    [REFERRAL_EVENT_SENT] = "sent",           [REFERRAL_EVENT_ACCEPTED] = "accepted",
    [REFERRAL_EVENT_DECLINED] = "declined",   [REFERRAL_EVENT_ATTENDED] = "attended",
    [REFERRAL_EVENT_MISSED] = "missed",       [REFERRAL_EVENT_ANSWERED] = "answered",
    [REFERRAL_EVENT_REVOKED] = "revoked",     [REFERRAL_EVENT_REMINDED] = "reminded",
    [REFERRAL_EVENT_ESCALATED] = "escalated",
};

static void every_word_is_understood_again(void **state)
{
    (void)state;
    enum referral_urgency urgency;
    enum referral_state found;
    enum referral_outcome outcome;
    for (enum referral_urgency i = 0; i < REFERRAL_URGENCY_COUNT; i++) {
        assert_ok(referral_urgency_parse(&urgency, referral_urgency_word(i), &error));
        assert_int_equal(urgency, i);
    }
    for (enum referral_state i = 0; i < REFERRAL_STATE_COUNT; i++) {
        assert_ok(referral_state_parse(&found, referral_state_word(i), &error));
        assert_int_equal(found, i);
    }
    for (enum referral_outcome i = 0; i < REFERRAL_OUTCOME_COUNT; i++) {
        assert_ok(referral_outcome_parse(&outcome, referral_outcome_word(i), &error));
        assert_int_equal(outcome, i);
    }
    assert_status(referral_urgency_parse(&urgency, "soon", &error), STATUS_INVALID);
    assert_status(referral_state_parse(&found, "", &error), STATUS_INVALID);
    assert_status(referral_outcome_parse(&outcome, "good", &error), STATUS_INVALID);
}

/* One row for each state: d(rafted) s(ent) a(ccepted)..., and the events that it takes, in the
 * order of the enumeration. */
static void each_state_takes_just_these_events(void **state)
{
    static const char *const taken[REFERRAL_STATE_COUNT] = {
        [REFERRAL_DRAFTED] = "sent revoked ",
        [REFERRAL_SENT] = "accepted declined attended missed answered revoked reminded escalated ",
        [REFERRAL_ACCEPTED] = "declined attended missed answered revoked reminded escalated ",
        [REFERRAL_DECLINED] = "",
        [REFERRAL_ATTENDED] = "answered revoked reminded escalated ",
        [REFERRAL_MISSED] = "attended answered revoked ",
        [REFERRAL_ANSWERED] = "",
        [REFERRAL_REVOKED] = "",
    };
    (void)state;
    for (enum referral_state i = 0; i < REFERRAL_STATE_COUNT; i++) {
        char found[200] = "";
        for (enum referral_event event = 0; event < REFERRAL_EVENT_COUNT; event++)
            if (referral_allows(i, event)) {
                strcat(found, event_words[event]);
                strcat(found, " ");
            }
        assert_string_equal(found, taken[i]);
    }
}

static void a_reminder_leaves_the_state_as_it_is(void **state)
{
    (void)state;
    assert_int_equal(referral_state_after(REFERRAL_ACCEPTED, REFERRAL_EVENT_REMINDED),
                     REFERRAL_ACCEPTED);
    assert_int_equal(referral_state_after(REFERRAL_ACCEPTED, REFERRAL_EVENT_MISSED),
                     REFERRAL_MISSED);
}

/* Friday the 20th is the last working day before a long weekend. */
static void the_standard_times_are_kept(void **state)
{
    static const struct {
        enum referral_urgency urgency;
        enum referral_state state;
        const char *due; /* NULL: nothing is owed */
    } cases[] = {
        { REFERRAL_URGENT, REFERRAL_SENT, "2026-11-20" },
        { REFERRAL_HIGH, REFERRAL_SENT, "2026-11-26" },
        { REFERRAL_NORMAL, REFERRAL_SENT, "2026-11-26" },
        { REFERRAL_URGENT, REFERRAL_ACCEPTED, "2026-11-22" },
        { REFERRAL_HIGH, REFERRAL_ACCEPTED, "2026-11-27" },
        { REFERRAL_NORMAL, REFERRAL_ACCEPTED, "2026-11-27" },
        { REFERRAL_URGENT, REFERRAL_ATTENDED, "2026-12-20" },
        { REFERRAL_HIGH, REFERRAL_ATTENDED, "2026-12-20" },
        { REFERRAL_NORMAL, REFERRAL_ATTENDED, "2026-12-20" },
        { REFERRAL_URGENT, REFERRAL_DRAFTED, "2026-11-21" },
        { REFERRAL_HIGH, REFERRAL_DRAFTED, "2026-11-21" },
        { REFERRAL_NORMAL, REFERRAL_DRAFTED, "2026-11-26" },
        { REFERRAL_URGENT, REFERRAL_MISSED, NULL },
        { REFERRAL_NORMAL, REFERRAL_DECLINED, NULL },
        { REFERRAL_NORMAL, REFERRAL_ANSWERED, NULL },
        { REFERRAL_NORMAL, REFERRAL_REVOKED, NULL },
    };
    const struct day holiday = day("2026-11-23");
    const struct calendar calendar = { .weekend = 1U << WEEKDAY_SATURDAY | 1U << WEEKDAY_SUNDAY,
                                       .days_off = &holiday,
                                       .days_off_count = 1 };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct day due;
        bool has_due;
        assert_ok(referral_due(&due, &has_due, cases[i].urgency, cases[i].state, day("2026-11-20"),
                               &calendar, &error));
        assert_int_equal(has_due, cases[i].due != NULL);
        if (has_due)
            assert_int_equal(day_compare(due, day(cases[i].due)), 0);
    }
}

static void a_calendar_on_which_nobody_works_gives_no_day(void **state)
{
    const struct calendar calendar = { .weekend = 0x7F };
    struct day due;
    bool has_due;
    (void)state;
    assert_status(referral_due(&due, &has_due, REFERRAL_NORMAL, REFERRAL_SENT, day("2026-11-20"),
                               &calendar, &error),
                  STATUS_INVALID);
}

static void only_what_is_owed_can_be_overdue(void **state)
{
    (void)state;
    struct referral referral = { .state = REFERRAL_SENT,
                                 .due_on = day("2026-11-23"),
                                 .has_due_on = true };
    assert_false(referral_is_overdue(&referral, day("2026-11-23")));
    assert_true(referral_is_overdue(&referral, day("2026-11-24")));
    referral.state = REFERRAL_MISSED;
    assert_false(referral_is_overdue(&referral, day("2026-11-24")));
}

static void two_reminders_then_the_head_of_the_body_then_the_supervisor(void **state)
{
    (void)state;
    struct referral referral = { .state = REFERRAL_SENT,
                                 .due_on = day("2026-11-23"),
                                 .has_due_on = true };
    const struct day today = day("2026-11-24");
    assert_int_equal(referral_react(&referral, day("2026-11-23")), REFERRAL_REACTION_NONE);
    assert_int_equal(referral_react(&referral, today), REFERRAL_REACTION_REMIND);
    referral.reminders = 1;
    assert_int_equal(referral_react(&referral, today), REFERRAL_REACTION_REMIND);
    referral.reminders = 2;
    assert_int_equal(referral_react(&referral, today), REFERRAL_REACTION_ESCALATE);
    referral.has_escalated_on = true;
    assert_int_equal(referral_react(&referral, today), REFERRAL_REACTION_DECIDE);
    referral.state = REFERRAL_DRAFTED;
    assert_int_equal(referral_react(&referral, today), REFERRAL_REACTION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_understood_again),
        cmocka_unit_test(each_state_takes_just_these_events),
        cmocka_unit_test(a_reminder_leaves_the_state_as_it_is),
        cmocka_unit_test(the_standard_times_are_kept),
        cmocka_unit_test(a_calendar_on_which_nobody_works_gives_no_day),
        cmocka_unit_test(only_what_is_owed_can_be_overdue),
        cmocka_unit_test(two_reminders_then_the_head_of_the_body_then_the_supervisor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
