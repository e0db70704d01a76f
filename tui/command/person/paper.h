/* SPDX-License-Identifier: Apache-2.0 */

/* The papers that were said of a person. */
#ifndef QADAM_COMMAND_PERSON_PAPER_H
#define QADAM_COMMAND_PERSON_PAPER_H

#include "command/person/entry.h"
#include "document/document.h"

/* Makes a document of each; those of the machine-readable zone come with it.  The caller releases
 * *out, also after a failure, which it has said.  Returns an exit code. */
int person_papers_make(struct document_list *out, const struct person_entry *entry,
                       struct day today);

/* Whether that will do for one field of FIELD_GROUP_DOCUMENT; error is filled for FAULT_TEXT. */
enum person_fault person_paper_fault(enum person_field field, const char *text, struct day today,
                                     struct error *error);

/* Says on stderr what is odd about personal numbers, comparing with birth and sex of the person.
 * Nothing is refused for that: registers hold wrong numbers too. */
void person_papers_warn(const struct document_list *papers, const struct person *person);

#endif
