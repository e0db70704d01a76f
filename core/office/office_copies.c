/* SPDX-License-Identifier: Apache-2.0 */

/* Which backups of an office file a folder holds. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/array.h"
#include "office/office_private.h"

void office_copy_list_release(struct office_copy_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].path);
    free(list->items);
    *list = (struct office_copy_list){ .items = NULL };
}

/* "-2026-11-23-174000" becomes "2026-11-23 17:40:00". */
static void write_moment(char *out, size_t size, const char *name)
{
    const char *at = name + 1;
    snprintf(out, size, "%.10s %.2s:%.2s:%.2s", at, at + 11, at + 13, at + 15);
}

static enum status add(struct office_copy_list *list, char *path, const char *moment,
                       struct error *error)
{
    struct stat info;
    enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status != STATUS_OK) {
        free(path);
        return status;
    }
    struct office_copy *copy = &list->items[list->count++];
    *copy = (struct office_copy){ .path = path };
    copy->bytes = stat(path, &info) == 0 ? (long long)info.st_size : 0;
    write_moment(copy->moment, sizeof(copy->moment), moment);
    return STATUS_OK;
}

/* Two offices may use one stick and one name. */
static bool is_same_file(const char *path, const struct disk *disk,
                         const unsigned char file_id[FILE_ID_SIZE])
{
    struct error ignored;
    unsigned char found[FILE_ID_SIZE];
    return vault_peek_file_id(path, disk, found, &ignored) == STATUS_OK &&
           memcmp(found, file_id, FILE_ID_SIZE) == 0;
}

static int newest_first(const void *left, const void *right)
{
    const struct office_copy *one = left, *other = right;
    return strcmp(other->moment, one->moment);
}

static enum status list_folder(struct office_copy_list *out, const char *folder, const char *stem,
                               const struct disk *disk, const unsigned char file_id[FILE_ID_SIZE],
                               struct error *error)
{
    enum status status = STATUS_OK;
    DIR *directory = opendir(folder);
    if (directory == NULL)
        return error_set(error, STATUS_READ_FAILED, "listing the folder");
    for (const struct dirent *entry = readdir(directory); entry != NULL && status == STATUS_OK;
         entry = readdir(directory)) {
        if (!folder_has_backup_name(entry->d_name, stem, ""))
            continue;
        char *path = folder_join(folder, entry->d_name);
        if (path != NULL && is_same_file(path, disk, file_id))
            status = add(out, path, entry->d_name + strlen(stem), error);
        else
            free(path);
    }
    closedir(directory);
    return status;
}

enum status office_list_copies(struct office_copy_list *out, const char *path,
                               const struct disk *disk, const char *folder, struct error *error)
{
    char *real = NULL;
    unsigned char file_id[FILE_ID_SIZE];
    *out = (struct office_copy_list){ .items = NULL };
    enum status status = vault_peek_file_id(path, disk, file_id, error);
    if (status == STATUS_OK)
        status = vault_real_path(&real, path, disk, error);
    if (status != STATUS_OK)
        return status;
    char *stem = folder_stem(real);
    free(real);
    if (stem == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "name");
    status = list_folder(out, folder, stem, disk, file_id, error);
    if (out->count > 1)
        qsort(out->items, out->count, sizeof(*out->items), newest_first);
    free(stem);
    return status;
}
