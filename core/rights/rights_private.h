/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of this folder share; nobody else includes it. */
#ifndef QADAM_RIGHTS_RIGHTS_PRIVATE_H
#define QADAM_RIGHTS_RIGHTS_PRIVATE_H

/* The day after which a row of person is kept no longer: so many years after the last casefile was
 * closed, or after the record was made when there never was one; a later day that was said counts.
 * NULL while a casefile is open. */
#define SQL_KEPT_UNTIL                                                                             \
    "(SELECT CASE WHEN sum(casefile.state = 'open') > 0 THEN NULL"                                 \
    " ELSE max(date(coalesce(max(coalesce(closed_on, date(closed_at))), date(person.created_at))," \
    " '+' || (SELECT coalesce(max(value), '6') FROM setting WHERE key = 'retention_years')"        \
    " || ' years'), coalesce(person.retain_until, '')) END"                                        \
    " FROM casefile WHERE casefile.person_id = person.id)"

/* A row of person that must not be purged. */
#define SQL_IS_HELD                                                                                \
    "EXISTS (SELECT 1 FROM person_hold WHERE person_hold.person_id = person.id"                    \
    " AND lifted_at IS NULL)"

#endif
