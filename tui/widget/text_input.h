/* SPDX-License-Identifier: Apache-2.0 */

/* One field's text while somebody types: a cursor between characters, and one step back.  It is
 * wiped when it is let go. */
#ifndef QADAM_WIDGET_TEXT_INPUT_H
#define QADAM_WIDGET_TEXT_INPUT_H

#include "base/error.h"
#include "term/key.h"

#include <stdbool.h>
#include <stddef.h>

struct secret;

struct text_input {
    char *text; /* never NULL once something was typed or set; see text_input_text() */
    size_t capacity;
    size_t cursor; /* byte before which it stands */
    size_t max;    /* characters; 0: TEXT_INPUT_MAX */
    bool is_multiline;
    bool is_cut;           /* there was no room for all that was typed last */
    bool is_secret;        /* what is typed stays in locked memory */
    struct secret *secret; /* that memory; then text points into it */
    char *before;          /* for undo; NULL: nothing to take back */
};

enum { TEXT_INPUT_MAX = 20000 };

void text_input_release(struct text_input *input);
/* "" when nothing was typed. */
const char *text_input_text(const struct text_input *input);
/* Puts another text in, the cursor behind it.  Without memory the old one stays. */
void text_input_set(struct text_input *input, const char *text);
void text_input_clear(struct text_input *input);
/* Wipes what stands behind so many bytes. */
void text_input_shorten(struct text_input *input, size_t length);

/* Types, moves and deletes; whether the key was used.  *is_changed when the text became another
 * one (NULL is fine). */
bool text_input_handle(struct text_input *input, const struct key *key, bool *is_changed);
/* Types many characters at once: lines become spaces unless the input has lines, and tabs always.
 * False when it did not all fit: the rest is left out, and is_cut until something is deleted. */
bool text_input_insert(struct text_input *input, const char *text);

/* For drawing it into so many columns: from which byte on the part around the cursor is shown... */
size_t text_input_first_shown(const struct text_input *input, int columns);
/* ...and how many columns lie between a byte and the cursor behind it. */
int text_input_column(const struct text_input *input, size_t from);

/* What a later undo goes back to is the text as it is now. */
void text_input_mark(struct text_input *input);
bool text_input_undo(struct text_input *input);

#endif
