/* SPDX-License-Identifier: Apache-2.0 */
#include "name/comparison.h"

#include "name/matching.h"
#include "name/mistyped.h"

#include <string.h>

#define SCORE_NOTHING_IN_COMMON 0.3
#define BIT(reason)             (1U << NAME_REASON_##reason)

enum {
    PENALTY_PATRONYMIC_MISSING = 2,
    PENALTY_PART_MISSING = 9,
    PENALTY_JOINED = 3,
    PENALTY_SEX_OF_ENDING = 5,
    PENALTY_LAYOUT = 4,
    SCORE_VETO = 45, /* the most that a forbidden pair can have */
    SCORE_TOO_LITTLE = 60,
};

static const char *const reason_words[] = {
    [NAME_REASON_SWAPPED] = "swapped",
    [NAME_REASON_OTHER_PATRONYMIC] = "other_patronymic",
    [NAME_REASON_OTHER_SEX] = "other_sex",
    [NAME_REASON_LOOK_ALIKE] = "look_alike",
    [NAME_REASON_OTHER_INITIAL] = "other_initial",
    [NAME_REASON_OTHER_SURNAME] = "other_surname",
    [NAME_REASON_OTHER_GIVEN_NAME] = "other_given_name",
    [NAME_REASON_OTHER_WORDS] = "other_words",
    [NAME_REASON_TOO_LITTLE] = "too_little",
    [NAME_REASON_LAYOUT] = "keyboard_layout",
    [NAME_REASON_SLIP] = "typing_slip",
    [NAME_REASON_SCAN] = "misread",
    [NAME_REASON_LOOK_ALIKE_LETTERS] = "look_alike_letters",
    [NAME_REASON_INITIALS] = "initials",
    [NAME_REASON_JOINED] = "joined",
    [NAME_REASON_ENDING] = "ending",
    [NAME_REASON_SEX_OF_ENDING] = "sex_of_ending",
    [NAME_REASON_PART_MISSING] = "part_missing",
    [NAME_REASON_PATRONYMIC_MISSING] = "patronymic_missing",
    [NAME_REASON_ORDER] = "order",
    [NAME_REASON_SPELLING] = "spelling",
    [NAME_REASON_SCRIPT] = "script",
    [NAME_REASON_SAME] = "same",
};
_Static_assert(sizeof(reason_words) / sizeof(reason_words[0]) == NAME_REASON_COUNT,
               "every reason has a word");

const char *name_reason_word(enum name_reason reason)
{
    return reason_words[reason];
}

/* ---- what the alignment says */

struct tally {
    int weight, sum; /* of the words that go together */
    int words;       /* how many go together, initials apart */
    int initials;
    int slips;
    int first_role_crossings; /* surname there, plain here */
    int second_role_crossings;
    unsigned forgiven, against;
    size_t left_over[NAME_PARTS_MAX], right_over[NAME_PARTS_MAX];
    size_t left_count, right_count;
};

/* Made from somebody else's name: that of the father or the family. */
static bool is_derived(enum name_role role)
{
    return role == NAME_ROLE_SURNAME || role == NAME_ROLE_CHILD_OF || role == NAME_ROLE_PATRONYMIC;
}

static void tally_pair(struct tally *tally, const struct matching *matching, size_t i, size_t j)
{
    const struct name_part *left = &matching->left->items[i];
    const struct name_part *right = &matching->right->items[j];
    const struct word_pair *pair = &matching->pairs[i][j];
    int weight = matching_weight(left, right);
    tally->weight += weight;
    tally->sum += weight * pair->similarity;
    tally->words += weight != MATCHING_WEIGHT_INITIAL;
    tally->initials += weight == MATCHING_WEIGHT_INITIAL;
    tally->slips += pair->is_slip;
    tally->forgiven |= pair->reasons;
    tally->first_role_crossings +=
        is_derived(left->stem.role) && right->stem.role == NAME_ROLE_PLAIN;
    tally->second_role_crossings +=
        is_derived(right->stem.role) && left->stem.role == NAME_ROLE_PLAIN;
    if (!word_pair_is_one_script(left, right))
        tally->forgiven |= BIT(SCRIPT);
}

static void tally_make(struct tally *tally, const struct matching *matching)
{
    unsigned taken = 0;
    int last = -1;
    *tally = (struct tally){ .weight = 0 };
    for (size_t i = 0; i < matching->left->count; i++) {
        int j = matching->partner[i];
        if (j == MATCHING_NONE) {
            tally->left_over[tally->left_count++] = i;
            continue;
        }
        taken |= 1U << j;
        tally_pair(tally, matching, i, (size_t)j);
        if (j < last)
            tally->forgiven |= BIT(ORDER);
        last = j;
    }
    for (size_t j = 0; j < matching->right->count; j++)
        if ((taken >> j & 1U) == 0)
            tally->right_over[tally->right_count++] = j;
}

/* Why two words that are left over on both sides are not one. */
static unsigned reason_against(const struct matching *matching, size_t i, size_t j)
{
    const struct name_part *left = &matching->left->items[i];
    const struct name_part *right = &matching->right->items[j];
    const struct word_pair *pair = &matching->pairs[i][j];
    if (matching_is_paternal(left) && matching_is_paternal(right))
        return (pair->reasons & BIT(OTHER_SEX)) != 0 ? BIT(OTHER_SEX) : BIT(OTHER_PATRONYMIC);
    if (pair->is_veto && pair->reasons != 0)
        return pair->reasons & (BIT(OTHER_SEX) | BIT(LOOK_ALIKE) | BIT(OTHER_INITIAL));
    if (left->stem.role == NAME_ROLE_SURNAME && right->stem.role == NAME_ROLE_SURNAME)
        return BIT(OTHER_SURNAME);
    if (left->stem.role == NAME_ROLE_PLAIN && right->stem.role == NAME_ROLE_PLAIN)
        return BIT(OTHER_GIVEN_NAME);
    return BIT(OTHER_WORDS);
}

static void tally_conflicts(struct tally *tally, const struct matching *matching)
{
    for (size_t a = 0; a < tally->left_count; a++)
        for (size_t b = 0; b < tally->right_count; b++)
            tally->against |= reason_against(matching, tally->left_over[a], tally->right_over[b]);
    if (tally->first_role_crossings > 0 && tally->second_role_crossings > 0)
        tally->against |= BIT(SWAPPED);
}

/* A word that only one side has: mostly the patronymic, which many papers leave out. */
static int penalty_for_missing(struct tally *tally, const struct name_parts *parts,
                               const size_t *over, size_t count)
{
    int penalty = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_father = matching_is_paternal(&parts->items[over[i]]);
        bool is_initial = parts->items[over[i]].stem.role == NAME_ROLE_INITIAL;
        penalty += is_father || is_initial ? PENALTY_PATRONYMIC_MISSING : PENALTY_PART_MISSING;
        tally->forgiven |= is_father || is_initial ? BIT(PATRONYMIC_MISSING) : BIT(PART_MISSING);
    }
    return penalty;
}

/* Whether a given name that both have is borne by men and by women. */
static bool is_name_of_both_sexes(const struct lexicon *lexicon, const struct name_part *part)
{
    bool is_of_men = false, is_of_women = false;
    for (size_t i = 0; i < part->senses.count; i++) {
        char sex = lexicon_sex(lexicon, part->senses.names[i]);
        is_of_men |= sex != 'f';
        is_of_women |= sex != 'm';
    }
    return is_of_men && is_of_women;
}

/* The surname of a man here and of a woman there is one person's only where something else tells
 * that it is: not an initial, nor a name that men and women have. */
static void judge_surname_sex(struct tally *tally, const struct matching *matching)
{
    if ((tally->forgiven & BIT(SEX_OF_ENDING)) == 0)
        return;
    if (tally->initials > 0 && tally->words == 1)
        tally->against |= BIT(OTHER_SEX);
    for (size_t i = 0; i < matching->left->count; i++) {
        int j = matching->partner[i];
        const struct name_part *left = &matching->left->items[i];
        if (j != MATCHING_NONE && left->stem.role == NAME_ROLE_PLAIN &&
            matching->right->items[j].stem.role == NAME_ROLE_PLAIN &&
            (is_name_of_both_sexes(matching->lexicon, left) ||
             is_name_of_both_sexes(matching->lexicon, &matching->right->items[j])))
            tally->against |= BIT(OTHER_SEX);
    }
}

/* "П. С." is not Sergey Petrovich. */
static void judge_initials(struct tally *tally, const struct matching *matching)
{
    int last = -1;
    for (size_t i = 0; i < matching->left->count; i++) {
        int j = matching->partner[i];
        if (j == MATCHING_NONE ||
            matching_weight(&matching->left->items[i], &matching->right->items[j]) !=
                MATCHING_WEIGHT_INITIAL)
            continue;
        if (j < last)
            tally->against |= BIT(OTHER_INITIAL);
        last = j;
    }
}

static bool has_enough(const struct tally *tally, const struct matching *matching)
{
    if (tally->words >= 2)
        return true;
    if (tally->words == 1 && tally->initials > 0)
        return true;
    return tally->words == 1 && matching->left->count == 1 && matching->right->count == 1;
}

static struct name_comparison judge(const struct matching *matching)
{
    struct tally tally;
    tally_make(&tally, matching);
    tally_conflicts(&tally, matching);
    judge_surname_sex(&tally, matching);
    judge_initials(&tally, matching);
    int score = tally.weight == 0 ? 0 : tally.sum / tally.weight;
    int total = (int)(matching->left->count > matching->right->count ? matching->left->count
                                                                     : matching->right->count);
    if (tally.left_count > 0 && tally.right_count > 0) {
        score = score * (tally.words + tally.initials) / total;
    } else {
        score -= penalty_for_missing(&tally, matching->left, tally.left_over, tally.left_count);
        score -= penalty_for_missing(&tally, matching->right, tally.right_over, tally.right_count);
    }
    if ((tally.forgiven & BIT(SEX_OF_ENDING)) != 0)
        score -= PENALTY_SEX_OF_ENDING;
    if (tally.slips > 1)
        tally.against |= BIT(OTHER_WORDS);
    if (tally.against == 0 && !has_enough(&tally, matching)) {
        tally.against = BIT(TOO_LITTLE);
        score = score < SCORE_TOO_LITTLE ? score : SCORE_TOO_LITTLE;
    }
    if (tally.against != 0 && tally.against != BIT(TOO_LITTLE) && score > SCORE_VETO)
        score = SCORE_VETO;
    if (score < 0)
        score = 0;
    struct name_comparison result = { .score = score / 100.0 };
    result.is_same = tally.against == 0 && result.score >= NAME_SCORE_SAME;
    if (tally.against == 0 && !result.is_same)
        tally.against = BIT(OTHER_WORDS);
    result.reasons = result.is_same ? tally.forgiven : tally.against;
    return result;
}

/* ---- the whole */

static void keep_better(struct name_comparison *best, const struct name_comparison *other,
                        int penalty, unsigned reason)
{
    struct name_comparison candidate = *other;
    candidate.score -= penalty / 100.0;
    candidate.is_same = candidate.is_same && candidate.score >= NAME_SCORE_SAME;
    candidate.reasons |= reason;
    if (candidate.is_same && (!best->is_same || candidate.score > best->score))
        *best = candidate;
}

static void try_joined(struct name_comparison *best, const struct lexicon *lexicon,
                       const struct name_parts *longer, const struct name_parts *other)
{
    struct name_parts joined;
    struct matching matching;
    for (size_t at = 0; at + 1 < longer->count; at++) {
        if (!name_parts_join(&joined, lexicon, longer, at))
            continue;
        matching_make(&matching, lexicon, &joined, other);
        int partner = matching.partner[at];
        /* An initial fits the joined word as well as its first half: that proves nothing. */
        if (partner == MATCHING_NONE || other->items[partner].stem.role == NAME_ROLE_INITIAL)
            continue;
        struct name_comparison result = judge(&matching);
        keep_better(best, &result, PENALTY_JOINED, BIT(JOINED));
    }
}

static unsigned reasons_of_repairs(unsigned repairs)
{
    unsigned reasons = 0;
    if ((repairs & LETTERS_REPAIR_LOOK_ALIKE) != 0)
        reasons |= BIT(LOOK_ALIKE_LETTERS);
    if ((repairs & LETTERS_REPAIR_DIGIT) != 0)
        reasons |= BIT(SCAN);
    return reasons;
}

static int order_of_numbers(size_t left, size_t right)
{
    return (left > right) - (left < right);
}

static int order_of_parts(const struct name_part *left, const struct name_part *right)
{
    int order = strcmp(left->sounds, right->sounds);
    if (order == 0)
        order = order_of_numbers(left->stem.role, right->stem.role);
    if (order == 0)
        order = left->stem.sex - right->stem.sex;
    if (order == 0)
        order = order_of_numbers(left->letters.count, right->letters.count);
    for (size_t i = 0; i < left->letters.count && order == 0; i++)
        order = order_of_numbers(left->letters.items[i], right->letters.items[i]);
    return order;
}

/* 0 for the very same names, else which of two comes first, whichever way round they are given. */
static int order_of_names(const struct name_parts *left, const struct name_parts *right)
{
    int order = order_of_numbers(left->count, right->count);
    for (size_t i = 0; i < left->count && order == 0; i++)
        order = order_of_parts(&left->items[i], &right->items[i]);
    return order;
}

/* Initials alone, or a surname of either sex beside one, are too little to go by in any name but
 * the very same. */
static struct name_comparison compare_same_parts(const struct name_parts *left,
                                                 const struct name_parts *right)
{
    return (struct name_comparison){
        .score = 1, .is_same = true, .reasons = reasons_of_repairs(left->repairs ^ right->repairs)
    };
}

struct name_comparison name_compare_parts(const struct lexicon *lexicon,
                                          const struct name_parts *left,
                                          const struct name_parts *right)
{
    struct matching matching;
    int order = order_of_names(left, right);
    if (order == 0)
        return compare_same_parts(left, right);
    /* Of equally good ways to put words together the first is taken: let it always be the same. */
    matching_make(&matching, lexicon, order < 0 ? left : right, order < 0 ? right : left);
    struct name_comparison best = judge(&matching);
    if (!best.is_same && left->count + right->count > 2) {
        try_joined(&best, lexicon, left, right);
        try_joined(&best, lexicon, right, left);
    }
    if (best.is_same)
        best.reasons |= reasons_of_repairs(left->repairs | right->repairs);
    return best;
}

/* ---- the wrong keyboard layout */

static void try_mistyped(struct name_comparison *best, const struct lexicon *lexicon,
                         const char *typed, const struct name_parts *typed_parts,
                         const struct name_parts *other)
{
    struct name_parts parts;
    struct mistyped mistyped;
    mistyped_begin(&mistyped, typed, typed_parts->is_cyrillic, other);
    while (mistyped_next(&mistyped, lexicon, &parts)) {
        struct name_comparison result = name_compare_parts(lexicon, &parts, other);
        keep_better(best, &result, PENALTY_LAYOUT, BIT(LAYOUT));
    }
}

/* Words typed on the wrong layout have hardly a word in common with the right ones, or digits where
 * another layout has letters. */
static bool may_be_mistyped(const struct name_comparison *comparison, const struct name_parts *left,
                            const struct name_parts *right)
{
    return !comparison->is_same && (comparison->score < SCORE_NOTHING_IN_COMMON ||
                                    ((left->repairs | right->repairs) & LETTERS_REPAIR_DIGIT) != 0);
}

/* Arabic letters leave vowels out: that a name of another script is the same can be known of the
 * names in the lexicon, that it is not cannot be known of any. */
static bool is_arabic(const struct name_parts *name)
{
    return name->items[0].sounds[0] == SOUND_ARABIC;
}

enum status name_compare(struct name_comparison *out, const struct lexicon *lexicon,
                         const char *left, const char *right, struct error *error)
{
    struct name_parts a, b;
    *out = (struct name_comparison){ .score = 0 };
    enum status status = name_parts_read(&a, lexicon, left, error);
    if (status == STATUS_OK)
        status = name_parts_read(&b, lexicon, right, error);
    if (status != STATUS_OK)
        return status;
    *out = name_compare_parts(lexicon, &a, &b);
    if (may_be_mistyped(out, &a, &b)) {
        try_mistyped(out, lexicon, left, &a, &b);
        try_mistyped(out, lexicon, right, &b, &a);
    }
    if (out->is_same && out->reasons == 0)
        out->reasons = BIT(SAME);
    if (!out->is_same && is_arabic(&a) != is_arabic(&b)) {
        *out = (struct name_comparison){ .score = 0 };
        return error_set(error, STATUS_TEXT_EMPTY, "Arabic letters beside others");
    }
    return STATUS_OK;
}
