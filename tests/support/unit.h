/* SPDX-License-Identifier: Apache-2.0 */

/* cmocka and the headers it needs before it, in the one order that works. */
#ifndef QADAM_TESTS_SUPPORT_UNIT_H
#define QADAM_TESTS_SUPPORT_UNIT_H

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

#include "base/error.h"

/* Fails the test and shows the status name and the detail unless the call succeeded. */
#define assert_ok(call) assert_status_is((call), STATUS_OK, __FILE__, __LINE__, &error)
/* The same for an expected failure. */
#define assert_status(call, expected) assert_status_is((call), expected, __FILE__, __LINE__, &error)

/* What the two macros above do; "error" is the caller's struct error. */
void assert_status_is(enum status actual, enum status expected, const char *file, int line,
                      const struct error *error);

/* Skips the running test and prints the reason, which the closing lines of a run repeat. */
void skip_because(const char *test, const char *reason);

#endif
