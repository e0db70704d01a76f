/* SPDX-License-Identifier: Apache-2.0 */
#include "view/casefile_code.h"

#include "language.h"

struct code {
    const char *code;
    const char *name;
};

static const struct code countries[] = {
    { "KAZ", N_("Kazakhstan") },
    { "KGZ", N_("Kyrgyzstan") },
    { "TJK", N_("Tajikistan") },
    { "TKM", N_("Turkmenistan") },
    { "UZB", N_("Uzbekistan") },
    { "AFG", N_("Afghanistan") },
    { "RUS", N_("Russia") },
    { "IRN", N_("Iran") },
    { "PAK", N_("Pakistan") },
    { "CHN", N_("China") },
    { "TUR", N_("Turkey") },
    { "UKR", N_("Ukraine") },
    { "BLR", N_("Belarus") },
    { "AZE", N_("Azerbaijan") },
    { "ARM", N_("Armenia") },
    { "GEO", N_("Georgia") },
    { "MNG", N_("Mongolia") },
    { "SYR", N_("Syria") },
    { "IRQ", N_("Iraq") },
    { "DEU", N_("Germany") },
    { "POL", N_("Poland") },
    { "KOR", N_("South Korea") },
    { "SUN", N_("Soviet Union (old papers)") },
    { "XXA", N_("stateless") },
    { "XXB", N_("refugee") },
    { "XXX", N_("not known") },
};

static const struct code languages[] = {
    { "ru", N_("Russian") },     { "ky", N_("Kyrgyz") },  { "kk", N_("Kazakh") },
    { "tg", N_("Tajik") },       { "uz", N_("Uzbek") },   { "tk", N_("Turkmen") },
    { "fa", N_("Dari, Farsi") }, { "ps", N_("Pashto") },  { "ug", N_("Uyghur") },
    { "tr", N_("Turkish") },     { "ar", N_("Arabic") },  { "uk", N_("Ukrainian") },
    { "zh", N_("Chinese") },     { "en", N_("English") },
};

static void add(struct form_field *field, const struct code *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        form_field_option(field, codes[i].code, language_text(codes[i].name));
}

void casefile_code_add_countries(struct form_field *field)
{
    add(field, countries, sizeof(countries) / sizeof(countries[0]));
}

void casefile_code_add_languages(struct form_field *field)
{
    add(field, languages, sizeof(languages) / sizeof(languages[0]));
}
