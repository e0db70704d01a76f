/* SPDX-License-Identifier: Apache-2.0 */
#include "command/hash_text.h"

#include "support/unit.h"

#include <stdio.h>

static const char grouped[] = "00010203 04050607 08090a0b 0c0d0e0f 10111213 14151617 18191a1b "
                              "1c1d1eff";

static void make_hash(unsigned char hash[JOURNAL_HASH_SIZE])
{
    for (unsigned char i = 0; i < JOURNAL_HASH_SIZE; i++)
        hash[i] = i;
    hash[JOURNAL_HASH_SIZE - 1] = 0xFF;
}

static void a_hash_is_eight_groups_and_reads_back(void **state)
{
    unsigned char hash[JOURNAL_HASH_SIZE];
    unsigned char back[JOURNAL_HASH_SIZE];
    char text[HASH_TEXT_SIZE];
    (void)state;
    make_hash(hash);
    hash_format(text, hash);
    assert_string_equal(text, grouped);
    assert_true(hash_parse(back, text));
    assert_memory_equal(back, hash, sizeof(hash));
}

static void spaces_dashes_and_case_do_not_matter(void **state)
{
    unsigned char hash[JOURNAL_HASH_SIZE];
    unsigned char back[JOURNAL_HASH_SIZE];
    (void)state;
    make_hash(hash);
    assert_true(hash_parse(back, "  000102030405060708090A0B0C0D0E0F-10111213-14151617 "
                                 "18191a1b 1c1d1eFF\n"));
    assert_memory_equal(back, hash, sizeof(hash));
}

static void what_is_no_whole_hash_is_refused(void **state)
{
    char text[80];
    unsigned char back[JOURNAL_HASH_SIZE];
    (void)state;
    assert_false(hash_parse(back, ""));
    snprintf(text, sizeof(text), "%s0", grouped);
    assert_false(hash_parse(back, text));
    snprintf(text, sizeof(text), "%.*s", (int)sizeof(grouped) - 2, grouped);
    assert_false(hash_parse(back, text));
    snprintf(text, sizeof(text), "%s", grouped);
    text[3] = 'g';
    assert_false(hash_parse(back, text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hash_is_eight_groups_and_reads_back),
        cmocka_unit_test(spaces_dashes_and_case_do_not_matter),
        cmocka_unit_test(what_is_no_whole_hash_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
