/* SPDX-License-Identifier: Apache-2.0 */

/* `qadam [FILE]`: the full-screen application. */
#ifndef QADAM_COMMAND_APPLICATION_H
#define QADAM_COMMAND_APPLICATION_H

#include "command/command.h"

/* Its options and help; not one of the commands that a noun names. */
extern const struct command application_command;

#endif
