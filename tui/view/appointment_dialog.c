/* SPDX-License-Identifier: Apache-2.0 */

/* Planning an appointment, moving it, and saying what came of it. */
#include "agency/agency_store.h"
#include "appointment/appointment_store.h"
#include "language.h"
#include "note/note_store.h"
#include "store/store.h"
#include "view/appointment_private.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "wording/due_text.h"

#include <stdlib.h>
#include <string.h>

static void say_refused(struct app *app, const struct error *error)
{
    if (error->status == STATUS_REFUSED)
        app_say(app, _("The casefile is closed, the appointment has ended, or the person's record "
                       "was merged or erased: nothing can be changed."));
    else if (error->status == STATUS_DATE_INVALID)
        app_say(app, _("Its day has not come yet: it can be moved or cancelled."));
    else
        app_fail(app, error);
}

/* ---- a new one */

static void add_agencies(struct app *app, struct form_field *field)
{
    struct agency_list agencies;
    const struct agency_filter filter = { .kind = NULL };
    if (agency_list(app_store(app), &filter, &agencies, NULL) != STATUS_OK)
        return;
    for (size_t i = 0; i < agencies.count; i++)
        form_field_option(field, agencies.items[i].id, agencies.items[i].name);
    agency_list_release(&agencies);
}

static struct form_field *add_day(struct form *form, const char *label)
{
    struct form_field *day = form_add(form, FORM_DATE, "day", label);
    if (day != NULL)
        day->is_required = day->may_be_ahead = true;
    form_field_hint(day, _("14.06.2027, t for today, +3 for three days from today"));
    return day;
}

static struct form_field *add_time(struct form *form)
{
    struct form_field *time = form_add(form, FORM_TEXT, "time", _("Time"));
    if (time != NULL)
        time->columns = 6;
    form_field_hint(time, _("9:30; nothing for the whole day"));
    return time;
}

/* Only asked for a day that is past. */
static void add_held(struct form *form)
{
    struct form_field *held = form_add(form, FORM_CHOICE, "held", _("Held already"));
    if (held == NULL)
        return;
    held->is_hidden = true;
    record_add_truth(held);
    form_field_hint(held, _("yes: it took place on that day, and is kept as such"));
    form_set(form, "held", "no");
}

static void build_new(struct app *app, struct view *below, struct form *form)
{
    (void)below;
    add_day(form, _("Day"));
    add_held(form);
    add_time(form);
    struct form_field *about = form_add(form, FORM_TEXT, "about", _("What it is about"));
    if (about != NULL)
        about->is_required = true;
    form_add(form, FORM_TEXT, "place", _("Place"));
    struct form_field *agency = form_add(form, FORM_CHOICE, "agency", _("Organisation"));
    form_field_hint(agency, _("where it takes place, if not here; F4 lists the directory"));
    add_agencies(app, agency);
    record_add_staff(app, form_add(form, FORM_CHOICE, "staff", _("With")));
    form_set(form, "staff", app_desk(app)->actor);
}

static bool read_time(struct form *form, char out[APPOINTMENT_TIME_SIZE])
{
    if (appointment_time_parse(out, form_value(form, "time"), NULL) == STATUS_OK)
        return true;
    record_fault(form, "time", _("There is no such time. Write 9:30 or 14:00."));
    return false;
}

static bool is_held(const struct form *form)
{
    return record_is_past(form, "day") && strcmp(form_value(form, "held"), "yes") == 0;
}

/* What is planned is to come; what was held already can be kept too, where that is asked. */
static bool check_day(struct form *form)
{
    struct form_field *held = form_find(form, "held");
    const bool is_past = record_is_past(form, "day");
    const bool was_hidden = held != NULL && held->is_hidden;
    if (held != NULL)
        held->is_hidden = !is_past;
    if (was_hidden && is_past) /* the field behind it was gone to already */
        form_focus(form, "held");
    if (!is_past || is_held(form)) {
        if (is_past)
            form_field_fault(form_find(form, "day"), NULL);
        return true;
    }
    form_field_fault(form_find(form, "day"),
                     held == NULL ? _("This day is past: it can move to today or later.")
                                  : _("This day is past: plan it for today or later, or say below "
                                      "that it was held already."));
    return false;
}

static bool require_day(struct form *form, struct day *out)
{
    if (!record_require_day(form, "day", out))
        return false;
    if (check_day(form))
        return true;
    form_focus(form, "day");
    return false;
}

static void left(struct app *app, struct view *below, struct form *form, size_t field)
{
    char time[APPOINTMENT_TIME_SIZE];
    (void)app;
    (void)below;
    if (strcmp(form->fields[field].id, "day") == 0 || strcmp(form->fields[field].id, "held") == 0)
        check_day(form);
    if (strcmp(form->fields[field].id, "time") == 0) {
        const bool is_time =
            appointment_time_parse(time, form_value(form, "time"), NULL) == STATUS_OK;
        form_field_fault(&form->fields[field],
                         is_time ? NULL : _("There is no such time. Write 9:30 or 14:00."));
        if (is_time)
            form_set(form, "time", time);
    } else if (form->fields[field].kind != FORM_DATE)
        form_field_fault(&form->fields[field], NULL);
}

static enum status add_within(struct app *app, struct appointment *appointment, bool was_held,
                              struct error *error)
{
    struct store *store = app_store(app);
    const char *actor = app_desk(app)->actor;
    const enum status status = appointment_add(store, actor, appointment, error);
    if (status != STATUS_OK || !was_held)
        return status;
    return appointment_end(store, actor, appointment->id, APPOINTMENT_ATTENDED, app_today(app),
                           error);
}

static enum status add(struct app *app, struct appointment *appointment, bool was_held,
                       struct error *error)
{
    enum status status = store_begin(app_store(app), error);
    if (status != STATUS_OK)
        return status;
    status = add_within(app, appointment, was_held, error);
    if (status == STATUS_OK)
        status = store_commit(app_store(app), error);
    if (status != STATUS_OK)
        store_rollback(app_store(app));
    return status;
}

static bool submit_new(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct appointment appointment = { .minutes = APPOINTMENT_MINUTES };
    char day[DUE_TEXT_SIZE];
    if (!require_day(form, &appointment.day) || !read_time(form, appointment.time) ||
        !record_require_text(form, "about", _("Say what it is about.")))
        return false;
    snprintf(appointment.casefile_id, UUID_TEXT_SIZE, "%s", below->place.subject);
    snprintf(appointment.user_id, UUID_TEXT_SIZE, "%s", form_value(form, "staff"));
    snprintf(appointment.agency_id, UUID_TEXT_SIZE, "%s", form_value(form, "agency"));
    appointment.about = record_take_text(form, "about");
    appointment.place = record_take_text(form, "place");
    const bool was_held = is_held(form);
    const enum status status = add(app, &appointment, was_held, &error);
    due_text_full(day, appointment.day);
    appointment_release(&appointment);
    if (status == STATUS_OK)
        app_say_with(app,
                     was_held ? _("Kept: the appointment on %s took place.")
                              : _("The appointment on %s is planned."),
                     day);
    else
        say_refused(app, &error);
    return status == STATUS_OK;
}

void appointment_ask_new(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("New appointment"),
        .button = _("plans the appointment"),
        .draft = "appointment",
        .build = build_new,
        .submit = submit_new,
        .left = left,
    };
    (void)view;
    dialog_fill(app, &request);
}

/* ---- another day */

static void build_move(struct app *app, struct view *below, struct form *form)
{
    const struct appointment *marked = appointments_marked(below);
    (void)app;
    add_day(form, _("New day"));
    add_time(form);
    if (marked != NULL)
        form_set(form, "time", marked->time);
}

static bool submit_move(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct day day;
    char time[APPOINTMENT_TIME_SIZE], text[DUE_TEXT_SIZE];
    const struct appointment *marked = appointments_marked(below);
    if (marked == NULL || !require_day(form, &day) || !read_time(form, time))
        return false;
    if (appointment_move(app_store(app), app_desk(app)->actor, marked->id, day, time, &error) !=
        STATUS_OK) {
        say_refused(app, &error);
        return false;
    }
    due_text_full(text, day);
    app_say_with(app, _("The appointment moved to %s."), text);
    return true;
}

void appointment_ask_move(struct app *app, struct view *view)
{
    char text[FRAME_TEXT_SIZE], day[DUE_TEXT_SIZE];
    const struct appointment *marked = appointments_marked(view);
    due_text_full(day, marked->day);
    snprintf(text, sizeof(text), "%s %s  %s", day, marked->time,
             marked->about == NULL ? "" : marked->about);
    const struct dialog_request request = {
        .title = _("Move the appointment"),
        .text = text,
        .button = _("moves it"),
        .draft = "appointment_move",
        .subject = marked->id,
        .build = build_move,
        .submit = submit_move,
        .left = left,
    };
    dialog_fill(app, &request);
}

/* ---- its end */

void appointment_note_end(struct app *app, struct view *view, enum appointment_state state)
{
    struct error error = { 0 };
    const struct appointment *marked = appointments_marked(view);
    if (appointment_end(app_store(app), app_desk(app)->actor, marked->id, state, app_today(app),
                        &error) != STATUS_OK) {
        say_refused(app, &error);
        return;
    }
    app_say(app, state == APPOINTMENT_ATTENDED
                     ? _("Kept: the appointment took place.")
                     : _("Kept: nobody came.  N plans another appointment."));
    app_reload(app, view);
}

/* The reason stands in a note, where everybody looks for what happened. */
static char *reason_make(const struct appointment *appointment, const char *reason)
{
    char day[DUE_TEXT_SIZE];
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    due_text_full(day, appointment->day);
    fprintf(stream, "%s %s %s: %s\n%s", _("Appointment cancelled:"), day, appointment->time,
            appointment->about == NULL ? "" : appointment->about, reason);
    return fclose(stream) == 0 ? text : NULL;
}

static enum status cancel_within(struct app *app, const struct appointment *marked,
                                 const char *reason, struct error *error)
{
    struct note note = { .kind = NOTE_NOTE };
    struct store *store = app_store(app);
    enum status status = appointment_end(store, app_desk(app)->actor, marked->id,
                                         APPOINTMENT_CANCELLED, app_today(app), error);
    if (status != STATUS_OK)
        return status;
    snprintf(note.casefile_id, UUID_TEXT_SIZE, "%s", marked->casefile_id);
    note.body = reason_make(marked, reason);
    status = note_add(store, app_desk(app)->actor, &note, error);
    note_release(&note);
    return status;
}

static void build_cancel(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *reason = form_add(form, FORM_TEXT, "reason", _("Why"));
    if (reason != NULL)
        reason->is_required = true;
    form_field_hint(reason, _("a few words; they become a note of the casefile"));
}

static bool submit_cancel(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    const struct appointment *marked = appointments_marked(below);
    if (marked == NULL || !record_require_text(form, "reason", _("Say why it is cancelled.")))
        return false;
    enum status status = store_begin(app_store(app), &error);
    if (status == STATUS_OK)
        status = cancel_within(app, marked, form_value(form, "reason"), &error);
    if (status == STATUS_OK)
        status = store_commit(app_store(app), &error);
    if (status != STATUS_OK) {
        store_rollback(app_store(app));
        say_refused(app, &error);
        return false;
    }
    app_say(app, _("The appointment is cancelled; a note says why."));
    return true;
}

void appointment_ask_cancel(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("Cancel the appointment"),
        .text = appointments_marked(view)->about,
        .button = _("cancels it"),
        .draft = "appointment_cancel",
        .subject = appointments_marked(view)->id,
        .build = build_cancel,
        .submit = submit_cancel,
        .left = left,
    };
    dialog_fill(app, &request);
}
