/* SPDX-License-Identifier: Apache-2.0 */

/* What a word of a name is made of: "Rahimova" is the surname, of a woman, from the name Rahim;
 * "Рахимович" is the patronymic, of a man, from the same name. */
#ifndef QADAM_NAME_STEM_H
#define QADAM_NAME_STEM_H

#include "name/lexicon.h"
#include "name/sound.h"

enum name_role {
    NAME_ROLE_PLAIN,      /* no ending tells: a given name, or a surname without one */
    NAME_ROLE_SURNAME,    /* -ov, -ova, -zoda... */
    NAME_ROLE_PATRONYMIC, /* -ovich, -ovna */
    NAME_ROLE_CHILD_OF, /* uulu, kyzy, oʻgʻli, qizi, uly: a patronymic, or what stands for a surname
                         */
    NAME_ROLE_INITIAL,
    NAME_ROLE_COUNT
};

struct stem {
    char sounds[SOUND_SIZE];
    enum name_role role;
    char sex;            /* 'm', 'f', or 0 when the ending does not tell */
    bool has_new_ending; /* -zoda, -i, -iyon and the like, which replaced -ov */
};

/* Takes the ending off.  A word that is a given name as it stands (Yakov, Zarina) keeps it. */
void stem_of_word(struct stem *out, const struct lexicon *lexicon, const char *sounds);

/* The stem that remains when the index-th beginning of an ending is taken off, counted from 1:
 * while "Rahimov" is being typed, "rahimo" gives "rahim".  False when there is no such one. */
bool stem_cut_begun_ending(char out[SOUND_SIZE], const char *sounds, size_t index);

/* Whether a word of its own says whose child somebody is ("oʻgʻli", "kyzy"); *sex gets 'm' or 'f'.
 * Such a word belongs to the one before it. */
bool stem_is_child_word(const char *sounds, char *sex);
/* The same for "ibn" and "bint", which belong to the word behind them. */
bool stem_is_child_prefix(const char *sounds, char *sex);
/* Whether it is "zoda" on its own, which makes the word before it a surname. */
bool stem_is_surname_word(const char *sounds);

/* Whether it is the Arabic article standing alone: "Abd al-Karim". */
bool stem_is_article(const char *sounds);

/* Writes the parts from which compound names are made in one way: Abdul Rahim, Abdurrahim and
 * Abdurahim; -iddin, -uddin and -ad-din; -ulla, -ulloh and -ullah. */
void stem_unify(char sounds[SOUND_SIZE]);

#endif
