/* SPDX-License-Identifier: Apache-2.0 */

/* The list of a choice: opened by F4 or by typing.  It is narrowed by what is typed, over codes and
 * texts, in either script and on either keyboard layout. */
#include "base/ascii.h"
#include "base/text.h"
#include "language.h"
#include "name/keyboard.h"
#include "name/romanization.h"
#include "widget/form_private.h"
#include "widget/list.h"

#include <stdlib.h>
#include <string.h>

enum { MATCHES_MAX = 400, FOLDED_SIZE = 256 };

/* ---- comparing */

/* Spellings of one sound: Kyrgyzstan and Kirgizstan, Tajik and Tadzhik, Kazakh and Kazah. */
static void even_out(char *text)
{
    static const struct {
        const char *from;
        const char *to;
    } pairs[] = { { "dzh", "j" }, { "kh", "h" }, { "y", "i" }, { "'", "" } };
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const size_t length = strlen(pairs[i].from), kept = strlen(pairs[i].to);
        for (char *at = text; (at = strstr(at, pairs[i].from)) != NULL; at += kept) {
            memcpy(at, pairs[i].to, kept);
            memmove(at + kept, at + length, strlen(at + length) + 1);
        }
    }
}

/* In Latin letters and small ones, so that either script finds the other. */
static void fold(char out[FOLDED_SIZE], const char *text)
{
    char *latin = NULL, *folded = NULL;
    out[0] = '\0';
    if (romanization_apply(&latin, ROMANIZATION_ICAO, text, NULL) == STATUS_OK &&
        text_fold(&folded, latin, NULL) == STATUS_OK)
        snprintf(out, FOLDED_SIZE, "%s", folded);
    even_out(out);
    free(latin);
    free(folded);
}

/* At the beginning of a word. */
static bool begins_word(const char *text, const char *wanted)
{
    const size_t length = strlen(wanted);
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
        if (at == text || !(ascii_is_small(at[-1]) || ascii_is_digit(at[-1])))
            return length > 0;
    return false;
}

static bool is_match(const struct form_option *option, const char *const *wanted, size_t count)
{
    char text[FOLDED_SIZE], code[FOLDED_SIZE], group[FOLDED_SIZE];
    fold(text, option->text);
    fold(code, option->code);
    fold(group, option->group == NULL ? "" : option->group);
    for (size_t i = 0; i < count; i++)
        if (begins_word(text, wanted[i]) || begins_word(group, wanted[i]) ||
            strncmp(code, wanted[i], strlen(wanted[i])) == 0)
            return true;
    return false;
}

/* The number that stands before the option. */
static bool is_number_of(const char *filter, size_t index)
{
    char number[24];
    snprintf(number, sizeof(number), "%zu", index + 1);
    return strcmp(filter, number) == 0;
}

/* The options that the filter lets through, in their order; how many of at most that many. */
static size_t form_lookup_matches(const struct form *form, size_t *out, size_t most)
{
    const struct form_field *field = form_focused(form);
    const char *filter = text_input_text(&form->lookup.filter);
    char typed[FOLDED_SIZE], mapped[FOLDED_SIZE], other[FOLDED_SIZE];
    const char *const wanted[] = { typed, other };
    size_t count = 0;
    fold(typed, filter);
    if (keyboard_map_into(mapped, sizeof(mapped), filter, KEYBOARD_RUSSIAN, KEYBOARD_US, NULL) !=
        STATUS_OK)
        mapped[0] = '\0';
    fold(other, mapped);
    for (size_t i = 0; field != NULL && i < field->option_count && count < most; i++)
        if (filter[0] == '\0' || is_number_of(filter, i) ||
            is_match(&field->options[i], wanted, strcmp(typed, other) == 0 ? 1 : 2))
            out[count++] = i;
    return count;
}

/* ---- opening and closing */

void form_close_lookup(struct form *form)
{
    form->lookup.is_open = false;
    form->lookup.is_refused = false;
    form->lookup.selected = 0;
    text_input_release(&form->lookup.filter);
}

bool form_open_lookup(struct form *form)
{
    const struct form_field *field = form_focused(form);
    if (field == NULL || field->option_count == 0)
        return false;
    form_close_lookup(form);
    form->lookup.is_open = true;
    for (size_t i = 0; i < field->option_count; i++)
        if (strcmp(field->options[i].code, text_input_text(&field->input)) == 0)
            form->lookup.selected = i;
    return true;
}

/* ---- choosing */

static bool has_code(const char *codes, const char *code)
{
    const size_t length = strlen(code);
    for (const char *at = codes; *at != '\0'; at += strcspn(at, ","), at += *at == ',')
        if (strcspn(at, ",") == length && memcmp(at, code, length) == 0)
            return true;
    return false;
}

/* In the order of the options, whatever order they were chosen in. */
static void toggle(struct form_field *field, const char *code)
{
    char *codes = NULL;
    size_t size = 0;
    const char *value = text_input_text(&field->input);
    const bool was = has_code(value, code);
    FILE *stream = open_memstream(&codes, &size);
    if (stream == NULL)
        return;
    for (size_t i = 0; i < field->option_count; i++) {
        const char *own = field->options[i].code;
        const bool is_toggled = strcmp(own, code) == 0;
        if (is_toggled ? !was : has_code(value, own))
            fprintf(stream, "%s%s", ftell(stream) > 0 ? "," : "", own);
    }
    if (fclose(stream) == 0)
        text_input_set(&field->input, codes);
    free(codes);
}

static bool choose(struct form *form)
{
    size_t matches[MATCHES_MAX];
    struct form_field *field = form_focused(form);
    const size_t count = form_lookup_matches(form, matches, MATCHES_MAX);
    if (form->lookup.selected >= count) {
        if (field->allows_other) {
            text_input_set(&field->input, text_input_text(&form->lookup.filter));
            form->is_dirty = true;
            return true;
        }
        form_field_fault(field, _("The list has nothing of that name: F4 shows all of it."));
        return false;
    }
    const struct form_option *option = &field->options[matches[form->lookup.selected]];
    text_input_mark(&field->input);
    if (field->kind == FORM_CHOICES)
        toggle(field, option->code);
    else
        text_input_set(&field->input, option->code);
    form_field_fault(field, NULL);
    form->is_dirty = true;
    return true;
}

static enum form_event type_filter(struct form *form, const struct key *key)
{
    bool is_changed = false;
    const bool was_empty = text_input_text(&form->lookup.filter)[0] == '\0';
    if (key->code == CODE_BACKSPACE && was_empty) {
        form_close_lookup(form);
        return FORM_USED;
    }
    if (!text_input_handle(&form->lookup.filter, key, &is_changed))
        return FORM_USED;
    if (is_changed) {
        form->lookup.selected = 0;
        form->lookup.is_refused = false;
    }
    return FORM_USED;
}

enum form_event form_handle_lookup(struct form *form, const struct key *key, size_t *field)
{
    size_t matches[MATCHES_MAX];
    const size_t count = form_lookup_matches(form, matches, MATCHES_MAX);
    const bool is_several = form_focused(form)->kind == FORM_CHOICES;
    const bool has_filter = text_input_text(&form->lookup.filter)[0] != '\0';
    struct list list = { count, form->lookup.selected };
    if (key->code != CODE_HOME && key->code != CODE_END &&
        list_handle(&list, key, FORM_LOOKUP_ROWS)) {
        form->lookup.selected = list.selected;
        return FORM_USED;
    }
    if (key->code == CODE_ESCAPE) {
        form_close_lookup(form);
        return FORM_USED;
    }
    if (is_several && key->code == CODE_TEXT && strcmp(key->text, " ") == 0 && choose(form)) {
        text_input_clear(&form->lookup.filter);
        return FORM_USED;
    }
    if (key->code == CODE_TEXT || key->code == CODE_BACKSPACE)
        return type_filter(form, key);
    /* Several are marked with the space bar; Enter takes one more only when it was searched for. */
    const bool is_chosen = key->code == CODE_ENTER || (key->code == CODE_TAB && has_filter);
    const bool is_taken = !is_chosen || (is_several && !has_filter) || choose(form);
    /* What is in no list is told once, so that nothing typed goes away unseen; the second time the
     * field is left as it was. */
    if (!is_taken && !form->lookup.is_refused) {
        form->lookup.is_refused = true;
        return FORM_USED;
    }
    form_close_lookup(form);
    return key->code == CODE_ENTER || key->code == CODE_TAB ? form_move(form, 1, field)
                                                            : FORM_UNUSED;
}

/* ---- showing */

struct shown {
    const struct form_field *field;
    const size_t *matches;
};

/* At the right of the first one of a group. */
static void draw_group(const struct shown *shown, struct area row, size_t index)
{
    const struct form_option *options = shown->field->options;
    const char *group = options[shown->matches[index]].group;
    const char *before = index == 0 ? NULL : options[shown->matches[index - 1]].group;
    if (group != NULL && (before == NULL || strcmp(group, before) != 0))
        area_text_right(row, 0, STYLE_STRONG, group);
}

static void draw_match(const void *self, struct area row, size_t index)
{
    char number[24];
    const struct shown *shown = self;
    const struct form_option *option = &shown->field->options[shown->matches[index]];
    snprintf(number, sizeof(number), "%2zu ", shown->matches[index] + 1);
    int column = area_text(row, 0, 0, STYLE_PLAIN, number);
    if (shown->field->kind == FORM_CHOICES)
        column += area_text(row, 0, column, STYLE_PLAIN,
                            has_code(text_input_text(&shown->field->input), option->code) ? "[x] "
                                                                                          : "[ ] ");
    const int used = area_fit(row, 0, column, row.columns - column, STYLE_PLAIN, option->text);
    if (option->group != NULL && column + used + drawn_width(option->group) + 2 <= row.columns)
        draw_group(shown, row, index);
}

static const char *nothing_text(const struct form_field *field)
{
    return field->allows_other ? _("Not in the list: it is kept as typed.")
                               : _("Nothing of that name.  Backspace widens.");
}

static int widest(const struct form_field *field)
{
    int columns = drawn_width(nothing_text(field)) + 4;
    for (size_t i = 0; i < field->option_count; i++) {
        const char *group = field->options[i].group;
        const int width =
            drawn_width(field->options[i].text) + 14 + (group == NULL ? 0 : drawn_width(group) + 2);
        columns = width > columns ? width : columns;
    }
    return columns;
}

void form_draw_lookup(const struct form *form, struct area area, int row, int column)
{
    size_t matches[MATCHES_MAX];
    const struct form_field *field = form_focused(form);
    const size_t count = form_lookup_matches(form, matches, MATCHES_MAX);
    const struct shown shown = { field, matches };
    const struct list list = { count, form->lookup.selected };
    const char *filter = text_input_text(&form->lookup.filter);
    int rows = (int)(count < FORM_LOOKUP_ROWS ? count : FORM_LOOKUP_ROWS) + 2;
    int columns = widest(field) < area.columns ? widest(field) : area.columns;
    rows = rows < 3 ? 3 : rows > area.rows ? area.rows : rows;
    if (column + columns > area.columns)
        column = area.columns - columns;
    const int at = row + 1 + rows <= area.rows ? row + 1
                   : row - rows >= 0           ? row - rows
                                               : area.rows - rows;
    struct area box = area_part(area, at, column, rows, columns);
    area_fill(box, STYLE_PLAIN);
    area_box(box, filter[0] == '\0' ? NULL : filter);
    struct area inside = area_part(box, 1, 1, rows - 2, columns - 2);
    if (count == 0)
        area_fit(inside, 0, 1, inside.columns - 1, STYLE_PLAIN, nothing_text(field));
    list_draw(&list, inside, true, draw_match, &shown);
    if (count == 0)
        area_cursor(inside, 0, 0);
}
