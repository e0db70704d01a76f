/* SPDX-License-Identifier: Apache-2.0 */

/* The ledger of requests for the person of a casefile: who was asked for what, and what came of
 * it. */
#include "document/case_reference.h"
#include "document/request_store.h"
#include "language.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/request_private.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/due_text.h"
#include "wording/label.h"
#include "wording/request_label.h"

#include <stdlib.h>
#include <string.h>

/* ---- loading */

static bool is_awaited(const struct request *request)
{
    return request->state == REQUEST_SENT || request->state == REQUEST_REMINDED ||
           request->state == REQUEST_ESCALATED;
}

/* What is due first, then what has no day yet, then what has ended, the newest first. */
static int compare(const void *left, const void *right)
{
    const struct request *a = left;
    const struct request *b = right;
    const int rank_a = !is_awaited(a) * 2 + !a->has_due_on,
              rank_b = !is_awaited(b) * 2 + !b->has_due_on;
    const bool is_ended = !is_awaited(a) && !is_awaited(b);
    if (!is_ended && rank_a != rank_b)
        return rank_a - rank_b;
    if (!is_ended && a->has_due_on)
        return day_compare(a->due_on, b->due_on);
    return -strcmp(a->id, b->id);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct requests_view *shown = (struct requests_view *)view;
    struct case_reference casefile;
    struct request_list loaded;
    enum status status = case_reference_load(app_store(app), view->place.subject, &casefile, error);
    if (status == STATUS_OK)
        status = request_list(app_store(app), casefile.person_id, &loaded, error);
    if (status != STATUS_OK)
        return status;
    memcpy(shown->person_id, casefile.person_id, sizeof(shown->person_id));
    if (loaded.count > 0)
        qsort(loaded.items, loaded.count, sizeof(*loaded.items), compare);
    request_list_release(&shown->requests);
    shown->requests = loaded;
    shown->today = app_today(app);
    list_set_count(&shown->list, loaded.count);
    shown->has_draft = record_has_draft(app, "request", view->place.subject);
    return STATUS_OK;
}

const struct request *requests_marked(const struct view *view)
{
    const struct requests_view *shown = (const struct requests_view *)view;
    return shown->requests.count == 0 ? NULL : &shown->requests.items[shown->list.selected];
}

/* ---- what can be new */

static bool allows(const struct app *app, const struct view *view, enum request_act act)
{
    const struct request *marked = requests_marked(view);
    return marked != NULL && app_may_keep_people(app, view) && request_allows(marked->state, act);
}

/* Whether anything can still become of it. */
static bool is_under_way(const struct app *app, const struct view *view)
{
    return allows(app, view, REQUEST_ACT_ANSWER) || allows(app, view, REQUEST_ACT_STEP) ||
           allows(app, view, REQUEST_ACT_SEND) || allows(app, view, REQUEST_ACT_WITHDRAW);
}

/* ---- showing */

enum { DUE, BODY, ABOUT, ASKED, STATE, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [DUE] = { N_("Due"), DUE_TEXT_COLUMNS, DUE_TEXT_COLUMNS },
    [BODY] = { N_("Who was asked"), 24, 18 },
    [ABOUT] = { N_("For what"), COLUMN_REST, COLUMN_REST },
    [ASKED] = { N_("Asked"), 8, 0 },
    [STATE] = { N_("State"), 15, 10 },
};

static void write_due(char out[RECORD_CELL_SIZE], const struct request *request, struct day today)
{
    char day[DUE_TEXT_SIZE] = "–";
    if (is_awaited(request) && request->has_due_on)
        due_text(day, request->due_on, today);
    snprintf(out, RECORD_CELL_SIZE, "%s", day);
}

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct requests_view *shown = self;
    const struct request *request = &shown->requests.items[index];
    char day[DUE_TEXT_SIZE] = "–";
    if (request->has_sent_on)
        due_text_day(day, request->sent_on, shown->today);
    if (column == DUE)
        write_due(out, request, shown->today);
    else
        snprintf(out, RECORD_CELL_SIZE, "%s",
                 column == BODY    ? request->addressee
                 : column == ABOUT ? request->about
                 : column == ASKED ? day
                                   : label_request_state(request->state));
    return column == DUE && request_is_overdue(request, shown->today) ? STYLE_ALERT : STYLE_PLAIN;
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct requests_view *shown = self;
    const struct request *request = &shown->requests.items[index];
    fprintf(stream, "%s: %s", label_request_kind(request->kind), request->about);
    if (request->outgoing_number != NULL)
        fprintf(stream, "   %s %s", _("Our number"), request->outgoing_number);
    if (request->has_answer_kind)
        fprintf(stream, "\n%s: %s", label_request_answer(request->answer_kind),
                request->answer == NULL ? "" : request->answer);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct requests_view *shown = (const struct requests_view *)view;
    const struct record_list records = {
        .heading = _("REQUESTS FOR PAPERS OF THIS PERSON"),
        .empty = _("Nobody was asked for a paper yet.  N asks an archive, a registry, a "
                   "consulate."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &shown->list,
        .self = shown,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Requests"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->requests.count == 0 ? _("Enter writes the first request.")
             : is_under_way(app, view)  ? _("Enter asks what is new about this request.")
                                        : _("Enter shows all of it."));
    record_write_draft(frame, shown->has_draft);
    record_list_draw(&records, app, view, frame->body);
}

/* ---- the whole request */

static bool write_step(void *self, const struct request_step *step)
{
    FILE *stream = self;
    char day[DUE_TEXT_SIZE];
    due_text_full(day, step->day);
    fprintf(stream, "%s  %s: %s", day, label_request_rung(step->rung),
            step->addressee == NULL ? "" : step->addressee);
    if (step->outgoing_number != NULL)
        fprintf(stream, "  %s %s", _("Our number"), step->outgoing_number);
    fputc('\n', stream);
    record_write_line(stream, _("Answer"), step->answer);
    return true;
}

static void show(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct text_page_draft page;
    const struct request *request = requests_marked(view);
    if (request == NULL || !text_page_begin(&page, app))
        return;
    FILE *stream = page.stream;
    fprintf(stream, "%s  (%s)  %s\n\n", request->addressee, label_request_kind(request->kind),
            label_request_state(request->state));
    record_write_line(stream, _("For what"), request->about);
    record_write_day(stream, _("Asked"), request->has_sent_on, request->sent_on);
    record_write_line(stream, _("Our number"), request->outgoing_number);
    record_write_line(stream, _("Receipt number"), request->receipt_number);
    record_write_day(stream, _("Answer due on"), request->has_due_on, request->due_on);
    fputc('\n', stream);
    const enum status status =
        request_each_step(app_store(app), request->id, write_step, stream, &error);
    fputc('\n', stream);
    record_write_day(stream, _("Answered on"), request->has_answered_on, request->answered_on);
    if (request->has_answer_kind)
        record_write_line(stream, _("Answer"), label_request_answer(request->answer_kind));
    if (request->answer != NULL)
        fprintf(stream, "%s\n", request->answer);
    text_page_end(&page, app, _("Request"));
    if (status != STATUS_OK)
        app_fail(app, &error);
}

/* ---- what can be done */

static bool can_send(const struct app *app, const struct view *view)
{
    return allows(app, view, REQUEST_ACT_SEND);
}

static bool can_step(const struct app *app, const struct view *view)
{
    return allows(app, view, REQUEST_ACT_STEP);
}

static bool can_answer(const struct app *app, const struct view *view)
{
    return allows(app, view, REQUEST_ACT_ANSWER);
}

static bool can_give_up(const struct app *app, const struct view *view)
{
    return allows(app, view, REQUEST_ACT_GIVE_UP) || allows(app, view, REQUEST_ACT_WITHDRAW);
}

static const struct news {
    const char *text;
    void (*run)(struct app *app, struct view *view);
    bool (*is_there)(const struct app *app, const struct view *view);
} news[] = {
    { N_("They answered, or refuse to"), request_ask_answer, can_answer },
    { N_("Nobody answered: remind them or turn higher up"), request_ask_step, can_step },
    { N_("It goes out now"), request_ask_send, can_send },
    { N_("No answer is expected any more"), request_ask_give_up, can_give_up },
    { N_("Nothing: show all of it"), show, NULL },
};
enum { NEWS_COUNT = sizeof(news) / sizeof(news[0]) };

/* The news that there can be, in their order; returns how many. */
static size_t news_find(const struct app *app, const struct view *view, size_t found[NEWS_COUNT])
{
    size_t count = 0;
    for (size_t i = 0; i < NEWS_COUNT; i++)
        if (news[i].is_there == NULL || news[i].is_there(app, view))
            found[count++] = i;
    return count;
}

static void answered(struct app *app, struct view *below, size_t answer)
{
    size_t found[NEWS_COUNT];
    if (answer < news_find(app, below, found))
        news[found[answer]].run(app, below);
}

static void do_open(struct app *app, struct view *view)
{
    size_t found[NEWS_COUNT];
    const char *answers[NEWS_COUNT];
    const struct request *marked = requests_marked(view);
    if (marked == NULL) {
        if (app_may_keep_people(app, view))
            request_ask_new(app, view);
        return;
    }
    const size_t count = news_find(app, view, found);
    for (size_t i = 0; i < count; i++)
        answers[i] = language_text(news[found[i]].text);
    const struct dialog_question question = {
        .title = _("What is new?"),
        .text = marked->about,
        .answers = answers,
        .answer_count = count,
        .answered = answered,
    };
    if (count == 1)
        show(app, view);
    else
        dialog_ask(app, &question);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct requests_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    request_list_release(&((struct requests_view *)view)->requests);
}

static const struct action action_send = { "send", NC_("key bar", "Send"),
                                           N_("The request goes out") };
static const struct action action_answer = { "answer", NC_("key bar", "Answer"),
                                             N_("Note what they answered") };
static const struct action action_remind = { "remind", NC_("key bar", "Remind"),
                                             N_("Remind them, or turn higher up") };
static const struct action action_give_up = { "give_up", NC_("key bar", "Give up"),
                                              N_("No answer is expected any more") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, request_ask_new, app_may_keep_people },
    { "s", &action_send, request_ask_send, can_send },
    { "a", &action_answer, request_ask_answer, can_answer },
    { "r", &action_remind, request_ask_step, can_step },
    { "g", &action_give_up, request_ask_give_up, can_give_up },
    { .action = NULL },
};

const struct view_class requests_view_class = {
    .name = "requests",
    .about = N_("Requests to archives, registries and consulates for this person: each is followed "
                "until somebody has said what became of it.  What is due first stands first."),
    .size = sizeof(struct requests_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
