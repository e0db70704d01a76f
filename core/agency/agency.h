/* SPDX-License-Identifier: Apache-2.0 */

/* The directory of bodies that help: who does what, where, when, on which ground, and when somebody
 * last asked whether that is still so. */
#ifndef QADAM_AGENCY_AGENCY_H
#define QADAM_AGENCY_AGENCY_H

#include "base/day.h"
#include "person/person.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    AGENCY_KIND_MAX = 40,
    AGENCY_SERVICE_MAX = 60,
    AGENCY_CHECK_DAYS = 90, /* after so many days somebody should ask again */
};

/* What the body does for people, as codes: legal_aid, shelter. */
struct agency_service_list {
    char (*items)[AGENCY_SERVICE_MAX + 1];
    size_t count;
    size_t capacity;
};

enum { AGENCY_LANGUAGE_SIZE = 21, AGENCY_LANGUAGES_MAX = 8 };

/* Owns its texts (NULL when not known) and its services. */
struct agency {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char *name;
    char kind[AGENCY_KIND_MAX + 1];       /* a code: asylum, police, employment */
    char country[PERSON_COUNTRY_SIZE];    /* ISO 3166-1 alpha-3 */
    char of_country[PERSON_COUNTRY_SIZE]; /* whose body it is, when not of the country that it
                                             stands in: of a consulate; else "" */
    char *place;
    char *address;
    char *phone;
    char *hours;
    char *cost;
    char *legal_basis;
    struct day valid_until;
    bool has_valid_until;
    struct day checked_on;
    bool has_checked_on;
    char checked_by[UUID_TEXT_SIZE]; /* "" when never checked */
    bool is_protected;               /* its address is told to nobody without need: a shelter */
    bool is_active;
    struct agency_service_list services;
    char languages[AGENCY_LANGUAGES_MAX][AGENCY_LANGUAGE_SIZE]; /* the one for writing first */
    size_t language_count;
};

struct agency_list {
    struct agency *items;
    size_t count;
    size_t capacity;
};

void agency_release(struct agency *agency);
void agency_list_release(struct agency_list *agencies);

/* Whether it is a code as kinds and services are: 1 to max of a-z and _. */
bool agency_code_is_valid(const char *code, size_t max);

/* Adds a service, once however often it is said.  STATUS_INVALID when it is no code. */
MUST_CHECK enum status agency_add_service(struct agency *agency, const char *service,
                                          struct error *error);

/* Adds a language that it speaks, once however often it is said: "ru", "uz@cyrillic".
 * STATUS_INVALID when it is no code or there are AGENCY_LANGUAGES_MAX already. */
MUST_CHECK enum status agency_add_language(struct agency *agency, const char *language,
                                           struct error *error);
bool agency_speaks(const struct agency *agency, const char *language);

/* STATUS_TEXT_EMPTY without a name, STATUS_INVALID for a kind, service or country that cannot be,
 * STATUS_DATE_INVALID when it was checked after today. */
MUST_CHECK enum status agency_check(const struct agency *agency, struct day today,
                                    struct error *error);

/* Whether what is known of it was checked more than AGENCY_CHECK_DAYS ago, or never. */
bool agency_is_stale(const struct agency *agency, struct day today);

/* Puts those that were checked lately before the stale ones, and keeps their order otherwise. */
void agency_list_put_fresh_first(struct agency_list *agencies, struct day today);

#endif
