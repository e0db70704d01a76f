/* SPDX-License-Identifier: Apache-2.0 */
#include "name/lexicon/entries.h"

const struct lexicon_table lexicon_tables[] = {
    { lexicon_arabic_male, LEXICON_ARABIC_MALE_COUNT },
    { lexicon_arabic_female, LEXICON_ARABIC_FEMALE_COUNT },
    { lexicon_compound_male, LEXICON_COMPOUND_MALE_COUNT },
    { lexicon_turkic_male, LEXICON_TURKIC_MALE_COUNT },
    { lexicon_turkic_female, LEXICON_TURKIC_FEMALE_COUNT },
    { lexicon_turkmen, LEXICON_TURKMEN_COUNT },
    { lexicon_iranian_male, LEXICON_IRANIAN_MALE_COUNT },
    { lexicon_iranian_female, LEXICON_IRANIAN_FEMALE_COUNT },
    { lexicon_slavic, LEXICON_SLAVIC_COUNT },
    { lexicon_other, LEXICON_OTHER_COUNT },
    { lexicon_korean, LEXICON_KOREAN_COUNT },
    { lexicon_stem, LEXICON_STEM_COUNT },
};

const size_t lexicon_table_count = sizeof(lexicon_tables) / sizeof(lexicon_tables[0]);
