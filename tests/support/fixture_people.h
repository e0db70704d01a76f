/* SPDX-License-Identifier: Apache-2.0 */

/* People for tests of the search: written with plain SQL, so that nothing but the search itself is
 * under test, and indexed. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_PEOPLE_H
#define QADAM_TESTS_SUPPORT_FIXTURE_PEOPLE_H

#include "base/day.h"
#include "store/store.h"
#include "store/uuid.h"

#include <stddef.h>

/* What is NULL is not known.  Without columns the name has no parts but its words. */
struct fixture_person {
    const char *name; /* NULL: the columns one after the other */
    const char *surname, *given_name, *patronymic;
    int sex;           /* ISO/IEC 5218 */
    const char *birth; /* 1984-06-14, 1984-06, 1984 or ~1984 */
    const char *series, *number, *personal_number;
    const char *phone; /* digits */
};

/* Adds a person, and brings the index up to date. */
void fixture_person_add(struct store *store, const struct fixture_person *person,
                        char id[UUID_TEXT_SIZE]);
/* The same for one who has nothing but a name, its parts unknown. */
void fixture_person_named(struct store *store, const char *name, char id[UUID_TEXT_SIZE]);

/* Another spelling beside the main name ("former", "document"...). */
void fixture_person_add_name(struct store *store, const char *id, const char *kind,
                             const char *name);
void fixture_person_add_number(struct store *store, const char *id, const char *number);
void fixture_person_add_phone(struct store *store, const char *id, const char *digits);
void fixture_person_set_name(struct store *store, const char *id, const char *name);
void fixture_person_set_birth(struct store *store, const char *id, const char *birth);
/* Makes it a record that was merged into another one. */
void fixture_person_merge(struct store *store, const char *id, const char *survivor_id);
/* Takes the names, the papers and the telephones out of the tables. */
void fixture_person_empty(struct store *store, const char *id);

/* An open casefile with that number, such as KG-OSH-2026-000117. */
void fixture_casefile_add(struct store *store, const char *person_id, const char *number);

/* 24 November 2026. */
struct day fixture_today(void);

/* The place of a person among the first 20 that a search finds, counted from 1; 0: not found. */
size_t fixture_place(struct store *store, const char *text, const char *id);
void assert_person_found(struct store *store, const char *text, const char *id);
void assert_person_not_found(struct store *store, const char *text, const char *id);

/* Fails the test unless the full-text index agrees with itself. */
void fixture_index_check(struct store *store);

#endif
