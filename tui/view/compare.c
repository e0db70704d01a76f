/* SPDX-License-Identifier: Apache-2.0 */

/* Two records side by side, for somebody who has to say whether they are one person: both are kept,
 * or the left one is what the intake below holds so far. */
#include "base/array.h"
#include "command/case/renew.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_store.h"
#include "view/compare_private.h"
#include "view/dialog.h"
#include "view/intake_private.h"
#include "view/view_list.h"
#include "widget/list.h"

#include <stdio.h>
#include <string.h>

enum { REASON_MAX = 400, DIFFERS_COLUMNS = 9, LABEL_COLUMNS = 18, LABEL_COLUMNS_SMALL = 12 };

struct compare_view {
    struct view view; /* subject: the left one, "" for the intake below; detail: the right one */
    struct compared left;
    struct compared right;
    struct compare_rows rows;
    struct list list;
    bool survivor_is_right;
};

static bool is_intake(const struct view *view)
{
    return view->place.subject[0] == '\0';
}

/* ---- loading */

/* The record that the form of the intake would make. */
static enum status load_intake(struct compared *out, const struct view *below, struct error *error)
{
    struct intake_record record;
    *out = (struct compared){ .casefiles = NULL };
    if (below == NULL || below->class != &intake_view_class)
        return error_set(error, STATUS_NOT_FOUND, "an intake to compare");
    const struct form *form = &((const struct intake_view *)below)->form;
    enum status status = intake_record_make(&record, form, error);
    if (status == STATUS_OK) {
        out->person = record.person;
        out->contacts = record.contacts;
        record.person = (struct person){ .sex = SEX_NOT_KNOWN };
        record.contacts = (struct contact_list){ .items = NULL };
    }
    if (status == STATUS_OK && record.has_paper) {
        status = array_reserve(&out->papers.items, &out->papers.capacity,
                               sizeof(*out->papers.items), 1, error);
        if (status == STATUS_OK) {
            out->papers.items[out->papers.count++] = record.paper;
            record.paper = (struct document){ .type = NULL };
        }
    }
    intake_record_release(&record);
    return status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct compare_view *compare = (struct compare_view *)view;
    compared_release(&compare->left);
    compared_release(&compare->right);
    compare_rows_release(&compare->rows);
    if (!session_may(app_session(app), ACT_READ_PEOPLE))
        return error_set(error, STATUS_REFUSED, "reading people");
    enum status status = is_intake(view)
                             ? load_intake(&compare->left, app_below(app, view), error)
                             : compared_load(&compare->left, app, view->place.subject, error);
    if (status == STATUS_OK)
        status = compared_load(&compare->right, app, view->place.detail, error);
    if (status != STATUS_OK)
        return status;
    compare_rows_make(&compare->rows, &compare->left, &compare->right, app_today(app));
    list_set_count(&compare->list, compare->rows.count);
    return STATUS_OK;
}

static void release(struct view *view)
{
    struct compare_view *compare = (struct compare_view *)view;
    compared_release(&compare->left);
    compared_release(&compare->right);
    compare_rows_release(&compare->rows);
}

/* ---- the same: of two that are kept */

static enum status merge(struct app *app, const char *survivor, const char *merged,
                         const char *reason, struct error *error)
{
    bool is_own;
    struct store *store = app_store(app);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_merge(store, app_desk(app)->actor, survivor, merged, reason, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(app_session(app)->desk.office, survivor, error);
    return act_commit(store, is_own, status, error);
}

static void build_reason(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *reason = form_add(form, FORM_TEXT, "reason", _("Why are they one person?"));
    if (reason != NULL) {
        reason->is_required = true;
        reason->input.max = REASON_MAX;
    }
}

static bool submit_reason(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    char survivor[UUID_TEXT_SIZE], merged[UUID_TEXT_SIZE];
    const struct compare_view *compare = (const struct compare_view *)below;
    const char *reason = form_value(form, "reason");
    const struct compared *stays = compare->survivor_is_right ? &compare->right : &compare->left;
    const struct compared *goes = compare->survivor_is_right ? &compare->left : &compare->right;
    if (reason[0] == '\0') {
        app_say(app, _("A reason is needed: others must be able to follow this."));
        return false;
    }
    memcpy(survivor, stays->person.id, sizeof(survivor));
    memcpy(merged, goes->person.id, sizeof(merged));
    const enum status status = merge(app, survivor, merged, reason, &error);
    if (status == STATUS_REFUSED)
        app_say(app, _("One of the two was merged or erased already.  Nothing was changed."));
    else if (status != STATUS_OK)
        app_fail(app, &error);
    if (status != STATUS_OK)
        return false;
    struct place place = { .subject = "" };
    memcpy(place.subject, survivor, sizeof(survivor));
    app_back(app);
    app_replace(app, &person_view_class, &place);
    app_say(app, _("The two records are one now.  It can be taken back from this page."));
    return false; /* the fields went with the page */
}

static void ask_reason(struct app *app, struct compare_view *compare, bool survivor_is_right)
{
    compare->survivor_is_right = survivor_is_right;
    const struct dialog_request request = {
        .title = _("One person"),
        .text = _("Names, contacts, papers, family and casefiles of both come together in the "
                  "record that stays."),
        .button = _("Merge them"),
        .build = build_reason,
        .submit = submit_reason,
    };
    dialog_fill(app, &request);
}

/* ---- deciding */

static void different(struct app *app, struct view *view)
{
    const bool was_intake = is_intake(view);
    app_back(app);
    app_say(app, was_intake
                     ? _("A different person: go on typing.  You are asked once more at the end.")
                     : _("Two different people: nothing was changed."));
}

static void decided(struct app *app, struct view *below, size_t answer)
{
    char id[UUID_TEXT_SIZE];
    struct compare_view *compare = (struct compare_view *)below;
    if (is_intake(below)) {
        snprintf(id, sizeof(id), "%.36s", below->place.detail);
        if (answer == 1)
            different(app, below);
        else if (answer == 0) {
            app_back(app);
            intake_is_same(app, app_top(app), id);
        }
        return;
    }
    if (answer == 2)
        different(app, below);
    else if (answer < 2)
        ask_reason(app, compare, answer == 1);
}

static void ask_intake(struct app *app)
{
    const char *const answers[] = {
        _("The same person: add the new facts there"),
        _("A different person: back to the form"),
        _("Look again"),
    };
    const struct dialog_question question = {
        .title = _("Are they one person?"),
        .answers = answers,
        .answer_count = 3,
        .preferred = 2,
        .answered = decided,
    };
    dialog_ask(app, &question);
}

static const char *name_of(const struct compared *one)
{
    const struct person_name *name = person_main_name(&one->person);
    return name == NULL ? "?" : name->full_name;
}

static void decide(struct app *app, struct view *view)
{
    char left[FRAME_TEXT_SIZE], right[FRAME_TEXT_SIZE];
    const struct compare_view *compare = (const struct compare_view *)view;
    if (is_intake(view)) {
        ask_intake(app);
        return;
    }
    if (!session_may(app_session(app), ACT_MERGE_PEOPLE)) {
        app_say(app, _("Your role cannot merge records.  A supervisor can."));
        return;
    }
    snprintf(left, sizeof(left), _("The same: the left record stays, %s"), name_of(&compare->left));
    snprintf(right, sizeof(right), _("The same: the right record stays, %s"),
             name_of(&compare->right));
    const char *const answers[] = { left, right, _("Two different people"), _("Look again") };
    const struct dialog_question question = {
        .title = _("Are they one person?"),
        .answers = answers,
        .answer_count = 4,
        .preferred = 3,
        .answered = decided,
    };
    dialog_ask(app, &question);
}

static void open_right(struct app *app, struct view *view)
{
    struct place place = { .subject = "" };
    snprintf(place.subject, sizeof(place.subject), "%.36s", view->place.detail);
    app_open(app, &person_view_class, &place);
}

static const struct action action_decide = { "decide", NC_("key bar", "Decide"),
                                             N_("Say whether they are one person") };
static const struct action action_different = { "different", NC_("key bar", "Differ"),
                                                N_("They are two different people: go back") };
static const struct action action_open_right = { "open_right", NC_("key bar", "Open"),
                                                 N_("Open the record on the right") };

static const struct binding keymap[] = {
    { "<F6>", &action_decide, decide, NULL },
    { "<Enter>", &action_decide, decide, NULL },
    { NULL, &action_different, different, NULL },
    { NULL, &action_open_right, open_right, NULL },
    { .action = NULL },
};

/* ---- showing */

/* What a row goes by: the label, two columns, a word. */
struct columns {
    int label;
    int each;
};

static struct columns columns_of(int width)
{
    struct columns columns = { .label = width < 70 ? LABEL_COLUMNS_SMALL : LABEL_COLUMNS };
    columns.each = (width - columns.label - DIFFERS_COLUMNS - 4) / 2;
    if (columns.each < 1)
        columns.each = 1;
    return columns;
}

static void draw_row(const void *self, struct area row, size_t index)
{
    const struct compare_row *shown = &((const struct compare_rows *)self)->items[index];
    const struct columns columns = columns_of(row.columns);
    area_fit(row, 0, 0, columns.label, STYLE_PLAIN, shown->label);
    area_fit(row, 0, columns.label + 1, columns.each, STYLE_PLAIN, shown->left);
    area_fit(row, 0, columns.label + columns.each + 2, columns.each, STYLE_PLAIN, shown->right);
    if (shown->mark == COMPARE_DIFFERS)
        area_fit(row, 0, row.columns - DIFFERS_COLUMNS, DIFFERS_COLUMNS, STYLE_WARNING,
                 C_("two records", "differs"));
    else if (shown->mark == COMPARE_ALIKE)
        area_fit(row, 0, row.columns - DIFFERS_COLUMNS, DIFFERS_COLUMNS, STYLE_PLAIN,
                 C_("two records", "alike"));
}

static void draw_whole(const struct compare_view *compare, struct area area)
{
    int row = 0;
    if (compare->list.count == 0)
        return;
    const struct compare_row *chosen = &compare->rows.items[compare->list.selected];
    area_line(area, row++, 0, area.columns, "─");
    row += area_paragraph(area, row, 1, STYLE_PLAIN, chosen->left[0] == '\0' ? "–" : chosen->left);
    row +=
        area_paragraph(area, row, 1, STYLE_PLAIN, chosen->right[0] == '\0' ? "–" : chosen->right);
    if (chosen->why != NULL)
        area_fit(area, row, 1, area.columns - 2, STYLE_PLAIN, chosen->why);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    enum { WHOLE_ROWS = 5, ROWS_MIN = 14, MARK = 2 };
    const struct compare_view *compare = (const struct compare_view *)view;
    struct area body = frame->body;
    (void)app;
    const int whole = body.rows < ROWS_MIN ? 0 : WHOLE_ROWS;
    const struct area head = area_part(body, 0, MARK + 1, 1, body.columns - MARK - 1);
    const struct columns columns = columns_of(head.columns);
    snprintf(frame->title, sizeof(frame->title), "%s", _("Compare"));
    area_fit(head, 0, columns.label + 1, columns.each, STYLE_STRONG,
             is_intake(view) ? _("TYPED NOW") : _("LEFT"));
    area_fit(head, 0, columns.label + columns.each + 2, columns.each, STYLE_STRONG,
             is_intake(view) ? _("KEPT ALREADY") : _("RIGHT"));
    list_draw(&compare->list, area_part(body, 1, 0, body.rows - 1 - whole, body.columns), true,
              draw_row, &compare->rows);
    if (whole > 0)
        draw_whole(compare, area_part(body, body.rows - whole, 0, whole, body.columns));
    snprintf(frame->next, sizeof(frame->next), "%s",
             _("Enter says whether they are one person.  Esc changes nothing."));
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    enum { PAGE = 10 };
    (void)app;
    return list_handle(&((struct compare_view *)view)->list, key, PAGE);
}

const struct view_class compare_view_class = {
    .name = "compare",
    .about = N_("Two records side by side.  What differs has the word for it at the right; the "
                "marked row is written out below.  Enter asks whether they are one person."),
    .size = sizeof(struct compare_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
