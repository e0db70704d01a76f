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

static void a_clerk_does_not_merge_people(void **state)
{
    (void)state;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(role_may(role, ACT_MERGE_PEOPLE), role == ROLE_COUNSELLOR ||
                                                               role == ROLE_SUPERVISOR ||
                                                               role == ROLE_PROTECTION_OFFICER);
}

static void only_a_supervisor_erases_people(void **state)
{
    (void)state;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(role_may(role, ACT_ERASE_PEOPLE), role == ROLE_SUPERVISOR);
}

static void an_administrator_keeps_users_and_settings_and_reads_nobody(void **state)
{
    static const enum office_act closed[] = { ACT_READ_PEOPLE,  ACT_KEEP_PEOPLE,
                                              ACT_READ_CASES,   ACT_WORK_CASES,
                                              ACT_READ_JOURNAL, ACT_READ_RESTRICTED,
                                              ACT_GRANT_ACCESS };
    (void)state;
    assert_true(role_may(ROLE_ADMINISTRATOR, ACT_MANAGE_USERS));
    assert_true(role_may(ROLE_ADMINISTRATOR, ACT_CHANGE_RULES));
    for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
        assert_false(role_may(ROLE_ADMINISTRATOR, closed[i]));
}

static void a_clerk_reads_no_restricted_file_by_any_way(void **state)
{
    static const enum office_act ways[] = { ACT_READ_RESTRICTED, ACT_BE_NAMED_READER,
                                            ACT_BREAK_GLASS, ACT_GRANT_ACCESS,
                                            ACT_LIFT_RESTRICTION };
    (void)state;
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
        assert_false(role_may(ROLE_CLERK, ways[i]));
}

static void an_auditor_reads_people_and_changes_nothing(void **state)
{
    (void)state;
    assert_true(role_may(ROLE_AUDITOR, ACT_READ_PEOPLE));
    assert_true(role_may(ROLE_AUDITOR, ACT_READ_JOURNAL));
    assert_false(role_may(ROLE_AUDITOR, ACT_KEEP_PEOPLE));
    assert_false(role_may(ROLE_AUDITOR, ACT_MANAGE_USERS));
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
        cmocka_unit_test(a_clerk_does_not_merge_people),
        cmocka_unit_test(only_a_supervisor_erases_people),
        cmocka_unit_test(an_administrator_keeps_users_and_settings_and_reads_nobody),
        cmocka_unit_test(a_clerk_reads_no_restricted_file_by_any_way),
        cmocka_unit_test(an_auditor_reads_people_and_changes_nothing),
        cmocka_unit_test(the_recovery_sheet_sees_nobody),
        cmocka_unit_test(every_role_of_a_user_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
