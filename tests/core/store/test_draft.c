/* SPDX-License-Identifier: Apache-2.0 */
#include "store/draft.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct error error;

static const struct draft_key new_person = { FIXTURE_USER, "person.add", "" };
static const struct draft_key old_person = { FIXTURE_USER, "person.change", FIXTURE_OTHER_USER };

static enum status save(struct store *store, const struct draft_key *key, const char *fields)
{
    const struct draft_content content = { fields, "surname", 3 };
    return draft_save(store, key, &content, &error);
}

static void a_draft_comes_back_exactly(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_int_equal(save(store, &new_person, "{\"surname\":\"Мух\"}"), STATUS_OK);
    struct draft draft;
    assert_ok(draft_load(store, &new_person, &draft, &error));
    assert_string_equal(draft.fields, "{\"surname\":\"Мух\"}");
    assert_string_equal(draft.cursor_field, "surname");
    assert_int_equal(draft.cursor_position, 3);
    assert_string_equal(draft.saved_at, FIXTURE_MOMENT_TEXT);
    draft_release(&draft);
    assert_null(draft.fields);
    store_close(&store);
}

static void a_later_save_takes_the_place_of_the_earlier(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_int_equal(save(store, &new_person, "{\"a\":1}"), STATUS_OK);
    assert_int_equal(save(store, &new_person, "{\"a\":2}"), STATUS_OK);
    struct draft draft;
    assert_ok(draft_load(store, &new_person, &draft, &error));
    assert_string_equal(draft.fields, "{\"a\":2}");
    draft_release(&draft);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft"), 1);
    store_close(&store);
}

static void a_save_is_seen_by_others_as_soon_as_it_returns(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *one = fixture_store_open(path);
    struct store *two = fixture_store_open(path);
    assert_int_equal(save(one, &new_person, "{}"), STATUS_OK);
    assert_false(store_is_in_transaction(one));
    assert_int_equal(fixture_number(two, "SELECT count(*) FROM draft"), 1);
    store_close(&one);
    store_close(&two);
    fixture_folder_remove(path);
}

static void a_save_inside_a_transaction_is_refused(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_begin(store, &error));
    assert_int_equal(save(store, &new_person, "{}"), STATUS_INTERNAL);
    store_rollback(store);
    store_close(&store);
}

static void what_is_not_json_or_belongs_to_nobody_is_refused(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    const struct draft_key nobody = { "01930000-0000-7000-8000-00000000dead", "person.add", "" };
    assert_int_equal(save(store, &new_person, "{\"a\":"), STATUS_INVALID);
    assert_int_equal(save(store, &new_person, NULL), STATUS_INVALID);
    assert_int_equal(save(store, &nobody, "{}"), STATUS_INVALID);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft"), 0);

    assert_int_equal(save(store, &new_person, "{\"a\":1}"), STATUS_OK);
    assert_int_equal(save(store, &new_person, "nonsense"), STATUS_INVALID);
    struct draft draft;
    assert_ok(draft_load(store, &new_person, &draft, &error));
    assert_string_equal(draft.fields, "{\"a\":1}");
    draft_release(&draft);
    store_close(&store);
}

static void the_drafts_of_others_are_not_found(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_int_equal(save(store, &new_person, "{}"), STATUS_OK);
    struct draft draft;
    const struct draft_key other = { FIXTURE_OTHER_USER, "person.add", "" };
    assert_status(draft_load(store, &other, &draft, &error), STATUS_NOT_FOUND);
    assert_null(draft.fields);
    assert_status(draft_load(store, &old_person, &draft, &error), STATUS_NOT_FOUND);
    store_close(&store);
}

static void visit(void *self, const struct draft_summary *draft)
{
    char *seen = self;
    snprintf(seen + strlen(seen), 200 - strlen(seen), "%s(%s) ", draft->form, draft->subject);
}

static void the_list_shows_the_newest_first(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_int_equal(save(store, &new_person, "{}"), STATUS_OK);
    fixture_moment++;
    assert_int_equal(save(store, &old_person, "{}"), STATUS_OK);
    fixture_moment = FIXTURE_MOMENT;
    char seen[200] = "";
    assert_ok(draft_list(store, FIXTURE_USER, visit, seen, &error));
    assert_string_equal(seen, "person.change(" FIXTURE_OTHER_USER ") person.add() ");
    seen[0] = '\0';
    assert_ok(draft_list(store, FIXTURE_OTHER_USER, visit, seen, &error));
    assert_string_equal(seen, "");
    store_close(&store);
}

static void a_discarded_draft_is_gone_with_the_act_that_used_it(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    struct draft draft;
    assert_int_equal(save(store, &new_person, "{}"), STATUS_OK);
    assert_int_equal(save(store, &old_person, "{}"), STATUS_OK);
    assert_ok(store_begin(store, &error));
    assert_ok(draft_discard(store, &new_person, &error));
    store_rollback(store);
    assert_ok(draft_load(store, &new_person, &draft, &error));
    draft_release(&draft);

    assert_ok(draft_discard(store, &new_person, &error));
    assert_status(draft_load(store, &new_person, &draft, &error), STATUS_NOT_FOUND);
    assert_ok(draft_discard(store, &new_person, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft"), 1);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_comes_back_exactly),
        cmocka_unit_test(a_later_save_takes_the_place_of_the_earlier),
        cmocka_unit_test(a_save_is_seen_by_others_as_soon_as_it_returns),
        cmocka_unit_test(a_save_inside_a_transaction_is_refused),
        cmocka_unit_test(what_is_not_json_or_belongs_to_nobody_is_refused),
        cmocka_unit_test(the_drafts_of_others_are_not_found),
        cmocka_unit_test(the_list_shows_the_newest_first),
        cmocka_unit_test(a_discarded_draft_is_gone_with_the_act_that_used_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
