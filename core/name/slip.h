/* SPDX-License-Identifier: Apache-2.0 */

/* What fingers do to a word: one letter left out, doubled, put in, exchanged with its neighbour, or
 * the key beside it hit. */
#ifndef QADAM_NAME_SLIP_H
#define QADAM_NAME_SLIP_H

#include "name/letters.h"

/* Whether one of the words, both of one script, can be the other typed with exactly one slip.  In a
 * word of eight letters and more any one letter but the first may be wrong, else only by the key
 * beside it. */
bool slip_explains(const struct letters *left, const struct letters *right);

#endif
