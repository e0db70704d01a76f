/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on referrals, for the table in referral.c, and what they share. */
#ifndef QADAM_COMMAND_REFERRAL_COMMAND_H
#define QADAM_COMMAND_REFERRAL_COMMAND_H

#include "command/office_file.h"
#include "referral/referral.h"

#include <stdio.h>

extern const struct option referral_add_options[];
extern const struct option referral_send_options[];
extern const struct option referral_answer_options[];
extern const struct option referral_list_options[];

int referral_add_run(const struct arguments *arguments);
int referral_send_run(const struct arguments *arguments);
int referral_answer_run(const struct arguments *arguments);
int referral_list_run(const struct arguments *arguments);

void referral_add_write_help(FILE *stream);
void referral_send_write_help(FILE *stream);
void referral_answer_write_help(FILE *stream);

/* Monday to Friday: what the standard times count by. */
extern const struct calendar referral_calendar;

/* Says what failed; refused is what STATUS_REFUSED means here, translated or to be.  Returns the
 * exit code. */
int referral_fail(const struct error *error, const char *refused);

/* The whole id for a number or what was typed of an id.  Returns an exit code and has said why. */
int referral_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);

/* Prints what became of it: a word (the number or the state) and the day on which something is due.
 * Returns an exit code. */
int referral_tell(struct office *office, const char *id, bool with_number);

#endif
