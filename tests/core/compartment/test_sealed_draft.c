/* SPDX-License-Identifier: Apache-2.0 */

/* Unfinished forms about a casefile while it becomes restricted, gets new keys, and is an ordinary
 * one again.  The tests stand in order. */
#include "compartment/sealed_draft.h"

#include "casefile/casefile_store.h"
#include "casefile/definition_store.h"
#include "compartment/access.h"
#include "store/store.h"
#include "support/dump.h"
#include "support/fixture_cases.h"
#include "support/fixture_office.h"
#include "support/fixture_store.h"
#include "support/unit.h"
#include "vault/disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD "Zmeya7313"
#define FORM "step/hidden_step_7313"

static struct error error;
static struct definition_cache *definitions;
static struct office *office; /* of "first", who reads all */
static struct store *store;
static char casefile[UUID_TEXT_SIZE];

static struct draft_key key_of(const char *form)
{
    return (struct draft_key){ office_actor(office), form, casefile };
}

static struct casefile_desk sit(void)
{
    return (struct casefile_desk){ .store = store,
                                   .actor = office_actor(office),
                                   .role = "supervisor",
                                   .today = { 20781 }, /* 24 November 2026 */
                                   .definitions = definitions };
}

static void come(void)
{
    office = fixture_cases_open("first");
    store = office_store(office);
}

static void save(const char *form, const char *fields)
{
    const struct draft_key key = key_of(form);
    const struct draft_content content = { fields, "detail", 3 };
    assert_ok(sealed_draft_save(store, &key, &content, &error));
}

static int begin(void **state)
{
    struct casefile_opened opened;
    fixture_cases_make(state);
    assert_ok(definition_cache_new(&definitions, &error));
    come();
    const struct casefile_desk desk = sit();
    const struct casefile_opening opening = { .person_id = fixture_cases.person,
                                              .workflow = "visit",
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, &opened, &error));
    memcpy(casefile, opened.id, sizeof(casefile));
    save(FORM, "{\"detail\":\"" WORD "\"}");
    const struct draft_key place = { office_actor(office), "place", "" };
    char fields[200];
    snprintf(fields, sizeof(fields), "{\"01.subject\":\"%s\",\"01.detail\":\"hidden_step_7313\"}",
             casefile);
    const struct draft_content content = { .fields = fields, .cursor_field = "" };
    assert_ok(sealed_draft_save(store, &place, &content, &error));
    return 0;
}

static int end(void **state)
{
    office_close(&office);
    definition_cache_free(definitions);
    return fixture_cases_remove(state);
}

static void comes_back(const char *word)
{
    const struct draft_key key = key_of(FORM);
    struct draft draft;
    assert_ok(sealed_draft_load(store, &key, &draft, &error));
    assert_non_null(strstr(draft.fields, word));
    assert_string_equal(draft.cursor_field, "detail");
    assert_int_equal(draft.cursor_position, 3);
    draft_release(&draft);
}

static void finds(const char *bytes, const char *tables)
{
    char *found = dump_find(store_handle(store), bytes);
    assert_string_equal(found, tables);
    free(found);
}

static void what_was_begun_before_is_sealed_with_the_casefile(void **state)
{
    (void)state;
    finds(WORD, "draft ");
    const struct casefile_desk desk = sit();
    assert_ok(casefile_restrict(&desk, casefile, COMPARTMENT_BIT(COMPARTMENT_ASYLUM), &error));
    finds(WORD, "");
    finds("hidden_step_7313", "");
    comes_back(WORD);
}

static void what_is_typed_now_is_sealed_at_once(void **state)
{
    (void)state;
    save(FORM, "{\"detail\":\"" WORD " again\"}");
    finds(WORD, "");
    comes_back(WORD " again");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft"), 1);
}

static void count_form(void *self, const struct draft_summary *draft)
{
    int *count = self;
    *count += strcmp(draft->form, FORM) == 0 && strcmp(draft->subject, casefile) == 0;
}

static void only_who_opens_it_has_it_in_the_list(void **state)
{
    int count = 0;
    (void)state;
    assert_ok(sealed_draft_list(store, office_actor(office), count_form, &count, &error));
    assert_int_equal(count, 1);
    struct office *clerk = fixture_cases_open("clerk");
    const struct draft_key key = key_of(FORM);
    const struct draft_content content = { "{}", "", 0 };
    assert_ok(
        sealed_draft_list(office_store(clerk), office_actor(office), count_form, &count, &error));
    assert_int_equal(count, 1);
    assert_status(sealed_draft_save(office_store(clerk), &key, &content, &error),
                  STATUS_RESTRICTED);
    assert_ok(sealed_draft_discard(office_store(clerk), &key, &error));
    office_close(&clerk);
    comes_back(WORD);
}

static void new_keys_take_it_with_them(void **state)
{
    (void)state;
    struct secret *secret = fixture_office_secret(FIXTURE_CASES_SECRET);
    const struct login login = { .user_name = "first", .typed = secret };
    office_close(&office);
    assert_ok(office_rekey(fixture_cases.file, disk_system(), &login, NULL, &error));
    secret_free(&secret);
    come();
    comes_back(WORD " again");
}

static void it_is_readable_again_with_the_casefile(void **state)
{
    (void)state;
    const struct casefile_desk desk = sit();
    assert_ok(casefile_lift_restriction(&desk, casefile, &error));
    comes_back(WORD " again");
    finds(WORD, "draft ");
    const struct draft_key key = key_of(FORM);
    assert_ok(sealed_draft_discard(store, &key, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_begun_before_is_sealed_with_the_casefile),
        cmocka_unit_test(what_is_typed_now_is_sealed_at_once),
        cmocka_unit_test(only_who_opens_it_has_it_in_the_list),
        cmocka_unit_test(new_keys_take_it_with_them),
        cmocka_unit_test(it_is_readable_again_with_the_casefile),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
