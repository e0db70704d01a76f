/* SPDX-License-Identifier: Apache-2.0 */

/* All the faults of the files that somebody gave, for people or for scripts. */
#ifndef QADAM_COMMAND_FAULT_REPORT_H
#define QADAM_COMMAND_FAULT_REPORT_H

#include "yaml/fault.h"

#include <stdio.h>

/* By file and line, each as "file:line: sentence". */
void fault_report_write(FILE *stream, struct fault_list *faults);

/* The same as a JSON array on stdout.  Returns an exit code; after a failure it has said why. */
int fault_report_print_json(struct fault_list *faults);

#endif
