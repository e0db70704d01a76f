/* SPDX-License-Identifier: Apache-2.0 */

/* The lines of "my day" that supervision brings: few, and none when all is well. */
#include "view/home_private.h"

#include "base/text.h"
#include "language.h"
#include "supervision/watch_list.h"
#include "view/view_list.h"
#include "wording/due_text.h"

#include <stdio.h>
#include <string.h>

enum { ROWS_OF_KIND = 2, COUNTED = 99, TITLE_SIZE = 160 };

static const char *answer_text(const struct watch *watch)
{
    const bool is_yes = watch->answer == APPROVAL_APPROVED;
    switch (watch->approval) {
    case APPROVAL_CLOSING:
        return is_yes ? _("closed, as you asked") : _("closing refused: look why");
    case APPROVAL_HANDOVER:
        return is_yes ? _("handed over, as you asked") : _("stays with you: look why");
    case APPROVAL_STEP:
    case APPROVAL_KIND_COUNT:
        break;
    }
    return is_yes ? _("your step was approved") : _("your step was given back: look why");
}

static const char *title_of(const struct watch *watch)
{
    switch (watch->kind) {
    case WATCH_ANSWER:
        return answer_text(watch);
    case WATCH_CONTACT:
        return _("talk with them again");
    case WATCH_REVIEW:
        return _("review the casefile");
    case WATCH_ASSESSMENT:
        return _("assess the danger");
    case WATCH_UNASSIGNED:
    case WATCH_APPROVAL:
    case WATCH_KIND_COUNT:
        break;
    }
    return "";
}

static enum status add_row(struct home_rows *rows, const struct watch *watch, struct day today,
                           struct error *error)
{
    struct home_row *row;
    enum status status = home_row_add(rows, &row, error);
    if (status != STATUS_OK)
        return status;
    row->class = &casefile_view_class;
    snprintf(row->place.subject, sizeof(row->place.subject), "%s", watch->casefile_id);
    snprintf(row->place.detail, sizeof(row->place.detail), "%s", watch->step);
    memcpy(row->number, watch->number, sizeof(row->number));
    row->is_late = watch->is_alarm;
    row->is_answer = watch->kind == WATCH_ANSWER;
    if (watch->has_due) {
        char due[DUE_TEXT_SIZE];
        due_text(due, watch->due, today);
        snprintf(row->when, sizeof(row->when), "%s", due);
    } else {
        snprintf(row->when, sizeof(row->when), "%s", _("answer"));
    }
    status = text_copy(&row->name,
                       watch->person_name != NULL ? watch->person_name
                       : watch->is_restricted     ? _("(restricted)")
                                                  : "",
                       error);
    return status == STATUS_OK ? text_copy(&row->title, title_of(watch), error) : status;
}

/* The first of them, one line each. */
static enum status add_kind(struct home_rows *rows, struct app *app, enum watch_kind kind,
                            struct error *error)
{
    struct watch_list list;
    const struct watch_question question = { .reader = app_desk(app)->actor,
                                             .user_id = app_desk(app)->actor,
                                             .today = app_today(app),
                                             .limit = ROWS_OF_KIND };
    enum status status = watch_list_load(app_store(app), kind, &question, &list, error);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++)
        status = add_row(rows, &list.items[i], question.today, error);
    watch_list_release(&list);
    return status;
}

/* ---- For supervisors: one line for each list */

struct summary {
    enum watch_kind kind;
    const char *tab;
    const char *title;
    bool only_alarms;
};

static enum status add_summary(struct home_rows *rows, struct app *app,
                               const struct summary *summary, struct error *error)
{
    struct watch_list list;
    struct home_row *row;
    char title[TITLE_SIZE];
    size_t count = 0;
    const struct watch_question question = { .reader = app_desk(app)->actor,
                                             .today = app_today(app),
                                             .limit = COUNTED };
    enum status status = watch_list_load(app_store(app), summary->kind, &question, &list, error);
    for (size_t i = 0; i < list.count; i++)
        count += !summary->only_alarms || list.items[i].is_alarm;
    const bool has_more = list.has_more;
    watch_list_release(&list);
    if (status == STATUS_OK && count > 0)
        status = home_row_add(rows, &row, error);
    if (status != STATUS_OK || count == 0)
        return status;
    row->class = &supervision_view_class;
    snprintf(row->place.detail, sizeof(row->place.detail), "%s", summary->tab);
    row->is_late = summary->only_alarms;
    snprintf(row->when, sizeof(row->when), "%s", summary->only_alarms ? _("ALARM") : _("waits"));
    snprintf(title, sizeof(title), "%s: %zu%s", language_text(summary->title), count,
             has_more ? "+" : "");
    return text_copy(&row->title, title, error);
}

enum status home_rows_add_watches(struct home_rows *rows, struct app *app, size_t *count,
                                  struct error *error)
{
    static const struct summary summaries[] = {
        { WATCH_UNASSIGNED, "unassigned", N_("casefiles that nobody has for too long"), true },
        { WATCH_APPROVAL, "approvals", N_("waiting for a yes or no"), false },
    };
    static const enum watch_kind kinds[] = { WATCH_ANSWER, WATCH_CONTACT, WATCH_REVIEW,
                                             WATCH_ASSESSMENT };
    const size_t before = rows->count;
    enum status status = STATUS_OK;
    if (session_may(app_session(app), ACT_ASSIGN_CASES))
        for (size_t i = 0; status == STATUS_OK && i < sizeof(summaries) / sizeof(summaries[0]); i++)
            status = add_summary(rows, app, &summaries[i], error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof(kinds) / sizeof(kinds[0]); i++)
        status = add_kind(rows, app, kinds[i], error);
    *count = rows->count - before;
    return status;
}
