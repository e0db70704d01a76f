/* SPDX-License-Identifier: Apache-2.0 */
#include "country/deadline_rule.h"

#include <string.h>

static const char *const rules[] = {
    "asylum_claim",
    "asylum_fingerprints",
    "asylum_certificate",
    "asylum_decision",
    "protection_registration",
    "id_after_loss",
    "id_urgent",
    "id_card",
    "id_card_home",
    "passport",
    "civil_record_restoration",
    "civil_record_extension",
    "ethnic_repatriate_decision",
    "personal_number",
    "statelessness_decision",
    "citizenship_decision",
    "residence_registration",
    "residence_permit_decision",
    "work_permit_decision",
    "reintegration_plan",
    "archive_answer",
    "registry_answer",
    "consular_answer",
    "property_extract",
    "appeal",
    "refugee_appeal",
    "limitation_property",
};

bool deadline_rule_is_known(const char *rule)
{
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
        if (strcmp(rules[i], rule) == 0)
            return true;
    return false;
}

const char *deadline_rule_at(size_t index)
{
    return index < sizeof(rules) / sizeof(rules[0]) ? rules[index] : NULL;
}
