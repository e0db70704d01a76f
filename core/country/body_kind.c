/* SPDX-License-Identifier: Apache-2.0 */
#include "country/body_kind.h"

#include <string.h>

static const char *const kinds[] = {
    "asylum",
    "migration",
    "population_register",
    "registry", /* births, marriages, deaths */
    "service_centre",
    "police",
    "consulate",
    "foreign_ministry",
    "archive",
    "cadastre",
    "notary",
    "court",
    "prosecutor",
    "ombudsman",
    "employment",
    "education",
    "health",
    "social",
    "statelessness",
    "citizenship",
    "child_protection",
    "anti_trafficking",
    "legal_aid",
    "municipality",
    "lost_property",
    "microcredit",
    "shelter",
    "unhcr",
    "iom",
    "ngo",
    "border",
    "hotline",
};

bool body_kind_is_known(const char *kind)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i], kind) == 0)
            return true;
    return false;
}

const char *body_kind_at(size_t index)
{
    return index < sizeof(kinds) / sizeof(kinds[0]) ? kinds[index] : NULL;
}
