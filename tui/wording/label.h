/* SPDX-License-Identifier: Apache-2.0 */

/* Words of people for the codes of the program.  Scripts get the codes. */
#ifndef QADAM_WORDING_LABEL_H
#define QADAM_WORDING_LABEL_H

#include "document/document.h"
#include "document/request.h"
#include "household/relation.h"
#include "office/role.h"

#include <stddef.h>

struct office_user;

/* What the user's language calls a role. */
const char *label_role(enum role role);
/* Whether they can open the file. */
const char *label_user_state(const struct office_user *user);

/* What was done, such as "user added" for "user.add"; an unknown act is its own label. */
const char *label_act(const char *act);

/* Codes of people.  Sex that is not known is "". */
const char *label_sex(enum sex sex);
const char *label_name_kind(enum name_kind kind);
const char *label_contact_kind(enum contact_kind kind);
const char *label_person_state(enum person_state state);
/* What somebody is to somebody else: "mother of", before the other's name. */
const char *label_relation(enum relation_kind kind);

/* An unknown type is its own label. */
const char *label_document_type(const char *code);
const char *label_document_state(enum document_state state);
const char *label_request_state(enum request_state state);

/* Writes a name to stdout and fills it up with spaces to that many columns. */
void label_print_padded(const char *name, size_t columns);

#endif
