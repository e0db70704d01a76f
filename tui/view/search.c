/* SPDX-License-Identifier: Apache-2.0 */

/* One box for everything: people, cases, notes, papers and commands. */
#include "view/search_private.h"

#include "base/ascii.h"
#include "base/text.h"
#include "language.h"
#include "view/view_list.h"
#include "widget/filter_line.h"
#include "widget/sections.h"
#include "wording/due_text.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum {
    DIGITS = 9,
    DIGIT_COLUMNS = 3,
    NAME_COLUMNS = 22,
    NAME_COLUMNS_WIDE = 34,
    BIRTH_COLUMNS = 10,
    NUMBER_COLUMNS = 11,
    NUMBER_COLUMNS_WIDE = 20,
    NOTE_COLUMNS = 12,
    KEY_COLUMNS = 8,
    WIDE = 100,
    NARROW = 62, /* below that without the birth date */
    ROWS_HINT = 15,
    HINT_ROWS = 3,
    LETTERS_MIN = 2, /* one says nothing about a name yet */
};

struct search_view {
    struct view view;
    struct filter_line box;
    bool is_stale; /* something was typed since the rows were found */
    struct search_rows rows;
    struct section sections[SEARCH_GROUP_COUNT];
    char twins[FRAME_TEXT_SIZE]; /* "1 and 2 have the same birth date..." */
    struct list list;
};

/* ---- finding */

static const char *people_remark(struct search_view *search)
{
    const size_t begin = search_rows_begin(&search->rows, SEARCH_PEOPLE);
    for (size_t i = begin; i < begin + search->rows.counts[SEARCH_PEOPLE]; i++) {
        const size_t twin = search_rows_twin(&search->rows, i);
        if (twin == SEARCH_NOBODY)
            continue;
        snprintf(search->twins, sizeof(search->twins),
                 _("%zu and %zu have the same birth date.  F6 compares them."), i + 1, twin + 1);
        return search->twins;
    }
    return search->rows.has_more_people
               ? _("There are more: type more of the name, or add the birth year.")
               : NULL;
}

static void sections_make(struct search_view *search, bool is_empty)
{
    const char *const headings[SEARCH_GROUP_COUNT] = {
        [SEARCH_CASES] = _("CASES"),
        [SEARCH_PEOPLE] = is_empty ? _("OPENED LATELY") : _("PEOPLE"),
        [SEARCH_RECORDS] = _("NOTES, DOCUMENTS"),
        [SEARCH_COMMANDS] = _("COMMANDS"),
    };
    for (size_t i = 0; i < SEARCH_GROUP_COUNT; i++) {
        const enum search_group group = search_rows_group(&search->rows, i);
        search->sections[i] =
            (struct section){ .heading = headings[group], .count = search->rows.counts[group] };
        if (group == SEARCH_PEOPLE && !is_empty)
            search->sections[i].remark = people_remark(search);
    }
}

static enum status find_typed(struct app *app, struct search_view *search, const char *text,
                              struct error *error)
{
    struct search_rows *rows = &search->rows;
    enum status status = STATUS_OK;
    rows->is_command_first = search_is_command(app, text);
    if (rows->is_command_first)
        search_rows_add_commands(rows, app, &search->view, text);
    if (session_may(app_session(app), ACT_READ_CASES))
        status = search_rows_add_cases(rows, app, text, error);
    if (status == STATUS_OK && text_length(text) >= LETTERS_MIN &&
        session_may(app_session(app), ACT_READ_PEOPLE))
        status = search_rows_add_people(rows, app, text, error);
    if (status == STATUS_OK)
        status = search_rows_add_records(rows, app, text, error);
    if (!rows->is_command_first)
        search_rows_add_commands(rows, app, &search->view, text);
    return status;
}

static void find(struct app *app, struct search_view *search)
{
    struct error error = { 0 };
    const char *text = filter_line_text(&search->box);
    const bool is_empty = text[strspn(text, " ")] == '\0';
    enum status status = STATUS_OK;
    search->is_stale = false;
    search->twins[0] = '\0';
    search_rows_release(&search->rows);
    if (is_empty)
        search_rows_add_recent(&search->rows, app);
    else
        status = find_typed(app, search, text, &error);
    if (status != STATUS_OK)
        app_fail(app, &error);
    list_set_count(&search->list, search->rows.count);
    sections_make(search, is_empty);
}

static void prepare(struct app *app, struct view *view)
{
    struct search_view *search = (struct search_view *)view;
    if (search->is_stale)
        find(app, search);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct search_view *search = (struct search_view *)view;
    (void)app;
    (void)error;
    if (!view->is_loaded)
        filter_line_set(&search->box, view->place.detail);
    search->is_stale = true;
    return STATUS_OK;
}

static void release(struct view *view)
{
    struct search_view *search = (struct search_view *)view;
    search_rows_release(&search->rows);
    filter_line_release(&search->box);
}

/* ---- drawing */

/* "F4" of "<F4>". */
static void draw_key(const char *key, struct area row, int column)
{
    char text[KEY_TEXT_SIZE];
    snprintf(text, sizeof(text), "%s", key[0] == '<' && key[1] != '\0' ? key + 1 : key);
    if (key[0] == '<')
        text[strcspn(text, ">")] = '\0';
    area_fit(row, 0, column, row.columns - column, STYLE_STRONG, text);
}

static void draw_command(const struct search_row *entry, struct area row)
{
    const int room = row.columns - DIGIT_COLUMNS - KEY_COLUMNS;
    area_fit(row, 0, DIGIT_COLUMNS, room, STYLE_PLAIN, entry->name);
    if (entry->key != NULL)
        draw_key(entry->key, row, DIGIT_COLUMNS + room + 1);
}

/* One column, as far as there is room; returns where the next one begins. */
static int draw_column(struct area row, int column, int columns, const char *text)
{
    if (column < row.columns)
        area_fit(row, 0, column, columns, STYLE_PLAIN, text == NULL ? "" : text);
    return column + columns + 1;
}

static int draw_number(const struct search_row *entry, struct area row, int column)
{
    const bool is_wide = row.columns >= WIDE;
    return draw_column(row, column, is_wide ? NUMBER_COLUMNS_WIDE : NUMBER_COLUMNS,
                       is_wide ? entry->number : case_number_short(entry->number));
}

static void draw_person(const struct search_row *entry, struct area row)
{
    const bool is_day = entry->has_birth && entry->birth.precision == DATE_PRECISION_DAY;
    char birth[DATE_TEXT_SIZE] = "", full[DUE_TEXT_SIZE];
    if (entry->has_birth) {
        date_format(birth, entry->birth);
        due_text_full(full, entry->birth.day);
    }
    int column = draw_column(row, DIGIT_COLUMNS,
                             row.columns >= WIDE ? NAME_COLUMNS_WIDE : NAME_COLUMNS, entry->name);
    if (row.columns >= NARROW)
        column = draw_column(row, column, BIRTH_COLUMNS, is_day ? full : birth);
    column = draw_number(entry, row, column);
    draw_column(row, column, row.columns - column, entry->about);
}

/* A case, a note or a paper; that one belongs to no case. */
static void draw_record(const struct search_row *entry, struct area row)
{
    int column = DIGIT_COLUMNS;
    if (entry->number[0] != '\0')
        column = draw_number(entry, row, column);
    column = draw_column(
        row, column, entry->class == &notes_view_class ? NOTE_COLUMNS : NAME_COLUMNS, entry->name);
    draw_column(row, column, row.columns - column, entry->about);
}

static bool is_of(const struct search_rows *rows, enum search_group group, size_t index)
{
    const size_t begin = search_rows_begin(rows, group);
    return index >= begin && index < begin + rows->counts[group];
}

static void draw_row(const void *self, struct area row, size_t index)
{
    const struct search_view *search = self;
    const struct search_row *entry = &search->rows.items[index];
    const struct search_rows *rows = &search->rows;
    char digit[] = { (char)('1' + index), '\0' };
    if (index < DIGITS)
        area_text(row, 0, 0, STYLE_STRONG, digit);
    if (is_of(rows, SEARCH_PEOPLE, index))
        draw_person(entry, row);
    else if (is_of(rows, SEARCH_CASES, index) || is_of(rows, SEARCH_RECORDS, index))
        draw_record(entry, row);
    else
        draw_command(entry, row);
}

/* Commands are always there: that nobody is must be said. */
static bool is_nobody_there(const struct search_view *search)
{
    const struct search_rows *rows = &search->rows;
    return !rows->is_command_first && text_length(filter_line_text(&search->box)) >= LETTERS_MIN &&
           rows->counts[SEARCH_PEOPLE] + rows->counts[SEARCH_CASES] +
                   rows->counts[SEARCH_RECORDS] ==
               0;
}

static int draw_nobody(const struct search_view *search, struct area area, int row)
{
    if (!is_nobody_there(search))
        return 0;
    return area_paragraph(area, row, 1, STYLE_PLAIN,
                          _("Nobody of that name, birth date or number was found.  Try fewer "
                            "letters."));
}

static void draw_hint(const struct search_view *search, struct area area)
{
    const bool is_empty = filter_line_text(&search->box)[0] == '\0';
    area_paragraph(area, 0, 0, STYLE_PLAIN,
                   !is_empty && search->rows.count == 0
                       ? _("Nothing was found.  Try fewer letters, or only the birth date.")
                       : _("Latin and Cyrillic spellings find each other.  Dates: 14.06.1991 or "
                           "140691.  Numbers: the last 4 digits are enough.  Commands too: lock, "
                           "backup..."));
}

static void write_edges(const struct search_view *search, struct frame *frame)
{
    const unsigned long count = search->rows.count;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Search"));
    if (filter_line_text(&search->box)[0] != '\0')
        snprintf(frame->right, sizeof(frame->right),
                 language_plural("%lu result", "%lu results", count), count);
    snprintf(frame->next, sizeof(frame->next), "%s",
             count == 0              ? _("type a name, a number, a date, a word or a command.")
             : search->box.is_typing ? _("Enter opens result 1.  Down arrow goes into the list.")
                                     : _("Enter opens the marked result; its number does so too."));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct search_view *search = (const struct search_view *)view;
    const struct area body = frame->body;
    (void)app;
    write_edges(search, frame);
    const int hint = body.rows >= ROWS_HINT ? HINT_ROWS : 0;
    const bool is_roomy = body.rows >= ROWS_HINT;
    int top = is_roomy ? 2 : 1;
    const int nobody = draw_nobody(search, body, top);
    top += nobody + (nobody > 0 && is_roomy);
    sections_draw(&search->list, search->sections, SEARCH_GROUP_COUNT,
                  area_part(body, top, 0, body.rows - top - hint, body.columns - 1), true, draw_row,
                  search);
    if (hint > 0 || search->rows.count == 0)
        draw_hint(search, area_part(body, hint > 0 ? body.rows - hint + 1 : top, 3, HINT_ROWS,
                                    body.columns - 4));
    filter_line_draw(&search->box, area_part(body, 0, 0, 1, body.columns), _("Find"), NULL);
}

/* ---- keys */

static void choose(struct app *app, struct view *view, size_t index)
{
    struct search_view *search = (struct search_view *)view;
    prepare(app, view);
    if (index >= search->rows.count)
        return;
    const struct search_row row = search->rows.items[index];
    search->list.selected = index;
    if (row.class != NULL) {
        app_open(app, row.class, &row.place);
        return;
    }
    /* Commands are given to the view below. */
    app_back(app);
    struct view *below = app_top(app);
    if (row.run != NULL)
        row.run(app, below);
    else if (row.binding != NULL && below->class->keymap != NULL &&
             binding_is_there(row.binding, app, below))
        row.binding->run(app, below);
}

/* A longer text is not kept: half a letter is none. */
static void keep_place(struct search_view *search)
{
    const char *text = filter_line_text(&search->box);
    snprintf(search->view.place.detail, PLACE_DETAIL_SIZE, "%s",
             strlen(text) < PLACE_DETAIL_SIZE ? text : "");
}

static bool handle_list(struct app *app, struct search_view *search, const struct key *key)
{
    if (key->code == CODE_UP && search->list.selected == 0) {
        search->box.is_typing = true;
        return true;
    }
    if (key->code != CODE_UP && key->code != CODE_DOWN && key->code != CODE_PAGE_UP &&
        key->code != CODE_PAGE_DOWN)
        return false;
    prepare(app, &search->view);
    search->box.is_typing = search->rows.count == 0;
    return list_handle(&search->list, key, DIGITS);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct search_view *search = (struct search_view *)view;
    bool is_changed = false;
    const bool is_digit = key->code == CODE_TEXT && ascii_is_digit(key->text[0]);
    if (handle_list(app, search, key))
        return true;
    if (key->code == CODE_ENTER) {
        choose(app, view, search->box.is_typing ? 0 : search->list.selected);
        return true;
    }
    if (is_digit && !search->box.is_typing && key->text[0] != '0') {
        choose(app, view, (size_t)(key->text[0] - '1'));
        return true;
    }
    if (!filter_line_handle(&search->box, key, &is_changed))
        return false;
    if (is_changed) {
        search->is_stale = true;
        search->list.selected = 0;
        keep_place(search);
    }
    return true;
}

static void empty_box(struct app *app, struct view *view)
{
    struct search_view *search = (struct search_view *)view;
    (void)app;
    filter_line_set(&search->box, "");
    search->list.selected = 0;
    search->is_stale = true;
    keep_place(search);
}

static bool has_twin(const struct app *app, const struct view *view)
{
    const struct search_view *search = (const struct search_view *)view;
    (void)app;
    return search_rows_twin(&search->rows, search->list.selected) != SEARCH_NOBODY ||
           search->twins[0] != '\0';
}

/* The marked person with the other one of that birth date; else the first two that have one. */
static void compare(struct app *app, struct view *view)
{
    struct search_view *search = (struct search_view *)view;
    size_t index = search->list.selected;
    prepare(app, view);
    if (search_rows_twin(&search->rows, index) == SEARCH_NOBODY)
        for (index = 0; index < search->rows.count; index++)
            if (search_rows_twin(&search->rows, index) != SEARCH_NOBODY)
                break;
    const size_t twin = search_rows_twin(&search->rows, index);
    if (twin == SEARCH_NOBODY) {
        app_say(app, _("No two of these people have the same birth date."));
        return;
    }
    struct place place = search->rows.items[index].place;
    snprintf(place.detail, sizeof(place.detail), "%s", search->rows.items[twin].place.subject);
    app_open(app, &compare_view_class, &place);
}

static void new_person(struct app *app, struct view *view)
{
    struct search_view *search = (struct search_view *)view;
    const char *text = filter_line_text(&search->box);
    struct place place = { .subject = "" };
    if (strlen(text) < sizeof(place.detail) && strpbrk(text, "0123456789") == NULL)
        memcpy(place.detail, text, strlen(text) + 1);
    app_open(app, &intake_view_class, &place);
}

static const struct binding keymap[] = {
    { "<F3>", &action_clear, empty_box, NULL },
    { "<C-u>", &action_clear, empty_box, NULL },
    { "<F6>", &action_compare, compare, has_twin },
    { "<F7>", &action_new_person, new_person, app_may_keep_people },
    { .action = NULL },
};

const struct view_class search_view_class = {
    .name = "search",
    .about = N_("Finds people in any spelling, by birth date, telephone or number of a paper; "
                "cases by number; notes by words; and commands by what they do."),
    .size = sizeof(struct search_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .prepare = prepare,
    .draw = draw,
    .handle = handle,
    .release = release,
};
