/* SPDX-License-Identifier: Apache-2.0 */

/* The directory of organisations that help, narrowed by what is typed. */
#include "agency/agency_store.h"
#include "language.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "view/word_filter.h"
#include "wording/agency_label.h"
#include "wording/due_text.h"
#include "wording/spoken_language.h"

#include <stdlib.h>
#include <string.h>

struct agencies_view {
    struct view view;
    struct agency_list agencies;
    size_t *passing; /* indexes of those that the filter lets through */
    struct list list;
    struct text_input filter;
    struct day today;
};

static struct agency *agency_at(const struct agencies_view *shown, size_t index)
{
    return &shown->agencies.items[shown->passing[index]];
}

/* ---- loading and narrowing */

static bool passes(const struct agencies_view *shown, const struct agency *agency)
{
    char *text = NULL, checked[AGENCY_CHECK_SIZE];
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return true;
    fprintf(stream, "%s %s %s ", agency->name, label_agency_kind(agency->kind),
            agency->place == NULL ? "" : agency->place);
    agency_write_services(stream, agency);
    for (size_t i = 0; i < agency->language_count; i++)
        fprintf(stream, " %s", spoken_language_name(agency->languages[i]));
    agency_check_text(checked, agency, shown->today);
    fprintf(stream, " %s", checked);
    const bool is_written = fclose(stream) == 0;
    const bool passes = is_written && word_filter_passes(text_input_text(&shown->filter), text);
    free(text);
    return passes;
}

static void narrow(struct agencies_view *shown)
{
    size_t count = 0;
    for (size_t i = 0; i < shown->agencies.count; i++)
        if (passes(shown, &shown->agencies.items[i]))
            shown->passing[count++] = i;
    list_set_count(&shown->list, count);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct agencies_view *shown = (struct agencies_view *)view;
    struct agency_list loaded;
    const struct agency_filter filter = { .includes_inactive = true };
    enum status status = agency_list(app_store(app), &filter, &loaded, error);
    if (status != STATUS_OK)
        return status;
    size_t *passing = calloc(loaded.count + 1, sizeof(*passing));
    if (passing == NULL) {
        agency_list_release(&loaded);
        return error_set(error, STATUS_OUT_OF_MEMORY, "the directory");
    }
    agency_list_release(&shown->agencies);
    free(shown->passing);
    shown->agencies = loaded;
    shown->passing = passing;
    shown->today = app_today(app);
    narrow(shown);
    return STATUS_OK;
}

/* ---- showing */

enum { NAME, KIND, PLACE, SERVICES, CHECKED, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [NAME] = { N_("Organisation"), COLUMN_REST, COLUMN_REST },
    [KIND] = { N_("Kind"), 14, 12 },
    [PLACE] = { N_("Place"), 10, 0 },
    [SERVICES] = { N_("Services"), 17, 0 },
    [CHECKED] = { N_("Checked"), 9, 9 },
};

static void write_checked(char out[RECORD_CELL_SIZE], const struct agency *agency, struct day today)
{
    char day[DUE_TEXT_SIZE];
    if (!agency->is_active)
        snprintf(out, RECORD_CELL_SIZE, "%s", _("closed"));
    else if (!agency->has_checked_on)
        snprintf(out, RECORD_CELL_SIZE, "%s", _("NEVER"));
    else if (agency_is_stale(agency, today))
        /* TRANSLATORS: so many days ago somebody checked it; at most 9 columns. */
        snprintf(out, RECORD_CELL_SIZE, _("OLD %ldd"),
                 (long)today.number - agency->checked_on.number);
    else {
        due_text_day(day, agency->checked_on, today);
        snprintf(out, RECORD_CELL_SIZE, "%s", day);
    }
}

static void write_services(char out[RECORD_CELL_SIZE], const struct agency *agency)
{
    FILE *stream = fmemopen(out, RECORD_CELL_SIZE, "w");
    if (stream == NULL)
        return;
    agency_write_services(stream, agency);
    fclose(stream);
    out[RECORD_CELL_SIZE - 1] = '\0';
}

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct agencies_view *shown = self;
    const struct agency *agency = agency_at(shown, index);
    if (column == CHECKED)
        write_checked(out, agency, shown->today);
    else if (column == SERVICES)
        write_services(out, agency);
    else
        snprintf(out, RECORD_CELL_SIZE, "%s",
                 column == NAME          ? agency->name
                 : column == KIND        ? label_agency_kind(agency->kind)
                 : agency->place == NULL ? ""
                                         : agency->place);
    return column == CHECKED && agency_is_stale(agency, shown->today) ? STYLE_WARNING : STYLE_PLAIN;
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct agencies_view *shown = self;
    agency_write_contact(stream, agency_at(shown, index), false);
}

static void draw_filter(const struct agencies_view *shown, struct area body)
{
    enum { FIELD_COLUMNS = 30 };
    int column = 1 + area_text(body, 1, 1, STYLE_PLAIN, _("Filter")) + 2;
    const int begin = column;
    column +=
        area_fit(body, 1, column, FIELD_COLUMNS, STYLE_FOCUS, text_input_text(&shown->filter));
    if (column < begin + FIELD_COLUMNS)
        area_line(body, 1, column, begin + FIELD_COLUMNS - column, "_");
    area_fit(body, 1, begin + FIELD_COLUMNS + 2, body.columns - begin - FIELD_COLUMNS - 3,
             STYLE_PLAIN, _("name, kind, place, service"));
    area_cursor(body, 1, column);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct agencies_view *shown = (const struct agencies_view *)view;
    const struct record_list records = {
        .heading = _("ORGANISATIONS THAT HELP"),
        .empty = shown->agencies.count == 0
                     ? _("The directory is empty.  F4 keeps the first organisation.")
                     : _("No organisation has all these words.  Backspace widens the filter."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &shown->list,
        .self = shown,
        .rows_above = 1,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Organisations"));
    snprintf(frame->right, sizeof(frame->right),
             language_plural("%lu shown", "%lu shown", shown->list.count),
             (unsigned long)shown->list.count);
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->list.count == 0 ? _("type other words.")
                                    : _("Enter shows all of it.  Letters narrow the list."));
    draw_filter(shown, frame->body);
    record_list_draw(&records, app, view, frame->body);
}

/* ---- what can be done */

static bool has_one(const struct app *app, const struct view *view)
{
    (void)app;
    return ((const struct agencies_view *)view)->list.count > 0;
}

static bool can_change(const struct app *app, const struct view *view)
{
    return has_one(app, view) && app_may_keep_people(app, view);
}

static void write_warnings(FILE *stream, const struct agency *agency, struct day today)
{
    char checked[AGENCY_CHECK_SIZE];
    agency_check_text(checked, agency, today);
    if (!agency->is_active)
        fprintf(stream, "%s\n", _("NO LONGER WORKS"));
    if (agency->is_protected)
        fprintf(stream, "%s\n", _("THE ADDRESS IS SECRET: tell it to nobody without need"));
    fprintf(stream, "%s\n\n", checked);
}

static void write_fields(FILE *stream, const struct agency *agency)
{
    char day[DUE_TEXT_SIZE];
    record_write_line(stream, _("Kind of organisation"), label_agency_kind(agency->kind));
    record_write_line(stream, _("Country"), agency->country);
    record_write_line(stream, _("Place"), agency->place);
    record_write_line(stream, _("Address"), agency->address);
    record_write_line(stream, _("Telephone"), agency->phone);
    record_write_line(stream, _("Hours"), agency->hours);
    record_write_line(stream, _("What it costs"), agency->cost);
    record_write_line(stream, _("Legal basis"), agency->legal_basis);
    if (agency->has_valid_until) {
        due_text_full(day, agency->valid_until);
        record_write_line(stream, _("Valid until"), day);
    }
    if (agency->language_count > 0)
        fprintf(stream, "%s:", _("Languages"));
    for (size_t i = 0; i < agency->language_count; i++)
        fprintf(stream, " %s%s", spoken_language_name(agency->languages[i]),
                i + 1 < agency->language_count ? "," : "\n");
    record_write_line(stream, _("Of which country"), agency->of_country);
    fprintf(stream, "%s: ", _("Services"));
    agency_write_services(stream, agency);
    fputc('\n', stream);
}

static void do_open(struct app *app, struct view *view)
{
    const struct agencies_view *shown = (const struct agencies_view *)view;
    struct text_page_draft page;
    if (!has_one(app, view) || !text_page_begin(&page, app))
        return;
    const struct agency *agency = agency_at(shown, shown->list.selected);
    fprintf(page.stream, "%s\n\n", agency->name);
    write_warnings(page.stream, agency, shown->today);
    write_fields(page.stream, agency);
    if (agency->checked_by[0] != '\0')
        record_write_line(page.stream, _("Checked by"), record_user(app, agency->checked_by));
    text_page_end(&page, app, _("Organisation"));
}

static void do_new(struct app *app, struct view *view)
{
    (void)view;
    app_open(app, &agency_view_class, NULL);
}

static void do_change(struct app *app, struct view *view)
{
    const struct agencies_view *shown = (const struct agencies_view *)view;
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s",
             agency_at(shown, shown->list.selected)->id);
    app_open(app, &agency_view_class, &place);
}

static void do_checked(struct app *app, struct view *view)
{
    struct error error = { 0 };
    const struct agencies_view *shown = (const struct agencies_view *)view;
    struct agency *agency = agency_at(shown, shown->list.selected);
    agency->checked_on = app_today(app);
    agency->has_checked_on = true;
    if (agency_change(app_store(app), app_desk(app)->actor, agency, app_today(app), &error) !=
        STATUS_OK)
        app_fail(app, &error);
    else
        app_say_with(app, _("Kept: checked today that this is so: %s."), agency->name);
    app_reload(app, view);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct agencies_view *shown = (struct agencies_view *)view;
    bool is_changed = false;
    (void)app;
    if (list_handle(&shown->list, key, RECORD_PAGE_ROWS))
        return true;
    if (!text_input_handle(&shown->filter, key, &is_changed))
        return false;
    if (is_changed)
        narrow(shown);
    return true;
}

static void release(struct view *view)
{
    struct agencies_view *shown = (struct agencies_view *)view;
    agency_list_release(&shown->agencies);
    free(shown->passing);
    text_input_release(&shown->filter);
}

static const struct action action_new_agency = { "new_agency", NC_("key bar", "New"),
                                                 N_("Keep another organisation") };
static const struct action action_change = { "change", NC_("key bar", "Change"),
                                             N_("Change what is known of the organisation") };
static const struct action action_checked = {
    "checked", NC_("key bar", "Checked"),
    N_("Somebody asked today: what stands here about it is so")
};

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "<F4>", &action_new_agency, do_new, app_may_keep_people },
    { "<F5>", &action_change, do_change, can_change },
    { "<F6>", &action_checked, do_checked, can_change },
    { .action = NULL },
};

const struct view_class agencies_view_class = {
    .name = "agencies",
    .about = N_("The directory of organisations that help.  What nobody has checked for 90 days "
                "may have changed: ask, then say that it was checked."),
    .size = sizeof(struct agencies_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
