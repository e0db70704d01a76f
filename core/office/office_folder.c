/* SPDX-License-Identifier: Apache-2.0 */

/* A folder of backups, such as a stick: every backup is named after the file and the moment, and
 * only the newest are kept. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/array.h"
#include "office/office_private.h"

static const char ending[] = ".qadam";
/* "-2026-11-23-174000", with a digit for each 0 */
static const char moment_shape[] = "-0000-00-00-000000";

struct name_list {
    char **items;
    size_t count;
    size_t capacity;
};

enum { NAME_TRIES = 3, UNFINISHED_SECONDS = 600 };

static void name_list_release(struct name_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
}

/* The file's name without folder and ending; the caller frees it. */
char *folder_stem(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    size_t length = strlen(name);
    size_t end = sizeof(ending) - 1;
    if (length > end && strcmp(name + length - end, ending) == 0)
        length -= end;
    return strndup(name, length);
}

/* The moment, the ending, and nothing but "rest" behind them. */
static bool has_moment_shape(const char *text, const char *rest)
{
    for (size_t i = 0; i < sizeof(moment_shape) - 1; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (moment_shape[i] == '0' ? !is_digit : text[i] != moment_shape[i])
            return false;
    }
    text += sizeof(moment_shape) - 1;
    return strncmp(text, ending, sizeof(ending) - 1) == 0 &&
           strcmp(text + sizeof(ending) - 1, rest) == 0;
}

bool folder_has_backup_name(const char *name, const char *stem, const char *rest)
{
    size_t length = strlen(stem);
    return strncmp(name, stem, length) == 0 && has_moment_shape(name + length, rest);
}

static enum status new_name(char **out, const char *folder, const char *stem, struct error *error)
{
    char moment[sizeof(moment_shape)] = "";
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL ||
        strftime(moment, sizeof(moment), "-%Y-%m-%d-%H%M%S", &local) == 0)
        return error_set(error, STATUS_INTERNAL, "the clock of this PC makes no sense");
    size_t size = strlen(folder) + strlen(stem) + sizeof(moment) + sizeof(ending) + 1;
    *out = malloc(size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "path");
    snprintf(*out, size, "%s/%s%s%s", folder, stem, moment, ending);
    return STATUS_OK;
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

char *folder_join(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s/%s", folder, name);
    return path;
}

/* "rest" is "" for finished backups, ".part" for unfinished ones. */
static enum status list_backups(struct name_list *list, const char *folder, const char *stem,
                                const char *rest, struct error *error)
{
    enum status status = STATUS_OK;
    DIR *directory = opendir(folder);
    if (directory == NULL)
        return error_set(error, STATUS_READ_FAILED, "listing the folder");
    for (const struct dirent *entry = readdir(directory); entry != NULL && status == STATUS_OK;
         entry = readdir(directory)) {
        if (!folder_has_backup_name(entry->d_name, stem, rest))
            continue;
        status = array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1,
                               error);
        if (status == STATUS_OK &&
            (list->items[list->count] = folder_join(folder, entry->d_name)) == NULL)
            status = error_set(error, STATUS_OUT_OF_MEMORY, "name");
        list->count += status == STATUS_OK;
    }
    closedir(directory);
    return status;
}

/* Names sort by their moment, so the oldest come first. */
static enum status remove_oldest(const struct disk *disk, const struct name_list *list, int keep,
                                 struct error *error)
{
    for (size_t i = 0; i + (size_t)keep < list->count; i++)
        if (disk->vfs->xDelete(disk->vfs, list->items[i], 1) != SQLITE_OK)
            return error_set(error, STATUS_WRITE_FAILED, "removing an old backup");
    return STATUS_OK;
}

/* Leaves in the list what may be removed at all: backups of this very file (two offices may use
 * one stick and one name), and not the one just made (the clock may have been set back). */
static void keep_out_others(struct name_list *list, struct vault *vault, const char *newest)
{
    struct error ignored;
    unsigned char file_id[FILE_ID_SIZE];
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        char *path = list->items[i];
        if (strcmp(path, newest) != 0 &&
            vault_peek_file_id(path, vault_disk(vault), file_id, &ignored) == STATUS_OK &&
            memcmp(file_id, vault_file_id(vault), FILE_ID_SIZE) == 0)
            list->items[count++] = path;
        else
            free(path);
    }
    list->count = count;
}

static enum status keep_newest(struct vault *vault, const char *folder, const char *stem,
                               const char *newest, int keep, struct error *error)
{
    struct name_list list = { .items = NULL };
    enum status status = list_backups(&list, folder, stem, "", error);
    keep_out_others(&list, vault, newest);
    if (status == STATUS_OK && list.count > 1)
        qsort(list.items, list.count, sizeof(*list.items), by_name);
    if (status == STATUS_OK)
        status = remove_oldest(vault_disk(vault), &list, keep - 1, error);
    name_list_release(&list);
    return status;
}

/* What a backup that was killed left behind, some time ago: one that is younger may be under
 * way.  That it cannot be removed is no reason not to make a backup. */
static void clear_unfinished(struct vault *vault, const char *folder, const char *stem)
{
    struct name_list list = { .items = NULL };
    struct error ignored;
    enum status status = list_backups(&list, folder, stem, ".part", &ignored);
    keep_out_others(&list, vault, "");
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        struct stat info;
        if (stat(list.items[i], &info) == 0 && time(NULL) - info.st_mtime > UNFINISHED_SECONDS)
            status = build_clear(vault_disk(vault), list.items[i], &ignored);
    }
    name_list_release(&list);
}

/* Names have seconds: two backups within one wait for the next. */
static enum status backup_under_new_name(struct office *office, const char *folder,
                                         const char *stem, const struct progress *progress,
                                         char **out, struct error *error)
{
    sqlite3_vfs *vfs = vault_disk(office->vault)->vfs;
    enum status status = STATUS_EXISTS;
    for (int i = 0; i < NAME_TRIES && status == STATUS_EXISTS; i++) {
        free(*out);
        *out = NULL;
        if (i > 0)
            vfs->xSleep(vfs, 1000000);
        status = new_name(out, folder, stem, error);
        if (status == STATUS_OK)
            status = office_backup(office, *out, progress, error);
    }
    return status;
}

enum status office_backup_to_folder(struct office *office, const char *folder, int keep,
                                    const struct progress *progress, char **out,
                                    struct error *error)
{
    char *stem = folder_stem(vault_path(office->vault));
    *out = NULL;
    if (stem == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "name");
    clear_unfinished(office->vault, folder, stem);
    enum status status = backup_under_new_name(office, folder, stem, progress, out, error);
    if (status == STATUS_OK && keep > 0)
        status = keep_newest(office->vault, folder, stem, *out, keep, error);
    free(stem);
    if (status != STATUS_OK) {
        free(*out);
        *out = NULL;
    }
    return status;
}
