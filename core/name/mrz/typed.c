/* SPDX-License-Identifier: Apache-2.0 */

/* From what was typed or scanned to lines of the right length. */
#include "name/mrz/private.h"

#include <string.h>
#include <utf8proc.h>

enum { SEPARATOR = '|', BLANK = ' ', GUILLEMET = '\"', BRACKET = '(', UNKNOWN = '?' };

/* Characters beside A-Z, a-z and 0-9 that mean something. */
static const struct {
    utf8proc_int32_t character;
    char meaning;
} meanings[] = {
    { '<', '<' },          { '|', SEPARATOR }, { '\n', SEPARATOR }, { '\r', SEPARATOR },
    { ' ', BLANK },        { '\t', BLANK },    { 0x00a0, BLANK },   { '(', BRACKET },
    { '[', BRACKET },      { '{', BRACKET },   { 0x2039, BRACKET }, { 0x00ab, GUILLEMET },
    { 0x226a, GUILLEMET },
};

static char character_meaning(utf8proc_int32_t character)
{
    if ((character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9'))
        return (char)character;
    if (character >= 'a' && character <= 'z')
        return (char)(character - 'a' + 'A');
    for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
        if (meanings[i].character == character)
            return meanings[i].meaning;
    return UNKNOWN;
}

/* ---- lines */

static void typed_put(struct mrz_typed *typed, char character, int times)
{
    size_t *length = &typed->length[typed->count];
    for (int i = 0; i < times; i++) {
        if (typed->count >= MRZ_LINES_MAX || *length >= MRZ_ZONE_LENGTH_MAX) {
            typed->is_too_long = true;
            return;
        }
        typed->line[typed->count][(*length)++] = character;
    }
}

static void typed_end_line(struct mrz_typed *typed)
{
    if (typed->count < MRZ_LINES_MAX && typed->length[typed->count] > 0)
        typed->count++;
}

/* Blanks count only between two characters of a line: blanks is how many there were. */
static void typed_put_blanks(struct mrz_typed *typed, int blanks, struct mrz_reading reading)
{
    if (blanks == 0 || typed->length[typed->count] == 0)
        return;
    typed->has_blanks = true;
    if (!reading.drops_blanks)
        typed_put(typed, '<', blanks);
}

void mrz_typed_read(struct mrz_typed *out, const char *text, size_t length,
                    struct mrz_reading reading)
{
    int blanks = 0;
    memset(out, 0, sizeof(*out));
    while (length > 0 && !out->is_too_long) {
        utf8proc_int32_t character;
        utf8proc_ssize_t taken =
            utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &character);
        size_t size = taken > 0 ? (size_t)taken : 1;
        char meaning = UNKNOWN;
        if (taken > 0)
            meaning = character_meaning(character);
        text += size;
        length -= size;
        if (meaning == BLANK) {
            blanks++;
            continue;
        }
        if (meaning == SEPARATOR) {
            typed_end_line(out);
        } else {
            typed_put_blanks(out, blanks, reading);
            bool is_guillemet = meaning == GUILLEMET;
            out->has_guillemets |= is_guillemet;
            if (is_guillemet)
                meaning = '<';
            typed_put(out, meaning, is_guillemet ? reading.guillemet : 1);
        }
        blanks = 0;
    }
    typed_end_line(out);
}

/* ---- a format for them */

/* The line with that number, which may lie inside a run of all lines; its length. */
static size_t typed_line(const struct mrz_typed *typed, const struct mrz_layout *layout,
                         size_t number, const char **line)
{
    if (typed->count > 1) {
        *line = typed->line[number];
        return typed->length[number];
    }
    size_t start = number * layout->width;
    size_t rest = typed->length[0] > start ? typed->length[0] - start : 0;
    bool is_last = number + 1 == layout->line_count;
    *line = typed->line[0] + start;
    return rest > layout->width && !is_last ? layout->width : rest;
}

bool mrz_zone_fit(struct mrz_zone *out, const struct mrz_typed *typed, enum mrz_format format)
{
    const struct mrz_layout *layout = mrz_layout(format);
    *out = (struct mrz_zone){ .format = format, .layout = layout };
    if (typed->is_too_long || (typed->count != 1 && typed->count != layout->line_count))
        return false;
    for (size_t i = 0; i < layout->line_count; i++) {
        const char *line;
        size_t length = typed_line(typed, layout, i, &line);
        size_t shortest =
            typed->count == 1 && i + 1 < layout->line_count ? layout->width : layout->shortest[i];
        if (length < shortest || length > layout->width)
            return false;
        memcpy(out->text + i * layout->width, line, length);
        memset(out->text + i * layout->width + length, '<', layout->width - length);
        if (length < layout->width)
            out->repairs |= 1U << MRZ_PADDING;
    }
    if (typed->has_blanks || typed->has_guillemets)
        out->repairs |= 1U << MRZ_FILLERS;
    return (out->text[0] == 'V') == layout->is_visa;
}
