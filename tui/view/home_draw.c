/* SPDX-License-Identifier: Apache-2.0 */

/* The drawing of "my day": its sections, its lines, and what stands above and below them. */
#include "language.h"
#include "view/home_private.h"
#include "wording/day_text.h"
#include "wording/due_text.h"

#include <stdio.h>
#include <string.h>

enum {
    DIGIT_COLUMNS = 3,
    WHEN_COLUMNS = 13,
    NUMBER_COLUMNS = 23, /* KZ-ALMATYVK-2026-000117 */
    NAME_COLUMNS = 20,
    NAME_COLUMNS_WIDE = 32,
    WIDE = 100,
    NARROW = 66, /* below that without the number */
    ROWS_ROOMY = 14,
};

static const struct {
    const char *title;
    const char *empty;
} texts[] = {
    [WHOSE_MINE] = { N_("MY DAY"), N_("Nothing is to be done today.  N takes in a new person, C "
                                      "shows all cases, U shows what nobody has yet.") },
    [WHOSE_EVERYBODY] = { N_("EVERYBODY'S DAY"),
                          N_("Nothing is to be done today in this office.") },
    [WHOSE_NOBODY] = { N_("NOBODY'S WORK"), N_("Nothing waits for somebody to take it.") },
};
_Static_assert(sizeof(texts) / sizeof(texts[0]) == WHOSE_COUNT, "every day has its texts");

/* ---- sections */

static void count_text(char out[HOME_COUNT_SIZE], int count)
{
    snprintf(out, HOME_COUNT_SIZE, "%d%s", count, count >= DAY_COUNT_MAX ? "+" : "");
}

void home_sections_make(struct home_view *home, const struct day_list *day, size_t watches)
{
    char more[HOME_COUNT_SIZE];
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

/* ---- drawing */

/* "MY DAY   2 overdue   5 today and soon" */
static void draw_counts(const struct home_view *home, struct area row)
{
    char count[HOME_COUNT_SIZE], text[FRAME_TEXT_SIZE];
    int column = 1 + area_text(row, 0, 1, STYLE_STRONG, language_text(texts[home->whose].title));
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
    if (index < HOME_DIGITS)
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

/* The letters that do something, and how old the last backup is. */
static void draw_letters(const struct app *app, const struct home_view *home, struct area row)
{
    static const struct {
        const char *letter;
        const char *text;
        bool (*is_there)(const struct app *app, const struct view *view);
    } letters[] = {
        { "N", N_("new person"), app_may_keep_people },
        { "C", N_("all cases"), home_may_read_cases },
        { "T", N_("own tasks"), home_may_read_cases },
        { "M", N_("mine"), home_may_read_cases },
        { "E", N_("everybody's"), home_may_read_cases },
        { "U", N_("nobody's"), home_may_read_cases },
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

void home_draw(const struct app *app, const struct view *view, struct frame *frame)
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
        area_paragraph(middle, 0, 3, STYLE_PLAIN, language_text(texts[home->whose].empty));
    sections_draw(&home->list, home->sections, SECTION_COUNT, middle, true, draw_row, home);
    if (bottom > 0)
        draw_letters(
            app, home,
            area_part(body, body.rows - bottom + is_roomy, 0, bottom - is_roomy, body.columns));
}
