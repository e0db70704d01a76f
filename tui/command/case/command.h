/* SPDX-License-Identifier: Apache-2.0 */

/* What the commands on casefiles share. */
#ifndef QADAM_COMMAND_CASE_COMMAND_H
#define QADAM_COMMAND_CASE_COMMAND_H

#include "command/case/desk.h"
#include "command/today_option.h"
#include "wording/case_text.h"

/* ---- the verbs on a whole casefile, for the table in case.c */

extern const struct option case_open_options[];
extern const struct option case_list_options[];
extern const struct option case_show_options[];
extern const struct option case_assign_options[];
extern const struct option case_transfer_options[];
extern const struct option case_link_options[];
extern const struct option case_risk_options[];
extern const struct option case_close_options[];
extern const struct option case_reopen_options[];
extern const struct option case_move_options[];
extern const struct option case_review_options[];
extern const struct option case_reassign_options[];
extern const struct option case_handover_options[];
extern const struct option case_alerts_options[];
extern const struct option case_alert_seen_options[];

extern const struct option case_restrict_options[];
extern const struct option case_readers_options[];

int case_open_run(const struct arguments *arguments);
int case_list_run(const struct arguments *arguments);
int case_show_run(const struct arguments *arguments);
int case_assign_run(const struct arguments *arguments);
int case_transfer_run(const struct arguments *arguments);
int case_link_run(const struct arguments *arguments);
int case_risk_run(const struct arguments *arguments);
int case_close_run(const struct arguments *arguments);
int case_reopen_run(const struct arguments *arguments);
int case_move_run(const struct arguments *arguments);
int case_review_run(const struct arguments *arguments);
int case_reassign_run(const struct arguments *arguments);
int case_handover_run(const struct arguments *arguments);
int case_alerts_run(const struct arguments *arguments);
int case_alert_seen_run(const struct arguments *arguments);
int case_restrict_run(const struct arguments *arguments);
int case_unrestrict_run(const struct arguments *arguments);
int case_break_glass_run(const struct arguments *arguments);
int case_readers_run(const struct arguments *arguments);

/* The reasons, at the end of the help of close. */
void case_close_write_help(FILE *stream);

/* Says on standard error, before anything else, how many alerts the user has to see; nothing when
 * there is none. */
void case_alerts_warn(struct case_desk *desk);

/* ---- failing */

/* For casefiles the general sentences about files and roles would mislead.  refused is what
 * STATUS_REFUSED means here, translated; NULL: the casefile is not open.  Returns the exit code. */
int case_fail(const char *subject, const struct error *error, const char *refused);

/* Any other "no" about a casefile; text is translated.  Returns EXIT_CODE_NO. */
int case_say_no(const char *subject, const char *text);

/* The same with one %s in it. */
int case_say_no_with(const char *subject, const char *text, const char *value);

#endif
