/* SPDX-License-Identifier: Apache-2.0 */

/* The slip of a referral as it is printed: plain text of SLIP_COLUMNS columns, with a part that is
 * torn off and comes back with the answer. */
#ifndef QADAM_WORDING_SLIP_TEXT_H
#define QADAM_WORDING_SLIP_TEXT_H

#include "agency/agency.h"
#include "referral/referral.h"

#include <stdio.h>

enum { SLIP_COLUMNS = 72 };

struct slip {
    const struct referral *referral;
    const struct agency *agency;
    const char *office;
    const char *sender;
    const char *expected; /* the day and hour on which the person is expected there; or NULL */
    const char *escort;   /* who goes with them; or NULL */
    struct day day;       /* on which it went out */
    const char *language; /* in which it is written; NULL: that of the receiver */
};

/* Writes the slip in the receiver's language, or, after a sentence that says so, in the user's
 * where no texts in that language are there.  It tells of the person what was chosen when the
 * referral was sent, and nothing else. */
void slip_write(FILE *stream, const struct slip *slip);

/* The lines that tell of the person: the same on the slip and in the form before it is sent. */
void slip_write_told(FILE *stream, const char *const told[REFERRAL_ITEM_COUNT]);

#endif
