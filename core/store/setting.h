/* SPDX-License-Identifier: Apache-2.0 */

/* What an office has decided for itself.  Each setting has a default, so that a file always
 * answers; only what differs was ever written. */
#ifndef QADAM_STORE_SETTING_H
#define QADAM_STORE_SETTING_H

#include "base/error.h"

#include <stdbool.h>

struct store;

enum setting {
    SETTING_OFFICE_CODE,
    SETTING_OFFICE_NAME,
    SETTING_COUNTRY,
    SETTING_LANGUAGE,
    SETTING_IDLE_LOCK_MINUTES, /* 0: never */
    SETTING_BACKUP_KEEP,
    SETTING_BACKUP_FOLDER,      /* "": beside the file */
    SETTING_BACKUP_REMIND_DAYS, /* 0: never */
    SETTING_SMALLEST_PC_MIB,    /* the memory of the smallest PC that must open the file */
    SETTING_RETENTION_YEARS,
    SETTING_REQUEST_DAYS, /* to answer what a person asks about their data */
    /* Supervision; proposals of this program, which the office checks locally. */
    SETTING_CASELOAD_LIMIT,          /* open casefiles of one worker; 0: none */
    SETTING_UNASSIGNED_HOURS,        /* after which a casefile of nobody is an alarm */
    SETTING_UNASSIGNED_URGENT_HOURS, /* the same for a high risk, and for what is urgent */
    SETTING_ASSESSMENT_DAYS,         /* after the intake; 0: never reminded of */
    SETTING_CONTACT_DAYS_HIGH,       /* by risk, until somebody is to be seen again; 0: never */
    SETTING_CONTACT_DAYS_MEDIUM,
    SETTING_CONTACT_DAYS_LOW,
    SETTING_REVIEW_DAYS_HIGH, /* the same until the whole casefile is looked at again */
    SETTING_REVIEW_DAYS_MEDIUM,
    SETTING_REVIEW_DAYS_LOW,
    SETTING_IS_TRAINING, /* 1: invented people only, passphrases known to everybody */
    SETTING_COUNT
};

enum { SETTING_TEXT_SIZE = 401 };

/* The key that is written in the file, such as "idle_lock_minutes". */
const char *setting_key(enum setting setting);

/* Finds a setting by its key; false when there is none. */
bool setting_find(const char *key, enum setting *out);

/* Numbers are given as text too. */
MUST_CHECK enum status setting_text(struct store *store, enum setting setting,
                                    char out[SETTING_TEXT_SIZE], struct error *error);

/* Whether the office ever wrote it: else its value is the default. */
MUST_CHECK enum status setting_is_written(struct store *store, enum setting setting, bool *out,
                                          struct error *error);

/* STATUS_INTERNAL when the setting is not a number. */
MUST_CHECK enum status setting_number(struct store *store, enum setting setting, int *out,
                                      struct error *error);

/* Whether the setting can have that value: what is said below about values. */
MUST_CHECK enum status setting_check(enum setting setting, const char *value, struct error *error);

/* Change a setting, in the caller's transaction when there is one.  A value that the setting
 * cannot have is STATUS_INVALID, for the office code STATUS_NAME_INVALID; a long text is
 * STATUS_TEXT_TOO_LONG. */
MUST_CHECK enum status setting_change_text(struct store *store, enum setting setting,
                                           const char *value, struct error *error);
MUST_CHECK enum status setting_change_number(struct store *store, enum setting setting, int value,
                                             struct error *error);

#endif
