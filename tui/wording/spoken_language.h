/* SPDX-License-Identifier: Apache-2.0 */

/* The languages that people speak at the counter, by their ISO 639 codes. */
#ifndef QADAM_WORDING_SPOKEN_LANGUAGE_H
#define QADAM_WORDING_SPOKEN_LANGUAGE_H

#include <stddef.h>

/* Those of the region first; NULL after the last. */
const char *spoken_language_code_at(size_t index);

/* In the user's language; the code itself when it has no name here. */
const char *spoken_language_name(const char *code);

#endif
