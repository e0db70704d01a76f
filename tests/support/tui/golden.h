/* SPDX-License-Identifier: Apache-2.0 */

/* Screens as they shall look: files in tests/screens with the size and the cursor, the rows, and
 * the runs of every style that is not plain.  UPDATE_GOLDEN=1 in the environment writes them anew
 * (make screens-accept); what changed is then read in git's difference. */
#ifndef QADAM_TESTS_SUPPORT_TUI_GOLDEN_H
#define QADAM_TESTS_SUPPORT_TUI_GOLDEN_H

#include "term/grid.h"

/* Compares the grid with tests/screens/NAME.screen.  A difference is printed and fails the test. */
void golden_check(const struct grid *grid, const char *name);

#endif
