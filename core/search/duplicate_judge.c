/* SPDX-License-Identifier: Apache-2.0 */
#include "search/duplicate_judge.h"

#include "name/comparison.h"
#include "search/birth_match.h"

#define BIT(reason) (1U << SEARCH_REASON_##reason)

enum {
    POINTS_SAME_NAME = 55,
    POINTS_OTHER_SURNAME = 25, /* the rest of the name fits: women change their surname */
    POINTS_SWAPPED = 40,       /* clerks put the surname into the field of the given name */
    POINTS_NUMBER = 60,
    POINTS_PHONE = 12,
    POINTS_OTHER_SEX = -30,
    POINTS_BIRTH_UNKNOWN = 5,
    POINTS_MOST = 100,
};

/* What a birth date says for or against, and how to call it. */
static const struct {
    int points;
    unsigned reason;
} births[BIRTH_MATCH_COUNT] = {
    [BIRTH_MATCH_SAME] = { 35, BIT(BIRTH) },
    [BIRTH_MATCH_WIDER] = { 22, BIT(BIRTH_NEAR) },
    [BIRTH_MATCH_ESTIMATED] = { 15, BIT(BIRTH_ESTIMATED) },
    [BIRTH_MATCH_FIRST_JANUARY] = { 22, BIT(BIRTH_FIRST_JANUARY) },
    [BIRTH_MATCH_SWAPPED] = { 28, BIT(BIRTH_SWAPPED) },
    [BIRTH_MATCH_YEAR_OFF] = { 25, BIT(BIRTH_YEAR_OFF) },
    [BIRTH_MATCH_SLIP] = { 20, BIT(BIRTH_SLIP) },
    [BIRTH_MATCH_OTHER] = { -45, 0 },
};

static int name_points(const struct duplicate_question *question, const struct name_parts *names,
                       const struct person_facts *facts, const struct lexicon *lexicon,
                       unsigned *name_reasons)
{
    const unsigned surname_only = 1U << NAME_REASON_OTHER_SURNAME;
    const unsigned swapped_only = 1U << NAME_REASON_SWAPPED;
    int best = 0;
    for (size_t i = 0; i < question->name_count; i++)
        for (size_t j = 0; j < facts->name_count; j++) {
            struct name_comparison comparison =
                name_compare_parts(lexicon, &names[i], &facts->names[j].parts);
            int points = comparison.is_same ? (int)(comparison.score * POINTS_SAME_NAME) : 0;
            if (comparison.reasons == surname_only)
                points = POINTS_OTHER_SURNAME;
            if (comparison.reasons == swapped_only)
                points = POINTS_SWAPPED;
            if (points <= best)
                continue;
            best = points;
            *name_reasons = comparison.reasons;
        }
    return best;
}

void duplicate_judge(struct search_hit *hit, const struct duplicate_question *question,
                     const struct name_parts *names, const struct person_facts *facts,
                     const struct lexicon *lexicon)
{
    int points = name_points(question, names, facts, lexicon, &hit->name_reasons);
    if (points > 0)
        hit->reasons |= BIT(NAME);
    if (question->has_birth && facts->has_birth) {
        enum birth_match match = birth_match_of(question->birth, facts->birth);
        points += births[match].points;
        hit->reasons |= births[match].reason;
    } else {
        points += POINTS_BIRTH_UNKNOWN;
    }
    if ((hit->reasons & BIT(NUMBER)) != 0)
        points += POINTS_NUMBER;
    if ((hit->reasons & BIT(PHONE)) != 0)
        points += POINTS_PHONE;
    bool are_sexes_known =
        question->sex >= 1 && question->sex <= 2 && facts->sex >= 1 && facts->sex <= 2;
    if (are_sexes_known && question->sex != facts->sex)
        points += POINTS_OTHER_SEX;
    hit->score = points > POINTS_MOST ? POINTS_MOST : points;
}
