/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/person_code.h"

#include "base/text.h"
#include "language.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_COLUMNS = 26 };

struct code {
    const char *code;
    const char *label;
};

static const struct code population_groups[] = {
    { "REF", N_("recognised refugee") },
    { "ASY", N_("asylum-seeker") },
    { "CPL", N_("complementary or temporary protection") },
    { "RET", N_("returnee") },
    { "STA", N_("recognised stateless person") },
    { "UND", N_("undetermined nationality") },
    { "LAB", N_("labour migrant") },
    { "ETH", N_("ethnic repatriate") },
    { "FAM", N_("family member") },
    { "STU", N_("student") },
    { "OTH", N_("other group") },
};

static const struct code legal_statuses[] = {
    { "citizen", N_("citizen of this country") },
    { "refugee", N_("recognised refugee") },
    { "asylum_seeker", N_("asylum-seeker") },
    { "stateless", N_("recognised stateless person") },
    { "undetermined", N_("undetermined nationality") },
    { "residence_permit", N_("residence permit") },
    { "work_permit", N_("work permit") },
    { "patent", N_("patent for work") },
    { "student", N_("student") },
    { "none", N_("no legal status") },
};

static const struct code marital_statuses[] = {
    { "single", N_("single") },     { "married", N_("married") },     { "widowed", N_("widowed") },
    { "divorced", N_("divorced") }, { "separated", N_("separated") },
};

static const struct code educations[] = {
    { "none", N_("no schooling") },
    { "primary", N_("primary school") },
    { "secondary", N_("secondary school") },
    { "vocational", N_("vocational school") },
    { "higher", N_("university or institute") },
};

#define CODES(codes)                                                                               \
    {                                                                                              \
        codes, sizeof(codes) / sizeof((codes)[0])                                                  \
    }

static const struct codes {
    const struct code *items;
    size_t count;
} codes_of[PERSON_FIELD_COUNT] = {
    [FIELD_POPULATION_GROUP] = CODES(population_groups),
    [FIELD_LEGAL_STATUS] = CODES(legal_statuses),
    [FIELD_MARITAL_STATUS] = CODES(marital_statuses),
    [FIELD_EDUCATION] = CODES(educations),
};

const char *person_code_at(enum person_field field, size_t index)
{
    return index < codes_of[field].count ? codes_of[field].items[index].code : NULL;
}

const char *person_code_label(enum person_field field, const char *code)
{
    for (size_t i = 0; i < codes_of[field].count; i++)
        if (strcmp(codes_of[field].items[i].code, code) == 0)
            return language_text(codes_of[field].items[i].label);
    return code;
}

static bool is_same_text(const char *folded, const char *text)
{
    char *other = NULL;
    bool is_same = text_fold(&other, text, NULL) == STATUS_OK && strcmp(folded, other) == 0;
    free(other);
    return is_same;
}

const char *person_code_find(enum person_field field, const char *text)
{
    char *folded = NULL;
    const char *found = NULL;
    if (text_fold(&folded, text, NULL) != STATUS_OK)
        return NULL;
    for (size_t i = 0; i < codes_of[field].count && found == NULL; i++) {
        const struct code *code = &codes_of[field].items[i];
        if (is_same_text(folded, code->code) || is_same_text(folded, language_text(code->label)))
            found = code->code;
    }
    free(folded);
    return found;
}

void person_code_write_help(FILE *stream)
{
    for (enum person_field field = 0; field < PERSON_FIELD_COUNT; field++) {
        const struct codes *codes = &codes_of[field];
        if (codes->count > 0)
            fprintf(stream, "\n%s:\n", language_text(person_field_row(field)->label));
        for (size_t i = 0; i < codes->count; i++)
            fprintf(stream, "  %-*s %s\n", CODE_COLUMNS, codes->items[i].code,
                    language_text(codes->items[i].label));
    }
}
