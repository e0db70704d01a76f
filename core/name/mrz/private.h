/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the machine-readable zone share. */
#ifndef QADAM_NAME_MRZ_PRIVATE_H
#define QADAM_NAME_MRZ_PRIVATE_H

#include "name/mrz.h"

enum {
    MRZ_ZONE_LENGTH_MAX = 90,
    MRZ_COVERED_MAX = 4,
    MRZ_NUMBER_WIDTH = 9, /* what fits into the field of the number itself */
};

/* Characters of a zone whose lines are put one after the other, counted from 0. */
struct mrz_span {
    unsigned char start;
    unsigned char length; /* 0: this format has no such field */
};

/* One format: where everything stands. */
struct mrz_layout {
    const char *name;
    unsigned char line_count;
    unsigned char width;
    unsigned char shortest[MRZ_LINES_MAX]; /* what remains of a line that lost its fillers */
    bool is_visa;
    bool has_long_numbers; /* a number may go on in the optional data */
    struct mrz_span fields[MRZ_FIELD_COUNT];
    struct mrz_span covered[MRZ_COVERED_MAX]; /* by the composite check digit */
};

/* NULL for MRZ_FORMAT_NONE. */
const struct mrz_layout *mrz_layout(enum mrz_format format);

/* A zone of the right length.  Beside A-Z, 0-9 and '<' it may hold '(' for any bracket, which
 * is a filler misread, and '?' for anything else. */
struct mrz_zone {
    enum mrz_format format;
    const struct mrz_layout *layout;
    char text[MRZ_ZONE_LENGTH_MAX + 1];
    unsigned repairs;
};

/* The sum over the spans that the composite check digit covers. */
int mrz_zone_composite(const struct mrz_layout *layout, const char *text);

/* A long number: the field is full and its check digit is a filler, because it goes on. */
bool mrz_zone_has_long_number(const struct mrz_zone *zone);

/* How many characters the long number has in the optional data, its check digit included. */
size_t mrz_zone_long_rest(const struct mrz_zone *zone);

/* A bit for each of the check digit errors. */
unsigned mrz_zone_check_digits(const struct mrz_zone *zone);

/* All that the zone says and all that is wrong with it. */
void mrz_zone_take(struct mrz *out, const struct mrz_zone *zone);

/* Where the fillers after the names begin: three in a row, or two for the second time. */
size_t mrz_names_end(const char *names, size_t length);

/* Whether letters like those that fillers are taken for stand there, or three K in a row, which
 * no name has. */
bool mrz_names_hold_misread_fillers(const char *names, size_t length);

/* Puts right what can be, and notes it in the zone's repairs. */
void mrz_zone_repair(struct mrz_zone *zone);

/* How a reading takes what is no filler but may have been one. */
struct mrz_reading {
    int guillemet; /* how many fillers "«" stands for */
    bool drops_blanks;
};

/* The lines as they came, before a format is found for them. */
struct mrz_typed {
    char line[MRZ_LINES_MAX + 1][MRZ_ZONE_LENGTH_MAX + 1];
    size_t length[MRZ_LINES_MAX + 1];
    size_t count;
    bool is_too_long;
    bool has_blanks;
    bool has_guillemets;
};

void mrz_typed_read(struct mrz_typed *out, const char *text, size_t length,
                    struct mrz_reading reading);

/* False when the lines do not have the lengths of this format. */
bool mrz_zone_fit(struct mrz_zone *out, const struct mrz_typed *typed, enum mrz_format format);

#endif
