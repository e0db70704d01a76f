/* SPDX-License-Identifier: Apache-2.0 */
#include "name/mistyped.h"

#include "name/keyboard.h"
#include "name/likeness.h"

#include <string.h>

enum { DISTANCE_INITIAL = 60 }; /* Д alone may begin Джанибек */

struct change {
    enum keyboard_layout from, to;
};

/* Cyrillic letters typed for Latin ones, and Russian ones for those of a national layout, which has
 * letters where the Russian one has digits and rare letters. */
static const struct change changes_of_cyrillic[] = {
    { KEYBOARD_RUSSIAN, KEYBOARD_US },     { KEYBOARD_RUSSIAN, KEYBOARD_KAZAKH },
    { KEYBOARD_RUSSIAN, KEYBOARD_KYRGYZ }, { KEYBOARD_RUSSIAN, KEYBOARD_TAJIK },
    { KEYBOARD_KAZAKH, KEYBOARD_US },      { KEYBOARD_RUSSIAN, KEYBOARD_UZBEK_CYRILLIC },
};

static const struct change changes_of_latin[] = {
    { KEYBOARD_US, KEYBOARD_RUSSIAN },        { KEYBOARD_US, KEYBOARD_KAZAKH },
    { KEYBOARD_US, KEYBOARD_KYRGYZ },         { KEYBOARD_US, KEYBOARD_TAJIK },
    { KEYBOARD_US, KEYBOARD_UZBEK_CYRILLIC },
};

/* The bytes of the character that begins there. */
static size_t character_size(const char *text)
{
    size_t size = 1;
    while (size < 4 && ((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    return size;
}

void mistyped_begin(struct mistyped *mistyped, const char *text, bool is_cyrillic,
                    const struct name_parts *other)
{
    *mistyped = (struct mistyped){ .text = text, .other = other, .is_cyrillic = is_cyrillic };
    while (mistyped->initial_count < MISTYPED_INITIALS) {
        text += strspn(text, " ");
        if (*text == '\0')
            break;
        memcpy(mistyped->initials[mistyped->initial_count++], text, character_size(text));
        text += strcspn(text, " ");
    }
}

/* The first sound behind a glide. */
static char first_sound(const char *sounds)
{
    return sounds[sounds[0] == 'y' && sounds[1] != '\0'];
}

static bool begins_like(const char *sounds, const struct name_part *part)
{
    const char first[2] = { first_sound(part->sounds), '\0' };
    const char typed[2] = { first_sound(sounds), '\0' };
    return likeness_of(first, typed).distance <= DISTANCE_INITIAL;
}

/* Whether the character, as the other layout types it, begins some word of the name. */
static bool initial_fits(const struct mistyped *mistyped, size_t index, const struct change *change)
{
    struct letters_list list;
    char mapped[4 * KEYBOARD_BYTES_MAX + 1], sounds[SOUND_SIZE];
    const struct name_parts *name = mistyped->other;
    if (keyboard_map_into(mapped, sizeof(mapped), mistyped->initials[index], change->from,
                          change->to, NULL) != STATUS_OK)
        return false;
    letters_read(&list, mapped);
    if (list.count == 0)
        return false;
    sound_of_letters(sounds, &list.words[0]);
    for (size_t i = 0; i < name->count; i++)
        if (begins_like(sounds, &name->items[i]))
            return true;
    return false;
}

/* The first letters tell whether a reading is worth the trouble; mostly it is not. */
static bool read_change(const struct mistyped *mistyped, const struct lexicon *lexicon,
                        const struct change *change, struct name_parts *out)
{
    char text[NAME_TEXT_MAX * KEYBOARD_BYTES_MAX + 1];
    for (size_t i = 0; i < mistyped->initial_count; i++)
        if (!initial_fits(mistyped, i, change))
            return false;
    return keyboard_map_into(text, sizeof(text), mistyped->text, change->from, change->to, NULL) ==
               STATUS_OK &&
           name_parts_read(out, lexicon, text, NULL) == STATUS_OK;
}

bool mistyped_next(struct mistyped *mistyped, const struct lexicon *lexicon, struct name_parts *out)
{
    bool is_cyrillic = mistyped->is_cyrillic;
    const struct change *changes = is_cyrillic ? changes_of_cyrillic : changes_of_latin;
    size_t count = is_cyrillic ? sizeof(changes_of_cyrillic) / sizeof(changes_of_cyrillic[0])
                               : sizeof(changes_of_latin) / sizeof(changes_of_latin[0]);
    while (mistyped->next < count)
        if (read_change(mistyped, lexicon, &changes[mistyped->next++], out))
            return true;
    return false;
}
