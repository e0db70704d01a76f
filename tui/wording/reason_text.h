/* SPDX-License-Identifier: Apache-2.0 */

/* Why two names or two records are alike, or are not, in words of people. */
#ifndef QADAM_WORDING_REASON_TEXT_H
#define QADAM_WORDING_REASON_TEXT_H

#include <stddef.h>

enum { REASON_TEXT_SIZE = 1200 }; /* what does not fit as a whole is left out */

/* The most telling reasons of a comparison of names, such as "another spelling; the other script".
 * reasons holds bits of enum name_reason. */
void reason_of_names(char out[REASON_TEXT_SIZE], unsigned reasons);

/* The same for somebody who was found: first by what (bits of enum search_reason), then what was
 * forgiven in the name. */
void reason_of_hit(char out[REASON_TEXT_SIZE], unsigned reasons, unsigned name_reasons);

#endif
