/* SPDX-License-Identifier: Apache-2.0 */

/* What was typed into a field, made into what is kept, or refused with the reason. */
#ifndef QADAM_WORKFLOW_ANSWER_H
#define QADAM_WORKFLOW_ANSWER_H

#include "base/date.h"
#include "workflow/definition.h"

enum answer_fault {
    ANSWER_OK,
    ANSWER_EMPTY,
    ANSWER_TEXT, /* control or invisible characters */
    ANSWER_LONG, /* limit: the most characters */
    ANSWER_NOT_NUMBER,
    ANSWER_LOW,       /* limit: the least */
    ANSWER_HIGH,      /* limit: the most */
    ANSWER_NOT_MONEY, /* such as 120.50 USD */
    ANSWER_NOT_DATE,
    ANSWER_FUTURE, /* after today, where it cannot be */
    ANSWER_PAST,   /* before today, where it cannot be */
    ANSWER_BEFORE_BIRTH,
    ANSWER_NOT_YES_NO,
    ANSWER_NOT_CHOICE, /* none of the field's choices */
    ANSWER_NOT_COUNTRY,
    ANSWER_NOT_LANGUAGE,
    ANSWER_NOT_EVIDENCE, /* neither original, copy nor none */
    ANSWER_IS_ROWS,      /* rows are answered column by column */
    ANSWER_FAULT_COUNT
};

struct answer_context {
    struct day today;
    struct date birth;
    bool has_birth;
};

/* *out is a text that the caller frees: NFC; dates as 2026-11-24; numbers without leading zeros;
 * money as "120.50 USD"; choices sorted as the field lists them, joined by commas.  *out is NULL
 * unless *fault is ANSWER_OK.  limit may be NULL.  Only memory is a failure. */
MUST_CHECK enum status answer_normalize(char **out, enum answer_fault *fault, long long *limit,
                                        const struct field *field, const char *typed,
                                        const struct answer_context *context, struct error *error);

/* The same for evidence.TYPE. */
enum answer_fault answer_normalize_evidence(const char **out, const char *typed);

#endif
