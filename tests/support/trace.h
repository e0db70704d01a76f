/* SPDX-License-Identifier: Apache-2.0 */

/* Which files a real process opens for writing, makes, renames or removes, as the kernel sees it
 * (strace). */
#ifndef QADAM_TESTS_SUPPORT_TRACE_H
#define QADAM_TESTS_SUPPORT_TRACE_H

#include "support/folder.h"

/* NULL, or why nothing can be traced here. */
const char *trace_reason(void);

/* Runs a program like child_run() and writes what it does with files to the file "log". */
int trace_run(const char *const *argv, const char *input, const char *log);

struct trace_result {
    int changes;   /* calls that change something: opening for writing, renaming, removing... */
    int strangers; /* those of them with a path that is none of the known ones */
    char first[FOLDER_PATH_SIZE]; /* the first such path */
};

/* Known are /dev/null, terminals, and in the folder what is named "office.qadam" or
 * "backup.qadam", their ".part", the "-wal" and "-shm" of these, and what a restore has kept. */
void trace_read(struct trace_result *out, const char *log, const struct folder *folder);

#endif
