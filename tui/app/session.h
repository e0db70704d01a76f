/* SPDX-License-Identifier: Apache-2.0 */

/* An office file that somebody has open in the application: who, on which day, and what is loaded
 * once for many views. */
#ifndef QADAM_APP_SESSION_H
#define QADAM_APP_SESSION_H

#include "command/case/desk.h"
#include "store/setting.h"

struct session {
    struct case_desk desk; /* the office, the store, who acts, today, definitions, names of users */
    bool is_training;
    int lock_minutes; /* 0: never */
    char office_name[SETTING_TEXT_SIZE];
};

/* On success the caller ends it.  today NULL: by the clock of this PC. */
MUST_CHECK enum status session_begin(struct session *out, const char *path,
                                     const struct login *login, const struct day *today,
                                     struct error *error);
/* Nothing happens when it did not begin. */
void session_end(struct session *session);
bool session_is_open(const struct session *session);

bool session_may(const struct session *session, enum office_act act);
/* The names of users anew: colleagues may have added some since.  Borrowed names are gone. */
MUST_CHECK enum status session_renew_users(struct session *session, struct error *error);
/* The name of whoever has it open. */
const char *session_user_name(const struct session *session);

#endif
