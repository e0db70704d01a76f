/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody may give as a country pack.  Either it has faults, each with its place, or it can
 * be counted on: nothing is missing, its calendar is in order, and it does not differ from itself.
 */
#include "fuzz/fuzz.h"

#include <string.h>

#include "country/body_kind.h"
#include "country/country_calendar.h"
#include "country/country_compare.h"
#include "country/deadline_rule.h"

static bool is_no_difference(void *self, const struct country_difference *difference)
{
    (void)self;
    REQUIRE(difference == NULL);
    return false;
}

static void check_calendar(const struct country_pack *pack)
{
    struct country_calendar made;
    struct day day = { .number = 20000 };
    struct country_special_day special;
    REQUIRE(country_calendar_make(&made, pack, 2020, 2030, NULL) == STATUS_OK);
    REQUIRE(calendar_check(&made.calendar, NULL) == STATUS_OK);
    for (size_t i = 0; i < pack->deadline_count; i++) {
        const struct deadline deadline = country_deadline_term(&pack->deadlines[i]);
        struct day due;
        const enum status status =
            deadline_due(&due, &deadline, day, &made.calendar, NULL, 0, day, NULL);
        REQUIRE(status == STATUS_OK || status == STATUS_DATE_INVALID);
        REQUIRE(status != STATUS_OK || day_compare(due, day) >= 0);
    }
    for (; day.number < 20400; day.number++)
        if (country_calendar_find(&special, pack, day))
            REQUIRE(special.row != NULL);
    (void)country_calendar_missing_feast(pack, 2026);
    country_calendar_release(&made);
}

static void check_pack(const struct country_pack *pack)
{
    const char *word;
    REQUIRE(country_is_known(pack->country) || strcmp(pack->country, COUNTRY_COMMON) == 0);
    for (size_t i = 0; (word = body_kind_at(i)) != NULL; i++)
        REQUIRE(country_pack_find_body(pack, word) != NULL);
    for (size_t i = 0; (word = deadline_rule_at(i)) != NULL; i++)
        REQUIRE(country_pack_find_deadline(pack, word) != NULL);
    for (size_t i = 0; i < pack->fee_count; i++)
        for (size_t j = 0; j < pack->fees[i].waiver_count; j++)
            REQUIRE(country_pack_find_waiver(pack, pack->fees[i].waivers[j]) != NULL);
    check_calendar(pack);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct yaml_source source = { "fuzz.yaml", (const char *)data, size };
    struct fault_list faults = { .items = NULL };
    struct country_pack *pack = NULL;
    REQUIRE(country_pack_load(&pack, NULL, &source, &faults, NULL) == STATUS_OK);
    REQUIRE((pack != NULL) == (faults.count == 0));
    for (size_t i = 0; i < faults.count; i++)
        REQUIRE(strcmp(faults.items[i].file, "fuzz.yaml") == 0 && faults.items[i].line >= 0);
    if (pack != NULL) {
        check_pack(pack);
        REQUIRE(country_pack_compare(pack, pack, is_no_difference, NULL, NULL) == STATUS_OK);
    }
    country_pack_release(pack);
    fault_list_release(&faults);
    return 0;
}
