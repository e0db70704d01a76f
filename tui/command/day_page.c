/* SPDX-License-Identifier: Apache-2.0 */
#include "command/day_page.h"

#include "base/text.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/day_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2,
    WHEN_COLUMNS = 13,
    NUMBER_COLUMNS = 23, /* KZ-ALMATYVK-2026-000117: the longest code of an office */
    NAME_SHARE = 40,     /* percent of what is left */
    WIDE = 109,          /* below that the number and the title have a line each */
    NAME_COLUMNS = 20,   /* at least */
};

struct column_widths {
    size_t all;
    size_t when;
    size_t name;
    bool is_narrow;
};

const char *day_entry_title(struct case_desk *desk, const struct day_entry *entry)
{
    if (entry->title != NULL || entry->step[0] == '\0')
        return entry->title == NULL ? "" : entry->title;
    return case_desk_step_title(desk, entry->workflow, entry->version, entry->step);
}

/* ---- one entry */

/* Cut to so many columns and filled up with spaces. */
static void write_column(const char *text, size_t columns)
{
    char *copy = strndup(text, text_cut(text, columns));
    if (copy == NULL)
        return;
    sentence_write_name(stdout, copy);
    size_t width = text_width(copy);
    printf("%*s", width < columns ? (int)(columns - width) : 0, "");
    free(copy);
}

static char *title_make(struct case_desk *desk, const struct day_entry *entry)
{
    char *title = NULL;
    return text_join(&title, day_text_kind(entry), day_entry_title(desk, entry), NULL) == STATUS_OK
               ? title
               : NULL;
}

/* Nothing of it is cut: what does not go into the line stands below its beginning. */
static void write_title(struct case_desk *desk, const struct day_entry *entry,
                        const struct column_widths *widths, size_t column)
{
    char *title = title_make(desk, entry);
    char *text = NULL;
    size_t size = 0;
    FILE *memory = title == NULL ? NULL : open_memstream(&text, &size);
    if (memory != NULL) {
        sentence_write_name(memory, title);
        if (fclose(memory) == 0)
            paragraph_continue(stdout, text, column, column, widths->all);
    } else {
        putchar('\n');
    }
    free(text);
    free(title);
}

static void write_entry(struct case_desk *desk, const struct day_entry *entry,
                        const struct column_widths *widths)
{
    char when[DAY_TEXT_WHEN_SIZE];
    size_t column = INDENT + widths->when + 1;
    const char *name = day_text_name(entry);
    day_text_when(when, entry, desk->desk.today);
    printf("%*s", INDENT, "");
    write_column(when, widths->when);
    putchar(' ');
    /* What belongs to nobody's casefile has the whole line. */
    if (name[0] == '\0' && entry->number[0] == '\0') {
        write_title(desk, entry, widths, column);
        return;
    }
    write_column(name, widths->name);
    putchar(' ');
    if (widths->is_narrow) {
        printf("%s\n%*s", entry->number, (int)column, "");
    } else {
        write_column(entry->number, NUMBER_COLUMNS);
        putchar(' ');
        column += widths->name + 1 + NUMBER_COLUMNS + 1;
    }
    write_title(desk, entry, widths, column);
}

/* ---- the page */

static size_t longest_number(const struct day_list *list)
{
    size_t longest = 0;
    for (size_t i = 0; i < list->count; i++) {
        size_t width = text_width(list->items[i].number);
        longest = width > longest ? width : longest;
    }
    return longest;
}

static struct column_widths widths_find(const struct day_list *list)
{
    size_t table = paragraph_table_width(stdout);
    struct column_widths widths = { .when = WHEN_COLUMNS, .is_narrow = table < WIDE };
    widths.all = widths.is_narrow ? paragraph_width(stdout, false) : table;
    size_t taken = INDENT + WHEN_COLUMNS + 1 + 1;
    taken += widths.is_narrow ? longest_number(list) : NUMBER_COLUMNS;
    size_t rest = widths.all > taken + NAME_COLUMNS ? widths.all - taken : NAME_COLUMNS;
    widths.name = widths.is_narrow ? rest : (rest - 1) * NAME_SHARE / 100;
    return widths;
}

static void write_head(const struct day_list *list, struct day today)
{
    char day[DAY_TEXT_SIZE];
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    day_format(day, today);
    fprintf(memory, "%s  %s", _("MY DAY"), day);
    for (int i = 0; i < DAY_GROUP_COUNT; i++)
        if (list->counts[i] > 0)
            fprintf(memory, "   %s: %d%s", day_text_count((enum day_group)i), list->counts[i],
                    list->counts[i] >= DAY_COUNT_MAX ? "+" : "");
    if (fclose(memory) == 0)
        sentence_write_text(stdout, text);
    free(text);
}

static void write_more(const struct day_list *list, enum day_group group, int shown)
{
    if (list->counts[group] > shown)
        printf("%*s%s %d%s\n", INDENT, "", _("and more:"), list->counts[group] - shown,
               list->counts[group] >= DAY_COUNT_MAX ? "+" : "");
}

void day_page_write(struct case_desk *desk, const struct day_list *list)
{
    const struct column_widths widths = widths_find(list);
    size_t at = 0;
    write_head(list, desk->desk.today);
    for (int group = 0; group < DAY_GROUP_COUNT; group++) {
        int shown = 0;
        for (; at < list->count && (int)list->items[at].group == group; at++, shown++) {
            if (shown == 0)
                printf("\n%s\n", day_text_heading((enum day_group)group));
            write_entry(desk, &list->items[at], &widths);
        }
        write_more(list, (enum day_group)group, shown);
    }
    if (list->count == 0)
        printf("\n%s\n", _("Nothing is to be done today."));
}
