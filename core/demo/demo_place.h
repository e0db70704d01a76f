/* SPDX-License-Identifier: Apache-2.0 */

/* Where the people of the demo world were born and live: real towns, because offices search by
 * them, and streets such as every town has. */
#ifndef QADAM_DEMO_DEMO_PLACE_H
#define QADAM_DEMO_DEMO_PLACE_H

#include "demo/demo_name.h"
#include "demo/demo_random.h"

enum demo_country {
    DEMO_COUNTRY_KZ,
    DEMO_COUNTRY_KG,
    DEMO_COUNTRY_TJ,
    DEMO_COUNTRY_TM,
    DEMO_COUNTRY_UZ,
    DEMO_COUNTRY_AF,
    DEMO_COUNTRY_CN,
    DEMO_COUNTRY_RU,
    DEMO_COUNTRY_COUNT
};

enum { DEMO_OFFICE_COUNTRIES = DEMO_COUNTRY_UZ + 1 }; /* those that can have an office */

/* By ISO 3166-1, two letters or three; DEMO_COUNTRY_COUNT when it is not one of these. */
enum demo_country demo_country_find(const char *code);

const char *demo_country_alpha3(enum demo_country country);

/* A town or district, in the language of the country.  Borrowed. */
const char *demo_place_choose(enum demo_country country, struct demo_random *random);

/* Town, street, house and flat.  Only for countries with an office. */
void demo_place_write_address(struct demo_text *out, enum demo_country country,
                              struct demo_random *random);

/* A telephone number that nobody has, another for each serial from 0 to 999999. */
void demo_place_write_phone(struct demo_text *out, enum demo_country country, long serial);

/* The offices that make papers: whole names in the language of the country. */
const char *demo_place_issuer(enum demo_country country, struct demo_random *random);
const char *demo_place_archive(enum demo_country country, struct demo_random *random);
const char *demo_place_consulate(enum demo_country country);

#endif
