/* SPDX-License-Identifier: Apache-2.0 */

/* The unused middle of a page.  SQLite's secure_delete wipes a row where it lay, but when it
 * rearranges rows between pages it leaves copies of them between the list of rows, which grows down
 * from the head of a page, and the rows, which grow up from its end.  Somebody erased would go on
 * lying there.  Nothing ever reads these bytes. */
#ifndef QADAM_VAULT_PAGE_GAP_H
#define QADAM_VAULT_PAGE_GAP_H

#include <stdint.h>

/* Zeroes that gap in a whole page as SQLite writes it; number counts from 1.  A page that is no
 * page of a table or index, or makes no sense as one, stays as it is. Source: "Database File
 * Format", sqlite.org/fileformat2.html, section 1.6 "B-tree Pages". */
void page_gap_clear(unsigned char *page, uint64_t number);

#endif
