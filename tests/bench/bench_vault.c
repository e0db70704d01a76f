/* SPDX-License-Identifier: Apache-2.0 */

/* What sealing costs: the same work on a sealed file and on a plain SQLite file, in turn, in one
 * run.  Prints the medians and the ratio sealed / plain beside the most that it should be. */
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/query.h"
#include "store/store.h"
#include "vault/vault.h"

enum {
    PEOPLE = 100000,
    ROUNDS = 5,
    READS = 20000,
    COMMITS = 300,
    SCANS = 3,
    PAGES_TIMED = 200000,
    SIDES = 2,
};

static const char *const side_names[SIDES] = { "plain", "sealed" };

struct side {
    char path[512];
    struct vault *vault; /* NULL: plain */
    struct store *store;
};

static struct error error;

static void must(enum status status)
{
    if (status == STATUS_OK)
        return;
    fprintf(stderr, "bench: %s: %s\n", status_name(status), error.detail);
    exit(1);
}

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int compare_doubles(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof(*values), compare_doubles);
    return values[count / 2];
}

static void open_side(struct side *side, bool is_new)
{
    const struct store_options options = {
        .path = side->vault == NULL ? side->path : vault_path(side->vault),
        .vfs = side->vault == NULL ? NULL : vault_vfs(side->vault),
        .is_new = is_new,
    };
    must(store_open(&side->store, &options, &error));
}

static void make_vault(struct side *side)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct secret *passphrase = NULL;
    const struct key_cost cheap = { .passes = 1, .memory_kib = 8 };
    must(vault_new(&side->vault, side->path, disk_system(), &error));
    must(secret_from_bytes(&passphrase, "bench", 5, &error));
    must(vault_stage_user(side->vault, "bench", passphrase, &cheap, public_key, &error));
    must(vault_write_new(side->vault, &error));
    secret_free(&passphrase);
}

/* ---- people, made from syllables by a fixed generator */

static unsigned long long random_state = 20111123;

static unsigned next_random(unsigned below)
{
    random_state = random_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)((random_state >> 33) % below);
}

static void make_name(char out[64])
{
    static const char *const syllables[] = { "а",   "бек", "гул", "дил", "ер",  "жан", "зар",
                                             "им",  "кен", "лат", "мур", "нур", "ора", "рах",
                                             "сар", "тим", "ул",  "фар", "хан", "шер" };
    out[0] = '\0';
    for (unsigned count = 2 + next_random(2); count > 0; count--)
        strcat(out, syllables[next_random(sizeof(syllables) / sizeof(syllables[0]))]);
}

static const char SQL_TABLES[] =
    "CREATE TABLE bench_person (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE,"
    " birth TEXT NOT NULL, note TEXT NOT NULL) STRICT;"
    "CREATE TABLE bench_name (person INTEGER NOT NULL REFERENCES bench_person, surname TEXT"
    " NOT NULL, given TEXT NOT NULL) STRICT;"
    "CREATE INDEX bench_name_person ON bench_name (person);"
    "CREATE VIRTUAL TABLE bench_search USING fts5 (name, tokenize = 'trigram', content = '');";
static const char SQL_ADD_PERSON[] =
    "INSERT INTO bench_person (id, number, birth, note) VALUES (:id, :number, :birth, :note)";
static const char SQL_ADD_NAME[] =
    "INSERT INTO bench_name (person, surname, given) VALUES (:person, :surname, :given)";
static const char SQL_ADD_SEARCH[] = "INSERT INTO bench_search (rowid, name) VALUES (:id, :name)";
static const char SQL_READ[] = "SELECT birth, note, surname, given FROM bench_person"
                               " JOIN bench_name ON person = id WHERE id = :id";
static const char SQL_SCAN[] = "SELECT count(*), sum(length(note)) FROM bench_person"
                               " WHERE note LIKE '%nothing like this%' OR length(note) > 0";
static const char SQL_COMMIT[] = "UPDATE bench_person SET note = note || '.' WHERE id = :id";

static void add_person(struct store *store, int id)
{
    struct query query;
    char surname[64], given[64], name[160], number[32], birth[16], note[200];
    make_name(surname);
    make_name(given);
    snprintf(name, sizeof(name), "%s %s", surname, given);
    snprintf(number, sizeof(number), "KG-OSH-2026-%06d", id);
    snprintf(birth, sizeof(birth), "%04u-%02u-%02u", 1940 + next_random(80), 1 + next_random(12),
             1 + next_random(28));
    snprintf(note, sizeof(note), "%0*u", (int)(60 + next_random(120)), next_random(1000000));
    query_begin(&query, store, SQL_ADD_PERSON);
    query_bind_int(&query, ":id", id);
    query_bind_text(&query, ":number", number);
    query_bind_text(&query, ":birth", birth);
    query_bind_text(&query, ":note", note);
    must(query_run(&query, &error));
    query_begin(&query, store, SQL_ADD_NAME);
    query_bind_int(&query, ":person", id);
    query_bind_text(&query, ":surname", surname);
    query_bind_text(&query, ":given", given);
    must(query_run(&query, &error));
    query_begin(&query, store, SQL_ADD_SEARCH);
    query_bind_int(&query, ":id", id);
    query_bind_text(&query, ":name", name);
    must(query_run(&query, &error));
}

/* ---- the work */

/* In transactions of a thousand, as an import does it. */
static double time_import(struct side *side)
{
    open_side(side, false);
    must(store_execute(side->store, SQL_TABLES, &error));
    random_state = 20111123;
    double start = now_seconds();
    for (int id = 1; id <= PEOPLE; id++) {
        if (id % 1000 == 1)
            must(store_begin(side->store, &error));
        add_person(side->store, id);
        if (id % 1000 == 0)
            must(store_commit(side->store, &error));
    }
    double seconds = now_seconds() - start;
    store_close(&side->store);
    return seconds;
}

/* A fresh connection each time: its cache of 2 MB begins cold. */
static double time_reads(struct side *side)
{
    struct query query;
    open_side(side, false);
    random_state = 7;
    double start = now_seconds();
    for (int i = 0; i < READS; i++) {
        query_begin(&query, side->store, SQL_READ);
        query_bind_int(&query, ":id", 1 + (int)next_random(PEOPLE));
        if (!query_next_row(&query))
            exit(1);
        must(query_end(&query, &error));
    }
    double seconds = now_seconds() - start;
    store_close(&side->store);
    return seconds;
}

static double time_commits(struct side *side)
{
    struct query query;
    open_side(side, false);
    random_state = 11;
    double start = now_seconds();
    for (int i = 0; i < COMMITS; i++) {
        must(store_begin(side->store, &error));
        query_begin(&query, side->store, SQL_COMMIT);
        query_bind_int(&query, ":id", 1 + (int)next_random(PEOPLE));
        must(query_run(&query, &error));
        must(store_commit(side->store, &error));
    }
    double seconds = now_seconds() - start;
    store_close(&side->store);
    return seconds;
}

static double time_scan(struct side *side)
{
    struct query query;
    open_side(side, false);
    double start = now_seconds();
    for (int i = 0; i < SCANS; i++) {
        query_begin(&query, side->store, SQL_SCAN);
        if (!query_next_row(&query))
            exit(1);
        must(query_end(&query, &error));
    }
    double seconds = now_seconds() - start;
    store_close(&side->store);
    return seconds;
}

static void make_side(struct side *side, const char *folder, int number, int round)
{
    snprintf(side->path, sizeof(side->path), "%s/%s-%d", folder, side_names[number], round);
    if (number == 1)
        make_vault(side);
    open_side(side, true);
    must(store_finish_new(side->store, &error));
    store_close(&side->store);
}

static void remove_side(struct side *side)
{
    unlink(side->path);
    vault_close(&side->vault);
}

static void report(const char *what, double seconds[SIDES][ROUNDS], size_t rounds, double work,
                   const char *unit, double most)
{
    double each[SIDES];
    double ratios[ROUNDS];
    for (size_t i = 0; i < rounds; i++)
        ratios[i] = seconds[1][i] / seconds[0][i];
    for (int side = 0; side < SIDES; side++)
        each[side] = median(seconds[side], rounds) / work * 1e6;
    double ratio = median(ratios, rounds);
    printf("%-34s %10.2f %10.2f %-10s %6.2f", what, each[0], each[1], unit, ratio);
    if (most > 0)
        printf("  (at most %.1f)%s", most, ratio > most ? "  OVER" : "");
    putchar('\n');
}

static void bench_sides(const char *folder)
{
    struct side sides[SIDES] = { { .vault = NULL } };
    static double import[SIDES][ROUNDS], reads[SIDES][ROUNDS], commits[SIDES][ROUNDS],
        scans[SIDES][ROUNDS];
    enum { IMPORTS = 3 };
    for (int round = 0; round < IMPORTS; round++)
        for (int side = 0; side < SIDES; side++) {
            if (round > 0)
                remove_side(&sides[side]);
            make_side(&sides[side], folder, side, round);
            import[side][round] = time_import(&sides[side]);
        }
    for (int round = 0; round < ROUNDS; round++)
        for (int side = 0; side < SIDES; side++) {
            reads[side][round] = time_reads(&sides[side]);
            commits[side][round] = time_commits(&sides[side]);
            scans[side][round] = time_scan(&sides[side]);
        }
    printf("%d people%*s %10s %10s %10s %6s\n", PEOPLE, 21, "", "plain", "sealed", "", "ratio");
    report("random record read, cold 2 MB cache", reads, ROUNDS, READS, "us/read", 3.0);
    report("durable commit of one record", commits, ROUNDS, COMMITS, "us/commit", 1.3);
    report("bulk import with a trigram index", import, IMPORTS, PEOPLE, "us/person", 2.0);
    report("full scan", scans, ROUNDS, (double)SCANS * PEOPLE, "us/person", 0);
    for (int side = 0; side < SIDES; side++)
        remove_side(&sides[side]);
}

static void bench_pages(void)
{
    static unsigned char plain[PAGE_SIZE], sealed[PAGE_SIZE], opened[PAGE_SIZE];
    struct secret *key = NULL;
    must(secret_random(&key, KEY_SIZE, &error));
    const struct sealer sealer = { .key = key };
    randombytes_buf(plain, sizeof(plain));
    double start = now_seconds();
    for (unsigned i = 0; i < PAGES_TIMED; i++)
        seal_unit(&sealer, SEAL_PAGE, 1, sealed, plain, PAGE_BODY_SIZE);
    double middle = now_seconds();
    for (unsigned i = 0; i < PAGES_TIMED; i++)
        if (!seal_open_unit(&sealer, SEAL_PAGE, 1, opened, sealed, PAGE_BODY_SIZE))
            exit(1);
    double end = now_seconds();
    printf("one page of %d bytes: sealed in %.2f us, opened in %.2f us\n", PAGE_SIZE,
           (middle - start) / PAGES_TIMED * 1e6, (end - middle) / PAGES_TIMED * 1e6);
    secret_free(&key);
}

int main(void)
{
    char folder[] = "build/bench-XXXXXX";
    if (mkdtemp(folder) == NULL) {
        perror(folder);
        return 1;
    }
    bench_sides(folder);
    bench_pages();
    rmdir(folder);
    return 0;
}
