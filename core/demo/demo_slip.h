/* SPDX-License-Identifier: Apache-2.0 */

/* How names and dates go wrong when they are copied by hand. */
#ifndef QADAM_DEMO_DEMO_SLIP_H
#define QADAM_DEMO_DEMO_SLIP_H

#include "base/date.h"
#include "demo/demo_name.h"
#include "demo/demo_random.h"

/* Letters that a keyboard without them replaces: қ by к, ҷ by ч, oʻ by o, ý by y. */
void demo_slip_lose_letters(struct demo_text *text);

/* One slip of the fingers: a letter left out, doubled, or two that changed places.  The first
 * letter stays.  A text of less than four letters stays as it is. */
void demo_slip_mistype(struct demo_text *text, struct demo_random *random);

/* A year too late or too early, day and month exchanged, or only the year kept; never later than
 * latest. */
struct date demo_slip_birth(struct date birth, struct day latest, struct demo_random *random);

#endif
