/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/alert_text.h"

#include "casefile/definition_store.h"
#include "language.h"
#include "wording/case_text.h"

#include <string.h>

const char *alert_text_title(const struct casefile_desk *desk, const struct casefile_alert *alert)
{
    const struct definition *definition;
    if (alert->indication[0] == '\0' ||
        definition_cache_find(desk->definitions, desk->store, alert->workflow, alert->version,
                              &definition, NULL) != STATUS_OK)
        return _("restricted: open the casefile");
    for (size_t i = 0; i < definition->indication_count; i++)
        if (strcmp(definition->indications[i].id, alert->indication) == 0)
            return workflow_text(definition->indications[i].title);
    return alert->indication;
}
