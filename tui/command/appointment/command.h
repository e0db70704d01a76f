/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on appointments, for the table in appointment.c. */
#ifndef QADAM_COMMAND_APPOINTMENT_COMMAND_H
#define QADAM_COMMAND_APPOINTMENT_COMMAND_H

#include "command/office_file.h"

#include <stdio.h>

extern const struct option appointment_add_options[];
extern const struct option appointment_list_options[];
extern const struct option appointment_change_options[];

int appointment_add_run(const struct arguments *arguments);
int appointment_list_run(const struct arguments *arguments);
int appointment_change_run(const struct arguments *arguments);

void appointment_add_write_help(FILE *stream);

#endif
