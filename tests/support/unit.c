/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <stdio.h>

void assert_status_is(enum status actual, enum status expected, const char *file, int line,
                      const struct error *error)
{
    if (actual == expected)
        return;
    print_error("expected %s, got %s: %s\n", status_name(expected), status_name(actual),
                actual == STATUS_OK ? "" : error->detail);
    _fail(file, line);
}

void skip_because(const char *test, const char *reason)
{
    printf("SKIPPED: %s: %s\n", test, reason);
    fflush(stdout);
    skip();
}
