/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile: one person's matter on its way through one workflow.  This header holds the plain
 * record and its words; casefile_store.h keeps it, step_store.h walks it. */
#ifndef QADAM_CASEFILE_CASEFILE_H
#define QADAM_CASEFILE_CASEFILE_H

#include "base/day.h"
#include "store/case_number.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    CASEFILE_WORKFLOW_SIZE = 61, /* the id of a workflow and its closing zero; of a step too */
    CASEFILE_REMARK_MAX = 2000,  /* characters */
};

enum casefile_state {
    CASEFILE_OPEN,
    CASEFILE_CLOSED,
    CASEFILE_TRANSFERRED, /* another office has it now */
    CASEFILE_DUPLICATE,   /* was opened twice */
    CASEFILE_STATE_COUNT
};

enum casefile_risk {
    CASEFILE_RISK_NOT_KNOWN,
    CASEFILE_RISK_LOW,
    CASEFILE_RISK_MEDIUM,
    CASEFILE_RISK_HIGH,
    CASEFILE_RISK_COUNT
};

enum casefile_urgency { CASEFILE_NORMAL, CASEFILE_HIGH, CASEFILE_URGENT, CASEFILE_URGENCY_COUNT };

/* How somebody came to the office. */
enum casefile_intake {
    CASEFILE_INTAKE_NOT_KNOWN,
    CASEFILE_WALK_IN,
    CASEFILE_REFERRAL,
    CASEFILE_OUTREACH,
    CASEFILE_HOTLINE,
    CASEFILE_TRANSFER,
    CASEFILE_INTAKE_OTHER,
    CASEFILE_INTAKE_COUNT
};

enum closing_reason {
    CLOSING_NONE, /* not closed */
    CLOSING_GOALS_REACHED,
    CLOSING_NATURALISED,
    CLOSING_DOCUMENT_DELIVERED,
    CLOSING_REFERRED,
    CLOSING_LEFT_AREA,
    CLOSING_CONSENT_WITHDRAWN,
    CLOSING_NO_CONTACT,
    CLOSING_REFUSED_FINAL,
    CLOSING_TRANSFERRED,
    CLOSING_DUPLICATE,
    CLOSING_DIED,
    CLOSING_OTHER, /* says what in a remark */
    CLOSING_REASON_COUNT
};

/* What keeps a casefile from being closed. */
enum closing_block {
    CLOSING_FREE,
    CLOSING_BLOCK_RISK,     /* its risk is high */
    CLOSING_BLOCK_REFERRAL, /* a referral is sent or accepted and not answered */
    CLOSING_BLOCK_REQUEST,  /* an archive, a consulate... is asked and has not answered */
    CLOSING_BLOCK_SUBFILE,  /* a casefile that was opened from this one is open */
    CLOSING_BLOCK_COUNT
};

/* Owns its texts (NULL when there is none); ids are "" when there is none. */
struct casefile {
    char id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version;
    enum casefile_state state;
    enum casefile_risk risk;
    enum casefile_urgency urgency;
    bool is_restricted;
    enum casefile_intake intake;
    char *issue;                      /* what it is about, in the clerk's words */
    char assigned_to[UUID_TEXT_SIZE]; /* a user */
    struct day opened_on;
    char opened_at[MOMENT_TEXT_SIZE];
    char opened_by[UUID_TEXT_SIZE];
    char closed_at[MOMENT_TEXT_SIZE]; /* "" while it is open */
    struct day closed_on;             /* the local day of that */
    bool has_closed_on;
    char closed_by[UUID_TEXT_SIZE];
    enum closing_reason closing_reason;
    char *closing_remark;                    /* to whom it was transferred, what "other" means... */
    char closing_asked_at[MOMENT_TEXT_SIZE]; /* "" unless somebody asked and nobody answered */
    char closing_asked_by[UUID_TEXT_SIZE];
    enum closing_reason closing_asked_reason;
    int reopened_count;
    struct day review_on;
    bool has_review_on;
    char parent_id[UUID_TEXT_SIZE]; /* the casefile that it was opened from */
    char household_id[UUID_TEXT_SIZE];
    char changed_at[MOMENT_TEXT_SIZE]; /* later with every act on it or its steps */
};

void casefile_release(struct casefile *casefile);

/* The stable words of the tables, and back (STATUS_INVALID).  The word of what is not known is "",
 * and "" is understood so. */
const char *casefile_state_word(enum casefile_state state);
const char *casefile_risk_word(enum casefile_risk risk);
const char *casefile_urgency_word(enum casefile_urgency urgency);
const char *casefile_intake_word(enum casefile_intake intake);
const char *closing_reason_word(enum closing_reason reason);
MUST_CHECK enum status casefile_state_parse(enum casefile_state *out, const char *word,
                                            struct error *error);
MUST_CHECK enum status casefile_risk_parse(enum casefile_risk *out, const char *word,
                                           struct error *error);
MUST_CHECK enum status casefile_urgency_parse(enum casefile_urgency *out, const char *word,
                                              struct error *error);
MUST_CHECK enum status casefile_intake_parse(enum casefile_intake *out, const char *word,
                                             struct error *error);
MUST_CHECK enum status closing_reason_parse(enum closing_reason *out, const char *word,
                                            struct error *error);

/* The stable word, such as "referral"; "" for CLOSING_FREE. */
const char *closing_block_word(enum closing_block block);

/* The state of a casefile that was closed for that reason. */
enum casefile_state closing_reason_state(enum closing_reason reason);

/* Whether that keeps it from being closed for that reason: nobody waits for the answer to a
 * referral of somebody who died. */
bool closing_reason_heeds(enum closing_reason reason, enum closing_block block);

#endif
