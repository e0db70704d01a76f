/* SPDX-License-Identifier: Apache-2.0 */

/* What finding people costs: how much longer an import takes with the search index than without,
 * and how long a search takes over a sealed file with a cache of 2 MB.  The people are made here,
 * so that every run has the same; their number is the first argument (100,000). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "name/lexicon/entries.h"
#include "search/duplicate.h"
#include "search/search.h"
#include "search/search_index.h"
#include "store/migrate.h"
#include "store/query.h"
#include "store/store.h"
#include "vault/vault.h"

enum { PEOPLE_DEFAULT = 100000, PER_TRANSACTION = 1000, NAME_SIZE = 128, QUERIES = 400 };

static struct error error;
static unsigned long long random_state;

static void must(enum status status)
{
    if (status == STATUS_OK)
        return;
    fprintf(stderr, "bench: %s: %s\n", status_name(status), error.detail);
    exit(1);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static unsigned next_random(unsigned below)
{
    random_state = random_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)((random_state >> 33) % below);
}

/* ---- people */

struct made {
    char surname[NAME_SIZE], given[NAME_SIZE], patronymic[NAME_SIZE], full[3 * NAME_SIZE + 4];
    char birth[16], number[16], phone[16];
    int sex;
};

/* Names are not spread evenly: some are borne by many. */
static const struct lexicon_entry *pick_entry(char sex)
{
    for (;;) {
        const struct lexicon_table *table =
            &lexicon_tables[next_random((unsigned)lexicon_table_count)];
        unsigned at = next_random((unsigned)table->count);
        if (next_random(3) > 0)
            at = at * next_random((unsigned)table->count) / (unsigned)table->count;
        const struct lexicon_entry *entry = &table->entries[at];
        if (entry->sex == sex || entry->sex == 'u')
            return entry;
    }
}

/* The spelling of one of the languages, else the first one. */
static void write_spelling(char out[NAME_SIZE], const struct lexicon_entry *entry,
                           const char *language)
{
    const char *at = strstr(entry->spellings, language);
    at = at == NULL ? strchr(entry->spellings, ':') + 1 : at + 3;
    snprintf(out, NAME_SIZE, "%.*s", (int)strcspn(at, ", "), at);
}

static void make_person(struct made *out)
{
    static const char *const languages[] = { "kk:", "ky:", "tg:", "uz:", "tk:", "ru:" };
    static const char *const endings[][2] = { { "ов", "ова" }, { "ов", "ова" }, { "зода", "зода" },
                                              { "ov", "ova" }, { "ow", "owa" }, { "ов", "ова" } };
    char stem[NAME_SIZE];
    unsigned language = next_random(6);
    out->sex = 1 + (int)next_random(2);
    write_spelling(stem, pick_entry('m'), languages[language]);
    snprintf(out->surname, NAME_SIZE, "%.100s%s", stem, endings[language][out->sex - 1]);
    write_spelling(out->given, pick_entry(out->sex == 1 ? 'm' : 'f'), languages[language]);
    write_spelling(stem, pick_entry('m'), languages[language]);
    snprintf(out->patronymic, NAME_SIZE, "%.100s%s", stem, out->sex == 1 ? "ович" : "овна");
    snprintf(out->full, sizeof(out->full), "%s %s %s", out->surname, out->given, out->patronymic);
    snprintf(out->birth, sizeof(out->birth), "%04u-%02u-%02u", 1940 + next_random(80),
             1 + next_random(12), 1 + next_random(28));
    snprintf(out->number, sizeof(out->number), "XD%07u", next_random(10000000));
    snprintf(out->phone, sizeof(out->phone), "996000%06u", next_random(1000000));
}

static const char SQL_PERSON[] =
    "INSERT INTO person (id, sex, birth_date, birth_precision, created_at, created_by, changed_at)"
    " VALUES (:id, :sex, :birth, 'day', :now, :user, :now)";
static const char SQL_NAME[] =
    "INSERT INTO person_name (id, person_id, kind, script, full_name, surname, given_name,"
    " patronymic, created_at) VALUES (:id, :person, 'main', 'Cyrl', :full, :surname, :given,"
    " :patronymic, :now)";
static const char SQL_PAPER[] =
    "INSERT INTO identity_document (id, person_id, type, state, number, number_folded, created_at,"
    " changed_at) VALUES (:id, :person, 'passport', 'held', :number, :number, :now, :now)";
static const char SQL_PHONE[] = "INSERT INTO contact (id, person_id, kind, value, digits)"
                                " VALUES (:id, :person, 'phone', :digits, :digits)";
static const char NOW[] = "2026-11-23T18:48:07.123Z";
static const char USER[] = "01930000-0000-7000-8000-000000000001";

static void begin_row(struct query *query, struct store *store, const char *sql, char *id)
{
    uuid_new(id);
    query_begin(query, store, sql);
    query_bind_text(query, ":id", id);
}

static void add_person(struct store *store, bool is_indexed)
{
    struct made made;
    struct query query;
    char person[UUID_TEXT_SIZE], id[UUID_TEXT_SIZE];
    make_person(&made);
    begin_row(&query, store, SQL_PERSON, person);
    query_bind_int(&query, ":sex", made.sex);
    query_bind_text(&query, ":birth", made.birth);
    query_bind_text(&query, ":user", USER);
    query_bind_text(&query, ":now", NOW);
    must(query_run(&query, &error));
    begin_row(&query, store, SQL_NAME, id);
    query_bind_text(&query, ":person", person);
    query_bind_text(&query, ":full", made.full);
    query_bind_text(&query, ":surname", made.surname);
    query_bind_text(&query, ":given", made.given);
    query_bind_text(&query, ":patronymic", made.patronymic);
    query_bind_text(&query, ":now", NOW);
    must(query_run(&query, &error));
    begin_row(&query, store, SQL_PAPER, id);
    query_bind_text(&query, ":person", person);
    query_bind_text(&query, ":number", made.number);
    query_bind_text(&query, ":now", NOW);
    must(query_run(&query, &error));
    begin_row(&query, store, SQL_PHONE, id);
    query_bind_text(&query, ":person", person);
    query_bind_text(&query, ":digits", made.phone);
    must(query_run(&query, &error));
    if (is_indexed)
        must(search_index_person(store, person, &error));
}

/* ---- the sealed file */

static void open_store(struct store **out, struct vault *vault, bool is_new)
{
    const struct store_options options = {
        .path = vault_path(vault),
        .vfs = vault_vfs(vault),
        .is_new = is_new,
    };
    must(store_open(out, &options, &error));
}

static void make_vault(struct vault **out, const char *path)
{
    static const char SQL_USER[] =
        "INSERT INTO user VALUES ('01930000-0000-7000-8000-000000000001', 'bench', 'bench',"
        " 'bench', 'clerk', zeroblob(32), 'active', '2026-11-23T18:48:07.123Z', NULL)";
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct secret *passphrase = NULL;
    struct store *store = NULL;
    const struct key_cost cheap = { .passes = 1, .memory_kib = 8 };
    must(vault_new(out, path, disk_system(), &error));
    must(secret_from_bytes(&passphrase, "bench", 5, &error));
    must(vault_stage_user(*out, "bench", passphrase, &cheap, public_key, &error));
    must(vault_write_new(*out, &error));
    secret_free(&passphrase);
    open_store(&store, *out, true);
    must(store_migrate(store, &error));
    must(store_execute(store, SQL_USER, &error));
    must(store_finish_new(store, &error));
    store_close(&store);
}

static double time_import(struct vault *vault, long people, bool is_indexed)
{
    struct store *store = NULL;
    open_store(&store, vault, false);
    random_state = 20111123;
    double start = now_ms();
    for (long i = 0; i < people; i++) {
        if (i % PER_TRANSACTION == 0)
            must(store_begin(store, &error));
        add_person(store, is_indexed);
        if (i % PER_TRANSACTION == PER_TRANSACTION - 1 || i + 1 == people)
            must(store_commit(store, &error));
    }
    double passed = now_ms() - start;
    store_close(&store);
    return passed;
}

/* ---- searches */

static int compare_doubles(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Texts as people type them for somebody who is there. */
enum kind {
    KIND_SURNAME,
    KIND_TWO_WORDS,
    KIND_BEGUN,
    KIND_BEGUN_SHORT,
    KIND_LATIN_SLIP,
    KIND_LAST_DIGITS,
    KIND_PHONE,
    KIND_BIRTH,
    KIND_NAME_AND_YEAR,
    KIND_NOBODY,
    KIND_DUPLICATE,
    KIND_COUNT
};

static const char *const kind_names[] = {
    [KIND_SURNAME] = "surname",
    [KIND_TWO_WORDS] = "given name and surname",
    [KIND_BEGUN] = "two words, the last begun",
    [KIND_BEGUN_SHORT] = "two letters",
    [KIND_LATIN_SLIP] = "a letter left out",
    [KIND_LAST_DIGITS] = "last four digits",
    [KIND_PHONE] = "telephone",
    [KIND_BIRTH] = "birth date",
    [KIND_NAME_AND_YEAR] = "given name and birth year",
    [KIND_NOBODY] = "nobody's name",
    [KIND_DUPLICATE] = "duplicate check at intake",
};

static size_t letters(const char *text, size_t count)
{
    size_t at = 0;
    while (text[at] != '\0' && count > 0) {
        at++;
        while (((unsigned char)text[at] & 0xC0) == 0x80)
            at++;
        count--;
    }
    return at;
}

static void write_query(char out[SEARCH_TEXT_MAX], enum kind kind, const struct made *made)
{
    size_t second = letters(made->surname, 1);
    switch (kind) {
    case KIND_SURNAME:
        snprintf(out, SEARCH_TEXT_MAX, "%s ", made->surname);
        break;
    case KIND_TWO_WORDS:
        snprintf(out, SEARCH_TEXT_MAX, "%s %s ", made->given, made->surname);
        break;
    case KIND_BEGUN:
        snprintf(out, SEARCH_TEXT_MAX, "%s %.*s", made->given, (int)letters(made->surname, 3),
                 made->surname);
        break;
    case KIND_BEGUN_SHORT:
        snprintf(out, SEARCH_TEXT_MAX, "%.*s", (int)letters(made->surname, 2), made->surname);
        break;
    case KIND_LATIN_SLIP:
        snprintf(out, SEARCH_TEXT_MAX, "%.*s%s %s ", (int)second, made->surname,
                 made->surname + second + letters(made->surname + second, 1), made->given);
        break;
    case KIND_LAST_DIGITS:
        snprintf(out, SEARCH_TEXT_MAX, "%s", made->number + strlen(made->number) - 4);
        break;
    case KIND_PHONE:
        snprintf(out, SEARCH_TEXT_MAX, "+%s", made->phone);
        break;
    case KIND_BIRTH:
        snprintf(out, SEARCH_TEXT_MAX, "%s", made->birth);
        break;
    case KIND_NAME_AND_YEAR:
        snprintf(out, SEARCH_TEXT_MAX, "%s %.4s", made->given, made->birth);
        break;
    case KIND_NOBODY:
        snprintf(out, SEARCH_TEXT_MAX, "Zqxwvk Ptrkhmn ");
        break;
    case KIND_DUPLICATE:
    case KIND_COUNT:
        out[0] = '\0';
        break;
    }
}

static size_t run_search(struct store *store, enum kind kind, const struct made *made)
{
    char text[SEARCH_TEXT_MAX];
    struct search_hits hits;
    struct day today;
    struct duplicate_question question = {
        .names = { { .full_name = made->full,
                     .surname = made->surname,
                     .given_name = made->given,
                     .patronymic = made->patronymic } },
        .name_count = 1,
        .has_birth = true,
        .sex = made->sex,
        .numbers = { made->number },
        .number_count = 1,
    };
    must(day_from_civil(&today, 2026, 11, 24, &error));
    must(day_parse(&question.birth.day, made->birth, &error));
    write_query(text, kind, made);
    if (kind == KIND_DUPLICATE)
        must(duplicate_find(store, &question, &hits, &error));
    else
        must(search_find(store, text, today, 20, &hits, &error));
    size_t count = hits.count;
    search_hits_release(&hits);
    return count;
}

static void bench_kind(struct store *store, enum kind kind, long people)
{
    static double times[QUERIES];
    struct made made;
    size_t found = 0;
    long step = people / QUERIES > 0 ? people / QUERIES : 1;
    random_state = 20111123;
    for (int i = 0; i < QUERIES; i++) {
        for (long skipped = 0; skipped < step; skipped++)
            make_person(&made);
        double start = now_ms();
        found += run_search(store, kind, &made) > 0;
        times[i] = now_ms() - start;
    }
    qsort(times, QUERIES, sizeof(times[0]), compare_doubles);
    double p95 = times[QUERIES * 95 / 100];
    printf("%-30s %8.2f %8.2f %8.2f  found %3zu of %d%s\n", kind_names[kind], times[QUERIES / 2],
           p95, times[QUERIES - 1], found, QUERIES, p95 > 25 ? "  OVER 25" : "");
}

static void bench_searches(struct vault *vault, long people)
{
    struct store *store = NULL;
    struct rusage usage;
    open_store(&store, vault, false);
    printf("%-30s %8s %8s %8s  ms, sealed, cache of 2 MB\n", "search", "median", "p95", "most");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        bench_kind(store, (enum kind)kind, people);
    store_close(&store);
    getrusage(RUSAGE_SELF, &usage);
    printf("largest resident memory: %ld KiB\n", usage.ru_maxrss);
}

int main(int argc, char **argv)
{
    char folder[] = "build/bench-XXXXXX";
    char paths[2][64];
    struct vault *vaults[2] = { NULL, NULL };
    double times[2];
    long people = argc > 1 ? strtol(argv[1], NULL, 10) : PEOPLE_DEFAULT;
    if (mkdtemp(folder) == NULL)
        return 1;
    for (int side = 0; side < 2; side++) {
        snprintf(paths[side], sizeof(paths[side]), "%s/%s", folder, side == 0 ? "plain" : "index");
        make_vault(&vaults[side], paths[side]);
        times[side] = time_import(vaults[side], people, side == 1);
    }
    printf("import of %ld people: %.1f us each, with index %.1f us, ratio %.2f (at most 2.5)\n",
           people, times[0] / (double)people * 1e3, times[1] / (double)people * 1e3,
           times[1] / times[0]);
    bench_searches(vaults[1], people);
    for (int side = 0; side < 2; side++) {
        unlink(paths[side]);
        vault_close(&vaults[side]);
    }
    rmdir(folder);
    return 0;
}
