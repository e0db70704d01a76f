/* SPDX-License-Identifier: Apache-2.0 */
#include "name/likeness.h"

#include "name/sound.h"

#include <stdbool.h>
#include <string.h>

enum {
    COST_VOWEL_LOST = 35,      /* Ibrahim, Ibragim, Ibrahm */
    COST_GLIDE_LOST = 8,       /* Iusupov, Yusupov */
    COST_H_LOST = 45,          /* Ахмед, Амед */
    COST_LAST_H_LOST = 5,      /* Fatimah */
    COST_LAST_I_LOST = 20,     /* Ali, Aliy */
    COST_LAST_VOWEL_LOST = 60, /* Aziz, Aziza */
    COST_SWAPPED = 60,
    COST_LOST_LETTER = 15, /* it may have been anything */
};

/* Only one order of the two is listed; nothing listed means LIKENESS_FAR. */
static const unsigned char costs[128][128] = {
    ['a'] = { ['o'] = 10, ['e'] = 14, ['w'] = 35, ['i'] = 60, ['u'] = 65 },
    ['e'] = { ['i'] = 14, ['o'] = 55, ['w'] = 40, ['u'] = 65, ['y'] = 40 },
    ['i'] = { ['y'] = 6, ['j'] = 30, ['u'] = 50, ['o'] = 60, ['w'] = 50 },
    ['o'] = { ['u'] = 22, ['w'] = 5 },
    ['u'] = { ['w'] = 5, ['v'] = 20, ['y'] = 60 },
    ['y'] = { ['j'] = 25 },
    ['b'] = { ['p'] = 28, ['v'] = 40 },
    ['c'] = { ['s'] = 15, ['k'] = 25, ['j'] = 25, ['4'] = 25, ['z'] = 60 },
    ['d'] = { ['t'] = 22, ['j'] = 60, ['z'] = 60 },
    ['f'] = { ['p'] = 22, ['v'] = 35 },
    ['g'] = { ['h'] = 28, ['k'] = 28 },
    ['h'] = { ['k'] = 32 },
    ['j'] = { ['4'] = 25, ['z'] = 32, ['6'] = 60 },
    ['4'] = { ['6'] = 45 },
    ['6'] = { ['s'] = 32 },
    ['z'] = { ['s'] = 32 },
};

/* What other spellings write as two sounds, for each sound that they write so; each two sounds and
 * what the difference costs. */
struct pair_sound {
    char two[3];
    unsigned char cost;
};

enum { PAIRS_OF_ONE = 5 };

static const struct pair_sound pairs[128][PAIRS_OF_ONE] = {
    ['c'] = { { "ts", 5 } },
    ['6'] = { { "sh", 10 } },
    ['h'] = { { "kh", 12 }, { "ks", 15 } },
    ['g'] = { { "gh", 12 } },
    ['j'] = { { "zh", 12 }, { "dz", 20 } },
    ['4'] = { { "ch", 12 }, { "t6", 5 } },
    ['n'] = { { "ng", 12 } },
    ['w'] = { { "uv", 25 }, { "oe", 10 } },
    ['u'] = { { "uv", 25 }, { "ov", 25 }, { "ue", 10 } },
    ['v'] = { { "uv", 20 } },
    ['i'] = { { "iy", 4 }, { "ay", 50 } },
    ['y'] = { { "iy", 4 } },
    ['k'] = { { "kh", 30 } },
    ['o'] = { { "au", 25 }, { "av", 25 } },
    ['e'] = { { "ay", 25 }, { "ey", 10 }, { "yo", 5 }, { "yw", 10 } },
};

/* A cost and, in the lowest bits, how many steps were hard: compared as one number, the cheaper way
 * is the smaller one. */
enum { HARD_BITS = 5, HARD_MASK = (1 << HARD_BITS) - 1, FAR_AWAY = 1 << 24 };

static int step_of(int cost)
{
    return (cost << HARD_BITS) + (cost >= LIKENESS_HARD);
}

static int cost_between(char left, char right)
{
    if (left == right)
        return 0;
    if (left == '0' || right == '0')
        return COST_LOST_LETTER;
    int cost = costs[(unsigned char)left][(unsigned char)right] +
               costs[(unsigned char)right][(unsigned char)left];
    return cost == 0 ? LIKENESS_FAR : cost;
}

static int cost_lost(char sound, bool is_last)
{
    if (sound == 'y')
        return COST_GLIDE_LOST;
    if (sound == 'h')
        return is_last ? COST_LAST_H_LOST : COST_H_LOST;
    if (sound == 'i' && is_last)
        return COST_LAST_I_LOST;
    if (!sound_is_vowel(sound))
        return LIKENESS_FAR;
    return is_last ? COST_LAST_VOWEL_LOST : COST_VOWEL_LOST;
}

static size_t lost_steps(int out[SOUND_SIZE], const char *sounds)
{
    size_t length = strlen(sounds);
    for (size_t i = 0; i < length; i++)
        out[i] = step_of(cost_lost(sounds[i], i + 1 == length));
    return length;
}

/* What it costs that one side writes as two sounds what the other writes as one. */
static int step_of_pair(char one, const char *two)
{
    const struct pair_sound *pair = pairs[(unsigned char)one & 0x7F];
    for (; pair->cost != 0; pair++)
        if (pair->two[0] == two[0] && pair->two[1] == two[1])
            return step_of(pair->cost);
    return FAR_AWAY;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* One string of sounds against another, row by row of the table of ways. */
struct walk {
    const char *left, *right;
    size_t left_length, right_length;
    int left_lost[SOUND_SIZE], right_lost[SOUND_SIZE];
    int rows[3][SOUND_SIZE + 1]; /* the row for i sounds of left is rows[i % 3] */
};

static int walk_cell(const struct walk *walk, size_t i, size_t j)
{
    const int *row = walk->rows[i % 3];
    const int *above = walk->rows[(i + 2) % 3];
    const int *before = walk->rows[(i + 1) % 3];
    char a = walk->left[i - 1], b = walk->right[j - 1];
    if (a == b)
        return above[j - 1];
    int best = above[j - 1] + step_of(cost_between(a, b));
    best = least(best, above[j] + walk->left_lost[i - 1]);
    best = least(best, row[j - 1] + walk->right_lost[j - 1]);
    if (i > 1 && j > 1 && a == walk->right[j - 2] && walk->left[i - 2] == b)
        best = least(best, before[j - 2] + step_of(COST_SWAPPED));
    return best;
}

static int walk_pairs(const struct walk *walk, size_t i, size_t j, int best)
{
    const int *above = walk->rows[(i + 2) % 3];
    const int *before = walk->rows[(i + 1) % 3];
    if (i > 1 && before[j - 1] < best)
        best = least(best, before[j - 1] + step_of_pair(walk->right[j - 1], walk->left + i - 2));
    if (j > 1 && above[j - 2] < best)
        best = least(best, above[j - 2] + step_of_pair(walk->left[i - 1], walk->right + j - 2));
    return best;
}

/* The least of the row, below which the end cannot come. */
static int walk_row(struct walk *walk, size_t i)
{
    int *row = walk->rows[i % 3];
    row[0] = walk->rows[(i + 2) % 3][0] + walk->left_lost[i - 1];
    int lowest = row[0];
    for (size_t j = 1; j <= walk->right_length; j++) {
        int best = walk_cell(walk, i, j);
        if (walk->left[i - 1] != walk->right[j - 1] || best > 0)
            best = walk_pairs(walk, i, j, best);
        row[j] = best;
        lowest = least(lowest, best);
    }
    return lowest;
}

/* Sounds of one family can pass for each other; those of different families cannot.  h, v and the
 * vowels belong to none: they come and go too easily. */
enum family {
    FAMILY_NONE,
    FAMILY_LIPS,
    FAMILY_TEETH,
    FAMILY_THROAT,
    FAMILY_HISSING,
    FAMILY_L,
    FAMILY_M,
    FAMILY_N,
    FAMILY_R,
    FAMILY_COUNT
};

static const unsigned char families[128] = {
    ['b'] = FAMILY_LIPS,    ['p'] = FAMILY_LIPS,    ['f'] = FAMILY_LIPS,    ['d'] = FAMILY_TEETH,
    ['t'] = FAMILY_TEETH,   ['g'] = FAMILY_THROAT,  ['k'] = FAMILY_THROAT,  ['s'] = FAMILY_HISSING,
    ['z'] = FAMILY_HISSING, ['6'] = FAMILY_HISSING, ['4'] = FAMILY_HISSING, ['j'] = FAMILY_HISSING,
    ['l'] = FAMILY_L,       ['m'] = FAMILY_M,       ['n'] = FAMILY_N,       ['r'] = FAMILY_R,
};

/* Whether the two are so different that it need not be worked out how much: each of them has so
 * many sounds that the other lacks.  Most pairs of names end here. */
static bool are_far(const char *left, const char *right)
{
    enum { LACKING = LIKENESS_ENOUGH / LIKENESS_FAR };
    signed char balance[FAMILY_COUNT] = { 0 };
    int more = 0, less = 0;
    for (; *left != '\0'; left++)
        balance[families[(unsigned char)*left & 0x7F]]++;
    for (; *right != '\0'; right++)
        balance[families[(unsigned char)*right & 0x7F]]--;
    for (int family = FAMILY_NONE + 1; family < FAMILY_COUNT; family++) {
        more += balance[family] > 0 ? balance[family] : 0;
        less -= balance[family] < 0 ? balance[family] : 0;
    }
    return more >= LACKING && less >= LACKING;
}

static const struct likeness far_apart = { LIKENESS_ENOUGH, LIKENESS_ENOUGH / LIKENESS_FAR };

struct likeness likeness_of(const char *left, const char *right)
{
    struct walk walk;
    if (strcmp(left, right) == 0)
        return (struct likeness){ 0, 0 };
    if (are_far(left, right))
        return far_apart;
    walk.left = left;
    walk.right = right;
    walk.left_length = lost_steps(walk.left_lost, left);
    walk.right_length = lost_steps(walk.right_lost, right);
    walk.rows[0][0] = 0;
    for (size_t j = 1; j <= walk.right_length; j++)
        walk.rows[0][j] = walk.rows[0][j - 1] + walk.right_lost[j - 1];
    /* A step can leap over one row, so two of them must be hopeless. */
    int lowest = 0, before = 0;
    for (size_t i = 1; i <= walk.left_length; i++) {
        if (least(lowest, before) >= step_of(LIKENESS_ENOUGH))
            return far_apart;
        before = lowest;
        lowest = walk_row(&walk, i);
    }
    int end = walk.rows[walk.left_length % 3][walk.right_length];
    return (struct likeness){ end >> HARD_BITS, end & HARD_MASK };
}
