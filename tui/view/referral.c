/* SPDX-License-Identifier: Apache-2.0 */

/* Where the person of a casefile was sent for help, and what came of it. */
#include "document/case_reference.h"
#include "language.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/referral_private.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/agency_label.h"
#include "wording/case_label.h"
#include "wording/due_text.h"
#include "wording/slip_text.h"

#include <string.h>

/* Whoever sent it asks on; a supervisor sees all, above all what was escalated. */
static bool concerns(const struct app *app, const struct referral *referral)
{
    const struct session *session = app_session_of(app);
    return session_may(session, ACT_SUPERVISE) || referral->sent_by[0] == '\0' ||
           strcmp(referral->sent_by, session->desk.desk.actor) == 0;
}

enum status referrals_load_due(struct app *app, struct referral_list *out, struct error *error)
{
    size_t kept = 0;
    const enum status status = referral_list_due(app_store(app), app_today(app), out, error);
    for (size_t i = 0; status == STATUS_OK && i < out->count; i++)
        if (concerns(app, &out->items[i]))
            out->items[kept++] = out->items[i];
        else
            referral_release(&out->items[i]);
    out->count = kept;
    return status;
}

static bool is_of_office(const struct view *view)
{
    return view->place.subject[0] == '\0';
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct referrals_view *shown = (struct referrals_view *)view;
    struct referral_list loaded;
    const enum status status =
        is_of_office(view) ? referrals_load_due(app, &loaded, error)
                           : referral_list(app_store(app), view->place.subject, &loaded, error);
    if (status != STATUS_OK)
        return status;
    referral_list_release(&shown->referrals);
    shown->referrals = loaded;
    shown->today = app_today(app);
    list_set_count(&shown->list, loaded.count);
    shown->has_draft =
        !is_of_office(view) && record_has_draft(app, "referral", view->place.subject);
    return STATUS_OK;
}

const struct referral *referrals_marked(const struct view *view)
{
    const struct referrals_view *shown = (const struct referrals_view *)view;
    return shown->referrals.count == 0 ? NULL : &shown->referrals.items[shown->list.selected];
}

/* ---- what can be heard */

static bool allows(const struct app *app, const struct view *view, enum referral_event event)
{
    const struct referral *marked = referrals_marked(view);
    return marked != NULL && app_may_keep_people(app, view) &&
           referral_allows(marked->state, event);
}

/* What can be heard of one, the likeliest first. */
static const struct news {
    enum referral_event event;
    const char *text;
} news[] = {
    { REFERRAL_EVENT_SENT, N_("It goes out now") },
    { REFERRAL_EVENT_ACCEPTED, N_("They accept the person") },
    { REFERRAL_EVENT_ATTENDED, N_("The person was there") },
    { REFERRAL_EVENT_ANSWERED, N_("They say what they did") },
    { REFERRAL_EVENT_MISSED, N_("The person did not go there") },
    { REFERRAL_EVENT_DECLINED, N_("They decline") },
    { REFERRAL_EVENT_REMINDED, N_("Nothing yet: we asked again") },
    { REFERRAL_EVENT_ESCALATED, N_("Nothing for long: the head of the body was told") },
    { REFERRAL_EVENT_REVOKED, N_("We take the referral back") },
};
enum { NEWS_COUNT = sizeof(news) / sizeof(news[0]) };

static size_t news_find(const struct app *app, const struct view *view, size_t found[NEWS_COUNT])
{
    size_t count = 0;
    for (size_t i = 0; i < NEWS_COUNT; i++)
        if (allows(app, view, news[i].event))
            found[count++] = i;
    return count;
}

/* ---- showing */

enum { DUE, BODY, NEED, STATE, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [DUE] = { N_("Due"), DUE_TEXT_COLUMNS, DUE_TEXT_COLUMNS },
    [BODY] = { N_("Organisation"), COLUMN_REST, COLUMN_REST },
    [NEED] = { N_("Need"), 15, 0 },
    [STATE] = { N_("State"), 28, 20 },
};

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct referrals_view *shown = self;
    const struct referral *referral = &shown->referrals.items[index];
    char day[DUE_TEXT_SIZE] = "–";
    if (referral->has_due_on)
        due_text(day, referral->due_on, shown->today);
    snprintf(out, RECORD_CELL_SIZE, "%s",
             column == DUE    ? day
             : column == BODY ? referral->agency_name
             : column == NEED ? label_agency_service(referral->service)
                              : label_referral_state(referral->state));
    return column == DUE && referral_is_overdue(referral, shown->today) ? STYLE_ALERT : STYLE_PLAIN;
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct referrals_view *shown = self;
    const struct referral *referral = &shown->referrals.items[index];
    static const char *const reactions[] = {
        [REFERRAL_REACTION_NONE] = "",
        [REFERRAL_REACTION_REMIND] = N_("The day has passed: ask again."),
        [REFERRAL_REACTION_ESCALATE] =
            N_("Two reminders had no answer: tell the head of that body."),
        [REFERRAL_REACTION_DECIDE] =
            N_("The head was told and is silent: the supervisor decides, another body or none."),
    };
    const enum referral_reaction reaction = referral_react(referral, shown->today);
    fprintf(stream, "%s  %s  %s  %s", referral->code, referral->number,
            label_agency_service(referral->service), label_referral_urgency(referral->urgency));
    if (reaction != REFERRAL_REACTION_NONE) {
        fprintf(stream, "\n%s", language_text(reactions[reaction]));
        return;
    }
    if (referral->has_outcome)
        fprintf(stream, "\n%s", label_referral_outcome(referral->outcome));
    else if (referral->reason != NULL)
        fprintf(stream, "\n%s", referral->reason);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct referrals_view *shown = (const struct referrals_view *)view;
    size_t found[NEWS_COUNT];
    const struct record_list records = {
        .heading = is_of_office(view) ? _("REFERRALS FOR WHICH SOMETHING IS DUE")
                                      : _("REFERRALS OF THIS CASEFILE"),
        .empty = is_of_office(view) ? _("Everybody has answered who should have by now.")
                                    : _("Nobody else was asked for help yet.  N sends the person "
                                        "to another service."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &shown->list,
        .self = shown,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Referrals"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->referrals.count == 0 && is_of_office(view) ? _("Esc goes back.")
             : shown->referrals.count == 0     ? _("Enter writes the first referral.")
             : news_find(app, view, found) > 0 ? _("Enter asks what was heard of this referral.")
                                               : _("Enter shows all of it."));
    record_write_draft(frame, shown->has_draft);
    record_list_draw(&records, app, view, frame->body);
}

/* ---- the whole referral */

static void write_referral(FILE *stream, const struct app *app, const struct referral *referral,
                           struct day today)
{
    char time[RECORD_TIME_SIZE] = "";
    if (referral->sent_at[0] != '\0')
        record_write_time(time, referral->sent_at, today, false);
    fprintf(stream, "%s  %s\n\n", referral->number, label_referral_state(referral->state));
    record_write_line(stream, _("Code on the slip"), referral->code);
    record_write_line(stream, _("Organisation"), referral->agency_name);
    record_write_line(stream, _("Need"), label_agency_service(referral->service));
    record_write_line(stream, _("Urgency"), label_referral_urgency(referral->urgency));
    record_write_line(stream, _("Message"), referral->reason);
    slip_write_told(stream, (const char *const *)referral->told);
    record_write_line(stream, _("Sent on"), time);
    record_write_line(stream, _("Sent by"), record_user(app, referral->sent_by));
    record_write_line(stream, _("Why data was shared without consent"), referral->override_reason);
    record_write_day(stream, _("Accepted on"), referral->has_accepted_on, referral->accepted_on);
    record_write_day(stream, _("Was there on"), referral->has_attended_on, referral->attended_on);
    record_write_line(stream, _("Why they decline"), referral->decline_reason);
    record_write_day(stream, _("Answered on"), referral->has_answered_on, referral->answered_on);
    if (referral->has_outcome)
        record_write_line(stream, _("Answer"), label_referral_outcome(referral->outcome));
    if (referral->answer != NULL)
        fprintf(stream, "%s\n", referral->answer);
    record_write_day(stream, _("Answer due on"), referral->has_due_on, referral->due_on);
    if (referral->reminders > 0)
        fprintf(stream, "%s: %d\n", _("Reminders sent"), referral->reminders);
    record_write_day(stream, _("Escalated on"), referral->has_escalated_on, referral->escalated_on);
}

static void show(struct app *app, struct view *view)
{
    struct text_page_draft page;
    struct referral whole;
    struct error error = { 0 };
    const struct referral *marked = referrals_marked(view);
    if (marked == NULL)
        return;
    if (referral_load(app_store(app), marked->id, &whole, &error) != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    const bool has_page = text_page_begin(&page, app);
    if (has_page)
        write_referral(page.stream, app, &whole, app_today(app));
    referral_release(&whole);
    if (has_page)
        text_page_end(&page, app, _("Referral"));
}

/* ---- what can be done */

static bool can_send(const struct app *app, const struct view *view)
{
    return allows(app, view, REFERRAL_EVENT_SENT);
}

static bool was_sent(const struct app *app, const struct view *view)
{
    const struct referral *marked = referrals_marked(view);
    (void)app;
    return marked != NULL && marked->number[0] != '\0';
}

static void do_new(struct app *app, struct view *view)
{
    struct case_reference casefile;
    struct error error = { 0 };
    struct place place = { .detail = "" };
    memcpy(place.subject, view->place.subject, sizeof(place.subject));
    if (case_reference_load(app_store(app), place.subject, &casefile, &error) != STATUS_OK)
        app_fail(app, &error);
    else if (!casefile.is_open)
        app_say(app, _("The casefile is closed: nobody can be referred."));
    else
        app_open(app, &refer_view_class, &place);
}

static bool may_refer(const struct app *app, const struct view *view)
{
    return !is_of_office(view) && app_may_keep_people(app, view);
}

static bool can_remind(const struct app *app, const struct view *view)
{
    return allows(app, view, REFERRAL_EVENT_REMINDED);
}

/* What comes next by the standard, in one key: it was asked again today, or the head was told. */
static void do_remind(struct app *app, struct view *view)
{
    const struct referral *marked = referrals_marked(view);
    const bool is_escalation = referral_react(marked, app_today(app)) == REFERRAL_REACTION_ESCALATE;
    struct referral_answer answer = { .event = is_escalation ? REFERRAL_EVENT_ESCALATED
                                                             : REFERRAL_EVENT_REMINDED,
                                      .day = app_today(app),
                                      .today = app_today(app) };
    if (referral_keep_answer(app, marked->id, &answer))
        app_reload(app, view);
}

static void do_slip(struct app *app, struct view *view)
{
    referral_slip_show(app, referrals_marked(view)->id);
}

/* The last answer shows all of it. */
static void answered(struct app *app, struct view *below, size_t answer)
{
    size_t found[NEWS_COUNT];
    const size_t count = news_find(app, below, found);
    if (referrals_marked(below) == NULL)
        return;
    if (answer >= count)
        show(app, below);
    else if (news[found[answer]].event == REFERRAL_EVENT_SENT)
        referral_ask_send(app, below);
    else
        referral_ask_event(app, below, news[found[answer]].event);
}

static void do_open(struct app *app, struct view *view)
{
    size_t found[NEWS_COUNT];
    const char *answers[NEWS_COUNT + 1];
    const struct referral *marked = referrals_marked(view);
    if (marked == NULL) {
        if (may_refer(app, view))
            do_new(app, view);
        return;
    }
    const size_t count = news_find(app, view, found);
    for (size_t i = 0; i < count; i++)
        answers[i] = language_text(news[found[i]].text);
    answers[count] = _("Nothing: show all of it");
    const struct dialog_question question = {
        .title = _("What was heard?"),
        .text = marked->agency_name,
        .answers = answers,
        .answer_count = count + 1,
        .answered = answered,
    };
    if (count == 0)
        show(app, view);
    else
        dialog_ask(app, &question);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct referrals_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    referral_list_release(&((struct referrals_view *)view)->referrals);
}

static const struct action action_send = { "send", NC_("key bar", "Send"),
                                           N_("The referral goes out") };
static const struct action action_remind = { "remind", NC_("key bar", "Remind"),
                                             N_("We asked again today; after two reminders: the "
                                                "head of that body was told") };
static const struct action action_slip = { "slip", NC_("key bar", "Slip"),
                                           N_("Show the slip that the other service gets") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, do_new, may_refer },
    { "r", &action_remind, do_remind, can_remind },
    { "s", &action_send, referral_ask_send, can_send },
    { "p", &action_slip, do_slip, was_sent },
    { .action = NULL },
};

const struct view_class referral_view_class = {
    .name = "referral",
    .about =
        N_("Where the person was sent for help.  A referral stays open until the other service "
           "has said what it did: ask again when the day has passed."),
    .size = sizeof(struct referrals_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
