/* SPDX-License-Identifier: Apache-2.0 */

/* Who of a casefile is expected where and when, and what came of it. */
#include "appointment/appointment_store.h"
#include "language.h"
#include "view/appointment_private.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/case_label.h"
#include "wording/due_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- loading */

static int compare(const void *left, const void *right)
{
    const struct appointment *a = left;
    const struct appointment *b = right;
    const bool is_planned = a->state == APPOINTMENT_PLANNED;
    if (is_planned != (b->state == APPOINTMENT_PLANNED))
        return is_planned ? -1 : 1;
    int order = day_compare(a->day, b->day);
    if (order == 0)
        order = strcmp(a->time, b->time);
    return is_planned ? order : -order;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct appointments_view *shown = (struct appointments_view *)view;
    struct appointment_list loaded;
    const struct appointment_filter filter = { .casefile_id = view->place.subject };
    const enum status status = appointment_list(app_store(app), &filter, &loaded, error);
    if (status != STATUS_OK)
        return status;
    if (loaded.count > 0)
        qsort(loaded.items, loaded.count, sizeof(*loaded.items), compare);
    appointment_list_release(&shown->appointments);
    shown->appointments = loaded;
    shown->app = app;
    shown->today = app_today(app);
    list_set_count(&shown->list, loaded.count);
    shown->has_draft = record_has_draft(app, "appointment", view->place.subject);
    return STATUS_OK;
}

const struct appointment *appointments_marked(const struct view *view)
{
    const struct appointments_view *shown = (const struct appointments_view *)view;
    return shown->appointments.count == 0 ? NULL : &shown->appointments.items[shown->list.selected];
}

/* ---- showing */

enum { DAY, TIME, STATE, ABOUT, PLACE, STAFF, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [DAY] = { N_("Day"), DUE_TEXT_COLUMNS, DUE_TEXT_COLUMNS },
    [TIME] = { N_("Time"), 5, 5 },
    [STATE] = { N_("State"), 11, 11 },
    [ABOUT] = { N_("What it is about"), COLUMN_REST, COLUMN_REST },
    [PLACE] = { N_("Place"), 16, 0 },
    /* TRANSLATORS: who of the office is there. */
    [STAFF] = { N_("With"), 10, 0 },
};

static const char *place_of(const struct appointment *appointment)
{
    if (appointment->place != NULL)
        return appointment->place;
    return appointment->agency_name == NULL ? "" : appointment->agency_name;
}

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct appointments_view *shown = self;
    const struct appointment *appointment = &shown->appointments.items[index];
    const bool is_planned = appointment->state == APPOINTMENT_PLANNED;
    char day[DUE_TEXT_SIZE];
    const char *text = "";
    if (column == DAY && is_planned)
        due_text(day, appointment->day, shown->today);
    else
        due_text_day(day, appointment->day, shown->today);
    switch (column) {
    case DAY:
        text = day;
        break;
    case TIME:
        text = appointment->time;
        break;
    case STATE:
        text = label_appointment_state(appointment->state);
        break;
    case ABOUT:
        text = appointment->about == NULL ? "" : appointment->about;
        break;
    case PLACE:
        text = place_of(appointment);
        break;
    default:
        text = record_user(shown->app, appointment->user_id);
        break;
    }
    snprintf(out, RECORD_CELL_SIZE, "%s", text);
    const bool is_late = is_planned && day_compare(appointment->day, shown->today) < 0;
    return column == DAY && is_late ? STYLE_ALERT : STYLE_PLAIN;
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct appointments_view *shown = self;
    const struct appointment *appointment = &shown->appointments.items[index];
    char day[DUE_TEXT_SIZE];
    due_text_full(day, appointment->day);
    fprintf(stream, "%s %s  %s", day, appointment->time,
            appointment->about == NULL ? "" : appointment->about);
    const char *const more[] = { appointment->place, appointment->agency_name,
                                 record_user(shown->app, appointment->user_id) };
    for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
        if (more[i] != NULL && more[i][0] != '\0')
            fprintf(stream, "%s%s", i == 0 ? "\n" : "  ", more[i]);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct appointments_view *shown = (const struct appointments_view *)view;
    const struct appointment *marked = appointments_marked(view);
    const struct record_list records = {
        .heading = _("APPOINTMENTS"),
        .empty = _("No appointment was planned yet.  N plans one."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &shown->list,
        .self = shown,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Appointments"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             marked == NULL                         ? _("Enter plans the first appointment.")
             : marked->state == APPOINTMENT_PLANNED ? _("Enter asks what came of it.")
                                                    : _("Enter shows all of it."));
    record_write_draft(frame, shown->has_draft);
    record_list_draw(&records, app, view, frame->body);
}

/* ---- what can be done */

static bool is_planned(const struct app *app, const struct view *view)
{
    const struct appointment *marked = appointments_marked(view);
    return marked != NULL && marked->state == APPOINTMENT_PLANNED && app_may_keep_people(app, view);
}

/* Nobody came or did not come before the day. */
static bool is_time(const struct app *app, const struct view *view)
{
    const struct appointment *marked = appointments_marked(view);
    return marked != NULL && is_planned(app, view) && day_compare(marked->day, app_today(app)) <= 0;
}

static void do_attended(struct app *app, struct view *view)
{
    appointment_note_end(app, view, APPOINTMENT_ATTENDED);
}

static void do_missed(struct app *app, struct view *view)
{
    appointment_note_end(app, view, APPOINTMENT_MISSED);
}

/* The two that can be said at once come last where their day has not come. */
static void answered(struct app *app, struct view *view, size_t answer)
{
    static void (*const acts[])(struct app *, struct view *) = { do_attended, do_missed,
                                                                 appointment_ask_move,
                                                                 appointment_ask_cancel };
    const size_t act = answer + (is_time(app, view) ? 0 : 2);
    if (is_planned(app, view) && act < sizeof(acts) / sizeof(acts[0]))
        acts[act](app, view);
}

static void ask(struct app *app, struct view *view, const struct appointment *marked)
{
    const char *const answers[] = { _("It took place"), _("Nobody came"),
                                    _("It moves to another day or hour"), _("It is cancelled") };
    const size_t first = is_time(app, view) ? 0 : 2;
    const struct dialog_question question = {
        .title = _("What came of it?"),
        .text = marked->about,
        .answers = answers + first,
        .answer_count = sizeof(answers) / sizeof(answers[0]) - first,
        .answered = answered,
    };
    dialog_ask(app, &question);
}

static void show(struct app *app, const struct appointment *marked)
{
    struct text_page_draft page;
    char day[DUE_TEXT_SIZE];
    if (!text_page_begin(&page, app))
        return;
    due_text_full(day, marked->day);
    fprintf(page.stream, "%s %s  (%d %s)  %s\n\n", day, marked->time, marked->minutes,
            /* TRANSLATORS: short for minutes. */
            _("min"), label_appointment_state(marked->state));
    record_write_line(page.stream, _("What it is about"), marked->about);
    record_write_line(page.stream, _("Organisation"), marked->agency_name);
    record_write_line(page.stream, _("Place"), marked->place);
    record_write_line(page.stream, _("With"), record_user(app, marked->user_id));
    text_page_end(&page, app, _("Appointment"));
}

static void do_open(struct app *app, struct view *view)
{
    const struct appointment *marked = appointments_marked(view);
    if (marked == NULL && app_may_keep_people(app, view))
        appointment_ask_new(app, view);
    else if (marked != NULL && is_planned(app, view))
        ask(app, view, marked);
    else if (marked != NULL)
        show(app, marked);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct appointments_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    appointment_list_release(&((struct appointments_view *)view)->appointments);
}

static const struct action action_attended = { "attended", NC_("key bar", "Came"),
                                               N_("The appointment took place") };
static const struct action action_missed = { "missed", NC_("key bar", "No-show"),
                                             N_("Nobody came to the appointment") };
static const struct action action_move = { "move", NC_("key bar", "Move"),
                                           N_("Move the appointment to another day or hour") };
static const struct action action_cancel = { "cancel", NC_("key bar", "Cancel"),
                                             N_("Cancel the appointment, with a reason") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, appointment_ask_new, app_may_keep_people },
    { "a", &action_attended, do_attended, is_time },
    { "x", &action_missed, do_missed, is_time },
    { "m", &action_move, appointment_ask_move, is_planned },
    { "c", &action_cancel, appointment_ask_cancel, is_planned },
    { .action = NULL },
};

const struct view_class appointments_view_class = {
    .name = "appointments",
    .about = N_("Who is expected where and when.  What is planned comes first, also when its day "
                "has passed and nobody has said what came of it."),
    .size = sizeof(struct appointments_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
