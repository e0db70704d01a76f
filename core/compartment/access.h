/* SPDX-License-Identifier: Apache-2.0 */

/* Who holds the key of which compartment.  Nobody can give away a key that they do not hold: who
 * adds users without holding any leaves the new user waiting for somebody who does.  Every act here
 * is part of the caller's transaction and writes its own entry in the journal. */
#ifndef QADAM_COMPARTMENT_ACCESS_H
#define QADAM_COMPARTMENT_ACCESS_H

#include "compartment/keyring.h"

#include "store/moment.h"

/* Makes the compartments of an office file that has none yet, and gives them to every active
 * supervisor and protection officer and to the recovery sheet; does nothing when they are there.
 * An act of its own, or part of the caller's. */
MUST_CHECK enum status access_found(struct store *store, struct error *error);

struct access_change {
    const char *actor;  /* for the journal */
    const char *holder; /* a user's id, or "recovery" */
    unsigned set;       /* of which compartments */
    enum compartment_mode mode;
};

/* Gives keys that the session holds as a reader; those that are held already change their mode.
 * STATUS_RESTRICTED when the session does not hold all of them; STATUS_NOT_FOUND without an active
 * user of that id; STATUS_REFUSED for the last reader, who would hold it for emergencies only. */
MUST_CHECK enum status access_grant(struct store *store, const struct access_change *change,
                                    struct error *error);

/* STATUS_REFUSED when somebody is the last reader of a compartment, whom nobody could replace. */
MUST_CHECK enum status access_require_others(struct store *store, const char *holder,
                                             struct error *error);

/* Takes them back; the compartments are stale then, until their keys are changed.  STATUS_REFUSED
 * for the last reader of a compartment. */
MUST_CHECK enum status access_withdraw(struct store *store, const struct access_change *change,
                                       struct error *error);

/* Somebody was revoked, or got another personal key: what was sealed to them opens no more.
 * is_gone: they may have kept the keys. */
MUST_CHECK enum status access_forget(struct store *store, const char *holder, bool is_gone,
                                     struct error *error);

/* The ways in which a holder has the compartments now. */
struct access_held {
    unsigned reader;
    unsigned emergency;
};
MUST_CHECK enum status access_find(struct store *store, const char *holder, struct access_held *out,
                                   struct error *error);

/* The same as far as this session can prove that it was given: while the holder's public key is
 * still the one it was given to. */
MUST_CHECK enum status access_find_proved(struct store *store, const char *holder,
                                          struct access_held *out, struct error *error);

/* One row for each active user who holds a compartment, the readers first. */
struct access_member {
    const char *user_id; /* borrowed during the visit */
    const char *user_name;
    struct access_held held;
};
MUST_CHECK enum status access_each(struct store *store,
                                   bool (*visit)(void *self, const struct access_member *member),
                                   void *self, struct error *error);

/* Whether the key of some compartment should be changed because somebody who held it is gone. */
MUST_CHECK enum status access_is_stale(struct store *store, bool *out, struct error *error);

/* New keys for all compartments and all sealed casefiles, sealed to those who hold them now.
 * STATUS_RESTRICTED unless the session holds every compartment. */
MUST_CHECK enum status access_renew(struct store *store, const char *actor, struct error *error);

#endif
