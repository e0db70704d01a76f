/* SPDX-License-Identifier: Apache-2.0 */
#include "store/migrate.h"
#include "store/query.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static struct error error;

static const struct migration good[] = {
    { 1, "one", "CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT;" },
    { 2, "two", "CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT; INSERT INTO one VALUES (7);" },
};

static struct store *empty_store(void)
{
    struct store *store = NULL;
    const struct store_options options = { .path = ":memory:", .is_new = true };
    assert_ok(store_open(&store, &options, &error));
    return store;
}

static void an_empty_store_gets_all_tables(void **state)
{
    (void)state;
    struct store *store = empty_store();
    assert_ok(migrate_table(store, good, 2, &error));
    assert_int_equal(fixture_number(store, "PRAGMA user_version"), 2);
    assert_int_equal(fixture_number(store, "PRAGMA application_id"), STORE_APPLICATION_ID);
    assert_int_equal(fixture_number(store, "SELECT id FROM one"), 7);
    store_close(&store);
}

static void only_what_is_missing_is_done(void **state)
{
    (void)state;
    struct store *store = empty_store();
    assert_ok(migrate_table(store, good, 1, &error));
    assert_int_equal(fixture_number(store, "PRAGMA user_version"), 1);
    assert_ok(migrate_table(store, good, 2, &error));
    assert_ok(migrate_table(store, good, 2, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM one"), 1);
    store_close(&store);
}

static void gaps_and_double_numbers_are_refused_before_anything_is_done(void **state)
{
    (void)state;
    const struct migration bad[][2] = {
        { { 1, "a", "CREATE TABLE a (x)" }, { 3, "c", "CREATE TABLE c (x)" } },
        { { 1, "a", "CREATE TABLE a (x)" }, { 1, "b", "CREATE TABLE b (x)" } },
        { { 2, "b", "CREATE TABLE b (x)" }, { 3, "c", "CREATE TABLE c (x)" } },
        { { 2, "b", "CREATE TABLE b (x)" }, { 1, "a", "CREATE TABLE a (x)" } },
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct store *store = empty_store();
        assert_status(migrate_table(store, bad[i], 2, &error), STATUS_INTERNAL);
        assert_int_equal(fixture_number(store, "SELECT count(*) FROM sqlite_schema"), 0);
        store_close(&store);
    }
}

static void a_failing_migration_leaves_the_tables_of_the_one_before(void **state)
{
    (void)state;
    const struct migration broken[] = {
        good[0],
        { 2, "broken", "CREATE TABLE two (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);" },
    };
    struct store *store = empty_store();
    assert_status(migrate_table(store, broken, 2, &error), STATUS_INTERNAL);
    assert_non_null(strstr(error.detail, "broken"));
    assert_false(store_is_in_transaction(store));
    assert_int_equal(fixture_number(store, "PRAGMA user_version"), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM sqlite_schema"), 1);
    assert_ok(migrate_table(store, good, 2, &error));
    store_close(&store);
}

static void a_migration_that_commits_by_itself_is_refused(void **state)
{
    (void)state;
    const struct migration sly[] = { { 1, "sly", "CREATE TABLE a (x); COMMIT;" } };
    struct store *store = empty_store();
    assert_status(migrate_table(store, sly, 1, &error), STATUS_INTERNAL);
    assert_int_equal(fixture_number(store, "PRAGMA user_version"), 0);
    store_close(&store);
}

static void tables_of_a_newer_program_are_refused(void **state)
{
    (void)state;
    struct store *store = empty_store();
    assert_ok(migrate_table(store, good, 2, &error));
    assert_status(migrate_table(store, good, 1, &error), STATUS_NEWER_FORMAT);
    assert_int_equal(error.number, 2);
    assert_int_equal(fixture_number(store, "PRAGMA user_version"), 2);
    store_close(&store);
}

static void another_programs_database_is_refused_and_left_alone(void **state)
{
    (void)state;
    const char *others[] = {
        "PRAGMA application_id = 123456",
        "CREATE TABLE photo (id INTEGER PRIMARY KEY)",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 123456; PRAGMA user_version = 2; CREATE TABLE one (id)",
    };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct store *store = empty_store();
        assert_ok(store_execute(store, others[i], &error));
        const long long tables = fixture_number(store, "SELECT count(*) FROM sqlite_schema");
        assert_status(migrate_table(store, good, 2, &error), STATUS_NOT_A_VAULT);
        assert_int_equal(fixture_number(store, "SELECT count(*) FROM sqlite_schema"), tables);
        store_close(&store);
    }
}

static void a_file_open_read_only_tells_its_version_but_is_not_migrated(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    struct store *store = NULL;
    assert_ok(store_open(&store, &(struct store_options){ .path = path, .is_new = true }, &error));
    assert_ok(migrate_table(store, good, 1, &error));
    assert_ok(store_finish_new(store, &error));
    store_close(&store);

    int version = 0;
    const struct store_options options = { .path = path, .is_read_only = true };
    assert_ok(store_open(&store, &options, &error));
    assert_ok(migrate_version(store, 2, &version, &error));
    assert_int_equal(version, 1);
    assert_status(migrate_version(store, 0, &version, &error), STATUS_NEWER_FORMAT);
    assert_status(migrate_table(store, good, 2, &error), STATUS_NO_PERMISSION);
    assert_ok(migrate_table(store, good, 1, &error));
    store_close(&store);
    fixture_folder_remove(path);
}

/* ---- The tables of the program */

static void the_programs_tables_are_sound(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_int_equal(fixture_number(store, "PRAGMA user_version"), migration_count);
    assert_ok(store_check(store, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM pragma_table_list WHERE"
                                           " schema = 'main' AND type = 'table' AND NOT strict"
                                           " AND name NOT LIKE 'sqlite_%'"
                                           " AND name NOT LIKE 'note_search%'"),
                     0);
    store_close(&store);
}

/* Users are few and never deleted; every other parent is looked for by its children. */
static void every_foreign_key_has_an_index(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_int_equal(
        fixture_number(store,
                       "SELECT count(*) FROM sqlite_schema AS t, pragma_foreign_key_list(t.name)"
                       " AS k WHERE t.type = 'table' AND k.seq = 0 AND k.\"table\" <> 'user'"
                       " AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) AS i,"
                       " pragma_index_info(i.name) AS c WHERE c.seqno = 0"
                       " AND c.name = k.\"from\")"
                       " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS p"
                       " WHERE p.name = k.\"from\" AND p.pk = 1)"),
        0);
    store_close(&store);
}

static void wrong_dates_times_and_codes_are_refused(void **state)
{
    (void)state;
    const char *wrong[] = {
        "INSERT INTO person (id, sex, birth_date, birth_precision, created_at, created_by,"
        " changed_at) VALUES ('" FIXTURE_USER "', 1, '2026-02-30', 'day', '" FIXTURE_MOMENT_TEXT
        "', '" FIXTURE_USER "', '" FIXTURE_MOMENT_TEXT "')",
        "INSERT INTO person (id, sex, birth_date, birth_precision, created_at, created_by,"
        " changed_at) VALUES ('" FIXTURE_USER "', 1, '1984-05-01', 'year', '" FIXTURE_MOMENT_TEXT
        "', '" FIXTURE_USER "', '" FIXTURE_MOMENT_TEXT "')",
        "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
        " VALUES ('" FIXTURE_USER "', 3, '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER
        "', '" FIXTURE_MOMENT_TEXT "')",
        "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
        " VALUES ('" FIXTURE_USER "', 1, '2026-11-23 18:48:07', '" FIXTURE_USER
        "', '" FIXTURE_MOMENT_TEXT "')",
        "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
        " VALUES ('" FIXTURE_USER "', 1, '2026-13-23T18:48:07.123Z', '" FIXTURE_USER
        "', '" FIXTURE_MOMENT_TEXT "')",
        "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
        " VALUES ('short', 1, '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER "', '" FIXTURE_MOMENT_TEXT
        "')",
        "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
        " VALUES ('" FIXTURE_USER "', 1, '" FIXTURE_MOMENT_TEXT
        "', '01930000-0000-7000-8000-00000000dead', '" FIXTURE_MOMENT_TEXT "')",
        "UPDATE user SET role = 'king'",
        "UPDATE user SET state = 'revoked'",
        "UPDATE user SET public_key = zeroblob(31)",
        "UPDATE vault_state SET office_id = 'ffffffffffffffffffffffffffffffff'",
        "DELETE FROM vault_state",
    };
    struct store *store = fixture_store_memory();
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        if (store_execute(store, wrong[i], &error) != STATUS_INVALID)
            fail_msg("accepted, or refused for a wrong reason: %s", wrong[i]);
    }
    assert_status(store_execute(store, "UPDATE user SET login_folded = 'same'", &error),
                  STATUS_EXISTS);
    /* The same row, rightly filled, is taken: the tests above refuse what they mean to. */
    assert_ok(store_execute(store,
                            "INSERT INTO person (id, sex, birth_date, birth_precision, created_at,"
                            " created_by, changed_at) VALUES ('" FIXTURE_USER
                            "', 1, '1984-01-01', 'year', '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER
                            "', '" FIXTURE_MOMENT_TEXT "')",
                            &error));
    assert_status(store_execute(store, "DELETE FROM user", &error), STATUS_INVALID);
    store_close(&store);
}

static enum status open_casefile(struct store *store, const char *number, const char *state)
{
    struct query query;
    query_begin(&query, store,
                "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, state,"
                " opened_at, opened_by, changed_at) VALUES (:id, :number, :person, 'integration',"
                " 1, :state, :at, :user, :at)");
    query_bind_text(&query, ":id", FIXTURE_OTHER_USER);
    query_bind_text(&query, ":number", number);
    query_bind_text(&query, ":person", FIXTURE_USER);
    query_bind_text(&query, ":state", state);
    query_bind_text(&query, ":at", FIXTURE_MOMENT_TEXT);
    query_bind_text(&query, ":user", FIXTURE_USER);
    return query_run(&query, &error);
}

static void a_casefile_needs_a_person_a_number_and_a_reason_to_be_closed(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_status(open_casefile(store, "KG-OSH-2026-000117", "open"), STATUS_INVALID);
    assert_ok(store_execute(store,
                            "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
                            " VALUES ('" FIXTURE_USER "', 2, '" FIXTURE_MOMENT_TEXT
                            "', '" FIXTURE_USER "', '" FIXTURE_MOMENT_TEXT "')",
                            &error));
    assert_status(open_casefile(store, "KG-OSH-2026-117", "open"), STATUS_INVALID);
    assert_status(open_casefile(store, "KG-OSH-26-000117", "open"), STATUS_INVALID);
    assert_status(open_casefile(store, "KG-OSH-2026-000117", "closed"), STATUS_INVALID);
    assert_ok(open_casefile(store, "KG-OSH-2026-000117", "open"));
    assert_status(open_casefile(store, "KG-OSH-2026-000117", "open"), STATUS_EXISTS);
    assert_status(store_execute(store, "DELETE FROM person", &error), STATUS_INVALID);
    store_close(&store);
}

static const char SQL_ADD_AGENCY[] = "INSERT INTO agency (id, name, kind, country)"
                                     " VALUES ('" FIXTURE_USER "', 'Legal aid', 'ngo', 'KGZ')";
static const char SQL_SEND_REFERRAL[] =
    "INSERT INTO referral (id, casefile_id, agency_id, override_reason, service, reason, urgency,"
    " state, sent_at, changed_at) VALUES (:id, :id, :agency, :override, 'legal', '', 'normal',"
    " 'sent', :at, :at)";

static enum status send_referral(struct store *store, const char *override)
{
    struct query query;
    query_begin(&query, store, SQL_SEND_REFERRAL);
    query_bind_text(&query, ":id", FIXTURE_OTHER_USER);
    query_bind_text(&query, ":agency", FIXTURE_USER);
    query_bind_text(&query, ":override", override);
    query_bind_text(&query, ":at", FIXTURE_MOMENT_TEXT);
    return query_run(&query, &error);
}

static void nobody_is_referred_without_consent_or_a_written_reason(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_execute(store,
                            "INSERT INTO person (id, sex, created_at, created_by, changed_at)"
                            " VALUES ('" FIXTURE_USER "', 2, '" FIXTURE_MOMENT_TEXT
                            "', '" FIXTURE_USER "', '" FIXTURE_MOMENT_TEXT "')",
                            &error));
    assert_ok(open_casefile(store, "KG-OSH-2026-000117", "open"));
    assert_ok(store_execute(store, SQL_ADD_AGENCY, &error));
    assert_status(send_referral(store, NULL), STATUS_INVALID);
    assert_status(send_referral(store, ""), STATUS_INVALID);
    assert_ok(send_referral(store, "life in danger"));
    store_close(&store);
}

/* ---- embed.awk */

/* Tests run from the root of the source tree. */
static int run_awk(const char *files)
{
    char command[1024];
    char folder[] = "/tmp/qadam_awk_XXXXXX";
    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof(command),
             "awk=\"$(pwd)/core/store/migrations/embed.awk\"; [ -f \"$awk\" ] || exit 99;"
             " cd %s && for f in %s; do echo 'SELECT 1;' > $f; done &&"
             " awk -f \"$awk\" %s >out.c 2>err; code=$?; rm -r %s; exit $code",
             folder, files, files, folder);
    const int code = system(command);
    return WIFEXITED(code) ? WEXITSTATUS(code) : -1;
}

static void the_build_refuses_gaps_double_numbers_and_odd_names(void **state)
{
    (void)state;
    assert_int_equal(run_awk("0001_a.sql 0002_b.sql"), 0);
    assert_int_equal(run_awk("0001_a.sql 0003_c.sql"), 1);
    assert_int_equal(run_awk("0001_a.sql 0001_b.sql"), 1);
    assert_int_equal(run_awk("0002_b.sql"), 1);
    assert_int_equal(run_awk("0001_a.sql 2_b.sql"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_store_gets_all_tables),
        cmocka_unit_test(only_what_is_missing_is_done),
        cmocka_unit_test(gaps_and_double_numbers_are_refused_before_anything_is_done),
        cmocka_unit_test(a_failing_migration_leaves_the_tables_of_the_one_before),
        cmocka_unit_test(a_migration_that_commits_by_itself_is_refused),
        cmocka_unit_test(tables_of_a_newer_program_are_refused),
        cmocka_unit_test(another_programs_database_is_refused_and_left_alone),
        cmocka_unit_test(a_file_open_read_only_tells_its_version_but_is_not_migrated),
        cmocka_unit_test(the_programs_tables_are_sound),
        cmocka_unit_test(every_foreign_key_has_an_index),
        cmocka_unit_test(wrong_dates_times_and_codes_are_refused),
        cmocka_unit_test(a_casefile_needs_a_person_a_number_and_a_reason_to_be_closed),
        cmocka_unit_test(nobody_is_referred_without_consent_or_a_written_reason),
        cmocka_unit_test(the_build_refuses_gaps_double_numbers_and_odd_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
