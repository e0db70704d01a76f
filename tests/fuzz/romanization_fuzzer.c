/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody may give as a name, by every table.  The result is text again, a travel
 * document's spelling does not change when it is spelled once more, and a field of the
 * machine-readable zone holds nothing but A-Z and single fillers. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "base/text.h"
#include "name/romanization.h"

static void check_stays(const char *latin)
{
    char *again;
    REQUIRE(romanization_apply(&again, ROMANIZATION_ICAO, latin, NULL) == STATUS_OK);
    REQUIRE(strcmp(again, latin) == 0);
    free(again);
}

static void check_tables(const char *name)
{
    for (int table = 0; table < ROMANIZATION_COUNT; table++) {
        char *latin;
        REQUIRE(romanization_apply(&latin, (enum romanization)table, name, NULL) == STATUS_OK);
        REQUIRE(text_is_valid(latin, strlen(latin)));
        REQUIRE(strlen(latin) <= 4 * strlen(name));
        if (table == ROMANIZATION_ICAO)
            check_stays(latin);
        free(latin);
    }
}

static void check_zone(const char *name)
{
    char *field;
    enum status status = romanization_to_mrz(&field, name, NULL);
    REQUIRE(status == STATUS_OK || (status == STATUS_INVALID && field == NULL));
    if (status != STATUS_OK)
        return;
    REQUIRE(strspn(field, "ABCDEFGHIJKLMNOPQRSTUVWXYZ<") == strlen(field));
    REQUIRE(strstr(field, "<<") == NULL);
    REQUIRE(field[0] != '<' && (field[0] == '\0' || field[strlen(field) - 1] != '<'));
    free(field);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct text_rule rule = { .max_characters = 1000, .may_be_empty = true };
    char *name;
    const char *bytes = size == 0 ? "" : (const char *)data;
    if (text_accept(&name, bytes, size, &rule, NULL) != STATUS_OK)
        return 0;
    check_tables(name);
    check_zone(name);
    free(name);
    return 0;
}
