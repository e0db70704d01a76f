/* SPDX-License-Identifier: Apache-2.0 */
#include "name/lexicon_entries.h"

const struct lexicon_table lexicon_tables[] = {
    { lexicon_arabic_male, LEXICON_ARABIC_MALE_COUNT },
    { lexicon_korean, LEXICON_KOREAN_COUNT },
};

const size_t lexicon_table_count = sizeof(lexicon_tables) / sizeof(lexicon_tables[0]);
