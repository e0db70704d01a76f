/* SPDX-License-Identifier: Apache-2.0 */

/* The log of the hotline: who is to be called back, the longest overdue first, and the contacts of
 * today. */
#include "counselling/advice_store.h"
#include "document/case_reference.h"
#include "language.h"
#include "view/dialog.h"
#include "view/hotline_private.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "widget/sections.h"
#include "wording/case_text.h"
#include "wording/due_text.h"
#include "wording/hotline_label.h"
#include "wording/spoken_language.h"

#include <stdlib.h>
#include <string.h>

enum { SECTION_OPEN, SECTION_TODAY, SECTION_COUNT };

struct hotline_view {
    struct view view;
    struct topic_list topics;
    struct hotline_list open;
    struct hotline_list today;
    struct section sections[SECTION_COUNT];
    struct list list;
    struct day day;
    bool was_loaded;
};

static const struct hotline_contact *contact_at(const struct hotline_view *shown, size_t index)
{
    return index < shown->open.count ? &shown->open.items[index]
                                     : &shown->today.items[index - shown->open.count];
}

static const struct hotline_contact *chosen(const struct hotline_view *shown)
{
    return shown->list.count == 0 ? NULL : contact_at(shown, shown->list.selected);
}

/* ---- loading */

static enum status load_lists(struct app *app, struct hotline_view *shown, struct error *error)
{
    const struct hotline_filter open = { .only_open = true };
    const struct hotline_filter today = { .from = app_today(app), .to = app_today(app) };
    hotline_list_release(&shown->open);
    hotline_list_release(&shown->today);
    enum status status = hotline_list(app_store(app), &open, &shown->open, error);
    return status == STATUS_OK ? hotline_list(app_store(app), &today, &shown->today, error)
                               : status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct hotline_view *shown = (struct hotline_view *)view;
    enum status status = STATUS_OK;
    if (!session_may(app_session(app), ACT_LOG_CONTACTS))
        return error_set(error, STATUS_REFUSED, "the log of the hotline");
    if (!shown->was_loaded)
        status = topic_list_load(&shown->topics, error);
    if (status == STATUS_OK)
        status = load_lists(app, shown, error);
    shown->day = app_today(app);
    list_set_count(&shown->list, shown->open.count + shown->today.count);
    for (size_t i = 0; !shown->was_loaded && i < shown->open.count; i++)
        if (strcmp(shown->open.items[i].id, view->place.subject) == 0)
            shown->list.selected = i;
    shown->was_loaded = true;
    shown->sections[SECTION_OPEN] =
        (struct section){ .heading = _("CALL BACK"), .count = shown->open.count };
    shown->sections[SECTION_TODAY] =
        (struct section){ .heading = _("TODAY"), .count = shown->today.count };
    return status;
}

/* ---- showing */

static void write_topics(FILE *stream, const struct hotline_view *shown,
                         const struct hotline_contact *contact)
{
    for (size_t i = 0; i < contact->topic_count; i++)
        fprintf(stream, "%s%s", i == 0 ? "" : ", ",
                label_topic(&shown->topics, contact->topics[i]));
}

static void draw_row(const void *self, struct area row, size_t index)
{
    enum { WHEN = 13, HOW = 11, LANGUAGE = 10, TOPICS_SIZE = 400 };
    const struct hotline_view *shown = self;
    const struct hotline_contact *contact = contact_at(shown, index);
    const bool is_open = index < shown->open.count;
    const bool is_late = is_open && day_compare(contact->call_back_on, shown->day) < 0;
    char when[DUE_TEXT_SIZE], topics[TOPICS_SIZE] = "";
    if (is_open)
        due_text(when, contact->call_back_on, shown->day);
    else
        snprintf(when, sizeof(when), "%s", contact->time);
    FILE *stream = fmemopen(topics, sizeof(topics) - 1, "w");
    if (stream != NULL) {
        write_topics(stream, shown, contact);
        fclose(stream);
    }
    area_fit(row, 0, 0, WHEN, is_late ? STYLE_ALERT : STYLE_PLAIN, when);
    area_fit(row, 0, WHEN + 1, HOW, STYLE_PLAIN,
             is_open && contact->call_back_time != NULL ? contact->call_back_time
                                                        : label_hotline_channel(contact->channel));
    area_fit(row, 0, WHEN + HOW + 2, LANGUAGE, STYLE_PLAIN,
             spoken_language_name(contact->language));
    const int column = WHEN + HOW + LANGUAGE + 3;
    const int sign = hotline_sign_count(contact) > 0 ? 2 : 0;
    if (sign > 0)
        area_text(row, 0, column, STYLE_ALERT, "!");
    area_fit(row, 0, column + sign, row.columns - column - sign, STYLE_PLAIN, topics);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct hotline_view *shown = (const struct hotline_view *)view;
    const struct area body = frame->body;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Hotline"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->list.count == 0 ? _("N takes a call, A shows the answers.")
                                    : _("Enter shows all of it.  N takes a call."));
    if (shown->list.count == 0)
        area_paragraph(body, 1, 3, STYLE_PLAIN,
                       _("Nobody is to be called back, and nobody called today.  N takes a call."));
    sections_draw(&shown->list, shown->sections, SECTION_COUNT,
                  area_part(body, 0, 0, body.rows - 1, body.columns - 1), true, draw_row, shown);
    area_fit(body, body.rows - 1, 3, body.columns - 4, STYLE_PLAIN,
             _("N new  A answers  C called back  L link  X correct  F figures"));
}

/* ---- one of them */

static void write_signs(FILE *stream, const struct hotline_view *shown,
                        const struct hotline_contact *contact)
{
    for (size_t i = 0; i < contact->sign_count; i++) {
        const struct question *sign = topic_find_sign(&shown->topics, contact->signs[i].sign);
        if (contact->signs[i].reply == HOTLINE_YES && sign != NULL)
            record_write_line(stream, _("Sign"), workflow_text(sign->text));
    }
    if (contact->sign_count > 0)
        fprintf(stream, "%s\n",
                workflow_text(topic_indication(&shown->topics, hotline_sign_count(contact))->says));
}

static void write_told(FILE *stream, struct app *app, const struct hotline_contact *contact)
{
    for (size_t i = 0; i < contact->told_count; i++) {
        const struct hotline_told *told = &contact->told[i];
        struct advice advice;
        if (advice_load(app_store(app), told->advice_id, told->version, &advice, NULL) != STATUS_OK)
            continue;
        const struct advice_text *text = advice_text_in(&advice, contact->language);
        record_write_line(stream, _("Told"), text == NULL ? advice.topic : text->title);
        record_write_day(stream, _("Checked on"), told->has_checked_on, told->checked_on);
        advice_release(&advice);
    }
}

/* Who may not read people sees no link. */
static void write_link(FILE *stream, struct app *app, const struct hotline_contact *contact)
{
    struct case_reference casefile;
    if (hotline_is_anonymous(contact))
        fprintf(stream, "%s\n", _("ANONYMOUS"));
    else if (session_may(app_session(app), ACT_READ_PEOPLE) && contact->casefile_id[0] != '\0' &&
             case_reference_load(app_store(app), contact->casefile_id, &casefile, NULL) ==
                 STATUS_OK)
        record_write_line(stream, _("Casefile"), casefile.number);
    else if (session_may(app_session(app), ACT_READ_PEOPLE))
        fprintf(stream, "%s\n", _("linked to a record of a person"));
}

static void write_contact(FILE *stream, struct app *app, const struct hotline_view *shown,
                          const struct hotline_contact *contact)
{
    char day[DUE_TEXT_SIZE];
    due_text_full(day, contact->day);
    fprintf(stream, "%s %s  %s  %s  %s\n", day, contact->time,
            label_hotline_channel(contact->channel), spoken_language_name(contact->language),
            record_user(app, contact->taken_by));
    write_link(stream, app, contact);
    fprintf(stream, "%s: ", _("Topics"));
    write_topics(stream, shown, contact);
    fputc('\n', stream);
    record_write_line(stream, _("Who asks"), label_hotline_caller(contact->caller));
    record_write_line(stream, _("Question"), contact->question);
    write_told(stream, app, contact);
    write_signs(stream, shown, contact);
    record_write_line(stream, _("Result"), contact->result);
    if (contact->call_back == HOTLINE_NO_CALL_BACK)
        return;
    record_write_day(stream, _("Call-back on"), true, contact->call_back_on);
    record_write_line(stream, _("Call-back"), label_hotline_call_back(contact->call_back));
    record_write_line(stream, _("Safe time"), contact->call_back_time);
    record_write_line(stream, _("Safe way"), label_hotline_way(contact->call_back_way));
    record_write_line(stream, _("Code word"), contact->code_word);
    fprintf(stream, "%s: %d\n", _("Tries"), contact->tries);
}

static void do_open(struct app *app, struct view *view)
{
    const struct hotline_view *shown = (const struct hotline_view *)view;
    struct text_page_draft page;
    if (chosen(shown) == NULL || !text_page_begin(&page, app))
        return;
    write_contact(page.stream, app, shown, chosen(shown));
    text_page_end(&page, app, _("Contact"));
}

/* ---- what can be done */

static void do_new(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &contact_view_class, NULL);
}

static bool has_one(const struct app *app, const struct view *view)
{
    (void)app;
    return chosen((const struct hotline_view *)view) != NULL;
}

static void do_correct(struct app *app, struct view *view)
{
    struct place place = { .detail = "correction" };
    snprintf(place.subject, sizeof(place.subject), "%s",
             chosen((const struct hotline_view *)view)->id);
    app_open(app, &contact_view_class, &place);
}

static void do_answers(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &answers_view_class, NULL);
}

static bool is_open(const struct app *app, const struct view *view)
{
    const struct hotline_view *shown = (const struct hotline_view *)view;
    (void)app;
    return chosen(shown) != NULL && chosen(shown)->call_back == HOTLINE_CALL_BACK_OPEN;
}

static void called_back(struct app *app, struct view *below, size_t answer)
{
    const struct hotline_contact *contact = chosen((const struct hotline_view *)below);
    const struct hotline_try try = { .is_done = answer == 0,
                                     .gives_up = answer == 2,
                                     .day = app_today(app),
                                     .today = app_today(app) };
    enum hotline_call_back state;
    struct error error = { 0 };
    if (contact == NULL)
        return;
    if (hotline_call_back(app_store(app), app_desk(app)->actor, contact->id, &try, &state,
                          &error) != STATUS_OK)
        contact_say_failure(app, &error);
    else
        app_say(app, state == HOTLINE_CALL_BACK_DONE ? _("The call-back is done.")
                     : state == HOTLINE_CALL_BACK_GIVEN_UP
                         ? _("The call-back is given up.")
                         : _("One try more is noted; after three it is given up."));
    app_reload(app, below);
}

static void do_call_back(struct app *app, struct view *view)
{
    (void)view;
    const char *const answers[] = { _("Reached: done"), _("Not reached"),
                                    _("Give it up: it would not be safe") };
    const struct dialog_question question = {
        .title = _("Called back?"),
        .answers = answers,
        .answer_count = sizeof(answers) / sizeof(answers[0]),
        .answered = called_back,
    };
    dialog_ask(app, &question);
}

static bool can_link(const struct app *app, const struct view *view)
{
    const struct hotline_view *shown = (const struct hotline_view *)view;
    return chosen(shown) != NULL && hotline_is_anonymous(chosen(shown)) &&
           session_may(app_session_of(app), ACT_READ_PEOPLE);
}

static void build_link(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    form_add(form, FORM_TEXT, "casefile", _("Number of the casefile"));
}

static bool submit_link(struct app *app, struct view *below, struct form *form)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    const struct hotline_contact *contact = chosen((const struct hotline_view *)below);
    if (contact == NULL || !record_require_text(form, "casefile", _("Type its number.")))
        return false;
    enum status status = case_find(app_store(app), form_value(form, "casefile"), id, &error);
    if (status == STATUS_OK)
        status = hotline_link(app_store(app), app_desk(app)->actor, contact->id, "", id, &error);
    if (status != STATUS_OK) {
        contact_say_failure(app, &error);
        return false;
    }
    app_say(app, _("The contact is linked to the casefile."));
    app_reload(app, below);
    return true;
}

static void do_link(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Link to a casefile"),
        .text = _("Only when the caller wants to be known."),
        .button = _("links it"),
        .build = build_link,
        .submit = submit_link,
    };
    dialog_fill(app, &request);
}

static void do_figures(struct app *app, struct view *view)
{
    const struct hotline_view *shown = (const struct hotline_view *)view;
    struct hotline_figures figures;
    struct text_page_draft page;
    struct error error = { 0 };
    struct day from = app_today(app);
    const struct civil today = day_to_civil(from);
    if (day_from_civil(&from, today.year, today.month, 1, &error) != STATUS_OK ||
        hotline_figures(app_store(app), from, app_today(app), false, &figures, &error) !=
            STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    if (text_page_begin(&page, app)) {
        record_write_day(page.stream, _("Since"), true, from);
        fprintf(page.stream, "%s: %d\n%s: %d\n", _("Contacts"), figures.contacts, _("Minutes"),
                figures.minutes);
        for (size_t i = 0; i < figures.count; i++)
            if (figures.cells[i].figure == HOTLINE_BY_TOPIC)
                fprintf(page.stream, "%4d  %s\n", figures.cells[i].count,
                        label_topic(&shown->topics, figures.cells[i].code));
        text_page_end(&page, app, _("Figures of this month"));
    }
    hotline_figures_release(&figures);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct hotline_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    struct hotline_view *shown = (struct hotline_view *)view;
    topic_list_release(&shown->topics);
    hotline_list_release(&shown->open);
    hotline_list_release(&shown->today);
}

static const struct action action_answers = { "answers", NC_("key bar", "Answers"),
                                              N_("Answers for callers, by topic") };
static const struct action action_called = { "called", NC_("key bar", "Called"),
                                             N_("Note what came of the call-back") };
static const struct action action_link = { "link", NC_("key bar", "Link"),
                                           N_("Link it to a casefile, when the caller wants it") };
static const struct action action_correct = { "correct", NC_("key bar", "Correct"),
                                              N_("Write down what was wrong in it") };
static const struct action action_figures = { "figures", NC_("key bar", "Figures"),
                                              N_("Count the contacts of this month") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, do_new, NULL },
    { "a", &action_answers, do_answers, NULL },
    { "c", &action_called, do_call_back, is_open },
    { "l", &action_link, do_link, can_link },
    { "x", &action_correct, do_correct, has_one },
    { "f", &action_figures, do_figures, NULL },
    { .action = NULL },
};

const struct view_class hotline_view_class = {
    .name = "hotline",
    .about = N_("Calls, visits and letters of people who need advice.  They stay anonymous unless "
                "they want to be known."),
    .size = sizeof(struct hotline_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
