/* SPDX-License-Identifier: Apache-2.0 */

/* What the parts of the linear application share. */
#ifndef QADAM_LINEAR_LINEAR_PRIVATE_H
#define QADAM_LINEAR_LINEAR_PRIVATE_H

#include "app/session.h"
#include "casefile/casefile.h"
#include "linear/linear.h"
#include "linear/linear_input.h"
#include "linear/linear_question.h"

/* Why a question was left without an answer: whoever asked returns up to the main loop, which does
 * it. */
enum linear_wish {
    WISH_NOTHING,
    WISH_MENU, /* back to the main menu */
    WISH_FIND, /* to search */
    WISH_LOCK, /* nobody typed anything for too long, or it was asked for */
    WISH_END,
};

struct linear {
    const struct linear_options *options;
    struct linear_input *input;
    struct session session;
    enum linear_wish wish;
    char *wanted;                    /* what to find, of WISH_FIND; "" to be asked for */
    char user[USER_NAME_SIZE];       /* who opened it last */
    char resumed[UUID_TEXT_SIZE];    /* the casefile that was in hand when it was locked, or "" */
    char resumed_by[UUID_TEXT_SIZE]; /* by whom */
    bool passphrase_is_read;         /* the descriptor gives it once */
    bool knows_menu;                 /* the choices were said once */
    int exit_code;
};

/* ---- the parts; each ends with REPLY_GIVEN when it is through, REPLY_BACK when it was left by
 * '<', REPLY_STOP with a wish */

/* Opens the file: false when it cannot be or somebody leaves. */
bool linear_unlock(struct linear *linear);
/* Asks for the language; nothing when there is only one. */
enum linear_reply linear_ask_language(struct linear *linear);

enum linear_reply linear_day(struct linear *linear);
enum linear_reply linear_tasks(struct linear *linear);
/* typed NULL: asks what to find. */
enum linear_reply linear_find(struct linear *linear, const char *typed);
enum linear_reply linear_intake(struct linear *linear);
enum linear_reply linear_person(struct linear *linear, const char *person_id);
/* person_id NULL: asks whose. */
enum linear_reply linear_open_casefile(struct linear *linear, const char *person_id);
/* Opens one of that workflow from another casefile, for a step that needs it; *is_done: it is
 * there now. */
enum linear_reply linear_open_linked(struct linear *linear, const struct casefile *parent,
                                     const char *workflow, bool *is_done);
enum linear_reply linear_own_casefiles(struct linear *linear);
/* casefile_id NULL: asks which. */
enum linear_reply linear_note(struct linear *linear, const char *casefile_id);
/* step NULL: what is next. */
enum linear_reply linear_casefile(struct linear *linear, const char *id, const char *step);

/* Lets somebody find and choose one person. */
enum linear_reply linear_choose_person(struct linear *linear, char out[UUID_TEXT_SIZE]);

/* Whether the user's role allows it; says so when not. */
bool linear_may(struct linear *linear, enum office_act act);

/* Names of workflows, of steps and of users. */
struct case_desk *linear_desk(struct linear *linear);
struct store *linear_store(struct linear *linear);

#endif
