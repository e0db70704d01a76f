/* SPDX-License-Identifier: Apache-2.0 */

/* How much a worker has to do, in a column of a list. */
#ifndef QADAM_WORDING_LOAD_TEXT_H
#define QADAM_WORDING_LOAD_TEXT_H

enum { LOAD_TEXT_SIZE = 96, LOAD_BAR_SIZE = 33 };

/* "12 of 25", "27 OVER 25"; "12" without a limit.  The figure of what is above the counted most
 * ends with "+". */
void load_text(char out[LOAD_TEXT_SIZE], int open, int limit);

/* "######...|..": one sign for two casefiles, and where the limit is. */
void load_bar(char out[LOAD_BAR_SIZE], int open, int limit);

#endif
