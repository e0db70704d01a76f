/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <sodium.h>
#include <string.h>

#include "vault/secret.h"

static void a_new_secret_is_zeroed_and_unused(void **state)
{
    struct error error = { 0 };
    struct secret *secret = NULL;
    (void)state;
    assert_ok(secret_new(&secret, 100, &error));
    assert_int_equal(secret->length, 0);
    assert_int_equal(secret->capacity, 100);
    assert_true(sodium_is_zero(secret->bytes, 100));
    secret_free(&secret);
    assert_null(secret);
}

static void a_secret_of_no_bytes_can_be_made_and_freed(void **state)
{
    struct error error = { 0 };
    struct secret *secret = NULL;
    (void)state;
    assert_ok(secret_new(&secret, 0, &error));
    assert_non_null(secret->bytes);
    secret_free(&secret);
}

static void a_secret_holds_the_bytes_it_was_made_from(void **state)
{
    static const unsigned char bytes[] = { 1, 0, 255, 7 };
    struct error error = { 0 };
    struct secret *secret = NULL;
    (void)state;
    assert_ok(secret_from_bytes(&secret, bytes, sizeof(bytes), &error));
    assert_int_equal(secret->length, sizeof(bytes));
    assert_memory_equal(secret->bytes, bytes, sizeof(bytes));
    secret_free(&secret);
}

static void two_random_secrets_differ(void **state)
{
    struct error error = { 0 };
    struct secret *first = NULL;
    struct secret *second = NULL;
    (void)state;
    assert_ok(secret_random(&first, 32, &error));
    assert_ok(secret_random(&second, 32, &error));
    assert_int_equal(first->length, 32);
    assert_memory_not_equal(first->bytes, second->bytes, 32);
    secret_free(&first);
    secret_free(&second);
}

static void more_memory_than_there_is_fails_without_a_secret(void **state)
{
    struct error error = { 0 };
    struct secret *secret = NULL;
    (void)state;
    assert_status(secret_new(&secret, SIZE_MAX / 2, &error), STATUS_OUT_OF_MEMORY);
    assert_null(secret);
}

static void freeing_nothing_is_fine(void **state)
{
    struct secret *secret = NULL;
    (void)state;
    secret_free(&secret);
    assert_null(secret);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_secret_is_zeroed_and_unused),
        cmocka_unit_test(a_secret_of_no_bytes_can_be_made_and_freed),
        cmocka_unit_test(a_secret_holds_the_bytes_it_was_made_from),
        cmocka_unit_test(two_random_secrets_differ),
        cmocka_unit_test(more_memory_than_there_is_fails_without_a_secret),
        cmocka_unit_test(freeing_nothing_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
