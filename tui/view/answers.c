/* SPDX-License-Identifier: Apache-2.0 */

/* The catalogue of answers, narrowed by what is typed; over a contact Enter marks one as told. */
#include "counselling/advice_store.h"
#include "counselling/first_advice.h"
#include "language.h"
#include "view/hotline_private.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "widget/filter_line.h"
#include "wording/hotline_label.h"

#include <stdlib.h>
#include <string.h>

enum { LIST_ROWS = 5 };

struct answers_view {
    struct view view;
    struct topic_list topics;
    struct advice_list answers;
    size_t *passing;
    struct list list;
    struct filter_line filter;
    struct day today;
    char language[ADVICE_LANGUAGE_SIZE]; /* the caller's, else the user's */
    bool is_telling;                     /* a contact lies below */
    bool was_loaded;
};

static const struct advice *advice_at(const struct answers_view *shown, size_t index)
{
    return &shown->answers.items[shown->passing[index]];
}

const struct advice *answers_chosen(const struct view *view)
{
    const struct answers_view *shown = (const struct answers_view *)view;
    return shown->list.count == 0 ? NULL : advice_at(shown, shown->list.selected);
}

const char *answers_language(const struct view *view)
{
    return ((const struct answers_view *)view)->language;
}

const struct topic_list *answers_topics(const struct view *view)
{
    return &((const struct answers_view *)view)->topics;
}

static void narrow(struct answers_view *shown)
{
    size_t count = 0;
    for (size_t i = 0; i < shown->answers.count; i++) {
        const struct advice *advice = &shown->answers.items[i];
        if (advice_passes(advice, label_topic(&shown->topics, advice->topic),
                          filter_line_text(&shown->filter)))
            shown->passing[count++] = i;
    }
    list_set_count(&shown->list, count);
}

static enum status load_answers(struct app *app, struct answers_view *shown, struct error *error)
{
    const struct advice_filter filter = { .topic = NULL };
    struct advice_list loaded;
    enum status status = advice_list(app_store(app), &filter, &loaded, error);
    if (status != STATUS_OK)
        return status;
    size_t *passing = calloc(loaded.count + 1, sizeof(*passing));
    if (passing == NULL) {
        advice_list_release(&loaded);
        return error_set(error, STATUS_OUT_OF_MEMORY, "the answers");
    }
    advice_list_release(&shown->answers);
    free(shown->passing);
    shown->answers = loaded;
    shown->passing = passing;
    return STATUS_OK;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct answers_view *shown = (struct answers_view *)view;
    struct view *below = app_below(app, view);
    const char *language = contact_language(below);
    if (!session_may(app_session(app), ACT_LOG_CONTACTS))
        return error_set(error, STATUS_REFUSED, "the answers of the hotline");
    enum status status = STATUS_OK;
    if (!shown->was_loaded)
        status = topic_list_load(&shown->topics, error);
    if (status == STATUS_OK)
        status = load_answers(app, shown, error);
    if (status != STATUS_OK)
        return status;
    shown->is_telling = below != NULL && below->class == &contact_view_class;
    snprintf(shown->language, sizeof(shown->language), "%s",
             language[0] == '\0' ? language_code() : language);
    shown->today = app_today(app);
    if (!shown->was_loaded && topic_find(&shown->topics, view->place.detail) != NULL)
        filter_line_set(&shown->filter, view->place.detail);
    shown->was_loaded = true;
    narrow(shown);
    return STATUS_OK;
}

/* ---- showing */

static void draw_row(const void *self, struct area row, size_t index)
{
    enum { TOPIC_COLUMNS = 22 };
    const struct answers_view *shown = self;
    const struct advice *advice = advice_at(shown, index);
    const struct advice_text *text = advice_text_in(advice, shown->language);
    if (advice_doubt(advice, shown->today) != ADVICE_GOOD)
        area_text(row, 0, 0, STYLE_ALERT, "!");
    area_fit(row, 0, 2, TOPIC_COLUMNS, STYLE_PLAIN, label_topic(&shown->topics, advice->topic));
    area_fit(row, 0, TOPIC_COLUMNS + 3, row.columns - TOPIC_COLUMNS - 3, STYLE_PLAIN,
             text == NULL ? "" : text->title);
}

static void draw_text(const struct answers_view *shown, struct area area)
{
    char *text = NULL;
    size_t size = 0;
    if (shown->list.count == 0 || area.rows <= 0)
        return;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    advice_write(stream, advice_at(shown, shown->list.selected), shown->language, shown->today);
    int row = 0;
    if (fclose(stream) == 0)
        for (char *rest = NULL, *line = strtok_r(text, "\n", &rest);
             line != NULL && row < area.rows; line = strtok_r(NULL, "\n", &rest))
            row += area_paragraph(area_part(area, row, 0, area.rows - row, area.columns), 0, 1,
                                  STYLE_PLAIN, line);
    free(text);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct answers_view *shown = (const struct answers_view *)view;
    const struct area body = frame->body;
    const int rows = body.rows < 3 * LIST_ROWS ? LIST_ROWS - 2 : LIST_ROWS;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Answers"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->answers.count == 0 ? _("F4 takes over the general answers of the program.")
             : shown->list.count == 0  ? _("type other words.")
             : shown->is_telling       ? _("Enter marks it as told.  Letters narrow the list.")
                                       : _("Enter shows all of it.  Letters narrow the list."));
    list_draw(&shown->list, area_part(body, 1, 0, rows, body.columns - 1), true, draw_row, shown);
    if (shown->list.count == 0)
        area_paragraph(area_part(body, 1, 0, rows, body.columns), 0, 3, STYLE_PLAIN,
                       shown->answers.count == 0
                           ? _("There are no answers yet.  F4 takes over the general ones.")
                           : _("No answer has all these words.  Backspace widens the filter."));
    draw_text(shown, area_part(body, rows + 2, 0, body.rows - rows - 2, body.columns - 1));
    filter_line_draw(&shown->filter, body, _("Filter"), _("topic or words of the answer"));
}

/* ---- keys */

static bool has_one(const struct app *app, const struct view *view)
{
    (void)app;
    return ((const struct answers_view *)view)->list.count > 0;
}

static void do_open(struct app *app, struct view *view)
{
    const struct answers_view *shown = (const struct answers_view *)view;
    struct text_page_draft page;
    if (!has_one(app, view))
        return;
    const struct advice *advice = advice_at(shown, shown->list.selected);
    if (contact_tell(app_below(app, view), advice)) {
        app_back(app);
        app_say(app, _("Marked as told."));
        return;
    }
    if (!text_page_begin(&page, app))
        return;
    advice_write(page.stream, advice, shown->language, shown->today);
    text_page_end(&page, app, _("Answer"));
}

static void do_seed(struct app *app, struct view *view)
{
    const struct answers_view *shown = (const struct answers_view *)view;
    size_t added = 0;
    struct error error = { 0 };
    if (first_advice_take(app_store(app), app_desk(app)->actor, &shown->topics, app_today(app),
                          &added, &error) != STATUS_OK)
        app_fail(app, &error);
    else
        app_say(app, _("The general answers are in the catalogue now: check each of them."));
    app_reload(app, view);
}

static void do_checked(struct app *app, struct view *view)
{
    const struct answers_view *shown = (const struct answers_view *)view;
    struct error error = { 0 };
    if (advice_check_off(app_store(app), app_desk(app)->actor,
                         advice_at(shown, shown->list.selected)->id, app_today(app), app_today(app),
                         &error) != STATUS_OK)
        app_fail(app, &error);
    else
        app_say(app, _("Kept: checked today that this answer is so."));
    app_reload(app, view);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct answers_view *shown = (struct answers_view *)view;
    bool is_changed = false;
    (void)app;
    if (filter_line_handle(&shown->filter, key, &is_changed)) {
        if (is_changed)
            narrow(shown);
        return true;
    }
    return list_handle(&shown->list, key, LIST_ROWS);
}

static void release(struct view *view)
{
    struct answers_view *shown = (struct answers_view *)view;
    topic_list_release(&shown->topics);
    advice_list_release(&shown->answers);
    free(shown->passing);
    filter_line_release(&shown->filter);
}

static bool has_none(const struct app *app, const struct view *view)
{
    (void)app;
    return ((const struct answers_view *)view)->answers.count == 0;
}

static const struct action action_seed = { "seed", NC_("key bar", "General"),
                                           N_("Take over the general answers of the program") };
static const struct action action_checked = { "checked", NC_("key bar", "Checked"),
                                              N_("Somebody asked today: the answer is so") };

static bool has_some(const struct app *app, const struct view *view)
{
    return !has_none(app, view);
}

static const struct action action_new_answer = { "new_answer", NC_("key bar", "New"),
                                                 N_("Keep another answer") };
static const struct action action_change = { "change", NC_("key bar", "Change"),
                                             N_("Change the answer: another version of it") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "<F4>", &action_seed, do_seed, has_none },
    { "<F4>", &action_new_answer, answers_add, has_some },
    { "<F5>", &action_change, answers_change, has_one },
    { "<F6>", &action_checked, do_checked, has_one },
    { .action = NULL },
};

const struct view_class answers_view_class = {
    .name = "answers",
    .about = N_("Answers for callers and visitors, by topic, in their language.  What nobody has "
                "checked for 90 days is marked: ask before you tell it."),
    .size = sizeof(struct answers_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
