/* SPDX-License-Identifier: Apache-2.0 */

/* The simulated disk by itself: what a cut may leave of writes and names, what fails when it is
 * told to, and what it remembers. */
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

#include "support/cut_disk.h"

static int with_disk(void **state)
{
    *state = cut_disk_new();
    return 0;
}

static int without_disk(void **state)
{
    cut_disk_free(*state);
    return 0;
}

static int try_open(const struct cut_disk *disk, const char *path, int flags, sqlite3_file **out)
{
    sqlite3_vfs *vfs = cut_disk_as_disk(disk)->vfs;
    sqlite3_file *file = calloc(1, (size_t)vfs->szOsFile);
    assert_non_null(file);
    int code = vfs->xOpen(vfs, path, file, flags | SQLITE_OPEN_MAIN_DB, NULL);
    if (code != SQLITE_OK) {
        assert_null(file->pMethods);
        free(file);
        file = NULL;
    }
    *out = file;
    return code;
}

static sqlite3_file *open_file(const struct cut_disk *disk, const char *path)
{
    sqlite3_file *file;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    assert_int_equal(try_open(disk, path, flags, &file), SQLITE_OK);
    return file;
}

static void close_file(sqlite3_file *file)
{
    assert_int_equal(file->pMethods->xClose(file), SQLITE_OK);
    free(file);
}

static int write_at(sqlite3_file *file, sqlite3_int64 offset, const void *data, size_t size)
{
    return file->pMethods->xWrite(file, data, (int)size, offset);
}

static int write_text(sqlite3_file *file, sqlite3_int64 offset, const char *text)
{
    return write_at(file, offset, text, strlen(text));
}

static int sync_file(sqlite3_file *file)
{
    return file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

static int delete_file(const struct cut_disk *disk, const char *path, int sync_directory)
{
    sqlite3_vfs *vfs = cut_disk_as_disk(disk)->vfs;
    return vfs->xDelete(vfs, path, sync_directory);
}

static int move_file(const struct cut_disk *disk, const char *from, const char *to)
{
    return cut_disk_as_disk(disk)->move(cut_disk_as_disk(disk)->self, from, to);
}

static int link_file(const struct cut_disk *disk, const char *from, const char *to)
{
    return cut_disk_as_disk(disk)->link(cut_disk_as_disk(disk)->self, from, to);
}

static bool holds(const struct cut_disk *disk, const char *path, const char *text)
{
    size_t size;
    const unsigned char *content = cut_disk_content(disk, path, &size);
    return content != NULL && size == strlen(text) && memcmp(content, text, size) == 0;
}

/* ---- writes */

static void a_write_is_read_at_once_but_survives_only_after_a_sync(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *file = open_file(disk, "/a");
    char seen[8];
    assert_int_equal(write_text(file, 0, "old"), SQLITE_OK);
    assert_int_equal(sync_file(file), SQLITE_OK);
    assert_int_equal(write_text(file, 0, "new text"), SQLITE_OK);
    assert_int_equal(file->pMethods->xRead(file, seen, 8, 0), SQLITE_OK);
    assert_memory_equal(seen, "new text", 8);
    assert_int_equal(file->pMethods->xRead(file, seen, 8, 4), SQLITE_IOERR_SHORT_READ);
    assert_memory_equal(seen, "text\0\0\0\0", 8);

    struct cut_disk *lost = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    struct cut_disk *kept = cut_disk_crash_image(disk, CUT_KEEP_ALL, 0);
    assert_true(holds(lost, "/a", "old"));
    assert_true(holds(kept, "/a", "new text"));
    assert_int_equal(file->pMethods->xTruncate(file, 1), SQLITE_OK);
    assert_int_equal(cut_disk_file_size(disk, "/a"), 1);
    assert_int_equal(cut_disk_file_size(kept, "/a"), 8);
    cut_disk_free(lost);
    lost = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    assert_true(holds(lost, "/a", "old"));
    cut_disk_free(lost);
    cut_disk_free(kept);
    close_file(file);
}

static void a_file_that_shrank_and_grew_holds_zeros(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *file = open_file(disk, "/a");
    char bytes[50000];
    size_t size;
    memset(bytes, 'x', sizeof bytes);
    assert_int_equal(write_at(file, 0, bytes, sizeof bytes), SQLITE_OK);
    assert_memory_equal(cut_disk_content(disk, "/a", &size), bytes, sizeof bytes);
    assert_int_equal(file->pMethods->xTruncate(file, 20000), SQLITE_OK);
    assert_int_equal(file->pMethods->xTruncate(file, 45000), SQLITE_OK);
    assert_int_equal(write_text(file, 49999, "x"), SQLITE_OK);
    memset(bytes + 20000, 0, 29999);
    assert_memory_equal(cut_disk_content(disk, "/a", &size), bytes, sizeof bytes);
    assert_int_equal(size, sizeof bytes);
    close_file(file);
}

static void a_sync_makes_only_its_own_file_durable(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *one = open_file(disk, "/a"), *two = open_file(disk, "/b");
    sync_file(one);
    sync_file(two);
    write_text(one, 0, "1");
    write_text(two, 0, "2");
    sync_file(two);
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    assert_true(holds(image, "/a", ""));
    assert_true(holds(image, "/b", "2"));
    cut_disk_free(image);
    close_file(one);
    close_file(two);
}

/* Five sectors of 'o' are synced; a write of 'n' covers the second half of the first one to the
 * middle of the last one.  Gives one letter per sector, '?' for a mixture. */
static void sectors_after(const struct cut_disk *disk, enum cut_mode mode, uint64_t seed,
                          char letters[6])
{
    struct cut_disk *image = cut_disk_crash_image(disk, mode, seed);
    size_t size;
    const unsigned char *content = cut_disk_content(image, "/a", &size);
    assert_int_equal(size, 2560);
    assert_true(content[0] == 'o' && content[255] == 'o' && content[2304] == 'o');
    for (size_t i = 0; i < 5; i++) {
        size_t from = i == 0 ? 256 : i * 512, to = i == 4 ? 2304 : (i + 1) * 512;
        letters[i] = (char)content[from];
        for (size_t k = from; k < to; k++)
            if (content[k] != content[from])
                letters[i] = '?';
    }
    letters[5] = '\0';
    cut_disk_free(image);
}

static void a_torn_write_ends_at_a_sector_and_a_reordered_one_may_skip_sectors(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *file = open_file(disk, "/a");
    char bytes[2560], letters[6], again[6];
    bool skipped = false, torn[6] = { false };
    memset(bytes, 'o', sizeof bytes);
    write_at(file, 0, bytes, sizeof bytes);
    sync_file(file);
    memset(bytes, 'n', sizeof bytes);
    write_at(file, 256, bytes, 2048);
    for (uint64_t seed = 0; seed < 200; seed++) {
        sectors_after(disk, CUT_TORN, seed, letters);
        size_t kept = strspn(letters, "n");
        assert_int_equal(strspn(letters + kept, "o"), 5 - kept);
        torn[kept] = true;
        sectors_after(disk, CUT_KEEP_PREFIX, seed, letters);
        assert_true(strcmp(letters, "ooooo") == 0 || strcmp(letters, "nnnnn") == 0);
        sectors_after(disk, CUT_REORDERED, seed, letters);
        sectors_after(disk, CUT_REORDERED, seed, again);
        assert_null(strchr(letters, '?'));
        assert_string_equal(letters, again);
        skipped = skipped || strstr(letters, "on") != NULL;
    }
    assert_true(torn[1] && torn[2] && torn[3] && torn[4]);
    assert_true(skipped);
    close_file(file);
}

static void a_reordered_write_may_leave_a_longer_file_with_zeros_in_it(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *file = open_file(disk, "/a");
    char bytes[2048];
    bool hole = false, shorter = false;
    sync_file(file);
    memset(bytes, 'n', sizeof bytes);
    write_at(file, 0, bytes, sizeof bytes);
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct cut_disk *image = cut_disk_crash_image(disk, CUT_REORDERED, seed);
        size_t size;
        const unsigned char *content = cut_disk_content(image, "/a", &size);
        shorter = shorter || size < sizeof bytes;
        hole = hole || (size == sizeof bytes && content[0] == 0 && content[2047] == 'n');
        cut_disk_free(image);
    }
    assert_true(hole && shorter);
    close_file(file);
}

static void a_clone_goes_its_own_way(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *file = open_file(disk, "/a");
    write_text(file, 0, "synced");
    sync_file(file);
    write_text(file, 0, "loose!");
    link_file(disk, "/a", "/b");

    struct cut_disk *clone = cut_disk_clone(disk);
    write_text(file, 0, "later!");
    sync_file(file);
    close_file(file);
    assert_true(holds(disk, "/b", "later!"));
    assert_true(holds(clone, "/a", "loose!"));
    struct cut_disk *lost = cut_disk_crash_image(clone, CUT_LOSE_ALL, 0);
    assert_true(holds(lost, "/a", "synced"));
    sqlite3_file *other = open_file(lost, "/a");
    write_text(other, 0, "x");
    close_file(other);
    assert_true(holds(lost, "/b", "xynced")); /* still one file with two names */
    assert_true(holds(clone, "/a", "loose!"));
    cut_disk_free(lost);
    cut_disk_free(clone);
}

/* ---- names */

static void a_new_name_survives_after_the_first_sync_of_its_file(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_file *file = open_file(disk, "/a");
    struct cut_disk *before = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    sync_file(file);
    struct cut_disk *after = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    assert_null(cut_disk_path(before, 0));
    assert_string_equal(cut_disk_path(after, 0), "/a");
    assert_null(cut_disk_path(after, 1));
    cut_disk_free(before);
    cut_disk_free(after);
    close_file(file);
}

static void a_delete_without_directory_sync_may_be_undone(void **state)
{
    struct cut_disk *disk = *state;
    cut_disk_put(disk, "/a", "A", 1);
    cut_disk_put(disk, "/b", "B", 1);
    cut_disk_put(disk, "/elsewhere/c", "C", 1);
    assert_int_equal(delete_file(disk, "/a", 0), SQLITE_OK);
    assert_int_equal(delete_file(disk, "/elsewhere/c", 0), SQLITE_OK);
    assert_int_equal(delete_file(disk, "/a", 0), SQLITE_IOERR_DELETE_NOENT);
    int survived = 0;
    for (uint64_t seed = 0; seed < 64; seed++) {
        struct cut_disk *image = cut_disk_crash_image(disk, CUT_KEEP_PREFIX, seed);
        survived += holds(image, "/a", "A");
        cut_disk_free(image);
    }
    assert_in_range(survived, 16, 48);

    assert_int_equal(delete_file(disk, "/b", 1), SQLITE_OK);
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    assert_int_equal(cut_disk_file_size(image, "/a"), -1);
    assert_int_equal(cut_disk_file_size(image, "/b"), -1);
    assert_true(holds(image, "/elsewhere/c", "C"));
    cut_disk_free(image);
}

struct rename_log {
    int events;
    int old, new;
};

static void look_at_rename(void *self, struct cut_disk *disk, const struct cut_event *event)
{
    struct rename_log *log = self;
    log->events++;
    assert_int_equal(event->number, log->events);
    for (enum cut_mode mode = CUT_LOSE_ALL; mode < CUT_MODE_COUNT; mode++) {
        struct cut_disk *image = cut_disk_crash_image(disk, mode, event->number);
        bool is_old = holds(image, "/office", "old"), is_new = holds(image, "/office", "new!");
        assert_true(is_old || is_new);
        if (event->kind == CUT_MOVE)
            assert_true(event->done ? is_new : is_old && holds(image, "/fresh", "new!"));
        log->old += is_old;
        log->new += is_new;
        cut_disk_free(image);
    }
}

static void a_synced_file_replaces_another_in_one_step(void **state)
{
    struct cut_disk *disk = *state;
    struct rename_log log = { 0 };
    cut_disk_put(disk, "/office", "old", 3);
    cut_disk_set_hook(disk, look_at_rename, &log);
    sqlite3_file *file = open_file(disk, "/fresh");
    write_text(file, 0, "new!");
    sync_file(file);
    assert_int_equal(link_file(disk, "/office", "/office.1"), SQLITE_OK);
    assert_int_equal(link_file(disk, "/office", "/office.1"), SQLITE_CONSTRAINT);
    assert_int_equal(move_file(disk, "/fresh", "/office"), SQLITE_OK);
    close_file(file);
    assert_true(holds(disk, "/office.1", "old"));
    assert_int_equal(cut_disk_file_size(disk, "/fresh"), -1);
    assert_int_equal(log.events, 7);
    assert_int_equal(log.new, CUT_MODE_COUNT);
    assert_int_equal(log.old, 6 * CUT_MODE_COUNT);
    cut_disk_set_hook(disk, NULL, NULL);
    assert_int_equal(move_file(disk, "/office", "/office.1"), SQLITE_OK);
    assert_int_equal(move_file(disk, "/gone", "/office"), SQLITE_CANTOPEN);
}

static void a_file_renamed_before_its_sync_may_be_empty(void **state)
{
    struct cut_disk *disk = *state;
    cut_disk_put(disk, "/office", "old", 3);
    sqlite3_file *file = open_file(disk, "/fresh");
    write_text(file, 0, "new!");
    assert_int_equal(move_file(disk, "/fresh", "/office"), SQLITE_OK);
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    assert_true(holds(image, "/office", ""));
    cut_disk_free(image);
    close_file(file);
}

#define ON_A_DISK(test) cmocka_unit_test_setup_teardown(test, with_disk, without_disk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_DISK(a_write_is_read_at_once_but_survives_only_after_a_sync),
        ON_A_DISK(a_file_that_shrank_and_grew_holds_zeros),
        ON_A_DISK(a_sync_makes_only_its_own_file_durable),
        ON_A_DISK(a_torn_write_ends_at_a_sector_and_a_reordered_one_may_skip_sectors),
        ON_A_DISK(a_reordered_write_may_leave_a_longer_file_with_zeros_in_it),
        ON_A_DISK(a_clone_goes_its_own_way),
        ON_A_DISK(a_new_name_survives_after_the_first_sync_of_its_file),
        ON_A_DISK(a_delete_without_directory_sync_may_be_undone),
        ON_A_DISK(a_synced_file_replaces_another_in_one_step),
        ON_A_DISK(a_file_renamed_before_its_sync_may_be_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
