/* SPDX-License-Identifier: Apache-2.0 */

/* What a country rules, as data: its bodies, papers, deadlines, fees and calendar, read from YAML
 * as FORMAT.md describes.  What every country has in common lies in the pack of country "*"; a
 * country's own row goes before the common one of the same kind.  All texts are English and for
 * people; the tui layer translates them in the context "country". */
#ifndef QADAM_COUNTRY_COUNTRY_PACK_H
#define QADAM_COUNTRY_COUNTRY_PACK_H

#include "base/arena.h"
#include "base/calendar.h"
#include "base/deadline.h"
#include "yaml/yaml_reader.h"

#define COUNTRY_COMMON "*"

/* How every row begins: where it stands, and where what it says comes from. */
struct country_row {
    int line;
    bool is_common;     /* it comes from the pack of country "*" */
    const char *source; /* NULL: none */
    bool check_locally;
};

/* Texts that are not there are NULL everywhere below. */
struct country_body {
    struct country_row row;
    const char *kind; /* known to body_kind.h */
    const char *name;
    const char *help;
    const char *address;
    const char *phone;
    struct yaml_day since;
};

enum country_validity { COUNTRY_VALID_MONTHS, COUNTRY_VALID_DAYS };

struct country_document {
    struct country_row row;
    const char *type;
    const char *name;
    struct yaml_number valid; /* for so many ... */
    int unit;                 /* ... enum country_validity */
    const char *validity;     /* the same in words, when it is no number */
    const char *issued_by;    /* a kind of body */
    const char *note;
};

struct country_deadline {
    struct country_row row;
    const char *rule; /* known to deadline_rule.h */
    const char *code; /* such as "KZ-ID-LOSS" */
    const char *event;
    int count;
    struct yaml_number most; /* the longest it can become */
    int unit;                /* enum deadline_unit */
    bool is_exact;
    struct yaml_day as_of;
};

enum country_fee_unit {
    COUNTRY_FEE_CURRENCY,
    COUNTRY_FEE_MCI,              /* monthly calculated index, Kazakhstan */
    COUNTRY_FEE_CALCULATED_INDEX, /* Kyrgyzstan, and under that name Tajikistan */
    COUNTRY_FEE_BRV,              /* base calculated amount, Uzbekistan */
    COUNTRY_FEE_UNIT_COUNT
};

struct country_fee {
    struct country_row row;
    const char *id;
    const char *title;
    double amount;
    int unit;             /* enum country_fee_unit */
    const char *currency; /* "KZT", with COUNTRY_FEE_CURRENCY */
    const char *paid_for;
    const char **waivers; /* ids of waivers */
    size_t waiver_count;
    struct yaml_day as_of;
};

struct country_waiver {
    struct country_row row;
    const char *id;
    const char *title;
};

/* A holiday of the same date every year. */
struct country_holiday {
    struct country_row row;
    int month;
    int day;
    const char *title;
};

/* A holiday whose date is announced for each year. */
struct country_feast {
    struct country_row row;
    const char *id;
    const char *title;
};

/* One day that is not what the rest of the calendar says. */
struct country_day {
    struct country_row row;
    struct yaml_day date;
    bool is_off;
    const char *title;
    const char *feast; /* the id of the moving holiday that it is */
};

struct country_note {
    struct country_row row;
    const char *id;
    const char *text;
};

struct country_days {
    int line;
    const char **weekend; /* "saturday" ... */
    size_t weekend_count;
    struct country_holiday *holidays;
    size_t holiday_count;
    struct country_feast *moving;
    size_t moving_count;
    struct country_day *days;
    size_t day_count;
};

/* To be read only. */
struct country_pack {
    int line;
    const char *kind;
    const char *country; /* "KZ", or COUNTRY_COMMON */
    int version;
    const char *title;
    struct yaml_day checked_on;
    struct country_body *bodies;
    size_t body_count;
    struct country_document *documents;
    size_t document_count;
    struct country_deadline *deadlines;
    size_t deadline_count;
    struct country_fee *fees;
    size_t fee_count;
    struct country_waiver *waivers;
    size_t waiver_count;
    struct country_note *notes;
    size_t note_count;
    struct country_days *calendar; /* never NULL */
    struct arena arena;
};

/* The packs that the program brings, each a source named "packs/kz.yaml". */
extern const struct yaml_source country_packs[];
extern const size_t country_packs_count;

/* "KZ" and the others that have a pack of their own, in the order of the alphabet; NULL after the
 * last. */
const char *country_at(size_t index);
bool country_is_known(const char *country);

/* The program's own text; NULL when there is no such country. */
const struct yaml_source *country_pack_builtin(const char *country);

/* Reads a country's pack over the common one.  country NULL: the one that the text says; "" or
 * COUNTRY_COMMON: only what all have in common.  text NULL: the program's own.  Whatever is wrong
 * with the text is a fault, and then *out is NULL.  STATUS_NOT_FOUND when there is no such country.
 * The caller releases *out, which borrows nothing. */
MUST_CHECK enum status country_pack_load(struct country_pack **out, const char *country,
                                         const struct yaml_source *text, struct fault_list *faults,
                                         struct error *error);
void country_pack_release(struct country_pack *pack);

/* NULL when the pack has none; a pack that was loaded has every known rule and kind of body. */
const struct country_deadline *country_pack_find_deadline(const struct country_pack *pack,
                                                          const char *rule);
const struct country_body *country_pack_find_body(const struct country_pack *pack,
                                                  const char *kind);
const struct country_waiver *country_pack_find_waiver(const struct country_pack *pack,
                                                      const char *id);

/* The same deadline for deadline_due(). */
struct deadline country_deadline_term(const struct country_deadline *deadline);

/* "working", "calendar", "month"; "currency", "MCI", "calculated_index", "BRV". */
const char *country_unit_word(enum deadline_unit unit);
const char *country_fee_unit_word(enum country_fee_unit unit);

/* An amount as it is written: "0.5"; never with a comma. */
enum { COUNTRY_AMOUNT_SIZE = 32 };
void country_amount_format(char out[COUNTRY_AMOUNT_SIZE], double amount);

#endif
