/* SPDX-License-Identifier: Apache-2.0 */

/* What every role may do to ordinary and restricted casefiles, through the commands, as one table;
 * and what somebody finds who holds a clerk's passphrase and reads the tables without the program.
 */
#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "casefile/definition_store.h"
#include "compartment/sealed_casefile.h"
#include "compartment/sealed_draft.h"
#include "note/note_store.h"
#include "person/person_store.h"
#include "support/dump.h"
#include "support/fixture_cases.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD    "Zmeya7313"
#define STEP    "hidden_step_7313"
#define PLACE   "Podval7313"
#define PENDING "Nedopisano7313"

static struct error error;
static struct program_result result;
static struct definition_cache *definitions;

/* ---- who */

enum user { CLERK, COUNSELLOR, FIRST, DEPUTY, OFFICER, PART, TRAINER, AUDITOR, ADMIN, USER_COUNT };

static const struct {
    const char *name;
    enum role role;
} users[USER_COUNT] = {
    [CLERK] = { "clerk", ROLE_CLERK },
    [COUNSELLOR] = { "counsellor", ROLE_COUNSELLOR },
    [FIRST] = { "first", ROLE_SUPERVISOR },   /* reads all */
    [DEPUTY] = { "deputy", ROLE_SUPERVISOR }, /* came later: opens in an emergency */
    [OFFICER] = { "officer", ROLE_PROTECTION_OFFICER },
    [PART] = { "part", ROLE_PROTECTION_OFFICER }, /* of asylum and children only */
    [TRAINER] = { "trainer", ROLE_TRAINER },
    [AUDITOR] = { "inspector", ROLE_AUDITOR },
    [ADMIN] = { "admin", ROLE_ADMINISTRATOR },
};

/* ---- which casefile */

enum kind { ORDINARY, ASYLUM, TRAFFICKING, VIOLENCE, CHILDREN, NAMED, KIND_COUNT };

static struct {
    unsigned set;       /* 0: not restricted */
    const char *worker; /* or NULL */
    struct casefile_opened file;
} files[KIND_COUNT] = {
    [ORDINARY] = { .set = 0 },
    [ASYLUM] = { .set = COMPARTMENT_BIT(COMPARTMENT_ASYLUM) },
    [TRAFFICKING] = { .set = COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING) },
    [VIOLENCE] = { .set = COMPARTMENT_BIT(COMPARTMENT_VIOLENCE) },
    [CHILDREN] = { .set = COMPARTMENT_BIT(COMPARTMENT_CHILDREN) },
    [NAMED] = { .set = COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING), .worker = "counsellor" },
};

/* ---- the table: one letter for each user in the order above
 *
 * A allowed, R refused by the role, X restricted (no key), N nothing to be done, . not tried */

struct act {
    const char *words[8]; /* "%" stands for the number */
    const char *input;
    const char *verdicts[KIND_COUNT];
};

#define READING                                                                                    \
    {                                                                                              \
        [ORDINARY] = "AAAAAAAAR", [ASYLUM] = "XXAXAAXXR", [TRAFFICKING] = "XXAXAXXXR",             \
        [VIOLENCE] = "XXAXAXXXR", [CHILDREN] = "XXAXAAXXR", [NAMED] = "XAAXAXXXR"                  \
    }
#define WRITING                                                                                    \
    {                                                                                              \
        [ORDINARY] = "AAAAAAARR", [TRAFFICKING] = "XXAXAXXRR", [CHILDREN] = "XXAXAAXRR",           \
        [NAMED] = "XAAXAXXRR"                                                                      \
    }

static const struct act acts[] = {
    { { "case", "show", "%" }, NULL, READING },
    { { "note", "list", "--case", "%" }, NULL, READING },
    { { "case", "next", "%" },
      NULL,
      { [ORDINARY] = "AAAAAAAAR", [TRAFFICKING] = "XXAXAXXXR", [NAMED] = "XAAXAXXXR" } },
    { { "case", "readers", "%" },
      NULL,
      { [ORDINARY] = "NNNNNNNNR", [TRAFFICKING] = "AAAAAAAAR", [NAMED] = "AAAAAAAAR" } },
    { { "note", "add", "--case", "%" }, "text: " WORD "\n", WRITING },
    { { "case", "answer", "%", "intake" }, "need: paper\n", WRITING },
    { { "case", "risk", "%", "low" }, NULL, WRITING },
    { { "task", "add", "--case", "%" }, "title: call\n", WRITING },
    { { "appointment", "add", "--case", "%" }, "day: +3\nabout: talk\n", WRITING },
    { { "case", "assign", "%", "counsellor" },
      NULL,
      { [ORDINARY] = "R.A.A.RRR", [NAMED] = "R.AXAXRRR" } },
    { { "case", "restrict", "%", "--as", "violence" },
      NULL,
      { [TRAFFICKING] = "XX.X.XXRR", [NAMED] = "X..X.XXRR" } },
    { { "case", "unrestrict", "%" },
      NULL,
      { [ORDINARY] = "RRNNNNRRR", [TRAFFICKING] = "RR.X.XRRR", [NAMED] = "RR.X.XRRR" } },
    { { "case", "break-glass", "%" },
      "reason: the child is missing\n",
      { [ORDINARY] = "RRNNRRRRR", [ASYLUM] = "RRNARRRRR", [TRAFFICKING] = "RRNARRRRR" } },
    { { "case", "show", "%" }, NULL, { [TRAFFICKING] = "XXAAAXXXR", [VIOLENCE] = "XXAXAXXXR" } },
    { { "case", "unrestrict", "%" }, NULL, { [VIOLENCE] = "....A....", [CHILDREN] = ".....A..." } },
    { { "case", "show", "%" }, NULL, { [VIOLENCE] = "AAAAAAAAR", [CHILDREN] = "AAAAAAAAR" } },
};

/* ---- making them */

static void add_user(struct office *office, const char *name, enum role role)
{
    struct secret *secret = fixture_office_secret(FIXTURE_CASES_SECRET);
    assert_ok(office_add_user(office, name, role, secret, &error));
    secret_free(&secret);
}

static struct casefile_desk sit(struct office *office)
{
    return (struct casefile_desk){ .store = office_store(office),
                                   .actor = office_actor(office),
                                   .role = "supervisor",
                                   .today = { 20781 }, /* 24 November 2026 */
                                   .definitions = definitions };
}

static void plant_note(struct office *office, const char *casefile_id)
{
    struct note note = { .kind = NOTE_NOTE, .body = WORD " note" };
    memcpy(note.casefile_id, casefile_id, sizeof(note.casefile_id));
    assert_ok(note_add(office_store(office), office_actor(office), &note, &error));
}

/* Whatever can belong to a casefile, with the word in it. */
static void plant(struct office *office, const char *id)
{
    struct store *store = office_store(office);
    const char *user = office_actor(office);
    const struct draft_key key = { user, "step/" STEP, id };
    const struct draft_content content = { "{\"detail\":\"" PENDING "\"}", "detail", 3 };
    plant_note(office, id);
    fixture_rows_run(store,
                     "INSERT INTO step_state (casefile_id, step, state, remark, changed_at)"
                     " VALUES ('%q', '" STEP "', 'started', '" WORD "', '" FIXTURE_MOMENT_TEXT "')",
                     id);
    fixture_rows_run(store,
                     "INSERT INTO answer (id, casefile_id, step, field, value, answered_at,"
                     " answered_by) VALUES ('01930000-0000-7000-8000-000000000011', '%q', '" STEP
                     "', 'story', '" WORD "', '" FIXTURE_MOMENT_TEXT "', '%q')",
                     id, user);
    fixture_rows_run(store,
                     "INSERT INTO agency (id, name, kind, country) VALUES"
                     " ('01930000-0000-7000-8000-000000000012', 'ЗАГС', 'registry', 'KGZ');"
                     "INSERT INTO referral (id, casefile_id, agency_id, service, reason, urgency,"
                     " state, changed_at) VALUES ('01930000-0000-7000-8000-000000000013', '%q',"
                     " '01930000-0000-7000-8000-000000000012', 'shelter', '" WORD
                     "', 'normal', 'drafted', '" FIXTURE_MOMENT_TEXT "')",
                     id);
    fixture_rows_run(store,
                     "INSERT INTO document_request (id, person_id, casefile_id, kind, addressee,"
                     " about, state, changed_at) SELECT '01930000-0000-7000-8000-000000000014',"
                     " person_id, id, 'archive', '" WORD "', '" WORD
                     "', 'drafted', '" FIXTURE_MOMENT_TEXT "' FROM casefile WHERE id = '%q'",
                     id);
    fixture_rows_run(
        store,
        "INSERT INTO task (id, casefile_id, kind, title, since, state, created_at,"
        " created_by) VALUES ('01930000-0000-7000-8000-000000000015', '%q', 'own', '" WORD
        "', '2026-01-01', 'open', '" FIXTURE_MOMENT_TEXT "', '%q')",
        id, user);
    fixture_rows_run(store,
                     "INSERT INTO appointment (id, casefile_id, day, place, about, state) VALUES"
                     " ('01930000-0000-7000-8000-000000000016', '%q', '2026-12-01', '" PLACE
                     "', '" WORD "', 'planned')",
                     id);
    assert_ok(sealed_draft_save(store, &key, &content, &error));
}

static void open_file(struct office *office, enum kind kind)
{
    char surname[32], person[UUID_TEXT_SIZE];
    struct office_user worker = { .id = "" };
    struct casefile_desk desk = sit(office);
    snprintf(surname, sizeof(surname), WORD "%c", 'a' + (int)kind);
    struct person record = fixture_record_make(surname, "Айгүл");
    assert_ok(person_add(desk.store, desk.actor, &record, NULL, &error));
    memcpy(person, record.id, sizeof(person));
    person_release(&record);
    if (files[kind].worker != NULL)
        assert_ok(office_find_user(office, files[kind].worker, &worker, &error));
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = "visit",
                                              .issue = kind == VIOLENCE ? WORD " issue" : NULL,
                                              .assigned_to =
                                                  worker.id[0] == '\0' ? NULL : worker.id,
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, &files[kind].file, &error));
    if (kind == VIOLENCE)
        plant(office, files[kind].file.id);
    if (files[kind].set != 0)
        assert_ok(casefile_restrict(&desk, files[kind].file.id, files[kind].set, &error));
}

static int begin(void **state)
{
    fixture_cases_make(state);
    assert_ok(definition_cache_new(&definitions, &error));
    struct office *office = fixture_cases_open("first");
    for (size_t i = 0; i < USER_COUNT; i++)
        if (i != CLERK && i != COUNSELLOR && i != FIRST && i != AUDITOR)
            add_user(office, users[i].name, users[i].role);
    assert_ok(office_withdraw_access(
        office, "part",
        COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING) | COMPARTMENT_BIT(COMPARTMENT_VIOLENCE), &error));
    for (enum kind kind = 0; kind < KIND_COUNT; kind++)
        open_file(office, kind);
    office_close(&office);
    return 0;
}

static int end(void **state)
{
    definition_cache_free(definitions);
    return fixture_cases_remove(state);
}

/* ---- the commands */

static void say(const char *title, const struct act *act, enum kind kind, enum user user)
{
    fail_msg("%s: %s %s, file %d, user %s: %d\n%s%s", title, act->words[0], act->words[1],
             (int)kind, users[user].name, result.exit_code, result.out, result.err);
}

static void check(const struct act *act, enum kind kind, enum user user)
{
    const char verdict = act->verdicts[kind][user];
    const bool is_read = result.exit_code == 0 ||
                         (result.exit_code == 1 && result.err[0] == '\0'); /* an empty list */
    if ((verdict == 'A') != is_read)
        say(verdict == 'A' ? "not allowed" : "allowed", act, kind, user);
    if (verdict == 'A')
        return;
    if (result.exit_code != 1)
        say("not a no", act, kind, user);
    /* What to do instead. */
    if (verdict == 'R' && strstr(result.err, "Ask") == NULL &&
        strstr(result.err, "you can") == NULL)
        say("no way out", act, kind, user);
    if (verdict == 'X' && (strstr(result.err, "restricted") == NULL ||
                           strstr(result.err, "first (supervisor)") == NULL ||
                           strstr(result.err, "officer (protection officer)") == NULL))
        say("nobody to ask", act, kind, user);
    if (strstr(result.err, WORD) != NULL || strstr(result.out, WORD) != NULL)
        say("it tells", act, kind, user);
}

static void run_act(const struct act *act, enum kind kind, enum user user)
{
    struct program_call call = { .secret = FIXTURE_CASES_SECRET, .input = act->input };
    size_t count = 0;
    call.words[count++] = act->words[0];
    call.words[count++] = act->words[1];
    call.words[count++] = "--file";
    call.words[count++] = fixture_cases.file;
    call.words[count++] = "--user";
    call.words[count++] = users[user].name;
    call.words[count++] = "--passphrase-fd";
    call.words[count++] = "3";
    for (size_t i = 2; act->words[i] != NULL; i++)
        call.words[count++] =
            strcmp(act->words[i], "%") == 0 ? files[kind].file.number : act->words[i];
    program_run(&result, &call);
}

static void every_role_can_do_to_every_kind_of_file_what_the_table_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
        for (enum kind kind = 0; kind < KIND_COUNT; kind++)
            for (enum user user = 0; acts[i].verdicts[kind] != NULL && user < USER_COUNT; user++)
                if (acts[i].verdicts[kind][user] != '.') {
                    run_act(&acts[i], kind, user);
                    check(&acts[i], kind, user);
                }
}

/* ---- without the program */

static void finds_nothing(sqlite3 *db, const char *bytes)
{
    char *found = dump_find(db, bytes);
    /* The name is in the record of the person, which is not sealed. */
    if (found[0] != '\0')
        fail_msg("%s is in %s", bytes, found);
    free(found);
}

static void a_clerk_who_reads_the_tables_finds_nothing_of_a_restricted_file(void **state)
{
    static const char *const planted[] = { WORD " note", WORD " issue", STEP, PLACE, PENDING };
    (void)state;
    struct office *office = fixture_cases_open("clerk");
    for (size_t i = 0; i < sizeof(planted) / sizeof(planted[0]); i++)
        finds_nothing(store_handle(office_store(office)), planted[i]);
    office_close(&office);
}

static void a_program_that_asks_for_no_role_opens_nothing_with_a_clerks_key(void **state)
{
    (void)state;
    struct office *office = fixture_cases_open("clerk");
    struct casefile_desk desk = sit(office);
    const char *id = files[VIOLENCE].file.id;
    struct casefile_view view;
    struct note_list notes;
    struct draft draft;
    const struct draft_key key = { desk.actor, "note", id };
    assert_status(casefile_view_load(&desk, id, &view, &error), STATUS_RESTRICTED);
    assert_status(note_list_of_casefile(desk.store, id, &notes, &error), STATUS_RESTRICTED);
    assert_status(casefile_lift_restriction(&desk, id, &error), STATUS_RESTRICTED);
    assert_status(casefile_break_glass(&desk, id, "curious", &error), STATUS_RESTRICTED);
    assert_status(sealed_draft_load(desk.store, &key, &draft, &error), STATUS_RESTRICTED);
    assert_status(
        office_grant_access(office, "clerk", COMPARTMENTS_ALL, COMPARTMENT_READER, &error),
        STATUS_REFUSED);
    office_close(&office);
}

static void who_can_be_named_a_reader_is_said_in_one_way(void **state)
{
    (void)state;
    struct office *office = fixture_cases_open("first");
    struct store *store = office_store(office);
    for (size_t i = 0; i < USER_COUNT; i++) {
        struct office_user user;
        assert_ok(office_find_user(office, users[i].name, &user, &error));
        assert_ok(store_begin(store, &error));
        const enum status status =
            sealed_add_reader(store, files[VIOLENCE].file.id, user.id, &error);
        store_rollback(store);
        assert_int_equal(status,
                         role_may(user.role, ACT_BE_NAMED_READER) ? STATUS_OK : STATUS_REFUSED);
    }
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clerk_who_reads_the_tables_finds_nothing_of_a_restricted_file),
        cmocka_unit_test(a_program_that_asks_for_no_role_opens_nothing_with_a_clerks_key),
        cmocka_unit_test(who_can_be_named_a_reader_is_said_in_one_way),
        cmocka_unit_test(every_role_can_do_to_every_kind_of_file_what_the_table_says),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
