/* SPDX-License-Identifier: Apache-2.0 */

/* Answers that a hotline or a counselling room gives: by topic, in several languages, each saying
 * who gives the help, what it rests on, and when somebody last asked whether it is still so. */
#ifndef QADAM_COUNSELLING_ADVICE_H
#define QADAM_COUNSELLING_ADVICE_H

#include "base/day.h"
#include "counselling/topic_list.h"
#include "store/uuid.h"

enum {
    ADVICE_LANGUAGE_SIZE = 4, /* ISO 639: two or three small letters */
    ADVICE_TITLE_MAX = 120,
    ADVICE_BODY_MAX = 2000,
    ADVICE_CHECK_DAYS = 90, /* after so many days somebody should ask again */
};

struct advice_text {
    char language[ADVICE_LANGUAGE_SIZE];
    char *title;
    char *body;
};

/* Owns its texts; NULL when not known. */
struct advice {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    int version;
    bool is_active;
    char topic[TOPIC_SIZE];
    struct advice_text *texts; /* by language */
    size_t text_count;
    size_t text_capacity;
    char *provider;
    char *address;
    char *hours;
    char *cost;
    char *legal_basis;
    char *source;
    struct day valid_until;
    bool has_valid_until;
    bool check_locally; /* it rests on no source that is known to be good here */
    struct day checked_on;
    bool has_checked_on;
    char checked_by[UUID_TEXT_SIZE];
};

struct advice_list {
    struct advice *items;
    size_t count;
    size_t capacity;
};

void advice_release(struct advice *advice);
void advice_list_release(struct advice_list *list);

/* Whether it is written as a code of ISO 639: two or three small letters. */
bool advice_language_is_valid(const char *language);

/* Says it in one more language, or anew in that one; the texts are copied.  STATUS_INVALID for what
 * is no code of a language. */
MUST_CHECK enum status advice_set_text(struct advice *advice, const char *language,
                                       const char *title, const char *body, struct error *error);

/* The text in that language, else in Russian, in English, in any: a caller who is told something in
 * another language is told more than nothing.  NULL when there is none at all. */
const struct advice_text *advice_text_in(const struct advice *advice, const char *language);

/* What stands in the way of relying on it; the worst first. */
enum advice_doubt {
    ADVICE_GOOD,
    ADVICE_EXPIRED, /* past the day until which it is valid */
    ADVICE_NEVER_CHECKED,
    ADVICE_OLD, /* checked more than ADVICE_CHECK_DAYS ago */
    ADVICE_DOUBT_COUNT
};
enum advice_doubt advice_doubt(const struct advice *advice, struct day today);
/* The stable word, such as "expired"; "" for none. */
const char *advice_doubt_word(enum advice_doubt doubt);

/* Whether every word of the filter stands somewhere in its topic, texts or provider, in capitals or
 * not.  topic_title may be NULL. */
bool advice_passes(const struct advice *advice, const char *topic_title, const char *words);

#endif
