/* SPDX-License-Identifier: Apache-2.0 */

/* What can be said of a person, as scripts and people name it.  Parsing, asking and help are all
 * made from this one table. */
#ifndef QADAM_WORDING_PERSON_FIELD_H
#define QADAM_WORDING_PERSON_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum person_field {
    FIELD_MRZ, /* first: with it the rest need not be typed */
    FIELD_SURNAME,
    FIELD_GIVEN_NAME,
    FIELD_PATRONYMIC,
    FIELD_FULL_NAME,
    FIELD_SEX,
    FIELD_BIRTH_DATE,
    FIELD_BIRTH_PLACE,
    FIELD_BIRTH_COUNTRY,
    FIELD_NATIONALITY,
    FIELD_ORIGIN_COUNTRY,
    FIELD_SPOKEN_LANGUAGE,
    FIELD_NEEDS_INTERPRETER,
    FIELD_POPULATION_GROUP,
    FIELD_LEGAL_STATUS,
    FIELD_MARITAL_STATUS,
    FIELD_OCCUPATION,
    FIELD_EDUCATION,
    FIELD_ARRIVED,
    FIELD_PHONE,
    FIELD_ADDRESS,
    FIELD_EMAIL,
    FIELD_PERSONAL_NUMBER,
    FIELD_DOCUMENT_TYPE,
    FIELD_DOCUMENT_NUMBER,
    FIELD_DOCUMENT_ISSUER,
    FIELD_DOCUMENT_ISSUED,
    FIELD_DOCUMENT_EXPIRES,
    FIELD_DOCUMENT_STATE,
    PERSON_FIELD_COUNT
};

enum person_field_group {
    FIELD_GROUP_NAME,
    FIELD_GROUP_RECORD,
    FIELD_GROUP_CONTACT,  /* may come again and again */
    FIELD_GROUP_DOCUMENT, /* a field that comes again begins the next paper */
    FIELD_GROUP_ZONE,
};

struct person_field_row {
    const char *name;  /* "birth_date" */
    const char *label; /* to be translated */
    const char *hint;  /* how it is written, to be translated; NULL when that is plain */
    enum person_field_group group;
    size_t max; /* characters */
};

const struct person_field_row *person_field_row(enum person_field field);

/* False when there is none of that name. */
bool person_field_find(enum person_field *out, const char *name, size_t length);

/* For the help: every field with how it is written. */
void person_field_write_help(FILE *stream);

#endif
