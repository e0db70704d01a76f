/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that is kept about a person, for that person: the right of access (IOM Data Protection
 * Manual, principle 7 "Access and transparency"; UNHCR Policy on the Protection of Personal Data of
 * Persons of Concern, 2015, section 3.2).  Of other people it holds only the name of a relative,
 * and that a confidential note is there; of the staff their role. */
#ifndef QADAM_RIGHTS_PERSON_DATA_H
#define QADAM_RIGHTS_PERSON_DATA_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct store;

/* Who gets it; the words are those of the journal and of the command. */
enum data_recipient {
    DATA_TO_PERSON,
    DATA_TO_GUARDIAN,
    DATA_TO_LAWYER, /* with a mandate */
    DATA_RECIPIENT_COUNT
};
const char *data_recipient_word(enum data_recipient recipient);
/* STATUS_INVALID for another word. */
MUST_CHECK enum status data_recipient_parse(enum data_recipient *out, const char *word,
                                            struct error *error);

/* Who asks, and what they may see. */
struct person_data_reader {
    const char *actor;
    bool reads_confidential; /* notes of others */
};

/* Owns its text. */
struct person_data {
    char *json;             /* an object: a member for each section, an array of objects */
    long long hidden_files; /* restricted casefiles to which the session holds no key: the sheet is
                             * incomplete */
    long long hidden_notes; /* confidential notes of others: said, not shown */
};
void person_data_release(struct person_data *data);

/* Collects it, and writes into the journal who got it ("person.export").  The sections are those of
 * person_data_sections, in that order; an empty one is there with an empty array. STATUS_NOT_FOUND,
 * STATUS_REFUSED for a record that was merged into another one or erased.  The caller releases
 * *out, also after a failure. */
MUST_CHECK enum status person_data_export(struct store *store, const char *person_id,
                                          const struct person_data_reader *reader,
                                          enum data_recipient recipient, struct person_data *out,
                                          struct error *error);

/* The same without the entry: to be looked at before it is handed over. */
MUST_CHECK enum status person_data_collect(struct store *store, const char *person_id,
                                           const struct person_data_reader *reader,
                                           struct person_data *out, struct error *error);

/* One fact of the sheet; all texts are borrowed during the visit. */
struct person_data_fact {
    const char *section;
    long long row; /* of the section, from 0 */
    const char *name;
    const char *value; /* a number as text; a truth is 0 or 1 */
};

/* Visits every fact in order, with an empty name for a section without rows; false stops. */
MUST_CHECK enum status person_data_each(struct store *store, const struct person_data *data,
                                        bool (*visit)(void *self,
                                                      const struct person_data_fact *fact),
                                        void *self, struct error *error);

/* The tables whose rows a section shows, as " person person_name ". */
struct person_data_section {
    const char *name;
    const char *tables;
    /* One JSON array of objects by :person and, where they stand in it, :actor, :opened (the
     * restricted casefile that is opened, else ""), :notes. */
    const char *select;
};
extern const struct person_data_section person_data_sections[];
extern const size_t person_data_section_count;

/* Tables with rows about people that no section shows, and why that is right. */
struct person_data_exception {
    const char *table;
    const char *reason;
};
extern const struct person_data_exception person_data_exceptions[];
extern const size_t person_data_exception_count;

#endif
