/* SPDX-License-Identifier: Apache-2.0 */
#include "office/role.h"

#include "support/unit.h"

static bool may_all(enum role role, const enum office_act *acts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!role_may(role, acts[i]))
            return false;
    return true;
}

static void who_works_with_people_reads_and_keeps_them(void **state)
{
    static const enum role roles[] = { ROLE_CLERK, ROLE_COUNSELLOR, ROLE_SUPERVISOR, ROLE_TRAINER };
    static const enum office_act acts[] = { ACT_READ_PEOPLE, ACT_KEEP_PEOPLE };
    (void)state;
    for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
        assert_true(may_all(roles[i], acts, sizeof(acts) / sizeof(acts[0])));
}

static void only_counsellors_and_supervisors_merge_people(void **state)
{
    (void)state;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(role_may(role, ACT_MERGE_PEOPLE),
                         role == ROLE_COUNSELLOR || role == ROLE_SUPERVISOR);
}

static void only_a_supervisor_erases_people(void **state)
{
    (void)state;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(role_may(role, ACT_ERASE_PEOPLE), role == ROLE_SUPERVISOR);
}

static void only_a_supervisor_changes_the_rules(void **state)
{
    (void)state;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(role_may(role, ACT_CHANGE_RULES), role == ROLE_SUPERVISOR);
}

static void an_inspector_reads_people_and_changes_nothing(void **state)
{
    (void)state;
    assert_true(role_may(ROLE_INSPECTOR, ACT_READ_PEOPLE));
    assert_true(role_may(ROLE_INSPECTOR, ACT_READ_JOURNAL));
    assert_false(role_may(ROLE_INSPECTOR, ACT_KEEP_PEOPLE));
    assert_false(role_may(ROLE_INSPECTOR, ACT_MANAGE_USERS));
}

static void the_recovery_sheet_sees_nobody(void **state)
{
    (void)state;
    for (enum office_act act = ACT_READ_PEOPLE; act <= ACT_ERASE_PEOPLE; act++)
        assert_false(role_may(ROLE_RECOVERY, act));
    assert_true(role_may(ROLE_RECOVERY, ACT_MANAGE_USERS));
}

static void every_role_of_a_user_is_found_by_its_name(void **state)
{
    struct error error = { 0 };
    enum role found;
    (void)state;
    for (enum role role = ROLE_CLERK; role < ROLE_RECOVERY; role++) {
        assert_ok(role_parse(&found, role_name(role), &error));
        assert_int_equal(found, role);
    }
    assert_status(role_parse(&found, "recovery", &error), STATUS_INVALID);
    assert_status(role_parse(&found, "Clerk", &error), STATUS_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_works_with_people_reads_and_keeps_them),
        cmocka_unit_test(only_counsellors_and_supervisors_merge_people),
        cmocka_unit_test(only_a_supervisor_erases_people),
        cmocka_unit_test(only_a_supervisor_changes_the_rules),
        cmocka_unit_test(an_inspector_reads_people_and_changes_nothing),
        cmocka_unit_test(the_recovery_sheet_sees_nobody),
        cmocka_unit_test(every_role_of_a_user_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
