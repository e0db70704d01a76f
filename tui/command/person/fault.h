/* SPDX-License-Identifier: Apache-2.0 */

/* What can be wrong with what was said of a person, and where.  The sentence names the line and
 * the field, never the value: what a script prints ends up in logs. */
#ifndef QADAM_COMMAND_PERSON_FAULT_H
#define QADAM_COMMAND_PERSON_FAULT_H

#include "base/error.h"
#include "wording/person_field.h"

enum person_fault {
    FAULT_NONE,
    FAULT_NO_SUCH_FIELD,
    FAULT_TWICE,
    FAULT_RECORD_SURPLUS, /* a second person where one is meant */
    FAULT_NOTHING,        /* no field at all */
    FAULT_JSON,
    FAULT_TEXT, /* the status of the error says what */
    FAULT_DATE,
    FAULT_DAY, /* a month or year where a day is needed */
    FAULT_FUTURE,
    FAULT_AGE,
    FAULT_COUNTRY,
    FAULT_CHOICE,
    FAULT_CODE,
    FAULT_NAME_MISSING,
    FAULT_NAME,
    FAULT_ZONE,
    FAULT_TYPE_MISSING,
    FAULT_LANGUAGE,
    FAULT_ARRIVAL,
    FAULT_ORDER, /* ends before it begins */
    FAULT_COUNT
};

struct person_place {
    unsigned long long line; /* 0: not a line of a file */
    enum person_field field; /* PERSON_FIELD_COUNT: none */
};

/* The sentence alone, in the user's language; "" for FAULT_TEXT. */
const char *person_fault_text(enum person_fault fault);

/* Says it on stderr; error is for FAULT_TEXT.  Returns an exit code, "done" for FAULT_NONE. */
int person_fault_say(const struct person_place *place, enum person_fault fault,
                     const struct error *error);

#endif
