/* SPDX-License-Identifier: Apache-2.0 */

/* Who did what, the newest first. */
#include "journal/journal.h"

#include "app/app.h"
#include "base/array.h"
#include "journal/journal_head.h"
#include "language.h"
#include "view/journal_entry.h"
#include "view/journal_filter.h"
#include "view/journal_place.h"
#include "view/view_list.h"
#include "widget/list.h"
#include "wording/journal_day.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    READ_AT_ONCE = 300,
    PAGE = 15,
    FILTER_MAX = 29,
    FILTER_COLUMNS = 30,
    ACT_SIZE = 40,
    NOUN_SIZE = 24,
    NUMBER_COLUMNS = 6,
    MOMENT_COLUMNS = 16,
    HEAD_ROWS = 3,
};

struct journal_row {
    long long sequence;
    char at[MOMENT_TEXT_SIZE];
    char moment[LOCAL_TIME_SIZE]; /* the same by the clock here */
    char actor[UUID_TEXT_SIZE];
    char act[ACT_SIZE];
    char subject[UUID_TEXT_SIZE]; /* only when it is a user */
    const char *when;             /* "at night", "Sunday" or "" */
    bool is_restricted;
    bool is_alarm;
};

struct journal_view {
    struct view view;
    struct text_input filter;
    char applied[FILTER_MAX * 4 + 1]; /* the filter that the rows went through */
    struct journal_row *rows;
    size_t capacity;
    struct journal_scope scope;
    size_t wanted; /* how many rows are read at most */
    bool is_more;  /* there are older ones */
    struct list list;
    bool is_verified;
    struct journal_state state;
};

/* ---- reading */

struct reading {
    struct journal_view *journal;
    struct app *app;
    struct journal_filter_words *words;
    size_t count;
    enum status status;
    struct error *error;
};

static const char *user_name(const struct app *app, const char *id)
{
    return case_desk_user_name(&app_session_of(app)->desk, id);
}

static bool is_about_user(const struct journal_entry *entry)
{
    return entry->noun != NULL && strcmp(entry->noun, "user") == 0;
}

static bool matches(struct reading *reading, const struct journal_entry *entry)
{
    const char *const texts[] = {
        user_name(reading->app, entry->actor),
        label_act(entry->act),
        entry->act,
        is_about_user(entry) ? user_name(reading->app, entry->subject) : "",
    };
    return journal_filter_matches(reading->words, texts, sizeof(texts) / sizeof(texts[0]));
}

/* What is not the office's usual time. */
static const char *when_of(const char *local)
{
    char text[LOCAL_TIME_SIZE];
    struct day day;
    const char *night = journal_day_night(local);
    snprintf(text, sizeof(text), "%.10s", local);
    return night[0] != '\0' || day_parse(&day, text, NULL) != STATUS_OK ? night
                                                                        : journal_day_weekend(day);
}

static bool read_row(void *self, const struct journal_line *line)
{
    struct reading *reading = self;
    const struct journal_record *record = &line->record;
    struct journal_view *journal = reading->journal;
    const struct journal_entry *entry = &record->entry;
    char local[LOCAL_TIME_SIZE];
    if (!matches(reading, entry))
        return true;
    if (reading->count == journal->wanted) {
        journal->is_more = true;
        return false;
    }
    reading->status = array_reserve(&journal->rows, &journal->capacity, sizeof(*journal->rows),
                                    reading->count + 1, reading->error);
    if (reading->status != STATUS_OK)
        return false;
    struct journal_row *row = &journal->rows[reading->count++];
    *row = (struct journal_row){ .sequence = record->sequence,
                                 .is_restricted = line->is_restricted,
                                 .is_alarm = line->is_alarm };
    snprintf(row->at, sizeof(row->at), "%s", record->at);
    local_time_format(local, record->at);
    local_time_shorten(row->moment, local);
    row->when = when_of(local);
    snprintf(row->actor, sizeof(row->actor), "%s", entry->actor);
    snprintf(row->act, sizeof(row->act), "%s", entry->act);
    snprintf(row->subject, sizeof(row->subject), "%s", is_about_user(entry) ? entry->subject : "");
    return true;
}

/* Reads up to as many rows as are wanted, behind those that are there already. */
static enum status read_page(struct app *app, struct journal_view *journal, struct error *error)
{
    char times[2][MOMENT_TEXT_SIZE];
    struct journal_question question;
    struct reading reading = { journal, app, NULL, journal->list.count, STATUS_OK, error };
    enum status status = journal_scope_ask(&journal->scope, times, &question, error);
    if (status == STATUS_OK)
        status = journal_filter_read(&reading.words, journal->applied, error);
    if (status != STATUS_OK)
        return status;
    if (reading.count > 0)
        question.before = journal->rows[reading.count - 1].sequence;
    journal->is_more = false;
    status = journal_list(app_store(app), &question, read_row, &reading, error);
    if (status == STATUS_OK)
        status = reading.status;
    journal_filter_free(&reading.words);
    list_set_count(&journal->list, status == STATUS_OK ? reading.count : 0);
    return status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct journal_view *journal = (struct journal_view *)view;
    const size_t selected = journal->list.selected;
    if (journal->wanted == 0) {
        journal->wanted = READ_AT_ONCE;
        journal->filter.max = FILTER_MAX;
    }
    enum status status = office_require(app_session(app)->desk.office, ACT_READ_JOURNAL, error);
    if (status != STATUS_OK)
        return status;
    journal_scope_read(&journal->scope, &view->place);
    list_set_count(&journal->list, 0);
    status = read_page(app, journal, error);
    journal->list.selected = selected < journal->list.count ? selected : 0;
    return status;
}

/* ---- acts */

static void apply(struct app *app, struct journal_view *journal)
{
    snprintf(journal->applied, sizeof(journal->applied), "%s", text_input_text(&journal->filter));
    journal->wanted = READ_AT_ONCE;
    journal->list.selected = 0;
    app_say(app, "");
    app_reload(app, &journal->view);
    if (journal->list.count == 0)
        app_say(app, _("The journal has no such entries.  Ctrl-U empties the filter."));
}

static bool is_applied(const struct journal_view *journal)
{
    return strcmp(journal->applied, text_input_text(&journal->filter)) == 0;
}

/* Looks for what was typed; when that is done, opens the marked entry. */
static void enter(struct app *app, struct journal_view *journal)
{
    if (!is_applied(journal))
        apply(app, journal);
    else if (journal->list.count > 0) {
        const struct journal_row *row = &journal->rows[journal->list.selected];
        journal_entry_show(app, row->sequence, row->at);
    }
}

/* At the end of what was read there is more, when there is more. */
static void read_more(struct app *app, struct journal_view *journal)
{
    if (!journal->is_more || journal->list.selected + 1 < journal->list.count)
        return;
    struct error error = { 0 };
    journal->wanted += READ_AT_ONCE;
    if (read_page(app, journal, &error) != STATUS_OK)
        app_fail(app, &error);
}

static bool go_on(void *self, long long done)
{
    const struct progress *progress = self;
    return progress->report(progress->self, done, 0);
}

static void verify(struct app *app, struct view *view)
{
    struct journal_view *journal = (struct journal_view *)view;
    struct error error = { 0 };
    app_say(app, _("Checking the journal...  Esc stops."));
    app_draw(app);
    struct progress progress = app_progress(app, _("Checking"));
    const struct journal_watch watch = { go_on, &progress };
    const enum status status = journal_verify(app_store(app), &watch, &journal->state, &error);
    journal->is_verified = status == STATUS_OK;
    if (status == STATUS_OK)
        app_say(app, _("The journal is whole: nobody changed, removed or added an entry.  Note its "
                       "last sum on paper."));
    else
        app_fail(app, &error);
}

/* ---- showing */

struct drawing {
    const struct app *app;
    const struct journal_view *journal;
};

static void draw_row(const void *self, struct area area, size_t index)
{
    const struct drawing *drawing = self;
    const struct journal_row *row = &drawing->journal->rows[index];
    char number[24], what[FRAME_TEXT_SIZE];
    const int actor = area.columns > 70 ? 18 : 12;
    int column = 0;
    snprintf(number, sizeof(number), "%lld", row->sequence);
    snprintf(what, sizeof(what), "%s%s%s%.160s%s%s%s%s", row->is_alarm ? "! " : "",
             label_act(row->act), row->subject[0] == '\0' ? "" : ": ",
             row->subject[0] == '\0' ? "" : user_name(drawing->app, row->subject),
             row->is_restricted ? ", " : "", row->is_restricted ? _("restricted") : "",
             row->when[0] == '\0' ? "" : ", ", row->when);
    if (area.columns > 50) {
        area_fit(area, 0, column, NUMBER_COLUMNS, STYLE_PLAIN, number);
        column += NUMBER_COLUMNS + 1;
    }
    area_text(area, 0, column, STYLE_PLAIN, row->moment);
    column += MOMENT_COLUMNS + 1;
    area_fit(area, 0, column, actor, STYLE_PLAIN, user_name(drawing->app, row->actor));
    column += actor + 1;
    area_fit(area, 0, column, area.columns - column, STYLE_PLAIN, what);
}

static void draw_filter(const struct journal_view *journal, struct area area, int row)
{
    const char *text = text_input_text(&journal->filter);
    const int label = area_text(area, row, 1, STYLE_PLAIN, _("Filter"));
    const int left = 1 + label + 2;
    int columns = FILTER_COLUMNS < area.columns - left ? FILTER_COLUMNS : area.columns - left;
    const int used = area_fit(area, row, left, columns, STYLE_STRONG, text);
    area_line(area, row, left + used, columns - used, "_");
    if (!is_applied(journal)) {
        char before[sizeof(journal->applied)];
        snprintf(before, sizeof(before), "%.*s", (int)journal->filter.cursor, text);
        area_cursor(area, row, left + drawn_width(before));
    }
    area_fit(area, row, left + columns + 2, area.columns - left - columns - 2, STYLE_PLAIN,
             is_applied(journal) ? _("matches who and what") : _("Enter looks for it"));
}

/* Which part of the journal it is, when it is not all of it. */
static int draw_scope(const struct app *app, const struct journal_view *journal, struct area area,
                      int row)
{
    char text[FRAME_TEXT_SIZE];
    if (journal_scope_is_all(&journal->scope))
        return 0;
    const int column = 1 + area_text(area, row, 1, STYLE_PLAIN, _("Only:")) + 1;
    journal_scope_text(&journal->scope, app, text);
    area_fit(area, row, column, area.columns - column, STYLE_STRONG, text);
    return 1;
}

static void draw_head(const struct journal_view *journal, struct area area)
{
    char head[JOURNAL_HEAD_TEXT_SIZE], text[FRAME_TEXT_SIZE];
    journal_head_format(head, journal->state.head);
    snprintf(text, sizeof(text), _("The journal is whole.  Entries: %lld.  Its last sum:"),
             journal->state.count);
    const int row = area_paragraph(area, 0, 1, STYLE_PLAIN, text);
    area_paragraph(area, row, 1, STYLE_STRONG, head);
}

static const char *next_of(const struct journal_view *journal)
{
    if (!is_applied(journal))
        return _("Enter looks through the whole journal.");
    if (journal->list.count == 0)
        return _("Ctrl-U empties the filter.");
    return journal->is_more
               ? _("Enter opens this entry.  Type to look for others; older ones follow.")
               : _("Enter opens this entry.  Type whom or what you look for.");
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct journal_view *journal = (const struct journal_view *)view;
    const struct drawing drawing = { app, journal };
    struct area body = frame->body;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Journal"));
    if (journal->is_more)
        snprintf(frame->right, sizeof(frame->right), _("the newest %zu"), journal->list.count);
    else
        snprintf(frame->right, sizeof(frame->right), _("entries: %zu"), journal->list.count);
    snprintf(frame->next, sizeof(frame->next), "%s", next_of(journal));
    const int head = journal->is_verified ? HEAD_ROWS : 0;
    const int top = (body.rows > 14 ? 2 : 1) + draw_scope(app, journal, body, 1);
    list_draw(&journal->list, area_part(body, top, 0, body.rows - top - head, body.columns), true,
              draw_row, &drawing);
    draw_filter(journal, body, 0);
    if (head > 0)
        draw_head(journal, area_part(body, body.rows - head, 0, head, body.columns));
}

/* Letters always go into the filter, arrows into the list. */
static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct journal_view *journal = (struct journal_view *)view;
    bool is_changed = false;
    if (key->code == CODE_ENTER) {
        enter(app, journal);
        return true;
    }
    if (key->code != CODE_LEFT && key->code != CODE_RIGHT &&
        list_handle(&journal->list, key, PAGE)) {
        read_more(app, journal);
        return true;
    }
    return text_input_handle(&journal->filter, key, &is_changed);
}

static void release(struct view *view)
{
    struct journal_view *journal = (struct journal_view *)view;
    text_input_release(&journal->filter);
    free(journal->rows);
}

/* ---- its keys */

static const struct action action_verify = { "verify_journal", NC_("key bar", "Check"),
                                             N_("Check that nobody changed, removed or added "
                                                "entries") };

static const struct action action_kind = { "journal_kind", NC_("key bar", "Kind"),
                                           N_("Only changes, reads, outputs, access...") };
static const struct action action_days = { "journal_days", NC_("key bar", "Days"),
                                           N_("The journal by days") };
static const struct action action_users = { "journal_users", NC_("key bar", "Users"),
                                            N_("The journal by users") };
static const struct action action_head = { "journal_head", NC_("key bar", "Head"),
                                           N_("The head of the journal, for the paper and from "
                                              "it") };

static void next_kind(struct app *app, struct view *view)
{
    struct journal_view *journal = (struct journal_view *)view;
    journal_scope_next_kind(&journal->scope);
    journal_scope_write(&journal->scope, &view->place);
    app_keep_place(app);
    journal->wanted = READ_AT_ONCE;
    journal->list.selected = 0;
    app_reload(app, view);
}

static void show_days(struct app *app, struct view *view)
{
    const struct place place = view->place;
    app_open(app, &journal_days_view_class, &place);
}

static void show_users(struct app *app, struct view *view)
{
    const struct place place = view->place;
    app_open(app, &journal_users_view_class, &place);
}

/* All that was done to one person is not much: it needs no counting. */
static bool is_of_all(const struct app *app, const struct view *view)
{
    (void)app;
    return view->place.subject[0] == '\0';
}

static void show_head(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &journal_head_view_class, NULL);
}

static bool has_filter(const struct app *app, const struct view *view)
{
    (void)app;
    const struct journal_view *journal = (const struct journal_view *)view;
    return !journal_scope_is_all(&journal->scope) || text_input_text(&journal->filter)[0] != '\0';
}

static void empty_filter(struct app *app, struct view *view)
{
    struct journal_view *journal = (struct journal_view *)view;
    text_input_clear(&journal->filter);
    view->place = (struct place){ .subject = "" };
    app_keep_place(app);
    apply(app, journal);
}

static const struct binding keymap[] = {
    { "<F2>", &action_kind, next_kind, NULL },
    { "<F4>", &action_days, show_days, is_of_all },
    { "<F5>", &action_users, show_users, is_of_all },
    { "<F6>", &action_verify, verify, NULL },
    { "<F7>", &action_head, show_head, NULL },
    { "<C-u>", &action_clear, empty_filter, has_filter },
    { .action = NULL },
};

const struct view_class journal_view_class = {
    .name = "journal",
    .about = N_("Who did what, and when.  Nobody can change or remove an entry without being "
                "noticed: each one holds a sum over all before it, and F6 checks them.  Whoever "
                "notes the last sum on paper can tell later whether the journal is still the same "
                "one."),
    .size = sizeof(struct journal_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
