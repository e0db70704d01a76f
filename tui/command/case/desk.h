/* SPDX-License-Identifier: Apache-2.0 */

/* The desk of a command on casefiles: the office file opened by somebody whose role allows the act,
 * the day that counts as today, the definitions, and who is who. */
#ifndef QADAM_COMMAND_CASE_DESK_H
#define QADAM_COMMAND_CASE_DESK_H

#include "casefile/casefile_desk.h"
#include "casefile/definition_store.h"
#include "command/office_file.h"
#include "command/user_names.h"

#include <stdio.h>

struct case_desk {
    struct office *office;
    struct casefile_desk desk;
    struct user_names users;
    const char *path;                                /* of the file */
    bool is_named;                                   /* the file, on the command line */
    const char *arguments[ARGUMENTS_MAX_POSITIONAL]; /* those behind the file; NULL after them */
};

/* What can be told before a passphrase is asked for: which file, which arguments, which day.
 * Returns an exit code, like everything here that can fail, and has said why; close it in any
 * case. */
int case_desk_prepare(struct case_desk *out, const struct arguments *arguments);

/* Opens the file for somebody whose role allows the act; for the acts that read also where it
 * cannot be written. */
int case_desk_login(struct case_desk *desk, const struct arguments *arguments, enum office_act act);

/* Both in one call. */
int case_desk_open(struct case_desk *out, const struct arguments *arguments, enum office_act act);

/* Nothing happens when it was not opened. */
void case_desk_close(struct case_desk *desk);

/* Whether the user's role allows that act too. */
bool case_desk_may(const struct case_desk *desk, enum office_act act);

/* Whether what that step of the casefile holds - answers, outcome, whom it waits for - is hidden
 * from this user: restricted steps are for whoever works on the casefile and for supervisors. NULL,
 * a step that this version of the workflow does not know, may have been restricted and counts so.
 */
bool case_desk_hides(const struct case_desk *desk, const struct casefile *casefile,
                     const struct step *step);

/* Whether the user can read the casefile at all: it is an ordinary one, or they hold a key to it.
 */
bool case_desk_reads(const struct case_desk *desk, const char *casefile_id);

/* The id of the casefile for what was typed: a number, an id or its first signs. */
int case_desk_find(struct case_desk *desk, const char *typed, char id[UUID_TEXT_SIZE]);

/* The active user of that name, who can be given work; the second one also finds who was
 * revoked. */
int case_desk_find_user(struct case_desk *desk, const char *name, char id[UUID_TEXT_SIZE]);
int case_desk_find_any_user(struct case_desk *desk, const char *name, char id[UUID_TEXT_SIZE]);

/* "  qadam case finish FILE NUMBER", ready to be typed: with the file when it was named. */
void case_desk_write_command(FILE *stream, const struct case_desk *desk, const char *verb,
                             const char *number);

/* The name behind a user's id; "" for "". */
const char *case_desk_user_name(const struct case_desk *desk, const char *id);

/* Titles in the user's language; the id itself when the definition is gone, "(restricted)" for what
 * shows of a sealed casefile. */
const char *case_desk_workflow_title(struct case_desk *desk, const char *workflow, int version);
const char *case_desk_step_title(struct case_desk *desk, const char *workflow, int version,
                                 const char *step);

#endif
