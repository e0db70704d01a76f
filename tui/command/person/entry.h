/* SPDX-License-Identifier: Apache-2.0 */

/* What was said of one person: fields and their values in the order in which they came, from lines,
 * from JSON or from answers on a terminal. */
#ifndef QADAM_COMMAND_PERSON_ENTRY_H
#define QADAM_COMMAND_PERSON_ENTRY_H

#include "command/person/fault.h"
#include "name/mrz.h"
#include "person/person.h"

struct person_value {
    enum person_field field;
    unsigned long long line; /* 0: not from lines */
    size_t paper;            /* which paper a field of FIELD_GROUP_DOCUMENT is about, from 1 */
    char *text;              /* in NFC; "" clears the field */
};

/* What a machine-readable zone said. */
struct person_zone {
    size_t paper; /* the paper that it stands on; 0: there is no zone */
    unsigned long long line;
    struct mrz mrz;
    char lines[MRZ_LINES_MAX * MRZ_LINE_SIZE]; /* as given, with | between them; "" if repaired */
};

/* Owns its texts. */
struct person_entry {
    struct person_value *items;
    size_t count;
    size_t capacity;
    size_t papers;
    struct person_zone zone;
};

void person_entry_release(struct person_entry *entry);

/* Takes one value; which may come twice, the group of the field says.  Like every function below
 * it returns an exit code and has said what was wrong. */
int person_entry_take(struct person_entry *entry, const struct person_place *place,
                      const char *bytes, size_t length);

/* Forgets what was said of that field, unless it may come again and again. */
void person_entry_drop(struct person_entry *entry, enum person_field field);

/* What is said of papers from now on is about another one.  Without this a field that comes again
 * begins the next paper. */
void person_entry_begin_paper(struct person_entry *entry);

/* The first value of that field, or NULL. */
const struct person_value *person_entry_find(const struct person_entry *entry,
                                             enum person_field field);
bool person_entry_has_group(const struct person_entry *entry, enum person_field_group group);

/* The number of the index-th paper of which anything is said but emptiness. */
size_t person_entry_paper_number(const struct person_entry *entry, size_t index);

/* If there is a machine-readable zone: adds the paper that it stands on. */
int person_entry_read_zone(struct person_entry *entry, struct day today);
/* Then, for a new person: adds what the zone says of its holder and what was not given. */
int person_entry_read_holder(struct person_entry *entry, struct day today);

/* Sets the record's own fields that were given; those not given stay. */
int person_entry_apply(const struct person_entry *entry, struct person *person, struct day today);

/* The main name after what was given, the parts that were not given taken from base (NULL: there is
 * none yet).  The caller releases *out. */
int person_entry_name(const struct person_entry *entry, const struct person_name *base,
                      struct person_name *out);

/* The name as the zone writes it, when another one was given: kind "document".  True when there is
 * one, which the caller releases. */
bool person_entry_zone_name(const struct person_entry *entry, struct person_name *out);

/* The telephones, addresses and so on that were given, without the cleared ones. */
int person_entry_contacts(const struct person_entry *entry, struct contact_list *out);

#endif
