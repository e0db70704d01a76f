/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/number_text.h"

#include "language.h"

#include <string.h>

static const char *const problems[] = {
    [PERSONAL_NUMBER_SOUND] = "",
    [PERSONAL_NUMBER_NOT_DIGITS] = N_("It has other signs than digits."),
    [PERSONAL_NUMBER_LENGTH] = N_("It has not as many digits as a number of that country."),
    [PERSONAL_NUMBER_CENTURY_DIGIT] = N_("The digit of the century or the sex is impossible."),
    [PERSONAL_NUMBER_DATE_IMPOSSIBLE] = N_("There is no such date of birth as it holds."),
    [PERSONAL_NUMBER_UNUSABLE] = N_("Such a number cannot have been issued."),
    [PERSONAL_NUMBER_CHECK_DIGIT] = N_("Its check digit is not right."),
    [PERSONAL_NUMBER_DIFFERS_FROM_BIRTH] = N_("It holds another date of birth."),
    [PERSONAL_NUMBER_DIFFERS_FROM_SEX] = N_("It holds another sex."),
};
_Static_assert(sizeof(problems) / sizeof(problems[0]) == PERSONAL_NUMBER_PROBLEM_COUNT,
               "every problem has its sentence");

const char *number_text_problem(enum personal_number_problem problem)
{
    return problem == PERSONAL_NUMBER_SOUND ? "" : language_text(problems[problem]);
}

static const struct {
    const char *country;
    enum personal_number_kind kind;
} number_kinds[] = {
    { "KAZ", PERSONAL_NUMBER_KZ_IIN },
    { "UZB", PERSONAL_NUMBER_UZ_PINFL },
    { "KGZ", PERSONAL_NUMBER_KG_PIN },
};

static char sex_letter(enum sex sex)
{
    if (sex == SEX_MALE)
        return 'M';
    return sex == SEX_FEMALE ? 'F' : '\0';
}

enum personal_number_problem number_problem_find(const char *text, const char *country,
                                                 const struct person *person)
{
    if (country[0] == '\0')
        country = person->nationality;
    for (size_t i = 0; i < sizeof(number_kinds) / sizeof(number_kinds[0]); i++) {
        struct personal_number number;
        if (strcmp(number_kinds[i].country, country) != 0)
            continue;
        personal_number_check(&number, number_kinds[i].kind, text);
        personal_number_compare(&number, person->has_birth ? &person->birth : NULL,
                                sex_letter(person->sex));
        return number.problem;
    }
    return PERSONAL_NUMBER_SOUND;
}
