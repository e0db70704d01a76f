/* SPDX-License-Identifier: Apache-2.0 */
#include "command/new_file.h"

#include "base/text.h"
#include "vault/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

enum { MODE_OWNER_ONLY = 0600 };

static enum status fail(struct error *error, int number)
{
    enum status status = STATUS_WRITE_FAILED;
    if (number == EACCES || number == EPERM || number == EROFS || number == ENOENT)
        status = STATUS_NO_PERMISSION;
    else if (number == ENOSPC || number == EDQUOT)
        status = STATUS_NO_SPACE;
    else if (number == EEXIST)
        status = STATUS_EXISTS;
    return error_set(error, status, "new file: error %d", number);
}

static enum status write_all(int fd, const char *text, size_t size, struct error *error)
{
    while (size > 0) {
        const ssize_t written = write(fd, text, size);
        if (written < 0 && errno != EINTR)
            return fail(error, errno);
        if (written > 0) {
            text += written;
            size -= (size_t)written;
        }
    }
    return fsync(fd) == 0 ? STATUS_OK : fail(error, errno);
}

static enum status publish(const char *part, const char *path, struct error *error)
{
    const struct disk *disk = disk_system();
    const int code = disk->move_new(disk->self, part, path);
    if (code == SQLITE_OK)
        return STATUS_OK;
    return fail(error, code == SQLITE_CONSTRAINT ? EEXIST : EIO);
}

enum status new_file_write(const char *path, const char *text, size_t size, struct error *error)
{
    char *part = NULL;
    if (access(path, F_OK) == 0)
        return fail(error, EEXIST);
    enum status status = text_join(&part, path, ".part", error);
    if (status != STATUS_OK)
        return status;
    const int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, MODE_OWNER_ONLY);
    status = fd < 0 ? fail(error, errno) : write_all(fd, text, size, error);
    if (fd >= 0) {
        if (close(fd) != 0 && status == STATUS_OK)
            status = fail(error, errno);
        if (status == STATUS_OK)
            status = publish(part, path, error);
        if (status != STATUS_OK)
            (void)unlink(part);
    }
    free(part);
    return status;
}
