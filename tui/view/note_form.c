/* SPDX-License-Identifier: Apache-2.0 */

/* A new note, or one that corrects another. */
#include "base/text.h"
#include "language.h"
#include "note/note_store.h"
#include "view/record_list.h"
#include "view/view_list.h"
#include "wording/case_label.h"

#include <stdlib.h>
#include <string.h>

enum { OLD_ROWS = 4 };

struct note_view {
    struct view view;
    struct form form;
    char *old; /* the text that was wrong; NULL when nothing is corrected */
};

static bool is_correction(const struct view *view)
{
    return strcmp(view->place.detail, "correction") == 0;
}

/* ---- the form */

static void build(struct form *form, struct day today, bool corrects)
{
    form_init(form, today);
    if (!corrects) {
        struct form_field *kind = form_add(form, FORM_CHOICE, "kind", _("Kind of note"));
        for (int i = 0; i < NOTE_CORRECTION; i++)
            form_field_option(kind, note_kind_word((enum note_kind)i),
                              label_note_kind((enum note_kind)i));
        form_set(form, "kind", note_kind_word(NOTE_NOTE));
    }
    record_add_truth(form_add(form, FORM_CHOICE, "confidential", _("Confidential")));
    form_set(form, "confidential", "no");
    struct form_field *text = form_add(form, FORM_LINES, "text", _("Text of the note"));
    if (text != NULL)
        text->is_required = true;
    form_button(form, corrects ? _("keeps the correction") : _("keeps the note"));
    form_focus(form, "text");
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct note_view *writing = (struct note_view *)view;
    struct form typed = writing->form;
    struct note corrected = { .body = NULL };
    if (!session_may(app_session(app), ACT_KEEP_PEOPLE))
        return error_set(error, STATUS_REFUSED, "writing notes");
    if (is_correction(view)) {
        const enum status status =
            note_load(app_store(app), view->place.subject, &corrected, error);
        if (status != STATUS_OK)
            return status;
        text_wipe(&writing->old);
        writing->old = corrected.body;
        corrected.body = NULL;
    }
    build(&writing->form, app_today(app), is_correction(view));
    if (corrected.is_confidential)
        form_set(&writing->form, "confidential", "yes");
    note_release(&corrected);
    form_take_over(&writing->form, &typed);
    return STATUS_OK;
}

static struct form *note_form(struct view *view)
{
    return &((struct note_view *)view)->form;
}

static const char *draft_form(const struct view *view)
{
    return is_correction(view) ? "correction" : "note";
}

/* ---- keeping it */

static enum status keep(struct app *app, const struct view *view, const struct form *form,
                        struct error *error)
{
    struct note note = { .kind = NOTE_NOTE };
    const char *subject = view->place.subject;
    if (is_correction(view)) {
        note.kind = NOTE_CORRECTION;
        snprintf(note.corrects, sizeof(note.corrects), "%s", subject);
    } else if (strcmp(view->place.detail, "person") == 0)
        snprintf(note.person_id, sizeof(note.person_id), "%s", subject);
    else
        snprintf(note.casefile_id, sizeof(note.casefile_id), "%s", subject);
    if (!is_correction(view) &&
        note_kind_parse(&note.kind, form_value(form, "kind"), NULL) != STATUS_OK)
        note.kind = NOTE_NOTE;
    note.is_confidential = strcmp(form_value(form, "confidential"), "yes") == 0;
    note.body = record_take_text(form, "text");
    const enum status status = note_add(app_store(app), app_desk(app)->actor, &note, error);
    text_wipe(&note.body);
    note_release(&note);
    return status;
}

static void submit(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct form *form = note_form(view);
    if (!record_require_text(form, "text", _("Type what the note shall say.")))
        return;
    if (keep(app, view, form, &error) != STATUS_OK) {
        record_say_failure(app, &error, STATUS_REFUSED,
                           _("This record was merged into another one or erased: nothing can be "
                             "changed in it."));
        return;
    }
    app_remember_form(app, draft_form(view), form);
    app_drop_draft(app, view);
    app_say(app, is_correction(view) ? _("The correction is kept; the old note stays readable.")
                                     : _("The note is kept."));
    app_back(app);
}

static void left(struct app *app, struct view *view, size_t field)
{
    (void)app;
    form_field_fault(&note_form(view)->fields[field], NULL);
}

/* ---- showing */

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct note_view *writing = (const struct note_view *)view;
    struct area body = frame->body;
    int row = 0;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s",
             is_correction(view) ? _("Correction") : _("New note"));
    if (writing->old != NULL && body.rows > 2 * OLD_ROWS) {
        area_text(body, row++, 1, STYLE_STRONG, _("THE NOTE THAT WAS WRONG"));
        row += area_paragraph(area_part(body, row, 3, OLD_ROWS, body.columns - 4), 0, 0,
                              STYLE_PLAIN, writing->old);
        row = row > OLD_ROWS + 1 ? OLD_ROWS + 1 : row;
        row++;
    }
    form_draw(&writing->form, area_part(body, row, 0, body.rows - row, body.columns));
    form_write_next(&writing->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    struct note_view *writing = (struct note_view *)view;
    form_release(&writing->form);
    text_wipe(&writing->old);
}

const struct view_class note_view_class = {
    .name = "note",
    .about = N_("Write down what was said or seen.  What is marked confidential is shown in no "
                "list."),
    .size = sizeof(struct note_view),
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = note_form,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
