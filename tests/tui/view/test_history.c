/* SPDX-License-Identifier: Apache-2.0 */
#include "view/history_private.h"

#include "support/unit.h"

#include <string.h>

static const char casefile[] = "01a20dbc-5ce7-773b-80d6-811de7fedc65";
static const char other[] = "01a20dbc-5ce7-773b-80d6-811de7fedc66";

static void what_names_the_casefile_belongs_to_it(void **state)
{
    const struct history_entry act = { .act = "casefile.open", .subject = casefile };
    const struct history_entry note = {
        .act = "note.add",
        .subject = other,
        .after = "{\"id\":\"x\",\"casefile\":\"01a20dbc-5ce7-773b-80d6-811de7fedc65\"}"
    };
    (void)state;
    assert_true(history_is_of_case(&act, casefile));
    assert_true(history_is_of_case(&note, casefile));
}

static void what_a_note_says_makes_it_nobodys(void **state)
{
    const struct history_entry note = {
        .act = "note.add",
        .subject = other,
        .after = "{\"body\":\"\\\"casefile\\\":\\\"01a20dbc-5ce7-773b-80d6-811de7fedc65\\\"\"}"
    };
    (void)state;
    assert_false(history_is_of_case(&note, casefile));
}

static void what_cannot_be_taken_back_says_why(void **state)
{
    static const char *const acts[] = { "note.add",     "task.done",     "appointment.move",
                                        "referral.add", "request.send",  "step.answer",
                                        "step.wait",    "casefile.open", "casefile.risk",
                                        "person.erase", "document.add",  "something.new" };
    const char *why = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
        assert_false(history_has_way_back(acts[i], &why));
        assert_true(strlen(why) > 0);
    }
}

static void finished_steps_closings_assignments_and_merges_have_a_way_back(void **state)
{
    static const char *const acts[] = { "step.finish",    "step.skip",       "step.approve",
                                        "casefile.close", "casefile.assign", "person.merge" };
    const char *why = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
        assert_true(history_has_way_back(acts[i], &why));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_names_the_casefile_belongs_to_it),
        cmocka_unit_test(what_a_note_says_makes_it_nobodys),
        cmocka_unit_test(what_cannot_be_taken_back_says_why),
        cmocka_unit_test(finished_steps_closings_assignments_and_merges_have_a_way_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
