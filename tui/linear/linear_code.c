/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_code.h"

#include "base/text.h"
#include "command/person/value.h"
#include "linear/linear_question.h"
#include "wording/country_name.h"
#include "wording/spoken_language.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BEGINNING_MIN = 3 };

const char *linear_code_name(enum linear_codes codes, const char *code)
{
    return codes == LINEAR_CODES_COUNTRY ? country_name(code) : spoken_language_name(code);
}

const char *linear_code_at(enum linear_codes codes, size_t index)
{
    const char *code = codes == LINEAR_CODES_COUNTRY    ? country_name_code_at(index)
                       : codes == LINEAR_CODES_LANGUAGE ? spoken_language_code_at(index)
                                                        : NULL;
    return code == NULL || strcmp(linear_code_name(codes, code), code) == 0 ? NULL : code;
}

static size_t count(enum linear_codes codes)
{
    size_t number = 0;
    while (linear_code_at(codes, number) != NULL)
        number++;
    return number;
}

static bool begins_with(const char *name, const char *folded, bool *is_whole)
{
    char *other = NULL;
    if (text_fold(&other, name, NULL) != STATUS_OK)
        return false;
    const bool begins = strncmp(other, folded, strlen(folded)) == 0;
    *is_whole = strcmp(other, folded) == 0;
    free(other);
    return begins;
}

/* The only one whose name begins so, or is that; NULL. */
static const char *find_name(enum linear_codes codes, const char *folded)
{
    const char *found = NULL;
    bool is_only = true;
    const char *code;
    for (size_t i = 0; (code = linear_code_at(codes, i)) != NULL; i++) {
        bool is_whole;
        if (!begins_with(linear_code_name(codes, code), folded, &is_whole))
            continue;
        if (is_whole)
            return code;
        is_only = found == NULL;
        found = code;
    }
    return is_only ? found : NULL;
}

/* BEL is Belgium, not the beginning of Belarus. */
static bool is_code(enum linear_codes codes, const char *typed)
{
    char country[PERSON_COUNTRY_SIZE];
    if (codes == LINEAR_CODES_COUNTRY)
        return person_value_country(country, typed) == FAULT_NONE;
    const char *code;
    for (size_t i = 0; (code = linear_code_at(codes, i)) != NULL; i++)
        if (strcmp(code, typed) == 0)
            return true;
    return false;
}

const char *linear_code_find(enum linear_codes codes, const char *typed)
{
    const size_t number = linear_read_number(typed, count(codes));
    const char *code = NULL;
    char *folded = NULL;
    if (number > 0)
        return linear_code_at(codes, number - 1);
    if (is_code(codes, typed) || text_length(typed) < BEGINNING_MIN ||
        text_fold(&folded, typed, NULL) != STATUS_OK)
        return typed;
    code = find_name(codes, folded);
    free(folded);
    return code == NULL ? typed : code;
}
