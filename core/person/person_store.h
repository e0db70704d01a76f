/* SPDX-License-Identifier: Apache-2.0 */

/* Persons kept in the office file.  Each act below is one transaction with its journal entry, its
 * history and the search index; actor is the id of the user who does it.  In a transaction of
 * the caller's an act is part of it; after a failure the caller takes all of it back. */
#ifndef QADAM_PERSON_PERSON_STORE_H
#define QADAM_PERSON_PERSON_STORE_H

#include "person/person.h"

struct store;

/* Keeps a new person with its names and contacts; contacts may be NULL.  The record must pass
 * person_check() for the day of the store's clock.  person->id and the ids of names and contacts
 * are given, unless they are there already. */
MUST_CHECK enum status person_add(struct store *store, const char *actor, struct person *person,
                                  struct contact_list *contacts, struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out.  A merged record is loaded as it is:
 * duplicate_of says where it went. */
MUST_CHECK enum status person_load(struct store *store, const char *id, struct person *out,
                                   struct error *error);
MUST_CHECK enum status person_contacts(struct store *store, const char *id,
                                       struct contact_list *out, struct error *error);

/* Writes the record's own fields (not its names) over what was there.  STATUS_REFUSED for a record
 * that was merged or erased; STATUS_MOVED when somebody changed it since changed_at. */
MUST_CHECK enum status person_change(struct store *store, const char *actor,
                                     const struct person *person, struct error *error);

/* A further name, or another main one: then the main one so far becomes "former". */
MUST_CHECK enum status person_add_name(struct store *store, const char *actor, const char *id,
                                       struct person_name *name, struct error *error);
/* Takes back a name that was typed by mistake; never the main one (STATUS_REFUSED). */
MUST_CHECK enum status person_remove_name(struct store *store, const char *actor, const char *id,
                                          const char *name_id, struct error *error);
MUST_CHECK enum status person_add_contact(struct store *store, const char *actor, const char *id,
                                          struct contact *contact, struct error *error);
MUST_CHECK enum status person_remove_contact(struct store *store, const char *actor, const char *id,
                                             const char *contact_id, struct error *error);

/* ---- two records that are one person */

/* Everything of merged_id moves to survivor_id; the merged record stays, with its id, and points to
 * the survivor.  What only the merged record knows (birth date, sex...) is taken over.
 * STATUS_REFUSED when one of them is merged, erased or the same record. */
MUST_CHECK enum status person_merge(struct store *store, const char *actor, const char *survivor_id,
                                    const char *merged_id, const char *reason, struct error *error);

/* Takes the merge of merged_id back: both records are as they were, and what was added to the
 * survivor since stays there.  STATUS_NOT_FOUND when merged_id is not merged. */
MUST_CHECK enum status person_unmerge(struct store *store, const char *actor, const char *merged_id,
                                      struct error *error);

/* ---- the right to be forgotten */

/* Removes everything personal of a person: names, contacts, papers, scans, family ties, needs,
 * drafts, history and the search index; the empty record, its id and the reason stay.  Records
 * merged into it go with it.  STATUS_REFUSED while a casefile is open or a reason keeps the record
 * (rights/retention.h). */
MUST_CHECK enum status person_erase(struct store *store, const char *actor, const char *id,
                                    const char *reason, struct error *error);

/* The same for one of many, without writing the search indexes anew, which takes as long as there
 * are people: after the last one the caller calls search_index_forget_for_good(). */
MUST_CHECK enum status person_erase_one_of_many(struct store *store, const char *actor,
                                                const char *id, const char *reason,
                                                struct error *error);

/* ---- what happened to a record */

struct history_entry {
    long long journal_sequence;
    const char *at;
    const char *actor;
    const char *act;
    const char *before; /* JSON or NULL; NULL both when the person was erased since */
    const char *after;
    const char *subject; /* the id of the record that the act was on */
    const char *step;    /* of an act on a step of a casefile: which; else NULL */
};

/* The newest first; everything is borrowed during the visit; the visitor returns false to stop. */
MUST_CHECK enum status person_each_history(struct store *store, const char *id,
                                           bool (*visit)(void *self,
                                                         const struct history_entry *entry),
                                           void *self, struct error *error);

#endif
