/* SPDX-License-Identifier: Apache-2.0 */

/* The drawing of the supervision screen: its lists, and what stands above and below them. */
#include "language.h"
#include "view/record_list.h"
#include "view/supervision_private.h"
#include "wording/case_text.h"
#include "wording/due_text.h"
#include "wording/load_text.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *heading;
    const char *empty;
} tabs[] = {
    [TAB_WORKERS] = { N_("WHO HAS HOW MUCH"), N_("Nobody works on casefiles here.") },
    [TAB_UNASSIGNED] = { N_("CASEFILES THAT NOBODY HAS"),
                         N_("Every casefile has somebody who works on it.") },
    [TAB_APPROVALS] = { N_("WHAT WAITS FOR A YES OR NO"), N_("Nothing waits for an answer.") },
    [TAB_REVIEWS] = { N_("WHOM TO SEE, WHAT TO LOOK AT AGAIN: UP TO 7 DAYS AHEAD"),
                      N_("Nobody is to be seen and nothing is to be looked at within 7 days.") },
    [TAB_CASEFILES] = { N_("OPEN CASEFILES OF ONE WORKER"),
                        N_("This worker has no open casefile.") },
};
_Static_assert(sizeof(tabs) / sizeof(tabs[0]) == TAB_COUNT, "every tab has its texts");

enum { WORKER, BAR, LOAD, HIGH, LATE, SEE, REVIEW, WORKER_COLUMNS };
static const struct column worker_columns[WORKER_COLUMNS] = {
    [WORKER] = { N_("Worker"), COLUMN_REST, COLUMN_REST },
    [BAR] = { N_("Casefiles"), 16, 16 },
    [LOAD] = { N_("Limit"), 10, 10 },
    [HIGH] = { N_("High"), 4, 4 },
    [LATE] = { N_("Late"), 5, 5 },
    [SEE] = { N_("To see"), 6, 0 },
    [REVIEW] = { N_("Reviews"), 7, 0 },
};

static enum style write_worker(const void *self, size_t index, size_t column,
                               char out[RECORD_CELL_SIZE])
{
    const struct supervision_view *shown = self;
    const struct caseload *load = &shown->loads.items[index];
    const int limit = shown->loads.limit;
    const int numbers[WORKER_COLUMNS] = { [HIGH] = load->by_risk[CASEFILE_RISK_HIGH],
                                          [LATE] = load->overdue,
                                          [SEE] = load->contacts_due,
                                          [REVIEW] = load->reviews_due };
    if (column == WORKER)
        snprintf(out, RECORD_CELL_SIZE, "%s", load->name);
    else if (column == BAR)
        load_bar(out, load->open, limit);
    else if (column == LOAD)
        load_text(out, load->open, limit);
    else
        snprintf(out, RECORD_CELL_SIZE, "%d", numbers[column]);
    return column == LOAD && caseload_is_over(limit, load->open, 0) ? STYLE_WARNING : STYLE_PLAIN;
}

enum { WHEN, PERSON, NUMBER, RISK, WHAT, WHO, WATCH_COLUMNS };
static const struct column watch_columns[WATCH_COLUMNS] = {
    [WHEN] = { N_("When"), 14, 14 },    [PERSON] = { N_("Person"), COLUMN_REST, COLUMN_REST },
    [NUMBER] = { N_("Number"), 11, 0 }, [RISK] = { N_("Risk"), 6, 6 },
    [WHAT] = { N_("What"), 17, 14 },    [WHO] = { N_("Worker"), 7, 0 },
};

/* One word: the column has no room for more. */
static const char *risk_text(enum casefile_risk risk)
{
    static const char *const words[CASEFILE_RISK_COUNT] = {
        [CASEFILE_RISK_LOW] = NC_("risk", "low"),
        [CASEFILE_RISK_MEDIUM] = NC_("risk", "medium"),
        [CASEFILE_RISK_HIGH] = NC_("risk", "HIGH"),
    };
    return words[risk] == NULL ? "" : language_text_in("risk", words[risk]);
}

static const char *name_text(const char *name, bool is_restricted)
{
    return name != NULL ? name : is_restricted ? _("(restricted)") : "";
}

static void write_what(const struct supervision_view *shown, size_t index, char *out)
{
    static const char *const words[WATCH_KIND_COUNT] = {
        [WATCH_UNASSIGNED] = N_("nobody has it"),
        [WATCH_CONTACT] = N_("to be seen"),
        [WATCH_REVIEW] = N_("review"),
        [WATCH_ASSESSMENT] = N_("not assessed"),
        [WATCH_APPROVAL] = N_("approval"),
        [WATCH_ANSWER] = N_("answer"),
    };
    const struct watch *watch = &shown->watches.items[index];
    const char *text = language_text(words[watch->kind]);
    if (watch->kind == WATCH_APPROVAL && watch->approval == APPROVAL_CLOSING)
        text = _("closing");
    else if (watch->kind == WATCH_APPROVAL && watch->approval == APPROVAL_HANDOVER)
        text = _("hand over");
    else if (watch->kind == WATCH_APPROVAL)
        text = shown->titles[index];
    snprintf(out, RECORD_CELL_SIZE, "%s", text);
}

static void write_when(const struct supervision_view *shown, const struct watch *watch, char *out)
{
    char time[RECORD_TIME_SIZE], due[DUE_TEXT_SIZE];
    if (watch->has_due) {
        due_text(due, watch->due, shown->today);
        snprintf(out, RECORD_CELL_SIZE, "%s", due);
        return;
    }
    record_write_time(time, watch->since, shown->today, true);
    snprintf(out, RECORD_CELL_SIZE, "%s%s", watch->is_alarm ? "! " : "", time);
}

struct showing {
    const struct app *app;
    const struct supervision_view *shown;
};

static enum style write_watch(const void *self, size_t index, size_t column,
                              char out[RECORD_CELL_SIZE])
{
    const struct showing *showing = self;
    const struct watch *watch = &showing->shown->watches.items[index];
    const char *user = watch->kind == WATCH_APPROVAL ? watch->user_id : watch->assigned_to;
    if (column == WHEN)
        write_when(showing->shown, watch, out);
    else if (column == WHAT)
        write_what(showing->shown, index, out);
    else
        snprintf(out, RECORD_CELL_SIZE, "%s",
                 column == PERSON   ? name_text(watch->person_name, watch->is_restricted)
                 : column == NUMBER ? case_number_short(watch->number)
                 : column == RISK   ? risk_text(watch->risk)
                                    : record_user(showing->app, user));
    return column == WHEN && watch->is_alarm ? STYLE_ALERT : STYLE_PLAIN;
}

static const char *casefile_text(const struct showing *showing, const struct casefile_row *row,
                                 size_t column)
{
    const char *reader = app_session_of(showing->app)->desk.desk.actor;
    const bool is_hidden = row->is_restricted && strcmp(row->assigned_to, reader) != 0;
    switch (column) {
    case PERSON:
        return name_text(is_hidden ? NULL : row->person_name, is_hidden);
    case NUMBER:
        return case_number_short(row->number);
    case RISK:
        return risk_text(row->risk);
    case WHAT:
        return case_text_urgency(row->urgency);
    default:
        return record_user(showing->app, row->assigned_to);
    }
}

static enum style write_casefile(const void *self, size_t index, size_t column,
                                 char out[RECORD_CELL_SIZE])
{
    const struct showing *showing = self;
    const struct casefile_row *row = &showing->shown->casefiles.items[index];
    const struct day today = showing->shown->today;
    if (column != WHEN) {
        snprintf(out, RECORD_CELL_SIZE, "%s", casefile_text(showing, row, column));
        return STYLE_PLAIN;
    }
    if (!row->has_task_due)
        return STYLE_PLAIN;
    due_text(out, row->task_due, today);
    return day_compare(row->task_due, today) < 0 ? STYLE_ALERT : STYLE_PLAIN;
}

void supervision_draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct supervision_view *shown = (const struct supervision_view *)view;
    const struct showing showing = { app, shown };
    const bool is_workers = shown->tab == TAB_WORKERS;
    struct record_list records = {
        .heading = language_text(tabs[shown->tab].heading),
        .empty = language_text(tabs[shown->tab].empty),
        .columns = is_workers ? worker_columns : watch_columns,
        .column_count = is_workers ? WORKER_COLUMNS : WATCH_COLUMNS,
        .write_cell = is_workers                    ? write_worker
                      : shown->tab == TAB_CASEFILES ? write_casefile
                                                    : write_watch,
        .list = &shown->list,
        .self = is_workers ? (const void *)shown : (const void *)&showing,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Supervision"));
    snprintf(frame->right, sizeof(frame->right), "%s %d, %s %d", _("waiting"), shown->waiting,
             _("alarms"), shown->alarms);
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->list.count == 0 ? _("the letters below show the other lists.")
             : is_workers           ? _("Enter shows the casefiles of this worker.")
                                    : _("Enter opens the casefile."));
    record_list_draw(&records, app, view, frame->body);
}
