/* SPDX-License-Identifier: Apache-2.0 */
#include "name/name_parts.h"

#include "base/text.h"

#include <string.h>

/* One or two letters that stand for a name: "А.", "Ш", "Sh.", "Ю". */
static bool is_initial(const struct letters *word, const char *sounds, size_t words)
{
    if (words < 2)
        return false;
    if (word->count == 1)
        return true;
    size_t length = strlen(sounds);
    bool is_one_sound = length == 1 || (length == 2 && sounds[0] == 'y');
    return is_one_sound && word->ends_with_dot && word->count <= 4 &&
           (!sound_is_vowel(sounds[length - 1]) || length == 2);
}

static void part_make(struct name_part *part, const struct lexicon *lexicon,
                      const struct letters *word, size_t words)
{
    part->letters = *word;
    sound_of_letters(part->sounds, word);
    if (is_initial(word, part->sounds, words)) {
        part->stem = (struct stem){ .role = NAME_ROLE_INITIAL };
        memcpy(part->stem.sounds, part->sounds, sizeof(part->sounds));
        part->senses.count = 0;
        return;
    }
    stem_of_word(&part->stem, lexicon, part->sounds);
    part->senses = lexicon_find(lexicon, part->stem.sounds);
}

/* "oʻgʻli" behind a word, or "ibn" before it, makes that word say whose child this is. */
static void part_make_child(struct name_part *part, const struct lexicon *lexicon, char sex)
{
    if (part->stem.role == NAME_ROLE_INITIAL)
        return;
    part->stem.role = NAME_ROLE_CHILD_OF;
    part->stem.sex = sex;
    part->stem.has_new_ending = false;
    part->senses = lexicon_find(lexicon, part->stem.sounds);
}

struct reading {
    const struct lexicon *lexicon;
    struct name_parts *parts;
    char prefix_sex; /* of an "ibn" that waits for its word */
    bool has_prefix;
    bool is_servant; /* the word that comes belongs to the "Abd" before it */
    size_t words;
};

/* "Abd al-Karim", "Abd as-Samad": alone, "Abd" is nobody's name. */
static bool is_servants_article(const struct name_part *last, const char *sounds)
{
    return strcmp(last->sounds, "abd") == 0 && strlen(sounds) == 2 && sound_is_vowel(sounds[0]);
}

static void join_servant(struct reading *reading)
{
    struct name_parts joined;
    if (reading->is_servant &&
        name_parts_join(&joined, reading->lexicon, reading->parts, reading->parts->count - 2))
        *reading->parts = joined;
    reading->is_servant = false;
}

static void read_word(struct reading *reading, const struct letters *word)
{
    struct name_parts *parts = reading->parts;
    char sounds[SOUND_SIZE];
    char sex = 0;
    sound_of_letters(sounds, word);
    struct name_part *last = parts->count > 0 ? &parts->items[parts->count - 1] : NULL;
    if (last != NULL && is_servants_article(last, sounds)) {
        reading->is_servant = true;
        return;
    }
    if (sounds[0] == '\0' || (last != NULL && stem_is_article(sounds)))
        return;
    if (last != NULL && stem_is_child_word(sounds, &sex)) {
        part_make_child(last, reading->lexicon, sex);
        return;
    }
    if (last != NULL && last->stem.role == NAME_ROLE_PLAIN && stem_is_surname_word(sounds)) {
        last->stem.role = NAME_ROLE_SURNAME;
        last->stem.has_new_ending = true;
        return;
    }
    if (last != NULL && stem_is_child_prefix(sounds, &reading->prefix_sex)) {
        reading->has_prefix = true;
        return;
    }
    if (parts->count == NAME_PARTS_MAX)
        return;
    part_make(&parts->items[parts->count++], reading->lexicon, word, reading->words);
    if (reading->has_prefix)
        part_make_child(&parts->items[parts->count - 1], reading->lexicon, reading->prefix_sex);
    reading->has_prefix = false;
    join_servant(reading);
}

enum status name_parts_read(struct name_parts *out, const struct lexicon *lexicon, const char *text,
                            struct error *error)
{
    struct letters_list list;
    size_t length = strnlen(text, NAME_TEXT_MAX + 1);
    size_t cyrillic = 0;
    out->count = 0;
    if (length > NAME_TEXT_MAX)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, NAME_TEXT_MAX,
                                "a name of over %d "
                                "bytes",
                                NAME_TEXT_MAX);
    if (!text_is_valid(text, length))
        return error_set(error, STATUS_TEXT_INVALID, "a name that is no UTF-8");
    letters_read(&list, text);
    struct reading reading = { .lexicon = lexicon, .parts = out, .words = list.count };
    out->repairs = 0;
    for (size_t i = 0; i < list.count; i++) {
        read_word(&reading, &list.words[i]);
        out->repairs |= list.words[i].repairs;
        cyrillic += list.words[i].is_cyrillic;
    }
    out->is_cyrillic = 2 * cyrillic > list.count;
    return out->count > 0 ? STATUS_OK
                          : error_set(error, STATUS_TEXT_EMPTY, "a name without letters");
}

bool name_parts_join(struct name_parts *out, const struct lexicon *lexicon,
                     const struct name_parts *parts, size_t at)
{
    if (at + 1 >= parts->count || parts->items[at].stem.role != NAME_ROLE_PLAIN ||
        parts->items[at + 1].stem.role == NAME_ROLE_INITIAL ||
        parts->items[at].letters.is_cyrillic != parts->items[at + 1].letters.is_cyrillic)
        return false;
    *out = *parts;
    struct letters joined = parts->items[at].letters;
    const struct letters *second = &parts->items[at + 1].letters;
    for (size_t i = 0; i < second->count && joined.count < LETTERS_MAX; i++)
        joined.items[joined.count++] = second->items[i];
    out->count--;
    memmove(&out->items[at], &out->items[at + 1], (out->count - at) * sizeof(out->items[0]));
    part_make(&out->items[at], lexicon, &joined, out->count);
    if (parts->items[at + 1].stem.role == NAME_ROLE_CHILD_OF)
        part_make_child(&out->items[at], lexicon, parts->items[at + 1].stem.sex);
    return true;
}
