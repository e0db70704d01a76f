/* SPDX-License-Identifier: Apache-2.0 */

/* A word for a choice: stable ones for scripts, and that of the user's language. */
#ifndef QADAM_WORDING_CODE_LIST_H
#define QADAM_WORDING_CODE_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct word_choice {
    const char *word; /* in small letters */
    int value;
};

/* In any case of letters; false when it is none of them. */
bool choice_find(int *out, const struct word_choice *choices, size_t count, const char *text);

/* Yes or no; "" is no.  False when it is neither. */
bool choice_find_truth(bool *out, const char *text);

#endif
