/* SPDX-License-Identifier: Apache-2.0 */

/* Restricted casefiles, sealed with keys of their own.  Whoever reads or writes what belongs to a
 * casefile does it between two calls, whether the casefile is sealed or not:
 *
 *     struct sealed_opening opening;
 *     status = sealed_open(store, casefile_id, &opening, error);
 *     if (status == STATUS_OK)
 *         status = ...
 *     status = sealed_close(store, &opening, status, error);
 *
 * Between them the tables hold the rows of this casefile only, in memory.  They nest for one
 * casefile; to open a second one inside is STATUS_INTERNAL.  What was written is sealed again by
 * sealed_close(), so that must come before the end of the transaction. */
#ifndef QADAM_COMPARTMENT_SEALED_CASEFILE_H
#define QADAM_COMPARTMENT_SEALED_CASEFILE_H

#include "compartment/keyring.h"
#include "store/moment.h"
#include "store/uuid.h"

/* The word that stands for the step of the one task that shows outside of a sealed casefile. */
extern const char SEALED_STEP[];

extern const char SEALED_DETAIL_ROLE[];

struct sealed_opening {
    bool is_opened; /* false: the casefile is not sealed, or it failed */
};

/* casefile_id NULL or "": there is none.  STATUS_RESTRICTED when the casefile is sealed and the
 * session holds no key to it. */
MUST_CHECK enum status sealed_open(struct store *store, const char *casefile_id,
                                   struct sealed_opening *opening, struct error *error);
/* The same for the casefile of a record that is named by its id, the first eight or more signs of
 * that, or the number on its paper, or for a casefile; when it is not sealed, nothing happens. */
MUST_CHECK enum status sealed_open_record(struct store *store, const char *record,
                                          struct sealed_opening *opening, struct error *error);
/* Gives the status so far, or its own failure; on failure nothing is kept, and the caller takes the
 * transaction back. */
MUST_CHECK enum status sealed_close(struct store *store, struct sealed_opening *opening,
                                    enum status so_far, struct error *error);

/* Whether the casefile is sealed, and whether this session could open it. */
MUST_CHECK enum status sealed_look(struct store *store, const char *casefile_id, bool *is_sealed,
                                   bool *opens, struct error *error);

/* Whether a sealed casefile is opened at this moment: nothing of it may go into an index then. */
bool sealed_is_opened(const struct store *store);
/* Whether it is this one. */
bool sealed_is_opened_one(const struct store *store, const char *casefile_id);

/* ---- Sealing, in the caller's transaction; the caller keeps the casefile's own row and journal */

struct sealing {
    unsigned set;       /* the compartments: at least one */
    const char *reader; /* a user who reads it besides; or NULL */
};
/* Seals a casefile.  Needs no key: who does not read it by one of these ways cannot open it
 * afterwards.  STATUS_EXISTS when it is sealed; else as sealed_add_reader(). */
MUST_CHECK enum status sealed_seal(struct store *store, const char *casefile_id,
                                   const struct sealing *sealing, struct error *error);
/* Puts it into further compartments; the session must be able to open it. */
MUST_CHECK enum status sealed_add(struct store *store, const char *casefile_id, unsigned set,
                                  struct error *error);
/* In which of the compartments that this session holds it is. */
MUST_CHECK enum status sealed_where(struct store *store, const char *casefile_id, unsigned *set,
                                    struct error *error);
/* After the commit: the log still has the pages as they were before.  While others read the file it
 * stays as it is until they are done. */
void sealed_forget_log(struct store *store);
/* Makes it an ordinary casefile again.  STATUS_RESTRICTED also for who opens it in an emergency
 * only.
 */
MUST_CHECK enum status sealed_unseal(struct store *store, const char *casefile_id,
                                     struct error *error);

/* ---- Readers of one casefile */

/* Lets a user read this one; the session must be able to.  STATUS_NOT_FOUND for no active user,
 * STATUS_REFUSED with SEALED_DETAIL_ROLE for one whose role (ACT_BE_NAMED_READER) reads none. */
MUST_CHECK enum status sealed_add_reader(struct store *store, const char *casefile_id,
                                         const char *user_id, struct error *error);
MUST_CHECK enum status sealed_remove_reader(struct store *store, const char *casefile_id,
                                            const char *user_id, struct error *error);

/* The casefiles that a user reads one by one, before that user's personal key changes; and their
 * keys given again afterwards, as far as the session can open them.  The caller frees list->items.
 */
struct sealed_reading_list {
    char (*items)[UUID_TEXT_SIZE];
    size_t count;
    size_t capacity;
};
MUST_CHECK enum status sealed_list_reading(struct store *store, const char *user_id,
                                           struct sealed_reading_list *out, struct error *error);
MUST_CHECK enum status sealed_give_again(struct store *store, const char *user_id,
                                         const struct sealed_reading_list *list,
                                         struct error *error);

/* ---- Emergencies */

enum { GLASS_HOURS = 8 };

/* From now on for GLASS_HOURS the session's user opens this casefile with a compartment that is
 * held for emergencies.  STATUS_RESTRICTED when none of those opens it.  The caller asks for a
 * reason and journals it. */
MUST_CHECK enum status sealed_break_glass(struct store *store, const char *casefile_id,
                                          struct error *error);

struct glass_break {
    const char *id; /* borrowed during the visit, like all texts */
    const char *casefile_id;
    const char *casefile_number;
    const char *user_name;
    const char *broken_at;
};
/* Those that nobody has looked at, the oldest first; the visitor returns false to stop. */
MUST_CHECK enum status sealed_each_glass_break(struct store *store,
                                               bool (*visit)(void *self,
                                                             const struct glass_break *glass),
                                               void *self, struct error *error);
/* An act of its own, or part of the caller's.  STATUS_NOT_FOUND; STATUS_REFUSED for the one who
 * broke it. */
MUST_CHECK enum status sealed_see_glass_break(struct store *store, const char *actor,
                                              const char *id, struct error *error);

#endif
