/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/answer.h"

#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static const struct choice moods[] = { { .id = "good", .title = "Good" },
                                       { .id = "CR-CP", .title = "Fair" },
                                       { .id = "bad", .title = "Bad" } };
static const struct choice yes_no[] = { { .id = "yes", .title = "Yes" },
                                        { .id = "no", .title = "No" } };

static struct field make_field(enum field_type type)
{
    struct field field = { .id = "field", .type = (int)type };
    if (type == FIELD_CHOICE || type == FIELD_CHOICES) {
        field.choices = moods;
        field.choice_count = 3;
    }
    if (type == FIELD_YES_NO) {
        field.choices = yes_no;
        field.choice_count = 2;
    }
    return field;
}

static struct answer_context make_context(void)
{
    struct answer_context context = { .has_birth = true };
    assert_int_equal(day_from_civil(&context.today, 2026, 11, 24, NULL), STATUS_OK);
    assert_int_equal(date_parse(&context.birth, "1990-05", NULL), STATUS_OK);
    return context;
}

/* The field keeps "kept", or refuses for "fault" when that is NULL. */
static void check(const struct field *field, const char *typed, const char *kept,
                  enum answer_fault fault, long long limit)
{
    struct error error = { 0 };
    char *out;
    enum answer_fault actual;
    long long actual_limit = 0;
    const struct answer_context context = make_context();
    assert_ok(answer_normalize(&out, &actual, &actual_limit, field, typed, &context, &error));
    if (actual != fault)
        fail_msg("\"%s\": fault %d", typed, (int)actual);
    assert_int_equal(actual_limit, limit);
    if (kept == NULL)
        assert_null(out);
    else
        assert_string_equal(out, kept);
    free(out);
}

static void texts_are_kept_without_space_around_them(void **state)
{
    (void)state;
    const struct field text = make_field(FIELD_TEXT);
    const struct field long_text = make_field(FIELD_LONG_TEXT);
    char too_long[402];
    memset(too_long, 'a', sizeof(too_long) - 1);
    too_long[sizeof(too_long) - 1] = '\0';
    check(&text, "  at the station ", "at the station", ANSWER_OK, 0);
    check(&text, " ", NULL, ANSWER_EMPTY, 0);
    check(&text, "a\nb", NULL, ANSWER_TEXT, 0);
    check(&text, "\xFF", NULL, ANSWER_TEXT, 0);
    check(&text, too_long, NULL, ANSWER_LONG, 400);
    check(&long_text, "a\nb", "a\nb", ANSWER_OK, 0);
}

static void numbers_are_whole_and_within_bounds(void **state)
{
    (void)state;
    struct field field = make_field(FIELD_NUMBER);
    check(&field, "007", "7", ANSWER_OK, 0);
    check(&field, "0", "0", ANSWER_OK, 0);
    check(&field, "-0", "0", ANSWER_OK, 0);
    check(&field, "-12", "-12", ANSWER_OK, 0);
    check(&field, "12 people", NULL, ANSWER_NOT_NUMBER, 0);
    check(&field, "1.5", NULL, ANSWER_NOT_NUMBER, 0);
    check(&field, "-", NULL, ANSWER_NOT_NUMBER, 0);
    check(&field, "99999999999999999999", NULL, ANSWER_NOT_NUMBER, 0);
    field.least = (struct yaml_number){ true, 1 };
    field.most = (struct yaml_number){ true, 9 };
    check(&field, "0", NULL, ANSWER_LOW, 1);
    check(&field, "10", NULL, ANSWER_HIGH, 9);
    check(&field, "9", "9", ANSWER_OK, 0);
}

static void money_has_a_currency(void **state)
{
    (void)state;
    const struct field field = make_field(FIELD_MONEY);
    check(&field, "2400 USD", "2400.00 USD", ANSWER_OK, 0);
    check(&field, "2 400,5 kgs", "2400.50 KGS", ANSWER_OK, 0);
    check(&field, "0.05KZT", "0.05 KZT", ANSWER_OK, 0);
    check(&field, "2400", NULL, ANSWER_NOT_MONEY, 0);
    check(&field, "USD 2400", NULL, ANSWER_NOT_MONEY, 0);
    check(&field, "12.345 USD", NULL, ANSWER_NOT_MONEY, 0);
    check(&field, "12 USDX", NULL, ANSWER_NOT_MONEY, 0);
    check(&field, "12 U1D", NULL, ANSWER_NOT_MONEY, 0);
}

static void dates_are_read_in_every_form_and_must_make_sense(void **state)
{
    (void)state;
    struct field field = make_field(FIELD_DATE);
    check(&field, "3/4/2026", "2026-04-03", ANSWER_OK, 0);
    check(&field, "t", "2026-11-24", ANSWER_OK, 0);
    check(&field, "+3", "2026-11-27", ANSWER_OK, 0);
    check(&field, "2025", "2025", ANSWER_OK, 0);
    check(&field, "30.02.2026", NULL, ANSWER_NOT_DATE, 0);
    check(&field, "soon", NULL, ANSWER_NOT_DATE, 0);
    check(&field, "14.06.1989", NULL, ANSWER_BEFORE_BIRTH, 0);
    check(&field, "1990", "1990", ANSWER_OK, 0);
    field.time = FIELD_PAST;
    check(&field, "25.11.2026", NULL, ANSWER_FUTURE, 0);
    check(&field, "24.11.2026", "2026-11-24", ANSWER_OK, 0);
    field.before_birth = true;
    check(&field, "14.06.1989", "1989-06-14", ANSWER_OK, 0);
    field.time = FIELD_FUTURE;
    check(&field, "23.11.2026", NULL, ANSWER_PAST, 0);
    check(&field, "24.11.2026", "2026-11-24", ANSWER_OK, 0);
}

static void choices_are_taken_by_word_or_number(void **state)
{
    (void)state;
    const struct field one = make_field(FIELD_CHOICE);
    const struct field several = make_field(FIELD_CHOICES);
    const struct field yes = make_field(FIELD_YES_NO);
    check(&one, "good", "good", ANSWER_OK, 0);
    check(&one, "cr-cp", "CR-CP", ANSWER_OK, 0);
    check(&one, "3", "bad", ANSWER_OK, 0);
    check(&one, "4", NULL, ANSWER_NOT_CHOICE, 0);
    check(&one, "goo", NULL, ANSWER_NOT_CHOICE, 0);
    check(&one, "goods", NULL, ANSWER_NOT_CHOICE, 0);
    check(&several, "bad, good", "good,bad", ANSWER_OK, 0);
    check(&several, "3 1 3", "good,bad", ANSWER_OK, 0);
    check(&several, "good, great", NULL, ANSWER_NOT_CHOICE, 0);
    check(&several, ",", NULL, ANSWER_NOT_CHOICE, 0);
    check(&yes, "YES", "yes", ANSWER_OK, 0);
    check(&yes, "maybe", NULL, ANSWER_NOT_YES_NO, 0);
}

static void codes_are_those_of_the_standards(void **state)
{
    (void)state;
    const struct field country = make_field(FIELD_COUNTRY);
    const struct field language = make_field(FIELD_LANGUAGE);
    check(&country, "kgz", "KGZ", ANSWER_OK, 0);
    check(&country, "ZZZ", NULL, ANSWER_NOT_COUNTRY, 0);
    check(&country, "Kyrgyzstan", NULL, ANSWER_NOT_COUNTRY, 0);
    check(&language, "FA", "fa", ANSWER_OK, 0);
    check(&language, "prs", "prs", ANSWER_OK, 0);
    check(&language, "dari", NULL, ANSWER_NOT_LANGUAGE, 0);
    check(&language, "k1", NULL, ANSWER_NOT_LANGUAGE, 0);
}

static void rows_are_not_answered_as_a_whole(void **state)
{
    (void)state;
    const struct field rows = make_field(FIELD_ROWS);
    check(&rows, "something", NULL, ANSWER_IS_ROWS, 0);
}

static void evidence_is_there_or_not(void **state)
{
    (void)state;
    const char *out;
    assert_int_equal(answer_normalize_evidence(&out, "copy"), ANSWER_OK);
    assert_string_equal(out, "copy");
    assert_int_equal(answer_normalize_evidence(&out, "maybe"), ANSWER_NOT_EVIDENCE);
    assert_null(out);
    assert_int_equal(answer_normalize_evidence(&out, ""), ANSWER_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_kept_without_space_around_them),
        cmocka_unit_test(numbers_are_whole_and_within_bounds),
        cmocka_unit_test(money_has_a_currency),
        cmocka_unit_test(dates_are_read_in_every_form_and_must_make_sense),
        cmocka_unit_test(choices_are_taken_by_word_or_number),
        cmocka_unit_test(codes_are_those_of_the_standards),
        cmocka_unit_test(rows_are_not_answered_as_a_whole),
        cmocka_unit_test(evidence_is_there_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
