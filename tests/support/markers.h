/* SPDX-License-Identifier: Apache-2.0 */

/* Plaintext that must never be found on a disk, and the work that could leave it there. */
#ifndef QADAM_TESTS_SUPPORT_MARKERS_H
#define QADAM_TESTS_SUPPORT_MARKERS_H

#include <stddef.h>

struct sqlite3;

/* "Markerova" and "Маркерова" as the charsets of the region write them. */
struct marker {
    const char *charset;
    const char *bytes;
    size_t length;
};

enum { MARKERS = 7 };
extern const struct marker markers[MARKERS];

/* Every failure below fails the test. */
void markers_run(struct sqlite3 *db, const char *sql);

/* One row with markers in every TEXT and BLOB column; numbers are one more than what is there. */
void markers_fill_table(struct sqlite3 *db, const char *table);
/* The same for every table that there is, today and after later migrations; how many. */
int markers_fill_every_table(struct sqlite3 *db);

/* A search index, a sort larger than any cache, an index build, a temporary table. */
void markers_search_and_sort(struct sqlite3 *db);

#endif
