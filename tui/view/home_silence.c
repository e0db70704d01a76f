/* SPDX-License-Identifier: Apache-2.0 */

/* How many other bodies owe an answer, for the day. */
#include "view/home_private.h"

#include "language.h"
#include "view/referral_private.h"

#include <stdio.h>

enum status home_silence_text(char out[FRAME_TEXT_SIZE], struct app *app, struct error *error)
{
    struct referral_list due;
    unsigned long silent = 0, unsent = 0;
    out[0] = '\0';
    const enum status status = referrals_load_due(app, &due, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < due.count; i++)
        if (referral_is_overdue(&due.items[i], app_today(app)))
            *(due.items[i].state == REFERRAL_DRAFTED ? &unsent : &silent) += 1;
    referral_list_release(&due);
    if (silent > 0)
        snprintf(out, FRAME_TEXT_SIZE,
                 language_plural("%lu referral had no answer in time",
                                 "%lu referrals had no answer in time", silent),
                 silent);
    else if (unsent > 0)
        snprintf(out, FRAME_TEXT_SIZE,
                 language_plural("%lu referral should be out by now",
                                 "%lu referrals should be out by now", unsent),
                 unsent);
    return STATUS_OK;
}
