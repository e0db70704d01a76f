/* SPDX-License-Identifier: Apache-2.0 */

/* The head of the journal: to be noted on paper, and typed from it to be compared. */
#include "journal/journal_head.h"

#include "journal/journal_list.h"
#include "language.h"
#include "view/view_list.h"
#include "wording/head_text.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HALF_HEAD = JOURNAL_HEAD_TEXT_SIZE / 2, HEAD_TYPED_MAX = 120, NUMBER_COLUMNS = 12 };

struct head_view {
    struct view view;
    struct form form;
    long long count;
    char at[LOCAL_TIME_SIZE];
    unsigned char head[JOURNAL_HASH_SIZE];
    char said[HEAD_TEXT_SIZE]; /* what came of comparing */
    bool is_good;
};

/* ---- reading */

static void build(struct form *form, struct day today)
{
    form_init(form, today);
    struct form_field *entry = form_add(form, FORM_TEXT, "entry", _("Entry on the paper"));
    if (entry != NULL) {
        entry->columns = NUMBER_COLUMNS;
        entry->input.max = NUMBER_COLUMNS;
    }
    struct form_field *head = form_add(form, FORM_TEXT, "head", _("Head on the paper"));
    if (head != NULL) {
        head->is_required = true;
        head->input.max = HEAD_TYPED_MAX;
    }
    form_button(form, _("compares"));
    form_focus_first(form);
}

static bool read_last(void *self, const struct journal_line *line)
{
    struct head_view *head = self;
    head->count = line->record.sequence;
    memcpy(head->head, line->record.hash, sizeof(head->head));
    local_time_format(head->at, line->record.at);
    return false;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct head_view *head = (struct head_view *)view;
    const struct journal_question last = { .kind = JOURNAL_ANY_KIND, .limit = 1 };
    enum status status = office_require(app_session(app)->desk.office, ACT_READ_JOURNAL, error);
    if (status != STATUS_OK)
        return status;
    if (head->form.count == 0)
        build(&head->form, app_today(app));
    return journal_list(app_store(app), &last, read_last, head, error);
}

static void release(struct view *view)
{
    form_release(&((struct head_view *)view)->form);
}

static struct form *head_form(struct view *view)
{
    return &((struct head_view *)view)->form;
}

/* ---- comparing */

static bool go_on(void *self, long long done)
{
    const struct progress *progress = self;
    return progress->report(progress->self, done, 0);
}

/* The number on the paper; false when it is none. */
static bool read_entry(struct form *form, long long *out)
{
    const char *typed = form_value(form, "entry");
    const bool is_number = strspn(typed, "0123456789") == strlen(typed);
    *out = is_number ? strtoll(typed, NULL, 10) : 0;
    form_field_fault(form_find(form, "entry"),
                     is_number ? NULL : _("The number of the entry has only digits."));
    return is_number;
}

static enum status compare(struct app *app, struct head_view *head,
                           const unsigned char hash[JOURNAL_HASH_SIZE], long long entry,
                           struct error *error)
{
    struct journal_state state;
    struct journal_head_finding finding;
    struct progress progress = app_progress(app, _("Checking"));
    const struct journal_watch watch = { go_on, &progress };
    enum status status = journal_verify(app_store(app), &watch, &state, error);
    if (status == STATUS_OK)
        status = journal_head_compare(app_store(app), hash, entry, &finding, error);
    if (status != STATUS_OK)
        return status;
    head_text_verdict(head->said, &finding, entry);
    head->is_good = finding.verdict == JOURNAL_HEAD_INSIDE;
    return STATUS_OK;
}

static void submit(struct app *app, struct view *view)
{
    struct head_view *head = (struct head_view *)view;
    unsigned char hash[JOURNAL_HASH_SIZE];
    struct journal_head_fault fault;
    char text[HEAD_TEXT_SIZE];
    struct error error = { 0 };
    long long entry;
    head->said[0] = '\0';
    if (!read_entry(&head->form, &entry))
        return;
    if (!journal_head_parse(hash, form_value(&head->form, "head"), &fault)) {
        head_text_fault(text, &fault);
        form_field_fault(form_find(&head->form, "head"), text);
        form_focus(&head->form, "head");
        return;
    }
    form_field_fault(form_find(&head->form, "head"), NULL);
    if (compare(app, head, hash, entry, &error) != STATUS_OK)
        app_fail(app, &error);
    else
        app_say(app, head->is_good ? _("The paper and the journal agree.")
                                   : _("The paper and the journal do NOT agree: read above."));
}

static void left(struct app *app, struct view *view, size_t field)
{
    (void)app;
    form_field_fault(&head_form(view)->fields[field], NULL);
}

/* ---- showing */

static int draw_present(const struct head_view *head, struct area area)
{
    char text[FRAME_TEXT_SIZE], hash[JOURNAL_HEAD_TEXT_SIZE], phrase[JOURNAL_PHRASE_SIZE];
    journal_head_format(hash, head->head);
    journal_head_phrase(phrase, head->head);
    snprintf(text, sizeof(text), _("For the paper: entry %lld of %s"), head->count, head->at);
    int row = area_paragraph(area, 0, 1, STYLE_PLAIN, text);
    snprintf(text, sizeof(text), "%.*s", HALF_HEAD - 1, hash);
    area_text(area, row++, 3, STYLE_STRONG, text);
    area_text(area, row++, 3, STYLE_STRONG, hash + HALF_HEAD);
    snprintf(text, sizeof(text), "%s %s", _("To be read aloud:"), phrase);
    return row + area_paragraph(area, row, 1, STYLE_PLAIN, text);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct head_view *head = (const struct head_view *)view;
    const struct area body = frame->body;
    const bool is_roomy = body.rows > 14;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Head of the journal"));
    form_write_next(&head->form, frame->next, sizeof(frame->next));
    int row = draw_present(head, body) + is_roomy;
    if (head->said[0] != '\0')
        row +=
            area_paragraph(body, row, 1, head->is_good ? STYLE_STRONG : STYLE_ALERT, head->said) +
            is_roomy;
    form_draw(&head->form, area_part(body, row, 0, body.rows - row, body.columns));
}

const struct view_class journal_head_view_class = {
    .name = "journal_head",
    .about = N_("The last sum of the journal, to be noted on paper with its number, and a form to "
                "compare a paper that was noted earlier: only so can a cut off end be noticed.  "
                "Spaces, case and Cyrillic letters that look the same do not matter."),
    .size = sizeof(struct head_view),
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = head_form,
    .submit = submit,
    .left = left,
    .release = release,
};
