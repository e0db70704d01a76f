/* SPDX-License-Identifier: Apache-2.0 */

/* Keeping what was heard of a referral, and sending one that was only written. */
#include "document/origin_rule.h"
#include "language.h"
#include "store/store.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/referral_private.h"
#include "wording/case_label.h"
#include "wording/due_text.h"

#include <stdlib.h>
#include <string.h>

enum status referral_calendar_find(struct app *app, const struct calendar **out,
                                   struct error *error)
{
    static const struct calendar weekdays = { .weekend =
                                                  1U << WEEKDAY_SATURDAY | 1U << WEEKDAY_SUNDAY };
    struct definition_country country = { .calendar = NULL };
    const enum status status =
        definition_cache_country(app_desk(app)->definitions, app_store(app), &country, error);
    *out = country.calendar == NULL ? &weekdays : country.calendar;
    return status;
}

const char *referral_origin_text(void)
{
    return _("The person fears the country of origin: nothing goes to a body of it, whoever asks.  "
             "Choose one of this country, or the asylum authority.");
}

static void say_failure(struct app *app, const struct error *error)
{
    if (strcmp(error->detail, ORIGIN_RULE_DETAIL) == 0)
        app_say(app, referral_origin_text());
    else if (error->status == STATUS_DATE_INVALID)
        app_say(app, _("The day lies before the casefile was opened, before what was heard last of "
                       "this referral, or after today."));
    else
        record_say_failure(app, error, STATUS_REFUSED,
                           _("This cannot happen to the referral as it stands: it was not sent "
                             "yet, has ended, or the person's record was merged or erased."));
}

static void add_day(struct form *form)
{
    char text[DUE_TEXT_SIZE];
    form_add(form, FORM_DATE, "day", _("On which day"));
    due_text_full(text, form->today);
    form_set(form, "day", text);
}

/* ---- what was heard: one dialog for each event that asks for more than its day */

static void build_day(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    add_day(form);
}

static void build_decline(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *text = form_add(form, FORM_LINES, "text", _("Why they decline"));
    if (text != NULL)
        text->is_required = true;
    add_day(form);
}

static void build_answer(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *outcome = form_add(form, FORM_CHOICE, "outcome", _("What it came to"));
    for (int i = 0; i < REFERRAL_OUTCOME_COUNT; i++)
        form_field_option(outcome, referral_outcome_word((enum referral_outcome)i),
                          label_referral_outcome((enum referral_outcome)i));
    if (outcome != NULL)
        outcome->is_required = true;
    add_day(form);
    form_add(form, FORM_LINES, "text", _("What they answered"));
}

/* The act and the reminder that follows from it: one of the two is NULL. */
static enum status write_both(struct app *app, const char *id, struct referral_answer *answer,
                              struct referral_sending *sending, struct error *error)
{
    struct store *store = app_store(app);
    const char *actor = app_desk(app)->actor;
    const struct calendar *calendar;
    struct day due;
    bool has_due;
    enum status status = referral_calendar_find(app, &calendar, error);
    if (status != STATUS_OK)
        return status;
    if (answer != NULL) {
        answer->calendar = calendar;
        status = referral_answer(store, actor, id, answer, error);
    } else {
        sending->calendar = calendar;
        status = referral_send(store, actor, id, sending, error);
    }
    if (status == STATUS_OK)
        status = referral_renew_reminder(app, id, &due, &has_due, error);
    if (status == STATUS_OK && has_due) {
        char day[DUE_TEXT_SIZE];
        due_text_full(day, due);
        app_say_with(app, _("Kept.  A reminder is set for %s."), day);
    } else if (status == STATUS_OK)
        app_say(app, _("Kept.  Nothing more is expected of them."));
    return status;
}

static bool write_and_say(struct app *app, const char *id, struct referral_answer *answer,
                          struct referral_sending *sending)
{
    struct error error = { 0 };
    enum status status = store_begin(app_store(app), &error);
    if (status == STATUS_OK)
        status = write_both(app, id, answer, sending, &error);
    if (status == STATUS_OK)
        status = store_commit(app_store(app), &error);
    if (status == STATUS_OK)
        return true;
    store_rollback(app_store(app));
    say_failure(app, &error);
    return false;
}

bool referral_keep_answer(struct app *app, const char *id, struct referral_answer *answer)
{
    return write_and_say(app, id, answer, NULL);
}

static bool keep(struct app *app, struct view *below, struct form *form, enum referral_event event)
{
    struct referral_answer answer = { .event = event, .today = app_today(app) };
    if (!record_require_day(form, "day", &answer.day))
        return false;
    if (event == REFERRAL_EVENT_DECLINED || event == REFERRAL_EVENT_ANSWERED)
        answer.text = form_value(form, "text")[0] == '\0' ? NULL : form_value(form, "text");
    if (event == REFERRAL_EVENT_ANSWERED &&
        referral_outcome_parse(&answer.outcome, form_value(form, "outcome"), NULL) != STATUS_OK) {
        record_fault(form, "outcome", _("Choose what it came to; F4 lists it."));
        return false;
    }
    return write_and_say(app, referrals_marked(below)->id, &answer, NULL);
}

static bool submit_accepted(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_ACCEPTED);
}

static bool submit_declined(struct app *app, struct view *below, struct form *form)
{
    return record_require_text(form, "text", _("Say why they decline.")) &&
           keep(app, below, form, REFERRAL_EVENT_DECLINED);
}

static bool submit_attended(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_ATTENDED);
}

static bool submit_missed(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_MISSED);
}

static bool submit_answered(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_ANSWERED);
}

static bool submit_revoked(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_REVOKED);
}

static bool submit_reminded(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_REMINDED);
}

static bool submit_escalated(struct app *app, struct view *below, struct form *form)
{
    return keep(app, below, form, REFERRAL_EVENT_ESCALATED);
}

static const struct event_dialog {
    const char *draft;
    const char *title;
    void (*build)(struct app *app, struct view *below, struct form *form);
    bool (*submit)(struct app *app, struct view *below, struct form *form);
} dialogs[REFERRAL_EVENT_COUNT] = {
    [REFERRAL_EVENT_ACCEPTED] = { "referral_accepted", N_("They accept the person"), build_day,
                                  submit_accepted },
    [REFERRAL_EVENT_DECLINED] = { "referral_declined", N_("They decline"), build_decline,
                                  submit_declined },
    [REFERRAL_EVENT_ATTENDED] = { "referral_attended", N_("The person was there"), build_day,
                                  submit_attended },
    [REFERRAL_EVENT_MISSED] = { "referral_missed", N_("The person did not go there"), build_day,
                                submit_missed },
    [REFERRAL_EVENT_ANSWERED] = { "referral_answered", N_("They say what they did"), build_answer,
                                  submit_answered },
    [REFERRAL_EVENT_REVOKED] = { "referral_revoked", N_("We take the referral back"), build_day,
                                 submit_revoked },
    [REFERRAL_EVENT_REMINDED] = { "referral_reminded", N_("We asked again"), build_day,
                                  submit_reminded },
    [REFERRAL_EVENT_ESCALATED] = { "referral_escalated", N_("The head of the body was told"),
                                   build_day, submit_escalated },
};

void referral_ask_event(struct app *app, struct view *view, enum referral_event event)
{
    const struct event_dialog *dialog = &dialogs[event];
    const struct dialog_request request = {
        .title = language_text(dialog->title),
        .text = referrals_marked(view)->agency_name,
        .button = _("keeps it"),
        .draft = dialog->draft,
        .subject = referrals_marked(view)->id,
        .build = dialog->build,
        .submit = dialog->submit,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}

/* ---- a draft goes out */

static void build_send(struct app *app, struct view *below, struct form *form)
{
    struct referral_person person;
    struct error error = { 0 };
    char *text = NULL;
    size_t size = 0;
    if (referral_person_load(&person, app, referrals_marked(below)->casefile_id, &error) !=
        STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    FILE *stream = open_memstream(&text, &size);
    if (stream != NULL) {
        referral_write_sharing(stream, &person, app_today(app));
        if (fclose(stream) == 0)
            form_add(form, FORM_REMARK, "sharing", text);
        free(text);
    }
    referral_add_override(app, form);
    referral_person_release(&person);
    add_day(form);
}

static bool submit_send(struct app *app, struct view *below, struct form *form)
{
    char consent_id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    struct referral_person person;
    const struct referral *marked = referrals_marked(below);
    const char *items[REFERRAL_ITEM_COUNT];
    const char *told[REFERRAL_ITEM_COUNT] = { NULL };
    struct referral_sending sending = { .today = app_today(app), .told = told };
    if (!record_require_day(form, "day", &sending.day) ||
        !referral_find_leave(app, form, marked->casefile_id, marked->agency_id, "day", &sending,
                             consent_id))
        return false;
    if (referral_person_load(&person, app, marked->casefile_id, &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    referral_person_items(&person, items);
    told[REFERRAL_ITEM_INITIALS] = items[REFERRAL_ITEM_INITIALS];
    const bool is_sent = write_and_say(app, marked->id, NULL, &sending);
    referral_person_release(&person);
    return is_sent;
}

void referral_ask_send(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("The referral goes out"),
        .text = referrals_marked(view)->agency_name,
        .button = _("sends it"),
        .draft = "referral_send",
        .subject = referrals_marked(view)->id,
        .build = build_send,
        .submit = submit_send,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}
