/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search_query.h"

#include "base/date_entry.h"
#include "base/text.h"
#include "search/number_fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WORDS_MAX = 24,
    DATE_WORDS_MAX = 4, /* "14 июня 1991 г." */
    NUMBER_SIGNS_MIN = 4,
    PHONE_DIGITS_MIN = 4,
};

static const char PHONE_SIGNS[] = "0123456789+-() ";
static const char BEGUN_SIGNS[] = "0123456789+-()./";

struct words {
    char text[SEARCH_TEXT_MAX + 1]; /* cut into words by zeros */
    const char *items[WORDS_MAX];
    size_t count;
};

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* Commas behind a number, as in a list that was copied. */
static void word_trim(char *word)
{
    size_t length = strlen(word);
    while (has_digit(word) && length > 0 && strchr(",;:!", word[length - 1]) != NULL)
        word[--length] = '\0';
}

static void words_split(struct words *words, const char *text)
{
    snprintf(words->text, sizeof(words->text), "%s", text);
    words->count = 0;
    for (char *at = words->text; *at != '\0' && words->count < WORDS_MAX;) {
        size_t blanks = strspn(at, " \t\n");
        at += blanks;
        size_t length = strcspn(at, " \t\n");
        if (length == 0)
            break;
        char *word = at;
        at += length;
        if (*at != '\0')
            *at++ = '\0';
        word_trim(word);
        words->items[words->count++] = word;
    }
}

static void join_words(char *out, size_t size, const struct words *words, size_t from, size_t count)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = from; i < from + count && i < words->count; i++)
        length += (size_t)snprintf(out + length, size - length, "%s%s", i > from ? " " : "",
                                   words->items[i]);
}

/* What only names the number or the date beside it: "№ 1013504", "1981 г.р." */
static bool is_label(const char *word)
{
    static const char *const labels[] = {
        "n",  "no",  "nr",   "№",        "номер", "ном",  "тел", "tel", "г",    "г.р",
        "гр", "год", "года", "рождения", "р",     "жылы", "ж",   "йил", "born",
    };
    char *folded = NULL;
    bool is_found = false;
    if (text_fold(&folded, word, NULL) != STATUS_OK)
        return false;
    size_t length = strlen(folded);
    while (length > 0 && strchr(".:", folded[length - 1]) != NULL)
        folded[--length] = '\0';
    for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        is_found = is_found || strcmp(folded, labels[i]) == 0;
    free(folded);
    return is_found;
}

/* Whether that word stands beside a fact and says nothing but what it is. */
static bool is_label_of_fact(const struct words *words, size_t at, bool is_behind_fact)
{
    bool is_before = at + 1 < words->count && has_digit(words->items[at + 1]);
    return (is_before || is_behind_fact) && is_label(words->items[at]);
}

/* ---- facts */

static void fact_add(struct search_fact *fact, const char *term, bool is_beginning,
                     enum search_reason reason)
{
    if (term[0] == '\0' || fact->count == SEARCH_MEANINGS_MAX)
        return;
    struct search_meaning *meaning = &fact->meanings[fact->count++];
    snprintf(meaning->term, sizeof(meaning->term), "%s", term);
    meaning->is_beginning = is_beginning;
    meaning->reason = reason;
}

/* A date of a day also finds those of whom only its month or year is known. */
static void fact_add_date(struct search_fact *fact, struct date date)
{
    char term[SEARCH_TERM_SIZE];
    bool is_day = date.precision == DATE_PRECISION_DAY;
    search_birth_term(term, date);
    fact_add(fact, term, !is_day, is_day ? SEARCH_REASON_BIRTH : SEARCH_REASON_BIRTH_YEAR);
    for (; is_day && date.precision != DATE_PRECISION_YEAR; date.precision++) {
        struct date wider = { date.day, date.precision + 1 };
        search_birth_term(term, wider);
        fact_add(fact, term, false, SEARCH_REASON_BIRTH_NEAR);
    }
}

static void fact_add_number(struct search_fact *fact, const char *word)
{
    char folded[NUMBER_FOLD_SIZE], digits[NUMBER_FOLD_SIZE], term[SEARCH_TERM_SIZE];
    number_fold(folded, word);
    number_digits(digits, word);
    if (strlen(folded) >= NUMBER_SIGNS_MIN) {
        search_number_term(term, folded);
        fact_add(fact, term, true, SEARCH_REASON_NUMBER_END);
    }
    bool is_phone = strlen(digits) >= PHONE_DIGITS_MIN && strspn(word, PHONE_SIGNS) == strlen(word);
    /* Within a country people leave out +996 and say 0 instead. */
    const char *tail = digits[0] == '0' && strlen(digits) > PHONE_DIGITS_MIN ? digits + 1 : digits;
    if (!is_phone)
        return;
    search_phone_term(term, tail);
    fact_add(fact, term, true, SEARCH_REASON_PHONE);
}

static int guess_date(struct date dates[DATE_ENTRY_GUESSES], const char *text, struct day today)
{
    return has_digit(text) ? date_entry_guess(dates, text, today) : 0;
}

/* How many words from here on are one number written in groups: "0555 12 34 56". */
static size_t count_groups(const struct words *words, size_t at, struct day today)
{
    struct date dates[DATE_ENTRY_GUESSES];
    bool is_phone = strchr("+(0", words->items[at][0]) != NULL;
    size_t count = 0;
    for (size_t i = at; i < words->count; i++, count++) {
        const char *word = words->items[i];
        /* "4567 1984" is a number and a year, but behind a "+" or a 0 all digits are one. */
        if (strspn(word, PHONE_SIGNS) != strlen(word) ||
            (!is_phone && guess_date(dates, word, today) > 0))
            break;
    }
    return count;
}

/* Reads a fact that begins at that word; how many words it takes, 0 when there is none. */
static size_t read_fact(struct search_query *query, const struct words *words, size_t at,
                        struct day today)
{
    char text[SEARCH_TEXT_MAX + 1];
    struct date dates[DATE_ENTRY_GUESSES];
    size_t taken = 0;
    int count = 0;
    for (size_t most = DATE_WORDS_MAX; most > 0 && count == 0; most--) {
        if (at + most > words->count)
            continue;
        join_words(text, sizeof(text), words, at, most);
        count = guess_date(dates, text, today);
        taken = count > 0 ? most : 0;
    }
    if ((taken == 0 && !has_digit(words->items[at])) || query->fact_count == SEARCH_FACTS_MAX)
        return 0;
    struct search_fact *fact = &query->facts[query->fact_count];
    fact->count = 0;
    for (int i = 0; i < count; i++)
        fact_add_date(fact, dates[i]);
    if (taken == 0) {
        size_t groups = count_groups(words, at, today);
        taken = groups > 1 ? groups : 1;
        join_words(text, sizeof(text), words, at, taken);
        fact_add_number(fact, text);
    } else if (taken == 1) {
        fact_add_number(fact, words->items[at]);
    }
    query->fact_count += fact->count > 0;
    return fact->count > 0 ? taken : 0;
}

/* ---- the whole */

/* Whatever the language: the capital of a Turkish i is another letter. */
static char raised(char letter)
{
    if (letter >= 'a' && letter <= 'z')
        return (char)(letter - 'a' + 'A');
    return letter;
}

static bool read_case_number(struct search_query *query, const char *word)
{
    char upper[SEARCH_TEXT_MAX + 1];
    size_t length = 0;
    for (; word[length] != '\0' && length + 1 < sizeof(upper); length++)
        upper[length] = raised(word[length]);
    upper[length] = '\0';
    if (case_number_parse(&query->case_number, upper, NULL) != STATUS_OK)
        return false;
    query->has_case_number = true;
    return true;
}

/* The first digits of a number or a date say nothing yet: "Рахимов 19". */
static bool is_begun_number(const char *word)
{
    return strspn(word, BEGUN_SIGNS) == strlen(word);
}

static bool ends_open(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && strchr(" \t\n.", text[length - 1]) == NULL;
}

enum status search_query_read(struct search_query *out, const struct lexicon *lexicon,
                              const char *text, struct day today, struct error *error)
{
    struct words words;
    char names[SEARCH_TEXT_MAX + 2];
    size_t length = strnlen(text, SEARCH_TEXT_MAX + 1);
    size_t names_length = 0;
    bool is_last_name = false;
    bool is_behind_fact = false;
    out->names.count = out->fact_count = 0;
    out->has_case_number = false;
    if (length > SEARCH_TEXT_MAX)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, SEARCH_TEXT_MAX, "over %d bytes",
                                SEARCH_TEXT_MAX);
    if (!text_is_valid(text, length))
        return error_set(error, STATUS_TEXT_INVALID, "no UTF-8");
    words_split(&words, text);
    names[0] = '\0';
    for (size_t i = 0; i < words.count;) {
        if (is_label_of_fact(&words, i, is_behind_fact)) {
            is_last_name = false;
            i++;
            continue;
        }
        size_t taken = read_case_number(out, words.items[i]) ? 1 : read_fact(out, &words, i, today);
        is_behind_fact = taken > 0;
        is_last_name = taken == 0 && !is_begun_number(words.items[i]);
        if (is_last_name)
            names_length += (size_t)snprintf(names + names_length, sizeof(names) - names_length,
                                             "%s ", words.items[i]);
        i += taken == 0 ? 1 : taken;
    }
    if (names[0] != '\0' && name_parts_read(&out->names, lexicon, names, NULL) != STATUS_OK)
        out->names.count = 0;
    out->is_open = is_last_name && ends_open(text);
    if (out->names.count == 0 && out->fact_count == 0 && !out->has_case_number)
        return error_set(error, STATUS_TEXT_EMPTY, "nothing to search for");
    return STATUS_OK;
}

/* The series may be another one, or stand behind: the digits alone, unless they are few or the rest
 * is more than a series. */
static void fact_add_digits(struct search_fact *fact, const char *text)
{
    enum { SERIES_MAX = 3, DIGITS_MIN = 6 };
    char folded[NUMBER_FOLD_SIZE], digits[NUMBER_FOLD_SIZE], term[SEARCH_TERM_SIZE];
    number_fold(folded, text);
    number_digits(digits, text);
    if (strlen(digits) < DIGITS_MIN || strlen(folded) - strlen(digits) > SERIES_MAX)
        return;
    search_number_term(term, digits);
    fact_add(fact, term, true, SEARCH_REASON_NUMBER_END);
}

bool search_query_read_number(struct search_query *out, const char *text)
{
    out->names.count = 0;
    out->has_case_number = false;
    out->facts[0].count = 0;
    if (has_digit(text))
        fact_add_number(&out->facts[0], text);
    fact_add_digits(&out->facts[0], text);
    out->fact_count = out->facts[0].count > 0;
    return out->fact_count > 0;
}
