/* SPDX-License-Identifier: Apache-2.0 */

/* Texts longer than a line: broken between words, at the width of the terminal. */
#ifndef QADAM_PARAGRAPH_H
#define QADAM_PARAGRAPH_H

#include <stddef.h>
#include <stdio.h>

enum { PARAGRAPH_WIDTH_MAX = 79 };

/* How wide a line may be on that stream: a terminal's own width, at most PARAGRAPH_WIDTH_MAX; the
 * same without a terminal, unless is_for_scripts: then 0, which means "do not break". */
size_t paragraph_width(FILE *stream, int is_for_scripts);

/* How wide a line of a table may be, which is read across: as wide as the terminal, however wide
 * that is; PARAGRAPH_WIDTH_MAX where there is none. */
size_t paragraph_table_width(FILE *stream);

/* Writes the text with that many spaces before each line, and a line end.  Lines already in the
 * text stay.  Width 0: as it is. */
void paragraph_write(FILE *stream, const char *text, size_t indent, size_t width);

/* The same behind what stands in the line already, column columns wide. */
void paragraph_continue(FILE *stream, const char *text, size_t column, size_t indent, size_t width);

#endif
