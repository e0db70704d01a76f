/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/country_name.h"

#include "language.h"
#include "name/country_code.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *code;
    const char *name;
} names[] = {
    { "KGZ", NC_("country name", "Kyrgyzstan") },
    { "KAZ", NC_("country name", "Kazakhstan") },
    { "TJK", NC_("country name", "Tajikistan") },
    { "UZB", NC_("country name", "Uzbekistan") },
    { "TKM", NC_("country name", "Turkmenistan") },
    { "RUS", NC_("country name", "Russia") },
    { "AFG", NC_("country name", "Afghanistan") },
    { "XXA", NC_("country name", "stateless person") },
    { "XXB", NC_("country name", "refugee") },
    { "XXC", NC_("country name", "refugee by other rules") },
    { "XXX", NC_("country name", "nationality not known") },
    { "CHN", NC_("country name", "China") },
    { "IRN", NC_("country name", "Iran") },
    { "PAK", NC_("country name", "Pakistan") },
    { "TUR", NC_("country name", "Turkey") },
    { "AZE", NC_("country name", "Azerbaijan") },
    { "ARM", NC_("country name", "Armenia") },
    { "GEO", NC_("country name", "Georgia") },
    { "UKR", NC_("country name", "Ukraine") },
    { "BLR", NC_("country name", "Belarus") },
    { "MDA", NC_("country name", "Moldova") },
    { "MNG", NC_("country name", "Mongolia") },
    { "SYR", NC_("country name", "Syria") },
    { "IRQ", NC_("country name", "Iraq") },
    { "YEM", NC_("country name", "Yemen") },
    { "PSE", NC_("country name", "Palestine") },
    { "JOR", NC_("country name", "Jordan") },
    { "LBN", NC_("country name", "Lebanon") },
    { "SAU", NC_("country name", "Saudi Arabia") },
    { "ARE", NC_("country name", "United Arab Emirates") },
    { "EGY", NC_("country name", "Egypt") },
    { "IND", NC_("country name", "India") },
    { "BGD", NC_("country name", "Bangladesh") },
    { "KOR", NC_("country name", "South Korea") },
    { "PRK", NC_("country name", "North Korea") },
    { "DEU", NC_("country name", "Germany") },
    { "POL", NC_("country name", "Poland") },
    { "LTU", NC_("country name", "Lithuania") },
    { "LVA", NC_("country name", "Latvia") },
    { "EST", NC_("country name", "Estonia") },
    { "ISR", NC_("country name", "Israel") },
    { "GBR", NC_("country name", "United Kingdom") },
    { "USA", NC_("country name", "United States") },
    { "SUN", NC_("country name", "Soviet Union") },
};
enum { NAMED = sizeof(names) / sizeof(names[0]) };

static const char *find(const char *code)
{
    for (size_t i = 0; i < NAMED; i++)
        if (strcmp(names[i].code, code) == 0)
            return names[i].name;
    return NULL;
}

const char *country_name_code_at(size_t index)
{
    if (index < NAMED)
        return names[index].code;
    index -= NAMED;
    for (size_t i = 0;; i++) {
        const char *code = country_code_at(i);
        if (code == NULL)
            return NULL;
        if (find(code) == NULL && index-- == 0)
            return code;
    }
}

const char *country_name(const char *code)
{
    const char *name = find(code);
    return name == NULL ? code : language_text_in("country name", name);
}

void country_name_write(char out[COUNTRY_NAME_SIZE], const char *code)
{
    const char *name = find(code);
    snprintf(out, COUNTRY_NAME_SIZE, "%s%s%s", code, name == NULL ? "" : "  ",
             name == NULL ? "" : country_name(code));
}
