/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/page_gap.h"

#include <string.h>

#include "support/unit.h"
#include "vault/seal.h"

static unsigned char page[PAGE_SIZE];

/* A page full of words that has so many rows, which begin there. */
static void write_page(size_t at, unsigned char kind, unsigned rows, unsigned content)
{
    memset(page, 'x', sizeof(page));
    page[at] = kind;
    page[at + 3] = (unsigned char)(rows >> 8);
    page[at + 4] = (unsigned char)rows;
    page[at + 5] = (unsigned char)(content >> 8);
    page[at + 6] = (unsigned char)content;
}

static void assert_cleared(size_t begin, size_t end)
{
    for (size_t i = 20; i < begin; i++)
        if (i >= 120)
            assert_int_equal(page[i], 'x');
    for (size_t i = begin; i < end; i++)
        assert_int_equal(page[i], 0);
    for (size_t i = end; i < PAGE_SIZE; i++)
        assert_int_equal(page[i], 'x');
}

static void between_the_list_of_rows_and_the_rows_nothing_stays(void **state)
{
    (void)state;
    write_page(0, 0x0d, 60, 3000);
    page_gap_clear(page, 2);
    assert_cleared(8 + 120, 3000);
    write_page(0, 0x05, 60, 3000);
    page_gap_clear(page, 2);
    assert_cleared(12 + 120, 3000);
}

static void the_first_page_begins_behind_the_head_of_the_file(void **state)
{
    (void)state;
    write_page(100, 0x0d, 10, 4000);
    page_gap_clear(page, 1);
    assert_cleared(108 + 20, 4000);
}

static void assert_untouched(unsigned char kind, unsigned rows, unsigned content)
{
    unsigned char before[PAGE_SIZE];
    write_page(0, kind, rows, content);
    memcpy(before, page, sizeof(before));
    page_gap_clear(page, 2);
    assert_memory_equal(page, before, sizeof(before));
}

static void other_pages_and_nonsense_stay_as_they_are(void **state)
{
    (void)state;
    assert_untouched(0x00, 10, 4000);      /* overflow, free */
    assert_untouched(0x0d, 10, 20);        /* no gap */
    assert_untouched(0x0d, 65535, 4000);   /* a list longer than the page */
    assert_untouched(0x0d, 10, PAGE_SIZE); /* rows in the bytes of the seal */
    assert_untouched(0x0d, 65535, 65535);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(between_the_list_of_rows_and_the_rows_nothing_stays),
        cmocka_unit_test(the_first_page_begins_behind_the_head_of_the_file),
        cmocka_unit_test(other_pages_and_nonsense_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
