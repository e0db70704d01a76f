/* SPDX-License-Identifier: Apache-2.0 */
#include "view/office_fields.h"

#include "base/ascii.h"
#include "language.h"
#include "store/case_number.h"

#include <string.h>

struct choice {
    const char *code;
    const char *text;
};

static const struct choice countries[] = {
    { "KZ", N_("Kazakhstan") },   { "KG", N_("Kyrgyzstan") }, { "TJ", N_("Tajikistan") },
    { "TM", N_("Turkmenistan") }, { "UZ", N_("Uzbekistan") },
};

static const struct choice memories[] = {
    { "48", N_("48 MB: the oldest PC that can run this") },
    { "64", N_("64 MB: a very old PC") },
    { "128", N_("128 MB: an old PC; take this if unsure") },
    { "512", N_("512 MB or more: every PC of the office is newer") },
};

static void add(struct form_field *field, const struct choice *choices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        form_field_option(field, choices[i].code, language_text(choices[i].text));
}

void office_field_countries(struct form_field *field)
{
    add(field, countries, sizeof(countries) / sizeof(countries[0]));
}

void office_field_memories(struct form_field *field)
{
    add(field, memories, sizeof(memories) / sizeof(memories[0]));
}

void office_field_languages(struct form_field *field)
{
    for (size_t i = 0; language_code_at(i) != NULL; i++)
        form_field_option(field, language_code_at(i), language_name_at(i));
}

void office_code_tidy(struct form *form, const char *id)
{
    char code[OFFICE_CODE_MAX + 1];
    size_t length = 0;
    const char *typed = form_value(form, id);
    for (; *typed != '\0'; typed++) {
        if (*typed == ' ')
            continue;
        if (length == OFFICE_CODE_MAX)
            return;
        code[length++] = ascii_to_capital(*typed);
    }
    code[length] = '\0';
    if (strcmp(code, form_value(form, id)) != 0)
        form_set(form, id, code);
}
