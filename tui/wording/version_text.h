/* SPDX-License-Identifier: Apache-2.0 */

/* What another version of a workflow means to a casefile, in words. */
#ifndef QADAM_WORDING_VERSION_TEXT_H
#define QADAM_WORDING_VERSION_TEXT_H

#include "casefile/casefile_move.h"

#include <stdio.h>

/* "Answer no longer shown: Loss report: When it happened". */
void version_difference_write(FILE *stream, const struct version_difference *difference);

#endif
