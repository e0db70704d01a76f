/* SPDX-License-Identifier: Apache-2.0 */

/* What holds for every text, tried on every code point or on random texts. */
#include "base/text.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const struct text_rule line = { .max_characters = 40 };

static size_t put(char *out, utf8proc_int32_t code_point)
{
    return (size_t)utf8proc_encode_char(code_point, (utf8proc_uint8_t *)out);
}

static void folding_twice_changes_nothing(void **state)
{
    (void)state;
    struct error error = { 0 };
    for (utf8proc_int32_t c = 1; c <= 0x10FFFF; c++) {
        char text[8] = { 0 };
        if (!utf8proc_codepoint_valid(c) || utf8proc_category(c) == UTF8PROC_CATEGORY_CN ||
            utf8proc_category(c) == UTF8PROC_CATEGORY_CO)
            continue;
        put(text, c);
        char *once;
        char *twice;
        assert_ok(text_fold(&once, text, &error));
        assert_ok(text_fold(&twice, once, &error));
        assert_string_equal(once, twice);
        free(once);
        free(twice);
    }
}

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % limit;
}

/* Letters, marks, jamo, flags, spaces: whatever joins or moves its neighbours. */
static size_t random_text(char *out, uint32_t *seed)
{
    static const utf8proc_int32_t pool[][2] = {
        { 'A', 'z' },         { ' ', ' ' },         { 0x400, 0x52F },     { 0xC0, 0x24F },
        { 0x300, 0x36F },     { 0x300, 0x345 },     { 0x370, 0x3FF },     { 0x1E00, 0x1FFF },
        { 0x900, 0x9FF },     { 0x1100, 0x11FF },   { 0xAC00, 0xAC40 },   { 0x600, 0x6FF },
        { 0x1F1E6, 0x1F1FF }, { 0x1F300, 0x1F600 }, { 0x4E00, 0x4E20 },   { 0xB00, 0xDFF },
        { 0x1D150, 0x1D1C0 }, { 0x2F800, 0x2F820 }, { 0x11080, 0x110D0 }, { 0x2000, 0x2070 },
    };
    size_t length = 0;
    for (uint32_t left = 1 + random_below(seed, 12); left > 0; left--) {
        const utf8proc_int32_t *range = pool[random_below(seed, sizeof(pool) / sizeof(pool[0]))];
        uint32_t size = (uint32_t)(range[1] - range[0] + 1);
        length += put(out + length, range[0] + (utf8proc_int32_t)random_below(seed, size));
    }
    out[length] = '\0';
    return length;
}

static void an_accepted_text_is_accepted_again_unchanged(void **state)
{
    (void)state;
    struct error error = { 0 };
    uint32_t seed = 1991;
    int accepted = 0;
    for (int i = 0; i < 200000; i++) {
        char bytes[64];
        size_t length = random_text(bytes, &seed);
        char *once;
        if (text_accept(&once, bytes, length, &line, NULL) != STATUS_OK)
            continue;
        char *twice;
        assert_ok(text_accept(&twice, once, strlen(once), &line, &error));
        assert_string_equal(once, twice);
        free(once);
        free(twice);
        accepted++;
    }
    assert_true(accepted > 10000);
}

static void normalising_neither_joins_nor_splits_characters(void **state)
{
    (void)state;
    uint32_t seed = 1924;
    for (int i = 0; i < 200000; i++) {
        char bytes[64];
        random_text(bytes, &seed);
        utf8proc_uint8_t *composed = utf8proc_NFC((const utf8proc_uint8_t *)bytes);
        utf8proc_uint8_t *decomposed = utf8proc_NFD((const utf8proc_uint8_t *)bytes);
        assert_int_equal(text_length((const char *)composed), text_length(bytes));
        assert_int_equal(text_length((const char *)decomposed), text_length(bytes));
        free(composed);
        free(decomposed);
    }
}

static void a_cut_is_the_longest_that_fits(void **state)
{
    (void)state;
    uint32_t seed = 42;
    for (int i = 0; i < 20000; i++) {
        char bytes[64];
        size_t length = random_text(bytes, &seed);
        size_t width = text_width(bytes);
        assert_int_equal(text_cut(bytes, width), length);
        for (size_t columns = 0; columns < width; columns++) {
            char head[64];
            size_t cut = text_cut(bytes, columns);
            memcpy(head, bytes, cut);
            head[cut] = '\0';
            assert_true(text_width(head) <= columns);
            assert_int_equal(text_length(head) + text_length(bytes + cut), text_length(bytes));
            assert_true(text_cut(bytes, columns + 1) >= cut);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folding_twice_changes_nothing),
        cmocka_unit_test(an_accepted_text_is_accepted_again_unchanged),
        cmocka_unit_test(normalising_neither_joins_nor_splits_characters),
        cmocka_unit_test(a_cut_is_the_longest_that_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
