/* SPDX-License-Identifier: Apache-2.0 */

/* The inside of a vault, shared by vault.c (keys and header), vault_vfs.c (what SQLite may open)
 * and the two kinds of file it may open: main_file.c (the database) and log_file.c (the
 * write-ahead log).  Nobody else includes this. */
#ifndef QADAM_VAULT_VAULT_FILE_H
#define QADAM_VAULT_VAULT_FILE_H

#include "vault/vault.h"

struct vault {
    const struct disk *disk;
    char *path;
    char *log_path; /* path + "-wal" */
    char *shm_path; /* path + "-shm" */
    sqlite3_vfs vfs;
    char vfs_name[24];
    sqlite3_file *file; /* our own handle, for the header and for checks */
    bool is_read_only;
    bool is_retired;
    uint32_t damaged_page;

    struct secret *data_key;
    struct secret *page_key;
    struct secret *mac_key;
    struct sealer sealer;

    struct header copies[HEADER_COPIES];
    bool copy_is_valid[HEADER_COPIES];
    int current; /* which copy the database vouches for */
    /* The slots that the passphrase opens: one, or two when the copies differ in it. */
    struct opening {
        struct keyslot slot; /* empty: none */
        struct secret *personal_key;
    } openings[HEADER_COPIES];
    const struct opening *opened; /* the one that counts */
    struct header staged;
};

enum { UNIT_MAX = PAGE_SIZE + SEAL_OVERHEAD };

/* One open file: ours, with the real one laid out right behind it. */
struct vault_file {
    sqlite3_file base;
    struct vault *vault;
    sqlite3_file *real;
    bool is_recovering; /* the log only: SQLite is reading it from its start */
    unsigned char unit[UNIT_MAX];
};

/* The method tables; each handles xRead, xWrite, xTruncate, xFileSize of its own. */
extern const sqlite3_io_methods main_file_methods;
extern const sqlite3_io_methods log_file_methods;

/* The code of a file that could not be opened: SQLITE_FULL when there is no room to make it. */
int vault_file_open_code(const struct vault *vault, int code);

/* Methods that both kinds share. */
int vault_file_close(sqlite3_file *file);
int vault_file_sync(sqlite3_file *file, int flags);
int vault_file_lock(sqlite3_file *file, int level);
int vault_file_unlock(sqlite3_file *file, int level);
int vault_file_check_reserved_lock(sqlite3_file *file, int *out);
int vault_file_control(sqlite3_file *file, int operation, void *argument);
int vault_file_sector_size(sqlite3_file *file);
int vault_file_device_characteristics(sqlite3_file *file);
int vault_file_shm_map(sqlite3_file *file, int region, int region_size, int extend,
                       void volatile **out);
int vault_file_shm_lock(sqlite3_file *file, int offset, int count, int flags);
void vault_file_shm_barrier(sqlite3_file *file);
int vault_file_shm_unmap(sqlite3_file *file, int delete_it);

/* Fills vault->vfs and registers it. */
MUST_CHECK enum status vault_vfs_register(struct vault *vault, struct error *error);

#endif
