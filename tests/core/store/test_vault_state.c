/* SPDX-License-Identifier: Apache-2.0 */
#include "store/migrate.h"
#include "store/store.h"
#include "store/vault_state.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;

static void the_office_is_remembered_once_and_its_header_follows(void **state)
{
    (void)state;
    struct store *store = NULL;
    const struct store_options options = { .path = ":memory:", .is_new = true };
    assert_ok(store_open(&store, &options, &error));
    assert_ok(store_migrate(store, &error));
    struct vault_state found;
    assert_status(vault_state_find(store, &found, &error), STATUS_NOT_FOUND);
    assert_status(vault_state_change_header_sequence(store, 2, &error), STATUS_NOT_FOUND);

    const struct vault_state office = { "0123456789abcdef", 1 };
    assert_ok(vault_state_add(store, &office, &error));
    assert_status(vault_state_add(store, &office, &error), STATUS_EXISTS);
    assert_ok(vault_state_change_header_sequence(store, INT64_C(5000000000), &error));
    assert_ok(vault_state_find(store, &found, &error));
    assert_string_equal(found.office_id, "0123456789abcdef");
    assert_int_equal(found.header_sequence, INT64_C(5000000000));
    assert_status(vault_state_change_header_sequence(store, -1, &error), STATUS_INVALID);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_office_is_remembered_once_and_its_header_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
