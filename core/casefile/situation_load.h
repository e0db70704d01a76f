/* SPDX-License-Identifier: Apache-2.0 */

/* Everything the engine asks about a casefile, read from the tables. */
#ifndef QADAM_CASEFILE_SITUATION_LOAD_H
#define QADAM_CASEFILE_SITUATION_LOAD_H

#include "casefile/casefile_view.h"

/* Fills casefile, person and situation of the view; texts and arrays lie in its arena. */
MUST_CHECK enum status situation_load(const struct casefile_desk *desk, const char *id,
                                      struct casefile_view *view, struct error *error);

#endif
