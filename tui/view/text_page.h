/* SPDX-License-Identifier: Apache-2.0 */

/* A text to be read: a whole note, an entry of the history, a slip of paper. */
#ifndef QADAM_VIEW_TEXT_PAGE_H
#define QADAM_VIEW_TEXT_PAGE_H

#include "app/app.h"

#include <stdio.h>

/* A page that is written: text_page_begin(), write into the stream, text_page_end(). */
struct text_page_draft {
    FILE *stream; /* never NULL after a text_page_begin() that gave true */
    char *text;
    size_t size;
};
/* False without memory, which is said. */
bool text_page_begin(struct text_page_draft *out, struct app *app);
void text_page_end(struct text_page_draft *draft, struct app *app, const char *title);

#endif
