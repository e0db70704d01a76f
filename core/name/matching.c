/* SPDX-License-Identifier: Apache-2.0 */
#include "name/matching.h"

#include <string.h>

enum { VALUE_SAME_ROLE = 600 };

/* The search for the best assignment. */
struct assigning {
    struct matching *matching;
    int values[NAME_PARTS_MAX][NAME_PARTS_MAX]; /* 0: cannot go together */
    int potential[NAME_PARTS_MAX + 1];          /* the most that the words from here on can add */
    int partner[NAME_PARTS_MAX];
    int value, best;
    unsigned taken; /* words of the right name, as bits */
};

bool matching_is_paternal(const struct name_part *part)
{
    return part->stem.role == NAME_ROLE_PATRONYMIC || part->stem.role == NAME_ROLE_CHILD_OF;
}

int matching_weight(const struct name_part *left, const struct name_part *right)
{
    if (left->stem.role == NAME_ROLE_INITIAL || right->stem.role == NAME_ROLE_INITIAL)
        return MATCHING_WEIGHT_INITIAL;
    return matching_is_paternal(left) && matching_is_paternal(right) ? MATCHING_WEIGHT_PATRONYMIC
                                                                     : MATCHING_WEIGHT_WORD;
}

/* Words in the same place and of the same kind go together when nothing else decides. */
static int value_of(const struct matching *matching, size_t i, size_t j)
{
    const struct name_part *left = &matching->left->items[i];
    const struct name_part *right = &matching->right->items[j];
    const struct word_pair *pair = &matching->pairs[i][j];
    if (pair->similarity < WORD_PAIR_SAME)
        return 0;
    int value = pair->similarity * matching_weight(left, right);
    if (left->stem.role == right->stem.role)
        value += VALUE_SAME_ROLE;
    return value + (i == j);
}

static void keep_best(struct assigning *assigning)
{
    if (assigning->value <= assigning->best)
        return;
    assigning->best = assigning->value;
    memcpy(assigning->matching->partner, assigning->partner, sizeof(assigning->partner));
}

/* No deeper than a name has words.  NOLINTNEXTLINE(misc-no-recursion) */
static void assign_from(struct assigning *assigning, size_t i)
{
    const struct matching *matching = assigning->matching;
    if (i == matching->left->count) {
        keep_best(assigning);
        return;
    }
    if (assigning->value + assigning->potential[i] <= assigning->best)
        return;
    for (size_t j = 0; j < matching->right->count; j++) {
        int value = assigning->values[i][j];
        if (value == 0 || (assigning->taken >> j & 1U) != 0)
            continue;
        assigning->taken |= 1U << j;
        assigning->partner[i] = (int)j;
        assigning->value += value;
        assign_from(assigning, i + 1);
        assigning->value -= value;
        assigning->taken &= ~(1U << j);
    }
    assigning->partner[i] = MATCHING_NONE;
    assign_from(assigning, i + 1);
}

void matching_make(struct matching *out, const struct lexicon *lexicon,
                   const struct name_parts *left, const struct name_parts *right)
{
    struct assigning assigning = { .matching = out, .best = -1 };
    out->lexicon = lexicon;
    out->left = left;
    out->right = right;
    for (size_t i = left->count; i-- > 0;) {
        int most = 0;
        for (size_t j = 0; j < right->count; j++) {
            out->pairs[i][j] = word_pair_of(lexicon, &left->items[i], &right->items[j]);
            assigning.values[i][j] = value_of(out, i, j);
            most = assigning.values[i][j] > most ? assigning.values[i][j] : most;
        }
        assigning.potential[i] = assigning.potential[i + 1] + most;
    }
    assign_from(&assigning, 0);
}
