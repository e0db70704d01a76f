/* SPDX-License-Identifier: Apache-2.0 */

/* Machine-readable zones of passports, identity cards and visas, after ICAO Doc 9303, 8th edition
 * (2021): part 3 section 4 for what all have in common, part 4 section 4.2 (passports, TD3),
 * part 5 section 4.2 (cards, TD1), part 6 section 4.2 (TD2), part 7 sections 4.2 and 5.2 (visas,
 * MRV-A and MRV-B).
 *
 * What is read comes from a scanner, from optical recognition or from somebody who copies it.
 * Whatever the bytes are, the answer is the best reading there is, with what is wrong in it and
 * what was put right.  A zone without an error is never changed.
 *
 * What no reader can see: the check digits count modulo 10, where A, K and U are worth as much as
 * 0, B, L and V as much as 1, and so on; names, sex and countries have no check digit at all. */
#ifndef QADAM_NAME_MRZ_H
#define QADAM_NAME_MRZ_H

#include "base/date.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* In the order in which lines are tried: where several formats could fit, the shorter one. */
enum mrz_format {
    MRZ_FORMAT_NONE,  /* nothing that has the shape of a zone */
    MRZ_FORMAT_TD1,   /* 3 lines of 30 */
    MRZ_FORMAT_TD2,   /* 2 lines of 36 */
    MRZ_FORMAT_TD3,   /* 2 lines of 44 */
    MRZ_FORMAT_MRV_B, /* a visa, 2 lines of 36 */
    MRZ_FORMAT_MRV_A, /* a visa, 2 lines of 44 */
    MRZ_FORMAT_COUNT
};

enum mrz_error {
    MRZ_ERROR_EMPTY,
    MRZ_ERROR_LENGTH,    /* no format has lines like these */
    MRZ_ERROR_CHARACTER, /* something else than A-Z, 0-9 and the filler */
    MRZ_ERROR_DOCUMENT_CODE,
    MRZ_ERROR_UNKNOWN_COUNTRY, /* that issues */
    MRZ_ERROR_NAMES_INVALID,   /* no surname, a digit, or fillers misread as letters */
    MRZ_ERROR_NUMBER_MISSING,
    MRZ_ERROR_NUMBER_CHECK_DIGIT,
    MRZ_ERROR_UNKNOWN_NATIONALITY,
    MRZ_ERROR_BIRTH_DATE_INVALID,
    MRZ_ERROR_BIRTH_CHECK_DIGIT,
    MRZ_ERROR_SEX_INVALID,
    MRZ_ERROR_EXPIRY_DATE_INVALID,
    MRZ_ERROR_EXPIRY_CHECK_DIGIT,
    MRZ_ERROR_OPTIONAL_CHECK_DIGIT,
    MRZ_ERROR_COMPOSITE_CHECK_DIGIT,
    MRZ_ERROR_COUNT
};

/* The parts of a zone, and after them what can happen to it as a whole. */
enum mrz_part {
    MRZ_TYPE,
    MRZ_ISSUER,
    MRZ_NAMES,
    MRZ_NUMBER,
    MRZ_NUMBER_CHECK,
    MRZ_NATIONALITY,
    MRZ_BIRTH,
    MRZ_BIRTH_CHECK,
    MRZ_SEX,
    MRZ_EXPIRY,
    MRZ_EXPIRY_CHECK,
    MRZ_OPTIONAL,
    MRZ_OPTIONAL_CHECK,
    MRZ_OPTIONAL2,
    MRZ_COMPOSITE_CHECK,
    MRZ_FIELD_COUNT,
    MRZ_PADDING = MRZ_FIELD_COUNT, /* fillers that a line had lost at its end */
    MRZ_FILLERS,                   /* blanks or guillemets that stood for fillers */
    MRZ_KEYBOARD,                  /* it had been typed on another layout */
    MRZ_PART_COUNT
};

enum {
    MRZ_LINES_MAX = 3,
    MRZ_LINE_SIZE = 45,   /* the longest line and its NUL */
    MRZ_INPUT_MAX = 1024, /* more bytes than this are no zone */
};

/* One zone.  Texts are without the fillers at their end; inside names a filler is a space. */
struct mrz {
    enum mrz_format format; /* the rest is empty when there is none */
    char type[3];           /* "P", "ID" */
    char issuer[4];
    char surname[40];
    char given[40];
    bool is_name_cut; /* the names fill their field to its end, so something may be missing */
    char number[24];
    char nationality[4];
    char birth[7]; /* YYMMDD, with fillers for what is not known */
    char sex;      /* 'M', 'F', 'X' when not specified */
    char expiry[7];
    char optional[17]; /* passports: the personal number, if the state puts it there */
    char optional2[12];
    unsigned errors;  /* a bit for each enum mrz_error */
    unsigned repairs; /* a bit for each enum mrz_part */
};

/* Reads a zone: its lines parted by '|' or line ends, or run together as a scanner sends them.
 * Blanks around lines, small letters, lines that lost their last fillers, blanks or guillemets in
 * place of fillers, a Cyrillic or Turkmen keyboard layout, and the usual slips of optical
 * recognition (O for 0, I for 1, ...) are put right: letters and digits by the kind of their
 * field; in numbers and optional data only where exactly one change makes the check digits agree.
 * True when nothing is wrong with what was read, repaired or not. */
bool mrz_parse(struct mrz *out, const char *text, size_t length);

/* The dates, with the century that the zone leaves out: the latest birth that is not after today,
 * and the end of validity from 49 years before to 50 years after this year.
 * STATUS_DATE_INVALID when the zone has no such date, or no year of birth. */
MUST_CHECK enum status mrz_birth_date(struct date *out, const struct mrz *mrz, struct day today,
                                      struct error *error);
MUST_CHECK enum status mrz_expiry_date(struct day *out, const struct mrz *mrz, struct day today,
                                       struct error *error);

/* What goes into a zone.  Texts are in A-Z and 0-9; names may also hold spaces and hyphens, and
 * small letters become capitals.  NULL is nothing. */
struct mrz_document {
    enum mrz_format format;
    const char *type;
    const char *issuer;
    const char *surname;
    const char *given;
    const char *number;
    const char *nationality;
    const char *birth; /* YYMMDD */
    char sex;
    const char *expiry;
    const char *optional;
    const char *optional2; /* TD1 only */
};

struct mrz_lines {
    char line[MRZ_LINES_MAX][MRZ_LINE_SIZE];
    size_t count;
};

/* Writes a zone with all its check digits.  Names that are too long are cut in one of the ways
 * that Doc 9303-4 4.2.3 offers: given names from the last one to initials, then the surname's
 * components; the field then ends with a letter.  Long numbers of TD1 and TD2 go on in the
 * optional data (Doc 9303-5 4.2.2.2, note j).
 * STATUS_INVALID when something does not belong into a zone, STATUS_TEXT_TOO_LONG (the error's
 * number: what fits) when a field is too short for it. */
MUST_CHECK enum status mrz_format_document(struct mrz_lines *out,
                                           const struct mrz_document *document,
                                           struct error *error);

/* The check digit of Doc 9303-3 4.9, 0 to 9: weights 7, 3, 1 from the left, A = 10 to Z = 35,
 * anything else 0. */
int mrz_check_digit(const char *text, size_t length);

/* Stable names: "TD3" (NULL for none), "number_check_digit", "number". */
const char *mrz_format_name(enum mrz_format format);
const char *mrz_error_name(enum mrz_error error);
const char *mrz_part_name(enum mrz_part part);

#endif
