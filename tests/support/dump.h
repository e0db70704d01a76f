/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that a database holds, as one text: to see that nothing changed, or that nothing is
 * left. */
#ifndef QADAM_TESTS_SUPPORT_DUMP_H
#define QADAM_TESTS_SUPPORT_DUMP_H

struct sqlite3;

/* Every row of every table, the hidden ones of virtual tables too; blobs as they would look as
 * text and in hexadecimal.  except names what is left out, as " journal person.changed_at ", with
 * spaces around each; "" for nothing.  The caller frees it. */
char *dump_database(struct sqlite3 *db, const char *except);

/* Says in which tables the bytes are found, as "a b "; "" when nowhere.  The caller frees it. */
char *dump_find(struct sqlite3 *db, const char *bytes);

#endif
