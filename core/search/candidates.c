/* SPDX-License-Identifier: Apache-2.0 */
#include "search/candidates.h"

#include "store/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_MATCH[] =
    "SELECT s.person_id, s.terms FROM person_index AS i"
    " JOIN person_search AS s ON s.number = i.rowid"
    " WHERE person_index MATCH :match ORDER BY i.rowid DESC LIMIT :most";

/* ---- the question */

static void match_write(struct match_text *match, const char *text)
{
    size_t length = strlen(text);
    if (match->length + length + 1 > sizeof(match->text)) {
        match->is_too_long = true;
        return;
    }
    memcpy(match->text + match->length, text, length + 1);
    match->length += length;
}

void match_begin_group(struct match_text *match)
{
    match_write(match, match->groups++ > 0 ? " AND (" : "(");
    match->terms = 0;
}

void match_add_term(struct match_text *match, const char *term, bool is_beginning)
{
    if (term[0] == '\0')
        return;
    if (match->terms++ > 0)
        match_write(match, " OR ");
    match_write(match, term);
    if (is_beginning)
        match_write(match, "*");
}

void match_add_sounds(struct match_text *match, const struct sound_set *set, int distance)
{
    char term[SEARCH_TERM_SIZE];
    for (size_t i = 0; i < set->count && set->items[i].distance <= distance; i++) {
        snprintf(term, sizeof(term), "n%s", set->items[i].skeleton);
        match_add_term(match, term, false);
    }
}

void match_add_fact(struct match_text *match, const struct search_fact *fact)
{
    for (size_t i = 0; i < fact->count; i++)
        match_add_term(match, fact->meanings[i].term, fact->meanings[i].is_beginning);
}

bool match_end_group(struct match_text *match)
{
    match_write(match, ")");
    return match->terms > 0;
}

/* ---- the answer */

static bool has_candidate(const struct candidates *candidates, const char *person_id)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (strcmp(candidates->items[i].person_id, person_id) == 0)
            return true;
    return false;
}

enum status candidates_add(struct candidates *out, struct store *store,
                           const struct match_text *match, const struct candidate_judge *judge,
                           struct error *error)
{
    struct query query;
    if (match->is_too_long)
        return error_set(error, STATUS_INTERNAL, "a search of over %d bytes", MATCH_SIZE);
    query_begin(&query, store, SQL_MATCH);
    query_bind_text(&query, ":match", match->text);
    query_bind_int(&query, ":most", CANDIDATES_MAX);
    size_t seen = 0;
    while (query_next_row(&query)) {
        struct candidate candidate = { .rank = 0 };
        out->has_more |= ++seen == CANDIDATES_MAX;
        candidate.rank = judge->rank(judge->self, query_text(&query, 1), &candidate.reasons);
        if (candidate.rank < 0 || out->count == CANDIDATES_MAX)
            continue;
        query_copy_text(&query, 0, candidate.person_id, sizeof(candidate.person_id));
        if (!has_candidate(out, candidate.person_id))
            out->items[out->count++] = candidate;
    }
    return query_end(&query, error);
}

static int compare_ranks(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    /* The same order each time: the newest first. */
    return strcmp(b->person_id, a->person_id);
}

void candidates_sort(struct candidates *candidates)
{
    qsort(candidates->items, candidates->count, sizeof(candidates->items[0]), compare_ranks);
}
