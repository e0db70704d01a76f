/* SPDX-License-Identifier: Apache-2.0 */

/* Finding somebody's record by what was typed, and saying why it is not found: for all commands
 * that are told a person. */
#ifndef QADAM_COMMAND_PERSON_RESOLVE_H
#define QADAM_COMMAND_PERSON_RESOLVE_H

#include "office/office.h"

/* For people the general sentences about files and roles would mislead.  refused is what
 * STATUS_REFUSED means here, translated; NULL: the record was merged or erased.  Returns the exit
 * code. */
int person_fail(const char *subject, const struct error *error, const char *refused);

/* Any other "no" about somebody; text is translated.  Returns EXIT_CODE_NO. */
int person_say_no(const char *subject, const char *text);

/* The whole id for what was typed of it.  Returns an exit code and has said why. */
int person_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE]);

#endif
