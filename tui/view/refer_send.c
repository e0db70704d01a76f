/* SPDX-License-Identifier: Apache-2.0 */

/* From the form of a referral to what is kept of it. */
#include "appointment/appointment_store.h"
#include "document/origin_rule.h"
#include "language.h"
#include "store/store.h"
#include "view/record_list.h"
#include "view/refer_private.h"
#include "wording/agency_label.h"

#include <stdlib.h>
#include <string.h>

/* Everything that is written in one transaction. */
struct sending {
    struct referral referral;
    struct referral_sending sending;
    const char *told[REFERRAL_ITEM_COUNT]; /* borrowed from the view */
    struct appointment appointment;
    bool has_appointment;
    char consent_id[UUID_TEXT_SIZE];
};

static void sending_release(struct sending *sending)
{
    referral_release(&sending->referral);
    appointment_release(&sending->appointment);
}

/* ---- reading the form */

static bool check(struct app *app, struct refer_view *refer, struct sending *out)
{
    struct form *form = &refer->form;
    if (!record_require_text(form, "need", _("Choose what help is needed; F4 lists it.")) ||
        !record_require_text(form, "agency", _("Choose who is asked; F4 lists the directory.")))
        return false;
    out->has_appointment = form_value(form, "day")[0] != '\0';
    if (out->has_appointment && !record_require_day(form, "day", &out->appointment.day))
        return false;
    if (record_is_past(form, "day")) {
        record_fault(form, "day", _("This day is past: an appointment is today or later."));
        return false;
    }
    if (appointment_time_parse(out->appointment.time, form_value(form, "time"), NULL) !=
        STATUS_OK) {
        record_fault(form, "time", _("There is no such time. Write 9:30 or 14:00."));
        return false;
    }
    out->sending.day = out->sending.today = app_today(app);
    return record_require_text(form, "message", _("Say why the person is sent there.")) &&
           referral_find_leave(app, form, refer->view.place.subject, refer_agency(refer)->id,
                               "agency", &out->sending, out->consent_id);
}

static void describe(const struct refer_view *refer, struct sending *out)
{
    const struct form *form = &refer->form;
    const char *casefile_id = refer->view.place.subject;
    const struct agency *agency = refer_agency(refer);
    struct referral *referral = &out->referral;
    char about[FRAME_TEXT_SIZE];
    snprintf(referral->casefile_id, UUID_TEXT_SIZE, "%s", casefile_id);
    snprintf(referral->agency_id, UUID_TEXT_SIZE, "%s", agency->id);
    snprintf(referral->service, sizeof(referral->service), "%s", form_value(form, "need"));
    referral->urgency = refer_urgency(refer);
    referral->reason = record_take_text(form, "message");
    refer_told(refer, out->told);
    out->sending.told = out->told;
    struct appointment *appointment = &out->appointment;
    appointment->minutes = APPOINTMENT_MINUTES;
    snprintf(appointment->casefile_id, UUID_TEXT_SIZE, "%s", casefile_id);
    snprintf(appointment->agency_id, UUID_TEXT_SIZE, "%s", agency->id);
    snprintf(appointment->user_id, UUID_TEXT_SIZE, "%s", form_value(form, "escort"));
    record_fill(about, sizeof(about), _("Referral: %s"),
                label_agency_service(form_value(form, "need")));
    appointment->about = strdup(about);
}

/* ---- writing */

static enum status write_all(struct app *app, struct sending *sending, struct day *due,
                             bool *has_due, struct error *error)
{
    struct store *store = app_store(app);
    const char *actor = app_desk(app)->actor;
    enum status status = referral_calendar_find(app, &sending->sending.calendar, error);
    if (status == STATUS_OK)
        status = referral_add(store, actor, &sending->referral, error);
    if (status == STATUS_OK)
        status = referral_send(store, actor, sending->referral.id, &sending->sending, error);
    if (status == STATUS_OK && sending->has_appointment)
        status = appointment_add(store, actor, &sending->appointment, error);
    if (status == STATUS_OK)
        status = referral_renew_reminder(app, sending->referral.id, due, has_due, error);
    return status;
}

static enum status keep(struct app *app, struct refer_view *refer, struct sending *sending,
                        struct error *error)
{
    enum status status = store_begin(app_store(app), error);
    if (status == STATUS_OK)
        status = write_all(app, sending, &refer->due, &refer->has_due, error);
    if (status == STATUS_OK)
        return store_commit(app_store(app), error);
    store_rollback(app_store(app));
    return status;
}

bool refer_send(struct app *app, struct refer_view *refer, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    struct sending sending = { .has_appointment = false };
    if (!check(app, refer, &sending))
        return false;
    describe(refer, &sending);
    const enum status status = keep(app, refer, &sending, &error);
    memcpy(id, sending.referral.id, UUID_TEXT_SIZE);
    sending_release(&sending);
    if (status == STATUS_REFUSED && strcmp(error.detail, ORIGIN_RULE_DETAIL) == 0)
        app_say(app, referral_origin_text());
    else if (status == STATUS_DATE_INVALID)
        app_say(app, _("This casefile was opened after today: look at the clock of this PC."));
    else if (status != STATUS_OK)
        record_say_failure(app, &error, STATUS_REFUSED,
                           _("The casefile is closed, the organisation no longer works, the "
                             "consent does not hold any more, or the person's record was merged "
                             "or erased: nobody can be referred."));
    return status == STATUS_OK;
}
