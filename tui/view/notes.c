/* SPDX-License-Identifier: Apache-2.0 */

/* What was said and seen: the notes of a casefile, or of a person and the person's casefiles. */
#include "language.h"
#include "note/note_store.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/case_label.h"

#include <sodium.h>
#include <string.h>

struct notes_view {
    struct view view;
    struct note_list notes;
    struct list list;
    struct day today;
    bool has_draft;        /* of a new one */
    const struct app *app; /* whose names stand in the rows */
};

static bool is_of_person(const struct view *view)
{
    return strcmp(view->place.detail, "person") == 0;
}

static void notes_wipe(struct note_list *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].body != NULL)
            sodium_memzero(notes->items[i].body, strlen(notes->items[i].body));
    note_list_release(notes);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct notes_view *notes = (struct notes_view *)view;
    struct note_list loaded;
    const char *id = view->place.subject;
    const enum status status = is_of_person(view)
                                   ? note_list_of_person(app_store(app), id, &loaded, error)
                                   : note_list_of_casefile(app_store(app), id, &loaded, error);
    if (status != STATUS_OK)
        return status;
    notes_wipe(&notes->notes);
    notes->notes = loaded;
    notes->app = app;
    notes->today = app_today(app);
    list_set_count(&notes->list, loaded.count);
    notes->has_draft = record_has_draft(app, "note", view->place.subject);
    return STATUS_OK;
}

/* ---- showing */

enum { WHEN, KIND, WRITER, TEXT, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [WHEN] = { N_("When"), 14, 12 },
    [KIND] = { N_("Kind"), 20, 10 },
    [WRITER] = { N_("Who"), 10, 0 },
    [TEXT] = { N_("Text"), COLUMN_REST, COLUMN_REST },
};

static const char *shown_text(const struct note *note)
{
    return note->is_confidential ? _("(confidential: Enter shows it)") : note->body;
}

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct notes_view *notes = self;
    const struct note *note = &notes->notes.items[index];
    char time[RECORD_TIME_SIZE];
    if (column == WHEN) {
        record_write_time(time, note->written_at, notes->today, true);
        snprintf(out, RECORD_CELL_SIZE, "%s", time);
    } else if (column == KIND)
        snprintf(out, RECORD_CELL_SIZE, "%s", label_note_kind(note->kind));
    else if (column == WRITER)
        snprintf(out, RECORD_CELL_SIZE, "%s", record_user(notes->app, note->written_by));
    else
        snprintf(out, RECORD_CELL_SIZE, "%s", shown_text(note));
    return STYLE_PLAIN;
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct notes_view *notes = self;
    fputs(shown_text(&notes->notes.items[index]), stream);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct notes_view *notes = (const struct notes_view *)view;
    char heading[FRAME_TEXT_SIZE];
    const unsigned long count = notes->notes.count;
    snprintf(heading, sizeof(heading), language_plural("%lu NOTE", "%lu NOTES", count), count);
    const struct record_list records = {
        .heading = count == 0 ? _("NOTES") : heading,
        .empty = _("No note was written yet.  N writes one."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &notes->list,
        .self = notes,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Notes"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             count == 0 ? _("Enter writes the first note.") : _("Enter shows the whole note."));
    record_write_draft(frame, notes->has_draft);
    record_list_draw(&records, app, view, frame->body);
}

/* ---- one note as a whole */

static void write_head(FILE *stream, const struct notes_view *notes, const struct note *note)
{
    char time[RECORD_TIME_SIZE];
    record_write_time(time, note->written_at, notes->today, true);
    fprintf(stream, "%s  %s  %s%s%s\n", time, label_note_kind(note->kind),
            record_user(notes->app, note->written_by), note->casefile_number[0] == '\0' ? "" : "  ",
            note->casefile_number);
    if (note->is_confidential)
        fprintf(stream, "%s\n", _("CONFIDENTIAL: show to nobody without need"));
    fprintf(stream, "\n%s\n", note->body);
}

/* What corrects it, and what it corrects, stand below it: nobody reads a wrong note alone. */
static void write_others(FILE *stream, const struct notes_view *notes, const struct note *note)
{
    for (size_t i = 0; i < notes->notes.count; i++) {
        const struct note *other = &notes->notes.items[i];
        if (strcmp(other->corrects, note->id) == 0)
            fprintf(stream, "\n%s\n", _("CORRECTED SINCE BY THIS NOTE:"));
        else if (note->corrects[0] != '\0' && strcmp(other->id, note->corrects) == 0)
            fprintf(stream, "\n%s\n", _("THIS WAS THE NOTE BEFORE:"));
        else
            continue;
        write_head(stream, notes, other);
    }
}

static bool has_note(const struct app *app, const struct view *view)
{
    (void)app;
    return ((const struct notes_view *)view)->notes.count > 0;
}

static bool can_correct(const struct app *app, const struct view *view)
{
    return has_note(app, view) && app_may_keep_people(app, view);
}

static void do_new(struct app *app, struct view *view)
{
    app_open(app, &note_view_class, &view->place);
}

static void do_open(struct app *app, struct view *view)
{
    const struct notes_view *notes = (const struct notes_view *)view;
    struct text_page_draft page;
    if (!has_note(app, view)) {
        if (app_may_keep_people(app, view))
            do_new(app, view);
        return;
    }
    if (!text_page_begin(&page, app))
        return;
    const struct note *note = &notes->notes.items[notes->list.selected];
    write_head(page.stream, notes, note);
    write_others(page.stream, notes, note);
    text_page_end(&page, app, label_note_kind(note->kind));
}

static void do_correct(struct app *app, struct view *view)
{
    const struct notes_view *notes = (const struct notes_view *)view;
    struct place place = { .detail = "correction" };
    snprintf(place.subject, sizeof(place.subject), "%s",
             notes->notes.items[notes->list.selected].id);
    app_open(app, &note_view_class, &place);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct notes_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    notes_wipe(&((struct notes_view *)view)->notes);
}

static const struct action action_correct = {
    "correct", NC_("key bar", "Correct"),
    N_("Write a note that corrects the marked one, which stays as it is")
};

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, do_new, app_may_keep_people },
    { "c", &action_correct, do_correct, can_correct },
    { .action = NULL },
};

const struct view_class notes_view_class = {
    .name = "notes",
    .about = N_("What was said and seen, the newest first.  A note is never changed: whoever was "
                "wrong writes another one that corrects it."),
    .size = sizeof(struct notes_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
