/* SPDX-License-Identifier: Apache-2.0 */
#include "name/word_pair.h"

#include "name/likeness.h"
#include "name/slip.h"

#include <stdio.h>
#include <string.h>

#define BIT(reason) (1U << NAME_REASON_##reason)

enum {
    SIMILARITY_SENSE = 97, /* two spellings of one name of the lexicon */
    SIMILARITY_SCAN = 88,
    SIMILARITY_SLIP = 84,
    SIMILARITY_INITIAL = 90,
    SIMILARITY_APART = 30,
    DISTANCE_TRUSTED = 13,   /* below this even the lexicon does not tell names apart */
    DISTANCE_SAME_STEM = 26, /* of two names of which one has the vowel of women's names */
    DISTANCE_LOOK_ALIKE = 190,
    SLIP_LETTERS_MIN = 4,
    REST_MIN = 3,        /* of a compound name, and one more than its other part has at least */
    SHORT_SOUNDS = 3,    /* a word this short must sound the same: Ким, Кан, Тен, Цой */
    DISTANCE_SHORT = 12, /* between two scripts */
    DISTANCE_SHORT_ONE_SCRIPT = 5,
    DISTANCE_ACROSS_SLIP = 112, /* a slip in a consonant, seen through two scripts */
    DISTANCE_SHORT_STEM = 25,   /* of a word that is not short itself */
};

/* How much softness a word of so many sounds may show; never so much that likeness_of() stops
 * counting before it. */
static int tolerance_of(size_t length)
{
    int tolerance = 12 + 11 * (int)length;
    return tolerance < LIKENESS_ENOUGH ? tolerance : LIKENESS_ENOUGH - 1;
}

static size_t longer(const char *left, const char *right)
{
    size_t m = strlen(left), n = strlen(right);
    return m > n ? m : n;
}

static size_t shorter(const char *left, const char *right)
{
    size_t m = strlen(left), n = strlen(right);
    return m < n ? m : n;
}

/* ---- roles */

bool word_pair_roles_fit(enum name_role left, enum name_role right)
{
    static const bool fits[NAME_ROLE_COUNT][NAME_ROLE_COUNT] = {
        [NAME_ROLE_PLAIN] = { [NAME_ROLE_PLAIN] = true,
                              [NAME_ROLE_SURNAME] = true,
                              [NAME_ROLE_PATRONYMIC] = true,
                              [NAME_ROLE_CHILD_OF] = true,
                              [NAME_ROLE_INITIAL] = true },
        [NAME_ROLE_SURNAME] = { [NAME_ROLE_PLAIN] = true,
                                [NAME_ROLE_SURNAME] = true,
                                [NAME_ROLE_CHILD_OF] = true,
                                [NAME_ROLE_INITIAL] = true },
        [NAME_ROLE_PATRONYMIC] = { [NAME_ROLE_PLAIN] = true,
                                   [NAME_ROLE_PATRONYMIC] = true,
                                   [NAME_ROLE_CHILD_OF] = true,
                                   [NAME_ROLE_INITIAL] = true },
        [NAME_ROLE_CHILD_OF] = { [NAME_ROLE_PLAIN] = true,
                                 [NAME_ROLE_SURNAME] = true,
                                 [NAME_ROLE_PATRONYMIC] = true,
                                 [NAME_ROLE_CHILD_OF] = true,
                                 [NAME_ROLE_INITIAL] = true },
        [NAME_ROLE_INITIAL] = { [NAME_ROLE_PLAIN] = true,
                                [NAME_ROLE_SURNAME] = true,
                                [NAME_ROLE_PATRONYMIC] = true,
                                [NAME_ROLE_CHILD_OF] = true,
                                [NAME_ROLE_INITIAL] = true },
    };
    return fits[left][right];
}

/* ---- initials */

/* Whether a word of these sounds can be what that initial stands for. */
static bool initial_fits(const char *initial, const char *sounds)
{
    enum { DISTANCE_INITIAL = 30 };
    char start[SOUND_SIZE];
    int length = (int)strlen(initial);
    snprintf(start, sizeof(start), "%.*s", length, sounds);
    if (likeness_of(initial, start).distance <= DISTANCE_INITIAL)
        return true;
    if (sounds[0] != 'y')
        return false;
    /* "Е." for Yevgeny, "Я." for Iakov. */
    snprintf(start, sizeof(start), "%.*s", length, sounds + 1);
    return likeness_of(initial, start).distance <= DISTANCE_INITIAL;
}

static struct word_pair pair_initial(const struct name_part *left, const struct name_part *right)
{
    bool is_left = left->stem.role == NAME_ROLE_INITIAL;
    bool is_right = right->stem.role == NAME_ROLE_INITIAL;
    /* Of two initials either can be the shorter one: "Ю." and "Й.". */
    if ((is_left && initial_fits(left->sounds, right->sounds)) ||
        (is_right && initial_fits(right->sounds, left->sounds)))
        return (struct word_pair){ SIMILARITY_INITIAL, is_left && is_right ? 0 : BIT(INITIALS),
                                   false, false };
    return (struct word_pair){ SIMILARITY_APART, BIT(OTHER_INITIAL), false, true };
}

/* ---- sex */

/* Aziz and Aziza: a name without and with the vowel that makes it a woman's. */
static bool adds_womans_vowel(const char *without, const char *with)
{
    char cut[SOUND_SIZE];
    size_t length = strlen(with), other = strlen(without);
    if (length < 3 || other < 2 || strchr("aoe", with[length - 1]) == NULL ||
        sound_is_vowel(without[other - 1]))
        return false;
    memcpy(cut, with, length - 1);
    cut[length - 1] = '\0';
    struct likeness likeness = likeness_of(cut, without);
    return likeness.hard == 0 && likeness.distance <= DISTANCE_SAME_STEM;
}

static bool differs_by_womans_vowel(const char *left, const char *right)
{
    return adds_womans_vowel(left, right) || adds_womans_vowel(right, left);
}

/* ---- misread letters */

/* Letters as a scanner confuses them: rn and m, 1 l i, 0 o, vv and w, cl and d. */
static void scan_form(struct letters *out, const struct letters *word)
{
    *out = *word;
    out->count = 0;
    for (size_t i = 0; i < word->count; i++) {
        uint32_t letter = word->items[i];
        uint32_t next = i + 1 < word->count ? word->items[i + 1] : 0;
        if (letter == 'r' && next == 'n') {
            letter = 'm';
            i++;
        } else if (letter == 'v' && next == 'v') {
            letter = 'w';
            i++;
        } else if (letter == 'c' && next == 'l') {
            letter = 'd';
            i++;
        } else if (letter == 'l' || letter == 'j') {
            letter = 'i';
        } else if (letter == 'q') {
            letter = 'g';
        }
        out->items[out->count++] = letter;
    }
}

bool word_pair_is_one_script(const struct name_part *left, const struct name_part *right)
{
    bool are_arabic = left->sounds[0] == SOUND_ARABIC;
    return are_arabic == (right->sounds[0] == SOUND_ARABIC) &&
           left->letters.is_cyrillic == right->letters.is_cyrillic;
}

static bool is_same_to_a_scanner(const struct name_part *left, const struct name_part *right)
{
    struct letters a, b;
    if (!word_pair_is_one_script(left, right))
        return false;
    scan_form(&a, &left->letters);
    scan_form(&b, &right->letters);
    return a.count == b.count && a.count > 2 &&
           memcmp(a.items, b.items, a.count * sizeof(a.items[0])) == 0;
}

/* ---- stems */

static struct word_pair pair_apart(const struct likeness *likeness, size_t length)
{
    int similarity = 100 - likeness->distance * 100 / (int)(length * LIKENESS_FAR);
    if (similarity > 70)
        similarity = 70;
    return (struct word_pair){ similarity < 0 ? 0 : similarity, 0, false, false };
}

/* Nobody takes the first letter of a name for another one. */
static bool begin_alike(const char *a, const char *b)
{
    const char first[2] = { a[0], '\0' }, second[2] = { b[0], '\0' };
    return likeness_of(first, second).hard == 0 || a[0] == 'y' || b[0] == 'y';
}

/* In one script the letters tell whether fingers slipped; in two only the sounds are left. */
static bool may_be_slip(const struct likeness *likeness, const struct name_part *left,
                        const struct name_part *right)
{
    const struct letters *a = &left->letters, *b = &right->letters;
    size_t letters = a->count < b->count ? a->count : b->count;
    if (letters < SLIP_LETTERS_MIN)
        return false;
    if (word_pair_is_one_script(left, right))
        return slip_explains(a, b);
    return letters > SLIP_LETTERS_MIN && likeness->hard == 1 &&
           likeness->distance >= LIKENESS_FAR && likeness->distance <= DISTANCE_ACROSS_SLIP &&
           begin_alike(left->sounds, right->sounds);
}

static bool begins_with_glide(const char *sounds)
{
    /* Before e every tradition drops it; ё is written е. */
    return sounds[0] == 'y' && sounds[1] != 'e';
}

/* Ан and Ян, Пак and Пяк: in a short word the glide counts. */
static bool differs_by_glide(const struct name_part *left, const struct name_part *right)
{
    const char *a = left->stem.sounds, *b = right->stem.sounds;
    bool is_yo = (a[0] == 'e' && b[1] == 'o') || (b[0] == 'e' && a[1] == 'o');
    if (begins_with_glide(a) != begins_with_glide(b) && !is_yo)
        return true;
    bool is_one_script = word_pair_is_one_script(left, right);
    return is_one_script && (strchr(a, 'y') == NULL) != (strchr(b, 'y') == NULL) && !is_yo;
}

/* Mirhasan and Mirhusan: the same beginning or end, and different names for the rest. */
static bool rests_are_other_names(const struct lexicon *lexicon, const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b), least = m < n ? m : n;
    char left[SOUND_SIZE], right[SOUND_SIZE];
    for (size_t same = 1; same < least && a[same - 1] == b[same - 1]; same++) {
        struct lexicon_senses of_left = lexicon_find(lexicon, a + same);
        struct lexicon_senses of_right = lexicon_find(lexicon, b + same);
        if (same >= REST_MIN - 1 && least - same >= REST_MIN && of_left.count > 0 &&
            of_right.count > 0 && !lexicon_senses_meet(&of_left, &of_right))
            return true;
    }
    for (size_t same = 1; same < least && a[m - same] == b[n - same]; same++) {
        snprintf(left, sizeof(left), "%.*s", (int)(m - same), a);
        snprintf(right, sizeof(right), "%.*s", (int)(n - same), b);
        struct lexicon_senses of_left = lexicon_find(lexicon, left);
        struct lexicon_senses of_right = lexicon_find(lexicon, right);
        if (same >= REST_MIN - 1 && least - same >= REST_MIN && of_left.count > 0 &&
            of_right.count > 0 && !lexicon_senses_meet(&of_left, &of_right))
            return true;
    }
    return false;
}

/* Two words of the lexicon that are not one name there. */
static struct word_pair pair_of_other_names(const struct likeness *likeness, size_t length)
{
    struct word_pair pair = pair_apart(likeness, length);
    pair.reasons = likeness->distance < DISTANCE_LOOK_ALIKE ? BIT(LOOK_ALIKE) : 0;
    pair.is_veto = true;
    return pair;
}

static struct word_pair pair_forgiven(int similarity, unsigned reason)
{
    return (struct word_pair){ similarity, reason, (reason & (BIT(SLIP) | BIT(SCAN))) != 0, false };
}

/* A word of three sounds or less has no room for doubt. */
static bool is_same_short_word(const struct likeness *likeness, const struct name_part *left,
                               const struct name_part *right)
{
    bool is_one_script = word_pair_is_one_script(left, right);
    return likeness->distance <= (is_one_script ? DISTANCE_SHORT_ONE_SCRIPT : DISTANCE_SHORT);
}

/* Whether all differences are a matter of spelling. */
static bool is_spelling(const struct likeness *likeness, const struct name_part *left,
                        const struct name_part *right)
{
    const char *a = left->stem.sounds, *b = right->stem.sounds;
    if (shorter(left->sounds, right->sounds) <= SHORT_SOUNDS)
        return is_same_short_word(likeness, left, right);
    if (shorter(a, b) <= SHORT_SOUNDS)
        return likeness->hard == 0 && likeness->distance <= DISTANCE_SHORT_STEM;
    return likeness->hard == 0 && likeness->distance <= tolerance_of(longer(a, b));
}

static struct word_pair pair_stems(const struct lexicon *lexicon, const struct name_part *left,
                                   const struct name_part *right)
{
    const char *a = left->stem.sounds, *b = right->stem.sounds;
    struct likeness likeness = likeness_of(a, b);
    size_t length = longer(a, b);
    bool are_known = left->senses.count > 0 && right->senses.count > 0;
    bool are_plain = left->stem.role == NAME_ROLE_PLAIN && right->stem.role == NAME_ROLE_PLAIN;
    bool is_short = shorter(a, b) <= SHORT_SOUNDS;
    if (likeness.distance == 0)
        return pair_forgiven(100, 0);
    if (is_short && differs_by_glide(left, right))
        return pair_apart(&likeness, length);
    if (lexicon_senses_meet(&left->senses, &right->senses))
        return pair_forgiven(SIMILARITY_SENSE, BIT(SPELLING));
    if (is_same_to_a_scanner(left, right))
        return pair_forgiven(SIMILARITY_SCAN, BIT(SCAN));
    if (are_known && (is_short || likeness.distance >= DISTANCE_TRUSTED))
        return pair_of_other_names(&likeness, length);
    if (are_plain && differs_by_womans_vowel(a, b))
        return (struct word_pair){ 70, BIT(OTHER_SEX), false, true };
    if (likeness.distance < DISTANCE_LOOK_ALIKE && likeness.distance >= DISTANCE_TRUSTED &&
        rests_are_other_names(lexicon, a, b))
        return pair_of_other_names(&likeness, length);
    if (is_spelling(&likeness, left, right))
        return pair_forgiven(99 - likeness.distance / (int)length, BIT(SPELLING));
    if (may_be_slip(&likeness, left, right))
        return pair_forgiven(SIMILARITY_SLIP, BIT(SLIP));
    return pair_apart(&likeness, length);
}

/* Words as written, when an ending was taken off without need or is itself mistyped. */
static struct word_pair pair_whole(const struct name_part *left, const struct name_part *right)
{
    struct likeness likeness = likeness_of(left->sounds, right->sounds);
    size_t length = longer(left->sounds, right->sounds);
    if (likeness.hard == 0 && likeness.distance <= tolerance_of(length) / 2)
        return pair_forgiven(95, BIT(SPELLING));
    if (may_be_slip(&likeness, left, right) && length > SHORT_SOUNDS + 2)
        return pair_forgiven(SIMILARITY_SLIP, BIT(SLIP));
    return pair_apart(&likeness, length);
}

static bool is_paternal(const struct stem *stem)
{
    return stem->role == NAME_ROLE_PATRONYMIC || stem->role == NAME_ROLE_CHILD_OF;
}

/* Surnames differ in their endings by law and by sex. */
static void note_endings(struct word_pair *pair, const struct stem *left, const struct stem *right)
{
    if (left->role == NAME_ROLE_SURNAME && right->role == NAME_ROLE_SURNAME) {
        if (left->has_new_ending != right->has_new_ending)
            pair->reasons |= BIT(ENDING);
        else if (left->sex != right->sex)
            pair->reasons |= BIT(SEX_OF_ENDING);
        return;
    }
    /* Whichever way it is said whose child this is, it says whether a son or a daughter. */
    if (is_paternal(left) && is_paternal(right) && left->sex != 0 && right->sex != 0 &&
        left->sex != right->sex) {
        pair->reasons |= BIT(OTHER_SEX);
        pair->is_veto = true;
        pair->similarity = 70;
    } else if (left->role != right->role) {
        pair->reasons |= BIT(ENDING);
        pair->similarity -= 4;
    }
}

/* Whether an ending was taken off. */
static bool lost_ending(const struct name_part *part)
{
    return strlen(part->stem.sounds) < strlen(part->sounds);
}

struct word_pair word_pair_of(const struct lexicon *lexicon, const struct name_part *left,
                              const struct name_part *right)
{
    const struct stem *a = &left->stem, *b = &right->stem;
    if (!word_pair_roles_fit(a->role, b->role))
        return (struct word_pair){ 0, 0, false, false };
    if (a->role == NAME_ROLE_INITIAL || b->role == NAME_ROLE_INITIAL)
        return pair_initial(left, right);
    struct word_pair pair = pair_stems(lexicon, left, right);
    if (pair.similarity < WORD_PAIR_SAME &&
        (a->role != b->role || lost_ending(left) != lost_ending(right))) {
        struct word_pair whole = pair_whole(left, right);
        if (whole.similarity >= WORD_PAIR_SAME)
            return whole;
    }
    if (pair.similarity >= WORD_PAIR_SAME)
        note_endings(&pair, a, b);
    return pair;
}
