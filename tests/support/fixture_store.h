/* SPDX-License-Identifier: Apache-2.0 */

/* Stores for tests: in memory, or in a folder of their own that is removed afterwards. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_STORE_H
#define QADAM_TESTS_SUPPORT_FIXTURE_STORE_H

#include "store/store.h"

enum { FIXTURE_PATH_SIZE = 256 };

/* The users that fixture_store_fill() adds. */
#define FIXTURE_USER       "01930000-0000-7000-8000-000000000001"
#define FIXTURE_OTHER_USER "01930000-0000-7000-8000-000000000002"

/* 2026-11-23T18:48:07.123Z, which every fixture's clock says until told otherwise. */
#define FIXTURE_MOMENT      1795459687123LL
#define FIXTURE_MOMENT_TEXT "2026-11-23T18:48:07.123Z"

/* A migrated store in memory with an office id and two users. */
struct store *fixture_store_memory(void);

/* Makes an empty folder and writes the path of "name" in it; the folder is remembered. */
void fixture_folder_path(char out[FIXTURE_PATH_SIZE], const char *name);

/* Makes a migrated, filled, finished and closed office file at path. */
void fixture_store_make(const char *path);

/* Opens an existing one with the fixture's clock. */
struct store *fixture_store_open(const char *path);

/* How many files a folder holds; removing all of them with the folder. */
int fixture_folder_count(const char *path_inside);
void fixture_folder_remove(const char *path_inside);

/* What the fixtures' clocks say; set it back when done. */
extern long long fixture_moment;

/* The number that a constant SELECT answers with. */
long long fixture_number(struct store *store, const char *sql);

#endif
