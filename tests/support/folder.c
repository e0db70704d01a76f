/* SPDX-License-Identifier: Apache-2.0 */
#include "support/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/unit.h"

void folder_make(struct folder *folder)
{
    const char *root = getenv("TMPDIR");
    snprintf(folder->path, sizeof(folder->path), "%s/qadam-test-XXXXXX",
             root == NULL || strlen(root) > 64 ? "/tmp" : root);
    assert_non_null(mkdtemp(folder->path));
}

void folder_path(char out[FOLDER_PATH_SIZE], const struct folder *folder, const char *name)
{
    int length = snprintf(out, FOLDER_PATH_SIZE, "%s/%s", folder->path, name);
    assert_true(length > 0 && length < FOLDER_PATH_SIZE);
}

/* Calls visit with the path of each file until it returns true; returns how many calls. */
static int visit_files(const struct folder *folder, bool (*visit)(const char *, void *), void *self)
{
    char path[FOLDER_PATH_SIZE];
    int count = 0;
    bool is_done = false;
    DIR *listing = opendir(folder->path);
    assert_non_null(listing);
    for (struct dirent *entry = readdir(listing); entry != NULL && !is_done;
         entry = readdir(listing)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        folder_path(path, folder, entry->d_name);
        is_done = visit(path, self);
        count++;
    }
    closedir(listing);
    return count;
}

static bool remove_file(const char *path, void *self)
{
    (void)self;
    unlink(path);
    return false;
}

void folder_remove(struct folder *folder)
{
    visit_files(folder, remove_file, NULL);
    assert_int_equal(rmdir(folder->path), 0);
}

static bool go_on(const char *path, void *self)
{
    (void)path;
    (void)self;
    return false;
}

int folder_count(const struct folder *folder)
{
    return visit_files(folder, go_on, NULL);
}

struct search {
    const void *bytes;
    size_t length;
    bool is_found;
};

static bool search_file(const char *path, void *self)
{
    struct search *search = self;
    struct content content = file_read(path);
    for (size_t at = 0; at + search->length <= content.length && !search->is_found; at++)
        search->is_found = memcmp(content.bytes + at, search->bytes, search->length) == 0;
    free(content.bytes);
    return search->is_found;
}

bool folder_holds(const struct folder *folder, const void *bytes, size_t length)
{
    struct search search = { .bytes = bytes, .length = length };
    visit_files(folder, search_file, &search);
    return search.is_found;
}

struct content file_read(const char *path)
{
    struct content content = { 0 };
    struct stat info;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &info), 0);
    content.length = (size_t)info.st_size;
    content.bytes = malloc(content.length + 1);
    assert_non_null(content.bytes);
    assert_int_equal(fread(content.bytes, 1, content.length, file), content.length);
    fclose(file);
    return content;
}

void file_write(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    if (length > 0)
        assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

void file_patch(const char *path, size_t at, const void *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, bytes, length, (off_t)at), length);
    close(fd);
}

void file_damage(const char *path, size_t at)
{
    struct content content = file_read(path);
    assert_true(at < content.length);
    const unsigned char turned = (unsigned char)~content.bytes[at];
    free(content.bytes);
    file_patch(path, at, &turned, 1);
}

size_t file_size(const char *path)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    return (size_t)info.st_size;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}
