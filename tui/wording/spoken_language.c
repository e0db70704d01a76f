/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/spoken_language.h"

#include "language.h"

#include <string.h>

static const struct {
    const char *code;
    const char *name;
} names[] = {
    { "ky", NC_("spoken language", "Kyrgyz") },         { "kk", NC_("spoken language", "Kazakh") },
    { "tg", NC_("spoken language", "Tajik") },          { "uz", NC_("spoken language", "Uzbek") },
    { "tk", NC_("spoken language", "Turkmen") },        { "ru", NC_("spoken language", "Russian") },
    { "prs", NC_("spoken language", "Dari") },          { "fa", NC_("spoken language", "Persian") },
    { "ps", NC_("spoken language", "Pashto") },         { "ug", NC_("spoken language", "Uyghur") },
    { "kaa", NC_("spoken language", "Karakalpak") },    { "dng", NC_("spoken language", "Dungan") },
    { "sgh", NC_("spoken language", "Shughni") },       { "tt", NC_("spoken language", "Tatar") },
    { "az", NC_("spoken language", "Azerbaijani") },    { "tr", NC_("spoken language", "Turkish") },
    { "ar", NC_("spoken language", "Arabic") },         { "ur", NC_("spoken language", "Urdu") },
    { "zh", NC_("spoken language", "Chinese") },        { "ko", NC_("spoken language", "Korean") },
    { "uk", NC_("spoken language", "Ukrainian") },      { "en", NC_("spoken language", "English") },
    { "rsl", NC_("spoken language", "sign language") },
};
enum { NAMED = sizeof(names) / sizeof(names[0]) };

const char *spoken_language_code_at(size_t index)
{
    return index < NAMED ? names[index].code : NULL;
}

const char *spoken_language_name(const char *code)
{
    for (size_t i = 0; i < NAMED; i++)
        if (strcmp(names[i].code, code) == 0)
            return language_text_in("spoken language", names[i].name);
    return code;
}
