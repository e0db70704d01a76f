/* SPDX-License-Identifier: Apache-2.0 */

/* What a person agreed to: all of it, the newest first, and taking it back. */
#include "consent/consent_store.h"
#include "language.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/consent_text.h"
#include "wording/due_text.h"
#include "wording/spoken_language.h"

#include <string.h>

struct consents_view {
    struct view view;
    struct consent_list consents;
    struct list list;
    struct day today;
    bool has_draft; /* of a new one */
};

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct consents_view *shown = (struct consents_view *)view;
    struct consent_list loaded;
    if (!session_may(app_session(app), ACT_READ_PEOPLE))
        return error_set(error, STATUS_REFUSED, "reading people");
    const enum status status = consent_list(app_store(app), view->place.subject, &loaded, error);
    if (status != STATUS_OK)
        return status;
    consent_list_release(&shown->consents);
    shown->consents = loaded;
    shown->today = app_today(app);
    list_set_count(&shown->list, loaded.count);
    shown->has_draft = record_has_draft(app, "consent", view->place.subject);
    return STATUS_OK;
}

static const struct consent *marked_of(const struct view *view)
{
    const struct consents_view *shown = (const struct consents_view *)view;
    return shown->consents.count == 0 ? NULL : &shown->consents.items[shown->list.selected];
}

/* ---- showing */

enum { GIVEN, PURPOSE, WHOM, STATE, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [GIVEN] = { N_("Given on"), 10, 10 },
    [PURPOSE] = { N_("For"), 22, 0 },
    [WHOM] = { N_("With whom"), COLUMN_REST, COLUMN_REST },
    [STATE] = { N_("State"), 24, 24 },
};

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct consents_view *shown = self;
    const struct consent *consent = &shown->consents.items[index];
    const char *whom = consent_whom_text(consent);
    char day[DUE_TEXT_SIZE], state[CONSENT_STATE_SIZE];
    due_text_full(day, consent->given_on);
    consent_state_text(state, consent, shown->today);
    snprintf(out, RECORD_CELL_SIZE, "%s",
             column == GIVEN     ? day
             : column == PURPOSE ? consent_purpose_text(consent->purpose)
             : column == STATE   ? state
             : whom[0] == '\0'   ? consent_purpose_text(consent->purpose)
                                 : whom);
    const bool is_no = !consent->is_agreed || consent->is_withdrawn;
    return column == STATE && is_no && consent->superseded_by[0] == '\0' ? STYLE_ALERT
                                                                         : STYLE_PLAIN;
}

static void write_withheld(FILE *stream, const struct consent *consent)
{
    for (size_t i = 0; i < consent->withheld.count; i++) {
        const struct consent_withheld *item = &consent->withheld.items[i];
        fprintf(stream, "%s: %s", _("Must not be told"),
                item->what == NULL ? _("anything") : item->what);
        if (item->whom[0] != '\0')
            fprintf(stream, " – %s", consent_recipient_text(item->whom));
        fprintf(stream, " (%s)\n", consent_withholding_text(item->reason));
    }
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct consents_view *shown = self;
    const struct consent *consent = &shown->consents.items[index];
    fprintf(stream, "%s, %s", consent_purpose_text(consent->purpose),
            consent_giver_text(consent->given_by));
    if (consent->giver_name != NULL)
        fprintf(stream, ": %s", consent->giver_name);
    fputc('\n', stream);
    if (consent->about != NULL)
        fprintf(stream, "%s\n", consent->about);
    write_withheld(stream, consent);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct consents_view *shown = (const struct consents_view *)view;
    char head[CONSENT_STATE_SIZE];
    consent_head_text(head, &shown->consents, shown->today);
    const struct record_list records = {
        .heading = head,
        .empty = _("Nobody has asked this person yet.  N writes down what the person says."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &shown->list,
        .self = shown,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Consent"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->consents.count == 0 ? _("Enter writes down the first consent.")
                                        : _("Enter shows all of it."));
    record_write_draft(frame, shown->has_draft);
    record_list_draw(&records, app, view, frame->body);
}

static void write_consent(FILE *stream, const struct app *app, const struct consent *consent,
                          struct day today)
{
    char state[CONSENT_STATE_SIZE];
    consent_state_text(state, consent, today);
    record_write_line(stream, _("Consent for"), consent_purpose_text(consent->purpose));
    record_write_line(stream, _("With whom"),
                      consent_whom_text(consent)[0] == '\0' ? NULL : consent_whom_text(consent));
    record_write_line(stream, _("What for"), consent->about);
    record_write_line(stream, _("State"), state);
    record_write_day(stream, _("Given on"), true, consent->given_on);
    record_write_line(stream, _("Who decided"), consent_giver_text(consent->given_by));
    record_write_line(stream, _("Name"), consent->giver_name);
    if (consent->has_assent)
        record_write_line(stream, _("Does the child agree"),
                          consent->is_assented ? _("yes") : _("no"));
    record_write_line(stream, _("Understands what it is about"),
                      consent->is_understood ? _("yes") : _("no"));
    record_write_line(stream, _("Language of the talk"), spoken_language_name(consent->language));
    record_write_line(stream, _("Was read aloud"), consent->is_read_aloud ? _("yes") : _("no"));
    write_withheld(stream, consent);
    record_write_day(stream, _("Taken back on"), consent->is_withdrawn, consent->withdrawn_on);
    record_write_line(stream, _("Who took it back"), consent->withdrawn_by);
    record_write_line(stream, _("Why"), consent->withdrawn_reason);
    record_write_line(stream, _("Written down by"), record_user(app, consent->taken_by));
}

/* ---- what can be done */

/* It can be taken back, or be given again. */
static bool is_standing(const struct app *app, const struct view *view)
{
    const struct consent *marked = marked_of(view);
    return marked != NULL && app_may_keep_people(app, view) && marked->is_agreed &&
           !marked->is_withdrawn && marked->superseded_by[0] == '\0';
}

static void do_new(struct app *app, struct view *view)
{
    struct place place = { .detail = "" };
    memcpy(place.subject, view->place.subject, sizeof(place.subject));
    app_open(app, &consent_form_view_class, &place);
}

static void do_open(struct app *app, struct view *view)
{
    struct text_page_draft page;
    const struct consent *marked = marked_of(view);
    if (marked == NULL) {
        if (app_may_keep_people(app, view))
            do_new(app, view);
        return;
    }
    if (!text_page_begin(&page, app))
        return;
    write_consent(page.stream, app, marked, app_today(app));
    text_page_end(&page, app, _("Consent"));
}

static void build_withdrawal(struct app *app, struct view *below, struct form *form)
{
    char today[DUE_TEXT_SIZE];
    (void)below;
    form_add(form, FORM_DATE, "day", _("Taken back on"));
    due_text_full(today, app_today(app));
    form_set(form, "day", today);
    form_add(form, FORM_TEXT, "said_by", _("Who took it back"));
    form_field_hint(form_find(form, "said_by"), _("empty: the person"));
    form_add(form, FORM_TEXT, "reason", _("Why"));
    form_field_hint(form_find(form, "reason"), _("nobody has to say why"));
}

static bool submit_withdrawal(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    enum consent_flaw flaw;
    struct consent_withdrawal withdrawal = { .said_by = form_value(form, "said_by"),
                                             .reason = form_value(form, "reason") };
    if (!record_require_day(form, "day", &withdrawal.day))
        return false;
    if (consent_withdraw(app_store(app), app_desk(app)->actor, marked_of(below)->id, &withdrawal,
                         app_today(app), &flaw, &error) != STATUS_OK) {
        if (flaw == CONSENT_SOUND)
            app_fail(app, &error);
        else
            record_fault(form, "day", consent_flaw_sentence(flaw));
        return false;
    }
    app_say(app, _("Taken back: from now on nothing goes out by this consent."));
    return true;
}

static void do_withdraw(struct app *app, struct view *view)
{
    const struct consent *marked = marked_of(view);
    const char *whom = consent_whom_text(marked);
    char text[CONSENT_SENTENCE_SIZE];
    record_fill(text, sizeof(text),
                _("From now on nothing more goes out for this: %s.  What was sent before stays "
                  "written in the file; tell those who have it that the person took it back."),
                whom[0] == '\0' ? consent_purpose_text(marked->purpose) : whom);
    const struct dialog_request request = {
        .title = _("The person takes the consent back"),
        .text = text,
        .button = _("takes it back"),
        .draft = "consent_withdraw",
        .subject = marked->id,
        .build = build_withdrawal,
        .submit = submit_withdrawal,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}

/* ---- asked again */

static void build_renewal(struct app *app, struct view *below, struct form *form)
{
    char today[DUE_TEXT_SIZE];
    (void)below;
    form_add(form, FORM_DATE, "day", _("Asked again on"));
    due_text_full(today, app_today(app));
    form_set(form, "day", today);
    struct form_field *until = form_add(form, FORM_DATE, "until", _("Valid until"));
    if (until != NULL)
        until->may_be_ahead = true;
}

static bool submit_renewal(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    enum consent_flaw flaw;
    char id[UUID_TEXT_SIZE];
    struct consent_renewal renewal = { .has_expires_on = form_value(form, "until")[0] != '\0' };
    if (!record_require_day(form, "day", &renewal.given_on) ||
        (renewal.has_expires_on && !record_require_day(form, "until", &renewal.expires_on)))
        return false;
    if (consent_renew(app_store(app), app_desk(app)->actor, marked_of(below)->id, &renewal,
                      app_today(app), id, &flaw, &error) != STATUS_OK) {
        if (flaw == CONSENT_SOUND)
            app_fail(app, &error);
        else
            record_fault(form, flaw == CONSENT_FLAW_EXPIRY ? "until" : "day",
                         consent_flaw_sentence(flaw));
        return false;
    }
    app_say(app, _("The consent is renewed; the old one stays to be read."));
    return true;
}

static void do_renew(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("The person agrees again"),
        .text = _("Asked again, the person said the same: only the days change."),
        .button = _("renews it"),
        .draft = "consent_renew",
        .subject = marked_of(view)->id,
        .build = build_renewal,
        .submit = submit_renewal,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct consents_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    consent_list_release(&((struct consents_view *)view)->consents);
}

static const struct action action_withdraw = { "withdraw", NC_("key bar", "TakeBck"),
                                               N_("The person takes this consent back") };

static const struct action action_renew = { "renew", NC_("key bar", "Renew"),
                                            N_("The person was asked again, and agrees") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, do_new, app_may_keep_people },
    { "w", &action_withdraw, do_withdraw, is_standing },
    { "r", &action_renew, do_renew, is_standing },
    { .action = NULL },
};

const struct view_class consents_view_class = {
    .name = "consents",
    .about = N_("What the person agreed to, for what and with whom.  What is not covered here is "
                "not sent; a consent that was taken back stops at once."),
    .size = sizeof(struct consents_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
