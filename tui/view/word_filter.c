/* SPDX-License-Identifier: Apache-2.0 */
#include "view/word_filter.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

bool word_filter_passes(const char *filter, const char *text)
{
    static const char spaces[] = " \t\n";
    char *words = NULL, *folded = NULL, *rest = NULL;
    bool passes =
        text_fold(&words, filter, NULL) == STATUS_OK && text_fold(&folded, text, NULL) == STATUS_OK;
    const char *word = passes ? strtok_r(words, spaces, &rest) : NULL;
    for (; passes && word != NULL; word = strtok_r(NULL, spaces, &rest))
        passes = strstr(folded, word) != NULL;
    free(words);
    free(folded);
    return passes;
}
