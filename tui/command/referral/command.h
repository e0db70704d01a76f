/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on referrals, for the table in referral.c, and what they share. */
#ifndef QADAM_COMMAND_REFERRAL_COMMAND_H
#define QADAM_COMMAND_REFERRAL_COMMAND_H

#include "casefile/definition_store.h"
#include "command/office_file.h"
#include "referral/referral.h"

#include <stdio.h>

extern const struct option referral_add_options[];
extern const struct option referral_send_options[];
extern const struct option referral_answer_options[];
extern const struct option referral_list_options[];
extern const struct option referral_slip_options[];
extern const struct option referral_overdue_options[];

int referral_add_run(const struct arguments *arguments);
int referral_send_run(const struct arguments *arguments);
int referral_answer_run(const struct arguments *arguments);
int referral_list_run(const struct arguments *arguments);
int referral_slip_run(const struct arguments *arguments);
int referral_overdue_run(const struct arguments *arguments);

void referral_add_write_help(FILE *stream);
void referral_send_write_help(FILE *stream);
void referral_answer_write_help(FILE *stream);

/* What the standard times count by: the working days of the office's country; Monday to Friday
 * before the office has named one. */
struct referral_calendar {
    struct definition_cache *cache; /* owns the days */
    const struct calendar *calendar;
};

/* Returns an exit code and has said why; out has to be released either way. */
int referral_calendar_read(struct referral_calendar *out, struct office *office);
void referral_calendar_release(struct referral_calendar *calendar);

/* Says what failed; refused is what STATUS_REFUSED means here, translated or to be.  Returns the
 * exit code. */
int referral_fail(const struct error *error, const char *refused);

/* The whole id for a number or what was typed of an id.  Returns an exit code and has said why. */
int referral_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);

/* Prints what became of it: a word (the number or the state) and the day on which something is due.
 * Returns an exit code. */
int referral_tell(struct office *office, const char *id, bool with_number);

#endif
