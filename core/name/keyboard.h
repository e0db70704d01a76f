/* SPDX-License-Identifier: Apache-2.0 */

/* Text typed on the wrong keyboard layout.  A key has a place, and each layout puts another
 * character there: "ghbdtn" and "привет" are the same keys.  A barcode scanner types keys as
 * well, so on a PC that is set to Cyrillic the zone of a passport arrives as Cyrillic letters.
 *
 * The layouts are those that Linux and Windows ship for the region, as written down in
 * xkeyboard-config 2.35.1: us(basic), ru(winkeys), kz(basic), kg(basic), tj(basic), uz(cyrillic),
 * uz(latin), tm(basic); their 47 keys without and with Shift, and no AltGr. */
#ifndef QADAM_NAME_KEYBOARD_H
#define QADAM_NAME_KEYBOARD_H

#include "base/error.h"

#include <stddef.h>

enum keyboard_layout {
    KEYBOARD_US,
    KEYBOARD_RUSSIAN,
    KEYBOARD_KAZAKH, /* its row of digits types letters */
    KEYBOARD_KYRGYZ,
    KEYBOARD_TAJIK,
    KEYBOARD_UZBEK_CYRILLIC,
    KEYBOARD_UZBEK_LATIN,
    KEYBOARD_TURKMEN,
    KEYBOARD_LAYOUT_COUNT
};

/* One character of a layout takes at most so many bytes of UTF-8. */
enum { KEYBOARD_BYTES_MAX = 3 };

/* What the same keys type on another layout, into the caller's room of size bytes: for comparisons
 * by the thousand.  Characters that "from" does not have, and bytes that are no UTF-8, stay as they
 * are.  Of two keys with the same character the one without Shift counts.  STATUS_TEXT_TOO_LONG
 * when it and its NUL do not fit; KEYBOARD_BYTES_MAX times the length of the text and one more
 * always suffice. */
MUST_CHECK enum status keyboard_map_into(char *out, size_t size, const char *text,
                                         enum keyboard_layout from, enum keyboard_layout to,
                                         struct error *error);

#endif
