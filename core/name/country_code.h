/* SPDX-License-Identifier: Apache-2.0 */

/* The country codes of documents: three letters in a machine-readable zone and in the database,
 * two letters in an office's settings.
 *
 * Known are all of ISO 3166-1 (as in Debian's iso-codes 4.15: 249 countries); those of ICAO Doc
 * 9303-3, section 5, that ISO does not have (stateless XXA, refugee XXB, other refugee XXC,
 * unspecified XXX, the United Nations, the British passports GBD to GBS, Germany's single D,
 * organisations that issue documents, and UTO of the specimens); RKS, which Kosovo's documents
 * bear; and of ISO 3166-3 the withdrawn codes that old documents can still show, such as SUN. */
#ifndef QADAM_NAME_COUNTRY_CODE_H
#define QADAM_NAME_COUNTRY_CODE_H

#include <stdbool.h>
#include <stddef.h>

enum { COUNTRY_ICAO_SIZE = 4 };

/* In capitals and without fillers: "KGZ", "D". */
bool country_code_exists(const char *code);

/* "KGZ" for "KG"; NULL when ISO 3166-1 has no such country. */
const char *country_code_to_three_letters(const char *code);

/* The countries of ISO 3166-1 as it is now, in the order of their three letters; NULL after the
 * last. */
const char *country_code_at(size_t index);

#endif
