/* SPDX-License-Identifier: Apache-2.0 */

/* The task that asks what came of a referral: one while the other body owes something, none after
 * that.  It is known by the number of the referral, which stands in its words. */
#include "document/case_reference.h"
#include "language.h"
#include "task/task_store.h"
#include "view/record_list.h"
#include "view/referral_private.h"

#include <string.h>

static enum status end_old(struct app *app, const struct referral *referral, struct error *error)
{
    struct task_list tasks;
    const struct task_filter filter = { .casefile_id = referral->casefile_id, .is_own_only = true };
    enum status status = task_list(app_store(app), &filter, &tasks, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < tasks.count && status == STATUS_OK; i++) {
        const struct task *task = &tasks.items[i];
        if (task->title != NULL && strstr(task->title, referral->number) != NULL)
            status = task_end(app_store(app), app_desk(app)->actor, task->id, TASK_DONE, error);
    }
    task_list_release(&tasks);
    return status;
}

static bool take_supervisor(void *self, const struct office_user *user)
{
    char *id = self;
    if (user->is_active && user->role == ROLE_SUPERVISOR)
        snprintf(id, UUID_TEXT_SIZE, "%s", user->id);
    return id[0] == '\0';
}

/* Whoever wrote last asks on; when the head of the body was told, the supervisor has to decide. */
static enum status choose_asker(struct app *app, const struct referral *referral,
                                char out[UUID_TEXT_SIZE], struct error *error)
{
    enum status status = STATUS_OK;
    out[0] = '\0';
    if (referral->has_escalated_on)
        status = office_each_user(app_session(app)->desk.office, take_supervisor, out, error);
    if (out[0] == '\0')
        snprintf(out, UUID_TEXT_SIZE, "%s", app_desk(app)->actor);
    return status;
}

static enum status add_new(struct app *app, const struct referral *referral, struct error *error)
{
    char title[TASK_TITLE_MAX];
    struct task task = { .kind = TASK_KIND_OWN,
                         .state = TASK_OPEN,
                         .since = app_today(app),
                         .due_on = referral->due_on,
                         .has_due_on = true };
    /* The day can have passed when news is kept late. */
    if (day_compare(task.due_on, task.since) < 0)
        task.due_on = task.since;
    record_fill(title, sizeof(title),
                /* TRANSLATORS: %s is the number of a referral and the name of the other service. */
                referral->has_escalated_on ? _("Decide: nobody answers %s")
                                           : _("Ask what came of %s"),
                referral->number);
    snprintf(task.casefile_id, UUID_TEXT_SIZE, "%s", referral->casefile_id);
    enum status status = choose_asker(app, referral, task.assigned_to, error);
    if (status != STATUS_OK)
        return status;
    task.title = record_join(title, referral->agency_name);
    if (task.title == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a reminder");
    status = task_add(app_store(app), app_desk(app)->actor, &task, error);
    task_release(&task);
    return status;
}

enum status referral_renew_reminder(struct app *app, const char *referral_id, struct day *due,
                                    bool *has_due, struct error *error)
{
    struct referral referral;
    struct case_reference casefile;
    enum status status = referral_load(app_store(app), referral_id, &referral, error);
    if (status != STATUS_OK)
        return status;
    status = case_reference_load(app_store(app), referral.casefile_id, &casefile, error);
    *due = referral.due_on;
    /* A closed casefile takes news, but no tasks. */
    *has_due = status == STATUS_OK && referral.has_due_on && casefile.is_open;
    if (status == STATUS_OK && referral.number[0] != '\0')
        status = end_old(app, &referral, error);
    if (status == STATUS_OK && *has_due)
        status = add_new(app, &referral, error);
    referral_release(&referral);
    return status;
}
