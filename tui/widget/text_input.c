/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/text_input.h"

#include "base/text.h"
#include "term/grid.h"
#include "vault/passphrase.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { CAPACITY_FIRST = 64 };

const char *text_input_text(const struct text_input *input)
{
    return input->text == NULL ? "" : input->text;
}

/* With what a longer text left behind the end of this one. */
static void wipe_all(char *text, size_t capacity)
{
    if (text != NULL)
        sodium_memzero(text, capacity);
    free(text);
}

void text_input_release(struct text_input *input)
{
    if (input->secret != NULL)
        secret_free(&input->secret);
    else
        wipe_all(input->text, input->capacity);
    text_wipe(&input->before);
    input->text = NULL;
    input->before = NULL;
    input->capacity = 0;
    input->cursor = 0;
}

/* ---- room */

static bool grow_secret(struct text_input *input, size_t size)
{
    if (input->secret == NULL &&
        secret_new(&input->secret, PASSPHRASE_MAX_BYTES, NULL) == STATUS_OK) {
        input->text = (char *)input->secret->bytes;
        input->capacity = input->secret->capacity;
        input->text[0] = '\0';
    }
    return input->secret != NULL && size <= input->capacity;
}

static bool grow(struct text_input *input, size_t size)
{
    if (input->is_secret)
        return grow_secret(input, size);
    if (size <= input->capacity)
        return true;
    size_t capacity = input->capacity == 0 ? CAPACITY_FIRST : input->capacity;
    while (capacity < size)
        capacity *= 2;
    /* Not realloc(): what was typed must not stay where it was. */
    char *larger = calloc(1, capacity);
    if (larger == NULL)
        return false;
    memcpy(larger, text_input_text(input), strlen(text_input_text(input)) + 1);
    wipe_all(input->text, input->capacity);
    input->text = larger;
    input->capacity = capacity;
    return true;
}

void text_input_set(struct text_input *input, const char *text)
{
    const size_t length = strlen(text);
    if (!grow(input, length + 1))
        return;
    memmove(input->text, text, length + 1);
    input->cursor = length;
    input->is_cut = false;
}

void text_input_clear(struct text_input *input)
{
    input->is_cut = false;
    if (input->text != NULL)
        sodium_memzero(input->text, input->capacity);
    input->cursor = 0;
}

void text_input_shorten(struct text_input *input, size_t length)
{
    const size_t now = strlen(text_input_text(input));
    if (now <= length)
        return;
    sodium_memzero(input->text + length, now - length);
    if (input->cursor > length)
        input->cursor = length;
}

/* ---- characters */

static bool is_mark(const char *text)
{
    utf8proc_int32_t letter;
    if (utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &letter) <= 0)
        return false;
    const utf8proc_category_t category = utf8proc_category(letter);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static bool is_boundary(const char *text, size_t at)
{
    return text[at] == '\0' || ((text[at] & 0xC0) != 0x80 && !is_mark(text + at));
}

static size_t next_of(const char *text, size_t at)
{
    if (text[at] == '\0')
        return at;
    do
        at++;
    while (!is_boundary(text, at));
    return at;
}

static size_t previous_of(const char *text, size_t at)
{
    if (at == 0)
        return 0;
    do
        at--;
    while (at > 0 && !is_boundary(text, at));
    return at;
}

static void cut(struct text_input *input, size_t from, size_t to)
{
    const size_t length = strlen(input->text);
    memmove(input->text + from, input->text + to, length - to + 1);
    sodium_memzero(input->text + length - (to - from), to - from);
    input->cursor = from;
    input->is_cut = false;
}

/* A character that shows nothing or steers its neighbours is none to type. */
static bool is_typed(utf8proc_int32_t letter, bool is_multiline)
{
    if (letter == '\n')
        return is_multiline;
    const utf8proc_property_t *property = utf8proc_get_property(letter);
    return property->category >= UTF8PROC_CATEGORY_LU &&
           property->category <= UTF8PROC_CATEGORY_ZS && !property->ignorable;
}

static bool insert_bytes(struct text_input *input, const char *bytes, size_t count)
{
    const size_t most = input->max == 0 ? TEXT_INPUT_MAX : input->max;
    const size_t length = strlen(text_input_text(input));
    if (text_length(text_input_text(input)) >= most || !grow(input, length + count + 1))
        return false;
    memmove(input->text + input->cursor + count, input->text + input->cursor,
            length - input->cursor + 1);
    memcpy(input->text + input->cursor, bytes, count);
    input->cursor += count;
    return true;
}

bool text_input_insert(struct text_input *input, const char *text)
{
    utf8proc_int32_t letter;
    bool fits = true;
    for (size_t at = 0; text[at] != '\0';) {
        const utf8proc_ssize_t taken =
            utf8proc_iterate((const utf8proc_uint8_t *)text + at, -1, &letter);
        const size_t count = taken > 0 ? (size_t)taken : 1;
        const bool is_space = letter == '\t' || (letter == '\n' && !input->is_multiline);
        if (taken > 0 && is_space && (input->cursor > 0 || input->is_multiline))
            fits = insert_bytes(input, " ", 1) && fits;
        else if (taken > 0 && is_typed(letter, input->is_multiline))
            fits = insert_bytes(input, text + at, count) && fits;
        at += count;
    }
    input->is_cut = input->is_cut || !fits;
    return fits;
}

/* ---- keys */

static size_t line_begin(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(const char *text, size_t at)
{
    return at + strcspn(text + at, "\n");
}

static bool move(struct text_input *input, enum key_code code)
{
    const char *text = text_input_text(input);
    switch ((int)code) {
    case CODE_LEFT:
        input->cursor = previous_of(text, input->cursor);
        return true;
    case CODE_RIGHT:
        input->cursor = next_of(text, input->cursor);
        return true;
    case CODE_HOME:
        input->cursor = line_begin(text, input->cursor);
        return true;
    case CODE_END:
        input->cursor = line_end(text, input->cursor);
        return true;
    default:
        return false;
    }
}

static bool delete_one(struct text_input *input, bool is_back)
{
    const char *text = text_input_text(input);
    const size_t other = is_back ? previous_of(text, input->cursor) : next_of(text, input->cursor);
    if (other == input->cursor)
        return false;
    if (is_back)
        cut(input, other, input->cursor);
    else
        cut(input, input->cursor, other);
    return true;
}

bool text_input_handle(struct text_input *input, const struct key *key, bool *is_changed)
{
    bool changed = false;
    const size_t length = strlen(text_input_text(input));
    switch ((int)key->code) {
    case CODE_TEXT:
        text_input_insert(input, key->text);
        changed = strlen(text_input_text(input)) != length;
        break;
    case CODE_PASTE:
        text_input_insert(input, key->pasted);
        changed = true;
        break;
    case CODE_BACKSPACE:
    case CODE_DELETE:
        changed = delete_one(input, key->code == CODE_BACKSPACE);
        break;
    default:
        return move(input, key->code);
    }
    if (is_changed != NULL)
        *is_changed = changed;
    return true;
}

/* ---- undo */

void text_input_mark(struct text_input *input)
{
    if (input->is_secret)
        return;
    char *copy = NULL;
    if (text_copy(&copy, text_input_text(input), NULL) != STATUS_OK)
        return;
    text_wipe(&input->before);
    input->before = copy;
}

bool text_input_undo(struct text_input *input)
{
    char *before = input->before;
    if (before == NULL || strcmp(before, text_input_text(input)) == 0)
        return false;
    input->before = NULL;
    text_input_mark(input);
    text_input_set(input, before);
    text_wipe(&before);
    return true;
}

/* ---- drawing */

int text_input_column(const struct text_input *input, size_t from)
{
    char *between = strndup(text_input_text(input) + from, input->cursor - from);
    const int columns = between == NULL ? 0 : drawn_width(between);
    text_wipe(&between);
    return columns;
}

size_t text_input_first_shown(const struct text_input *input, int columns)
{
    const char *text = text_input_text(input);
    size_t from = 0;
    while (from < input->cursor && text_input_column(input, from) >= columns) {
        from++;
        while ((text[from] & 0xC0) == 0x80)
            from++;
    }
    return from;
}
