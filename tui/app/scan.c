/* SPDX-License-Identifier: Apache-2.0 */
#include "app/scan.h"

#include "base/ascii.h"

#include <sodium.h>
#include <string.h>

/* A letter of the zone, whatever the keyboard layout made of it; 0 when it is none.  With a
 * Cyrillic layout "<" arrives as "Б". */
static char zone_letter(const struct key *key)
{
    struct key latin = *key;
    if (key->code != CODE_TEXT)
        return 0;
    key_to_latin(&latin);
    const char letter = latin.text[0];
    const bool is_one = latin.text[1] == '\0' &&
                        (ascii_is_capital(letter) || ascii_is_digit(letter) || letter == '<');
    if (!is_one)
        return 0;
    return letter;
}

/* What a zone begins with: the kind of paper (ICAO Doc 9303), then its second letter or "<". */
static bool can_begin(const struct key *keys, size_t count)
{
    const char first = zone_letter(&keys[0]);
    if (first == 0 || strchr("PIACV", first) == NULL)
        return false;
    if (count < 2)
        return true;
    const char second = zone_letter(&keys[1]);
    return ascii_is_capital(second) || second == '<';
}

static bool is_part(const struct key *key)
{
    return zone_letter(key) != 0 || key->code == CODE_ENTER || key->code == CODE_TAB;
}

bool scan_is_empty(const struct scan *scan)
{
    return scan->begin == scan->end;
}

/* Reads on while keys come as fast as from a scanner. */
static void collect(struct scan *scan, const struct port *port)
{
    while (scan->end < SCAN_KEYS_MAX) {
        struct key *key = &scan->waiting[scan->end];
        const bool is_line_end =
            scan->end > SCAN_KEYS_MIN && zone_letter(&scan->waiting[scan->end - 1]) == 0;
        if (!port->read(port->self, is_line_end ? SCAN_LINE_GAP_MS : SCAN_GAP_MS, key))
            return;
        scan->end++;
        if (!is_part(key) || !can_begin(scan->waiting, scan->end))
            return;
    }
}

static bool zone_make(struct scan *scan)
{
    size_t length = 0, letters = 0;
    for (size_t i = 0; i < scan->end; i++) {
        const char letter = zone_letter(&scan->waiting[i]);
        letters += letter != 0;
        if (letter == 0 && !is_part(&scan->waiting[i]))
            return false;
        if (letter != 0)
            scan->zone[length++] = letter;
        else if (length > 0 && scan->zone[length - 1] != '|')
            scan->zone[length++] = '|';
    }
    while (length > 0 && scan->zone[length - 1] == '|')
        length--;
    scan->zone[length] = '\0';
    return letters >= SCAN_KEYS_MIN && strchr(scan->zone, '<') != NULL;
}

static void take_first(struct scan *scan, struct key *out)
{
    struct key *first = &scan->waiting[scan->begin++];
    *out = *first;
    sodium_memzero(first, sizeof(*first)); /* a letter of a passphrase, perhaps */
    if (scan->begin == scan->end)
        scan->begin = scan->end = 0;
}

bool scan_read(struct scan *scan, const struct port *port, int timeout_ms, struct key *out)
{
    if (!scan_is_empty(scan)) {
        take_first(scan, out);
        return true;
    }
    if (!port->read(port->self, timeout_ms, out))
        return false;
    if (!can_begin(out, 1))
        return true;
    scan->begin = 0;
    scan->end = 1;
    scan->waiting[0] = *out;
    collect(scan, port);
    if (zone_make(scan)) {
        *out = (struct key){ .code = CODE_SCAN, .pasted = scan->zone, .at_ms = out->at_ms };
        scan->begin = scan->end = 0;
        sodium_memzero(scan->waiting, sizeof(scan->waiting));
    } else {
        sodium_memzero(scan->zone, sizeof(scan->zone));
        take_first(scan, out);
    }
    return true;
}

void scan_forget(struct scan *scan)
{
    sodium_memzero(scan, sizeof(*scan));
}

void scan_forget_pasted(struct scan *scan)
{
    for (size_t i = scan->begin; i < scan->end; i++)
        if (scan->waiting[i].pasted != NULL)
            scan->waiting[i] = (struct key){ .code = CODE_NONE };
}
