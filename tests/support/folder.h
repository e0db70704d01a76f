/* SPDX-License-Identifier: Apache-2.0 */

/* A folder that a test has for itself, and the bytes of the files in it. */
#ifndef QADAM_TESTS_SUPPORT_FOLDER_H
#define QADAM_TESTS_SUPPORT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

enum { FOLDER_PATH_SIZE = 256 };

struct folder {
    char path[FOLDER_PATH_SIZE / 2];
};

/* The bytes of a file; release with free(). */
struct content {
    unsigned char *bytes;
    size_t length;
};

/* Under TMPDIR or /tmp.  Every failure here fails the test. */
void folder_make(struct folder *folder);
/* With the files in it. */
void folder_remove(struct folder *folder);

/* Where a file of that name stands. */
void folder_path(char out[FOLDER_PATH_SIZE], const struct folder *folder, const char *name);
/* How many files there are, and whether one of them holds these bytes. */
int folder_count(const struct folder *folder);
bool folder_holds(const struct folder *folder, const void *bytes, size_t length);

struct content file_read(const char *path);
void file_write(const char *path, const void *bytes, size_t length);
/* Changes bytes in place. */
void file_patch(const char *path, size_t at, const void *bytes, size_t length);
/* Turns every bit of one byte: sealed bytes are random, so a fixed one would now and then be there
 * already. */
void file_damage(const char *path, size_t at);
size_t file_size(const char *path);
bool file_exists(const char *path);

#endif
