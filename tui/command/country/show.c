/* SPDX-License-Identifier: Apache-2.0 */

/* qadam country list, show: which packs there are and what stands in one. */
#include "command/country/row.h"
#include "command/json.h"
#include "country/country_calendar.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"

#include <string.h>

/* ---- list */

const struct option country_list_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void list_pack(struct json *json, const struct country_pack *pack)
{
    char day[DAY_TEXT_SIZE];
    day_format(day, pack->checked_on.day);
    const struct json_member members[] = {
        { "country", JSON_TEXT, pack->country, 0 },
        { "title", JSON_TEXT, pack->title, 0 },
        { "version", JSON_NUMBER, NULL, pack->version },
        { "checked_on", JSON_TEXT, day, 0 },
    };
    if (json != NULL)
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    else
        printf("%s\t%s\t%d\t%s\n", pack->country, country_text(pack->title), pack->version, day);
}

int country_list_run(const struct arguments *arguments)
{
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    int code = EXIT_CODE_DONE;
    bool is_last = false;
    for (size_t i = 0; code == EXIT_CODE_DONE && !is_last; i++) {
        struct country_pack *pack = NULL;
        is_last = country_at(i) == NULL;
        code = country_load(&pack, is_last ? COUNTRY_COMMON : country_at(i), NULL);
        if (code == EXIT_CODE_DONE)
            list_pack(json, pack);
        country_pack_release(pack);
    }
    if (json == NULL)
        return code;
    const int ended = json_end_array(json);
    return code == EXIT_CODE_DONE ? ended : code;
}

/* ---- show */

const struct option country_show_options[] = {
    { "part", "bodies|documents|deadlines|fees|waivers|calendar|notes", N_("Only this part."),
      OPTION_CHOICE, 0, 0, false },
    { "json", NULL, N_("Print one JSON array, with an object for each row."), OPTION_FLAG, 0, 0,
      false },
    { .name = NULL },
};

static void add_json_row(void *self, const struct country_row_view *view)
{
    const struct json_member members[] = {
        { "part", JSON_TEXT, view->part, 0 },
        { "id", JSON_TEXT, view->id, 0 },
        { "title", JSON_TEXT, country_text(view->title), 0 },
        { "value", JSON_TEXT, view->value[0] == '\0' ? NULL : view->value, 0 },
        { "source", JSON_TEXT, view->row->source, 0 },
        { "check_locally", JSON_BOOL, NULL, view->row->check_locally },
        { "common", JSON_BOOL, NULL, view->row->is_common },
    };
    json_add(self, members, sizeof(members) / sizeof(members[0]));
}

enum { ID_INDENT = 2, TEXT_INDENT = 6 };

static void write_line(const char *text)
{
    if (text != NULL && text[0] != '\0')
        paragraph_write(stdout, text, TEXT_INDENT, paragraph_width(stdout, true));
}

/* self: the part of the row before. */
static void print_row(void *self, const struct country_row_view *view)
{
    const char **part = self;
    if (*part != view->part)
        printf("\n%s\n", country_part_label(view->part));
    *part = view->part;
    printf("%*s", ID_INDENT, "");
    sentence_write_name(stdout, view->id);
    printf("%s%s\n", view->value[0] == '\0' ? "" : ": ", view->value);
    write_line(country_text(view->title));
    for (size_t i = 0; i < COUNTRY_ROW_TEXTS; i++)
        write_line(country_text(view->texts[i]));
    for (size_t i = 0; i < COUNTRY_ROW_TEXTS; i++)
        write_line(view->names[i]);
    country_write_origin(stdout, view->row, TEXT_INDENT);
}

static void print_head(const struct country_use *use)
{
    char day[DAY_TEXT_SIZE];
    day_format(day, use->pack->checked_on.day);
    printf("%s (%s)\n", country_text(use->pack->title), use->pack->country);
    /* TRANSLATORS: %d is the version of a country pack, %s the day it was last checked. */
    printf(_("Version %d, checked on %s."), use->pack->version, day);
    putchar('\n');
    write_line(use->copy.is_own ? _("This is the office's own pack.")
                                : _("This is the program's pack."));
}

static void print_weekend(const struct country_pack *pack)
{
    const unsigned weekend = country_weekend_bits(pack->calendar);
    printf("%*s%s", ID_INDENT, "", _("Days off in every week:"));
    for (unsigned weekday = 0; weekday < WEEKDAY_COUNT; weekday++)
        if ((weekend & 1U << weekday) != 0)
            printf(" %s", country_weekday((enum weekday)weekday));
    putchar('\n');
}

int country_show_run(const struct arguments *arguments)
{
    struct country_use use;
    const char *part = arguments_text(arguments, "part");
    const char *last = NULL;
    int code = country_use_open(&use, arguments);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        country_each_row(use.pack, part, add_json_row, json);
        code = json_end_array(json);
    } else if (code == EXIT_CODE_DONE) {
        print_head(&use);
        country_each_row(use.pack, part, print_row, &last);
        if (part == NULL || strcmp(part, "calendar") == 0)
            print_weekend(use.pack);
    }
    country_use_release(&use);
    return code;
}
