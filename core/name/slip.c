/* SPDX-License-Identifier: Apache-2.0 */
#include "name/slip.h"

#include <stdlib.h>

enum { ROWS = 3, ROW_KEYS = 12, LONG_WORD = 8 };

/* The three rows of letters, as on every keyboard here. */
static const uint32_t latin_keys[ROWS][ROW_KEYS] = {
    { 'q', 'w', 'e', 'r', 't', 'y', 'u', 'i', 'o', 'p' },
    { 'a', 's', 'd', 'f', 'g', 'h', 'j', 'k', 'l', LETTERS_APOSTROPHE },
    { 'z', 'x', 'c', 'v', 'b', 'n', 'm' },
};

static const uint32_t cyrillic_keys[ROWS][ROW_KEYS] = {
    { 0x439, 0x446, 0x443, 0x43A, 0x435, 0x43D, 0x433, 0x448, 0x449, 0x437, 0x445, 0x44A },
    { 0x444, 0x44B, 0x432, 0x430, 0x43F, 0x440, 0x43E, 0x43B, 0x434, 0x436, 0x44D },
    { 0x44F, 0x447, 0x441, 0x43C, 0x438, 0x442, 0x44C, 0x431, 0x44E },
};

static bool find_key(const uint32_t keys[ROWS][ROW_KEYS], uint32_t letter, int *row, int *column)
{
    for (int y = 0; y < ROWS; y++)
        for (int x = 0; x < ROW_KEYS; x++)
            if (keys[y][x] == letter && letter != 0) {
                *row = y;
                *column = x;
                return true;
            }
    return false;
}

static bool are_neighbours(uint32_t left, uint32_t right, bool is_cyrillic)
{
    const uint32_t(*keys)[ROW_KEYS] = is_cyrillic ? cyrillic_keys : latin_keys;
    int y1, x1, y2, x2;
    if (!find_key(keys, left, &y1, &x1) || !find_key(keys, right, &y2, &x2))
        return false;
    /* Each row is shifted to the right against the one above. */
    int across = (x2 - x1) * 2 + (y2 - y1);
    return abs(y2 - y1) <= 1 && abs(across) <= 2;
}

/* Whether the letters from "at" on are the same when one side skips so many. */
static bool same_behind(const struct letters *left, size_t i, const struct letters *right, size_t j)
{
    for (; i < left->count && j < right->count; i++, j++)
        if (left->items[i] != right->items[j])
            return false;
    return i == left->count && j == right->count;
}

bool slip_explains(const struct letters *left, const struct letters *right)
{
    size_t at = 0;
    while (at < left->count && at < right->count && left->items[at] == right->items[at])
        at++;
    if (at == left->count && at == right->count)
        return false;
    if (left->count == right->count + 1)
        return same_behind(left, at + 1, right, at);
    if (right->count == left->count + 1)
        return same_behind(left, at, right, at + 1);
    if (left->count != right->count)
        return false;
    if (at + 1 < left->count && left->items[at] == right->items[at + 1] &&
        left->items[at + 1] == right->items[at])
        return same_behind(left, at + 2, right, at + 2);
    return same_behind(left, at + 1, right, at + 1) &&
           ((left->count >= LONG_WORD && at > 0) ||
            are_neighbours(left->items[at], right->items[at], left->is_cyrillic));
}
