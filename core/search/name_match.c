/* SPDX-License-Identifier: Apache-2.0 */
#include "search/name_match.h"

#include "name/likeness.h"
#include "name/word_pair.h"

#include <string.h>

#define BIT(reason) (1U << NAME_REASON_##reason)

enum {
    SCORE_BEGUN = 88,
    SCORE_BEGUN_SO = 97,   /* with the very letters that were typed */
    SCORE_WEAK_LEAST = 60, /* a word as near as this is still worth showing */
    PENALTY_ROLE = 6,      /* a surname typed, a given name found */
    PENALTY_ORDER = 1,
    PENALTY_SCRIPT = 1, /* what is written as it was typed comes first */
    PENALTY_SEX = 2,    /* -ov typed, -ova found */
    DISTANCE_BEGUN = 34,
};

struct fit {
    int score;
    unsigned reasons;
    bool begins;
};

static bool begins_so(const char *typed, const char *name)
{
    char start[SOUND_SIZE];
    size_t length = strlen(typed);
    size_t whole = strlen(name);
    for (size_t take = length > 1 ? length - 1 : 1; take <= length + 1 && take <= whole; take++) {
        memcpy(start, name, take);
        start[take] = '\0';
        struct likeness likeness = likeness_of(typed, start);
        if (likeness.hard == 0 && likeness.distance <= DISTANCE_BEGUN)
            return true;
    }
    return false;
}

static bool begins_with_letters(const struct letters *typed, const struct letters *name)
{
    return typed->count > 1 && typed->count < name->count &&
           memcmp(typed->items, name->items, typed->count * sizeof(typed->items[0])) == 0;
}

static struct fit fit_word(const struct lexicon *lexicon, const struct name_part *typed,
                           const struct name_part *word, bool is_open)
{
    struct fit fit = { 0 };
    struct word_pair pair = word_pair_of(lexicon, typed, word);
    bool is_initial = typed->stem.role == NAME_ROLE_INITIAL;
    if (pair.similarity >= WORD_PAIR_SAME && !pair.is_veto) {
        fit.score = pair.similarity;
        fit.reasons = pair.reasons;
        /* The ending that was typed matters here only for the order of the hits. */
        if (typed->stem.role != word->stem.role && !is_initial)
            fit.score -= PENALTY_ROLE;
    } else if (pair.similarity >= SCORE_WEAK_LEAST && !is_initial) {
        fit.score = pair.similarity - PENALTY_ROLE;
        fit.reasons = BIT(SPELLING);
    }
    if (is_open && fit.score < SCORE_BEGUN_SO &&
        begins_with_letters(&typed->letters, &word->letters))
        fit = (struct fit){ SCORE_BEGUN_SO, 0, true };
    else if (is_open && fit.score < SCORE_BEGUN && begins_so(typed->sounds, word->sounds))
        fit = (struct fit){ SCORE_BEGUN, 0, true };
    if (fit.score > 0 && !word_pair_is_one_script(typed, word)) {
        fit.reasons |= BIT(SCRIPT);
        fit.score -= PENALTY_SCRIPT;
    }
    if ((fit.reasons & BIT(SEX_OF_ENDING)) != 0)
        fit.score -= PENALTY_SEX;
    return fit;
}

struct name_match name_match_of(const struct lexicon *lexicon, const struct name_parts *typed,
                                bool is_open, const struct name_parts *name)
{
    struct name_match match = { 0 };
    unsigned taken = 0;
    int sum = 0, last = -1;
    for (size_t i = 0; i < typed->count; i++) {
        struct fit best = { 0 };
        int where = -1;
        for (size_t j = 0; j < name->count; j++) {
            if ((taken >> j & 1U) != 0)
                continue;
            struct fit fit = fit_word(lexicon, &typed->items[i], &name->items[j],
                                      is_open && i + 1 == typed->count);
            if (fit.score > best.score) {
                best = fit;
                where = (int)j;
            }
        }
        if (where < 0)
            return (struct name_match){ 0 };
        taken |= 1U << where;
        sum += best.score;
        match.name_reasons |= best.reasons;
        match.begins |= best.begins;
        if (where < last)
            match.name_reasons |= BIT(ORDER);
        last = where;
    }
    match.score = typed->count == 0 ? 0 : sum / (int)typed->count;
    if ((match.name_reasons & BIT(ORDER)) != 0)
        match.score -= PENALTY_ORDER;
    return match;
}
