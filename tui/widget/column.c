/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/column.h"

#include "language.h"

enum { GAP = 1, REST_MIN = 8 };

static int wish_of(const struct column *column, int room)
{
    return room < COLUMN_NARROW_BELOW ? column->narrow : column->wide;
}

struct column_layout column_layout_find(const struct column *columns, size_t count, int room)
{
    struct column_layout layout = { .count = count > COLUMNS_MAX ? COLUMNS_MAX : count };
    int used = 0;
    for (size_t i = 0; i < layout.count; i++) {
        const int wish = wish_of(&columns[i], room);
        used += wish > 0 ? wish + GAP : 0;
    }
    const int rest = room - used < REST_MIN ? REST_MIN : room - used;
    int at = 0;
    for (size_t i = 0; i < layout.count; i++) {
        const int wish = wish_of(&columns[i], room);
        layout.begin[i] = at;
        layout.width[i] = wish == COLUMN_REST ? rest : wish;
        at += layout.width[i] > 0 ? layout.width[i] + GAP : 0;
    }
    return layout;
}

void column_draw_titles(const struct column *columns, const struct column_layout *layout,
                        struct area area, int row, int begin)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->width[i] > 0)
            area_fit(area, row, begin + layout->begin[i], layout->width[i], STYLE_STRONG,
                     columns[i].title[0] == '\0' ? "" : language_text(columns[i].title));
}
