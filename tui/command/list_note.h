/* SPDX-License-Identifier: Apache-2.0 */

/* Lists of people as data for other programs: whoever looks over the office's work sees who took
 * one out. */
#ifndef QADAM_COMMAND_LIST_NOTE_H
#define QADAM_COMMAND_LIST_NOTE_H

#include "command/arguments.h"
#include "office/office.h"

/* Notes a list that is printed with --json and holds more than twenty rows; what is a short code
 * such as "case.list".  Call it before printing: returns an exit code and has said why nothing
 * must be printed. */
int list_note(struct office *office, const struct arguments *arguments, const char *what,
              size_t count);

#endif
