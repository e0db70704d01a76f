/* SPDX-License-Identifier: Apache-2.0 */

/* How a name in Latin letters is most likely written in Russian Cyrillic: a first proposal for
 * somebody who checks it.  Romanization loses letters, so nothing may be decided by it. */
#ifndef QADAM_NAME_CYRILLIC_GUESS_H
#define QADAM_NAME_CYRILLIC_GUESS_H

#include "base/error.h"

/* "Nurlanov Aigul": "Нурланов Айгуль".  Names of the lexicon are written as clerks write
 * them, others letter by letter.  What is not Latin stays as it is.  The caller frees it;
 * fails only for want of memory. */
MUST_CHECK enum status cyrillic_guess(char **out, const char *latin, struct error *error);

#endif
