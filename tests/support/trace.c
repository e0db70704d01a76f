/* SPDX-License-Identifier: Apache-2.0 */
#include "support/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/child.h"
#include "support/unit.h"

enum { MAX_WORDS = 40, LINE_SIZE = 16384 };

/* A question mark: not every kind of PC has every call. */
static const char watched_calls[] =
    "trace=?open,?openat,?openat2,?creat,?rename,?renameat,?renameat2,?link,?linkat,?unlink,"
    "?unlinkat,?mkdir,?mkdirat,?mknod,?mknodat,?symlink,?symlinkat,?truncate,?truncate64";

int trace_run(const char *const *argv, const char *input, const char *log)
{
    /* The leak checker traces its own process, which is not possible twice. */
    const char *words[MAX_WORDS] = {
        "strace", "-f", "-qq", "-s",         "4096", "-E", "ASAN_OPTIONS=detect_leaks=0",
        "-o",     log,  "-e",  watched_calls
    };
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    for (size_t i = 0; argv[i] != NULL; i++) {
        assert_true(count + 1 < MAX_WORDS);
        words[count++] = argv[i];
    }
    return child_run(words, input, NULL);
}

const char *trace_reason(void)
{
    const char *const nothing[] = { "true", NULL };
    if (!child_can_run("strace"))
        return "strace is not installed";
    return trace_run(nothing, NULL, "/dev/null") == 0 ? NULL : "tracing is not permitted here";
}

/* ---- reading the log */

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool is_office_file(const char *name)
{
    static const char *const files[] = { "office.qadam", "backup.qadam" };
    static const char *const endings[] = { "", "-wal", "-shm", ".part", ".part-wal", ".part-shm" };
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        const char *ending = name + strlen(files[i]);
        if (!starts_with(name, files[i]))
            continue;
        if (starts_with(ending, ".before-restore-") && strchr(ending, '/') == NULL)
            return true;
        for (size_t e = 0; e < sizeof(endings) / sizeof(endings[0]); e++)
            if (strcmp(ending, endings[e]) == 0)
                return true;
    }
    return false;
}

static bool is_known(const char *path, const struct folder *folder)
{
    if (strcmp(path, "/dev/null") == 0 || strcmp(path, "/dev/tty") == 0 ||
        starts_with(path, "/dev/pts/"))
        return true;
    size_t length = strlen(folder->path);
    return starts_with(path, folder->path) && path[length] == '/' &&
           is_office_file(path + length + 1);
}

/* Opening for reading only changes nothing; every other watched call does. */
static bool is_change(const char *line)
{
    static const char *const flags[] = { "O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_TMPFILE" };
    if (strchr(line, '(') == NULL) /* a signal, an exit */
        return false;
    if (strstr(line, "open") == NULL || strstr(line, "open") > strchr(line, '('))
        return true;
    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
        if (strstr(line, flags[i]) != NULL)
            return true;
    return false;
}

/* Every quoted word of the line is a path; a call without one could not be read. */
static void read_paths(struct trace_result *out, char *line, const struct folder *folder)
{
    if (strchr(line, '"') == NULL && out->strangers++ == 0)
        snprintf(out->first, sizeof(out->first), "%.200s", line);
    for (char *path = strchr(line, '"'); path != NULL; path = strchr(path, '"')) {
        char *end = strchr(++path, '"');
        assert_non_null(end);
        *end = '\0';
        if (!is_known(path, folder) && out->strangers++ == 0)
            snprintf(out->first, sizeof(out->first), "%s", path);
        path = end + 1;
    }
}

void trace_read(struct trace_result *out, const char *log, const struct folder *folder)
{
    char *line = malloc(LINE_SIZE);
    FILE *file = fopen(log, "r");
    *out = (struct trace_result){ .changes = 0 };
    assert_non_null(line);
    assert_non_null(file);
    while (fgets(line, LINE_SIZE, file) != NULL) {
        if (strstr(line, "+++ exited") != NULL || !is_change(line))
            continue;
        out->changes++;
        read_paths(out, line, folder);
    }
    fclose(file);
    free(line);
}
