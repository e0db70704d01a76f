/* SPDX-License-Identifier: Apache-2.0 */

/* Somebody at work on casefiles: who it is, which day it is there, and what is loaded once for many
 * casefiles.  All acts of this folder take one. */
#ifndef QADAM_CASEFILE_CASEFILE_DESK_H
#define QADAM_CASEFILE_CASEFILE_DESK_H

#include "base/day.h"

struct store;
struct definition_cache;

/* Everything is the caller's and outlives the acts. */
struct casefile_desk {
    struct store *store;
    const char *actor; /* the id of the user who acts */
    const char *role; /* that user's role as workflows write it: clerk, counsellor, supervisor... */
    struct day today; /* the local day; no act asks a clock for it */
    struct definition_cache *definitions; /* definition_store.h */
};

#endif
