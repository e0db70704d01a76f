/* SPDX-License-Identifier: Apache-2.0 */

/* All that one entry of the journal says. */
#ifndef QADAM_VIEW_JOURNAL_ENTRY_H
#define QADAM_VIEW_JOURNAL_ENTRY_H

#include "app/app.h"

/* Shows the entry of that number, written at that moment, over the view. */
void journal_entry_show(struct app *app, long long sequence, const char *at);

#endif
