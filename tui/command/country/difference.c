/* SPDX-License-Identifier: Apache-2.0 */
#include "command/country/difference.h"

#include "command/json.h"
#include "language.h"
#include "sentence.h"

#include <string.h>

static const char *change_name(enum country_change change)
{
    static const char *const names[] = { "added", "gone", "changed" };
    return names[change];
}

static const char *standing_name(enum country_standing standing)
{
    static const char *const names[] = { "untouched", "taken", "own" };
    return names[standing];
}

static void add_json(struct difference_report *report, const struct country_difference *difference)
{
    const struct json_member members[] = {
        { "comparison", JSON_TEXT, report->name, 0 },
        { "part", JSON_TEXT, difference->part, 0 },
        { "row", JSON_TEXT, difference->row, 0 },
        { "change", JSON_TEXT, change_name(difference->change), 0 },
        { "key", JSON_TEXT, difference->key, 0 },
        { "from", JSON_TEXT, difference->from, 0 },
        { "to", JSON_TEXT, difference->to, 0 },
        { "office", JSON_TEXT, report->has_standing ? standing_name(difference->standing) : NULL,
          0 },
    };
    json_add(report->json, members, sizeof(members) / sizeof(members[0]));
}

/* "deadlines id_after_loss" */
static void write_place(FILE *stream, const struct country_difference *difference)
{
    fputs(difference->part, stream);
    if (difference->row[0] != '\0') {
        fputc(' ', stream);
        sentence_write_name(stream, difference->row);
    }
}

static void write_value(FILE *stream, const char *value)
{
    if (value == NULL)
        fputs(C_("difference", "(nothing)"), stream);
    else
        sentence_write_name(stream, value);
}

bool difference_report(void *self, const struct country_difference *difference)
{
    static const char signs[] = {
        [COUNTRY_ADDED] = '+', [COUNTRY_GONE] = '-', [COUNTRY_CHANGED] = ' '
    };
    struct difference_report *report = self;
    report->count++;
    if (report->json != NULL) {
        add_json(report, difference);
        return true;
    }
    fprintf(report->stream, "%c ", signs[difference->change]);
    write_place(report->stream, difference);
    if (difference->change == COUNTRY_CHANGED) {
        fprintf(report->stream, " %s: ", difference->key);
        write_value(report->stream, difference->from);
        fputs(" -> ", report->stream);
        write_value(report->stream, difference->to);
    }
    if (report->has_standing && difference->standing == COUNTRY_OWN)
        fprintf(report->stream, "  [%s]", _("the office has something else"));
    if (report->has_standing && difference->standing == COUNTRY_TAKEN)
        fprintf(report->stream, "  [%s]", _("the office has it already"));
    fputc('\n', report->stream);
    return true;
}
