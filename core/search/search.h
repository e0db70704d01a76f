/* SPDX-License-Identifier: Apache-2.0 */

/* Finding people while somebody types: by any spelling of a name, the end of a number, a telephone,
 * a birth date, the number of a casefile, and any of these together.  Each hit says why it is one.
 */
#ifndef QADAM_SEARCH_SEARCH_H
#define QADAM_SEARCH_SEARCH_H

#include "base/date.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

struct store;

enum {
    SEARCH_TEXT_MAX = 400,  /* bytes of what can be typed */
    SEARCH_LIMIT_MAX = 100, /* hits of one search */
};

/* By what somebody was found, besides the reasons of the comparison of names. */
enum search_reason {
    SEARCH_REASON_CASE_NUMBER,
    SEARCH_REASON_NUMBER,     /* a whole number of a paper or the personal number */
    SEARCH_REASON_NUMBER_END, /* its last digits */
    SEARCH_REASON_PHONE,
    SEARCH_REASON_BIRTH, /* the birth date */
    SEARCH_REASON_BIRTH_YEAR,
    SEARCH_REASON_BIRTH_NEAR, /* only its month or year is known, and agrees */
    SEARCH_REASON_BIRTH_ESTIMATED,
    SEARCH_REASON_BIRTH_FIRST_JANUARY, /* the year agrees; 1 January often means: day not known */
    SEARCH_REASON_BIRTH_SWAPPED,       /* day and month exchanged */
    SEARCH_REASON_BIRTH_YEAR_OFF,      /* a year apart */
    SEARCH_REASON_BIRTH_SLIP,          /* one digit apart */
    SEARCH_REASON_NAME,
    SEARCH_REASON_NAME_BEGINS, /* the last word is the beginning of a name */
    SEARCH_REASON_COUNT
};

/* Owns its texts. */
struct search_hit {
    char person_id[UUID_TEXT_SIZE];
    char *name;         /* the one that the office uses */
    char *matched_name; /* the spelling that was found; NULL when it is the same, or none was */
    struct date birth;
    bool has_birth;
    int sex;               /* ISO/IEC 5218 */
    int score;             /* 0 to 100, for the order */
    unsigned reasons;      /* bits 1U << enum search_reason */
    unsigned name_reasons; /* bits 1U << enum name_reason: what was forgiven */
};

struct search_hits {
    struct search_hit *items;
    size_t count, capacity;
    bool has_more; /* there are, or may be, others beyond the limit */
};

/* The best first.  text is what was typed so far, in UTF-8; today is for birth years in two digits.
 * Nothing found is STATUS_OK with no hits.  The last word may be unfinished.  STATUS_TEXT_INVALID,
 * STATUS_TEXT_TOO_LONG, STATUS_TEXT_EMPTY.  The caller releases *out, also after a failure. */
MUST_CHECK enum status search_find(struct store *store, const char *text, struct day today,
                                   size_t limit, struct search_hits *out, struct error *error);

/* The question that person_index is asked for such a text, for those who join it with tables of
 * their own: it finds by the sounds of names, and by numbers and dates, without a closer look at
 * how the names are written.  *out is NULL when nobody can be found so; the caller frees it.
 * STATUS_TEXT_* as above. */
MUST_CHECK enum status search_write_match(char **out, struct store *store, const char *text,
                                          struct day today, struct error *error);

/* Visits everybody who can be found, in the order in which they were indexed, until the visitor
 * returns false; it may search meanwhile.  *total is set to how many there are before the first
 * visit; it may be NULL. */
MUST_CHECK enum status search_each_person(struct store *store, long long *total,
                                          bool (*visit)(void *self, const char *person_id),
                                          void *self, struct error *error);

void search_hits_release(struct search_hits *hits);

/* The stable English name of a reason, such as "number_end". */
const char *search_reason_word(enum search_reason reason);

#endif
