/* SPDX-License-Identifier: Apache-2.0 */

/* Where an erased person still is: nobody may forget to say it. */
#ifndef QADAM_COMMAND_PERSON_LEFTOVERS_H
#define QADAM_COMMAND_PERSON_LEFTOVERS_H

#include "office/office.h"

/* Empties the log and says which backups still hold what was erased.  Returns an exit code and has
 * said why. */
int person_leftovers_write(struct office *office);

#endif
