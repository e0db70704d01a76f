/* SPDX-License-Identifier: Apache-2.0 */

/* The peoples of the demo world: how they write, how they name their children, what passports
 * they carry. */
#ifndef QADAM_DEMO_DEMO_NATION_H
#define QADAM_DEMO_DEMO_NATION_H

#include "name/romanization.h"

enum demo_nation {
    DEMO_NATION_KAZAKH,
    DEMO_NATION_KYRGYZ,
    DEMO_NATION_TAJIK,
    DEMO_NATION_TURKMEN,
    DEMO_NATION_UZBEK,
    DEMO_NATION_AFGHAN,
    DEMO_NATION_UYGHUR,
    DEMO_NATION_RUSSIAN,
    DEMO_NATION_KOREAN,
    DEMO_NATION_TATAR,
    DEMO_NATION_COUNT
};

/* A language in one script. */
enum demo_writing {
    DEMO_WRITING_KAZAKH,
    DEMO_WRITING_KYRGYZ,
    DEMO_WRITING_TAJIK,
    DEMO_WRITING_UZBEK_LATIN,
    DEMO_WRITING_UZBEK_CYRILLIC,
    DEMO_WRITING_TURKMEN,
    DEMO_WRITING_RUSSIAN,
    DEMO_WRITING_AFGHAN_LATIN, /* as Afghan passports write */
    DEMO_WRITING_ARABIC,       /* Dari in Arabic letters */
    DEMO_WRITING_COUNT
};

/* What is made of a name to be a surname. */
enum demo_surname_form {
    DEMO_SURNAME_OV,   /* Рахимов, Рахимова, Rahimow, Rahimi (in Afghanistan) */
    DEMO_SURNAME_BARE, /* Раҳим */
    DEMO_SURNAME_ZODA, /* Раҳимзода, Rahimzada */
    DEMO_SURNAME_I,    /* Раҳимӣ */
    DEMO_SURNAME_SON,  /* Рахим уулу, Рахим кызы */
    DEMO_SURNAME_SLAV, /* the name is a Russian surname: Иванов, Иванова */
    DEMO_SURNAME_FORM_COUNT
};

enum demo_patronymic_form {
    DEMO_PATRONYMIC_NONE,
    DEMO_PATRONYMIC_OVICH, /* Рахимович, Рахимовна */
    DEMO_PATRONYMIC_SON,   /* Rahim oʻgʻli, Рахим кызы */
    DEMO_PATRONYMIC_FORM_COUNT
};

struct demo_nation_habits {
    unsigned char weight;   /* its share of the world */
    const char country[4];  /* ISO 3166-1 alpha-3 */
    const char language[4]; /* ISO 639 */
    enum demo_writing writing;
    enum demo_writing other_writing;
    unsigned char other_percent;     /* how many write the main name in the other writing */
    enum demo_writing clerk_writing; /* what a clerk of another office wrote */
    enum romanization passport;
    enum demo_writing passport_writing; /* what the passport's Latin letters are made from */
    unsigned char surname_weights[DEMO_SURNAME_FORM_COUNT];
    unsigned char patronymic_weights[DEMO_PATRONYMIC_FORM_COUNT];
    unsigned char first_january_percent; /* born on a day that somebody made up */
};

extern const struct demo_nation_habits demo_nations[DEMO_NATION_COUNT];

#endif
