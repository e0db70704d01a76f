/* SPDX-License-Identifier: Apache-2.0 */

/* What the commands on consents share. */
#ifndef QADAM_COMMAND_CONSENT_COMMAND_H
#define QADAM_COMMAND_CONSENT_COMMAND_H

#include "command/office_file.h"
#include "consent/consent_store.h"

#include <stdio.h>

/* ---- the verbs, for the table in consent.c */

extern const struct option consent_add_options[];
extern const struct option consent_list_options[];
extern const struct option consent_show_options[];
extern const struct option consent_withdraw_options[];
extern const struct option consent_check_options[];
extern const struct option consent_override_options[];

int consent_add_run(const struct arguments *arguments);
int consent_list_run(const struct arguments *arguments);
int consent_show_run(const struct arguments *arguments);
int consent_withdraw_run(const struct arguments *arguments);
int consent_check_run(const struct arguments *arguments);
int consent_override_run(const struct arguments *arguments);
void consent_add_write_help(FILE *stream);
void consent_withdraw_write_help(FILE *stream);
void consent_override_write_help(FILE *stream);

/* ---- everything below returns an exit code and has said what failed */

int consent_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);

/* Says why it was not done: the flaw, else the failure. */
int consent_fail(enum consent_flaw flaw, const struct error *error);

/* The use that --for, --to, --agency and --on describe; kind is room for the kind of the body. */
int consent_use_read(struct office *office, const struct arguments *arguments,
                     struct consent_use *out, char agency_id[UUID_TEXT_SIZE],
                     char kind[AGENCY_KIND_MAX + 1]);

/* Whether the code is a kind of body or a party. */
bool consent_recipient_is_known(const char *code);

/* NULL, or that there is no such recipient. */
const char *consent_recipient_fault(const char *text, struct day today);

#endif
