/* SPDX-License-Identifier: Apache-2.0 */

/* My day: what is late, due, new, to be done and waited for, and forms that are not finished. */
#include "base/ascii.h"
#include "casefile/approval.h"
#include "language.h"
#include "view/home_private.h"
#include "view/view_list.h"
#include "widget/sections.h"
#include "wording/day_text.h"
#include "wording/due_text.h"

#include <stdio.h>
#include <string.h>

enum {
    DIGITS = 9,
    DIGIT_COLUMNS = 3,
    WHEN_COLUMNS = 13,
    NUMBER_COLUMNS = 23, /* KZ-ALMATYVK-2026-000117 */
    NAME_COLUMNS = 20,
    NAME_COLUMNS_WIDE = 32,
    WIDE = 100,
    NARROW = 66, /* below that without the number */
    ROWS_ROOMY = 14,
    COUNT_SIZE = 32,
};

/* What one has to be told of, emergencies, drafts, whom to call back, what supervision brings, and
 * the groups of the day. */
enum {
    SECTION_ALERTS,
    SECTION_GLASS,
    SECTION_DRAFTS,
    SECTION_CALL_BACKS,
    SECTION_WATCHES,
    SECTION_DAY,
    SECTION_COUNT = SECTION_DAY + DAY_GROUP_COUNT
};

enum whose { WHOSE_MINE, WHOSE_EVERYBODY, WHOSE_NOBODY, WHOSE_COUNT };

static const struct {
    const char *word; /* as it is remembered */
    const char *title;
    const char *empty;
} whoses[] = {
    [WHOSE_MINE] = { "mine", N_("MY DAY"),
                     N_("Nothing is to be done today.  N takes in a new person, C shows all "
                        "cases, U shows what nobody has yet.") },
    [WHOSE_EVERYBODY] = { "everybody", N_("EVERYBODY'S DAY"),
                          N_("Nothing is to be done today in this office.") },
    [WHOSE_NOBODY] = { "nobody", N_("NOBODY'S WORK"),
                       N_("Nothing waits for somebody to take "
                          "it.") },
};
_Static_assert(sizeof(whoses) / sizeof(whoses[0]) == WHOSE_COUNT, "everybody has a word");

struct home_view {
    struct view view;
    enum whose whose;
    struct home_rows rows;
    struct section sections[SECTION_COUNT];
    char remarks[DAY_GROUP_COUNT][COUNT_SIZE * 2]; /* "and more: 12" */
    int counts[DAY_GROUP_COUNT];
    char backup[FRAME_TEXT_SIZE];
    char silence[FRAME_TEXT_SIZE]; /* how many referrals had no answer in time; "": none */
    struct list list;
};

static const char memory[] = "home";

/* ---- loading */

static enum whose whose_recall(const struct app *app)
{
    const char *word = app_recall(app, memory, "whose");
    for (int i = 0; i < WHOSE_COUNT && word != NULL; i++)
        if (strcmp(whoses[i].word, word) == 0)
            return (enum whose)i;
    return WHOSE_MINE;
}

static void count_text(char out[COUNT_SIZE], int count)
{
    snprintf(out, COUNT_SIZE, "%d%s", count, count >= DAY_COUNT_MAX ? "+" : "");
}

static void sections_make(struct home_view *home, const struct day_list *day, size_t watches)
{
    char more[COUNT_SIZE];
    home->sections[SECTION_ALERTS] =
        (struct section){ .heading = _("YOU HAVE TO KNOW"), .count = home->rows.alert_count };
    home->sections[SECTION_GLASS] =
        (struct section){ .heading = _("OPENED IN AN EMERGENCY"), .count = home->rows.glass_count };
    home->sections[SECTION_DRAFTS] =
        (struct section){ .heading = _("NOT FINISHED"), .count = home->rows.draft_count };
    home->sections[SECTION_CALL_BACKS] =
        (struct section){ .heading = _("CALL BACK"), .count = home->rows.call_back_count };
    home->sections[SECTION_WATCHES] =
        (struct section){ .heading = _("TO LOOK AFTER"), .count = watches };
    memcpy(home->counts, day->counts, sizeof(home->counts));
    for (int i = 0; i < DAY_GROUP_COUNT; i++) {
        struct section *section = &home->sections[SECTION_DAY + i];
        *section = (struct section){ .heading = day_text_heading((enum day_group)i) };
        for (size_t at = 0; at < day->count; at++)
            section->count += (int)day->items[at].group == i;
        const int rest = day->counts[i] - (int)section->count;
        if (rest <= 0)
            continue;
        count_text(more, rest);
        snprintf(home->remarks[i], sizeof(home->remarks[i]), "%s %s%s", _("and more:"), more,
                 day->counts[i] >= DAY_COUNT_MAX ? "+" : "");
        section->remark = home->remarks[i];
    }
}

/* Marks again what was marked, wherever it stands now. */
static void mark(struct home_view *home, const struct place *place)
{
    for (size_t i = 0; i < home->rows.count && place->subject[0] != '\0'; i++)
        if (strcmp(home->rows.items[i].place.subject, place->subject) == 0 &&
            strcmp(home->rows.items[i].place.detail, place->detail) == 0) {
            home->list.selected = i;
            return;
        }
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct home_view *home = (struct home_view *)view;
    struct day_list day = { .items = NULL };
    struct place marked = { .subject = "" };
    size_t watches = 0;
    if (home->list.selected > 0)
        marked = home->rows.items[home->list.selected].place;
    home->whose = whose_recall(app);
    const struct day_question question = {
        .user_id = home->whose == WHOSE_MINE ? app_session(app)->desk.desk.actor : NULL,
        .is_unassigned = home->whose == WHOSE_NOBODY,
        .today = app_today(app),
    };
    /* Whoever holds the recovery sheet sees nothing of the people. */
    const bool may_read = session_may(app_session(app), ACT_READ_CASES);
    enum status status = session_renew_users(app_session(app), error);
    home_rows_release(&home->rows);
    if (status == STATUS_OK && may_read)
        status = day_list_load(app_store(app), &question, &day, error);
    if (status == STATUS_OK && may_read && home->whose == WHOSE_MINE)
        status = home_rows_add_alerts(&home->rows, app, error);
    if (status == STATUS_OK && home->whose == WHOSE_MINE && may_read)
        status = home_rows_add_glass(&home->rows, app, error);
    if (status == STATUS_OK && home->whose == WHOSE_MINE)
        status = home_rows_add_drafts(&home->rows, app, error);
    if (status == STATUS_OK && home->whose == WHOSE_MINE &&
        session_may(app_session(app), ACT_LOG_CONTACTS))
        status = home_rows_add_call_backs(&home->rows, app, error);
    if (status == STATUS_OK && may_read && home->whose == WHOSE_MINE)
        status = home_rows_add_watches(&home->rows, app, &watches, error);
    if (status == STATUS_OK)
        status = home_rows_add_day(&home->rows, app, &day, error);
    if (status == STATUS_OK)
        sections_make(home, &day, watches);
    day_list_release(&day);
    home_backup_text(home->backup, app);
    home->silence[0] = '\0';
    if (status == STATUS_OK && may_read)
        status = home_silence_text(home->silence, app, error);
    list_set_count(&home->list, home->rows.count);
    mark(home, &marked);
    return status;
}

static void release(struct view *view)
{
    home_rows_release(&((struct home_view *)view)->rows);
}

/* ---- drawing */

/* "MY DAY   2 overdue   5 today and soon" */
static void draw_counts(const struct home_view *home, struct area row)
{
    char count[COUNT_SIZE], text[FRAME_TEXT_SIZE];
    int column = 1 + area_text(row, 0, 1, STYLE_STRONG, language_text(whoses[home->whose].title));
    for (int i = 0; i < DAY_GROUP_COUNT; i++) {
        if (home->counts[i] == 0)
            continue;
        count_text(count, home->counts[i]);
        snprintf(text, sizeof(text), "%s %s", count, day_text_count((enum day_group)i));
        if (column + 3 + drawn_width(text) > row.columns)
            return;
        column += 3;
        column += area_text(row, 0, column, i == DAY_OVERDUE ? STYLE_ALERT : STYLE_PLAIN, text);
    }
}

/* The widest of what is shown in a column. */
static int columns_of(const struct home_view *home, const char *(*text_of)(const struct home_row *),
                      int most)
{
    int widest = 0;
    for (size_t i = 0; i < home->rows.count; i++) {
        const int width = drawn_width(text_of(&home->rows.items[i]));
        widest = width > widest ? width : widest;
    }
    return widest < most ? widest : most;
}

static const char *when_of(const struct home_row *row)
{
    return row->when;
}

static const char *number_of(const struct home_row *row)
{
    return row->number;
}

static const char *short_number_of(const struct home_row *row)
{
    return case_number_short(row->number);
}

/* That it is urgent is always said, even where the title is cut: it is why the line stands before
 * others that are later. */
static void draw_title(const struct home_row *entry, struct area area)
{
    int column = 0;
    if (entry->is_urgent)
        column = area_fit(area, 0, 0, area.columns, STYLE_PLAIN, _("urgent: "));
    area_fit(area, 0, column, area.columns - column, STYLE_PLAIN, entry->title);
}

static void draw_row(const void *self, struct area row, size_t index)
{
    const struct home_view *home = self;
    const struct home_row *entry = &home->rows.items[index];
    const bool is_wide = row.columns >= WIDE;
    const char *(*const number)(const struct home_row *) = is_wide ? number_of : short_number_of;
    const int name_columns = is_wide ? NAME_COLUMNS_WIDE : NAME_COLUMNS;
    const int numbers = row.columns < NARROW ? 0 : columns_of(home, number, NUMBER_COLUMNS);
    int column = DIGIT_COLUMNS;
    char digit[] = { (char)('1' + index), '\0' };
    if (index < DIGITS)
        area_text(row, 0, 0, STYLE_PLAIN, digit);
    area_fit(row, 0, column, WHEN_COLUMNS, entry->is_late ? STYLE_ALERT : STYLE_PLAIN, entry->when);
    column += columns_of(home, when_of, WHEN_COLUMNS) + 1;
    /* What belongs to nobody's casefile has the whole line. */
    if (entry->name != NULL || entry->number[0] != '\0') {
        area_fit(row, 0, column, name_columns, STYLE_PLAIN, entry->name == NULL ? "" : entry->name);
        column += name_columns + 1;
        if (numbers > 0)
            area_fit(row, 0, column, numbers, STYLE_PLAIN, number(entry));
        column += numbers > 0 ? numbers + 1 : 0;
    }
    draw_title(entry, area_part(row, 0, column, 1, row.columns - column));
}

static bool may_read_cases(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_READ_CASES);
}

/* The letters that do something, and how old the last backup is. */
static void draw_letters(const struct app *app, const struct home_view *home, struct area row)
{
    static const struct {
        const char *letter;
        const char *text;
        bool (*is_there)(const struct app *app, const struct view *view);
    } letters[] = {
        { "N", N_("new person"), app_may_keep_people }, { "C", N_("all cases"), may_read_cases },
        { "T", N_("own tasks"), may_read_cases },       { "M", N_("mine"), may_read_cases },
        { "E", N_("everybody's"), may_read_cases },     { "U", N_("nobody's"), may_read_cases },
    };
    int column = 3;
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
        const char *text = language_text(letters[i].text);
        if (!letters[i].is_there(app, &home->view))
            continue;
        if (column + 2 + drawn_width(text) > row.columns)
            break;
        column += area_text(row, 0, column, STYLE_STRONG, letters[i].letter) + 1;
        column += area_text(row, 0, column, STYLE_PLAIN, text) + 2;
    }
    if (home->silence[0] != '\0' && row.rows > 1) {
        area_text(row, 1, 3, STYLE_STRONG, "R");
        area_fit(row, 1, 5, row.columns - 6, STYLE_ALERT, home->silence);
    }
    if (home->backup[0] != '\0')
        area_fit(row, row.rows - 1, 3, row.rows > 1 ? row.columns - 4 : 0, STYLE_PLAIN,
                 home->backup);
}

static void write_right(const struct app *app, char out[FRAME_TEXT_SIZE])
{
    char day[DUE_TEXT_SIZE];
    due_text_full(day, app_today(app));
    snprintf(out, FRAME_TEXT_SIZE, "%s   %s", session_user_name(app_session_of(app)), day);
}

static void write_next(const struct home_view *home, char out[FRAME_TEXT_SIZE])
{
    const char *text = home->list.count == 0 ? _("N takes in a new person, F3 finds anything.")
                       : home->list.selected < home->rows.alert_count
                           ? _("Enter opens the casefile, S says that you have seen it.")
                       : home->list.selected < home->rows.alert_count + home->rows.glass_count
                           ? _("Enter opens the casefile.   X marks this as seen.")
                       : home->list.selected < home->rows.alert_count + home->rows.glass_count +
                                                   home->rows.draft_count
                           ? _("Enter goes on with what was begun.")
                           : _("Enter opens the marked line; its number does so too.");
    snprintf(out, FRAME_TEXT_SIZE, "%s", text);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct home_view *home = (const struct home_view *)view;
    const struct area body = frame->body;
    const bool is_roomy = body.rows >= ROWS_ROOMY;
    const int bottom =
        body.rows < 6 ? 0 : 1 + (home->backup[0] != '\0') + (home->silence[0] != '\0') + is_roomy;
    const int top = is_roomy ? 2 : 1;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Home"));
    write_right(app, frame->right);
    write_next(home, frame->next);
    draw_counts(home, area_part(body, 0, 0, 1, body.columns));
    const struct area middle = area_part(body, top, 0, body.rows - top - bottom, body.columns - 1);
    if (home->rows.count == 0)
        area_paragraph(middle, 0, 3, STYLE_PLAIN, language_text(whoses[home->whose].empty));
    sections_draw(&home->list, home->sections, SECTION_COUNT, middle, true, draw_row, home);
    if (bottom > 0)
        draw_letters(
            app, home,
            area_part(body, body.rows - bottom + is_roomy, 0, bottom - is_roomy, body.columns));
}

/* ---- keys */

static void open_row(struct app *app, struct home_view *home, size_t index)
{
    if (index >= home->rows.count)
        return;
    home->list.selected = index;
    struct error error = { 0 };
    const struct home_row row = home->rows.items[index];
    if (row.is_answer && approval_mark_seen(app_desk(app), row.place.subject, &error) != STATUS_OK)
        app_fail(app, &error);
    app_open(app, row.class, &row.place);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct home_view *home = (struct home_view *)view;
    if (list_handle(&home->list, key, DIGITS + 1))
        return true;
    if (key->code == CODE_ENTER)
        open_row(app, home, home->list.selected);
    else if (key->code == CODE_TEXT && ascii_is_digit(key->text[0]) && key->text[0] != '0')
        open_row(app, home, (size_t)(key->text[0] - '1'));
    else
        return false;
    return true;
}

static void whose_set(struct app *app, struct view *view, enum whose whose)
{
    struct home_view *home = (struct home_view *)view;
    app_remember(app, memory, "whose", whoses[whose].word);
    home->list.selected = 0;
    app_reload(app, view);
}

static void show_referrals(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &referral_view_class, NULL);
}

static void show_mine(struct app *app, struct view *view)
{
    whose_set(app, view, WHOSE_MINE);
}

static void show_everybody(struct app *app, struct view *view)
{
    whose_set(app, view, WHOSE_EVERYBODY);
}

static void show_nobody(struct app *app, struct view *view)
{
    whose_set(app, view, WHOSE_NOBODY);
}

static void open_new(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &intake_view_class, NULL);
}

static void open_cases(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &cases_view_class, NULL);
}

static void open_tasks(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &tasks_view_class, NULL);
}

static void open_supervision(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &supervision_view_class, NULL);
}

static bool may_supervise(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_SUPERVISE);
}

static bool is_at_alert(const struct app *app, const struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    (void)app;
    return home->list.selected < home->rows.alert_count;
}

static void see_alert(struct app *app, struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    home_alert_ask(app, &home->rows.items[home->list.selected]);
}

static const struct action action_seen = { "alert_seen", NC_("key bar", "Seen"),
                                           N_("Say that you have seen the marked alert") };
static bool is_glass(const struct app *app, const struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    (void)app;
    return home->list.selected >= home->rows.alert_count &&
           home->list.selected < home->rows.alert_count + home->rows.glass_count;
}

static void see_glass(struct app *app, struct view *view)
{
    const struct home_view *home = (const struct home_view *)view;
    home_see_glass(app, view, &home->rows.items[home->list.selected]);
}

static const struct action action_glass_seen = {
    "glass_seen", NC_("key bar", "Seen"),
    N_("You have looked at this emergency: it goes from "
       "everybody's day")
};
static const struct action action_cases = { "cases", NC_("key bar", "Cases"),
                                            N_("Show all cases, with a filter") };
static const struct action action_tasks = { "tasks", NC_("key bar", "Tasks"),
                                            N_("Show your own tasks, and write new ones") };
static const struct action action_mine = { "mine", NC_("key bar", "Mine"),
                                           N_("Show your own day") };
static const struct action action_everybody = { "everybody", NC_("key bar", "All"),
                                                N_("Show everybody's day") };
static const struct action action_nobody = { "nobody", NC_("key bar", "Free"),
                                             N_("Show the work that nobody has yet") };

static const struct action action_referrals = {
    "referrals", NC_("key bar", "Refer"), N_("Referrals for which an answer or the sending is due")
};

static const struct binding keymap[] = {
    { "s", &action_seen, see_alert, is_at_alert },
    { "n", &action_new_person, open_new, app_may_keep_people },
    { "c", &action_cases, open_cases, may_read_cases },
    { "t", &action_tasks, open_tasks, may_read_cases },
    { "m", &action_mine, show_mine, may_read_cases },
    { "e", &action_everybody, show_everybody, may_read_cases },
    { "u", &action_nobody, show_nobody, may_read_cases },
    { "r", &action_referrals, show_referrals, may_read_cases },
    { "s", &action_supervision, open_supervision, may_supervise },
    { "x", &action_glass_seen, see_glass, is_glass },
    { .action = NULL },
};

const struct view_class home_view_class = {
    .name = "home",
    .about = N_("What you have to do today: the late first, then what is due, what is new, what "
                "can be done at any time, and who is waited for."),
    .size = sizeof(struct home_view),
    .keymap = keymap,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
