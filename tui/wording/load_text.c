/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/load_text.h"

#include "language.h"
#include "supervision/caseload.h"

#include <stdio.h>

void load_text(char out[LOAD_TEXT_SIZE], int open, int limit)
{
    const char *more = open >= CASELOAD_COUNT_MAX ? "+" : "";
    if (limit == 0)
        snprintf(out, LOAD_TEXT_SIZE, "%d%s", open, more);
    else if (caseload_is_over(limit, open, 0))
        /* TRANSLATORS: casefiles of a worker, and the limit that is passed: "27 OVER 25". */
        snprintf(out, LOAD_TEXT_SIZE, "%d%s %s %d", open, more, _("OVER"), limit);
    else
        /* TRANSLATORS: casefiles of a worker, and the limit: "12 of 25". */
        snprintf(out, LOAD_TEXT_SIZE, "%d %s %d", open, _("of"), limit);
}

void load_bar(char out[LOAD_BAR_SIZE], int open, int limit)
{
    enum { STEP = 2, SIGNS = 16 };
    const int mark = limit > 0 ? (limit - 1) / STEP + 1 : SIGNS;
    int at = 0;
    for (; at < SIGNS; at++) {
        out[at] = '.';
        if (at * STEP < open)
            out[at] = '#';
        else if (at == mark)
            out[at] = '|';
    }
    out[at] = '\0';
}
