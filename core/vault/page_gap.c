/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/page_gap.h"

#include <stddef.h>
#include <string.h>

#include "vault/seal.h"

enum {
    FILE_HEAD_SIZE = 100, /* of the database, at the start of page 1 */
    LEAF_HEAD_SIZE = 8,
    INTERIOR_HEAD_SIZE = 12,
    AT_COUNT = 3,   /* of rows, two bytes */
    AT_CONTENT = 5, /* where the rows begin, two bytes */
    POINTER_SIZE = 2,
};

/* 0 for another kind of page: those begin with a page number, which is too small to look like one
 * of these until the file has 128 GiB. */
static size_t head_size(unsigned char kind)
{
    switch (kind) {
    case 0x02: /* interior of an index */
    case 0x05: /* interior of a table */
        return INTERIOR_HEAD_SIZE;
    case 0x0a: /* leaf of an index */
    case 0x0d: /* leaf of a table */
        return LEAF_HEAD_SIZE;
    default:
        return 0;
    }
}

static size_t read_two(const unsigned char *bytes)
{
    return (size_t)bytes[0] << 8 | bytes[1];
}

void page_gap_clear(unsigned char *page, uint64_t number)
{
    const size_t at = number == 1 ? FILE_HEAD_SIZE : 0;
    const size_t head = head_size(page[at]);
    if (head == 0)
        return;
    const size_t begin = at + head + POINTER_SIZE * read_two(page + at + AT_COUNT);
    const size_t end = read_two(page + at + AT_CONTENT);
    if (begin < end && end <= PAGE_BODY_SIZE)
        memset(page + begin, 0, end - begin);
}
