/* SPDX-License-Identifier: Apache-2.0 */

/* Questions that are answered by a number. */
#include "base/ascii.h"
#include "base/text.h"
#include "language.h"
#include "linear/linear_private.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

enum {
    PAGE = 10,
    MANY = 12,
    SHORT_COLUMNS = 76,
    FEW_COLUMNS = 30,
    KEY_CHOICES = 9,
    STANDARD_SIZE = 48,
    NUMBER_MAX = 20
};

/* ---- writing */

static char *write_to_text(const struct linear_choices *choices, size_t from, size_t count,
                           const char *between)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    for (size_t i = from; i < from + count; i++) {
        fprintf(memory, "%s%zu ", i == from ? "" : between, i + 1);
        choices->write(choices->self, memory, i);
    }
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

static bool ends_with_mark(const char *text)
{
    const size_t length = strlen(text);
    return length > 0 && strchr("?:.!", text[length - 1]) != NULL;
}

/* The choices as they are said above a question, without its end: "How? 1 theft  2 loss" when that
 * is a short line, else a line for each. */
static void linear_write_choices(FILE *stream, const struct linear_choices *choices, size_t from,
                                 size_t count)
{
    char *items = write_to_text(choices, from, count, "  ");
    if (items == NULL)
        return;
    const char *mark = count == 0 || ends_with_mark(choices->text) ? "" : ":";
    if (strchr(items, '\n') == NULL &&
        (text_width(items) <= FEW_COLUMNS ||
         text_width(choices->text) + text_width(items) + 2 <= SHORT_COLUMNS)) {
        fprintf(stream, "%s%s%s%s", choices->text, mark, count == 0 ? "" : " ", items);
    } else {
        free(items);
        items = write_to_text(choices, from, count, "\n");
        fprintf(stream, "%s\n%s", items == NULL ? "" : items, choices->text);
    }
    free(items);
}

void linear_write_field(FILE *stream, const struct linear_choices *choices, char **why)
{
    char *all = NULL;
    *why = strdup(choices->why == NULL ? "" : choices->why);
    if (choices->count <= MANY) {
        linear_write_choices(stream, choices, 0, choices->count);
        return;
    }
    fprintf(stream, "%s (%s)", choices->text, _("a number or its first letters; ? lists them"));
    all = write_to_text(choices, 0, choices->count, "\n");
    if (all == NULL)
        return;
    free(*why);
    *why = NULL;
    if (text_join(why, all, choices->why == NULL ? "" : "\n", NULL) == STATUS_OK &&
        choices->why != NULL) {
        free(all);
        all = *why;
        *why = NULL;
        if (text_join(why, all, choices->why, NULL) != STATUS_OK)
            *why = NULL;
    }
    free(all);
}

/* ---- one page of a list */

struct page {
    size_t from;
    size_t count;
    bool has_more;
};

static struct page page_at(const struct linear_choices *choices, size_t from)
{
    const size_t rest = choices->count - from;
    const bool is_long = choices->count > PAGE + 2;
    return (struct page){ from, is_long && rest > PAGE ? PAGE : rest, is_long };
}

/* Where the first one of a list is what Enter takes, it is the first one of its page. */
static int standard_of(const struct linear_choices *choices, const struct page *page)
{
    return choices->standard == 0 ? (int)page->from : choices->standard;
}

static void standard_text(char out[STANDARD_SIZE], const struct linear_choices *choices,
                          const struct page *page)
{
    char number[NUMBER_MAX] = "";
    if (choices->standard != LINEAR_NONE)
        snprintf(number, sizeof(number), "%d", standard_of(choices, page) + 1);
    snprintf(out, STANDARD_SIZE, "%s%s%s%s", number,
             number[0] != '\0' && page->has_more ? ", " : "", page->has_more ? "+ " : "",
             /* TRANSLATORS: behind a plus sign that is typed: the next lines of a list. */
             page->has_more ? _("more") : "");
}

static enum linear_reply ask_page(struct linear *linear, const struct linear_choices *choices,
                                  const struct page *page, bool is_again, char **typed)
{
    char standard[STANDARD_SIZE];
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    *typed = NULL;
    if (memory == NULL) {
        linear->wish = WISH_MENU;
        return REPLY_STOP;
    }
    linear_write_choices(memory, choices, page->from, page->count);
    fclose(memory);
    standard_text(standard, choices, page);
    const struct linear_question question = { .text = text,
                                              .standard = standard,
                                              .why = choices->why,
                                              .takes_key = choices->count <= KEY_CHOICES,
                                              .is_again = is_again };
    const enum linear_reply reply = linear_ask(linear, &question, typed);
    free(text);
    return reply;
}

/* ---- reading */

size_t linear_read_number(const char *typed, size_t most)
{
    size_t number = 0;
    const char *at = typed;
    for (; ascii_is_digit(*at) && number <= most; at++)
        number = number * 10 + (size_t)(*at - '0');
    return *at == '\0' && number <= most ? number : 0;
}

static bool read_choice(const struct linear_choices *choices, const struct page *page,
                        const char *typed, size_t *out)
{
    const size_t number = linear_read_number(typed, choices->count);
    const char *letter = typed[0] == '\0' || typed[1] != '\0' || choices->letters == NULL
                             ? NULL
                             : strchr(choices->letters, typed[0]);
    if (typed[0] == '\0' && choices->standard != LINEAR_NONE)
        *out = (size_t)standard_of(choices, page);
    else if (letter != NULL)
        *out = choices->count + (size_t)(letter - choices->letters);
    else if (number > 0)
        *out = number - 1;
    else
        return false;
    return true;
}

static void say_wrong(const struct linear_choices *choices)
{
    char most[NUMBER_MAX];
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    snprintf(most, sizeof(most), "%zu", choices->count);
    sentence_fill(memory, _("Enter a number from 1 to %s."), "%s", most);
    if (fclose(memory) == 0)
        linear_say("%s", text);
    free(text);
}

enum linear_reply linear_choose(struct linear *linear, const struct linear_choices *choices,
                                size_t *out)
{
    /* The page that holds what Enter takes comes first. */
    const bool is_long = choices->count > PAGE + 2 && choices->standard > 0;
    struct page page = page_at(choices, is_long ? (size_t)choices->standard / PAGE * PAGE : 0);
    for (bool is_again = false;;) {
        char *typed = NULL;
        const enum linear_reply reply = ask_page(linear, choices, &page, is_again, &typed);
        if (reply != REPLY_GIVEN)
            return reply;
        const bool is_more = page.has_more && strcmp(typed, "+") == 0;
        const bool is_chosen = !is_more && read_choice(choices, &page, typed, out);
        free(typed);
        if (is_chosen)
            return REPLY_GIVEN;
        is_again = !is_more;
        if (is_more)
            page = page_at(choices,
                           page.from + page.count < choices->count ? page.from + page.count : 0);
        else
            say_wrong(choices);
    }
}

/* ---- short lists */

static void write_item(const void *self, FILE *stream, size_t index)
{
    const char *const *items = self;
    fputs(items[index], stream);
}

enum linear_reply linear_choose_text(struct linear *linear, const char *text,
                                     const char *const *items, size_t count, int standard,
                                     const char *why, size_t *out)
{
    const struct linear_choices choices = { .text = text,
                                            .count = count,
                                            .write = write_item,
                                            .self = items,
                                            .standard = standard,
                                            .why = why };
    return linear_choose(linear, &choices, out);
}

enum linear_reply linear_ask_truth(struct linear *linear, const char *text, bool standard,
                                   bool *out)
{
    size_t chosen = 0;
    const char *const items[] = { _("yes"), _("no") };
    const enum linear_reply reply =
        linear_choose_text(linear, text, items, 2, standard ? 0 : 1, NULL, &chosen);
    *out = chosen == 0;
    return reply;
}
