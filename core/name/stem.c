/* SPDX-License-Identifier: Apache-2.0 */
#include "name/stem.h"

#include <stdio.h>
#include <string.h>

enum { STEM_MIN = 2, STEM_MIN_BEFORE_CHILD = 3, STEM_MIN_BEFORE_IN = 4 };

struct ending {
    const char *sounds;
    enum name_role role;
    char sex;
    bool is_new;
    bool needs_known_stem; /* too short to be believed unless the rest is a name */
    const char *keeps;     /* what of the ending stays with the stem; NULL: nothing */
};

/* The longer before the shorter. */
static const struct ending endings[] = {
    { "yevi4", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "yovi4", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "ovi4", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "evi4", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "ovic", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "evic", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "ovij", NAME_ROLE_PATRONYMIC, 'm', false, false, NULL },
    { "avi4", NAME_ROLE_PATRONYMIC, 'm', false, true, NULL },
    { "yevna", NAME_ROLE_PATRONYMIC, 'f', false, false, NULL },
    { "yovna", NAME_ROLE_PATRONYMIC, 'f', false, false, NULL },
    { "ovna", NAME_ROLE_PATRONYMIC, 'f', false, false, NULL },
    { "evna", NAME_ROLE_PATRONYMIC, 'f', false, false, NULL },
    { "ini4na", NAME_ROLE_PATRONYMIC, 'f', false, false, NULL },
    { "i4na", NAME_ROLE_PATRONYMIC, 'f', false, false, NULL },
    { "wgli", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "ugli", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "ogli", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "oglu", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "uglu", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "uhli", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "ohli", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "kizi", NAME_ROLE_CHILD_OF, 'f', false, false, NULL },
    { "gizi", NAME_ROLE_CHILD_OF, 'f', false, false, NULL },
    { "kiz", NAME_ROLE_CHILD_OF, 'f', false, true, NULL },
    { "giz", NAME_ROLE_CHILD_OF, 'f', false, true, NULL },
    { "uli", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "ulu", NAME_ROLE_CHILD_OF, 'm', false, false, NULL },
    { "tegi", NAME_ROLE_CHILD_OF, 0, false, true, NULL },
    { "skiy", NAME_ROLE_SURNAME, 'm', false, false, "sk" },
    { "ski", NAME_ROLE_SURNAME, 'm', false, false, "sk" },
    { "skaya", NAME_ROLE_SURNAME, 'f', false, false, "sk" },
    { "zoda", NAME_ROLE_SURNAME, 0, true, false, NULL },
    { "zada", NAME_ROLE_SURNAME, 0, true, false, NULL },
    { "zade", NAME_ROLE_SURNAME, 0, true, false, NULL },
    { "zod", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "yova", NAME_ROLE_SURNAME, 'f', false, false, NULL },
    { "yeva", NAME_ROLE_SURNAME, 'f', false, false, NULL },
    { "ova", NAME_ROLE_SURNAME, 'f', false, false, NULL },
    { "eva", NAME_ROLE_SURNAME, 'f', false, false, NULL },
    { "yov", NAME_ROLE_SURNAME, 'm', false, false, NULL },
    { "yev", NAME_ROLE_SURNAME, 'm', false, false, NULL },
    { "ov", NAME_ROLE_SURNAME, 'm', false, false, NULL },
    { "ev", NAME_ROLE_SURNAME, 'm', false, false, NULL },
    { "of", NAME_ROLE_SURNAME, 'm', false, false, NULL },
    { "ef", NAME_ROLE_SURNAME, 'm', false, false, NULL },
    { "iyon", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "iyan", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "ion", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "pur", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "far", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "iy", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "i", NAME_ROLE_SURNAME, 0, true, true, NULL },
    { "ina", NAME_ROLE_SURNAME, 'f', false, false, "in" },
    { "in", NAME_ROLE_SURNAME, 'm', false, false, "in" },
    { "ine", NAME_ROLE_SURNAME, 'm', false, false, "in" },
};

struct child_word {
    const char *sounds;
    char sex;
};

static const struct child_word child_words[] = {
    { "wgli", 'm' }, { "ugli", 'm' }, { "ogli", 'm' }, { "oglu", 'm' },
    { "uglu", 'm' }, { "uhli", 'm' }, { "uli", 'm' },  { "ulu", 'm' },
    { "ulw", 'm' },  { "kizi", 'f' }, { "gizi", 'f' }, { "kiz", 'f' },
    { "giz", 'f' },  { "tegi", 0 },   { "wgil", 'm' }, { "ugil", 'm' },
};

static const struct child_word child_prefixes[] = {
    { "ibn", 'm' },   { "bint", 'f' },   { "binti", 'f' },   { "pisari", 'm' },
    { "pisar", 'm' }, { "duhtar", 'f' }, { "duhtari", 'f' },
};

bool stem_is_child_word(const char *sounds, char *sex)
{
    for (size_t i = 0; i < sizeof(child_words) / sizeof(child_words[0]); i++)
        if (strcmp(child_words[i].sounds, sounds) == 0) {
            *sex = child_words[i].sex;
            return true;
        }
    return false;
}

bool stem_is_child_prefix(const char *sounds, char *sex)
{
    for (size_t i = 0; i < sizeof(child_prefixes) / sizeof(child_prefixes[0]); i++)
        if (strcmp(child_prefixes[i].sounds, sounds) == 0) {
            *sex = child_prefixes[i].sex;
            return true;
        }
    return false;
}

bool stem_is_surname_word(const char *sounds)
{
    return strcmp(sounds, "zoda") == 0 || strcmp(sounds, "zada") == 0 ||
           strcmp(sounds, "zade") == 0;
}

bool stem_is_article(const char *sounds)
{
    static const char *const articles[] = { "al", "el", "ul", "ud", "ur", "ad", "ar" };
    for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++)
        if (strcmp(articles[i], sounds) == 0)
            return true;
    return false;
}

/* ---- compounds */

static bool ends_with(const char *text, size_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length >= size && memcmp(text + length - size, ending, size) == 0;
}

static void remove_at(char *text, size_t at, size_t count)
{
    memmove(text + at, text + at + count, strlen(text + at + count) + 1);
}

/* abdulrahim, abdurrahim -> abdurahim; abdulaziz stays. */
static void unify_servant(char *sounds)
{
    if (strncmp(sounds, "abd", 3) != 0)
        return;
    if (strncmp(sounds, "abdul", 5) == 0 && sounds[5] != '\0' && !sound_is_vowel(sounds[5]) &&
        sounds[5] != 'y')
        remove_at(sounds, 4, 1);
    else if (strncmp(sounds, "abdi", 4) == 0 && strlen(sounds) > 6)
        sounds[3] = 'u';
    else if (strlen(sounds) > 5 && strlen(sounds) + 1 < SOUND_SIZE && !sound_is_vowel(sounds[3])) {
        memmove(sounds + 4, sounds + 3, strlen(sounds + 3) + 1);
        sounds[3] = 'u';
    }
}

static void unify_end(char *sounds)
{
    static const char *const faiths[] = { "udin", "edin", "adin", "iden", "uden" };
    static const char *const gods[] = { "ulah", "uloh", "alah", "olah", "aloh",
                                        "ulo",  "olo",  "olla", "ola" };
    static const char *const wishes[] = { "mirat", "mirad", "murat", "murod", "mirod" };
    size_t length = strlen(sounds);
    if (length > 6 && (ends_with(sounds, length, "tdin") || ends_with(sounds, length, "ddin")))
        remove_at(sounds, length-- - 4, 1);
    for (size_t i = 0; i < sizeof(faiths) / sizeof(faiths[0]) && length > 6; i++)
        if (ends_with(sounds, length, faiths[i]))
            memcpy(sounds + length - 4, "idin", sizeof("idin"));
    for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]) && length > 6; i++)
        if (ends_with(sounds, length, wishes[i]))
            memcpy(sounds + length - 5, "murad", sizeof("murad"));
    for (size_t i = 0; i < sizeof(gods) / sizeof(gods[0]) && length > 5; i++)
        if (ends_with(sounds, length, gods[i])) {
            snprintf(sounds + length - strlen(gods[i]), SOUND_SIZE - length, "ula");
            return;
        }
}

void stem_unify(char sounds[SOUND_SIZE])
{
    unify_servant(sounds);
    unify_end(sounds);
}

/* ---- endings */

/* "Rasuli" is the surname from Rasul, no child of a Ras. */
static bool is_nisba(const struct ending *ending, const struct lexicon *lexicon, const char *sounds)
{
    char name[SOUND_SIZE];
    if (strcmp(ending->sounds, "uli") != 0)
        return false;
    snprintf(name, sizeof(name), "%.*s", (int)strlen(sounds) - 1, sounds);
    return lexicon_knows(lexicon, name);
}

/* "Сергеевич" comes from Сергей. */
static void give_back_y(char rest[SOUND_SIZE], const struct lexicon *lexicon)
{
    size_t length = strlen(rest);
    if (length + 1 >= SOUND_SIZE || !sound_is_vowel(rest[length - 1]) ||
        lexicon_knows(lexicon, rest))
        return;
    rest[length] = 'y';
    rest[length + 1] = '\0';
    if (!lexicon_knows(lexicon, rest))
        rest[length] = '\0';
}

/* In "Kenjebekqyzy" one k stands for two. */
static void give_back_k(char rest[SOUND_SIZE], const struct ending *ending,
                        const struct lexicon *lexicon)
{
    size_t length = strlen(rest);
    if (strcmp(ending->sounds, "kizi") != 0 || lexicon_knows(lexicon, rest) ||
        length + 1 >= SOUND_SIZE)
        return;
    rest[length] = 'k';
    rest[length + 1] = '\0';
    if (!lexicon_knows(lexicon, rest))
        rest[length] = '\0';
}

/* "Закариевич" comes from Закария. */
static void give_back_a(char rest[SOUND_SIZE], const struct lexicon *lexicon)
{
    size_t length = strlen(rest);
    if (length == 0 || rest[length - 1] != 'i' || length + 1 >= SOUND_SIZE ||
        lexicon_knows(lexicon, rest))
        return;
    rest[length] = 'a';
    rest[length + 1] = '\0';
    if (!lexicon_knows(lexicon, rest))
        rest[length] = '\0';
}

static bool ending_fits(const struct ending *ending, const struct lexicon *lexicon,
                        const char *sounds, char rest[SOUND_SIZE])
{
    size_t length = strlen(sounds), size = strlen(ending->sounds);
    size_t least = ending->role == NAME_ROLE_CHILD_OF ? STEM_MIN_BEFORE_CHILD : STEM_MIN;
    if (is_nisba(ending, lexicon, sounds))
        return false;
    if (ending->keeps != NULL && ending->keeps[0] == 'i')
        least = STEM_MIN_BEFORE_IN;
    if (length < size + least || !ends_with(sounds, length, ending->sounds))
        return false;
    memcpy(rest, sounds, length - size);
    rest[length - size] = '\0';
    if (length - size > 2 && rest[length - size - 1] == 'y')
        rest[length - size - 1] = '\0';
    stem_unify(rest);
    give_back_y(rest, lexicon);
    give_back_k(rest, ending, lexicon);
    give_back_a(rest, lexicon);
    return !ending->needs_known_stem || lexicon_knows(lexicon, rest);
}

void stem_of_word(struct stem *out, const struct lexicon *lexicon, const char *sounds)
{
    char rest[SOUND_SIZE];
    *out = (struct stem){ .role = NAME_ROLE_PLAIN };
    memcpy(out->sounds, sounds, strlen(sounds) + 1);
    stem_unify(out->sounds);
    if (lexicon_knows(lexicon, out->sounds))
        return;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        const struct ending *ending = &endings[i];
        if (!ending_fits(ending, lexicon, sounds, rest))
            continue;
        const char *keeps = ending->keeps == NULL ? "" : ending->keeps;
        snprintf(out->sounds, sizeof(out->sounds), "%.80s%s", rest, keeps);
        out->role = ending->role;
        out->sex = ending->sex;
        out->has_new_ending = ending->is_new;
        return;
    }
}

/* Whether some ending begins so. */
static bool is_begun_ending(const char *sounds)
{
    size_t length = strlen(sounds);
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strncmp(endings[i].sounds, sounds, length) == 0)
            return true;
    return false;
}

bool stem_cut_begun_ending(char out[SOUND_SIZE], const char *sounds, size_t index)
{
    size_t length = strlen(sounds);
    for (size_t cut = 1; cut + STEM_MIN <= length && cut < 6; cut++) {
        if (!is_begun_ending(sounds + length - cut) || --index > 0)
            continue;
        memcpy(out, sounds, length - cut);
        out[length - cut] = '\0';
        stem_unify(out);
        return true;
    }
    return false;
}
