/* SPDX-License-Identifier: Apache-2.0 */

/* A world of invented people for practice: families from Kazakhstan, Kyrgyzstan, Tajikistan,
 * Turkmenistan, Uzbekistan and some from elsewhere, with names in their own scripts, papers in
 * every state, and records that are one person twice.  From 100 people on the office has worked for
 * some weeks: there are casefiles in every state, up to 150 of them, bodies to turn to, notes,
 * appointments, referrals and tasks.  The people of the sample stories have no casefiles.
 *
 * Everything about a person follows from the seed and the person's index, so any of them can be
 * made again alone, and a world is the same on every PC and on every day, but for the ids of what
 * is no person: its own today is the day of demo_today().  Nobody in it can be real: personal
 * numbers carry a month or a day 00, passports the series "XD" or "DM" that no state of the region
 * issues, telephones lie in ranges that begin with 000 or 00. */
#ifndef QADAM_DEMO_DEMO_H
#define QADAM_DEMO_DEMO_H

#include "base/day.h"
#include "office/office.h"

enum {
    DEMO_PEOPLE_DEFAULT = 200,
    DEMO_PEOPLE_MAX = 1000000,
    DEMO_SEED_DEFAULT = 2026,
    DEMO_CASEFILES_LEAST_PEOPLE = 100, /* a smaller world is a file to begin with: it has none */
    DEMO_CASEFILES_MAX = 150,          /* however large the world is */
};

/* What is to be made. */
struct demo {
    long people; /* 1 to DEMO_PEOPLE_MAX */
    unsigned long seed;
    const char *country;      /* of the office: KZ KG TJ TM UZ; where the people live now */
    struct progress progress; /* told the number of people done, of twice people */
};

/* Fills a migrated store by the ordinary acts, in one transaction; actor is who does them.  The
 * store's clock stands at demo_today() meanwhile, for the work on casefiles at the days before, so
 * that the journal holds entries of earlier days after those of the people; afterwards it is the
 * PC's.  The store must know the code and the country of the office.  demo is a const
 * struct demo *, so that this can be an office_plan's fill.
 * STATUS_INVALID for a number of people or a country that cannot be, STATUS_INTERRUPTED. */
MUST_CHECK enum status demo_fill(void *demo, struct store *store, const char *actor,
                                 struct error *error);

/* The first of November 2026. */
struct day demo_today(void);

/* How many casefiles a world of so many people has. */
long demo_casefile_count(long people);

/* The id of the record with that index: 0 to people - 1 are there. */
void demo_person_id(unsigned long seed, long index, char out[UUID_TEXT_SIZE]);

/* Some records are a second record of somebody who is there already, as happens when another
 * clerk writes the name in another way.  Gives the index of the first record, which is always the
 * smaller one; -1 when the record is nobody's second. */
long demo_twin_of(unsigned long seed, long index);

#endif
