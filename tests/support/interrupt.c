/* SPDX-License-Identifier: Apache-2.0 */
#include "support/interrupt.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/store.h"
#include "support/dump.h"
#include "support/unit.h"

enum { STEPS_BETWEEN_RUNS = 131, RUNS_MIN = 3 };

static int count_down(void *self)
{
    int *left = self;
    return (*left)-- == 0;
}

void assert_all_or_nothing(struct store *store, enum status (*act)(void *self), void *self)
{
    sqlite3 *db = store_handle(store);
    int runs = 0;
    char *before = dump_database(db, "");
    for (int after = 0;; after += STEPS_BETWEEN_RUNS) {
        int left = after;
        sqlite3_progress_handler(db, 1, count_down, &left);
        const enum status status = act(self);
        sqlite3_progress_handler(db, 0, NULL, NULL);
        runs++;
        if (status == STATUS_OK)
            break;
        if (status != STATUS_INTERRUPTED)
            fail_msg("cut off after %d steps: %s", after, status_name(status));
        assert_false(store_is_in_transaction(store));
        char *now = dump_database(db, "");
        assert_string_equal(now, before);
        free(now);
    }
    assert_true(runs >= RUNS_MIN);
    free(before);
}
