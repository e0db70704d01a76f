/* SPDX-License-Identifier: Apache-2.0 */
#include "view/cases_filter.h"

#include "base/text.h"
#include "language.h"
#include "wording/case_text.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NAME_LETTERS_MIN = 2,
    KEYWORD_LETTERS_MIN = 4,
    TITLE_LETTERS_MIN = 3,
    PLACE_LETTERS_MIN = 2,
    PLACES_MAX = 3,
    DIGITS_MAX = 6
};

static const char SPACES[] = " \t\n";
static const char DIGITS[] = "0123456789";

/* ---- comparing words */

/* Folded, into a buffer; "" when it is too long. */
static void fold_into(char out[CASES_WORD_SIZE], const char *text, size_t length)
{
    char *copy = strndup(text, length);
    char *folded = NULL;
    out[0] = '\0';
    if (copy != NULL && text_fold(&folded, copy, NULL) == STATUS_OK &&
        strlen(folded) < CASES_WORD_SIZE)
        memcpy(out, folded, strlen(folded) + 1);
    free(copy);
    free(folded);
}

/* The same, or its beginning when that is long enough to mean nothing else. */
static bool is_same(const char *folded_word, const char *text)
{
    char folded[CASES_WORD_SIZE];
    fold_into(folded, text, strlen(text));
    if (folded[0] != '\0' && strcmp(folded, folded_word) == 0)
        return true;
    return text_length(folded_word) >= KEYWORD_LETTERS_MIN &&
           strncmp(folded, folded_word, strlen(folded_word)) == 0;
}

/* Whether some word of the text begins so. */
static bool has_word_begun(const char *text, const char *folded_word)
{
    char folded[CASES_WORD_SIZE];
    const size_t length = strlen(folded_word);
    fold_into(folded, text, strlen(text));
    for (const char *at = folded; *at != '\0';) {
        at += strspn(at, SPACES);
        if (strncmp(at, folded_word, length) == 0)
            return true;
        at += strcspn(at, SPACES);
    }
    return false;
}

/* ---- words that are no names */

enum keyword { KEYWORD_MINE, KEYWORD_NOBODY, KEYWORD_LATE, KEYWORD_URGENT, KEYWORD_COUNT };

static const char *const keywords[KEYWORD_COUNT] = {
    [KEYWORD_MINE] = N_("mine"),
    [KEYWORD_NOBODY] = N_("nobody's"),
    [KEYWORD_LATE] = NC_("case filter", "late"),
    [KEYWORD_URGENT] = NC_("case filter", "urgent"),
};
static const char *const states[] = {
    [CASEFILE_OPEN] = NC_("case filter", "open"),
    [CASEFILE_CLOSED] = NC_("case filter", "closed"),
    [CASEFILE_TRANSFERRED] = NC_("case filter", "transferred"),
    [CASEFILE_DUPLICATE] = NC_("case filter", "duplicate"),
};
_Static_assert(sizeof(states) / sizeof(states[0]) == CASEFILE_STATE_COUNT,
               "every state can be asked for");

static bool is_keyword(const char *word, enum keyword keyword)
{
    const char *text = keywords[keyword];
    const bool is_of_filter = keyword == KEYWORD_LATE || keyword == KEYWORD_URGENT;
    const char *translated =
        is_of_filter ? language_text_in("case filter", text) : language_text(text);
    return is_same(word, text) || is_same(word, translated);
}

static bool take_keyword(struct cases_filter *filter, const char *word)
{
    bool *const flags[] = {
        [KEYWORD_MINE] = &filter->is_mine,
        [KEYWORD_NOBODY] = &filter->is_unassigned,
        [KEYWORD_LATE] = &filter->is_late,
        [KEYWORD_URGENT] = &filter->is_urgent,
    };
    for (int i = 0; i < KEYWORD_COUNT; i++)
        if (is_keyword(word, (enum keyword)i)) {
            *flags[i] = true;
            return true;
        }
    for (int i = 0; i < CASEFILE_STATE_COUNT; i++)
        if (is_same(word, states[i]) || is_same(word, language_text_in("case filter", states[i]))) {
            filter->has_state = true;
            filter->state = (enum casefile_state)i;
            return true;
        }
    return false;
}

/* "0117", "117", "2026-000117", "KG-OSH-2026-0": capital letters, whatever was typed. */
static bool take_number(struct cases_filter *filter, const char *word)
{
    const size_t length = strlen(word);
    const bool is_end = strspn(word, DIGITS) == length && length <= DIGITS_MAX;
    const char *dash = strrchr(word, '-');
    if (is_end) {
        snprintf(filter->number, sizeof(filter->number), "%s", word);
        return true;
    }
    if (dash == NULL || strpbrk(word, DIGITS) == NULL)
        return false;
    /* Without the country it is its end that was typed. */
    const char *end = strspn(word, "0123456789-") == length ? dash + 1 : word;
    if (end != word && (*end == '\0' || strlen(end) > DIGITS_MAX))
        return false;
    snprintf(filter->number, sizeof(filter->number), "%s", end);
    for (char *at = filter->number; *at != '\0'; at++)
        if (*at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
    return true;
}

void cases_filter_read(struct cases_filter *out, const char *text)
{
    char word[CASES_WORD_SIZE];
    *out = (struct cases_filter){ .count = 0 };
    for (const char *at = text; out->count < CASES_WORDS_MAX;) {
        at += strspn(at, SPACES);
        const size_t length = strcspn(at, SPACES);
        if (length == 0)
            break;
        fold_into(word, at, length);
        at += length;
        if (word[0] != '\0' && !take_keyword(out, word) &&
            (out->number[0] != '\0' || !take_number(out, word)))
            memcpy(out->words[out->count++], word, sizeof(word));
    }
    sodium_memzero(word, sizeof(word));
}

/* ---- what the others can mean */

static bool names_workflow(const struct cases_workflow *workflow, const char *word)
{
    if (text_length(word) < TITLE_LETTERS_MIN)
        return false;
    return has_word_begun(workflow->titles[0], word) || has_word_begun(workflow->titles[1], word) ||
           has_word_begun(workflow->id, word);
}

static void add_people(struct cases_reading *reading, const char *word)
{
    const size_t length = strlen(reading->people);
    if (word[0] == '\0')
        return;
    snprintf(reading->people + length, sizeof(reading->people) - length, "%s%s",
             length == 0 ? "" : " ", word);
    reading->has_people = true;
}

/* Words that begin a title of a workflow mean that one; false when there is none. */
static bool read_as_workflow(struct cases_reading *out, const struct cases_filter *filter,
                             const struct cases_workflow *workflows, size_t workflow_count)
{
    size_t count = 0;
    *out = (struct cases_reading){ .place = NULL };
    for (size_t i = 0; i < filter->count; i++) {
        const size_t before = count;
        for (size_t at = 0; at < workflow_count && count < CASEFILE_FIND_WORKFLOWS_MAX; at++)
            if (names_workflow(&workflows[at], filter->words[i]))
                out->workflows[count++] = workflows[at].id;
        if (count == before)
            add_people(out, filter->words[i]);
    }
    add_people(out, filter->number);
    out->has_workflows = count > 0;
    return count > 0;
}

static void read_as_people(struct cases_reading *out, const struct cases_filter *filter,
                           size_t place)
{
    *out = (struct cases_reading){ .place = NULL };
    for (size_t i = 0; i < filter->count; i++)
        if (i == place)
            out->place = filter->words[i];
        else
            add_people(out, filter->words[i]);
    add_people(out, filter->number);
}

size_t cases_filter_readings(const struct cases_filter *filter,
                             const struct cases_workflow *workflows, size_t workflow_count,
                             struct cases_reading out[CASES_READINGS_MAX])
{
    size_t count = 0;
    const size_t no_place = CASES_WORDS_MAX;
    /* One letter says nothing about a name yet. */
    const bool is_begun = filter->count == 1 && text_length(filter->words[0]) < NAME_LETTERS_MIN;
    if (filter->count == 0 || is_begun) {
        out[0] =
            (struct cases_reading){ .number = filter->number[0] == '\0' ? NULL : filter->number };
        return 1;
    }
    read_as_people(&out[count++], filter, no_place);
    if (read_as_workflow(&out[count], filter, workflows, workflow_count))
        count++;
    const size_t from = filter->count > PLACES_MAX ? filter->count - PLACES_MAX : 0;
    for (size_t i = from; i < filter->count && count < CASES_READINGS_MAX; i++)
        if (text_length(filter->words[i]) >= PLACE_LETTERS_MIN)
            read_as_people(&out[count++], filter, i);
    return count;
}
