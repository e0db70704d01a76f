/* SPDX-License-Identifier: Apache-2.0 */

/* What the parts of cut_disk share.  Bytes are counted and copied on write, so that a crash
 * image costs little more than the changes that are pending. */
#ifndef QADAM_TESTS_SUPPORT_CUT_DISK_PRIVATE_H
#define QADAM_TESTS_SUPPORT_CUT_DISK_PRIVATE_H

#include "support/cut_disk.h"

struct cut_block;

struct cut_bytes {
    size_t references;
    size_t size;
    size_t block_count;
    struct cut_block **blocks;
    unsigned char *flat; /* all in one piece, when somebody asked for it */
};

struct cut_payload {
    size_t references;
    size_t size;
    unsigned char data[];
};

/* A write, or (without payload) a truncate to offset. */
struct cut_change {
    size_t offset;
    struct cut_payload *payload;
};

struct cut_file;
struct cut_shm;

/* A file apart from its names. */
struct cut_node {
    struct cut_node *next; /* all of the disk */
    unsigned references;   /* from names and open files */
    struct cut_bytes *durable;
    struct cut_bytes *current; /* durable + changes */
    struct cut_change *changes;
    size_t change_count;
    struct cut_file *files; /* open */
    struct cut_shm *shm;
};

/* A name: what it means now, and what it would mean after LOSE_ALL.  NULL: no such file. */
struct cut_entry {
    char *path;
    struct cut_node *current;
    struct cut_node *durable;
};

struct cut_planned_fault {
    struct cut_fault fault;
    char *path;
    unsigned seen;
    bool is_spent;
};

struct cut_needle {
    void *bytes;
    size_t length;
    char *found_in; /* NULL until found */
    sqlite3_int64 found_at;
};

struct cut_reservation {
    char *path;
    sqlite3_int64 bytes;
};

struct cut_disk {
    struct disk disk;
    sqlite3_vfs vfs;
    sqlite3_vfs *system; /* for time and randomness */
    char name[32];
    struct cut_node *nodes;
    struct cut_entry *entries;
    size_t entry_count;
    cut_hook *hook;
    void *hook_self;
    unsigned long event_count;
    struct cut_planned_fault *faults;
    size_t fault_count;
    struct cut_opening *openings;
    size_t opening_count;
    struct cut_needle *needles;
    size_t needle_count;
    struct cut_reservation *reservations;
    size_t reservation_count;
    sqlite3_int64 capacity;
    unsigned temporary_count;
    bool is_read_only;
    bool is_off;
};

/* An open file, as SQLite allocates it. */
struct cut_file {
    sqlite3_file base;
    struct cut_disk *disk;
    struct cut_node *node;
    struct cut_file *next; /* of the same node */
    char *path;
    bool is_writable;
    bool syncs_directory; /* at the first sync */
    int lock;             /* SQLITE_LOCK_* on the main file */
    bool has_shm;
    unsigned shm_shared;    /* one bit per slot */
    unsigned shm_exclusive; /* one bit per slot */
};

/* ---- cut_disk_bytes.c: memory and content */

void *cut_must(void *memory);
char *cut_text(const char *text);
/* Gives an array that holds count items room for one more. */
void *cut_grow(void *array, size_t count, size_t item_size);

struct cut_bytes *cut_bytes_new(const void *data, size_t size);
struct cut_bytes *cut_bytes_share(struct cut_bytes *bytes);
void cut_bytes_drop(struct cut_bytes *bytes);
void cut_bytes_write(struct cut_bytes **bytes, size_t offset, const void *data, size_t length);
void cut_bytes_resize(struct cut_bytes **bytes, size_t size);
/* The range must lie inside. */
void cut_bytes_read(const struct cut_bytes *bytes, size_t offset, void *out, size_t length);
/* Valid until the next change. */
const unsigned char *cut_bytes_flat(struct cut_bytes *bytes);

/* ---- cut_disk_node.c: files and names */

void cut_change_apply(const struct cut_change *change, struct cut_bytes **bytes);

/* Swallows the bytes. */
struct cut_node *cut_node_take(struct cut_disk *disk, struct cut_bytes *durable,
                               struct cut_bytes *current);
void cut_node_write(struct cut_node *node, size_t offset, const void *data, size_t length);
void cut_node_truncate(struct cut_node *node, size_t size);
void cut_node_sync(struct cut_node *node);
void cut_node_release(struct cut_disk *disk, struct cut_node *node);

/* The entry that means a file now, or NULL. */
struct cut_entry *cut_entry_find(const struct cut_disk *disk, const char *path);
void cut_entry_set(struct cut_disk *disk, const char *path, struct cut_node *node);
void cut_entry_set_durable(struct cut_disk *disk, struct cut_entry *entry, struct cut_node *node);
/* What fsync of the directory of path does. */
void cut_entries_settle(struct cut_disk *disk, const char *path);

/* ---- cut_disk.c: what may keep an operation from happening */

/* Tells the hook, then whether the operation fails, and how. */
bool cut_disk_refuses(struct cut_disk *disk, const struct cut_event *event, int *code);
void cut_disk_announce(struct cut_disk *disk, const struct cut_event *event);
void cut_disk_search(struct cut_disk *disk, const char *path, const struct cut_bytes *bytes,
                     size_t offset, size_t length);

/* ---- cut_disk_space.c: how much fits */

int cut_space_reserve(void *self, const char *path, sqlite3_int64 bytes);
void cut_space_unreserve(void *self, const char *path);
int cut_space_free(void *self, const char *path, sqlite3_int64 *out);
/* The size up to which something at path that has size now may grow. */
sqlite3_int64 cut_space_limit(const struct cut_disk *disk, const char *path, sqlite3_int64 size);

/* ---- cut_disk_vfs.c, cut_disk_file.c, cut_disk_shm.c: SQLite's side */

void cut_vfs_init(struct cut_disk *disk);
extern const sqlite3_io_methods cut_file_methods;

int cut_shm_map(sqlite3_file *base, int region, int size, int extend, void volatile **out);
int cut_shm_lock(sqlite3_file *base, int first, int count, int flags);
void cut_shm_barrier(sqlite3_file *base);
int cut_shm_unmap(sqlite3_file *base, int remove);
sqlite3_int64 cut_shm_size(const struct cut_shm *shm);

#endif
