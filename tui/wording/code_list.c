/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/code_list.h"

#include "base/text.h"
#include "language.h"

#include <stdlib.h>
#include <string.h>

bool choice_find(int *out, const struct word_choice *choices, size_t count, const char *text)
{
    char *folded = NULL;
    bool is_found = false;
    if (text_fold(&folded, text, NULL) != STATUS_OK)
        return false;
    for (size_t i = 0; i < count && !is_found; i++) {
        is_found = strcmp(choices[i].word, folded) == 0;
        if (is_found)
            *out = choices[i].value;
    }
    free(folded);
    return is_found;
}

bool choice_find_truth(bool *out, const char *text)
{
    const struct word_choice choices[] = {
        { "yes", 1 }, { "y", 1 }, { "1", 1 },     { "true", 1 },  { _("yes"), 1 }, { "no", 0 },
        { "n", 0 },   { "0", 0 }, { "false", 0 }, { _("no"), 0 }, { "", 0 },
    };
    int value = 0;
    bool is_found = choice_find(&value, choices, sizeof(choices) / sizeof(choices[0]), text);
    *out = value != 0;
    return is_found;
}
