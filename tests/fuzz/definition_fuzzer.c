/* SPDX-License-Identifier: Apache-2.0 */

/* A workflow that somebody wrote: whatever it says, it has faults or can be walked, and where one
 * stands on it at the very beginning makes sense. */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <string.h>

#include "country/country_pack.h"
#include "workflow/library.h"
#include "workflow/standing.h"

/* What a small workflow may ask for. */
static const char CATALOGUE[] = "kind: catalogue\nid: closing_reasons\ntitle: Reasons\n"
                                "check_locally: yes\nentries: [{id: died, title: Died}]\n";
static const char PART[] = "kind: part\nid: closure\ntitle: End\nsteps:\n"
                           "  - {id: closing, title: Close, why: Why., kind: decision,\n"
                           "     check_locally: yes, fields: [{id: reason, label: Reason,\n"
                           "     type: choice, list: closing_reasons}]}\n";
static const char INSTRUMENT[] = "kind: instrument\nid: scale\nversion: 1\ntitle: Scale\n"
                                 "check_locally: yes\nmethod: sum\ndimensions:\n"
                                 "  - {id: all, title: All, questions: [{id: a, text: A?}]}\n";

static void check_standing(const struct definition *definition)
{
    static const struct calendar calendar = { .weekend = 1U << WEEKDAY_SUNDAY };
    struct situation situation = { .person = { .age = -1 }, .calendar = &calendar };
    struct standing standing;
    REQUIRE(day_from_civil(&situation.opened, 2026, 11, 24, NULL) == STATUS_OK);
    situation.today = situation.opened;
    const enum status status = standing_compute(&standing, definition, &situation, NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_DATE_INVALID);
    if (status != STATUS_OK)
        return;
    for (size_t i = 0; i < standing.step_count; i++)
        REQUIRE((standing.steps[i].state == STEP_LOCKED) == (standing.steps[i].lock != NULL));
    REQUIRE(standing.is_finished == (standing.next == NULL));
    standing_release(&standing);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct yaml_source sources[] = {
        { "given.yaml", size == 0 ? "" : (const char *)data, size },
        { "reasons.yaml", CATALOGUE, sizeof(CATALOGUE) - 1 },
        { "closure.yaml", PART, sizeof(PART) - 1 },
        { "scale.yaml", INSTRUMENT, sizeof(INSTRUMENT) - 1 },
    };
    const struct library library = { .shelves = { { sources, 4 } } };
    struct fault_list faults = { .items = NULL };
    struct definition *definition;
    char id[YAML_ID_MAX + 1];
    bool is_workflow;
    REQUIRE(library_check_file(&sources[0], id, &is_workflow, &faults, NULL) == STATUS_OK);
    if (is_workflow && id[0] != '\0') {
        const size_t count = faults.count;
        REQUIRE(library_load(&definition, &library, id, &faults, NULL) == STATUS_OK);
        REQUIRE((definition == NULL) == (faults.count > count));
        if (definition != NULL)
            check_standing(definition);
        definition_release(definition);
    }
    for (size_t i = 0; i < faults.count; i++)
        REQUIRE(faults.items[i].line >= 0 && faults.items[i].file[0] != '\0');
    fault_list_release(&faults);
    return 0;
}
