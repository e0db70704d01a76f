/* SPDX-License-Identifier: Apache-2.0 */

/* Personal names as data: which spellings, in all scripts and traditions of the region, are one
 * name.  The comparison of names takes two spellings of one entry for the same name and two
 * spellings of different entries for different names, however near they look: Hasan and Husan
 * are twins.  Surnames are made of the same stems.
 *
 * The pairs of Arabic that differ only in the length of a vowel (Hamid and Homid, Rashid and
 * Roshid) are one entry: Russian records have always written the two alike. */
#ifndef QADAM_NAME_LEXICON_ENTRIES_H
#define QADAM_NAME_LEXICON_ENTRIES_H

#include <stddef.h>

struct lexicon_entry {
    const char *key; /* a short ASCII name of the entry, unique over all tables: "muhammad" */
    char sex;        /* 'm', 'f' or 'u' (both) */

    /* "kk:Мұхаммед ky:Мухаммед tg:Муҳаммад uz:Muhammad ru:Мухаммад,Магомед xx:Mohammed":
     * groups separated by a space, each a tag, a colon and spellings separated by commas, the
     * usual one first.  The tags, in this order:
     *   kk  Kazakh, Cyrillic           uc  Uzbek, Cyrillic
     *   ky  Kyrgyz, Cyrillic           tk  Turkmen, Latin
     *   tg  Tajik, Cyrillic            ru  what clerks write in Russian
     *   uz  Uzbek, Latin               xx  met anywhere, in any script
     * A language that is left out does not use the name.  What transliteration gives from the
     * spellings here is not repeated under xx.  One word per spelling; a name that is written
     * apart has an underscore where the space is ("Abdul_Rahman"). */
    const char *spellings;
};

struct lexicon_table {
    const struct lexicon_entry *entries;
    size_t count;
};

/* All tables. */
extern const struct lexicon_table lexicon_tables[];
extern const size_t lexicon_table_count;

/* The tables one by one, for whoever wants one kind: "slavic" are the names of Russians,
 * "stem" what lives in surnames only.  A new entry raises the number of its table. */
enum {
    LEXICON_ARABIC_MALE_COUNT = 447,
    LEXICON_ARABIC_FEMALE_COUNT = 191,
    LEXICON_COMPOUND_MALE_COUNT = 199,
    LEXICON_TURKIC_MALE_COUNT = 701,
    LEXICON_TURKIC_FEMALE_COUNT = 331,
    LEXICON_TURKMEN_COUNT = 249,
    LEXICON_IRANIAN_MALE_COUNT = 205,
    LEXICON_IRANIAN_FEMALE_COUNT = 146,
    LEXICON_SLAVIC_COUNT = 262,
    LEXICON_OTHER_COUNT = 326,
    LEXICON_KOREAN_COUNT = 55,
    LEXICON_STEM_COUNT = 147,
};

extern const struct lexicon_entry lexicon_arabic_male[LEXICON_ARABIC_MALE_COUNT];
extern const struct lexicon_entry lexicon_arabic_female[LEXICON_ARABIC_FEMALE_COUNT];
extern const struct lexicon_entry lexicon_compound_male[LEXICON_COMPOUND_MALE_COUNT];
extern const struct lexicon_entry lexicon_turkic_male[LEXICON_TURKIC_MALE_COUNT];
extern const struct lexicon_entry lexicon_turkic_female[LEXICON_TURKIC_FEMALE_COUNT];
extern const struct lexicon_entry lexicon_turkmen[LEXICON_TURKMEN_COUNT];
extern const struct lexicon_entry lexicon_iranian_male[LEXICON_IRANIAN_MALE_COUNT];
extern const struct lexicon_entry lexicon_iranian_female[LEXICON_IRANIAN_FEMALE_COUNT];
extern const struct lexicon_entry lexicon_slavic[LEXICON_SLAVIC_COUNT];
extern const struct lexicon_entry lexicon_other[LEXICON_OTHER_COUNT];
extern const struct lexicon_entry lexicon_korean[LEXICON_KOREAN_COUNT];
extern const struct lexicon_entry lexicon_stem[LEXICON_STEM_COUNT];

#endif
