/* SPDX-License-Identifier: Apache-2.0 */
#include "view/journal_filter.h"

#include "base/array.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 16 };

/* A label and which of the words begin a word of it, one bit each. */
struct known_label {
    char *label;
    uint32_t found;
};

struct journal_filter_words {
    char *folded; /* what was typed; its spaces are ends of words by now */
    const char *words[WORDS_MAX];
    size_t count;
    struct known_label *labels;
    size_t label_count;
    size_t label_capacity;
};

enum status journal_filter_read(struct journal_filter_words **out, const char *typed,
                                struct error *error)
{
    *out = NULL;
    struct journal_filter_words *words = calloc(1, sizeof(*words));
    if (words == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "filter");
    const enum status status = text_fold(&words->folded, typed, error);
    char *rest = NULL;
    for (char *word = status == STATUS_OK ? strtok_r(words->folded, " ", &rest) : NULL;
         word != NULL && words->count < WORDS_MAX; word = strtok_r(NULL, " ", &rest))
        words->words[words->count++] = word;
    *out = words;
    if (status != STATUS_OK || words->count == 0)
        journal_filter_free(out);
    return status;
}

void journal_filter_free(struct journal_filter_words **words)
{
    if (*words == NULL)
        return;
    for (size_t i = 0; i < (*words)->label_count; i++)
        free((*words)->labels[i].label);
    free((*words)->labels);
    free((*words)->folded);
    free(*words);
    *words = NULL;
}

static bool begins_a_word(const char *text, const char *word)
{
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        if (at == text || strchr(" .-(_", at[-1]) != NULL)
            return true;
    return false;
}

static uint32_t look(const struct journal_filter_words *words, const char *label)
{
    char *folded = NULL;
    uint32_t found = 0;
    if (text_fold(&folded, label, NULL) != STATUS_OK)
        return 0;
    for (size_t i = 0; i < words->count; i++)
        if (begins_a_word(folded, words->words[i]))
            found |= UINT32_C(1) << i;
    free(folded);
    return found;
}

static uint32_t find(struct journal_filter_words *words, const char *label)
{
    for (size_t i = 0; i < words->label_count; i++)
        if (strcmp(words->labels[i].label, label) == 0)
            return words->labels[i].found;
    const uint32_t found = look(words, label);
    char *copy = strdup(label);
    if (copy == NULL ||
        array_reserve(&words->labels, &words->label_capacity, sizeof(*words->labels),
                      words->label_count + 1, NULL) != STATUS_OK) {
        free(copy);
        return found;
    }
    words->labels[words->label_count++] = (struct known_label){ copy, found };
    return found;
}

bool journal_filter_matches(struct journal_filter_words *words, const char *const *texts,
                            size_t count)
{
    uint32_t found = 0;
    if (words == NULL)
        return true;
    for (size_t i = 0; i < count; i++)
        if (texts[i][0] != '\0')
            found |= find(words, texts[i]);
    return found == (UINT32_C(1) << words->count) - 1;
}
