/* SPDX-License-Identifier: Apache-2.0 */

/* The recovery sheet on stdout: shown once, to be printed or copied by hand. */
#ifndef QADAM_COMMAND_RECOVERY_SHEET_H
#define QADAM_COMMAND_RECOVERY_SHEET_H

#include "vault/secret.h"

struct recovery_sheet {
    const char *file;
    const char *office; /* NULL: not known */
    const char *user;   /* NULL: not known */
    const struct secret *code;
};

/* Prints for people. */
void recovery_sheet_print(const struct recovery_sheet *sheet);

/* Prints {"file": ..., "recovery_code": ...}.  Returns an exit code. */
int recovery_sheet_print_json(const struct recovery_sheet *sheet);

#endif
