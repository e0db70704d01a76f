/* SPDX-License-Identifier: Apache-2.0 */

/* The gate through which every text about a person goes on its way into the tables. */
#ifndef QADAM_PERSON_PERSONAL_TEXT_H
#define QADAM_PERSON_PERSONAL_TEXT_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct personal_text {
    const char *given; /* NULL: not known */
    size_t max;        /* code points, which is what the tables count */
    bool is_multiline;
    bool is_required;
    char *accepted; /* what is kept; NULL for a text that is empty */
};

/* Fills "accepted" of each: through text_accept(), empty becomes not known.  The texts are the
 * caller's to release whatever comes of it.  STATUS_TEXT_*; STATUS_TEXT_EMPTY for a required one
 * that is not there. */
MUST_CHECK enum status personal_texts_accept(struct personal_text *texts, size_t count,
                                             struct error *error);
void personal_texts_release(struct personal_text *texts, size_t count);

#endif
