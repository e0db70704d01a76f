/* SPDX-License-Identifier: Apache-2.0 */
#include "name/sound.h"

#include <string.h>

/* ---- Cyrillic: one letter, one or two sounds */

enum { CYRILLIC_FIRST = 0x430, CYRILLIC_PLAIN = 0x450 - 0x430 };

static const char *const cyrillic_sounds[CYRILLIC_PLAIN] = {
    "a", "b", "v", "g", "d", "e", "j", "z", "i", "y", "k", "l", "m", "n", "o",  "p",  /* а-п */
    "r", "s", "t", "u", "f", "h", "c", "4", "6", "6", "",  "i", "",  "e", "yu", "ya", /* р-я */
};

struct letter_sound {
    uint32_t letter;
    const char *sounds;
};

static const struct letter_sound other_sounds[] = {
    { 0x451, "yo" }, /* ё */
    { 0x454, "e" },  /* є */
    { 0x455, "z" },  /* ѕ */
    { 0x456, "i" },  /* і */
    { 0x457, "yi" }, /* ї */
    { 0x458, "y" },  /* ј */
    { 0x45E, "w" },  /* ў */
    { 0x491, "g" },  /* ґ */
    { 0x493, "g" },  /* ғ */
    { 0x497, "j" },  /* җ */
    { 0x499, "z" },  /* ҙ */
    { 0x49B, "k" },  /* қ */
    { 0x49D, "k" },  /* ҝ */
    { 0x4A1, "k" },  /* ҡ */
    { 0x4A3, "n" },  /* ң */
    { 0x4A5, "n" },  /* ҥ */
    { 0x4AB, "s" },  /* ҫ */
    { 0x4AF, "u" },  /* ү */
    { 0x4B1, "u" },  /* ұ */
    { 0x4B3, "h" },  /* ҳ */
    { 0x4B7, "j" },  /* ҷ */
    { 0x4B9, "j" },  /* ҹ */
    { 0x4BB, "h" },  /* һ */
    { 0x4D3, "a" },  /* ӓ */
    { 0x4D9, "a" },  /* ә */
    { 0x4E3, "i" },  /* ӣ */
    { 0x4E7, "w" },  /* ӧ */
    { 0x4E9, "w" },  /* ө */
    { 0x4EF, "w" },  /* ӯ */
    { 0x4F1, "u" },  /* ӱ */
    { 0xE0, "a" },
    { 0xE1, "a" },
    { 0xE2, "a" },
    { 0xE3, "a" },
    { 0xE4, "a" },
    { 0xE5, "a" },
    { 0xE6, "e" },
    { 0xE7, "4" },
    { 0xE8, "e" },
    { 0xE9, "e" },
    { 0xEA, "e" },
    { 0xEB, "yo" },
    { 0xEC, "i" },
    { 0xED, "i" },
    { 0xEE, "i" },
    { 0xEF, "i" },
    { 0xF0, "d" },
    { 0xF1, "n" },
    { 0xF2, "o" },
    { 0xF3, "o" },
    { 0xF4, "o" },
    { 0xF5, "w" },
    { 0xF6, "w" },
    { 0xF8, "w" },
    { 0xF9, "u" },
    { 0xFA, "u" },
    { 0xFB, "u" },
    { 0xFC, "u" },
    { 0xFD, "y" },
    { 0xFE, "t" },
    { 0xFF, "y" },
    { 0xDF, "s" },
    { 0x101, "a" },
    { 0x103, "a" },
    { 0x105, "a" },
    { 0x107, "4" },
    { 0x10D, "4" },
    { 0x10F, "d" },
    { 0x111, "d" },
    { 0x113, "e" },
    { 0x117, "e" },
    { 0x119, "e" },
    { 0x11B, "e" },
    { 0x11F, "g" },
    { 0x121, "g" },
    { 0x123, "g" },
    { 0x127, "h" },
    { 0x12B, "i" },
    { 0x131, "i" },
    { 0x137, "k" },
    { 0x13C, "l" },
    { 0x142, "l" },
    { 0x144, "n" },
    { 0x146, "n" },
    { 0x148, "n" },
    { 0x14B, "n" },
    { 0x14D, "o" },
    { 0x151, "w" },
    { 0x153, "w" },
    { 0x159, "r" },
    { 0x15B, "s" },
    { 0x15F, "6" },
    { 0x161, "6" },
    { 0x163, "c" },
    { 0x165, "t" },
    { 0x169, "u" },
    { 0x16B, "u" },
    { 0x16D, "u" },
    { 0x16F, "u" },
    { 0x171, "u" },
    { 0x173, "u" },
    { 0x175, "v" },
    { 0x177, "y" },
    { 0x17A, "z" },
    { 0x17C, "z" },
    { 0x17E, "j" },
    { 0x1E7, "g" },
    { 0x219, "6" },
    { 0x21B, "c" },
    { 0x259, "a" },
    { 0x1E25, "h" },
    { 0x1E93, "z" },
    { 0x1F5, "g" },
    /* Arabic, Persian and Pashto: what is written, mostly consonants. */
    { 0x622, "a" },
    { 0x623, "a" },
    { 0x624, "u" },
    { 0x625, "i" },
    { 0x626, "y" },
    { 0x627, "a" },
    { 0x628, "b" },
    { 0x629, "a" },
    { 0x62A, "t" },
    { 0x62B, "s" },
    { 0x62C, "j" },
    { 0x62D, "h" },
    { 0x62E, "h" },
    { 0x62F, "d" },
    { 0x630, "z" },
    { 0x631, "r" },
    { 0x632, "z" },
    { 0x633, "s" },
    { 0x634, "6" },
    { 0x635, "s" },
    { 0x636, "z" },
    { 0x637, "t" },
    { 0x638, "z" },
    { 0x639, "a" },
    { 0x63A, "g" },
    { 0x641, "f" },
    { 0x642, "k" },
    { 0x643, "k" },
    { 0x644, "l" },
    { 0x645, "m" },
    { 0x646, "n" },
    { 0x647, "h" },
    { 0x648, "v" },
    { 0x649, "a" },
    { 0x64A, "y" },
    { 0x671, "a" },
    { 0x67C, "t" },
    { 0x67E, "p" },
    { 0x681, "z" },
    { 0x685, "c" },
    { 0x686, "4" },
    { 0x689, "d" },
    { 0x693, "r" },
    { 0x696, "j" },
    { 0x698, "j" },
    { 0x69A, "6" },
    { 0x6A9, "k" },
    { 0x6AB, "g" },
    { 0x6AF, "g" },
    { 0x6BC, "n" },
    { 0x6C0, "h" },
    { 0x6CC, "y" },
    { 0x6CD, "y" },
    { 0x6D0, "e" },
};

/* ---- Latin: groups of letters first, the longest before the shorter */

struct group_sound {
    const char *group;
    const char *sounds;
};

static const struct group_sound groups[] = {
    { "eev", "eyev" }, { "eew", "eyev" }, { "shch", "6" }, { "chtch", "6" }, { "tch", "4" },
    { "sch", "6" },    { "dzh", "j" },    { "tsh", "t6" }, { "kh", "h" },    { "gh", "g" },
    { "ch", "4" },     { "sh", "6" },     { "zh", "j" },   { "dj", "j" },    { "ts", "c" },
    { "tc", "c" },     { "ph", "f" },     { "ck", "k" },   { "ou", "u" },    { "oo", "u" },
    { "ee", "i" },     { "yy", "iy" },    { "ij", "iy" },
};

static const char *const latin_sounds[26] = {
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
    "n", "o", "p", "k", "r", "s", "t", "u", "v", "v", "h", "y", "z",
};

bool sound_is_vowel(char sound)
{
    static const bool vowels[128] = {
        ['a'] = true, ['e'] = true, ['i'] = true, ['o'] = true, ['u'] = true, ['w'] = true
    };
    return sound > 0 && vowels[(unsigned char)sound & 0x7F];
}

/* ---- writing */

struct writer {
    char *out;
    size_t length;
};

static void write_sounds(struct writer *writer, const char *sounds)
{
    for (; *sounds != '\0'; sounds++) {
        if (writer->length > 0 && writer->out[writer->length - 1] == *sounds)
            continue;
        if (writer->length + 1 < SOUND_SIZE)
            writer->out[writer->length++] = *sounds;
    }
}

static const char *find_other(uint32_t letter)
{
    for (size_t i = 0; i < sizeof(other_sounds) / sizeof(other_sounds[0]); i++)
        if (other_sounds[i].letter == letter)
            return other_sounds[i].sounds;
    return "";
}

static const char *cyrillic_sound(uint32_t letter)
{
    if (letter >= CYRILLIC_FIRST && letter < CYRILLIC_FIRST + CYRILLIC_PLAIN)
        return cyrillic_sounds[letter - CYRILLIC_FIRST];
    return find_other(letter);
}

/* How many letters from "at" on are that group; 0 when they are not. */
static size_t match_group(const struct letters *word, size_t at, const char *group)
{
    size_t length = 0;
    for (; group[length] != '\0'; length++)
        if (at + length >= word->count || word->items[at + length] != (uint32_t)group[length])
            return 0;
    return length;
}

static uint32_t letter_at(const struct letters *word, size_t at)
{
    return at < word->count ? word->items[at] : 0;
}

static bool is_latin_vowel(uint32_t letter)
{
    if (letter < 0x80)
        return letter != 'w' && sound_is_vowel((char)letter);
    return sound_is_vowel(find_other(letter)[0]);
}

/* y and Russia's i before a vowel are the glide; elsewhere they are the vowel. */
static const char *latin_y(const struct letters *word, size_t at)
{
    uint32_t before = at > 0 ? word->items[at - 1] : 0;
    uint32_t after = letter_at(word, at + 1);
    return is_latin_vowel(before) || is_latin_vowel(after) ? "y" : "i";
}

/* Writes the sounds of the letters at "at" and says how many letters those were. */
static size_t write_latin(struct writer *writer, const struct letters *word, size_t at)
{
    uint32_t letter = word->items[at];
    if ((letter == 'o' || letter == 'g') && letter_at(word, at + 1) == LETTERS_APOSTROPHE) {
        write_sounds(writer, letter == 'o' ? "w" : "g");
        return 2;
    }
    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
        size_t length = match_group(word, at, groups[i].group);
        if (length == 0)
            continue;
        write_sounds(writer, groups[i].sounds);
        return length;
    }
    if (letter == 'y')
        write_sounds(writer, latin_y(word, at));
    else if (letter == 'i' && at == 0 && is_latin_vowel(letter_at(word, 1)))
        write_sounds(writer, "y");
    else if (letter == LETTERS_LOST)
        write_sounds(writer, "0");
    else if (letter >= 'a' && letter <= 'z')
        write_sounds(writer, latin_sounds[letter - 'a']);
    else
        write_sounds(writer, find_other(letter));
    return 1;
}

static size_t write_cyrillic(struct writer *writer, const struct letters *word, size_t at)
{
    enum { DE = 0x434, IE = 0x435, ZHE = 0x436, TE = 0x442, TSE = 0x446, CHE = 0x447, JE = 0x4B7 };
    uint32_t letter = word->items[at];
    uint32_t next = letter_at(word, at + 1);
    if ((letter == DE && (next == ZHE || next == JE)) || (letter == CHE && next == ZHE)) {
        write_sounds(writer, "j");
        return 2;
    }
    if (letter == TE && next == TSE) {
        write_sounds(writer, "c");
        return 2;
    }
    bool is_behind_vowel = writer->length > 0 && sound_is_vowel(writer->out[writer->length - 1]);
    if (letter == LETTERS_LOST)
        write_sounds(writer, "0");
    else if (letter == IE && is_behind_vowel)
        write_sounds(writer, "ye");
    else
        write_sounds(writer, cyrillic_sound(letter));
    return 1;
}

static bool is_arabic(uint32_t letter)
{
    return letter >= 0x600 && letter < 0x700;
}

void sound_of_letters(char out[SOUND_SIZE], const struct letters *word)
{
    struct writer writer = { out, 0 };
    if (is_arabic(letter_at(word, 0)))
        writer.out[writer.length++] = SOUND_ARABIC;
    for (size_t at = 0; at < word->count;)
        at +=
            word->is_cyrillic ? write_cyrillic(&writer, word, at) : write_latin(&writer, word, at);
    out[writer.length] = '\0';
}

void sound_skeleton(char out[SOUND_SIZE], const char *sounds)
{
    size_t length = 0;
    for (; *sounds != '\0'; sounds++) {
        char sound = *sounds;
        if (sound == 'y' && sound_is_vowel(sounds[1]))
            continue;
        if (sound == 'y')
            sound = 'i';
        if (length == 0 || out[length - 1] != sound || (sound_is_vowel(sound) && sound != 'i'))
            out[length++] = sound;
    }
    if (length > 3 && out[length - 1] == 'h')
        length--;
    out[length] = '\0';
}

void sound_bones(char out[SOUND_SIZE], const char *sounds)
{
    size_t length = 0;
    if (sound_is_vowel(*sounds) || *sounds == 'y')
        out[length++] = 'a';
    for (; *sounds != '\0'; sounds++)
        if (!sound_is_vowel(*sounds) && *sounds != 'y' &&
            (length == 0 || out[length - 1] != *sounds))
            out[length++] = *sounds;
    out[length] = '\0';
}
