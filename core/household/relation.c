/* SPDX-License-Identifier: Apache-2.0 */
#include "household/relation.h"

#include <string.h>

struct kind {
    const char *word;
    enum relation_kind inverse;
    enum sex sex;   /* that the word implies */
    int generation; /* 1: the person is of the older one, -1: the other is, 0: nobody knows */
};

static const struct kind kinds[] = {
    [RELATION_MOTHER] = { "mother", RELATION_CHILD, SEX_FEMALE, 1 },
    [RELATION_FATHER] = { "father", RELATION_CHILD, SEX_MALE, 1 },
    [RELATION_PARENT] = { "parent", RELATION_CHILD, SEX_NOT_KNOWN, 1 },
    [RELATION_CHILD] = { "child", RELATION_PARENT, SEX_NOT_KNOWN, -1 },
    [RELATION_SON] = { "son", RELATION_PARENT, SEX_MALE, -1 },
    [RELATION_DAUGHTER] = { "daughter", RELATION_PARENT, SEX_FEMALE, -1 },
    [RELATION_SPOUSE] = { "spouse", RELATION_SPOUSE, SEX_NOT_KNOWN, 0 },
    [RELATION_SIBLING] = { "sibling", RELATION_SIBLING, SEX_NOT_KNOWN, 0 },
    [RELATION_GUARDIAN] = { "guardian", RELATION_WARD, SEX_NOT_KNOWN, 0 },
    [RELATION_WARD] = { "ward", RELATION_GUARDIAN, SEX_NOT_KNOWN, 0 },
    [RELATION_GRANDPARENT] = { "grandparent", RELATION_GRANDCHILD, SEX_NOT_KNOWN, 1 },
    [RELATION_GRANDCHILD] = { "grandchild", RELATION_GRANDPARENT, SEX_NOT_KNOWN, -1 },
    [RELATION_CAREGIVER] = { "caregiver", RELATION_DEPENDANT, SEX_NOT_KNOWN, 0 },
    [RELATION_DEPENDANT] = { "dependant", RELATION_CAREGIVER, SEX_NOT_KNOWN, 0 },
    [RELATION_OTHER] = { "other", RELATION_OTHER, SEX_NOT_KNOWN, 0 },
};
_Static_assert(sizeof(kinds) / sizeof(kinds[0]) == RELATION_KIND_COUNT, "every kind has its row");

const char *relation_kind_word(enum relation_kind kind)
{
    return kinds[kind].word;
}

enum status relation_kind_parse(enum relation_kind *out, const char *word, struct error *error)
{
    for (enum relation_kind kind = 0; kind < RELATION_KIND_COUNT; kind++)
        if (strcmp(word, kinds[kind].word) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of relation");
}

enum relation_kind relation_kind_inverse(enum relation_kind kind)
{
    return kinds[kind].inverse;
}

/* Whether one was certainly not born before the other. */
static bool is_not_older(const struct person *one, const struct person *other)
{
    struct day one_earliest;
    struct day other_latest;
    struct day unused;
    if (!one->has_birth || !other->has_birth)
        return false;
    date_bounds(one->birth, &one_earliest, &unused);
    date_bounds(other->birth, &unused, &other_latest);
    return day_compare(one_earliest, other_latest) >= 0;
}

unsigned relation_doubts(enum relation_kind kind, const struct person *person,
                         const struct person *other)
{
    unsigned doubts = RELATION_DOUBT_NONE;
    const struct kind *row = &kinds[kind];
    if ((row->generation > 0 && is_not_older(person, other)) ||
        (row->generation < 0 && is_not_older(other, person)))
        doubts |= RELATION_DOUBT_PARENT_YOUNGER;
    const bool has_sex = person->sex == SEX_MALE || person->sex == SEX_FEMALE;
    if (has_sex && row->sex != SEX_NOT_KNOWN && row->sex != person->sex)
        doubts |= RELATION_DOUBT_SEX;
    return doubts;
}
