/* SPDX-License-Identifier: Apache-2.0 */

/* The bodies that the office of the demo world works with. */
#ifndef QADAM_DEMO_DEMO_AGENCY_H
#define QADAM_DEMO_DEMO_AGENCY_H

#include "demo/demo_world.h"

enum demo_agency {
    DEMO_AGENCY_REGISTER,
    DEMO_AGENCY_REGISTRY,
    DEMO_AGENCY_ARCHIVE,
    DEMO_AGENCY_CONSULATE,
    DEMO_AGENCY_MIGRATION,
    DEMO_AGENCY_HEALTH,
    DEMO_AGENCY_LEGAL_AID,
    DEMO_AGENCY_EMPLOYMENT,
    DEMO_AGENCY_EDUCATION,
    DEMO_AGENCY_SHELTER,
    DEMO_AGENCY_ANTI_TRAFFICKING,
    DEMO_AGENCY_SOCIAL,
    DEMO_AGENCY_MUNICIPALITY,
    DEMO_AGENCY_COUNT
};

struct demo_agencies {
    char ids[DEMO_AGENCY_COUNT][UUID_TEXT_SIZE];
};

/* Keeps them all in the directory; some were checked long ago or never. */
MUST_CHECK enum status demo_agencies_add(const struct demo_world *world, struct demo_agencies *out,
                                         struct error *error);

/* A service that the body gives, as a code. */
const char *demo_agency_service(enum demo_agency agency);

/* The name of the body of that kind, as steps of workflows name kinds; NULL when the office knows
 * none, or the kind is NULL. */
const char *demo_agency_name(const char *kind);

#endif
