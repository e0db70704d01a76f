/* SPDX-License-Identifier: Apache-2.0 */
#include "search/duplicate.h"

#include "base/array.h"
#include "base/text.h"
#include "search/birth_match.h"
#include "search/candidates.h"
#include "search/duplicate_judge.h"
#include "store/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BIT(reason) (1U << SEARCH_REASON_##reason)

enum {
    LOOK_CLOSER_MAX = 40,
    POINTS_LEAST = 60,
    RANK_NAME = 40,
    RANK_BIRTH = 50,
    RANK_NUMBER = 100,
};

static const char SQL_NUMBERS[] = "SELECT coalesce(series, '') || coalesce(number, ''),"
                                  " personal_number FROM identity_document"
                                  " WHERE person_id = :person LIMIT 3";
static const char SQL_PHONES[] = "SELECT digits FROM contact WHERE person_id = :person"
                                 " AND digits IS NOT NULL LIMIT 6";

struct checking {
    struct store *store;
    const struct lexicon *lexicon;
    const struct duplicate_question *question;
    const struct person_facts *kept; /* whose names are asked about; NULL: those of the question */
    struct name_parts names[DUPLICATE_NAMES_MAX];
    char number_terms[DUPLICATE_NUMBERS_MAX][SEARCH_TERM_SIZE];
    char phone_terms[DUPLICATE_NUMBERS_MAX][SEARCH_TERM_SIZE];
    struct sound_set sets[NAME_PARTS_MAX]; /* of the name being looked for */
    size_t set_count;
    struct match_text match;
    struct candidates candidates;
};

/* ---- what the index tells */

static bool parse_birth_term(struct date *out, const struct search_word *word)
{
    static const enum date_precision precisions[] = {
        [5] = DATE_PRECISION_YEAR, [7] = DATE_PRECISION_MONTH, [9] = DATE_PRECISION_DAY
    };
    int digits[8] = { 0, 0, 0, 0, 0, 1, 0, 1 };
    if (word->text[0] != 'b' || (word->length != 5 && word->length != 7 && word->length != 9))
        return false;
    for (size_t i = 1; i < word->length; i++)
        digits[i - 1] = word->text[i] - '0';
    out->precision = precisions[word->length];
    int year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
    return day_from_civil(&out->day, year, digits[4] * 10 + digits[5], digits[6] * 10 + digits[7],
                          NULL) == STATUS_OK;
}

static bool is_term(const struct search_word *word, const char *term)
{
    return strncmp(term, word->text, word->length) == 0 && term[word->length] == '\0';
}

/* Whether the word is a number that was asked for. */
static unsigned number_reason(const struct checking *checking, const struct search_word *word)
{
    for (size_t i = 0; i < checking->question->number_count && word->text[0] == 'd'; i++)
        if (is_term(word, checking->number_terms[i]))
            return BIT(NUMBER);
    for (size_t i = 0; i < checking->question->phone_count && word->text[0] == 'f'; i++)
        if (is_term(word, checking->phone_terms[i]))
            return BIT(PHONE);
    return 0;
}

/* How near the word is to each name that is looked for; best keeps the nearest so far. */
static void rank_name(const struct checking *checking, const struct search_word *word,
                      int best[NAME_PARTS_MAX])
{
    for (size_t i = 0; i < checking->set_count; i++) {
        int distance = sound_set_distance(&checking->sets[i], word->text + 1, word->length - 1);
        if (distance < 0)
            continue;
        int value = 2 * RANK_NAME - (distance < RANK_NAME ? distance : RANK_NAME);
        best[i] = value > best[i] ? value : best[i];
    }
}

static int rank_birth(const struct duplicate_question *question, const struct search_word *word)
{
    struct date birth;
    if (!question->has_birth || !parse_birth_term(&birth, word))
        return 0;
    return birth_match_of(question->birth, birth) == BIRTH_MATCH_OTHER ? -RANK_BIRTH : RANK_BIRTH;
}

static int rank_candidate(const void *self, const char *terms, unsigned *reasons)
{
    const struct checking *checking = self;
    struct search_word word;
    int best[NAME_PARTS_MAX] = { 0 };
    int rank = 0;
    for (const char *at = terms; search_terms_next(&word, &at);) {
        if (word.sign != 0) {
            rank_name(checking, &word, best);
            continue;
        }
        *reasons |= number_reason(checking, &word);
        rank += rank_birth(checking->question, &word);
    }
    for (size_t i = 0; i < checking->set_count; i++)
        rank += best[i];
    rank += (*reasons & BIT(NUMBER)) != 0 ? RANK_NUMBER : 0;
    return rank < 0 ? 0 : rank;
}

/* ---- asking the index */

static void match_start(struct match_text *match)
{
    match->length = match->groups = match->terms = 0;
    match->is_too_long = false;
    match->text[0] = '\0';
}

static enum status ask(struct checking *checking, struct error *error)
{
    const struct candidate_judge judge = { rank_candidate, checking };
    return candidates_add(&checking->candidates, checking->store, &checking->match, &judge, error);
}

static enum status ask_numbers(struct checking *checking, struct error *error)
{
    const struct duplicate_question *question = checking->question;
    struct match_text *match = &checking->match;
    match_start(match);
    match_begin_group(match);
    for (size_t i = 0; i < question->number_count; i++) {
        search_number_term(checking->number_terms[i], question->numbers[i]);
        match_add_term(match, checking->number_terms[i], false);
    }
    for (size_t i = 0; i < question->phone_count; i++) {
        search_phone_term(checking->phone_terms[i], question->phones[i]);
        match_add_term(match, checking->phone_terms[i], false);
    }
    return match_end_group(match) ? ask(checking, error) : STATUS_OK;
}

/* The words of a name that tell people apart: without fathers' names and initials, unless there is
 * nothing else. */
static enum status find_sets(struct checking *checking, const struct name_parts *name,
                             struct error *error)
{
    enum status status = STATUS_OK;
    checking->set_count = 0;
    for (size_t i = 0; i < name->count && status == STATUS_OK; i++) {
        enum name_role role = name->items[i].stem.role;
        if (role == NAME_ROLE_INITIAL || (role == NAME_ROLE_PATRONYMIC && name->count > 2))
            continue;
        struct sound_set *set = &checking->sets[checking->set_count];
        status = sound_set_find(set, checking->store, checking->lexicon, &name->items[i],
                                SOUND_SEARCH_SLIP, error);
        checking->set_count += set->count > 0;
    }
    return status;
}

/* Of namesakes only those can be the person whose birth date is not known, or not for sure; those
 * with a date near enough are asked for by the date. */
static void add_uncertain_births(struct match_text *match, struct date birth)
{
    int first, last;
    char term[SEARCH_TERM_SIZE];
    match_begin_group(match);
    match_add_term(match, SEARCH_TERM_BIRTH_UNKNOWN, false);
    match_add_term(match, SEARCH_TERM_BIRTH_ESTIMATED, false);
    if (birth_match_years(birth, &first, &last))
        for (int year = first; year <= last; year++) {
            snprintf(term, sizeof(term), "b%04d", year);
            match_add_term(match, term, true);
        }
    (void)match_end_group(match);
}

/* People who have both words, one of them perhaps with a slip. */
static enum status ask_pair(struct checking *checking, size_t exact, size_t slipped,
                            struct error *error)
{
    struct match_text *match = &checking->match;
    match_start(match);
    match_begin_group(match);
    match_add_sounds(match, &checking->sets[exact], SOUND_SET_SAME);
    bool is_possible = match_end_group(match);
    match_begin_group(match);
    match_add_sounds(match, &checking->sets[slipped], SOUND_SET_FAR);
    is_possible &= match_end_group(match);
    if (checking->question->has_birth)
        add_uncertain_births(match, checking->question->birth);
    return is_possible ? ask(checking, error) : STATUS_OK;
}

/* Two words of the name at least, when it has two that somebody has. */
static enum status ask_names(struct checking *checking, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t first = 0; first < checking->set_count && status == STATUS_OK; first++)
        for (size_t second = 0; second < checking->set_count && status == STATUS_OK; second++)
            if (first != second)
                status = ask_pair(checking, first, second, error);
    return status;
}

/* One word of the name and the birth date. */
static enum status ask_births(struct checking *checking, struct error *error)
{
    struct match_text *match = &checking->match;
    struct date dates[BIRTH_DATES_MAX];
    char term[SEARCH_TERM_SIZE];
    if (!checking->question->has_birth || checking->set_count == 0)
        return STATUS_OK;
    match_start(match);
    match_begin_group(match);
    for (size_t i = 0; i < checking->set_count; i++)
        match_add_sounds(match, &checking->sets[i], SOUND_SET_FAR);
    (void)match_end_group(match);
    match_begin_group(match);
    int count = birth_match_dates(dates, checking->question->birth);
    for (int i = 0; i < count; i++) {
        search_birth_term(term, dates[i]);
        match_add_term(match, term, false);
    }
    (void)match_end_group(match);
    return ask(checking, error);
}

/* ---- looking closer */

static enum status keep_hit(struct search_hits *hits, struct search_hit *hit,
                            const struct person_facts *facts, struct error *error)
{
    hit->birth = facts->birth;
    hit->has_birth = facts->has_birth;
    hit->sex = facts->sex;
    enum status status = text_copy(&hit->name, person_facts_name(facts), error);
    if (status == STATUS_OK)
        status = array_reserve(&hits->items, &hits->capacity, sizeof(*hits->items), hits->count + 1,
                               error);
    if (status == STATUS_OK)
        hits->items[hits->count++] = *hit;
    else
        free(hit->name);
    return status;
}

static enum status look_closer(struct checking *checking, const struct candidate *candidate,
                               struct search_hits *hits, struct error *error)
{
    struct person_facts facts;
    struct search_hit hit = { .reasons = candidate->reasons };
    const char *not_id = checking->question->not_id;
    if (not_id != NULL && strcmp(candidate->person_id, not_id) == 0)
        return STATUS_OK;
    memcpy(hit.person_id, candidate->person_id, sizeof(hit.person_id));
    enum status status =
        person_facts_read(&facts, checking->store, checking->lexicon, candidate->person_id, error);
    if (status == STATUS_OK) {
        duplicate_judge(&hit, checking->question, checking->names, &facts, checking->lexicon);
        if (hit.score >= POINTS_LEAST)
            status = keep_hit(hits, &hit, &facts, error);
    }
    person_facts_release(&facts);
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

static int compare_hits(const void *left, const void *right)
{
    const struct search_hit *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return strcmp(b->person_id, a->person_id);
}

static enum status take_hits(struct checking *checking, struct search_hits *hits,
                             struct error *error)
{
    enum status status = STATUS_OK;
    candidates_sort(&checking->candidates);
    for (size_t i = 0; i < checking->candidates.count && i < LOOK_CLOSER_MAX && status == STATUS_OK;
         i++)
        status = look_closer(checking, &checking->candidates.items[i], hits, error);
    if (hits->count > 0)
        qsort(hits->items, hits->count, sizeof(*hits->items), compare_hits);
    hits->has_more = hits->count > DUPLICATES_MAX;
    for (; hits->count > DUPLICATES_MAX; hits->count--)
        free(hits->items[hits->count - 1].name);
    return status;
}

/* A kept name has been taken apart already, with what its columns tell. */
static void take_name(struct checking *checking, size_t at)
{
    if (checking->kept != NULL)
        checking->names[at] = checking->kept->names[at].parts;
    else
        search_name_parts(&checking->names[at], checking->lexicon, &checking->question->names[at]);
}

/* Whether an earlier spelling has the same sounds, so that the index would answer the same. */
static bool is_asked_already(const struct checking *checking, size_t at)
{
    const struct name_parts *name = &checking->names[at];
    for (size_t i = 0; i < at; i++) {
        const struct name_parts *earlier = &checking->names[i];
        size_t same = 0;
        char left[SOUND_SIZE], right[SOUND_SIZE];
        while (same < name->count && same < earlier->count) {
            sound_skeleton(left, name->items[same].stem.sounds);
            sound_skeleton(right, earlier->items[same].stem.sounds);
            if (strcmp(left, right) != 0)
                break;
            same++;
        }
        if (same == name->count && same == earlier->count)
            return true;
    }
    return false;
}

static enum status check(struct checking *checking, struct search_hits *out, struct error *error)
{
    enum status status = ask_numbers(checking, error);
    for (size_t i = 0; i < checking->question->name_count && status == STATUS_OK; i++) {
        take_name(checking, i);
        if (is_asked_already(checking, i))
            continue;
        status = find_sets(checking, &checking->names[i], error);
        /* Few share a birth date, many a name: they must not take the room of the likelier. */
        if (status == STATUS_OK)
            status = ask_births(checking, error);
        if (status == STATUS_OK)
            status = ask_names(checking, error);
    }
    return status == STATUS_OK ? take_hits(checking, out, error) : status;
}

static enum status find(struct store *store, const struct duplicate_question *question,
                        const struct person_facts *kept, struct search_hits *out,
                        struct error *error)
{
    *out = (struct search_hits){ .items = NULL };
    struct checking *checking = calloc(1, sizeof(*checking));
    if (checking == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "duplicate check");
    checking->store = store;
    checking->lexicon = lexicon_shared();
    checking->question = question;
    checking->kept = kept;
    enum status status = checking->lexicon == NULL
                             ? error_set(error, STATUS_OUT_OF_MEMORY, "lexicon")
                             : check(checking, out, error);
    free(checking);
    return status;
}

enum status duplicate_find(struct store *store, const struct duplicate_question *question,
                           struct search_hits *out, struct error *error)
{
    return find(store, question, NULL, out, error);
}

/* ---- for a record that is kept */

/* Texts of a record that outlive their queries. */
struct kept {
    struct person_facts facts;
    char *texts[2 * DUPLICATE_NUMBERS_MAX];
    size_t text_count;
};

static enum status keep_text(struct kept *kept, const char *text, const char **list, size_t *count,
                             struct error *error)
{
    if (text[0] == '\0' || *count == DUPLICATE_NUMBERS_MAX)
        return STATUS_OK;
    enum status status = text_copy(&kept->texts[kept->text_count], text, error);
    if (status == STATUS_OK)
        list[(*count)++] = kept->texts[kept->text_count++];
    return status;
}

static enum status read_numbers(struct kept *kept, struct store *store, const char *person_id,
                                struct duplicate_question *question, struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_NUMBERS);
    query_bind_text(&query, ":person", person_id);
    while (status == STATUS_OK && query_next_row(&query))
        for (int column = 0; column < 2 && status == STATUS_OK; column++)
            status = keep_text(kept, query_text(&query, column), question->numbers,
                               &question->number_count, error);
    enum status end = query_end(&query, error);
    status = status == STATUS_OK ? end : status;
    query_begin(&query, store, SQL_PHONES);
    query_bind_text(&query, ":person", person_id);
    while (status == STATUS_OK && query_next_row(&query))
        status =
            keep_text(kept, query_text(&query, 0), question->phones, &question->phone_count, error);
    end = query_end(&query, error);
    return status == STATUS_OK ? end : status;
}

enum status duplicate_find_of(struct store *store, const char *person_id, struct search_hits *out,
                              struct error *error)
{
    struct kept kept = { .text_count = 0 };
    struct duplicate_question question = { .not_id = person_id };
    *out = (struct search_hits){ .items = NULL };
    const struct lexicon *lexicon = lexicon_shared();
    if (lexicon == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "lexicon");
    enum status status = person_facts_read(&kept.facts, store, lexicon, person_id, error);
    question.name_count =
        kept.facts.name_count < DUPLICATE_NAMES_MAX ? kept.facts.name_count : DUPLICATE_NAMES_MAX;
    question.birth = kept.facts.birth;
    question.has_birth = kept.facts.has_birth;
    question.sex = kept.facts.sex;
    if (status == STATUS_OK)
        status = read_numbers(&kept, store, person_id, &question, error);
    if (status == STATUS_OK)
        status = find(store, &question, &kept.facts, out, error);
    for (size_t i = 0; i < kept.text_count; i++)
        free(kept.texts[i]);
    person_facts_release(&kept.facts);
    return status;
}
