/* SPDX-License-Identifier: Apache-2.0 */

/* A restricted casefile in a real office file, with users of several roles. */
#include "compartment/sealed_casefile.h"

#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "casefile/definition_store.h"
#include "compartment/access.h"
#include "note/note_store.h"
#include "store/store.h"
#include "support/dump.h"
#include "support/fixture_cases.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"
#include "vault/disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD "Zmeya7313"

static struct error error;
static struct definition_cache *definitions;
static char casefile[UUID_TEXT_SIZE];

static struct casefile_desk sit(struct office *office, const char *role)
{
    return (struct casefile_desk){ .store = office_store(office),
                                   .actor = office_actor(office),
                                   .role = role,
                                   .today = { 20781 }, /* 24 November 2026 */
                                   .definitions = definitions };
}

static void add_user(const char *name, enum role role)
{
    struct office *office = fixture_cases_open("first");
    struct secret *secret = fixture_office_secret(FIXTURE_CASES_SECRET);
    assert_ok(office_add_user(office, name, role, secret, &error));
    secret_free(&secret);
    office_close(&office);
}

static void open_casefile(void)
{
    struct office *office = fixture_cases_open("first");
    struct casefile_desk desk = sit(office, "supervisor");
    struct casefile_opened opened;
    const struct casefile_opening opening = { .person_id = fixture_cases.person,
                                              .workflow = "visit",
                                              .issue = WORD " issue",
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, &opened, &error));
    memcpy(casefile, opened.id, sizeof(casefile));
    struct note note = { .kind = NOTE_NOTE, .body = WORD " note" };
    memcpy(note.casefile_id, casefile, sizeof(casefile));
    assert_ok(note_add(desk.store, desk.actor, &note, &error));
    office_close(&office);
}

static int begin(void **state)
{
    fixture_cases_make(state);
    add_user("officer", ROLE_PROTECTION_OFFICER);
    add_user("deputy", ROLE_SUPERVISOR);
    assert_ok(definition_cache_new(&definitions, &error));
    open_casefile();
    return 0;
}

static int end(void **state)
{
    definition_cache_free(definitions);
    return fixture_cases_remove(state);
}

static void restrict_it(const char *user, unsigned set)
{
    struct office *office = fixture_cases_open(user);
    struct casefile_desk desk = sit(office, "clerk");
    assert_ok(casefile_restrict(&desk, casefile, set, &error));
    office_close(&office);
}

/* Every way in which the program reads it. */
static enum status read_as(const char *user, size_t *notes)
{
    struct office *office = fixture_cases_open(user);
    struct casefile_desk desk = sit(office, "supervisor");
    struct casefile_view view;
    struct note_list list = { .items = NULL };
    const enum status status = casefile_view_load(&desk, casefile, &view, &error);
    const enum status listed = note_list_of_casefile(desk.store, casefile, &list, &error);
    assert_int_equal(status, listed);
    if (status == STATUS_OK) {
        assert_string_equal(view.casefile.issue, WORD " issue");
        casefile_view_release(&view);
    }
    *notes = list.count;
    note_list_release(&list);
    office_close(&office);
    return status;
}

static void before_it_is_restricted_everybody_reads_it(void **state)
{
    size_t notes;
    (void)state;
    assert_ok(read_as("clerk", &notes));
    assert_int_equal(notes, 1);
}

static void a_clerk_can_seal_a_casefile_and_not_open_it_again(void **state)
{
    size_t notes;
    (void)state;
    restrict_it("clerk", COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING));
    assert_status(read_as("clerk", &notes), STATUS_RESTRICTED);
    assert_status(read_as("counsellor", &notes), STATUS_RESTRICTED);
    assert_status(read_as("inspector", &notes), STATUS_RESTRICTED);
    assert_status(read_as("deputy", &notes), STATUS_RESTRICTED);
    assert_ok(read_as("officer", &notes));
    assert_int_equal(notes, 1);
    assert_ok(read_as("first", &notes));
}

static void nothing_of_it_is_in_any_table(void **state)
{
    (void)state;
    struct office *office = fixture_cases_open("clerk");
    char *found = dump_find(store_handle(office_store(office)), WORD);
    assert_string_equal(found, "");
    free(found);
    office_close(&office);
}

static void who_reads_it_works_on_as_before_and_nothing_shows(void **state)
{
    size_t notes;
    (void)state;
    struct office *office = fixture_cases_open("officer");
    struct store *store = office_store(office);
    struct note note = { .kind = NOTE_CALL, .body = WORD " second" };
    memcpy(note.casefile_id, casefile, sizeof(casefile));
    assert_ok(note_add(store, office_actor(office), &note, &error));
    char *found = dump_find(store_handle(store), WORD);
    assert_string_equal(found, "");
    free(found);
    assert_ok(store_check(store, &error));
    office_close(&office);
    assert_ok(read_as("officer", &notes));
    assert_int_equal(notes, 2);
}

static void outside_one_task_shows_that_there_is_work(void **state)
{
    (void)state;
    struct office *office = fixture_cases_open("clerk");
    assert_string_equal(fixture_text(office_store(office),
                                     "SELECT group_concat(step || ' ' || kind) FROM task"
                                     " WHERE casefile_id = :id",
                                     casefile),
                        "restricted step");
    office_close(&office);
}

static void whoever_gets_it_assigned_reads_it_until_it_is_taken_away(void **state)
{
    size_t notes;
    (void)state;
    struct office *office = fixture_cases_open("officer");
    struct casefile_desk desk = sit(office, "protection_officer");
    struct office_user clerk, counsellor;
    assert_ok(office_find_user(office, "clerk", &clerk, &error));
    assert_ok(office_find_user(office, "counsellor", &counsellor, &error));
    assert_status(casefile_assign(&desk, casefile, clerk.id, &error), STATUS_REFUSED);
    assert_string_equal(error.detail, SEALED_DETAIL_ROLE);
    assert_ok(casefile_assign(&desk, casefile, counsellor.id, &error));
    assert_ok(read_as("counsellor", &notes));
    struct secret *secret = fixture_office_secret(FIXTURE_CASES_SECRET);
    struct office *first = fixture_cases_open("first");
    assert_ok(office_set_passphrase(first, "counsellor", secret, &error));
    office_close(&first);
    secret_free(&secret);
    assert_ok(read_as("counsellor", &notes));
    assert_ok(casefile_assign(&desk, casefile, NULL, &error));
    assert_status(read_as("counsellor", &notes), STATUS_RESTRICTED);
    office_close(&office);
}

static void breaking_the_glass_opens_one_casefile_and_is_seen(void **state)
{
    size_t notes;
    (void)state;
    struct office *office = fixture_cases_open("deputy");
    struct casefile_desk desk = sit(office, "supervisor");
    assert_status(casefile_break_glass(&desk, casefile, "  ", &error), STATUS_TEXT_EMPTY);
    assert_status(read_as("deputy", &notes), STATUS_RESTRICTED);
    assert_ok(casefile_break_glass(&desk, casefile, "the child is missing", &error));
    assert_status(casefile_lift_restriction(&desk, casefile, &error), STATUS_RESTRICTED);
    office_close(&office);
    assert_ok(read_as("deputy", &notes));
    office = fixture_cases_open("clerk");
    assert_int_equal(fixture_number(office_store(office), "SELECT count(*) FROM glass_break"), 1);
    desk = sit(office, "clerk");
    assert_status(casefile_break_glass(&desk, casefile, "curious", &error), STATUS_RESTRICTED);
    char *found = dump_find(store_handle(office_store(office)), "missing");
    assert_string_equal(found, "");
    free(found);
    office_close(&office);
}

static void a_row_that_nobody_with_the_key_made_gets_no_new_key(void **state)
{
    struct login login = { .user_name = "first" };
    struct access_held held;
    struct office_user clerk;
    size_t notes;
    (void)state;
    struct office *office = fixture_cases_open("clerk");
    assert_ok(office_find_user(office, "clerk", &clerk, &error));
    assert_ok(store_execute(office_store(office),
                            "INSERT INTO compartment_member SELECT compartment, (SELECT id FROM"
                            " user WHERE login = 'clerk'), mode, sealed_key, proof, granted_at,"
                            " granted_by FROM compartment_member WHERE mode = 'reader'"
                            " GROUP BY compartment;"
                            "INSERT INTO sealed_casefile_key (casefile_id, holder, sealed_key)"
                            " SELECT casefile_id, (SELECT id FROM user WHERE login = 'clerk'),"
                            " sealed_key FROM sealed_casefile_key WHERE holder = 'trafficking'",
                            &error));
    office_close(&office);
    login.typed = fixture_office_secret(FIXTURE_CASES_SECRET);
    assert_ok(office_rekey(fixture_cases.file, disk_system(), &login, NULL, &error));
    secret_free((struct secret **)&login.typed);
    office = fixture_cases_open("first");
    assert_ok(access_find(office_store(office), clerk.id, &held, &error));
    assert_int_equal(held.reader, 0);
    office_close(&office);
    assert_status(read_as("clerk", &notes), STATUS_RESTRICTED);
    assert_ok(read_as("first", &notes));
}

static void a_revoked_reader_opens_nothing_and_new_keys_make_it_final(void **state)
{
    size_t notes;
    struct login login = { .user_name = "first" };
    struct secret *secret = fixture_office_secret(FIXTURE_CASES_SECRET);
    bool is_stale = false;
    (void)state;
    struct office *office = fixture_cases_open("first");
    assert_ok(office_revoke_user(office, "officer", &error));
    assert_ok(access_is_stale(office_store(office), &is_stale, &error));
    assert_true(is_stale);
    office_close(&office);
    login.typed = secret;
    assert_ok(office_rekey(fixture_cases.file, disk_system(), &login, NULL, &error));
    secret_free(&secret);
    assert_ok(read_as("first", &notes));
    assert_int_equal(notes, 2);
    office = fixture_cases_open("first");
    assert_ok(access_is_stale(office_store(office), &is_stale, &error));
    assert_false(is_stale);
    office_close(&office);
}

static void the_file_verifies_for_those_who_cannot_read_it(void **state)
{
    struct office_health health;
    (void)state;
    struct office *office = fixture_cases_open("clerk");
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
}

static void made_an_ordinary_one_it_is_whole_again(void **state)
{
    size_t notes;
    (void)state;
    struct office *office = fixture_cases_open("first");
    struct casefile_desk desk = sit(office, "supervisor");
    assert_ok(casefile_lift_restriction(&desk, casefile, &error));
    assert_ok(store_check(desk.store, &error));
    struct note_list found;
    const struct note_question question = { .text = "second", .reader = desk.actor, .limit = 9 };
    assert_ok(note_search(desk.store, &question, &found, &error));
    assert_int_equal(found.count, 1);
    note_list_release(&found);
    office_close(&office);
    assert_ok(read_as("clerk", &notes));
    assert_int_equal(notes, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_it_is_restricted_everybody_reads_it),
        cmocka_unit_test(a_clerk_can_seal_a_casefile_and_not_open_it_again),
        cmocka_unit_test(nothing_of_it_is_in_any_table),
        cmocka_unit_test(who_reads_it_works_on_as_before_and_nothing_shows),
        cmocka_unit_test(outside_one_task_shows_that_there_is_work),
        cmocka_unit_test(whoever_gets_it_assigned_reads_it_until_it_is_taken_away),
        cmocka_unit_test(breaking_the_glass_opens_one_casefile_and_is_seen),
        cmocka_unit_test(the_file_verifies_for_those_who_cannot_read_it),
        cmocka_unit_test(a_row_that_nobody_with_the_key_made_gets_no_new_key),
        cmocka_unit_test(a_revoked_reader_opens_nothing_and_new_keys_make_it_final),
        cmocka_unit_test(the_file_verifies_for_those_who_cannot_read_it),
        cmocka_unit_test(made_an_ordinary_one_it_is_whole_again),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
