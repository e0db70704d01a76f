/* SPDX-License-Identifier: Apache-2.0 */

/* The log beside a small good vault.  The first byte says what the others are:
 *   0  the bytes of the log file as they stand on disk;
 *   1  changes to a good log, four bytes each: where (3) and what to add (1), 0 for "cut here";
 *   2  what SQLite would see, which is then sealed: the log of somebody who has the keys.
 * Opening ends in rows or an error code; without the keys in rows that once were committed. */
#include "fuzz/fuzz.h"

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "vault/vault_file.h"

enum { KIND_RAW, KIND_CHANGES, KIND_SEALED, KIND_COUNT };
enum { LOG_HEADER = 32, FRAME_HEADER = 24, STATES = 4, LOG_MAX = 1 << 18 };

static char folder[64] = "/dev/shm/qadam-fuzz-XXXXXX";
static char path[96];
static char log_path[96];
static struct vault *vault;
static char *states[STATES];
static unsigned char good_log[LOG_MAX];
static size_t good_length;
static unsigned char log_bytes[LOG_MAX];

static void run(sqlite3 *db, const char *text)
{
    REQUIRE(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK);
}

/* Everything in the database as one text, NULL when it cannot be read; leaves the files alone. */
static char *read_everything(void)
{
    static const char query[] = "SELECT group_concat(id || ':' || body, '|') FROM"
                                " (SELECT * FROM note ORDER BY id)";
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    char *text = NULL;
    REQUIRE(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)) == SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_exec(db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL); /* quicker */
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const unsigned char *body = sqlite3_column_text(statement, 0);
        text = strdup(body == NULL ? "" : (const char *)body);
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return text;
}

static void write_log(const unsigned char *bytes, size_t length)
{
    static int fd = -1;
    if (fd < 0)
        fd = open(log_path, O_WRONLY | O_CLOEXEC);
    REQUIRE(fd >= 0);
    REQUIRE(pwrite(fd, bytes, length, 0) == (ssize_t)length);
    REQUIRE(ftruncate(fd, (off_t)length) == 0);
}

static void read_good_log(void)
{
    int fd = open(log_path, O_RDONLY | O_CLOEXEC);
    REQUIRE(fd >= 0);
    ssize_t length = read(fd, good_log, sizeof(good_log));
    REQUIRE(length > 0 && length < LOG_MAX);
    good_length = (size_t)length;
    close(fd);
}

static void remove_files(void)
{
    char shm_path[96];
    snprintf(shm_path, sizeof(shm_path), "%s-shm", path);
    unlink(log_path);
    unlink(shm_path);
    unlink(path);
    rmdir(folder);
}

static void make_vault(void)
{
    static const struct key_cost cost = { .passes = 1, .memory_kib = 8 };
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct secret *passphrase = NULL;
    REQUIRE(vault_new(&vault, path, disk_system(), NULL) == STATUS_OK);
    REQUIRE(secret_random(&passphrase, KEY_SIZE, NULL) == STATUS_OK);
    REQUIRE(vault_stage_user(vault, "demo", passphrase, &cost, public_key, NULL) == STATUS_OK);
    REQUIRE(vault_write_new(vault, NULL) == STATUS_OK);
    secret_free(&passphrase);
}

/* The log holds three transactions; the second one has a long body. */
static void make_database(void)
{
    static const char *const transactions[STATES - 1] = {
        "INSERT INTO note VALUES (1, 'one'), (2, 'two')",
        "INSERT INTO note VALUES (3, replace(hex(zeroblob(1000)), '00', 'three'))",
        "UPDATE note SET body = body || '!' WHERE id < 3",
    };
    int reserved = SEAL_OVERHEAD;
    sqlite3 *db = NULL;
    REQUIRE(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)) == SQLITE_OK);
    REQUIRE(sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved) == SQLITE_OK);
    run(db, "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;"
            "CREATE TABLE note (id INTEGER PRIMARY KEY, body); PRAGMA journal_mode = WAL");
    sqlite3_close(db);
    states[0] = read_everything();
    for (int i = 1; i < STATES; i++) {
        REQUIRE(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)) == SQLITE_OK);
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        run(db, transactions[i - 1]);
        sqlite3_close(db);
        states[i] = read_everything();
        REQUIRE(states[i] != NULL);
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    /* Half of the time would go into memory that a connection keeps ready. */
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (mkdtemp(folder) == NULL) {
        strcpy(folder, "/tmp/qadam-fuzz-XXXXXX");
        REQUIRE(mkdtemp(folder) != NULL);
    }
    snprintf(path, sizeof(path), "%s/office.qadam", folder);
    snprintf(log_path, sizeof(log_path), "%s-wal", path);
    atexit(remove_files);
    make_vault();
    make_database();
    read_good_log();
    return 0;
}

static size_t change_good_log(const uint8_t *data, size_t size)
{
    size_t length = good_length;
    memcpy(log_bytes, good_log, good_length);
    for (; size >= 4; data += 4, size -= 4) {
        size_t at = ((size_t)data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16) % good_length;
        if (data[3] == 0)
            length = at;
        else
            log_bytes[at] = (unsigned char)(log_bytes[at] + data[3]);
    }
    return length;
}

static size_t seal_log(const uint8_t *data, size_t size)
{
    unsigned char *out = log_bytes;
    if (size < LOG_HEADER)
        return 0;
    seal_unit(&vault->sealer, SEAL_LOG_HEADER, 0, out, data, LOG_HEADER);
    out += LOG_HEADER + SEAL_OVERHEAD;
    data += LOG_HEADER;
    size -= LOG_HEADER;
    for (uint64_t frame = 0; size >= FRAME_HEADER + PAGE_SIZE && frame < 32; frame++) {
        seal_unit(&vault->sealer, SEAL_FRAME_HEADER, frame, out, data, FRAME_HEADER);
        out += FRAME_HEADER + SEAL_OVERHEAD;
        seal_unit(&vault->sealer, SEAL_FRAME_PAGE, frame, out, data + FRAME_HEADER, PAGE_BODY_SIZE);
        out += PAGE_SIZE;
        data += FRAME_HEADER + PAGE_SIZE;
        size -= FRAME_HEADER + PAGE_SIZE;
    }
    return (size_t)(out - log_bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool is_known = false;
    if (size == 0 || size > LOG_MAX)
        return 0;
    int kind = data[0] % KIND_COUNT;
    if (kind == KIND_RAW)
        write_log(data + 1, size - 1);
    else if (kind == KIND_CHANGES)
        write_log(log_bytes, change_good_log(data + 1, size - 1));
    else
        write_log(log_bytes, seal_log(data + 1, size - 1));
    char *text = read_everything();
    for (int i = 0; i < STATES && text != NULL; i++)
        is_known = is_known || strcmp(text, states[i]) == 0;
    REQUIRE(text == NULL || is_known || kind == KIND_SEALED);
    free(text);
    return 0;
}
