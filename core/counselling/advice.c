/* SPDX-License-Identifier: Apache-2.0 */
#include "counselling/advice.h"

#include "base/array.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void advice_release(struct advice *advice)
{
    for (size_t i = 0; i < advice->text_count; i++) {
        free(advice->texts[i].title);
        free(advice->texts[i].body);
    }
    free(advice->texts);
    free(advice->provider);
    free(advice->address);
    free(advice->hours);
    free(advice->cost);
    free(advice->legal_basis);
    free(advice->source);
    *advice = (struct advice){ .texts = NULL };
}

void advice_list_release(struct advice_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        advice_release(&list->items[i]);
    free(list->items);
    *list = (struct advice_list){ .items = NULL };
}

/* ---- texts */

bool advice_language_is_valid(const char *language)
{
    const size_t length = strlen(language);
    return length >= 2 && length <= 3 && strspn(language, "abcdefghijklmnopqrstuvwxyz") == length;
}

static struct advice_text *find_text(const struct advice *advice, const char *language)
{
    for (size_t i = 0; i < advice->text_count; i++)
        if (strcmp(advice->texts[i].language, language) == 0)
            return &advice->texts[i];
    return NULL;
}

static enum status add_text(struct advice *advice, const char *language, struct advice_text **out,
                            struct error *error)
{
    const enum status status = array_reserve(&advice->texts, &advice->text_capacity,
                                             sizeof(*advice->texts), advice->text_count + 1, error);
    if (status != STATUS_OK)
        return status;
    size_t at = advice->text_count++;
    for (; at > 0 && strcmp(advice->texts[at - 1].language, language) > 0; at--)
        advice->texts[at] = advice->texts[at - 1];
    advice->texts[at] = (struct advice_text){ .title = NULL };
    memcpy(advice->texts[at].language, language, strlen(language) + 1);
    *out = &advice->texts[at];
    return STATUS_OK;
}

enum status advice_set_text(struct advice *advice, const char *language, const char *title,
                            const char *body, struct error *error)
{
    char *new_title = NULL, *new_body = NULL;
    if (!advice_language_is_valid(language))
        return error_set(error, STATUS_INVALID, "no code of a language");
    struct advice_text *text = find_text(advice, language);
    enum status status = text_copy(&new_title, title, error);
    if (status == STATUS_OK)
        status = text_copy(&new_body, body, error);
    if (status == STATUS_OK && text == NULL)
        status = add_text(advice, language, &text, error);
    if (status != STATUS_OK) {
        free(new_title);
        free(new_body);
        return status;
    }
    free(text->title);
    free(text->body);
    text->title = new_title;
    text->body = new_body;
    return STATUS_OK;
}

const struct advice_text *advice_text_in(const struct advice *advice, const char *language)
{
    const char *const wanted[] = { language, "ru", "en" };
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        const struct advice_text *text = find_text(advice, wanted[i]);
        if (text != NULL)
            return text;
    }
    return advice->text_count == 0 ? NULL : &advice->texts[0];
}

/* ---- how far one can rely on it */

enum advice_doubt advice_doubt(const struct advice *advice, struct day today)
{
    if (advice->has_valid_until && day_compare(advice->valid_until, today) < 0)
        return ADVICE_EXPIRED;
    if (!advice->has_checked_on)
        return ADVICE_NEVER_CHECKED;
    return today.number - advice->checked_on.number > ADVICE_CHECK_DAYS ? ADVICE_OLD : ADVICE_GOOD;
}

const char *advice_doubt_word(enum advice_doubt doubt)
{
    static const char *const words[] = {
        [ADVICE_GOOD] = "",
        [ADVICE_EXPIRED] = "expired",
        [ADVICE_NEVER_CHECKED] = "never_checked",
        [ADVICE_OLD] = "old",
    };
    _Static_assert(sizeof(words) / sizeof(words[0]) == ADVICE_DOUBT_COUNT, "every doubt");
    return words[doubt];
}

/* ---- finding */

static char *all_words(const struct advice *advice, const char *topic_title)
{
    char *text = NULL, *folded = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    fprintf(stream, "%s %s %s", advice->topic, topic_title == NULL ? "" : topic_title,
            advice->provider == NULL ? "" : advice->provider);
    for (size_t i = 0; i < advice->text_count; i++)
        fprintf(stream, " %s %s", advice->texts[i].title, advice->texts[i].body);
    if (fclose(stream) != 0 || text_fold(&folded, text, NULL) != STATUS_OK)
        folded = NULL;
    free(text);
    return folded;
}

bool advice_passes(const struct advice *advice, const char *topic_title, const char *words)
{
    static const char spaces[] = " \t\n";
    char *typed = NULL, *rest = NULL;
    char *text = all_words(advice, topic_title);
    bool passes = text != NULL && text_fold(&typed, words, NULL) == STATUS_OK;
    const char *word = passes ? strtok_r(typed, spaces, &rest) : NULL;
    for (; passes && word != NULL; word = strtok_r(NULL, spaces, &rest))
        passes = strstr(text, word) != NULL;
    free(typed);
    free(text);
    return passes;
}
