/* SPDX-License-Identifier: Apache-2.0 */

/* What terminals send for their keys, also those that the terminal's description forgets. */
#ifndef QADAM_TERM_TERM_KEY_H
#define QADAM_TERM_TERM_KEY_H

#include "term/key.h"

#include <wchar.h>

/* Codes of our own, beyond those of curses: what is pasted comes between them. */
enum { TERM_KEY_PASTE = 0x1001, TERM_KEY_PASTE_END };

/* Tells curses of them; after newterm(). */
void term_key_define(void);
/* Of a code of curses; CODE_NONE for one that means nothing here. */
enum key_code term_key_of(int code);
void term_key_of_character(struct key *out, wint_t character);

#endif
