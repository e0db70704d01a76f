/* SPDX-License-Identifier: Apache-2.0 */
#include "base/ascii.h"
#include "widget/form_private.h"

#include <string.h>

/* ---- moving */

static bool step_focus(struct form *form, int by, bool is_passing)
{
    long at = (long)form->focus;
    const long last = form->button == NULL ? (long)form->count - 1 : (long)form->count;
    for (at += by; at >= 0 && at <= last; at += by)
        if (at == (long)form->count ||
            (form_is_focusable(&form->fields[at]) && !(is_passing && form->fields[at].is_filled))) {
            form->focus = (size_t)at;
            return true;
        }
    return false;
}

static enum form_event move(struct form *form, int by, bool is_passing, size_t *field)
{
    const size_t left = form->focus;
    if (left < form->count) {
        form_settle(form, left);
        *field = left;
    }
    if (!step_focus(form, by, is_passing))
        return left < form->count ? FORM_LEFT : FORM_USED;
    if (form->focus < form->count)
        text_input_mark(&form->fields[form->focus].input);
    return left < form->count ? FORM_LEFT : FORM_USED;
}

enum form_event form_move(struct form *form, int by, size_t *field)
{
    return move(form, by, false, field);
}

/* As somebody does who types without looking: what was filled in already is passed by. */
static enum form_event form_go_on(struct form *form, size_t *field)
{
    return move(form, 1, true, field);
}

/* Moves in a text of several lines stay in it while there is a line to go to. */
static bool moves_inside(const struct form_field *field, enum key_code code)
{
    const char *text = text_input_text(&field->input);
    if (field->kind != FORM_LINES)
        return false;
    if (code == CODE_DOWN)
        return strchr(text + field->input.cursor, '\n') != NULL;
    return code == CODE_UP && memchr(text, '\n', field->input.cursor) != NULL;
}

static void move_line(struct text_input *input, bool is_down)
{
    const char *text = text_input_text(input);
    size_t begin = input->cursor;
    while (begin > 0 && text[begin - 1] != '\n')
        begin--;
    const size_t column = input->cursor - begin;
    size_t other = is_down ? begin + strcspn(text + begin, "\n") + 1 : begin - 1;
    if (!is_down)
        while (other > 0 && text[other - 1] != '\n')
            other--;
    const size_t length = strcspn(text + other, "\n");
    input->cursor = other + (column < length ? column : length);
    while ((text[input->cursor] & 0xC0) == 0x80)
        input->cursor--;
}

/* ---- keys of a field */

/* A day in full with the cursor behind it: nothing can be added, so what is typed is another day.
 */
static bool is_whole_date(const struct form_field *field)
{
    static const char form[] = "00.00.0000";
    const char *text = text_input_text(&field->input);
    if (field->kind != FORM_DATE || strlen(text) != strlen(form) ||
        field->input.cursor != strlen(form))
        return false;
    for (size_t i = 0; form[i] != '\0'; i++)
        if (form[i] == '.' ? text[i] != '.' : !ascii_is_digit(text[i]))
            return false;
    return true;
}

static enum form_event type_into(struct form *form, const struct key *key)
{
    bool is_changed = false;
    struct form_field *field = form_focused(form);
    const bool is_choice = field->kind == FORM_CHOICE || field->kind == FORM_CHOICES;
    if (is_choice && key->code == CODE_TEXT && form_open_lookup(form)) {
        /* The space bar only opens it. */
        return strcmp(key->text, " ") == 0 ? FORM_USED
                                           : form_handle_lookup(form, key, &form->focus);
    }
    if (is_choice && field->option_count > 0) {
        if (key->code != CODE_BACKSPACE && key->code != CODE_DELETE)
            return FORM_UNUSED;
        return form_empty_field(form) ? FORM_TYPED : FORM_USED;
    }
    if (key->code == CODE_TEXT && is_whole_date(field)) {
        text_input_mark(&field->input);
        text_input_clear(&field->input);
    }
    if (!text_input_handle(&field->input, key, &is_changed))
        return FORM_UNUSED;
    form->is_dirty = form->is_dirty || is_changed;
    return is_changed ? FORM_TYPED : FORM_USED;
}

/* Who has nothing more to write presses Enter once more. */
static bool is_on_empty_line(const struct text_input *input)
{
    const char *text = text_input_text(input);
    const bool begins = input->cursor == 0 || text[input->cursor - 1] == '\n';
    return begins && (text[input->cursor] == '\0' || text[input->cursor] == '\n');
}

/* Whether no other field follows. */
static bool is_last(const struct form *form)
{
    for (size_t i = form->focus + 1; i < form->count; i++)
        if (form_is_focusable(&form->fields[i]))
            return false;
    return true;
}

static enum form_event enter(struct form *form, const struct key *key, size_t *field)
{
    struct form_field *focused = form_focused(form);
    if (focused == NULL)
        return form->button == NULL ? FORM_UNUSED : FORM_SUBMIT;
    if (focused->kind == FORM_LINES && focused->input.is_multiline &&
        !is_on_empty_line(&focused->input)) {
        struct key line = { .code = CODE_TEXT, .text = "\n" };
        (void)key;
        return type_into(form, &line);
    }
    if (is_last(form) && (form->button == NULL || form->is_short)) {
        form_settle(form, form->focus);
        *field = form->focus;
        return FORM_SUBMIT;
    }
    return form_go_on(form, field);
}

static enum form_event page(struct form *form, int by, size_t *field)
{
    enum { PAGE_FIELDS = 8 };
    enum form_event event = FORM_USED;
    for (int i = 0; i < PAGE_FIELDS; i++) {
        size_t left = 0;
        const enum form_event moved = form_move(form, by, &left);
        if (i == 0 && moved == FORM_LEFT) {
            event = FORM_LEFT;
            *field = left;
        }
    }
    return event;
}

enum form_event form_handle(struct form *form, const struct key *key, size_t *field)
{
    struct form_field *focused = form_focused(form);
    if (form->lookup.is_open) {
        const enum form_event event = form_handle_lookup(form, key, field);
        if (event != FORM_UNUSED)
            return event;
    }
    if (focused != NULL && moves_inside(focused, key->code)) {
        move_line(&focused->input, key->code == CODE_DOWN);
        return FORM_USED;
    }
    switch ((int)key->code) {
    case CODE_ENTER:
        return enter(form, key, field);
    case CODE_TAB:
        return form_go_on(form, field);
    case CODE_DOWN:
        return form_move(form, 1, field);
    case CODE_BACK_TAB:
    case CODE_UP:
        return form_move(form, -1, field);
    case CODE_PAGE_DOWN:
        return page(form, 1, field);
    case CODE_PAGE_UP:
        return page(form, -1, field);
    default:
        return focused == NULL ? FORM_UNUSED : type_into(form, key);
    }
}

/* ---- what keymaps call */

bool form_undo(struct form *form)
{
    struct form_field *field = form_focused(form);
    if (field == NULL || !text_input_undo(&field->input))
        return false;
    form->is_dirty = true;
    return true;
}

bool form_empty_field(struct form *form)
{
    struct form_field *field = form_focused(form);
    if (field == NULL || text_input_text(&field->input)[0] == '\0')
        return false;
    text_input_mark(&field->input);
    text_input_clear(&field->input);
    form->is_dirty = true;
    return true;
}

void form_put(struct form *form, const char *value)
{
    struct form_field *field = form_focused(form);
    if (field == NULL)
        return;
    text_input_mark(&field->input);
    text_input_set(&field->input, value);
    form->is_dirty = true;
}
