/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/choice_words.h"

#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static const struct choice lost[] = {
    { .id = "theft", .title = "Stolen" },
    { .id = "stole", .title = "Stolen, and found again" },
    { .id = "home", .title = "At home" },
    { .id = "away", .title = "Home" },
};
static const struct field one = { .type = FIELD_CHOICE, .choices = lost, .choice_count = 4 };
static const struct field several = { .type = FIELD_CHOICES, .choices = lost, .choice_count = 4 };

struct example {
    const char *typed;
    const char *whole;
    const char *beginning; /* NULL: as whole */
};

static void check(const struct field *field, const struct example *example, bool takes_beginnings)
{
    const struct case_place place = { .field = field };
    const char *expected =
        takes_beginnings && example->beginning != NULL ? example->beginning : example->whole;
    char *read = choice_words_read(&place, example->typed, takes_beginnings);
    assert_string_equal(read, expected);
    free(read);
}

static void check_all(const struct field *field, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check(field, &examples[i], false);
        check(field, &examples[i], true);
    }
}

static void a_choice_is_its_id_its_number_or_its_title(void **state)
{
    static const struct example examples[] = {
        { "theft", "theft", NULL },
        { "THEFT", "theft", NULL },
        { "1", "theft", NULL },
        { "5", "5", NULL },
        { "0", "0", NULL },
        { "STOLEN", "theft", NULL },
        { "HOME", "home", NULL },
        { "stol", "stol", NULL },
        { "at h", "at h", "home" },
        { "at", "at", NULL },
        { "carpet", "carpet", NULL },
        { "99999999999999999999", "99999999999999999999", NULL },
        { "", "", NULL },
    };
    (void)state;
    check_all(&one, examples, sizeof(examples) / sizeof(examples[0]));
}

static void a_list_is_told_apart_by_its_commas(void **state)
{
    static const struct example examples[] = {
        { "Stolen, at home", "theft,home", NULL },
        { "at home,Stolen, and found again", "home,stole", NULL },
        { "3 1", "3 1", NULL },
        { "1, carpet", "theft, carpet", NULL },
        { ",", ",", NULL },
        { "stolen, and f", "theft, and f", "stole" },
    };
    (void)state;
    check_all(&several, examples, sizeof(examples) / sizeof(examples[0]));
}

static void what_is_no_choice_or_too_long_stays(void **state)
{
    static const struct field text = { .type = FIELD_TEXT };
    const struct example free_text = { "Stolen", "Stolen", NULL };
    char typed[3000];
    (void)state;
    memset(typed, ',', sizeof(typed) - 1);
    typed[sizeof(typed) - 1] = '\0';
    const struct example long_text = { typed, typed, NULL };
    check(&text, &free_text, true);
    check(&several, &long_text, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_choice_is_its_id_its_number_or_its_title),
        cmocka_unit_test(a_list_is_told_apart_by_its_commas),
        cmocka_unit_test(what_is_no_choice_or_too_long_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
