/* SPDX-License-Identifier: Apache-2.0 */

/* People for tests. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_RECORD_H
#define QADAM_TESTS_SUPPORT_FIXTURE_RECORD_H

#include "person/person_store.h"
#include "store/store.h"

/* A person with that main name; nothing else is known.  The caller releases it. */
struct person fixture_record_make(const char *surname, const char *given_name);

/* The same, kept in the store; gives the id. */
void fixture_record_add(struct store *store, const char *surname, const char *given_name,
                        char id[UUID_TEXT_SIZE]);

/* One phone; the caller releases it. */
struct contact_list fixture_record_phone(const char *number);

struct date fixture_date(const char *text);
struct day fixture_day(const char *text);

/* The text that a constant SELECT with :id answers with, in a buffer that the next call uses
 * again; "" for NULL or nothing. */
const char *fixture_text(struct store *store, const char *sql, const char *id);

/* The journal's chain and the history behind it. */
void assert_journal_is_whole(struct store *store);

#endif
