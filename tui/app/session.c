/* SPDX-License-Identifier: Apache-2.0 */
#include "app/session.h"

#include "journal/journal_note.h"
#include "office/failed_tries.h"
#include "wording/compartment_label.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

static enum status load(struct session *session, struct error *error)
{
    int training = 0;
    struct case_desk *desk = &session->desk;
    struct store *store = office_store(desk->office);
    desk->desk.store = store;
    desk->desk.actor = office_actor(desk->office);
    desk->desk.role = role_name(office_role(desk->office));
    enum status status = definition_cache_new(&desk->desk.definitions, error);
    if (status == STATUS_OK)
        status = user_names_load(&desk->users, desk->office, error);
    if (status == STATUS_OK)
        status = setting_number(store, SETTING_IS_TRAINING, &training, error);
    if (status == STATUS_OK)
        status = setting_number(store, SETTING_IDLE_LOCK_MINUTES, &session->lock_minutes, error);
    if (status == STATUS_OK)
        status = setting_text(store, SETTING_OFFICE_NAME, session->office_name, error);
    if (status == STATUS_OK && session->office_name[0] == '\0')
        status = setting_text(store, SETTING_OFFICE_CODE, session->office_name, error);
    session->is_training = training != 0;
    return status;
}

enum status session_renew_users(struct session *session, struct error *error)
{
    struct case_desk *desk = &session->desk;
    struct user_names fresh = { .items = NULL };
    const enum status status = user_names_load(&fresh, desk->office, error);
    if (status != STATUS_OK) {
        user_names_release(&fresh);
        return status;
    }
    user_names_release(&desk->users);
    desk->users = fresh;
    return STATUS_OK;
}

/* Tells who came in, and after how many wrong tries. */
static enum status enter(struct session *session, const char *path, struct error *error)
{
    struct office *office = session->desk.office;
    enum status status = load(session, error);
    if (status == STATUS_OK)
        status = failed_tries_tell(office, path, error);
    if (status == STATUS_OK)
        status = journal_note_entrance(office_store(office), office_actor(office), true, error);
    return status;
}

enum status session_begin(struct session *out, const char *path, const struct login *login,
                          const struct day *today, struct error *error)
{
    const struct office_options options = { 0 };
    *out = (struct session){ .desk = { .path = path } };
    enum status status = STATUS_OK;
    if (today != NULL)
        out->desk.desk.today = *today;
    else
        status = local_time_today(&out->desk.desk.today, error);
    if (status == STATUS_OK)
        status = office_open(&out->desk.office, path, disk_system(), login, &options, error);
    if (status == STATUS_WRONG_PASSPHRASE)
        failed_tries_note(path);
    if (status == STATUS_OK)
        status = enter(out, path, error);
    if (status == STATUS_OK)
        reader_names_tell(out->desk.office);
    else
        case_desk_close(&out->desk);
    return status;
}

void session_end(struct session *session)
{
    /* What cannot be noted must not keep the file open. */
    if (session_is_open(session))
        (void)(journal_note_entrance(session->desk.desk.store, session->desk.desk.actor, false,
                                     NULL) == STATUS_OK);
    case_desk_close(&session->desk);
    *session = (struct session){ .desk = { .office = NULL } };
}

bool session_is_open(const struct session *session)
{
    return session->desk.office != NULL;
}

bool session_may(const struct session *session, enum office_act act)
{
    return case_desk_may(&session->desk, act);
}

const char *session_user_name(const struct session *session)
{
    return case_desk_user_name(&session->desk, session->desk.desk.actor);
}
