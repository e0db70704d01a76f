/* SPDX-License-Identifier: Apache-2.0 */
#include "view/code_options.h"

#include "wording/country_name.h"
#include "wording/spoken_language.h"

void code_options_add_countries(struct form_field *field)
{
    char text[COUNTRY_NAME_SIZE];
    const char *code;
    for (size_t i = 0; (code = country_name_code_at(i)) != NULL; i++) {
        country_name_write(text, code);
        form_field_option(field, code, text);
    }
}

void code_options_add_languages(struct form_field *field)
{
    const char *code;
    for (size_t i = 0; (code = spoken_language_code_at(i)) != NULL; i++)
        form_field_option(field, code, spoken_language_name(code));
    field->allows_other = true;
}
