/* SPDX-License-Identifier: Apache-2.0 */

/* What a change of a person was, word for word.  The journal cannot forget, but people have the
 * right to be forgotten: so the words stand in the table "history" until the person is erased, and
 * the journal's entry holds only the names of the members that changed and a hash of the words.
 * The salt keeps anybody from finding out erased words by trying names.
 *
 * Byte for byte.  H is BLAKE2b with 32 bytes of output and no key; numbers are little-endian; ||
 * joins; salt is 16 random bytes.
 *
 *     hash = H(salt || text(before) || text(after))
 *
 *     text(t)    = u32(number of bytes) || the bytes in UTF-8, without a closing zero
 *     text(NULL) = u32(0xFFFFFFFF)
 *
 * The entry's before is NULL; its after is
 *     {"fields":["birth_date","sex"],"hash":"64 small hexadecimal digits"}
 * and has a member "person", the id, when the history belongs to somebody else than the entry's
 * subject (a household, say). */
#ifndef QADAM_JOURNAL_HISTORY_H
#define QADAM_JOURNAL_HISTORY_H

#include "journal/journal.h"

enum { HISTORY_SALT_SIZE = 16, HISTORY_HASH_SIZE = 32 };

/* The same as journal_append(), but before and after (JSON objects, at least one of them) become
 * the history of that person.  STATUS_INVALID when they are not JSON. */
MUST_CHECK enum status history_append(struct store *store, const struct journal_entry *entry,
                                      const char *person_id, struct error *error);

/* Whether the history is what the journal says: each entry with a hash has its row, with that hash
 * and that person, and no other entry has one.  A row may be missing only when its person or the
 * entry's subject was erased, and the journal says so; or when the entry of an erasure names it:
 * {"forgotten":[12,17]}, words about the erased person in the history of somebody else; or when it
 * lies in a sealed casefile (table sealed_history), whose words only its readers can compare.  The
 * journal itself is trusted, and so is that no row lacks its entry: journal_verify() and
 * store_check() come first.  watch may be NULL. STATUS_JOURNAL_BROKEN with the number of the entry,
 * STATUS_INTERRUPTED when stopped. */
MUST_CHECK enum status history_verify(struct store *store, const struct journal_watch *watch,
                                      struct error *error);

#endif
