/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search.h"

#include "base/array.h"
#include "base/text.h"
#include "name/keyboard.h"
#include "search/candidates.h"
#include "search/name_match.h"
#include "search/person_facts.h"
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

#define BIT(reason) (1U << SEARCH_REASON_##reason)

enum {
    LOOK_CLOSER_MAX = 60, /* candidates whose names are read */
    SCORE_FACT = 90,
    SCORE_WHOLE_NUMBER = 100,
    SCORE_LEAST = 55,
    RANK_ROLE = 15,
    RANK_FACT = 40,
    PENALTY_LAYOUT = 5,
    PENALTY_NEAR = 10, /* the day was typed, but only the month or year is known */
};

static const char SQL_BY_CASE_NUMBER[] = "SELECT person_id FROM casefile WHERE number = :number";

static const char LATIN_LETTERS[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

static const char SQL_COUNT[] = "SELECT count(*) FROM person_search";
static const char SQL_EACH[] = "SELECT person_id FROM person_search ORDER BY number";

static const char *const reason_words[] = {
    [SEARCH_REASON_CASE_NUMBER] = "case_number",
    [SEARCH_REASON_NUMBER] = "number",
    [SEARCH_REASON_NUMBER_END] = "number_end",
    [SEARCH_REASON_PHONE] = "phone",
    [SEARCH_REASON_BIRTH] = "birth",
    [SEARCH_REASON_BIRTH_YEAR] = "birth_year",
    [SEARCH_REASON_BIRTH_NEAR] = "birth_near",
    [SEARCH_REASON_BIRTH_ESTIMATED] = "birth_estimated",
    [SEARCH_REASON_BIRTH_FIRST_JANUARY] = "birth_first_january",
    [SEARCH_REASON_BIRTH_SWAPPED] = "birth_swapped",
    [SEARCH_REASON_BIRTH_YEAR_OFF] = "birth_year_off",
    [SEARCH_REASON_BIRTH_SLIP] = "birth_slip",
    [SEARCH_REASON_NAME] = "name",
    [SEARCH_REASON_NAME_BEGINS] = "name_begins",
};
_Static_assert(sizeof(reason_words) / sizeof(reason_words[0]) == SEARCH_REASON_COUNT,
               "every reason has a word");

const char *search_reason_word(enum search_reason reason)
{
    return reason_words[reason];
}

/* One search under way. */
struct search {
    struct store *store;
    const struct lexicon *lexicon;
    struct day today;
    struct search_query query;
    struct sound_set sets[NAME_PARTS_MAX];
    unsigned skipped; /* words of the name that the index is not asked for: initials */
    struct match_text match;
    struct candidates candidates;
};

/* ---- what the index can tell of a candidate */

static bool meaning_fits(const struct search_meaning *meaning, const struct search_word *word,
                         bool *is_whole)
{
    size_t length = strlen(meaning->term);
    *is_whole = word->length == length;
    return word->length >= length && memcmp(word->text, meaning->term, length) == 0 &&
           (meaning->is_beginning || *is_whole);
}

static unsigned fact_reasons(const struct search_fact *fact, const struct search_word *word)
{
    unsigned reasons = 0;
    bool is_whole;
    for (size_t i = 0; i < fact->count; i++)
        if (meaning_fits(&fact->meanings[i], word, &is_whole))
            reasons |= is_whole && fact->meanings[i].reason == SEARCH_REASON_NUMBER_END
                           ? BIT(NUMBER)
                           : 1U << fact->meanings[i].reason;
    return reasons;
}

static int word_rank(const struct search *search, const struct search_word *word, size_t part)
{
    int distance = sound_set_distance(&search->sets[part], word->text + 1, word->length - 1);
    if (distance < 0)
        return 0;
    enum name_role role = search->query.names.items[part].stem.role;
    bool is_surname = word->sign == '-';
    bool fits =
        role == NAME_ROLE_PLAIN ? word->sign == '+' : role == NAME_ROLE_SURNAME && is_surname;
    return 100 - (distance > 80 ? 80 : distance) + (fits ? RANK_ROLE : 0);
}

static int rank_candidate(const void *self, const char *terms, unsigned *reasons)
{
    const struct search *search = self;
    struct search_word word;
    int best[NAME_PARTS_MAX] = { 0 };
    int rank = 0;
    for (const char *at = terms; search_terms_next(&word, &at);) {
        for (size_t i = 0; i < search->query.fact_count && word.sign == 0; i++)
            *reasons |= fact_reasons(&search->query.facts[i], &word);
        for (size_t i = 0; i < search->query.names.count && word.sign != 0; i++) {
            int value = word_rank(search, &word, i);
            if (value > best[i])
                best[i] = value;
        }
    }
    for (size_t i = 0; i < search->query.names.count; i++)
        rank += best[i];
    if ((*reasons & (BIT(NUMBER) | BIT(BIRTH) | BIT(PHONE))) != 0)
        rank += RANK_FACT;
    return rank;
}

/* ---- asking the index */

static enum status find_sounds(struct search *search, enum sound_search way, struct error *error)
{
    struct name_parts *names = &search->query.names;
    enum status status = STATUS_OK;
    search->skipped = 0;
    for (size_t i = 0; i < names->count && status == STATUS_OK; i++) {
        bool is_last = i + 1 == names->count;
        enum sound_search how = way;
        if (way == SOUND_SEARCH_SAME && is_last && search->query.is_open)
            how = SOUND_SEARCH_BEGUN;
        search->sets[i].count = 0;
        if (names->items[i].stem.role == NAME_ROLE_INITIAL && names->count > 1)
            search->skipped |= 1U << i;
        else
            status = sound_set_find(&search->sets[i], search->store, search->lexicon,
                                    &names->items[i], how, error);
        /* Nobody has this name: look for those that a slip away do. */
        if (status == STATUS_OK && search->sets[i].count == 0 && (search->skipped >> i & 1U) == 0 &&
            way == SOUND_SEARCH_SAME)
            status = sound_set_find(&search->sets[i], search->store, search->lexicon,
                                    &names->items[i], SOUND_SEARCH_SLIP, error);
    }
    return status;
}

/* False when some word or fact has nobody at all. */
static bool write_match(struct search *search)
{
    struct match_text *match = &search->match;
    bool is_possible = true;
    match->length = match->groups = match->terms = 0;
    match->is_too_long = false;
    for (size_t i = 0; i < search->query.names.count; i++) {
        if ((search->skipped >> i & 1U) != 0)
            continue;
        match_begin_group(match);
        match_add_sounds(match, &search->sets[i], SOUND_SET_FAR);
        is_possible &= match_end_group(match);
    }
    for (size_t i = 0; i < search->query.fact_count; i++) {
        match_begin_group(match);
        match_add_fact(match, &search->query.facts[i]);
        is_possible &= match_end_group(match);
    }
    return is_possible && match->groups > 0;
}

static enum status ask_index(struct search *search, enum sound_search way, struct error *error)
{
    const struct candidate_judge judge = { rank_candidate, search };
    search->candidates.count = 0;
    search->candidates.has_more = false;
    enum status status = find_sounds(search, way, error);
    if (status != STATUS_OK || !write_match(search))
        return status;
    status = candidates_add(&search->candidates, search->store, &search->match, &judge, error);
    candidates_sort(&search->candidates);
    return status;
}

/* ---- looking closer */

static enum status hit_fill(struct search_hit *hit, const struct person_facts *facts, size_t name,
                            struct error *error)
{
    hit->birth = facts->birth;
    hit->has_birth = facts->has_birth;
    hit->sex = facts->sex;
    enum status status = text_copy(&hit->name, person_facts_name(facts), error);
    if (status == STATUS_OK && name > 0)
        status = text_copy(&hit->matched_name, facts->names[name].text, error);
    return status;
}

static void hit_release(struct search_hit *hit)
{
    free(hit->name);
    free(hit->matched_name);
    hit->name = hit->matched_name = NULL;
}

void search_hits_release(struct search_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++)
        hit_release(&hits->items[i]);
    free(hits->items);
    *hits = (struct search_hits){ .items = NULL };
}

/* The spelling that fits best; its place among the names. */
static size_t best_name(const struct search *search, const struct person_facts *facts,
                        struct name_match *out)
{
    size_t best = 0;
    *out = (struct name_match){ 0 };
    for (size_t i = 0; i < facts->name_count; i++) {
        struct name_match match = name_match_of(search->lexicon, &search->query.names,
                                                search->query.is_open, &facts->names[i].parts);
        if (match.score <= out->score)
            continue;
        *out = match;
        best = i;
    }
    return best;
}

static int fact_score(unsigned reasons)
{
    return (reasons & (BIT(NUMBER) | BIT(CASE_NUMBER))) != 0 ? SCORE_WHOLE_NUMBER : SCORE_FACT;
}

static enum status look_closer(struct search *search, const struct candidate *candidate,
                               struct search_hits *hits, struct error *error)
{
    struct person_facts facts;
    struct name_match match;
    struct search_hit hit = { .reasons = candidate->reasons };
    enum status status =
        person_facts_read(&facts, search->store, search->lexicon, candidate->person_id, error);
    if (status != STATUS_OK) {
        person_facts_release(&facts);
        return status == STATUS_NOT_FOUND ? STATUS_OK : status;
    }
    memcpy(hit.person_id, candidate->person_id, sizeof(hit.person_id));
    size_t name = best_name(search, &facts, &match);
    bool has_names = search->query.names.count > 0;
    hit.score = has_names ? match.score : fact_score(hit.reasons);
    hit.name_reasons = match.name_reasons;
    if (has_names)
        hit.reasons |= match.begins ? BIT(NAME_BEGINS) : BIT(NAME);
    bool is_kept = hit.score >= SCORE_LEAST || !has_names;
    if ((hit.reasons & BIT(BIRTH_NEAR)) != 0)
        hit.score -= PENALTY_NEAR;
    if (is_kept) {
        status = hit_fill(&hit, &facts, name, error);
        if (status == STATUS_OK)
            status = array_reserve(&hits->items, &hits->capacity, sizeof(*hits->items),
                                   hits->count + 1, error);
        if (status == STATUS_OK)
            hits->items[hits->count++] = hit;
        else
            hit_release(&hit);
    }
    person_facts_release(&facts);
    return status;
}

static int compare_hits(const void *left, const void *right)
{
    const struct search_hit *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return strcmp(b->person_id, a->person_id);
}

static enum status take_hits(struct search *search, size_t limit, struct search_hits *hits,
                             struct error *error)
{
    enum status status = STATUS_OK;
    size_t most = limit > LOOK_CLOSER_MAX ? limit : LOOK_CLOSER_MAX;
    for (size_t i = 0; i < search->candidates.count && i < most && status == STATUS_OK; i++)
        status = look_closer(search, &search->candidates.items[i], hits, error);
    if (hits->count > 0)
        qsort(hits->items, hits->count, sizeof(*hits->items), compare_hits);
    hits->has_more =
        search->candidates.has_more || search->candidates.count > most || hits->count > limit;
    while (hits->count > limit)
        hit_release(&hits->items[--hits->count]);
    return status;
}

/* ---- the ways to search, one after the other until something is found */

static enum status try_way(struct search *search, enum sound_search way, size_t limit,
                           struct search_hits *hits, struct error *error)
{
    if (hits->count > 0)
        return STATUS_OK;
    enum status status = ask_index(search, way, error);
    return status == STATUS_OK ? take_hits(search, limit, hits, error) : status;
}

/* Two words typed that somebody writes as one: "Абдул Рахим". */
static enum status try_joined(struct search *search, size_t limit, struct search_hits *hits,
                              struct error *error)
{
    const struct name_parts typed = search->query.names;
    enum status status = STATUS_OK;
    for (size_t i = 0; i + 1 < typed.count && hits->count == 0 && status == STATUS_OK; i++) {
        if (!name_parts_join(&search->query.names, search->lexicon, &typed, i))
            continue;
        status = try_way(search, SOUND_SEARCH_SAME, limit, hits, error);
        for (size_t hit = 0; hit < hits->count; hit++)
            hits->items[hit].name_reasons |= 1U << NAME_REASON_JOINED;
    }
    return status;
}

static enum status try_text(struct search *search, const char *text, size_t limit,
                            struct search_hits *hits, struct error *error)
{
    enum status status =
        search_query_read(&search->query, search->lexicon, text, search->today, error);
    if (status == STATUS_OK)
        status = try_way(search, SOUND_SEARCH_SAME, limit, hits, error);
    if (status == STATUS_OK && search->query.names.count > 0)
        status = try_way(search, SOUND_SEARCH_SLIP, limit, hits, error);
    if (status == STATUS_OK)
        status = try_joined(search, limit, hits, error);
    return status;
}

/* The words of the name as the series of a number, "AN 1234567". */
static enum status try_number(struct search *search, const char *text, size_t limit,
                              struct search_hits *hits, struct error *error)
{
    if (hits->count > 0 || search->query.fact_count == 0 ||
        !search_query_read_number(&search->query, text))
        return STATUS_OK;
    return try_way(search, SOUND_SEARCH_SAME, limit, hits, error);
}

/* The same keys on another layout. */
static enum status try_layouts(struct search *search, const char *text, size_t limit,
                               struct search_hits *hits, struct error *error)
{
    static const enum keyboard_layout layouts[] = {
        KEYBOARD_RUSSIAN, KEYBOARD_KAZAKH, KEYBOARD_KYRGYZ, KEYBOARD_TAJIK, KEYBOARD_UZBEK_CYRILLIC,
    };
    char typed[SEARCH_TEXT_MAX * KEYBOARD_BYTES_MAX + 1];
    bool was_cyrillic = search->query.names.is_cyrillic;
    enum status status = STATUS_OK;
    size_t count = was_cyrillic ? 1 : sizeof(layouts) / sizeof(layouts[0]);
    for (size_t i = 0; i < count && status == STATUS_OK && hits->count == 0; i++) {
        enum keyboard_layout from = was_cyrillic ? layouts[i] : KEYBOARD_US;
        enum keyboard_layout to = was_cyrillic ? KEYBOARD_US : layouts[i];
        if (keyboard_map_into(typed, sizeof(typed), text, from, to, NULL) != STATUS_OK ||
            search_query_read(&search->query, search->lexicon, typed, search->today, NULL) !=
                STATUS_OK ||
            search->query.names.count == 0)
            continue;
        status = try_way(search, SOUND_SEARCH_SAME, limit, hits, error);
        for (size_t hit = 0; hit < hits->count; hit++) {
            hits->items[hit].name_reasons |= 1U << NAME_REASON_LAYOUT;
            hits->items[hit].score -= PENALTY_LAYOUT;
        }
    }
    return status;
}

static enum status find_by_case_number(struct search *search, struct search_hits *hits,
                                       struct error *error)
{
    struct query query;
    char number[CASE_NUMBER_TEXT_SIZE];
    struct candidate candidate = { .reasons = BIT(CASE_NUMBER) };
    case_number_format(&search->query.case_number, number);
    query_begin(&query, search->store, SQL_BY_CASE_NUMBER);
    query_bind_text(&query, ":number", number);
    bool is_found = query_next_row(&query);
    if (is_found)
        query_copy_text(&query, 0, candidate.person_id, sizeof(candidate.person_id));
    enum status status = query_end(&query, error);
    search->query.names.count = 0;
    return status == STATUS_OK && is_found ? look_closer(search, &candidate, hits, error) : status;
}

static enum status find(struct search *search, const char *text, size_t limit,
                        struct search_hits *hits, struct error *error)
{
    enum status status =
        search_query_read(&search->query, search->lexicon, text, search->today, error);
    if (status != STATUS_OK)
        return status;
    if (search->query.has_case_number)
        return find_by_case_number(search, hits, error);
    bool has_names = search->query.names.count > 0;
    /* A Kazakh keyboard has letters where others have digits: "U8kyfh" is Гүлнар. */
    bool has_letters = has_names || strpbrk(text, LATIN_LETTERS) != NULL;
    status = try_text(search, text, limit, hits, error);
    if (status == STATUS_OK)
        status = try_number(search, text, limit, hits, error);
    if (status == STATUS_OK && has_letters && hits->count == 0)
        status = try_layouts(search, text, limit, hits, error);
    return status;
}

static enum status search_new(struct search **out, struct store *store, struct day today,
                              struct error *error)
{
    struct search *search = calloc(1, sizeof(*search));
    const struct lexicon *lexicon = lexicon_shared();
    *out = search;
    if (search == NULL || lexicon == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "search");
    search->store = store;
    search->lexicon = lexicon;
    search->today = today;
    return STATUS_OK;
}

enum status search_find(struct store *store, const char *text, struct day today, size_t limit,
                        struct search_hits *out, struct error *error)
{
    struct search *search;
    *out = (struct search_hits){ .items = NULL };
    enum status status = search_new(&search, store, today, error);
    if (status == STATUS_OK)
        status = find(search, text, limit, out, error);
    free(search);
    return status;
}

enum status search_write_match(char **out, struct store *store, const char *text, struct day today,
                               struct error *error)
{
    struct search *search;
    *out = NULL;
    enum status status = search_new(&search, store, today, error);
    if (status == STATUS_OK)
        status = search_query_read(&search->query, search->lexicon, text, today, error);
    if (status == STATUS_OK)
        status = find_sounds(search, SOUND_SEARCH_SAME, error);
    if (status == STATUS_OK && write_match(search) && !search->match.is_too_long)
        status = text_copy(out, search->match.text, error);
    free(search);
    return status;
}

enum status search_each_person(struct store *store, long long *total,
                               bool (*visit)(void *self, const char *person_id), void *self,
                               struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT);
    long long count = query_next_row(&query) ? query_int64(&query, 0) : 0;
    enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        return status;
    if (total != NULL)
        *total = count;
    query_begin(&query, store, SQL_EACH);
    while (query_next_row(&query) && visit(self, query_text(&query, 0)))
        continue;
    return query_end(&query, error);
}
