/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_pool.h"

#include "base/array.h"
#include "demo/demo_names.h"
#include "name/lexicon/entries.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The constant in 1 / (r + constant).  Chosen so that the commonest name is that of one in forty
 * people, among a thousand names as well as among two hundred. */
enum {
    MANY_NAMES = 600,
    MANY_NAMES_CONSTANT = 7,
    FEW_NAMES_CONSTANT = 11,
    SURNAME_CONSTANT = 40,
    WEIGHT_UNIT = 1 << 20,
};

struct choice {
    const struct demo_given *name;
    size_t rank;    /* in the list of common names, or its length */
    uint32_t until; /* the weights up to and with this one */
};

struct pool {
    struct choice *choices;
    size_t count;
    size_t capacity;
};

struct demo_pools {
    struct demo_given *names;
    size_t count;
    size_t capacity;
    /* Where the names of each people that has a list of its own begin, in the order of kinds. */
    size_t own[DEMO_NATION_COUNT][DEMO_POOL_KIND_COUNT + 1];
    size_t lexicon_count;
    struct pool pools[DEMO_NATION_COUNT][DEMO_POOL_KIND_COUNT];
};

/* ---- The lexicon's spellings */

static const struct {
    const char tag[4];
    enum demo_writing writing;
} tags[] = {
    { "kk", DEMO_WRITING_KAZAKH },         { "ky", DEMO_WRITING_KYRGYZ },
    { "tg", DEMO_WRITING_TAJIK },          { "uz", DEMO_WRITING_UZBEK_LATIN },
    { "uc", DEMO_WRITING_UZBEK_CYRILLIC }, { "tk", DEMO_WRITING_TURKMEN },
    { "ru", DEMO_WRITING_RUSSIAN },
};

static bool is_plain_latin(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* The letters of Arabic, U+0600 to U+06FF, begin with one of these bytes. */
static bool is_arabic(const char *text)
{
    const unsigned char first = (unsigned char)text[0];
    return first >= 0xD8 && first <= 0xDB;
}

static void note_spelling(struct demo_given *name, const char *tag, struct demo_spelling spelling)
{
    name->spellings++;
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
        if (strncmp(tag, tags[i].tag, 2) == 0 && name->in[tags[i].writing].length == 0)
            name->in[tags[i].writing] = spelling;
    if (strncmp(tag, "xx", 2) != 0)
        return;
    if (is_arabic(spelling.text))
        name->in[DEMO_WRITING_ARABIC] = spelling;
    else if (is_plain_latin(spelling.text, spelling.length) &&
             name->in[DEMO_WRITING_AFGHAN_LATIN].length == 0)
        name->in[DEMO_WRITING_AFGHAN_LATIN] = spelling;
}

/* Calls note for each spelling of "kk:A,B ky:C". */
static void each_spelling(struct demo_given *name, const char *text,
                          void (*note)(struct demo_given *name, const char *tag,
                                       struct demo_spelling spelling))
{
    const char *tag = text;
    for (const char *at = text; *at != '\0';) {
        const size_t length = strcspn(at, ":, ");
        if (at[length] == ':')
            tag = at;
        else if (length > 0)
            note(name, tag, (struct demo_spelling){ at, length });
        at += length + (at[length] != '\0');
    }
}

/* Among several Russian spellings each people has the one that is nearest to its own. */
static void note_russian(struct demo_given *name, const char *tag, struct demo_spelling spelling)
{
    if (strncmp(tag, "ru", 2) != 0)
        return;
    for (int nation = 0; nation < DEMO_NATION_COUNT; nation++) {
        const enum demo_writing writing = nation == DEMO_NATION_UZBEK
                                              ? DEMO_WRITING_UZBEK_CYRILLIC
                                              : demo_nations[nation].writing;
        struct demo_spelling *best = &name->russian[nation];
        const bool is_compared =
            best->length > 0 && name->in[writing].length > 0 && writing != DEMO_WRITING_RUSSIAN;
        if (best->length == 0 ||
            (is_compared && demo_spelling_likeness(spelling, name->in[writing]) >
                                demo_spelling_likeness(*best, name->in[writing])))
            *best = spelling;
    }
}

static void read_spellings(struct demo_given *name, const char *text)
{
    each_spelling(name, text, note_spelling);
    each_spelling(name, text, note_russian);
    /* Afghan passports write "Abdul Rahman" apart; other names are near to the Uzbek spelling. */
    const struct demo_spelling *uzbek = &name->in[DEMO_WRITING_UZBEK_LATIN];
    struct demo_spelling *afghan = &name->in[DEMO_WRITING_AFGHAN_LATIN];
    const bool is_apart = afghan->length > 0 && memchr(afghan->text, '_', afghan->length) != NULL;
    if (!is_apart && uzbek->length > 0 && is_plain_latin(uzbek->text, uzbek->length))
        *afghan = *uzbek;
}

static enum status add_name(struct demo_pools *pools, struct demo_given **out, struct error *error)
{
    const enum status status =
        array_reserve(&pools->names, &pools->capacity, sizeof(**out), pools->count + 1, error);
    if (status != STATUS_OK)
        return status;
    *out = &pools->names[pools->count++];
    **out = (struct demo_given){ .sex = 'u' };
    return STATUS_OK;
}

static enum status read_lexicon(struct demo_pools *pools, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t table = 0; table < lexicon_table_count; table++)
        for (size_t i = 0; status == STATUS_OK && i < lexicon_tables[table].count; i++) {
            const struct lexicon_entry *entry = &lexicon_tables[table].entries[i];
            struct demo_given *name = NULL;
            status = add_name(pools, &name, error);
            if (status != STATUS_OK)
                break;
            name->sex = entry->sex;
            name->is_stem = lexicon_tables[table].entries == lexicon_stem;
            read_spellings(name, entry->spellings);
        }
    pools->lexicon_count = pools->count;
    return status;
}

static enum status read_own_names(struct demo_pools *pools, const char *text, struct error *error)
{
    enum status status = STATUS_OK;
    while (status == STATUS_OK && text != NULL && *text != '\0') {
        const size_t length = strcspn(text, " ");
        struct demo_given *name = NULL;
        status = add_name(pools, &name, error);
        if (status == STATUS_OK) {
            name->in[DEMO_WRITING_RUSSIAN] = (struct demo_spelling){ text, length };
            for (int nation = 0; nation < DEMO_NATION_COUNT; nation++)
                name->russian[nation] = name->in[DEMO_WRITING_RUSSIAN];
        }
        text += length + (text[length] == ' ');
    }
    return status;
}

static enum status read_names(struct demo_pools *pools, struct error *error)
{
    enum status status = read_lexicon(pools, error);
    for (int nation = 0; nation < DEMO_NATION_COUNT; nation++)
        for (int kind = 0; kind < DEMO_POOL_KIND_COUNT; kind++) {
            pools->own[nation][kind] = pools->count;
            if (status == STATUS_OK)
                status = read_own_names(pools, demo_names[nation][kind], error);
            pools->own[nation][kind + 1] = pools->count;
        }
    return status;
}

/* ---- The pools */

static bool is_usable(const struct demo_given *name, enum demo_nation nation,
                      enum demo_pool_kind kind)
{
    const struct demo_nation_habits *habits = &demo_nations[nation];
    const char wanted = kind == DEMO_POOL_FEMALE ? 'f' : 'm';
    return (kind == DEMO_POOL_SURNAME || !name->is_stem) &&
           (name->sex == wanted || name->sex == 'u') && name->in[habits->writing].length > 0 &&
           name->in[habits->other_writing].length > 0 &&
           name->in[habits->clerk_writing].length > 0 &&
           name->in[habits->passport_writing].length > 0;
}

/* The place of the name in a list with spaces between names; their number when it is not there. */
static size_t rank_in(const char *list, struct demo_spelling name)
{
    size_t rank = 0;
    for (; list != NULL && *list != '\0'; rank++) {
        const size_t length = strcspn(list, " ");
        if (length == name.length && memcmp(list, name.text, length) == 0)
            return rank;
        list += length + (list[length] == ' ');
    }
    return rank;
}

static enum status add_choice(struct pool *pool, const struct demo_given *name, struct error *error)
{
    const enum status status = array_reserve(&pool->choices, &pool->capacity,
                                             sizeof(*pool->choices), pool->count + 1, error);
    if (status == STATUS_OK)
        pool->choices[pool->count++] = (struct choice){ .name = name };
    return status;
}

/* After the common names: one that is written in many ways is one that many people have. */
static int compare_by_fame(const void *left, const void *right)
{
    const size_t left_rank = ((const struct choice *)left)->rank;
    const size_t right_rank = ((const struct choice *)right)->rank;
    if (left_rank != right_rank)
        return left_rank < right_rank ? -1 : 1;
    const struct demo_given *a = ((const struct choice *)left)->name;
    const struct demo_given *b = ((const struct choice *)right)->name;
    if (a->spellings != b->spellings)
        return a->spellings > b->spellings ? -1 : 1;
    return a < b ? -1 : a > b; /* both lie in one array */
}

static void weigh(struct pool *pool, uint32_t constant)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < pool->count; i++) {
        sum += (uint32_t)WEIGHT_UNIT / ((uint32_t)i + constant);
        pool->choices[i].until = sum;
    }
}

static enum status make_pool(struct demo_pools *pools, enum demo_nation nation,
                             enum demo_pool_kind kind, struct error *error)
{
    enum status status = STATUS_OK;
    struct pool *pool = &pools->pools[nation][kind];
    const bool has_own = demo_names[nation][kind] != NULL;
    const size_t begin = has_own ? pools->own[nation][kind] : 0;
    const size_t end = has_own ? pools->own[nation][kind + 1] : pools->lexicon_count;
    for (size_t i = begin; status == STATUS_OK && i < end; i++)
        if (has_own || is_usable(&pools->names[i], nation, kind))
            status = add_choice(pool, &pools->names[i], error);
    if (status == STATUS_OK && pool->count == 0)
        status = error_set(error, STATUS_INTERNAL, "nation %d has no names of kind %d", (int)nation,
                           (int)kind);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < pool->count; i++)
        pool->choices[i].rank = rank_in(demo_common_names[nation][kind],
                                        pool->choices[i].name->in[demo_nations[nation].writing]);
    if (!has_own)
        qsort(pool->choices, pool->count, sizeof(*pool->choices), compare_by_fame);
    if (kind == DEMO_POOL_SURNAME)
        weigh(pool, SURNAME_CONSTANT);
    else
        weigh(pool, pool->count >= MANY_NAMES ? MANY_NAMES_CONSTANT : FEW_NAMES_CONSTANT);
    return STATUS_OK;
}

enum status demo_pools_new(struct demo_pools **out, struct error *error)
{
    *out = NULL;
    struct demo_pools *pools = calloc(1, sizeof(*pools));
    if (pools == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "pools of names");
    enum status status = read_names(pools, error);
    for (int nation = 0; nation < DEMO_NATION_COUNT; nation++)
        for (int kind = 0; status == STATUS_OK && kind < DEMO_POOL_KIND_COUNT; kind++)
            status = make_pool(pools, (enum demo_nation)nation, (enum demo_pool_kind)kind, error);
    if (status == STATUS_OK)
        *out = pools;
    else
        demo_pools_free(pools);
    return status;
}

void demo_pools_free(struct demo_pools *pools)
{
    if (pools == NULL)
        return;
    for (int nation = 0; nation < DEMO_NATION_COUNT; nation++)
        for (int kind = 0; kind < DEMO_POOL_KIND_COUNT; kind++)
            free(pools->pools[nation][kind].choices);
    free(pools->names);
    free(pools);
}

const struct demo_given *demo_pools_choose(const struct demo_pools *pools, enum demo_nation nation,
                                           enum demo_pool_kind kind, struct demo_random *random)
{
    const struct pool *pool = &pools->pools[nation][kind];
    size_t low = 0;
    size_t high = pool->count - 1;
    const uint32_t at =
        (uint32_t)demo_random_below(random, (long)pool->choices[pool->count - 1].until);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (at < pool->choices[middle].until)
            high = middle;
        else
            low = middle + 1;
    }
    return pool->choices[low].name;
}
