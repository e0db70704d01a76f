/* SPDX-License-Identifier: Apache-2.0 */

/* What people type for a country: "kgz", "KG". */
#ifndef QADAM_WORDING_COUNTRY_ENTRY_H
#define QADAM_WORDING_COUNTRY_ENTRY_H

#include "person/person.h"

#include <stdbool.h>

/* The three letters of ISO 3166-1; "" for "".  False when there is no such country. */
bool country_entry_read(char out[PERSON_COUNTRY_SIZE], const char *text);

#endif
