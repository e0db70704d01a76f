/* SPDX-License-Identifier: Apache-2.0 */

/* What the commands on people share. */
#ifndef QADAM_COMMAND_PERSON_COMMAND_H
#define QADAM_COMMAND_PERSON_COMMAND_H

#include "command/dialogue.h"
#include "command/office_file.h"
#include "command/person/entry.h"
#include "command/person/paper.h"
#include "command/person/resolve.h"

/* ---- the verbs, for the table in person.c */

extern const struct option person_add_options[];
extern const struct option person_change_options[];
extern const struct option person_show_options[];
extern const struct option person_merge_options[];
extern const struct option person_unmerge_options[];
extern const struct option person_erase_options[];
extern const struct option person_history_options[];
extern const struct option person_data_options[];
extern const struct option person_purge_options[];
extern const struct option person_keep_options[];
extern const struct option person_request_add_options[];
extern const struct option person_request_list_options[];
extern const struct option person_request_answer_options[];

int person_add_run(const struct arguments *arguments);
int person_change_run(const struct arguments *arguments);
int person_show_run(const struct arguments *arguments);
int person_merge_run(const struct arguments *arguments);
int person_unmerge_run(const struct arguments *arguments);
int person_erase_run(const struct arguments *arguments);
int person_history_run(const struct arguments *arguments);
int person_data_run(const struct arguments *arguments);
int person_purge_run(const struct arguments *arguments);
int person_keep_run(const struct arguments *arguments);
int person_request_add_run(const struct arguments *arguments);
int person_request_list_run(const struct arguments *arguments);
int person_request_answer_run(const struct arguments *arguments);
void person_request_add_write_help(FILE *stream);
void person_request_answer_write_help(FILE *stream);

/* ---- a new person, ready to be kept */

/* Owns all of it. */
struct person_draft {
    struct person person;
    struct contact_list contacts;
    struct document_list papers;
};

/* Checks and completes what was said.  The caller releases *out, also after a failure, which it has
 * said.  Returns an exit code. */
int person_draft_make(struct person_draft *out, struct person_entry *entry);
void person_draft_release(struct person_draft *draft);
/* Keeps the person and the papers, in the caller's transaction. */
MUST_CHECK enum status person_draft_keep(struct store *store, const char *actor,
                                         struct person_draft *draft, struct error *error);

/* ---- asking on the terminal */

/* Asks for every field; what is wrong is asked for again.  With known, its values are shown and
 * stay where nothing is typed.  Returns an exit code. */
int person_ask(struct dialogue *dialogue, struct person_entry *out, const struct person *known);

#endif
