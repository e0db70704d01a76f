/* SPDX-License-Identifier: Apache-2.0 */

/* What the two files of qadam person change share. */
#ifndef QADAM_COMMAND_PERSON_CHANGE_H
#define QADAM_COMMAND_PERSON_CHANGE_H

#include "command/person/entry.h"
#include "document/document.h"
#include "office/office.h"

/* What is to become of the person. */
struct change {
    struct office *office;
    struct day today;
    bool is_correction;
    struct person_entry entry; /* what was said */
    struct person person;      /* as it was, then as it shall be; its names as they were */
    struct contact_list contacts_before;
    struct contact_list contacts; /* those that were said */
    struct document_list papers_before;
    struct document_list papers;
    struct person_name name; /* the new main name */
    bool has_name;
};

/* Does it; what has been written before a failure stays.  Returns an exit code and has said why. */
int person_change_write(struct change *change);

#endif
