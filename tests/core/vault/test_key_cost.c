/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/golden_vault.h"
#include "vault/key_cost.h"

static void assert_memory_for_pc(long pc_mib, uint32_t memory_kib)
{
    struct error error = { 0 };
    struct key_cost cost = { 0 };
    assert_ok(key_cost_for_pc(&cost, pc_mib, &error));
    assert_int_equal(cost.memory_kib, memory_kib);
    assert_int_equal(cost.passes, 3);
    assert_true(key_cost_is_sane(&cost));
}

static void the_smallest_pc_decides_about_the_memory(void **state)
{
    (void)state;
    assert_memory_for_pc(48, 8 * 1024);
    assert_memory_for_pc(63, 8 * 1024);
    assert_memory_for_pc(64, 16 * 1024);
    assert_memory_for_pc(127, 16 * 1024);
    assert_memory_for_pc(128, 32 * 1024);
    assert_memory_for_pc(511, 32 * 1024);
    assert_memory_for_pc(512, 64 * 1024);
    assert_memory_for_pc(1000000, 64 * 1024);
}

static void a_pc_below_48_mib_is_refused(void **state)
{
    static const long too_small[] = { 47, 1, 0, -1 };
    struct key_cost cost = { 0 };
    struct error error = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof(too_small) / sizeof(too_small[0]); i++) {
        assert_status(key_cost_for_pc(&cost, too_small[i], &error), STATUS_INVALID);
        assert_int_equal(error.number, 48);
    }
}

static void calibration_only_ever_adds_passes(void **state)
{
    static const unsigned targets_ms[] = { 0, 1, 5, 20 };
    struct error error = { 0 };
    struct key_cost cost = { .passes = KEY_COST_MIN_PASSES, .memory_kib = 64 };
    (void)state;
    for (size_t i = 0; i < sizeof(targets_ms) / sizeof(targets_ms[0]); i++) {
        struct key_cost before = cost;
        assert_ok(key_cost_calibrate(&cost, targets_ms[i], &error));
        assert_true(cost.passes >= before.passes);
        assert_int_equal(cost.memory_kib, 64);
        assert_true(key_cost_is_sane(&cost));
    }
}

static void calibration_without_time_leaves_three_passes(void **state)
{
    struct error error = { 0 };
    struct key_cost cost = { .passes = KEY_COST_MIN_PASSES, .memory_kib = 1024 };
    (void)state;
    assert_ok(key_cost_calibrate(&cost, 0, &error));
    assert_int_equal(cost.passes, 3);
}

static void calibration_with_endless_time_stays_believable(void **state)
{
    struct error error = { 0 };
    struct key_cost cost = { .passes = KEY_COST_MIN_PASSES, .memory_kib = 8 };
    (void)state;
    assert_ok(key_cost_calibrate(&cost, 4000000000U, &error));
    assert_int_equal(cost.passes, KEY_COST_MAX_PASSES);
}

static void insane_costs_are_not_believed(void **state)
{
    static const struct {
        struct key_cost cost;
        bool is_sane;
    } cases[] = {
        { { 1, 8 }, true },
        { { KEY_COST_MAX_PASSES, 64 * 1024 }, true },
        { { KEY_COST_MAX_WORK_GIB, KEY_COST_MAX_MEMORY_KIB }, true },
        { { KEY_COST_MAX_WORK_GIB + 1, KEY_COST_MAX_MEMORY_KIB }, false },
        { { KEY_COST_MAX_PASSES, KEY_COST_MAX_MEMORY_KIB }, false },
        { { 0, 8 }, false },
        { { 1, 7 }, false },
        { { 1, 0 }, false },
        { { KEY_COST_MAX_PASSES + 1, 8 }, false },
        { { 1, KEY_COST_MAX_MEMORY_KIB + 1 }, false },
        { { UINT32_MAX, UINT32_MAX }, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_int_equal(key_cost_is_sane(&cases[i].cost), cases[i].is_sane);
}

static void assert_derives(const struct key_cost *cost, const char *expected_hex)
{
    struct error error = { 0 };
    struct secret *key = NULL;
    struct secret *passphrase = secret_of_text(golden_passphrase);
    struct secret *expected = secret_of_hex(expected_hex);
    assert_ok(
        key_derive(&key, passphrase, (const unsigned char *)"0123456789abcdef", cost, &error));
    assert_int_equal(key->length, KEY_SIZE);
    assert_memory_equal(key->bytes, expected->bytes, KEY_SIZE);
    secret_free(&key);
    secret_free(&expected);
    secret_free(&passphrase);
}

/* By the argon2 command: -id -p 1 -l 32, and -t 1 -k 8 or -t 3 -k 64. */
static void the_key_is_that_of_argon2id(void **state)
{
    (void)state;
    assert_derives(&(struct key_cost){ .passes = 1, .memory_kib = 8 },
                   "80b1c892bd6a80fe2bdec1f53ff348837f8f31c91a2d0dd192e222cad2615656");
    assert_derives(&(struct key_cost){ .passes = 3, .memory_kib = 64 },
                   "d954dcab5dd0ac649ec8e75007e75bc0a4dfcfe20819f55f9be92935d53ba4bf");
}

static void an_insane_cost_is_not_run(void **state)
{
    static const unsigned char salt[KEY_SALT_SIZE];
    static const struct key_cost insane = { .passes = 1, .memory_kib = 4000000 };
    struct error error = { 0 };
    struct secret *key = NULL;
    struct secret *passphrase = secret_of_text(golden_passphrase);
    (void)state;
    assert_status(key_derive(&key, passphrase, salt, &insane, &error), STATUS_DAMAGED);
    assert_null(key);
    secret_free(&passphrase);
}

/* Asks about 8 MiB + 12 MiB with this text in place of /proc/meminfo. */
static enum status check_memory(const char *text, struct error *error)
{
    static const struct key_cost cost = { .passes = 3, .memory_kib = 8 * 1024 };
    char path[] = "/tmp/qadam-meminfo-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    enum status status = key_cost_check_memory(&cost, path, error);
    unlink(path);
    return status;
}

static void too_little_memory_is_said_before_it_is_used(void **state)
{
    struct error error = { 0 };
    (void)state;
    assert_ok(check_memory("MemTotal: 60000 kB\nMemFree: 10 kB\nMemAvailable: 20480 kB\n", &error));
    assert_status(check_memory("MemTotal: 60000 kB\nMemAvailable:   20479 kB\n", &error),
                  STATUS_MEMORY_LOW);
    assert_int_equal(error.number, 20);
    assert_status(check_memory("MemAvailable: 0 kB\n", &error), STATUS_MEMORY_LOW);
}

static void a_system_that_does_not_say_is_not_asked(void **state)
{
    static const struct key_cost cost = { .passes = 3, .memory_kib = 64 * 1024 };
    struct error error = { 0 };
    (void)state;
    assert_ok(check_memory("", &error));
    assert_ok(check_memory("MemTotal: 60000 kB\nMemFree: 10 kB\n", &error));
    assert_ok(check_memory("MemAvailable: many kB\n", &error));
    assert_ok(key_cost_check_memory(&cost, "/nonexistent/meminfo", &error));
}

static void wrong_tries_wait_longer_up_to_a_minute(void **state)
{
    static const unsigned seconds[] = { 0, 1, 2, 4, 8, 16, 32, 60, 60, 60 };
    (void)state;
    for (unsigned tries = 0; tries < sizeof(seconds) / sizeof(seconds[0]); tries++)
        assert_int_equal(key_backoff_seconds(tries), seconds[tries]);
    assert_int_equal(key_backoff_seconds(1000), 60);
    assert_int_equal(key_backoff_seconds(UINT32_MAX), 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_pc_decides_about_the_memory),
        cmocka_unit_test(a_pc_below_48_mib_is_refused),
        cmocka_unit_test(calibration_only_ever_adds_passes),
        cmocka_unit_test(calibration_without_time_leaves_three_passes),
        cmocka_unit_test(calibration_with_endless_time_stays_believable),
        cmocka_unit_test(insane_costs_are_not_believed),
        cmocka_unit_test(the_key_is_that_of_argon2id),
        cmocka_unit_test(an_insane_cost_is_not_run),
        cmocka_unit_test(too_little_memory_is_said_before_it_is_used),
        cmocka_unit_test(a_system_that_does_not_say_is_not_asked),
        cmocka_unit_test(wrong_tries_wait_longer_up_to_a_minute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
