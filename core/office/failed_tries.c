/* SPDX-License-Identifier: Apache-2.0 */
#include "office/failed_tries.h"

#include "journal/journal_note.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One moment on each line; a file that grew longer only counts as "at least". */
enum { LINE_SIZE = MOMENT_TEXT_SIZE, LINES_MAX = 1000 };

static char *path_of(const char *path)
{
    static const char ending[] = "-tries";
    const size_t size = strlen(path) + sizeof(ending);
    char *out = malloc(size);
    if (out != NULL)
        snprintf(out, size, "%s%s", path, ending);
    return out;
}

void failed_tries_note(const char *path)
{
    char line[LINE_SIZE + 1];
    struct stat info;
    char *beside = path_of(path);
    const int file = beside == NULL
                         ? -1
                         : open(beside, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
                                S_IRUSR | S_IWUSR);
    free(beside);
    if (file < 0)
        return;
    moment_format(moment_now(), line);
    line[LINE_SIZE - 1] = '\n';
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
        info.st_size < (off_t)LINES_MAX * LINE_SIZE) {
        const ssize_t written = write(file, line, LINE_SIZE);
        (void)written; /* half a line is not read */
    }
    close(file);
}

/* Only whole lines count: somebody else can write to that file too. */
static void read_lines(int file, struct journal_tries *out, char first[MOMENT_TEXT_SIZE],
                       char last[MOMENT_TEXT_SIZE])
{
    char line[LINE_SIZE];
    while (out->count < LINES_MAX && read(file, line, LINE_SIZE) == LINE_SIZE) {
        line[LINE_SIZE - 1] = '\0';
        if (!moment_is_valid(line))
            break;
        if (out->count++ == 0)
            memcpy(first, line, LINE_SIZE);
        memcpy(last, line, LINE_SIZE);
    }
}

enum status failed_tries_tell(struct office *office, const char *path, struct error *error)
{
    char first[MOMENT_TEXT_SIZE], last[MOMENT_TEXT_SIZE];
    struct journal_tries tries = { 0, first, last };
    enum status status = STATUS_OK;
    char *beside = path_of(path);
    if (beside == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "path");
    const int file = store_is_read_only(office_store(office))
                         ? -1
                         : open(beside, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file >= 0) {
        read_lines(file, &tries, first, last);
        close(file);
    }
    if (tries.count > 0)
        status = journal_note_tries(office_store(office), office_actor(office), &tries, error);
    if (file >= 0 && status == STATUS_OK)
        unlink(beside);
    free(beside);
    return status;
}
