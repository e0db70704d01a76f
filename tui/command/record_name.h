/* SPDX-License-Identifier: Apache-2.0 */

/* Records that a command's words name: a casefile by its number, a body by its id, somebody of the
 * staff by the user's name.  General sentences about files would mislead where one is not found. */
#ifndef QADAM_COMMAND_RECORD_NAME_H
#define QADAM_COMMAND_RECORD_NAME_H

#include "office/office.h"

/* What failures mean for one kind of record, to be translated. */
struct record_texts {
    const char *not_found;
    const char *ambiguous;  /* several ids begin so */
    const char *unreadable; /* it cannot be an id or a number */
    const char *refused;    /* what STATUS_REFUSED means; NULL: merged or erased */
};

/* Says what failed with a record and returns the exit code. */
int record_fail(const struct record_texts *texts, const struct error *error);

/* The same for a search for one: STATUS_INVALID is what cannot be an id.  What was typed is never
 * repeated, because it may be a name. */
int record_fail_search(const struct record_texts *texts, const struct error *error);

/* The whole id for what was typed; like everything here it returns an exit code and has said why.
 */
int case_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);
int agency_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);
int staff_resolve(struct office *office, const char *name, char id[UUID_TEXT_SIZE]);

#endif
