/* SPDX-License-Identifier: Apache-2.0 */

/* Words of people for the codes of the program.  Scripts get the codes. */
#ifndef QADAM_COMMAND_LABEL_H
#define QADAM_COMMAND_LABEL_H

#include "office/role.h"

#include <stddef.h>

/* What the user's language calls a role. */
const char *label_role(enum role role);

/* What was done, such as "user added" for "user.add"; an unknown act is its own label. */
const char *label_act(const char *act);

/* Writes a name to stdout and fills it up with spaces to that many columns. */
void label_print_padded(const char *name, size_t columns);

#endif
