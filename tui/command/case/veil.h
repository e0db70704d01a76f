/* SPDX-License-Identifier: Apache-2.0 */

/* What must not be told to somebody who may not see what restricted steps hold, though it stands
 * elsewhere: an indication such as "signs of trafficking" says as much as the answers it rests
 * on. */
#ifndef QADAM_COMMAND_CASE_VEIL_H
#define QADAM_COMMAND_CASE_VEIL_H

#include "casefile/casefile_view.h"
#include "command/case/desk.h"

/* Takes out of where the casefile stands what this user must not be told: warnings of such
 * indications go, and such a guard becomes one that says only whom to ask.  To be called once, when
 * the casefile was loaded to be shown. */
void case_veil_draw(const struct case_desk *desk, struct casefile_view *view);

/* The guard as this user may see it; NULL stays. */
const struct guard *case_veil_guard(const struct case_desk *desk, const struct casefile_view *view,
                                    const struct guard *guard);

/* What a guard says, in the user's language.  The id of one behind the veil is NULL. */
const char *case_veil_guard_says(const struct guard *guard);

#endif
