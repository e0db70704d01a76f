/* SPDX-License-Identifier: Apache-2.0 */

/* The way back: acts that another act undoes, and why the others have none. */
#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "command/case/renew.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_lookup.h"
#include "view/dialog.h"
#include "view/history_private.h"
#include "view/record_list.h"
#include "wording/case_text.h"
#include "wording/step_refusal.h"

#include <stdlib.h>
#include <string.h>

enum { ROLES_SIZE = 256 };

/* ---- a step is started again */

static const struct history_item *marked_or_say(struct app *app, const struct view *below)
{
    const struct history_item *item = history_marked(below);
    if (item == NULL)
        app_say(app, _("This entry is not here any more."));
    return item;
}

static void say_role(struct app *app, const struct step_result *result)
{
    char roles[ROLES_SIZE] = "";
    FILE *memory = fmemopen(roles, sizeof(roles), "w");
    if (memory != NULL && result->step != NULL)
        step_roles_write(memory, result->step, result->is_for_approval);
    if (memory != NULL)
        fclose(memory);
    app_say_with(app, _("Your role does not do this. Ask somebody whose role is: %s"), roles);
}

static void say_not_reopened(struct app *app, const struct step_result *result,
                             const struct error *error)
{
    if (error->status == STATUS_IN_USE)
        app_say_with(app,
                     /* TRANSLATORS: %s is the name of a user. */
                     _("Somebody else works on this casefile just now: %s."),
                     record_user(app, result->user_id));
    else if (result->refusal == STEP_REFUSED_ROLE)
        say_role(app, result);
    else if (result->refusal == STEP_REFUSED_NOT_FINISHED)
        app_say(app, _("This step is not finished: go on with it."));
    else if (result->refusal == STEP_REFUSED_CLOSED)
        app_say(app, _("This casefile is closed: take its closing back first."));
    else if (result->refusal == STEP_REFUSED_ASKED)
        app_say(app, _("This step waits for approval: whoever approves it can give it back."));
    else
        app_fail(app, error);
}

/* They stay finished, but rest on what can change now. */
static void say_reopened(struct app *app, const struct step_result *result)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = result->dependent_count == 0 ? NULL : open_memstream(&text, &size);
    if (stream == NULL) {
        app_say(app, _("The step is started again; its answers stay."));
        return;
    }
    fprintf(stream, "%s", _("Started again.  Look whether these are still right: "));
    for (size_t i = 0; i < result->dependent_count; i++)
        fprintf(stream, "%s%s", i == 0 ? "" : ", ", workflow_text(result->dependents[i]->title));
    if (fclose(stream) == 0)
        app_say(app, text);
    free(text);
}

static void build_reason(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *reason = form_add(form, FORM_TEXT, "reason", _("Why"));
    if (reason != NULL)
        reason->is_required = true;
    form_field_hint(reason, _("a few words; they stand in the history"));
}

static bool submit_step(struct app *app, struct view *below, struct form *form)
{
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    struct error error = { 0 };
    const struct history_item *item = marked_or_say(app, below);
    if (item == NULL || !record_require_text(form, "reason", _("Say why it is taken back.")))
        return false;
    const enum status status = step_reopen(app_desk(app), item->subject, item->step,
                                           form_value(form, "reason"), &result, &error);
    if (status == STATUS_OK)
        say_reopened(app, &result);
    else
        say_not_reopened(app, &result, &error);
    step_result_release(&result);
    return status == STATUS_OK;
}

static void ask_reason(struct app *app, const struct history_item *item, const char *text,
                       const char *button,
                       bool (*submit)(struct app *app, struct view *below, struct form *form))
{
    const struct dialog_request request = {
        .title = _("Take it back?"),
        .text = text,
        .button = button,
        .draft = "take_back",
        .subject = item->subject,
        .build = build_reason,
        .submit = submit,
    };
    dialog_fill(app, &request);
}

/* Whether it is still so that it can be started again. */
static bool is_finished(struct app *app, const struct history_item *item)
{
    struct casefile_view view;
    struct error error = { 0 };
    if (casefile_view_load(app_desk(app), item->subject, &view, &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    const struct step_standing *standing = standing_find(&view.standing, item->step);
    const bool is_finished = standing != NULL && step_state_is_ended(standing->state);
    casefile_view_release(&view);
    if (!is_finished)
        app_say(app, _("This step is not finished any more: there is nothing to take back."));
    return is_finished;
}

static void take_back_step(struct app *app, const struct history_item *item)
{
    char text[FRAME_TEXT_SIZE * 2];
    if (item->is_hidden) {
        app_say(app, _("This step is restricted: whoever works on the casefile can take it back."));
        return;
    }
    if (!is_finished(app, item))
        return;
    snprintf(text, sizeof(text), "%s\n\n%s", item->what,
             _("The step is started again, and its time counts again.  Its answers stay.  Steps "
               "that were finished after it stay finished; you are told which, to look at them."));
    ask_reason(app, item, text, _("starts the step again"), submit_step);
}

/* ---- a closed casefile goes on */

static bool submit_close(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    const struct history_item *item = marked_or_say(app, below);
    if (item == NULL || !record_require_text(form, "reason", _("Say why it is taken back.")))
        return false;
    const enum status status =
        casefile_reopen(app_desk(app), item->subject, form_value(form, "reason"), &error);
    if (status == STATUS_OK)
        app_say(app, _("The casefile is open again."));
    else if (status == STATUS_EXISTS)
        app_say(app, _("This person has another open casefile of this workflow: go on with that "
                       "one."));
    else
        record_say_failure(app, &error, STATUS_REFUSED,
                           _("The casefile is open, or the record of this person was merged into "
                             "another one or erased."));
    return status == STATUS_OK;
}

static void take_back_close(struct app *app, const struct history_item *item)
{
    ask_reason(app, item,
               _("The casefile is opened again with the same number.  Tasks that were cancelled "
                 "when it was closed stay cancelled; those of its steps come back."),
               _("opens it again"), submit_close);
}

/* ---- the casefile goes back to whoever had it */

static void answered_assign(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct history_item *item = marked_or_say(app, below);
    if (item == NULL || answer != 1)
        return;
    const char *user = item->from[0] == '\0' ? NULL : item->from;
    if (casefile_assign(app_desk(app), item->subject, user, &error) != STATUS_OK) {
        record_say_failure(app, &error, STATUS_REFUSED,
                           _("That user was revoked, or the casefile is closed."));
        return;
    }
    app_say(app, _("Taken back."));
    app_reload(app, below);
}

static bool is_assigned_so(struct app *app, const struct history_item *item)
{
    struct casefile casefile;
    struct error error = { 0 };
    if (casefile_load(app_store(app), item->subject, &casefile, &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    const bool is_so = strcmp(casefile.assigned_to, item->to) == 0;
    casefile_release(&casefile);
    if (!is_so)
        app_say(app, _("The casefile was given to somebody else since: there is nothing to take "
                       "back."));
    return is_so;
}

static void ask(struct app *app, const char *text, const char *yes,
                void (*answered)(struct app *app, struct view *below, size_t answer))
{
    const char *const answers[] = { _("Leave it as it is"), yes };
    const struct dialog_question question = {
        .title = _("Take it back?"),
        .text = text,
        .answers = answers,
        .answer_count = sizeof(answers) / sizeof(answers[0]),
        .is_destructive = true,
        .answered = answered,
    };
    dialog_ask(app, &question);
}

static void take_back_assign(struct app *app, const struct history_item *item)
{
    char text[FRAME_TEXT_SIZE * 2];
    if (!is_assigned_so(app, item))
        return;
    snprintf(text, sizeof(text), "%s: %s -> %s\n\n%s", _("Who works on the casefile"),
             item->to[0] == '\0' ? _("nobody") : record_user(app, item->to),
             item->from[0] == '\0' ? _("nobody") : record_user(app, item->from),
             _("The open tasks of the casefile go with it."));
    ask(app, text, _("Give it back"), answered_assign);
}

/* ---- two records become two again */

static enum status part(struct app *app, const char *survivor, const char *merged,
                        struct error *error)
{
    bool is_own;
    struct store *store = app_store(app);
    struct office *office = app_session(app)->desk.office;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_unmerge(store, app_desk(app)->actor, merged, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(office, survivor, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(office, merged, error);
    return act_commit(store, is_own, status, error);
}

static void answered_merge(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct history_item *item = marked_or_say(app, below);
    if (item == NULL || answer != 1)
        return;
    if (part(app, item->subject, item->to, &error) != STATUS_OK) {
        record_say_failure(app, &error, STATUS_NOT_FOUND,
                           _("The two are not merged any more: there is nothing to take back."));
        return;
    }
    app_say(app, _("The two records are two again."));
    app_reload(app, below);
}

/* The name of the record that was merged, while it is. */
struct merged_name {
    const char *id;
    char name[FRAME_TEXT_SIZE];
};

static bool find_name(void *self, const struct person_merge_note *note)
{
    struct merged_name *merged = self;
    if (strcmp(note->merged_id, merged->id) != 0)
        return true;
    snprintf(merged->name, sizeof(merged->name), "%s", note->name);
    return false;
}

static void take_back_merge(struct app *app, const struct history_item *item)
{
    char text[FRAME_TEXT_SIZE * 3];
    struct merged_name merged = { .id = item->to };
    struct error error = { 0 };
    if (person_each_merged(app_store(app), item->subject, find_name, &merged, &error) !=
        STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    snprintf(text, sizeof(text), "%s\n\n%s", merged.name,
             _("This record becomes one of its own again, and each has what it had.  What was "
               "added since stays with the one that was kept."));
    ask(app, text, _("Make them two again"), answered_merge);
}

/* ---- which acts have a way back */

static const struct way_back {
    const char *act;
    enum office_act right;
    void (*take)(struct app *app, const struct history_item *item);
} ways_back[] = {
    { "step.finish", ACT_WORK_CASES, take_back_step },
    { "step.skip", ACT_WORK_CASES, take_back_step },
    { "step.approve", ACT_WORK_CASES, take_back_step },
    { "casefile.close", ACT_APPROVE_CASES, take_back_close },
    { "casefile.assign", ACT_ASSIGN_CASES, take_back_assign },
    { "person.merge", ACT_MERGE_PEOPLE, take_back_merge },
};

/* By how the name of an act begins; the first that fits. */
static const struct one_way {
    const char *begins;
    const char *why;
} one_ways[] = {
    { "note.", N_("A note is never removed: write one that corrects it.") },
    { "task.add", N_("Cancel the task in the tasks of the casefile.") },
    { "task.", N_("A task that ended stays so: note a new one.") },
    { "appointment.add", N_("Cancel it in the appointments of the casefile.") },
    { "appointment.", N_("What became of an appointment stays: plan another one.") },
    { "referral.", N_("The other service has read it: take the referral itself back, in the "
                      "referrals of the casefile.") },
    { "request.", N_("The letter is out: note what is new in the requests of the casefile.") },
    { "step.answer", N_("Type another answer in the step: this one stays readable here.") },
    { "step.", N_("Go on with the step: what happens next has its own entry.") },
    { "casefile.open", N_("A casefile is never removed: close it with a reason.") },
    { "casefile.", N_("Change it again in the casefile: what it was stands here.") },
    { "person.erase", N_("What was erased is gone for ever.") },
    { "", N_("Change it again where it stands: what it was stands here.") },
};

static const struct way_back *way_back_find(const char *act)
{
    for (size_t i = 0; i < sizeof(ways_back) / sizeof(ways_back[0]); i++)
        if (strcmp(ways_back[i].act, act) == 0)
            return &ways_back[i];
    return NULL;
}

bool history_has_way_back(const char *act, const char **why)
{
    *why = "";
    if (way_back_find(act) != NULL)
        return true;
    for (size_t i = 0; i < sizeof(one_ways) / sizeof(one_ways[0]); i++)
        if (strncmp(act, one_ways[i].begins, strlen(one_ways[i].begins)) == 0) {
            *why = language_text(one_ways[i].why);
            return false;
        }
    return false;
}

void history_take_back(struct app *app, struct view *view)
{
    char text[FRAME_TEXT_SIZE];
    const char *why;
    const struct history_item *item = history_marked(view);
    const struct way_back *way = way_back_find(item->act);
    if (!history_has_way_back(item->act, &why)) {
        snprintf(text, sizeof(text), "%s %s", _("This cannot be taken back."), why);
        app_say(app, text);
    } else if (way == NULL || !session_may(app_session(app), way->right))
        app_say(app, _("Your role does not take this back: ask a supervisor."));
    else
        way->take(app, item);
}
