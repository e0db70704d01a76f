/* SPDX-License-Identifier: Apache-2.0 */

/* From the words that were typed for a field to the record: what each field allows. */
#ifndef QADAM_COMMAND_PERSON_VALUE_H
#define QADAM_COMMAND_PERSON_VALUE_H

#include "command/person/fault.h"
#include "person/person.h"

/* Sets one field of FIELD_GROUP_RECORD; "" clears it.  error is filled for FAULT_TEXT. */
enum person_fault person_value_set(struct person *person, enum person_field field, const char *text,
                                   struct day today, struct error *error);

/* How the field would be typed again, in out; "" when nothing is known.  What does not fit is cut:
 * it is for showing. */
enum { PERSON_VALUE_SIZE = 1024 };
void person_value_format(char out[PERSON_VALUE_SIZE], const struct person *person,
                         enum person_field field);

/* Parts that other groups use too. */
enum person_fault person_value_day(struct day *out, const char *text, struct day today,
                                   bool may_lie_ahead);
enum person_fault person_value_country(char out[PERSON_COUNTRY_SIZE], const char *text);

#endif
