/* SPDX-License-Identifier: Apache-2.0 */

/* UTF-8 text.  Inside the program every text has come through text_accept(): it is valid,
 * in the normal form NFC, and holds nothing that cannot be seen.
 *
 * A character is what a reader takes for one: an extended grapheme cluster of Unicode's UAX 29,
 * such as a letter with its accents.  Which characters exist is what utf8proc knows. */
#ifndef QADAM_BASE_TEXT_H
#define QADAM_BASE_TEXT_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* The code points that one character may have after its first: as many as a cell of ncurses
 * holds. */
enum { TEXT_MARKS_MAX = 4 };

struct text_rule {
    size_t max_characters;
    bool is_multiline; /* allows line feeds and tabs */
    bool may_be_empty;
};

/* The one gate for text from outside.  Gives the text in NFC, without the white space around it
 * (what lies inside stays as it was); the caller frees it.  *out is NULL after
 *   STATUS_TEXT_INVALID   not UTF-8;
 *   STATUS_TEXT_CONTROL   a character of Unicode's categories C* (control, format, private,
 *                         unassigned, surrogate), Zl or Zp; one that shows nothing or steers
 *                         its neighbours (Default_Ignorable: zero-width space and joiners, soft
 *                         hyphen, BOM, directions, variation selectors, fillers; and the blank
 *                         Braille pattern); a combining mark with nothing to stand on.  NUL is
 *                         a control character and so is the CR of a line's end;
 *   STATUS_TEXT_TOO_LONG  more than max_characters (the error's number), or a character with
 *                         more than TEXT_MARKS_MAX marks;
 *   STATUS_TEXT_EMPTY     nothing but white space, unless the rule allows it. */
MUST_CHECK enum status text_accept(char **out, const char *bytes, size_t length,
                                   const struct text_rule *rule, struct error *error);

/* Is it UTF-8?  Nothing else is asked: control characters pass. */
bool text_is_valid(const char *bytes, size_t length);

/* The form in which texts that differ only in case are equal: full case folding ("ß" = "ss"),
 * then NFC; the caller frees it.  It knows no language: as in most languages I = i, while the
 * Turkic İ becomes i with a dot above and ı stays itself, so neither equals i.  Whoever compares
 * Turkish or Kazakh Latin names folds those four further.  Ё is not Е here. */
MUST_CHECK enum status text_fold(char **out, const char *text, struct error *error);

MUST_CHECK enum status text_copy(char **out, const char *text, struct error *error);

/* Frees a text that tells of a person, overwritten before; *text is NULL then, as it may be. */
void text_wipe(char **text);

/* The two one after the other; the caller frees it. */
MUST_CHECK enum status text_join(char **out, const char *left, const char *right,
                                 struct error *error);

/* The measures below take any bytes: each one that is no UTF-8 counts as the replacement
 * character U+FFFD. */

/* How many characters. */
size_t text_length(const char *text);

/* How many terminal columns: the sum over the code points, as ncurses counts.  A combining mark
 * and a control character take none, an East Asian wide one takes two. */
size_t text_width(const char *text);

/* How many bytes of the text fit into so many columns without splitting a character. */
size_t text_cut(const char *text, size_t columns);

#endif
