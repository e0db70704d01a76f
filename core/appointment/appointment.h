/* SPDX-License-Identifier: Apache-2.0 */

/* Who is expected where and when: at the office or at another body, for a casefile, a person, or a
 * member of the staff alone.  Days and hours are those of the clock on the wall, because that is
 * what the slip of paper says. */
#ifndef QADAM_APPOINTMENT_APPOINTMENT_H
#define QADAM_APPOINTMENT_APPOINTMENT_H

#include "base/day.h"
#include "store/case_number.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    APPOINTMENT_TIME_SIZE = sizeof("09:30"),
    APPOINTMENT_MINUTES = 30, /* when nobody says how long */
    APPOINTMENT_MINUTES_MAX = 1440,
};

enum appointment_state {
    APPOINTMENT_PLANNED,
    APPOINTMENT_ATTENDED,
    APPOINTMENT_MISSED,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_STATE_COUNT
};

/* Owns its texts; ids are "" when there is none. */
struct appointment {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char casefile_id[UUID_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    char user_id[UUID_TEXT_SIZE]; /* who of the office is there */
    char agency_id[UUID_TEXT_SIZE];
    struct day day;
    char time[APPOINTMENT_TIME_SIZE]; /* "" for the whole day */
    int minutes;
    char *place; /* NULL when not known */
    char *about;
    enum appointment_state state;
    char casefile_number[CASE_NUMBER_TEXT_SIZE]; /* when it was read; "" without a casefile */
    char *agency_name;                           /* the same; NULL without a body */
};

struct appointment_list {
    struct appointment *items;
    size_t count;
    size_t capacity;
};

void appointment_release(struct appointment *appointment);
void appointment_list_release(struct appointment_list *appointments);

/* The stable word of the table, and back (STATUS_INVALID). */
const char *appointment_state_word(enum appointment_state state);
MUST_CHECK enum status appointment_state_parse(enum appointment_state *out, const char *word,
                                               struct error *error);

/* "9:30", "09:30", "9.30" or "930" as the table writes it, "" for "".  STATUS_DATE_INVALID when
 * there is no such time. */
MUST_CHECK enum status appointment_time_parse(char out[APPOINTMENT_TIME_SIZE], const char *text,
                                              struct error *error);

/* STATUS_INVALID when it lasts no time or more than a day, or when its time is not as
 * appointment_time_parse() writes it. */
MUST_CHECK enum status appointment_check(const struct appointment *appointment,
                                         struct error *error);

#endif
