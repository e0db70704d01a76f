/* SPDX-License-Identifier: Apache-2.0 */
#ifndef QADAM_COMMAND_PERSON_SHOW_JSON_H
#define QADAM_COMMAND_PERSON_SHOW_JSON_H

#include "command/person/view.h"

/* Prints all that is known as one JSON object.  asked is the id that was asked for, which differs
 * from the person's when that record was merged.  Returns an exit code. */
int person_show_json(const struct person_view *view, const char *asked, struct day today);

#endif
