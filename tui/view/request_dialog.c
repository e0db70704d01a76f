/* SPDX-License-Identifier: Apache-2.0 */

/* Asking for a paper, reminding, noting the answer, giving up. */
#include "agency/agency_store.h"
#include "document/origin_rule.h"
#include "document/request_store.h"
#include "language.h"
#include "store/store.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/request_private.h"
#include "wording/due_text.h"
#include "wording/request_label.h"

#include <stdlib.h>
#include <string.h>

enum {
    ANSWER_DAYS = 15, /* in which archives and registries usually answer */
    STEP_DAYS = 10,
};

static const char refuses[] = "refuses";

static void say_failure(struct app *app, const struct error *error)
{
    if (strcmp(error->detail, ORIGIN_RULE_DETAIL) == 0)
        app_say(app, _("The person fears the country of origin: no paper is asked from a body of "
                       "it, whoever asks.  Ask the asylum authority."));
    else if (error->status == STATUS_DATE_INVALID)
        app_say(app, _("The day lies before the letter went out, or after today."));
    else if (error->status == STATUS_INVALID)
        app_say(app, _("The last reminder went higher already: choose the same or one above."));
    else
        record_say_failure(app, error, STATUS_REFUSED,
                           _("This cannot be done to the request as it stands, or the person's "
                             "record was merged or erased."));
}

static bool say_result(struct app *app, enum status status, const struct error *error,
                       const char *done)
{
    if (status == STATUS_OK)
        app_say(app, done);
    else
        say_failure(app, error);
    return status == STATUS_OK;
}

/* ---- fields */

static void add_day(struct form *form, const char *id, const char *label, int days_from_today)
{
    struct day day;
    char text[DUE_TEXT_SIZE];
    struct form_field *field = form_add(form, FORM_DATE, id, label);
    if (field == NULL || day_add_days(&day, form->today, days_from_today, NULL) != STATUS_OK)
        return;
    field->may_be_ahead = true;
    due_text_full(text, day);
    form_set(form, id, text);
}

static void add_letter(struct form *form)
{
    add_day(form, "sent_on", _("Goes out on"), 0);
    form_field_hint(form_find(form, "sent_on"), _("empty it when the letter is not ready yet"));
    add_day(form, "due_on", _("Answer due on"), ANSWER_DAYS);
    form_add(form, FORM_TEXT, "number", _("Our number"));
}

/* Names of the directory; other words will do too. */
static void add_addressee(struct app *app, struct form *form)
{
    struct agency_list agencies;
    const struct agency_filter filter = { .kind = NULL };
    struct form_field *field = form_add(form, FORM_CHOICE, "addressee", _("Who is asked"));
    if (field == NULL || agency_list(app_store(app), &filter, &agencies, NULL) != STATUS_OK)
        return;
    field->allows_other = field->is_required = true;
    form_field_hint(field, _("type the name, or F4 for the directory"));
    for (size_t i = 0; i < agencies.count; i++)
        form_field_option(field, agencies.items[i].name, agencies.items[i].name);
    agency_list_release(&agencies);
}

static void find_agency(struct app *app, const char *name, char id[UUID_TEXT_SIZE])
{
    struct agency_list agencies;
    const struct agency_filter filter = { .kind = NULL };
    if (agency_list(app_store(app), &filter, &agencies, NULL) != STATUS_OK)
        return;
    for (size_t i = 0; i < agencies.count; i++)
        if (strcmp(agencies.items[i].name, name) == 0)
            memcpy(id, agencies.items[i].id, UUID_TEXT_SIZE);
    agency_list_release(&agencies);
}

/* ---- a new one, and sending */

/* What the fields say; false with a fault. */
static bool read_letter(struct form *form, struct request_letter *out)
{
    out->has_due_on = form_value(form, "due_on")[0] != '\0';
    out->outgoing_number =
        form_value(form, "number")[0] == '\0' ? NULL : form_value(form, "number");
    return record_require_day(form, "sent_on", &out->sent_on) &&
           (!out->has_due_on || record_require_day(form, "due_on", &out->due_on));
}

static void build_new(struct app *app, struct view *below, struct form *form)
{
    (void)below;
    struct form_field *kind = form_add(form, FORM_CHOICE, "kind", _("Kind of body"));
    for (int i = 0; i < REQUEST_KIND_COUNT; i++)
        form_field_option(kind, request_kind_word((enum request_kind)i),
                          label_request_kind((enum request_kind)i));
    form_set(form, "kind", request_kind_word(REQUEST_ARCHIVE));
    add_addressee(app, form);
    struct form_field *about = form_add(form, FORM_TEXT, "about", _("For what"));
    if (about != NULL)
        about->is_required = true;
    form_field_hint(about, _("which paper, which years: a copy of the birth record of 1987"));
    add_letter(form);
}

static enum status keep(struct app *app, struct request *request,
                        const struct request_letter *letter, struct error *error)
{
    struct store *store = app_store(app);
    const char *actor = app_desk(app)->actor;
    enum status status = store_begin(store, error);
    if (status == STATUS_OK)
        status = request_add(store, actor, request, error);
    if (status == STATUS_OK && letter != NULL)
        status = request_send(store, actor, request->id, letter, error);
    if (status == STATUS_OK)
        return store_commit(store, error);
    store_rollback(store);
    return status;
}

static bool submit_new(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct request request = { .kind = REQUEST_OTHER };
    struct request_letter letter = { .has_due_on = false };
    const bool is_sent = form_value(form, "sent_on")[0] != '\0';
    if (!record_require_text(form, "addressee", _("Say who is asked.")) ||
        !record_require_text(form, "about", _("Say what they are asked for.")) ||
        (is_sent && !read_letter(form, &letter)))
        return false;
    if (request_kind_parse(&request.kind, form_value(form, "kind"), NULL) != STATUS_OK)
        request.kind = REQUEST_OTHER;
    snprintf(request.person_id, UUID_TEXT_SIZE, "%s",
             ((const struct requests_view *)below)->person_id);
    snprintf(request.casefile_id, UUID_TEXT_SIZE, "%s", below->place.subject);
    request.addressee = record_take_text(form, "addressee");
    request.about = record_take_text(form, "about");
    find_agency(app, form_value(form, "addressee"), request.agency_id);
    const enum status status = keep(app, &request, is_sent ? &letter : NULL, &error);
    request_release(&request);
    return say_result(app, status, &error,
                      is_sent ? _("The request is kept as sent.")
                              : _("The request is kept; it is not sent yet."));
}

void request_ask_new(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("New request"),
        .button = _("keeps the request"),
        .draft = "request",
        .build = build_new,
        .submit = submit_new,
        .left = record_forget_fault,
    };
    (void)view;
    dialog_fill(app, &request);
}

static void build_send(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    add_letter(form);
}

static bool submit_send(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct request_letter letter = { .has_due_on = false };
    if (!read_letter(form, &letter))
        return false;
    const enum status status = request_send(app_store(app), app_desk(app)->actor,
                                            requests_marked(below)->id, &letter, &error);
    return say_result(app, status, &error, _("The request is kept as sent."));
}

void request_ask_send(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("Send the request"),
        .text = requests_marked(view)->about,
        .button = _("keeps it as sent"),
        .draft = "request_send",
        .subject = requests_marked(view)->id,
        .build = build_send,
        .submit = submit_send,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}

/* ---- a reminder or higher */

static bool find_highest(void *self, const struct request_step *step)
{
    int *highest = self;
    if (step->rung > *highest)
        *highest = step->rung;
    return true;
}

static void build_step(struct app *app, struct view *below, struct form *form)
{
    int highest = 0;
    char code[16];
    struct error error = { 0 };
    const struct request *marked = requests_marked(below);
    struct form_field *rung = form_add(form, FORM_CHOICE, "rung", _("To whom"));
    if (request_each_step(app_store(app), marked->id, find_highest, &highest, &error) != STATUS_OK)
        app_fail(app, &error);
    for (int i = highest == 0 ? 1 : highest; i <= REQUEST_RUNG_ADVOCATE; i++) {
        snprintf(code, sizeof(code), "%d", i);
        form_field_option(rung, code, label_request_rung(i));
    }
    snprintf(code, sizeof(code), "%d",
             highest < REQUEST_RUNG_ADVOCATE ? highest + 1 : REQUEST_RUNG_ADVOCATE);
    form_set(form, "rung", code);
    form_add(form, FORM_TEXT, "addressee", _("Name"));
    form_set(form, "addressee", marked->addressee == NULL ? "" : marked->addressee);
    add_day(form, "day", _("On which day"), 0);
    add_day(form, "next_on", _("Answer due on"), STEP_DAYS);
    form_add(form, FORM_TEXT, "number", _("Our number"));
}

static bool submit_step(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct request_step step = { .rung = (int)strtol(form_value(form, "rung"), NULL, 10) };
    step.has_next_on = form_value(form, "next_on")[0] != '\0';
    step.outgoing_number =
        form_value(form, "number")[0] == '\0' ? NULL : form_value(form, "number");
    step.addressee = form_value(form, "addressee");
    if (!record_require_text(form, "rung", _("Say who is reminded.")) ||
        !record_require_text(form, "addressee", _("Say whom you turn to.")) ||
        !record_require_day(form, "day", &step.day) ||
        (step.has_next_on && !record_require_day(form, "next_on", &step.next_on)))
        return false;
    const enum status status = request_add_step(app_store(app), app_desk(app)->actor,
                                                requests_marked(below)->id, &step, &error);
    return say_result(app, status, &error, _("The reminder is kept."));
}

void request_ask_step(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("Remind them or turn higher up"),
        .text = requests_marked(view)->about,
        .button = _("keeps the reminder"),
        .draft = "request_step",
        .subject = requests_marked(view)->id,
        .build = build_step,
        .submit = submit_step,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}

/* ---- the answer */

static void build_answer(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *kind = form_add(form, FORM_CHOICE, "kind", _("What they say"));
    for (int i = 0; i < REQUEST_ANSWER_KIND_COUNT; i++)
        form_field_option(kind, request_answer_kind_word((enum request_answer_kind)i),
                          label_request_answer((enum request_answer_kind)i));
    form_field_option(kind, refuses, _("they refuse to answer"));
    if (kind != NULL)
        kind->is_required = true;
    add_day(form, "day", _("Answered on"), 0);
    form_add(form, FORM_LINES, "text", _("What they answered"));
}

static bool submit_answer(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct request_ending ending = { .state = REQUEST_ANSWERED, .text = form_value(form, "text") };
    const char *kind = form_value(form, "kind");
    if (!record_require_text(form, "kind", _("Choose what they say; F4 lists it.")) ||
        !record_require_day(form, "day", &ending.answered_on))
        return false;
    if (strcmp(kind, refuses) == 0)
        ending.state = REQUEST_REFUSED;
    else if (request_answer_kind_parse(&ending.answer_kind, kind, NULL) != STATUS_OK)
        ending.answer_kind = REQUEST_CONFIRMED;
    if (ending.text[0] == '\0')
        ending.text = NULL;
    const enum status status = request_end(app_store(app), app_desk(app)->actor,
                                           requests_marked(below)->id, &ending, &error);
    return say_result(app, status, &error, _("The answer is kept."));
}

void request_ask_answer(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("The answer"),
        .text = requests_marked(view)->about,
        .button = _("keeps the answer"),
        .draft = "request_answer",
        .subject = requests_marked(view)->id,
        .build = build_answer,
        .submit = submit_answer,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}

/* ---- giving up */

static void build_give_up(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    const enum request_state state = requests_marked(below)->state;
    struct form_field *how = form_add(form, FORM_CHOICE, "how", _("What happens"));
    if (request_allows(state, REQUEST_ACT_GIVE_UP))
        form_field_option(how, request_state_word(REQUEST_SILENT), _("nobody will answer"));
    if (request_allows(state, REQUEST_ACT_WITHDRAW))
        form_field_option(how, request_state_word(REQUEST_WITHDRAWN), _("we take it back"));
    if (how != NULL && how->option_count > 0)
        form_set(form, "how", how->options[0].code);
    form_add(form, FORM_TEXT, "text", _("Why"));
}

static bool submit_give_up(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct request_ending ending = { .state = REQUEST_SILENT, .text = form_value(form, "text") };
    if (!record_require_text(form, "how", _("Choose what happens; F4 lists it.")))
        return false;
    if (request_state_parse(&ending.state, form_value(form, "how"), NULL) != STATUS_OK)
        ending.state = REQUEST_SILENT;
    if (ending.text[0] == '\0')
        ending.text = NULL;
    const enum status status = request_end(app_store(app), app_desk(app)->actor,
                                           requests_marked(below)->id, &ending, &error);
    return say_result(app, status, &error,
                      ending.state == REQUEST_SILENT
                          ? _("Kept: nobody answered.  A late answer can still be noted.")
                          : _("The request is taken back."));
}

void request_ask_give_up(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("No answer is expected any more"),
        .text = requests_marked(view)->about,
        .button = _("ends the request"),
        .draft = "request_end",
        .subject = requests_marked(view)->id,
        .build = build_give_up,
        .submit = submit_give_up,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}
