/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/filter_line.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MAX = 28, GAP = 2 };

void filter_line_release(struct filter_line *line)
{
    text_input_release(&line->input);
}

const char *filter_line_text(const struct filter_line *line)
{
    return text_input_text(&line->input);
}

void filter_line_set(struct filter_line *line, const char *text)
{
    text_input_set(&line->input, text);
    line->is_typing = true;
}

bool filter_line_handle(struct filter_line *line, const struct key *key, bool *is_changed)
{
    *is_changed = false;
    if (key->code == CODE_CONTROL && strcmp(key->text, "u") == 0) {
        *is_changed = filter_line_text(line)[0] != '\0';
        text_input_clear(&line->input);
    } else if (key->code == CODE_SCAN || !text_input_handle(&line->input, key, is_changed)) {
        line->is_typing = false;
        return false;
    }
    line->is_typing = true;
    return true;
}

void filter_line_draw(const struct filter_line *line, struct area area, const char *label,
                      const char *remark)
{
    const int begin = 1 + area_text(area, 0, 1, STYLE_PLAIN, label) + GAP;
    int columns = area.columns - begin - 1;
    columns = columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    if (columns < 2)
        return;
    const struct area field = area_part(area, 0, begin, 1, columns);
    const enum style style = line->is_typing ? STYLE_FOCUS : STYLE_PLAIN;
    const size_t from = text_input_first_shown(&line->input, columns);
    area_fill(field, style);
    const int used = area_text(field, 0, 0, style, filter_line_text(line) + from);
    for (int column = used; column < columns; column++)
        area_text(field, 0, column, style, line->is_typing ? " " : "_");
    const int aside = begin + columns + GAP;
    if (remark != NULL && aside + drawn_width(remark) < area.columns)
        area_text(area, 0, aside, STYLE_PLAIN, remark);
    if (line->is_typing)
        area_cursor(field, 0, text_input_column(&line->input, from));
}
